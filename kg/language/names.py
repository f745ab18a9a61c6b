"""What a person's name looks like: where in a run of capitalised words one can begin."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon import Lexicon
from kg.text import new_tones

MAX_SYLLABLES = 5


def is_surname(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a surname, in either tone style and also in capitals."""
    plain = new_tones(word)
    return plain in lexicon.surnames or (plain.isupper() and len(plain) > 1 and plain.capitalize() in lexicon.surnames)


def person_starts(words: Sequence[str], lexicon: Lexicon) -> list[int]:
    """Give the positions in a run of capitalised words at which a name of two to five syllables can begin.

    A surname with at least one syllable behind it, and no more than five syllables to the end of the run.

    >>> from kg.lexicon import load
    >>> person_starts(["Đồng", "Nai", "Nguyễn", "Văn", "An"], load())
    [0, 2, 3]
    """
    last = len(words) - 1
    return [i for i, word in enumerate(words) if i < last and last - i < MAX_SYLLABLES and is_surname(word, lexicon)]
