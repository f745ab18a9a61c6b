"""Names of bodies: how far they reach, how they nest, and where a person's name begins."""

from __future__ import annotations

import pytest
from sentences import case, scanned, spans, words

from kg.language.organisations import OrganisationName, Part, find_organisations


def bodies(text: str) -> set[str]:
    return set(spans(text, "ORGANISATION"))


def parsed(text: str) -> set[str]:
    return {nested(name) for name in find_organisations(scanned(text), words())}


def nested(name: OrganisationName) -> str:
    return " < ".join(one(part) for part in name.parts)


def one(part: Part) -> str:
    level = "" if part.head.level else part.level  # "Huyện ủy" says its level itself
    return " ".join(word for word in (part.head.name, part.tail, level, part.place, part.country) if word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("union", "Chủ tịch Liên đoàn Lao động tỉnh Kon Tum dự.", "Liên đoàn Lao động tỉnh Kon Tum"),
        case("abbreviated", "Chủ tịch LĐLĐ TX Giá Rai dự.", "LĐLĐ TX Giá Rai"),
        case("bare level", "Chủ tịch LĐLĐ tỉnh dự.", "LĐLĐ tỉnh"),
        case("person behind the place", "Chủ tịch LĐLĐ tỉnh Phan Huy Tưởng dự.", "LĐLĐ tỉnh"),
        case("person behind the body", "Giám đốc Sở Nội vụ Trần Thị Sen dự.", "Sở Nội vụ"),
        case("person behind a place", "Bí thư Thành ủy Sa Đéc Võ Thị Bình dự.", "Thành ủy Sa Đéc"),
        case("federation", "Phó Chủ tịch Tổng LĐLĐ Việt Nam dự.", "Tổng LĐLĐ Việt Nam"),
        case("short federation", "Chủ tịch Tổng Liên đoàn dự.", "Tổng Liên đoàn"),
        case(
            "ministry of several fields",
            "Bộ trưởng Bộ Lao động - Thương binh và Xã hội dự.",
            "Bộ Lao động - Thương binh và Xã hội",
        ),
        case(
            "department with comma",
            "Giám đốc Sở Văn hóa, Thể thao và Du lịch tỉnh Cà Mau dự.",
            "Sở Văn hóa, Thể thao và Du lịch tỉnh Cà Mau",
        ),
        case("department abbreviated", "Giám đốc Sở GD-ĐT tỉnh Lai Châu dự.", "Sở GD-ĐT tỉnh Lai Châu"),
        case("two", "Bằng khen của UBND tỉnh và LĐLĐ tỉnh.", "UBND tỉnh", "LĐLĐ tỉnh"),
        case(
            "company",
            "Giám đốc Công ty TNHH Hoàng Anh dự.",
            "Công ty TNHH Hoàng Anh",
        ),
        case(
            "union of a company",
            "Chủ tịch CĐCS Công ty Cổ phần May Phú Thịnh dự.",
            "CĐCS Công ty Cổ phần May Phú Thịnh",
        ),
        case("school named after a man", "Hiệu trưởng Trường THPT Đặng Thai Mai dự.", "Trường THPT Đặng Thai Mai"),
        case("organ", "Bằng khen của Ban Thường vụ Huyện ủy Sông Hinh.", "Ban Thường vụ Huyện ủy Sông Hinh"),
    ],
)
def test_bounds(text: str, expected: set[str]) -> None:
    assert bodies(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("place", "Chủ tịch LĐLĐ huyện Ba Tri dự.", "Liên đoàn Lao động huyện Ba Tri"),
        case("level in the head", "Bí thư Huyện ủy Lấp Vò dự.", "Huyện ủy Lấp Vò"),
        case("dotted level", "Chủ tịch UBND TP. Phan Thiết dự.", "Ủy ban nhân dân thành phố Phan Thiết"),
        case("numbered district", "Chủ tịch UBND quận 7 dự.", "Ủy ban nhân dân quận 7"),
        case("spelling of the place", "Chủ tịch LĐLĐ tỉnh Đăk Lăk dự.", "Liên đoàn Lao động tỉnh Đắk Lắk"),
        case("hyphened place", "Chủ tịch HĐND tỉnh Bà Rịa-Vũng Tàu dự.", "Hội đồng nhân dân tỉnh Bà Rịa - Vũng Tàu"),
        case("two bodies", "Trưởng Ban Nữ công LĐLĐ tỉnh Kon Tum dự.", "Ban Nữ công < Liên đoàn Lao động tỉnh Kon Tum"),
        case("audit", "Chủ nhiệm UBKT LĐLĐ tỉnh Nam Định dự.", "Ủy ban Kiểm tra < Liên đoàn Lao động tỉnh Nam Định"),
        case("organ", "Ủy viên BTV Tỉnh ủy Hà Giang dự.", "Tỉnh ủy Hà Giang"),
        case("office", "Chánh Văn phòng HĐND tỉnh An Giang dự.", "Văn phòng < Hội đồng nhân dân tỉnh An Giang"),
        case("unit behind a comma", "Quản đốc Phân xưởng 4, Nhà máy Z117 dự.", "Phân xưởng 4 < Nhà máy Z117"),
        case("older tones", "Chủ tịch Uỷ ban nhân dân tỉnh Hoà Bình dự.", "Ủy ban nhân dân tỉnh Hòa Bình"),
    ],
)
def test_parts(text: str, expected: set[str]) -> None:
    assert parsed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("ministry as a word", "Chủ tịch mua một bộ bàn ghế."),
        case("room", "Chủ tịch họp trong phòng kín."),
        case("team", "Chủ tịch khen cả đội cố gắng."),
        case("emulation", "Chủ tịch phát động đợt thi đua."),
        case("ward in general", "Chủ tịch đi các xã vùng cao."),
    ],
)
def test_common_words_are_no_bodies(text: str, expected: set[str]) -> None:
    assert bodies(text) == expected


def test_an_alias_in_brackets_stands_for_the_body() -> None:
    text = "Chủ tịch Công đoàn Ngân hàng TMCP Tiên Phong (TPBank) dự. Chủ tịch Công đoàn TPBank trao Bằng khen."
    assert any("TPBank" in name for name in bodies(text))
