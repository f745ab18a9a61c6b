"""A sentence with honours, and its clauses: an honour, or several not told apart, with what was read around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.awards.authorities import authorities
from kg.extract.awards.patterns import ABBREVIATED, SAME_CLAUSE, Patterns, patterns
from kg.extract.reading import Reading
from kg.language.chunks import Chunk
from kg.language.organisations import OrganisationName
from kg.language.persons import PersonName
from kg.model import AwardStatus

_LABELS = ("HONOUR", "ORGANISATION", "PERSON", "COUNT", "ROLE")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with honours; `subject` is whom the sentences before it go on about."""

    reading: Reading
    begin: int
    end: int
    chunks: tuple[Chunk, ...]
    subject: Chunk | None
    folded: str
    patterns: Patterns

    def between(self, begin: int, end: int, *labels: str) -> list[Chunk]:
        """Give the chunks of some labels within a stretch."""
        return [c for c in self.chunks if begin <= c.begin and c.end <= end and c.label in labels]

    def starting(self, begin: int, end: int, *labels: str) -> list[Chunk]:
        """Give the chunks of some labels that begin in a stretch."""
        return [c for c in self.chunks if begin <= c.begin < end and c.label in labels]


@dataclass(slots=True)
class Clause:
    """An honour, or several not told apart, and what was read around it; `start` is where its words begin."""

    honours: list[Chunk]
    start: int = 0
    end: int = 0
    verb: tuple[int, int] | None = None
    governed: bool = False
    status: AwardStatus = "awarded"
    recipients: list[Chunk] = field(default_factory=list)
    rule: str = ""
    awarder: OrganisationName | None = None
    named_awarder: bool = False
    presenter: PersonName | None = None

    @property
    def begin(self) -> int:
        """Where the first honour begins."""
        return self.honours[0].begin

    @property
    def honours_end(self) -> int:
        """Where the last honour ends."""
        return self.honours[-1].end


def sentence(reading: Reading, begin: int, end: int, chunks: Sequence[Chunk], subject: Chunk | None) -> Sentence:
    """Put a sentence together from the chunks in it."""
    known = patterns(reading.lexicon)
    relevant = [chunk for chunk in chunks if chunk.label in _LABELS]
    relevant += authorities(reading, begin, end, chunks, known)
    relevant.sort(key=lambda chunk: chunk.begin)
    return Sentence(reading, begin, end, tuple(relevant), subject, reading.scan.folded, known)


def clauses(sentence: Sentence) -> Iterator[Clause]:
    """Cut a sentence into clauses: honours joined by a comma or "và", with no recipients between them, are one."""
    group: list[Chunk] = []
    for chunk in sentence.chunks:
        if chunk.label != "HONOUR" or _is_rank(sentence, chunk):
            continue
        if group and not SAME_CLAUSE.match(sentence.folded[group[-1].end : chunk.begin]):
            yield Clause(group)
            group = []
        group.append(chunk)
    if group:
        yield Clause(group)


def next_honour(sentence: Sentence, clause: Clause) -> int:
    """Give where the next clause's honour begins, or the sentence's end."""
    later = (c for c in sentence.chunks if c.label == "HONOUR" and c.begin > clause.honours_end)
    return next((c.begin for c in later if not _is_rank(sentence, c)), sentence.end)


def _is_rank(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether a title of honour only introduces a name: "NSƯT Minh Vương"."""
    if not chunk.value.title or sentence.folded.startswith("danh hiệu", chunk.begin):
        return False
    led = ABBREVIATED.match(sentence.reading.scan.text, chunk.begin)
    if led is not None and led["name"].istitle():
        return True
    following = next((c for c in sentence.chunks if c.begin >= chunk.end), None)
    gap = sentence.folded[chunk.end : following.begin] if following is not None else "."
    if following is not None and following.label == "PERSON" and not gap.strip():
        return True
    return gap.lstrip().startswith(":")
