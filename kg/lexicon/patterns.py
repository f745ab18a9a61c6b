"""From words of the lexicon to pieces of regular expressions over folded text.

Rules that lean on such pieces compile them in a function of the lexicon under `functools.lru_cache`: once for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def one_of(*lists: Iterable[str]) -> str:
    r"""Give a group that matches any of some words, the longest first, over any white space between their syllables.

    >>> one_of(["trao", "trao tặng"])
    '(?:trao\\s+tặng|trao)'
    """
    words = dict.fromkeys(word for words in lists for word in words)
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(re.escape(word).replace(chr(92) + ' ', chr(92) + 's+') for word in longest_first)})"


def word_of(*lists: Iterable[str]) -> str:
    """Give a group that matches any of some words where no other letter touches it."""
    return rf"(?<!\w){one_of(*lists)}(?!\w)"
