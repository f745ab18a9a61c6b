"""Questions and their answers, and what is said about questions that are none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from view_facts import CASES, make_store

from kg.errors import QueryError
from kg.query import FORMATS, ask, query, read_query, to_format
from kg.query.table import (
    Iri,
    Table,
    Value,
    to_csv,
    to_json,
    to_markdown,
    to_text,
    to_tsv,
    value,
)
from kg.store import Store, open_store, prefixes
from kg.vocab import BASE, kg

NGHIA = f"{BASE}person/Vi_Văn_Nghĩa:Bắc_Kạn"
HOLDERS = """
SELECT ?person ?title {
    ?holding org:member ?person ; org:role ?title ; org:organization organisation:Liên_đoàn_Lao_động_tỉnh_Bắc_Kạn }
ORDER BY ?person
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("query") / "store")


@pytest.fixture(scope="module")
def store(folder: Path) -> Iterator[Store]:
    with open_store(folder) as opened:
        yield opened


def table(store: Store, sparql: str) -> Table:
    answer = query(store, sparql)
    assert isinstance(answer, Table)
    return answer


# --- answers ---


def test_prefixes_need_no_declaration(store: Store) -> None:
    answer = table(store, HOLDERS)
    assert answer.columns == ("person", "title")
    assert answer.rows == (
        (f"{BASE}person/Vi_Văn_Nghĩa:Bắc_Kạn", f"{BASE}role/Chủ_tịch"),
        (f"{BASE}person/Đinh_Quang_Chúc:Bắc_Kạn", f"{BASE}role/Phó_Chủ_tịch"),
    )


def test_a_path_is_a_store_too(folder: Path, store: Store) -> None:
    assert query(folder, HOLDERS) == query(str(folder), HOLDERS) == query(store, HOLDERS)


def test_the_default_graph_is_the_union_and_counts_are_right(store: Store) -> None:
    ids = {case[0] for case in CASES}
    mixed = "SELECT (COUNT(*) AS ?n) { ?p a kg:Person ; kg:holdsRole ?o . ?article schema:mentions ?p }"
    named = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?article a kg:Article } }"
    assert table(store, named).rows == ((len(ids),),)
    (row,) = table(store, mixed)
    graphs = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?p a kg:Person ; kg:holdsRole ?o } GRAPH ?h { ?article schema:mentions ?p } }"
    assert row == table(store, graphs)[0] != (0,)


def test_yes_and_no(store: Store) -> None:
    assert query(store, "ASK { ?p kg:holdsRole ?o }") is True
    assert query(store, "ASK { ?p kg:holdsRole 1 }") is False


@pytest.mark.parametrize("sparql", ["CONSTRUCT WHERE { ?p kg:holdsRole ?o }", f"DESCRIBE <{NGHIA}>"])
def test_graphs_are_rdflib_s(store: Store, sparql: str) -> None:
    graph = query(store, sparql)
    assert isinstance(graph, rdflib.Graph)
    triple = (
        rdflib.URIRef(NGHIA),
        rdflib.URIRef(kg("holdsRole")),
        rdflib.URIRef(f"{BASE}organisation/Tỉnh_ủy_Bắc_Kạn"),
    )
    assert triple in graph
    assert "organisation:Tỉnh_ủy_Bắc_Kạn" in graph.serialize(format="turtle")


def test_a_graph_has_each_triple_once_and_sorted(store: Store) -> None:
    answer = ask(store, "CONSTRUCT { ?p a kg:Person } { ?p kg:holdsRole ?o }")
    assert isinstance(answer, tuple)
    assert [str(triple) for triple in answer] == sorted({str(triple) for triple in answer})


@pytest.mark.parametrize(
    ("sparql", "columns"),
    [
        ("SELECT * { ?s ?p ?o } LIMIT 1", ("s", "p", "o")),
        ("# ?o first\nSELECT DISTINCT * WHERE { ?s ?p ?o } LIMIT 1", ("s", "p", "o")),
        ("SELECT ?o ?s { ?s ?p ?o } LIMIT 1", ("o", "s")),
        ("SELECT (COUNT(*) AS ?z) ?a { ?a ?p ?o } GROUP BY ?a LIMIT 1", ("z", "a")),
        ("SELECT ?s { { SELECT * { ?s ?p ?o } } } LIMIT 1", ("s",)),
    ],
)
def test_columns_come_in_the_query_s_order(store: Store, sparql: str, columns: tuple[str, ...]) -> None:
    assert table(store, sparql).columns == columns


XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("lexical", "datatype", "expected"),
    [
        ("84", "integer", 84),
        ("-7", "long", -7),
        ("0.5", "decimal", Decimal("0.5")),
        ("1e3", "double", 1000.0),
        ("INF", "double", float("inf")),
        ("true", "boolean", True),
        ("false", "boolean", False),
        ("2020-06-29", "date", date(2020, 6, 29)),
        ("2020-06-29T07:30:00", "dateTime", datetime(2020, 6, 29, 7, 30)),  # noqa: DTZ001  # as the literal
        ("-0044-03-15", "date", "-0044-03-15"),
        ("2020-06-29Z", "date", "2020-06-29Z"),
        ("chín", "integer", "chín"),
        ("Bằng khen", "string", "Bằng khen"),
        ("2020", "gYear", "2020"),
    ],
)
def test_terms_are_python_values(lexical: str, datatype: str, expected: Value) -> None:
    found = value(ox.Literal(lexical, datatype=ox.NamedNode(XSD + datatype)))
    assert (found, type(found)) == (expected, type(expected))


def test_names_and_unbound_cells_are_told_apart(store: Store) -> None:
    (row,) = table(store, "SELECT ?p ?label ?none { VALUES ?p { kg:Person } BIND('x'@vi AS ?label) }")
    assert row == (kg("Person"), "x", None)
    assert isinstance(row[0], Iri)
    assert not isinstance(row[1], Iri)


# --- formats ---

SMALL = "SELECT * { VALUES (?name ?text ?number) { (person:Đào_Thị_Mai_Sen 'tặng, \"Bằng | khen\"\\n'@vi 84) (kg:Award UNDEF 2.50) } }"


def test_csv(store: Store) -> None:
    assert to_csv(table(store, SMALL)) == (
        "name,text,number\n"
        f'{BASE}person/Đào_Thị_Mai_Sen,"tặng, ""Bằng | khen""\n",84\n'
        "https://w3id.org/thidua/ontology#Award,,2.5\n"
    )


def test_tsv(store: Store) -> None:
    assert to_tsv(table(store, SMALL)) == (
        "?name\t?text\t?number\n"
        f'<{BASE}person/Đào_Thị_Mai_Sen>\t"tặng, \\"Bằng | khen\\"\\n"@vi\t"84"^^<{XSD}integer>\n'
        f'<https://w3id.org/thidua/ontology#Award>\t\t"2.5"^^<{XSD}decimal>\n'
    )


def test_json_is_what_the_engine_reads(store: Store) -> None:
    text = to_json(table(store, SMALL))
    engine = ox.parse_query_results(text, format=ox.QueryResultsFormat.JSON)
    assert isinstance(engine, ox.QuerySolutions)
    terms = tuple(tuple(solution[name] for name in ("name", "text", "number")) for solution in engine)
    assert terms == table(store, SMALL).terms
    assert json.loads(text)["head"] == {"vars": ["name", "text", "number"]}


def test_markdown(store: Store) -> None:
    assert to_markdown(table(store, SMALL)) == (
        "| name | text | number |\n| --- | --- | --- |\n"
        '| person:Đào_Thị_Mai_Sen | tặng, "Bằng \\| khen" | 84 |\n'
        "| kg:Award |  | 2.5 |\n"
    )


def test_text_is_drawn_in_columns(store: Store) -> None:
    drawn = to_text(table(store, "SELECT ?a ?n { VALUES (?a ?n) { ('Nguyễn Đình Khang' 5) ('Vi' 1234) } }"))
    assert drawn.splitlines() == [
        " a                      n",
        " ────────────────────────",
        " Nguyễn Đình Khang      5",
        " Vi                  1234",
        "",
        "2 rows",
    ]


@pytest.mark.parametrize("width", [20, 40, 79])
def test_text_keeps_to_the_terminal(store: Store, width: int) -> None:
    drawn = to_text(table(store, HOLDERS), width=width)
    assert max(map(len, drawn.splitlines())) <= width
    letters = "".join(drawn.split())
    assert "2rows" in letters


def test_an_empty_answer_has_its_columns(store: Store) -> None:
    nothing = table(store, "SELECT ?p ?o { ?p kg:holdsRole 1 }")
    assert to_csv(nothing) == "p,o\n"
    assert to_text(nothing).endswith("\n0 rows\n")


@pytest.mark.parametrize(
    ("sparql", "format", "expected"),
    [
        ("ASK { ?p kg:holdsRole ?o }", "csv", "true\n"),
        ("ASK { ?p kg:holdsRole 1 }", "json", '{"head": {}, "boolean": false}\n'),
        (
            "CONSTRUCT { person:A kg:holdsRole organisation:B ; rdfs:label 'A'@vi } {}",
            "ttl",
            (
                "@prefix kg: <https://w3id.org/thidua/ontology#> .\n"
                f"@prefix organisation: <{BASE}organisation/> .\n@prefix person: <{BASE}person/> .\n"
                "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n\n"
                'person:A rdfs:label "A"@vi ;\n    kg:holdsRole organisation:B .\n'
            ),
        ),
        (
            "CONSTRUCT { person:A kg:count 5 } {}",
            "nt",
            f'<{BASE}person/A> <https://w3id.org/thidua/ontology#count> "5"^^<{XSD}integer> .\n',
        ),
    ],
)
def test_answers_of_other_kinds(store: Store, sparql: str, format: str, expected: str) -> None:
    assert to_format(ask(store, sparql), format, prefixes(BASE)) == expected


@pytest.mark.parametrize("format", FORMATS)
def test_a_format_fits_or_is_refused(store: Store, format: str) -> None:
    for sparql in ("SELECT * { ?s ?p ?o } LIMIT 3", "ASK {}", "CONSTRUCT WHERE { ?p kg:holdsRole ?o }"):
        fits = sparql.startswith("CONSTRUCT") == (format in ("ttl", "nt"))
        if fits:
            assert to_format(ask(store, sparql), format, prefixes(BASE))
        else:
            with pytest.raises(QueryError, match="valid here: "):
                to_format(ask(store, sparql), format, prefixes(BASE))


# --- questions that are none ---

WRONG = [
    ("", "the query is empty; it begins with SELECT"),
    ("# nothing\n", "the query is empty"),
    ("SELEC ?a {}", "line 1, column 1: 'SELEC' cannot stand here\n    SELEC ?a {}\n    ^\nexpected: SELECT, ASK, CONSTRUCT"),
    ("SELECT ?a ?o WHERE ?a kg:period ?o", "line 1, column 20: '?a' cannot stand here\n*\nexpected: '{'"),
    ("SELECT ?a {\n ?a kg:holdsRole ?b\n ?c ?d ?e }", "line 3, column 2: '?c' cannot stand here\n     ?c ?d ?e }\n     ^\nexpected: '.', ';', ','"),
    ("SELECT ?a { ?a kg:period ?b", "line 1, column 28: the query ends too early\n*'}'"),
    ("SELECT ?a { ?a kg:period ?b }}", "line 1, column 30: '}' cannot stand here"),
    ("SELECT (COUNT(?a) ?n) { ?a ?b ?c }", "line 1, column 19: '?n' cannot stand here\n*\nexpected: *AS"),
    ("SELECT * { ?a ?b ?c } LIMIT ten", "line 1, column 29: 'ten' cannot stand here\n*\nexpected: a number"),
    ("SELECT * { ?a ?b 'Bằng khen }", "line 1, column 18: the string that begins here is never closed"),
    ("SELECT * { ?a ?b ?c FILTER(strr(?c) = 'x') }", "line 1, column 28: 'strr' cannot stand here"),
    ("SELECT * { ?Đ ?p 'Liên đoàn' . ?x x }", "line 1, column 35: 'x' cannot stand here\n    SELECT * { ?Đ ?p 'Liên đoàn' . ?x x }\n" + " " * 38 + "^"),
    ("SELECT * { ?a ?b <thi đua> }", "line 1, column 18: the IRI <thi đua> has a space in it"),
    ("SELECT * { ?a ?b <http://example.org/thi đua> }", "line 1, column 18: the IRI <http://example.org/thi đua> has a space in it"),
    ("SELECT * { ?a ?b <thi> }", "line 1, column 18: <thi> is no complete IRI, such as <https://example.org/a>"),
    ("SELECT ?a ?z { ?a ?b ?c } GROUP BY ?a", "The SELECT contains a variable that is unbound"),
    ("SELECT * { ?a ?b ?c } GROUP BY ?a", "SELECT * is not authorized with GROUP BY"),
    ("SELECT ?a { ?a ogr:member ?b }", "line 1, column 16: the prefix 'ogr:' is not known\n*did you mean 'org:'?\nknown without declaration: article: award: "),
    ("PREFIX x: <urn:x>\nSELECT ?a {\n ?a x:b 'zz:z' ; # yy:y\n qqq:d ?b }", "line 4, column 2: the prefix 'qqq:' is not known\n*\ndeclare it first: PREFIX qqq: <...>"),
    ("PREFIX : <urn:x>\nINSERT DATA { :a :b :c }", "line 2, column 1: INSERT would change the store, and a query only reads it"),
    ("DELETE WHERE { ?s ?p ?o }", "line 1, column 1: DELETE would change the store"),
    ("drop all", "drop would change the store*\nthe store changes with kg build and kg drop"),
    ("ASK { FILTER(" + "(" * 5000 + "1" + ")" * 5000 + ") }", "line 1, column 212: brackets are nested more than 200 deep here"),
    ("SELECT * { ?a ?b ?c FILTER(<urn:f>(?c)) }", "the query cannot be answered: The custom function <urn:f> is not supported"),
]  # fmt: skip


@pytest.mark.parametrize(("sparql", "message"), WRONG)
def test_what_is_wrong_is_said(store: Store, sparql: str, message: str) -> None:
    with pytest.raises(QueryError) as raised:
        query(store, sparql)
    rest = str(raised.value)
    for part in message.split("*") if "SELECT *" not in message else [message]:
        assert part in rest
        rest = rest[rest.index(part) + len(part) :]


RIGHT = [
    "PREFIX x: <urn:x:> SELECT * { ?a x:b ?c }",
    "BASE <http://example.org/> SELECT * { ?a <b> ?c }",
    "select ?a { ?a a kg:Person . } order by desc(?a) limit 2",
    "\ufeffSELECT * { ?s ?p ?o } LIMIT 1",
    "SELECT * { ?s ?p ?o FILTER(?o<5 && ?o>3) }",
    "SELECT (COUNT(*) AS ?insert) { ?delete ?drop ?clear }",
]


@pytest.mark.parametrize("sparql", RIGHT)
def test_what_is_right_is_answered(store: Store, sparql: str) -> None:
    assert isinstance(query(store, sparql), Table)


def test_files_with_queries(tmp_path: Path) -> None:
    (tmp_path / "a.rq").write_text("\ufeffASK {}\n", encoding="utf-8")
    assert read_query(tmp_path / "a.rq") == "ASK {}\n"
    (tmp_path / "b.rq").write_bytes(b"ASK { ?a ?b '\xe9' }")
    with pytest.raises(QueryError, match=r"b\.rq: the query is not in UTF-8 \(byte 13\)"):
        read_query(tmp_path / "b.rq")
    with pytest.raises(QueryError, match=r"c\.rq: the query cannot be read: No such file"):
        read_query(tmp_path / "c.rq")
