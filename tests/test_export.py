"""Files that say what the store says, in every format, byte for byte the same each time."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from view_facts import CASES, make_store

from kg import export as export_module_function
from kg.errors import KgError
from kg.export import FORMATS, _sorted, export
from kg.rdf.turtle import Row, json_ld, shortener, trig, turtle
from kg.store import open_store, prefixes
from kg.store.rdflib_dataset import dataset
from kg.vocab import BASE

NAMES = prefixes(BASE)
READERS = {
    "ttl": ox.RdfFormat.TURTLE, "trig": ox.RdfFormat.TRIG, "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS, "jsonld": ox.RdfFormat.JSON_LD, "rdf": ox.RdfFormat.RDF_XML,
}  # fmt: skip
WITH_GRAPHS = ("trig", "nq", "jsonld")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("export") / "store")


@pytest.fixture(scope="module")
def quads(folder: Path) -> set[ox.Quad]:
    with open_store(folder) as store:
        return set(store.quads)


def test_the_function_is_the_package_s() -> None:
    assert export_module_function is export


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_says_what_the_store_says(tmp_path: Path, folder: Path, quads: set[ox.Quad], format: str) -> None:
    file = tmp_path / f"graph.{format}"
    export(folder, file)
    found = list(ox.parse(file.read_bytes(), format=READERS[format]))
    assert len(found) == len(set(found))
    if format in WITH_GRAPHS:
        assert set(found) == quads
    else:
        assert {quad.triple for quad in found} == {quad.triple for quad in quads}


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # of its own parts
@pytest.mark.parametrize("format", ["ttl", "trig", "jsonld", "rdf", "nq"])
def test_rdflib_reads_the_file(tmp_path: Path, folder: Path, quads: set[ox.Quad], format: str) -> None:
    file = tmp_path / f"graph.{format}"
    export(folder, file)
    name = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml", "nq": "nquads"}.get(format, format)
    graph = rdflib.Dataset(default_union=True)
    graph.parse(file, format=name)
    assert set(graph.triples((None, None, None))) == set(dataset(folder).triples((None, None, None)))


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_facts_give_the_same_bytes(tmp_path: Path, folder: Path, format: str) -> None:
    again = make_store(tmp_path / "again", reversed(CASES))
    export(folder, tmp_path / f"a.{format}")
    export(again, tmp_path / "b", format=format)
    assert (tmp_path / f"a.{format}").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("format", ["nt", "nq"])
def test_lines_are_sorted(tmp_path: Path, folder: Path, format: str) -> None:
    export(folder, tmp_path / f"graph.{format}")
    lines = (tmp_path / f"graph.{format}").read_bytes().splitlines()
    assert lines == sorted(set(lines))


@pytest.mark.parametrize("format", ["ttl", "trig"])
def test_turtle_is_readable(tmp_path: Path, folder: Path, format: str) -> None:
    export(folder, tmp_path / f"graph.{format}")
    text = (tmp_path / f"graph.{format}").read_text(encoding="utf-8")
    assert re.search(
        r"^ *person:Vi_Văn_Nghĩa:Bắc_Kạn a foaf:Person, kg:Person ;$|^ *person:Vi_Văn_Nghĩa:Bắc_Kạn a kg:Person",
        text,
        re.MULTILINE,
    )
    assert "    kg:holdsRole organisation:Liên_đoàn_Lao_động_tỉnh_Bắc_Kạn, organisation:Tỉnh_ủy_Bắc_Kạn" in text
    assert "kg:count 84" in text
    assert '"2020-06-29"^^xsd:date' in text
    assert "<https://w3id.org/thidua" not in text.partition("\n\n")[2]
    subjects = re.findall(r"^(?! )(\S+) (?=\S)", text.partition("\n\n")[2], re.MULTILINE)
    assert format == "trig" or (subjects and len(subjects) == len(set(subjects)))


# --- any terms ---

IRIS = st.one_of(
    st.sampled_from([*NAMES.values()]).flatmap(
        lambda namespace: st.text("aĐệ9.-_:%~'(),\u0300²", max_size=6).map(
            lambda local: namespace + re.sub("%(?![0-9A-F]{2})", "%20", local)
        )
    ),
    st.sampled_from(["urn:x", "http://example.org/", "http://example.org", "tag:a,b:c"]),
).map(lambda iri: f"<{iri}>")
LITERALS = st.one_of(
    st.text().map(lambda text: str(ox.Literal(text.encode("utf-8", "ignore").decode()))),
    st.text().map(lambda text: str(ox.Literal(text.encode("utf-8", "ignore").decode(), language="vi"))),
    st.integers().map(lambda number: str(ox.Literal(number))),
    st.booleans().map(lambda truth: str(ox.Literal(truth))),
    st.dates().map(lambda day: str(ox.Literal(day.isoformat(), datatype=ox.NamedNode(NAMES["xsd"] + "date")))),
    st.sampled_from(["5", "+5", "x", "tru"]).map(
        lambda t: str(ox.Literal(t, datatype=ox.NamedNode(NAMES["xsd"] + "integer")))
    ),
)
ROWS = st.lists(st.tuples(IRIS, IRIS, st.one_of(IRIS, LITERALS)), max_size=8)


def triples(rows: list[Row]) -> set[ox.Triple]:
    lines = "".join(f"{' '.join(row)} .\n" for row in rows)
    return {quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_TRIPLES)}


@settings(deadline=None)
@given(ROWS)
def test_any_terms_survive_turtle(rows: list[Row]) -> None:
    text = "".join(turtle(sorted(set(rows)), NAMES))
    assert {quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)} == triples(rows)
    assert len(rdflib.Graph().parse(data=text, format="turtle")) == len(triples(rows))


@settings(deadline=None)
@given(st.lists(st.tuples(IRIS, st.tuples(IRIS, IRIS, st.one_of(IRIS, LITERALS))), max_size=8))
def test_any_terms_survive_trig_and_json_ld(rows: list[tuple[str, Row]]) -> None:
    rows = sorted(set(rows))
    lines = "".join(f"{' '.join(row)} {graph} .\n" for graph, row in rows)
    expected = set(ox.parse(lines, format=ox.RdfFormat.N_QUADS))
    assert set(ox.parse("".join(trig(rows, NAMES)), format=ox.RdfFormat.TRIG)) == expected
    assert set(ox.parse("".join(json_ld(rows, NAMES)), format=ox.RdfFormat.JSON_LD)) == expected


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        (f"{BASE}person/Vi_Văn_Nghĩa:Bắc_Kạn", "person:Vi_Văn_Nghĩa:Bắc_Kạn"),
        (f"{BASE}organisation/Công_ty_TNHH_A.B", "organisation:Công_ty_TNHH_A.B"),
        (f"{BASE}organisation/A%28b%29", "organisation:A%28b%29"),
        (f"{BASE}period/2015-01-01:2020-12-31", "period:2015-01-01:2020-12-31"),
        (f"{BASE}organisation/A.", f"<{BASE}organisation/A.>"),
        (f"{BASE}organisation/A,b", f"<{BASE}organisation/A,b>"),
        (f"{BASE}organisation/-a", f"<{BASE}organisation/-a>"),
        (f"{BASE}organisation/", f"<{BASE}organisation/>"),
        ("http://example.org/a", "<http://example.org/a>"),
    ],
)
def test_names_are_short_where_every_reader_takes_them(iri: str, short: str) -> None:
    assert shortener(NAMES)(iri) == short


# --- files ---


@pytest.mark.parametrize(
    ("name", "format", "message"),
    [
        ("graph.csv", None, r"graph\.csv: the suffix 'csv' names no format; valid are ttl, trig, nt, nq, jsonld, rdf"),
        ("graph", None, "the suffix '' names no format"),
        ("graph.ttl", "csv", "the format 'csv' is not known; valid are ttl, trig"),
        ("-", None, "for stdout give the format: --format with one of ttl, trig"),
        ("none/graph.ttl", None, r"none/graph\.ttl: the file cannot be written: No such file or directory"),
    ],
)
def test_a_file_that_cannot_be_is_refused(
    tmp_path: Path, folder: Path, name: str, format: str | None, message: str
) -> None:
    file = name if name == "-" else tmp_path / name
    with pytest.raises(KgError, match=message):
        export(folder, file, format=format)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_the_old_file(tmp_path: Path, folder: Path) -> None:
    file = tmp_path / "graph.ttl"
    file.mkdir()
    with pytest.raises(KgError, match=r"graph\.ttl: the file cannot be written: Is a directory"):
        export(folder, file)
    assert list(tmp_path.iterdir()) == [file]


def test_more_lines_than_memory_holds_are_sorted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["kg.export"], "_LINES_IN_MEMORY", 7)
    lines = [f"{number * 37 % 100} đ\u2028x" for number in range(50)]
    assert list(_sorted(iter(lines))) == sorted(lines)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # of its own parts
def test_a_dataset_is_a_union_with_prefixes(folder: Path, quads: set[ox.Quad]) -> None:
    graph = dataset(folder)
    assert len(list(graph.quads())) == len(quads)
    rows = graph.query(
        "SELECT ?p { ?p kg:holdsRole organisation:Tỉnh_ủy_Bắc_Kạn ; a kg:Person . ?a schema:mentions ?p }"
    )
    assert len(list(rows)) >= 2
