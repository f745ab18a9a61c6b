r"""Graphs as text for readers: Turtle, TriG and JSON-LD with readable names, in a fixed order.

Writes what it is given in the order it is given: sorted N-Triples terms, grouped by subject. The engine's
own writers put prefixes in an arbitrary order, write names that rdflib does not read ("A\."), and no
prefixes at all in JSON-LD. Parses nothing; blank nodes pass as they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby

from kg.vocab import iri

Row = tuple[str, str, str]  # subject, predicate, object in N-Triples

# The names that every reader of Turtle takes without escapes; others are written in full
_FIRST = r"\w:\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff"
_LATER = rf"{_FIRST}\u00b7\u0300-\u036f"
_ESCAPE = "%[0-9A-Fa-f]{2}"
_LOCAL = re.compile(rf"(?:[{_FIRST}]|{_ESCAPE})(?:[{_LATER}-]|{_ESCAPE}|\.(?=[{_LATER}]))*", re.ASCII)
_LITERAL = re.compile(r'("(?:[^"\\]|\\.)*")(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?', re.DOTALL)
_TYPE = f"<{iri('rdf:type')}>"
_BARE = {iri("xsd:integer"): re.compile(r"[+-]?\d+"), iri("xsd:boolean"): re.compile(r"true|false")}
_REMEMBERED = 100_000


def shortener(prefixes: Mapping[str, str]) -> Callable[[str], str]:
    """Give a function that writes an IRI with a prefix where it has one, in angle brackets otherwise.

    >>> shortener({"person": "https://w3id.org/thidua/id/person/"})("https://w3id.org/thidua/id/person/Vi_Văn_Nghĩa")
    'person:Vi_Văn_Nghĩa'
    """
    by_namespace = {namespace: prefix for prefix, namespace in prefixes.items()}

    @lru_cache(maxsize=_REMEMBERED)
    def short(full: str) -> str:
        cut = max(full.rfind("/"), full.rfind("#")) + 1
        prefix = by_namespace.get(full[:cut])
        return f"{prefix}:{full[cut:]}" if prefix is not None and _LOCAL.fullmatch(full, cut) else f"<{full}>"

    return short


def turtle(rows: Iterable[Row], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Write sorted triples as Turtle, piece by piece."""
    yield _header(prefixes)
    term = _term_writer(prefixes)
    for subject, predicates in _nodes(rows):
        yield "\n" + _statement(subject, predicates, term, "")


def trig(rows: Iterable[tuple[str, Row]], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Write triples sorted by graph, each with its graph's name, as TriG, piece by piece."""
    yield _header(prefixes)
    term = _term_writer(prefixes)
    for graph, members in groupby(rows, key=lambda row: row[0]):
        yield f"\n{term(graph)} {{\n"
        for subject, predicates in _nodes(row for _, row in members):
            yield _statement(subject, predicates, term, "    ")
        yield "}\n"


def json_ld(rows: Iterable[tuple[str, Row]], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Write triples sorted by graph as JSON-LD, a node a line, piece by piece."""
    short = shortener(prefixes)
    yield f'{{"@context": {json.dumps(dict(sorted(prefixes.items())), ensure_ascii=False)},\n "@graph": ['
    for number, (graph, members) in enumerate(groupby(rows, key=lambda row: row[0])):
        yield f'{"," if number else ""}\n  {{"@id": {_json(_json_name(graph, short))}, "@graph": ['
        for place, (subject, predicates) in enumerate(_nodes(row for _, row in members)):
            yield f"{',' if place else ''}\n    {_json(_json_node(subject, predicates, short))}"
        yield "\n  ]}"
    yield "\n ]}\n"


def _nodes(rows: Iterable[Row]) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Group sorted triples by subject and predicate, the types first."""
    for subject, members in groupby(rows, key=lambda row: row[0]):
        predicates: dict[str, list[str]] = {}
        for _, predicate, value in members:
            predicates.setdefault(predicate, []).append(value)
        types = predicates.pop(_TYPE, None)
        yield subject, {_TYPE: types, **predicates} if types else predicates


def _header(prefixes: Mapping[str, str]) -> str:
    return "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(prefixes.items()))


def _statement(subject: str, predicates: Mapping[str, list[str]], term: Callable[[str], str], indent: str) -> str:
    parts = (
        f"{'a' if predicate == _TYPE else term(predicate)} {', '.join(map(term, values))}"
        for predicate, values in predicates.items()
    )
    return f"{indent}{term(subject)} " + f" ;\n{indent}    ".join(parts) + " .\n"


def _term_writer(prefixes: Mapping[str, str]) -> Callable[[str], str]:
    short = shortener(prefixes)

    def term(text: str) -> str:
        if text.startswith("<"):
            return short(text[1:-1])
        literal = _LITERAL.fullmatch(text)
        if literal is None or literal[3] is None:
            return text
        bare = _BARE.get(literal[3])
        value = literal[1][1:-1]
        return value if bare and bare.fullmatch(value) else f"{literal[1]}^^{short(literal[3])}"

    return term


def _json_node(subject: str, predicates: Mapping[str, list[str]], short: Callable[[str], str]) -> dict[str, object]:
    node: dict[str, object] = {"@id": _json_name(subject, short)}
    for predicate, values in predicates.items():
        if predicate == _TYPE:
            node["@type"] = [_json_name(value, short) for value in values]
        else:
            node[_json_name(predicate, short)] = [_json_value(value, short) for value in values]
    return node


def _json_value(text: str, short: Callable[[str], str]) -> dict[str, str]:
    literal = _LITERAL.fullmatch(text)
    if literal is None:
        return {"@id": _json_name(text, short)}
    value = {"@value": str(json.loads(literal[1], strict=False))}  # N-Triples has the escapes of JSON
    if literal[2]:
        return {**value, "@language": literal[2]}
    return {**value, "@type": _json_name(f"<{literal[3]}>", short)} if literal[3] else value


def _json_name(text: str, short: Callable[[str], str]) -> str:
    """Write a name for JSON-LD: with its prefix, in full without brackets, or as a blank node."""
    return short(text[1:-1]).strip("<>") if text.startswith("<") else text


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
