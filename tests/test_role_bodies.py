"""Where a role is held when no body with a head of its own stands beside the title: places, short names, the article's own."""

from __future__ import annotations

import pytest
from sentences import case, roles

SEATS = [
    case(
        "province",
        "Bà Lưu Thị Sương, Phó Chủ tịch tỉnh Hà Giang, thăm lớp học.",
        "Lưu Thị Sương | Phó Chủ tịch | Ủy ban nhân dân tỉnh Hà Giang",
    ),
    case(
        "province before its chairman",
        "Chủ tịch tỉnh Hà Giang Lưu Văn Sương thăm lớp học.",
        "Lưu Văn Sương | Chủ tịch | Ủy ban nhân dân tỉnh Hà Giang",
    ),
    case(
        "province without its level",
        "Bí thư Hà Giang Lưu Văn Sương thăm lớp học.",
        "Lưu Văn Sương | Bí thư | Tỉnh ủy Hà Giang",
    ),
    case(
        "district",
        "Ông Hoàng Tự Lập, Bí thư huyện Mèo Vạc, mở đầu phiên chợ.",
        "Hoàng Tự Lập | Bí thư | Huyện ủy Mèo Vạc",
    ),
    case(
        "commune",
        "Ông Kim Văn Dẻo, Bí thư xã Long Khê, mở đầu phiên chợ.",
        "Kim Văn Dẻo | Bí thư | Đảng ủy xã Long Khê",
    ),
    case(
        "one place of two offices",
        "Ông Kim Văn Dẻo, Bí thư kiêm Chủ tịch xã Long Khê, mở đầu phiên chợ.",
        "Kim Văn Dẻo | Bí thư | Đảng ủy xã Long Khê",
        "Kim Văn Dẻo | Chủ tịch | Ủy ban nhân dân xã Long Khê",
    ),
    case(
        "secretary beside a people's council",
        "Ông Kim Văn Dẻo, Bí thư, Chủ tịch HĐND xã Long Khê, mở đầu phiên chợ.",
        "Kim Văn Dẻo | Bí thư | Đảng ủy xã Long Khê",
        "Kim Văn Dẻo | Chủ tịch | Hội đồng nhân dân xã Long Khê",
    ),
    case(
        "secretary beside the Fatherland Front",
        "Ông Kim Văn Dẻo, Phó Bí thư Thường trực, Chủ tịch Ủy ban MTTQ huyện Mèo Vạc, mở đầu phiên chợ.",
        "Kim Văn Dẻo | Phó Bí thư Thường trực | Huyện ủy Mèo Vạc",
        "Kim Văn Dẻo | Chủ tịch | Ủy ban Mặt trận Tổ quốc huyện Mèo Vạc",
    ),
    case("a compound that a level begins", "Ông Trần Văn Lộc, Chủ tịch Phường hội tơ lụa, mở đầu phiên chợ."),
    case("a person called like a place", "Chủ tịch Hà Văn Sương thăm lớp học."),
    case("a club", "Ông Hà Văn Sương, Chủ tịch Hà Nội FC, vui mừng."),
    case("a title without a seat", "Bà Lưu Thị Sương, Thư ký tỉnh Hà Giang, thăm lớp học."),
]

HOUSES = [
    case(
        "a word that is no syllable",
        "Bà Tạ Thu Vân, Tổng Giám đốc Vinasolar, chào khách.",
        "Tạ Thu Vân | Tổng Giám đốc | Vinasolar",
    ),
    case("an acronym", "Giám đốc SBX Lương Văn Sửu chào khách.", "Lương Văn Sửu | Giám đốc | SBX"),
    case(
        "a word of companies",
        "Tổng Giám đốc Bamview Airlines Đỗ Văn Sáu chào khách.",
        "Đỗ Văn Sáu | Tổng Giám đốc | Bamview Airlines",
    ),
    case("head of a company", "Bà Tạ Thu Vân, CEO Vinasolar, chào khách.", "Tạ Thu Vân | CEO | Vinasolar"),
    case("a foreigner", "Tổng Giám đốc Steve Brown chào khách."),
    case("syllables", "Ông Tạ Văn Thu, Giám đốc Sa Bình, chào khách."),
    case(
        "the article's only company",
        "Công ty Cổ phần Vinasolar khai trương. Ông Tạ Văn Thu, Tổng Giám đốc, chào khách.",
        "Tạ Văn Thu | Tổng Giám đốc | Công ty Cổ phần Vinasolar",
    ),
    case(
        "chairman of the only company's board",
        "Công ty Cổ phần Gạch Cù Mây mở cửa. Hội đồng quản trị họp. Chủ tịch HĐQT Vi Văn Út vắng mặt.",
        "Vi Văn Út | Chủ tịch Hội đồng quản trị | Công ty Cổ phần Gạch Cù Mây",
    ),
    case(
        "a director of a field",
        "Công ty Cổ phần Vinasolar khai trương. Bà Tạ Thu Vân, Giám đốc Marketing, chào khách.",
        "Tạ Thu Vân | Giám đốc Marketing | Công ty Cổ phần Vinasolar",
    ),
    case(
        "two companies",
        "Công ty Cổ phần Vinasolar và Công ty Cổ phần Sa Bình khai trương. Ông Tạ Văn Thu, Tổng Giám đốc, chào khách.",
    ),
    case(
        "a title that not only companies have",
        "Công ty Cổ phần Gạch Cù Mây mở cửa. Giám đốc Vi Văn Út vắng mặt.",
    ),
    case(
        "the company around its union",
        "Bà Tạ Thu Vân, Phó Tổng Giám đốc, Chủ tịch Công đoàn Vinasolar, chào khách.",
        "Tạ Thu Vân | Phó Tổng Giám đốc | Vinasolar",
        "Tạ Thu Vân | Chủ tịch | Công đoàn Vinasolar",
    ),
    case(
        "a member of the union's committee",
        "Bà Tạ Thu Vân, Ủy viên Ban Thường vụ, Chủ tịch Công đoàn Công ty Cổ phần Gạch Mai Lan, chào khách.",
        "Tạ Thu Vân | Ủy viên Ban Thường vụ | Công đoàn Công ty Cổ phần Gạch Mai Lan",
        "Tạ Thu Vân | Chủ tịch | Công đoàn Công ty Cổ phần Gạch Mai Lan",
    ),
    case(
        "its head behind the company named before",
        "Công ty Cổ phần Gạch Mai Lan mở cửa. Tổng Giám đốc Công ty Lê Khả Thuấn chào khách.",
        "Lê Khả Thuấn | Tổng Giám đốc | Công ty Cổ phần Gạch Mai Lan",
    ),
    case("its head behind no company", "Tổng Giám đốc Công ty Lê Khả Thuấn chào khách."),
]

KINDS = [
    case(
        "school named before",
        "Trường Tiểu học Nà Lòa khai giảng. Cô Lù Thị Pó, Hiệu trưởng, đánh trống.",
        "Lù Thị Pó | Hiệu trưởng | Trường Tiểu học Nà Lòa",
    ),
    case(
        "school, another body between",
        "Trường Tiểu học Nà Lòa khai giảng. Hội Nông dân huyện Mèo Vạc tặng quà. Cô Lù Thị Pó, Phó Hiệu trưởng, đánh trống.",
        "Lù Thị Pó | Phó Hiệu trưởng | Trường Tiểu học Nà Lòa",
    ),
    case(
        "school named behind, its party committee too",
        "Bà Lù Thị Pó, Bí thư Đảng ủy, Hiệu trưởng, đánh trống. Trường Đại học Sông Gâm khai giảng.",
        "Lù Thị Pó | Bí thư | Đảng ủy Trường Đại học Sông Gâm",
        "Lù Thị Pó | Hiệu trưởng | Trường Đại học Sông Gâm",
    ),
    case(
        "council of a school",
        "Ông Lù Văn Pó, Chủ tịch Hội đồng trường, đánh trống. Trường Đại học Sông Gâm khai giảng.",
        "Lù Văn Pó | Chủ tịch Hội đồng trường | Trường Đại học Sông Gâm",
    ),
    case(
        "court",
        "Tòa án nhân dân huyện Mèo Vạc xét xử. Ông Lù Văn Pó, Phó Chánh án, nghỉ phép.",
        "Lù Văn Pó | Phó Chánh án | Tòa án nhân dân huyện Mèo Vạc",
    ),
    case(
        "brigade",
        "Lữ đoàn 77 ra quân. Thượng tá Lù Văn Pó, Lữ đoàn trưởng, dặn dò chiến sĩ.",
        "Lù Văn Pó | Lữ đoàn trưởng | Lữ đoàn 77",
    ),
    case("school that is nowhere named", "Cô Lù Thị Pó, Hiệu trưởng, đánh trống."),
    case("a title of any body", "UBND huyện Mèo Vạc dự khai giảng. Cô Lù Thị Pó, Phó Chủ tịch, đánh trống."),
    case(
        "school without the word for it",
        "Cô Lù Thị Pó, Hiệu trưởng Tiểu học Nà Lòa, đánh trống.",
        "Lù Thị Pó | Hiệu trưởng | Trường Tiểu học Nà Lòa",
    ),
    case(
        "school abbreviated, without the word for it",
        "Cô Lù Thị Pó, Hiệu trưởng THCS Nà Lòa, đánh trống.",
        "Lù Thị Pó | Hiệu trưởng | Trường Trung học cơ sở Nà Lòa",
    ),
]

TOLD_BEFORE = [
    case(
        "the same office again, another one's between",
        "Ông Sùng Chúng, Viện trưởng Viện Dược liệu, mở đầu. Ông Lý Sèo Dìn, Viện trưởng Viện Cơ học, tiếp lời. Viện trưởng Sùng Chúng cảm ơn.",
        "Sùng Chúng | Viện trưởng | Viện Dược liệu",
        "Lý Sèo Dìn | Viện trưởng | Viện Cơ học",
    ),
    case(
        "minister again",
        "Bộ trưởng Bộ Nội vụ Sùng Chúng mở đầu. Bộ trưởng Bộ Y tế Lý Sèo Dìn tiếp lời. Bộ trưởng Sùng Chúng cảm ơn.",
        "Sùng Chúng | Bộ trưởng | Bộ Nội vụ",
        "Lý Sèo Dìn | Bộ trưởng | Bộ Y tế",
    ),
    case(
        "minister no longer",
        "Bộ trưởng Bộ Nội vụ Sùng Chúng mở đầu. Bộ trưởng Bộ Y tế Lý Sèo Dìn tiếp lời. Ông Sùng Chúng thôi giữ chức Bộ trưởng từ Tết.",
        "Sùng Chúng | Bộ trưởng | Bộ Nội vụ | former",
        "Lý Sèo Dìn | Bộ trưởng | Bộ Y tế",
    ),
    case(
        "the office held on",
        "Ông Lò Văn Sỏi là Giám đốc Sở Y tế tỉnh Hà Giang. Bà Tẩn Thị Mẩy là Giám đốc Sở Nội vụ tỉnh Lào Cai. Ông Lò Văn Sỏi đang giữ chức Giám đốc.",
        "Lò Văn Sỏi | Giám đốc | Sở Y tế tỉnh Hà Giang",
        "Tẩn Thị Mẩy | Giám đốc | Sở Nội vụ tỉnh Lào Cai",
    ),
    case("another word behind the title", "Ông Sùng Chúng, Bộ trưởng Nên, mở đầu."),
]

CONGRESS = [
    case(
        "of the unions of a district",
        "Đại hội Công đoàn huyện Mèo Vạc khai mạc sáng nay. Tại phiên họp thứ nhất, ông Sùng Mí Chơ được bầu làm Chủ tịch.",
        "Sùng Mí Chơ | Chủ tịch | Liên đoàn Lao động huyện Mèo Vạc",
    ),
    case(
        "of farmers",
        "Đại hội Hội Nông dân huyện Mèo Vạc khai mạc sáng nay. Ông Sùng Mí Chơ tái cử giữ chức Chủ tịch.",
        "Sùng Mí Chơ | Chủ tịch | Hội Nông dân huyện Mèo Vạc",
    ),
    case(
        "none",
        "Hội Nông dân huyện Mèo Vạc gặp mặt sáng nay. Tại phiên họp thứ nhất, ông Sùng Mí Chơ được bầu làm Chủ tịch.",
    ),
    case(
        "company where somebody is director",
        "Công ty Cổ phần Gạch Mai Lan, nơi ông Sùng Mí Chơ làm Giám đốc, vừa bốc cháy.",
        "Sùng Mí Chơ | Giám đốc | Công ty Cổ phần Gạch Mai Lan",
    ),
]

COMPLETED = [
    case(
        "staff of a union",
        "Bà Tẩn Thị Mẩy, Phó Chủ tịch LĐLĐ tỉnh Hà Giang, Trưởng Ban Nữ công, hát tặng.",
        "Tẩn Thị Mẩy | Phó Chủ tịch | Liên đoàn Lao động tỉnh Hà Giang",
        "Tẩn Thị Mẩy | Trưởng Ban | Ban Nữ công Liên đoàn Lao động tỉnh Hà Giang",
    ),
    case(
        "staff of no union",
        "Bà Tẩn Thị Mẩy, Phó Chủ tịch UBND tỉnh Hà Giang, Trưởng Ban Nữ công, hát tặng.",
        "Tẩn Thị Mẩy | Phó Chủ tịch | Ủy ban nhân dân tỉnh Hà Giang",
        "Tẩn Thị Mẩy | Trưởng Ban | Ban Nữ công",
    ),
    case(
        "party committee beside a people's committee",
        "Bà Tẩn Thị Mẩy, Phó Bí thư Đảng ủy, Chủ tịch UBND phường Cốc Lếu, hát tặng.",
        "Tẩn Thị Mẩy | Phó Bí thư | Đảng ủy phường Cốc Lếu",
        "Tẩn Thị Mẩy | Chủ tịch | Ủy ban nhân dân phường Cốc Lếu",
    ),
    case(
        "audit of the union before it",
        "Bà Tẩn Thị Mẩy, Phó Chủ tịch LĐLĐ tỉnh Hà Giang kiêm Chủ nhiệm UBKT, hát tặng.",
        "Tẩn Thị Mẩy | Phó Chủ tịch | Liên đoàn Lao động tỉnh Hà Giang",
        "Tẩn Thị Mẩy | Chủ nhiệm | Ủy ban Kiểm tra Liên đoàn Lao động tỉnh Hà Giang",
    ),
    case(
        "body over a comma in the title's brackets",
        "Bà Tẩn Thị Mẩy (Giám đốc, Sở Y tế tỉnh Hà Giang) hát tặng.",
        "Tẩn Thị Mẩy | Giám đốc | Sở Y tế tỉnh Hà Giang",
    ),
    case(
        "the longer field of the same ministry",
        "Bộ Giáo dục và Đào tạo họp báo. Thứ trưởng Bộ Giáo dục Sùng Mí Chơ chủ trì.",
        "Sùng Mí Chơ | Thứ trưởng | Bộ Giáo dục và Đào tạo",
    ),
    case(
        "office of the tax of the article's province",
        "Ông Sùng Mí Chơ, Cục trưởng Cục Thuế, gặp dân bản ở tỉnh Hà Giang.",
        "Sùng Mí Chơ | Cục trưởng | Cục Thuế tỉnh Hà Giang",
    ),
    case(
        "places in a row are not the article's",
        "LĐLĐ tỉnh Hà Giang đón khách Lâm Đồng, Đắk Nông và Bình Thuận. Ông Sùng Mí Chơ, Giám đốc Sở Y tế, kể chuyện.",
        "Sùng Mí Chơ | Giám đốc | Sở Y tế tỉnh Hà Giang",
    ),
    case(
        "island district",
        "UBND huyện đảo Cô Tô đón khách. Ông Sùng Mí Chơ, Phó Chủ tịch LĐLĐ huyện, kể chuyện.",
        "Sùng Mí Chơ | Phó Chủ tịch | Liên đoàn Lao động huyện Cô Tô",
    ),
]

VILLAGES = [
    case(
        "longest head in the title",
        "Ông Lù Văn Pó, Trưởng Ban Công tác Mặt trận thôn Nà Lòa, gõ cửa từng nhà.",
        "Lù Văn Pó | Trưởng Ban | Ban Công tác Mặt trận thôn Nà Lòa",
    ),
    case(
        "head of a village",
        "Ông Lù Văn Pó, Trưởng thôn Nà Lòa, gõ cửa từng nhà.",
        "Lù Văn Pó | Trưởng thôn | Thôn Nà Lòa",
    ),
    case(
        "head of a numbered quarter",
        "Ông Lù Văn Pó, Trưởng khu phố 6, gõ cửa từng nhà.",
        "Lù Văn Pó | Trưởng khu phố | Khu phố 6",
    ),
    case(
        "party cell",
        "Ông Lù Văn Pó, Bí thư Chi bộ bản Nà Lòa, gõ cửa từng nhà.",
        "Lù Văn Pó | Bí thư | Chi bộ bản Nà Lòa",
    ),
    case(
        "party cell of a numbered quarter",
        "Ông Lù Văn Pó, Bí thư Chi bộ khu phố 9, gõ cửa từng nhà.",
        "Lù Văn Pó | Bí thư | Chi bộ khu phố 9",
    ),
    case(
        "the article's own village",
        "Bà Lù Thị Pó, Chủ tịch Chi hội Phụ nữ thôn và ông Lò Văn Sỏi gõ cửa từng nhà.",
        "Lù Thị Pó | Chủ tịch | Chi hội Phụ nữ thôn",
    ),
    case(
        "group of households",
        "Bà Lù Thị Pó, Tổ trưởng Tổ dân phố 5, gõ cửa từng nhà.",
        "Lù Thị Pó | Tổ trưởng | Tổ dân phố 5",
    ),
    case(
        "workshop of a company",
        "Bà Lù Thị Pó, Giám đốc Xưởng 3, Công ty Cổ phần Gạch Mai Lan, gõ cửa từng nhà.",
        "Lù Thị Pó | Giám đốc | Xưởng 3 Công ty Cổ phần Gạch Mai Lan",
    ),
    case(
        "board of a bank in a district",
        "Bà Lù Thị Pó, Trưởng Ban đại diện Hội đồng quản trị NHCSXH huyện Mèo Vạc, gõ cửa từng nhà.",
        "Lù Thị Pó | Trưởng Ban | Ban đại diện Hội đồng quản trị Ngân hàng Chính sách xã hội huyện Mèo Vạc",
    ),
    case(
        "youth of a company",
        "Bà Lù Thị Pó, Bí thư Đoàn cơ sở Công ty Cổ phần Gạch Mai Lan, gõ cửa từng nhà.",
        "Lù Thị Pó | Bí thư | Đoàn cơ sở Công ty Cổ phần Gạch Mai Lan",
    ),
    case(
        "deputies of a province together with its council",
        "Bà Lù Thị Pó, Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh Hà Giang, gõ cửa từng nhà.",
        "Lù Thị Pó | Chánh Văn phòng | Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Hà Giang",
    ),
    case(
        "deputy of a station",
        "Bà Lù Thị Pó, Trạm phó Trạm Y tế xã Nà Lòa, gõ cửa từng nhà.",
        "Lù Thị Pó | Trạm phó | Trạm Y tế xã Nà Lòa",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*SEATS, *HOUSES, *KINDS])
def test_a_body_that_the_title_shows(text: str, expected: set[str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(("text", "expected"), [*TOLD_BEFORE, *CONGRESS, *COMPLETED, *VILLAGES])
def test_a_body_made_whole(text: str, expected: set[str]) -> None:
    assert roles(text) == expected
