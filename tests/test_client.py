"""The process that answers for a store: it gives the same answers, can be ended, and sees what a build changes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest
from view_facts import CASES, make_store

from kg.errors import QueryError, QueryTimeout, StoreError
from kg.query import ask, query
from kg.query.answers import questioned
from kg.query.client import Client
from kg.query.table import Table
from kg.store import open_store

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
QUERIES = [
    "SELECT ?p ?o { ?p kg:holdsRole ?o } ORDER BY ?p ?o",
    "SELECT * { ?s rdfs:label ?l ; a ?c } ORDER BY ?s ?l ?c",
    "SELECT ?a ?none { ?a kg:count ?n OPTIONAL { ?a kg:start ?none } } ORDER BY ?a",
    "SELECT * { VALUES (?x ?y) { ('a\\tb\\n\"c\" \\\\'@vi 1.50) (UNDEF true) ('' 2e3) (person:A '2020-01-01'^^xsd:date) } }",
    "SELECT * {}",
    "SELECT ?s { ?s ?p 'nothing of the kind' }",
    "ASK { ?p kg:holdsRole ?o }",
    "CONSTRUCT { ?p rdfs:label ?l } WHERE { ?p a kg:Person ; rdfs:label ?l }",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("client") / "store")


@pytest.fixture
def client(folder: Path) -> Iterator[Client]:
    with Client(folder) as opened:
        yield opened


@pytest.mark.parametrize("sparql", QUERIES)
def test_answers_are_those_of_this_process(folder: Path, client: Client, sparql: str) -> None:
    assert client.ask(sparql) == ask(folder, sparql)


@pytest.mark.parametrize(("limit", "rows", "truncated"), [(3, 3, True), (11, 11, False), (100, 11, False)])
def test_a_limit_tells_whether_there_were_more(client: Client, limit: int, rows: int, truncated: bool) -> None:
    eleven = "SELECT ?h { ?h a kg:RoleHolding } ORDER BY ?h LIMIT 11"
    answer = client.ask(eleven, limit=limit)
    assert isinstance(answer, Table)
    assert (len(answer), answer.truncated) == (rows, truncated)
    assert ask(client.path, eleven, limit=limit) == answer


def test_one_named_graph_can_be_asked(client: Client) -> None:
    roles, awards = "ASK { ?h a kg:RoleHolding }", "ASK { ?a a kg:Award }"
    assert (client.ask(roles, graph="graph:common"), client.ask(awards, graph="graph:common")) == (True, False)
    assert (client.ask(roles, graph="article:000"), client.ask(awards, graph="article:000")) == (False, True)
    with pytest.raises(QueryError, match="'common' names no graph"):
        client.ask(roles, graph="common")


def test_errors_come_as_they_are(client: Client) -> None:
    with pytest.raises(
        QueryError, match=r"line 1, column 15: kg:holdRole is no property of the ontology; did you mean kg:holdsRole"
    ):
        client.ask("SELECT * { ?a kg:holdRole ?b }")


def test_a_query_without_end_is_stopped_and_the_next_is_answered(client: Client) -> None:
    client.ask("ASK {}")
    begun = monotonic()
    with pytest.raises(QueryTimeout, match=r"stopped after 0\.5 s"):
        client.ask(ENDLESS, timeout=0.5)
    assert monotonic() - begun < 5
    assert client.ask("ASK { ?p kg:holdsRole ?o }") is True


def test_the_stop_button_stops_a_query(client: Client) -> None:
    client.ask("ASK {}")
    threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        client.ask(ENDLESS, timeout=30)
    assert client.ask("ASK { ?p kg:holdsRole ?o }") is True


def test_a_worker_that_dies_is_replaced(client: Client) -> None:
    client.ask("ASK {}")
    client._process.kill()
    client._process.wait()
    assert client.ask("ASK { ?p kg:holdsRole ?o }") is True


def test_a_worker_that_dies_in_a_query_is_an_error(client: Client) -> None:
    client.ask("ASK {}")
    threading.Timer(0.3, client._process.kill).start()
    with pytest.raises(QueryError, match="may have run out of memory"):
        client.ask(ENDLESS, timeout=30)
    assert client.ask("ASK {}") is True


def test_a_worker_ends_with_its_parent(folder: Path) -> None:
    code = (
        "import os, sys, threading; from kg.query.client import Client; client = Client(sys.argv[1]);"
        " client.ask('ASK {}'); print(client._process.pid, flush=True);"
        f" threading.Timer(0.3, os.kill, (os.getpid(), 9)).start(); client.ask('{ENDLESS}', timeout=0)"
    )
    done = subprocess.run([sys.executable, "-c", code, folder], check=False, capture_output=True, encoding="utf-8")
    process, ends = int(done.stdout), monotonic() + 10
    while _runs(process) and monotonic() < ends:
        sleep(0.1)
    assert not _runs(process)


def _runs(process: int) -> bool:
    """Say whether a process is there and no zombie."""
    try:
        return ") Z" not in Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except OSError:
        return False


def test_the_worker_sees_what_a_build_changes(tmp_path: Path) -> None:
    folder = make_store(tmp_path / "store", CASES[:1])
    count = "SELECT (COUNT(*) AS ?n) { ?a a kg:Article }"
    with Client(folder) as client:
        assert client.ask(count) == ask(folder, count)
        make_store(folder, CASES)
        assert client.ask(count) == ask(folder, count)
        with open_store(folder, write=True) as store:  # beside a writer
            assert client.ask(count) == ask(store, count)


def test_no_store_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store here"):
        Client(tmp_path / "none")


def test_a_path_is_asked_with_a_timeout(folder: Path) -> None:
    with pytest.raises(QueryTimeout):
        query(folder, ENDLESS, timeout=1)


EMPTY = [
    ("SELECT * { ?p rdfs:label 'Bằng khen' }", "the store has 'Bằng khen'@vi: write the text with its language"),
    ("SELECT * { ?p rdfs:label ?l FILTER(?l = 'Bằng khen') }", "the store has 'Bằng khen'@vi"),
    ("SELECT * { ?p rdfs:label 'bang khen'@vi }", "no text in the store is 'bang khen'@vi; it has \"Bằng khen\"@vi"),
    ("SELECT * { ?p rdfs:label 'Ba\u0306\u0300ng khen'@vi }", "is not in Unicode NFC"),
    ("SELECT * { ?p rdfs:label ?l FILTER(CONTAINS(?l, 'Ba\u0306\u0300ng')) }", "is not in Unicode NFC"),
    ("SELECT * { ?p kg:count '84' }", "no text in the store is '84'"),
    ("SELECT * { ?p kg:holdsRole organisation:Tinh_uy_Bac_Can }", "nothing in the store is called organisation:Tinh_uy_Bac_Can; the nearest name is organisation:Tỉnh_ủy_Bắc_Kạn"),
    ("SELECT * { ?p foaf:name ?n }", "nothing in the store is called foaf:name"),
    ("SELECT * { ?a dct:titel ?n }", "nothing in the store is called dct:titel; the nearest name is dct:title"),
    ("SELECT * { GRAPH graph:common { ?a a kg:Award } }", "there would be rows in the union of all graphs"),
    ("SELECT * FROM graph:common { ?a a kg:Award }", "there would be rows in the union of all graphs"),
    ("SELECT * { GRAPH graph:comon { ?a a kg:Person } }", "there is no graph graph:comon; there are graph:common"),
    ("SELECT * { ?p kg:count ?n FILTER(?n > 100000) }", "there would be rows without FILTER(?n > 100000)"),
    ("SELECT * { ?p a kg:Person ; kg:presenter ?o }", "there would be rows without ?p a kg:Person, nor ?p kg:presenter ?o"),
    ("SELECT * { ?p a kg:Person . ?p rdfs:label ?l , 'x'@vi OPTIONAL { ?p kg:place ?q } }", "no text in the store is 'x'@vi"),
    ("SELECT ?p { ?p kg:count ?n } GROUP BY ?p HAVING(SUM(?n) > 100000)", "LIMIT, OFFSET, HAVING or the grouping leaves none"),
    ("SELECT ?p { ?p kg:count ?n } OFFSET 1000", "LIMIT, OFFSET, HAVING or the grouping leaves none"),
    ("SELECT ?p { ?p kg:holdsRole/kg:awards [ kg:count 84 ; kg:groupKind 'tập thể'@vi ] }", "nothing in the store matches ?p kg:holdsRole/kg:awards [ kg:count 84 ; kg:groupKind 'tập thể'@vi ]"),
    ("SELECT ?p { ?p a kg:Person FILTER NOT EXISTS { ?p rdfs:label ?l } }", "there would be rows without FILTER NOT EXISTS { ?p rdfs:label ?l }"),
    ("SELECT ?p { ?p a kg:Person MINUS { ?p rdfs:label ?l } }", "there would be rows without MINUS { ?p rdfs:label ?l }"),
    ("SELECT ?p { VALUES ?k { kg:Place } ?p a ?k ; kg:holdsRole ?o }", "there would be rows without"),
    ("SELECT ?p { { ?p a kg:Place ; kg:holdsRole ?o } UNION { ?p a kg:Honour ; kg:holdsRole ?o } ?p rdfs:label ?l }", "there would be rows without { ?p a kg:Place"),
]  # fmt: skip


@pytest.mark.parametrize(("sparql", "reason"), EMPTY)
def test_why_there_are_no_rows(client: Client, sparql: str, reason: str) -> None:
    assert client.ask(sparql) == Table(client.ask(sparql).columns, ())  # type: ignore[union-attr]
    assert reason in (client.why_empty(questioned(sparql, client.names)) or "")


def test_an_empty_store_is_said_to_be_empty(tmp_path: Path) -> None:
    with Client(make_store(tmp_path / "store", ())) as client:
        assert "the graph is empty" in (client.why_empty(questioned("SELECT * { ?a ?b ?c }", client.names)) or "")


def test_the_graph_that_is_asked_is_a_reason_too(client: Client) -> None:
    asked = questioned("SELECT * { ?a a kg:Award }", client.names, graph="graph:common")
    assert "in the union of all graphs" in (client.why_empty(asked) or "")
