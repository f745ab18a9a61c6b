"""Text to text: the one normalisation of input, and the folds under which two spellings are equal.

Refuses to guess words: nothing here knows a lexicon. `normalise` fixes the text that all offsets count
in; `key` and `fold` are for looking things up and never for output.
"""

from __future__ import annotations

import re
import unicodedata

# Spaces that look like a plain one, and characters that are not seen at all
_SPACES = dict.fromkeys([0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_UNSEEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0x7F, 0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF])
_CLEAN = {**_SPACES, **_UNSEEN, 0x2028: "\n", 0x2029: "\n", 0x85: "\n"}

_ODD = re.compile(f"[{re.escape(''.join(map(chr, _CLEAN)))}]")

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _tone_pairs() -> dict[str, str]:
    """The older spellings of oa, oe, uy with the tone on the second vowel, to the newer ones."""
    pairs = {}
    for first, second in ("oa", "oe", "uy"):
        for upper_first in (False, True):
            for upper_second in (False, True):
                x = first.upper() if upper_first else first
                y = second.upper() if upper_second else second
                for tone in _TONES:
                    older = x + unicodedata.normalize("NFC", y + tone)
                    pairs[older] = unicodedata.normalize("NFC", x + tone) + y
    return pairs


_TONE_PAIRS = _tone_pairs()
# The tone moves only where the two vowels end the syllable (hoà, not hoàn) and are not part of "qu"
_TONE_PATTERN = re.compile(rf"(?<![qQ])(?:{'|'.join(_TONE_PAIRS)})(?!\w)")
_LOWER_PATTERN = re.compile("(?<!q)[ou][àáảãạèéẻẽẹỳýỷỹỵ](?!\\w)")


def normalise(text: str) -> str:
    r"""Bring a text to the form that all offsets count in: NFC, plain spaces, `\n` line ends.

    Idempotent: `normalise(normalise(t)) == normalise(t)`.

    >>> normalise("Vi\u00a0Va\u0306n Nghi\u0303a\r\n")
    'Vi Văn Nghĩa\n'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _ODD.search(text):
        text = text.translate(_CLEAN)
    return unicodedata.normalize("NFC", text)


def new_tones(text: str) -> str:
    """Put tone marks where the newer spelling has them; the length stays the same.

    >>> new_tones("Uỷ viên, văn hoá, Thuý, quý, hoàn")
    'Ủy viên, văn hóa, Thúy, quý, hoàn'
    """
    return _TONE_PATTERN.sub(lambda m: _TONE_PAIRS[m[0]], text)


def key(text: str) -> str:
    """Fold case and tone placement, keeping every character in its place: for look-ups in a lexicon.

    >>> key("Uỷ Ban, giai đoạn")
    'ủy ban, giai đoạn'
    """
    return _LOWER_PATTERN.sub(lambda m: _TONE_PAIRS.get(m[0], m[0]), text.replace("İ", "i").lower())


def fold(text: str) -> str:
    """Fold case, tone marks and vowel marks, đ as d: for finding names without accents.

    >>> fold("Điện Biên Đông")
    'dien bien dong'
    """
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("đ", "d")


def tidy(text: str) -> str:
    r"""Put one space where white space stands, and none at the ends.

    >>> tidy("  Liên đoàn\n Lao động ")
    'Liên đoàn Lao động'
    """
    return " ".join(text.split())
