"""A report as one HTML page that needs no network: figures, and the failing sentences with what is marked in them.

All of it is in the page from the start, and readable without a script; the script filters, searches, and shows the
hits. Nothing in an article or an annotation can become code (see `kg.page`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.evaluate.compare import Part
from kg.evaluate.findings import OUTCOMES, Finding, Outcome, findings
from kg.evaluate.passages import Piece, elsewhere, passages
from kg.evaluate.report import RULE_KINDS, STATUS_KINDS
from kg.evaluate.scoring import Report, by_rule, by_status
from kg.evaluate.wording import describe, other_forms, parts, statuses_of
from kg.page import fill, policy
from kg.text import tidy

TITLE_LENGTH = 120

# What the two columns of a finding hold
COLUMNS: dict[Outcome, tuple[str, str]] = {
    "mistaken": ("expected", "found"),
    "missed": ("expected", "nearest found"),
    "wrong": ("nearest stated", "found"),
    "hit": ("expected", "found"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One part of a fact as expected, with the other right forms, and as found."""

    part: Part
    expected: str
    forms: tuple[str, ...]
    found: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as the page shows it; `lines` only where there is something to compare."""

    number: int
    finding: Finding
    summary: str
    lines: tuple[Line, ...]
    statuses: tuple[str, ...]
    elsewhere: str


@dataclass(frozen=True, slots=True)
class Section:
    """A passage with its findings."""

    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """An article: its id, its first line, what became of its facts; these are numbered from `first` on."""

    id: str
    title: str
    first: int
    sections: tuple[Section, ...]
    counts: Mapping[Outcome, int]

    @property
    def errors(self) -> int:
        """How many findings are no hits."""
        return sum(number for outcome, number in self.counts.items() if outcome != "hit")


def to_html(report: Report) -> str:
    """Give the whole page; the same report gives the same bytes."""
    chapters = _chapters(report)
    cards = [card for chapter in chapters for section in chapter.sections for card in section.cards]
    script = _own_file("page.js")
    values = {
        "report": report,
        "chapters": chapters,
        "counts": Counter(card.finding.outcome for card in cards),
        "outcomes": OUTCOMES,
        "columns": COLUMNS,
        "by_kind": {kind: score.tally for kind, score in report.scores.items()},
        "by_status": {kind: by_status(report.scores[kind]) for kind in STATUS_KINDS},
        "by_rule": {kind: by_rule(report.scores[kind]) for kind in RULE_KINDS},
        "statuses": sorted({status for card in cards for status in card.statuses}),
        "rules": sorted({rule for card in cards for rule in card.finding.rules}),
        "policy": policy([script]),
    }
    return fill(Path(__file__).with_name("page.html"), values, code={"script": script, "style": _own_file("page.css")})


def _chapters(report: Report) -> list[Chapter]:
    by_article: dict[str, list[Finding]] = {}
    for finding in findings(report):
        by_article.setdefault(finding.article, []).append(finding)
    chapters: list[Chapter] = []
    first = 0
    for article, found in sorted(by_article.items()):
        chapters.append(_chapter(article, report.texts.get(article, ""), found, first))
        first += len(found)
    return chapters


def _chapter(article: str, text: str, found: Sequence[Finding], first: int) -> Chapter:
    cards = [_card(finding, first + number, text) for number, finding in enumerate(found)]
    sections = [
        Section(passage.pieces, tuple(cards[number] for number in passage.findings))
        for passage in passages(text, found)
    ]
    title = tidy(text.strip().partition("\n")[0])
    shown = title if len(title) <= TITLE_LENGTH else title[: TITLE_LENGTH - 2] + " …"
    return Chapter(article, shown, first, tuple(sections), Counter(finding.outcome for finding in found))


def _card(finding: Finding, number: int, text: str) -> Card:
    stated = finding.expected.claim if finding.expected and finding.outcome != "wrong" else None
    read = finding.found.claim if finding.found and finding.outcome != "missed" else None
    statuses = {status for claim in (stated, read) if claim for status in statuses_of(claim)}
    compared = () if finding.outcome == "hit" else tuple(_lines(finding))
    return Card(number, finding, describe(finding.claim), compared, tuple(sorted(statuses)), elsewhere(text, finding))


def _lines(finding: Finding) -> Iterator[Line]:
    """Yield the parts that either side says something of."""
    expected = parts(finding.expected.claim) if finding.expected else {}
    found = parts(finding.found.claim) if finding.found else {}
    for part in expected or found:
        forms = other_forms(part, finding.expected.claim) if finding.expected else ()
        line = Line(part, expected.get(part, ""), forms, found.get(part, ""), part in finding.differing)
        if line.expected or line.found:
            yield line


def _own_file(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8").strip()
