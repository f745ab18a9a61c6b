"""Which places an article names, and which of them a bare level means: "LĐLĐ tỉnh", "Huyện ủy".

Refuses places that are part of a longer name, and where somebody only comes from or lives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.language.organisations import OrganisationName
from kg.language.scan import Hit, Scan, has_level
from kg.lexicon import Lexicon, Unit, match_key

CITY = "Hồ Chí Minh"  # a city in names of places, and a person in most others

_KIND_BEFORE = re.compile(r"(tỉnh|thành phố|tp\.?|huyện|quận|thị xã|tx\.?)\s*$", re.IGNORECASE)
_KINDS = {"tp": "thành phố", "tx": "thị xã"}
_DISTRICTS = frozenset({"huyện", "quận", "thị xã", "thành phố"})
_IN_A_ROW = re.compile(r"\s*(?:và|,\s*và|,)\s*(?:tỉnh\s+)?")
# Where somebody comes from or lives is not what the article is about
_HOME = re.compile(
    r"(?:quê|quê quán|nguyên quán|quê ở|quê gốc|sinh ra|trú|ngụ|trú tại|ngụ tại|sinh tại|gốc)"
    r"(?:\s+(?:ở|tại|quán|xã|huyện|tỉnh|thành phố|phường|quận|tp\.?|[^\W\d_]+,))*\s*$"
)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place in the text; `kind` empty where the text names it without one.

    `listed`: one of several in a row, which is not what an article is about.
    """

    offset: int
    name: str
    kind: str
    parent: str
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """The places of an article in the order of the text."""

    mentions: tuple[PlaceMention, ...]
    lexicon: Lexicon

    def of_level(self, level: str, offset: int) -> str:
        """Give the article's own place of a level, as seen from an offset: the nearest before, else the first after."""
        if level == "tỉnh":
            provinces = [place for place in self._provinces() if self.province_kind(place[1]) == "tỉnh"]
            return _nearest(provinces, offset)
        return _nearest([(p.offset, p.name) for p in self.mentions if self._is_of(p, level)], offset)

    def province(self, offset: int) -> str:
        """Give the province or the city of central rank that the article is about, as seen from an offset."""
        return _nearest(list(self._provinces()), offset)

    def province_kind(self, name: str) -> str:
        """Give "tỉnh" or "thành phố" for a unit without a parent, an empty kind for any other name."""
        units = self.lexicon.units.get(match_key(name), ())
        return next((unit.kind for unit in units if unit.parent is None), "")

    def _is_of(self, place: PlaceMention, level: str) -> bool:
        if place.kind:
            return place.kind == level
        return level == "thành phố" and self.province_kind(place.name) == level

    def _provinces(self) -> Iterator[tuple[int, str]]:
        single = [place for place in self.mentions if not place.listed]
        for place in single if any(_is_province(place) for place in single) else self.mentions:
            central = place.kind == "thành phố" and self.province_kind(place.name) == "thành phố"
            province = place.name if central or place.kind in ("tỉnh", "") else place.parent
            if province:
                yield place.offset, province


def _is_province(place: PlaceMention) -> bool:
    return place.kind == "tỉnh" or bool(place.parent)


def _nearest(places: Sequence[tuple[int, str]], offset: int) -> str:
    before = [name for at, name in places if at <= offset]
    return before[-1] if before else (places[0][1] if places else "")


def find_places(scan: Scan, lexicon: Lexicon, organisations: Sequence[OrganisationName]) -> Places:
    """Find the places in an article's text, and those that the names of its organisations hold."""
    found = [*_in_names(lexicon, organisations), *_in_text(scan, organisations)]
    return Places(tuple(sorted(found, key=lambda place: place.offset)), lexicon)


def _in_names(lexicon: Lexicon, organisations: Sequence[OrganisationName]) -> Iterator[PlaceMention]:
    """Places from the organisations' names, and from "(tỉnh Gia Lai)" behind them."""
    for name in organisations:
        for part in name.parts:
            if part.place:
                parent = name.parent or _parent(part.place, part.level, lexicon)
                yield PlaceMention(name.begin, part.place, part.level, parent)
        if name.parent:
            yield PlaceMention(name.begin, name.parent, "", "")


def _in_text(scan: Scan, organisations: Sequence[OrganisationName]) -> Iterator[PlaceMention]:
    """Places from the text outside of the organisations' names."""
    names = [(name.begin, name.end) for name in organisations]
    listed = _listed(scan)
    for hit in scan.units:
        if not any(begin <= hit.begin < end for begin, end in names):
            place = _mention(scan, hit)
            if place is not None:
                yield replace(place, listed=hit.begin in listed)


def _listed(scan: Scan) -> set[int]:
    """Where the places in a row begin: "Lâm Đồng, Đắk Nông và Bình Thuận"."""
    pairs = [(a, b) for a, b in pairwise(scan.units) if _IN_A_ROW.fullmatch(scan.folded, a.end, b.begin)]
    return {hit.begin for pair in pairs for hit in pair}


def _mention(scan: Scan, hit: Hit) -> PlaceMention | None:
    assert isinstance(hit.entry, tuple)
    before = _KIND_BEFORE.search(scan.folded, max(0, hit.begin - 12), hit.begin)
    kind = before[1].rstrip(".") if before else ""
    kind = _KINDS.get(kind, kind)
    if has_level(scan.text, hit):
        kind = "thành phố"
    unit = _of_kind(hit.entry, kind)
    if unit is None or (not kind and (unit.name == CITY or _part_of_name(scan.text, hit.begin))):
        return None
    if _HOME.search(scan.folded, max(0, hit.begin - 60), hit.begin):
        return None
    return PlaceMention(hit.begin, unit.name, kind or unit.kind, unit.parent or "")


def _part_of_name(text: str, begin: int) -> bool:
    """Whether a capitalised word touches the place on its left: a person's or a longer name."""
    *_, last = ("", *text[max(0, begin - 20) : begin].split())
    if not last or not (last[0].isupper() and last[-1].isalpha()):
        return False
    return text[begin - 1] == " " and not text[: begin - 1].endswith((". ", "\n"))


def _of_kind(units: tuple[Unit, ...], kind: str) -> Unit | None:
    if kind:
        return next((unit for unit in units if unit.kind == kind), units[0])
    return next((unit for unit in units if unit.parent is None), None)


def _parent(name: str, level: str, lexicon: Lexicon) -> str:
    """The province of a district whose name no other province has."""
    if level not in _DISTRICTS:
        return ""
    units = lexicon.units.get(match_key(name), ())
    parents = {unit.parent for unit in units if unit.kind == level and unit.parent}
    return parents.pop() if len(parents) == 1 else ""
