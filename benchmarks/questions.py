"""How fast questions are answered: `kg.open` beside pyoxigraph called directly and rdflib, on one graph.

As a program, `python -m benchmarks.questions STORE NAME` asks rdflib one question in a process of its own and prints
the seconds it took: some of its answers do not come in any time one would wait.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import geometric_mean, median
from time import perf_counter
from typing import Any

from benchmarks import process

RUNS = 15
RDFLIB_SECONDS = 120.0  # for one question, without reading the graph

_UNION = "organisation:Liên_đoàn_Lao_động_tỉnh_Hòa_An"
QUESTIONS = {
    "point look-up": "SELECT ?p ?o { article:made-000100 ?p ?o }",
    "six-way join": f"""SELECT ?name ?title ?body ?day {{
        ?h org:member ?p ; org:role ?r ; org:organization {_UNION} ; prov:wasDerivedFrom ?a .
        ?p rdfs:label ?name . ?r rdfs:label ?title . {_UNION} rdfs:label ?body . ?a schema:datePublished ?day }}""",
    "count by group": """SELECT ?o (COUNT(?h) AS ?n) { ?h a kg:RoleHolding ; org:organization ?o } GROUP BY ?o""",
    "optional, two patterns": """SELECT ?o (COUNT(?h) AS ?roles) (COUNT(?s) AS ?dated) {
        ?h org:organization ?o OPTIONAL { ?h kg:period ?period . ?period kg:start ?s } } GROUP BY ?o""",
    "path": "SELECT ?lower ?upper { ?lower org:subOrganizationOf+ ?upper }",
    "date range": """SELECT ?a ?day { ?a schema:datePublished ?day
        FILTER(?day >= '2012-01-01'^^xsd:date && ?day < '2013-01-01'^^xsd:date) }""",
    "text": """SELECT ?p ?name { ?p a kg:Person ; rdfs:label ?name FILTER(CONTAINS(LCASE(?name), "nghĩa")) }""",
    "order by": """SELECT ?m ?begin ?end { ?m a kg:Mention ; kg:begin ?begin ; kg:end ?end }
        ORDER BY ?begin ?m LIMIT 5000""",
}


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds for each question: ours (DataFrame included), the engine's (rows, and rows in a DataFrame), rdflib's."""

    name: str
    rows: int
    ours: float
    engine: float
    engine_frame: float
    rdflib: float | None


@dataclass(frozen=True, slots=True)
class Others:
    """Seconds beside the questions: a completion (the slowest), and a stop after the timeout of an endless query."""

    triples: int
    collecting: float
    completion: float
    stopping: float


def measured(store: Path, *, with_rdflib: bool = True) -> tuple[list[Figures], Others]:
    """Ask every question, again and again, in turn; the medians count."""
    import kg
    from kg.store import open_store

    with kg.open(store) as graph, open_store(store) as opened:
        names = dict(graph.prefixes)
        figures = []
        for name, query in QUESTIONS.items():
            asked = f"{query} # {name}"
            ways = (
                lambda q=asked: graph.query(q),
                lambda q=asked: _rows(opened.quads, q, names),
                lambda q=asked: _frame(opened.quads, q, names),
            )
            _timed(ways)  # libraries and files come into memory
            times = [_timed(ways) for _ in range(RUNS)]
            ours, engine, frame = (median(column) for column in zip(*times, strict=True))
            theirs = _rdflib(store, name) if with_rdflib else None
            figures.append(Figures(name, len(_rows(opened.quads, query, names)), ours, engine, frame, theirs))
        return figures, _others(graph, len(opened.quads))


def _timed(ways: tuple[Callable[[], object], ...]) -> tuple[float, ...]:
    return tuple(seconds(way) for way in ways)


def seconds(work: Callable[[], object]) -> float:
    """Time a piece of work."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def _rows(quads: Any, query: str, names: dict[str, str]) -> list[tuple[object, ...]]:
    return [tuple(row) for row in quads.query(query, prefixes=names, use_default_graph_as_union=True)]


def _frame(quads: Any, query: str, names: dict[str, str]) -> object:
    """Make a DataFrame as one does by hand: the values of the terms, all of them texts."""
    import pandas as pd

    solutions = quads.query(query, prefixes=names, use_default_graph_as_union=True)
    columns = [variable.value for variable in solutions.variables]
    return pd.DataFrame([[term and term.value for term in row] for row in solutions], columns=columns)


def _rdflib(store: Path, name: str) -> float | None:
    try:
        printed = process.run([sys.executable, "-m", "benchmarks.questions", store, name], seconds=RDFLIB_SECONDS + 120)
    except subprocess.TimeoutExpired:
        return None
    found = json.loads(printed)
    return None if found is None else float(found)


def _ask_rdflib(store: str, name: str) -> float | None:
    """Read the graph and ask one question once; None where it takes too long."""
    import signal

    from kg.store.rdflib_dataset import dataset

    graph = dataset(store)

    def stop(*_: object) -> None:
        print("null", flush=True)
        raise SystemExit(0)

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(round(RDFLIB_SECONDS))
    return seconds(lambda: list(graph.query(QUESTIONS[name])))


def _others(graph: Any, triples: int) -> Others:
    from kg.errors import QueryTimeout

    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    begun = perf_counter()
    with contextlib.suppress(QueryTimeout):
        graph.query(endless, timeout=1.0)
    stopping = perf_counter() - begun - 1.0
    graph.query("ASK {}")
    collecting = seconds(lambda: graph.complete("kg:", "term"))
    fragments = (("kg:ho", "term"), ("", "person"), ("n", "person"), ("t", None), ("hoa an", None), ("holds", "term"))
    completion = max(seconds(partial(graph.complete, *one)) for one in fragments for _ in range(RUNS))
    return Others(triples, collecting, completion, stopping)


def lines(figures: list[Figures], others: Others) -> Iterator[str]:
    """Lay the figures out."""
    yield f"\nquestions to a graph of {others.triples} triples, median of {RUNS}, in milliseconds"
    yield f"  {'':26}{'rows':>8}{'kg.open':>10}{'pyoxigraph':>12}{'.. + frame':>12}{'rdflib':>10}"
    for one in figures:
        theirs = f"> {RDFLIB_SECONDS:.0f} s" if one.rdflib is None else f"{one.rdflib * 1000:.0f}"
        yield (
            f"  {one.name:26}{one.rows:>8}{one.ours * 1000:>10.1f}{one.engine * 1000:>12.1f}"
            f"{one.engine_frame * 1000:>12.1f}{theirs:>10}"
        )
    slow = [one.rdflib or RDFLIB_SECONDS for one in figures]
    ratios = {
        "rdflib : kg.open, geometric mean": [theirs / one.ours for theirs, one in zip(slow, figures, strict=True)],
        "kg.open : pyoxigraph, geometric mean": [one.ours / one.engine for one in figures],
        "kg.open : pyoxigraph with a DataFrame": [one.ours / one.engine_frame for one in figures],
    }
    yield from (f"  {name:44}{geometric_mean(values):8.2f}" for name, values in ratios.items())
    yield f"  {'the slowest completion':44}{others.completion * 1000:8.1f} ms"
    yield f"  {'collecting names, once':44}{others.collecting * 1000:8.0f} ms"
    yield f"  {'an endless query ends after its timeout':44}{others.stopping * 1000:8.0f} ms"


if __name__ == "__main__":
    print(json.dumps(_ask_rdflib(sys.argv[1], sys.argv[2])))
