"""Periods and dates as Vietnamese news writes them, to intervals from a first to a last day.

`find_periods` refuses what has no end ("từ năm 2013 đến nay": that is `open_period`'s), and both what is no calendar
interval (31/02/2020). A year must lie in 1900-2099. Longer forms win: "từ 31/01 đến 31/5/2023" is one period, not two
dates.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kg.model import Period

Form = Literal["years", "year", "school year", "days", "months", "month", "quarter", "half", "day", "since"]


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A period and where it stands; `form` says how precise the text is."""

    begin: int
    end: int
    period: Period
    form: Form


_Y = r"(?:19|20)\d\d"
_D = r"[0-3]?\d\s?[/.\-]\s?[01]?\d"
_DASH = r"\s?[-–—]\s?"
_TO = rf"(?:{_DASH}|\s+đến\s+(?:hết\s+)?)"
_YEAR = re.compile(_Y)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

_PATTERNS = re.compile(
    rf"""(?<![\w/.,\-])(?:
      (?P<days>(?:từ\s+)?(?:ngày\s+)?(?P<d1>{_D})(?:\s?[/.\-]\s?(?P<dy1>{_Y}))?
        {_TO}(?:ngày\s+)?(?P<d2>{_D})\s?[/.\-]\s?(?P<dy2>{_Y}))
    | (?P<months>(?:từ\s+)?(?:(?:tháng\s+)?(?P<m1>[01]?\d)\s?/\s?(?P<my1>{_Y})|tháng\s+(?P<m0>[01]?\d))
        {_TO}(?:tháng\s+)?(?P<m2>[01]?\d)\s?/\s?(?P<my2>{_Y}))
    | (?P<years>(?:từ\s+)?
        (?:(?:giai\s+đoạn|nhiệm\s+kỳ|thời\s+kỳ|niên\s+khóa|trong\s+các\s+năm|các\s+năm)\s*:?\s+)?
        (?:từ\s+)?(?:năm\s+)?(?P<y1>{_Y}){_TO}(?:năm\s+)?(?P<y2>{_Y})(?!\s?[/.\-]\d))
    | (?P<school>năm\s+học\s+(?P<s1>{_Y}){_DASH}(?P<s2>{_Y}))
    | (?P<half>(?P<h>[369]|sáu|ba|chín)\s+tháng\s+(?P<he>đầu|cuối)\s+năm\s+(?P<hy>{_Y}))
    | (?P<quarter>quý\s+(?P<q>i{{1,3}}|iv|[1-4])\s?(?:/|\s+năm\s+)\s?(?P<qy>{_Y}))
    | (?P<day>(?:ngày\s+)?(?P<dd>{_D})\s?[/.\-]\s?(?P<ddy>{_Y}))
    | (?P<month>tháng\s+(?P<mm>[01]?\d)\s?(?:[/.\-]|\s+năm\s+)\s?(?P<mmy>{_Y}))
    | (?P<year>(?:trong\s+)?năm\s+(?P<yy>{_Y})(?!\s?[-–/]\s?\d))
    )(?![\w/])(?!\s+(?:cho\s+)?(?:đến|tới)\s+(?:hiện\s+)?nay)""",
    re.IGNORECASE | re.VERBOSE,
)
# "từ năm 2013 đến nay", "từ tháng 7/2019", "từ ngày 01/8/2020", with nothing behind that ends it
_OPEN = re.compile(
    rf"từ\s+(?:năm\s+(?P<y0>{_Y})|(?:đầu\s+|cuối\s+)?tháng\s+(?P<m1>[01]?\d)\s?(?:[/.\-]|năm)\s?(?P<y1>{_Y})"
    rf"|ngày\s+(?P<d2>[0-3]?\d)\s?[/.\-]\s?(?P<m2>[01]?\d)\s?[/.\-]\s?(?P<y2>{_Y})|(?P<y3>{_Y}))"
    rf"(?![\w/])(?:\s+(?:cho\s+)?(?:đến|tới)\s+(?:hiện\s+)?nay|(?!\s?[-–—]|\s+(?:đến|tới)\s))"
)
_LAST_MONTHS = {"3": 3, "6": 6, "9": 9, "ba": 3, "sáu": 6, "chín": 9}


def find_periods(text: str, begin: int = 0, end: int | None = None) -> Iterator[FoundPeriod]:
    """Find the periods in a stretch of a text, leftmost and longest first, without overlaps.

    >>> [(p.form, p.period.start.isoformat(), p.period.end.isoformat()) for p in find_periods("từ 31/01 đến 31/5/2023")]
    [('days', '2023-01-31', '2023-05-31')]
    """
    end = len(text) if end is None else end
    if _YEAR.search(text, begin, end) is None:
        return
    for match in _PATTERNS.finditer(text, begin, end):
        form = _form(match)
        period = _READERS[form](match)
        if period is not None:
            yield FoundPeriod(match.start(), match.end(), period, _FORMS[form])


def open_period(text: str, at: int) -> FoundPeriod | None:
    """Give the period without an end that begins at an offset of a folded text; None where none does.

    >>> open_period("từ tháng 7/2019 đến nay", 0).period
    Period(start=datetime.date(2019, 7, 1), end=None)
    """
    match = _OPEN.match(text, at)
    if match is None:
        return None
    parts = {name[0]: int(value) for name, value in match.groupdict().items() if value}
    start = _date(parts["y"], parts.get("m", 1), parts.get("d", 1))
    return FoundPeriod(at, match.end(), Period(start, None), "since") if start is not None else None


def _form(match: re.Match[str]) -> str:
    return next(name for name in _READERS if match[name])


def whole_years(first: int, last: int) -> Period | None:
    """Give the period from 1 January to 31 December; None where it runs backwards or over 40 years."""
    return Period(date(first, 1, 1), date(last, 12, 31)) if first <= last <= first + 40 else None


def _day(text: str, year: str) -> date | None:
    day, month = (int(part) for part in re.split(r"\s?[/.\-]\s?", text))
    return _date(int(year), month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _between(start: date | None, end: date | None) -> Period | None:
    return Period(start, end) if start and end and start <= end else None


def _month(year: int, month: int, months: int = 1) -> Period | None:
    last = month + months - 1
    if not (1 <= month <= 12 and last <= 12):
        return None
    return Period(date(year, month, 1), date(year, last, calendar.monthrange(year, last)[1]))


def _days(m: re.Match[str]) -> Period | None:
    return _between(_day(m["d1"], m["dy1"] or m["dy2"]), _day(m["d2"], m["dy2"]))


def _months(m: re.Match[str]) -> Period | None:
    first = _month(int(m["my1"] or m["my2"]), int(m["m1"] or m["m0"]))
    last = _month(int(m["my2"]), int(m["m2"]))
    return _between(first.start, last.end) if first and last else None


def _half(m: re.Match[str]) -> Period | None:
    months = _LAST_MONTHS[m["h"].lower()]
    return _month(int(m["hy"]), 1 if m["he"].lower() == "đầu" else 13 - months, months)


def _one_day(m: re.Match[str]) -> Period | None:
    day = _day(m["dd"], m["ddy"])
    return _between(day, day)


_READERS: dict[str, Callable[[re.Match[str]], Period | None]] = {
    "days": _days,
    "months": _months,
    "years": lambda m: whole_years(int(m["y1"]), int(m["y2"])),
    "school": lambda m: whole_years(int(m["s1"]), int(m["s2"])),
    "half": _half,
    "quarter": lambda m: _month(int(m["qy"]), 3 * _QUARTERS[m["q"].lower()] - 2, 3),
    "day": _one_day,
    "month": lambda m: _month(int(m["mmy"]), int(m["mm"])),
    "year": lambda m: whole_years(int(m["yy"]), int(m["yy"])),
}
_FORMS: dict[str, Form] = {
    "days": "days",
    "months": "months",
    "years": "years",
    "school": "school year",
    "half": "half",
    "quarter": "quarter",
    "day": "day",
    "month": "month",
    "year": "year",
}
