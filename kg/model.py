"""The values that pass between the steps: articles, entities, facts. Frozen, and free of any library.

An `Article` is text as read; a fact points back at it with `Evidence`; everything else is what a fact
says. Offsets are characters (Unicode code points) into `Article.text`, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

RoleStatus = Literal["current", "former", "nominated"]
AwardStatus = Literal["awarded", "proposed", "registered", "revoked", "denied"]


@dataclass(frozen=True, slots=True)
class Article:
    """One input text, normalised once (`text.normalise`) and never edited again."""

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A labelled stretch of an article's text: `article.text[begin:end]`."""

    label: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where an article states a fact: `sentence == article.text[begin:end]`, found by `rule`."""

    sentence: str
    begin: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Period:
    """An interval from its first to its last day, both inclusive; `end` is None where it goes on."""

    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative unit by its full name: "tỉnh Bắc Kạn", "huyện Na Rì"."""

    name: str
    parent: Place | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A named person; `setting` tells two bearers of one name apart (a place or a body).

    `forms` are the other forms of the name that the article uses ("ông Khang" gives "Khang").
    """

    name: str
    setting: str = ""
    forms: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Organisation:
    """A named body under its fullest name; `parent` and `place` where the name shows them."""

    name: str
    parent: Organisation | None = field(default=None, compare=False)
    place: Place | None = field(default=None, compare=False)
    forms: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Group:
    """Unnamed recipients: "84 cá nhân" is ("cá nhân", 84); `count` is None where uncounted."""

    kind: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """A title, an honour or a movement: a name, and the other forms that the article uses."""

    name: str
    forms: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class RoleHolding:
    """Somebody holds a role somewhere."""

    person: Person
    role: Concept
    organisation: Organisation
    status: RoleStatus
    evidence: Evidence = field(compare=False)
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Award:
    """One honour given (or proposed, registered, revoked, denied) by one awarder to one recipient.

    `presenter` hands it over on the awarder's behalf; `awarder` is None where the text names none.
    """

    awarder: Organisation | None
    honour: Concept
    recipient: Person | Organisation | Group
    status: AwardStatus
    evidence: Evidence = field(compare=False)
    presenter: Person | None = None
    movement: Concept | None = None
    period: Period | None = None
    date: date | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """A movement, in the period that the text attaches to it; `period` is None where it attaches none."""

    movement: Concept
    period: Period | None
    evidence: Evidence = field(compare=False)


Fact = RoleHolding | Award | Stage
