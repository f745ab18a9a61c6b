"""Where a stretch that an annotator copied stands in a text: for showing, never for scoring."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from kg.text import normalise, tidy

_LINE = re.compile(r"\s*\n\s*")
_STOP = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[\"“‘«(\[]?(\w))")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a text, in characters, and the sentence or sentences that hold it; ends are exclusive."""

    begin: int
    end: int
    sentence_begin: int
    sentence_end: int


def locate(text: str, stretch: str) -> Place | None:
    """Find a stretch in a text, None where it does not stand there.

    White space is compared loosely: an annotator who joins two lines still quotes the text.
    """
    words = normalise(stretch).split()
    found = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
    if found is None:
        return None
    bounds = _bounds(text)
    begin = bounds[bisect_right(bounds, found.start()) - 1]
    end = bounds[bisect_left(bounds, found.end())]
    return Place(found.start(), found.end(), begin, end)


def sentence_around(text: str, stretch: str) -> str | None:
    """Give the sentence or sentences of `text` in which `stretch` stands, None where it does not.

    >>> sentence_around("Hôm qua mưa. Ông Nam, Chủ tịch, phát biểu. Xong.", "Ông Nam, Chủ tịch")
    'Ông Nam, Chủ tịch, phát biểu.'
    """
    place = locate(text, stretch)
    return tidy(text[place.sentence_begin : place.sentence_end]) if place else None


@lru_cache(maxsize=64)
def _bounds(text: str) -> list[int]:
    """Where sentences begin, after a line end or a stop before a capital or a figure; and where the text ends."""
    lines = [match.end() for match in _LINE.finditer(text)]
    stops = [match.end() for match in _STOP.finditer(text) if not match[1].islower()]
    return sorted({0, *lines, *stops, len(text)})
