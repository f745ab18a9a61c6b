"""A graph of the size that queries are measured on, made of facts about made-up unions, people and movements.

Everything is chosen by arithmetic on the article's number, so that the same number of articles gives the same graph.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from kg.model import (
    Article,
    Award,
    AwardStatus,
    Concept,
    Evidence,
    Fact,
    Group,
    Organisation,
    Period,
    Person,
    RoleHolding,
    Stage,
)
from kg.rdf import article_graph, ontology_quads
from kg.rdf.terms import ontology_graph
from kg.store import open_store

ARTICLES = 1800  # some 270,000 triples
_SURNAMES = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Vi Lò Cù".split()
_MIDDLES = "Văn Thị Đình Quang Thanh Hồng Ngọc Mai Đức Minh".split()
_GIVEN = "An Bình Cường Dũng Giang Hà Hằng Hương Khánh Lan Nghĩa Oanh Phong Sen Thủy Tuấn Ước Vân Yến Ân Ổn Đức".split()
_PLACES = (
    "Hòa An|Sơn Bình|Đông Hà|Lâm Thượng|Bình Trị|An Phú Tây|Cao Lâm|Thạch Sơn|Yên Đông|Phú Điền|Vĩnh Hà|Tân Giang"
).split("|")
_TITLES = "Chủ tịch|Phó Chủ tịch|Ủy viên Ban Thường vụ|Trưởng Ban Tổ chức|Bí thư|Phó Bí thư|Giám đốc".split("|")
_HONOURS = "Bằng khen|Giấy khen|Cờ thi đua|Kỷ niệm chương Vì sự nghiệp xây dựng tổ chức Công đoàn".split("|")
_THEMES = "Lao động giỏi|Xanh sạch đẹp|Đổi mới sáng tạo|Tham mưu giỏi|An toàn lao động".split("|")
_FIRST_DAY = date(2010, 1, 4)
_STEP = 7919  # a prime, so that the turns of different lists do not coincide


def make_store(folder: Path, *, articles: int = ARTICLES) -> Path:
    """Build the graph into a store and give its folder."""
    with open_store(folder, write=True) as store:
        for number in range(articles):
            article, facts = made(number)
            store.put(article.id, article.id.encode(), article_graph(article, facts), facts={})
        store.save()
        store.set_graph(ontology_graph(store.base), ontology_quads(store.base))
    return folder


def made(number: int) -> tuple[Article, tuple[Fact, ...]]:
    """Give an article and what it says."""
    day = _FIRST_DAY + timedelta(days=number % 5200)
    article = Article(f"made-{number:06}", "", f"Hội nghị số {number}", day, "https://example.org/news")
    return article, tuple(_facts(number, day))


def _facts(number: int, day: date) -> Iterator[Fact]:
    for turn in range(4):
        seed = number * 4 + turn
        period = Period(date(day.year - 2, 1, 1), date(day.year + 3, 12, 31)) if turn == 0 else None
        title = Concept(_TITLES[seed * _STEP % len(_TITLES)])
        yield RoleHolding(
            _person(seed), title, _body(seed), "former" if seed % 5 == 4 else "current", _evidence(seed), period
        )
    for turn in range(3):
        seed = number * 3 + turn
        recipient = _person(seed + 1) if turn == 2 else Group("tập thể" if turn else "cá nhân", seed % 90 + 1)
        honour, theme = Concept(_HONOURS[seed % len(_HONOURS)]), Concept(_theme(seed))
        given: AwardStatus = "proposed" if seed % 7 == 6 else "awarded"
        yield Award(_body(seed + 2), honour, recipient, given, _evidence(seed + 1), movement=theme)
    start = 2005 + number % 18
    yield Stage(Concept(_theme(number)), Period(date(start, 1, 1), date(start + 5, 12, 31)), _evidence(number))


def _person(seed: int) -> Person:
    kind = seed * _STEP % 9000
    name = f"{_SURNAMES[kind % 16]} {_MIDDLES[kind // 16 % 10]} {_GIVEN[kind // 160 % 22]}"
    return Person(name, f"tỉnh {_PLACES[kind % len(_PLACES)]}")


def _body(seed: int) -> Organisation:
    kind = seed * _STEP % 1200
    place = _PLACES[kind % len(_PLACES)]
    upper = Organisation(f"Liên đoàn Lao động tỉnh {place}", parent=Organisation("Tổng Liên đoàn Lao động Việt Nam"))
    return upper if kind % 4 == 0 else Organisation(f"Công đoàn cơ sở số {kind} tỉnh {place}", parent=upper)


def _theme(seed: int) -> str:
    return f"{_THEMES[seed % len(_THEMES)]} lần thứ {seed * _STEP % 60 + 1}"


def _evidence(seed: int) -> Evidence:
    return Evidence(
        f"Hội nghị thứ {seed} đã biểu dương các tập thể và cá nhân có thành tích.",
        seed % 4000,
        seed % 4000 + 70,
        "made",
    )
