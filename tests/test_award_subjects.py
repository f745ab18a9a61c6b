"""Who gets an honour where the sentence turns: events, second givers, cases, asides; and whom it only comes near."""

from __future__ import annotations

import pytest
from sentences import awards, case

HA_GIANG = "Liên đoàn Lao động tỉnh Hà Giang"
COMMITTEE = "Ủy ban nhân dân tỉnh Hà Giang"

EVENTS = [
    case(
        "anniversary",
        "Trường THPT Nà Lòa tổ chức lễ kỷ niệm 30 năm thành lập và đón nhận Huân chương Lao động hạng Ba.",
        "- | Huân chương Lao động hạng Ba | Trường Trung học phổ thông Nà Lòa",
    ),
    case(
        "ceremony",
        "Công ty Cổ phần Gạch Mai Lan vừa tổ chức lễ đón nhận Cờ thi đua của Bộ Xây dựng.",
        "Bộ Xây dựng | Cờ thi đua | Công ty Cổ phần Gạch Mai Lan",
    ),
    case(
        "others at the event",
        "Trường THPT Nà Lòa tổ chức lễ khai giảng cho học sinh và 3 tập thể được tặng Bằng khen.",
        "- | Bằng khen | 3 tập thể",
    ),
    case(
        "for years on end",
        "LĐLĐ huyện Mèo Vạc 5 năm liên tục được LĐLĐ tỉnh Hà Giang tặng Cờ thi đua.",
        f"{HA_GIANG} | Cờ thi đua | Liên đoàn Lao động huyện Mèo Vạc",
    ),
    case(
        "twice",
        "Công ty Cổ phần Gạch Mai Lan hai lần được Bộ Xây dựng tặng Cờ thi đua.",
        "Bộ Xây dựng | Cờ thi đua | Công ty Cổ phần Gạch Mai Lan",
    ),
    case(
        "a title for years on end",
        "Chị Lò Thị Sỏi 6 năm liền là Chiến sĩ thi đua cơ sở.",
        "- | Chiến sĩ thi đua cơ sở | Lò Thị Sỏi",
    ),
    case(
        "pinned to a flag",
        "Chủ tịch nước gắn Huân chương Lao động hạng Ba lên lá cờ truyền thống của Trường THPT Nà Lòa.",
        "Chủ tịch nước | Huân chương Lao động hạng Ba | Trường Trung học phổ thông Nà Lòa",
    ),
    case(
        "belongs to",
        "Bằng khen của LĐLĐ tỉnh Hà Giang thuộc về chị Lò Thị Sỏi.",
        f"{HA_GIANG} | Bằng khen | Lò Thị Sỏi",
    ),
    case(
        "the honour as subject",
        "Giải thưởng Nguyễn Đức Cảnh năm nay được Tổng LĐLĐ Việt Nam trao cho 4 công nhân.",
        "Tổng Liên đoàn Lao động Việt Nam | Giải thưởng Nguyễn Đức Cảnh | 4 công nhân",
    ),
    case(
        "the honour as subject, no giver",
        "Giải thưởng Nguyễn Đức Cảnh đã được trao cho 4 công nhân.",
        "- | Giải thưởng Nguyễn Đức Cảnh | 4 công nhân",
    ),
]

SECOND = [
    case(
        "second giver over a comma",
        "Ông Lò Văn Sỏi và bà Tẩn Thị Mẩy được Bộ Y tế tặng Bằng khen, được LĐLĐ tỉnh Hà Giang tặng Kỷ niệm chương.",
        "Bộ Y tế | Bằng khen | Lò Văn Sỏi",
        "Bộ Y tế | Bằng khen | Tẩn Thị Mẩy",
        f"{HA_GIANG} | Kỷ niệm chương | Lò Văn Sỏi",
        f"{HA_GIANG} | Kỷ niệm chương | Tẩn Thị Mẩy",
    ),
    case(
        "second giver of a body",
        "LĐLĐ huyện Mèo Vạc được Bộ Y tế tặng Bằng khen, năm 2019 được LĐLĐ tỉnh Hà Giang tặng Cờ thi đua.",
        "Bộ Y tế | Bằng khen | Liên đoàn Lao động huyện Mèo Vạc",
        f"{HA_GIANG} | Cờ thi đua | Liên đoàn Lao động huyện Mèo Vạc",
    ),
    case(
        "second giver over a semicolon",
        "Chủ tịch UBND tỉnh Hà Giang tặng bà Tẩn Thị Mẩy Bằng khen; LĐLĐ tỉnh Hà Giang tặng Kỷ niệm chương.",
        f"{COMMITTEE} | Bằng khen | Tẩn Thị Mẩy",
        f"{HA_GIANG} | Kỷ niệm chương | Tẩn Thị Mẩy",
    ),
    case(
        "a group is not carried on",
        "2 tập thể được Bộ Y tế tặng Bằng khen, được LĐLĐ tỉnh Hà Giang tặng Cờ thi đua.",
        "Bộ Y tế | Bằng khen | 2 tập thể",
    ),
    case(
        "two honours of two givers to one",
        "LĐLĐ tỉnh Hà Giang trao Bằng khen của Bộ Y tế và Giấy khen của LĐLĐ tỉnh cho ông Lò Văn Sỏi.",
        "Bộ Y tế | Bằng khen | Lò Văn Sỏi",
        f"{HA_GIANG} | Giấy khen | Lò Văn Sỏi",
    ),
    case(
        "two honours to two people",
        "LĐLĐ tỉnh Hà Giang trao Bằng khen của Bộ Y tế cho ông Lò Văn Sỏi và Giấy khen của LĐLĐ tỉnh cho bà Tẩn Thị Mẩy.",
        "Bộ Y tế | Bằng khen | Lò Văn Sỏi",
        f"{HA_GIANG} | Giấy khen | Tẩn Thị Mẩy",
    ),
    case(
        "two honours revoked",
        "Quyết định thu hồi Bằng khen và Giấy khen của LĐLĐ tỉnh Hà Giang đã tặng cho ông Lò Văn Sỏi.",
        f"{HA_GIANG} | Bằng khen | Lò Văn Sỏi | revoked",
        f"{HA_GIANG} | Giấy khen | Lò Văn Sỏi | revoked",
    ),
    case(
        "a second verb in the same sentence is not the first giver's",
        "Ông Lý Sèo Dìn trao Bằng khen của Bộ Y tế cho 2 cá nhân; tặng Giấy khen cho 3 tập thể.",
        "Bộ Y tế | Bằng khen | 2 cá nhân",
        "- | Giấy khen | 3 tập thể",
    ),
    case(
        "both",
        "Công ty Cổ phần Gạch Mai Lan cùng Nhà máy Sợi Sa Bình đều được LĐLĐ tỉnh Hà Giang tặng Cờ thi đua.",
        f"{HA_GIANG} | Cờ thi đua | Công ty Cổ phần Gạch Mai Lan",
        f"{HA_GIANG} | Cờ thi đua | Nhà máy Sợi Sa Bình",
    ),
    case(
        "years behind the name of a body",
        "Công đoàn Trường Tiểu học Nà Lòa nhiều năm liền được tặng Giấy khen, năm 2016 được tặng Bằng khen.",
        "- | Giấy khen | Công đoàn Trường Tiểu học Nà Lòa",
        "- | Bằng khen | Công đoàn Trường Tiểu học Nà Lòa",
    ),
]

ASIDE = [
    case(
        "whom somebody saved",
        "Anh Lò Văn Sỏi, người cứu 5 học sinh đuối nước, được UBND tỉnh Hà Giang tặng Bằng khen.",
        f"{COMMITTEE} | Bằng khen | Lò Văn Sỏi",
    ),
    case(
        "whom somebody helped",
        "Bà Tẩn Thị Mẩy hỗ trợ 30 học sinh nên được UBND tỉnh Hà Giang tặng Bằng khen.",
        f"{COMMITTEE} | Bằng khen | Tẩn Thị Mẩy",
    ),
    case("who was arrested", "Công an huyện Mèo Vạc bắt giữ 4 cá nhân và được UBND tỉnh Hà Giang tặng Bằng khen."),
    case(
        "a person and those with him",
        "Anh Lò Văn Sỏi cùng 5 học sinh được UBND tỉnh Hà Giang tặng Bằng khen.",
        f"{COMMITTEE} | Bằng khen | Lò Văn Sỏi",
        f"{COMMITTEE} | Bằng khen | 5 học sinh",
    ),
    case(
        "a union and those with it",
        "Công đoàn Công ty Cổ phần Gạch Cù Mây và 5 công nhân được LĐLĐ tỉnh Hà Giang tặng Bằng khen.",
        f"{HA_GIANG} | Bằng khen | Công đoàn Công ty Cổ phần Gạch Cù Mây",
        f"{HA_GIANG} | Bằng khen | 5 công nhân",
    ),
    case(
        "not the body of an office",
        "Chủ tịch Công đoàn Công ty Cổ phần Gạch Cù Mây và 5 công nhân được LĐLĐ tỉnh Hà Giang tặng Bằng khen.",
        f"{HA_GIANG} | Bằng khen | 5 công nhân",
    ),
    case(
        "one of a group",
        "Chị Lò Thị Sỏi là một trong 12 công nhân được LĐLĐ tỉnh Hà Giang tặng Bằng khen.",
        f"{HA_GIANG} | Bằng khen | Lò Thị Sỏi",
        f"{HA_GIANG} | Bằng khen | 12 công nhân",
    ),
    case(
        "father in brackets",
        "Chị Lò Thị Sỏi (con của ông Lò Văn Sáu) được LĐLĐ tỉnh Hà Giang tặng Bằng khen.",
        f"{HA_GIANG} | Bằng khen | Lò Thị Sỏi",
    ),
    case(
        "led by somebody",
        "Công đoàn Công ty Cổ phần Gạch Mai Lan, do ông Lò Văn Sỏi làm Chủ tịch, được LĐLĐ tỉnh Hà Giang tặng Cờ thi đua.",
        f"{HA_GIANG} | Cờ thi đua | Công đoàn Công ty Cổ phần Gạch Mai Lan",
    ),
    case(
        "a description between two people",
        "Cô Lò Thị Sỏi, Hiệu trưởng Trường THCS Nà Lòa, và thầy Vàng A Páo được UBND tỉnh Hà Giang tặng Bằng khen.",
        f"{COMMITTEE} | Bằng khen | Lò Thị Sỏi",
        f"{COMMITTEE} | Bằng khen | Vàng A Páo",
    ),
    case("generic others", "Ông Lò Văn Sỏi chúc mừng các nhà khoa học đoạt Giải thưởng Nguyễn Đức Cảnh."),
    case(
        "no others", "Ông Lò Văn Sỏi đoạt Giải thưởng Nguyễn Đức Cảnh.", "- | Giải thưởng Nguyễn Đức Cảnh | Lò Văn Sỏi"
    ),
    case("generic others before", "Trước khi các công nhân được tặng Bằng khen, ông Lò Văn Sỏi hát tặng."),
    case(
        "nobody else before",
        "Trước khi được tặng Bằng khen, ông Lò Văn Sỏi hát tặng.",
        "- | Bằng khen | Lò Văn Sỏi",
    ),
    case("handed to somebody", "Chủ tịch UBND tỉnh Hà Giang ký Bằng khen, giao cho Sở Nội vụ."),
    case(
        "a body between verb and honour",
        "LĐLĐ tỉnh Hà Giang trao tặng Công ty Cổ phần Gạch Mai Lan Cờ thi đua.",
        f"{HA_GIANG} | Cờ thi đua | Công ty Cổ phần Gạch Mai Lan",
    ),
    case(
        "the verb again before the recipient",
        "Chủ tịch nước truy tặng Huân chương Dũng cảm, truy tặng anh Vi Văn Út.",
        "Chủ tịch nước | Huân chương Dũng cảm | Vi Văn Út",
    ),
    case(
        "commended with",
        "LĐLĐ tỉnh Hà Giang khen thưởng chị Tẩn Thị Mẩy Bằng khen.",
        f"{HA_GIANG} | Bằng khen | Tẩn Thị Mẩy",
    ),
    case(
        "a stage name that a title leads in",
        "NSƯT Kim Sa cùng 4 cá nhân nhận Bằng khen.",
        "- | Bằng khen | Kim Sa",
        "- | Bằng khen | 4 cá nhân",
    ),
    case("taught by a stage name", "4 học sinh được NSƯT Rạng Đông dạy hát."),
]

PRONOUNS = [
    case(
        "the one called so",
        "Ông Lò Văn Sỏi ghé thăm. Chị Tẩn Thị Mẩy tiếp khách. Năm 2015, ông được tặng Bằng khen.",
        "- | Bằng khen | Lò Văn Sỏi",
    ),
    case(
        "the nearest of two called so",
        "Ông Lò Văn Sỏi ghé thăm. Ông Vàng A Páo tiếp khách. Năm 2015, ông được tặng Bằng khen.",
        "- | Bằng khen | Vàng A Páo",
    ),
    case(
        "for her",
        "Chị Lò Thị Sỏi về quê. LĐLĐ tỉnh Hà Giang trao Bằng khen cho chị.",
        f"{HA_GIANG} | Bằng khen | Lò Thị Sỏi",
    ),
    case("for somebody", "Chị Lò Thị Sỏi về quê. LĐLĐ tỉnh Hà Giang trao Bằng khen cho ai đó."),
]


@pytest.mark.parametrize(("text", "expected"), [*EVENTS, *SECOND, *ASIDE, *PRONOUNS])
def test_subjects(text: str, expected: set[str]) -> None:
    assert awards(text) == expected
