"""`kg query` as a process: values, limits, timeouts, and what it says on stderr."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from view_facts import make_store

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
PEOPLE = (
    "SELECT ?name { ?p a kg:Person ; rdfs:label ?name FILTER(kg:contains(?name, $part)) } ORDER BY kg:nameKey(?name)"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("asking") / "store")


def kg(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
    )


def test_a_parameter_fills_a_variable(folder: Path) -> None:
    done = kg("query", "--store", folder, "-e", PEOPLE, "--param", "part=huong")
    assert (done.returncode, done.stdout) == (0, "name\nLầu Thị Thanh Hương\n")


def test_the_store_may_be_set_for_all_commands(folder: Path) -> None:
    done = kg("query", "-e", "ASK { ?p kg:holdsRole ?o }", KG_STORE=str(folder))
    assert (done.returncode, done.stdout) == (0, "true\n")
    assert "articles, " in kg("stats", KG_STORE=str(folder)).stdout
    assert "give a store: --store DIR, or set KG_STORE" in kg("query", "-e", "ASK {}", KG_STORE="").stderr


def test_more_rows_than_the_limit_are_told(folder: Path) -> None:
    done = kg("query", "--store", folder, "-e", PEOPLE, "--param", "part=", "--limit", "2")
    assert done.stdout == "name\nĐinh Quang Chúc\nCù Ngọc Cường\n"
    assert done.stderr == "kg: truncated: the first 2 rows; there are more\n"


def test_a_query_without_end_is_stopped(folder: Path) -> None:
    done = kg("query", "--store", folder, "-e", ENDLESS, "--timeout", "0.5")
    assert done.returncode == 2
    assert done.stderr == "kg: the query was stopped after 0.5 s; give it more with --timeout (0 for none)\n"


def test_one_graph_is_asked(folder: Path) -> None:
    ask = "ASK { ?a a kg:Award }"
    assert kg("query", "--store", folder, "-e", ask, "--graph", "article:000").stdout == "true\n"
    assert kg("query", "--store", folder, "-e", ask, "--graph", "graph:common").stdout == "false\n"


def test_no_rows_are_explained(folder: Path) -> None:
    done = kg("query", "--store", folder, "-e", "SELECT ?a { ?a kg:honour/rdfs:label 'Bằng khen' }")
    assert (done.returncode, done.stdout) == (0, "a\n")
    assert done.stderr.startswith("kg: no rows: the store has 'Bằng khen'@vi: write the text with its language")


@pytest.mark.parametrize(
    ("query", "shown", "left_out"),
    [
        ("SELECT ?name { ?p kg:holdsRole/rdfs:label 'Liên đoàn Lao động tỉnh Bắc Kạn'@vi ; rdfs:label ?name }", "Vi Văn Nghĩa", "Lò Hồng Phong"),
        ("SELECT ?award { ?award kg:status kg:proposed }", "3 tập thể", "Vi Văn Nghĩa"),
        ("CONSTRUCT { ?p kg:holdsRole ?o } WHERE { ?p kg:holdsRole ?o ; rdfs:label 'Lò Hồng Phong'@vi }", "Lò Hồng Phong", "Vi Văn Nghĩa"),
    ],
)  # fmt: skip
def test_an_answer_is_drawn(folder: Path, tmp_path: Path, query: str, shown: str, left_out: str) -> None:
    file = tmp_path / "answer.html"
    assert kg("query", "--store", folder, "-e", query, "--view", file).returncode == 0
    page = file.read_text(encoding="utf-8")
    assert shown in page
    assert left_out not in page


def test_an_answer_without_nodes_is_not_drawn(folder: Path, tmp_path: Path) -> None:
    done = kg("query", "--store", folder, "-e", "SELECT ?n { ?g kg:count ?n }", "--view", tmp_path / "a.html")
    assert done.returncode == 2
    assert "there is nothing to draw" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-e", PEOPLE, "--param", "par=x"], "did you mean part?"),
        (["-e", PEOPLE, "--param", "part"], "valid would be name=value"),
        (["-e", "ASK {}", "--endpoint", "http://127.0.0.1:1/query", "--as-of", "2019-07-01"], "--as-of and --view need a store"),
        (["-e", "ASK {}", "--graph", "common"], "'common' names no graph; valid would be graph:common"),
        (["-e", "SELECT ?a { ?a kg:holdRole ?b }"], "did you mean kg:holdsRole?"),
        (["-e", "SELECT ?a { ?a kg:holdsRole ?b", "--timeout", "5"], "line 1, column 31: the query ends too early"),
    ],
)  # fmt: skip
def test_wrong_questions_are_errors(folder: Path, arguments: list[str], message: str) -> None:
    done = kg("query", "--store", folder, *arguments)
    assert done.returncode == 2
    assert done.stderr.startswith(("kg: ", "Usage: "))
    assert message in done.stderr
    assert "Traceback" not in done.stderr
