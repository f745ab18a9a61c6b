"""Precision, recall and F1 of extracted facts against gold data, for each kind of fact.

Matching is one to one within an article, in the order of the facts. A found fact that matches an optional
gold fact, or one that is already matched, counts neither way. Figures are taken over all articles together
(micro-average); nothing found is a precision of 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.evaluate.compare import KINDS, Claim, Kind, MovementClaim, same_claim
from kg.evaluate.gold import GoldArticle, GoldFact
from kg.evaluate.rows import Found, once, rows
from kg.evaluate.sentences import sentence_around
from kg.model import Fact

# How many article ids a warning names
WARNED_IDS = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """A gold fact and the extracted fact that matches it."""

    article: str
    gold: GoldFact
    found: Found


@dataclass(frozen=True, slots=True)
class Missed:
    """A gold fact that no extracted fact matches; `sentence` is "" where the text is not at hand."""

    article: str
    gold: GoldFact
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Wrong:
    """An extracted fact that matches no gold fact."""

    article: str
    found: Found


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts, and the figures that follow from them."""

    hits: int
    missed: int
    wrong: int

    @property
    def precision(self) -> float:
        """The part of what was found that is right; 1 where nothing was found."""
        return self.hits / (self.hits + self.wrong) if self.hits + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The part of what is stated that was found; 1 where nothing is stated."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """The outcome for one kind of fact."""

    kind: Kind
    hits: tuple[Hit, ...]
    missed: tuple[Missed, ...]
    wrong: tuple[Wrong, ...]

    @property
    def tally(self) -> Tally:
        """The counts over all articles."""
        return Tally(len(self.hits), len(self.missed), len(self.wrong))

    @property
    def precision(self) -> float:
        """The part of what was found that is right."""
        return self.tally.precision

    @property
    def recall(self) -> float:
        """The part of what is stated that was found."""
        return self.tally.recall

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return self.tally.f1


@dataclass(frozen=True, slots=True)
class Report:
    """A score for each kind, what the reader should know about them, and the texts at hand by article id."""

    scores: Mapping[Kind, Score]
    articles: int
    warnings: tuple[str, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)


def evaluate(
    facts: Mapping[str, Iterable[Fact]], gold: Mapping[str, GoldArticle], *, texts: Mapping[str, str] | None = None
) -> Report:
    """Score facts, by article id, against gold data for every kind.

    A gold article without an entry in `facts` counts as missed, facts of an article without gold are left
    out; `warnings` name both. With `texts` (article id to text) missed facts get their sentence.
    """
    stated = {identifier: tuple(found) for identifier, found in facts.items()}
    at_hand = {identifier: texts[identifier] for identifier in sorted(gold.keys() & texts.keys())} if texts else {}
    scores = {kind: _with_sentences(score(kind, stated, gold), at_hand) for kind in KINDS}
    return Report(scores, len(gold.keys() & stated.keys()), tuple(_warnings(stated, gold, at_hand)), at_hand)


def score(kind: Kind, facts: Mapping[str, Iterable[Fact]], gold: Mapping[str, GoldArticle]) -> Score:
    """Match the facts of every gold article for one kind; facts of other articles are left out."""
    hits: list[Hit] = []
    missed: list[Missed] = []
    wrong: list[Wrong] = []
    for identifier, article in sorted(gold.items()):
        expected = _expected(kind, article)
        pairs, unmatched, extra = _match(kind, expected, rows(kind, facts.get(identifier, ())))
        hits += [Hit(identifier, fact, found) for fact, found in pairs]
        missed += [Missed(identifier, fact) for fact in unmatched]
        wrong += [Wrong(identifier, found) for found in extra]
    return Score(kind, tuple(hits), tuple(missed), tuple(wrong))


def by_status(score: Score) -> dict[str, Tally]:
    """Count a kind's outcome by status: of the found fact, and where one is missed of the gold fact."""
    hits = Counter(_status(hit.found.claim) for hit in score.hits)
    missed = Counter(_status(miss.gold.claim) for miss in score.missed)
    wrong = Counter(_status(error.found.claim) for error in score.wrong)
    return {
        status: Tally(hits[status], missed[status], wrong[status])
        for status in sorted(hits.keys() | missed.keys() | wrong.keys())
        if status
    }


def by_rule(score: Score) -> dict[str, Tally]:
    """Count a kind's outcome by rule, as if each rule were the only one; a fact found by two counts for both.

    No rule is to blame for a missed fact. So a rule's recall is the part of all stated facts that it found, its
    `missed` are those that it did not find, and its F1 is what the kind would score with this rule alone. Where no
    fact is found by two rules, their recalls add up to the kind's.
    """
    hits = Counter(rule for hit in score.hits for rule in hit.found.rules)
    wrong = Counter(rule for error in score.wrong for rule in error.found.rules)
    stated = len(score.hits) + len(score.missed)
    return {rule: Tally(hits[rule], stated - hits[rule], wrong[rule]) for rule in sorted(hits.keys() | wrong.keys())}


def _with_sentences(score: Score, texts: Mapping[str, str]) -> Score:
    missed = (replace(miss, sentence=_sentence(miss, texts)) for miss in score.missed)
    return replace(score, missed=tuple(missed))


def _sentence(miss: Missed, texts: Mapping[str, str]) -> str:
    return sentence_around(texts.get(miss.article, ""), miss.gold.evidence) or ""


def _warnings(stated: Mapping[str, object], gold: Mapping[str, GoldArticle], texts: Mapping[str, str]) -> Iterator[str]:
    if absent := sorted(gold.keys() - stated.keys()):
        yield f"annotated, but not among the inputs, so that all their facts count as missed: {_some(absent)}"
    if unknown := sorted(stated.keys() - gold.keys()):
        yield f"among the inputs, but not annotated, so that nothing in them is scored: {_some(unknown)}"
    for identifier in texts:
        for relation, facts in gold[identifier].facts.items():
            for number, fact in enumerate(facts):
                if fact.evidence and sentence_around(texts[identifier], fact.evidence) is None:
                    yield f"{identifier}: {relation}[{number}].evidence is not in the text: {fact.evidence!r}"


def _some(identifiers: Sequence[str]) -> str:
    more = len(identifiers) - WARNED_IDS
    return ", ".join(identifiers[:WARNED_IDS]) + (f" and {more} more" if more > 0 else "")


def _expected(kind: Kind, article: GoldArticle) -> list[GoldFact]:
    # Required before optional: of a movement annotated twice, once optionally, the required one stays
    facts = sorted(article.facts.get(KINDS[kind], ()), key=lambda fact: fact.optional)
    if kind == "periods":
        return [fact for fact in facts if isinstance(fact.claim, MovementClaim) and fact.claim.period]
    return once(facts) if kind == "movements" else facts


def _match(
    kind: Kind, gold: Sequence[GoldFact], rows: Iterable[Found]
) -> tuple[list[tuple[GoldFact, Found]], list[GoldFact], list[Found]]:
    """Pair found rows with gold facts one to one; give the pairs, the missed and the wrong."""
    free = [fact for fact in gold if not fact.optional]
    pairs: list[tuple[GoldFact, Found]] = []
    wrong: list[Found] = []
    for row in rows:
        place = next((i for i, fact in enumerate(free) if same_claim(kind, fact.claim, row.claim)), None)
        if place is not None:
            pairs.append((free.pop(place), row))
        elif not any(same_claim(kind, fact.claim, row.claim) for fact in gold):
            wrong.append(row)
    return pairs, free, wrong


def _status(claim: Claim) -> str:
    return "" if isinstance(claim, MovementClaim) else claim.statuses[0]
