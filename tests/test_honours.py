"""Names of honours: class, name and grade; what only sounds like one."""

from __future__ import annotations

import pytest
from sentences import case, scanned, words

from kg.language.honours import find_honours


def honours(text: str) -> set[str]:
    return {name for honour in find_honours(scanned(text), words()) for name in honour.names}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("plain", "Bà Sa nhận Bằng khen.", "Bằng khen"),
        case("small letters", "12 chị được nhận giấy khen của huyện.", "Giấy khen"),
        case("qualifier", "Công đoàn ngành tặng Giấy khen toàn diện cho 6 tập thể.", "Giấy khen"),
        case("flag", "3 đơn vị được tặng Cờ Thi đua xuất sắc.", "Cờ thi đua xuất sắc"),
        case("order with grade", "Nhà máy đón nhận Huân chương Lao động hạng Ba.", "Huân chương Lao động hạng Ba"),
        case("Roman grade", "Xí nghiệp nhận Huân chương Lao động hạng II.", "Huân chương Lao động hạng Nhì"),
        case(
            "several grades",
            "Công ty từng được tặng Huân chương Lao động hạng Nhất, Nhì, Ba.",
            "Huân chương Lao động hạng Nhất",
            "Huân chương Lao động hạng Nhì",
            "Huân chương Lao động hạng Ba",
        ),
        case("every grade", "Trường được tặng Huân chương Lao động các hạng.", "Huân chương Lao động"),
        case("order without grade", "Ông được tặng Huân chương Độc lập.", "Huân chương Độc lập"),
        case("old spelling", "Mẹ được tặng Huân chương Kháng chiến hạng nhì.", "Huân chương Kháng chiến hạng Nhì"),
        case(
            "quoted medal",
            "trao Kỷ niệm chương “Vì sự nghiệp xây dựng tổ chức Công đoàn” cho 8 đồng chí",
            "Kỷ niệm chương Vì sự nghiệp xây dựng tổ chức Công đoàn",
        ),
        case(
            "unquoted medal",
            "nhận Kỷ niệm chương Vì sự nghiệp Giáo dục năm 2021",
            "Kỷ niệm chương Vì sự nghiệp Giáo dục",
        ),
        case("badge", "được trao Huy hiệu Bác Hồ ngày 19/5", "Huy hiệu Bác Hồ"),
        case("title in quotes", "đạt danh hiệu “Chiến sĩ thi đua cơ sở”", "Chiến sĩ thi đua cơ sở"),
        case("title abbreviated", "đạt danh hiệu CSTĐ cấp tỉnh", "Chiến sĩ thi đua cấp tỉnh"),
        case("title", "được tặng danh hiệu Anh hùng Lao động", "Anh hùng Lao động"),
        case("title by a verb", "được phong tặng Nghệ sĩ Ưu tú năm 2016", "Nghệ sĩ Ưu tú"),
        case("advanced workers", "12 đồng chí đạt Lao động tiên tiến", "Lao động tiên tiến"),
        case(
            "strong local union",
            "được công nhận Công đoàn cơ sở vững mạnh xuất sắc",
            "Công đoàn cơ sở vững mạnh xuất sắc",
        ),
        case("prize", "nhận Giải thưởng Nguyễn Đức Cảnh lần thứ III", "Giải thưởng Nguyễn Đức Cảnh"),
        case("quoted prize", "trao Giải thưởng “Nguyễn Văn Linh” cho anh", "Giải thưởng Nguyễn Văn Linh"),
        case("creative work", "cấp Bằng Lao động sáng tạo cho 4 kỹ sư", "Bằng Lao động sáng tạo"),
        case("certificate in quotes", "cấp Bằng “Lao động sáng tạo” cho 4 kỹ sư", "Bằng Lao động sáng tạo"),
        case("older tones", "tặng danh hiệu “Gia đình văn hoá” cho 9 hộ", "Gia đình văn hóa"),
        case("hyphened name", "trao danh hiệu “Giỏi việc nước - Đảm việc nhà”", "Giỏi việc nước - Đảm việc nhà"),
        case("two", "tặng Cờ thi đua và Bằng khen", "Cờ thi đua", "Bằng khen"),
        case("year behind a name", "nhận Giải thưởng Bông lúa vàng 2017 tại nhà", "Giải thưởng Bông lúa vàng"),
        case("year inside small words", "nhận Giải thưởng Sáng tạo 2019 trẻ", "Giải thưởng Sáng tạo"),
        case("number inside a name", "trao Giải thưởng Thôn nữ 3 tốt cho chị", "Giải thưởng Thôn nữ 3 tốt"),
        case("level of a title", "đạt danh hiệu Chiến sĩ thi đua cấp trường", "Chiến sĩ thi đua cấp trường"),
        case(
            "industry of a title",
            "đạt danh hiệu Chiến sĩ thi đua ngành Ngư nghiệp.",
            "Chiến sĩ thi đua ngành Ngư nghiệp",
        ),
        case("industry that goes on", "đạt danh hiệu Chiến sĩ thi đua ngành được 3 năm", "Chiến sĩ thi đua"),
        case(
            "another grade behind its recipients",
            "Trường nhận Huân chương Lao động hạng Nhì cho tập thể, hạng Ba cho ông Sỏi",
            "Huân chương Lao động hạng Nhì",
            "Huân chương Lao động hạng Ba",
        ),
        case(
            "years short for those in the party",
            "Trao Huy hiệu 45 năm, Huy hiệu 30 năm tuổi Đảng",
            "Huy hiệu 45 năm tuổi Đảng",
            "Huy hiệu 30 năm tuổi Đảng",
        ),
        case("orders of every grade", "Xã được tặng Huân chương các hạng.", "Huân chương"),
        case("pinned to a flag", "gắn Huân chương Lao động lên lá cờ thi đua", "Huân chương Lao động"),
        case("for an occasion", "tặng Giấy khen đột xuất cho 4 người", "Giấy khen"),
        case("good workers", "3 chị được công nhận Thợ giỏi", "Thợ giỏi"),
    ],
)
def test_honours(text: str, expected: set[str]) -> None:
    assert honours(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("sports medal", "Chị giành Huy chương vàng môn điền kinh."),
        case("medals counted", "Đoàn được 3 huy chương bạc SEA Games."),
        case("no name", "Danh hiệu này rất vinh dự."),
        case("champion", "Đội đoạt danh hiệu vô địch giải bóng đá công nhân."),
        case("order in general", "Anh bảo huân chương nào cũng quý."),
        case("hero of everyday", "Họ là những anh hùng thầm lặng."),
        case("good work", "Lao động giỏi là mong muốn của mọi người."),
        case("gift", "Công đoàn trao 50 suất quà và 20 triệu đồng."),
        case("skilled worker", "Anh là thợ giỏi của xưởng."),
        case("years of nothing that is named", "Nhà máy nhận Huy hiệu 45 năm."),
    ],
)
def test_no_honour(text: str, expected: set[str]) -> None:
    assert honours(text) == expected
