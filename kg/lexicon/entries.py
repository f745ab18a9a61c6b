"""What the words of the lexicon are: titles, heads of bodies, honours, units, and all of them together.

Values only; how they are read from files is the matter of `files` and `tables`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, get_args

from kg.text import key

# What the grammar may expect of a head; `organisations.toml` tells what each means
Trait = Literal[
    "named", "field", "numbered", "person", "vague", "office", "territorial", "place-only", "sectoral", "power",
    "unit", "house", "company", "provincial", "organ", "inner", "lone", "desk", "staff",
    "branched", "whole", "government", "union", "local",
]  # fmt: skip
TRAITS: tuple[Trait, ...] = get_args(Trait)
House = Literal["short", "only"]
HOUSES: tuple[House, ...] = get_args(House)

_MAX_WORD = 48  # characters of what is looked up again and again
# Dashes and quotes have many forms; matching sees one of each. Every replacement keeps the length.
_SAME = (
    ("–", "-"), ("—", "-"), ("‑", "-"), ("−", "-"), ("’", "'"), ("‘", "'"),
    ("“", '"'), ("”", '"'), ("„", '"'), ("«", '"'), ("»", '"'),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Title:
    """A title of a role; `body` is what it implies, `unit` the word in it that begins the organisation.

    `seats` are the bodies that a place behind it means, `kinds` those that one without a body belongs to, `house` says
    that a company's short name may follow ("short"), or also that it is of the article's only company ("only").
    """

    name: str
    body: str | None = None
    unit: str | None = None
    alone: bool = False
    seats: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    house: House | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The first words of an organisation's name; see `organisations.toml` for the fields."""

    name: str
    level: str | None = None
    alone: bool = False
    takes_level: bool = False
    weak: bool = False
    stands_for: str | None = None
    traits: frozenset[Trait] = field(default=frozenset(), compare=False)


@dataclass(frozen=True, slots=True)
class Honour:
    """A formal commendation; see `honours.toml` for the fields."""

    name: str
    named: bool = False
    needs_name: bool = False
    class_word: bool = False
    title: bool = False
    weak: bool = False
    qualifiers: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """An administrative unit: "Bắc Kạn", "tỉnh", no parent; a district has its province as parent."""

    name: str
    kind: str
    parent: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Every table under the key form (`match_key`) of its words; `digest` changes with any word of them.

    Two lexicons of one digest are equal, so that patterns can be compiled once for each.
    """

    titles: Mapping[str, Title]
    heads: Mapping[str, Head]
    honours: Mapping[str, Honour]
    units: Mapping[str, tuple[Unit, ...]]
    sectors: Mapping[str, str]
    abbreviations: Mapping[str, str]
    surnames: frozenset[str]
    surnames_after_title: frozenset[str]
    common_surnames: frozenset[str]
    middle_names: frozenset[str]
    introductions: frozenset[str]
    countries: frozenset[str]
    words: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, int]
    grades: Mapping[str, str]
    digest: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)


def match_key(text: str) -> str:
    """Fold case, tone placement, dashes and quotes; every character keeps its place.

    >>> match_key("Uỷ ban – “Xanh”")
    'ủy ban - "xanh"'
    """
    return _word_key(text) if len(text) <= _MAX_WORD else _folded(text)


@lru_cache(maxsize=1 << 14)
def _word_key(text: str) -> str:
    return _folded(text)


def _folded(text: str) -> str:
    folded = key(text)
    for form, one in _SAME:  # `str.translate` takes forty times as long
        folded = folded.replace(form, one)
    return folded
