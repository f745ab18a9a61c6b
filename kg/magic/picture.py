"""The picture of an answer: the entities in it and the facts between them."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph import Graph
from kg.query.frames import nodes_in
from kg.view import LIMIT
from kg.view import draw as draw_scene
from kg.view.reading import read_scene
from kg.vocab import iri

_LABEL = ox.NamedNode(iri("rdfs:label"))


def draw(graph: Graph, value: Any) -> str:
    """Give the HTML page of a DataFrame or an rdflib Graph; raises QueryError where there is nothing to draw."""
    quads = graph.quads()
    about = frozenset(_nodes(graph, quads, value))
    scene = read_scene(quads, limit=LIMIT, about=about)
    if not scene.nodes:
        raise QueryError("there is nothing to draw: the answer names no person, organisation, movement or award")
    return draw_scene(scene)


def _nodes(graph: Graph, quads: ox.Store, value: Any) -> set[str]:
    """Give the nodes that an answer names, by their names or their labels."""
    if isinstance(value, bool):
        return set()
    if not hasattr(value, "columns"):
        return {str(term) for triple in value for term in (triple[0], triple[2]) if "://" in str(term)}
    cells = {cell for name in value.columns for cell in value[name].dropna().unique() if isinstance(cell, str)}
    found = set(nodes_in(cells, graph.prefixes))
    for cell in cells:
        if not nodes_in([cell], graph.prefixes):
            found |= {str(quad.subject).strip("<>") for quad in _labelled(quads, cell)}
    return found


def _labelled(quads: ox.Store, text: str) -> list[ox.Quad]:
    return list(quads.quads_for_pattern(None, _LABEL, ox.Literal(text, language="vi"), None))
