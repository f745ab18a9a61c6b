"""Claims in words: part by part, and in one line. What is said here is for readers, and nothing is scored by it."""

from __future__ import annotations

from kg.evaluate.compare import ALL_PARTS, AwardClaim, Claim, MovementClaim, Names, Part, Relation, RoleClaim
from kg.model import Period

NOBODY = "(none named)"


def relation(claim: Claim) -> Relation:
    """Give the relation whose claim this is."""
    match claim:
        case RoleClaim():
            return "roles"
        case AwardClaim():
            return "awards"
        case MovementClaim():
            return "movements"


def parts(claim: Claim) -> dict[Part, str]:
    """Say each part of a claim, every name in its first form; a number that is not stated is left empty."""
    return {part: _said(part, claim) for part in ALL_PARTS[relation(claim)]}


def describe(claim: Claim) -> str:
    """Say a claim in one line."""
    said = parts(claim)
    count = said.pop("count", "")
    if count:
        said["recipient"] = f"{count} {said['recipient']}"
    return " | ".join(said.values())


def statuses_of(claim: Claim) -> tuple[str, ...]:
    """Give the possible statuses of a claim; a movement has none."""
    return () if isinstance(claim, MovementClaim) else claim.statuses


def other_forms(part: Part, claim: Claim) -> tuple[str, ...]:
    """Give the names that are as right as the first one of a part."""
    return tuple(name or NOBODY for name in names(part, claim)[1:])


def _said(part: Part, claim: Claim) -> str:
    match part, claim:
        case "status", RoleClaim() | AwardClaim():
            return "/".join(claim.statuses)
        case "count", AwardClaim():
            return str(claim.recipient.count or "")
        case "period", MovementClaim():
            return _days(claim.period)
    return names(part, claim)[0] or NOBODY


def names(part: Part, claim: Claim) -> Names:
    """Give the right forms of the name that a part is; (None,) where it is no name."""
    match part, claim:
        case "recipient", AwardClaim():
            return claim.recipient.names
        case (("person" | "role" | "organisation" | "awarder" | "honour" | "name"), _):
            forms: Names = getattr(claim, part)
            return forms
    return (None,)


def _days(period: Period | None) -> str:
    return f"{period.start} to {period.end}" if period else "no period"
