"""Values for variables: what they are taken for, where they go, and that none becomes part of the query."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import QueryError
from kg.query.answers import answered, questioned
from kg.query.limits import capped
from kg.query.parameters import bind, cast, parse_params, read_term, term_of
from kg.query.table import Iri, Table
from kg.store import prefixes
from kg.vocab import BASE

NAMES = prefixes(BASE)
XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ("84", f'"84"^^<{XSD}integer>'),
        ("-2.5", f'"-2.5"^^<{XSD}decimal>'),
        ("2019-07-01", f'"2019-07-01"^^<{XSD}date>'),
        ("Bắc Kạn", '"Bắc Kạn"'),
        ("Ba\u0306\u0301c Ka\u0323n", '"Bắc Kạn"'),
        ('"84"', '"84"'),
        ('"Bằng khen"@vi', '"Bằng khen"@vi'),
        ('"2020"^^xsd:gYear', f'"2020"^^<{XSD}gYear>'),
        ("place:tỉnh_Bắc_Kạn", f"<{BASE}place/tỉnh_Bắc_Kạn>"),
        ("<https://example.org/a>", "<https://example.org/a>"),
        ("https://example.org/a", "<https://example.org/a>"),
        ("thi đua: yêu nước", '"thi đua: yêu nước"'),
        ('x" } INSERT', '"x\\" } INSERT"'),
        ("", '""'),
    ],
)
def test_the_form_of_a_value_says_what_it_is(written: str, term: str) -> None:
    assert str(read_term(written, NAMES)) == term


@pytest.mark.parametrize(
    ("value", "term"),
    [
        ("84", '"84"'),
        (84, f'"84"^^<{XSD}integer>'),
        (True, f'"true"^^<{XSD}boolean>'),
        (Decimal("2.5"), f'"2.5"^^<{XSD}decimal>'),
        (date(2019, 7, 1), f'"2019-07-01"^^<{XSD}date>'),
        (datetime(2019, 7, 1, 8), f'"2019-07-01T08:00:00"^^<{XSD}dateTime>'),  # noqa: DTZ001  # as a literal has it
        ("person:An", f"<{BASE}person/An>"),
        (Iri("https://example.org/a"), "<https://example.org/a>"),
        (rdflib.URIRef("https://example.org/a"), "<https://example.org/a>"),
        (rdflib.Literal("Bằng khen", lang="vi"), '"Bằng khen"@vi'),
        (rdflib.Literal(5), f'"5"^^<{XSD}integer>'),
        (ox.Literal("a"), '"a"'),
    ],
)
def test_python_values_keep_their_types(value: object, term: str) -> None:
    assert str(term_of(value, NAMES)) == term


INJECTIONS = [
    '" } } INSERT DATA { <urn:a> <urn:b> 1 } #',
    "' || true || '",
    "\\",
    '"""',
    "x\n} UNION { ?s ?p ?o",
    "<urn:a> ?p ?o } #",
    "?s",
]


@pytest.mark.parametrize("text", INJECTIONS)
def test_a_value_never_becomes_part_of_the_query(text: str) -> None:
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), ox.Literal("o")))
    question = questioned("SELECT ?s ?t { ?s ?p ?o FILTER(?o = ?t) }", NAMES, params={"t": text})
    assert answered(store, question) == Table(("s", "t"), ())
    question = questioned("SELECT ($t AS ?u) {}", NAMES, params={"t": text})
    answer = answered(store, question)
    assert isinstance(answer, Table)
    assert answer.rows == ((text,),)


@pytest.mark.parametrize(
    ("query", "bound"),
    [
        ("SELECT ?x ?n { ?x kg:count ?n }", 'SELECT ?x ("5" AS ?n) { ?x kg:count "5" }'),
        ("SELECT ?x { ?x kg:count $n } ORDER BY ?n LIMIT 3", 'SELECT ?x { ?x kg:count "5" } ORDER BY ("5") LIMIT 3'),
        ("SELECT * { ?x ?p '?n' . # ?n\n ?x ?p ?n, ?nn }", "SELECT * { ?x ?p '?n' . # ?n\n ?x ?p \"5\", ?nn }"),
        ("ASK { FILTER(!BOUND(?n) || ?x = ?n) }", 'ASK { FILTER(!true || ?x = "5") }'),
        (
            "SELECT (MAX(?n) AS ?m) { { SELECT ?n { ?x kg:count ?n } } }",
            'SELECT (MAX("5") AS ?m) { { SELECT ("5" AS ?n) { ?x kg:count "5" } } }',
        ),
    ],
)
def test_values_go_where_the_variable_stands(query: str, bound: str) -> None:
    assert bind(query, {"n": ox.Literal("5")}) == bound


@pytest.mark.parametrize(
    ("query", "params", "message"),
    [
        (
            "SELECT * { ?s ?p ?province }",
            ["provinse=x"],
            r"no variable \?provinse that a parameter could fill; did you mean province",
        ),
        ("ASK {}", ["a=x"], r"no variable \?a .* it has: none"),
        ("SELECT * { BIND(1 AS ?a) }", ["a=x"], r"line 1: the query sets \?a itself"),
        ("SELECT * {\n VALUES ?a { 1 } }", ["a=x"], r"line 2: the query sets \?a itself"),
        ("SELECT * { ?a ?b ?c }", ["a"], "--param a: valid would be name=value"),
        ("SELECT * { ?a ?b ?c }", ["a b=1"], "--param a b=1: valid would be name=value"),
        ("SELECT * { ?a ?b ?c }", ["a=2019-02-30"], "no day '2019-02-30'"),
        ("SELECT * { ?a ?b ?c }", ["a=<thi đua>"], "'thi đua' is no complete IRI"),
    ],
)
def test_wrong_parameters_are_errors(query: str, params: list[str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        bind(query, parse_params(params, NAMES))


@pytest.mark.parametrize(
    ("written", "kind", "term"),
    [
        ("Bắc Kạn", "text", '"Bắc Kạn"'),
        ("2020", "text", '"2020"'),
        ("Bằng khen", "label", '"Bằng khen"@vi'),
        ("84", "integer", f'"84"^^<{XSD}integer>'),
        ("2019-07-01", "date", f'"2019-07-01"^^<{XSD}date>'),
        ("person:An", "iri", f"<{BASE}person/An>"),
    ],
)
def test_declared_types(written: str, kind: str, term: str) -> None:
    assert str(cast(read_term(written, NAMES), kind, "x")) == term


@pytest.mark.parametrize(
    ("written", "kind"), [("năm", "integer"), ("2019", "date"), ("An", "iri"), ("<urn:a>", "text")]
)
def test_a_value_of_another_type_is_an_error(written: str, kind: str) -> None:
    with pytest.raises(QueryError, match=f"the parameter x is .* it must be a {kind}"):
        cast(read_term(written, NAMES), kind, "x")


@pytest.mark.parametrize(
    ("query", "result"),
    [
        ("SELECT ?s { ?s ?p ?o }", "SELECT ?s { ?s ?p ?o } LIMIT 5"),
        ("SELECT ?s { ?s ?p ?o } # LIMIT 3", "SELECT ?s { ?s ?p ?o } LIMIT 5 # LIMIT 3"),
        ("SELECT ?s { ?s ?p ?o } LIMIT 3", "SELECT ?s { ?s ?p ?o } LIMIT 3"),
        ("SELECT ?s { ?s ?p ?o } OFFSET 2 LIMIT 30", "SELECT ?s { ?s ?p ?o } OFFSET 2 LIMIT 5"),
        ("SELECT ?s { { SELECT ?s { ?s ?p ?o } LIMIT 99 } } ORDER BY ?s", "SELECT ?s { { SELECT ?s { ?s ?p ?o } LIMIT 99 } } ORDER BY ?s LIMIT 5"),
    ],
)  # fmt: skip
def test_a_limit_never_raises_the_query_s_own(query: str, result: str) -> None:
    assert capped(query, 5) == result
