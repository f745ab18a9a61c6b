"""What the tables of extraction share: one pipeline, and facts written as one short line each.

    roles("Ông A, Chủ tịch LĐLĐ tỉnh B ...")   {"A | Chủ tịch | Liên đoàn Lao động tỉnh B"}
    awards(...)                                {"awarder | honour | 12 cá nhân"}, "-" where no awarder is named
    movements(...)                             {"name | 2015–2020"}, the name alone where no period is attached

The status stands behind a fact only where it is not "current" or "awarded".
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from kg import language, lexicon
from kg.extract import read
from kg.language.scan import Scan, Scanner, scan, scanner
from kg.lexicon import Lexicon
from kg.model import Article, Award, Fact, Group, Organisation, Period, Person, RoleHolding, Stage
from kg.text import normalise

if TYPE_CHECKING:
    from spacy.language import Language


def case(name: str, text: str, *expected: str) -> object:
    """Make a row of a table: what must come out of a text."""
    return pytest.param(text, set(expected), id=name)


@cache
def pipeline() -> Language:
    return language.load()


@cache
def words() -> Lexicon:
    return lexicon.load()


@cache
def _scanner() -> Scanner:
    return scanner(words())


def scanned(text: str) -> Scan:
    return scan(normalise(text), _scanner())


@cache
def facts(text: str) -> tuple[Fact, ...]:
    ((_, found),) = read([Article("case", normalise(text))], nlp=pipeline())
    return found


def spans(text: str, label: str) -> list[str]:
    """The stretches that the pipeline marks with a label, in order."""
    doc = pipeline()(normalise(text))
    found = sorted(span.start_char for span in doc.spans["kg"] if span.label_ == label)
    texts = {span.start_char: span.text for span in doc.spans["kg"] if span.label_ == label}
    return [texts[begin] for begin in found]


def roles(text: str) -> set[str]:
    return {role_line(fact) for fact in facts(text) if isinstance(fact, RoleHolding)}


def awards(text: str) -> set[str]:
    return {award_line(fact) for fact in facts(text) if isinstance(fact, Award)}


def movements(text: str) -> set[str]:
    return {stage_line(fact) for fact in facts(text) if isinstance(fact, Stage)}


def role_line(fact: RoleHolding) -> str:
    return _line(fact.person.name, fact.role.name, fact.organisation.name, _unless(fact.status, "current"))


def award_line(fact: Award) -> str:
    awarder = fact.awarder.name if fact.awarder else "-"
    return _line(awarder, fact.honour.name, recipient_line(fact.recipient), _unless(fact.status, "awarded"))


def recipient_line(recipient: Person | Organisation | Group) -> str:
    if isinstance(recipient, Group):
        return f"{recipient.count} {recipient.kind}" if recipient.count else recipient.kind
    return recipient.name


def stage_line(fact: Stage) -> str:
    return _line(fact.movement.name, period_line(fact.period) if fact.period else "")


def period_line(period: Period) -> str:
    """Write whole years as 2015–2020, one year as 2020, days as 2023-01-31–2023-05-31, an open end as 2019-07-01–."""
    start, end = period.start, period.end
    if end is None:
        return f"{start.isoformat()}–"
    if start == date(start.year, 1, 1) and end == date(end.year, 12, 31):
        return f"{start.year}" if start.year == end.year else f"{start.year}–{end.year}"
    return f"{start.isoformat()}–{end.isoformat()}"


def _unless(status: str, usual: str) -> str:
    return "" if status == usual else status


def _line(*parts: str) -> str:
    return " | ".join(part for part in parts if part)
