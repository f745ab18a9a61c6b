"""Vietnamese alphabetical order: texts to keys that sort, character by character, as a dictionary does.

The order of letters is a ă â b c d đ e ê ... u ư v; words are compared syllable by syllable, first by their
letters, then by their tone: none, huyền, hỏi, ngã, sắc, nặng. The keys are for sorting, never for output.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_CODES = {letter: chr(ord("A") + place) for place, letter in enumerate(_LETTERS)}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_NO_TONE = "0"
_REMEMBERED = 100_000


@lru_cache(maxsize=_REMEMBERED)
def sort_key(text: str) -> str:
    """Give a key under which texts sort by the Vietnamese alphabet, without regard to case.

    >>> sorted(["Đà Nẵng", "Dương", "Ân", "Áo", "Ba", "Bá", "Bà"], key=sort_key)
    ['Áo', 'Ân', 'Ba', 'Bà', 'Bá', 'Dương', 'Đà Nẵng']
    """
    return "".join(map(_syllable, text.casefold().split()))


@lru_cache(maxsize=_REMEMBERED)
def name_key(text: str) -> str:
    """Give a key under which people sort by their given name, which stands last, as lists of people do.

    >>> sorted(["Vi Văn Nghĩa", "Trần Văn An", "Lê Thị An"], key=name_key)
    ['Lê Thị An', 'Trần Văn An', 'Vi Văn Nghĩa']
    """
    words = text.split()
    return sort_key(" ".join(words[-1:] + words[:-1]))


def _syllable(word: str) -> str:
    """Write the letters as codes that sort, a blank, which sorts before all of them, and the tone."""
    letters, tone = [], _NO_TONE
    for character in unicodedata.normalize("NFC", word):
        decomposed = unicodedata.normalize("NFD", character)
        tone = next((_TONES[mark] for mark in decomposed if mark in _TONES), tone)
        plain = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in _TONES))
        letters.append(_CODES.get(plain, plain))
    return f"{''.join(letters)} {tone}"
