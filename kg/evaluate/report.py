"""A report as text for a reader, or as JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from kg.evaluate.compare import AwardClaim, Claim, Kind, MovementClaim, Names, RoleClaim
from kg.evaluate.scoring import Missed, Report, Score, Tally, Wrong, by_rule, by_status
from kg.model import Period
from kg.text import tidy

# The kinds whose outcome is broken down: each relation once, as strictly as the breakdown can bear
STATUS_KINDS: tuple[Kind, ...] = ("roles+status", "awards")
RULE_KINDS: tuple[Kind, ...] = ("roles", "awards", "movements", "periods")
NOBODY = "(none named)"

_HEAD = f"{'':40}{'precision':>10}{'recall':>9}{'F1':>8}{'hits':>7}{'missed':>8}{'wrong':>7}"


def render(report: Report, *, errors: bool = False) -> str:
    """Lay out the figures as a table of plain text; with `errors` list every missed and wrong fact."""
    lines = [_HEAD, *(_row(kind, score.tally) for kind, score in report.scores.items())]
    lines += ["", "by status"]
    for kind in STATUS_KINDS:
        lines += [_row(f"{kind:14}{status}", tally) for status, tally in by_status(report.scores[kind]).items()]
    lines += ["", "by rule"]
    for kind in RULE_KINDS:
        lines += [_rule_row(f"{kind:14}{rule}", tally) for rule, tally in by_rule(report.scores[kind]).items()]
    lines += ["", f"articles scored: {report.articles}"]
    lines += [f"warning: {warning}" for warning in report.warnings]
    if errors:
        for error in _errors(report):
            lines += ["", *error]
    return "\n".join(lines) + "\n"


def to_json(report: Report, *, errors: bool = False) -> str:
    """Give the figures, to four digits, as one JSON object; with `errors` also every missed and wrong fact."""
    kinds = {kind: _kind_record(score, errors=errors) for kind, score in report.scores.items()}
    record = {"articles": report.articles, "warnings": report.warnings, "kinds": kinds}
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def describe(claim: Claim) -> str:
    """Say a claim in one line, every name in its first form."""
    match claim:
        case RoleClaim(person, role, organisation, statuses):
            parts = [_first(person), _first(role), _first(organisation), "/".join(statuses)]
        case AwardClaim(awarder, honour, recipient, statuses):
            count = f"{recipient.count} " if recipient.count else ""
            parts = [_first(awarder), _first(honour), count + _first(recipient.names), "/".join(statuses)]
        case MovementClaim(name, period):
            parts = [_first(name), _days(period)]
    return " | ".join(parts)


def _row(label: str, tally: Tally) -> str:
    figures = f"{tally.precision:10.3f}{tally.recall:9.3f}{tally.f1:8.3f}"
    return f"{label:40}{figures}{tally.hits:7}{tally.missed:8}{tally.wrong:7}"


def _rule_row(label: str, tally: Tally) -> str:
    """A row without what is not known of a rule: the facts that it missed."""
    return f"{label:40}{tally.precision:10.3f}{'':17}{tally.hits:7}{'':8}{tally.wrong:7}"


def _errors(report: Report) -> Iterator[list[str]]:
    """Each missed and wrong fact once, under the loosest kind in which it is one."""
    seen: set[tuple[str, str, Claim]] = set()
    for kind, score in report.scores.items():
        for outcome, article, claim, details in _entries(score):
            if (outcome, article, claim) not in seen:
                seen.add((outcome, article, claim))
                yield [f"{outcome:8}{kind:15} {article}: {describe(claim)}", *details]


def _entries(score: Score) -> Iterator[tuple[str, str, Claim, list[str]]]:
    for miss in score.missed:
        details = [*_quoted("stated", miss.gold.evidence), *_quoted("sentence", miss.sentence)]
        yield "missed", miss.article, miss.gold.claim, details
    for error in score.wrong:
        evidence = error.found.evidence[0]
        details = [*_quoted("rule", evidence.rule), *_quoted("sentence", evidence.sentence)]
        yield "wrong", error.article, error.found.claim, details


def _quoted(label: str, text: str) -> list[str]:
    return [f"        {label}: {tidy(text)}"] if text else []


def _kind_record(score: Score, *, errors: bool) -> dict[str, object]:
    record = _tally_record(score.tally)
    if score.kind in STATUS_KINDS:
        record["by_status"] = {status: _tally_record(tally) for status, tally in by_status(score).items()}
    if score.kind in RULE_KINDS:
        record["by_rule"] = {
            rule: {"precision": round(tally.precision, 4), "hits": tally.hits, "wrong": tally.wrong}
            for rule, tally in by_rule(score).items()
        }
    if errors:
        record["missed_facts"] = [_missed_record(miss) for miss in score.missed]
        record["wrong_facts"] = [_wrong_record(error) for error in score.wrong]
    return record


def _missed_record(miss: Missed) -> dict[str, object]:
    fact = _claim_record(miss.gold.claim)
    return {"article": miss.article, "fact": fact, "stated": miss.gold.evidence, "sentence": miss.sentence}


def _wrong_record(error: Wrong) -> dict[str, object]:
    evidence = [
        {"sentence": stated.sentence, "begin": stated.begin, "end": stated.end, "rule": stated.rule}
        for stated in error.found.evidence
    ]
    return {"article": error.article, "fact": _claim_record(error.found.claim), "evidence": evidence}


def _tally_record(tally: Tally) -> dict[str, object]:
    return {
        "precision": round(tally.precision, 4),
        "recall": round(tally.recall, 4),
        "f1": round(tally.f1, 4),
        "hits": tally.hits,
        "missed": tally.missed,
        "wrong": tally.wrong,
    }


def _claim_record(claim: Claim) -> dict[str, object]:
    """A claim in the form of the gold data."""
    match claim:
        case RoleClaim(person, role, organisation, statuses):
            return {"person": person, "role": role, "organisation": organisation, "status": statuses}
        case AwardClaim(awarder, honour, recipient, statuses):
            to: dict[str, object] = {recipient.kind: recipient.names}
            if recipient.kind == "group":
                to["count"] = recipient.count
            return {"awarder": awarder, "honour": honour, "recipient": to, "status": statuses}
        case MovementClaim(name, period):
            days = {"start": _day(period.start), "end": _day(period.end)} if period else None
            return {"name": name, "period": days}


def _first(names: Names) -> str:
    return names[0] or NOBODY


def _day(moment: date | None) -> str | None:
    return moment.isoformat() if moment else None


def _days(period: Period | None) -> str:
    return f"{period.start} to {period.end}" if period else "no period"
