"""The magics in a real kernel: tables, options, errors, completion; and tables in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import nbformat
import pandas as pd
import pytest
from nbclient import NotebookClient

import kg
from kg.errors import QueryError
from kg.graph import Graph
from kg.magic import one_line
from kg.magic.completion import completions
from kg.magic.options import LIMIT, parse, usage

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning", "ignore::UserWarning")

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
PEOPLE = "SELECT ?person ?name { ?person a kg:Person ; rdfs:label ?name } ORDER BY kg:nameKey(?name)"


class Kernel:
    """A kernel that runs one cell after the other and gives what each prints, shows, and fails with."""

    def __init__(self, folder: Path) -> None:
        self._notebook = nbformat.v4.new_notebook()  # type: ignore[no-untyped-call]
        self.client = NotebookClient(
            self._notebook, allow_errors=True, timeout=60, resources={"metadata": {"path": str(folder)}}
        )
        self.client.create_kernel_manager()
        self.client.start_new_kernel()
        self.client.start_new_kernel_client()

    def run(self, source: str) -> Any:
        cell = nbformat.v4.new_code_cell(source)  # type: ignore[no-untyped-call]
        self._notebook.cells.append(cell)
        self.client.execute_cell(cell, len(self._notebook.cells) - 1, store_history=False)
        return cell

    def said(self, source: str) -> str:
        """Give everything that a cell shows, as plain text, without itables' own preparations."""
        parts = [
            output.get("text") or output.get("data", {}).get("text/plain", "") for output in self.run(source).outputs
        ]
        return "\n".join(part.rstrip() for part in parts if not part.startswith("<IPython.core.display.HTML"))

    def html(self, source: str) -> list[str]:
        return [
            output["data"]["text/html"] for output in self.run(source).outputs if "text/html" in output.get("data", {})
        ]

    def value(self, expression: str) -> str:
        return self.said(f"print({expression})").strip()

    def complete(self, code: str) -> dict[str, Any]:
        """Ask for completions at the end of a text."""
        assert self.client.kc is not None
        message = self.client.kc.complete(code, len(code))
        while (reply := self.client.wait_for_reply(message)) is None:
            pass
        content: dict[str, Any] = reply["content"]
        return content

    def stop(self) -> None:
        self.client._cleanup_kernel()


@pytest.fixture(scope="module")
def kernel(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kernel]:
    started = Kernel(tmp_path_factory.mktemp("notebook"))
    assert started.said(f"%load_ext kg\nimport kg\ngraph = kg.open({str(seeds)!r})") == ""
    yield started
    started.stop()


@pytest.fixture(scope="module")
def graph(seeds: Path) -> Iterator[Graph]:
    with kg.open(seeds) as opened:
        yield opened


# --- answers ---


def test_a_cell_shows_a_table_its_rows_and_the_time(kernel: Kernel) -> None:
    said = kernel.said(f"%%sparql\n{PEOPLE}")
    assert re.search(r"person:Vi_Văn_Nghĩa:tỉnh_Bắc_Kạn +Vi Văn Nghĩa", said)
    assert re.search(r"^7 rows in \d+\.\d\d s$", said, re.MULTILINE)


def test_both_names_and_a_line_work(kernel: Kernel) -> None:
    assert "2 rows in" in kernel.said("%%kg -p province='bac kan'\nleaders")
    assert "2 rows in" in kernel.said("%sparql leaders --param province='bac kan'")


def test_the_answer_goes_into_a_variable_and_a_file(kernel: Kernel, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    assert kernel.said(f"%%sparql --store-to people --export-to {file} --silent\n{PEOPLE}") == ""
    assert kernel.value("len(people), str(people.dtypes['person'])") == "7 category"
    assert list(pd.read_csv(file)["name"])[:2] == ["Đinh Quang Chúc", "Cù Ngọc Cường"]
    triples = tmp_path / "roles.ttl"
    kernel.run(f"%%sparql --silent --export-to {triples}\nCONSTRUCT WHERE {{ ?p kg:holdsRole ?o }}")
    assert "kg:holdsRole" in triples.read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", ["tsv", "json", "html", "parquet"])
def test_other_files(kernel: Kernel, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"people.{suffix}"
    kernel.run(f"%%sparql --silent --export-to {file}\n{PEOPLE}")
    made = pd.read_parquet(file) if suffix == "parquet" else file.read_text(encoding="utf-8")
    assert "Vi Văn Nghĩa" in (set(made["name"]) if isinstance(made, pd.DataFrame) else made)


def test_more_rows_than_the_limit_are_told(kernel: Kernel) -> None:
    said = kernel.said(f"%%sparql --limit 2\n{PEOPLE}")
    assert "2 rows in" in said
    assert "truncated: these are the first 2 rows, and there are more (--limit 0: all)" in said
    assert "truncated" not in kernel.said(f"%%sparql --limit 0\n{PEOPLE}")


def test_values_are_typed_and_may_be_python_s(kernel: Kernel) -> None:
    kernel.run("name, year = 'Nghĩa\" } #', 2019")
    assert kernel.said("%%sparql -p n=$name\nSELECT (STRLEN($n) AS ?x) {}").split()[1] == "10"
    assert "4 rows in" in kernel.said("%%sparql --param year=$year\nactive-movements")
    assert "there is no Python variable nothing" in kernel.said("%%sparql -p n=$nothing\nASK { ?a ?b $n }")


def test_yes_no_and_graphs(kernel: Kernel) -> None:
    assert kernel.said("%%sparql\nASK { ?p kg:holdsRole ?o }").startswith("True\n")
    assert "kg:holdsRole organisation:" in kernel.said("%%sparql\nCONSTRUCT WHERE { ?p kg:holdsRole ?o } LIMIT 1")


def test_no_rows_are_explained(kernel: Kernel) -> None:
    said = kernel.said("%%sparql\nSELECT ?a { ?a kg:honour/rdfs:label 'Bằng khen' }")
    assert "0 rows in" in said
    assert "no rows: the store has 'Bằng khen'@vi: write the text with its language" in said


def test_other_graphs_are_asked(kernel: Kernel, seeds: Path) -> None:
    kernel.run(f"other = kg.open({str(seeds)!r}).as_of('2019-07-01')")
    awards = "ASK { ?a a kg:Award }"
    assert kernel.said(f"%%sparql\n{awards}").startswith("False")  # the graph that was opened last
    assert kernel.said(f"%%sparql --graph graph\n{awards}").startswith("True")
    assert kernel.said(f"%%sparql --store {seeds}\n{awards}").startswith("True")
    assert kernel.said(f"%%sparql --store {seeds} --as-of 2019-07-01\n{awards}").startswith("False")
    assert kernel.said(f"%%sparql --store {seeds} --graph graph:common\n{awards}").startswith("False")
    kernel.run("other.close(); del other")


def test_the_answer_is_drawn(kernel: Kernel, tmp_path: Path) -> None:
    (frame, _) = kernel.html("%%sparql --view\nleaders")
    assert frame.startswith('<iframe sandbox="allow-scripts allow-downloads"')
    assert "Vi Văn Nghĩa" in frame
    assert "Cù Ngọc Cường" not in frame
    file = tmp_path / "picture.html"
    kernel.run(f"%%sparql --silent --view {file}\nSELECT ?a {{ ?a kg:status kg:proposed }}")
    page = file.read_text(encoding="utf-8")
    assert "3 tập thể" in page
    assert "Vi Văn Nghĩa" not in page
    assert "there is nothing to draw" in kernel.said("%%sparql --view\nSELECT ?n { ?a kg:count ?n }")


# --- errors ---


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("%%sparql\nSELECT ?x { ?x kg:holdRole ?y }", "line 1, column 16: kg:holdRole is no property of the ontology; did you mean kg:holdsRole?"),
        ("%%sparql\nSELECT ?x {\n ?x kg:period", "line 2, column 14: the query ends too early"),
        ("%%sparql --bogus\nASK {}", "unrecognized arguments: --bogus; %%sparql --help tells the options"),
        ("%%sparql --limit many\nASK {}", "invalid number value: 'many'"),
        ("%%sparql --timeout -1\nASK {}", "invalid number of seconds value: '-1'"),
        ("%%sparql --export-to a.doc\nASK {}", "valid are: .csv .tsv"),
        ("%%sparql --export-to a.csv\nASK {}", "nothing, it is yes or no"),
        ("%%sparql --store nowhere\nASK {}", "there is no store here"),
        ("%%sparql --store 'a\nASK {}", "the options cannot be read: No closing quotation"),
        ("%%sparql --graph nothing\nASK {}", "'nothing' names no graph"),
        ("%%sparql\nleader", "did you mean leaders?"),
        ("%sparql", "the cell has no query"),
    ],
)  # fmt: skip
def test_errors_are_words(kernel: Kernel, cell: str, message: str) -> None:
    said = kernel.said(cell)
    assert said.startswith("UsageError: ")
    assert message in said
    assert "Traceback" not in said


def test_without_a_graph_the_cell_says_how_to_open_one(tmp_path: Path) -> None:
    empty = Kernel(tmp_path)
    empty.run("%load_ext kg")
    said = empty.said("%%sparql\nASK {}")
    empty.stop()
    assert 'there is no graph yet: graph = kg.open("my-store")' in said


def test_a_query_without_end_is_stopped_at_its_timeout(kernel: Kernel) -> None:
    begun = monotonic()
    assert "the query was stopped after 1 s" in kernel.said(f"%%sparql --timeout 1\n{ENDLESS}")
    assert monotonic() - begun < 10
    assert kernel.said("%%sparql\nASK { ?p kg:holdsRole ?o }").startswith("True")


def test_the_stop_button_leaves_store_and_kernel_alive(kernel: Kernel) -> None:
    kernel.run("kept = 5")
    kernel.run("import os, signal, threading; threading.Timer(1.0, os.kill, (os.getpid(), signal.SIGINT)).start()")
    assert "the query was stopped; the store and the kernel are as they were" in kernel.said(
        f"%%sparql --timeout 30\n{ENDLESS}"
    )
    assert kernel.value("kept") == "5"
    assert kernel.said("%%sparql\nASK { ?p kg:holdsRole ?o }").startswith("True")


# --- options ---


def test_options() -> None:
    options = parse("-g graph:common --param a=1 -p 'b=hai ba' --limit 0 -t 5 -s x -e y.csv --view --silent")
    assert (options.graph, options.params, options.limit, options.timeout) == (
        "graph:common",
        ("a=1", "b=hai ba"),
        0,
        5.0,
    )
    assert (options.store_to, options.export_to, options.view, options.silent) == ("x", "y.csv", True, True)
    plain = parse("")
    assert (plain.limit, plain.timeout, plain.view, plain.params) == (LIMIT, 60.0, False, ())
    with pytest.raises(QueryError, match="%%kg --help tells the options"):
        parse("--what", name="kg")


def test_help_tells_every_option(kernel: Kernel) -> None:
    text = usage("sparql")
    for option in "--store-to --export-to --limit --timeout --param --graph --endpoint --view --silent --help --as-of --store".split():
        assert option in text
    assert "--store-to" in kernel.said("%%sparql --help")


@pytest.mark.parametrize(
    ("lines", "made"),
    [
        (["%%sparql --help\n"], ["%sparql --help\n"]),
        (["\n", "%%kg leaders"], ["%kg leaders"]),
        (["%%sparql\n", "ASK {}\n"], ["%%sparql\n", "ASK {}\n"]),
        (["%%sparqling\n"], ["%%sparqling\n"]),
    ],
)
def test_a_cell_of_one_line_is_a_line(lines: list[str], made: list[str]) -> None:
    assert one_line(lines) == made


# --- completion ---

COMPLETED = [
    ("SELECT ?p { ?p kg:hol", "kg:hol", ["kg:holdsRole"]),
    ("SELECT ?p { ?p a kg:Pers", "kg:Pers", ["kg:Person"]),
    ("SELECT ?p { ?p holdsr", "holdsr", ["kg:holdsRole"]),
    ("SELECT ?p { ?p per", "per", ["period:", "person:"]),
    ("SELECT ?p { person:nghia", "person:nghia", ["person:Vi_Văn_Nghĩa:tỉnh_Bắc_Kạn"]),
    ("SELECT ?p { person:Vi_V", "person:Vi_V", ["person:Vi_Văn_Nghĩa:tỉnh_Bắc_Kạn"]),
    ("SELECT ?p { ?o rdfs:label \"lien doan lao dong tinh bac", "lien doan lao dong tinh bac", ['Liên đoàn Lao động tỉnh Bắc Kạn"@vi']),
    ("SELECT ?name ?number { ?nu", "?nu", ["?number"]),
    ("SEL", "SEL", ["SELECT"]),
    ("SELECT ?p { FILTER(kg:fo", "kg:fo", ["kg:forMovement", "kg:fold"]),
    ("SELECT ?p { ?p schema:ment", "schema:ment", ["schema:mentions"]),
    ("SELECT ?p { nghia", "nghia", ["person:Vi_Văn_Nghĩa:tỉnh_Bắc_Kạn"]),
]  # fmt: skip


@pytest.mark.parametrize(("before", "fragment", "expected"), COMPLETED)
def test_completions(graph: Graph, before: str, fragment: str, expected: list[str]) -> None:
    found_fragment, found = completions(before, graph)
    assert found_fragment == fragment
    texts = [text for text, _ in found]
    assert texts[: len(expected)] == expected
    assert bool(texts) is bool(expected)


def test_completions_have_counts_and_the_most_frequent_first(graph: Graph) -> None:
    _, found = completions("SELECT ?p { organisation:", graph)
    assert found[0] == ("organisation:Liên_đoàn_Lao_động_tỉnh_Bắc_Kạn", "organisation\u00a018")
    counts = [int(what.split("\u00a0")[1]) for _, what in found if "\u00a0" in what]
    assert all(one >= other for one, other in pairwise(counts))
    assert dict(completions("SELECT ?p { ?p kg:holdsR", graph)[1])["kg:holdsRole"] == "property\u00a011"


def test_without_a_graph_keywords_are_completed() -> None:
    assert completions("SELECT ?p { person:An", None)[1] == []
    assert completions("SEL", None)[1] == [("SELECT", "keyword")]


def test_the_kernel_completes_in_our_cells_alone(kernel: Kernel) -> None:
    assert kernel.complete("%%sparql\nSELECT ?p { ?p kg:holdsRole organisation:zzz")["matches"] == []
    code = "%%sparql --limit 5\nSELECT ?p {\n  ?p kg:holdsRole organisation:dien"
    reply = kernel.complete(code)
    assert "organisation:Liên_đoàn_Lao_động_tỉnh_Điện_Biên" in reply["matches"]
    assert code[reply["cursor_start"] : reply["cursor_end"]] == "organisation:dien"
    types = {one["text"]: one["type"] for one in reply["metadata"]["_jupyter_types_experimental"]}
    assert types["organisation:Liên_đoàn_Lao_động_tỉnh_Điện_Biên"] == "organisation\u00a03"
    assert "kg:holdsRole" not in kernel.complete("kg.op")["matches"]
    assert any(match.endswith("open") for match in kernel.complete("kg.op")["matches"])


# --- in a browser ---


def test_a_table_works_offline_and_shows_markup_as_text(kernel: Kernel, chromium: Browser, tmp_path: Path) -> None:
    kernel.run("_ = globals().pop('_kg_itables', None)")
    bad = "<img src=x onerror='window.hit=1'>"
    kernel.run(f"bad = {bad!r}")
    parts = kernel.html("%%sparql -p t=$bad\nSELECT ?name ($t AS ?text) { ?p a kg:Person ; rdfs:label ?name }")
    page = tmp_path / "page.html"
    page.write_text(f'<meta charset="utf-8"><body>{"".join(parts)}</body>', encoding="utf-8")
    view = chromium.new_page()
    asked: list[str] = []
    view.on("request", lambda request: asked.append(request.url))
    view.goto(page.as_uri())
    view.wait_for_selector("table.dataTable tbody tr:nth-child(7)")
    assert bad in view.locator("table.dataTable tbody tr").first.inner_text()
    assert view.evaluate("window.hit") is None
    assert not [url for url in asked if url.startswith("http")]
    view.close()
