"""People's names: full, given and rare ones, and what is named after a person."""

from __future__ import annotations

import pytest
from sentences import case, spans


def people(text: str) -> set[str]:
    return set(spans(text, "PERSON"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("honorific", "Ông Trần Văn Khang là Chủ tịch UBND xã.", "Trần Văn Khang"),
        case("comrade", "Đồng chí Lê Thị Bích Hạnh - Chủ tịch LĐLĐ tỉnh.", "Lê Thị Bích Hạnh"),
        case("abbreviated comrade", "Đ/c Mai Xuân Lộc – Bí thư Huyện ủy dự.", "Mai Xuân Lộc"),
        case("title before", "Chủ tịch LĐLĐ huyện Ba Tri Phan Minh Tâm dự.", "Phan Minh Tâm"),
        case("province before the name", "Bí thư Tỉnh ủy Bến Tre Lê Đức Thọ phát biểu.", "Lê Đức Thọ"),
        case("sector before the name", "Giám đốc Sở Y tế Nguyễn Thị Hoa trả lời.", "Nguyễn Thị Hoa"),
        case("two syllables", "Chủ tịch Quốc hội Vũ Mão dự.", "Vũ Mão"),
        case("five syllables", "Bà Tôn Nữ Thị Ngọc Trâm, Giám đốc Sở Du lịch.", "Tôn Nữ Thị Ngọc Trâm"),
        case("rare surname", "Ông Giàng A Chư, Bí thư Huyện ủy.", "Giàng A Chư"),
        case("single letter", "Ông Y Biêr Niê, Phó Bí thư Tỉnh ủy.", "Y Biêr Niê"),
        case("apostrophe", "Bà H’Yim Kđoh, Phó Chủ tịch UBND tỉnh.", "H’Yim Kđoh"),
        case("hyphen", "Bà Rơ Chăm H'Phik, Chủ tịch Hội Phụ nữ.", "Rơ Chăm H'Phik"),
        case("rank", "Thiếu tướng Đinh Văn Nơi là Giám đốc Công an tỉnh.", "Đinh Văn Nơi"),
        case("degree", "PGS.TS Lưu Bích Hồ, Viện trưởng Viện Chiến lược.", "Lưu Bích Hồ"),
        case(
            "list",
            "Các đồng chí: Lý Văn Hải, Hà Thị Nga, Cù Huy Lâm - Phó Chủ tịch.",
            "Lý Văn Hải",
            "Hà Thị Nga",
            "Cù Huy Lâm",
        ),
        case("given name", "Bà Vi Thị Thoa, Chủ tịch xã. Bà Thoa nói.", "Vi Thị Thoa", "Thoa"),
        case(
            "given name, no honorific",
            "Anh Đỗ Mạnh Hưng nhận Bằng khen. Hưng được tặng Giấy khen năm ngoái.",
            "Đỗ Mạnh Hưng",
            "Hưng",
        ),
        case("older tones", "Bà Nguyễn Thị Thuý Hoà, Giám đốc Sở Tư pháp.", "Nguyễn Thị Thuý Hoà"),
        case("two names", "Bà Lò Thị Mai và ông Sùng A Páo cùng là Phó Chủ tịch.", "Lò Thị Mai", "Sùng A Páo"),
        case("behind in place of", "Bà La Thị Nụ làm Giám đốc thay ông Bế Văn Sĩ.", "La Thị Nụ", "Bế Văn Sĩ"),
        case("head inside a name", "Ông Ngô Trí Viện, Giám đốc Sở Y tế.", "Ngô Trí Viện"),
        case("head in the middle of a name", "Ông Trần Đoàn Nam, Chủ tịch Hội Nông dân.", "Trần Đoàn Nam"),
        case("letter with an apostrophe", "Bà K' Brơi, Chủ tịch Hội Nông dân xã.", "K' Brơi"),
        case("surname of the highlands", "Giám đốc Sở Y tế Alăng Thị Bờ trả lời.", "Alăng Thị Bờ"),
        case("rare surname at the end of a place", "Chủ tịch UBND xã Thạch Sơn Lộc Lê Văn Sáu dự.", "Lê Văn Sáu"),
        case("capitals", "Bà NGÔ THỊ NGA, Chủ tịch Hội Nông dân.", "NGÔ THỊ NGA"),
        case("nurse", "Điều dưỡng Mai Thùy nhận Bằng khen.", "Mai Thùy"),
        case("title of honour", "Nghệ sĩ ưu tú Thanh Nhã và Chủ tịch hội dự.", "Thanh Nhã"),
        case(
            "stage names that get an honour",
            "Danh hiệu Nghệ nhân gồm: Xuân Thùy (xã Nà Lòa), Ngọc Trân.",
            "Xuân Thùy",
            "Ngọc Trân",
        ),
    ],
)
def test_names(text: str, expected: set[str]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("street", "Trụ sở UBND tỉnh ở đường Nguyễn Thị Minh Khai, có Chủ tịch dự."),
        case(
            "school",
            "Hiệu trưởng Trường THPT Lê Hồng Phong họp.",
        ),
        case("prize", "Giải thưởng Nguyễn Đức Cảnh và Bằng khen được trao."),
        case("city", "Chủ tịch UBND Thành phố Hồ Chí Minh họp."),
        case("union", "Chủ tịch Hội Liên hiệp Phụ nữ tỉnh họp."),
        case("district", "Bí thư Huyện ủy Mù Cang Chải họp."),
        case("company", "Giám đốc Công ty May Hòa Thọ họp."),
        case("resolution", "Chủ tịch Hội đồng nhân dân ký Nghị quyết."),
        case("movement", "Chủ tịch phát động phong trào Học tập Bác."),
        case("acronym in the middle", "Ông Đặng VNPT Hai, Chủ tịch Hội Nông dân."),
        case("acronym before it", "Bà ABC Thị Nga, Chủ tịch Hội Nông dân."),
        case("hamlet called like a country", "Chủ tịch UBND xã thăm thôn Mỹ Thủy."),
        case("others listed", "Chủ tịch hội nói chương trình gồm: Xuân Thùy, Ngọc Trân."),
    ],
)
def test_no_person(text: str, expected: set[str]) -> None:
    assert people(text) == expected
