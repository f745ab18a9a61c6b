"""What a parsed name of an organisation is: its parts, from the unit outwards."""

from __future__ import annotations

from dataclasses import dataclass

from kg.lexicon import Head


@dataclass(frozen=True, slots=True)
class Part:
    """One body of a nested name: head, the words after it, and its place (`level` alone: a bare level word)."""

    head: Head
    tail: str = ""
    level: str = ""
    place: str = ""
    country: str = ""

    @property
    def bare(self) -> bool:
        """Whether nothing but the head, and perhaps a level word, is there."""
        return not (self.tail or self.place or self.country)


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """A parsed name: `parts` from the unit outwards, `parent` the larger place that the text adds."""

    begin: int
    end: int
    parts: tuple[Part, ...]
    parent: str = ""
