"""`kg.open`: DataFrames with real types, the evidence behind a fact, and the graph of a day."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ask_facts
import pandas as pd
import pytest
import rdflib
from view_facts import make_store

import kg
from kg.errors import KgError, QueryError, QueryTimeout
from kg.graph import EmptyAnswer, Graph, TruncatedAnswer
from kg.query import ask
from kg.query.frames import frame_of_table
from kg.query.table import Table
from kg.store import open_store
from kg.validate import validate
from kg.vocab import BASE

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
NGHIA = "person:Vi_Văn_Nghĩa:Bắc_Kạn"
LDLD = "organisation:Liên_đoàn_Lao_động_tỉnh_Bắc_Kạn"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("graph") / "store")


@pytest.fixture(scope="module")
def graph(folder: Path) -> Iterator[Graph]:
    with kg.open(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    with kg.open(ask_facts.make_store(tmp_path_factory.mktemp("dated") / "store")) as opened:
        yield opened


def frame(graph: Graph, sparql: str, **options: Any) -> pd.DataFrame:
    answer = graph.query(sparql, **options)
    assert isinstance(answer, pd.DataFrame)
    return answer


# --- DataFrames ---

TYPES = [
    ("1 2 3", "int64", [1, 2, 3]),
    ("1 UNDEF", "Int64", [1, None]),
    ("1 2.5 1e3", "float64", [1.0, 2.5, 1000.0]),
    ("2.5 UNDEF", "float64", [2.5, None]),
    ("true false", "bool", [True, False]),
    ("true UNDEF", "boolean", [True, None]),
    ("'2020-06-29'^^xsd:date UNDEF", "datetime64[s]", [pd.Timestamp("2020-06-29"), None]),
    ("'1886-05-01'^^xsd:date", "datetime64[s]", [pd.Timestamp("1886-05-01")]),
    ("'2020-06-29T07:30:00'^^xsd:dateTime", "datetime64[s]", [pd.Timestamp("2020-06-29T07:30:00")]),
    ("person:An UNDEF person:Ba person:An", "category", ["person:An", None, "person:Ba", "person:An"]),
    ("<https://example.org/a>", "category", ["<https://example.org/a>"]),
    ("'Bằng khen'@vi 'x'", None, ["Bằng khen", "x"]),
    ("'a\\tb\\nc \"d\" \\\\e'@vi", None, ['a\tb\nc "d" \\e']),
    ("person:An 'An' 5", "object", ["person:An", "An", 5]),
    ("99999999999999999999", "object", [99999999999999999999]),
    ("'chín'^^xsd:integer '2020'^^xsd:gYear", None, ["chín", "2020"]),
    ("UNDEF", "object", [None]),
]


@pytest.mark.parametrize(("values", "dtype", "expected"), TYPES)
def test_columns_have_real_types(graph: Graph, values: str, dtype: str | None, expected: list[Any]) -> None:
    query = f"SELECT ?x {{ VALUES ?x {{ {values} }} }}"
    for made in (frame(graph, query), frame_of_table(_table(graph, query))):
        column = made["x"]
        assert [None if pd.isna(value) else value for value in column] == expected
        assert dtype is None or str(column.dtype) == dtype
        assert dtype is not None or str(column.dtype) in ("str", "object")  # as this pandas has texts


def _table(graph: Graph, query: str) -> Table:
    answer = graph.ask(query)
    assert isinstance(answer, Table)
    return answer


def test_columns_come_in_the_query_s_order(graph: Graph) -> None:
    assert list(frame(graph, "SELECT * { ?s a kg:Person ; rdfs:label ?l BIND(1 AS ?a) } LIMIT 1")) == ["s", "l", "a"]
    assert list(frame(graph, "SELECT ?l ?s { ?s rdfs:label ?l } LIMIT 1")) == ["l", "s"]


def test_rows_are_those_of_the_engine(graph: Graph, folder: Path) -> None:
    query = "SELECT ?s ?l { ?s rdfs:label ?l } ORDER BY ?s ?l"
    table = ask(folder, query)
    assert isinstance(table, Table)
    pd.testing.assert_frame_equal(frame(graph, query), frame_of_table(table))
    assert len(table) > 50


def test_yes_no_and_graphs(graph: Graph) -> None:
    assert graph.query("ASK { ?p kg:holdsRole ?o }") is True
    made = graph.query("CONSTRUCT WHERE { ?p kg:holdsRole ?o }")
    assert isinstance(made, rdflib.Graph)
    assert (rdflib.URIRef(f"{BASE}person/Vi_Văn_Nghĩa:Bắc_Kạn"), None, None) in made


def test_values_fill_variables(graph: Graph) -> None:
    query = "SELECT ?p { ?p a kg:Person ; kg:holdsRole $body FILTER(kg:contains(?p, $part)) }"
    assert list(frame(graph, query, params={"body": LDLD, "part": "NGHĨA"})["p"]) == [NGHIA]


def test_an_empty_answer_says_why_and_keeps_its_columns(graph: Graph) -> None:
    with pytest.warns(EmptyAnswer, match="no rows: the store has 'Bằng khen'@vi"):
        empty = frame(graph, "SELECT ?p ?q { ?p rdfs:label 'Bằng khen' ; a ?q }")
    assert (list(empty), len(empty)) == (["p", "q"], 0)


def test_a_limit_is_told(graph: Graph) -> None:
    with pytest.warns(TruncatedAnswer, match="the first 2 rows; there are more"):
        assert len(frame(graph, "SELECT ?s { ?s ?p ?o }", limit=2)) == 2


def test_a_query_without_end_leaves_everything_as_it_was(graph: Graph) -> None:
    with pytest.raises(QueryTimeout):
        graph.query(ENDLESS, timeout=0.5)
    assert graph.query("ASK { ?p kg:holdsRole ?o }") is True


def test_several_graphs_are_open_side_by_side(folder: Path, graph: Graph, dated: Graph) -> None:
    with kg.open(folder) as other:
        count = "SELECT (COUNT(*) AS ?n) { ?a a kg:Article }"
        assert [int(frame(one, count)["n"][0]) for one in (graph, other, dated)] == [5, 5, 4]
    assert "store" in repr(graph)


def test_people_and_organisations(graph: Graph) -> None:
    people = graph.people()
    assert list(people) == ["person", "name", "role", "organisation", "status", "from", "to"]
    assert list(dict.fromkeys(people["name"]))[:3] == ["Đinh Quang Chúc", "Cù Ngọc Cường", "Trịnh Thanh Hằng"]
    nghia = graph.people("nghia")
    assert list(nghia["role"]) == ["Chủ tịch", "Tỉnh ủy viên"]
    assert nghia["from"][0] == pd.Timestamp("2018-01-01")
    bodies = graph.organisations("lien doan")
    assert [tuple(row) for row in bodies[["name", "roles", "awards"]].itertuples(index=False)] == [
        ("Liên đoàn Lao động thành phố Bắc Kạn", 0, 2),
        ("Liên đoàn Lao động tỉnh Bắc Kạn", 2, 5),
        ("Liên đoàn Lao động tỉnh Điện Biên", 1, 0),
        ("Tổng Liên đoàn Lao động Việt Nam", 2, 4),
    ]


def test_the_whole_graph_is_an_rdflib_dataset(graph: Graph) -> None:
    whole = graph.graph
    assert isinstance(whole, rdflib.Dataset)
    with open_store(graph.place) as store:
        assert len(list(whole.quads())) == len(store.quads)


def test_without_pandas_the_error_names_the_extra(folder: Path) -> None:
    code = f"""
import sys
sys.modules["pandas"] = None
import kg
try:
    kg.open({str(folder)!r}).query("SELECT ?s {{ ?s ?p ?o }}")
except kg.KgError as error:
    print(error)
print(kg.open({str(folder)!r}).query("ASK {{}}"))
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8")
    assert done.stdout == "a DataFrame needs an optional part: pip install 'thidua-kg[lab]'\nTrue\n"


# --- evidence ---


def places(found: Any) -> set[tuple[str, int, int]]:
    return {(one.id, one.begin, one.end) for one in found}


SECOND, THIRD, LAST = ("a2018", 9, 63), ("a2018", 100, 129), ("a2020", 106, 164)


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        (("Ngô Thị Ân",), {SECOND, THIRD, LAST}),
        (("person:Ngô_Thị_Ân:Hòa_An",), {SECOND, THIRD, LAST}),
        ((f"<{BASE}person/Ngô_Thị_Ân:Hòa_An>",), {SECOND, THIRD, LAST}),
        ((rdflib.URIRef(f"{BASE}person/Ngô_Thị_Ân:Hòa_An"),), {SECOND, THIRD, LAST}),
        (("Ngô Thị Ân", "kg:holdsRole", "Tỉnh ủy Hòa An"), {THIRD, LAST}),
        (("Ngô Thị Ân", "rdfs:label", "Ngô Thị Ân"), {SECOND, THIRD, LAST}),
        (("article:a2018",), {SECOND, THIRD, ("a2018", 64, 99)}),
        (("Đổi mới",), {("a2020", 53, 105)}),
        (("Đổi mới", "kg:period", "period:2016-01-01:2020-12-31"), {("a2020", 53, 105)}),
        (("Ca ba xanh",), {("a2020", 13, 52)}),
        (("Bằng khen",), {LAST}),
    ],
)  # fmt: skip
def test_evidence(dated: Graph, what: tuple[object, ...], expected: set[tuple[str, int, int]]) -> None:
    assert places(dated.explain(*what)) == expected


def test_offsets_point_at_the_sentence(dated: Graph) -> None:
    texts = {article.id: article.text for article, _ in ask_facts.facts()}
    for one in dated.explain("Liên đoàn Lao động tỉnh Hòa An"):
        assert texts[one.id][one.begin : one.end] == one.sentence
        assert one.rule == "test"


def test_a_row_is_explained_by_the_facts_that_name_its_nodes(dated: Graph) -> None:
    rows = frame(dated, "SELECT ?name ?o { ?p kg:holdsRole ?o ; rdfs:label ?name } ORDER BY ?name ?o")
    hers = rows[rows["name"] == "Ngô Thị Ân"]
    assert [places(dated.explain(row)) for _, row in hers.iterrows()] == [{SECOND, LAST}, {THIRD, LAST}]
    table = _table(dated, "SELECT ?award ?n { ?award kg:recipient/kg:count ?n }")
    assert places(dated.explain(table[0])) == {LAST}
    assert places(dated.explain({"name": "Ngô Thị Ân", "body": "Tỉnh ủy Hòa An"})) == {THIRD, LAST}


@pytest.mark.parametrize(
    ("what", "message"),
    [
        (("Người Không Có",), "nothing in the graph is called 'Người Không Có'"),
        (("person:Không",), f"the graph has no node <{BASE}person/Không>"),
        (("Lý A Đức", "kg:holdsRole", "Tỉnh ủy Hòa An"), "the graph does not say so: Lý A Đức kg:holdsRole Tỉnh ủy Hòa An"),
        (("Lý A Đức", "kg:holdsRole"), "a subject, a predicate and an object"),
        (([5, None],), "the row names no node of the graph"),
    ],
)  # fmt: skip
def test_what_the_graph_does_not_say_is_an_error(dated: Graph, what: tuple[Any, ...], message: str) -> None:
    with pytest.raises(KgError, match=re.escape(message)):
        dated.explain(*what)


def test_an_explanation_reads_as_text_and_as_a_frame(dated: Graph) -> None:
    found = dated.explain("Ngô Thị Ân", "kg:holdsRole", "Tỉnh ủy Hòa An")
    assert str(found) == (
        "Ngô Thị Ân kg:holdsRole Tỉnh ủy Hòa An: 2 sentences in 2 articles\n"
        "a2018 Đại hội 2018 (2018-03-02), characters 100 to 129, test\n    Bà Ngô Thị Ân - Tỉnh ủy viên.\n"
        "a2020 (2020-07-01), characters 106 to 164, test\n    Bà Ngô Thị Ân - Tỉnh ủy viên trao Bằng khen cho 3 tập thể."
    )
    made = found.frame()
    assert list(made["article"]) == ["article:a2018", "article:a2020"]
    assert len(found) == len(made) == 2


def test_a_page_shows_the_article_with_the_stretch_marked(dated: Graph, tmp_path: Path) -> None:
    said = "Ông Đặng Văn Ổn - Chủ tịch LĐLĐ tỉnh nhiệm kỳ 2013-2017 &lt;phát biểu&gt;."
    page = dated.explain("holding:" + _holding(dated, "Đặng Văn Ổn", "Chủ tịch"))._repr_html_()
    assert "<p> … <mark style=" in page
    assert f">{said}</mark> … Ông Lý A Đức - Phó Chủ tịch dự.</p>" in page
    texts = ask_facts.write_texts(tmp_path / "texts")
    with kg.open(dated.place, articles=texts) as whole:
        page = whole.explain("holding:" + _holding(dated, "Đặng Văn Ổn", "Chủ tịch"))._repr_html_()
    assert re.sub(r" style=\"[^\"]*\"", "", page).endswith(
        f"<p>Hội nghị.\n<mark>{said}</mark>\nÔng Lý A Đức - Phó Chủ tịch dự.</p></details></div>"
    )


def _holding(graph: Graph, name: str, role: str) -> str:
    rows = frame(
        graph,
        "SELECT ?h { ?h org:member/rdfs:label ?a ; org:role/rdfs:label ?b FILTER(STR(?a) = $l && STR(?b) = $r) }",
        params={"l": name, "r": role},
    )
    return str(rows["h"][0]).removeprefix("holding:")


# --- days ---

CHAIR, DEPUTY, MEMBER = "Chủ tịch", "Phó Chủ tịch", "Tỉnh ủy viên"
DAYS = [
    ("2012-12-31", set(), set()),
    ("2013-01-01", {("Đặng Văn Ổn", CHAIR, None)}, set()),
    ("2013-05-04", {("Đặng Văn Ổn", CHAIR, None), ("Lý A Đức", DEPUTY, "2013-05-04")}, set()),
    ("2017-12-31", {("Đặng Văn Ổn", CHAIR, None), ("Lý A Đức", DEPUTY, "2013-05-04")}, {("Đổi mới", None)}),
    ("2018-03-01", {("Ngô Thị Ân", CHAIR, None), ("Lý A Đức", DEPUTY, "2013-05-04")}, {("Đổi mới", None)}),
    ("2019-07-01", {("Ngô Thị Ân", CHAIR, None), ("Ngô Thị Ân", MEMBER, "2018-03-02")}, {("Đổi mới", None)}),
    ("2020-07-01", {("Ngô Thị Ân", CHAIR, None), ("Ngô Thị Ân", MEMBER, "2020-07-01")}, {("Đổi mới", None), ("Ca ba xanh", "2020-07-01")}),
    ("2023-01-01", {("Ngô Thị Ân", MEMBER, "2020-07-01")}, {("Ca ba xanh", "2020-07-01")}),
]  # fmt: skip


@pytest.mark.parametrize(("day", "roles", "movements"), DAYS)
@pytest.mark.filterwarnings("ignore::kg.graph.EmptyAnswer")
def test_what_held_on_a_day(dated: Graph, day: str, roles: set[Any], movements: set[Any]) -> None:
    with dated.as_of(day) as then:
        asked = "SELECT ?name ?role ?on { ?h org:member/rdfs:label ?name ; org:role/rdfs:label ?role OPTIONAL { ?h kg:assertedOn ?on } }"
        found = {(name, role, on and str(on)) for name, role, on in _table(then, asked)}
        assert found == roles
        asked = "SELECT ?name ?on { ?m a kg:Movement ; rdfs:label ?name OPTIONAL { ?m kg:assertedOn ?on } }"
        assert {(name, on and str(on)) for name, on in _table(then, asked)} == movements
        direct = _table(then, "SELECT ?name { ?p kg:holdsRole ?o ; rdfs:label ?name }")
        assert {name for (name,) in direct} == {name for name, _, _ in roles}
        assert then.query("ASK { ?a a kg:Award }") is False


def test_the_graph_of_a_day_conforms_and_explains(dated: Graph) -> None:
    with dated.as_of("2020-07-01") as then:
        assert places(then.explain("Ngô Thị Ân", "kg:holdsRole", "Tỉnh ủy Hòa An")) == {THIRD, LAST}
        assert "as of 2020-07-01" in repr(then)
        import pyoxigraph as ox

        store = ox.Store()
        store.load(then._client.dump(), format=ox.RdfFormat.N_QUADS)
        assert validate(store).conforms
        assert len(list(then.graph.quads())) == len(store)


def test_an_empty_answer_about_a_day_says_so(dated: Graph) -> None:
    with dated.as_of("2019-07-01") as then, pytest.warns(EmptyAnswer, match="what held on 2019-07-01, without awards"):
        then.query("SELECT ?a { ?a a kg:Award }")


@pytest.mark.parametrize("day", ["2019", "1/7/2019", "2019-02-30"])
def test_what_is_no_day_is_an_error(dated: Graph, day: str) -> None:
    with pytest.raises(QueryError, match=f"'{day}' is no day .*; valid would be 2019-07-01"):
        dated.as_of(day)


# --- the commands ---


def command(*arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments)], check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout


def test_kg_explain(dated: Graph) -> None:
    said = command("explain", "--store", dated.place, "Ngô Thị Ân", "kg:holdsRole", "Tỉnh ủy Hòa An")
    assert said == f"{dated.explain('Ngô Thị Ân', 'kg:holdsRole', 'Tỉnh ủy Hòa An')}\n"
    assert '"begin": 9,' in command("explain", "--store", dated.place, "Ngô Thị Ân", "--format", "json")


def test_kg_query_as_of(dated: Graph) -> None:
    chairs = "SELECT ?name { ?p kg:holdsRole/rdfs:label 'Liên đoàn Lao động tỉnh Hòa An'@vi ; rdfs:label ?name } ORDER BY ?name"
    asked = ("query", "--store", dated.place, "-e", chairs, "--as-of")
    assert command(*asked, "2014-01-01") == "name\nLý A Đức\nĐặng Văn Ổn\n"
    assert command(*asked, "2019-07-01") == "name\nNgô Thị Ân\n"
