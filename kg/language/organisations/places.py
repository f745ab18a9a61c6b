"""Steps of the walk over places: levels, countries, units of the lexicon, and units that only their level shows.

A name is complete behind its place. A bare level ("LĐLĐ tỉnh") is given as it stands: what it means is `resolve`'s
matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.language.names import person_starts
from kg.language.organisations.walk import Step, Walk
from kg.language.scan import Token, has_level
from kg.lexicon import Unit
from kg.text import new_tones

_CENTRAL = "trung ương"  # often in small letters: "Bệnh viện Phụ sản trung ương"
_CITY = "Hồ Chí Minh"  # a city in names of places, and a person in most others
_UNNAMED_LEVELS = frozenset({"xã", "phường", "thị trấn", "đặc khu"})
_NUMBERED_LEVELS = ("quận", "phường")
_OPENINGS = (",", "(", "-", "–")
_MAX_PLACE = 4  # words


def all_of_a_level(walk: Walk, at: int) -> Step | None:
    """The bodies of a level together: "LĐLĐ các huyện, thành phố"."""
    if walk.tokens[at].folded != "các" or not walk.head.takes_level:
        return None
    end, after = 0, at + 1
    while (found := walk.level_word(after))[0]:
        _, after, end = found
        joint = walk.token(after)
        if joint is not None and joint.folded in (",", "và") and walk.level_word(after + 1)[0]:
            after += 1
    if not end:
        return None
    walk.words.append(walk.scan.text[walk.tokens[at].begin : end])
    return after, end, False


def level(walk: Walk, at: int) -> Step | None:
    """A level word, with the name of its unit or alone: "LĐLĐ tỉnh Bắc Kạn", "LĐLĐ tỉnh"."""
    found, after, end = walk.level_word(at)
    if not found or _is_common_word(walk, at):
        return None
    named = _place_name(walk, after, found)
    if named is not None:
        name, at, end = named
        walk.part = replace(walk.part, level=found, place=name)
        return at, end, True
    if walk.head.level and found != walk.head.level:
        return None
    if found in _UNNAMED_LEVELS and not walk.head.takes_level:
        return None
    walk.part = replace(walk.part, level=found)
    return after, end, True


def _is_common_word(walk: Walk, at: int) -> bool:
    """Whether a level only begins a common word: "xã hội"."""
    following = walk.token(at + 1)
    pair = f"{walk.tokens[at].folded} {following.folded}" if following is not None else ""
    return pair in walk.lexicon.words["body_words.not_heads"]


def _place_name(walk: Walk, at: int, level: str) -> tuple[str, int, int] | None:
    """The name behind a level word: a known unit, a number of a quận or phường, or capitalised words."""
    token = walk.token(at)
    if token is None or token.begin >= walk.sentence_end:
        return None
    known = walk.unit(at)
    if known is not None and (level not in _UNNAMED_LEVELS or _is_whole(walk, at, known[2])):
        return known
    if _is_number(token) and level in _NUMBERED_LEVELS:
        return token.word.lstrip("0"), at + 1, token.end
    words = walk.capitals(at)
    if level in _UNNAMED_LEVELS and (namesake := _namesake(walk, words)):
        return _joined(words[:namesake]), at + namesake, words[namesake - 1].end
    starts = person_starts([word.word for word in words], walk.lexicon)
    keep = next((i for i in starts if _person_from(walk, words, i, level)), len(words))
    common = walk.lexicon.common_surnames
    if keep + 1 in starts and words[keep + 1].word in common and words[keep].word not in common:
        keep += 1  # "xã Thạch Hạ Nguyễn Sông Hàn"
    words = words[: min(keep, _MAX_PLACE)]
    if not words:
        return None
    return _with_second(walk, words, at + len(words), level)


def _namesake(walk: Walk, words: Sequence[Token]) -> int:
    """How many words are a hero's name, which many wards bear: "phường Lê Hồng Phong"; 0 where none are."""
    known = walk.lexicon.words["name_context.namesakes"]
    return next((n for n in (4, 3, 2) if " ".join(word.folded for word in words[:n]) in known and len(words) >= n), 0)


def _is_whole(walk: Walk, at: int, end: int) -> bool:
    """Whether a known unit is all of a commune's name: "phường Vinh Tân" is not named Vinh."""
    rest = [word.word for word in walk.capitals(at) if word.begin >= end]
    return not rest or person_starts(rest, walk.lexicon)[:1] == [0]


def _with_second(walk: Walk, words: Sequence[Token], at: int, level: str) -> tuple[str, int, int]:
    """A name of two halves: "phường Xuân Hương - Đà Lạt"."""
    joint, name = walk.token(at), _joined(words)
    unit = walk.unit(at + 1) if joint is not None and joint.word in "-–" and at + 1 < len(walk.tokens) else None
    if level not in _UNNAMED_LEVELS or unit is None:
        return name, at, words[-1].end
    return f"{name} - {unit[0]}", unit[1], unit[2]


def _person_from(walk: Walk, words: Sequence[Token], at: int, level: str) -> bool:
    """Whether a person's name begins at a word behind a level; a commune may well be called "Hùng Tiến"."""
    if at or level not in _UNNAMED_LEVELS:
        return len(words) - at >= 2
    return walk.after_title and len(words) >= 3 and words[1].word in walk.lexicon.middle_names


def country(walk: Walk, at: int) -> Step | None:
    """What makes a body the country's own: "Việt Nam", "Trung ương", "TW"."""
    first = walk.tokens[at]
    if not first.capital and not (walk.words and walk.scan.folded.startswith(_CENTRAL, first.begin)):
        return None
    for length in (2, 3, 1):
        if at + length > len(walk.tokens):
            continue
        end = walk.tokens[at + length - 1].end
        stretch, written = walk.scan.folded[first.begin : end], walk.scan.text[first.begin : end]
        if stretch in walk.lexicon.words["body_words.country"] and (length > 1 or written.isupper()):
            name = walk.lexicon.abbreviations.get(stretch, "") or written[0].upper() + written[1:]
            walk.words.append(name)
            walk.part = replace(walk.part, country=name)
            return at + length, end, False
    return None


def known_place(walk: Walk, at: int) -> Step | None:
    """A unit of the lexicon without a level word: "Sở Y tế Hà Nội", "Huyện đoàn Nông Cống"."""
    if walk.is_a("named") and not walk.part.country and not walk.head.takes_level:
        return None
    unit = walk.unit(at)
    if unit is None:
        return _numbered_level(walk, at)
    name, after, end = unit
    hit = walk.scan.unit_at[walk.tokens[at].begin]
    assert isinstance(hit.entry, tuple)
    kind = _kind(walk, hit.entry, with_level=has_level(walk.scan.text, hit))
    if kind is None:
        return None
    walk.part = replace(walk.part, level=kind, place=name)
    return after, end, True


def _kind(walk: Walk, units: tuple[Unit, ...], *, with_level: bool) -> str | None:
    """The kind of a place named without its kind, or with it in one word ("TPHCM"): the head's level, or a province."""
    if walk.head.level:
        return walk.head.level
    province = next((unit.kind for unit in units if unit.parent is None and (with_level or unit.name != _CITY)), None)
    if province is not None or not walk.is_a("territorial"):
        return province
    kinds = {unit.kind for unit in units if unit.parent is not None}
    return kinds.pop() if len(kinds) == 1 else None


def _numbered_level(walk: Walk, at: int) -> Step | None:
    """The number of a quận: "Quận ủy 5", "Quận đoàn 5"."""
    token = walk.tokens[at]
    if walk.head.level != "quận" or not _is_number(token):
        return None
    walk.part = replace(walk.part, level="quận", place=token.word.lstrip("0"))
    return at + 1, token.end, True


def unknown_place(walk: Walk, at: int) -> Step | None:
    """A unit that is not in the lexicon: capitalised words of the head's level, "Huyện đoàn Nông Cống"."""
    if not walk.head.level or walk.words:
        return None
    words = walk.capitals(at)[:3]
    if len(words) < 2:
        return None
    walk.part = replace(walk.part, level=walk.head.level, place=_joined(words))
    return at + len(words), words[-1].end, True


def larger_place(walk: Walk, at: int) -> str:
    """The larger place behind a name: "huyện Thăng Bình, tỉnh Quảng Nam", "huyện Mang Yang (tỉnh Gia Lai)"."""
    opening = walk.token(at)
    if opening is None or at + 1 >= len(walk.tokens) or opening.word not in _OPENINGS:
        return ""
    level, after, _ = walk.level_word(at + 1)
    if after >= len(walk.tokens):
        return ""
    unit = walk.unit(after)
    return unit[0] if unit is not None and (level in ("tỉnh", "thành phố") or opening.word == "(") else ""


def _is_number(token: Token) -> bool:
    return token.word.isdigit() and len(token.word) <= 2


def _joined(words: Sequence[Token]) -> str:
    return " ".join(new_tones(token.word) for token in words)
