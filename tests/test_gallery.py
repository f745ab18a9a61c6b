"""The questions that ship with the package: they say what they ask, and answer on the seeds what is written here.

The expected rows are in `tests/gallery/`, as CSV without the columns that hold names of nodes or sentences.
"""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import ask_facts
import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.model import Article
from kg.query.answers import questioned
from kg.query.client import Client
from kg.query.engine import solve
from kg.query.gallery import Example, find, gallery, listing, read_example
from kg.query.parameters import TYPES, parse_params
from kg.query.portable import portable
from kg.query.syntax import tokens
from kg.query.table import Iri, Table, to_csv
from kg.rdf import article_graph
from kg.store import open_store, prefixes
from kg.vocab import BASE

EXPECTED = Path(__file__).parent / "gallery"
EXAMPLES = gallery()
NAMES = prefixes(BASE)
LEFT_OUT = {"sentence"}


@pytest.fixture(scope="module")
def client(seeds: Path) -> Iterator[Client]:
    with Client(seeds) as opened:
        yield opened


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with Client(ask_facts.make_store(tmp_path_factory.mktemp("dated") / "store")) as opened:
        yield opened


def asked(client: Client, name: str, **params: object) -> list[tuple[object, ...]]:
    answer = client.ask(name, params=params)
    assert isinstance(answer, Table)
    return list(answer.rows)


def shown(table: Table) -> str:
    """Write a table as CSV without its columns of nodes and sentences."""
    kept = [
        place
        for place, column in enumerate(table.columns)
        if column not in LEFT_OUT and not any(isinstance(row[place], ox.NamedNode) for row in table.terms)
    ]
    columns = tuple(table.columns[place] for place in kept)
    return to_csv(Table(columns, tuple(tuple(row[place] for place in kept) for row in table.terms)))


def by_name(example: Example) -> str:
    return example.name


def test_there_are_enough() -> None:
    assert len(EXAMPLES) >= 15
    assert {file.stem for file in EXPECTED.glob("*.csv")} == {example.name for example in EXAMPLES}


@pytest.mark.parametrize("example", EXAMPLES, ids=by_name)
def test_each_says_what_it_asks_in_both_languages(example: Example) -> None:
    assert set(example.titles) == set(example.descriptions) == {"en", "vi"}
    assert re.search("[ăâđêôơưàáạảãèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]", example.titles["vi"])
    variables = {token.text for token in tokens(example.sparql) if token.kind == "variable"}
    assert {text[1:] for text in variables if text.startswith("$")} == {param.name for param in example.params}
    assert not {f"?{param.name}" for param in example.params} & variables
    assert all(param.kind in TYPES and param.meaning for param in example.params)


@pytest.mark.parametrize("example", EXAMPLES, ids=by_name)
def test_the_seeds_answer(client: Client, example: Example) -> None:
    answer = client.ask(example.name)
    assert isinstance(answer, Table)
    assert shown(answer) == (EXPECTED / f"{example.name}.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("example", EXAMPLES, ids=by_name)
def test_parameters_only_leave_rows_out(client: Client, example: Example) -> None:
    everything = client.ask(example.name)
    assert isinstance(everything, Table)
    given = parse_params([example.example], NAMES) if example.example else {}
    some = client.ask(example.name, params=given)
    assert isinstance(some, Table)
    assert bool(given) <= (0 < len(some) < len(everything) or example.name == "together")
    values: dict[str, object] = {
        "text": "zzz",
        "label": "zzz",
        "integer": 1900,
        "date": "2100-01-01",
        "iri": "person:Z",
    }
    for param in example.params:
        if (example.name, param.name) not in {
            ("corroborated", "least"),
            ("timeline", "to"),
            ("active-movements", "place"),
        }:
            assert client.ask(example.name, params={param.name: values[param.kind]}) == Table(everything.columns, ())


@pytest.mark.parametrize("example", EXAMPLES, ids=by_name)
def test_any_engine_answers_the_same(seeds: Path, example: Example) -> None:
    with open_store(seeds) as store:
        ours = solve(store.quads, questioned(example.name, NAMES))
        theirs = store.quads.query(portable(example.sparql, NAMES), use_default_graph_as_union=True)
        assert isinstance(ours, ox.QuerySolutions)
        assert isinstance(theirs, ox.QuerySolutions)
        assert sorted(str(list(row)) for row in theirs) == sorted(str(list(row)) for row in ours)


def test_questions_about_time_on_dated_articles(dated: Client) -> None:
    union = "Liên đoàn Lao động tỉnh Hòa An"
    ((*row, ended, began),) = asked(dated, "successors")
    assert row == [union, "Chủ tịch", "Đặng Văn Ổn", "Ngô Thị Ân"]
    assert (str(ended), str(began)) == ("2017-12-31", "2018-01-01")
    assert asked(dated, "conflicts") == []  # a deputy who is former five years later
    assert [row[1:5] for row in asked(dated, "corroborated")] == [("Ngô Thị Ân", "Tỉnh ủy viên", "Tỉnh ủy Hòa An", 2)]
    assert asked(dated, "corroborated", least=3) == []
    assert [row[0] for row in asked(dated, "active-movements", year=2018)] == ["Đổi mới"]
    assert [row[0] for row in asked(dated, "active-movements", year="2021")] == []
    assert [row[:3] for row in asked(dated, "awards", year=2020)] == [(union, "Bằng khen", 2020)]
    assert [row[:2] for row in asked(dated, "undated")] == [("Đặng Văn Ổn", "Tỉnh ủy viên")]


def test_conflicts_between_articles(tmp_path: Path) -> None:
    text = "Ông Đặng Văn Ổn - Chủ tịch. Bà Ngô Thị Ân - Chủ tịch. Ông Lý A Đức - Phó Chủ tịch."
    first, second, third = (f"{part}." for part in text.removesuffix(".").split(". "))
    facts = (
        ask_facts.role(ask_facts.OLD, "Chủ tịch", ask_facts.UNION, text, first),
        ask_facts.role(ask_facts.NEW, "Chủ tịch", ask_facts.UNION, text, second),
        ask_facts.role(ask_facts.DEPUTY, "Phó Chủ tịch", ask_facts.UNION, text, third),
        ask_facts.role(ask_facts.DEPUTY, "Phó Chủ tịch", ask_facts.UNION, text, third, "former"),
    )
    with open_store(tmp_path / "store", write=True) as store:
        store.put("a", b"a", article_graph(Article("a", text), facts), facts={})
        store.save()
    with Client(tmp_path / "store") as client:
        assert [row[:2] + row[3:5] for row in asked(client, "conflicts")] == [
            ("current and former", "Phó Chủ tịch", "Lý A Đức", "Lý A Đức"),
            ("two holders", "Chủ tịch", "Ngô Thị Ân", "Đặng Văn Ổn"),
        ]


def test_columns_of_nodes_can_be_explained(client: Client) -> None:
    answer = client.ask("leaders", params={"province": "dien bien"})
    assert isinstance(answer, Table)
    assert [row[:3] for row in answer.rows] == [
        ("Liên đoàn Lao động tỉnh Điện Biên", "Phó Chủ tịch Thường trực", "Lầu Thị Thanh Hương")
    ]
    assert all(isinstance(cell, Iri) for cell in answer.rows[0][3:])


# --- files and commands ---


def test_a_head_is_read() -> None:
    text = "# title: Who\n# title@vi: Ai\n# description: One.\n# description: Two.\n# param day date: the day\nASK {}"
    example = read_example("mine", text)
    assert (example.titles, example.descriptions) == ({"en": "Who", "vi": "Ai"}, {"en": "One. Two."})
    assert [(param.name, param.kind, param.meaning) for param in example.params] == [("day", "date", "the day")]


@pytest.mark.parametrize(
    ("ask", "params", "message"),
    [
        ("leader", {}, "no such query in the gallery; did you mean leaders?"),
        ("zzz", {}, "kg query --list shows them all"),
        ("leaders", {"provinse": "x"}, "did you mean province?"),
        ("awards", {"year": "năm nay"}, "the parameter year is 'năm nay'; it must be a integer, such as 84"),
        ("# param x colour: red\nASK { ?s ?p ?x }", {}, "line 1: 'colour' is no type; valid are: text"),
    ],
)
def test_wrong_names_and_values_are_errors(ask: str, params: dict[str, object], message: str) -> None:
    with pytest.raises(QueryError, match=re.escape(message)):
        questioned(ask, NAMES, params=params)


def kg(*arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "kg", "query", *map(str, arguments)], check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout


def test_the_command_lists_and_asks_them(seeds: Path, tmp_path: Path) -> None:
    assert kg("--list") == f"{listing(EXAMPLES)}\n"
    assert "leaders\n    Who leads which union\n    Ai lãnh đạo tổ chức công đoàn nào\n" in kg("--list")
    rows = list(csv.DictReader(io.StringIO(kg("--store", seeds, "leaders", "--param", "province=Bắc Kạn"))))
    assert [row["leader"] for row in rows] == ["Vi Văn Nghĩa", "Đinh Quang Chúc"]
    own = tmp_path / "own.rq"
    own.write_text("# param year integer: the year\nSELECT ($year AS ?y) {}\n", encoding="utf-8")
    assert kg("--store", seeds, own, "--param", "year=2020") == "y\n2020\n"


def test_the_name_finds_the_file() -> None:
    assert find("leaders").sparql == (Path(__file__).parents[1] / "kg" / "queries" / "leaders.rq").read_text(
        encoding="utf-8"
    )
