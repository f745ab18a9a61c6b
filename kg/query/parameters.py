"""Values for a query's variables: typed, and put in as terms, so that no value can become part of the query.

`leaders.rq` asks about `$province`; `--param province="Bắc Kạn"` says which. Values take the place of variables
token by token: never inside strings, comments or names. Refuses values for variables that the query does not
have, or that it sets itself.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.syntax import Token, edited, tokens
from kg.query.table import Iri
from kg.text import normalise
from kg.vocab import iri

Term = ox.NamedNode | ox.Literal
TYPES = ("text", "label", "integer", "number", "date", "iri")

_NUMBERS = {"integer": re.compile(r"[+-]?\d+"), "decimal": re.compile(r"[+-]?\d*\.\d+")}
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*)|\^\^<?([^>]*)>?)?', re.DOTALL)
_NAME = re.compile(r"([^\W\d_][\w-]*):([^\s<>\"{}|^`\\]*)")
_SORTING = frozenset({"ORDER", "GROUP"})
_AFTER_SORTING = frozenset({"HAVING", "LIMIT", "OFFSET", "VALUES", "ORDER"})


def parse_params(given: Iterable[str], names: Mapping[str, str]) -> dict[str, Term]:
    """Read `name=value` arguments; the form of a value says what it is.

    `84`, `2.5`, `2019-07-01`, `organisation:...` or `<https://...>`, and a text otherwise; a text that would be
    taken for something else is put in quotes: `"84"`, and one that is marked as Vietnamese is `"Bằng khen"@vi`.
    Raises QueryError for an argument that has no `=`.
    """
    return {name: read_term(value, names) for name, value in map(split_param, given)}


def split_param(argument: str) -> tuple[str, str]:
    """Give the name and the value of a `name=value`; raises QueryError where there is no `=`."""
    name, equals, value = argument.partition("=")
    if not equals or not re.fullmatch(r"[?$]?\w+", name):
        raise QueryError(f"--param {argument}: valid would be name=value, such as province='Bắc Kạn'")
    return name.lstrip("?$"), value


def read_term(value: str, names: Mapping[str, str]) -> Term:
    """Give the term that a text written by a user stands for.

    >>> str(read_term("2019-07-01", {})), str(read_term("Bắc Kạn", {}))
    ('"2019-07-01"^^<http://www.w3.org/2001/XMLSchema#date>', '"Bắc Kạn"')
    """
    for kind, pattern in _NUMBERS.items():
        if pattern.fullmatch(value):
            return ox.Literal(value, datatype=ox.NamedNode(iri(f"xsd:{kind}")))
    if _DATE.fullmatch(value):
        return _day(value)
    if quoted := _QUOTED.fullmatch(value):
        return _quoted(quoted, names)
    return read_name(value, names) or ox.Literal(normalise(value))


def read_name(value: str, names: Mapping[str, str]) -> ox.NamedNode | None:
    """Give the node that `<https://...>` or a name with a known prefix stands for, None for anything else."""
    if value.startswith("<") and value.endswith(">"):
        return _node(value[1:-1])
    if value.startswith(("https://", "http://")):
        return _node(value)
    found = _NAME.fullmatch(value)
    return _node(names[found[1]] + normalise(found[2])) if found and found[1] in names else None


def term_of(value: object, names: Mapping[str, str]) -> Term:
    """Give the term of a Python value: a number, a date, a text, a node of pyoxigraph, rdflib or a table.

    A text with a known prefix (`person:Vi_Văn_Nghĩa`, as in a DataFrame) or in angle brackets is a node; any other
    is a plain text. Raises QueryError for a value of another type.
    """
    if isinstance(value, ox.NamedNode | ox.Literal):
        return value
    if callable(n3 := getattr(value, "n3", None)):  # rdflib's terms
        return read_term(str(n3()), names)
    if isinstance(value, str):
        return _text(value, names)
    if isinstance(value, bool | int | float):
        return ox.Literal(value)
    if isinstance(value, Decimal | date):
        kind = "decimal" if isinstance(value, Decimal) else "dateTime" if isinstance(value, datetime) else "date"
        return ox.Literal(str(value).replace(" ", "T"), datatype=ox.NamedNode(iri(f"xsd:{kind}")))
    if callable(item := getattr(value, "item", None)):  # numpy's numbers
        return term_of(item(), names)
    raise QueryError(f"a parameter cannot be {value!r}; valid are texts, numbers, dates and names of nodes")


def _text(value: str, names: Mapping[str, str]) -> Term:
    """Give the term of a Python text: no name has white space in it."""
    if isinstance(value, Iri):
        return _node(value)
    named = None if re.search(r"\s", value) else read_name(value, names)
    return named or ox.Literal(normalise(value))


def cast(term: Term, kind: str, name: str) -> Term:
    """Give a term of the type that a query's author has declared; raises QueryError where it cannot be."""
    text = term.value
    if kind in ("text", "label") and isinstance(term, ox.Literal):
        return term if term.language else ox.Literal(text, language="vi" if kind == "label" else None)
    fits = {
        "integer": isinstance(term, ox.Literal) and bool(_NUMBERS["integer"].fullmatch(text)),
        "number": isinstance(term, ox.Literal) and any(pattern.fullmatch(text) for pattern in _NUMBERS.values()),
        "date": isinstance(term, ox.Literal) and bool(_DATE.fullmatch(text)),
        "iri": isinstance(term, ox.NamedNode),
    }
    if not fits.get(kind, False):
        valid = {"integer": "84", "number": "2.5", "date": "2019-07-01", "iri": "organisation:... or <https://...>"}
        raise QueryError(f"the parameter {name} is {text!r}; it must be a {kind}, such as {valid.get(kind, 'Bắc Kạn')}")
    return term


def bind(sparql: str, params: Mapping[str, Term]) -> str:
    """Put values in the place of a query's variables.

    Raises QueryError for a parameter that the query does not have, or sets itself.
    """
    if not params:
        return sparql
    found = tokens(sparql)
    _check(sparql, found, params)
    return edited(sparql, _edits(found, params))


def _check(sparql: str, found: Sequence[Token], params: Mapping[str, Term]) -> None:
    variables = {token.text[1:] for token in found if token.kind == "variable"}
    for name in params:
        if name not in variables:
            near = get_close_matches(name, variables, n=1)
            hint = f"did you mean {near[0]}?" if near else f"it has: {' '.join(sorted(variables)) or 'none'}"
            raise QueryError(f"the query has no variable ?{name} that a parameter could fill; {hint}")
    for before, token in itertools.pairwise(found):
        if token.kind == "variable" and token.text[1:] in params and before.text.upper() in ("AS", "VALUES"):
            line = sparql.count("\n", 0, token.begin) + 1
            raise QueryError(f"line {line}: the query sets {token.text} itself, so that no parameter can fill it")


def _edits(found: Sequence[Token], params: Mapping[str, Term]) -> Iterator[tuple[int, int, str]]:
    """Yield what stands where instead: (begin, end, text), in order."""
    depth, clause = 0, ""
    for place, token in enumerate(found):
        word = token.text.upper()
        depth += (token.text in "({[") - (token.text in ")}]")
        if word in ("SELECT", "DESCRIBE") or (word in _SORTING and token.kind == "word"):
            clause, opened = word, depth
        elif word in ("WHERE", "FROM", *_AFTER_SORTING) or (token.text == "{" and clause):
            clause = ""
        if token.kind != "variable" or token.text[1:] not in params:
            continue
        written, name = str(params[token.text[1:]]), token.text[1:]
        around = [near.text.upper() for near in found[max(0, place - 2) : place + 2]]
        if around[:2] == ["BOUND", "("]:
            yield found[place - 2].begin, found[place + 1].end, "true"
        elif clause == "SELECT" and depth == opened:
            yield token.begin, token.end, f"({written} AS ?{name})"
        elif clause in _SORTING and depth == opened:
            yield token.begin, token.end, f"({written})"
        else:
            yield token.begin, token.end, written


def _quoted(found: re.Match[str], names: Mapping[str, str]) -> ox.Literal:
    text, language, datatype = found.groups()
    plain = normalise(re.sub(r"\\(.)", r"\1", text))
    if language:
        return ox.Literal(plain, language=language.lower())
    if datatype is None:
        return ox.Literal(plain)
    return ox.Literal(plain, datatype=read_name(datatype, names) or _node(datatype))


def _node(name: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(name)
    except ValueError as error:
        raise QueryError(f"{name!r} is no complete IRI ({error}); valid would be <https://example.org/a>") from error


def _day(text: str) -> ox.Literal:
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise QueryError(f"there is no day {text!r} ({error}); valid would be 2019-07-01") from error
    return ox.Literal(text, datatype=ox.NamedNode(iri("xsd:date")))
