"""What a person's name looks like: where in a run of capitalised words one can begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lexicon import Lexicon
from kg.text import new_tones

MAX_SYLLABLES = 5
# How a syllable is written: an initial, one to three vowels, a final; the tone stands on a vowel
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    r"[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}"
    r"(?:ch|ng|nh|[cmnpt])?"
)


def is_surname(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a surname, in either tone style and also in capitals."""
    plain = new_tones(word)
    return plain in lexicon.surnames or (plain.isupper() and len(plain) > 1 and plain.capitalize() in lexicon.surnames)


def is_syllable(word: str) -> bool:
    """Whether a word is written as a Vietnamese syllable is; acronyms and names such as "Vinamilk" are not.

    >>> [is_syllable(word) for word in ("Nghiêm", "Vinamilk", "BIDV", "Grab")]
    [True, False, False, False]
    """
    return _SYLLABLE.fullmatch(word.casefold()) is not None and not (len(word) > 1 and word.isupper())


def person_starts(words: Sequence[str], lexicon: Lexicon) -> list[int]:
    """Give the positions in a run of capitalised words at which a name of two to five syllables can begin.

    A surname with at least one syllable behind it, and no more than five syllables to the end of the run. A rare
    surname that a common one follows after another word begins none: it ends the name of a place.

    >>> from kg.lexicon import load
    >>> person_starts(["Đồng", "Nai", "Nguyễn", "Văn", "An"], load())
    [2, 3]
    """
    last = len(words) - 1
    starts = [i for i, word in enumerate(words) if i < last and last - i < MAX_SYLLABLES and is_surname(word, lexicon)]
    return [i for i in starts if not _leads_to_a_name(words, i, starts, lexicon)]


def _leads_to_a_name(words: Sequence[str], start: int, starts: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether a rare surname only ends the name before a common one: the "Sơn" of "Tân Sơn Nhất Lê Văn Nam"."""
    if words[start] in lexicon.common_surnames or words[start + 1] in lexicon.middle_names:
        return False
    return any(later >= start + 2 and words[later] in lexicon.common_surnames for later in starts)
