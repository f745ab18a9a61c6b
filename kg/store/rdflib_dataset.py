"""Graphs in the hand: rdflib's Graph and Dataset, made from the engine's terms.

For results and for stores of up to a few million triples (some 2 kB each in memory). Heavy: rdflib is
imported when a graph is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.store import Store, open_store, prefixes

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import IdentifiedNode, Literal

    Terms = Callable[[object], IdentifiedNode | Literal]

_REMEMBERED = 100_000


def dataset(store: Store | str | Path) -> rdflib.Dataset:
    """Give a store's graph as an rdflib Dataset in memory, whose default graph is the union of all."""
    if not isinstance(store, Store):
        with open_store(store) as opened:
            return dataset(opened)
    return dataset_of(store.quads, prefixes(store.base))


def dataset_of(quads: Iterable[ox.Quad], names: Mapping[str, str]) -> rdflib.Dataset:
    """Give quads as an rdflib Dataset with these prefixes, whose default graph is the union of all."""
    import rdflib

    result = rdflib.Dataset(default_union=True)
    _bind(result, names)
    term = _terms()
    graphs: dict[str, rdflib.Graph] = {}
    for quad in quads:
        name = str(quad.graph_name)
        graph = graphs.get(name)
        if graph is None:
            graph = graphs[name] = result.graph(term(quad.graph_name))
        graph.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return result


def rdflib_graph(triples: Iterable[ox.Triple], names: Mapping[str, str]) -> rdflib.Graph:
    """Give triples as an rdflib Graph with these prefixes."""
    import rdflib

    result = rdflib.Graph()
    _bind(result, names)
    term = _terms()
    for triple in triples:
        result.add((term(triple.subject), term(triple.predicate), term(triple.object)))
    return result


def _bind(graph: rdflib.Graph, names: Mapping[str, str]) -> None:
    for prefix, namespace in names.items():
        graph.bind(prefix, namespace, override=True, replace=True)


def _terms() -> Terms:
    """Give a function from the engine's terms to rdflib's, which makes each name once."""
    from rdflib import BNode, Literal, URIRef

    names = lru_cache(maxsize=_REMEMBERED)(URIRef)

    def term(given: object) -> IdentifiedNode | Literal:
        if isinstance(given, ox.NamedNode):
            return names(given.value)
        if isinstance(given, ox.BlankNode):
            return BNode(given.value)
        if not isinstance(given, ox.Literal):
            raise TypeError(f"rdflib has no term for {given}")
        if given.language:
            return Literal(given.value, lang=given.language)
        datatype = given.datatype.value
        return Literal(given.value, datatype=None if datatype.endswith("#string") else names(datatype))

    return term
