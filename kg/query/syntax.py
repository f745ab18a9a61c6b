"""Why a SPARQL query does not parse, in words: line, column, the line itself, and what was expected.

The engine's own message lists what its parser tried last, often letters beyond the mistake. Here the
parser is the judge instead: the mistake is the first token with which the query cannot go on any more,
and what was expected are the tokens with which it can. Finding it takes a score of parses of a few
microseconds, and only for queries that fail. Changes no query and answers none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise

import pyoxigraph as ox

_TOKEN = re.compile(
    r"""
      (?P<comment> \#[^\n]* )
    | (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
    | (?P<string> \"{3}(?:[^"\\]|\\.|"(?!""))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
                | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' )
    | (?P<variable> [?$]\w+ )
    | (?P<name> (?P<prefix> [^\W\d_] (?: [\w·-] | \.(?=[\w·:-]) )* )? :
                (?: [\w·:-] | %[0-9A-Fa-f]{2} | \\. | \.(?=[\w·:%\\.-]) )* )
    | (?P<blank> _:\w+ )
    | (?P<word> [^\W\d]\w* )
    | (?P<number> \d+(?:\.\d+)?(?:[eE][+-]?\d+)? )
    | (?P<symbol> \^\^ | && | \|\| | [<>!]= | @[A-Za-z]+(?:-[A-Za-z0-9]+)* | \S )
    """,
    re.VERBOSE | re.DOTALL,
)
_SPACED_IRI = re.compile(r"<[\w/:.#%-]+(?: [\w/:.#%-]+)+>")  # words alone: no comparison of variables
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})

# What may be tried after the part that is right, in the order in which it is told
_CANDIDATES = {
    **{symbol: f"'{symbol}'" for symbol in (".", ";", ",", "{", "}", "(", ")", "*")},
    "?x": "a variable",
    "<urn:x>": "an IRI or a prefixed name",
    '"x"': "a string",
    "1": "a number",
    "= ": "a comparison",
    **{word: word for word in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "PREFIX", "WHERE", "AS", "BY")},
    **{word: word for word in ("FILTER", "OPTIONAL", "UNION", "BIND", "VALUES", "GRAPH")},
    **{word: word for word in ("ORDER", "GROUP", "HAVING", "LIMIT", "OFFSET", "DISTINCT", "COUNT")},
}
_MOST_TOLD = 8
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
DEEPEST = 200
# Longer than any keyword, so that looking ahead for one never reaches the end of a padded text
_PADDING = " " * 40
_POSITION = re.compile(r"error at (\d+):(\d+): (?:expected )?(.*)", re.DOTALL)
_REASON = re.compile(r"\b[A-Z][A-Za-z]* (?:[A-Za-z*]+ ){2,}[A-Za-z*]+(?: [A-Za-z*]+)*")
_SHOWN_COLUMNS = 100


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a query: `query[begin:end]`; `kind` is a group of the grammar above."""

    kind: str
    text: str
    begin: int
    end: int


@lru_cache(maxsize=64)  # a question is looked at from several sides; nobody changes the list
def tokens(query: str) -> list[Token]:
    """Split a query into its tokens, without comments and white space."""
    return [
        Token(match.lastgroup if match.lastgroup != "prefix" else "name", match[0], match.start(), match.end())
        for match in _TOKEN.finditer(query)
        if match.lastgroup and match.lastgroup != "comment"
    ]


def outside(found: Sequence[Token]) -> list[Token]:
    """Give the tokens that stand in no brackets: the query's own clauses."""
    depth, result = 0, []
    for token in found:
        depth -= token.text in _CLOSING
        if depth == 0 and token.text not in _CLOSING and token.text not in _OPENING:
            result.append(token)
        depth += token.text in _OPENING
    return result


def edited(query: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """Give a query with texts in the place of stretches: (begin, end, text), in order and apart."""
    parts, done = [], 0
    for begin, end, text in edits:
        parts += [query[done:begin], text]
        done = end
    return "".join([*parts, query[done:]])


def resolved(found: Sequence[Token], prefixes: Mapping[str, str]) -> Iterator[tuple[Token, str]]:
    """Yield the tokens that name something, each with its IRI; those of unknown prefixes are left out."""
    declared = dict(prefixes)
    for place, token in enumerate(found):
        if token.text.upper() == "PREFIX" and place + 2 < len(found) and found[place + 2].kind == "iri":
            declared[found[place + 1].text[:-1]] = found[place + 2].text[1:-1]
    for place, token in enumerate(found):
        before = [near.text.upper() for near in found[max(0, place - 2) : place]]
        if "PREFIX" in before or before[-1:] == ["BASE"]:
            continue
        if token.kind == "iri":
            yield token, token.text[1:-1]
        elif token.kind == "name":
            prefix, _, local = token.text.partition(":")
            if prefix in declared:
                yield token, declared[prefix] + re.sub(r"\\(.)", r"\1", local)


def too_deep(query: str) -> str | None:
    """Refuse brackets so deep in brackets that the engine would run out of stack and end the process."""
    depth = 0
    for token in tokens(query):
        depth += (token.text in _OPENING) - (token.text in _CLOSING)
        if depth > DEEPEST:
            return at(query, token.begin, f"brackets are nested more than {DEEPEST} deep here")
    return None


def explain(query: str, prefixes: Mapping[str, str]) -> str:
    """Say where and why a query that the engine has refused is wrong."""
    found = tokens(query)
    if not found:
        return "the query is empty; it begins with SELECT, ASK, CONSTRUCT or DESCRIBE"
    return (
        _update(query, found)
        or _open_string(query, found)
        or _spaced_iri(query)
        or _unknown_prefix(query, found, prefixes)
        or _wrong_token(query, found, prefixes)
    )


def _update(query: str, found: list[Token]) -> str | None:
    """Refuse updates: the first word after the prologue tells."""
    for before, token in zip([None, *found], found, strict=False):
        prologue = token.text.upper() in ("PREFIX", "BASE") or token.kind in ("name", "iri")
        if token.kind == "word" and token.text.upper() in _UPDATES and (before is None or before.kind == "iri"):
            return at(query, token.begin, f"{token.text} would change the store, and a query only reads it") + (
                "\nthe store changes with kg build and kg drop"
            )
        if not prologue:
            return None
    return None


def _open_string(query: str, found: list[Token]) -> str | None:
    for token in found:
        if token.text in ("'", '"'):
            return at(query, token.begin, "the string that begins here is never closed")
    return None


def _spaced_iri(query: str) -> str | None:
    broken = _SPACED_IRI.search(query)
    return at(query, broken.start(), f"the IRI {broken[0]} has a space in it") if broken else None


def _unknown_prefix(query: str, found: list[Token], prefixes: Mapping[str, str]) -> str | None:
    declared = {after.text[:-1] for token, after in pairwise(found) if token.text.upper() == "PREFIX"}
    known = sorted(declared | prefixes.keys())
    for token in found:
        prefix = token.text.partition(":")[0]
        if token.kind == "name" and prefix not in known:
            near = get_close_matches(prefix, known, n=1, cutoff=0.5)
            return "\n".join((
                at(query, token.begin, f"the prefix '{prefix}:' is not known"),
                f"did you mean '{near[0]}:'?" if near else f"declare it first: PREFIX {prefix}: <...>",
                "known without declaration: " + " ".join(f"{name}:" for name in sorted(prefixes)),
            ))  # fmt: skip
    return None


def _wrong_token(query: str, found: list[Token], prefixes: Mapping[str, str]) -> str:
    """Find the first token with which the query cannot go on, by halving."""
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) // 2
        if _goes_on(query[: found[middle].end], prefixes):
            low = middle + 1
        else:
            high = middle
    right = query[: found[low - 1].end] if low else ""
    expected = _expected(right, prefixes)
    reason = _reason(query, prefixes)
    if low == len(found):
        problem = reason or "the query ends too early"
        return at(query, len(query.rstrip()), problem) + ("" if reason else expected)
    token = found[low]
    if token.kind == "iri" and ":" not in token.text:
        return at(query, token.begin, f"{token.text} is no complete IRI, such as <https://example.org/a>")
    problem = f"{reason}: '{token.text}'" if reason else f"'{token.text}' cannot stand here"
    return at(query, token.begin, problem) + ("" if reason else expected)


def _goes_on(text: str, prefixes: Mapping[str, str]) -> bool:
    """Say whether a query can begin with a text: whether the parser gets to its end."""
    padded = text + _PADDING
    refused = _refusal(padded, prefixes)
    if refused is None:
        return True
    last = padded.rsplit("\n", 1)[-1]
    return (int(refused[1]), int(refused[2])) == (padded.count("\n") + 1, len(last) + 1)


def _expected(right: str, prefixes: Mapping[str, str]) -> str:
    fitting = [shown for text, shown in _CANDIDATES.items() if _goes_on(f"{right} {text}", prefixes)]
    if not fitting:
        return ""
    told = ", ".join(fitting[:_MOST_TOLD])
    return f"\nexpected: {told}{', ...' if len(fitting) > _MOST_TOLD else ''}"


def _reason(query: str, prefixes: Mapping[str, str]) -> str | None:
    """Give the engine's reason where it is a sentence and not a list of letters."""
    refused = _refusal(query, prefixes)
    sentence = _REASON.search(refused[3]) if refused else None
    return sentence[0] if sentence else None


def _refusal(query: str, prefixes: Mapping[str, str]) -> re.Match[str] | None:
    try:
        ox.Store().query(query, prefixes=dict(prefixes))
    except SyntaxError as error:
        return _POSITION.match(str(error))
    except (RuntimeError, OSError, ValueError):
        return None
    return None


def at(query: str, offset: int, problem: str) -> str:
    """Put a problem, its line and column (from 1), and the line with a caret under the place."""
    line = query.count("\n", 0, offset) + 1
    start = query.rfind("\n", 0, offset) + 1
    column = offset - start
    text = query[start:].partition("\n")[0].rstrip().replace("\t", " ")
    left = max(0, column - _SHOWN_COLUMNS // 2) if len(text) > _SHOWN_COLUMNS else 0
    shown = text[left : left + _SHOWN_COLUMNS]
    return f"line {line}, column {column + 1}: {problem}\n    {shown}\n    {' ' * (column - left)}^"
