"""Who gives which honour to whom: verbs, awarders, recipients, and whether it happened."""

from __future__ import annotations

import pytest
from sentences import awards, case

ACTIVE = [
    case(
        "two groups",
        "LĐLĐ tỉnh Kon Tum tặng Bằng khen cho 15 tập thể và 35 cá nhân.",
        "Liên đoàn Lao động tỉnh Kon Tum | Bằng khen | 15 tập thể",
        "Liên đoàn Lao động tỉnh Kon Tum | Bằng khen | 35 cá nhân",
    ),
    case(
        "comma between groups",
        "UBND huyện Ba Tri đã trao tặng Giấy khen cho 1 tập thể, 3 cá nhân.",
        "Ủy ban nhân dân huyện Ba Tri | Giấy khen | 1 tập thể",
        "Ủy ban nhân dân huyện Ba Tri | Giấy khen | 3 cá nhân",
    ),
    case(
        "two clauses",
        "LĐLĐ tỉnh Hòa Bình tặng Cờ thi đua cho 4 đơn vị; tặng Bằng khen cho 22 cá nhân.",
        "Liên đoàn Lao động tỉnh Hòa Bình | Cờ thi đua | 4 đơn vị",
        "Liên đoàn Lao động tỉnh Hòa Bình | Bằng khen | 22 cá nhân",
    ),
    case(
        "elliptic clause",
        "Tổng LĐLĐ Việt Nam tặng Cờ thi đua cho 2 đơn vị, Bằng khen cho 7 tập thể và 9 cá nhân.",
        "Tổng Liên đoàn Lao động Việt Nam | Cờ thi đua | 2 đơn vị",
        "Tổng Liên đoàn Lao động Việt Nam | Bằng khen | 7 tập thể",
        "Tổng Liên đoàn Lao động Việt Nam | Bằng khen | 9 cá nhân",
    ),
    case(
        "new awarder in the middle",
        "UBND tỉnh Phú Yên tặng Bằng khen cho 5 tập thể; Công đoàn Y tế tỉnh Phú Yên tặng Giấy khen cho 18 cá nhân.",
        "Ủy ban nhân dân tỉnh Phú Yên | Bằng khen | 5 tập thể",
        "Công đoàn Y tế tỉnh Phú Yên | Giấy khen | 18 cá nhân",
    ),
    case(
        "number words",
        "Huyện ủy Sông Hinh tặng Giấy khen cho hai tập thể và mười cá nhân.",
        "Huyện ủy Sông Hinh | Giấy khen | 2 tập thể",
        "Huyện ủy Sông Hinh | Giấy khen | 10 cá nhân",
    ),
    case(
        "more than, thousands",
        "LĐLĐ thành phố Hải Phòng tặng Giấy khen cho trên 1.250 đoàn viên.",
        "Liên đoàn Lao động thành phố Hải Phòng | Giấy khen | 1250 đoàn viên",
    ),
    case(
        "one group of two kinds",
        "LĐLĐ tỉnh Nam Định khen thưởng, tặng Bằng khen cho 48 lượt cá nhân, tập thể.",
        "Liên đoàn Lao động tỉnh Nam Định | Bằng khen | 48 lượt cá nhân, tập thể",
    ),
    case(
        "a named person",
        "UBND tỉnh Lai Châu tặng Bằng khen cho anh Lò Văn Pâng.",
        "Ủy ban nhân dân tỉnh Lai Châu | Bằng khen | Lò Văn Pâng",
    ),
    case(
        "two named people",
        "Chủ tịch UBND tỉnh Bình Phước tặng Bằng khen cho bà Điểu Thị Xia và ông Lâm Văn Hùng.",
        "Ủy ban nhân dân tỉnh Bình Phước | Bằng khen | Điểu Thị Xia",
        "Ủy ban nhân dân tỉnh Bình Phước | Bằng khen | Lâm Văn Hùng",
    ),
    case(
        "a named body",
        "Tổng LĐLĐ Việt Nam trao Cờ thi đua cho LĐLĐ huyện Lấp Vò.",
        "Tổng Liên đoàn Lao động Việt Nam | Cờ thi đua | Liên đoàn Lao động huyện Lấp Vò",
    ),
    case(
        "a named company",
        "Bộ Công Thương tặng Bằng khen cho Công ty Cổ phần Than Vàng Danh.",
        "Bộ Công Thương | Bằng khen | Công ty Cổ phần Than Vàng Danh",
    ),
    case(
        "conferred after death",
        "Chủ tịch nước truy tặng Huân chương Dũng cảm cho anh Vàng A Lử.",
        "Chủ tịch nước | Huân chương Dũng cảm | Vàng A Lử",
    ),
    case(
        "a title",
        "UBND tỉnh Gia Lai công nhận danh hiệu Chiến sĩ thi đua cấp tỉnh cho 6 cá nhân.",
        "Ủy ban nhân dân tỉnh Gia Lai | Chiến sĩ thi đua cấp tỉnh | 6 cá nhân",
    ),
    case(
        "recipients before the honour",
        "Tỉnh đoàn Quảng Nam tuyên dương và tặng 12 cá nhân Bằng khen.",
        "Tỉnh đoàn Quảng Nam | Bằng khen | 12 cá nhân",
    ),
]

PASSIVE = [
    case(
        "awarder between",
        "Có 3 tập thể được LĐLĐ tỉnh Cao Bằng tặng Cờ thi đua.",
        "Liên đoàn Lao động tỉnh Cao Bằng | Cờ thi đua | 3 tập thể",
    ),
    case(
        "two groups",
        "17 tập thể, 27 cá nhân được LĐLĐ tỉnh Sơn La tặng Bằng khen.",
        "Liên đoàn Lao động tỉnh Sơn La | Bằng khen | 17 tập thể",
        "Liên đoàn Lao động tỉnh Sơn La | Bằng khen | 27 cá nhân",
    ),
    case(
        "two clauses",
        "Có 01 tập thể được Tổng LĐLĐ Việt Nam tặng Cờ thi đua; có 6 cá nhân được UBND tỉnh Bắc Giang tặng Bằng khen.",
        "Tổng Liên đoàn Lao động Việt Nam | Cờ thi đua | 1 tập thể",
        "Ủy ban nhân dân tỉnh Bắc Giang | Bằng khen | 6 cá nhân",
    ),
    case(
        "no awarder",
        "Tại hội nghị, 9 cá nhân được tặng Giấy khen.",
        "- | Giấy khen | 9 cá nhân",
    ),
    case(
        "person, awarder behind của",
        "Chị Mùa Thị Dở vinh dự được nhận Bằng khen của Bộ Y tế.",
        "Bộ Y tế | Bằng khen | Mùa Thị Dở",
    ),
    case(
        "body, awarder behind của",
        "Công ty Cổ phần Chè Mộc Châu đón nhận Huân chương Lao động hạng Nhì của Chủ tịch nước.",
        "Chủ tịch nước | Huân chương Lao động hạng Nhì | Công ty Cổ phần Chè Mộc Châu",
    ),
    case(
        "title reached",
        "Năm 2022, có 14 đồng chí đạt danh hiệu Chiến sĩ thi đua cơ sở.",
        "- | Chiến sĩ thi đua cơ sở | 14 đồng chí",
    ),
    case(
        "title recognised",
        "11 công đoàn cơ sở được công nhận Công đoàn cơ sở vững mạnh xuất sắc.",
        "- | Công đoàn cơ sở vững mạnh xuất sắc | 11 công đoàn cơ sở",
    ),
    case(
        "grades",
        "Trường THPT Chu Văn An được Chủ tịch nước tặng Huân chương Lao động hạng Nhất, Nhì, Ba.",
        "Chủ tịch nước | Huân chương Lao động hạng Nhất | Trường Trung học phổ thông Chu Văn An",
        "Chủ tịch nước | Huân chương Lao động hạng Nhì | Trường Trung học phổ thông Chu Văn An",
        "Chủ tịch nước | Huân chương Lao động hạng Ba | Trường Trung học phổ thông Chu Văn An",
    ),
    case(
        "pronoun",
        "Ông Hờ A Dình là công nhân cầu đường. Năm 2019, ông được Thủ tướng Chính phủ tặng Bằng khen.",
        "Chính phủ | Bằng khen | Hờ A Dình",
    ),
    case(
        "given name",
        "Anh Trịnh Xuân Bách là thợ điện bậc 7. Năm 2020, anh Bách được Tổng LĐLĐ Việt Nam trao Bằng Lao động sáng tạo.",
        "Tổng Liên đoàn Lao động Việt Nam | Bằng Lao động sáng tạo | Trịnh Xuân Bách",
    ),
    case(
        "named people",
        "Ông Lý Seo Chúng và bà Thào Thị Say được UBND tỉnh Hà Giang tặng Bằng khen.",
        "Ủy ban nhân dân tỉnh Hà Giang | Bằng khen | Lý Seo Chúng",
        "Ủy ban nhân dân tỉnh Hà Giang | Bằng khen | Thào Thị Say",
    ),
]

AWARDER = [
    case(
        "của before the recipients",
        "Ông Bùi Đức Nam trao Bằng khen của UBND tỉnh Hà Nam cho 8 cá nhân.",
        "Ủy ban nhân dân tỉnh Hà Nam | Bằng khen | 8 cá nhân",
    ),
    case(
        "office stands for its body",
        "Chủ tịch UBND tỉnh Tây Ninh tặng Bằng khen cho 10 tập thể.",
        "Ủy ban nhân dân tỉnh Tây Ninh | Bằng khen | 10 tập thể",
    ),
    case(
        "minister",
        "2 cá nhân được Bộ trưởng Bộ Giáo dục và Đào tạo tặng Bằng khen.",
        "Bộ Giáo dục và Đào tạo | Bằng khen | 2 cá nhân",
    ),
    case(
        "prime minister",
        "LĐLĐ thị xã Giá Rai được nhận Cờ thi đua của Thủ tướng Chính phủ.",
        "Chính phủ | Cờ thi đua | Liên đoàn Lao động thị xã Giá Rai",
    ),
    case(
        "president",
        "Chủ tịch nước tặng Huân chương Lao động hạng Ba cho 4 cá nhân.",
        "Chủ tịch nước | Huân chương Lao động hạng Ba | 4 cá nhân",
    ),
    case(
        "presenter, authorised",
        "Thừa ủy quyền của Chủ tịch nước, bà Phan Thị Dịu trao Huân chương Lao động hạng Ba cho Trường THPT Lê Lợi.",
        "Chủ tịch nước | Huân chương Lao động hạng Ba | Trường Trung học phổ thông Lê Lợi",
    ),
    case(
        "presenter on behalf",
        "Thay mặt LĐLĐ tỉnh Long An, ông Ngô Tùng Sơn trao Bằng khen cho 16 tập thể.",
        "Liên đoàn Lao động tỉnh Long An | Bằng khen | 16 tập thể",
    ),
    case(
        "organ speaks for its body",
        "Ban Thường vụ LĐLĐ tỉnh Trà Vinh tặng Bằng khen cho 21 cá nhân.",
        "Liên đoàn Lao động tỉnh Trà Vinh | Bằng khen | 21 cá nhân",
    ),
    case(
        "union behind the honour, without của",
        "97 tập thể, 305 cá nhân nhận Bằng khen LĐLĐ tỉnh Đắk Nông.",
        "Liên đoàn Lao động tỉnh Đắk Nông | Bằng khen | 97 tập thể",
        "Liên đoàn Lao động tỉnh Đắk Nông | Bằng khen | 305 cá nhân",
    ),
    case(
        "commended badge",
        "Dịp này, Công đoàn Viên chức tỉnh Cà Mau trao Kỷ niệm chương “Vì sự nghiệp xây dựng tổ chức Công đoàn” cho 5 đồng chí.",
        "Công đoàn Viên chức tỉnh Cà Mau | Kỷ niệm chương Vì sự nghiệp xây dựng tổ chức Công đoàn | 5 đồng chí",
    ),
    case(
        "leaders of a place",
        "Lãnh đạo quận Ba Đình trao Giấy khen cho 4 hộ gia đình.",
        "Ủy ban nhân dân quận Ba Đình | Giấy khen | 4 hộ gia đình",
    ),
    case(
        "place before its verb",
        "Huyện Mèo Vạc đã tặng Giấy khen cho 4 tập thể.",
        "Ủy ban nhân dân huyện Mèo Vạc | Giấy khen | 4 tập thể",
    ),
    case(
        "place that organises",
        "Phường Cốc Lếu tổ chức trao Giấy khen cho 5 hộ gia đình.",
        "Ủy ban nhân dân phường Cốc Lếu | Giấy khen | 5 hộ gia đình",
    ),
    case(
        "place behind the honour",
        "4 tập thể nhận Bằng khen của tỉnh Hà Giang.",
        "Ủy ban nhân dân tỉnh Hà Giang | Bằng khen | 4 tập thể",
    ),
    case(
        "place between",
        "6 cá nhân được tỉnh Hà Giang tặng Bằng khen.",
        "Ủy ban nhân dân tỉnh Hà Giang | Bằng khen | 6 cá nhân",
    ),
    case(
        "where it happened",
        "Tại huyện Mèo Vạc, LĐLĐ tỉnh Hà Giang tặng Bằng khen cho 4 tập thể.",
        "Liên đoàn Lao động tỉnh Hà Giang | Bằng khen | 4 tập thể",
    ),
    case(
        "where somebody lives",
        "Bà Tẩn Thị Mẩy ở huyện Mèo Vạc được tặng Bằng khen.",
        "- | Bằng khen | Tẩn Thị Mẩy",
    ),
    case(
        "whom somebody stands for",
        "Ông Lò Văn Sỏi đại diện tỉnh Hà Giang nhận Bằng khen.",
        "- | Bằng khen | Lò Văn Sỏi",
    ),
    case(
        "the article's one minister",
        "Bộ trưởng Bộ Y tế Lý Sèo Dìn ghé thăm. 4 bác sĩ nhận Bằng khen của Bộ trưởng.",
        "Bộ Y tế | Bằng khen | 4 bác sĩ",
    ),
    case(
        "one of two ministers",
        "Bộ Y tế và Bộ Nội vụ phối hợp. 4 bác sĩ nhận Bằng khen của Bộ trưởng.",
        "- | Bằng khen | 4 bác sĩ",
    ),
    case(
        "on behalf of the last of two",
        "Thay mặt Đảng, Nhà nước, ông Lý Sèo Dìn trao Huân chương Lao động hạng Ba cho 2 cá nhân.",
        "Nhà nước | Huân chương Lao động hạng Ba | 2 cá nhân",
    ),
    case(
        "by order of",
        "Thừa lệnh Chủ tịch nước, ông Lý Sèo Dìn trao Huân chương Lao động hạng Ba cho 2 cá nhân.",
        "Chủ tịch nước | Huân chương Lao động hạng Ba | 2 cá nhân",
    ),
    case(
        "badge of years in the party",
        "Huyện ủy Mèo Vạc trao Huy hiệu 55 năm cho ông Lò Văn Sỏi, Huy hiệu 30 năm tuổi Đảng cho bà Tẩn Thị Mẩy.",
        "Huyện ủy Mèo Vạc | Huy hiệu 55 năm tuổi Đảng | Lò Văn Sỏi",
        "Huyện ủy Mèo Vạc | Huy hiệu 30 năm tuổi Đảng | Tẩn Thị Mẩy",
    ),
]

STATUS = [
    case(
        "proposed, passive",
        "Có 03 tập thể, 05 cá nhân được đề nghị Tổng LĐLĐ Việt Nam tặng Bằng khen.",
        "Tổng Liên đoàn Lao động Việt Nam | Bằng khen | 3 tập thể | proposed",
        "Tổng Liên đoàn Lao động Việt Nam | Bằng khen | 5 cá nhân | proposed",
    ),
    case(
        "proposed, active",
        "LĐLĐ tỉnh Hưng Yên đề nghị UBND tỉnh Hưng Yên tặng Bằng khen cho 6 cá nhân.",
        "Ủy ban nhân dân tỉnh Hưng Yên | Bằng khen | 6 cá nhân | proposed",
    ),
    case(
        "considered",
        "Hội đồng họp xét tặng danh hiệu Nhà giáo Ưu tú cho 12 cá nhân.",
        "- | Nhà giáo Ưu tú | 12 cá nhân | proposed",
    ),
    case(
        "planned",
        "Dự kiến tháng 5/2024, LĐLĐ tỉnh Bến Tre tặng Bằng khen cho 40 đoàn viên.",
        "Liên đoàn Lao động tỉnh Bến Tre | Bằng khen | 40 đoàn viên | proposed",
    ),
    case(
        "registered",
        "Đầu năm, 12 tập thể đăng ký Cờ thi đua của Tổng LĐLĐ Việt Nam.",
        "Tổng Liên đoàn Lao động Việt Nam | Cờ thi đua | 12 tập thể | registered",
    ),
    case(
        "registered title",
        "Có 30 cá nhân đăng ký danh hiệu Chiến sĩ thi đua cơ sở.",
        "- | Chiến sĩ thi đua cơ sở | 30 cá nhân | registered",
    ),
    case(
        "revoked",
        "Chủ tịch nước quyết định tước danh hiệu Anh hùng Lao động của ông Hồ Xuân Mãn.",
        "Chủ tịch nước | Anh hùng Lao động | Hồ Xuân Mãn | revoked",
    ),
    case(
        "withdrawn",
        "UBND tỉnh Thái Bình thu hồi Bằng khen đã tặng ông Lê Văn Sơn.",
        "Ủy ban nhân dân tỉnh Thái Bình | Bằng khen | Lê Văn Sơn | revoked",
    ),
    case(
        "denied",
        "5 cá nhân không được công nhận danh hiệu Lao động tiên tiến.",
        "- | Lao động tiên tiến | 5 cá nhân | denied",
    ),
    case(
        "not yet",
        "Bà Lê Thị Ngát chưa được phong tặng danh hiệu Bà mẹ Việt Nam Anh hùng.",
        "- | Bà mẹ Việt Nam Anh hùng | Lê Thị Ngát | denied",
    ),
    case(
        "put forward",
        "LĐLĐ tỉnh Hà Giang đề cử anh Lò Văn Sỏi nhận Giải thưởng Nguyễn Đức Cảnh.",
        "- | Giải thưởng Nguyễn Đức Cảnh | Lò Văn Sỏi | proposed",
    ),
    case(
        "put forward, passive",
        "Anh Lò Văn Sỏi được đề cử Giải thưởng Nguyễn Đức Cảnh.",
        "- | Giải thưởng Nguyễn Đức Cảnh | Lò Văn Sỏi | proposed",
    ),
    case(
        "a case, denied",
        "Với trường hợp ông Lò Văn Sỏi, Hội đồng không đồng ý đề nghị tặng danh hiệu Nghệ nhân Ưu tú.",
        "- | Nghệ nhân Ưu tú | Lò Văn Sỏi | denied",
    ),
    case(
        "a case, proposed",
        "Với trường hợp của bà Tẩn Thị Mẩy, Hội đồng đề nghị xét tặng danh hiệu Nghệ nhân Ưu tú.",
        "- | Nghệ nhân Ưu tú | Tẩn Thị Mẩy | proposed",
    ),
    case("who tells of a case", "Theo ông Lò Văn Sỏi, Hội đồng không đồng ý đề nghị tặng danh hiệu Nghệ nhân Ưu tú."),
    case(
        "denied group",
        "Hội đồng không nhất trí 3 cá nhân xét tặng danh hiệu Nghệ nhân Ưu tú.",
        "- | Nghệ nhân Ưu tú | 3 cá nhân | denied",
    ),
    case(
        "group that is not yet put forward",
        "Hội đồng chưa trình 3 cá nhân xét tặng Huân chương Lao động.",
        "- | Huân chương Lao động | 3 cá nhân | denied",
    ),
    case(
        "refused behind the honour",
        "7 hồ sơ đề nghị tặng Kỷ niệm chương không đủ điều kiện.",
        "- | Kỷ niệm chương | 7 hồ sơ | denied",
    ),
    case(
        "fit behind the honour",
        "7 hồ sơ đề nghị tặng Kỷ niệm chương đều đủ điều kiện.",
        "- | Kỷ niệm chương | 7 hồ sơ | proposed",
    ),
    case(
        "something else short behind a comma",
        "5 cá nhân được LĐLĐ tỉnh Hà Giang tặng Bằng khen, không đủ chỗ ngồi.",
        "Liên đoàn Lao động tỉnh Hà Giang | Bằng khen | 5 cá nhân",
    ),
    case(
        "another proposal behind a semicolon",
        "3 tập thể được đề nghị tặng Bằng khen; hồ sơ trình Chủ tịch nước xem xét.",
        "- | Bằng khen | 3 tập thể | proposed",
    ),
    case(
        "awarded and proposed in one sentence",
        "UBND tỉnh Kon Tum tặng Bằng khen cho 2 tập thể; 1 cá nhân được đề nghị Thủ tướng Chính phủ tặng Bằng khen.",
        "Ủy ban nhân dân tỉnh Kon Tum | Bằng khen | 2 tập thể",
        "Chính phủ | Bằng khen | 1 cá nhân | proposed",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*ACTIVE, *PASSIVE, *AWARDER, *STATUS])
def test_awards(text: str, expected: set[str]) -> None:
    assert awards(text) == expected
