"""A place that gives: "lãnh đạo quận Sơn Trà trao ...", "Bằng khen của tỉnh", "được thành phố tặng".

It stands for its people's committee. Refuses a place where something happens, or that somebody is from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.awards.patterns import Patterns
from kg.extract.reading import Reading
from kg.language.chunks import Chunk
from kg.language.organisations import parse_organisation
from kg.language.scan import Hit
from kg.lexicon import match_key

_COMMITTEE = "Ủy ban nhân dân"
_LEADERS = r"(?:lãnh đạo|chính quyền)\s+"
# What leads to a giver: the clause begins, or a word that makes what follows the one who acts
_OPENING = re.compile(
    rf"(?:(?:^|[,;:.–\n-]\s*)(?:{_LEADERS})?|(?<!\w)(?:do|được|bởi|đề nghị|trình|thay mặt|và)\s+(?:{_LEADERS})?"
    rf"|(?<!\w){_LEADERS})$"
)
_BEHIND_HONOUR = re.compile(rf"^[^;,.:()]{{0,30}}(?<!\w)(?:của|từ|do)\s+(?:{_LEADERS})?$")
_MAX_OPENING = 24  # characters


def authorities(reading: Reading, begin: int, end: int, chunks: Sequence[Chunk], known: Patterns) -> Iterator[Chunk]:
    """Find the places in a sentence that stand where an awarder does: before a giving verb, or behind an honour."""
    head = reading.lexicon.heads[match_key(_COMMITTEE)]
    done = begin
    for at in _starts(reading, begin, end, chunks):
        opened = _OPENING.search(reading.scan.folded[max(begin, at - _MAX_OPENING) : at]) is not None
        if at < done or not (opened or _is_behind_honour(reading, chunks, at)):
            continue
        name = parse_organisation(reading.scan, reading.lexicon, Hit(at, at, "HEAD", head), after_title=False)
        if name is None or len(name.parts) > 1 or reading.context.organisation(name).place is None:
            continue
        if not opened or known.acts.match(reading.scan.folded, name.end, end):
            done = name.end
            yield Chunk("ORGANISATION", name.begin, name.end, name)


def _starts(reading: Reading, begin: int, end: int, chunks: Sequence[Chunk]) -> Iterator[int]:
    """Where a level word or the name of a unit stands outside of other names."""
    levels = reading.lexicon.words["body_words.levels"]
    tokens = reading.scan.tokens
    for index in reading.scan.token_range(begin, end):
        token = tokens[index]
        pair = f"{token.folded} {tokens[index + 1].folded}" if index + 1 < len(tokens) else ""
        if not (token.folded in levels or pair in levels or token.begin in reading.scan.unit_at):
            continue
        if not any(c.begin <= token.begin < c.end for c in chunks if c.label != "PLACE"):
            yield token.begin


def _is_behind_honour(reading: Reading, chunks: Sequence[Chunk], at: int) -> bool:
    honour = next((c for c in reversed(chunks) if c.label == "HONOUR" and c.end <= at), None)
    return honour is not None and _BEHIND_HONOUR.match(reading.scan.folded[honour.end : at]) is not None
