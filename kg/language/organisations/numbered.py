"""Steps of the walk over what tells bodies of one name apart: numbers, codes, branches, and places below the commune.

Refuses percentages, fractions, and numbers that count something.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.language.organisations.walk import Step, Walk
from kg.lexicon import Head, Lexicon
from kg.text import new_tones

_CODE = re.compile(r"[A-ZĐ]{1,4}\d{1,3}")
_BRANCH = "Chi nhánh"
_COUNTED = ("năm", "tháng", "ngày", "lần")
_MAX_HAMLET = 3  # words


def number(walk: Walk, at: int) -> Step | None:
    """A number that is a name: "Trung đoàn 5", "Xí nghiệp 3-2", "Công ty số 8"."""
    token, following = walk.tokens[at], walk.token(at + 1)
    if token.folded == "số" and following is not None and following.word.isdigit():
        walk.words.append(f"{token.word} {following.word}")
        return at + 2, following.end, False
    if not token.word[0].isdigit() or walk.scan.text[token.begin - 1] not in " \xa0":
        return None
    if not (walk.is_a("numbered") or _ends_a_name(walk, at)):
        return None
    if len(token.word) > 3 or (walk.words and not walk.words[0][0].isupper()):
        return None
    end, after = token.end, at + 1
    if following is not None and following.word in "/%-":
        second = walk.token(at + 2)
        tight = following.word in "-/" and following.begin == token.end and len(token.word) <= 2
        if not tight or second is None or not second.word.isdigit():
            return None
        end, after = second.end, at + 3
    walk.words.append(walk.scan.text[token.begin : end])
    return after, end, False


def _ends_a_name(walk: Walk, at: int) -> bool:
    """Whether a number is the last word of a name, and counts nothing: "Tập đoàn Sun 1", "Phòng Nghiệp vụ 4"."""
    following = walk.token(at + 1)
    counts = following is not None and walk.adjoins(at + 1) and following.folded.isalpha()
    own = (walk.is_a("company") and walk.has_own_name()) or (walk.is_a("office") and walk.after_title)
    if not own or following is None or not counts:
        return own
    return following.capital or (walk.is_verb(at + 1) and following.folded not in _COUNTED)


def code(walk: Walk, at: int) -> Step | None:
    """The code of an office: "Phòng PA83", "Cục A05"."""
    if not walk.is_a("office") or walk.words or _CODE.fullmatch(walk.tokens[at].word) is None:
        return None
    walk.words.append(walk.tokens[at].word)
    return at + 1, walk.tokens[at].end, False


def branch(walk: Walk, at: int) -> Step | None:
    """A branch of the body, whose place follows: "NHNN Chi nhánh tỉnh Yên Bái"."""
    hit = walk.hit(at)
    if hit is None or not isinstance(hit.entry, Head) or hit.entry.name != _BRANCH or not walk.is_a("branched"):
        return None
    walk.words.append(_BRANCH)
    return walk.after(hit.end), hit.end, False


def hamlet(walk: Walk, at: int) -> Step | None:
    """A place below the commune: "Chi bộ bản Tà Ghênh", "Đoàn khu phố 2"."""
    if walk.tokens[at].folded not in _hamlet_openings(walk.lexicon):
        return None
    known = walk.lexicon.words["body_words.hamlets"]
    for length in (1, 2, 3):
        last, following = walk.token(at + length - 1), walk.token(at + length)
        if last is None or following is None or not walk.adjoins(at + length):
            return None
        if walk.scan.folded[walk.tokens[at].begin : last.end] in known:
            words = [following] if following.word.isdigit() else walk.capitals(at + length)[:_MAX_HAMLET]
            if not words:
                return _unnamed(walk, at, length)
            name = [walk.scan.folded[walk.tokens[at].begin : last.end], *(new_tones(word.word) for word in words)]
            walk.words.append(" ".join(name))
            return at + length + len(words), words[-1].end, True
    return None


def _unnamed(walk: Walk, at: int, length: int) -> Step | None:
    """The article's own place below the commune: "Chi hội Phụ nữ thôn và ông A"."""
    last, following = walk.tokens[at + length - 1], walk.tokens[at + length]
    stretch = walk.scan.folded[walk.tokens[at].begin : last.end]
    if not walk.is_a("local") or not (following.folded in ("và", "cùng") or not following.folded.isalpha()):
        return None
    walk.words.append(stretch)
    return at + length, last.end, True


@lru_cache(maxsize=8)
def _hamlet_openings(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word.split()[0] for word in lexicon.words["body_words.hamlets"])
