"""From a marked Doc to the chunks that the extractors read, with doubtful overlaps decided.

A chunk is a span of `doc.spans["kg"]` with what it was read as. A span that somebody else's component added carries
only its text: it gets the plainest reading of its label.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from spacy.tokens import Doc

from kg.language.honours import HonourName
from kg.language.movements import MovementName
from kg.language.organisations import OrganisationName, Part
from kg.language.persons import PersonName
from kg.language.tokenizer import marks_of
from kg.lexicon import Head, Title
from kg.periods import find_periods
from kg.text import tidy

SPANS = "kg"
LABELS = ("PERSON", "ROLE", "ORGANISATION", "HONOUR", "MOVEMENT", "PERIOD", "COUNT", "STATUS", "PLACE")


class Chunk(NamedTuple):
    """A marked stretch: one of `LABELS`, its characters, and what it was read as."""

    label: str
    begin: int
    end: int
    value: Any  # Title, OrganisationName, PersonName ... by label


def chunks(doc: Doc) -> tuple[Chunk, ...]:
    """Give the chunks of a marked Doc in the order of the text."""
    values = marks_of(doc).values
    found = []
    for span in doc.spans.get(SPANS, ()):
        begin, end = span.start_char, span.end_char
        value = values.get((span.label_, begin, end))
        if value is None:
            value = _plain(span.label_, begin, end, span.text)
        if value is not None:
            found.append(Chunk(span.label_, begin, end, value))
    return tuple(sorted(_decided(found), key=lambda c: (c.begin, -c.end)))


def _plain(label: str, begin: int, end: int, text: str) -> Any:
    """The plainest reading of a span that came without one."""
    name = tidy(text)
    match label:
        case "PERSON":
            return PersonName(begin, end, name, True, True)
        case "ORGANISATION":
            return OrganisationName(begin, end, (Part(Head(name, alone=True)),))
        case "ROLE":
            return Title(name)
        case "HONOUR":
            return HonourName(begin, end, (name,), False)
        case "MOVEMENT":
            return MovementName(begin, end, name, None, "movement.custom")
        case "PERIOD":
            return next(find_periods(text), None)
        case _:
            return None


def _decided(found: Sequence[Chunk]) -> Iterator[Chunk]:
    """Leave out what another chunk tells better: "4 công đoàn cơ sở" is a count, not a body and not a title."""
    counts = [c for c in found if c.label == "COUNT"]
    named = [c for c in found if c.label == "ORGANISATION" and not _inside(c, counts, bare=True)]
    counts = [c for c in counts if not any(c.begin <= o.begin < c.end < o.end for o in named)]
    for chunk in found:
        if chunk.label == "ORGANISATION" and _inside(chunk, counts, bare=True):
            continue
        if chunk.label == "ROLE" and _inside(chunk, counts, bare=False):
            continue
        if chunk.label == "COUNT" and chunk not in counts:
            continue
        yield chunk


def _inside(chunk: Chunk, counts: Sequence[Chunk], *, bare: bool) -> bool:
    """Whether a chunk begins in a count; with `bare`, only where it is a body without a name."""
    if bare and not (chunk.value.parts[0].bare and len(chunk.value.parts) == 1):
        return False
    return any(c.begin <= chunk.begin < c.end for c in counts)
