"""Where a role is held: the body beside a title, the one its neighbours share with it, or the one that it implies.

`SOURCES` are asked in their order (`completing`: beside the title; `elsewhere`: in the rest of the article). Refuses
bodies that the article does not name: a role without one is no fact.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from kg.extract.reading import Reading, implied_head
from kg.extract.roles import elsewhere
from kg.extract.roles.completing import completed, shared
from kg.extract.roles.patterns import LISTED, patterns
from kg.extract.roles.units import Group, Unit
from kg.language.organisations import OrganisationName, Part, seat_of
from kg.model import Organisation


@dataclass(slots=True)
class Memory:
    """What the article has told so far: the body of the last role, and of each office of each person."""

    last: OrganisationName | None = None
    offices: dict[tuple[str, str], OrganisationName] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Sought:
    """A unit whose body is sought: the units of its group, and the body that the last role was in."""

    reading: Reading
    units: Sequence[Unit]
    index: int
    last: OrganisationName | None
    known: OrganisationName | None

    @property
    def unit(self) -> Unit:
        return self.units[self.index]

    @property
    def later(self) -> Sequence[Unit]:
        return self.units[self.index + 1 :]


def bodies(reading: Reading, group: Group, memory: Memory) -> list[Organisation | None]:
    """Give the organisation of each unit of a group; None where the article names none."""
    last = elsewhere.convening(reading, group.begin) or memory.last
    person = reading.person(group.people[0]) if group.people else None
    offices = [(person.name if person is not None else "", unit.title.name) for unit in group.units]
    known = [memory.offices.get(office) if len(group.people) == 1 else None for office in offices]
    names = [_name(_Sought(reading, group.units, index, last, known[index])) for index in range(len(group.units))]
    memory.offices.update(
        (office, name) for office, unit, name in zip(offices, group.units, names, strict=True) if name and unit.body
    )
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


def _name(sought: _Sought) -> OrganisationName | None:
    """The organisation of a unit: what the first of the sources has that has any."""
    if sought.unit.body is None and (
        sought.unit.title.body is not None or elsewhere.is_unread(sought.reading, sought.unit)
    ):
        return None
    found = (source(sought) for source in SOURCES)
    name = next((name for name in found if name is not None), None)
    return _of_party(sought, name) if name is not None else None


def _of_party(sought: _Sought, name: OrganisationName) -> OrganisationName:
    """A secretary beside the chair of a people's committee leads the party there: "Bí thư kiêm Chủ tịch xã X"."""
    part, title = name.parts[0], sought.unit.title
    if not title.seats or "government" not in part.head.traits or not part.level:
        return name
    head = seat_of(title, part.level, sought.reading.lexicon)
    return name if "government" in head.traits else replace(name, parts=(replace(part, head=head),))


def _led(sought: _Sought) -> OrganisationName | None:
    return elsewhere.led(sought.reading, sought.unit)


def _own(sought: _Sought) -> OrganisationName | None:
    earlier = sought.units[: sought.index]
    return completed(sought.reading, sought.unit, sought.later, sought.last, earlier=earlier)


def _later(sought: _Sought) -> OrganisationName | None:
    """The body of the next title that has one."""
    other = next((unit for unit in sought.later if unit.body is not None and unit.title.body is None), None)
    return shared(sought.reading, sought.unit, other, sought.last) if other is not None else None


def _held_before(sought: _Sought) -> OrganisationName | None:
    """The body in which the article has told of the same office of the same person."""
    return sought.known if len(sought.units) == 1 else None


def _of_its_kind(sought: _Sought) -> OrganisationName | None:
    """The article's one body of the title's kind; a title that any company may have is of the body before it first."""
    before = any(unit.body is not None for unit in sought.units[: sought.index])
    return None if before and sought.unit.title.house else elsewhere.of_its_kind(sought.reading, sought.unit)


def _earlier(sought: _Sought) -> OrganisationName | None:
    """The body of the title before; of a head of a unit, the body around the unit."""
    if elsewhere.stands_alone(sought.unit):
        return None
    for other in reversed(sought.units[: sought.index]):
        if other.body is not None and other.title.body is None:
            return elsewhere.outermost(other.body) if other.title.unit else other.body
    return None


def _electing(sought: _Sought) -> OrganisationName | None:
    return elsewhere.electing(sought.reading, sought.unit)


def _scene(sought: _Sought) -> OrganisationName | None:
    return elsewhere.scene(sought.reading, sought.unit)


def _carried(sought: _Sought) -> OrganisationName | None:
    """The last role's body, for a title that a verb in the running text confers, or that a list follows."""
    unit, folded = sought.unit, sought.reading.scan.folded
    if elsewhere.stands_alone(unit):
        return None
    if unit.plural and LISTED.match(folded[unit.end : unit.end + 12]):
        return sought.last
    known = patterns(sought.reading.lexicon)
    if elsewhere.convening(sought.reading, unit.begin) is not None and known.office_verb.search(
        folded[max(0, unit.begin - 40) : unit.begin]
    ):
        return sought.last  # of those who are elected at a congress
    return sought.last if known.conferred.search(folded[max(0, unit.begin - 40) : unit.begin]) else None


SOURCES: tuple[Callable[[_Sought], OrganisationName | None], ...] = (
    _led,
    _own,
    _later,
    _held_before,
    _of_its_kind,
    _earlier,
    _electing,
    _scene,
    _carried,
)


def _implied(reading: Reading, unit: Unit, body: str) -> Organisation:
    """The body that a title implies: the Chính phủ of a "Thủ tướng", the province's Tỉnh ủy of a "Tỉnh ủy viên"."""
    name = OrganisationName(unit.begin, unit.end, (Part(implied_head(body, reading.lexicon)),))
    return replace(reading.context.organisation(name), forms=())
