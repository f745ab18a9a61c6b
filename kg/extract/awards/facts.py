"""From clauses to awards: every honour for every recipient, with movement, period and reason where they are stated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.awards.clauses import Clause, Sentence
from kg.extract.awards.patterns import REASON
from kg.extract.reading import Reading
from kg.language.chunks import Chunk
from kg.language.organisations import OrganisationName
from kg.language.persons import PersonName
from kg.language.recipients import CountedGroup
from kg.model import Award, Concept, Group, Organisation, Period, Person
from kg.text import tidy

_MAX_TO_REASON = 40  # characters from a clause to its reason


def awards_of(sentence: Sentence, clause: Clause, chunks: Sequence[Chunk]) -> Iterator[Award]:
    """Give the awards of a clause; a group gets the first of several honours, as its count cannot be shared out."""
    reading = sentence.reading
    found = [recipient for chunk in clause.recipients if (recipient := _recipient(reading, chunk)) is not None]
    if not found:
        return
    names = [name for honour in clause.honours for name in honour.value.names]
    awarder = reading.body(clause.awarder) if clause.awarder else None
    presenter = reading.person(clause.presenter) if clause.presenter else None
    movement, period = _movement(chunks, clause)
    evidence = reading.evidence(sentence.begin, sentence.end, clause.rule)
    for recipient in found:
        if recipient == awarder:
            continue
        for name in names[:1] if isinstance(recipient, Group) else names:
            yield Award(
                awarder,
                Concept(name),
                recipient,
                clause.status,
                evidence,
                presenter=presenter,
                movement=movement,
                period=period,
                reason=_reason(sentence, clause),
            )


def _recipient(reading: Reading, chunk: Chunk) -> Person | Organisation | Group | None:
    value = chunk.value
    if isinstance(value, CountedGroup):
        abbreviated = value.kind[:2].isupper()
        return Group(value.kind if abbreviated else value.kind[0].lower() + value.kind[1:], value.count)
    if isinstance(value, PersonName):
        return reading.person(value)
    return reading.body(value) if isinstance(value, OrganisationName) else None


def _movement(chunks: Sequence[Chunk], clause: Clause) -> tuple[Concept | None, Period | None]:
    """The movement that an award is for: the first one named behind its honour in the sentence."""
    for chunk in chunks:
        if chunk.label == "MOVEMENT" and chunk.begin >= clause.honours_end:
            return Concept(chunk.value.name), chunk.value.period
    return None, None


def _reason(sentence: Sentence, clause: Clause) -> str | None:
    match = REASON.search(sentence.reading.scan.text, clause.end, sentence.end)
    if match is None or match.start() - clause.end >= _MAX_TO_REASON:
        return None
    return tidy(match[0]).rstrip(' .,;”"')
