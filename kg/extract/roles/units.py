"""Units and groups: a title with its organisation is a unit, units in a row are a group.

Refuses another country's offices ("Thủ tướng Nhật Bản").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.reading import Reading
from kg.extract.roles.patterns import (
    AGENT,
    BRACKETS,
    JOINED,
    MORE_OF_A_NAME,
    ON_BEHALF,
    OPEN_BODY,
    PLURAL,
    SENT,
    SENT_ELSEWHERE,
    TAKES_UP,
    patterns,
)
from kg.extract.roles.terms import Term, term_behind
from kg.language.chunks import Chunk
from kg.language.organisations import OrganisationName
from kg.language.persons import PersonName
from kg.lexicon import Title, match_key

# What may stand between a title and its body
_TOUCHING = ("", "của", "tại", ":", "công ty")
_MEMBER = "Ủy viên"
_IN_CHARGE = " phụ trách"
_MAX_TO_AGENT = 8
_MAX_SENT = 120  # characters from "điều động" to the office that is left
_MAX_BEHALF = 24
_ALSO = ("-", "–", "kiêm")
_MARKS = ",.;:()"


@dataclass(slots=True)
class Unit:
    """A title with its organisation, if one stands beside it."""

    title: Title
    begin: int
    end: int
    body: OrganisationName | None = None
    outer: OrganisationName | None = None
    former: bool = False
    nominated: bool = False
    plural: bool = False
    moved: bool = False  # a verb leads to it from the office before
    term: Term | None = None


@dataclass(slots=True)
class Group:
    """Units in a row, and the people they belong to."""

    units: list[Unit]
    people: list[PersonName]
    rule: str = ""

    @property
    def begin(self) -> int:
        """Where the first unit begins."""
        return self.units[0].begin

    @property
    def end(self) -> int:
        """Where the last unit ends."""
        return self.units[-1].end


def read_groups(reading: Reading, chunks: Sequence[Chunk]) -> list[Group]:
    """Cut a sentence's chunks into groups of units; the chunk after a group's last unit is the first behind it."""
    groups: list[Group] = []
    last: Unit | None = None
    index = 0
    while index < len(chunks):
        if chunks[index].label != "ROLE":
            last = None if chunks[index].label == "PERSON" else last
            index += 1
            continue
        unit, index = _unit(reading, chunks, index)
        behind = chunks[index].begin if index < len(chunks) else len(reading.scan.text)
        last = _put(reading, groups, last, unit, behind)
    return groups


def _put(reading: Reading, groups: list[Group], last: Unit | None, unit: Unit, behind: int) -> Unit | None:
    """Put a unit into the group of the last one or into its own; give the unit that the next one may follow."""
    gap = reading.scan.folded[last.end : unit.begin] if last is not None else ""
    if _is_foreign(reading, unit, behind):
        if last is not None and JOINED.match(gap):
            groups.pop()  # "Tổng Bí thư, Chủ tịch nước Trung Quốc ..." is one person's
        return None
    if last is not None and last.former and _is_as_past(last, gap):
        unit.former = True
    if last is not None and not (last.plural and "gồm" in gap) and _follows(reading, gap, groups[-1]):
        groups[-1].units.append(unit)
        unit.moved = patterns(reading.lexicon).moved.match(gap) is not None and TAKES_UP.search(gap) is not None
        unit.nominated = "nominated" in reading.statuses(last.end, unit.begin)
    else:
        groups.append(Group([unit], []))
    return unit


def _is_as_past(last: Unit, gap: str) -> bool:
    """Whether an office is past with the one before it: "nguyên A kiêm B", "nguyên Ủy viên, Chánh Văn phòng X"."""
    joint = gap.strip().removeprefix(",").strip()
    return joint in _ALSO or (last.body is None and last.title.body is None and joint in ("", "và"))


def _follows(reading: Reading, gap: str, group: Group) -> bool:
    """Whether a unit behind a gap is the same person's next one."""
    if JOINED.match(without_brackets(gap)):
        return not ON_BEHALF.search(reading.scan.folded, max(0, group.begin - _MAX_BEHALF), group.begin)
    folded = reading.scan.folded
    if AGENT.search(folded, max(0, group.begin - _MAX_TO_AGENT), group.begin):
        return False  # "ông X được Chủ tịch UBND tỉnh bổ nhiệm làm Giám đốc Sở": not the chairman's own
    if _is_more_of_a_name(reading, gap):
        return True
    if not patterns(reading.lexicon).moved.match(gap):
        return False
    if _leaves(reading, gap, group):
        for earlier in group.units:
            earlier.former = earlier.former or not _is_membership(earlier.title)
    return True


def _is_more_of_a_name(reading: Reading, gap: str) -> bool:
    """Whether a few small words only end the name before a gap: "Chỉ huy trưởng công trường, Phó Giám đốc ..."."""
    match = MORE_OF_A_NAME.match(gap)
    if match is None:
        return False
    words, known = match["words"].split(), reading.lexicon.words
    pairs = {" ".join(words[i : i + 2]) for i in range(len(words))}
    return not (set(words) & set(known["body_words.verbs"]) or pairs & set(known["body_words.verb_pairs"]))


def _leaves(reading: Reading, gap: str, group: Group) -> bool:
    """Whether who gets a next office leaves the ones before: "bà X - Chủ tịch LĐLĐ TP - được điều động làm Bí thư"."""
    before = reading.scan.folded[max(0, group.begin - _MAX_SENT) : group.begin]
    return bool(SENT_ELSEWHERE.search(gap)) or bool(TAKES_UP.search(gap) and SENT.search(before))


def _is_membership(title: Title) -> bool:
    """Whether a title is a seat in a committee: it stays when an office is left."""
    return title.body is not None or title.name.startswith(_MEMBER)


def _unit(reading: Reading, chunks: Sequence[Chunk], index: int) -> tuple[Unit, int]:
    """Read a title and the organisation that belongs to it; give the unit and the index behind it."""
    chunk, folded = chunks[index], reading.scan.folded
    plural = bool(PLURAL.search(folded[max(0, chunk.begin - 30) : chunk.begin]))
    former = _is_former(reading, chunk.begin)
    unit = Unit(_title(reading, chunk), chunk.begin, chunk.end, former=former, plural=plural)
    for chunk in chunks[index + 1 : index + 3]:
        if chunk.label != "ORGANISATION" or not _takes(unit, chunk, folded):
            break
        index += 1
    unit.end, unit.term = term_behind(reading, unit.end)
    return unit, index + 1


def _title(reading: Reading, chunk: Chunk) -> Title:
    """A title, without what its holder is in charge of: "Phó Hiệu trưởng phụ trách đào tạo"."""
    title: Title = chunk.value
    shorter = title.name.removesuffix(_IN_CHARGE)
    follows = reading.scan.text[chunk.end + 1 : chunk.end + 2].islower()
    return reading.lexicon.titles[match_key(shorter)] if shorter != title.name and follows else title


def _takes(unit: Unit, chunk: Chunk, folded: str) -> bool:
    """Take an organisation into a unit: as its body, or as the one around its body."""
    gap = folded[unit.end : chunk.begin]
    if unit.body is None:
        closes = folded[chunk.end : chunk.end + 1] == ")" and folded[unit.begin - 1 : unit.begin] == "("
        if not _touches(gap, unit.title) and not (closes and gap == ", "):
            return False
        unit.body = chunk.value
        unit.end = max(unit.end, chunk.end)
        return True
    if not _goes_out(unit.body, gap):
        return False
    unit.outer = chunk.value
    unit.end = chunk.end + (1 if folded[chunk.end : chunk.end + 1] == ")" else 0)
    return True


def _touches(gap: str, title: Title) -> bool:
    """Whether an organisation stands where a title's body does."""
    return gap.strip() in _TOUCHING or (title.body is None and gap.strip() == "(")


def _goes_out(body: OrganisationName, gap: str) -> bool:
    """The body around a unit: "Phó Ban quan hệ lao động (Tổng LĐLĐ Việt Nam)", "trưởng phòng X, Công ty Y"."""
    if len(body.parts) > 1 or body.parts[0].place or "desk" not in body.parts[0].head.traits:
        return False
    return bool(OPEN_BODY.match(gap)) and gap.strip() != ""


def _is_former(reading: Reading, begin: int) -> bool:
    """Whether "nguyên", "từng", "thôi giữ" ... governs a title that begins at an offset."""
    office, folded = patterns(reading.lexicon).office, reading.scan.folded
    statuses = reading.status_chunks(begin - 40, begin)
    return any("former" in chunk.value and office.match(folded[chunk.end : begin]) for chunk in statuses)


def _is_foreign(reading: Reading, unit: Unit, behind: int) -> bool:
    """Another country's office: "Thủ tướng Nhật Bản ...", "Bộ trưởng Đường thủy Ukraine"."""
    words = reading.scan.folded[unit.end : min(behind, unit.end + 60)].split()
    starts = range(min(4, len(words))) if unit.body is None else range(1)
    names = {" ".join(words[i : i + n]).strip(_MARKS) for i in starts for n in (1, 2, 3)}
    return any(_is_written(reading, name, unit.end) for name in names & reading.lexicon.countries)


def _is_written(reading: Reading, name: str, begin: int) -> bool:
    at = reading.scan.folded.find(name, begin)
    return at >= 0 and reading.scan.text[at].isupper()


def without_brackets(gap: str) -> str:
    """Blank out what stands in brackets: an age, a home."""
    return BRACKETS.sub(" ", gap)


def with_pronouns(reading: Reading, begin: int, end: int, chunks: list[Chunk]) -> list[Chunk]:
    """Add "ông", "bà" alone as the person named last before them."""
    added = list(_pronouns(reading, begin, end))
    return sorted([*chunks, *added], key=lambda c: (c.begin, -c.end)) if added else chunks


def _pronouns(reading: Reading, begin: int, end: int) -> Iterator[Chunk]:
    for match in patterns(reading.lexicon).pronoun.finditer(reading.scan.folded, begin, end):
        if match.start() != begin and reading.scan.text[match.start()].isupper():
            continue  # the last syllable of a name: "Sử Ngọc Anh làm ..."
        person = reading.context.before(match.start(), match[0])
        if person is not None:
            name = person._replace(begin=match.start(), end=match.end())
            yield Chunk("PERSON", match.start(), match.end(), name)
