"""Gold data: what a careful reader would put into the graph, one JSON file an article.

    {"id": "v001",
     "roles": [{"person": NAMES, "role": NAMES, "organisation": NAMES, "status": STATUS, "evidence": "..."}],
     "awards": [{"awarder": NAMES, "honour": NAMES, "recipient": RECIPIENT, "status": STATUS, "evidence": "..."}],
     "movements": [{"name": NAMES, "period": {"start": DAY, "end": DAY}, "evidence": "..."}]}

NAMES is a name or a list of equally right ones (null among an awarder's: none is named); RECIPIENT is
{"person": NAMES}, {"organisation": NAMES} or {"group": NAMES, "count": 84}; STATUS is a status or a list of
possible ones; DAY is "2015", "2015-06" or "2015-06-30", and a period may be null. `"optional": true` on a fact
makes it count neither when it is found nor when it is missed. Refuses what it does not know: a misspelt
field would otherwise lower a figure in silence.
"""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

from kg.errors import GoldError
from kg.evaluate.compare import AwardClaim, Claim, MovementClaim, Names, Recipient, Relation, RoleClaim
from kg.model import AwardStatus, Period, RoleStatus

RELATIONS: tuple[Relation, ...] = get_args(Relation)
ARTICLE_FIELDS = frozenset({"id", *RELATIONS})
FACT_FIELDS: dict[Relation, frozenset[str]] = {
    "roles": frozenset({"person", "role", "organisation", "status", "evidence", "optional"}),
    "awards": frozenset({"awarder", "honour", "recipient", "status", "evidence", "optional"}),
    "movements": frozenset({"name", "period", "evidence", "optional"}),
}
RECIPIENT_FIELDS: tuple[frozenset[str], ...] = (
    frozenset({"person"}),
    frozenset({"organisation"}),
    frozenset({"group", "count"}),
)
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_NAMES = "a name or a list of names"


@dataclass(frozen=True, slots=True)
class GoldFact:
    """One annotated fact; `evidence` is the stretch of the text that states it, "" where not given."""

    claim: Claim
    evidence: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article's annotations."""

    id: str
    facts: Mapping[Relation, tuple[GoldFact, ...]]


def load_gold(folder: Path) -> dict[str, GoldArticle]:
    """Read every annotation file (`*.json`) of a folder, by article id.

    Raises GoldError that names file, field and what would be valid.
    """
    if not folder.is_dir():
        raise GoldError(f"{folder}: no such folder; gold data is a folder of annotations, one JSON file an article")
    articles: dict[str, GoldArticle] = {}
    files: dict[str, Path] = {}
    for file in sorted(folder.glob("*.json")):
        article = read_gold(file)
        if article.id in files:
            raise GoldError(f"{file}: id {article.id!r} is also that of {files[article.id]}; an article has one file")
        articles[article.id], files[article.id] = article, file
    if not articles:
        raise GoldError(f"{folder}: no annotations; gold data is one JSON file (*.json) an article")
    return articles


def read_gold(file: Path) -> GoldArticle:
    """Read one annotation file; raise GoldError that names file, field and what would be valid."""
    record = _object(_json(file), str(file), ARTICLE_FIELDS)
    identifier = record.get("id")
    if not isinstance(identifier, str) or not identifier:
        raise _wrong(f"{file}: id", "the article's identifier", identifier)
    return GoldArticle(identifier, {relation: tuple(_facts(record, relation, file)) for relation in RELATIONS})


def _json(file: Path) -> object:
    try:
        return json.loads(file.read_text(encoding="utf-8-sig"), object_pairs_hook=_unique_keys)
    except OSError as error:
        raise GoldError(f"{file}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{file}: byte {error.start} is not UTF-8; annotations are JSON in UTF-8") from error
    except json.JSONDecodeError as error:
        place = f"{file}:{error.lineno}:{error.colno}"
        raise GoldError(f"{place}: not JSON ({error.msg}); an annotation is one JSON object") from error
    except (ValueError, RecursionError) as error:
        raise GoldError(f"{file}: {error}") from error


def _unique_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Refuse a field that stands twice in one object: JSON would drop the first in silence."""
    record = dict(pairs)
    if len(record) < len(pairs):
        repeated = sorted({key for key, _ in pairs if sum(key == other for other, _ in pairs) > 1})
        raise ValueError(f"{', '.join(map(repr, repeated))} stands twice in one object; each field stands once")
    return record


def _facts(record: Mapping[str, object], relation: Relation, file: Path) -> Iterator[GoldFact]:
    rows = record.get(relation, [])
    if not isinstance(rows, list):
        raise _wrong(f"{file}: {relation}", "a list of facts", rows)
    for number, row in enumerate(rows):
        where = f"{file}: {relation}[{number}]"
        fact = _object(row, where, FACT_FIELDS[relation])
        claim = _CLAIMS[relation](fact, where)
        yield GoldFact(claim, _evidence(fact, where), _optional(fact, where))


def _role(fact: Mapping[str, object], where: str) -> RoleClaim:
    return RoleClaim(
        person=_names(fact, "person", where),
        role=_names(fact, "role", where),
        organisation=_names(fact, "organisation", where),
        statuses=_statuses(fact, where, get_args(RoleStatus)),
    )


def _award(fact: Mapping[str, object], where: str) -> AwardClaim:
    return AwardClaim(
        awarder=_names(fact, "awarder", where, null=True),
        honour=_names(fact, "honour", where),
        recipient=_recipient(_field(fact, "recipient", where), f"{where}.recipient"),
        statuses=_statuses(fact, where, get_args(AwardStatus)),
    )


def _movement(fact: Mapping[str, object], where: str) -> MovementClaim:
    return MovementClaim(_names(fact, "name", where), _period(_field(fact, "period", where), f"{where}.period"))


_CLAIMS: dict[Relation, Callable[[Mapping[str, object], str], Claim]] = {
    "roles": _role,
    "awards": _award,
    "movements": _movement,
}


def _names(fact: Mapping[str, object], field: str, where: str, *, null: bool = False) -> Names:
    value = _field(fact, field, where)
    names = value if isinstance(value, list) else [value]
    valid = bool(names) and all((null and name is None) or (isinstance(name, str) and name.strip()) for name in names)
    if not valid:
        raise _wrong(f"{where}.{field}", f"{_NAMES}, or null" if null else _NAMES, value)
    return tuple(names)


def _statuses(fact: Mapping[str, object], where: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    value = _field(fact, "status", where)
    statuses = value if isinstance(value, list) else [value]
    if not statuses or not all(isinstance(status, str) and status in allowed for status in statuses):
        raise _wrong(f"{where}.status", f"one or a list of {', '.join(allowed)}", value)
    return tuple(statuses)


def _recipient(value: object, where: str) -> Recipient:
    expected = '{"person": NAMES}, {"organisation": NAMES} or {"group": NAMES, "count": a number or null}'
    if not isinstance(value, dict) or value.keys() not in RECIPIENT_FIELDS:
        raise _wrong(where, expected, value)
    count = value.get("count")
    if count is not None and (not isinstance(count, int) or isinstance(count, bool) or count < 1):
        raise _wrong(f"{where}.count", "a positive whole number, or null where uncounted", count)
    if "person" in value:
        return Recipient("person", _names(value, "person", where))
    if "organisation" in value:
        return Recipient("organisation", _names(value, "organisation", where))
    return Recipient("group", _names(value, "group", where), count)


def _period(value: object, where: str) -> Period | None:
    if value is None:
        return None
    if not isinstance(value, dict) or value.keys() != {"start", "end"}:
        raise _wrong(where, '{"start": DAY, "end": DAY} or null', value)
    start, _ = _days(value["start"], f"{where}.start")
    _, end = _days(value["end"], f"{where}.end")
    if end < start:
        raise _wrong(where, "a period that does not end before it starts", value)
    return Period(start, end)


def _days(value: object, where: str) -> tuple[date, date]:
    """Give the first and the last day of a year, a month or a day."""
    match = _DAY.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise _wrong(where, 'a day as "2015", "2015-06" or "2015-06-30"', value)
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        last = day or calendar.monthrange(year, month or 12)[1]
        return date(year, month or 1, day or 1), date(year, month or 12, last)
    except ValueError as error:
        raise _wrong(where, f"a day of the calendar ({error})", value) from error


def _evidence(fact: Mapping[str, object], where: str) -> str:
    value = fact.get("evidence", "")
    if not isinstance(value, str):
        raise _wrong(f"{where}.evidence", "the stretch of the text that states the fact", value)
    return value


def _optional(fact: Mapping[str, object], where: str) -> bool:
    value = fact.get("optional", False)
    if not isinstance(value, bool):
        raise _wrong(f"{where}.optional", "true or false", value)
    return value


def _object(value: object, where: str, fields: frozenset[str]) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise _wrong(where, f"an object with {', '.join(sorted(fields))}", value)
    unknown = sorted(value.keys() - fields)
    if unknown:
        raise GoldError(f"{where}: {unknown[0]!r} is no field here; the fields are {', '.join(sorted(fields))}")
    return value


def _field(fact: Mapping[str, object], field: str, where: str) -> object:
    if field not in fact:
        raise GoldError(f"{where}: {field!r} is missing")
    return fact[field]


def _wrong(where: str, expected: str, value: object) -> GoldError:
    shown = json.dumps(value, ensure_ascii=False)
    return GoldError(f"{where}: expected {expected}, found {shown if len(shown) < 80 else shown[:77] + '...'}")
