"""Movements and their stages: what the marks found, as facts."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.reading import Reading
from kg.model import Concept, Stage


def extract(reading: Reading) -> Iterator[Stage]:
    """Find the movements that an article names, each with the period that the text attaches to it."""
    names: dict[str, str] = {}
    for begin, end, chunks in reading.sentences():
        for chunk in chunks:
            if chunk.label == "MOVEMENT":
                found = chunk.value
                name = names.setdefault(found.name.casefold(), found.name)
                yield Stage(Concept(name), found.period, reading.evidence(begin, end, found.rule))
