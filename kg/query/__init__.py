"""SPARQL questions to a store, and their answers: a table, yes or no, or a graph.

The ontology's prefixes and those of the store's own names (`person:`, `organisation:` ...) need no
declaration, and the default graph is the union of all. Refuses everything that would change the store.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.syntax import explain, tokens, too_deep
from kg.query.table import Table, Term, to_csv, to_json, to_markdown, to_text, to_tsv
from kg.rdf.turtle import turtle
from kg.store import Store, open_store, prefixes

if TYPE_CHECKING:
    import rdflib

Triples = tuple[ox.Triple, ...]
Answer = Table | bool | Triples

TABLE_FORMATS = ("table", "csv", "tsv", "json", "markdown")
GRAPH_FORMATS = ("ttl", "nt")
FORMATS = (*TABLE_FORMATS, *GRAPH_FORMATS)


def query(store: Store | str | Path, sparql: str) -> Table | bool | rdflib.Graph:
    """Ask a store: SELECT gives a Table, ASK a bool, CONSTRUCT and DESCRIBE an rdflib Graph.

    Raises QueryError, with line, column and what was expected, for a query that does not parse.
    """
    answer = ask(store, sparql)
    if not isinstance(answer, tuple):
        return answer
    from kg.store.rdflib_dataset import rdflib_graph

    base = store.base if isinstance(store, Store) else _base(store)
    return rdflib_graph(answer, prefixes(base))


def ask(store: Store | str | Path, sparql: str) -> Answer:
    """Ask a store as `query` does, with the triples of a graph as they are, sorted."""
    if not isinstance(store, Store):
        with open_store(store) as opened:
            return ask(opened, sparql)
    names = prefixes(store.base)
    sparql = sparql.removeprefix("\ufeff")
    if problem := too_deep(sparql):
        raise QueryError(problem)
    try:
        result = store.quads.query(sparql, prefixes=names, use_default_graph_as_union=True)
        return _answer(result, sparql, names)
    except SyntaxError as error:
        raise QueryError(explain(sparql, names)) from error
    except (RuntimeError, OSError, ValueError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error


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


def _answer(result: object, sparql: str, names: Mapping[str, str]) -> Answer:
    if isinstance(result, ox.QuerySolutions):
        return _table(result, sparql, names)
    if isinstance(result, ox.QueryBoolean):
        return bool(result)
    by_text = {str(triple): triple for triple in cast(ox.QueryTriples, result)}
    return tuple(by_text[text] for text in sorted(by_text))


def _table(solutions: ox.QuerySolutions, sparql: str, names: Mapping[str, str]) -> Table:
    columns = [variable.value for variable in solutions.variables]
    places = _places(columns, sparql)
    terms = tuple(cast(tuple[Term | None, ...], tuple(row[place] for place in places)) for row in solutions)
    return Table(tuple(columns[place] for place in places), terms, names)


def _places(columns: list[str], sparql: str) -> list[int]:
    """Give the order of the columns: as selected, and for `SELECT *` as they come in the query."""
    places = list(range(len(columns)))
    found = tokens(sparql)
    selects = [place for place, token in enumerate(found) if token.text.upper() == "SELECT"]
    head = [token.text.upper() for token in found[selects[0] + 1 : selects[0] + 3]] if selects else []
    if "*" not in [text for text in head if text not in ("DISTINCT", "REDUCED")][:1]:
        return places
    seen = [token.text[1:] for token in found if token.kind == "variable"]
    return sorted(places, key=lambda place: seen.index(columns[place]) if columns[place] in seen else len(seen))


def _base(path: str | Path) -> str:
    with open_store(path) as opened:
        return opened.base
