"""Which offices are past: those that an article ends, and of a narrated career all but the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kg.extract.reading import Reading
from kg.extract.roles.patterns import patterns
from kg.extract.roles.units import Group
from kg.language.chunks import Chunk
from kg.model import Period, RoleHolding

_MAX_TO_PERIOD = 70  # characters between a period that leads a clause and its office
_MAX_VERB = 30


class Dated(NamedTuple):
    """A holding, and the year in which its sentence sets it (0: none, the present)."""

    holding: RoleHolding
    year: int


def year_of(reading: Reading, chunks: Sequence[Chunk], group: Group) -> int:
    """Give the last year of the period that leads the clause of an office narrated: "Từ 1995 đến 2001, ông là R"."""
    verb = patterns(reading.lexicon).office_verb
    if not verb.search(reading.scan.folded[max(0, group.begin - _MAX_VERB) : group.begin]):
        return 0
    before = [c for c in chunks if c.label == "PERIOD" and c.end <= group.begin]
    leading = [c.value for c in before if group.begin - c.end < _MAX_TO_PERIOD and c.value.form != "day"]
    own = [unit.term.period for unit in group.units if unit.term is not None]
    periods: list[Period] = [found.period for found in leading] or own
    last = periods[-1].end if periods else None
    return last.year if last is not None else 0


def told_apart(found: Sequence[Dated]) -> Iterator[RoleHolding]:
    """Give the holdings, as former those that are past by what the article says elsewhere."""
    ended = {_office(h) for h, _ in found if h.status == "former"}
    for holding, year in found:
        current = holding.status == "current"
        if current and ((year and _superseded(holding, year, found)) or _office(holding) in ended):
            yield replace(holding, status="former")
        else:
            yield holding


def _office(holding: RoleHolding) -> tuple[object, ...]:
    return holding.person, holding.role, holding.organisation.name


def _superseded(holding: RoleHolding, year: int, found: Sequence[Dated]) -> bool:
    """Whether the same person has a later office, or one that is not dated at all, elsewhere in the article."""
    return any(
        other.person == holding.person
        and other.evidence.begin != holding.evidence.begin
        and (later > year or (later == 0 and other.status == "current"))
        and _office(other) != _office(holding)
        for other, later in found
    )
