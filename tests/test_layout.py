"""What is marked as title, author, source, date, credit and caption, and above all what is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.layout import mark, published, title
from kg.text import normalise

SEEDS = Path(__file__).parent.parent / "seeds"
HEAD = "Trao Giải thưởng Tôn Đức Thắng"
BODY = (
    "Tối 19-8, Liên đoàn Lao động tỉnh tổ chức lễ trao giải cho công nhân lao động giỏi; tới dự có đồng chí Vi Văn"
    " Nghĩa, Chủ tịch Liên đoàn Lao động tỉnh."
)
MASKED = ("BYLINE", "SOURCE", "DATE", "CREDIT")


def marked(text: str) -> list[tuple[str, str]]:
    return [(s.label, text[s.begin : s.end]) for s in mark(text)]


def ended(line: str, *, blank: str = "\n\n") -> list[tuple[str, str]]:
    """Give the marks of an article that ends with `line`, without its title's."""
    return marked(f"{HEAD}\n\n{BODY}\n\n{BODY}{blank}{line}")[1:]


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("000", [("BYLINE", "Ngọc Liêm")]),
        (
            "001",
            [
                ("TITLE", "Hội nghị điển hình tiên tiến trong CNVCLĐ giai đoạn 2015 – 2020"),
                (
                    "CAPTION",
                    (
                        "Đồng chí Cù Ngọc Cường, Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Thành ủy Bắc Kạn"
                        "\n\nphát biểu tại hội nghị"
                    ),
                ),
                ("BYLINE", "Đặng Tuyết"),
            ],
        ),
        (
            "002",
            [
                (
                    "CAPTION",
                    "Đồng chí Lầu Thị Thanh Hương - Phó Chủ tịch Thường trực LĐLĐ tỉnh phát biểu chỉ đạo Hội nghị",
                ),
                ("CAPTION", "Các đơn vị LĐLĐ huyện, thị, thành phố ký cam kết giao ước thi đua năm 2021"),
                ("BYLINE", "Nguyễn Hoàng"),
            ],
        ),
        ("003", [("SOURCE", "LĐLĐ tỉnh Bắc Kạn")]),
        ("004", [("CREDIT", "ngay le lon 4b.jpg"), ("BYLINE", "Thùy Chi và nhóm PV, BTV")]),
    ],
)
def test_seeds(stem: str, expected: list[tuple[str, str]]) -> None:
    [path] = SEEDS.glob(f"{stem}_*.txt")
    assert marked(normalise(path.read_text(encoding="utf-8"))) == expected


@pytest.mark.parametrize(
    "line",
    [
        *("Ngọc Liêm", "THANH VÂN", "K.Thảo", "T.V", "Đ. V", "Lê Hạnh", "Nguyễn Thị Hồng Loan", "PV", "Nhóm PV"),
        *(
            "Tin, ảnh: Thu Hiền",
            "Bài: Hà An - Ảnh: Quốc Tuấn",
            "(Tin: Hoàng Vân)",
            "Tin - ảnh: K.Thảo",
            "Bài, ảnh: Mai",
        ),
        *(
            "Thùy Chi và nhóm PV, BTV",
            "Thanh Mỹ - Kiều Oanh",
            "Mộc Miên (Tổng hợp)",
            "Huyền Lê (Theo AFP)",
            "H.Y (t/h)",
        ),
        *("Ngọc Liêm - LĐLĐ tỉnh Bắc Kạn", "Hoàng Thuỳ thực hiện", "Đ. CƯỜNG - H.KHÁ"),
    ],
)
def test_author_lines(line: str) -> None:
    assert ended(line) == [("BYLINE", line)]
    assert ended(line, blank="\n") == [("BYLINE", line)]


@pytest.mark.parametrize(
    "line",
    [
        *("LĐLĐ tỉnh Bắc Kạn", "Văn phòng LĐLĐ huyện", "Công đoàn ngành Y tế tỉnh", "Ban Tuyên giáo LĐLĐ tỉnh"),
        *(
            "Theo Vietnamplus",
            "Theo Chinhphu.vn",
            "Theo chinhphu.vn",
            "Theo báo Lao Động",
            "(Theo TTXVN)",
            "Nguồn: VOV",
        ),
    ],
)
def test_source_lines(line: str) -> None:
    assert ended(line) == [("SOURCE", line)]


@pytest.mark.parametrize(
    "line",
    [
        "Dịp này, LĐLĐ tỉnh tặng Bằng khen cho Vi Văn Nghĩa.",
        "LĐLĐ tỉnh tặng Bằng khen cho 84 cá nhân",
        "Ông Nguyễn Đình Khang",
        "Vi Văn Nghĩa - Chủ tịch LĐLĐ tỉnh Bắc Kạn",
        "Vi Văn Nghĩa, Chủ tịch LĐLĐ tỉnh Bắc Kạn",
        "Công đoàn ngành Y tế được tặng Cờ thi đua",
        "Theo Ban tổ chức, giải thưởng được trao cho bà Hà Thị Kim Oanh.",
        "Ảnh: Ông Vi Văn Nghĩa tặng hoa",
        "Nhiệm kỳ 2018 - 2023",
        "Ngày 28-6-2020, LĐLĐ tỉnh tổ chức hội nghị.",
        "Ông Khang sinh ngày 28/6/1967.",
    ],
)
def test_lines_with_facts_are_not_masked(line: str) -> None:
    assert [label for label, _ in ended(line) if label in MASKED] == []


def test_a_list_of_recipients_is_no_author() -> None:
    names = "Vi Văn Nghĩa\nLò Hồng Phong\nĐào Thị Mai Sen"
    assert [label for label, _ in ended(f"Danh sách được tặng Bằng khen gồm có các cá nhân sau đây.\n{names}")] == []
    assert [label for label, _ in ended("Tặng Bằng khen cho:\nVi Văn Nghĩa")] == []


def test_a_name_as_a_heading_is_no_author() -> None:
    text = f"{HEAD}\n\nLò Hồng Phong\n\n{BODY}\n\n{BODY}\n\n{BODY}"
    assert [label for label, _ in marked(text)] == ["TITLE"]


def test_an_author_glued_to_the_last_sentence() -> None:
    assert ended(f"{BODY} Ngọc Liêm") == [("BYLINE", "Ngọc Liêm")]
    assert ended(f"{BODY[:-1]} tại TP. Hồ Chí Minh") == []


def test_captions_after_the_author() -> None:
    after = "Lãnh đạo tỉnh trao Bằng khen cho các tập thể."
    assert ended(f"Ngọc Liêm\n\n\n{after}") == [("BYLINE", "Ngọc Liêm"), ("CAPTION", after)]


@pytest.mark.parametrize(
    ("caption", "between", "credit"),
    [
        ("Bà Ngân trao Kỷ niệm chương cho cán bộ công đoàn.", " ", "Ảnh: T.V"),
        ("Bà Ngân trao quà", " ", "- Ảnh: H.A"),
        ("Toàn cảnh hội nghị", " ", "(Ảnh: Hà Nhân)."),
        ("Toàn cảnh hội nghị.", " ", "Nguồn ảnh: Cổng TTĐT tỉnh"),
        ("Ảnh: Ông Chiểu tặng hoa thợ lò Phân xưởng 5.", " ", "Ảnh: Trọng Nghĩa"),
        ("Trong ảnh: Chị Y Bích giới thiệu lò sấy.", " ", "Ảnh: Nhân vật cung cấp"),
        ("Toàn cảnh hội nghị.", "\n", "(Ảnh: Duy Quan)."),
    ],
)
def test_captions_and_credits(caption: str, between: str, credit: str) -> None:
    assert ended(f"{caption}{between}{credit}\n\n{BODY}") == [("CAPTION", caption), ("CREDIT", credit)]


@pytest.mark.parametrize("line", ["Ảnh minh hoạ", "(Ảnh minh họa)", "ngay le lon 4b.jpg", "Ảnh: TTXVN", "Video: VTV"])
def test_credits_that_stand_alone(line: str) -> None:
    assert ended(f"{line}\n\n{BODY}") == [("CREDIT", line)]


def test_a_credit_in_a_sentence_leaves_the_sentence() -> None:
    text = "Ông Vi Văn Nghĩa (ảnh), Chủ tịch LĐLĐ tỉnh, trao Bằng khen (Ảnh: Hà Nhân) cho 84 cá nhân."
    assert ended(text) == [("CREDIT", "(ảnh)"), ("CREDIT", "(Ảnh: Hà Nhân)")]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Thứ Hai, 29/6/2020", date(2020, 6, 29)),
        ("Thứ hai, ngày 29 tháng 6 năm 2020", date(2020, 6, 29)),
        ("Ngày 28-6-2020", date(2020, 6, 28)),
        ("Cập nhật lúc 08:15, 29/06/2020", date(2020, 6, 29)),
        ("Chủ nhật, 28/06/2020, 08:15 (GMT+7)", date(2020, 6, 28)),
        ("08:15 28.6.2020", date(2020, 6, 28)),
        ("Bắc Kạn, ngày 28 tháng 6 năm 2020", date(2020, 6, 28)),
    ],
)
def test_date_lines(line: str, day: date) -> None:
    text = f"{HEAD}\n\n{line}\n\n{BODY}"
    assert marked(text) == [("TITLE", HEAD), ("DATE", line)]
    assert published(text) == day
    assert published(f"{HEAD}\n\n{BODY * 9}\n\n{line}") == day


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n\nNgày 28-6-2020, {BODY}",
        f"{HEAD}\n\nSáng 28/6/2020, {BODY}",
        f"{HEAD}\n\n{BODY}\n\nNăm 2020",
        f"{HEAD}\n\n31/6/2020\n\n{BODY}",
        f"{BODY * 9} 28/6/2020",
        f"{HEAD}\n\n{BODY * 9}\n\n1/1/2020\n\n{BODY * 9}",
        "",
    ],
)
def test_an_events_date_is_not_the_articles(text: str) -> None:
    assert published(text) is None


@pytest.mark.parametrize(
    ("opening", "label"), [("(NL)-", "SOURCE"), ("(TTXVN) –", "SOURCE"), ("(TP. HCM, ngày 28/10/2017) –", "DATE")]
)
def test_openings(opening: str, label: str) -> None:
    assert marked(f"{HEAD}\n\n{opening} {BODY}") == [("TITLE", HEAD), (label, opening)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{HEAD}\n\n{BODY}", HEAD),
        (f"\n  {HEAD}  \n{BODY}", HEAD),
        (f"Giá rau ở chợ lại ' nhảy múa '!\n\n{BODY}", "Giá rau ở chợ lại ' nhảy múa '!"),
        (f"{BODY}\n\n{BODY}", None),
        (f"Thứ Hai, 29/6/2020\n\n{BODY}", None),
        (f"Ảnh minh hoạ\n\n{BODY}", None),
        (HEAD, None),
        ("", None),
    ],
)
def test_titles(text: str, expected: str | None) -> None:
    assert title(text) == expected


def test_a_known_title_is_marked_whatever_it_looks_like() -> None:
    assert [s.label for s in mark(f"{BODY}\n\n{BODY}", title=BODY)] == ["TITLE"]


SHORT = (
    "Ngọc Liêm|Theo TTXVN|Ảnh: T.V|(Ảnh: Hà Nhân).|Toàn cảnh - Ảnh: A.B|29/6/2020|LĐLĐ tỉnh|phát biểu tại hội nghị||  "
)
LONG = "Đồng chí Vi Văn Nghĩa, Chủ tịch Liên đoàn Lao động tỉnh|(NL)- Tin"
LINES = st.sampled_from([HEAD, BODY, *SHORT.split("|"), *LONG.split("|")])


@given(st.one_of(st.text(), st.lists(LINES).map("\n".join)))
def test_stretches_are_sorted_apart_and_inside_the_text(text: str) -> None:
    end = 0
    for stretch in mark(text):
        assert end <= stretch.begin < stretch.end <= len(text)
        assert text[stretch.begin : stretch.end] == text[stretch.begin : stretch.end].strip()
        end = stretch.end
