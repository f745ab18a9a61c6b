"""From articles to facts: the pipeline, the extractors, and the evidence that every fact carries.

`EXTRACTORS` is the registry: a relation is a module with `extract(reading)` and a row here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg import language
from kg.extract import awards, movements, roles
from kg.extract.reading import Reading, read_doc
from kg.model import Article, Fact

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Extractor = Callable[[Reading], Iterable[Fact]]

EXTRACTORS: tuple[Extractor, ...] = (roles.extract, awards.extract, movements.extract)
_BATCH = 1000


def extract(article: Article, doc: Doc, *, extractors: Iterable[Extractor] = EXTRACTORS) -> tuple[Fact, ...]:
    """Extract the facts that a marked article states, each once per sentence, in the order of the text."""
    reading = read_doc(article, doc)
    if not reading.scan.sentences:
        return ()
    facts = (fact for extractor in extractors for fact in extractor(reading))
    return tuple(dict.fromkeys(_with_settings(facts)))


def read(
    articles: Iterable[Article], *, lexicon: Path | None = None, nlp: Language | None = None
) -> Iterator[tuple[Article, tuple[Fact, ...]]]:
    """Extract the facts of each article; `nlp` is a pipeline of one's own in place of `language.load(lexicon)`.

    Memory does not grow with the number of articles: what spaCy remembers is freed after every batch.
    """
    nlp = nlp or language.load(lexicon)
    stream = iter(articles)
    while batch := list(islice(stream, _BATCH)):
        with nlp.memory_zone():
            results = [(article, extract(article, nlp(article.text))) for article in batch]
        yield from results


def _with_settings(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Give every person the setting that the article ties the name to."""
    from kg.extract.settings import with_settings

    return with_settings(list(facts))
