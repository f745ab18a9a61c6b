"""Recipients told as a list: behind a colon, under the line that names their honour, by name behind "gồm:"."""

from __future__ import annotations

import pytest
from sentences import awards, case

HA_GIANG = "Liên đoàn Lao động tỉnh Hà Giang"

BEHIND_COLON = [
    case(
        "an item",
        "- Cờ thi đua của Bộ Công Thương: Công ty Cổ phần Gạch Mai Lan, Công ty Cổ phần Than Sa Bình.",
        "Bộ Công Thương | Cờ thi đua | Công ty Cổ phần Gạch Mai Lan",
        "Bộ Công Thương | Cờ thi đua | Công ty Cổ phần Than Sa Bình",
    ),
    case(
        "two items",
        "Phần thưởng đã trao:\n- Cờ thi đua của Bộ Công Thương: Công ty Cổ phần Than Sa Bình.\n- Bằng khen của LĐLĐ tỉnh Hà Giang: Tẩn Thị Mẩy, Phàn Văn Quẩy.",
        "Bộ Công Thương | Cờ thi đua | Công ty Cổ phần Than Sa Bình",
        f"{HA_GIANG} | Bằng khen | Tẩn Thị Mẩy",
        f"{HA_GIANG} | Bằng khen | Phàn Văn Quẩy",
    ),
    case(
        "prize of a year",
        "Giải thưởng Nguyễn Đức Cảnh năm 2016: ông Lò Văn Sỏi, bà Tẩn Thị Mẩy.",
        "- | Giải thưởng Nguyễn Đức Cảnh | Lò Văn Sỏi",
        "- | Giải thưởng Nguyễn Đức Cảnh | Tẩn Thị Mẩy",
    ),
    case("an explanation", "Bằng khen là phần thưởng quý: ông Lò Văn Sỏi rất vui."),
]

UNDER_HEADING = [
    case(
        "numbers",
        "LĐLĐ tỉnh Hà Giang tặng Bằng khen cho các tập thể sau:\n1. Công ty Cổ phần Gạch Mai Lan;\n2. Trường THCS Nà Lòa.\nÔng Lò Văn Sỏi hát tặng.",
        f"{HA_GIANG} | Bằng khen | Công ty Cổ phần Gạch Mai Lan",
        f"{HA_GIANG} | Bằng khen | Trường Trung học cơ sở Nà Lòa",
    ),
    case(
        "dashes, proposed",
        "Đề nghị LĐLĐ tỉnh Hà Giang tặng Bằng khen:\n- Ông Lò Văn Sỏi, công nhân;\n- Bà Tẩn Thị Mẩy, nông dân.",
        f"{HA_GIANG} | Bằng khen | Lò Văn Sỏi | proposed",
        f"{HA_GIANG} | Bằng khen | Tẩn Thị Mẩy | proposed",
    ),
    case(
        "announced lines without a mark, up to a full stop",
        "LĐLĐ tỉnh Hà Giang tặng Bằng khen:\nÔng Lò Văn Sỏi, công nhân;\nBà Tẩn Thị Mẩy, nông dân.\nÔng Vàng A Páo hát tặng.",
        f"{HA_GIANG} | Bằng khen | Lò Văn Sỏi",
        f"{HA_GIANG} | Bằng khen | Tẩn Thị Mẩy",
    ),
    case(
        "a line that nothing announces",
        "LĐLĐ tỉnh Hà Giang tặng Bằng khen cho 2 cá nhân.\nÔng Lò Văn Sỏi hát tặng.",
        f"{HA_GIANG} | Bằng khen | 2 cá nhân",
    ),
]

BY_NAME = [
    case(
        "in the next sentence",
        "UBND tỉnh Hà Giang tặng Bằng khen cho 2 cá nhân. Trong đó có: ông Quàng Văn Dọn và bà Lò Thị Phanh.",
        "Ủy ban nhân dân tỉnh Hà Giang | Bằng khen | 2 cá nhân",
        "Ủy ban nhân dân tỉnh Hà Giang | Bằng khen | Quàng Văn Dọn",
        "Ủy ban nhân dân tỉnh Hà Giang | Bằng khen | Lò Thị Phanh",
    ),
    case(
        "the list in the next sentence",
        "UBND tỉnh Hà Giang tặng Bằng khen cho 1 cá nhân. Danh sách này gồm có bà Lò Thị Phanh.",
        "Ủy ban nhân dân tỉnh Hà Giang | Bằng khen | 1 cá nhân",
        "Ủy ban nhân dân tỉnh Hà Giang | Bằng khen | Lò Thị Phanh",
    ),
    case(
        "somebody else in the next sentence",
        "UBND tỉnh Hà Giang tặng Bằng khen cho 2 cá nhân. Là người con của núi, ông Quàng Văn Dọn rất vui.",
        "Ủy ban nhân dân tỉnh Hà Giang | Bằng khen | 2 cá nhân",
    ),
    case(
        "one of the group",
        "UBND tỉnh Hà Giang tặng Bằng khen cho 4 cá nhân, trong đó có bác sĩ Lò Văn Sỏi.",
        "Ủy ban nhân dân tỉnh Hà Giang | Bằng khen | 4 cá nhân",
        "Ủy ban nhân dân tỉnh Hà Giang | Bằng khen | Lò Văn Sỏi",
    ),
    case(
        "a part of the group",
        "UBND tỉnh Hà Giang tặng Bằng khen cho 4 cá nhân, trong đó có 2 giáo viên.",
        "Ủy ban nhân dân tỉnh Hà Giang | Bằng khen | 4 cá nhân",
    ),
    case(
        "stage names",
        "3 nghệ sĩ được tặng danh hiệu Nghệ sĩ Ưu tú gồm: Xuân Thùy, Ngọc Trân và Thanh Nhã.",
        "- | Nghệ sĩ Ưu tú | 3 nghệ sĩ",
        "- | Nghệ sĩ Ưu tú | Xuân Thùy",
        "- | Nghệ sĩ Ưu tú | Ngọc Trân",
        "- | Nghệ sĩ Ưu tú | Thanh Nhã",
    ),
    case(
        "names of a programme",
        "Chương trình gồm: Xuân Thùy, Ngọc Trân. Chị Lò Thị Sỏi nhận Bằng khen.",
        "- | Bằng khen | Lò Thị Sỏi",
    ),
    case(
        "several grades of one order",
        "Chủ tịch nước tặng Huân chương Lao động hạng Nhì cho Trường THPT Nà Lòa, hạng Ba cho ông Lò Văn Sỏi.",
        "Chủ tịch nước | Huân chương Lao động hạng Nhì | Trường Trung học phổ thông Nà Lòa",
        "Chủ tịch nước | Huân chương Lao động hạng Ba | Lò Văn Sỏi",
    ),
    case(
        "a person and a group",
        "UBND tỉnh Hà Giang tặng Bằng khen cho anh Vi Văn Út, thợ điện, và 6 công nhân khác.",
        "Ủy ban nhân dân tỉnh Hà Giang | Bằng khen | Vi Văn Út",
        "Ủy ban nhân dân tỉnh Hà Giang | Bằng khen | 6 công nhân",
    ),
    case(
        "a group right behind an honour for an occasion",
        "LĐLĐ tỉnh Hà Giang tặng Bằng khen đột xuất 4 cá nhân.",
        f"{HA_GIANG} | Bằng khen | 4 cá nhân",
    ),
    case(
        "groups right behind the honour",
        "LĐLĐ tỉnh Hà Giang tặng Bằng khen 10 tập thể, 26 cá nhân.",
        f"{HA_GIANG} | Bằng khen | 10 tập thể",
        f"{HA_GIANG} | Bằng khen | 26 cá nhân",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*BEHIND_COLON, *UNDER_HEADING, *BY_NAME])
def test_lists(text: str, expected: set[str]) -> None:
    assert awards(text) == expected
