"""What became of every fact, with what was expected and what was found side by side. For showing, never for scoring.

A missed and a wrong fact of one sentence that are alike are one mistake: this was stated, that was found. A missed
fact that has no such partner is shown with the nearest one found of the same person, recipient or movement, though
that is right of something else; a wrong one with the nearest one stated. Refuses to pair what has little in common:
facts of one sentence must agree in half of their names, facts of different sentences in all parts but one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from kg.evaluate.compare import ALL_PARTS, KINDS, Claim, Kind, Part, Relation, folded_name, same_part
from kg.evaluate.gold import GoldFact
from kg.evaluate.rows import Found
from kg.evaluate.scoring import Hit, Missed, Report, Score, Wrong
from kg.evaluate.sentences import Place, locate, sentence_around
from kg.evaluate.wording import names, relation
from kg.text import tidy

Outcome = Literal["mistaken", "missed", "wrong", "hit"]
OUTCOMES: tuple[Outcome, ...] = ("mistaken", "missed", "wrong", "hit")

LOOSEST: dict[Kind, Kind] = {kind: next(k for k in KINDS if KINDS[k] == KINDS[kind]) for kind in KINDS}

# What a claim is about, and the parts that are no names
SUBJECTS: dict[Relation, Part] = {"roles": "person", "awards": "recipient", "movements": "name"}
UNNAMED: frozenset[Part] = frozenset({"status", "count", "period"})
IN_SENTENCE = 0.5  # the least part of their names that facts of one sentence share
ELSEWHERE = 1  # the parts in which facts of different sentences may differ
SAME_SENTENCE = 100.0  # a fact of the same sentence is nearer than any other
ALMOST = 0.99  # the most that names share which are not the same

Item = TypeVar("Item", Hit, Missed, Wrong)
Located = tuple[GoldFact, Place | None]


@dataclass(frozen=True, slots=True)
class Finding:
    """One outcome, and the kinds of fact in which it counts, the loosest first.

    Of a missed fact `found`, of a wrong one `expected`, is what comes nearest: right in itself, or None.
    """

    outcome: Outcome
    article: str
    expected: GoldFact | None
    found: Found | None
    kinds: tuple[Kind, ...]

    @property
    def claim(self) -> Claim:
        """What was stated; of a wrong fact, what was found."""
        fact = self.found if self.outcome == "wrong" or self.expected is None else self.expected
        assert fact is not None
        return fact.claim

    @property
    def differing(self) -> tuple[Part, ...]:
        """The parts in which what was expected and what was found differ."""
        if self.expected is None or self.found is None:
            return ()
        return differing(self.expected.claim, self.found.claim)

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that found the fact; none found a missed one."""
        return self.found.rules if self.found and self.outcome != "missed" else ()


def findings(report: Report) -> list[Finding]:
    """Give every outcome of a report once, with all kinds in which it counts; in the order of kinds and articles."""
    first: dict[object, Finding] = {}
    for kind in report.scores:
        for finding in compared(report, kind):
            known = first.get(_key(finding), replace(finding, kinds=()))
            first[_key(finding)] = replace(known, kinds=(*known.kinds, kind))
    return list(first.values())


def compared(report: Report, kind: Kind) -> Iterator[Finding]:
    """Give the outcomes of one kind, article by article: mistakes, missed, wrong, hits."""
    loosest = _by_article(report.scores[LOOSEST[kind]])
    for article, score in _by_article(report.scores[kind]).items():
        for finding in _in_article(score, loosest.get(article, score), report.texts.get(article, "")):
            yield replace(finding, article=article, kinds=(kind,))


def sentence_of(finding: Finding, report: Report) -> str:
    """Give the sentence that states a finding's fact, or from which it was read; "" where it is not at hand."""
    stated = finding.expected if finding.outcome != "wrong" else None
    known = sentence_around(report.texts.get(finding.article, ""), stated.evidence) if stated else None
    read = finding.found.evidence[0].sentence if finding.found and finding.outcome != "missed" else ""
    return known or tidy(read)


def differing(expected: Claim, found: Claim) -> tuple[Part, ...]:
    """Give the parts in which two claims of a relation differ, by the rules of scoring."""
    return tuple(part for part in ALL_PARTS[relation(expected)] if not same_part(part, expected, found))


def _key(finding: Finding) -> object:
    """What makes two outcomes one: the facts they are about, and not what comes nearest to them."""
    expected = finding.expected if finding.outcome != "wrong" else None
    found = finding.found if finding.outcome != "missed" else None
    return finding.outcome, finding.article, expected, found


def _by_article(score: Score) -> dict[str, Score]:
    """Take a score apart into those of its articles, in their order."""
    hits, missed, wrong = _grouped(score.hits), _grouped(score.missed), _grouped(score.wrong)
    return {
        article: Score(
            score.kind, tuple(hits.get(article, ())), tuple(missed.get(article, ())), tuple(wrong.get(article, ()))
        )
        for article in sorted({*hits, *missed, *wrong})
    }


def _grouped(items: Iterable[Item]) -> dict[str, list[Item]]:
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(item.article, []).append(item)
    return groups


def _in_article(score: Score, loosest: Score, text: str) -> Iterator[Finding]:
    hits = (*score.hits, *loosest.hits)
    missed = _located((miss.gold for miss in score.missed), text)
    stated = [*missed, *_located((hit.gold for hit in hits), text)]
    wrong = [error.found for error in score.wrong]
    found = [*wrong, *(hit.found for hit in hits)]
    pairs = _paired(missed, wrong)
    yield from (_finding("mistaken", missed[i][0], wrong[j]) for i, j in pairs)
    for place, miss in enumerate(missed):
        if place not in {i for i, _ in pairs}:
            yield _finding("missed", miss[0], _nearest_found(miss, found))
    for place, row in enumerate(wrong):
        if place not in {j for _, j in pairs}:
            yield _finding("wrong", _nearest_stated(row, stated), row)
    yield from (_finding("hit", hit.gold, hit.found) for hit in score.hits)


def _finding(outcome: Outcome, expected: GoldFact | None, found: Found | None) -> Finding:
    return Finding(outcome, "", expected, found, ())


def _located(facts: Iterable[GoldFact], text: str) -> list[Located]:
    return [(fact, locate(text, fact.evidence)) for fact in facts]


def _paired(missed: Sequence[Located], wrong: Sequence[Found]) -> list[tuple[int, int]]:
    """Pair missed and wrong facts one to one, by their numbers: the nearest first, then as they stand."""
    near = [(-nearness(miss, row), i, j) for i, miss in enumerate(missed) for j, row in enumerate(wrong)]
    pairs: dict[int, int] = {}
    for distance, i, j in sorted(near):
        if distance and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return sorted(pairs.items())


def _nearest_found(stated: Located, found: Iterable[Found]) -> Found | None:
    near = [row for row in found if nearness(stated, row) and _same_subject(stated, row)]
    return max(near, key=lambda row: nearness(stated, row), default=None)


def _nearest_stated(row: Found, stated: Iterable[Located]) -> GoldFact | None:
    near = [fact for fact in stated if nearness(fact, row) and _same_subject(fact, row)]
    return max(near, key=lambda fact: nearness(fact, row))[0] if near else None


def _same_subject(stated: Located, row: Found) -> bool:
    claim = stated[0].claim
    return same_part(SUBJECTS[relation(claim)], claim, row.claim)


def nearness(stated: Located, row: Found) -> float:
    """Say how near a found fact comes to a stated one: more for more in common, 0 for too little."""
    expected, place = stated
    alike = {part: _alike(part, expected.claim, row.claim) for part in ALL_PARTS[relation(expected.claim)]}
    if place and any(place.sentence_begin < told.end and told.begin < place.sentence_end for told in row.evidence):
        names = [share for part, share in alike.items() if part not in UNNAMED]
        return SAME_SENTENCE + sum(alike.values()) if sum(names) >= IN_SENTENCE * len(names) else 0
    return sum(alike.values()) if len(alike) - sum(map(int, alike.values())) <= ELSEWHERE else 0


def _alike(part: Part, expected: Claim, found: Claim) -> float:
    """Give 1 for the same by the rules of scoring, else the part of the words that two names share, below 1."""
    if same_part(part, expected, found):
        return 1.0
    shares = (_shared(one, other) for one in names(part, expected) for other in names(part, found))
    return min(max(shares, default=0.0), ALMOST)


def _shared(one: str | None, other: str | None) -> float:
    words, others = (set(folded_name(name or "").split()) for name in (one, other))
    return len(words & others) / len(words | others) if words | others else 0.0
