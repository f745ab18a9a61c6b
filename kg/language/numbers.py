"""Numbers as Vietnamese news writes them in front of what is counted: "84", "05", "9.600", "hai", "hai mươi lăm".

Refuses fractions, and words that are no number up to 999 999.
"""

from __future__ import annotations

from collections.abc import Mapping

_DIGITS = r"\d{1,3}(?:\.\d{3})+|\d+"
_TENS, _HUNDRED, _THOUSAND = "mươi", "trăm", ("nghìn", "ngàn")
_JOINTS = ("linh", "lẻ")  # "một trăm linh năm"
_LAST = {"mốt": 1, "lăm": 5, "tư": 4}  # so only behind the tens


def pattern(words: Mapping[str, int]) -> str:
    """Give a regular expression over folded text for a number in figures or in words; `words` are the basic ones."""
    one = "|".join([*words, *_LAST, *_JOINTS, _TENS, _HUNDRED, *_THOUSAND])
    first = "|".join(words)
    return rf"(?:{_DIGITS}|(?:{first})(?:\s+(?:{one}))*)"


def value(text: str, words: Mapping[str, int]) -> int:
    """Give the number that a match of `pattern` means; 0 where the words are none.

    >>> basic = {"hai": 2, "năm": 5, "mười": 10, "một": 1}
    >>> [value(text, basic) for text in ("05", "9.600", "mười một", "hai mươi lăm", "một trăm linh năm", "hai mười")]
    [5, 9600, 11, 25, 105, 0]
    """
    if text[0].isdigit():
        return int(text.replace(".", ""))
    total = part = 0
    last = ""
    for word in text.split():
        if word in _THOUSAND:
            total, part = total + part * 1000, 0
        elif word == _HUNDRED:
            part *= 100
        elif word == _TENS:
            part = part - part % 10 + part % 10 * 10
        elif word not in _JOINTS:
            digit = words.get(word) or _LAST[word]
            if last and (digit >= 10 or last not in (_TENS, _HUNDRED, "mười", *_JOINTS, *_THOUSAND)):
                return 0  # two numbers side by side
            part += digit
        last = word
    return total + part
