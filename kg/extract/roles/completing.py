"""Bodies made whole: a committee gets the house it stands in, a title the body that a neighbour shares with it.

"Bí thư Đảng ủy, Giám đốc Sở X" is of the Đảng ủy of the Sở, "Phó Bí thư Đảng ủy, Chủ tịch UBND phường Y" of the
phường's. Refuses to put a committee into one of its own kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.reading import Reading
from kg.extract.roles.elsewhere import nearest_of, outermost
from kg.extract.roles.units import Unit
from kg.language.organisations import OrganisationName, Part
from kg.lexicon import Head

_MEMBER = ("Ủy viên", "Đảng ủy viên")
_PARTY_COMMITTEE = "Đảng ủy"


def completed(
    reading: Reading,
    unit: Unit,
    later: Sequence[Unit],
    last: OrganisationName | None,
    *,
    earlier: Sequence[Unit] = (),
) -> OrganisationName | None:
    """Give a unit's own body in full, by the titles around it in its group, else by the body named `last`."""
    body = unit.body
    if body is None:
        return None
    if unit.outer is not None:  # "Phó Ban quan hệ lao động (Tổng LĐLĐ Việt Nam)"
        return replace(body, parts=(*body.parts, *unit.outer.parts), parent=unit.outer.parent or body.parent)
    part = body.parts[-1]
    if part.tail and "staff" in part.head.traits and not (part.country or part.level or part.place):
        return _in_house(body, earlier)
    if not part.bare or part.level or not part.head.traits & {"inner", "lone"}:
        return body
    same = _same_head(reading, body)
    if same is not None:
        return replace(body, parts=same.parts, parent=same.parent)
    other = _beside(reading, later)
    if other is None and "lone" in part.head.traits:
        other = last
    return body if other is None or other.parts[0].head == part.head else _within(body, other)


def shared(reading: Reading, unit: Unit, other: Unit, last: OrganisationName | None) -> OrganisationName | None:
    """Give the body that a title shares with a later one: of a head of a unit, the body around the unit."""
    body = completed(reading, other, (), last)
    if body is None:
        return None
    head = body.parts[0].head
    if unit.title.house and "inner" in head.traits and not other.title.unit:
        return _house_of(body)
    if other.title.unit or "staff" in head.traits:
        return outermost(body)
    if head.name == _PARTY_COMMITTEE and unit.title.name not in _MEMBER:
        return outermost(body)
    return body


def _in_house(body: OrganisationName, earlier: Sequence[Unit]) -> OrganisationName:
    """A staff unit of the body of the title before: "Phó Chủ tịch LĐLĐ tỉnh, Trưởng Ban Nữ công"."""
    house = next((unit.body for unit in reversed(earlier) if unit.body is not None), None)
    if house is None or len(body.parts) > 1 or "union" not in house.parts[0].head.traits:
        return body
    return replace(body, parts=(*body.parts, *house.parts), parent=house.parent)


def _within(body: OrganisationName, other: OrganisationName) -> OrganisationName:
    """A committee of another body; beside a people's committee it is the place's."""
    first, last = other.parts[0], body.parts[-1]
    if first.level and "government" in first.head.traits and last.head.takes_level:
        placed = replace(last, level=first.level, place=first.place)
        return replace(body, parts=(*body.parts[:-1], placed), parent=other.parent)
    return replace(body, parts=(*body.parts, *other.parts), parent=other.parent)


def _beside(reading: Reading, later: Sequence[Unit]) -> OrganisationName | None:
    """The house of the titles beside one: its company or school, not its union or its party committee."""
    for unit in later:
        if unit.body is not None:
            inner = "inner" in unit.body.parts[0].head.traits
            if not inner or len(unit.body.parts) > 1:
                return outermost(unit.body) if inner else unit.body
        elif unit.title.kinds:
            return nearest_of(reading, unit, unit.title.kinds)
    return None


def _same_head(reading: Reading, body: OrganisationName) -> OrganisationName | None:
    """The same body with the one around it, where the sentence names it so: "... UBKT: A, Phó Chủ nhiệm UBKT LĐLĐ"."""
    sentence = reading.scan.sentence_of(body.begin)
    if sentence is None:
        return None
    begin, end = sentence
    names = (name for name in reading.context.organisations if begin <= name.begin < end)
    head = body.parts[-1].head
    return next((n for n in names if len(n.parts) > 1 and n.parts[0].head == head and n.parts[0].bare), None)


def _house_of(body: OrganisationName) -> OrganisationName:
    """The company whose union or party committee a body is: "Công đoàn BIDV" is in BIDV."""
    first = body.parts[0]
    if len(body.parts) == 1 and first.tail and not first.level:
        return replace(body, parts=(Part(Head(first.tail, alone=True)),))
    return outermost(body)
