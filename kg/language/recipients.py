"""Counted groups in a scanned text: "84 cá nhân", "48 lượt cá nhân, tập thể", "hai đơn vị", "trên 9.600 đoàn viên".

The noun is one of the lexicon's recipients. Refuses percentages, money, dates, and counts of things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.language import numbers
from kg.language.scan import Scan
from kg.lexicon import Lexicon
from kg.lexicon.patterns import one_of


@dataclass(frozen=True, slots=True)
class CountedGroup:
    """A counted group; `kind` is the counted noun as the text has it."""

    begin: int
    end: int
    kind: str
    count: int


def find_counts(scan: Scan, lexicon: Lexicon) -> Iterator[CountedGroup]:
    """Find the counted groups of the sentences worth reading."""
    pattern = _pattern(lexicon)
    for begin, end in scan.sentences:
        for match in pattern.finditer(scan.folded, begin, end):
            word = match["number"]
            count = numbers.value(word, lexicon.numbers)
            if count > 0 and not _is_year(word, count):
                kind = " ".join(scan.text[match.start("kind") : match.end("kind")].split())
                yield CountedGroup(match.start(), match.end(), kind, count)


@lru_cache(maxsize=8)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    one = rf"(?:{one_of(lexicon.words['recipients.before'])}\s+)*{one_of(lexicon.words['recipients.list'])}(?!\w)"
    number = rf"(?P<number>{numbers.pattern(lexicon.numbers)})"
    return re.compile(rf"(?<![\w.,/%-]){number}\s+(?P<kind>{one}(?:(?:\s*,\s*{one})+|\s+và\s+{one})?)")


def _is_year(word: str, count: int) -> bool:
    return len(word) == 4 and word.isdigit() and 1900 <= count <= 2099
