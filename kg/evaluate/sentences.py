"""The sentence around a stretch that an annotator copied out of a text: for showing, never for scoring."""

from __future__ import annotations

import re

from kg.text import normalise, tidy

_LINE = re.compile(r"\s*\n\s*")
_STOP = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[\"“‘«(\[]?(\w))")


def sentence_around(text: str, stretch: str) -> str | None:
    """Give the sentence or sentences of `text` in which `stretch` stands, None where it does not.

    White space is compared loosely: an annotator who joins two lines still quotes the text.

    >>> sentence_around("Hôm qua mưa. Ông Nam, Chủ tịch, phát biểu. Xong.", "Ông Nam, Chủ tịch")
    'Ông Nam, Chủ tịch, phát biểu.'
    """
    words = normalise(stretch).split()
    found = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
    if found is None:
        return None
    bounds = sorted(_bounds(text))
    begin = max((bound for bound in bounds if bound <= found.start()), default=0)
    end = min((bound for bound in bounds if bound >= found.end()), default=len(text))
    return tidy(text[begin:end])


def _bounds(text: str) -> list[int]:
    """Where a sentence begins: after a line end, or after a stop before a capital or a figure."""
    lines = [match.end() for match in _LINE.finditer(text)]
    stops = [match.end() for match in _STOP.finditer(text) if not match[1].islower()]
    return lines + stops
