"""Seats in a committee that no title names: "bầu ông A vào Ban Chấp hành", "chỉ định bà B tham gia Ban Thường vụ".

Whoever is put into a body of an organisation is a member of it ("Ủy viên"). Refuses bodies that somebody only works
with, and committees whose organisation the article leaves open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.reading import Reading
from kg.extract.roles.bodies import Memory
from kg.extract.roles.patterns import patterns
from kg.language.chunks import Chunk
from kg.language.organisations import OrganisationName
from kg.model import Concept, RoleHolding

RULE = "role.seated"
_INTO = re.compile(r"(?<!\w)(?:vào|tham\s+gia)\s+(?:[^\W\d_]+\s*,\s*)?$")
_ALSO = re.compile(r"\s*(?:,|và)\s*")
_TITLE = "Ủy viên"
_REACH = 160  # characters from the verb that puts somebody in to the committee


def seats(reading: Reading, begin: int, end: int, chunks: Sequence[Chunk], memory: Memory) -> Iterator[RoleHolding]:
    """Find who is put into which committee in a sentence."""
    last: Chunk | None = None
    for chunk in chunks:
        if chunk.label != "ORGANISATION" or "organ" not in chunk.value.parts[0].head.traits:
            continue
        person = _seated(reading, begin, chunks, chunk, last)
        body = _of(chunk.value, memory)
        if person is not None and body is not None:
            last = chunk
            holder, organisation = reading.person(person.value), reading.body(body)
            if holder is not None and organisation is not None:
                title = Concept(f"{_TITLE} {chunk.value.parts[0].head.name}")
                yield RoleHolding(holder, title, organisation, "current", reading.evidence(begin, end, RULE))


def _seated(
    reading: Reading, begin: int, chunks: Sequence[Chunk], committee: Chunk, last: Chunk | None
) -> Chunk | None:
    """Whom a verb puts into a committee; a second one follows over a comma."""
    folded = reading.scan.folded
    follows = last is not None and _ALSO.fullmatch(folded, last.end, committee.begin) is not None
    into = last.begin if follows and last is not None else committee.begin
    if not _INTO.search(folded, max(begin, into - 30), into):
        return None
    people = [chunk for chunk in chunks if chunk.label == "PERSON" and chunk.end <= into]
    if not people or not patterns(reading.lexicon).puts_in.search(folded, max(begin, people[-1].begin - _REACH), into):
        return None
    return people[-1]


def _of(name: OrganisationName, memory: Memory) -> OrganisationName | None:
    """The body that a committee is of: the one named with it, else the last one that somebody has a role in."""
    if len(name.parts) > 1:
        return replace(name, parts=name.parts[1:])
    if name.parts[0].level or name.parts[0].tail:
        return None
    last = memory.last
    if last is None or "lone" not in last.parts[0].head.traits:
        return last
    return replace(last, parts=last.parts[1:]) if len(last.parts) > 1 else None
