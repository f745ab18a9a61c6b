"""The picture of a query's answer: the entities that it names, and the facts between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.frames import nodes_in
from kg.query.table import Table
from kg.view import LIMIT, draw
from kg.view.reading import read_scene
from kg.vocab import iri

_LABEL = ox.NamedNode(iri("rdfs:label"))


def draw_answer(quads: ox.Store, names: Mapping[str, str], value: Any, *, title: str | None = None) -> str:
    """Give the HTML page of a Table, a DataFrame, an rdflib Graph or triples.

    Nodes are found by their names, and by their labels where an answer has only these. Raises QueryError where
    there is nothing to draw.
    """
    about = frozenset(_nodes(quads, names, set(_cells(value))))
    scene = read_scene(quads, limit=LIMIT, about=about)
    if not scene.nodes:
        raise QueryError("there is nothing to draw: the answer names no person, organisation, movement or award")
    return draw(scene, title=title)


def _cells(value: Any) -> Iterator[str]:
    """Yield the texts of an answer that may name nodes."""
    if isinstance(value, bool):
        return
    if isinstance(value, Table):
        yield from (cell for row in value for cell in row if isinstance(cell, str))
    elif hasattr(value, "columns"):
        for name in value.columns:
            yield from (cell for cell in value[name].dropna().unique() if isinstance(cell, str))
    else:
        yield from (str(triple[place]).strip("<>") for triple in value for place in (0, 2))


def _nodes(quads: ox.Store, names: Mapping[str, str], cells: Iterable[str]) -> Iterator[str]:
    for cell in cells:
        found = nodes_in([cell], names)
        yield from found or _labelled(quads, cell)


def _labelled(quads: ox.Store, text: str) -> Iterator[str]:
    for quad in quads.quads_for_pattern(None, _LABEL, ox.Literal(text, language="vi"), None):
        yield str(quad.subject).strip("<>")
