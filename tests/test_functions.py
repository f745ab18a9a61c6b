"""The functions of every query: folded Vietnamese, its alphabet, and stretches of time; and what they become elsewhere."""

from __future__ import annotations

import unicodedata

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.query.alphabet import name_key, sort_key
from kg.query.engine import Question, run, solve
from kg.query.portable import portable
from kg.store import prefixes
from kg.vocab import BASE

NAMES = prefixes(BASE)


def value(expression: str, *, plain: bool = False) -> str | None:
    """Give the value of an expression; `plain` asks an engine that does not know our functions."""
    query = f"SELECT ({expression} AS ?x) {{}}"
    rows = ox.Store().query(portable(query, NAMES)) if plain else solve(ox.Store(), Question(query, NAMES))
    assert isinstance(rows, ox.QuerySolutions)
    term = next(iter(rows))["x"]
    return None if term is None else term.value


NFD = unicodedata.normalize("NFD", "Điện Biên")
CALLS = [
    ("kg:fold('Điện Biên Đông'@vi)", "dien bien dong"),
    (f"kg:fold('{NFD}')", "dien bien"),
    ("kg:fold(place:tỉnh_Bắc_Kạn)", "tinh bac kan"),
    ("kg:fold(?unbound)", None),
    ("kg:contains('Huyện ủy Điện Biên Đông'@vi, 'dien bien')", "true"),
    ("kg:contains('Huyện ủy Điện Biên Đông'@vi, 'ĐIỆN BIÊN')", "true"),
    (f"kg:contains('Huyện ủy Điện Biên'@vi, '{NFD}')", "true"),
    ("kg:contains('Huyện ủy Điện Biên Đông'@vi, 'lai chau')", "false"),
    ("kg:during('2018-01-01'^^xsd:date, '2023-12-31'^^xsd:date, '2019-07-01'^^xsd:date)", "true"),
    ("kg:during('2018-01-01'^^xsd:date, '2023-12-31'^^xsd:date, '2017-12-31'^^xsd:date)", "false"),
    ("kg:during('2018-01-01'^^xsd:date, '2023-12-31'^^xsd:date, '2023-12-31'^^xsd:date)", "true"),
    ("kg:during(2018, 2023, 2023)", "true"),
    ("kg:during('2018-05-01'^^xsd:date, '2018-05-31'^^xsd:date, '2018-05')", "true"),
    ("kg:during('2018-05-01'^^xsd:date, '2018-05-31'^^xsd:date, 2019)", "false"),
    ("kg:during('2018-05', '2018-06', '2018-06-30T12:00:00'^^xsd:dateTime)", "true"),
    ("kg:overlaps(2015, 2020, 2020, 2025)", "true"),
    ("kg:overlaps(2015, 2020, 2021, 2025)", "false"),
    (
        "kg:overlaps('2015-01-01'^^xsd:date, '2020-12-31'^^xsd:date, '2010-01-01'^^xsd:date, '2014-12-31'^^xsd:date)",
        "false",
    ),
    ("kg:during('xưa', 2020, 2019)", None),
]


@pytest.mark.parametrize(("expression", "expected"), CALLS)
def test_values(expression: str, expected: str | None) -> None:
    assert value(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"), [c for c in CALLS if NFD not in c[0] and "xưa" not in c[0] and "place:" not in c[0]]
)
def test_any_engine_gives_the_same(expression: str, expected: str | None) -> None:
    assert value(expression, plain=True) == expected


def test_calls_in_calls_are_written_out_too() -> None:
    assert value("kg:contains(kg:fold('Đảng ủy'), CONCAT('dang', ' ', kg:fold('Ủy')))", plain=True) == "true"


def test_a_portable_query_declares_the_prefixes_that_it_uses() -> None:
    written = portable("PREFIX x: <urn:x>\nSELECT * { ?p kg:holdsRole ?o ; x:y 'kg:fold(?p)' }", NAMES)
    assert (
        written
        == "PREFIX kg: <https://w3id.org/thidua/ontology#>\nPREFIX x: <urn:x>\nSELECT * { ?p kg:holdsRole ?o ; x:y 'kg:fold(?p)' }"
    )


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("kg:fold('a', 'b')", "kg:fold takes 1 argument, not 2"),
        ("kg:during(2018, 2020)", "kg:during takes 3 arguments, not 2"),
        ("kg:fold()", "kg:fold takes 1 argument, not 0"),
        ("kg:folds('a')", "kg:folds is no function of the ontology; did you mean kg:fold?"),
    ],
)
def test_wrong_calls_are_errors(call: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        value(call)


SORTED = [
    [
        "An",
        "Ánh",
        "Ân",
        "Ba",
        "Bà",
        "Bả",
        "Bã",
        "Bá",
        "Bạ",
        "Bác",
        "Bắc",
        "Bân",
        "Công",
        "Dương",
        "Đà",
        "Ê",
        "Nga",
        "Oanh",
        "Ô",
        "Ơn",
        "Ung",
        "Ưng",
        "Yên",
    ],
    ["Liên đoàn", "Liên đoàn Lao động", "Liên hiệp", "Lò", "Lọ", "Long"],
    ["tổ 2", "Tổ 3", "tổ công đoàn"],
]


@pytest.mark.parametrize("words", SORTED)
def test_the_alphabet(words: list[str]) -> None:
    assert sorted(set(words), key=sort_key) == words
    assert sorted(words, key=lambda word: sort_key(unicodedata.normalize("NFD", word.upper()))) == words


def test_people_sort_by_given_name() -> None:
    people = ["Lê Thị An", "Trần Văn An", "Cù Ngọc Cường", "Đinh Quang Chúc"]
    assert sorted(people, key=name_key) == ["Lê Thị An", "Trần Văn An", "Đinh Quang Chúc", "Cù Ngọc Cường"]


def test_queries_sort_by_the_alphabet() -> None:
    words = SORTED[0]
    listed = " ".join(f"'{word}'" for word in sorted(words))
    rows = run(ox.Store(), f"SELECT ?w {{ VALUES ?w {{ {listed} }} }} ORDER BY kg:sortKey(?w)", NAMES)
    assert isinstance(rows, ox.QuerySolutions)
    assert [row["w"].value for row in rows] == words
