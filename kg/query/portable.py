"""Queries as any SPARQL 1.1 engine takes them: prefixes declared, our functions written out in SPARQL's own.

For endpoints, and for the example queries that a store brings with it. The written-out functions are slower, and
`kg:sortKey` sorts accents after plain letters instead of by the whole Vietnamese alphabet; all else is the same.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping

from kg.query.functions import ARGUMENTS
from kg.query.syntax import Token, resolved, tokens
from kg.query.terms import arguments
from kg.text import fold
from kg.vocab import KG

# Each plain letter with the letters of Vietnamese that fold to it
_LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_MARKED = {plain: "".join(letter for letter in _LETTERS if fold(letter) == plain) for plain in "adeiouy"}
_CONSTANT = re.compile(r'"[^"\\]*"')
_ABOUT_PARAMETERS = re.compile(r"\s*FILTER\(!BOUND\(\$\w+\) ")
_SORT_KEY = re.compile(r"kg:(?:sortKey|nameKey)\((?:COALESCE\()?(\?\w+)(?:, \"\"\))?\)")
_PADDED = 'SUBSTR(CONCAT(STR({0}), SUBSTR("{1}", STRLEN(STR({0})) - 3)), 1, 10)'
_FIRST, _LAST = "-01-01", "-12-31"


def portable(sparql: str, names: Mapping[str, str]) -> str:
    """Write a query in standard SPARQL, with the prefixes that it uses declared in front."""
    return _declared(_written(sparql, names, tokens(sparql)), names)


def for_readers(sparql: str, names: Mapping[str, str]) -> str:
    """Write an example query for people to read and change: portable, without its head, parameters and sort keys."""
    lines = [line for line in sparql.splitlines() if not line.startswith("#") and not _ABOUT_PARAMETERS.match(line)]
    return portable(_SORT_KEY.sub(r"\1", "\n".join(lines)), names)


def _written(sparql: str, names: Mapping[str, str], found: list[Token]) -> str:
    """Write out every call of our functions, arguments first."""
    parts, done = [], 0
    for token, name in resolved(found, names):
        place = found.index(token) + 1
        if token.begin < done or not _is_ours(name) or place >= len(found) or found[place].text != "(":
            continue
        given = (sparql[begin:end].strip() for begin, end in arguments(found, place))
        inner = [_written(text, names, tokens(text)) for text in given]
        parts += [sparql[done : token.begin], _WRITTEN[name.removeprefix(KG)](*inner)]
        done = _closing(found, place)
    return "".join([*parts, sparql[done:]])


def _is_ours(name: str) -> bool:
    return name.startswith(KG) and name.removeprefix(KG) in ARGUMENTS


def _closing(found: list[Token], opening: int) -> int:
    depth = 0
    for token in found[opening:]:
        depth += (token.text == "(") - (token.text == ")")
        if depth == 0:
            return token.end
    return found[-1].end


def _declared(sparql: str, names: Mapping[str, str]) -> str:
    found = tokens(sparql)
    declared = {after.text[:-1] for token, after in itertools.pairwise(found) if token.text.upper() == "PREFIX"}
    used = {token.text.partition(":")[0] for token in found if token.kind == "name"} - declared
    return "".join(f"PREFIX {name}: <{names[name]}>\n" for name in sorted(used & names.keys())) + sparql


def _fold(text: str) -> str:
    if _CONSTANT.fullmatch(text):
        return f'"{fold(text[1:-1])}"'
    written = f"LCASE(STR({text}))"
    for plain, marked in _MARKED.items():
        written = f'REPLACE({written}, "[{marked}]", "{plain}")'
    return written


def _contains(text: str, part: str) -> str:
    return f"CONTAINS({_fold(text)}, {_fold(part)})"


def _sort_key(text: str) -> str:
    return f'CONCAT({_fold(text)}, " ", LCASE(STR({text})))'


def _name_key(text: str) -> str:
    return _sort_key(f'REPLACE(STR({text}), "^(.*) ([^ ]+)$", "$2 $1")')


def _during(start: str, end: str, day: str) -> str:
    return _overlaps(start, end, day, day)


def _overlaps(start: str, end: str, other_start: str, other_end: str) -> str:
    first, other_first = _PADDED.format(start, _FIRST), _PADDED.format(other_start, _FIRST)
    last, other_last = _PADDED.format(end, _LAST), _PADDED.format(other_end, _LAST)
    return f"({first} <= {other_last} && {other_first} <= {last})"


_WRITTEN: dict[str, Callable[..., str]] = {
    "fold": _fold,
    "contains": _contains,
    "sortKey": _sort_key,
    "nameKey": _name_key,
    "during": _during,
    "overlaps": _overlaps,
}
