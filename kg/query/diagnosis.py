"""Why a query has no rows: texts and names that the store does not have, or the pattern that leaves nothing.

Asks the store small questions (one row each) and gives what it finds in words. May take long on a query that
is slow itself: whoever calls it sets a time, as for a query.
"""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox

from kg.query.absent import absent_names, absent_texts
from kg.query.engine import Question, run
from kg.query.patterns import Part, Where, read_where

_SHOWN = 120
_MOST_TOLD = 3
_NO_MATCH = "nothing in the store matches"


def why_empty(quads: ox.Store, question: Question) -> str | None:
    """Say in one or more lines why a query has no rows, None where no reason is found."""
    if len(quads) == 0:
        return "the graph is empty; kg build puts articles into a store"
    reasons = list(dict.fromkeys([*absent_texts(quads, question), *absent_names(quads, question)]))[:_MOST_TOLD]
    try:
        pattern = _pattern(quads, question)
    except (SyntaxError, RuntimeError, OSError, ValueError):
        pattern = None
    said = bool(reasons) and pattern is not None and pattern.startswith(_NO_MATCH)
    return "\n".join([*reasons, *([pattern] if pattern and not said else [])]) or None


def _pattern(quads: ox.Store, question: Question) -> str | None:
    """Find the pattern that leaves nothing: alone, when all others stay, or in the order of the query."""
    where = read_where(question.sparql)
    if where is None or not where.parts:
        return None
    needed = [part for part in where.parts if part.kind != "optional"]
    if _gives(quads, question, where, needed):
        return "the patterns have rows, and LIMIT, OFFSET, HAVING or the grouping leaves none"
    if outside := _in_other_graphs(quads, question, where, needed):
        return outside
    alone = [part for part in needed if part.kind == "triple" and not _gives(quads, question, where, [part])]
    if alone:
        return f"{_NO_MATCH} {_quoted(alone)}"
    guilty = [part for part in needed if _gives(quads, question, where, _without(needed, part))]
    guilty = [part for part in guilty if part.kind in ("filter", "minus")] or guilty
    if guilty:
        return f"there would be rows without {_quoted(guilty)}"
    for number in range(1, len(needed) + 1):
        if not _gives(quads, question, where, _bound(needed[:number])):
            return f"the patterns before it have rows, but none together with {_quoted(needed[number - 1 : number])}"
    return None


def _in_other_graphs(quads: ox.Store, question: Question, where: Where, parts: list[Part]) -> str | None:
    """Say when the query would have rows if it did not keep to a graph."""
    everywhere = [replace(part, graph="") for part in parts]
    restricted = question.graph is not None or bool(where.dataset) or any(part.graph for part in parts)
    free = replace(where, dataset="")
    if not restricted or not _gives(quads, replace(question, graph=None), free, everywhere):
        return None
    return (
        "there would be rows in the union of all graphs: what articles share stands in graph:common, and only"
        " awards, mentions and the article itself in the article's own graph; leave GRAPH, FROM and --graph out"
    )


def _without(parts: list[Part], part: Part) -> list[Part]:
    return _bound([other for other in parts if other is not part])


def _bound(parts: list[Part]) -> list[Part]:
    """Leave out filters about variables that nothing sets any more."""
    set_here = frozenset[str]().union(*(part.variables for part in parts if part.kind not in ("filter", "minus")))
    return [part for part in parts if part.kind != "filter" or part.variables & set_here]


def _gives(quads: ox.Store, question: Question, where: Where, parts: list[Part]) -> bool:
    body = "\n".join(part.sparql for part in parts)
    sparql = f"{where.prologue} SELECT * {where.dataset} {{ {body} }} LIMIT 1"
    rows = run(quads, sparql, question.names, graph=question.graph)
    assert isinstance(rows, ox.QuerySolutions)
    return next(rows, None) is not None


def _quoted(parts: list[Part]) -> str:
    shown = [" ".join(part.text.split()).removesuffix(" .") for part in parts[:_MOST_TOLD]]
    return ", nor ".join(f"{text[:_SHOWN]}..." if len(text) > _SHOWN else text for text in shown)
