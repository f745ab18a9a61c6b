"""People's names in a scanned text: full names anywhere, given names where a word introduces them.

A run of capitalised words that is no organisation, place or title is a name when a title, an honorific or a rank stands
before it, or when it begins with a surname and is at least three syllables long. Refuses a name behind a word such as
"đường", "giải thưởng" or "trường": what is named after a person is no person.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.language.names import MAX_SYLLABLES, is_surname, person_starts
from kg.language.scan import Hit, Scan, Token
from kg.lexicon import Honour, Lexicon
from kg.text import new_tones

_HOME = "việt nam"
_CENTRAL = "trung ương"
_MAX_INITIALS = 2
# Between two stage names of a list: "Xuân Thùy (Nhà hát Sông Quê), Ngọc Trân"
_ASIDE = re.compile(r"(?: ?\([^()]{2,60}\))?(?:, | và |, và |; )")
_HIGHLAND = re.compile(r"(?:[HKY]|Bh)['’]\w")  # "K'Dung" is a whole name
_NAMELY = re.compile(r"(?:là|gồm|như)\s?:\s$")


class PersonName(NamedTuple):
    """A name in the text. `full`: with a surname; `introduced`: by a title, an honorific or a rank."""

    begin: int
    end: int
    name: str
    full: bool
    introduced: bool


def find_persons(scan: Scan, lexicon: Lexicon, taken: Sequence[tuple[int, int]]) -> Iterator[PersonName]:
    """Find the people named in a scanned text; `taken` are the stretches of organisations, sorted."""
    begins = [begin for begin, _ in taken]
    given: set[str] = set()
    last: PersonName | None = None
    for run, left in _runs(scan, begins, taken):
        behind_body = left >= 0 and _is_taken(scan.tokens[left].begin, begins, taken)
        person = (
            _name_in(run, left, scan, lexicon, behind_body=behind_body)
            or _named_before(run, given, scan)
            or _listed_after(run, last, scan, lexicon)
            or _honoured(run, scan, lexicon)
        )
        if person is not None and not _is_acronym(person.name):
            given.update(_given_forms(person))
            last = person
            yield person


def _is_acronym(name: str) -> bool:
    """Whether an acronym stands among the words of a name: "Công TNHH MTV Khai" is nobody."""
    upper = [word for word in name.split() if word.isupper() and len(word) > _MAX_INITIALS]
    return bool(upper) and not name.isupper()


def _listed_after(run: list[Token], last: PersonName | None, scan: Scan, lexicon: Lexicon) -> PersonName | None:
    """Stage names listed behind one that a word introduced: "NSƯT Hoài An, Minh Tú, Ngọc Lan"."""
    if last is None or not last.introduced or not 2 <= len(run) <= 3 or run[0].begin in scan.unit_at:
        return None
    gap = scan.text[last.end : run[0].begin]
    listed = gap in (", ", " và ", ", và ") and not is_surname(last.name.split()[0], lexicon)
    aside = _ASIDE.fullmatch(gap) is not None and (not last.full or not is_surname(last.name.split()[0], lexicon))
    return _person(run, lexicon, full=True, introduced=True) if listed or aside else None


def _honoured(run: list[Token], scan: Scan, lexicon: Lexicon) -> PersonName | None:
    """The first of stage names listed as those who get an honour: "... danh hiệu NSND gồm: Xuân Thùy, Ngọc Trân"."""
    sentence = scan.sentence_of(run[0].begin)
    if sentence is None or not 2 <= len(run) <= 3 or run[0].begin in scan.unit_at:
        return None
    if _NAMELY.search(scan.folded, max(sentence[0], run[0].begin - 12), run[0].begin) is None:
        return None
    if not any(hit.label == "HONOUR" and sentence[0] <= hit.begin < run[0].begin for hit in scan.hits):
        return None
    return _person(run, lexicon, full=False, introduced=True)


def _given_forms(person: PersonName) -> Iterator[str]:
    """What an article may call a person by after the full name: its last syllable, or its last two."""
    syllables = person.name.split()
    if person.full and len(syllables) > 2:
        yield syllables[-1]
        yield " ".join(syllables[-2:])


def _named_before(run: list[Token], given: set[str], scan: Scan) -> PersonName | None:
    """A given name alone, of somebody named in full before it: "Hưng được nhận bằng khen"."""
    name = " ".join(new_tones(t.word) for t in run)
    if len(run) > 2 or name not in given or not scan.text[run[-1].end : run[-1].end + 1].isspace():
        return None
    following = scan.text[run[-1].end + 1 : run[-1].end + 2]
    return PersonName(run[0].begin, run[-1].end, name, False, False) if following.islower() else None


def _runs(scan: Scan, begins: Sequence[int], taken: Sequence[tuple[int, int]]) -> Iterator[tuple[list[Token], int]]:
    """Runs of free capitalised words, with the index of the token to the left of each."""
    run: list[Token] = []
    left = -1
    for index, token in enumerate(scan.tokens):
        if not token.capital or not token.word[0].isalpha():
            continue
        if _is_taken(token.begin, begins, taken) or _is_title(scan, token):
            continue
        if run and token.begin == run[-1].end + 1 and scan.text[token.begin - 1] == " ":
            run.append(token)
            continue
        if run:
            yield run, left
        run, left = [token], index - 1
    if run:
        yield run, left


def _is_taken(offset: int, begins: Sequence[int], taken: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(begins, offset) - 1
    return at >= 0 and taken[at][1] > offset


def _is_title(scan: Scan, token: Token) -> bool:
    hit = scan.hit_at.get(token.begin)
    return hit is not None and hit.label in ("ROLE", "HONOUR", "TRIGGER")


def _without_country(run: list[Token], lexicon: Lexicon) -> list[Token]:
    """Drop a country at the head of a run: "Thủ tướng Nhật Bản", "đại diện Việt Nam Thư Dung"."""
    if not run or run[0].folded not in _country_openings(lexicon):
        return run
    for length in (3, 2, 1):
        name = " ".join(token.folded for token in run[:length])
        if len(run) < length or (name not in lexicon.countries and name != _HOME):
            continue
        if length > 1 or len(run) == 1 or not is_surname(run[0].word, lexicon):
            return run[length:]
    return run


@lru_cache(maxsize=8)
def _country_openings(lexicon: Lexicon) -> frozenset[str]:
    """The first words of all countries: most names begin with none."""
    return frozenset(name.split()[0] for name in (*lexicon.countries, _HOME))


def _name_in(run: list[Token], left: int, scan: Scan, lexicon: Lexicon, *, behind_body: bool) -> PersonName | None:
    """The name in a run of capitalised words; `left` is the index of the token before it."""
    if scan.folded.startswith(_CENTRAL, run[0].begin):
        return None  # "Ủy viên ... Trung ương"
    if _is_stage_name(run, scan):
        return _named(run, lexicon)
    run, opened = _without_openers(run, lexicon)
    shorter = _without_country(run, lexicon)
    if shorter is not run:
        if _named_after_person(left, scan, lexicon):
            return None  # "thôn Mỹ Thủy"
        run, opened = shorter, True
    if not run:
        return None
    if opened or _introduced(run[0], scan, lexicon):
        return _named(run, lexicon) if opened or not _is_place(run, scan) else None
    if not behind_body and _named_after_person(left, scan, lexicon):
        return None
    return _unannounced(run, scan, lexicon, listed=_in_list(left, scan), behind_body=behind_body)


def _is_stage_name(run: Sequence[Token], scan: Scan) -> bool:
    """Whether a title of honour leads a name in that only looks like an address: "NSND Anh Lam" is no "anh Lam"."""
    hit = scan.hit_ending.get(run[0].begin - 1)
    return len(run) > 1 and run[0].folded == "anh" and hit is not None and isinstance(hit.entry, Honour)


def _unannounced(
    run: list[Token], scan: Scan, lexicon: Lexicon, *, listed: bool, behind_body: bool
) -> PersonName | None:
    """A full name that nothing introduces: three syllables from a surname on, two in a list or behind a body."""
    words = [token.word for token in run]
    for start in person_starts(words, lexicon):
        if start > 1 and run[0].begin not in scan.unit_at:
            return None
        length = len(words) - start
        if _begins_with_place(run[start:], scan, lexicon):
            continue
        if length >= 3 or (length == 2 and (behind_body or listed)):
            return _person(run[start:], lexicon, full=True)
    if len(run) in (2, 3) and words[0] in lexicon.surnames_after_title and listed:
        return _person(run, lexicon, full=True)
    return None


def _without_openers(run: list[Token], lexicon: Lexicon) -> tuple[list[Token], bool]:
    """Drop capitalised honorifics and ranks at the head of a run: "Ông", "Đại tá", "PGS"."""
    opened = False
    while run and (
        run[0].folded in lexicon.words["honorifics.words"] or run[0].folded in lexicon.words["honorifics.ranks"]
    ):
        if len(run) > 1 or run[0].folded not in ("em", "anh"):
            opened = True
        run = run[1:]
    return run, opened


def _introduced(first: Token, scan: Scan, lexicon: Lexicon) -> bool:
    """Whether a title, an honorific or a rank stands just before a name (through an organisation too)."""
    before = scan.folded[max(0, first.begin - 24) : first.begin]
    if not before.endswith(" "):
        return False
    hit = scan.hit_ending.get(first.begin - 1)
    if hit is not None and _introduces(hit):
        return True
    words = before[before.rfind("\n") + 1 :].split()
    if not words or words[-1] not in _introduction_endings(lexicon):
        return False
    return any(" ".join(words[-length:]) in lexicon.introductions for length in (1, 2, 3))


@lru_cache(maxsize=8)
def _introduction_endings(lexicon: Lexicon) -> frozenset[str]:
    """The last words of all that introduces a name: most words introduce none."""
    return frozenset(words.split()[-1] for words in lexicon.introductions)


def _introduces(hit: Hit) -> bool:
    """Whether a title of a role or of honour leads a name in: "Nghệ sĩ ưu tú Xuân Bắc"."""
    return hit.label == "ROLE" or (isinstance(hit.entry, Honour) and hit.entry.title)


def _named(run: list[Token], lexicon: Lexicon) -> PersonName:
    """The name behind an introduction: with a surname up to five syllables, else one to four."""
    first = run[0].word
    surname = len(run) > 1 and (is_surname(first, lexicon) or first in lexicon.surnames_after_title)
    full = surname or len(run) > 2 or _HIGHLAND.match(first) is not None
    return _person(run[: MAX_SYLLABLES if full else 4], lexicon, full=full, introduced=True)


def _person(run: list[Token], lexicon: Lexicon, *, full: bool, introduced: bool = False) -> PersonName:
    shouted = all(token.word.isupper() for token in run) and is_surname(run[0].word, lexicon)
    name = " ".join(new_tones(token.word.capitalize() if shouted else token.word) for token in run)
    return PersonName(run[0].begin, run[-1].end, name, full, introduced)


def _named_after_person(left: int, scan: Scan, lexicon: Lexicon) -> bool:
    """Whether a street, a prize or a school before a name is called after it."""
    if not 0 <= left < len(scan.tokens):
        return False
    before = scan.tokens[left]
    if before.folded in lexicon.words["name_context.named_after"]:
        return True
    hit = scan.hit_ending.get(before.end)
    return hit is not None and hit.label == "HONOUR"


def _in_list(left: int, scan: Scan) -> bool:
    return 0 <= left < len(scan.tokens) and (scan.tokens[left].word in ",:;" or scan.tokens[left].folded == "và")


def _is_place(run: Sequence[Token], scan: Scan) -> bool:
    hit = scan.unit_at.get(run[0].begin)
    return hit is not None and hit.end == run[-1].end and len(run) > 1


def _begins_with_place(run: Sequence[Token], scan: Scan, lexicon: Lexicon) -> bool:
    """Whether a place stands at the head of a run, alone or with a name behind it: "Hà Nam Nguyễn Văn Hùng".

    "Vũ Quang Hải" is a person all the same, though Vũ Quang is a district: one syllable behind a place is no name.
    """
    hit = scan.unit_at.get(run[0].begin)
    if hit is None:
        return False
    rest = [token for token in run if token.begin >= hit.end]
    return not rest or (len(rest) > 1 and is_surname(rest[0].word, lexicon))
