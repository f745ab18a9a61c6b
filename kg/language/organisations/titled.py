"""Bodies that only the title before them shows: a unit inside the title, a place, a company's short name.

    unit   "Trưởng Ban Nữ công LĐLĐ tỉnh"      the title's last word is the head
    seat   "Phó Chủ tịch huyện Na Rì"          a place stands for the body that the title leads there
    house  "Tổng Giám đốc Vinamilk"            a word that no Vietnamese syllable is, or an acronym

Refuses people's names, Vietnamese and foreign ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.language.names import is_syllable, person_starts
from kg.language.organisations.grammar import parse_organisation
from kg.language.organisations.names import OrganisationName, Part
from kg.language.scan import Hit, Scan, Token
from kg.lexicon import Head, Lexicon, Title, Unit, match_key

_SCHOOL = "Trường"
_MAX_HOUSE = 4  # words
_MAX_HEAD = 6  # so behind its first one


def behind_title(scan: Scan, lexicon: Lexicon, hit: Hit, title: Title) -> OrganisationName | None:
    """Find the organisation without a head of its own that stands right behind a title."""
    at = scan.token_range(hit.end, hit.end + 200).start
    if at >= len(scan.tokens):
        return None
    following = scan.hit_at.get(scan.tokens[at].begin)
    head = following.entry if following is not None and isinstance(following.entry, Head) else None
    if title.unit:
        return None if head is not None and head.name.startswith(title.unit) else _unit(scan, lexicon, hit, title.unit)
    if following is not None or scan.tokens[at].begin != hit.end + 1:
        return None
    pair = " ".join(token.folded for token in scan.tokens[at : at + 2])
    if _SCHOOL in title.kinds and {pair, pair.split(" ")[0]} & set(lexicon.words["body_words.schools"]):
        return _unit(scan, lexicon, hit, _SCHOOL)
    return (_seat(scan, lexicon, hit, title) if title.seats else None) or (
        _house(scan, lexicon, at) if title.house else None
    )


def _unit(scan: Scan, lexicon: Lexicon, hit: Hit, unit: str) -> OrganisationName | None:
    names = (parse_organisation(scan, lexicon, head, after_title=True) for head in _heads(scan, lexicon, hit, unit))
    found = next((name for name in names if name is not None and not _is_bare(name)), None)
    if found is None:
        return None
    first = found.parts[0]
    if "vague" in first.head.traits and is_syllable(first.tail) and match_key(first.tail) not in lexicon.sectors:
        return None  # "Bộ trưởng Nên" is somebody
    return replace(found, begin=hit.end + 1)


def _is_bare(name: OrganisationName) -> bool:
    return len(name.parts) == 1 and name.parts[0].bare and not name.parts[0].level


def _heads(scan: Scan, lexicon: Lexicon, hit: Hit, unit: str) -> Iterator[Hit]:
    """The heads that a title ends in, the longest first: "Trưởng Ban Công tác Mặt trận" leads no other Ban."""
    key = match_key(unit)
    begin = hit.end - len(key)
    at = scan.first.get(begin, -1)
    weak: list[Hit] = []  # "Ban tổ chức" only where no field of work follows "Ban"
    if at >= 0 and scan.folded.startswith(key, begin):
        for token in scan.tokens[at + _MAX_HEAD : at : -1]:
            head = lexicon.heads.get(scan.folded[begin : token.end])
            if head is not None and not head.alone:
                longer = Hit(hit.begin, token.end, "HEAD", head)
                if head.weak:
                    weak.append(longer)
                else:
                    yield longer
    yield Hit(hit.begin, hit.end, "HEAD", lexicon.heads[key])
    yield from weak


def _seat(scan: Scan, lexicon: Lexicon, hit: Hit, title: Title) -> OrganisationName | None:
    """The body of a place: of the title's seats the one of its level, else the one that any level may follow."""
    general = seat_of(title, "", lexicon)
    found = parse_organisation(scan, lexicon, Hit(hit.begin, hit.end, "HEAD", general), after_title=True)
    if found is None or len(found.parts) > 1 or not found.parts[0].level or found.parts[0].tail:
        return None
    if _is_person(scan, lexicon, hit.end + 1, found.end) or _is_compound(scan, lexicon, found):
        return None
    part = found.parts[0]
    return replace(found, begin=hit.end + 1, parts=(replace(part, head=seat_of(title, part.level, lexicon)),))


def seat_of(title: Title, level: str, lexicon: Lexicon) -> Head:
    """Give the head of the body that a title means at a level: of "Bí thư" at "tỉnh" the "Tỉnh ủy"."""
    heads = [lexicon.heads[match_key(seat)] for seat in title.seats]
    general = next((head for head in heads if head.takes_level), heads[0])
    return next((head for head in heads if head.level == level), general)


def _is_compound(scan: Scan, lexicon: Lexicon, found: OrganisationName) -> bool:
    """Whether a bare level is only the first syllable of another word: "Chủ tịch Phường hội"."""
    at = scan.token_range(found.end, found.end + 2).start
    if found.parts[0].place or at >= len(scan.tokens) or scan.tokens[at].begin != found.end + 1:
        return False
    word = scan.tokens[at]
    return word.folded.isalpha() and not word.capital and word.folded not in lexicon.words["body_words.verbs"]


def _is_person(scan: Scan, lexicon: Lexicon, begin: int, end: int) -> bool:
    """Whether a place without its level is the head of a person's name, or of a longer name: "Hà Nội FC"."""
    if scan.text[begin].islower():
        return False
    run = _capitals(scan, begin)
    rest = [token.word for token in run if token.begin >= end]
    if rest:
        return len(rest) == 1 or person_starts(rest, lexicon)[:1] != [0]
    return not any(unit.parent is None for unit in _units(scan, begin)) and bool(
        person_starts([token.word for token in run], lexicon)[:1] == [0]
    )


def _units(scan: Scan, begin: int) -> Sequence[Unit]:
    hit = scan.unit_at.get(begin)
    return hit.entry if hit is not None and isinstance(hit.entry, tuple) else ()


def _house(scan: Scan, lexicon: Lexicon, at: int) -> OrganisationName | None:
    """The short name of a company: from a word that is no syllable to the person behind it."""
    run = _capitals(scan, scan.tokens[at].begin)
    words = [token.word for token in run]
    if not words or is_syllable(words[0]) or match_key(words[0]) in lexicon.introductions | lexicon.countries:
        return None
    people = (i for i in person_starts(words, lexicon) if i and not _is_place(scan, lexicon, run, i))
    house = run[: min([*people, _MAX_HOUSE])]
    company = house[-1].folded in lexicon.words["body_words.company_words"]
    if not (company or words[0].isupper() or len(house) == 1 or all(map(is_syllable, words[1 : len(house)]))):
        return None  # "Tim Cook" is a person
    name = " ".join(token.word for token in house)
    return OrganisationName(house[0].begin, house[-1].end, (Part(Head(name, alone=True)),))


def _is_place(scan: Scan, lexicon: Lexicon, run: Sequence[Token], at: int) -> bool:
    pair = " ".join(token.folded for token in run[at : at + 2])
    return run[at].begin in scan.unit_at or pair in lexicon.words["body_words.country"]


def _capitals(scan: Scan, begin: int) -> list[Token]:
    """The capitalised words from an offset on, one space apart, up to a word of the lexicon."""
    run: list[Token] = []
    for token in scan.tokens[scan.first[begin] :]:
        if not token.capital or token.begin in scan.hit_at or (run and token.begin != run[-1].end + 1):
            break
        run.append(token)
    return run
