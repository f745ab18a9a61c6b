"""When two claims are the same: what an annotator wrote, and what was extracted.

A claim holds names only, each as a tuple of equally right forms; whose it is (a line of the gold data or
an extracted fact) is not known here. Names are compared strictly: after folding spelling variants and
abbreviations they must be equal or share most of their words, and people's names all of them. Refuses to
give half a point: two claims are the same or they are not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kg.model import Period

Names = tuple[str | None, ...]
Relation = Literal["roles", "awards", "movements"]
Kind = Literal["roles", "roles+status", "awards", "awards+awarder", "movements", "periods"]
Part = Literal[
    "person", "role", "organisation", "status", "awarder", "honour", "recipient", "count", "name", "period"
]  # fmt: skip

# Each kind that gets figures, and the relation whose claims it compares
KINDS: dict[Kind, Relation] = {
    "roles": "roles",
    "roles+status": "roles",
    "awards": "awards",
    "awards+awarder": "awards",
    "movements": "movements",
    "periods": "movements",
}

# What a kind asks of two claims: every part the same
PARTS: dict[Kind, tuple[Part, ...]] = {
    "roles": ("person", "role", "organisation"),
    "roles+status": ("person", "role", "organisation", "status"),
    "awards": ("honour", "recipient", "count", "status"),
    "awards+awarder": ("awarder", "honour", "recipient", "count", "status"),
    "movements": ("name",),
    "periods": ("name", "period"),
}
# All that a claim says: the parts of the strictest kind of its relation
ALL_PARTS: dict[Relation, tuple[Part, ...]] = {relation: PARTS[kind] for kind, relation in KINDS.items()}

# The part of two names' words that they must share (Jaccard)
NAME_OVERLAP = 0.8
PERSON_OVERLAP = 0.999
GROUP_OVERLAP = 0.5

# Annotators and writers shorten freely; a figure should not hang on it. These are the scorer's own, and not
# the lexicon's, so that adding an abbreviation to the lexicon never moves what counts as right.
ABBREVIATIONS = {
    "bch": "ban chấp hành",
    "btv": "ban thường vụ",
    "cnh hđh": "công nghiệp hóa hiện đại hóa",
    "cnlđ": "công nhân lao động",
    "cnvc lđ": "công nhân viên chức lao động",
    "cnvclđ": "công nhân viên chức lao động",
    "csgt": "cảnh sát giao thông",
    "cstđ": "chiến sĩ thi đua",
    "cđcs": "công đoàn cơ sở",
    "gd đt": "giáo dục và đào tạo",
    "hđnd": "hội đồng nhân dân",
    "hđqt": "hội đồng quản trị",
    "lhpn": "liên hiệp phụ nữ",
    "lhtn": "liên hiệp thanh niên",
    "lđlđ": "liên đoàn lao động",
    "mttq": "mặt trận tổ quốc",
    "mtv": "một thành viên",
    "nsnd": "nghệ sĩ nhân dân",
    "nsưt": "nghệ sĩ ưu tú",
    "qh": "quốc hội",
    "tgđ": "tổng giám đốc",
    "thcs": "trung học cơ sở",
    "thpt": "trung học phổ thông",
    "tnhh": "trách nhiệm hữu hạn",
    "tp hcm": "thành phố hồ chí minh",
    "tp": "thành phố",
    "tphcm": "thành phố hồ chí minh",
    "ubnd": "ủy ban nhân dân",
    "vn": "việt nam",
    "đh": "đại học",
}
_ABBREVIATION = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(ABBREVIATIONS, key=len, reverse=True))})(?!\w)")
# "Trung ương" is shortened in capitals only: "tư" is a word
_CENTRAL = re.compile(r"\bT\.?Ư\b|\bTW\b")
_WORD = re.compile(r"[^\W_]+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
# Words that say what kind of thing is named: "phong trào thi đua X" is X, "danh hiệu Y" is Y
_KIND_WORDS = re.compile(
    r"^(?:(?:phong trào|cuộc vận động|chương trình|thi đua|danh hiệu|giải thưởng)\s+)+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class RoleClaim:
    """Somebody holds a role somewhere."""

    person: Names
    role: Names
    organisation: Names
    statuses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets an honour; `count` is of groups only, and None where uncounted."""

    kind: Literal["person", "organisation", "group"]
    names: Names
    count: int | None = None


@dataclass(frozen=True, slots=True)
class AwardClaim:
    """An honour for a recipient; None among the names of `awarder` means that none is named."""

    awarder: Names
    honour: Names
    recipient: Recipient
    statuses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MovementClaim:
    """A movement, and the period attached to it."""

    name: Names
    period: Period | None


Claim = RoleClaim | AwardClaim | MovementClaim


def same_claim(kind: Kind, gold: Claim, found: Claim) -> bool:
    """Tell whether a found claim is the gold one, as far as `kind` asks."""
    return all(same_part(part, gold, found) for part in PARTS[kind])


def same_part(part: Part, gold: Claim, found: Claim) -> bool:
    """Tell whether two claims say the same in one part; claims of two relations have none in common."""
    match gold, found:
        case RoleClaim(), RoleClaim():
            return _ROLE_PARTS[part](gold, found)
        case AwardClaim(), AwardClaim():
            return _AWARD_PARTS[part](gold, found)
        case MovementClaim(), MovementClaim():
            return _MOVEMENT_PARTS[part](gold, found)
    return False


def any_similar(gold: Names, found: Names, overlap: float = NAME_OVERLAP) -> bool:
    """Tell whether any form of one name is similar to any form of the other."""
    return any(similar(g, f, overlap) for g in gold for f in found)


def similar(one: str | None, other: str | None, overlap: float = NAME_OVERLAP) -> bool:
    """Tell whether two names are equal once folded, or share at least the given part of their words.

    >>> similar("LĐLĐ tỉnh Bắc Kạn", "Liên đoàn lao động tỉnh Bắc Kạn")
    True
    >>> similar("Phó Chủ tịch", "Chủ tịch")
    False
    """
    if one is None or other is None:
        return one is other
    folded, others = folded_name(one), folded_name(other)
    if folded == others:
        return True
    words, other_words = set(folded.split()), set(others.split())
    return bool(words and other_words) and len(words & other_words) / len(words | other_words) >= overlap


@lru_cache(maxsize=1 << 14)
def folded_name(name: str) -> str:
    """Fold case, punctuation, abbreviations and the place of tone marks.

    >>> folded_name("UBND TP. Hoà Bình") == folded_name("Uỷ ban nhân dân thành phố Hòa Bình")
    True
    """
    text = _CENTRAL.sub("trung ương", unicodedata.normalize("NFC", name)).casefold()
    text = _ABBREVIATION.sub(lambda match: ABBREVIATIONS[match[0]], " ".join(_WORD.findall(text)))
    return " ".join(_tone_last(syllable) for syllable in text.split())


def bare(names: Names) -> Names:
    """Take leading kind words off names, unless nothing else would be left.

    >>> bare(("phong trào thi đua Giỏi việc nước", "danh hiệu "))
    ('Giỏi việc nước', 'danh hiệu ')
    """
    return tuple(_KIND_WORDS.sub("", name) or name for name in names if name)


def _tone_last(syllable: str) -> str:
    """Put a syllable's tone mark at its end: "hoà" and "hòa" are one."""
    letters = unicodedata.normalize("NFD", syllable)
    tones = "".join(letter for letter in letters if letter in _TONES)
    return unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES)) + tones


def _same_status(gold: RoleClaim | AwardClaim, found: RoleClaim | AwardClaim) -> bool:
    return not set(gold.statuses).isdisjoint(found.statuses)


def _same_recipient(gold: AwardClaim, found: AwardClaim) -> bool:
    one, other = gold.recipient, found.recipient
    overlap = {"person": PERSON_OVERLAP, "organisation": NAME_OVERLAP, "group": GROUP_OVERLAP}[one.kind]
    return one.kind == other.kind and any_similar(one.names, other.names, overlap)


_ROLE_PARTS: Mapping[Part, Callable[[RoleClaim, RoleClaim], bool]] = {
    "person": lambda gold, found: any_similar(gold.person, found.person, PERSON_OVERLAP),
    "role": lambda gold, found: any_similar(gold.role, found.role),
    "organisation": lambda gold, found: any_similar(gold.organisation, found.organisation),
    "status": _same_status,
}
_AWARD_PARTS: Mapping[Part, Callable[[AwardClaim, AwardClaim], bool]] = {
    "awarder": lambda gold, found: any_similar(gold.awarder, found.awarder),
    "honour": lambda gold, found: any_similar(bare(gold.honour), bare(found.honour)),
    "recipient": _same_recipient,
    "count": lambda gold, found: gold.recipient.count == found.recipient.count,
    "status": _same_status,
}
_MOVEMENT_PARTS: Mapping[Part, Callable[[MovementClaim, MovementClaim], bool]] = {
    "name": lambda gold, found: any_similar(bare(gold.name), bare(found.name)),
    "period": lambda gold, found: gold.period == found.period,
}
