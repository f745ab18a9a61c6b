"""What was expected and what was found side by side, and where both stand in the sentences."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from kg.evaluate import Report, evaluate, load_gold, render, to_json
from kg.evaluate.compare import AwardClaim, Claim, MovementClaim, Recipient, RoleClaim
from kg.evaluate.findings import findings
from kg.evaluate.gold import GoldArticle, GoldFact
from kg.evaluate.passages import passages, read_stretches
from kg.evaluate.wording import describe
from kg.extract import read as extract
from kg.model import Article, Award, Concept, Evidence, Fact, Group, Organisation, Period, Person, RoleHolding, Stage

UNION = Path(__file__).parent / "gold" / "union"
FEDERATION, SCHOOL = "Liên đoàn Lao động tỉnh Bắc Kạn", "Trường Tiểu học Hoa Sen"
FIRST = "Dự có ông Vi Văn Nghĩa, Chủ tịch LĐLĐ tỉnh, và bà Hà Thị Oanh, nguyên Giám đốc."
SECOND = "LĐLĐ tỉnh tặng Bằng khen cho 15 tập thể, 1.320 cá nhân trong phong trào “Lao động giỏi” năm 2020."
TEXT = f"Hội nghị ở Bắc Kạn\n{FIRST} {SECOND}"


def said(sentence: str = FIRST, rule: str = "rule") -> Evidence:
    begin = TEXT.index(sentence)
    return Evidence(sentence, begin, begin + len(sentence), rule)


def years(first: int, last: int) -> Period:
    return Period(date(first, 1, 1), date(last, 12, 31))


def gold_role(person: str, title: str, body: str, status: str = "current") -> GoldFact:
    return GoldFact(RoleClaim((person,), (title,), (body,), (status,)), "ông Vi Văn Nghĩa, Chủ tịch LĐLĐ tỉnh")


def role(person: str, title: str, body: str, status: Any = "current", sentence: str = FIRST) -> RoleHolding:
    forms = ("LĐLĐ tỉnh",) if body == FEDERATION else ()
    return RoleHolding(Person(person), Concept(title), Organisation(body, forms=forms), status, said(sentence))


def gold_award(kind: str, count: int, awarder: str | None = FEDERATION, status: str = "awarded") -> GoldFact:
    claim = AwardClaim((awarder,), ("Bằng khen",), Recipient("group", (kind,), count), (status,))
    return GoldFact(claim, "tặng Bằng khen cho 15 tập thể, 1.320 cá nhân")


def award(kind: str, count: int, awarder: str | None = FEDERATION) -> Award:
    body = Organisation(awarder, forms=("LĐLĐ tỉnh",)) if awarder else None
    return Award(body, Concept("Bằng khen"), Group(kind, count), "awarded", said(SECOND, "award.active"))


def gold_movement(name: str, period: Period | None = None) -> GoldFact:
    return GoldFact(MovementClaim((name,), period), "phong trào “Lao động giỏi” năm 2020")


def stage(name: str, period: Period | None = None) -> Stage:
    return Stage(Concept(name), period, said(SECOND, "movement.quoted"))


def report_of(gold: list[GoldFact], found: list[Fact], text: str | None = TEXT) -> Report:
    claims = {"roles": RoleClaim, "awards": AwardClaim, "movements": MovementClaim}
    facts = {name: tuple(fact for fact in gold if isinstance(fact.claim, claim)) for name, claim in claims.items()}
    texts = {} if text is None else {"v001": text}
    return evaluate({"v001": found}, {"v001": GoldArticle("v001", facts)}, texts=texts)  # type: ignore[arg-type]


NGHIA = "Vi Văn Nghĩa", "Chủ tịch", FEDERATION
# What is annotated, what was found, and: the outcome, the parts that differ, the kinds in which it counts
CASES: dict[str, tuple[list[GoldFact], list[Fact], list[tuple[str, str, str]]]] = {
    "a hit": ([gold_role(*NGHIA)], [role(*NGHIA)], [("hit", "", "roles roles+status")]),
    "another body": (
        [gold_role(*NGHIA)],
        [role("Vi Văn Nghĩa", "Chủ tịch", SCHOOL)],
        [("mistaken", "organisation", "roles roles+status")],
    ),
    "a name cut short, and a deputy": (
        [gold_role(*NGHIA)],
        [role("Văn Nghĩa", "Phó Chủ tịch", FEDERATION)],
        [("mistaken", "person role", "roles roles+status")],
    ),
    "another status is a mistake in one kind and none in the other": (
        [gold_role(*NGHIA)],
        [role(*NGHIA, "former")],
        [("hit", "status", "roles"), ("mistaken", "status", "roles+status")],
    ),
    "too little in common": (
        [gold_role(*NGHIA)],
        [role("Hà Thị Oanh", "Giám đốc", SCHOOL)],
        [("missed", "", "roles roles+status"), ("wrong", "", "roles roles+status")],
    ),
    "alike, but in another sentence": (
        [gold_role(*NGHIA)],
        [role("Vi Văn Nghĩa", "Giám đốc", SCHOOL, sentence=SECOND)],
        [("missed", "", "roles roles+status"), ("wrong", "", "roles roles+status")],
    ),
    "all but one part, in another sentence": (
        [gold_role(*NGHIA)],
        [role("Vi Văn Nghĩa", "Chủ tịch", SCHOOL, sentence=SECOND)],
        [("mistaken", "organisation", "roles roles+status")],
    ),
    "the nearest of two is the partner": (
        [gold_role(*NGHIA)],
        [role("Vi Văn Nghĩa", "Phó Chủ tịch", SCHOOL), role("Vi Văn Nghĩa", "Phó Chủ tịch", FEDERATION)],
        [("mistaken", "role", "roles roles+status"), ("wrong", "role organisation", "roles roles+status")],
    ),
    "missed beside what is right of the same person": (
        [gold_role(*NGHIA), gold_role("Vi Văn Nghĩa", "Bí thư", FEDERATION)],
        [role(*NGHIA)],
        [("missed", "role", "roles roles+status"), ("hit", "", "roles roles+status")],
    ),
    "missed beside what is right of somebody else": (
        [gold_role(*NGHIA), gold_role("Hà Thị Oanh", "Chủ tịch", FEDERATION)],
        [role(*NGHIA)],
        [("missed", "", "roles roles+status"), ("hit", "", "roles roles+status")],
    ),
    "another count": (
        [gold_award("cá nhân", 1320)],
        [award("cá nhân", 15)],
        [("mistaken", "count", "awards awards+awarder")],
    ),
    "two groups, each with its own": (
        [gold_award("tập thể", 15), gold_award("cá nhân", 1320)],
        [award("cá nhân", 1321), award("tập thể", 16)],
        [("mistaken", "count", "awards awards+awarder"), ("mistaken", "count", "awards awards+awarder")],
    ),
    "no awarder": (
        [gold_award("cá nhân", 1320)],
        [award("cá nhân", 1320, None)],
        [("hit", "awarder", "awards"), ("mistaken", "awarder", "awards+awarder")],
    ),
    "a movement without its period": (
        [gold_movement("Lao động giỏi", years(2020, 2020))],
        [stage("Lao động giỏi")],
        [("hit", "period", "movements"), ("missed", "period", "periods")],
    ),
    "a movement in another period": (
        [gold_movement("Lao động giỏi", years(2020, 2020))],
        [stage("Lao động giỏi", years(2019, 2020))],
        [("hit", "period", "movements"), ("mistaken", "period", "periods")],
    ),
    "half a name": (
        [gold_movement("Lao động giỏi")],
        [stage("Lao động giỏi, lao động sáng tạo")],
        [("mistaken", "name", "movements")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_findings(name: str) -> None:
    gold, found, expected = CASES[name]
    seen = [(one.outcome, " ".join(one.differing), " ".join(one.kinds)) for one in findings(report_of(gold, found))]
    assert sorted(seen) == sorted(expected)


def test_findings_add_up_to_the_figures() -> None:
    gold = load_gold(UNION)
    texts = {file.stem: file.read_text(encoding="utf-8") for file in sorted((UNION / "texts").glob("*.txt"))}
    # Every third fact is lost, and every article also has its neighbour's facts, which it does not state
    found = {article.id: facts for article, facts in extract(Article(name, text) for name, text in texts.items())}
    spoilt = {
        name: [fact for i, fact in enumerate(found[name]) if i % 3] + list(found[other])
        for name, other in pairwise([*found, next(iter(found))])
    }
    report = evaluate(spoilt, gold, texts=texts)
    everything = findings(report)
    for kind, score in report.scores.items():
        own = [finding.outcome for finding in everything if kind in finding.kinds]
        assert own.count("mistaken") + own.count("missed") == len(score.missed)
        assert own.count("mistaken") + own.count("wrong") == len(score.wrong)
        assert own.count("hit") == len(score.hits)
    assert {finding.outcome for finding in everything} == {"mistaken", "missed", "wrong", "hit"}


DESCRIPTIONS: list[tuple[Claim, str]] = [
    (gold_role(*NGHIA).claim, f"Vi Văn Nghĩa | Chủ tịch | {FEDERATION} | current"),
    (gold_award("cá nhân", 84, None).claim, "(none named) | Bằng khen | 84 cá nhân | awarded"),
    (MovementClaim(("Lao động giỏi",), years(2015, 2020)), "Lao động giỏi | 2015-01-01 to 2020-12-31"),
    (MovementClaim(("Lao động giỏi",), None), "Lao động giỏi | no period"),
]


@pytest.mark.parametrize(("claim", "expected"), DESCRIPTIONS)
def test_a_claim_in_a_line(claim: Claim, expected: str) -> None:
    assert describe(claim) == expected


def test_text_shows_both_sides() -> None:
    page = render(report_of([gold_role(*NGHIA)], [role("Vi Văn Nghĩa", "Chủ tịch", SCHOOL)]), errors=True)
    assert page.partition("articles scored: 1\n\n")[2] == (
        "mistaken roles           v001: differs in organisation\n"
        f"        expected: Vi Văn Nghĩa | Chủ tịch | {FEDERATION} | current\n"
        f"        found: Vi Văn Nghĩa | Chủ tịch | {SCHOOL} | current\n"
        "        stated: ông Vi Văn Nghĩa, Chủ tịch LĐLĐ tỉnh\n"
        "        pattern: rule\n"
        f"        sentence: {FIRST}\n"
    )


def test_text_shows_what_comes_nearest() -> None:
    gold = [gold_role(*NGHIA), gold_role("Vi Văn Nghĩa", "Bí thư", FEDERATION)]
    page = render(report_of(gold, [role(*NGHIA)]), errors=True)
    nearest = f"        nearest found: Vi Văn Nghĩa | Chủ tịch | {FEDERATION} | current (differs in role)\n"
    assert nearest in page


def test_json_has_both_sides_in_the_form_of_the_gold_data() -> None:
    report = report_of([gold_role(*NGHIA)], [role("Vi Văn Nghĩa", "Chủ tịch", SCHOOL)])
    roles = json.loads(to_json(report, errors=True))["kinds"]["roles"]
    (missed,), (wrong,) = roles["missed_facts"], roles["wrong_facts"]
    assert missed["nearest"] == wrong["fact"]
    assert wrong["nearest"] == missed["fact"]
    assert (missed["mistaken"], missed["differs_in"], missed["sentence"]) == (True, ["organisation"], FIRST)
    alone = json.loads(to_json(report_of([gold_role(*NGHIA)], []), errors=True))["kinds"]["roles"]["missed_facts"]
    assert (alone[0]["mistaken"], alone[0]["nearest"], alone[0]["differs_in"]) == (False, None, [])


# --- where it stands ---

# A sentence, the names of a fact with their forms, and the stretches that show them
STRETCHES = [
    (FIRST, [("Vi Văn Nghĩa",), ("Chủ tịch",), (FEDERATION, "LĐLĐ tỉnh")], ["Vi Văn Nghĩa", "Chủ tịch", "LĐLĐ tỉnh"]),
    (FIRST, [("hà thị oanh",), ("Giám đốc",)], ["Hà Thị Oanh", "Giám đốc"]),
    (SECOND, [("1320 cá nhân", "1.320 cá nhân", "cá nhân"), ("Bằng khen",)], ["1.320 cá nhân", "Bằng khen"]),
    ("Uỷ viên Hoà", [("Hòa",), ("Ủy viên",)], ["Hoà", "Uỷ viên"]),
    ("Namha và Nam", [("Nam",)], ["Nam"]),
    ("Không có tên.", [("Nam",), ("Chủ tịch",)], ["Không có tên."]),
]


@pytest.mark.parametrize(("sentence", "written", "expected"), STRETCHES)
def test_read_stretches(sentence: str, written: list[tuple[str, ...]], expected: list[str]) -> None:
    assert [sentence[begin:end] for begin, end in read_stretches(sentence, written)] == expected


def test_each_name_is_the_one_beside_the_person() -> None:
    sentence = "Chủ tịch Nam, Chủ tịch Hà"
    assert read_stretches(sentence, [("Hà",), ("Chủ tịch",)]) == [(23, 25), (14, 22)]


def marked(report: Report, look: str) -> list[str]:
    return [
        piece.text
        for passage in passages(TEXT, findings(report))
        for piece in passage.pieces
        if any(mark.look == look for mark in piece.marks)
    ]


def test_what_is_stated_and_what_was_found_are_marked() -> None:
    report = report_of(
        [gold_role(*NGHIA), gold_movement("Lao động giỏi")],
        [role("Vi Văn Nghĩa", "Chủ tịch", SCHOOL), award("cá nhân", 1320)],
    )
    assert (
        "".join(marked(report, "missed"))
        == "ông Vi Văn Nghĩa, Chủ tịch LĐLĐ tỉnh" + "phong trào “Lao động giỏi” năm 2020"
    )
    assert marked(report, "named") == ["Vi Văn Nghĩa", "Lao động giỏi"]
    assert marked(report, "wrong") == ["Vi Văn Nghĩa", "Chủ tịch", "LĐLĐ tỉnh", "Bằng khen", "1.320 cá nhân"]
    assert marked(report, "hit") == []


def test_passages_are_whole_sentences_in_their_order() -> None:
    report = report_of([gold_movement("Lao động giỏi"), gold_role(*NGHIA)], [])
    shown = ["".join(piece.text for piece in passage.pieces).strip() for passage in passages(TEXT, findings(report))]
    assert shown == [FIRST, SECOND]


@pytest.mark.parametrize("text", [None, "Một bài khác."])
def test_what_has_no_place_in_the_text_comes_last(text: str | None) -> None:
    report = report_of([gold_role(*NGHIA)], [role("Hà Thị Oanh", "Giám đốc", SCHOOL)], text)
    (passage,) = passages(text or "", findings(report))
    assert passage.pieces == ()
    assert passage.findings == (0, 1)
