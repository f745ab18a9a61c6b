"""Who holds which role where: titles, the bodies behind them, and the people they stand beside.

One grammar: a *unit* is a title with its organisation ("Phó Chủ tịch LĐLĐ tỉnh"); units in a row are a *group*
(`units`); a group belongs to people (`holders`); each of its units is held somewhere (`bodies`), now or no more
(`past`). Refuses titles in general talk, bodies that the article does not name, and people without a position.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.reading import Reading
from kg.extract.roles.bodies import Memory, bodies
from kg.extract.roles.holders import attach
from kg.extract.roles.past import Dated, told_apart, year_of
from kg.extract.roles.patterns import patterns
from kg.extract.roles.seats import seats
from kg.extract.roles.terms import Term, leading_term
from kg.extract.roles.units import Group, Unit, read_groups, with_pronouns
from kg.language.chunks import Chunk
from kg.model import Concept, Evidence, Organisation, Person, RoleHolding, RoleStatus

_LABELS = ("ROLE", "ORGANISATION", "PERSON")


def extract(reading: Reading) -> Iterator[RoleHolding]:
    """Find the roles that an article states; who held and left an office within it holds it no more."""
    return told_apart(list(_holdings(reading)))


def _holdings(reading: Reading) -> Iterator[Dated]:
    memory = Memory()
    for begin, end, chunks in reading.sentences():
        relevant = [chunk for chunk in chunks if chunk.label in _LABELS]
        if not any(chunk.label == "ROLE" for chunk in relevant):
            if any(chunk.label == "PERSON" for chunk in relevant):
                yield from (Dated(found, 0) for found in seats(reading, begin, end, relevant, memory))
            continue
        relevant = with_pronouns(reading, begin, end, relevant)
        groups = read_groups(reading, relevant)
        attach(reading, relevant, groups, begin)
        held = [group for group in groups if group.people]
        for group in held:
            year = year_of(reading, chunks, group)
            yield from (Dated(found, year) for found in _of_group(reading, group, memory, begin, end))
        yield from (Dated(found, 0) for found in seats(reading, begin, end, relevant, memory))
        yield from (Dated(found, 0) for found in _replaced(reading, held, relevant, memory, begin, end))


def _of_group(reading: Reading, group: Group, memory: Memory, begin: int, end: int) -> Iterator[RoleHolding]:
    """Give the facts of a group: each of its units for each of its people."""
    organisations = bodies(reading, group, memory)
    evidence = reading.evidence(begin, end, group.rule)
    leading = leading_term(reading, begin, group.begin)
    for mention in group.people:
        person = reading.person(mention)
        for unit, body in zip(group.units, organisations, strict=True):
            if person is not None and body is not None and _is_here(reading, unit, person):
                yield _holding(person, unit, body, unit.term or leading, evidence)


def _is_here(reading: Reading, unit: Unit, person: Person) -> bool:
    """Whether a title that needs no body is this country's: "Thủ tướng" of a person with a name of another country."""
    return not unit.title.alone or unit.body is not None or reading.is_vietnamese(person)


def _holding(person: Person, unit: Unit, body: Organisation, term: Term | None, evidence: Evidence) -> RoleHolding:
    status = _status(unit, over=term is not None and term.over)
    return RoleHolding(person, Concept(unit.title.name), body, status, evidence, term.period if term else None)


def _status(unit: Unit, *, over: bool) -> RoleStatus:
    if unit.former or over:
        return "former"
    return "nominated" if unit.nominated else "current"


def _replaced(
    reading: Reading, groups: Sequence[Group], chunks: Sequence[Chunk], memory: Memory, begin: int, end: int
) -> Iterator[RoleHolding]:
    """Who held the same role before: "... giữ chức R thay ông X"."""
    for group in groups:
        person = _predecessor(reading, group, chunks)
        body: Organisation | None = bodies(reading, group, memory)[-1] if person is not None else None
        if person is not None and body is not None:
            evidence = reading.evidence(begin, end, "role.replaced")
            yield RoleHolding(person, Concept(group.units[-1].title.name), body, "former", evidence)


def _predecessor(reading: Reading, group: Group, chunks: Sequence[Chunk]) -> Person | None:
    following = next((c for c in chunks if c.label == "PERSON" and c.begin >= group.end), None)
    if group.units[-1].former or following is None or following.value in group.people:
        return None
    between = reading.scan.folded[group.end : following.begin]
    return reading.person(following.value) if patterns(reading.lexicon).replaces.match(between) else None
