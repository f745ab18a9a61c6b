"""A report as plain text: the figures, and on demand what was expected and what was found."""

from __future__ import annotations

from kg.evaluate.compare import Kind
from kg.evaluate.findings import Finding, findings, sentence_of
from kg.evaluate.scoring import Report, Tally, by_rule, by_status
from kg.evaluate.wording import describe
from kg.text import tidy

# The kinds whose outcome is broken down: each relation once, as strictly as the breakdown can bear
STATUS_KINDS: tuple[Kind, ...] = ("roles+status", "awards")
RULE_KINDS: tuple[Kind, ...] = ("roles", "awards", "movements", "periods")

_HEAD = f"{'':40}{'precision':>10}{'recall':>9}{'F1':>8}{'hits':>7}{'missed':>8}{'wrong':>7}"


def render(report: Report, *, errors: bool = False) -> str:
    """Lay out the figures as a table of plain text; with `errors` list every missed and wrong fact."""
    lines = [_HEAD, *(_row(kind, score.tally) for kind, score in report.scores.items())]
    lines += ["", "by status"]
    for kind in STATUS_KINDS:
        lines += [_row(f"{kind:14}{status}", tally) for status, tally in by_status(report.scores[kind]).items()]
    lines += ["", "by pattern (recall: the part of all stated facts that this pattern found)"]
    for kind in RULE_KINDS:
        lines += [_rule_row(f"{kind:14}{rule}", tally) for rule, tally in by_rule(report.scores[kind]).items()]
    lines += ["", f"articles scored: {report.articles}"]
    lines += [f"warning: {warning}" for warning in report.warnings]
    if errors:
        for finding in findings(report):
            if finding.outcome != "hit":
                lines += ["", *_told(finding, report)]
    return "\n".join(lines) + "\n"


def _row(label: str, tally: Tally) -> str:
    return f"{label:40}{_figures(tally)}{tally.hits:7}{tally.missed:8}{tally.wrong:7}"


def _rule_row(label: str, tally: Tally) -> str:
    """A row without the facts that were missed: no rule is to blame for them."""
    return f"{label:40}{_figures(tally)}{tally.hits:7}{'':8}{tally.wrong:7}"


def _figures(tally: Tally) -> str:
    return f"{tally.precision:10.3f}{tally.recall:9.3f}{tally.f1:8.3f}"


def _told(finding: Finding, report: Report) -> list[str]:
    """Tell of a finding in a few lines, under the loosest kind in which it counts."""
    head = f"{finding.outcome:9}{finding.kinds[0]:15} {finding.article}: "
    if finding.outcome == "mistaken":
        assert finding.expected
        assert finding.found
        pair = [("expected", describe(finding.expected.claim)), ("found", describe(finding.found.claim))]
        about = [f"{head}differs in {', '.join(finding.differing)}", *_labelled(pair)]
    else:
        about = [head + describe(finding.claim), *_labelled([_nearest(finding)])]
    stated = finding.expected.evidence if finding.expected and finding.outcome != "wrong" else ""
    details = [("stated", stated), ("pattern", ", ".join(finding.rules)), ("sentence", sentence_of(finding, report))]
    return [*about, *_labelled(details)]


def _nearest(finding: Finding) -> tuple[str, str]:
    """What comes nearest to a missed fact among the found ones, or to a wrong one among those stated."""
    nearest = finding.found if finding.outcome == "missed" else finding.expected
    label = "nearest found" if finding.outcome == "missed" else "nearest stated"
    if nearest is None:
        return label, ""
    return label, f"{describe(nearest.claim)} (differs in {', '.join(finding.differing)})"


def _labelled(lines: list[tuple[str, str]]) -> list[str]:
    return [f"        {label}: {tidy(text)}" for label, text in lines if text]
