"""From text to a Doc that holds all of it, cut finely only where there is something to read.

`doc.text` is the article's text and offsets are the article's. A sentence with a hit is cut into words, numbers and
single marks; the rest of the text stands in whole stretches, because making tokens is what costs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg import lexicon as lexicons
from kg.errors import KgError
from kg.language.scan import Scan, Token, scan, scanner
from kg.lexicon import Lexicon

MARKS = "kg.marks"


@dataclass(slots=True)
class Marks:
    """What the components share about a Doc: its scan, the lexicon, and what each span was read as."""

    scan: Scan
    lexicon: Lexicon
    begins: list[int]  # of the Doc's tokens
    values: dict[tuple[str, int, int], Any] = field(
        default_factory=dict
    )  # by (label, begin, end); the type goes by label


def marks_of(doc: Doc) -> Marks:
    """Give the marks of a Doc that `LexiconTokenizer` made; a KgError for any other."""
    marks = doc.user_data.get(MARKS)
    if not isinstance(marks, Marks):
        raise KgError(
            "this Doc has no marks of the lexicon: make it with kg.language.load(), or give the pipeline the tokenizer"
            ' { "@tokenizers": "kg.tokenizer.v1" }; a Doc that was saved and loaded has lost its marks'
        )
    return marks


class LexiconTokenizer:
    """The tokenizer of the pipeline: scans a text with the lexicon and makes a Doc of it."""

    def __init__(self, vocab: Vocab, lexicon: Path | None = None, *, every_sentence: bool = False) -> None:
        self.vocab = vocab
        self.every_sentence = every_sentence
        self.lexicon = lexicons.load(lexicon)
        self._scanner = scanner(self.lexicon)

    def __call__(self, text: str) -> Doc:
        """Make a Doc whose text is `text` to the character."""
        found = scan(text, self._scanner, every_sentence=self.every_sentence)
        words, spaces, begins = _pieces(text, found.tokens)
        doc = Doc(self.vocab, words=words, spaces=spaces)
        doc.user_data[MARKS] = Marks(found, self.lexicon, begins)
        return doc

    # spaCy asks every tokenizer to save itself; there is nothing to save, the lexicon is named in the configuration

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Give nothing to save."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> LexiconTokenizer:
        """Load nothing."""
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Save nothing."""

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> LexiconTokenizer:
        """Load nothing."""
        return self


def _pieces(text: str, tokens: Sequence[Token]) -> tuple[list[str], list[bool], list[int]]:
    """Words, trailing spaces and begins of all of a text; what lies between tokens is one piece, one space is none."""
    words: list[str] = []
    spaces: list[bool] = []
    begins: list[int] = []
    at = 0
    for begin, end, word, _, _ in tokens:
        if begin == at + 1 and words and text[at] == " ":
            spaces[-1] = True
        elif begin != at:
            _gap(text, at, begin, words, spaces, begins)
        words.append(word)
        spaces.append(False)
        begins.append(begin)
        at = end
    _gap(text, at, len(text), words, spaces, begins)
    return words, spaces, begins


def _gap(text: str, at: int, end: int, words: list[str], spaces: list[bool], begins: list[int]) -> None:
    """Add what stands before a token as a piece, without a space behind the token before it."""
    if words and text[at : at + 1] == " ":
        spaces[-1] = True
        at += 1
    if at < end:
        words.append(text[at:end])
        spaces.append(False)
        begins.append(at)
