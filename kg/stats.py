"""What a store holds, in figures: articles, facts, entities, and who is named most.

Counts nodes of the graph: a role holding that two articles report is one fact.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

import pyoxigraph as ox

from kg.query import ask
from kg.query.table import Table, Value
from kg.rdf.terms import description_graph, ontology_graph
from kg.rdf.turtle import shortener
from kg.store import Store, open_store, prefixes
from kg.vocab import iri

FACTS = {"roles": "kg:RoleHolding", "awards": "kg:Award"}
COUNTED = (
    "Article", "Person", "Organisation", "RecipientGroup", "RoleHolding", "Role", "Award", "Honour", "Movement",
    "Stage", "Period", "Place", "Mention",
)  # fmt: skip

_BY_STATUS = """
SELECT ?status (COUNT(?fact) AS ?facts) { ?fact a %s ; kg:status ?status }
GROUP BY ?status ORDER BY DESC(?facts) ?status
"""
_MOVEMENTS = {
    "in a period": "SELECT (COUNT(?s) AS ?n) { ?s a kg:Stage }",
    "without a period": "SELECT (COUNT(?m) AS ?n) { ?m a kg:Movement FILTER NOT EXISTS { ?m kg:period ?p } }",
}
_PROPERTIES = """
SELECT ?class ?property (COUNT(*) AS ?n) { ?node a ?class ; ?property ?value }
GROUP BY ?class ?property
"""
_TOP = """
SELECT ?label (COUNT(?fact) AS ?facts) { ?fact %s ?node . ?node a %s ; rdfs:label ?label }
GROUP BY ?node ?label ORDER BY DESC(?facts) ?label LIMIT %d
"""
_ORGANISATIONS = "org:organization|kg:awarder|kg:recipient"
_PEOPLE = "org:member|kg:recipient|kg:presenter"
_MOST_SOURCES = 100


@dataclass(frozen=True, slots=True)
class Stats:
    """The figures of a store; `triples` are those of the data, without the ontology and the description."""

    articles: int
    triples: int
    facts: Mapping[str, Mapping[str, int]]
    entities: Mapping[str, int]
    organisations: tuple[tuple[str, int], ...]
    people: tuple[tuple[str, int], ...]

    def __str__(self) -> str:
        """Lay the figures out for reading."""
        lines = [f"{self.articles} articles, {self.triples} triples", *fact_lines(self.facts), "", "entities"]
        lines += [f"  {name:16}{number:>8}" for name, number in self.entities.items()]
        for heading, pairs in (("organisations by facts", self.organisations), ("people by facts", self.people)):
            lines += ["", heading, *(f"{number:>8}  {name}" for name, number in pairs)]
        return "\n".join(lines)


def fact_lines(facts: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """Lay out the numbers of facts, a kind a line."""
    for kind, statuses in facts.items():
        parts = ", ".join(f"{number} {status}" for status, number in statuses.items())
        yield f"  {kind:12}{sum(statuses.values()):>6}{f'  ({parts})' if parts else ''}"


def stats(store: Store | str | Path, *, top: int = 10) -> Stats:
    """Count what a store holds, and name the `top` organisations and people by facts."""
    if not isinstance(store, Store):
        with open_store(store) as opened:
            return stats(opened, top=top)
    classes = count_classes(store)
    return Stats(
        articles=classes["Article"],
        triples=count_triples(store),
        facts=_facts(store),
        entities={name: number for name, number in classes.items() if name not in ("Article", "Mention")},
        organisations=_pairs(store, _TOP % (_ORGANISATIONS, "kg:Organisation", top)),
        people=_pairs(store, _TOP % (_PEOPLE, "kg:Person", top)),
    )


def count_classes(store: Store) -> dict[str, int]:
    """Count the nodes of each class of the ontology, by its `kg:` term."""
    return {term: _number(store, f"SELECT (COUNT(?x) AS ?n) {{ ?x a kg:{term} }}") for term in COUNTED}


def count_properties(store: Store) -> dict[tuple[str, str], int]:
    """Count the triples of each class and property, by their names with prefixes."""
    short = shortener(prefixes(store.base))
    counted = {iri(f"kg:{term}"): f"kg:{term}" for term in COUNTED}
    rows = _table(store, _PROPERTIES)
    return {
        (counted[str(term)], short(str(name))): _integer(number) for term, name, number in rows if str(term) in counted
    }


def count_triples(store: Store) -> int:
    """Count the triples of the data: all but those of the ontology and the description."""
    beside = (ontology_graph(store.base), description_graph(store.base))
    return len(store.quads) - sum(1 for name in beside for _ in store.quads.quads_for_pattern(None, None, None, name))


def first_and_last_day(store: Store) -> tuple[date, date] | None:
    """Give the days on which the first and the last dated article appeared."""
    row = _table(store, "SELECT (MIN(?d) AS ?first) (MAX(?d) AS ?last) { ?a schema:datePublished ?d }")[0]
    first, last = row
    return (first, last) if isinstance(first, date) and isinstance(last, date) else None


def sources(store: Store) -> tuple[str, ...]:
    """Give where the articles come from, sorted: names as they are, addresses by their sites."""
    found = _table(store, "SELECT DISTINCT ?source { ?article a kg:Article ; dct:source ?source }")
    return tuple(sorted({_site(str(source)) for (source,) in found})[:_MOST_SOURCES])


def _site(source: str) -> str:
    parts = urlsplit(source)
    return f"{parts.scheme}://{parts.netloc}/" if parts.scheme and parts.netloc else source


def _facts(store: Store) -> dict[str, dict[str, int]]:
    facts = {kind: dict(_statuses(store, term)) for kind, term in FACTS.items()}
    movements = {status: _number(store, query) for status, query in _MOVEMENTS.items()}
    facts["movements"] = {status: number for status, number in movements.items() if number}
    return facts


def _statuses(store: Store, term: str) -> tuple[tuple[str, int], ...]:
    return tuple((name.rpartition("#")[2], number) for name, number in _pairs(store, _BY_STATUS % term))


def _pairs(store: Store, sparql: str) -> tuple[tuple[str, int], ...]:
    return tuple((str(name), _integer(number)) for name, number in _table(store, sparql))


def _number(store: Store, sparql: str) -> int:
    return _integer(_table(store, sparql)[0][0])


def _integer(value: Value) -> int:
    assert isinstance(value, int)  # what COUNT gives
    return value


def _table(store: Store, sparql: str) -> Table:
    answer = ask(store, sparql)
    assert isinstance(answer, Table)  # what SELECT gives
    return answer


def description(store: Store, *, version: str) -> tuple[ox.NamedNode, tuple[ox.Quad, ...]]:
    """Describe a store's data: the description's graph and its quads."""
    from kg.query.gallery import gallery
    from kg.query.portable import for_readers
    from kg.rdf.description import description_quads, example_quads, prefix_quads

    names = prefixes(store.base)
    examples = (
        example_quads(
            one.name, for_readers(one.sparql, names), titles=one.titles, descriptions=one.descriptions, base=store.base
        )
        for one in gallery()
    )
    described = description_quads(
        count_classes(store),
        triples=count_triples(store),
        version=version,
        published=first_and_last_day(store),
        sources=sources(store),
        properties=count_properties(store),
        base=store.base,
    )
    return description_graph(store.base), (*described, *prefix_quads(names, base=store.base), *chain(*examples))
