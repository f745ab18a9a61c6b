"""Counted groups of unnamed recipients, and counts of what receives nothing."""

from __future__ import annotations

import pytest
from sentences import case, scanned, words

from kg.language.recipients import find_counts

HONOUR = "Tặng Bằng khen cho "  # a sentence is read for its honour


def counted(text: str) -> set[str]:
    return {f"{group.count} {group.kind}" for group in find_counts(scanned(HONOUR + text), words())}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("one", "84 cá nhân.", "84 cá nhân"),
        case("two joined by a comma", "1 tập thể, 3 cá nhân.", "1 tập thể", "3 cá nhân"),
        case("two joined by a conjunction", "15 tập thể và 35 cá nhân.", "15 tập thể", "35 cá nhân"),
        case("leading nought", "02 đơn vị và 05 đồng chí.", "2 đơn vị", "5 đồng chí"),
        case("thousands", "trên 9.600 đoàn viên.", "9600 đoàn viên"),
        case("hundreds of thousands", "1.210.500 công nhân.", "1210500 công nhân"),
        case("more than", "hơn 200 người.", "200 người"),
        case("number word", "hai đơn vị và mười cá nhân.", "2 đơn vị", "10 cá nhân"),
        case("number word with capital", "Ba tập thể xuất sắc.", "3 tập thể"),
        case("one group of two kinds", "48 lượt cá nhân, tập thể.", "48 lượt cá nhân, tập thể"),
        case("officers and staff", "17 cán bộ, nhân viên.", "17 cán bộ, nhân viên"),
        case("local unions", "4 công đoàn cơ sở.", "4 công đoàn cơ sở"),
        case("abbreviation", "11 CĐCS và 26 CNVCLĐ.", "11 CĐCS", "26 CNVCLĐ"),
        case("abbreviated comrade", "6 đ/c.", "6 đ/c"),
        case("drivers", "7 tài xế xe buýt.", "7 tài xế xe buýt"),
        case("families", "20 gia đình, 3 thôn.", "20 gia đình", "3 thôn"),
        case("model workers", "9 điển hình tiên tiến.", "9 điển hình tiên tiến"),
        case("teachers", "31 nhà giáo và 12 học sinh.", "31 nhà giáo", "12 học sinh"),
        case("tens in words", "hai mươi lăm công nhân.", "25 công nhân"),
        case("teens in words", "mười bốn thôn.", "14 thôn"),
        case("hundreds in words", "một trăm linh năm đoàn viên.", "105 đoàn viên"),
        case("thousands in words", "hai nghìn ba trăm lao động.", "2300 lao động"),
        case("teams", "3 đội, 4 tổ công đoàn và 5 nghiệp đoàn.", "3 đội", "4 tổ công đoàn", "5 nghiệp đoàn"),
        case("places below the commune", "4 tổ dân phố, 2 bản và 6 ấp.", "4 tổ dân phố", "2 bản", "6 ấp"),
        case("trades", "2 kiểm sát viên, 6 thợ lò và 3 điều dưỡng.", "2 kiểm sát viên", "6 thợ lò", "3 điều dưỡng"),
        case("faces", "9 gương mặt trẻ.", "9 gương mặt trẻ"),
        case("three kinds of one group", "7 công nhân, lao động, cán bộ.", "7 công nhân, lao động, cán bộ"),
    ],
)
def test_counts(text: str, expected: set[str]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("gifts", "50 suất quà, 30 phần quà."),
        case("money", "20 triệu đồng."),
        case("percentage", "95% đoàn viên."),
        case("initiatives", "8.063 sáng kiến."),
        case("a year", "năm 2020 đơn vị đã nộp hồ sơ."),
        case("nought", "0 cá nhân."),
        case("decimal", "2,5 người."),
        case("many", "nhiều tập thể, cá nhân."),
        case("two numbers side by side", "hai mười người."),
        case("medals", "3 huy chương vàng."),
        case("works", "12 bài thi và 4 tác phẩm."),
    ],
)
def test_no_count(text: str, expected: set[str]) -> None:
    assert counted(text) == expected
