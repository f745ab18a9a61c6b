"""Counted groups in a scanned text: "84 cá nhân", "48 lượt cá nhân, tập thể", "hai đơn vị", "trên 9.600 đoàn viên".

The noun is one of the lexicon's recipients. Refuses percentages, money, dates, and counts of things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.language.scan import Scan
from kg.lexicon import Lexicon

_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+)"
_EXTRA = r"(?:lượt\s+|nữ\s+|nam\s+|nhóm\s+|cặp\s+)*"


class CountedGroup(NamedTuple):
    """A counted group; `kind` is the counted noun as the text has it."""

    begin: int
    end: int
    kind: str
    count: int


@lru_cache(maxsize=4)
def _pattern(lexicon_digest: str, nouns: tuple[str, ...], numbers: tuple[str, ...]) -> re.Pattern[str]:
    noun = "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in sorted(nouns, key=len, reverse=True))
    number = "|".join(re.escape(n) for n in numbers)
    one = rf"{_EXTRA}(?:{noun})(?!\w)"
    return re.compile(rf"(?<![\w.,/%-])(?P<number>{_NUMBER}|(?:{number}))\s+(?P<kind>{one}(?:\s*,\s*{one}|\s+và\s+{one})?)")


def find_counts(scan: Scan, lexicon: Lexicon) -> Iterator[CountedGroup]:
    """Find the counted groups of the sentences worth reading."""
    pattern = _pattern(lexicon.digest, lexicon.words["recipients.list"], tuple(lexicon.numbers))
    for begin, end in scan.sentences:
        for match in pattern.finditer(scan.folded, begin, end):
            word = match["number"]
            count = lexicon.numbers.get(word) or int(word.replace(".", ""))
            if count > 0 and not _is_year(word, count):
                yield CountedGroup(match.start(), match.end(), " ".join(scan.text[match.start("kind") : match.end("kind")].split()), count)


def _is_year(word: str, count: int) -> bool:
    return len(word) == 4 and word.isdigit() and 1900 <= count <= 2099
