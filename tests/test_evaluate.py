"""Scoring: names, claims, matching, gold files, breakdowns; figures are those of the reference scorer."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.errors import GoldError
from kg.evaluate import by_rule, by_status, evaluate, load_gold, render, to_json
from kg.evaluate.compare import (
    AwardClaim,
    Claim,
    MovementClaim,
    Names,
    Recipient,
    RoleClaim,
    any_similar,
    bare,
    folded_name,
)
from kg.evaluate.gold import RELATIONS, GoldArticle, GoldFact, read_gold
from kg.evaluate.rows import rows
from kg.evaluate.sentences import sentence_around
from kg.model import Article, Award, Concept, Evidence, Fact, Group, Organisation, Period, Person, RoleHolding, Stage
from kg.text import new_tones

GOLD = Path(__file__).parent / "gold"
UNION = GOLD / "union"
FEDERATION = "Liên đoàn Lao động tỉnh Bắc Kạn"


def says(rule: str = "rule", sentence: str = "Câu.") -> Evidence:
    return Evidence(sentence, 0, len(sentence), rule)


def years(first: int, last: int) -> Period:
    return Period(date(first, 1, 1), date(last, 12, 31))


def role(person: str, title: str, body: str, status: Any = "current", **more: Any) -> RoleHolding:
    return RoleHolding(Person(person), Concept(title), Organisation(body), status, says(), **more)


def award(awarder: str | None, honour: str, to: Person | Organisation | Group, status: Any = "awarded") -> Award:
    return Award(Organisation(awarder) if awarder else None, Concept(honour), to, status, says())


def stage(name: str, period: Period | None = None) -> Stage:
    return Stage(Concept(name), period, says())


# --- names ---

SIMILAR_NAMES = [
    ("Vi Văn Nghĩa", "Vi Văn Nghĩa", 0.999, True),
    ("Vi Văn Nghĩa", "VI VĂN NGHĨA", 0.999, True),
    ("Vi Văn Nghĩa", "Nghĩa", 0.999, False),
    ("Hoà Thị Thuý", "Hòa Thị Thúy", 0.999, True),
    ("LĐLĐ tỉnh Bắc Kạn", FEDERATION, 0.8, True),
    ("Liên đoàn Lao động Bắc Kạn", FEDERATION, 0.8, True),  # 6 words of 7
    ("Liên đoàn Lao động", FEDERATION, 0.8, False),
    ("UBND TP Hà Nội", "Uỷ ban nhân dân thành phố Hà Nội", 0.8, True),
    ("UBND TP.HCM", "Ủy ban nhân dân Thành phố Hồ Chí Minh", 0.8, True),
    ("Ban Chấp hành T.Ư Đảng", "BCH Trung ương Đảng", 0.8, True),
    ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo", 0.8, True),
    ("tư vấn", "trung ương vấn", 0.999, False),
    ("Phó Chủ tịch", "Chủ tịch", 0.8, False),
    ("Xanh - Sạch - Đẹp", "“Xanh, sạch, đẹp”", 0.8, True),
    ("lượt cá nhân, tập thể", "tập thể, cá nhân", 0.5, True),
    ("cá nhân", "tập thể", 0.5, False),
    (None, None, 0.8, True),
    (None, "Chính phủ", 0.8, False),
    ("…", "!", 0.8, True),  # nothing is left of either
]


@pytest.mark.parametrize(("one", "other", "overlap", "expected"), SIMILAR_NAMES)
def test_similar_names(one: str | None, other: str | None, overlap: float, expected: bool) -> None:
    assert any_similar((one,), (other,), overlap) is expected
    assert any_similar((other,), ("Bộ Y tế", one), overlap) is expected


def test_spelling_does_not_matter() -> None:
    names = {name for article in load_gold(UNION).values() for name in all_names(article)}
    assert len(names) > 300
    spellings = [(name, other) for name in names for other in (unicodedata.normalize("NFD", name), new_tones(name))]
    assert [pair for pair in spellings if folded_name(pair[0]) != folded_name(pair[1])] == []


def all_names(article: GoldArticle) -> Iterable[str]:
    for facts in article.facts.values():
        for fact in facts:
            match fact.claim:
                case RoleClaim(person, title, body):
                    yield from filter(None, (*person, *title, *body))
                case AwardClaim(awarder, honour):
                    yield from filter(None, (*awarder, *honour))
                case MovementClaim(name):
                    yield from filter(None, name)


BARE_NAMES: list[tuple[Names, Names]] = [
    (("Giỏi việc nước, đảm việc nhà",), ("Giỏi việc nước, đảm việc nhà",)),
    (("phong trào thi đua Lao động giỏi",), ("Lao động giỏi",)),
    (("Cuộc vận động Mái ấm công đoàn",), ("Mái ấm công đoàn",)),
    (("danh hiệu Lao động tiên tiến", None, ""), ("Lao động tiên tiến",)),
    (("phong trào thi đua yêu nước",), ("yêu nước",)),
    (("thi đua",), ("thi đua",)),
]


@pytest.mark.parametrize(("names", "expected"), BARE_NAMES)
def test_bare(names: Names, expected: Names) -> None:
    assert bare(names) == expected


# --- one article: annotated facts, found facts, and (hits, missed, wrong) for each kind ---


def gold_role(person: str, title: str, body: str, *statuses: str, optional: bool = False) -> GoldFact:
    return GoldFact(RoleClaim((person,), (title,), (body,), statuses or ("current",)), optional=optional)


def gold_award(awarder: Names, honour: str, to: Recipient, *statuses: str, optional: bool = False) -> GoldFact:
    return GoldFact(AwardClaim(awarder, (honour,), to, statuses or ("awarded",)), optional=optional)


def gold_movement(name: str, period: Period | None = None, *, optional: bool = False) -> GoldFact:
    return GoldFact(MovementClaim((name,), period), optional=optional)


PEOPLE = Recipient("group", ("cá nhân",), 84)
CHAIR = gold_role("Vi Văn Nghĩa", "Chủ tịch", FEDERATION)
PRAISE = gold_award((FEDERATION, None), "Bằng khen", PEOPLE)
GREEN = "Xanh - Sạch - Đẹp"

Counts = tuple[int, int, int]
CASES: dict[str, tuple[list[GoldFact], list[Fact], dict[str, Counts]]] = {
    "nothing": ([], [], {"roles": (0, 0, 0), "periods": (0, 0, 0)}),
    "a role": (
        [CHAIR],
        [role("Vi Văn Nghĩa", "Chủ tịch", "LĐLĐ Bắc Kạn")],
        {"roles": (1, 0, 0), "roles+status": (1, 0, 0)},
    ),
    "another status": (
        [CHAIR],
        [role("Vi Văn Nghĩa", "Chủ tịch", FEDERATION, "former")],
        {"roles": (1, 0, 0), "roles+status": (0, 1, 1)},
    ),
    "one of two possible statuses": (
        [gold_role("Vi Văn Nghĩa", "Chủ tịch", FEDERATION, "former", "current")],
        [role("Vi Văn Nghĩa", "Chủ tịch", FEDERATION, "former")],
        {"roles+status": (1, 0, 0)},
    ),
    "a name cut short": ([CHAIR], [role("Văn Nghĩa", "Chủ tịch", FEDERATION)], {"roles": (0, 1, 1)}),
    "a deputy": ([CHAIR], [role("Vi Văn Nghĩa", "Phó Chủ tịch", FEDERATION)], {"roles": (0, 1, 1)}),
    "one role in two periods is one row": (
        [CHAIR],
        [
            role("Vi Văn Nghĩa", "Chủ tịch", FEDERATION, period=years(2018, 2023)),
            role("Vi Văn Nghĩa", "Chủ tịch", FEDERATION),
        ],
        {"roles": (1, 0, 0)},
    ),
    "a repeated hit counts neither way": (
        [CHAIR],
        [role("Vi Văn Nghĩa", "Chủ tịch", FEDERATION), role("Vi Văn Nghĩa", "Chủ tịch", "LĐLĐ tỉnh Bắc Kạn")],
        {"roles": (1, 0, 0)},
    ),
    "optional and found": (
        [gold_role("Vi Văn Nghĩa", "Chủ tịch", FEDERATION, optional=True)],
        [role("Vi Văn Nghĩa", "Chủ tịch", FEDERATION)],
        {"roles": (0, 0, 0), "roles+status": (0, 0, 0)},
    ),
    "optional and not found": (
        [gold_role("Vi Văn Nghĩa", "Chủ tịch", FEDERATION, optional=True)],
        [],
        {"roles": (0, 0, 0)},
    ),
    "an award": (
        [PRAISE],
        [award("LĐLĐ tỉnh Bắc Kạn", "Bằng khen", Group("cá nhân", 84))],
        {"awards+awarder": (1, 0, 0)},
    ),
    "an award whose awarder may be absent": (
        [PRAISE],
        [award(None, "Bằng khen", Group("cá nhân", 84))],
        {"awards": (1, 0, 0), "awards+awarder": (1, 0, 0)},
    ),
    "another awarder": (
        [PRAISE],
        [award("Tỉnh ủy Bắc Kạn", "Bằng khen", Group("cá nhân", 84))],
        {"awards": (1, 0, 0), "awards+awarder": (0, 1, 1)},
    ),
    "another count": ([PRAISE], [award(FEDERATION, "Bằng khen", Group("cá nhân", 8))], {"awards": (0, 1, 1)}),
    "no count": ([PRAISE], [award(FEDERATION, "Bằng khen", Group("cá nhân"))], {"awards": (0, 1, 1)}),
    "proposed is not awarded": (
        [PRAISE],
        [award(FEDERATION, "Bằng khen", Group("cá nhân", 84), "proposed")],
        {"awards": (0, 1, 1)},
    ),
    "a person is no group": (
        [gold_award((None,), "danh hiệu Lao động tiên tiến", Recipient("person", ("Lê Thị Hoà",)))],
        [
            award(None, "Lao động tiên tiến", Person("Lê Thị Hòa")),
            award(None, "Lao động tiên tiến", Group("Lê Thị Hòa")),
        ],
        {"awards": (1, 0, 1), "awards+awarder": (1, 0, 1)},
    ),
    "an organisation by a shorter name": (
        [gold_award((None,), "Cờ thi đua", Recipient("organisation", ("Công đoàn Công ty TNHH Sông Công",)))],
        [award(None, "Cờ thi đua", Organisation("Công đoàn Công ty Sông Công"))],
        {"awards": (0, 1, 1)},
    ),
    "the same award stated twice is one row": (
        [],
        [award(None, "Bằng khen", Group("cá nhân", 84)), award(None, "Bằng khen", Group("cá nhân", 84))],
        {"awards": (0, 0, 1)},
    ),
    "a movement with and without its period": (
        [gold_movement(GREEN, years(2015, 2020))],
        [stage(GREEN), stage(GREEN, years(2015, 2020))],
        {"movements": (1, 0, 0), "periods": (1, 0, 0)},
    ),
    "another period": (
        [gold_movement(GREEN, years(2015, 2020))],
        [stage("phong trào Xanh, sạch, đẹp", years(2015, 2019))],
        {"movements": (1, 0, 0), "periods": (0, 1, 1)},
    ),
    "a period that the text does not attach": (
        [gold_movement(GREEN)],
        [stage(GREEN, years(2015, 2020))],
        {"movements": (1, 0, 0), "periods": (0, 0, 1)},
    ),
    "a period from the wider context": (
        [gold_movement(GREEN), gold_movement(GREEN, years(2015, 2020), optional=True)],
        [stage(GREEN, years(2015, 2020))],
        {"movements": (1, 0, 0), "periods": (0, 0, 0)},
    ),
    "an award names its movement": (
        [gold_movement(GREEN), gold_movement("Giỏi việc nước", years(2010, 2020))],
        [
            replace(award(None, "Bằng khen", Group("cá nhân", 84)), movement=Concept(GREEN)),
            replace(award(None, "Bằng khen", Group("tập thể", 3)), movement=Concept("Giỏi việc nước")),
            stage("Giỏi việc nước", years(2010, 2020)),
        ],
        {"movements": (2, 0, 0), "periods": (1, 0, 0), "awards": (0, 0, 2)},
    ),
    "one movement in two spellings": (
        [gold_movement("Văn hoá công sở")],
        [stage("Văn hóa công sở"), stage("Văn hoá công sở", years(2020, 2020))],
        {"movements": (1, 0, 0), "periods": (0, 0, 1)},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    facts, found, expected = CASES[name]
    report = evaluate({"v001": found}, {"v001": article_of(facts)})
    assert {kind: counts(report.scores[kind].tally) for kind in expected} == expected  # type: ignore[index]


def article_of(facts: list[GoldFact]) -> GoldArticle:
    claims = {"roles": RoleClaim, "awards": AwardClaim, "movements": MovementClaim}
    by_relation = {name: tuple(f for f in facts if isinstance(f.claim, claim)) for name, claim in claims.items()}
    return GoldArticle("v001", by_relation)  # type: ignore[arg-type]


def counts(tally: Any) -> Counts:
    return tally.hits, tally.missed, tally.wrong


# --- whole folders ---


def fact_of(claim: Claim, form: int = 0) -> Fact:
    """The fact that a claim states, under the given one of its names (the last where there are fewer)."""

    def name(names: Names) -> str:
        return names[min(form, len(names) - 1)] or ""

    match claim:
        case RoleClaim(person, title, body, statuses):
            return role(name(person), name(title), name(body), statuses[0])
        case AwardClaim(awarder, honour, recipient, statuses):
            kinds = {"person": Person, "organisation": Organisation, "group": Group}
            counted = (recipient.count,) if recipient.kind == "group" else ()
            to = kinds[recipient.kind](name(recipient.names), *counted)
            return award(name(awarder) or None, name(honour), to, statuses[0])
        case MovementClaim(names, period):
            return stage(name(names), period)


def spoilt(article: GoldArticle) -> list[Fact]:
    """An article's facts with gaps and mistakes of every kind, the same ones every time."""
    claims = [fact.claim for facts in article.facts.values() for fact in facts]
    found: list[Fact] = []
    for number, claim in enumerate(claims):
        fact = fact_of(claim, form=number % 3)
        if number % 7 == 6:
            continue
        if number % 5 == 4 and isinstance(fact, RoleHolding):
            fact = role(fact.person.name, fact.role.name, fact.organisation.name, "former")
        if number % 5 == 4 and isinstance(fact, Award):
            fact = award("Bộ Y tế", fact.honour.name, fact.recipient, fact.status)
        if number % 5 == 4 and isinstance(fact, Stage):
            fact = stage(fact.movement.name, years(2001, 2002))
        found.append(fact)
        if number % 4 == 3:
            found.append(role("Phạm Quang Thịnh", "Phó Chủ tịch", FEDERATION))
            found.append(award(None, "Giấy khen", Group("tập thể", number)))
            found.append(stage(f"Phong trào số {number}", years(2010, 2011)))
    return found


# Computed once by the reference scorer on the same facts: (hits, missed, wrong)
SPOILT_FIGURES: dict[str, dict[str, Counts]] = {
    "seeds": {
        "roles": (11, 0, 5),
        "roles+status": (11, 0, 5),
        "awards": (25, 4, 21),
        "awards+awarder": (19, 10, 29),
        "movements": (30, 1, 22),
        "periods": (9, 2, 33),
    },
    "union": {
        "roles": (97, 4, 18),
        "roles+status": (86, 15, 30),
        "awards": (93, 17, 67),
        "awards+awarder": (74, 36, 89),
        "movements": (40, 3, 67),
        "periods": (11, 9, 81),
    },
}


@pytest.mark.parametrize("folder", ["seeds", "union"])
def test_all_gold_facts_score_one(folder: str) -> None:
    gold = load_gold(GOLD / folder)
    facts = {
        name: [fact_of(fact.claim) for row in article.facts.values() for fact in row] for name, article in gold.items()
    }
    report = evaluate(facts, gold)
    assert {kind: (score.precision, score.recall, score.f1) for kind, score in report.scores.items()} == dict.fromkeys(
        report.scores, (1.0, 1.0, 1.0)
    )
    assert all(score.hits for score in report.scores.values())
    assert report.warnings == ()


@pytest.mark.parametrize("folder", ["seeds", "union"])
def test_spoilt_facts_have_known_figures(folder: str) -> None:
    gold = load_gold(GOLD / folder)
    report = evaluate({name: spoilt(article) for name, article in gold.items()}, gold)
    assert {kind: counts(score.tally) for kind, score in report.scores.items()} == SPOILT_FIGURES[folder]


def test_figures() -> None:
    facts = [role("Vi Văn Nghĩa", "Chủ tịch", FEDERATION), role("Lê Văn Nam", "Bí thư", "Tỉnh ủy Bắc Kạn")]
    gold = [
        CHAIR,
        gold_role("Hà Thị Kim Oanh", "Chủ tịch", FEDERATION),
        gold_role("Trịnh Thanh Hằng", "Trưởng Ban", "X"),
    ]
    score = evaluate({"v001": facts}, {"v001": article_of(gold)}).scores["roles"]
    assert [score.precision, score.recall, score.f1] == pytest.approx([1 / 2, 1 / 3, 2 / 5])


@pytest.mark.parametrize(
    ("facts", "expected"), [([], (1.0, 0.0, 0.0)), ([role("Lê Văn Nam", "Bí thư", "Tỉnh ủy")], (0.0, 0.0, 0.0))]
)
def test_figures_of_nothing(facts: list[Fact], expected: tuple[float, float, float]) -> None:
    score = evaluate({"v001": facts}, {"v001": article_of([CHAIR])}).scores["roles"]
    assert (score.precision, score.recall, score.f1) == expected


def test_inputs_and_gold_that_do_not_meet_are_reported() -> None:
    report = evaluate({"v002": [role("Vi Văn Nghĩa", "Chủ tịch", FEDERATION)]}, {"v001": article_of([CHAIR])})
    assert counts(report.scores["roles"].tally) == (0, 1, 0)
    assert report.articles == 0
    assert [warning.rsplit(": ", 1)[1] for warning in report.warnings] == ["v001", "v002"]


def test_warnings_name_a_few_articles_only() -> None:
    gold = {f"v{number:03}": article_of([CHAIR]) for number in range(20)}
    (warning,) = evaluate({}, gold).warnings
    assert warning.endswith("v000, v001, v002, v003, v004 and 15 more")


# --- breakdowns and errors ---


def two_rules() -> Mapping[str, list[Fact]]:
    body = Organisation(FEDERATION), "current"
    return {
        "v001": [
            RoleHolding(Person("Vi Văn Nghĩa"), Concept("Chủ tịch"), *body, says("guest-list", "Có ông Vi Văn Nghĩa.")),  # type: ignore[arg-type]
            RoleHolding(Person("Vi Văn Nghĩa"), Concept("Chủ tịch"), *body, says("apposition")),  # type: ignore[arg-type]
            RoleHolding(Person("Lê Văn Nam"), Concept("Chủ tịch"), *body, says("apposition", "Ông Nam\nnói.")),  # type: ignore[arg-type]
        ]
    }


def test_by_rule_credits_every_rule_that_found_a_fact() -> None:
    score = evaluate(two_rules(), {"v001": article_of([CHAIR])}).scores["roles"]
    assert {rule: counts(tally) for rule, tally in by_rule(score).items()} == {
        "apposition": (1, 0, 1),
        "guest-list": (1, 0, 0),
    }


def test_by_rule_scores_each_rule_as_if_it_were_the_only_one() -> None:
    gold = [CHAIR, gold_role("Hà Thị Kim Oanh", "Chủ tịch", FEDERATION)]
    tallies = by_rule(evaluate(two_rules(), {"v001": article_of(gold)}).scores["roles"])
    figures = {rule: (tally.precision, tally.recall, tally.f1) for rule, tally in tallies.items()}
    assert figures["apposition"] == pytest.approx((1 / 2, 1 / 2, 1 / 2))
    assert figures["guest-list"] == pytest.approx((1, 1 / 2, 2 / 3))
    only = {"v001": [fact for fact in two_rules()["v001"] if fact.evidence.rule == "apposition"]}
    alone = evaluate(only, {"v001": article_of(gold)}).scores["roles"]
    assert (alone.precision, alone.recall, alone.f1) == pytest.approx(figures["apposition"])


def test_by_status() -> None:
    gold = [CHAIR, gold_role("Hà Thị Kim Oanh", "Chủ tịch", FEDERATION, "former")]
    score = evaluate(two_rules(), {"v001": article_of(gold)}).scores["roles+status"]
    assert {status: counts(tally) for status, tally in by_status(score).items()} == {
        "current": (1, 0, 1),
        "former": (0, 1, 0),
    }
    assert by_status(evaluate({}, {"v001": article_of([gold_movement(GREEN)])}).scores["movements"]) == {}


def test_render_lists_errors_with_their_sentences() -> None:
    claim = RoleClaim(("Hà Thị Kim Oanh",), ("Chủ tịch",), (FEDERATION,), ("former",))
    gold = {"v001": article_of([CHAIR, GoldFact(claim, "nguyên Chủ tịch Hà Thị Kim Oanh")])}
    text = "Tin ngắn. Bà Hà nói.\n\nDự có nguyên Chủ tịch\nHà Thị Kim Oanh, khách mời. Hết."
    page = render(evaluate(two_rules(), gold, texts={"v001": text}), errors=True)
    assert page.splitlines()[1].split() == ["roles", "0.500", "0.500", "0.500", "1", "1", "1"]
    errors = page[page.index("missed   roles") :]
    assert errors == (
        f"missed   roles           v001: Hà Thị Kim Oanh | Chủ tịch | {FEDERATION} | former\n"
        "        stated: nguyên Chủ tịch Hà Thị Kim Oanh\n"
        "        sentence: Dự có nguyên Chủ tịch Hà Thị Kim Oanh, khách mời.\n"
        "\n"
        f"wrong    roles           v001: Lê Văn Nam | Chủ tịch | {FEDERATION} | current\n"
        "        pattern: apposition\n"
        "        sentence: Ông Nam nói.\n"
    )
    assert "Hà Thị Kim Oanh" not in render(evaluate(two_rules(), gold))


def test_json_has_the_figures_and_the_errors() -> None:
    gold = load_gold(UNION)
    report = evaluate({name: spoilt(article) for name, article in gold.items()}, gold)
    record = json.loads(to_json(report, errors=True))
    assert record["articles"] == 20
    assert list(record["kinds"]) == ["roles", "roles+status", "awards", "awards+awarder", "movements", "periods"]
    for kind, score in report.scores.items():
        entry = record["kinds"][kind]
        assert entry["f1"] == round(score.f1, 4)
        assert (len(entry["missed_facts"]), len(entry["wrong_facts"])) == (entry["missed"], entry["wrong"])
    assert record["kinds"]["awards"]["wrong_facts"][0]["fact"]["recipient"] == {"group": ["tập thể"], "count": 3}
    assert "missed_facts" not in json.loads(to_json(report))["kinds"]["roles"]


@pytest.mark.parametrize("errors", [False, True])
def test_every_missed_fact_has_its_sentence(errors: bool) -> None:
    texts = {file.stem: file.read_text(encoding="utf-8") for file in (UNION / "texts").glob("*.txt")}
    report = evaluate(dict.fromkeys(texts, ()), load_gold(UNION), texts=texts)
    assert report.warnings == ()
    missed = [miss for score in report.scores.values() for miss in score.missed]
    assert [miss for miss in missed if " ".join(miss.gold.evidence.split()) not in miss.sentence] == []
    listed = {(miss.article, miss.gold.claim) for miss in missed} if errors else set()
    assert render(report, errors=errors).count("sentence: ") == len(listed)


def test_evidence_that_is_not_in_the_text_is_reported() -> None:
    gold = {"v001": article_of([GoldFact(CHAIR.claim, "ông Vi Văn Nghĩa")])}
    report = evaluate({"v001": ()}, gold, texts={"v001": "Bà Vi Văn Nghĩa."})
    assert report.warnings == ("v001: roles[0].evidence is not in the text: 'ông Vi Văn Nghĩa'",)


SENTENCES = [
    ("Một. Hai ba. Bốn.", "Hai", "Hai ba."),
    ("Một. Hai ba. Bốn.", "ba. Bốn", "Hai ba. Bốn."),
    ("Tựa\nMột hai.", "hai", "Một hai."),
    ("Tặng 1.320 đề tài, TP. huế. Hết", "đề tài", "Tặng 1.320 đề tài, TP. huế."),
    ("Ông nói: “Tốt.” Rồi về.", "Rồi", "Rồi về."),
    ("Một hai", "  Một\u00a0 hai ", "Một hai"),
    ("Một hai", "ba", None),
    ("Một hai", "", None),
    ("", "Một", None),
]


@pytest.mark.parametrize(("text", "stretch", "expected"), SENTENCES)
def test_sentence_around(text: str, stretch: str, expected: str | None) -> None:
    assert sentence_around(text, stretch) == expected


# --- gold files ---


def test_gold_of_the_repository_is_read_whole() -> None:
    folders = {name: load_gold(GOLD / name).values() for name in ("seeds", "union")}
    sizes = {
        name: [sum(len(article.facts[r]) for article in gold) for r in RELATIONS] for name, gold in folders.items()
    }
    assert sizes == {"seeds": [12, 35, 53], "union": [108, 120, 66]}


PERIODS = [
    ('{"start": "2015", "end": "2020"}', years(2015, 2020)),
    ('{"start": "2011-01", "end": "2011-06"}', Period(date(2011, 1, 1), date(2011, 6, 30))),
    ('{"start": "2020-02", "end": "2020-02"}', Period(date(2020, 2, 1), date(2020, 2, 29))),
    ('{"start": "2023-01-31", "end": "2023-05-31"}', Period(date(2023, 1, 31), date(2023, 5, 31))),
    ("null", None),
]


@pytest.mark.parametrize(("period", "expected"), PERIODS)
def test_periods(tmp_path: Path, period: str, expected: Period | None) -> None:
    file = tmp_path / "a.json"
    file.write_text(f'{{"id": "a", "movements": [{{"name": "{GREEN}", "period": {period}}}]}}', encoding="utf-8-sig")
    assert read_gold(file).facts["movements"] == (gold_movement(GREEN, expected),)


ROLE = {"person": "A", "role": ["B"], "organisation": ["C"], "status": "current", "evidence": "A, B C"}
AWARD = {"awarder": None, "honour": "H", "recipient": {"group": "cá nhân", "count": 3}, "status": ["awarded"]}
MOVEMENT = {"name": ["M"], "period": None}
MALFORMED: list[tuple[object, str]] = [
    ([], "expected an object with awards, id, movements, roles, found []"),
    ({}, "id: expected the article's identifier, found null"),
    ({"id": 7}, "id: expected the article's identifier, found 7"),
    ({"id": "a", "role": []}, "'role' is no field here; the fields are awards, id, movements, roles"),
    ({"id": "a", "roles": {}}, "roles: expected a list of facts, found {}"),
    ({"id": "a", "roles": ["x"]}, "roles[0]: expected an object with"),
    ({"id": "a", "roles": [ROLE, {**ROLE, "optionl": True}]}, "roles[1]: 'optionl' is no field here; the fields are"),
    ({"id": "a", "roles": [{**ROLE, "optional": "yes"}]}, 'roles[0].optional: expected true or false, found "yes"'),
    ({"id": "a", "roles": [{"person": "A"}]}, "roles[0]: 'role' is missing"),
    ({"id": "a", "roles": [{**ROLE, "person": []}]}, "roles[0].person: expected a name or a list of names, found []"),
    ({"id": "a", "roles": [{**ROLE, "person": [None]}]}, "roles[0].person: expected a name or a list of names"),
    ({"id": "a", "roles": [{**ROLE, "role": " "}]}, "roles[0].role: expected a name or a list of names"),
    ({"id": "a", "roles": [{**ROLE, "status": "past"}]}, "expected one or a list of current, former, nominated"),
    ({"id": "a", "roles": [{**ROLE, "evidence": None}]}, "roles[0].evidence: expected the stretch of the text"),
    ({"id": "a", "awards": [{**AWARD, "status": "current"}]}, "awarded, proposed, registered, revoked, denied"),
    (
        {"id": "a", "awards": [{**AWARD, "awarder": 3}]},
        "awards[0].awarder: expected a name or a list of names, or null",
    ),
    ({"id": "a", "awards": [{**AWARD, "recipient": "X"}]}, 'awards[0].recipient: expected {"person": NAMES}'),
    ({"id": "a", "awards": [{**AWARD, "recipient": {"group": "x"}}]}, "awards[0].recipient: expected"),
    ({"id": "a", "awards": [{**AWARD, "recipient": {"person": 1}}]}, "awards[0].recipient.person: expected a name"),
    ({"id": "a", "awards": [{**AWARD, "recipient": {"group": "x", "count": 0}}]}, "expected a positive whole number"),
    (
        {"id": "a", "awards": [{**AWARD, "recipient": {"group": "x", "count": True}}]},
        "expected a positive whole number",
    ),
    ({"id": "a", "movements": [{"name": ["M"]}]}, "movements[0]: 'period' is missing"),
    ({"id": "a", "movements": [{**MOVEMENT, "period": "2015"}]}, "movements[0].period: expected"),
    (
        {"id": "a", "movements": [{**MOVEMENT, "period": {"start": "2015", "end": "15"}}]},
        'period.end: expected a day as "2015"',
    ),
    ({"id": "a", "movements": [{**MOVEMENT, "period": {"start": "2015-13", "end": "2016"}}]}, "a day of the calendar"),
    (
        {"id": "a", "movements": [{**MOVEMENT, "period": {"start": "2015-02-30", "end": "2016"}}]},
        "a day of the calendar",
    ),
    ({"id": "a", "movements": [{**MOVEMENT, "period": {"start": "2016", "end": "2015"}}]}, "end before it starts"),
]


@pytest.mark.parametrize(("record", "message"), MALFORMED)
def test_malformed_annotation(tmp_path: Path, record: object, message: str) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(GoldError) as caught:
        load_gold(tmp_path)
    assert str(caught.value).startswith(f"{file}: ")
    assert message in str(caught.value)


UNREADABLE = [
    (b"", "a.json:1:1: not JSON"),
    (b'{"id": "a",\n "roles": [}', "a.json:2:12: not JSON"),
    ('{"id": "Bắc"}'.encode("utf-16"), "byte 0 is not UTF-8"),
    (b'{"id": "a", "roles": [], "roles": []}', "a.json: 'roles' stands twice in one object"),
    (b"[" * 100_000, "a.json: "),
]


@pytest.mark.parametrize(("content", "message"), UNREADABLE)
def test_unreadable_annotation(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "a.json").write_bytes(content)
    with pytest.raises(GoldError) as caught:
        load_gold(tmp_path)
    assert message in str(caught.value)


def test_two_files_for_one_article(tmp_path: Path) -> None:
    for name in ("a.json", "b.json"):
        (tmp_path / name).write_text('{"id": "v1"}', encoding="utf-8")
    with pytest.raises(GoldError, match=r"b\.json: id 'v1' is also that of .*a\.json"):
        load_gold(tmp_path)


def test_folder_without_annotations(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"no annotations; .*\(\*\.json\)"):
        load_gold(tmp_path)
    with pytest.raises(GoldError, match="no such folder"):
        load_gold(tmp_path / "gold")


# --- rows are those of the graph ---

GRAPH_ROWS = {
    "roles": """SELECT DISTINCT ?person ?role ?organisation ?status WHERE {
        ?holding a kg:RoleHolding ; prov:wasDerivedFrom ?article ; org:member/rdfs:label ?person ;
            org:role/rdfs:label ?role ; org:organization/rdfs:label ?organisation ; kg:status ?status }""",
    "awards": """SELECT DISTINCT ?award ?awarder ?honour ?recipient ?kind ?count ?status WHERE {
        ?award a kg:Award ; prov:wasDerivedFrom ?article ; kg:honour/rdfs:label ?honour ;
            kg:recipient ?to ; kg:status ?status
        OPTIONAL { ?to rdfs:label ?recipient FILTER NOT EXISTS { ?to a kg:RecipientGroup } }
        OPTIONAL { ?to kg:groupKind ?kind } OPTIONAL { ?to kg:count ?count }
        OPTIONAL { ?award kg:awarder/rdfs:label ?awarder } }""",
    "movements": """SELECT DISTINCT ?name ?start ?end WHERE {
        ?movement a kg:Movement ; prov:wasDerivedFrom ?article ; rdfs:label ?name
        OPTIONAL { ?stage a kg:Stage ; kg:movement ?movement ; prov:wasDerivedFrom ?article ; kg:period ?period .
            ?period kg:start ?start ; kg:end ?end } }""",
}


def graph_rows(facts: list[Fact], relation: str) -> list[tuple[str, ...]]:
    from pyoxigraph import Store

    from kg.rdf import article_graph
    from kg.vocab import PREFIXES

    graph = article_graph(Article("v001", "x"), facts)
    store = Store()
    store.extend([*graph.own, *graph.common])
    solutions = store.query(GRAPH_ROWS[relation], prefixes=PREFIXES, use_default_graph_as_union=True)
    names = [variable.value for variable in solutions.variables if variable.value != "award"]  # type: ignore[union-attr]
    values = [[row[name].value if row[name] is not None else "" for name in names] for row in solutions]  # type: ignore[union-attr]
    return sorted(tuple(value.rsplit("#", 1)[-1] for value in row) for row in values)


def claim_row(claim: Claim) -> tuple[str, ...]:
    match claim:
        case RoleClaim((person,), (title,), (body,), (status,)):
            return person or "", title or "", body or "", status
        case AwardClaim((awarder,), (honour,), Recipient("group", (kind,), count), (status,)):
            return awarder or "", honour or "", "", kind or "", str(count or ""), status
        case AwardClaim((awarder,), (honour,), Recipient(_, (to,)), (status,)):
            return awarder or "", honour or "", to or "", "", "", status
        case MovementClaim((name,), period):
            return name or "", *((str(period.start), str(period.end)) if period else ("", ""))
    raise AssertionError(claim)


@pytest.mark.parametrize("name", CASES)
def test_rows_of_cases_are_those_of_the_graph(name: str) -> None:
    check_rows(CASES[name][1])


@pytest.mark.parametrize("name", sorted(file.stem for file in UNION.glob("*.json")))
def test_rows_are_those_of_the_graph(name: str) -> None:
    check_rows(spoilt(read_gold(UNION / f"{name}.json")))


def check_rows(facts: list[Fact]) -> None:
    assert sorted(claim_row(row.claim) for row in rows("roles", facts)) == graph_rows(facts, "roles")
    assert sorted(claim_row(row.claim) for row in rows("awards", facts)) == graph_rows(facts, "awards")
    movements = {*rows("periods", facts), *rows("movements", facts)}
    assert {claim_row(row.claim) for row in movements} <= set(graph_rows(facts, "movements"))
    periods = [row for row in graph_rows(facts, "movements") if row[1]]
    assert sorted(claim_row(row.claim) for row in rows("periods", facts)) == periods
