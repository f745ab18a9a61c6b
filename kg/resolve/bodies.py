"""Which body a name means: antecedents, the fullest form in the article, the missing place; and its name in full.

Refuses to fill in what several bodies or places of the article would fit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.language.organisations import OrganisationName, Part
from kg.lexicon import Head
from kg.model import Organisation, Place
from kg.resolve.places import CITY, Places
from kg.text import tidy

_EDUCATION = "Công đoàn Giáo dục"  # the one union of an industry that the texts also call "Công đoàn ngành"
_UNION = "Công đoàn"
_DEPARTMENT = "Sở"

Parts = tuple[Part, ...]
_JOINTS = (" và ", ", ", " - ")  # between the fields of work of one body


def full_parts(name: OrganisationName, organisations: Sequence[OrganisationName], places: Places) -> Parts:
    """Give a mention's parts with antecedents, the fullest form in the article, and the missing place filled in."""
    parts = _with_antecedent(name.parts, name.begin, organisations)
    parts = tuple(_whole_field(part, organisations) for part in _fullest(parts, organisations))
    return (*parts[:-1], _placed(parts[-1], name.begin, organisations, places))


def _with_antecedent(parts: Parts, offset: int, organisations: Sequence[OrganisationName]) -> Parts:
    """Put the full name in for a bare last part: "Công đoàn công ty", "Giám đốc Công ty"."""
    last = parts[-1]
    if not last.bare or last.level or last.head.alone or last.head.traits & {"whole", "territorial"}:
        return parts
    if "sectoral" in last.head.traits:
        return (*parts[:-1], *_industry_union(last, offset, organisations))
    found = _nearest(organisations, offset, lambda part: _is_named(part) and _is_a(part, last), around=last.head)
    return (*parts[:-1], *found) if found else parts


def _is_named(part: Part) -> bool:
    """Whether a body has a name: the banks of "Công đoàn Ngân hàng Việt Nam" are none."""
    return bool(part.tail) and not ("company" in part.head.traits and part.tail == part.country)


def _is_a(part: Part, last: Part) -> bool:
    """Whether a body is of a bare part's kind: "Công ty Cổ phần X" is the "Công ty"."""
    return part.head.name.startswith(last.head.name)


def _industry_union(last: Part, offset: int, organisations: Sequence[OrganisationName]) -> Parts:
    """What "Công đoàn ngành" means: one named in full, else a known one, else that of the article's Sở."""
    found = _nearest(organisations, offset, lambda part: part.head.name == last.head.name and _is_named(part))
    found = found or _nearest(organisations, offset, _is_known_union)
    if found:
        return found
    department = _nearest(organisations, offset, lambda part: part.head.name == _DEPARTMENT and _is_named(part))
    return (replace(last, tail=department[0].tail),) if department else (last,)


def _is_head_of(part: Part, head: Head | None) -> bool:
    """Whether a part has a head, alone or as the first words of its own; a committee speaks for any body."""
    if head is None or "organ" in part.head.traits:
        return False
    return (part.head == head and part.bare) or part.head.name.startswith(f"{head.name} ")


def _is_known_union(part: Part) -> bool:
    return part.head.name == _EDUCATION or (part.head.name == _UNION and bool(part.country))


def _nearest(
    organisations: Sequence[OrganisationName],
    offset: int,
    fits: Callable[[Part], bool],
    *,
    around: Head | None = None,
) -> Parts | None:
    """The parts of the nearest fitting body before an offset, else of the first one after it.

    `around` fits too where a body stands around it: "CĐCS" is the "CĐCS Trường X" named before, "Hội đồng" the
    "Hội đồng Thi đua - Khen thưởng LĐLĐ tỉnh".
    """
    best: Parts | None = None
    for other in organisations:
        for index, part in enumerate(other.parts):
            nested = (index + 1 < len(other.parts) or bool(part.level)) and _is_head_of(part, around)
            if (fits(part) or nested) and not part.head.alone:
                if other.begin >= offset:
                    return best or other.parts[index:]
                best = other.parts[index:]
    return best


def _fullest(parts: Parts, organisations: Sequence[OrganisationName]) -> Parts:
    """The one longer form of the same body that the article has: "Tổng cục Chính trị" (Quân đội ...)."""
    last, length = parts[-1], len(parts)
    if last.place or last.level or (length == 1 and last.bare):
        return parts
    longer = {
        other.parts
        for other in organisations
        if len(other.parts) > length
        and other.parts[: length - 1] == parts[:-1]
        and _same(other.parts[length - 1], last)
    }
    return longer.pop() if len(longer) == 1 else parts


def _whole_field(part: Part, organisations: Sequence[OrganisationName]) -> Part:
    """The one longer field of work that the article has for the same body: "Bộ Giáo dục" (và Đào tạo)."""
    if "field" not in part.head.traits or not part.tail:
        return part
    fields = {
        other.tail
        for name in organisations
        for other in name.parts
        if other.head == part.head and other.tail.startswith(tuple(part.tail + joint for joint in _JOINTS))
    }
    return replace(part, tail=fields.pop()) if len(fields) == 1 else part


def _same(part: Part, other: Part) -> bool:
    return part.head == other.head and part.tail == other.tail


def _placed(part: Part, offset: int, organisations: Sequence[OrganisationName], places: Places) -> Part:
    """Fill in the place that a bare level, or a head with a level, leaves to the article."""
    if part.place or part.head.alone:
        return part
    level = part.level or part.head.level
    if level:
        place = _place_elsewhere(part, organisations, level) or places.of_level(level, offset)
        return replace(part, level=level, place=place)
    if "provincial" not in part.head.traits or part.country or not (part.tail or "whole" in part.head.traits):
        return part
    province = _place_elsewhere(part, organisations) or places.province(offset)
    return replace(part, level=places.province_kind(province), place=province) if province else part


def _place_elsewhere(part: Part, organisations: Sequence[OrganisationName], level: str = "") -> str:
    """The place of the same body where another mention has it in full."""
    others = (other for name in organisations for other in name.parts if other.place and _same(other, part))
    found = Counter(other.place for other in others if level in ("", other.level))
    return next(iter(found)) if len(found) == 1 else ""


def named(parts: Sequence[Part]) -> Organisation:
    """Give the organisation of some parts, the outer bodies as its parents."""
    name = " ".join(_part_name(part) for part in parts)
    parent = named(parts[1:]) if len(parts) > 1 else None
    last = parts[-1]
    return Organisation(name, parent=parent, place=Place(_place_name(last)) if last.place else None)


def _part_name(part: Part) -> str:
    head = part.head.stands_for or part.head.name
    if not part.head.level:
        return tidy(f"{head} {part.tail} {_place_name(part)}")
    if part.place.isdigit():
        return tidy(f"{head} {part.head.level.capitalize()} {part.place}")
    central = part.head.level == "thành phố" and part.place == CITY
    return tidy(f"{head} {f'Thành phố {CITY}' if central else part.place}")


def _place_name(part: Part) -> str:
    return f"Thành phố {CITY}" if part.place == CITY else tidy(f"{part.level} {part.place}")
