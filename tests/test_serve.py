"""A real `kg serve` on the loopback address: its page, its endpoint, the same questions through it, and its end."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pandas as pd
import pytest
import rdflib

import kg
from kg.errors import KgError, QueryError, QueryTimeout
from kg.query import ask
from kg.query.gallery import Example, gallery
from kg.query.remote import Remote

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def started(store: Path, *arguments: str) -> tuple[subprocess.Popen[str], str]:
    """Start a server on a free port and give its address."""
    command = [sys.executable, "-m", "kg", "serve", "--store", str(store), "--port", "0", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
    assert process.stdout is not None
    return process, re.sub(r" has the query page.*\n", "", process.stdout.readline())


def ended(process: subprocess.Popen[str], with_signal: signal.Signals) -> tuple[str, int]:
    process.send_signal(with_signal)
    _, said = process.communicate(timeout=20)
    return said, process.returncode


@pytest.fixture(scope="module")
def address(seeds: Path) -> Iterator[str]:
    process, address = started(seeds)
    yield address
    ended(process, signal.SIGINT)


@pytest.fixture
def endpoint(address: str) -> str:
    return f"{address}query"


def test_it_listens_on_this_machine_alone(address: str) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)


def test_the_query_page_asks_nothing_of_the_network(address: str) -> None:
    page = urlopen(address).read().decode()
    links = re.findall(r'(?:src|href)="([^"]*)"', page)
    assert links
    assert not [link for link in links if "//" in link]
    for link in links:
        assert urlopen(address.rstrip("/") + "/" + link.lstrip("./")).status == 200


def test_it_refuses_to_change_the_store(address: str) -> None:
    request = Request(f"{address}update", b"CLEAR ALL", {"Content-Type": "application/sparql-update"})
    with pytest.raises(HTTPError, match="HTTP Error 403"):
        urlopen(request)


@pytest.mark.parametrize("example", gallery(), ids=lambda example: example.name)
def test_the_gallery_gives_the_same_through_the_endpoint(seeds: Path, endpoint: str, example: Example) -> None:
    there, here = Remote(endpoint).ask(example.name), ask(seeds, example.name)
    assert there.columns == here.columns  # type: ignore[union-attr]
    assert sorted(map(str, there)) == sorted(map(str, here))  # type: ignore[arg-type]


def test_kg_open_asks_an_endpoint(seeds: Path, endpoint: str) -> None:
    with kg.open(endpoint) as there, kg.open(seeds) as here:
        query = "SELECT ?p ?name ?n { ?a kg:presenter ?p ; kg:recipient/kg:count ?n . ?p rdfs:label ?name } ORDER BY ?name ?n"
        pd.testing.assert_frame_equal(there.query(query), here.query(query))  # type: ignore[arg-type]
        assert there.query("ASK { ?h a kg:RoleHolding }", graph="graph:common") is True
        assert there.query("ASK { ?a a kg:Award }", graph="graph:common") is False
        made = there.query("CONSTRUCT WHERE { ?p kg:holdsRole ?o }")
        assert isinstance(made, rdflib.Graph)
        assert len(made) == 11
        assert there.explain("Vi Văn Nghĩa").evidence == here.explain("Vi Văn Nghĩa").evidence
        assert len(there.people("nghia")) == 2
        assert endpoint in repr(there)
        with pytest.raises(KgError, match="an endpoint has none"):
            there.as_of("2020-01-01")
        with pytest.raises(QueryError, match="the whole graph of an endpoint cannot be had"):
            there.graph  # noqa: B018  # a property


def test_the_command_asks_an_endpoint(endpoint: str) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "kg",
            "query",
            "--endpoint",
            endpoint,
            "leaders",
            "--param",
            "province=dien bien",
            "--limit",
            "5",
        ],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout.splitlines()[1].startswith("Liên đoàn Lao động tỉnh Điện Biên,Phó Chủ tịch Thường trực,")


def test_a_slow_answer_is_given_up(endpoint: str) -> None:
    with pytest.raises(QueryTimeout, match="no answer within 1 s"):
        Remote(endpoint).ask(ENDLESS, timeout=1)


def test_the_server_has_a_timeout(seeds: Path) -> None:
    process, address = started(seeds, "--timeout", "1")
    try:
        with pytest.raises(QueryError, match="breaks off or is none"):
            Remote(f"{address}query").ask(
                "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a = ?i && ?b = ?d) }", timeout=30
            )
    finally:
        ended(process, signal.SIGTERM)


def test_federated_queries(tmp_path: Path, address: str, endpoint: str) -> None:
    from view_facts import make_store

    store = make_store(tmp_path / "other")
    query = "SELECT ?name { ?o rdfs:label ?body SERVICE <%s> { ?x rdfs:label ?body ; kg:place/rdfs:label ?name } }"
    with kg.open(store) as graph:
        names = graph.query(query % endpoint)
        assert isinstance(names, pd.DataFrame)
        assert "tỉnh Bắc Kạn" in set(names["name"])
        with pytest.raises(QueryError, match="SERVICE asks another endpoint, which must be reachable"):
            graph.query(query % "http://127.0.0.1:1/query")


@pytest.mark.parametrize("with_signal", [signal.SIGINT, signal.SIGTERM])
def test_the_server_ends_with_the_command(seeds: Path, with_signal: signal.Signals) -> None:
    process, address = started(seeds)
    assert urlopen(address).status == 200
    said, status = ended(process, with_signal)
    assert (status, "Traceback" in said) == (130, False)
    with pytest.raises(OSError, match="refused"):
        urlopen(address)


# --- what goes wrong ---


@pytest.mark.parametrize(
    ("url", "sparql", "message"),
    [
        ("http://127.0.0.1:1/query", "ASK {}", "the endpoint cannot be reached: "),
        ("ftp://example.org/", "ASK {}", "is no address of an endpoint; valid would be http://127.0.0.1:7878/query"),
        ("my-store", "ASK {}", "'my-store' is no address of an endpoint"),
        ("http://127.0.0.1:1/query", "ASK { ?a kg:holdRole ?b }", "did you mean kg:holdsRole?"),
        ("http://127.0.0.1:1/query", "SELEC ?a {}", "line 1, column 1: 'SELEC' cannot stand here"),
    ],
)  # fmt: skip
def test_wrong_endpoints_and_questions(url: str, sparql: str, message: str) -> None:
    with pytest.raises(QueryError, match=re.escape(message)):
        Remote(url).ask(sparql)


def test_an_address_without_its_path_is_named(address: str) -> None:
    with pytest.raises(QueryError, match=re.escape(f"did you mean {address}query?")):
        Remote(address).ask("ASK {}")


@pytest.mark.parametrize(
    ("kind", "body", "sparql", "message"),
    [
        ("text/html", b"<html>", "ASK {}", "this is a page and no endpoint"),
        ("application/sparql-results+json", b'{"head": {"vars": ["a"]}, "results": {"bindings": [', "SELECT ?a {}", "the answer breaks off or is none"),
        ("application/n-triples", b"<urn:a> <urn:b> .", "CONSTRUCT { ?a ?b ?c } {}", "the endpoint's triples cannot be read"),
    ],
)  # fmt: skip
def test_half_answers_are_errors(kind: str, body: bytes, sparql: str, message: str) -> None:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        with pytest.raises(QueryError, match=message):
            Remote(f"http://127.0.0.1:{server.server_port}/query").ask(sparql, timeout=5)


def test_a_port_that_is_taken_and_a_store_that_is_none(seeds: Path, address: str, tmp_path: Path) -> None:
    port = address.rsplit(":", 1)[1].rstrip("/")
    for arguments, message in (
        (["--store", str(seeds), "--port", port], f"kg: the server cannot listen on 127.0.0.1:{port}"),
        (["--store", str(tmp_path / "none")], "there is no store here"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "kg", "serve", *arguments], check=False, capture_output=True, encoding="utf-8"
        )
        assert done.returncode == 2
        assert message in done.stderr


def test_without_the_server_the_error_names_the_extra(seeds: Path, tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.symlink_to(sys.executable)
    code = f"import sys; sys.executable = {str(python)!r}; import kg; kg.serve({str(seeds)!r}, port=0)"
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, encoding="utf-8", env={**os.environ, "PATH": ""}
    )
    assert "kg serve needs an optional part: pip install 'thidua-kg[serve]'" in done.stderr


# --- what the store says about itself ---


def test_editors_find_prefixes_classes_and_examples(endpoint: str) -> None:
    remote = Remote(endpoint)
    prefixes = remote.ask("SELECT ?prefix ?namespace { ?x sh:prefix ?prefix ; sh:namespace ?namespace }")
    assert {(str(prefix), str(namespace)) for prefix, namespace in prefixes} == set(remote.names.items())  # type: ignore[union-attr]
    partitions = remote.ask(
        "SELECT ?class ?property ?n { ?c void:class ?class ; void:propertyPartition ?p . ?p void:property ?property ; void:triples ?n }"
    )
    found = {(row[0].rpartition("#")[2], str(row[1]).rpartition("#")[2]): row[2] for row in partitions}  # type: ignore[union-attr]
    assert found["Person", "holdsRole"] == 11
    assert found["RoleHolding", "member"] == 11
    examples = remote.ask(
        "SELECT ?title ?query { ?e a sh:SPARQLExecutable ; dct:title ?title ; sh:select ?query FILTER(LANG(?title) = 'vi') }"
    )
    assert len(examples) == len(gallery())  # type: ignore[arg-type]
    for _, query in examples:  # type: ignore[union-attr]
        request = Request(
            endpoint, str(query).encode(), {"Content-Type": "application/sparql-query", "Accept": "text/csv"}
        )
        assert urlopen(request).status == 200
