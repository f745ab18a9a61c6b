"""What the extractors share: an article under reading, its chunks by sentence, and evidence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg import layout
from kg.language.chunks import Chunk, chunks
from kg.language.names import is_surname
from kg.language.organisations import OrganisationName
from kg.language.persons import PersonName
from kg.language.scan import Scan
from kg.language.tokenizer import marks_of
from kg.lexicon import Head, Lexicon, match_key
from kg.model import Article, Evidence, Organisation, Person, Stretch
from kg.resolve import Context

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Stretches of an article that state no facts of their own
SILENT = frozenset({"BYLINE", "SOURCE", "DATE", "CREDIT"})


@dataclass(frozen=True)
class Reading:
    """One article with its marks: what every extractor gets."""

    article: Article
    scan: Scan
    lexicon: Lexicon
    chunks: tuple[Chunk, ...]
    layout: tuple[Stretch, ...]

    @cached_property
    def context(self) -> Context:
        """The article's organisations, people and places, for resolution."""
        organisations = tuple(c.value for c in self.chunks if isinstance(c.value, OrganisationName))
        persons = tuple(c.value for c in self.chunks if isinstance(c.value, PersonName))
        return Context(self.scan, self.lexicon, organisations, persons)

    @cached_property
    def year(self) -> int:
        """The year of the article: of its date, else the latest day that its text names; 0 where it has neither."""
        if self.article.published is not None:
            return self.article.published.year
        days = (c.value.period.start.year for c in self.chunks if c.label == "PERIOD" and c.value.form == "day")
        return max(days, default=0)

    def silent(self, offset: int) -> bool:
        """Whether a character stands in a byline, a source line, a date line or a photo credit."""
        return any(begin <= offset < end for begin, end in self._silent)

    @cached_property
    def _silent(self) -> tuple[tuple[int, int], ...]:
        return tuple((s.begin, s.end) for s in self.layout if s.label in SILENT)

    def sentences(self) -> Iterator[tuple[int, int, list[Chunk]]]:
        """Give (begin, end, chunks) of every sentence that may state facts, in order."""
        begins = [chunk.begin for chunk in self.chunks]
        for begin, end in self.scan.sentences:
            if _shouted(self.scan.text, begin, end):
                continue
            inside = self.chunks[bisect_left(begins, begin) : bisect_left(begins, end)]
            yield begin, end, [c for c in inside if not self.silent(c.begin)] if self._silent else list(inside)

    def statuses(self, begin: int, end: int) -> list[str]:
        """Give the kinds of the status words in a stretch, in order; a word of several kinds gives each."""
        return [kind for c in self.status_chunks(begin, end) for kind in c.value.split()]

    def status_chunks(self, begin: int, end: int) -> list[Chunk]:
        """Give the status words in a stretch, in order."""
        return [c for c in self._statuses if begin <= c.begin and c.end <= end]

    @cached_property
    def _statuses(self) -> tuple[Chunk, ...]:
        return tuple(c for c in self.chunks if c.label == "STATUS")

    def evidence(self, begin: int, end: int, rule: str) -> Evidence:
        """Give the evidence for a fact that a sentence states."""
        return Evidence(self.scan.text[begin:end], begin, end, rule)

    def person(self, mention: PersonName) -> Person | None:
        """Give the person that a mention means; None for a given name that nobody bears in full."""
        full = self.context.person_name(mention)
        if full is None:
            return None
        written = self.scan.text[mention.begin : mention.end]
        return Person(full.name, forms=() if written == full.name else (written,))

    def body(self, name: OrganisationName) -> Organisation | None:
        """Give the organisation that a mention means; None for a bare head that the article nowhere makes a name."""
        found = self.context.organisation(name)
        head = name.parts[0].head
        said_nothing = (
            len(name.parts) == 1
            and found.name == head.name
            and not (head.alone or head.level or "whole" in head.traits)
        )
        return None if said_nothing else found

    def is_vietnamese(self, person: Person) -> bool:
        """Whether a person's name begins with a surname of this country."""
        first = person.name.split()[0]
        return is_surname(first, self.lexicon) or first in self.lexicon.surnames_after_title


def implied_head(body: str, lexicon: Lexicon) -> Head:
    """Give the head of a body that a title implies: a whole name where the lexicon has none."""
    return lexicon.heads.get(match_key(body), Head(body, alone=True))


def read_doc(article: Article, doc: Doc) -> Reading:
    """Put an article and its marked Doc together."""
    marks = marks_of(doc)
    marked = layout.mark(article.text, title=article.title) if marks.scan.sentences else ()
    return Reading(article, marks.scan, marks.lexicon, chunks(doc), marked)


def _shouted(text: str, begin: int, end: int) -> bool:
    """Whether a sentence is all in capitals: a headline in which nothing tells a name from a word."""
    if not text[begin : begin + 12].isupper():
        return False
    letters = [c for c in text[begin:end] if c.isalpha()]
    return len(letters) > 20 and sum(c.isupper() for c in letters) > 0.7 * len(letters)
