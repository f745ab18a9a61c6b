"""Three articles with hand-made facts of every kind, for the tests of the graph and of its shapes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pyoxigraph import Quad, Store

from kg.model import (
    Article,
    Award,
    Concept,
    Evidence,
    Fact,
    Group,
    Organisation,
    Period,
    Person,
    Place,
    RoleHolding,
    Stage,
)
from kg.rdf import ArticleGraph, article_graph

BAC_KAN = Place("tỉnh Bắc Kạn")
NA_RI = Place("huyện Na Rì", BAC_KAN)
TONG = Organisation("Tổng Liên đoàn Lao động Việt Nam")
TINH = Organisation(
    "Liên đoàn Lao động tỉnh Bắc Kạn", parent=TONG, place=BAC_KAN, forms=("LĐLĐ tỉnh Bắc Kạn", "LĐLĐ tỉnh")
)
HUYEN = Organisation("Liên đoàn Lao động huyện Na Rì", parent=TINH, place=NA_RI)
NGHIA = Person("Vi Văn Nghĩa", "Bắc Kạn")
SEN = Person("Đào Thị Mai Sen", "Bắc Kạn", forms=("Sen",))
HANG = Person("Trịnh Thanh Hằng")
BANG_KHEN = Concept("Bằng khen")
GIOI_VIEC = Concept("Giỏi việc nước, đảm việc nhà")
LAO_DONG = Concept("Lao động giỏi, lao động sáng tạo")
Y2015_2020 = Period(date(2015, 1, 1), date(2020, 12, 31))

_FIRST = (
    "Đồng chí Vi Văn Nghĩa - Chủ tịch Liên đoàn Lao động tỉnh Bắc Kạn tặng Bằng khen cho 84 cá nhân. "
    "LĐLĐ tỉnh phát động phong trào “Giỏi việc nước, đảm việc nhà” giai đoạn 2015-2020. "
    "Ông giới thiệu bà Sen, nguyên Chủ tịch Liên đoàn Lao động huyện Na Rì, vào Ban Chấp hành."
)
_SECOND = (
    "Ông Vi Văn Nghĩa, Chủ tịch LĐLĐ tỉnh Bắc Kạn, trao Bằng khen cho 84 cá nhân. "
    "Các cấp công đoàn đề nghị tặng, đăng ký, thu hồi Bằng khen. "
    "Phong trào “Lao động giỏi, lao động sáng tạo” và “Giỏi việc nước, đảm việc nhà” được hưởng ứng."
)
FIRST = Article("000_a", _FIRST, "Hội nghị tuyên dương", date(2020, 6, 29), "https://baobackan.com.vn/000")
SECOND = Article("001 b", _SECOND, source="Báo Bắc Kạn")
THIRD = Article("002", "Không có gì.")


def stated(article: Article, sentence: int, rule: str = "test") -> Evidence:
    """Give the evidence that is the article's sentence of that number."""
    begin = 0
    for _ in range(sentence):
        begin = article.text.index(". ", begin) + 2
    stop = article.text.find(". ", begin)
    end = len(article.text) if stop < 0 else stop + 1
    return Evidence(article.text[begin:end], begin, end, rule)


CHAIR = RoleHolding(NGHIA, Concept("Chủ tịch"), TINH, "current", stated(FIRST, 0))
SAME_CHAIR = RoleHolding(NGHIA, Concept("Chủ tịch"), TINH, "current", stated(SECOND, 0))
GIVEN = Award(
    TINH,
    BANG_KHEN,
    Group("cá nhân", 84),
    "awarded",
    stated(FIRST, 0),
    presenter=NGHIA,
    movement=GIOI_VIEC,
    period=Y2015_2020,
    date=date(2020, 6, 29),
    reason="thành tích xuất sắc",
)
GIVEN_TOO = Award(TINH, BANG_KHEN, Group("cá nhân", 84), "awarded", stated(SECOND, 0))

FIRST_FACTS: tuple[Fact, ...] = (
    CHAIR,
    RoleHolding(
        SEN, Concept("Chủ tịch"), HUYEN, "former", stated(FIRST, 2), Period(date(2018, 1, 1), date(2023, 12, 31))
    ),
    RoleHolding(SEN, Concept("Ủy viên Ban Chấp hành", forms=("Ủy viên",)), TINH, "nominated", stated(FIRST, 2)),
    GIVEN,
    Award(TONG, Concept("Cờ thi đua"), HUYEN, "awarded", stated(FIRST, 0)),
    Award(TINH, BANG_KHEN, HANG, "awarded", stated(FIRST, 0)),
    Award(None, Concept("Kỷ niệm chương"), Group("cán bộ, công chức"), "awarded", stated(FIRST, 0)),
    Stage(GIOI_VIEC, Y2015_2020, stated(FIRST, 1)),
)
SECOND_FACTS: tuple[Fact, ...] = (
    SAME_CHAIR,
    GIVEN_TOO,
    Award(TINH, BANG_KHEN, SEN, "proposed", stated(SECOND, 1)),
    Award(TINH, BANG_KHEN, Group("tập thể", 3), "registered", stated(SECOND, 1)),
    Award(TINH, BANG_KHEN, Group("tập thể", 1), "revoked", stated(SECOND, 1)),
    Award(TONG, BANG_KHEN, HUYEN, "denied", stated(SECOND, 1)),
    Stage(LAO_DONG, None, stated(SECOND, 2)),
    Stage(GIOI_VIEC, None, stated(SECOND, 2)),
)


def graphs() -> tuple[ArticleGraph, ...]:
    """State the three articles."""
    return article_graph(FIRST, FIRST_FACTS), article_graph(SECOND, SECOND_FACTS), article_graph(THIRD, ())


def store_of(graphs: Iterable[ArticleGraph], *more: Quad) -> Store:
    """Keep graphs in a store in memory."""
    store = Store()
    for graph in graphs:
        store.extend([*graph.own, *graph.common])
    store.extend(more)
    return store
