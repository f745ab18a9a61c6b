"""Dated articles about one union over the years, for the graph of a day; all names are made up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kg.model import (  # fmt: skip
    Article,
    Award,
    Concept,
    Evidence,
    Fact,
    Group,
    Organisation,
    Period,
    Person,
    RoleHolding,
    RoleStatus,
    Stage,
)
from kg.rdf import article_graph
from kg.store import open_store

UNION = Organisation("Liên đoàn Lao động tỉnh Hòa An")
COMMITTEE = Organisation("Tỉnh ủy Hòa An")
OLD, NEW, DEPUTY = Person("Đặng Văn Ổn", "Hòa An"), Person("Ngô Thị Ân", "Hòa An"), Person("Lý A Đức", "Hòa An")


def role(
    person: Person,
    title: str,
    body: Organisation,
    text: str,
    sentence: str,
    status: RoleStatus = "current",
    period: tuple[int, int] | None = None,
) -> RoleHolding:
    years = Period(date(period[0], 1, 1), date(period[1], 12, 31)) if period else None
    return RoleHolding(person, Concept(title), body, status, evidence(text, sentence), years)


def evidence(text: str, sentence: str) -> Evidence:
    begin = text.index(sentence)
    return Evidence(sentence, begin, begin + len(sentence), "test")


A2013 = (
    "Hội nghị.\nÔng Đặng Văn Ổn - Chủ tịch LĐLĐ tỉnh nhiệm kỳ 2013-2017 <phát biểu>.\nÔng Lý A Đức - Phó Chủ tịch dự."
)
A2018 = "Đại hội.\nBà Ngô Thị Ân - Chủ tịch LĐLĐ tỉnh nhiệm kỳ 2018-2022.\nÔng Lý A Đức - nguyên Phó Chủ tịch.\nBà Ngô Thị Ân - Tỉnh ủy viên."
A2020 = "Tuyên dương.\nPhong trào “Ca ba xanh” được hưởng ứng.\nPhong trào “Đổi mới” giai đoạn 2016-2020 thành công.\nBà Ngô Thị Ân - Tỉnh ủy viên trao Bằng khen cho 3 tập thể."
UNDATED = "Không rõ ngày.\nÔng Đặng Văn Ổn - Tỉnh ủy viên."


def facts() -> list[tuple[Article, list[Fact]]]:
    first, second, third, last = (text.split("\n") for text in (A2013, A2018, A2020, UNDATED))
    period = Period(date(2016, 1, 1), date(2020, 12, 31))
    return [
        (Article("a2013", A2013, "Hội nghị 2013", date(2013, 5, 4)), [
            role(OLD, "Chủ tịch", UNION, A2013, first[1], period=(2013, 2017)),
            role(DEPUTY, "Phó Chủ tịch", UNION, A2013, first[2]),
        ]),
        (Article("a2018", A2018, "Đại hội 2018", date(2018, 3, 2)), [
            role(NEW, "Chủ tịch", UNION, A2018, second[1], period=(2018, 2022)),
            role(DEPUTY, "Phó Chủ tịch", UNION, A2018, second[2], "former"),
            role(NEW, "Tỉnh ủy viên", COMMITTEE, A2018, second[3]),
        ]),
        (Article("a2020", A2020, None, date(2020, 7, 1)), [
            Stage(Concept("Ca ba xanh"), None, evidence(A2020, third[1])),
            Stage(Concept("Đổi mới"), period, evidence(A2020, third[2])),
            role(NEW, "Tỉnh ủy viên", COMMITTEE, A2020, third[3]),
            Award(UNION, Concept("Bằng khen"), Group("tập thể", 3), "awarded", evidence(A2020, third[3]), presenter=NEW),
        ]),
        (Article("undated", UNDATED), [role(OLD, "Tỉnh ủy viên", COMMITTEE, UNDATED, last[1])]),
    ]  # fmt: skip


def make_store(folder: Path) -> Path:
    """Build a store of these articles."""
    with open_store(folder, write=True) as store:
        for article, stated in facts():
            store.put(article.id, article.id.encode(), article_graph(article, stated), facts={})
        store.save()
    return folder


def write_texts(folder: Path) -> Path:
    """Write the articles as text files that `kg.open` can read."""
    folder.mkdir()
    for article, _ in facts():
        (folder / f"{article.id}.txt").write_text(article.text, encoding="utf-8")
    return folder
