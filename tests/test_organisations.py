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
        case("company", "Giám đốc Công ty cổ phần xe khách Thanh Lam dự.", "Công ty cổ phần xe khách Thanh Lam"),
        case("company without its form", "Giám đốc công ty du thuyền Ngọc Bích dự.", "công ty du thuyền Ngọc Bích"),
        case("company like a name", "Giám đốc Công ty Cổ phần Gạch Mai Lan dự.", "Công ty Cổ phần Gạch Mai Lan"),
        case("a person behind a place", "Chủ tịch UBND xã Bạch Cù Mây Lê Khả Thuấn dự.", "UBND xã Bạch Cù Mây"),
        case("no name of a company", "Giám đốc Công ty con dự."),
        case(
            "up to a mark",
            "Phó Viện trưởng Viện quy hoạch và phát triển lâm nghiệp, dự.",
            "Viện quy hoạch và phát triển lâm nghiệp",
        ),
        case("no mark", "Chủ tịch thăm Viện quy hoạch và phát triển lâm nghiệp rồi về.", "Viện"),
        case("small head", "Chủ tịch thăm viện quy hoạch và phát triển lâm nghiệp, rồi về."),
        case(
            "up to a level",
            "Giám đốc Trung tâm phát triển quỹ đất huyện Lấp Vò dự.",
            "Trung tâm phát triển quỹ đất huyện Lấp Vò",
        ),
        case(
            "up to an institution",
            "Trưởng phòng nuôi dạy trẻ Đại học Quốc gia Hà Nội dự.",
            "nuôi dạy trẻ Đại học Quốc gia Hà Nội",
        ),
        case(
            "a word that only looks like a head",
            "Cục trưởng Cục Quản lý rừng phòng hộ Sông Gâm dự.",
            "Cục Quản lý rừng phòng hộ Sông Gâm",
        ),
        case("and", "Vụ trưởng Vụ Luật pháp và điều ước quốc tế, bà Tư, dự.", "Vụ Luật pháp và điều ước quốc tế"),
        case(
            "and, behind a field of work",
            "Giám đốc Trung tâm Dịch vụ việc làm và hỗ trợ khởi nghiệp, bà Tư, dự.",
            "Trung tâm Dịch vụ việc làm và hỗ trợ khởi nghiệp",
        ),
        case("and others", "Giám đốc Sở Y tế và lãnh đạo tỉnh Hà Giang dự.", "Sở Y tế"),
        case("and many", "Giám đốc Sở Y tế và các phòng, ban dự.", "Sở Y tế"),
        case(
            "fields in a row",
            "Trưởng phòng Y tế, thể thao và du lịch huyện Mèo Vạc dự.",
            "Y tế, thể thao và du lịch huyện Mèo Vạc",
        ),
        case(
            "fields in a row before a place",
            "Trưởng phòng Dân tộc, giao thông vận tải Hà Giang dự.",
            "Dân tộc, giao thông vận tải Hà Giang",
        ),
        case(
            "a field that no list has",
            "Trưởng phòng Kế hoạch - Nghiệp vụ tín dụng NHCSXH tỉnh Hà Giang dự.",
            "Kế hoạch - Nghiệp vụ tín dụng NHCSXH tỉnh Hà Giang",
        ),
        case("ministry", "Bộ trưởng cho rằng Bộ Tài chính thiếu nhân lực.", "Bộ Tài chính"),
        case("ministry before another field", "Bộ trưởng nói Bộ Công an quản lý hộ khẩu.", "Bộ Công an"),
        case("no ministry", "Bộ trưởng Nên dự."),
        case("ministry inside the title", "Bộ trưởng Y tế dự.", "Y tế"),
        case("a verb behind a school", "Chủ tịch Trường Đại học Sông Gâm tổ chức họp.", "Trường Đại học Sông Gâm"),
        case("a headline", "Chủ tịch Tổng Công ty Sông Gâm Tổ chức Lễ khánh thành.", "Tổng Công ty Sông Gâm"),
        case("no commune", "Chủ tịch LĐLĐ xã hội hóa công trình.", "LĐLĐ"),
        case("commune", "Chủ tịch UBND xã họp.", "UBND xã"),
        case("syllable of a name", "Ông Ngô Trí Viện, Giám đốc Sở Y tế, dự.", "Sở Y tế"),
        case("a name behind a head", "Giám đốc Viện Nam Dược dự.", "Viện Nam Dược"),
    ],
)
def test_where_a_name_ends(text: str, expected: set[str]) -> None:
    assert bodies(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("last word of a company", "Tổng Giám đốc Tập đoàn Sun 9 dự.", "Tập đoàn Sun 9"),
        case("holiday", "Giám đốc Xí nghiệp 30/4 dự.", "Xí nghiệp 30/4"),
        case("percentage", "Giám đốc Xí nghiệp 30% vốn dự.", "Xí nghiệp"),
        case("code", "Trưởng phòng PX77 Công an tỉnh Hà Giang dự.", "PX77 Công an tỉnh Hà Giang"),
        case("code of a department", "Cục trưởng Cục C88 dự.", "Cục C88"),
        case("hamlet", "Bí thư Chi bộ bản Nà Lòa dự.", "Chi bộ bản Nà Lòa"),
        case("numbered hamlet", "Bí thư Chi bộ khu phố 9 dự.", "Chi bộ khu phố 9"),
        case("hamlets in general", "Bí thư Chi bộ và bản làng dự.", "Chi bộ"),
        case("own hamlet", "Chủ tịch Chi hội Phụ nữ thôn và nhân dân dự.", "Chi hội Phụ nữ thôn"),
        case("own hamlet of another body", "Bí thư Chi bộ thôn và nhân dân dự.", "Chi bộ"),
        case(
            "border gate",
            "Chi cục trưởng Chi cục Hải quan cửa khẩu Nà Lòa dự.",
            "Chi cục Hải quan cửa khẩu Nà Lòa",
        ),
        case("branch", "Giám đốc NHCSXH chi nhánh tỉnh Hà Giang dự.", "NHCSXH chi nhánh tỉnh Hà Giang"),
    ],
)
def test_numbers_codes_and_places_below_the_commune(text: str, expected: set[str]) -> None:
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
        case("seat of a province", "Phó Chủ tịch tỉnh Hà Giang dự.", "Ủy ban nhân dân tỉnh Hà Giang"),
        case("seat of a town", "Bí thư thị xã Sông Cầu dự.", "Thị ủy Sông Cầu"),
        case("seat of a city", "Phó Bí thư thành phố Vinh dự.", "Thành ủy Vinh"),
        case("seat of a special zone", "Chủ tịch đặc khu Cô Tô dự.", "Ủy ban nhân dân đặc khu Cô Tô"),
        case("island district", "Chủ tịch UBND huyện đảo Cô Tô dự.", "Ủy ban nhân dân huyện Cô Tô"),
        case(
            "ward of two halves",
            "Chủ tịch UBND phường Xuân Mai - Đà Lạt dự.",
            "Ủy ban nhân dân phường Xuân Mai - Đà Lạt",
        ),
        case("ward that begins like a city", "Chủ tịch UBND phường Vinh Lộc dự.", "Ủy ban nhân dân phường Vinh Lộc"),
        case("person behind a commune", "Chủ tịch UBND xã Thạch Hạ Nguyễn Sông Lam dự.", "Ủy ban nhân dân xã Thạch Hạ"),
        case("branch", "Giám đốc NHNN Chi nhánh tỉnh Hà Giang dự.", "Ngân hàng Nhà nước Chi nhánh tỉnh Hà Giang"),
        case("school by its kind", "Hiệu trưởng THCS Nà Lòa dự.", "Trường Trung học cơ sở Nà Lòa"),
        case("school by its kind, another title", "Chủ tịch Tiểu học Nà Lòa dự."),
        case("law firm", "Trưởng Văn phòng luật sư Mai Lan dự.", "Văn phòng luật sư Mai Lan"),
        case(
            "industrial zones",
            "Chủ tịch Công đoàn các KCN tỉnh Hà Giang dự.",
            "Công đoàn các Khu công nghiệp tỉnh Hà Giang",
        ),
        case("industry abbreviated with its country", "Chủ tịch Công đoàn YTVN dự.", "Công đoàn Y tế Việt Nam"),
        case("police abbreviated", "Trưởng CA huyện Mèo Vạc dự.", "Công an huyện Mèo Vạc"),
        case("chamber of commerce", "Chủ tịch VCCI dự.", "Phòng Thương mại và Công nghiệp Việt Nam"),
        case("party committee of an office", "Bí thư Đảng ủy cơ quan dự.", "Đảng ủy cơ quan"),
        case(
            "field abbreviated over và",
            "Giám đốc Sở NN và PTNT tỉnh Hà Giang dự.",
            "Sở Nông nghiệp và Phát triển nông thôn tỉnh Hà Giang",
        ),
        case(
            "another spelling of a field",
            "Giám đốc Sở Kế hoạch - Đầu tư tỉnh Hà Giang dự.",
            "Sở Kế hoạch và Đầu tư tỉnh Hà Giang",
        ),
        case(
            "steering committee",
            "Chánh Văn phòng BCĐ PCTT tỉnh Hà Giang dự.",
            "Văn phòng < Ban Chỉ đạo Phòng chống thiên tai tỉnh Hà Giang",
        ),
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
        case("hamlet in a word", "Chủ tịch đọc văn bản và nghe bản tin."),
        case("social", "Chủ tịch họp về vấn đề xã hội của tỉnh."),
    ],
)
def test_common_words_are_no_bodies(text: str, expected: set[str]) -> None:
    assert bodies(text) == expected


def test_an_alias_in_brackets_stands_for_the_body() -> None:
    text = "Chủ tịch Công đoàn Ngân hàng TMCP Tiên Phong (TPBank) dự. Chủ tịch Công đoàn TPBank trao Bằng khen."
    assert any("TPBank" in name for name in bodies(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case(
            "company",
            "Công ty Cổ phần Vinasolar khai trương. Chủ tịch khen Vinasolar.",
            "Công ty Cổ phần Vinasolar",
            "Vinasolar",
        ),
        case("syllable", "Chủ tịch thăm Công ty Cổ phần Sương. Chủ tịch khen Sương.", "Công ty Cổ phần Sương"),
        case("two words", "Công ty Cổ phần Sa Bình khai trương. Chủ tịch khen Sa Bình.", "Công ty Cổ phần Sa Bình"),
    ],
)
def test_a_company_is_named_by_its_own_name_where_no_syllable_is_like_it(text: str, expected: set[str]) -> None:
    assert bodies(text) == expected
