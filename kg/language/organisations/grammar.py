"""The grammar of an organisation's name: from a head over everything that belongs to it.

"Ban Nữ công LĐLĐ thành phố Đà Nẵng" has the parts "Ban" + "Nữ công" and "Liên đoàn Lao động" + "thành phố Đà Nẵng".
At every token the first of `STEPS` that fits goes on; where none does the name ends. A part ends at its place. Refuses
a person's name that follows ("Chủ tịch LĐLĐ tỉnh Phan Huy Tưởng"), and a head that is a common word where it stands.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.language.organisations import numbered, places, words
from kg.language.organisations.names import OrganisationName
from kg.language.organisations.walk import Step, Walk, is_person, start
from kg.language.scan import Hit, Scan
from kg.lexicon import Lexicon

STEPS: tuple[Callable[[Walk, int], Step | None], ...] = (
    words.introduced_abbreviation,
    numbered.branch,
    numbered.hamlet,
    words.nested,
    places.all_of_a_level,
    places.level,
    places.country,
    places.known_place,
    words.sector,
    numbered.number,
    numbered.code,
    words.joining,
    words.namesake,
    words.proper,
)
_MARKS = frozenset('.:;?!)…"”“')  # no step goes over one of these
_MAX_TOKENS = 24


def parse_organisation(
    scan: Scan, lexicon: Lexicon, hit: Hit, *, after_title: bool | None = None
) -> OrganisationName | None:
    """Parse the organisation whose head is `hit`; None where the head is only a common word here."""
    walk = start(scan, lexicon, hit, after_title=after_title)
    at, end = _to_the_end(walk, hit)
    walk.close()
    if is_person(walk, hit) or not _is_name(walk, hit):
        return None
    return OrganisationName(hit.begin, end, tuple(walk.parts), places.larger_place(walk, at))


def _to_the_end(walk: Walk, hit: Hit) -> tuple[int, int]:
    """Step to the end of the name; give the token behind it and the character."""
    at, end, finished = walk.after(hit.end), hit.end, False
    limit = min(at + _MAX_TOKENS, len(walk.tokens))
    while not finished and at < limit and walk.tokens[at].begin < walk.sentence_end:
        token = walk.tokens[at]
        if (walk.head.alone and not walk.words) or "\n" in walk.scan.text[end : token.begin]:
            break
        if token.word in _MARKS:
            break
        for step in STEPS:
            taken = step(walk, at)
            if taken is not None:
                at, end, finished = taken
                break
        else:
            break
    return at, end


def _is_name(walk: Walk, hit: Hit) -> bool:
    """Whether what was read names a body: a common word needs a capital, a title before it, or a name behind it."""
    first = walk.parts[0]
    capital = walk.scan.text[hit.begin].isupper()
    if first.head.alone:
        return (capital or not first.head.weak) and not walk.scan.folded.endswith("cấp ", 0, hit.begin)
    lone = len(walk.parts) == 1
    if "vague" in first.head.traits and not lone and all(part.bare for part in walk.parts):
        return False
    if lone and first.bare:
        if "vague" in first.head.traits:
            return capital and walk.after_title and walk.is_known_already()
        if not first.level:
            return capital or walk.after_title
    if capital or not first.head.weak or walk.after_title:
        return True
    return walk.tokens[walk.after(hit.end)].capital and not (lone and first.tail == first.country)
