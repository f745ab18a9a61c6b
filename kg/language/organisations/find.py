"""All organisations of a text: at heads, behind titles that contain a head, and by the short names it gives them.

Joins a unit to the house named behind a comma. Refuses a short name in small letters, or one that is a place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.language.names import MAX_SYLLABLES, is_syllable, person_starts
from kg.language.organisations.grammar import parse_organisation
from kg.language.organisations.names import OrganisationName
from kg.language.organisations.titled import behind_title
from kg.language.scan import Hit, Scan
from kg.lexicon import Lexicon, Title

# "Ngân hàng TMCP Tiên Phong (TPBank)"
_ALIAS = re.compile(
    r"\s*\((?:gọi tắt là\s+|sau đây gọi là\s+|viết tắt là\s+|tắt là\s+)?"
    r"(?P<alias>[^\W\d_][\w&-]{1,20}(?: [^\W\d_][\w&-]{0,20})?)\)"
)


def find_organisations(scan: Scan, lexicon: Lexicon) -> Iterator[OrganisationName]:
    """Find the organisations of a scanned text, in order, without overlaps."""
    found = list(_with_houses(scan, _at_heads(scan, lexicon)))
    short = _short_names(scan, found)
    written = [_in_full(scan, short, name) for name in found]
    yield from sorted([*written, *_mentions(scan, short, written)], key=lambda name: name.begin)


def _at_heads(scan: Scan, lexicon: Lexicon) -> Iterator[OrganisationName]:
    done = 0
    for hit in scan.hits:
        if hit.begin < done or hit.begin not in scan.first:
            continue
        found = None
        if hit.label == "HEAD":
            found = None if _in_name(scan, lexicon, hit) else parse_organisation(scan, lexicon, hit)
        elif isinstance(hit.entry, Title):
            found = behind_title(scan, lexicon, hit, hit.entry)
        if found is not None:
            done = found.end
            yield found


def _in_name(scan: Scan, lexicon: Lexicon, hit: Hit) -> bool:
    """Whether a head is a syllable of a person's name: "Ngô Trí Viện", "Trần Đoàn Nam"."""
    at = scan.first[hit.begin]
    if at < 1 or scan.tokens[at].end != hit.end or not scan.tokens[at].capital:
        return False
    first, last = _run_around(scan, at)
    words = [token.word for token in scan.tokens[first : last + 1]]
    if first == at or not 3 <= len(words) <= MAX_SYLLABLES or scan.tokens[first].begin in scan.unit_at:
        return False
    return person_starts(words, lexicon)[:1] == [0] and (last > at or len(words) > 2)


def _run_around(scan: Scan, at: int) -> tuple[int, int]:
    """The first and the last token of the capitalised words around one, one space apart, none a word of the lexicon."""
    first = last = at
    tokens = scan.tokens
    while first and _joins(scan, first - 1, first) and tokens[first - 1].begin not in scan.hit_at:
        first -= 1
    while last + 1 < len(tokens) and _joins(scan, last, last + 1) and tokens[last + 1].begin not in scan.hit_at:
        last += 1
    return first, last


def _joins(scan: Scan, left: int, right: int) -> bool:
    tokens = scan.tokens
    return tokens[left].capital and tokens[right].capital and tokens[left].end + 1 == tokens[right].begin


def _with_houses(scan: Scan, names: Iterator[OrganisationName]) -> Iterator[OrganisationName]:
    """Join a unit to the house named behind a comma: "Phân xưởng 4, Nhà máy M7"."""
    last: OrganisationName | None = None
    for name in names:
        if last is not None and _is_unit_of(scan, last, name):
            last = replace(last, end=name.end, parts=(*last.parts, *name.parts), parent=name.parent)
            continue
        if last is not None:
            yield last
        last = name
    if last is not None:
        yield last


def _is_unit_of(scan: Scan, unit: OrganisationName, house: OrganisationName) -> bool:
    inner, outer = unit.parts[-1], house.parts[0]
    return (
        scan.text[unit.end : house.begin] == ", "
        and "unit" in inner.head.traits
        and "house" in outer.head.traits
        and bool(inner.tail)
        and not inner.place
        and not outer.bare
    )


def _short_names(scan: Scan, names: Sequence[OrganisationName]) -> dict[str, OrganisationName]:
    """The short names that the article gives: in brackets, or a company's own name where no syllable is like it."""
    short: dict[str, OrganisationName] = {}
    for name in names:
        alias = _alias(scan, name)
        if alias is not None:
            short.setdefault(alias, name)
    for name in names:
        part = name.parts[0]
        if len(name.parts) == 1 and "company" in part.head.traits and _is_unlike_words(part.tail):
            short.setdefault(part.tail, name)
    return short


def _is_unlike_words(name: str) -> bool:
    return bool(name) and " " not in name and not is_syllable(name)


def _in_full(scan: Scan, short: Mapping[str, OrganisationName], name: OrganisationName) -> OrganisationName:
    """A name that is no more than a short one, as the body it stands for."""
    written = scan.text[name.begin : name.end]
    full = short.get(written) if name.parts[0].head.name == written else None
    return replace(full, begin=name.begin, end=name.end) if full is not None else name


def _mentions(
    scan: Scan, short: Mapping[str, OrganisationName], names: Sequence[OrganisationName]
) -> Iterator[OrganisationName]:
    """Other mentions by a short name."""
    begins = [name.begin for name in names]
    for alias, name in short.items():
        for match in re.finditer(rf"(?<!\w){re.escape(alias)}(?!\w)", scan.text):
            at = bisect_right(begins, match.start()) - 1
            covered = at >= 0 and names[at].end > match.start()
            if not covered and match.start() in scan.first and scan.text[match.start() - 1] != "(":
                yield replace(name, begin=match.start(), end=match.end())


def _alias(scan: Scan, name: OrganisationName) -> str | None:
    match = _ALIAS.match(scan.text, name.end)
    if match is None or match["alias"].islower() or match.start("alias") in scan.unit_at:
        return None
    return match["alias"] if match["alias"][0].isupper() else None
