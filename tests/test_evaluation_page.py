"""The page of an evaluation: what it says, that it runs nothing and fetches nothing, and how it works in a browser."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from browser import PAYLOADS, Visit

from kg.evaluate import Report, evaluate, to_html
from kg.evaluate.compare import AwardClaim, MovementClaim, Recipient, RoleClaim
from kg.evaluate.gold import GoldArticle, GoldFact
from kg.model import Award, Concept, Evidence, Fact, Group, Organisation, Person, RoleHolding, Stage

FEDERATION, SCHOOL = "Liên đoàn Lao động tỉnh Bắc Kạn", "Trường Tiểu học Hoa Sen"
GUESTS = "Dự có ông Vi Văn Nghĩa, Chủ tịch LĐLĐ tỉnh, và bà Hà Thị Oanh, nguyên Giám đốc Trường Tiểu học Hoa Sen."
PRAISE = "LĐLĐ tỉnh tặng Bằng khen cho 15 tập thể."
LAST = "Phong trào Lao động giỏi tiếp tục."
TEXT = f"Hội nghị <tổng kết> năm 2020\n{GUESTS} {PRAISE}\n{LAST}\n"
OTHER = "Bài thứ hai.\nPhong trào Giỏi việc nước bắt đầu."


def said(text: str, sentence: str, rule: str) -> Evidence:
    begin = text.index(sentence)
    return Evidence(sentence, begin, begin + len(sentence), rule)


def body(name: str) -> Organisation:
    return Organisation(name, forms=("LĐLĐ tỉnh",))


def example() -> Report:
    """One article with an outcome of every kind, and one with hits alone."""
    chair = RoleClaim(("Vi Văn Nghĩa", "ông Nghĩa"), ("Chủ tịch",), (FEDERATION,), ("current",))
    head = RoleClaim(("Hà Thị Oanh",), ("Giám đốc",), (SCHOOL,), ("former",))
    praise = AwardClaim((FEDERATION,), ("Bằng khen",), Recipient("group", ("tập thể",), 15), ("awarded",))
    gold = {
        "v001": GoldArticle("v001", {
            "roles": (GoldFact(chair, "ông Vi Văn Nghĩa, Chủ tịch LĐLĐ tỉnh"), GoldFact(head, "bà Hà Thị Oanh, nguyên Giám đốc")),
            "awards": (GoldFact(praise, PRAISE),),
        }),
        "v002": GoldArticle("v002", {"movements": (GoldFact(MovementClaim(("Giỏi việc nước",), None), "Giỏi việc nước"),)}),
    }  # fmt: skip
    wrong_chair = said(TEXT, GUESTS, "role.apposition")
    found: dict[str, list[Fact]] = {
        "v001": [
            RoleHolding(Person("Vi Văn Nghĩa"), Concept("Chủ tịch"), body(SCHOOL), "current", wrong_chair),
            Award(body(FEDERATION), Concept("Bằng khen"), Group("tập thể", 15), "awarded", said(TEXT, PRAISE, "award.active")),
            Stage(Concept("Lao động giỏi"), None, said(TEXT, LAST, "movement.quoted")),
        ],
        "v002": [Stage(Concept("Giỏi việc nước"), None, said(OTHER, OTHER, "movement.quoted"))],
    }  # fmt: skip
    return evaluate(found, gold, texts={"v001": TEXT, "v002": OTHER})


@pytest.fixture(scope="session")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("evaluation") / "errors.html"
    file.write_text(to_html(example()), encoding="utf-8")
    return file


# What is written


def test_the_same_report_gives_the_same_bytes(page_file: Path) -> None:
    assert to_html(example()) == page_file.read_text(encoding="utf-8")


def test_it_names_no_address_that_is_fetched(page_file: Path) -> None:
    page = page_file.read_text(encoding="utf-8")
    addresses = re.findall(r'(?:src|href|action|srcset)="([^"]*)"', page)
    assert [address for address in addresses if not address.startswith(("#", "data:,"))] == []
    assert [word for word in ("@import", "url(", "http://", "https://") if word in page] == []
    assert "default-src 'none'" in html.unescape(page)


def test_what_an_article_says_is_escaped(page_file: Path) -> None:
    page = page_file.read_text(encoding="utf-8")
    assert "Hội nghị &lt;tổng kết&gt; năm 2020" in page
    assert "<tổng kết>" not in page


def test_without_texts_the_facts_are_there_all_the_same() -> None:
    report = example()
    page = to_html(Report(report.scores, 2))
    assert 'stated: <q lang="vi">bà Hà Thị Oanh, nguyên Giám đốc</q>' in page
    assert 'class="sentence"' not in page


@pytest.mark.parametrize("facts", [{}, {"v001": []}])
def test_a_report_of_nothing_says_so(facts: dict[str, list[Fact]]) -> None:
    page = to_html(evaluate(facts, {name: GoldArticle(name, {}) for name in facts}))
    assert '<p id="nothing">Nothing to show' in page
    assert "<article" not in page


def test_warnings_are_shown() -> None:
    gold = {"v001": GoldArticle("v001", {"movements": (GoldFact(MovementClaim(("A",), None), "<b>không có</b>"),)})}
    page = to_html(evaluate({"v001": []}, gold, texts={"v001": TEXT}))
    assert "v001: movements[0].evidence is not in the text: &#39;&lt;b&gt;không có&lt;/b&gt;&#39;" in page


# In a browser


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_opens_fits_and_asks_for_nothing(
    page_file: Path, visit: Callable[..., Visit], width: int, scheme: str
) -> None:
    visited = visit(width, scheme)
    page = visited.open(page_file)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("[...document.querySelectorAll('.wide')].every(e => e.scrollWidth <= e.clientWidth)") is True
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (max(int(n) for n in re.findall(r"\d+", background)) < 128) == (scheme == "dark")
    assert visited.requests == [page_file.as_uri()]
    assert visited.trouble == []


def test_the_figures_are_those_of_the_report(page_file: Path, visit: Callable[..., Visit]) -> None:
    page = visit().open(page_file)
    rows = {row.split("\t")[0]: row.split("\t")[1:] for row in page.locator("#figures tr").all_inner_texts()}
    by_kind = page.locator("table").first.locator("tr").all_inner_texts()
    assert by_kind[1].split() == ["roles", "0.000", "0.000", "0.000", "0", "2", "1"]
    assert by_kind[3].split() == ["awards", "1.000", "1.000", "1.000", "1", "0", "0"]
    assert rows["award.active"] == ["1.000", "1.000", "1.000", "1", "0"]
    assert rows["movement.quoted"] == ["0.500", "1.000", "0.667", "1", "1"]


def test_expected_and_found_stand_side_by_side(page_file: Path, visit: Callable[..., Visit]) -> None:
    card = visit().open(page_file).locator(".finding.mistaken")
    assert (
        card.locator(".about").inner_text()
        == "mistaken roles, roles+status · role.apposition · differs in organisation"
    )
    differing = card.locator("tr.differs").inner_text().split("\t")
    assert differing == ["organisation ≠", FEDERATION, SCHOOL]
    assert "ông Nghĩa" in card.inner_text()


SHOWN = "[...document.querySelectorAll('.finding:not([hidden])')].map(e => e.dataset.outcome)"


def test_marks_are_those_of_what_is_shown(page_file: Path, visit: Callable[..., Visit]) -> None:
    page = visit().open(page_file)

    def marked(look: str) -> list[str]:
        return page.locator(f"article mark.{look}:visible").all_inner_texts()

    assert "".join(marked("missed")) == "ông Vi Văn Nghĩa, Chủ tịch LĐLĐ tỉnh" + "bà Hà Thị Oanh, nguyên Giám đốc"
    assert marked("wrong") == ["Vi Văn Nghĩa", "Chủ tịch", "LĐLĐ tỉnh", "Lao động giỏi"]
    assert marked("hit") == []
    page.uncheck('input[value="mistaken"]')
    assert "".join(marked("missed")) == "bà Hà Thị Oanh, nguyên Giám đốc"
    page.check('input[value="hit"]')
    assert marked("hit") == [PRAISE, "Giỏi việc nước"]


FILTERS: list[tuple[dict[str, str], list[str]]] = [
    ({}, ["mistaken", "missed", "wrong"]),
    ({"kind": "roles+status"}, ["mistaken", "missed"]),
    ({"kind": "movements"}, ["wrong"]),
    ({"status": "former"}, ["missed"]),
    ({"rule": "movement.quoted"}, ["wrong"]),
    ({"kind": "roles", "rule": "movement.quoted"}, []),
]


@pytest.mark.parametrize(("chosen", "expected"), FILTERS)
def test_filters(page_file: Path, visit: Callable[..., Visit], chosen: dict[str, str], expected: list[str]) -> None:
    page = visit().open(page_file)
    for name, value in chosen.items():
        page.select_option(f'select[name="{name}"]', value)
    assert page.evaluate(SHOWN) == expected
    assert page.locator("#shown").inner_text() == f"{len(expected)} of 5 shown"
    assert page.locator("#nothing").is_visible() == (not expected)
    assert page.locator("article").first.is_visible() == bool(expected)
    page.click("#clear")
    assert page.evaluate(SHOWN) == ["mistaken", "missed", "wrong"]


SEARCHES = [
    ("nghia", ["mistaken", "missed"]),  # the sentence holds both
    ("Lao Động Giỏi", ["wrong"]),
    ("lao dong gioi", ["wrong"]),
    ("v001", ["mistaken", "missed", "wrong"]),
    ("không có từ này", []),
]


@pytest.mark.parametrize(("query", "expected"), SEARCHES)
def test_search(page_file: Path, visit: Callable[..., Visit], query: str, expected: list[str]) -> None:
    page = visit().open(page_file)
    page.fill("input[type=search]", query)
    assert page.evaluate(SHOWN) == expected


def test_it_can_be_used_with_the_keyboard_alone(page_file: Path, visit: Callable[..., Visit]) -> None:
    page = visit().open(page_file)
    page.keyboard.press("/")
    page.keyboard.type("lao dong gioi")
    assert page.evaluate(SHOWN) == ["wrong"]
    page.keyboard.press("Escape")
    assert page.evaluate(SHOWN) == ["mistaken", "missed", "wrong"]
    page.locator("#figures button", has_text="former").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(SHOWN) == ["missed"]
    assert page.evaluate("document.activeElement.name") == "search"
    page.locator(".finding:visible").focus()
    assert page.locator("mark.pointed").all_inner_texts() == ["bà ", "Hà Thị Oanh", ", nguyên Giám đốc"]


def test_the_articles_lead_to_their_sentences(page_file: Path, visit: Callable[..., Visit]) -> None:
    page = visit().open(page_file)
    page.click("summary")
    links = page.locator("details a")
    assert links.all_inner_texts() == ["v001"]  # v002 has nothing but hits
    links.click()
    page.evaluate("() => new Promise(requestAnimationFrame)")
    assert page.evaluate("document.querySelector('article').getBoundingClientRect().top") < 200


def hostile() -> Report:
    """A report in which every text is an attack: the article's, the annotator's, and what was extracted."""
    text = "\n".join(PAYLOADS)
    first, second, third, fourth = PAYLOADS
    claim = RoleClaim((first, second), (third,), (fourth,), ("current",))
    praise = AwardClaim((first,), (second,), Recipient("group", (third,), 3), ("awarded",))
    gold = GoldArticle(second, {
        "roles": (GoldFact(claim, first), GoldFact(claim, first + second)),
        "awards": (GoldFact(praise, third),),
        "movements": (GoldFact(MovementClaim((fourth,), None), fourth),),
    })  # fmt: skip
    evidence = Evidence(first, 0, len(first), '"><script>alert(5)</script>')
    facts: list[Fact] = [
        RoleHolding(Person(first, forms=(second,)), Concept(third), Organisation(second), "current", evidence),
        Award(Organisation(first), Concept(second), Group(third, 3), "awarded", evidence),
        Stage(Concept(third), None, evidence),
        Stage(Concept(fourth), None, evidence),
    ]
    return evaluate({second: facts}, {second: gold}, texts={second: text})


@pytest.mark.parametrize("query", ["script", "img", "javascript"])
def test_a_payload_executes_nothing(tmp_path: Path, visit: Callable[..., Visit], query: str) -> None:
    file = tmp_path / "hostile.html"
    file.write_text(to_html(hostile()), encoding="utf-8")
    visited = visit()
    page = visited.open(file)
    page.check('input[value="hit"]')
    page.fill("input[type=search]", query)
    for finding in page.locator(".finding:visible").all():
        finding.focus()
        finding.hover()
    page.click("summary")
    page.wait_for_timeout(200)
    assert page.locator(".finding").count() > 4
    assert PAYLOADS[0] in page.locator("main").inner_text()
    assert page.evaluate(
        "window.hit === undefined && document.querySelectorAll('img, iframe, svg, main script').length === 0"
    )
    assert page.locator("script").count() == 1
    assert visited.trouble == []
    assert visited.requests == [file.as_uri()]
