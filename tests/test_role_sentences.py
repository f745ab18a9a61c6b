"""Roles in whole sentences of reports: several people, several bodies, and what stands between them."""

from __future__ import annotations

import pytest
from sentences import case, roles

PRESENT = [
    case(
        "guests with dashes",
        "Tới dự có đồng chí Phan Thị Thùy Linh – Ủy viên Đoàn Chủ tịch, Trưởng ban Tuyên giáo Tổng LĐLĐ Việt Nam; đồng chí Siu Trung - Phó Bí thư Thường trực Tỉnh ủy Gia Lai; lãnh đạo các sở, ban, ngành của tỉnh.",
        "Phan Thị Thùy Linh | Ủy viên Đoàn Chủ tịch | Tổng Liên đoàn Lao động Việt Nam",
        "Phan Thị Thùy Linh | Trưởng Ban | Ban Tuyên giáo Tổng Liên đoàn Lao động Việt Nam",
        "Siu Trung | Phó Bí thư Thường trực | Tỉnh ủy Gia Lai",
    ),
    case(
        "guests behind a colon, later bodies without a place",
        "Tham dự chương trình có các đồng chí: Trần Huy Tuấn - Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Yên Bái; Vũ Thị Hiền Hạnh - Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh; Đỗ Việt Bách - Chủ tịch LĐLĐ tỉnh.",
        "Trần Huy Tuấn | Phó Bí thư | Tỉnh ủy Yên Bái",
        "Trần Huy Tuấn | Chủ tịch | Ủy ban nhân dân tỉnh Yên Bái",
        "Vũ Thị Hiền Hạnh | Ủy viên Ban Thường vụ | Tỉnh ủy Yên Bái",
        "Vũ Thị Hiền Hạnh | Phó Chủ tịch | Ủy ban nhân dân tỉnh Yên Bái",
        "Đỗ Việt Bách | Chủ tịch | Liên đoàn Lao động tỉnh Yên Bái",
    ),
    case(
        "party group of the union",
        "Bà Nguyễn Thị Lài, Tỉnh ủy viên, Bí thư Đảng đoàn, Chủ tịch LĐLĐ tỉnh Quảng Bình, khẳng định vai trò của công đoàn.",
        "Nguyễn Thị Lài | Tỉnh ủy viên | Tỉnh ủy Quảng Bình",
        "Nguyễn Thị Lài | Bí thư | Đảng đoàn Liên đoàn Lao động tỉnh Quảng Bình",
        "Nguyễn Thị Lài | Chủ tịch | Liên đoàn Lao động tỉnh Quảng Bình",
    ),
    case(
        "departments abbreviated with spaces",
        "Dự có ông Hà Văn Trọng - Giám đốc Sở LĐ - TB & XH tỉnh Phú Thọ, bà Lê Thị Hằng - Giám đốc Sở VH, TT & DL tỉnh Phú Thọ.",
        "Hà Văn Trọng | Giám đốc | Sở Lao động - Thương binh và Xã hội tỉnh Phú Thọ",
        "Lê Thị Hằng | Giám đốc | Sở Văn hóa, Thể thao và Du lịch tỉnh Phú Thọ",
    ),
    case(
        "company with a place in its name",
        "Ông Võ Thụy Linh, Tổng giám đốc Công ty cổ phần BOT Đèo Cả Khánh Hòa, dự.",
        "Võ Thụy Linh | Tổng Giám đốc | Công ty Cổ phần BOT Đèo Cả Khánh Hòa",
    ),
    case(
        "school named after a person, the holder behind it",
        "Hiệu trưởng Trường THPT Hùng Vương TP.HCM Bùi Thị Nga phát biểu.",
        "Bùi Thị Nga | Hiệu trưởng | Trường Trung học phổ thông Hùng Vương Thành phố Hồ Chí Minh",
    ),
    case(
        "name in capitals",
        "Đại biểu Quốc hội HOÀNG THỊ LAN chia sẻ với cử tri.",
        "Hoàng Thị Lan | Đại biểu Quốc hội | Quốc hội",
    ),
    case(
        "one membership announced for a list",
        "Các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy: Lê Thị Thanh, Trưởng Ban Dân vận Tỉnh ủy; Hoàng Nghĩa Hiếu, Phó Chủ tịch UBND tỉnh Nghệ An cùng dự.",
        "Lê Thị Thanh | Ủy viên Ban Thường vụ | Tỉnh ủy Nghệ An",
        "Lê Thị Thanh | Trưởng Ban | Ban Dân vận Tỉnh ủy Nghệ An",
        "Hoàng Nghĩa Hiếu | Ủy viên Ban Thường vụ | Tỉnh ủy Nghệ An",
        "Hoàng Nghĩa Hiếu | Phó Chủ tịch | Ủy ban nhân dân tỉnh Nghệ An",
    ),
    case(
        "party board without its committee",
        "Dự có đồng chí Bí thư Tỉnh ủy Nghệ An Thái Văn Thành và bà Lê Thị Thanh, Trưởng Ban Dân vận Tỉnh ủy.",
        "Thái Văn Thành | Bí thư | Tỉnh ủy Nghệ An",
        "Lê Thị Thanh | Trưởng Ban | Ban Dân vận Tỉnh ủy Nghệ An",
    ),
    case(
        "abbreviated titles",
        "Đ/c Lương Thị Vân – PCT LĐLĐ tỉnh Nghệ An; đ/c Kha Văn Tám – HUV, CT LĐLĐ huyện Con Cuông dự.",
        "Lương Thị Vân | Phó Chủ tịch | Liên đoàn Lao động tỉnh Nghệ An",
        "Kha Văn Tám | Huyện ủy viên | Huyện ủy Con Cuông",
        "Kha Văn Tám | Chủ tịch | Liên đoàn Lao động huyện Con Cuông",
    ),
    case(
        "both are",
        "Ông Nguyễn Đình Khang và bà Thái Thị Bích đều là Phó Chủ tịch LĐLĐ tỉnh Hà Tĩnh.",
        "Nguyễn Đình Khang | Phó Chủ tịch | Liên đoàn Lao động tỉnh Hà Tĩnh",
        "Thái Thị Bích | Phó Chủ tịch | Liên đoàn Lao động tỉnh Hà Tĩnh",
    ),
    case(
        "office before the subject",
        "Với cương vị Chủ tịch CĐCS Trường Mầm non Hoa Sen, chị Lý Thị Tươi luôn gương mẫu.",
        "Lý Thị Tươi | Chủ tịch | Công đoàn cơ sở Trường Mầm non Hoa Sen",
    ),
    case(
        "là before the subject",
        "Là Chủ tịch Công đoàn Công ty Cổ phần Gạch Đông Triều, anh Bùi Duy Tân hiểu rõ công nhân.",
        "Bùi Duy Tân | Chủ tịch | Công đoàn Công ty Cổ phần Gạch Đông Triều",
    ),
    case(
        "a body that the lexicon does not know",
        "Ông Phan Văn Giang, Ủy viên Bộ Chính trị, Phó Bí thư Quân ủy Trung ương, Bộ trưởng Bộ Quốc phòng dự lễ.",
        "Phan Văn Giang | Ủy viên Bộ Chính trị | Bộ Chính trị",
        "Phan Văn Giang | Phó Bí thư | Quân ủy Trung ương",
        "Phan Văn Giang | Bộ trưởng | Bộ Quốc phòng",
    ),
    case(
        "company in brackets with its place",
        "Anh Nguyễn Văn Thuận (Chủ tịch CĐCS Công ty CP Giấy An Hòa, huyện Sơn Dương, tỉnh Tuyên Quang) vui mừng.",
        "Nguyễn Văn Thuận | Chủ tịch | Công đoàn cơ sở Công ty Cổ phần Giấy An Hòa",
    ),
    case(
        "union of a ministry",
        "Ông Trần Quang Huy - Chủ tịch Công đoàn Bộ Nông nghiệp và Phát triển nông thôn dự.",
        "Trần Quang Huy | Chủ tịch | Công đoàn Bộ Nông nghiệp và Phát triển nông thôn",
    ),
    case(
        "hyphened industry",
        "Đồng chí Nguyễn Công Vinh - Phó Chủ tịch Công đoàn Than - Khoáng sản Việt Nam dự.",
        "Nguyễn Công Vinh | Phó Chủ tịch | Công đoàn Than - Khoáng sản Việt Nam",
    ),
    case(
        "fishers' union",
        "Ông Lê Văn Biển, Chủ tịch Nghiệp đoàn nghề cá xã Tam Quang, mong thuyền viên bám biển.",
        "Lê Văn Biển | Chủ tịch | Nghiệp đoàn nghề cá xã Tam Quang",
    ),
    case(
        "ward",
        "Ông Vi Văn Liêm, Chủ tịch UBND phường Hồng Gai, thành phố Hạ Long, dự.",
        "Vi Văn Liêm | Chủ tịch | Ủy ban nhân dân phường Hồng Gai",
    ),
    case(
        "numbered district",
        "Chủ tịch UBND quận 12 Lê Trần Hoài Thương cho biết sẽ sớm sửa đường.",
        "Lê Trần Hoài Thương | Chủ tịch | Ủy ban nhân dân quận 12",
    ),
    case(
        "city in one word",
        "Bà Lê Thị Na, Chủ tịch LĐLĐ TPHCM, dự.",
        "Lê Thị Na | Chủ tịch | Liên đoàn Lao động Thành phố Hồ Chí Minh",
    ),
    case(
        "city with a full stop",
        "Bà Lê Thị Na, Chủ tịch LĐLĐ TP.HCM, dự.",
        "Lê Thị Na | Chủ tịch | Liên đoàn Lao động Thành phố Hồ Chí Minh",
    ),
    case(
        "directorate of a ministry",
        "Ông Vi Văn Liêm, Vụ trưởng Vụ Giáo dục Tiểu học (Bộ Giáo dục và Đào tạo), dự.",
        "Vi Văn Liêm | Vụ trưởng | Vụ Giáo dục Tiểu học Bộ Giáo dục và Đào tạo",
    ),
    case(
        "newspaper",
        "Ông Vi Văn Liêm, Tổng Biên tập Báo Nghệ An, dự.",
        "Vi Văn Liêm | Tổng Biên tập | Báo Nghệ An",
    ),
    case(
        "school named after a person",
        "Bà Cao Thị Hoa, Hiệu trưởng Trường THCS Nguyễn Văn Trỗi, thành phố Lai Châu, dự.",
        "Cao Thị Hoa | Hiệu trưởng | Trường Trung học cơ sở Nguyễn Văn Trỗi",
    ),
    case(
        "union of a school named after a person",
        "Bà Cao Thị Hoa, Chủ tịch Công đoàn Trường THPT Lê Văn Tám, dự.",
        "Cao Thị Hoa | Chủ tịch | Công đoàn Trường Trung học phổ thông Lê Văn Tám",
    ),
    case(
        "company of two given names",
        "Ông Đặng Hồng Sơn, Giám đốc Công ty TNHH Minh Anh, dự.",
        "Đặng Hồng Sơn | Giám đốc | Công ty Trách nhiệm hữu hạn Minh Anh",
    ),
    case(
        "called Nguyên, before a comma",
        "Ông Phạm Văn Nguyên, Giám đốc Sở Tư pháp tỉnh Thái Bình, phát biểu.",
        "Phạm Văn Nguyên | Giám đốc | Sở Tư pháp tỉnh Thái Bình",
    ),
    case(
        "called Cựu",
        "Ông Hoàng Văn Cựu, Chủ tịch UBND huyện Ba Chẽ, dự.",
        "Hoàng Văn Cựu | Chủ tịch | Ủy ban nhân dân huyện Ba Chẽ",
    ),
    case(
        "birth and home in brackets",
        "Ông Lê Văn Tý (sinh năm 1970, quê Thanh Hóa) là Giám đốc Sở Y tế tỉnh Nghệ An.",
        "Lê Văn Tý | Giám đốc | Sở Y tế tỉnh Nghệ An",
    ),
    case(
        "an order of one office to another",
        "Chủ tịch UBND tỉnh Nghệ An giao Giám đốc Sở Y tế Lê Văn Tý báo cáo.",
        "Lê Văn Tý | Giám đốc | Sở Y tế tỉnh Nghệ An",
    ),
    case("an order to somebody", "Chủ tịch UBND tỉnh Nghệ An giao ông Lê Văn Tý chủ trì."),
    case("wife of an office holder", "Bà Hà Thị Lan, vợ Chủ tịch UBND huyện Quế Phong, dự."),
    case("officer without a role", "Bà Hà Thị Lan, cán bộ LĐLĐ huyện Quế Phong, dự."),
]

CHANGE = [
    case(
        "appointed by an office",
        "Ông Lê Văn Tý được Chủ tịch UBND tỉnh Nghệ An bổ nhiệm làm Giám đốc Sở Y tế tỉnh Nghệ An.",
        "Lê Văn Tý | Giám đốc | Sở Y tế tỉnh Nghệ An",
    ),
    case(
        "elected by a body",
        "Ông Lê Minh Khánh được Ban Chấp hành LĐLĐ thành phố Đà Nẵng khóa XVII bầu làm Phó Chủ tịch.",
        "Lê Minh Khánh | Phó Chủ tịch | Liên đoàn Lao động thành phố Đà Nẵng",
    ),
    case(
        "elected, with a successor's predecessor",
        "HĐND tỉnh Sóc Trăng bầu ông Lâm Hoàng Nghiệp giữ chức vụ Phó Chủ tịch UBND tỉnh, thay ông Ngô Hùng đã chuyển công tác.",
        "Lâm Hoàng Nghiệp | Phó Chủ tịch | Ủy ban nhân dân tỉnh Sóc Trăng",
        "Ngô Hùng | Phó Chủ tịch | Ủy ban nhân dân tỉnh Sóc Trăng | former",
    ),
    case(
        "entrusted",
        "Đại hội đã bầu Ban Chấp hành gồm 15 đồng chí; đồng chí Sùng Thị Mỷ được tín nhiệm bầu giữ chức Chủ tịch LĐLĐ huyện Mèo Vạc nhiệm kỳ 2023-2028.",
        "Sùng Thị Mỷ | Chủ tịch | Liên đoàn Lao động huyện Mèo Vạc",
    ),
    case(
        "moved by the party",
        "Ban Thường vụ Tỉnh ủy Bình Thuận công bố quyết định điều động, phân công ông Mai Kiều, Giám đốc Sở Nông nghiệp và Phát triển nông thôn, giữ chức Bí thư Huyện ủy Hàm Tân.",
        "Mai Kiều | Giám đốc | Sở Nông nghiệp và Phát triển nông thôn tỉnh Bình Thuận | former",
        "Mai Kiều | Bí thư | Huyện ủy Hàm Tân",
    ),
    case(
        "promoted",
        "Sở bổ nhiệm ông Hà Sỹ Huân, Phó Trưởng phòng Tổ chức, giữ chức Trưởng phòng Tổ chức Sở Nội vụ tỉnh Thái Nguyên.",
        "Hà Sỹ Huân | Phó Trưởng Phòng | Phòng Tổ chức Sở Nội vụ tỉnh Thái Nguyên | former",
        "Hà Sỹ Huân | Trưởng Phòng | Phòng Tổ chức Sở Nội vụ tỉnh Thái Nguyên",
    ),
    case(
        "allowed to leave",
        "Ban Thường vụ Thành ủy Huế quyết định cho ông Hoàng Hải Minh thôi giữ chức Chủ tịch UBND thành phố Huế để nghỉ hưu.",
        "Hoàng Hải Minh | Chủ tịch | Ủy ban nhân dân thành phố Huế | former",
    ),
    case(
        "no longer",
        "Bà Hà Thị Lan không còn là Chủ tịch LĐLĐ huyện Quế Phong.",
        "Hà Thị Lan | Chủ tịch | Liên đoàn Lao động huyện Quế Phong | former",
    ),
    case(
        "retired after years in office",
        "Sau 5 năm làm Bí thư Huyện ủy Quế Phong, bà Hà Thị Lan nghỉ hưu.",
        "Hà Thị Lan | Bí thư | Huyện ủy Quế Phong | former",
    ),
    case(
        "before the present office",
        "Trước khi làm Chủ tịch UBND tỉnh Nghệ An, ông Lê Văn Tý là Giám đốc Sở Y tế tỉnh Nghệ An.",
        "Lê Văn Tý | Chủ tịch | Ủy ban nhân dân tỉnh Nghệ An",
        "Lê Văn Tý | Giám đốc | Sở Y tế tỉnh Nghệ An | former",
    ),
    case(
        "two former offices",
        "Ông Đặng Ngọc Tùng - nguyên Ủy viên Trung ương Đảng, nguyên Chủ tịch Tổng LĐLĐ Việt Nam chia sẻ.",
        "Đặng Ngọc Tùng | Ủy viên Trung ương Đảng | Ban Chấp hành Trung ương Đảng | former",
        "Đặng Ngọc Tùng | Chủ tịch | Tổng Liên đoàn Lao động Việt Nam | former",
    ),
]


SEVERAL_PEOPLE = [
    case(
        "two subjects of one verb",
        "Buổi lễ khép lại, bà Tẩn Thị Mẩy và ông Phàn Văn Quẩy được bầu làm Phó Chủ tịch HĐND huyện Mèo Vạc.",
        "Tẩn Thị Mẩy | Phó Chủ tịch | Hội đồng nhân dân huyện Mèo Vạc",
        "Phàn Văn Quẩy | Phó Chủ tịch | Hội đồng nhân dân huyện Mèo Vạc",
    ),
    case(
        "one of two people",
        "Bà Tẩn Thị Mẩy gặp ông Phàn Văn Quẩy được bầu làm Phó Chủ tịch HĐND huyện Mèo Vạc.",
        "Phàn Văn Quẩy | Phó Chủ tịch | Hội đồng nhân dân huyện Mèo Vạc",
    ),
    case(
        "an item of two guests",
        "Khách mời có ông Vàng A Páo, Bí thư Huyện ủy Mèo Vạc; Tẩn Thị Mẩy, Phàn Văn Quẩy - Phó Chủ tịch UBND huyện Mèo Vạc.",
        "Vàng A Páo | Bí thư | Huyện ủy Mèo Vạc",
        "Tẩn Thị Mẩy | Phó Chủ tịch | Ủy ban nhân dân huyện Mèo Vạc",
        "Phàn Văn Quẩy | Phó Chủ tịch | Ủy ban nhân dân huyện Mèo Vạc",
    ),
    case(
        "a guest without a role, and one with it",
        "Khách mời có ông Vàng A Páo, Bí thư Huyện ủy Mèo Vạc; Tẩn Thị Mẩy, Phàn Văn Quẩy, Phó Chủ tịch UBND huyện Mèo Vạc.",
        "Vàng A Páo | Bí thư | Huyện ủy Mèo Vạc",
        "Phàn Văn Quẩy | Phó Chủ tịch | Ủy ban nhân dân huyện Mèo Vạc",
    ),
    case(
        "brackets behind the first of two",
        "Các đồng chí: Tẩn Thị Mẩy (áo xanh), Phàn Văn Quẩy - Phó Chủ tịch UBND huyện Mèo Vạc hát tặng.",
        "Tẩn Thị Mẩy | Phó Chủ tịch | Ủy ban nhân dân huyện Mèo Vạc",
        "Phàn Văn Quẩy | Phó Chủ tịch | Ủy ban nhân dân huyện Mèo Vạc",
    ),
    case(
        "an item of the outer list",
        "Khách mời có các đồng chí Phó Bí thư Huyện ủy Mèo Vạc: Tẩn Thị Mẩy, Phàn Văn Quẩy; đồng chí Vàng A Páo, nguyên Chủ tịch LĐLĐ huyện Mèo Vạc.",
        "Tẩn Thị Mẩy | Phó Bí thư | Huyện ủy Mèo Vạc",
        "Phàn Văn Quẩy | Phó Bí thư | Huyện ủy Mèo Vạc",
        "Vàng A Páo | Chủ tịch | Liên đoàn Lao động huyện Mèo Vạc | former",
    ),
    case("wife", "Vợ ông Lò Văn Sỏi là Phó Chủ tịch HĐND huyện Mèo Vạc."),
    case("brother", "Em trai của bà Lò Thị Sỏi được bổ nhiệm làm Giám đốc Sở Y tế tỉnh Hà Giang."),
    case("secretary of somebody", "Thư ký của ông Lò Văn Sỏi làm Phó Chủ tịch LĐLĐ huyện Mèo Vạc."),
    case(
        "no kin",
        "Đoàn viên ông Lò Văn Sỏi là Phó Chủ tịch HĐND huyện Mèo Vạc.",
        "Lò Văn Sỏi | Phó Chủ tịch | Hội đồng nhân dân huyện Mèo Vạc",
    ),
    case(
        "father in brackets",
        "Ông Sùng Mí Chơ (con ông Lò Văn Sỏi) là Chủ tịch LĐLĐ huyện Mèo Vạc.",
        "Sùng Mí Chơ | Chủ tịch | Liên đoàn Lao động huyện Mèo Vạc",
    ),
    case(
        "by order of an office",
        "Thừa lệnh Chủ tịch nước, Phó Thủ tướng Lò Văn Sỏi trao thư.",
        "Lò Văn Sỏi | Phó Thủ tướng | Chính phủ",
    ),
    case(
        "a short name in brackets",
        "Giám đốc Sở Y tế tỉnh Hà Giang (SYT) Sùng Mí Chơ chào khách.",
        "Sùng Mí Chơ | Giám đốc | Sở Y tế tỉnh Hà Giang",
    ),
    case("a word in brackets", "Giám đốc Sở Y tế tỉnh Hà Giang (mới) Sùng Mí Chơ chào khách."),
    case(
        "degree of a physician before the name",
        "Giám đốc Sở Y tế tỉnh Hà Giang BS.CKII Sùng Mí Chơ chào khách.",
        "Sùng Mí Chơ | Giám đốc | Sở Y tế tỉnh Hà Giang",
    ),
    case(
        "small words that end the name of an office",
        "Ông Sùng Mí Chơ, Chỉ huy trưởng công trường, Phó Giám đốc Công ty Cổ phần Gạch Mai Lan, chào khách.",
        "Sùng Mí Chơ | Chỉ huy trưởng | Công ty Cổ phần Gạch Mai Lan",
        "Sùng Mí Chơ | Phó Giám đốc | Công ty Cổ phần Gạch Mai Lan",
    ),
    case(
        "what somebody is in charge of",
        "Ông Sùng Mí Chơ, Phó Hiệu trưởng phụ trách đào tạo Trường Tiểu học Nà Lòa, chào khách.",
        "Sùng Mí Chơ | Phó Hiệu trưởng | Trường Tiểu học Nà Lòa",
    ),
    case(
        "in charge",
        "Ông Sùng Mí Chơ, Phó Hiệu trưởng phụ trách Trường Tiểu học Nà Lòa, chào khách.",
        "Sùng Mí Chơ | Phó Hiệu trưởng phụ trách | Trường Tiểu học Nà Lòa",
    ),
    case(
        "the same audit twice",
        "Khách mời có ông Lò Văn Sỏi, Chủ nhiệm UBKT, và bà Tẩn Thị Mẩy, Phó Chủ nhiệm UBKT LĐLĐ tỉnh Hà Giang.",
        "Lò Văn Sỏi | Chủ nhiệm | Ủy ban Kiểm tra Liên đoàn Lao động tỉnh Hà Giang",
        "Tẩn Thị Mẩy | Phó Chủ nhiệm | Ủy ban Kiểm tra Liên đoàn Lao động tỉnh Hà Giang",
    ),
]

COMMITTEES = [
    case(
        "elected into a committee",
        "Ông Lò Văn Sỏi, Chủ tịch LĐLĐ huyện Mèo Vạc, vỗ tay. Đại hội bầu ông Sùng Mí Chơ vào Ban Chấp hành LĐLĐ tỉnh Hà Giang.",
        "Lò Văn Sỏi | Chủ tịch | Liên đoàn Lao động huyện Mèo Vạc",
        "Sùng Mí Chơ | Ủy viên Ban Chấp hành | Liên đoàn Lao động tỉnh Hà Giang",
    ),
    case(
        "two committees",
        "Ông Lò Văn Sỏi, Chủ tịch LĐLĐ huyện Mèo Vạc, chỉ định bà Sùng Thị Chơ tham gia Ban Chấp hành, Ban Thường vụ LĐLĐ huyện Mèo Vạc.",
        "Lò Văn Sỏi | Chủ tịch | Liên đoàn Lao động huyện Mèo Vạc",
        "Sùng Thị Chơ | Ủy viên Ban Chấp hành | Liên đoàn Lao động huyện Mèo Vạc",
        "Sùng Thị Chơ | Ủy viên Ban Thường vụ | Liên đoàn Lao động huyện Mèo Vạc",
    ),
    case(
        "committee of the body of the last role",
        "Ông Lò Văn Sỏi là Chủ tịch LĐLĐ huyện Mèo Vạc. Hội nghị bầu ông Sùng Mí Chơ vào Ban Chấp hành.",
        "Lò Văn Sỏi | Chủ tịch | Liên đoàn Lao động huyện Mèo Vạc",
        "Sùng Mí Chơ | Ủy viên Ban Chấp hành | Liên đoàn Lao động huyện Mèo Vạc",
    ),
    case(
        "committee of no body",
        "Ông Lò Văn Sỏi, Giám đốc bệnh viện, vỗ tay. Hội nghị bầu ông Sùng Mí Chơ vào Ban Chấp hành.",
    ),
    case(
        "working with a committee",
        "Ông Lò Văn Sỏi, Chủ tịch LĐLĐ huyện Mèo Vạc, vỗ tay. Ông Sùng Mí Chơ làm việc với Ban Chấp hành LĐLĐ tỉnh Hà Giang.",
        "Lò Văn Sỏi | Chủ tịch | Liên đoàn Lao động huyện Mèo Vạc",
    ),
    case(
        "going to a committee",
        "Ông Lò Văn Sỏi, Chủ tịch LĐLĐ huyện Mèo Vạc, vỗ tay. Ông Sùng Mí Chơ góp ý vào Ban Chấp hành LĐLĐ tỉnh Hà Giang.",
        "Lò Văn Sỏi | Chủ tịch | Liên đoàn Lao động huyện Mèo Vạc",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*PRESENT, *CHANGE, *SEVERAL_PEOPLE, *COMMITTEES])
def test_roles(text: str, expected: set[str]) -> None:
    assert roles(text) == expected
