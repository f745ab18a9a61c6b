"""Who holds which role where: the forms in which the articles say it."""

from __future__ import annotations

import pytest
from sentences import case, roles

BESIDE = [
    case(
        "dash",
        "Đồng chí Lò Văn Tiến - Chủ tịch Liên đoàn Lao động tỉnh Sơn La phát biểu khai mạc hội nghị.",
        "Lò Văn Tiến | Chủ tịch | Liên đoàn Lao động tỉnh Sơn La",
    ),
    case(
        "two dashes",
        "Bà Hồ Thị Kim Ngân – Phó Chủ tịch Thường trực LĐLĐ tỉnh Quảng Trị – trao đổi với công nhân.",
        "Hồ Thị Kim Ngân | Phó Chủ tịch Thường trực | Liên đoàn Lao động tỉnh Quảng Trị",
    ),
    case(
        "commas",
        "Ông Trần Quốc Bảo, Giám đốc Sở Y tế tỉnh Bến Tre, cho biết dịch đã được khống chế.",
        "Trần Quốc Bảo | Giám đốc | Sở Y tế tỉnh Bến Tre",
    ),
    case(
        "brackets",
        "Chị Đặng Minh Thư (Phó Chủ tịch UBND huyện Khoái Châu) chia sẻ niềm vui với đoàn viên.",
        "Đặng Minh Thư | Phó Chủ tịch | Ủy ban nhân dân huyện Khoái Châu",
    ),
    case(
        "before the name",
        "Chủ tịch UBND huyện Hướng Hóa Nguyễn Đình Phục kiểm tra công trường.",
        "Nguyễn Đình Phục | Chủ tịch | Ủy ban nhân dân huyện Hướng Hóa",
    ),
    case(
        "title, comma, name, comma",
        "Chủ tịch LĐLĐ tỉnh Hà Nam, bà Chu Thị Thúy Hường, nhấn mạnh vai trò của cán bộ cơ sở.",
        "Chu Thị Thúy Hường | Chủ tịch | Liên đoàn Lao động tỉnh Hà Nam",
    ),
    case(
        "is",
        "Anh Kim Sô Phát hiện là Chủ tịch CĐCS Công ty TNHH Giày da Mỹ Phong.",
        "Kim Sô Phát | Chủ tịch | Công đoàn cơ sở Công ty Trách nhiệm hữu hạn Giày da Mỹ Phong",
    ),
    case(
        "academic degree",
        "PGS.TS Đỗ Hồng Quân, Viện trưởng Viện Công nhân và Công đoàn, trình bày báo cáo.",
        "Đỗ Hồng Quân | Viện trưởng | Viện Công nhân và Công đoàn",
    ),
    case(
        "rank",
        "Đại tá Nguyễn Trọng Huy, Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh Ninh Thuận, dự lễ.",
        "Nguyễn Trọng Huy | Chỉ huy trưởng | Bộ Chỉ huy Quân sự tỉnh Ninh Thuận",
    ),
    case(
        "older tones and odd capitals",
        "Đồng chí Thái Thu Xương - Uỷ viên đoàn chủ tịch Tổng LĐLĐ VN dự và chỉ đạo.",
        "Thái Thu Xương | Ủy viên Đoàn Chủ tịch | Tổng Liên đoàn Lao động Việt Nam",
    ),
    case(
        "decomposed letters and odd spaces",
        "Ba\u0300 Lê\u00a0Thi\u0323 Mai - Chu\u0309 ti\u0323ch LĐLĐ ti\u0309nh Nam Đi\u0323nh dư\u0323.",
        "Lê Thị Mai | Chủ tịch | Liên đoàn Lao động tỉnh Nam Định",
    ),
    case(
        "glued full stop",
        "Hội nghị thành công tốt đẹp.Đồng chí Hà Văn Kỳ - Bí thư Huyện ủy Mai Châu dự.",
        "Hà Văn Kỳ | Bí thư | Huyện ủy Mai Châu",
    ),
    case(
        "quotation",
        "“Chúng tôi luôn sát cánh cùng công nhân”, ông Phùng Ngọc Tấn, Phó Chủ tịch LĐLĐ thành phố Hải Phòng, nói.",
        "Phùng Ngọc Tấn | Phó Chủ tịch | Liên đoàn Lao động thành phố Hải Phòng",
    ),
    case(
        "leader of a delegation",
        "Đoàn công tác do bà Trương Thị Thu Hằng, Phó Chủ tịch HĐND tỉnh Khánh Hòa, làm trưởng đoàn đã đến thăm mỏ.",
        "Trương Thị Thu Hằng | Phó Chủ tịch | Hội đồng nhân dân tỉnh Khánh Hòa",
    ),
    case(
        "on behalf of a body",
        "Thay mặt LĐLĐ tỉnh, ông Ngô Tùng Sơn, Chủ tịch LĐLĐ tỉnh Long An, cảm ơn các nhà hảo tâm.",
        "Ngô Tùng Sơn | Chủ tịch | Liên đoàn Lao động tỉnh Long An",
    ),
]

SEVERAL = [
    case(
        "two roles, one body",
        "Đồng chí Phạm Thị Hoài Thu - Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng Ban Dân vận Tỉnh ủy Đồng Tháp dự hội nghị.",
        "Phạm Thị Hoài Thu | Ủy viên Ban Thường vụ | Tỉnh ủy Đồng Tháp",
        "Phạm Thị Hoài Thu | Trưởng Ban | Ban Dân vận Tỉnh ủy Đồng Tháp",
    ),
    case(
        "first role takes the later body",
        "Đồng chí Lê Hữu Phước - Phó Chủ tịch, Chủ nhiệm Ủy ban Kiểm tra LĐLĐ tỉnh Kon Tum công bố quyết định.",
        "Lê Hữu Phước | Phó Chủ tịch | Liên đoàn Lao động tỉnh Kon Tum",
        "Lê Hữu Phước | Chủ nhiệm | Ủy ban Kiểm tra Liên đoàn Lao động tỉnh Kon Tum",
    ),
    case(
        "three bodies",
        "Ông Quàng Văn Hương, Ủy viên Trung ương Đảng, Phó Chủ tịch Quốc hội, Đại biểu Quốc hội khóa XV dự lễ.",
        "Quàng Văn Hương | Ủy viên Trung ương Đảng | Ban Chấp hành Trung ương Đảng",
        "Quàng Văn Hương | Phó Chủ tịch | Quốc hội",
        "Quàng Văn Hương | Đại biểu Quốc hội | Quốc hội",
    ),
    case(
        "and also",
        "Ông Huỳnh Tấn Lộc, Chủ tịch HĐQT kiêm Tổng Giám đốc Công ty Cổ phần Thủy sản Cửu Long, trao học bổng.",
        "Huỳnh Tấn Lộc | Chủ tịch Hội đồng quản trị | Công ty Cổ phần Thủy sản Cửu Long",
        "Huỳnh Tấn Lộc | Tổng Giám đốc | Công ty Cổ phần Thủy sản Cửu Long",
    ),
    case(
        "and also, in another body",
        "Bà Lâm Thị Sang, Phó Bí thư Tỉnh ủy Bạc Liêu kiêm Chủ tịch Hội Khuyến học tỉnh Bạc Liêu.",
        "Lâm Thị Sang | Phó Bí thư | Tỉnh ủy Bạc Liêu",
        "Lâm Thị Sang | Chủ tịch | Hội Khuyến học tỉnh Bạc Liêu",
    ),
    case(
        "party role inside a department",
        "Bà Tống Thị Hạnh - Bí thư Đảng ủy, Giám đốc Sở Tài chính tỉnh Lào Cai báo cáo kết quả.",
        "Tống Thị Hạnh | Bí thư | Đảng ủy Sở Tài chính tỉnh Lào Cai",
        "Tống Thị Hạnh | Giám đốc | Sở Tài chính tỉnh Lào Cai",
    ),
    case(
        "two people, each with a role",
        "Ông Vừ A Bằng, Bí thư Huyện ủy Điện Biên Đông và bà Lường Thị Nguyên, Chủ tịch LĐLĐ huyện Điện Biên Đông dự.",
        "Vừ A Bằng | Bí thư | Huyện ủy Điện Biên Đông",
        "Lường Thị Nguyên | Chủ tịch | Liên đoàn Lao động huyện Điện Biên Đông",
    ),
    case(
        "list after a colon",
        "Dự lễ có các đồng chí: Bùi Quang Vinh, Bí thư Thành ủy Tam Kỳ; Hồ Thị Lệ, Chủ tịch Hội Nông dân tỉnh Quảng Nam; "
        "Phan Tiến Dũng - Giám đốc Công an tỉnh Quảng Nam.",
        "Bùi Quang Vinh | Bí thư | Thành ủy Tam Kỳ",
        "Hồ Thị Lệ | Chủ tịch | Hội Nông dân tỉnh Quảng Nam",
        "Phan Tiến Dũng | Giám đốc | Công an tỉnh Quảng Nam",
    ),
    case(
        "one role shared",
        "Các đồng chí Mai Văn Sáu, Cao Thị Nhung - Phó Chủ tịch LĐLĐ tỉnh Bình Phước chủ trì hội nghị.",
        "Mai Văn Sáu | Phó Chủ tịch | Liên đoàn Lao động tỉnh Bình Phước",
        "Cao Thị Nhung | Phó Chủ tịch | Liên đoàn Lao động tỉnh Bình Phước",
    ),
    case(
        "one role shared, after a colon",
        "Đồng chủ trì là các Phó Chủ tịch LĐLĐ tỉnh Trà Vinh: Thạch Thị Sa Phia, Kim Văn Lợi.",
        "Thạch Thị Sa Phia | Phó Chủ tịch | Liên đoàn Lao động tỉnh Trà Vinh",
        "Kim Văn Lợi | Phó Chủ tịch | Liên đoàn Lao động tỉnh Trà Vinh",
    ),
    case(
        "two deputies before their names",
        "Hai Phó Chủ tịch UBND tỉnh Tuyên Quang Hoàng Việt Phương và Nguyễn Thế Giang cùng dự.",
        "Hoàng Việt Phương | Phó Chủ tịch | Ủy ban nhân dân tỉnh Tuyên Quang",
        "Nguyễn Thế Giang | Phó Chủ tịch | Ủy ban nhân dân tỉnh Tuyên Quang",
    ),
    case(
        "titles before two names",
        "Bí thư Huyện ủy Ba Bể Lưu Quốc Trung và Chủ tịch UBND huyện Ba Bể Triệu Kim Xuân thăm hỏi gia đình.",
        "Lưu Quốc Trung | Bí thư | Huyện ủy Ba Bể",
        "Triệu Kim Xuân | Chủ tịch | Ủy ban nhân dân huyện Ba Bể",
    ),
    case(
        "at the same time",
        "Bà Đàm Thị Minh là Trưởng Ban Tuyên giáo Tỉnh ủy Thái Nguyên, đồng thời là Chủ tịch Hội Luật gia tỉnh Thái Nguyên.",
        "Đàm Thị Minh | Trưởng Ban | Ban Tuyên giáo Tỉnh ủy Thái Nguyên",
        "Đàm Thị Minh | Chủ tịch | Hội Luật gia tỉnh Thái Nguyên",
    ),
]

BODIES = [
    case(
        "head of a unit",
        "Bà Tô Thị Phương Lan, Trưởng Ban Nữ công Tổng LĐLĐ Việt Nam, mở đầu buổi tọa đàm.",
        "Tô Thị Phương Lan | Trưởng Ban | Ban Nữ công Tổng Liên đoàn Lao động Việt Nam",
    ),
    case(
        "unit, body in brackets",
        "Ông Lê Trọng Sang, Phó Trưởng Ban Quan hệ lao động (Tổng LĐLĐ Việt Nam), nêu ý kiến.",
        "Lê Trọng Sang | Phó Trưởng Ban | Ban Quan hệ lao động Tổng Liên đoàn Lao động Việt Nam",
    ),
    case(
        "office",
        "Ông Đặng Văn Nghiêm, Chánh Văn phòng UBND tỉnh Thái Bình, ký văn bản.",
        "Đặng Văn Nghiêm | Chánh Văn phòng | Văn phòng Ủy ban nhân dân tỉnh Thái Bình",
    ),
    case(
        "division of a district",
        "Bà Cao Thị Loan, Trưởng Phòng Giáo dục và Đào tạo huyện Quế Phong, cho hay.",
        "Cao Thị Loan | Trưởng Phòng | Phòng Giáo dục và Đào tạo huyện Quế Phong",
    ),
    case(
        "school",
        "Thầy Phạm Ngọc Thưởng - Hiệu trưởng Trường THPT Lương Văn Tụy đánh trống khai giảng.",
        "Phạm Ngọc Thưởng | Hiệu trưởng | Trường Trung học phổ thông Lương Văn Tụy",
    ),
    case(
        "hospital",
        "Bác sĩ Đoàn Văn Quý, Giám đốc Bệnh viện Đa khoa tỉnh Phú Yên, cảm ơn các y bác sĩ.",
        "Đoàn Văn Quý | Giám đốc | Bệnh viện Đa khoa tỉnh Phú Yên",
    ),
    case(
        "workshop of a mine",
        "Anh Vũ Bá Lượng, Quản đốc Phân xưởng Đào lò 2, Công ty Than Mạo Khê, kể lại ca làm việc.",
        "Vũ Bá Lượng | Quản đốc | Phân xưởng Đào lò 2 Công ty Than Mạo Khê",
    ),
    case(
        "union of an industry",
        "Ông Lê Nho Thướng - Chủ tịch Công đoàn Dệt May Việt Nam chúc mừng công nhân.",
        "Lê Nho Thướng | Chủ tịch | Công đoàn Dệt May Việt Nam",
    ),
    case(
        "union of a corporation",
        "Chị Trần Thị Ái Liên - Ủy viên Ban Chấp hành Công đoàn Tổng Công ty Điện lực miền Trung dự.",
        "Trần Thị Ái Liên | Ủy viên Ban Chấp hành | Công đoàn Tổng Công ty Điện lực miền Trung",
    ),
    case(
        "union of the industrial zones",
        "Ông Đinh Quốc Toản, Chủ tịch Công đoàn các Khu công nghiệp tỉnh Hải Dương, đến thăm.",
        "Đinh Quốc Toản | Chủ tịch | Công đoàn các Khu công nghiệp tỉnh Hải Dương",
    ),
    case(
        "Fatherland Front",
        "Bà Vi Thị Hồng Vân, Phó Chủ tịch Ủy ban MTTQ Việt Nam huyện Tương Dương, trao nhà đại đoàn kết.",
        "Vi Thị Hồng Vân | Phó Chủ tịch | Ủy ban Mặt trận Tổ quốc Việt Nam huyện Tương Dương",
    ),
    case(
        "implied: minister",
        "Bộ trưởng Y tế Lưu Đức Toàn trả lời chất vấn.",
        "Lưu Đức Toàn | Bộ trưởng | Bộ Y tế",
    ),
    case(
        "minister of a named ministry",
        "Bộ trưởng Bộ Giáo dục và Đào tạo Nguyễn Khắc Sơn dự lễ khai giảng.",
        "Nguyễn Khắc Sơn | Bộ trưởng | Bộ Giáo dục và Đào tạo",
    ),
    case(
        "deputy minister",
        "Thứ trưởng Bộ Nội vụ Trương Hải Đăng chủ trì buổi họp.",
        "Trương Hải Đăng | Thứ trưởng | Bộ Nội vụ",
    ),
    case(
        "implied: prime minister",
        "Thủ tướng Phạm Hữu Nghĩa thăm công nhân mỏ.",
        "Phạm Hữu Nghĩa | Thủ tướng | Chính phủ",
    ),
    case(
        "implied: deputy prime minister",
        "Ông Lê Minh Chính, Phó Thủ tướng Chính phủ, yêu cầu đẩy nhanh tiến độ.",
        "Lê Minh Chính | Phó Thủ tướng | Chính phủ",
    ),
    case(
        "implied: president",
        "Chủ tịch nước Trần Quang Tấn gửi thư khen.",
        "Trần Quang Tấn | Chủ tịch nước | Chủ tịch nước",
    ),
    case(
        "implied: general secretary",
        "Tổng Bí thư Vũ Trọng Lâm tiếp xúc cử tri.",
        "Vũ Trọng Lâm | Tổng Bí thư | Ban Chấp hành Trung ương Đảng",
    ),
    case(
        "implied: politburo",
        "Đồng chí Bùi Thị Thanh Mai, Ủy viên Bộ Chính trị, Bí thư Thành ủy Cần Thơ dự lễ.",
        "Bùi Thị Thanh Mai | Ủy viên Bộ Chính trị | Bộ Chính trị",
        "Bùi Thị Thanh Mai | Bí thư | Thành ủy Cần Thơ",
    ),
    case(
        "spokeswoman",
        "Người phát ngôn Bộ Ngoại giao Nguyễn Thị Minh Hạnh nêu rõ lập trường.",
        "Nguyễn Thị Minh Hạnh | Người phát ngôn | Bộ Ngoại giao",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*BESIDE, *SEVERAL, *BODIES])
def test_roles(text: str, expected: set[str]) -> None:
    assert roles(text) == expected
