"""From a query's text to its whole answer: a table, yes or no, or triples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import cast

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.engine import Question, Result, solve, table_order, unanswerable
from kg.query.gallery import looked_up, typed
from kg.query.parameters import bind, read_name
from kg.query.table import Table, Term

Triples = tuple[ox.Triple, ...]
Answer = Table | bool | Triples

TIMEOUT = 60.0  # seconds that a query may take unless another time is given


def questioned(
    sparql: str,
    names: Mapping[str, str],
    *,
    params: Mapping[str, object] | None = None,
    limit: int | None = None,
    graph: str | None = None,
) -> Question:
    """Make a question of a query, or of the name of one in the gallery, with its parameters filled in.

    `graph` is the one named graph that it keeps to. Raises QueryError for parameters that it does not have.
    """
    example = looked_up(sparql.removeprefix("\ufeff"))
    terms = typed(example, params or {}, names)
    named = None if graph is None else read_name(graph, names)
    if graph is not None and named is None:
        raise QueryError(f"{graph!r} names no graph; valid would be graph:common or article:... or <https://...>")
    return Question(bind(example.sparql, terms), names, named.value if named else None, limit)


def answered(quads: ox.Store, question: Question) -> Answer:
    """Put a question to a store in this process and give the whole answer."""
    result = solve(quads, question)
    try:
        return _answer(result, question)
    except (RuntimeError, OSError, ValueError) as error:
        raise unanswerable(error, question) from error


def _answer(result: Result, question: Question) -> Answer:
    if isinstance(result, ox.QuerySolutions):
        return _table(result, question)
    if isinstance(result, ox.QueryBoolean):
        return bool(result)
    return in_order(result)


def in_order(triples: Iterable[ox.Triple]) -> Triples:
    """Sort triples by their texts, each once."""
    by_text = {str(triple): triple for triple in triples}
    return tuple(by_text[text] for text in sorted(by_text))


def _table(solutions: ox.QuerySolutions, question: Question) -> Table:
    columns = [variable.value for variable in solutions.variables]
    places = table_order(columns, question.sparql)
    rows = solutions if question.limit is None else islice(solutions, question.limit + 1)
    terms = tuple(cast(tuple[Term | None, ...], tuple(row[place] for place in places)) for row in rows)
    truncated = question.limit is not None and len(terms) > question.limit
    return Table(tuple(columns[place] for place in places), terms[: question.limit], question.names, truncated)
