"""The articles that are measured: any input of kg's, or the repository's own texts again and again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from kg.articles import read
from kg.errors import InputError
from kg.model import Article

ROOT = Path(__file__).parents[1]
TEXTS = (ROOT / "tests" / "gold" / "union" / "texts", ROOT / "seeds")
REPEATED = 5000  # articles of the corpus that is made here: some ten seconds of work


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is measured: kg's inputs, what they are called, and how many articles they hold."""

    inputs: tuple[Path, ...]
    name: str
    articles: int


def chosen(paths: Sequence[Path], folder: Path) -> Corpus:
    """Give the corpus that was asked for, or make one of the repository's own texts in `folder`."""
    if paths:
        found = sum(1 for _ in articles(paths))
        if not found:
            raise InputError(f"{', '.join(map(str, paths))}: no article could be read")
        return Corpus(tuple(paths), ", ".join(map(str, paths)), found)
    file = folder / "corpus.jsonl"
    own = list(read(TEXTS))
    write(repeated(own, REPEATED), file)
    return Corpus((file,), f"the {len(own)} texts of this repository, repeated under new ids", REPEATED)


def articles(paths: Iterable[Path]) -> Iterator[Article]:
    """Read what can be read."""
    return read(paths, on_error=lambda _: None)


def repeated(own: Sequence[Article], number: int) -> Iterator[Article]:
    """Give `number` articles: the given ones in turn, each time under an id of its own."""
    for place, article in enumerate(islice(cycle(own), number)):
        yield Article(f"{article.id}-{place // len(own):05}", article.text, article.title)


def sample(corpus: Corpus, number: int) -> tuple[Article, ...]:
    """Give at most `number` articles from all over the corpus, in an order in which every beginning is such a sample.

    The ith is taken from where i's digits, turned round, point: 0, 1/2, 1/4, 3/4, 1/8 ... of the way.
    """
    places = list(dict.fromkeys(int(_turned(i) * corpus.articles) for i in range(number)))
    wanted = set(places)
    found = {place: article for place, article in enumerate(articles(corpus.inputs)) if place in wanted}
    return tuple(found[place] for place in places if place in found)


def _turned(number: int) -> float:
    digits = f"{number:b}"[::-1]
    return int(digits, 2) / (1 << len(digits))


def write(chosen_articles: Iterable[Article], file: Path) -> Path:
    """Write articles as JSON lines, which kg and the other tools read."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8") as stream:
        for article in chosen_articles:
            record = {"id": article.id, "title": article.title, "text": article.text}
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    return file
