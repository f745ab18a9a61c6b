"""Awards in whole sentences of reports: several awarders, several recipients, and what only comes near an award."""

from __future__ import annotations

import pytest
from sentences import award_line, awards, case, facts, period_line, recipient_line

from kg.model import Award

TONG = "Tổng Liên đoàn Lao động Việt Nam"
NGHE_AN = "Liên đoàn Lao động tỉnh Nghệ An"

SEVERAL = [
    case(
        "presenting for two awarders",
        "Nhân dịp này, LĐLĐ tỉnh Lạng Sơn đã trao Bằng khen của Tổng LĐLĐ Việt Nam cho 2 tập thể và 4 cá nhân; Bằng khen của LĐLĐ tỉnh cho 12 tập thể, 20 cá nhân.",
        f"{TONG} | Bằng khen | 2 tập thể",
        f"{TONG} | Bằng khen | 4 cá nhân",
        "Liên đoàn Lao động tỉnh Lạng Sơn | Bằng khen | 12 tập thể",
        "Liên đoàn Lao động tỉnh Lạng Sơn | Bằng khen | 20 cá nhân",
    ),
    case(
        "two passive clauses",
        "1 tập thể được tặng Cờ thi đua của Chính phủ, 5 cá nhân được tặng Bằng khen của Thủ tướng Chính phủ.",
        "Chính phủ | Cờ thi đua | 1 tập thể",
        "Chính phủ | Bằng khen | 5 cá nhân",
    ),
    case(
        "two offices",
        "Chủ tịch UBND tỉnh Bắc Giang tặng Bằng khen cho 3 tập thể và 6 cá nhân; Chủ tịch LĐLĐ tỉnh tặng Bằng khen cho 11 cá nhân.",
        "Ủy ban nhân dân tỉnh Bắc Giang | Bằng khen | 3 tập thể",
        "Ủy ban nhân dân tỉnh Bắc Giang | Bằng khen | 6 cá nhân",
        "Liên đoàn Lao động tỉnh Bắc Giang | Bằng khen | 11 cá nhân",
    ),
    case(
        "commended, and of them a medal",
        "Hội nghị đã biểu dương 45 tập thể, 120 cá nhân; trong đó có 5 cá nhân được tặng Kỷ niệm chương.",
        "- | Kỷ niệm chương | 5 cá nhân",
    ),
    case(
        "two honours of two awarders",
        "Chị Hà Thị Nhuần đã được tặng Bằng khen của Tổng LĐLĐ Việt Nam, Giấy khen của LĐLĐ huyện Mai Châu.",
        f"{TONG} | Bằng khen | Hà Thị Nhuần",
        "Liên đoàn Lao động huyện Mai Châu | Giấy khen | Hà Thị Nhuần",
    ),
    case(
        "three named people",
        "LĐLĐ tỉnh Nghệ An trao Bằng khen cho ông Lê Văn Tý, bà Hà Thị Lan và chị Vi Thị Sen.",
        f"{NGHE_AN} | Bằng khen | Lê Văn Tý",
        f"{NGHE_AN} | Bằng khen | Hà Thị Lan",
        f"{NGHE_AN} | Bằng khen | Vi Thị Sen",
    ),
    case(
        "listed before được",
        "Các ông Lê Văn Tý, Vi Văn Liêm được LĐLĐ tỉnh Nghệ An tặng Bằng khen.",
        f"{NGHE_AN} | Bằng khen | Lê Văn Tý",
        f"{NGHE_AN} | Bằng khen | Vi Văn Liêm",
    ),
    case(
        "counted and named before được",
        "Hai cá nhân là chị Vừ Thị Mai và anh Lò Văn Ánh được Trung ương Đoàn tặng Huy hiệu Tuổi trẻ dũng cảm.",
        "Trung ương Đoàn | Huy hiệu Tuổi trẻ dũng cảm | Vừ Thị Mai",
        "Trung ương Đoàn | Huy hiệu Tuổi trẻ dũng cảm | Lò Văn Ánh",
    ),
    case(
        "two unions",
        "Công đoàn Công ty Cổ phần May Nam Hà và Công đoàn Công ty Cổ phần Dược Hà Tây được LĐLĐ tỉnh Nghệ An tặng Cờ thi đua.",
        f"{NGHE_AN} | Cờ thi đua | Công đoàn Công ty Cổ phần May Nam Hà",
        f"{NGHE_AN} | Cờ thi đua | Công đoàn Công ty Cổ phần Dược Hà Tây",
    ),
    case(
        "namely",
        "Trong đó, tập thể được tặng Bằng khen là Trường Mầm non Hoa Ban; cá nhân được tặng Bằng khen là ông Tráng A Chu.",
        "- | Bằng khen | Trường Mầm non Hoa Ban",
        "- | Bằng khen | Tráng A Chu",
    ),
    case(
        "two honours to two groups",
        "UBND tỉnh Nghệ An tặng Bằng khen cho 3 tập thể, Giấy khen cho 4 cá nhân.",
        "Ủy ban nhân dân tỉnh Nghệ An | Bằng khen | 3 tập thể",
        "Ủy ban nhân dân tỉnh Nghệ An | Giấy khen | 4 cá nhân",
    ),
]

ONE = [
    case(
        "a body in the name of the honour",
        "Bà Hà Thị Lan được tặng Kỷ niệm chương Vì sự nghiệp xây dựng tổ chức Công đoàn.",
        "- | Kỷ niệm chương Vì sự nghiệp xây dựng tổ chức Công đoàn | Hà Thị Lan",
    ),
    case(
        "a body behind the name of the honour",
        "LĐLĐ tỉnh Nghệ An trao Kỷ niệm chương Vì sự nghiệp giáo dục Bộ Giáo dục và Đào tạo cho bà Hà Thị Lan.",
        "Bộ Giáo dục và Đào tạo | Kỷ niệm chương Vì sự nghiệp giáo dục | Hà Thị Lan",
    ),
    case(
        "named after somebody called Của",
        "Anh Lù Văn Sáng nhận Giải thưởng Lương Định Của năm 2020.",
        "- | Giải thưởng Lương Định Của | Lù Văn Sáng",
    ),
    case(
        "union of an industry",
        "Công đoàn ngành Giáo dục tỉnh Quảng Bình được Tổng LĐLĐ Việt Nam tặng Cờ thi đua xuất sắc.",
        f"{TONG} | Cờ thi đua xuất sắc | Công đoàn ngành Giáo dục tỉnh Quảng Bình",
    ),
    case(
        "a union by a union",
        "Với những thành tích đó, LĐLĐ huyện Cam Lộ vinh dự được LĐLĐ tỉnh Quảng Trị tặng Cờ thi đua năm 2022.",
        "Liên đoàn Lao động tỉnh Quảng Trị | Cờ thi đua | Liên đoàn Lao động huyện Cam Lộ",
    ),
    case(
        "no body but the presenter's",
        "Đồng chí Lê Thanh Hà - Chủ tịch LĐLĐ tỉnh Hưng Yên trao Bằng khen cho 5 tập thể.",
        "Liên đoàn Lao động tỉnh Hưng Yên | Bằng khen | 5 tập thể",
    ),
    case(
        "minister by name",
        "Bộ trưởng Bộ Công Thương Trần Tuấn Dũng đã ký quyết định tặng Bằng khen cho 14 công nhân Công ty Than Khe Chàm.",
        "Bộ Công Thương | Bằng khen | 14 công nhân",
    ),
    case(
        "hero of labour",
        "Chủ tịch nước đã phong tặng danh hiệu Anh hùng Lao động thời kỳ đổi mới cho Công ty Cổ phần Gang thép Thái Nguyên.",
        "Chủ tịch nước | Anh hùng Lao động thời kỳ đổi mới | Công ty Cổ phần Gang thép Thái Nguyên",
    ),
    case(
        "awarder behind do",
        "Bà Lục Thị Dung nhận Giải thưởng Nguyễn Đức Cảnh do Tổng LĐLĐ Việt Nam trao tặng.",
        f"{TONG} | Giải thưởng Nguyễn Đức Cảnh | Lục Thị Dung",
    ),
    case(
        "bus drivers",
        "7 tài xế xe buýt được Chủ tịch UBND TP. Hà Nội tặng Bằng khen.",
        "Ủy ban nhân dân thành phố Hà Nội | Bằng khen | 7 tài xế xe buýt",
    ),
    case(
        "who reports does not award",
        "LĐLĐ tỉnh Ninh Bình cho biết, năm 2021 có 9 tập thể được UBND tỉnh Ninh Bình tặng Cờ thi đua.",
        "Ủy ban nhân dân tỉnh Ninh Bình | Cờ thi đua | 9 tập thể",
    ),
    case(
        "authorised, without của",
        "Đồng chí Giàng A Tông thừa ủy quyền Thủ tướng Chính phủ trao Bằng khen cho LĐLĐ tỉnh Lai Châu.",
        "Chính phủ | Bằng khen | Liên đoàn Lao động tỉnh Lai Châu",
    ),
    case(
        "several times",
        "Anh Lê Văn Tý đã 3 lần được tặng Bằng khen của Tổng LĐLĐ Việt Nam.",
        f"{TONG} | Bằng khen | Lê Văn Tý",
    ),
    case(
        "years in a row",
        "Anh Lê Văn Tý 5 năm liền đạt danh hiệu Chiến sĩ thi đua cơ sở.",
        "- | Chiến sĩ thi đua cơ sở | Lê Văn Tý",
    ),
    case(
        "pupil",
        "Chủ tịch UBND tỉnh Nghệ An vừa có Quyết định tặng Bằng khen cho em Vi Thị Sen, học sinh lớp 8.",
        "Ủy ban nhân dân tỉnh Nghệ An | Bằng khen | Vi Thị Sen",
    ),
    case(
        "with money",
        "LĐLĐ tỉnh Nghệ An trao Bằng khen và tiền thưởng cho 8 cá nhân.",
        f"{NGHE_AN} | Bằng khen | 8 cá nhân",
    ),
    case(
        "years of membership",
        "Huyện ủy Quế Phong trao Huy hiệu 40 năm tuổi Đảng cho 3 đảng viên.",
        "Huyện ủy Quế Phong | Huy hiệu 40 năm tuổi Đảng | 3 đảng viên",
    ),
]

NOT_GIVEN = [
    case(
        "the proposer does not award",
        "LĐLĐ tỉnh Tiền Giang đề nghị xét tặng Kỷ niệm chương “Vì sự nghiệp xây dựng tổ chức Công đoàn” cho 26 đồng chí.",
        "- | Kỷ niệm chương Vì sự nghiệp xây dựng tổ chức Công đoàn | 26 đồng chí | proposed",
    ),
    case(
        "council proposes to the president",
        "Hội đồng Thi đua - Khen thưởng tỉnh Nghệ An họp, đề nghị Chủ tịch nước tặng Huân chương Lao động hạng Ba cho 3 tập thể.",
        "Chủ tịch nước | Huân chương Lao động hạng Ba | 3 tập thể | proposed",
    ),
    case(
        "not considered",
        "Bà Phạm Thị Lan không được xét danh hiệu Chiến sĩ thi đua vì nghỉ quá số ngày.",
        "- | Chiến sĩ thi đua | Phạm Thị Lan | denied",
    ),
    case(
        "not yet considered",
        "LĐLĐ tỉnh Nghệ An chưa xét tặng Bằng khen cho 2 cá nhân vì hồ sơ thiếu.",
        f"{NGHE_AN} | Bằng khen | 2 cá nhân | denied",
    ),
    case(
        "cancelled",
        "LĐLĐ huyện Quế Phong hủy quyết định tặng Giấy khen cho 1 cá nhân.",
        "Liên đoàn Lao động huyện Quế Phong | Giấy khen | 1 cá nhân | revoked",
    ),
    case(
        "stripped",
        "Ông Nguyễn Xuân Tám bị tước danh hiệu Nghệ nhân Ưu tú.",
        "- | Nghệ nhân Ưu tú | Nguyễn Xuân Tám | revoked",
    ),
    case("wished for", "Ông Lê Văn Tý mong muốn được tặng Bằng khen của LĐLĐ tỉnh Nghệ An."),
    case("deserved", "Ông Lê Văn Tý xứng đáng được tặng Bằng khen."),
    case("bought", "Anh Lê Văn Tý mua Bằng khen giả."),
]


NONE = [
    case("gifts", "LĐLĐ tỉnh Cà Mau tặng 50 suất quà cho 50 công nhân."),
    case("scholarships", "Công đoàn Giáo dục tỉnh Sóc Trăng trao 30 suất học bổng cho 30 học sinh."),
    case("sports medal", "Chị Bùi Thị Nguyên giành Huy chương vàng môn đẩy gậy."),
    case("criteria", "Tiêu chuẩn tặng Bằng khen của Thủ tướng Chính phủ được quy định tại Nghị định."),
    case("condition", "Ai được tặng Huân chương Lao động thì được nâng lương sớm."),
    case("if", "Nếu đạt danh hiệu Chiến sĩ thi đua cơ sở, 2 cá nhân sẽ được thưởng."),
    case("question", "Vì sao 12 cá nhân được tặng Bằng khen?"),
    case("initiatives", "8.063 sáng kiến được công nhận trong năm."),
    case("honour as an introduction", "NSND Trà Giang phát biểu tại lễ trao Bằng khen."),
    case("no recipients", "Lễ trao Bằng khen của UBND tỉnh Quảng Ngãi diễn ra trang trọng."),
    case("forged", "Ông Nguyễn Văn Mạnh làm giả Bằng khen của Thủ tướng Chính phủ."),
]


@pytest.mark.parametrize(("text", "expected"), [*SEVERAL, *ONE, *NOT_GIVEN, *NONE])
def test_awards(text: str, expected: set[str]) -> None:
    assert awards(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case(
            "authorised",
            "Thừa ủy quyền của Chủ tịch nước, bà Phan Thị Dịu trao Huân chương Lao động hạng Ba cho 2 cá nhân.",
            "Phan Thị Dịu",
        ),
        case(
            "with a role",
            "Đồng chí Lý Văn Hải - Phó Chủ tịch LĐLĐ tỉnh Hà Giang trao Bằng khen của LĐLĐ tỉnh cho 7 cá nhân.",
            "Lý Văn Hải",
        ),
        case("no presenter", "LĐLĐ tỉnh Hà Giang trao Bằng khen cho 7 cá nhân."),
    ],
)
def test_presenter(text: str, expected: set[str]) -> None:
    assert {fact.presenter.name for fact in facts(text) if isinstance(fact, Award) and fact.presenter} == expected


def test_the_movement_and_the_period_of_an_award() -> None:
    text = (
        "LĐLĐ tỉnh Cao Bằng tặng Bằng khen cho 10 cá nhân có thành tích xuất sắc trong phong trào thi đua "
        "“Lao động giỏi, lao động sáng tạo” giai đoạn 2018-2022."
    )
    (award,) = (fact for fact in facts(text) if isinstance(fact, Award))
    assert award_line(award) == "Liên đoàn Lao động tỉnh Cao Bằng | Bằng khen | 10 cá nhân"
    assert award.movement is not None
    assert award.movement.name == "Lao động giỏi, lao động sáng tạo"
    assert award.period is not None
    assert period_line(award.period) == "2018–2022"


def test_recipients_told_by_name_in_the_next_sentence() -> None:
    text = "UBND tỉnh Sơn La trao Bằng khen cho 2 cá nhân. Họ gồm: ông Quàng Văn Dọn và bà Lò Thị Phanh."
    recipients = {recipient_line(fact.recipient) for fact in facts(text) if isinstance(fact, Award)}
    assert recipients == {"2 cá nhân", "Quàng Văn Dọn", "Lò Thị Phanh"}
