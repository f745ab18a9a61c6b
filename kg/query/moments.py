"""What held on one day: a graph in memory with the roles and movements of that day.

In it stand, with the persons, bodies, titles, periods, articles and sentences that they name:
- role holdings (current or former) and stages whose period has the day in it; one without an end goes on while the
  holding is current;
- role holdings without a period that an article of that day or before calls current, unless a later one, still of
  that day or before, calls them former: `kg:assertedOn` marks them, and is the latest such article's day;
- movements without any period that an article of that day or before names, marked in the same way.
Left out are awards, which are events; what was only nominated; and what has neither a period nor a dated article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.engine import run
from kg.rdf.terms import common_graph, day, ontology_graph
from kg.store import Store, prefixes
from kg.vocab import iri

_WITH_A_PERIOD = """
SELECT ?fact { ?fact a %s ; kg:period ?period . ?period kg:start ?start FILTER(?start <= ?day)
    OPTIONAL { ?period kg:end ?end } FILTER(?day <= ?end || (!BOUND(?end) && NOT EXISTS { ?fact kg:status kg:former }))
    FILTER NOT EXISTS { ?fact kg:status kg:nominated } }
"""
_WITHOUT = """
SELECT ?member ?role ?organisation ?status ?fact (MAX(?published) AS ?last) {
    ?fact a kg:RoleHolding ; org:member ?member ; org:role ?role ; org:organization ?organisation ; kg:status ?status ;
        prov:wasDerivedFrom/schema:datePublished ?published
    FILTER(?published <= ?day && ?status != kg:nominated)
    FILTER NOT EXISTS { ?fact kg:period ?period } }
GROUP BY ?member ?role ?organisation ?status ?fact
"""
_MOVEMENTS = """
SELECT ?movement (MAX(?published) AS ?last) {
    ?movement a kg:Movement ; prov:wasDerivedFrom/schema:datePublished ?published
    FILTER(?published <= ?day) FILTER NOT EXISTS { ?movement kg:period ?period } }
GROUP BY ?movement
"""
# Not copied: what is said again of the day alone, and what would lead to all that an article names
_SKIPPED = frozenset(map(iri, ("kg:holdsRole", "kg:awards", "schema:mentions")))
_PERIOD = iri("kg:period")
_DIRECT = {
    "kg:RoleHolding": ("org:member", "kg:holdsRole", "org:organization"),
    "kg:Stage": ("kg:movement", "kg:period", "kg:period"),
}


def as_of(store: Store, on: str) -> ox.Store:
    """Give the graph of what held on a day (2019-07-01); raises QueryError for a text that is no day."""
    moment = checked_day(on)
    dated = {kind: _facts(store, _WITH_A_PERIOD % kind, moment) for kind in _DIRECT}
    asserted = _current(store, moment)
    movements = {row[0]: row[1] for row in _rows(store, _MOVEMENTS, moment)}
    graph = common_graph(store.base)
    marks = [
        ox.Quad(fact, ox.NamedNode(iri("kg:assertedOn")), last, graph)  # type: ignore[arg-type]
        for fact, last in (*asserted.items(), *movements.items())
    ]
    dated["kg:RoleHolding"] |= asserted.keys()
    facts = set().union(*dated.values(), movements.keys())
    result = ox.Store()
    result.extend(_copied(store, facts))
    result.extend([*marks, *_direct(store, dated, graph)])
    result.extend(store.quads.quads_for_pattern(None, None, None, ontology_graph(store.base)))
    return result


def checked_day(text: str) -> date:
    """Read a day; raises QueryError for a text that is none."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise QueryError(f"{text!r} is no day ({error}); valid would be 2019-07-01") from error


def _facts(store: Store, query: str, moment: date) -> set[object]:
    return {row[0] for row in _rows(store, query, moment)}


def _current(store: Store, moment: date) -> dict[object, object]:
    """Give undated holdings that were last called current, each with the day of the article that says so."""
    said: dict[tuple[str, ...], dict[str, tuple[object, object]]] = {}
    for *content, status, fact, last in _rows(store, _WITHOUT, moment):
        said.setdefault(tuple(map(str, content)), {})[str(status)] = (fact, last)
    current, former = (f"<{iri(name)}>" for name in ("kg:current", "kg:former"))
    return {
        one[current][0]: one[current][1]
        for one in said.values()
        if current in one and (former not in one or str(one[former][1]) < str(one[current][1]))
    }


def _rows(store: Store, query: str, moment: date) -> Iterator[tuple[object, ...]]:
    sparql = query.replace("?day", str(day(moment)))
    solutions = run(store.quads, sparql, prefixes(store.base))
    assert isinstance(solutions, ox.QuerySolutions)
    return (tuple(row) for row in solutions)


def _copied(store: Store, facts: Iterable[object]) -> Iterator[ox.Quad]:
    """Yield the quads of facts and of everything that they name, one after the other."""
    left, seen = list(facts), set(facts)
    while left:
        node = left.pop()
        for quad in store.quads.quads_for_pattern(node, None, None, None):  # type: ignore[arg-type]  # a node
            if quad.predicate.value in _SKIPPED or (quad.predicate.value == _PERIOD and _is_movement(store, quad)):
                continue
            yield quad
            if isinstance(quad.object, ox.NamedNode) and quad.object not in seen:
                seen.add(quad.object)
                left.append(quad.object)


def _is_movement(store: Store, quad: ox.Quad) -> bool:
    """Say whether a quad is of a movement, which may have other periods than the day's."""
    types = store.quads.quads_for_pattern(quad.subject, ox.NamedNode(iri("rdf:type")), None, None)
    return any(str(one.object) == f"<{iri('kg:Movement')}>" for one in types)


def _direct(store: Store, dated: dict[str, set[object]], graph: ox.NamedNode) -> Iterator[ox.Quad]:
    """State the facts of the day directly, too."""
    for kind, (subject, predicate, value) in _DIRECT.items():
        for fact in dated[kind]:
            ends = [_object(store, fact, iri(name)) for name in (subject, value)]
            yield ox.Quad(ends[0], ox.NamedNode(iri(predicate)), ends[1], graph)  # type: ignore[arg-type]  # nodes


def _object(store: Store, node: object, predicate: str) -> object:
    pattern = store.quads.quads_for_pattern(node, ox.NamedNode(predicate), None, None)  # type: ignore[arg-type]
    return next(iter(pattern)).object
