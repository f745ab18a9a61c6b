"""Recipients in a list under the line that names their honour: "Đề nghị A tặng Bằng khen:", then a line for each.

Refuses lines that are no items (no number, no dash, nothing that the line before announces), and ends at the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.awards.clauses import Clause, Sentence
from kg.extract.awards.facts import awards_of
from kg.extract.reading import Reading
from kg.language.chunks import Chunk
from kg.model import Award

_ITEM = re.compile(r"(?:^|\n)[ \t]*(?P<mark>\d{1,2}[.)]|[-+•*–])?[ \t]*$")
_OWN_MARK = re.compile(r"[-+•*–]\s")
_MAX_TO_RECIPIENT = 40  # characters from the begin of an item: "Tập thể cán bộ, công chức ..."
_MAX_MARK = 6  # characters of a number or a dash
_RECIPIENTS = ("PERSON", "ORGANISATION", "COUNT")


@dataclass(slots=True)
class Heading:
    """A clause with an honour whose recipients are to come, and where its line ends."""

    sentence: Sentence
    clause: Clause
    chunks: Sequence[Chunk]
    announced: bool

    def awards(self, reading: Reading, begin: int, end: int, chunks: Sequence[Chunk]) -> list[Award] | None:
        """Give the awards of a following sentence; None where it is no item of the list."""
        if any(chunk.label == "HONOUR" for chunk in chunks) or not self._is_item(reading, begin):
            return None
        self.announced = reading.scan.text[end - 1] in ";,:" and self.announced
        found = [c for c in chunks if c.label in _RECIPIENTS and c.begin - begin < _MAX_TO_RECIPIENT][:1]
        self.clause.recipients = found
        evidence = reading.evidence(begin, end, "award.listed")
        return [replace(award, evidence=evidence) for award in awards_of(self.sentence, self.clause, self.chunks)]

    def _is_item(self, reading: Reading, begin: int) -> bool:
        before = _ITEM.search(reading.scan.text, max(0, begin - _MAX_MARK), begin)
        return before is not None and (bool(before["mark"]) or self.announced)


def is_item(reading: Reading, begin: int) -> bool:
    """Whether a sentence opens a line with a dash, a bullet or a number."""
    before = _ITEM.search(reading.scan.text, max(0, begin - _MAX_MARK), begin)
    return before is not None and (bool(before["mark"]) or _OWN_MARK.match(reading.scan.text, begin) is not None)


def heading(sentence: Sentence, clauses: Sequence[Clause], chunks: Sequence[Chunk]) -> Iterator[Heading]:
    """Give the last clause of a sentence where its line ends and nobody has got its honour by name yet."""
    text, end = sentence.reading.scan.text, sentence.end
    if not clauses or not clauses[-1].governed or any(c.label != "COUNT" for c in clauses[-1].recipients):
        return
    if clauses[-1].recipients and text[end - 1] != ":":
        return
    ends_line = text.startswith("\n", end) or text[end - 1] == ":"
    if (ends_line and not text[clauses[-1].honours_end : end].strip(' :”"’.')) or text[end - 1] == ":":
        yield Heading(sentence, clauses[-1], chunks, announced=text[end - 1] == ":")
