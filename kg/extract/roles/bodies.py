"""Where a role is held: the body beside a title, the one its neighbours share with it, or the one that it implies.

Refuses bodies that the article does not name: a role without one is no fact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.reading import Reading, implied_head
from kg.extract.roles.patterns import AGENT, ELECTS, LED_BY, LISTED, patterns
from kg.extract.roles.units import Group, Unit
from kg.language.organisations import OrganisationName, Part
from kg.lexicon import Head
from kg.model import Organisation

_MEMBER = ("Ủy viên", "Đảng ủy viên")
_PARTY_COMMITTEE = "Đảng ủy"
# Titles of which an article often has the one body elsewhere
_OF_ONE_BODY = ("Khối", "Bộ")
_DELEGATION = "Đoàn"  # who leads one holds no office of the bodies named beside it
_MAX_TO_LED = 40  # so to the "do" before the person who leads it
_MAX_TO_LEADER = 110  # characters between a body and the title that leads it


@dataclass(slots=True)
class Memory:
    """What the article has told so far: the body of the last role, for roles named without one."""

    last: OrganisationName | None = None


def bodies(reading: Reading, group: Group, memory: Memory) -> list[Organisation | None]:
    """Give the organisation of each unit of a group; None where the article names none."""
    names = [_name(reading, group.units, index, memory) for index in range(len(group.units))]
    resolved: list[Organisation | None] = []
    for unit, name in zip(group.units, names, strict=True):
        if unit.title.body is not None and (name is None or name is not unit.body):
            resolved.append(_implied(reading, unit, unit.title.body))
        elif name is None or (body := reading.body(name)) is None:
            resolved.append(None)
        else:
            resolved.append(body)
            memory.last = name
    return resolved


def _name(reading: Reading, units: Sequence[Unit], index: int, memory: Memory) -> OrganisationName | None:
    """The organisation of a unit: its own, else the one that its neighbours in the group share with it."""
    unit = units[index]
    led = _led(reading, unit)
    if led is not None:
        return led
    if unit.body is not None:
        return _completed(reading, unit.body, unit.outer, units[index + 1 :], memory)
    if unit.title.body is not None:
        return None
    for other in units[index + 1 :]:
        if other.body is not None and other.title.body is None:
            return _shared(reading, unit, other, other.body, memory)
    if unit.title.unit in _OF_ONE_BODY:
        return _only_one(reading, unit, unit.title.unit)
    if unit.title.house == "only" and not units[:index] and (company := _only_company(reading)) is not None:
        return company
    if unit.title.kinds:
        return _nearest_of(reading, unit, unit.title.kinds)
    if unit.title.unit == _DELEGATION:
        return None
    for other in reversed(units[:index]):
        if other.body is not None and other.title.body is None:
            return _outermost(other.body) if other.title.unit else other.body
    return _governed(reading, unit) or (memory.last if _carries(reading, unit) else None)


def _completed(
    reading: Reading, body: OrganisationName, outer: OrganisationName | None, later: Sequence[Unit], memory: Memory
) -> OrganisationName:
    """A unit with its body in brackets is that body's; "Đảng ủy" beside a Sở is the Sở's."""
    if outer is not None:
        return replace(body, parts=(*body.parts, *outer.parts), parent=outer.parent or body.parent)
    last = body.parts[-1]
    if not last.bare or last.level or not last.head.traits & {"inner", "lone"}:
        return body
    same = _same_head(reading, body)
    if same is not None:
        return replace(body, parts=same.parts, parent=same.parent)
    other = _beside(reading, later)
    if other is None and "lone" in last.head.traits:
        other = memory.last
    if other is None or other.parts[0].head == last.head:
        return body
    first = other.parts[0]
    if first.level and "government" in first.head.traits and last.head.takes_level:
        placed = replace(last, level=first.level, place=first.place)  # of the place, not of its people's committee
        return replace(body, parts=(*body.parts[:-1], placed), parent=other.parent)
    return replace(body, parts=(*body.parts, *other.parts), parent=other.parent)


def _beside(reading: Reading, later: Sequence[Unit]) -> OrganisationName | None:
    """The house of the titles beside one: its company or school, not its union or its party committee."""
    for unit in later:
        if unit.body is not None:
            inner = "inner" in unit.body.parts[0].head.traits
            if not inner or len(unit.body.parts) > 1:
                return _outermost(unit.body) if inner else unit.body
        elif unit.title.kinds:
            return _nearest_of(reading, unit, unit.title.kinds)
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


def _shared(reading: Reading, unit: Unit, other: Unit, name: OrganisationName, memory: Memory) -> OrganisationName:
    """The body that a title shares with a later one: of a head of a unit, the body around the unit."""
    body = _completed(reading, name, other.outer, (), memory)
    head = body.parts[0].head
    if unit.title.house and "inner" in head.traits and not other.title.unit:
        return _house_of(body)
    if other.title.unit or "staff" in head.traits:
        return _outermost(body)
    if head.name == _PARTY_COMMITTEE and unit.title.name not in _MEMBER:
        return _outermost(body)
    return body


def _house_of(body: OrganisationName) -> OrganisationName:
    """The company whose union or party committee a body is: "Công đoàn BIDV" is in BIDV."""
    first = body.parts[0]
    if len(body.parts) == 1 and first.tail and not first.level:
        return replace(body, parts=(Part(Head(first.tail, alone=True)),))
    return _outermost(body)


def _outermost(name: OrganisationName) -> OrganisationName:
    return replace(name, parts=name.parts[1:]) if len(name.parts) > 1 else name


def _only_one(reading: Reading, unit: Unit, head: str) -> OrganisationName | None:
    """The one such body that the article has: "Khối trưởng", "Thứ trưởng Nguyễn Văn A"."""
    context = reading.context
    fitting = [name for name in context.organisations if name.parts[0].head.name.startswith(head) and not _bare(name)]
    before = {context.organisation(name).name: name for name in fitting if name.begin < unit.begin}
    found = before or {context.organisation(name).name: name for name in fitting}
    return next(iter(found.values())) if len(found) == 1 else None


def _nearest_of(reading: Reading, unit: Unit, kinds: tuple[str, ...]) -> OrganisationName | None:
    """The body of some kinds that was named last before a title, else the first one behind it."""
    named = [
        n
        for n in reading.context.organisations
        if n.parts[0].head.name.startswith(kinds) and not (_bare(n) and not n.parts[0].level)
    ]
    before = [name for name in named if name.begin < unit.begin]
    return before[-1] if before else next(iter(named), None)


def _only_company(reading: Reading) -> OrganisationName | None:
    """The one company that an article names: "Chủ tịch HĐQT Nguyễn Văn A"."""
    context = reading.context
    named = (name for name in context.organisations if "company" in name.parts[0].head.traits and not _bare(name))
    found = {context.organisation(name).name: name for name in named}
    return next(iter(found.values())) if len(found) == 1 else None


def _bare(name: OrganisationName) -> bool:
    return len(name.parts) == 1 and name.parts[0].bare


def _led(reading: Reading, unit: Unit) -> OrganisationName | None:
    """The body that somebody is said to lead: "Hội đồng X do Thủ tướng A làm chủ tịch"; of a committee its house."""
    if unit.body is not None or unit.title.unit == _DELEGATION:
        return None
    folded = reading.scan.folded
    led = LED_BY.search(folded, max(0, unit.begin - _MAX_TO_LEADER), unit.begin)
    if led is None:
        return None
    names = [name for name in reading.context.organisations if name.end <= led.start()]
    if names and _bare(names[-1]) and "organ" in names[-1].parts[0].head.traits:
        return _topic(reading, names[-1].begin)
    named = [name for name in names if not (_bare(name) and "organ" in name.parts[0].head.traits)]
    near = bool(named) and led.start() - named[-1].end < _MAX_TO_LED and "." not in folded[named[-1].end : led.start()]
    return named[-1] if near else None


def _topic(reading: Reading, offset: int) -> OrganisationName | None:
    """The body that the sentences before an offset are about: the last one that opens a sentence."""
    begins = {begin for begin, _ in reading.scan.sentences}
    opening = [name for name in reading.context.organisations if name.begin in begins and name.begin < offset]
    return opening[-1] if opening else None


def _governed(reading: Reading, unit: Unit) -> OrganisationName | None:
    """The body that is led or that elects: "Hội đồng X do Thủ tướng A làm chủ tịch", "được BCH X bầu làm"."""
    names = [name for name in reading.context.organisations if name.end <= unit.begin]
    if not names:
        return None
    folded = reading.scan.folded
    name = names[-1]
    stretch = folded[name.end : unit.begin]
    if ELECTS.match(stretch) and AGENT.search(folded, max(0, name.begin - 8), name.begin):
        return _outermost(name) if "organ" in name.parts[0].head.traits else name
    return None


def _carries(reading: Reading, unit: Unit) -> bool:
    """Whether a title without a body may take the last one's: it was conferred by a verb in the running text."""
    folded = reading.scan.folded
    if unit.plural and LISTED.match(folded[unit.end : unit.end + 12]):
        return True
    return bool(patterns(reading.lexicon).conferred.search(folded[max(0, unit.begin - 40) : unit.begin]))


def _implied(reading: Reading, unit: Unit, body: str) -> Organisation:
    """The body that a title implies: the Chính phủ of a "Thủ tướng", the province's Tỉnh ủy of a "Tỉnh ủy viên"."""
    name = OrganisationName(unit.begin, unit.end, (Part(implied_head(body, reading.lexicon)),))
    return replace(reading.context.organisation(name), forms=())
