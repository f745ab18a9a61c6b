"""Periods and dates as the articles write them, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sentences import period_line

from kg.periods import find_periods, open_period, whole_years


def found(text: str) -> list[str]:
    return [f"{p.form} {period_line(p.period)}" for p in find_periods(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("giai đoạn 2015-2020", ["years 2015–2020"]),
        ("giai đoạn 2016 – 2021", ["years 2016–2021"]),
        ("giai đoạn 2017—2019", ["years 2017–2019"]),
        ("Giai đoạn: 2021-2025", ["years 2021–2025"]),
        ("nhiệm kỳ 2018-2023", ["years 2018–2023"]),
        ("trong nhiệm kỳ 2013 - 2018, công đoàn", ["years 2013–2018"]),
        ("thời kỳ 2001-2010", ["years 2001–2010"]),
        ("(2006-2008)", ["years 2006–2008"]),
        ("từ năm 2012 đến năm 2019", ["years 2012–2019"]),
        ("từ 2014 đến hết năm 2018", ["years 2014–2018"]),
        ("giai đoạn từ năm 2011 đến năm 2016", ["years 2011–2016"]),
        ("trong các năm 2019-2021", ["years 2019–2021"]),
        ("năm học 2018-2019", ["school year 2018–2019"]),
        ("năm học 2022 – 2023", ["school year 2022–2023"]),
        ("năm 2020", ["year 2020"]),
        ("Trong năm 2017, tỉnh", ["year 2017"]),
        ("tháng 5/2023", ["month 2023-05-01–2023-05-31"]),
        ("tháng 02 năm 2024", ["month 2024-02-01–2024-02-29"]),
        ("tháng 2/2023", ["month 2023-02-01–2023-02-28"]),
        ("quý I/2023", ["quarter 2023-01-01–2023-03-31"]),
        ("quý IV năm 2021", ["quarter 2021-10-01–2021-12-31"]),
        ("Quý 3/2022", ["quarter 2022-07-01–2022-09-30"]),
        ("6 tháng đầu năm 2022", ["half 2022-01-01–2022-06-30"]),
        ("sáu tháng cuối năm 2019", ["half 2019-07-01–2019-12-31"]),
        ("9 tháng đầu năm 2023", ["half 2023-01-01–2023-09-30"]),
        ("từ 31/01 đến 31/5/2023", ["days 2023-01-31–2023-05-31"]),
        ("từ ngày 01/6/2023 đến ngày 31/12/2023", ["days 2023-06-01–2023-12-31"]),
        ("(từ 01/6/2023 - 31/12/2023)", ["days 2023-06-01–2023-12-31"]),
        ("từ 15/11/2022 đến hết 15/01/2023", ["days 2022-11-15–2023-01-15"]),
        ("từ tháng 5/2021 đến tháng 5/2022", ["months 2021-05-01–2022-05-31"]),
        ("từ tháng 3 đến tháng 9/2021", ["months 2021-03-01–2021-09-30"]),
        ("từ tháng 3 - tháng 9/2021", ["months 2021-03-01–2021-09-30"]),
        ("ngày 28/7/2024", ["day 2024-07-28–2024-07-28"]),
        ("ngày 01-5-2019", ["day 2019-05-01–2019-05-01"]),
        ("sáng 19.8.2020", ["day 2020-08-19–2020-08-19"]),
        ("năm 2018 và năm 2019", ["year 2018", "year 2019"]),
        ("giai đoạn 2010-2015 và giai đoạn 2016-2020", ["years 2010–2015", "years 2016–2020"]),
    ],
)
def test_a_period_in_its_form(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "từ năm 2013 đến nay",
        "từ ngày 01/5/2020 đến nay",
        "tổng số 2020 đoàn viên",
        "ngày 31/02/2020",
        "tháng 13/2020",
        "giai đoạn 2020-2015",
        "giai đoạn 1899-1905",
        "Nghị quyết số 02-NQ/TW",
        "Quyết định số 1215/2021/QĐ-UBND",
        "điện thoại 0912.2019.345",
        "từ tháng 9 đến tháng 3/2021",
        "từ tháng 13 đến tháng 3/2021",
        "năm thứ ba",
        "",
    ],
)
def test_no_interval_with_two_ends(text: str) -> None:
    assert found(text) == []


def test_the_offsets_hold_the_words() -> None:
    text = "Phong trào “Giỏi việc nước” giai đoạn 2010-2020 và năm 2021."
    assert [text[p.begin : p.end] for p in find_periods(text)] == ["giai đoạn 2010-2020", "năm 2021"]


def test_only_the_stretch_is_read() -> None:
    text = "năm 2018, năm 2019, năm 2020"
    assert [period_line(p.period) for p in find_periods(text, 9, 19)] == ["2019"]


@given(st.integers(1900, 2099), st.integers(1900, 2099))
def test_years_run_forward_and_not_for_ever(first: int, last: int) -> None:
    period = whole_years(first, last)
    assert (period is not None) == (first <= last <= first + 40)
    assert period is None or (period.start, period.end) == (date(first, 1, 1), date(last, 12, 31))


@given(st.text(st.sampled_from("0123456789/-. –đếntừnămthgqu19202\n"), max_size=40))
def test_any_text_gives_intervals_in_order(text: str) -> None:
    last = 0
    for p in find_periods(text):
        assert last <= p.begin < p.end <= len(text)
        assert p.period.end is not None
        assert p.period.start <= p.period.end
        last = p.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("từ năm 2013 đến nay", "2013-01-01–"),
        ("từ tháng 7/2019", "2019-07-01–"),
        ("từ tháng 7 năm 2019 cho đến nay,", "2019-07-01–"),
        ("từ ngày 01/8/2020.", "2020-08-01–"),
        ("từ 2015, ông", "2015-01-01–"),
        ("từ đầu tháng 7/2019,", "2019-07-01–"),
        ("từ năm 2015 tới hiện nay", "2015-01-01–"),
        ("từ năm 2015 đến năm 2020", None),
        ("từ tháng 7/2019 đến tháng 9/2020", None),
        ("từ ngày 31/02/2020", None),
        ("sau năm 2015", None),
        ("từ 2015-2020", None),
        ("từ tháng 13/2019", None),
    ],
)
def test_a_period_without_an_end_is_read_where_it_is_asked_for(text: str, expected: str | None) -> None:
    found = open_period(text, 0)
    assert (period_line(found.period) if found else None) == expected
