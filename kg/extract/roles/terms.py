"""When a role is held: the term behind it, or the period that leads its clause.

    behind   "Chủ tịch LĐLĐ tỉnh nhiệm kỳ 2018-2023", "Giám đốc Sở Y tế (2010-2015)", "... từ tháng 7/2019"
    leading  "Từ năm 1995 đến năm 2001, ông là Viện trưởng ..."

Refuses a day on which something happened, and a period of something else in the sentence.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.extract.reading import Reading
from kg.extract.roles.patterns import patterns
from kg.model import Period
from kg.periods import FoundPeriod, open_period

_AGAIN = r"(?:khóa|nhiệm\s+kỳ|giai\s+đoạn|lần\s+thứ)"
_TERM = re.compile(
    rf"^(?:\s*[(,]?\s*{_AGAIN}\s+[\w\s–-]{{1,14}}(?:,\s*(?:\d+|[ivxl]+)(?!\w))*\)?)*\s*(?:,\s*)?", re.IGNORECASE
)
_SINCE = re.compile(r"\s*[,(]?\s*(?:kể\s+)?(?=từ\s)")
_BRACKETED = re.compile(r"\s*[,(]?\s*(?=(?:từ\s|trong\s|giai\s+đoạn\s|(?:19|20)\d\d\s?[–-]\s?(?:19|20)\d\d\)))")
_MAX_TERM = 60  # characters
_MAX_TO_OFFICE = 70  # characters between a period that leads a clause and its office
_CLAUSE = re.compile(r"(?:^|[;.:,(]\s*|\n)(?:kể\s+)?$")
_NEW_CLAUSE = re.compile("[.;:]")
_FROM = re.compile(r"(?<!\w)từ\s")
_INTERVALS = ("years", "months", "days")


class Term(NamedTuple):
    """When an office is held; `over` where the article tells it as past."""

    period: Period
    over: bool


def term_behind(reading: Reading, end: int) -> tuple[int, Term | None]:
    """Give where the words on an office end with the term behind it, and that term."""
    folded = reading.scan.folded
    stretch = folded[end : end + _MAX_TERM]
    term = _TERM.match(stretch)
    if term is not None and term[0].strip(" ,"):
        return end + len(term[0].rstrip(" ,")), _inside(reading, end, end + term.end())
    interval = _interval_at(reading, end + match.end()) if (match := _BRACKETED.match(stretch)) else None
    if interval is None and (since := _SINCE.match(stretch)) is not None:
        interval = open_period(folded, end + since.end())
    return (_over_bracket(folded, interval.end), _term(reading, interval)) if interval is not None else (end, None)


def _term(reading: Reading, found: FoundPeriod) -> Term:
    """Whether a term is over: told as "từ ... đến ...", or ended before the year of the article."""
    last = found.period.end
    narrated = reading.scan.folded.startswith("từ ", found.begin)
    return Term(found.period, over=last is not None and (narrated or last.year < reading.year))


def leading_term(reading: Reading, sentence: int, office: int) -> Term | None:
    """Give the period that opens the clause of an office which a verb gives to somebody; None where none does."""
    folded = reading.scan.folded
    for found in _intervals_before(reading, sentence, office):
        gap = folded[found.end : office]
        led = _CLAUSE.search(folded[max(sentence, found.begin - 12) : found.begin]) is not None
        if led and not _NEW_CLAUSE.search(gap) and patterns(reading.lexicon).office_verb.search(gap):
            return _term(reading, found)
    return None


def _intervals_before(reading: Reading, sentence: int, office: int) -> list[FoundPeriod]:
    """The intervals just before an office, the nearest first: with both ends, or from a day on."""
    first = max(sentence, office - _MAX_TO_OFFICE)
    closed = [period for period in _intervals(reading) if first <= period.begin and period.end <= office]
    starts = (first + match.start() for match in _FROM.finditer(reading.scan.folded[first:office]))
    since = [found for at in starts if (found := open_period(reading.scan.folded, at)) is not None]
    return sorted([*closed, *since], reverse=True, key=lambda found: found.begin)


def _intervals(reading: Reading) -> list[FoundPeriod]:
    periods = (chunk.value for chunk in reading.chunks if chunk.label == "PERIOD")
    return [period for period in periods if period.form in _INTERVALS]


def _inside(reading: Reading, begin: int, end: int) -> Term | None:
    inside = (c for c in reading.chunks if c.label == "PERIOD" and begin <= c.begin and c.end <= end + 1)
    return next((_term(reading, chunk.value) for chunk in inside), None)


def _interval_at(reading: Reading, begin: int) -> FoundPeriod | None:
    return next((period for period in _intervals(reading) if period.begin == begin), None)


def _over_bracket(folded: str, end: int) -> int:
    return end + 1 if folded[end : end + 1] == ")" else end
