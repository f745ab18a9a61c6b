"""What a mention means inside its article: full names, missing places, antecedents, one entity for all forms.

"LĐLĐ tỉnh" in an article about Bắc Kạn is "Liên đoàn Lao động tỉnh Bắc Kạn"; "Công đoàn công ty" is the union of the
company named before it; "ông Khang" is Nguyễn Đình Khang. Only the article decides; what it leaves open stays open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from kg.language.organisations import OrganisationName, Part
from kg.language.persons import PersonName
from kg.language.scan import Hit, Scan
from kg.lexicon import Lexicon, Unit, match_key
from kg.model import Organisation, Person, Place
from kg.text import tidy

_KIND_BEFORE = re.compile(r"(tỉnh|thành phố|tp\.?|huyện|quận|thị xã|tx\.?)\s*$", re.IGNORECASE)
# Where somebody comes from or lives is not what the article is about
_HOME = re.compile(r"(?:quê|quê quán|nguyên quán|quê ở|quê gốc|sinh ra|trú|ngụ|trú tại|ngụ tại|sinh tại|gốc)(?:\s+(?:ở|tại|quán|xã|huyện|tỉnh|thành phố|phường|quận|tp\.?|[^\W\d_]+,))*\s*$")
_KINDS = {"tp": "thành phố", "tx": "thị xã"}
_CITY = "Hồ Chí Minh"
_PROVINCIAL = frozenset({"Sở", "Công đoàn ngành", "Đoàn đại biểu Quốc hội"})
_DISTRICTS = frozenset({"huyện", "quận", "thị xã", "thành phố"})
# Organs that speak for the body they belong to
ORGANS = frozenset({"Ban Thường vụ", "Ban Chấp hành", "Đoàn Chủ tịch"})
# Party organisations that stand inside another body: "Bí thư Đảng ủy, Giám đốc Sở X" is of "Đảng ủy Sở X"
INNER = frozenset({"Đảng ủy", "Đảng đoàn", "Ban Cán sự đảng", "Chi bộ", "Đảng bộ", "Công đoàn", "Đoàn Thanh niên", "Chi đoàn"}) | ORGANS
_COMPANIES = ("Công ty", "Tập đoàn", "Tổng Công ty", "Ngân hàng", "Xí nghiệp", "Nhà máy", "Doanh nghiệp", "Hợp tác xã")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place in the text; `kind` empty where the text names it without one."""

    offset: int
    name: str
    kind: str
    parent: str


@dataclass(frozen=True)
class Context:
    """What an article knows: its places and organisations in the order of the text, and its people."""

    scan: Scan
    lexicon: Lexicon
    organisations: tuple[OrganisationName, ...]
    persons: tuple[PersonName, ...]
    _memo: dict[OrganisationName, Organisation] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def places(self) -> tuple[PlaceMention, ...]:
        """Every place that the article names, in order."""
        return tuple(sorted(_places(self), key=lambda p: p.offset))

    # ---- organisations

    def organisation(self, name: OrganisationName) -> Organisation:
        """Give the organisation that a mention means."""
        if name not in self._memo:
            parts = self.full_parts(name)
            self._memo[name] = replace(_organisation(parts), forms=(tidy(self.scan.text[name.begin : name.end]),))
        return self._memo[name]

    def full_parts(self, name: OrganisationName) -> tuple[Part, ...]:
        """Give a mention's parts with antecedents, the fullest form in the article, and the missing place filled in."""
        parts = self._with_antecedent(name.parts, name.begin)
        parts = self._fullest(parts, name.begin)
        return (*parts[:-1], self._placed(parts[-1], name.begin, name.parent))

    def _with_antecedent(self, parts: tuple[Part, ...], offset: int) -> tuple[Part, ...]:
        """Put the full name in for a bare last part: "Công đoàn công ty", "Giám đốc Công ty"."""
        last = parts[-1]
        if not last.bare or last.head.alone:
            return parts
        if last.head.name.startswith(_COMPANIES) or last.head.weak:
            found = self._antecedent(offset, lambda other: other.head.name.startswith(last.head.name) and bool(other.tail))
            if found is not None:
                return (*parts[:-1], *found)
        if last.head.name == "Công đoàn ngành":
            found = self._antecedent(offset, lambda other: other.head.name == "Công đoàn ngành" and bool(other.tail))
            found = found or self._antecedent(offset, lambda other: other.head.name == "Công đoàn Giáo dục" or (other.head.name == "Công đoàn" and bool(other.country)))
            return (*parts[:-1], *(found or self._sector_union(last, offset)))
        return parts

    def _sector_union(self, last: Part, offset: int) -> tuple[Part, ...]:
        """"Công đoàn ngành" in an article on a Sở: the union of that Sở's field."""
        found = self._antecedent(offset, lambda other: other.head.name == "Sở" and bool(other.tail))
        return (replace(last, tail=found[0].tail),) if found else (last,)

    def _antecedent(self, offset: int, fits: object) -> tuple[Part, ...] | None:
        """The parts of the nearest fitting body before an offset, else of the first one after it."""
        best: tuple[Part, ...] | None = None
        for other in self.organisations:
            for index, part in enumerate(other.parts):
                if fits(part) and not part.head.alone:  # type: ignore[operator]  # a predicate on parts
                    if other.begin >= offset:
                        return best or other.parts[index:]
                    best = other.parts[index:]
        return best

    def _fullest(self, parts: tuple[Part, ...], offset: int) -> tuple[Part, ...]:
        """The one longer form of the same body that the article has: "Tổng cục Chính trị" (Quân đội ...)."""
        if parts[-1].place or parts[-1].level or (parts[0].bare and len(parts) == 1):
            return parts
        longer = {
            other.parts
            for other in self.organisations
            if len(other.parts) > len(parts) and other.parts[: len(parts) - 1] == parts[:-1] and _same_stem(other.parts[len(parts) - 1], parts[-1])
        }
        return longer.pop() if len(longer) == 1 else parts

    def _placed(self, part: Part, offset: int, parent: str) -> Part:
        """Fill in the place that a bare level, or a head with a level, leaves to the article."""
        if part.place or part.head.alone:
            return part
        level = part.level or part.head.level
        if not level:
            if part.head.name not in _PROVINCIAL or part.country or not part.tail:
                return part
            same = self._same_head_place(part)
            province = same or self.province(offset)
            return replace(part, level=_province_kind(province, self.lexicon), place=province) if province else part
        same_level = self._same_head_place(part, level)
        name = same_level or self.place(level, offset)
        return replace(part, level=level, place=name)

    def _same_head_place(self, part: Part, level: str = "") -> str:
        """The place of the same body where another mention has it in full."""
        found = Counter(
            other.place
            for name in self.organisations
            for other in name.parts
            if other.head == part.head and other.tail == part.tail and other.place and level in ("", other.level)
        )
        return found.most_common(1)[0][0] if len(found) == 1 else ""

    # ---- places

    def place(self, level: str, offset: int) -> str:
        """Give the article's own place of a level, as seen from an offset: the nearest before, else the first after."""
        if level == "tỉnh":
            return self._province_of_kind(offset)
        fitting = [p for p in self.places if p.kind == level or (not p.kind and level == "thành phố" and _is_central(p.name, self.lexicon))]
        return _nearest(fitting, offset)

    def province(self, offset: int) -> str:
        """Give the province or the city of central rank that the article is about, as seen from an offset."""
        return _nearest([PlaceMention(p.offset, province, "", "") for p in self.places if (province := self._province(p))], offset)

    def _province_of_kind(self, offset: int) -> str:
        named = [PlaceMention(p.offset, province, "", "") for p in self.places if (province := self._province(p)) and _province_kind(province, self.lexicon) == "tỉnh"]
        return _nearest(named, offset)

    def _province(self, place: PlaceMention) -> str:
        if place.kind in ("tỉnh", "") or (place.kind == "thành phố" and _is_central(place.name, self.lexicon)):
            return place.name
        return place.parent

    # ---- people

    def person_name(self, mention: PersonName) -> PersonName | None:
        """Give the full name that a mention means: itself, or for a given name the nearest fitting one before it."""
        if mention.full:
            return mention
        syllables = mention.name.split()
        found = None
        for other in self.persons:
            if other.full and other.name.split()[-len(syllables) :] == syllables and len(other.name.split()) > len(syllables):
                if other.begin > mention.begin and found is not None:
                    break
                found = other
        if found is None and mention.introduced and len(syllables) > 1:
            return mention
        return found

    def before(self, offset: int) -> PersonName | None:
        """Give whom "ông" or "bà" alone means at an offset: the first person of the nearest sentence before it."""
        found: PersonName | None = None
        sentence: tuple[int, int] | None = None
        for person in self.persons:
            if person.begin >= offset:
                break
            full = self.person_name(person)
            if full is not None and (found is None or self.scan.sentence_of(person.begin) != sentence):
                found, sentence = full, self.scan.sentence_of(person.begin)
        return found


def _same_stem(longer: Part, shorter: Part) -> bool:
    return longer.head == shorter.head and longer.tail == shorter.tail


def _organisation(parts: Sequence[Part]) -> Organisation:
    """Build the organisation of some parts, the outer bodies as its parents."""
    name = " ".join(_part_name(part) for part in parts)
    parent = _organisation(parts[1:]) if len(parts) > 1 else None
    last = parts[-1]
    place = Place(_place_name(last)) if last.place else None
    return Organisation(name, parent=parent, place=place)


def _part_name(part: Part) -> str:
    head = part.head.stands_for or part.head.name
    if part.head.level:
        place = part.place if not part.place.isdigit() else f"{part.head.level.capitalize()} {part.place}"
        return tidy(f"{head} {_central(place) if part.head.level == 'thành phố' else place}")
    return tidy(f"{head} {part.tail} {_place_name(part)}")


def _central(place: str) -> str:
    return f"Thành phố {place}" if place == _CITY else place


def _place_name(part: Part) -> str:
    return _central(part.place) if part.place == _CITY else tidy(f"{part.level} {part.place}")


def _nearest(places: Sequence[PlaceMention], offset: int) -> str:
    before = [p for p in places if p.offset <= offset]
    return before[-1].name if before else (places[0].name if places else "")


def _is_central(name: str, lexicon: Lexicon) -> bool:
    return _province_kind(name, lexicon) == "thành phố"


def _province_kind(name: str, lexicon: Lexicon) -> str:
    units = lexicon.units.get(match_key(name), ())
    return next((u.kind for u in units if u.parent is None), "")


def _places(context: Context) -> Iterator[PlaceMention]:
    """Places from the organisations' names, from "(tỉnh Gia Lai)" behind them, and from the text itself."""
    for name in context.organisations:
        for part in name.parts:
            if part.place:
                yield PlaceMention(name.begin, part.place, part.level, _parent(part.place, part.level, name.parent, context.lexicon))
        if name.parent:
            yield PlaceMention(name.begin, name.parent, "", "")
    inside = _inside(context.organisations)
    for hit in context.scan.units:
        if not inside(hit.begin):
            yield from _place_in_text(hit, context)


def _inside(names: Iterable[OrganisationName]) -> object:
    spans = [(n.begin, n.end) for n in names]
    return lambda offset: any(begin <= offset < end for begin, end in spans)


def _place_in_text(hit: Hit, context: Context) -> Iterator[PlaceMention]:
    assert isinstance(hit.entry, tuple)
    before = _KIND_BEFORE.search(context.scan.folded, max(0, hit.begin - 12), hit.begin)
    kind = before[1].rstrip(".") if before else ""
    kind = _KINDS.get(kind, kind)
    unit = _unit_of_kind(hit.entry, kind)
    if unit is None or (unit.name == _CITY and not kind):
        return
    if not kind and _part_of_name(hit, context.scan.text):
        return
    if _HOME.search(context.scan.folded, max(0, hit.begin - 60), hit.begin):
        return
    yield PlaceMention(hit.begin, unit.name, kind or unit.kind, unit.parent or "")


def _part_of_name(hit: Hit, text: str) -> bool:
    """Whether a capitalised word touches the place on its left: a person's or a longer name."""
    words = text[max(0, hit.begin - 20) : hit.begin].rstrip(" ").rsplit(None, 1)
    last = words[-1] if words else ""
    return bool(last) and last[0].isupper() and last[-1].isalpha() and text[hit.begin - 1] == " " and not text[: hit.begin - 1].endswith((". ", "\n"))


def _unit_of_kind(units: tuple[Unit, ...], kind: str) -> Unit | None:
    if kind:
        return next((u for u in units if u.kind == kind), units[0])
    return next((u for u in units if u.parent is None), None)


def _parent(name: str, level: str, stated: str, lexicon: Lexicon) -> str:
    if stated:
        return stated
    if level not in _DISTRICTS:
        return ""
    parents = {u.parent for u in lexicon.units.get(match_key(name), ()) if u.kind == level and u.parent}
    return parents.pop() if len(parents) == 1 else ""
