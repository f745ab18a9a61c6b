"""The functions that every query may call: Vietnamese text, and stretches of time.

| call | value |
| --- | --- |
| `kg:fold(text)` | the text without case, tone and vowel marks, đ as d |
| `kg:contains(text, part)` | whether the folded text has the folded part in it |
| `kg:sortKey(text)` | a key to sort by the Vietnamese alphabet: `ORDER BY kg:sortKey(?label)` |
| `kg:nameKey(text)` | the same for people: by given name first |
| `kg:during(start, end, day)` | whether the day (or some day of the month or year) is in the stretch |
| `kg:overlaps(start, end, start, end)` | whether two stretches have a day in common |

Texts may be in any Unicode form; of a node, the last part of its name counts. Days are `xsd:date`, or months and
years ("2020-06", 2020), the first day of which is a start and the last an end. What is no text or no day gives
no value, as SPARQL's own functions do; nothing here raises.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import unquote

import pyoxigraph as ox

from kg.query.alphabet import name_key, sort_key
from kg.text import fold
from kg.vocab import KG, iri

_REMEMBERED = 100_000
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*|Z|[+-]\d\d:\d\d)?")
_BOOLEAN = ox.NamedNode(iri("xsd:boolean"))
_TRUE, _FALSE = ox.Literal("true", datatype=_BOOLEAN), ox.Literal("false", datatype=_BOOLEAN)

_fold = lru_cache(maxsize=_REMEMBERED)(fold)


def text_of(term: object) -> str:
    """Give the characters of a literal, and of a node the last part of its name, as words.

    >>> text_of(ox.NamedNode("https://w3id.org/thidua/id/place/tỉnh_Bắc_Kạn"))
    'tỉnh Bắc Kạn'
    """
    if isinstance(term, ox.NamedNode):
        return unquote(re.split(r"[/#]", term.value)[-1]).replace("_", " ")
    return term.value if isinstance(term, ox.Literal) else str(term)


@lru_cache(maxsize=_REMEMBERED)
def stretch(text: str) -> tuple[str, str] | None:
    """Give the first and the last day of a day, a month or a year, as texts that compare; None for any other.

    >>> stretch("2020-06"), stretch("2020-06-29"), stretch("hè 2020")
    (('2020-06-01', '2020-06-31'), ('2020-06-29', '2020-06-29'), None)
    """
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = found.groups()
    return f"{year}-{month or '01'}-{day or '01'}", f"{year}-{month or '12'}-{day or '31'}"


def overlaps(first_start: str, first_end: str, second_start: str, second_end: str) -> bool | None:
    """Say whether two stretches have a day in common, None where one of the days is none.

    >>> overlaps("2015", "2020", "2020-06-29", "2025"), overlaps("2015", "2020", "2021", "2025")
    (True, False)
    """
    starts, ends = (stretch(first_start), stretch(second_start)), (stretch(first_end), stretch(second_end))
    if None in (*starts, *ends):
        return None
    (one, other), (one_end, other_end) = ([day[0] for day in starts if day], [day[1] for day in ends if day])
    return one <= other_end and other <= one_end


def _fold_call(text: object) -> ox.Literal:
    return ox.Literal(_fold(text_of(text)))


def _contains_call(text: object, part: object) -> ox.Literal:
    return _boolean(_fold(text_of(part)) in _fold(text_of(text)))


def _sort_key_call(text: object) -> ox.Literal:
    return ox.Literal(sort_key(text_of(text)))


def _name_key_call(text: object) -> ox.Literal:
    return ox.Literal(name_key(text_of(text)))


def _during_call(start: object, end: object, day: object) -> ox.Literal | None:
    return _overlaps_call(start, end, day, day)


def _overlaps_call(start: object, end: object, other_start: object, other_end: object) -> ox.Literal | None:
    answer = overlaps(text_of(start), text_of(end), text_of(other_start), text_of(other_end))
    return None if answer is None else _boolean(answer)


def _boolean(value: bool) -> ox.Literal:
    return _TRUE if value else _FALSE


# Each function with how many arguments it takes
_CALLS: dict[str, tuple[Callable[..., ox.Literal | None], int]] = {
    "fold": (_fold_call, 1),
    "contains": (_contains_call, 2),
    "sortKey": (_sort_key_call, 1),
    "nameKey": (_name_key_call, 1),
    "during": (_during_call, 3),
    "overlaps": (_overlaps_call, 4),
}
ARGUMENTS = {name: number for name, (_, number) in _CALLS.items()}
FUNCTIONS: dict[ox.NamedNode, Callable[..., ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None]] = {
    ox.NamedNode(KG + name): call for name, (call, _) in _CALLS.items()
}
