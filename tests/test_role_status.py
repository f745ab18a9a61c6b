"""Roles that change hands: appointed, elected, replaced, former, nominated; told over several sentences; and not held at all."""

from __future__ import annotations

from datetime import date

import pytest
from sentences import case, facts, period_line, pipeline, roles

from kg.extract import read
from kg.model import Article, RoleHolding

FORMER = [
    case(
        "former",
        "Ông Bùi Xuân Thơm, nguyên Bí thư Huyện ủy Lạc Sơn, kể chuyện truyền thống.",
        "Bùi Xuân Thơm | Bí thư | Huyện ủy Lạc Sơn | former",
    ),
    case(
        "former, before the name",
        "Cựu Giám đốc Sở Xây dựng tỉnh Phú Yên Đoàn Văn Lực bị khởi tố.",
        "Đoàn Văn Lực | Giám đốc | Sở Xây dựng tỉnh Phú Yên | former",
    ),
    case(
        "former for one role alone",
        "Ông Tô Văn Hạnh, nguyên Phó Bí thư Thường trực Tỉnh ủy Bạc Liêu, Chủ tịch Hội Khuyến học tỉnh Bạc Liêu dự.",
        "Tô Văn Hạnh | Phó Bí thư Thường trực | Tỉnh ủy Bạc Liêu | former",
        "Tô Văn Hạnh | Chủ tịch | Hội Khuyến học tỉnh Bạc Liêu",
    ),
    case(
        "once was",
        "Bà Hà Thị Khiết từng là Chủ tịch Hội Liên hiệp Phụ nữ tỉnh Tuyên Quang.",
        "Hà Thị Khiết | Chủ tịch | Hội Liên hiệp Phụ nữ tỉnh Tuyên Quang | former",
    ),
    case(
        "then was",
        "Ông Vũ Đức Thịnh, khi đó là Chủ tịch UBND thành phố Uông Bí, đã ký giấy phép.",
        "Vũ Đức Thịnh | Chủ tịch | Ủy ban nhân dân thành phố Uông Bí | former",
    ),
    case(
        "left",
        "Ông Phan Trọng Hà thôi giữ chức Giám đốc Sở Tư pháp tỉnh Hậu Giang từ ngày 01/8.",
        "Phan Trọng Hà | Giám đốc | Sở Tư pháp tỉnh Hậu Giang | former",
    ),
    case(
        "relieved",
        "HĐND tỉnh đã miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh Hà Giang đối với ông Trần Đức Quý.",
        "Trần Đức Quý | Phó Chủ tịch | Ủy ban nhân dân tỉnh Hà Giang | former",
    ),
    case(
        "dismissed",
        "Ban Bí thư quyết định cách chức Phó Bí thư Thành ủy Hạ Long đối với ông Ngô Hồng Thái.",
        "Ngô Hồng Thái | Phó Bí thư | Thành ủy Hạ Long | former",
    ),
    case(
        "former, several",
        "Dự họp mặt có các ông Lương Văn Định, nguyên Chủ tịch LĐLĐ tỉnh Yên Bái; Giàng Sáy Tu, nguyên Phó Chủ tịch HĐND tỉnh Yên Bái.",
        "Lương Văn Định | Chủ tịch | Liên đoàn Lao động tỉnh Yên Bái | former",
        "Giàng Sáy Tu | Phó Chủ tịch | Hội đồng nhân dân tỉnh Yên Bái | former",
    ),
    case(
        "former with what follows, no body between",
        "Ông Vàng A Páo, nguyên Ủy viên Ban Thường vụ, Chánh Văn phòng Huyện ủy Mèo Vạc, kể chuyện.",
        "Vàng A Páo | Ủy viên Ban Thường vụ | Huyện ủy Mèo Vạc | former",
        "Vàng A Páo | Chánh Văn phòng | Văn phòng Huyện ủy Mèo Vạc | former",
    ),
    case(
        "former with what follows over và",
        "Ông Vàng A Páo, nguyên Giám đốc và Bí thư Đảng ủy Sở Y tế tỉnh Hà Giang, kể chuyện.",
        "Vàng A Páo | Giám đốc | Sở Y tế tỉnh Hà Giang | former",
        "Vàng A Páo | Bí thư | Đảng ủy Sở Y tế tỉnh Hà Giang | former",
    ),
    case(
        "meanwhile",
        "Trong khi đó Giám đốc Sở Y tế tỉnh Hà Giang Vàng A Páo vắng mặt.",
        "Vàng A Páo | Giám đốc | Sở Y tế tỉnh Hà Giang",
    ),
    case(
        "since then",
        "Ông Vàng A Páo, kể từ khi đó là Giám đốc Sở Y tế tỉnh Hà Giang, rất bận.",
        "Vàng A Páo | Giám đốc | Sở Y tế tỉnh Hà Giang",
    ),
    case(
        "in those days",
        "Ông Vàng A Páo, bấy giờ là Giám đốc Sở Y tế tỉnh Hà Giang, rất trẻ.",
        "Vàng A Páo | Giám đốc | Sở Y tế tỉnh Hà Giang | former",
    ),
    case(
        "resigned",
        "Ông Vàng A Páo từ nhiệm chức Chủ tịch HĐND tỉnh Hà Giang.",
        "Vàng A Páo | Chủ tịch | Hội đồng nhân dân tỉnh Hà Giang | former",
    ),
    case(
        "old, in brackets",
        "Ông Vàng A Páo, Chủ tịch LĐLĐ huyện Mèo Vạc (cũ), kể chuyện.",
        "Vàng A Páo | Chủ tịch | Liên đoàn Lao động huyện Mèo Vạc | former",
    ),
    case(
        "out of work",
        "Ông Vàng A Páo, Chủ tịch LĐLĐ huyện Mèo Vạc nghỉ công tác từ Tết, kể chuyện.",
        "Vàng A Páo | Chủ tịch | Liên đoàn Lao động huyện Mèo Vạc | former",
    ),
    case(
        "out of two offices",
        "Quyết định cho ông Vàng A Páo thôi giữ chức Phó Bí thư và cho thôi giữ chức Chủ tịch HĐND huyện Mèo Vạc.",
        "Vàng A Páo | Phó Bí thư | Huyện ủy Mèo Vạc | former",
        "Vàng A Páo | Chủ tịch | Hội đồng nhân dân huyện Mèo Vạc | former",
    ),
    case(
        "taken from the second of two people",
        "Ông Lò Văn Sỏi ký quyết định miễn nhiệm chức vụ Giám đốc Sở Y tế tỉnh Hà Giang đối với ông Vàng A Páo.",
        "Vàng A Páo | Giám đốc | Sở Y tế tỉnh Hà Giang | former",
    ),
]

APPOINTED = [
    case(
        "elected",
        "Đồng chí Nông Thị Hà được bầu giữ chức Chủ tịch Hội Liên hiệp Phụ nữ tỉnh Cao Bằng khóa XVI.",
        "Nông Thị Hà | Chủ tịch | Hội Liên hiệp Phụ nữ tỉnh Cao Bằng",
    ),
    case(
        "elected as",
        "Đại hội đã bầu anh Ngô Minh Quân làm Bí thư Huyện đoàn Khoái Châu.",
        "Ngô Minh Quân | Bí thư | Huyện đoàn Khoái Châu",
    ),
    case(
        "appointed",
        "Ông Lý A Sử được bổ nhiệm giữ chức Giám đốc Sở Nông nghiệp và Phát triển nông thôn tỉnh Lai Châu.",
        "Lý A Sử | Giám đốc | Sở Nông nghiệp và Phát triển nông thôn tỉnh Lai Châu",
    ),
    case(
        "re-elected",
        "Đồng chí Lê Quang Toản tái cử chức Chủ tịch LĐLĐ thành phố Cần Thơ nhiệm kỳ 2023-2028.",
        "Lê Quang Toản | Chủ tịch | Liên đoàn Lao động thành phố Cần Thơ",
    ),
    case(
        "designated",
        "Ban Bí thư chỉ định đồng chí Nguyễn Hoài Anh giữ chức Phó Bí thư Tỉnh ủy Bình Thuận nhiệm kỳ 2020-2025.",
        "Nguyễn Hoài Anh | Phó Bí thư | Tỉnh ủy Bình Thuận",
    ),
    case(
        "assigned",
        "Bà Phạm Thị Thanh Trà được phân công giữ chức Thứ trưởng Bộ Nội vụ.",
        "Phạm Thị Thanh Trà | Thứ trưởng | Bộ Nội vụ",
    ),
    case(
        "moved from one office to another",
        "Ban Thường vụ Tỉnh ủy Gia Lai điều động đồng chí Rơ Châm Thuyên, Phó Bí thư Huyện ủy Chư Păh, giữ chức Phó Trưởng Ban Dân vận Tỉnh ủy.",
        "Rơ Châm Thuyên | Phó Bí thư | Huyện ủy Chư Păh | former",
        "Rơ Châm Thuyên | Phó Trưởng Ban | Ban Dân vận Tỉnh ủy Gia Lai",
    ),
    case(
        "in place of",
        "Bà Đinh Thị Ngọc Lan được bầu làm Chủ tịch Công đoàn Y tế tỉnh Phú Thọ thay ông Hà Văn Chiến nghỉ hưu theo chế độ.",
        "Đinh Thị Ngọc Lan | Chủ tịch | Công đoàn Y tế tỉnh Phú Thọ",
        "Hà Văn Chiến | Chủ tịch | Công đoàn Y tế tỉnh Phú Thọ | former",
    ),
    case(
        "in place of a comrade",
        "Ông Trần Ngọc Tam được bổ nhiệm làm Giám đốc Sở Công Thương tỉnh Bến Tre thay thế cho đồng chí Cao Minh Đức.",
        "Trần Ngọc Tam | Giám đốc | Sở Công Thương tỉnh Bến Tre",
        "Cao Minh Đức | Giám đốc | Sở Công Thương tỉnh Bến Tre | former",
    ),
    case(
        "acting",
        "Bà Vàng Thị Mỷ, Quyền Giám đốc Sở Nội vụ tỉnh Hà Giang, trao quyết định.",
        "Vàng Thị Mỷ | Quyền Giám đốc | Sở Nội vụ tỉnh Hà Giang",
    ),
    case(
        "acting, abbreviated",
        "Ông Huỳnh Văn Nén, Q. Chủ tịch UBND thị xã Giá Rai, tiếp dân.",
        "Huỳnh Văn Nén | Quyền Chủ tịch | Ủy ban nhân dân thị xã Giá Rai",
    ),
    case(
        "in place of somebody, the office behind",
        "Ông Vàng A Páo được bổ nhiệm thay ông Lò Văn Sỏi, giữ chức Giám đốc Sở Y tế tỉnh Hà Giang.",
        "Vàng A Páo | Giám đốc | Sở Y tế tỉnh Hà Giang",
    ),
    case(
        "an office for somebody",
        "Quyết định bổ nhiệm chức vụ Giám đốc Sở Y tế tỉnh Hà Giang cho ông Vàng A Páo có hiệu lực.",
        "Vàng A Páo | Giám đốc | Sở Y tế tỉnh Hà Giang",
    ),
    case("flowers for somebody", "Chủ tịch UBND tỉnh Hà Giang tặng hoa cho ông Vàng A Páo."),
    case(
        "won an election",
        "Ông Vàng A Páo đắc cử Chủ tịch HĐND tỉnh Hà Giang.",
        "Vàng A Páo | Chủ tịch | Hội đồng nhân dân tỉnh Hà Giang",
    ),
    case(
        "and also, as a verb",
        "Ông Vàng A Páo kiêm Chủ tịch HĐND tỉnh Hà Giang.",
        "Vàng A Páo | Chủ tịch | Hội đồng nhân dân tỉnh Hà Giang",
    ),
]

NOMINATED = [
    case(
        "put forward",
        "Hội nghị thống nhất giới thiệu đồng chí Triệu Tài Lâm ứng cử chức danh Phó Chủ tịch UBND tỉnh Bắc Kạn.",
        "Triệu Tài Lâm | Phó Chủ tịch | Ủy ban nhân dân tỉnh Bắc Kạn | nominated",
    ),
    case(
        "put forward for election",
        "Tỉnh ủy giới thiệu bà Lục Thị Liên để bầu giữ chức Chủ tịch HĐND tỉnh Lạng Sơn.",
        "Lục Thị Liên | Chủ tịch | Hội đồng nhân dân tỉnh Lạng Sơn | nominated",
    ),
    case(
        "planned for",
        "Anh Đoàn Minh Trí được quy hoạch chức danh Phó Chủ tịch LĐLĐ tỉnh An Giang.",
        "Đoàn Minh Trí | Phó Chủ tịch | Liên đoàn Lao động tỉnh An Giang | nominated",
    ),
    case(
        "candidate",
        "Ông Vàng A Páo tự ứng cử Chủ tịch HĐND tỉnh Hà Giang.",
        "Vàng A Páo | Chủ tịch | Hội đồng nhân dân tỉnh Hà Giang | nominated",
    ),
    case(
        "two planned for an office",
        "Huyện ủy quy hoạch chức danh Phó Chủ tịch UBND huyện Mèo Vạc: Sùng Mí Chơ, Lò Văn Sỏi.",
        "Sùng Mí Chơ | Phó Chủ tịch | Ủy ban nhân dân huyện Mèo Vạc | nominated",
        "Lò Văn Sỏi | Phó Chủ tịch | Ủy ban nhân dân huyện Mèo Vạc | nominated",
    ),
]

OVER_SENTENCES = [
    case(
        "pronoun",
        "Ông Vi Văn Sáng trưởng thành từ phong trào công nhân. Từ năm 2021, ông là Chủ tịch Công đoàn Viên chức tỉnh Nghệ An.",
        "Vi Văn Sáng | Chủ tịch | Công đoàn Viên chức tỉnh Nghệ An",
    ),
    case(
        "pronoun of a woman",
        "Bà Nguyễn Thị Thu Đông sinh năm 1970. Bà từng giữ chức Phó Chủ tịch LĐLĐ tỉnh Bình Định.",
        "Nguyễn Thị Thu Đông | Phó Chủ tịch | Liên đoàn Lao động tỉnh Bình Định | former",
    ),
    case(
        "given name",
        "Chị Trần Thị Diễm My làm việc ở bệnh viện từ năm 2010. Năm 2022, chị My được bổ nhiệm làm Giám đốc Trung tâm Y tế thị xã Giá Rai.",
        "Trần Thị Diễm My | Giám đốc | Trung tâm Y tế thị xã Giá Rai",
    ),
    case(
        "career",
        "Từ năm 2005 đến năm 2010, ông Lê Đình Tự là Phó Giám đốc Sở Công Thương tỉnh Thanh Hóa. Hiện nay, ông là Chủ tịch UBND tỉnh Thanh Hóa.",
        "Lê Đình Tự | Phó Giám đốc | Sở Công Thương tỉnh Thanh Hóa | former",
        "Lê Đình Tự | Chủ tịch | Ủy ban nhân dân tỉnh Thanh Hóa",
    ),
    case(
        "repeated",
        "Ông Cù Huy Cẩn - Chủ tịch LĐLĐ tỉnh Hòa Bình phát biểu. Chủ tịch LĐLĐ tỉnh Cù Huy Cẩn cảm ơn đại biểu.",
        "Cù Huy Cẩn | Chủ tịch | Liên đoàn Lao động tỉnh Hòa Bình",
    ),
    case(
        "pronoun for the one called so",
        "Ông Lò Văn Sỏi ghé thăm. Chị Tẩn Thị Mẩy tiếp khách. Ông từng là Giám đốc Sở Y tế tỉnh Hà Giang.",
        "Lò Văn Sỏi | Giám đốc | Sở Y tế tỉnh Hà Giang | former",
    ),
    case(
        "pronoun for the nearest of two called so",
        "Ông Lò Văn Sỏi ghé thăm. Ông Vàng A Páo tiếp khách. Ông từng là Giám đốc Sở Y tế tỉnh Hà Giang.",
        "Vàng A Páo | Giám đốc | Sở Y tế tỉnh Hà Giang | former",
    ),
    case(
        "pronoun of a teacher",
        "Thầy Lò Văn Sỏi quê ở đây. Thầy từng là Giám đốc Sở Y tế tỉnh Hà Giang.",
        "Lò Văn Sỏi | Giám đốc | Sở Y tế tỉnh Hà Giang | former",
    ),
    case(
        "in those days, of somebody named before",
        "Ông Vàng A Páo rất trẻ. Bấy giờ ông là Giám đốc Sở Y tế tỉnh Hà Giang.",
        "Vàng A Páo | Giám đốc | Sở Y tế tỉnh Hà Giang | former",
    ),
    case(
        "career that ended",
        "Từ 2011 đến 2014, ông Lò Văn Sỏi là Giám đốc Sở Y tế tỉnh Hà Giang. Từ 2015 đến 2019, ông là Chủ tịch HĐND tỉnh Hà Giang.",
        "Lò Văn Sỏi | Giám đốc | Sở Y tế tỉnh Hà Giang | former",
        "Lò Văn Sỏi | Chủ tịch | Hội đồng nhân dân tỉnh Hà Giang | former",
    ),
]


NONE = [
    case("no position", "Ông Nguyễn Văn Tám cho rằng Chủ tịch UBND tỉnh cần vào cuộc."),
    case("general talk", "Chủ tịch công đoàn cơ sở do đoàn viên bầu ra."),
    case("question", "Ai sẽ là Chủ tịch LĐLĐ tỉnh Hà Tĩnh?"),
    case(
        "question with a name",
        "Ông Hà Văn Trọng có phải là Chủ tịch LĐLĐ tỉnh Hà Tĩnh không?",
    ),
    case("denied", "Ông Hà Văn Trọng không phải là Chủ tịch LĐLĐ tỉnh Hà Tĩnh."),
    case("head of a body that is nowhere named", "Ông Hà Văn Trọng, Phó Giám đốc bệnh viện, chia sẻ."),
    case("council that is nowhere named", "Bà Lò Thị Ngân, Chủ tịch Hội đồng, công bố kết quả."),
    case("rank", "Thượng tá Lê Văn Hòa trực tiếp chỉ huy lực lượng cứu hộ."),
    case("degree", "GS.TS Vũ Minh Giang trình bày tham luận."),
    case("honour", "NSND Trà Giang và NSƯT Minh Vương dự giao lưu."),
    case("another country's head", "Thủ tướng Nhật Bản Kishida Fumio thăm Việt Nam."),
    case("another country's minister", "Bộ trưởng Ngoại giao Lào Saleumxay Kommasith hội đàm."),
    case("another country's president", "Chủ tịch Trung Quốc Tập Cận Bình gửi điện mừng."),
    case("on behalf of an office", "Thay mặt Chủ tịch UBND tỉnh Tây Ninh, ông Võ Đức Trong trao hoa."),
    case(
        "by an office's order",
        "Thừa ủy quyền của Chủ tịch nước, bà Phan Thị Dịu trao Huân chương Lao động hạng Ba cho nhà trường.",
    ),
    case("letter to an office", "Bà Lê Thị Sáu gửi đơn tới Chủ tịch UBND thành phố Vinh."),
    case("proposal of an office", "Theo đề nghị của Giám đốc Sở Nội vụ, ông Mai Văn Tư được nghỉ hưu."),
    case("relative of an office holder", "Con trai Chủ tịch UBND huyện Yên Thế bị thương nhẹ."),
    case("photo credit", "Lãnh đạo LĐLĐ tỉnh Hậu Giang trao quà cho công nhân.\nẢnh: Lê Thanh Tùng"),
    case("byline", "Chủ tịch LĐLĐ tỉnh Hậu Giang đã đến dự.\nNguyễn Hoàng Long"),
    case("named after a person", "Chủ tịch UBND phường Nguyễn Trãi tiếp dân."),
    case("school named after a person", "Hiệu trưởng Trường THPT Phan Đình Phùng tiếp phóng viên."),
    case("street", "Chủ tịch UBND phường trú tại đường Trần Hưng Đạo."),
    case(
        "another person's chairman",
        "Ông Vàng Seo Páo được Chủ tịch UBND tỉnh Lào Cai tặng hoa.",
    ),
    case("meeting with an office", "Chị Hà Thị Ngoan cùng Chủ tịch Công đoàn công ty đi thăm bạn."),
]


@pytest.mark.parametrize(("text", "expected"), [*FORMER, *APPOINTED, *NOMINATED, *OVER_SENTENCES, *NONE])
def test_status(text: str, expected: set[str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "term", "status"),
    [
        ("Bà Nông Thị Hà, Chủ tịch LĐLĐ tỉnh Cao Bằng nhiệm kỳ 2018-2023, dự lễ.", "2018–2023", "current"),
        ("Bà Nông Thị Hà, Chủ tịch LĐLĐ tỉnh Cao Bằng (2008-2013), kể lại ngày 05/6/2020.", "2008–2013", "former"),
        ("Bà Nông Thị Hà, Chủ tịch LĐLĐ tỉnh Cao Bằng từ năm 2008 đến năm 2013, kể lại.", "2008–2013", "former"),
        ("Bà Nông Thị Hà được bầu làm Chủ tịch LĐLĐ tỉnh Cao Bằng từ tháng 7/2019.", "2019-07-01–", "current"),
        ("Từ ngày 01/8/2019 đến nay, bà Nông Thị Hà là Chủ tịch LĐLĐ tỉnh Cao Bằng.", "2019-08-01–", "current"),
        ("Từ năm 2001 đến năm 2006, bà Nông Thị Hà làm Chủ tịch LĐLĐ tỉnh Cao Bằng.", "2001–2006", "former"),
        ("Giai đoạn 2016-2020 ở tỉnh, theo bà Nông Thị Hà, Chủ tịch LĐLĐ tỉnh Cao Bằng, khá tốt.", "", "current"),
        ("Ngày 01/8/2019, bà Nông Thị Hà được bầu làm Chủ tịch LĐLĐ tỉnh Cao Bằng.", "", "current"),
        ("Từ năm 2001 đến năm 2006, bà Nông Thị Hà, Chủ tịch LĐLĐ tỉnh Cao Bằng, nhận ba lá thư.", "", "current"),
        ("Từ năm 2001 đến năm 2006, mưa nhiều; bà Nông Thị Hà làm Chủ tịch LĐLĐ tỉnh Cao Bằng.", "", "current"),
        ("Kể từ tháng 3/2017, bà Nông Thị Hà làm Chủ tịch LĐLĐ tỉnh Cao Bằng.", "2017-03-01–", "current"),
        ("Bà Nông Thị Hà, Chủ tịch LĐLĐ tỉnh Cao Bằng (từ tháng 3/2017), kể lại.", "2017-03-01–", "current"),
        ("Bà Nông Thị Hà làm Chủ tịch LĐLĐ tỉnh Cao Bằng từ năm 2011 đến nay.", "2011-01-01–", "current"),
        ("Bà Nông Thị Hà, Chủ tịch LĐLĐ tỉnh Cao Bằng (trong các năm 2009-2013), kể lại.", "2009–2013", "current"),
        ("Bà Nông Thị Hà, Chủ tịch LĐLĐ tỉnh Cao Bằng từ 2009-2013, kể lại.", "2009–2013", "former"),
        ("Bà Nông Thị Hà, Chủ tịch LĐLĐ tỉnh Cao Bằng (2015-2020), kể lại ngày 04/5/2018.", "2015–2020", "current"),
        ("Bà Nông Thị Hà, Chủ tịch LĐLĐ tỉnh Cao Bằng khóa VIII, IX, kể lại.", "", "current"),
        ("Bà Nông Thị Hà, Chủ tịch LĐLĐ tỉnh Cao Bằng, kể về bão từ năm 2011 đến năm 2014.", "", "current"),
    ],
)
def test_the_term_of_an_office_is_its_period(text: str, term: str, status: str) -> None:
    (holding,) = (fact for fact in facts(text) if isinstance(fact, RoleHolding))
    assert holding.organisation.name == "Liên đoàn Lao động tỉnh Cao Bằng"
    assert (period_line(holding.period) if holding.period else "", holding.status) == (term, status)


@pytest.mark.parametrize(
    ("published", "said", "status"),
    [
        (date(2018, 5, 4), "", "current"),
        (date(2020, 12, 31), "", "current"),
        (date(2021, 1, 1), "", "former"),
        (None, "Chủ tịch nghe ngày 04/5/2018.", "current"),
        (None, "Chủ tịch nghe ngày 04/5/2018, không phải ngày 02/3/2022.", "former"),
        (date(2019, 1, 1), "Chủ tịch nghe ngày 02/3/2022.", "current"),
        (None, "", "current"),
    ],
)
def test_a_term_is_over_by_the_year_of_the_article(published: date | None, said: str, status: str) -> None:
    text = f"Bà Nông Thị Hà, Chủ tịch LĐLĐ tỉnh Cao Bằng (2015-2020), kể lại. {said}"
    ((_, found),) = read([Article("a", text, published=published)], nlp=pipeline())
    assert [fact.status for fact in found if isinstance(fact, RoleHolding)] == [status]


def test_evidence_is_the_sentence() -> None:
    text = "Trời mưa. Bà Nông Thị Hà, Chủ tịch LĐLĐ tỉnh Cao Bằng, dự lễ. Trời nắng."
    (fact,) = facts(text)
    assert fact.evidence.sentence == "Bà Nông Thị Hà, Chủ tịch LĐLĐ tỉnh Cao Bằng, dự lễ."
    assert text[fact.evidence.begin : fact.evidence.end] == fact.evidence.sentence
