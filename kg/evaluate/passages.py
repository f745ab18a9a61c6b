"""The sentences of an article in which facts are stated or were found, cut at the stretches to be marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from kg.evaluate.compare import Claim
from kg.evaluate.findings import SUBJECTS, Finding
from kg.evaluate.sentences import Place, locate
from kg.evaluate.wording import names, relation
from kg.model import Evidence
from kg.text import key

Span = tuple[int, int]
# Why a stretch is marked; "named" is who or what a missed fact is about, inside the stretch that states it
Look = Literal["missed", "wrong", "hit", "named"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text, why it is marked, and the number of the finding."""

    begin: int
    end: int
    look: Look
    finding: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage with the marks that cover the whole of it."""

    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence or more, in pieces, and the findings in it; no pieces where the text is not at hand."""

    pieces: tuple[Piece, ...]
    findings: tuple[int, ...]


def passages(text: str, findings: Sequence[Finding]) -> list[Passage]:
    """Give an article's passages in the order of the text; findings without a place in it come last.

    Findings are referred to by their number in the list.
    """
    spans = [_span(text, finding) for finding in findings]
    marks = [mark for number, finding in enumerate(findings) for mark in _marks(text, finding, number)]
    found = [
        Passage(_pieces(text, span, marks), tuple(n for n, own in enumerate(spans) if own and _meet(own, span)))
        for span in _joined(span for span in spans if span)
    ]
    rest = tuple(number for number, span in enumerate(spans) if span is None)
    return [*found, Passage((), rest)] if rest else found


def read_stretches(sentence: str, written: Iterable[Sequence[str]]) -> list[Span]:
    """Give where the names of a found fact stand in its sentence, each where it is nearest to the first of them.

    The whole sentence where none of them stands in it.

    >>> read_stretches("Chủ tịch Nam và Chủ tịch Hà", [("Hà",), ("Chủ tịch",)])
    [(25, 27), (16, 24)]
    """
    stretches: list[Span] = []
    for forms in written:
        spots = [spot for form in forms for spot in _spots(key(form), key(sentence))]
        centre = stretches[0][0] if stretches else None
        stretches += sorted(spots, key=lambda spot: (_distance(spot, centre), spot[0] - spot[1]))[:1]
    return stretches or [(0, len(sentence))]


def elsewhere(text: str, finding: Finding) -> str:
    """Give the sentence of a mistake's found fact where it is not the one that states what was expected."""
    span = _span(text, finding)
    if finding.outcome != "mistaken" or span is None or finding.found is None:
        return ""
    evidence = _evidence(finding, span)
    return "" if _meet((evidence.begin, evidence.end), span) else evidence.sentence


def _distance(spot: Span, centre: int | None) -> int:
    return 0 if centre is None else abs(spot[0] - centre)


def _spots(form: str, sentence: str) -> Iterator[Span]:
    return (match.span() for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", sentence))


def _span(text: str, finding: Finding) -> Span | None:
    """The sentence of a finding: where its fact is stated, or else where it was found."""
    place = _place(text, finding)
    if place:
        return place.sentence_begin, place.sentence_end
    if finding.found is None or finding.outcome == "missed":
        return None
    evidence = finding.found.evidence[0]
    return (evidence.begin, evidence.end) if text[evidence.begin : evidence.end] == evidence.sentence else None


def _place(text: str, finding: Finding) -> Place | None:
    return locate(text, finding.expected.evidence) if finding.expected and finding.outcome != "wrong" else None


def _marks(text: str, finding: Finding, number: int) -> Iterator[Mark]:
    place = _place(text, finding)
    if place:
        yield Mark(place.begin, place.end, "hit" if finding.outcome == "hit" else "missed", number)
        if finding.outcome != "hit":
            yield from (Mark(*spot, "named", number) for spot in _named(text, finding.claim, place))
    span = _span(text, finding)
    if span and finding.found and (finding.outcome in ("mistaken", "wrong") or not place):
        evidence = _evidence(finding, span)
        look: Look = "hit" if finding.outcome == "hit" else "wrong"
        for begin, end in read_stretches(evidence.sentence, finding.found.written):
            yield Mark(evidence.begin + begin, evidence.begin + end, look, number)


def _named(text: str, claim: Claim, place: Place) -> Iterator[Span]:
    forms = [form for form in names(SUBJECTS[relation(claim)], claim) if form]
    spots = [spot for form in forms for spot in _spots(key(form), key(text[place.begin : place.end]))]
    longest = max(spots, key=lambda spot: spot[1] - spot[0], default=None)
    if longest:
        yield place.begin + longest[0], place.begin + longest[1]


def _evidence(finding: Finding, span: Span) -> Evidence:
    """The evidence of a found fact in a passage, or its first."""
    assert finding.found
    stated = finding.found.evidence
    return next((told for told in stated if _meet((told.begin, told.end), span)), stated[0])


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Join spans that overlap."""
    joined: list[Span] = []
    for begin, end in sorted(spans):
        if joined and begin < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((begin, end))
    return joined


def _pieces(text: str, span: Span, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """Cut a passage wherever a mark begins or ends."""
    inside = [mark for mark in marks if _meet((mark.begin, mark.end), span)]
    cuts = {*span, *(cut for mark in inside for cut in (mark.begin, mark.end) if span[0] < cut < span[1])}
    edges = sorted(cuts)
    return tuple(
        Piece(text[begin:end], tuple(mark for mark in inside if mark.begin <= begin and end <= mark.end))
        for begin, end in pairwise(edges)
    )
