"""Extracted facts as the rows that the graph shows: what is one row there counts once.

The same role stated twice is one row, whatever its period; a movement named with and without a period is
named with it. A reader of the graph sees these rows and no others, so these are what is scored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.evaluate.compare import (
    KINDS,
    AwardClaim,
    Claim,
    Kind,
    MovementClaim,
    Recipient,
    Relation,
    RoleClaim,
    folded_name,
)
from kg.evaluate.gold import GoldFact
from kg.model import Award, Concept, Evidence, Fact, Group, Organisation, Period, Person, RoleHolding, Stage


@dataclass(frozen=True, slots=True)
class Found:
    """One extracted fact as a row of the graph, with everything that states it in the article.

    `written` are the names in it as the article may write them, each with its forms, the most telling name first.
    """

    claim: Claim
    evidence: tuple[Evidence, ...]
    written: tuple[tuple[str, ...], ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that found it, sorted."""
        return tuple(sorted({stated.rule for stated in self.evidence}))


Row = TypeVar("Row", GoldFact, Found)


def rows(kind: Kind, facts: Iterable[Fact]) -> list[Found]:
    """Give one article's facts of a kind as the graph has them: each row once, with all its evidence."""
    found = _ROWS[KINDS[kind]](facts)
    if kind == "periods":
        return [row for row in found if isinstance(row.claim, MovementClaim) and row.claim.period]
    return once(found) if kind == "movements" else found


def once(rows: Sequence[Row]) -> list[Row]:
    """Keep the first row of each movement, whatever its period."""
    first: dict[str | None, Row] = {}
    for row in rows:
        name = row.claim.name[0] if isinstance(row.claim, MovementClaim) else None
        first.setdefault(name and folded_name(name), row)
    return list(first.values())


def _role_rows(facts: Iterable[Fact]) -> list[Found]:
    holdings: dict[Claim, list[RoleHolding]] = {}
    for fact in facts:
        if isinstance(fact, RoleHolding):
            names = (fact.person.name,), (fact.role.name,), (fact.organisation.name,)
            holdings.setdefault(RoleClaim(*names, (fact.status,)), []).append(fact)
    return [_role_row(claim, stated) for claim, stated in holdings.items()]


def _role_row(claim: Claim, holdings: Sequence[RoleHolding]) -> Found:
    person, role, body = holdings[0].person, holdings[0].role, holdings[0].organisation
    return Found(claim, tuple(holding.evidence for holding in holdings), (_forms(person), _forms(role), _forms(body)))


def _award_rows(facts: Iterable[Fact]) -> list[Found]:
    # An award is a node of its own: two that differ in their date only are two rows
    evidence: dict[Award, list[Evidence]] = {}
    for fact in facts:
        if isinstance(fact, Award):
            evidence.setdefault(fact, []).append(fact.evidence)
    return [Found(_award_claim(award), tuple(stated), _award_names(award)) for award, stated in evidence.items()]


def _award_claim(award: Award) -> AwardClaim:
    return AwardClaim(
        awarder=(award.awarder.name if award.awarder else None,),
        honour=(award.honour.name,),
        recipient=_recipient(award.recipient),
        statuses=(award.status,),
    )


def _award_names(award: Award) -> tuple[tuple[str, ...], ...]:
    awarder = (_forms(award.awarder),) if award.awarder else ()
    return _forms(award.recipient), _forms(award.honour), *awarder


def _forms(named: Person | Organisation | Concept | Group) -> tuple[str, ...]:
    if not isinstance(named, Group):
        return named.name, *named.forms
    numbers = [f"{named.count}", f"{named.count:02}", f"{named.count:,}".replace(",", ".")] if named.count else []
    return *(f"{number} {named.kind}" for number in numbers), named.kind


def _recipient(recipient: Person | Organisation | Group) -> Recipient:
    match recipient:
        case Person(name=name):
            return Recipient("person", (name,))
        case Organisation(name=name):
            return Recipient("organisation", (name,))
        case Group(kind=kind, count=count):
            return Recipient("group", (kind,), count)


def _movement_rows(facts: Iterable[Fact]) -> list[Found]:
    """A movement's stages; it stands without a period only where the article gives it no stage."""
    movements: dict[str, dict[Period | None, list[Evidence]]] = {}
    forms: dict[str, tuple[str, ...]] = {}
    for fact in facts:
        # An award in a movement names it as well
        movement = None if isinstance(fact, RoleHolding) else fact.movement
        if movement:
            period = fact.period if isinstance(fact, Stage) else None
            movements.setdefault(movement.name, {}).setdefault(period, []).append(fact.evidence)
            forms.setdefault(movement.name, _forms(movement))
    return [
        Found(MovementClaim((name,), period), tuple(stated), (forms[name],))
        for name, stages in movements.items()
        for period, stated in stages.items()
        if period or len(stages) == 1
    ]


_ROWS: dict[Relation, Callable[[Iterable[Fact]], list[Found]]] = {
    "roles": _role_rows,
    "awards": _award_rows,
    "movements": _movement_rows,
}
