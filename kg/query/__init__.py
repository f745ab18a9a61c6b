"""SPARQL questions to a store, and their answers: a table, yes or no, or a graph.

The ontology's prefixes and those of the store's own names (`person:`, `organisation:` ...) need no
declaration, and the default graph is the union of all. Refuses everything that would change the store.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.query.answers import TIMEOUT, Answer, Triples, answered, questioned
from kg.query.table import Table, to_csv, to_json, to_markdown, to_text, to_tsv
from kg.rdf.turtle import turtle
from kg.store import Store, open_store, prefixes

if TYPE_CHECKING:
    import rdflib

TABLE_FORMATS = ("table", "csv", "tsv", "json", "markdown")
GRAPH_FORMATS = ("ttl", "nt")
FORMATS = (*TABLE_FORMATS, *GRAPH_FORMATS)


def query(
    store: Store | str | Path,
    sparql: str,
    *,
    params: Mapping[str, object] | None = None,
    limit: int | None = None,
    timeout: float | None = TIMEOUT,
) -> Table | bool | rdflib.Graph:
    """Ask a store: SELECT gives a Table, ASK a bool, CONSTRUCT and DESCRIBE an rdflib Graph.

    `params` are values for the query's variables, `limit` is the most rows. A store given by its path is asked in
    a process that is ended after `timeout` seconds (0 or None: never); an open Store has no timeout. `kg.open`
    keeps such a process and gives DataFrames.

    Raises QueryError, with line, column and what was expected, for a query that does not parse, and QueryTimeout.
    """
    if isinstance(store, Store):
        answer, base = ask(store, sparql, params=params, limit=limit), store.base
    else:
        from kg.query.client import Client

        with Client(store) as client:
            answer, base = client.ask(sparql, params=params, limit=limit, timeout=timeout), client.base
    if not isinstance(answer, tuple):
        return answer
    from kg.store.rdflib_dataset import rdflib_graph

    return rdflib_graph(answer, prefixes(base))


def ask(
    store: Store | str | Path,
    sparql: str,
    *,
    params: Mapping[str, object] | None = None,
    limit: int | None = None,
    graph: str | None = None,
) -> Answer:
    """Ask a store in this process as `query` does, with the triples of a graph as they are, sorted."""
    if not isinstance(store, Store):
        with open_store(store) as opened:
            return ask(opened, sparql, params=params, limit=limit, graph=graph)
    question = questioned(sparql, prefixes(store.base), params=params, limit=limit, graph=graph)
    return answered(store.quads, question)


def read_query(file: str | Path) -> str:
    """Read a query from a file in UTF-8; raises QueryError where there is none."""
    try:
        return Path(file).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{file}: the query is not in UTF-8 (byte {error.start})") from error
    except OSError as error:
        raise QueryError(f"{file}: the query cannot be read: {error.strerror}") from error


def to_format(answer: Answer, format: str, names: Mapping[str, str], *, width: int | None = None) -> str:
    """Write an answer in one of `FORMATS`; raises QueryError for one that does not fit the answer."""
    if isinstance(answer, tuple):
        return _graph_text(answer, format, names)
    if format in GRAPH_FORMATS:
        raise QueryError(f"--format {format} is for CONSTRUCT and DESCRIBE; valid here: {', '.join(TABLE_FORMATS)}")
    if isinstance(answer, bool):
        word = "true" if answer else "false"
        return f'{{"head": {{}}, "boolean": {word}}}\n' if format == "json" else f"{word}\n"
    if format == "table":
        return to_text(answer, width=width)
    return {"csv": to_csv, "tsv": to_tsv, "json": to_json, "markdown": to_markdown}[format](answer)


def _graph_text(triples: Triples, format: str, names: Mapping[str, str]) -> str:
    if format == "nt":
        return "".join(f"{triple} .\n" for triple in triples)
    if format != "ttl":
        raise QueryError(f"--format {format} is for SELECT and ASK; valid here: {', '.join(GRAPH_FORMATS)}")
    rows = [(str(triple.subject), str(triple.predicate), str(triple.object)) for triple in triples]
    used = {p: n for p, n in names.items() if any(term.find(n, 0) >= 0 for row in rows for term in row)}
    return "".join(turtle(rows, used))
