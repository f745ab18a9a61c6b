"""What a mention means in its article: full names, missing places, given names, implied bodies."""

from __future__ import annotations

import pytest
from sentences import awards, case, facts, roles

from kg.model import Organisation, RoleHolding

PLACES = [
    case(
        "bare province, named before",
        "Hội nghị diễn ra tại tỉnh Quảng Trị. Bà Hồ Thị Lành - Phó Chủ tịch LĐLĐ tỉnh dự.",
        "Hồ Thị Lành | Phó Chủ tịch | Liên đoàn Lao động tỉnh Quảng Trị",
    ),
    case(
        "bare province, named after",
        "Bà Hồ Thị Lành - Phó Chủ tịch LĐLĐ tỉnh dự. Đây là hoạt động của công đoàn tỉnh Quảng Trị.",
        "Hồ Thị Lành | Phó Chủ tịch | Liên đoàn Lao động tỉnh Quảng Trị",
    ),
    case(
        "bare province, from a longer form of the body",
        "LĐLĐ tỉnh Phú Yên vừa họp. Ông Nay Y Blung - Chủ tịch LĐLĐ tỉnh kết luận.",
        "Nay Y Blung | Chủ tịch | Liên đoàn Lao động tỉnh Phú Yên",
    ),
    case(
        "bare province, from a district",
        "UBND huyện Khoái Châu tổ chức lễ phát động. Bà Đỗ Thị Hiền - Phó Chủ tịch LĐLĐ tỉnh dự.",
        "Đỗ Thị Hiền | Phó Chủ tịch | Liên đoàn Lao động tỉnh Hưng Yên",
    ),
    case(
        "bare province, from the source line",
        "Ông Thạch Minh Lý - Chủ tịch LĐLĐ tỉnh trao quà Tết.\nLĐLĐ tỉnh Trà Vinh",
        "Thạch Minh Lý | Chủ tịch | Liên đoàn Lao động tỉnh Trà Vinh",
    ),
    case(
        "two provinces, each its own",
        "Tại tỉnh Kon Tum, ông A Xuân - Chủ tịch LĐLĐ tỉnh thăm công nhân. Tại tỉnh Hậu Giang, ông Lê Công Khanh - Chủ tịch LĐLĐ tỉnh tặng quà.",
        "A Xuân | Chủ tịch | Liên đoàn Lao động tỉnh Kon Tum",
        "Lê Công Khanh | Chủ tịch | Liên đoàn Lao động tỉnh Hậu Giang",
    ),
    case(
        "bare district",
        "LĐLĐ huyện Lấp Vò tổng kết năm. Ông Võ Văn Bảy - Phó Bí thư Huyện ủy dự.",
        "Võ Văn Bảy | Phó Bí thư | Huyện ủy Lấp Vò",
    ),
    case(
        "bare town",
        "Tại thị xã Sông Cầu, ông Phan Trần Vạn Huy - Chủ tịch UBND thị xã đối thoại với công nhân.",
        "Phan Trần Vạn Huy | Chủ tịch | Ủy ban nhân dân thị xã Sông Cầu",
    ),
    case(
        "bare city",
        "LĐLĐ thành phố Cần Thơ phát động. Bà Lê Thị Sương Mai - Chủ tịch LĐLĐ thành phố phát biểu.",
        "Lê Thị Sương Mai | Chủ tịch | Liên đoàn Lao động thành phố Cần Thơ",
    ),
    case(
        "department of the article's province",
        "Công nhân tỉnh Bến Tre được tiêm vắc xin. Ông Ngô Văn Tán - Giám đốc Sở Y tế cho biết.",
        "Ngô Văn Tán | Giám đốc | Sở Y tế tỉnh Bến Tre",
    ),
    case(
        "department with a bare level",
        "Công nhân tỉnh Bến Tre được tiêm vắc xin. Ông Ngô Văn Tán - Giám đốc Sở Y tế tỉnh cho biết.",
        "Ngô Văn Tán | Giám đốc | Sở Y tế tỉnh Bến Tre",
    ),
    case(
        "unit of a bare body",
        "LĐLĐ tỉnh Đắk Nông họp. Bà H’Vi Êban - Trưởng Ban Nữ công LĐLĐ tỉnh báo cáo.",
        "H’Vi Êban | Trưởng Ban | Ban Nữ công Liên đoàn Lao động tỉnh Đắk Nông",
    ),
    case(
        "city within a province",
        "Bà Trương Thị Nga - Bí thư Thành ủy Sa Đéc, tỉnh Đồng Tháp dự.",
        "Trương Thị Nga | Bí thư | Thành ủy Sa Đéc",
    ),
    case(
        "where somebody comes from",
        "LĐLĐ tỉnh Sơn La họp. Ông Lê Văn Cường, quê ở tỉnh Thái Bình, là Chủ tịch UBND tỉnh.",
        "Lê Văn Cường | Chủ tịch | Ủy ban nhân dân tỉnh Sơn La",
    ),
]

BODIES = [
    case(
        "union of the company",
        "Công ty TNHH May Tinh Lợi có 5.000 lao động. Chị Mạc Thị Lan - Chủ tịch Công đoàn công ty cho biết.",
        "Mạc Thị Lan | Chủ tịch | Công đoàn Công ty Trách nhiệm hữu hạn May Tinh Lợi",
    ),
    case(
        "the company",
        "Công ty Cổ phần Mía đường Sơn Dương tăng ca. Ông Cao Xuân Thắng - Giám đốc Công ty nói.",
        "Cao Xuân Thắng | Giám đốc | Công ty Cổ phần Mía đường Sơn Dương",
    ),
    case(
        "union of the industry",
        "Công đoàn ngành Y tế tỉnh Nam Định tổng kết. Bà Vũ Thị Mai - Chủ tịch Công đoàn ngành phát biểu.",
        "Vũ Thị Mai | Chủ tịch | Công đoàn ngành Y tế tỉnh Nam Định",
    ),
    case(
        "short federation",
        "Ông Phan Văn Anh - Phó Chủ tịch Tổng Liên đoàn thăm mỏ.",
        "Phan Văn Anh | Phó Chủ tịch | Tổng Liên đoàn Lao động Việt Nam",
    ),
    case(
        "abbreviation introduced in the text",
        "Liên đoàn Lao động (LĐLĐ) tỉnh Hà Nam họp. Bà Chu Thị Hường - Chủ tịch LĐLĐ tỉnh chủ trì.",
        "Chu Thị Hường | Chủ tịch | Liên đoàn Lao động tỉnh Hà Nam",
    ),
    case(
        "implied provincial committee",
        "Bà Nông Thị Ngà - Tỉnh ủy viên, Chủ tịch LĐLĐ tỉnh Cao Bằng dự.",
        "Nông Thị Ngà | Tỉnh ủy viên | Tỉnh ủy Cao Bằng",
        "Nông Thị Ngà | Chủ tịch | Liên đoàn Lao động tỉnh Cao Bằng",
    ),
    case(
        "implied district committee",
        "Ông Vàng Văn Minh - Huyện ủy viên, Chủ tịch LĐLĐ huyện Mường Chà dự.",
        "Vàng Văn Minh | Huyện ủy viên | Huyện ủy Mường Chà",
        "Vàng Văn Minh | Chủ tịch | Liên đoàn Lao động huyện Mường Chà",
    ),
    case(
        "implied city committee",
        "Bà Trần Thị Vân - Thành ủy viên, Chủ tịch LĐLĐ thành phố Hải Phòng dự.",
        "Trần Thị Vân | Thành ủy viên | Thành ủy Hải Phòng",
        "Trần Thị Vân | Chủ tịch | Liên đoàn Lao động thành phố Hải Phòng",
    ),
    case(
        "standing committee of the union",
        "Ông Bùi Tiến Lực - Ủy viên Ban Thường vụ LĐLĐ tỉnh, Chủ tịch LĐLĐ huyện Lạc Thủy, tỉnh Hòa Bình dự.",
        "Bùi Tiến Lực | Ủy viên Ban Thường vụ | Liên đoàn Lao động tỉnh Hòa Bình",
        "Bùi Tiến Lực | Chủ tịch | Liên đoàn Lao động huyện Lạc Thủy",
    ),
    case(
        "local union with the school around it",
        "Công đoàn cơ sở Trường Tiểu học Nà Lòa vừa họp. Bà Vi Thị Út, Chủ tịch CĐCS, kể chuyện.",
        "Vi Thị Út | Chủ tịch | Công đoàn cơ sở Trường Tiểu học Nà Lòa",
    ),
    case(
        "council with the union around it",
        "Hội đồng Thi đua - Khen thưởng LĐLĐ tỉnh Hà Giang vừa họp. Bà Vi Thị Út, Chủ tịch Hội đồng, kể chuyện.",
        "Vi Thị Út | Chủ tịch | Hội đồng Thi đua - Khen thưởng Liên đoàn Lao động tỉnh Hà Giang",
    ),
    case(
        "union of officers of the article's province",
        "Tỉnh Hà Giang đón khách. Bà Vi Thị Út, Chủ tịch Công đoàn Viên chức, kể chuyện.",
        "Vi Thị Út | Chủ tịch | Công đoàn Viên chức tỉnh Hà Giang",
    ),
    case(
        "treasury of the article's province",
        "Tỉnh Hà Giang đón khách. Bà Vi Thị Út, Giám đốc Kho bạc Nhà nước tỉnh, kể chuyện.",
        "Vi Thị Út | Giám đốc | Kho bạc Nhà nước tỉnh Hà Giang",
    ),
]

PEOPLE = [
    case(
        "given name of the nearest bearer",
        "Bà Lê Thị Hoa là Bí thư Huyện ủy Ba Tri. Bà Trần Thị Hoa cũng dự. Bà Hoa là Chủ tịch Hội Nông dân tỉnh Bến Tre.",
        "Lê Thị Hoa | Bí thư | Huyện ủy Ba Tri",
        "Trần Thị Hoa | Chủ tịch | Hội Nông dân tỉnh Bến Tre",
    ),
    case("given name of nobody", "Bà Hoa là Chủ tịch Hội Nông dân tỉnh Bến Tre."),
]

AWARDERS = [
    case(
        "bare province in awards",
        "Hội nghị của ngành giáo dục tỉnh Lai Châu khen thưởng: LĐLĐ tỉnh tặng Bằng khen cho 3 tập thể.",
        "Liên đoàn Lao động tỉnh Lai Châu | Bằng khen | 3 tập thể",
    ),
    case(
        "people's committee of the district",
        "LĐLĐ huyện Quế Phong tổ chức lễ. UBND huyện tặng Giấy khen cho 5 cá nhân.",
        "Ủy ban nhân dân huyện Quế Phong | Giấy khen | 5 cá nhân",
    ),
    case(
        "union of the industry in awards",
        "Công đoàn Giáo dục tỉnh Bắc Giang họp. Công đoàn ngành tặng Giấy khen cho 28 cá nhân.",
        "Công đoàn Giáo dục tỉnh Bắc Giang | Giấy khen | 28 cá nhân",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*PLACES, *BODIES, *PEOPLE])
def test_roles_in_their_article(text: str, expected: set[str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(("text", "expected"), AWARDERS)
def test_awarders_in_their_article(text: str, expected: set[str]) -> None:
    assert awards(text) == expected


def body(text: str) -> Organisation:
    (fact,) = (fact for fact in facts(text) if isinstance(fact, RoleHolding))
    return fact.organisation


def test_a_unit_has_its_body_as_parent() -> None:
    found = body("Bà Lê Thị Mơ, Trưởng Ban Nữ công LĐLĐ tỉnh Kon Tum, báo cáo.")
    assert found.parent is not None
    assert found.parent.name == "Liên đoàn Lao động tỉnh Kon Tum"


def test_a_body_has_its_place() -> None:
    found = body("Bà Lê Thị Mơ, Chủ tịch LĐLĐ huyện Sa Thầy, báo cáo.")
    assert found.place is not None
    assert found.place.name == "huyện Sa Thầy"


def test_a_body_keeps_the_form_of_the_text() -> None:
    found = body("Hội nghị ở tỉnh Kon Tum. Bà Lê Thị Mơ, Chủ tịch LĐLĐ tỉnh, báo cáo.")
    assert (found.name, found.forms) == ("Liên đoàn Lao động tỉnh Kon Tum", ("LĐLĐ tỉnh",))
