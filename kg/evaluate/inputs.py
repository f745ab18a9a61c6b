"""From inputs on disk to a report: read, extract, score."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.gold import load_gold
from kg.evaluate.scoring import Report, evaluate
from kg.model import Article, Fact


def evaluate_inputs(
    inputs: Iterable[str | Path],
    *,
    gold: Path,
    lexicon: Path | None = None,
    on_error: Callable[[InputError], None] | None = None,
) -> Report:
    """Read the inputs, extract the facts of the annotated articles among them, and score these.

    `gold` is a folder of annotations (see `kg.evaluate.gold`). An input that cannot be read goes to
    `on_error`, or is raised where that is None; raises GoldError for malformed annotations.
    """
    # Scoring facts that are at hand needs neither the readers nor spaCy
    from kg.articles import read as read_articles
    from kg.extract import read as read_facts

    annotated = load_gold(gold)
    texts: dict[str, str] = {}
    facts: dict[str, tuple[Fact, ...]] = {}

    def wanted() -> Iterator[Article]:
        for article in read_articles(inputs, on_error=on_error):
            facts[article.id] = ()
            if article.id in annotated:
                texts[article.id] = article.text
                yield article

    for article, found in read_facts(wanted(), lexicon=lexicon):
        facts[article.id] = found
    return evaluate(facts, annotated, texts=texts)
