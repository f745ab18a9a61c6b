"""A report as JSON for a program: the figures, and on demand every missed and wrong fact."""

from __future__ import annotations

import json
from datetime import date

from kg.evaluate.compare import AwardClaim, Claim, MovementClaim, RoleClaim
from kg.evaluate.findings import Finding, compared, sentence_of
from kg.evaluate.report import RULE_KINDS, STATUS_KINDS
from kg.evaluate.scoring import Report, Score, Tally, by_rule, by_status


def to_json(report: Report, *, errors: bool = False) -> str:
    """Give the figures, to four digits, as one JSON object; with `errors` also every missed and wrong fact.

    `nearest` of a missed fact is the found one that comes nearest (of a wrong one: the stated), or null; `mistaken`
    says that the two are one mistake, and so that the nearest is itself among the wrong (the missed) ones.
    """
    kinds = {kind: _kind_record(report, score, errors=errors) for kind, score in report.scores.items()}
    record = {"articles": report.articles, "warnings": report.warnings, "kinds": kinds}
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _kind_record(report: Report, score: Score, *, errors: bool) -> dict[str, object]:
    record = _tally_record(score.tally)
    if score.kind in STATUS_KINDS:
        record["by_status"] = {status: _tally_record(tally) for status, tally in by_status(score).items()}
    if score.kind in RULE_KINDS:
        record["by_rule"] = {rule: _tally_record(tally) for rule, tally in by_rule(score).items()}
    if errors:
        found = list(compared(report, score.kind))
        record["missed_facts"] = [_missed_record(one, report) for one in found if one.outcome in ("mistaken", "missed")]
        record["wrong_facts"] = [_wrong_record(one) for one in found if one.outcome in ("mistaken", "wrong")]
    return record


def _missed_record(finding: Finding, report: Report) -> dict[str, object]:
    assert finding.expected
    return {
        "article": finding.article,
        "fact": _claim_record(finding.expected.claim),
        "stated": finding.expected.evidence,
        "sentence": sentence_of(finding, report),
        **_nearest_record(finding, finding.found.claim if finding.found else None),
    }


def _wrong_record(finding: Finding) -> dict[str, object]:
    assert finding.found
    evidence = [
        {"sentence": stated.sentence, "begin": stated.begin, "end": stated.end, "rule": stated.rule}
        for stated in finding.found.evidence
    ]
    return {
        "article": finding.article,
        "fact": _claim_record(finding.found.claim),
        "evidence": evidence,
        **_nearest_record(finding, finding.expected.claim if finding.expected else None),
    }


def _nearest_record(finding: Finding, nearest: Claim | None) -> dict[str, object]:
    return {
        "nearest": _claim_record(nearest) if nearest else None,
        "differs_in": finding.differing,
        "mistaken": finding.outcome == "mistaken",
    }


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


def _day(moment: date | None) -> str | None:
    return moment.isoformat() if moment else None
