"""Bodies that stand elsewhere in the article than beside their title: the one of its kind, the nearest, the one led.

Refuses to choose between two bodies of a kind where nothing tells which one is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.reading import Reading
from kg.extract.roles.patterns import AGENT, CONGRESS, ELECTED, ELECTS, LED_BY
from kg.extract.roles.units import Unit
from kg.language.organisations import OrganisationName
from kg.lexicon import match_key

# Titles of which an article often has the one body elsewhere
_OF_ONE_BODY = ("Khối", "Bộ")
_AT = "tại "
_DELEGATION = "Đoàn"  # who leads one holds no office of the bodies named beside it
_MAX_TO_LED = 40  # characters between a body and the "do" before the person who leads it
_MAX_TO_LEADER = 110  # so between that body and the title that leads it
_WORDS = re.compile(r" (?P<first>[^\W\d_]+)(?: (?P<second>[^\W\d_]+))?")  # behind a title
_MAX_TO_AGENT = 8
_MAX_TO_CONGRESS = 24
_UNIONS, _FEDERATION = "Công đoàn", "Liên đoàn Lao động"
_COMMUNES = ("xã", "phường", "đặc khu")


def of_its_kind(reading: Reading, unit: Unit) -> OrganisationName | None:
    """Give the body that a title alone means in its article: "Thứ trưởng A", "Chủ tịch HĐQT B", "C, Hiệu trưởng"."""
    title = unit.title
    if title.unit in _OF_ONE_BODY:
        return _only(reading, unit, (n for n in _named(reading) if n.parts[0].head.name.startswith(title.unit)))
    if title.house == "only":
        company = _only(reading, None, (n for n in _named(reading) if "company" in n.parts[0].head.traits))
        if company is not None:
            return company
    return nearest_of(reading, unit, title.kinds) if title.kinds else None


def stands_alone(unit: Unit) -> bool:
    """Whether a title never has the body of another one beside it: a minister, a head of a school or a delegation."""
    head = unit.title.unit or ""
    return bool(unit.title.kinds) or head in _OF_ONE_BODY or head.startswith(_DELEGATION)


def is_unread(reading: Reading, unit: Unit) -> bool:
    """Whether a head of a unit is of one that small words name, which nothing reads: "trưởng ban chỉ đạo thi"."""
    words = _WORDS.match(reading.scan.folded, unit.end)
    if not unit.title.unit or words is None or not reading.scan.text[unit.end + 1].islower():
        return False
    known, first, pair = reading.lexicon.words, words["first"], f"{words['first']} {words['second']}"
    if pair in known["body_words.fields_of_units"]:
        return True
    return not (first in known["body_words.verbs"] or pair in known["body_words.verb_pairs"])


def nearest_of(reading: Reading, unit: Unit, kinds: tuple[str, ...]) -> OrganisationName | None:
    """Give the body of some kinds that was named last before a title, else the first one behind it."""
    names = [name for name in reading.context.organisations if name.parts[0].head.name.startswith(kinds)]
    named = [name for name in names if not is_bare(name) or name.parts[0].level]
    before = [name for name in named if name.begin < unit.begin]
    return before[-1] if before else next(iter(named), None)


def led(reading: Reading, unit: Unit) -> OrganisationName | None:
    """Give the body that somebody is said to lead: "Hội đồng X do Thủ tướng A làm chủ tịch"."""
    folded = reading.scan.folded
    match = LED_BY.search(folded, max(0, unit.begin - _MAX_TO_LEADER), unit.begin)
    if match is None or unit.body is not None or unit.title.unit == _DELEGATION:
        return None
    names = [name for name in reading.context.organisations if name.end <= match.start()]
    if not names:
        return None
    if is_bare(names[-1]) and "organ" in names[-1].parts[0].head.traits:
        return _topic(reading, names[-1].begin)
    gap = folded[names[-1].end : match.start()]
    return names[-1] if len(gap) < _MAX_TO_LED and "." not in gap else None


def scene(reading: Reading, unit: Unit) -> OrganisationName | None:
    """Give the house in which a sentence is set: "Tại Bệnh viện X, bác sĩ A, Phó Giám đốc, cho biết"."""
    sentence = reading.scan.sentence_of(unit.begin)
    if sentence is None or not unit.title.house or not reading.scan.folded.startswith(_AT, sentence[0]):
        return None
    begin = sentence[0] + len(_AT)
    name = next((name for name in reading.context.organisations if name.begin == begin), None)
    house = name is not None and "house" in name.parts[0].head.traits and reading.scan.text[name.end] == ","
    return name if house else None


def electing(reading: Reading, unit: Unit) -> OrganisationName | None:
    """Give the body that elects somebody into its office: "được Ban Chấp hành X khóa XVII bầu làm Phó Chủ tịch"."""
    names = [name for name in reading.context.organisations if name.end <= unit.begin]
    if not names:
        return None
    name, folded = names[-1], reading.scan.folded
    elects = ELECTS.match(folded[name.end : unit.begin])
    if not elects or not AGENT.search(folded, max(0, name.begin - _MAX_TO_AGENT), name.begin):
        return None
    return outermost(name) if "organ" in name.parts[0].head.traits else name


def convening(reading: Reading, offset: int) -> OrganisationName | None:
    """Give the body whose congress the article tells of, where the sentence elects somebody to an office."""
    sentence = reading.scan.sentence_of(offset)
    if sentence is None or not ELECTED.search(reading.scan.folded, *sentence):
        return None
    folded = reading.scan.folded
    names = (name for name in reading.context.organisations if name.begin < offset)
    found = next((n for n in names if CONGRESS.search(folded, max(0, n.begin - _MAX_TO_CONGRESS), n.begin)), None)
    return _federation(reading, found) if found is not None else None


def _federation(reading: Reading, name: OrganisationName) -> OrganisationName:
    """The unions of a province or district convene, and elect their federation: "Đại hội Công đoàn tỉnh X"."""
    part = name.parts[0]
    if part.head.name != _UNIONS or part.tail or part.level in ("", *_COMMUNES):
        return name
    return replace(name, parts=(replace(part, head=reading.lexicon.heads[match_key(_FEDERATION)]), *name.parts[1:]))


def outermost(name: OrganisationName) -> OrganisationName:
    """Give the body around a unit; a name without one as it is."""
    return replace(name, parts=name.parts[1:]) if len(name.parts) > 1 else name


def is_bare(name: OrganisationName) -> bool:
    """Whether a name is no more than its head."""
    return len(name.parts) == 1 and name.parts[0].bare


def _named(reading: Reading) -> Iterable[OrganisationName]:
    return (name for name in reading.context.organisations if not is_bare(name))


def _only(reading: Reading, unit: Unit | None, names: Iterable[OrganisationName]) -> OrganisationName | None:
    """The one body that some names mean, those before a unit first."""
    bodies = [(reading.context.organisation(name).name, name) for name in names]
    before = dict(pair for pair in bodies if unit is not None and pair[1].begin < unit.begin)
    found = before or dict(bodies)
    return next(iter(found.values())) if len(found) == 1 else None


def _topic(reading: Reading, offset: int) -> OrganisationName | None:
    """The body that the sentences before an offset are about: the last one that opens a sentence."""
    begins = {begin for begin, _ in reading.scan.sentences}
    opening = [name for name in reading.context.organisations if name.begin in begins and name.begin < offset]
    return opening[-1] if opening else None
