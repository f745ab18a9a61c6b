"""What there is to complete in a query: the classes, properties and entities of a graph, and how often they occur.

Looks names up by any part of any word of theirs, without regard to case and accents. Made once for a graph (half a
second for a quarter of a million triples) and then answers in milliseconds.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox

from kg.query.engine import run
from kg.query.functions import ARGUMENTS
from kg.rdf.turtle import shortener
from kg.text import fold
from kg.vocab import CLASSES, PROPERTIES, STATUSES

# Kinds of entities that people look for by name; facts and mentions are found by what they say
_ENTITIES = ("person", "organisation", "role", "honour", "movement", "place", "period")
_COUNTS = {
    "property": "SELECT ?x (COUNT(*) AS ?n) { ?s ?x ?o } GROUP BY ?x",
    "class": "SELECT ?x (COUNT(*) AS ?n) { ?s a ?x } GROUP BY ?x",
    "entity": "SELECT ?x (COUNT(*) AS ?n) { ?s ?p ?x FILTER(isIRI(?x)) } GROUP BY ?x",
}
_LABELS = "SELECT ?x ?label { ?x rdfs:label|skos:altLabel ?label }"
MOST = 50  # completions that one look-up gives
_EXAMINED = 1000  # of the entities that fit, which come most frequent first


@dataclass(frozen=True, slots=True)
class Name:
    """A name that can be completed: as it is written in a query, what it is, its label, how often it stands there."""

    text: str
    kind: str
    label: str
    count: int


class Names:
    """The names of one graph, ready to be looked up."""

    def __init__(self, quads: ox.Store, prefixes: Mapping[str, str]) -> None:
        short = shortener(prefixes)
        counts = {kind: dict(_counted(quads, query, prefixes)) for kind, query in _COUNTS.items()}
        self._terms = tuple(_terms(counts, short))
        found = _entities(quads, prefixes, counts["entity"])
        self._entities = tuple(sorted(found, key=lambda name: (-name.count, name.text)))
        # One text for each list, a name a line, so that one search over it finds all
        self._term_lines = _Lines(name.text.replace(":", " ") for name in self._terms)
        self._entity_lines = _Lines(f"{name.text.partition(':')[2]} {name.label}" for name in self._entities)

    def terms(self, fragment: str) -> list[Name]:
        """Give classes, properties and functions whose prefix is that of `fragment`, or whose name begins with it."""
        prefix, colon, local = fragment.partition(":")
        if not colon:
            found = (self._terms[place] for place in self._term_lines.find(fragment))
        else:
            found = (
                name
                for name in self._terms
                if name.text.startswith(f"{prefix}:") and fold(local) in fold(name.text.partition(":")[2])
            )
        return _best(found, fragment)

    def entities(self, fragment: str, kind: str | None = None) -> list[Name]:
        """Give entities (of a kind, such as "person") with the words of `fragment` in their name, in any order."""
        places = self._entity_lines.find(fragment.replace("_", " "))
        found = (self._entities[place] for place in places)
        wanted = (name for name in found if kind is None or name.kind == kind)
        return _best(islice(wanted, _EXAMINED), fragment)


class _Lines:
    """Folded texts, one a line, and a search for the lines that have all words of a fragment."""

    def __init__(self, texts: Iterable[str]) -> None:
        lines = [" " + re.sub(r"[\W_]+", " ", fold(text)).strip() for text in texts]
        self._lines = lines
        self._text = "\n".join(lines)
        self._ends: list[int] = []
        end = -1
        for line in lines:
            end += len(line) + 1
            self._ends.append(end)

    def find(self, fragment: str) -> list[int]:
        """Give the places of the lines in which every word of a fragment begins a word."""
        words = re.sub(r"[\W_]+", " ", fold(fragment)).split()
        if not words:
            return list(range(len(self._lines)))
        longest = max(words, key=len)
        found, place = [], 0
        begin = self._text.find(f" {longest}")
        while begin >= 0:
            place = self._line(begin, place)
            if all(f" {word}" in self._lines[place] for word in words):
                found.append(place)
            begin = self._text.find(f" {longest}", self._ends[place])
        return found

    def _line(self, offset: int, first: int) -> int:
        return bisect_right(self._ends, offset, lo=first)


def _best(found: Iterable[Name], fragment: str) -> list[Name]:
    """Give the names that occur most, those that begin with the fragment first."""
    local = fold(fragment.partition(":")[2] or fragment)
    ranked = sorted(
        found,
        key=lambda name: (not fold(name.text.partition(":")[2]).startswith(local), -name.count, name.text),
    )
    return ranked[:MOST]


def _terms(counts: Mapping[str, Mapping[str, int]], short: Callable[[str], str]) -> Iterator[Name]:
    used = {(kind, short(iri)): number for kind in ("property", "class") for iri, number in counts[kind].items()}
    for (kind, text), number in used.items():
        if not text.startswith("<"):
            yield Name(text, kind, "", number)
    written = {text for _, text in used}
    for kind, terms in (("class", CLASSES), ("property", PROPERTIES), ("status", STATUSES), ("function", ARGUMENTS)):
        yield from (Name(f"kg:{term}", kind, "", 0) for term in sorted(terms) if f"kg:{term}" not in written)


def _entities(quads: ox.Store, prefixes: Mapping[str, str], counts: Mapping[str, int]) -> Iterator[Name]:
    short = shortener(prefixes)
    kinds = {prefixes[kind]: kind for kind in _ENTITIES}
    labels: dict[str, list[str]] = {}
    for iri, label in _rows(quads, _LABELS, prefixes):
        labels.setdefault(iri, []).append(label)
    for iri in sorted(labels):
        kind = kinds.get(iri[: iri.rfind("/") + 1])
        if kind is not None:
            yield Name(short(iri), kind, " · ".join(labels[iri]), counts.get(iri, 0))


def _counted(quads: ox.Store, query: str, prefixes: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    return ((iri, int(number)) for iri, number in _rows(quads, query, prefixes))


def _rows(quads: ox.Store, query: str, prefixes: Mapping[str, str]) -> Iterator[Sequence[str]]:
    solutions = run(quads, query, prefixes)
    assert isinstance(solutions, ox.QuerySolutions)
    return ([term.value for term in row] for row in solutions)
