"""Whom a group of units belongs to: the person right behind it, else the one before it, else the one announced.

    right behind  "Chủ tịch LĐLĐ tỉnh Phan Huy Tưởng"
    before        over a comma, a dash, a bracket or a verb of office: "ông X - Chủ tịch ...", "ông X được bầu làm ..."
    announced     over a comma, a colon or "là": "Chủ tịch LĐLĐ tỉnh, ông A", "các Phó Chủ tịch: A, B"

Refuses people without a title, and titles that somebody only speaks for.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from kg.extract.reading import Reading
from kg.extract.roles.patterns import (
    ALIKE,
    AND,
    BACK_THEN,
    BEFORE_THAT,
    DASH,
    ITEM,
    MAKES,
    NEW_SUBJECT,
    NOT_HELD,
    RETIRED,
    SHORT_NAME,
    SPOKEN_FOR,
    THEN,
    patterns,
)
from kg.extract.roles.units import Group, without_brackets
from kg.language.chunks import Chunk

_OF_ONE = ("nguyên", "cựu")  # these mark the one title behind them, "từng" and the others all that follow
_MAX_TO_VERB = 60  # characters between a person and a verb of office
_MAX_BETWEEN = 120  # characters between two offices of one person


def attach(reading: Reading, chunks: Sequence[Chunk], groups: Sequence[Group], begin: int) -> None:
    """Give every group of a sentence that begins at `begin` its people."""
    people = [chunk for chunk in chunks if chunk.label == "PERSON"]
    titled: set[int] = set()
    for group in groups:
        _give(group, _right_behind(reading, people, group), "role.before-name", titled)
    for number, group in enumerate(groups):
        if group.people:
            continue
        left: Sequence[Chunk] = ()
        if not _is_taken_from(reading, people, group):
            left, rule = _before(reading, people, group, groups[number - 1] if number else None, titled, begin)
            _give(group, left, rule, titled)
        if not left:
            _give(group, _announced(reading, people, group), "role.announced", titled)
    for group in groups:
        if group.people and RETIRED.match(reading.scan.folded, max(group.end, group.people[-1].end)):
            _mark_former(group)


def _is_taken_from(reading: Reading, people: Sequence[Chunk], group: Group) -> bool:
    """Whether an office is said to be that of the person behind it: "miễn nhiệm chức vụ R đối với ông X"."""
    following = next((chunk for chunk in people if chunk.begin >= group.end), None)
    if following is None:
        return False
    gap = reading.scan.folded[group.end : following.begin]
    return "đối với" in gap and patterns(reading.lexicon).relieved.match(gap) is not None


def _give(group: Group, people: Sequence[Chunk], rule: str, titled: set[int]) -> None:
    if people:
        group.people, group.rule = [chunk.value for chunk in people], rule
        titled.update(chunk.begin for chunk in people)


def _right_behind(reading: Reading, people: Sequence[Chunk], group: Group) -> Sequence[Chunk]:
    """The person directly behind a group, and those listed after it where the title is plural."""
    following = [chunk for chunk in people if chunk.begin >= group.end]
    if not following:
        return []
    if not patterns(reading.lexicon).right.match(
        SHORT_NAME.sub(" ", reading.scan.text[group.end : following[0].begin]).lower()
    ):
        return []
    return _listed(reading, following) if group.units[0].plural else following[:1]


def _listed(reading: Reading, people: Sequence[Chunk]) -> Sequence[Chunk]:
    """The people joined to the first by commas and "và", up to one with a title of its own."""
    between = patterns(reading.lexicon).listed
    for index in range(1, len(people)):
        gap = reading.scan.folded[people[index - 1].end : people[index].begin]
        if not between.match(without_brackets(gap)):
            return people[:index]
    return people


def _before(
    reading: Reading, people: Sequence[Chunk], group: Group, previous: Group | None, titled: set[int], begin: int
) -> tuple[Sequence[Chunk], str]:
    """The person before a group, and the rule: over a mark, or over a verb of office."""
    folded, known = reading.scan.folded, patterns(reading.lexicon)
    earlier = [c for c in people if c.end <= group.begin and not _bracketed(folded, c.end, group.begin)]
    if len(earlier) > 1 and _takes_over(reading, earlier[-2], earlier[-1], group):
        earlier.pop()
    if not earlier:
        return [], ""
    person = earlier[-1]
    start = person.end
    if previous is not None and previous.end > person.end:
        start = previous.end
        if not _same_subject(reading, folded[start : group.begin]):
            return [], ""
    gap = folded[person.end : group.begin]
    if known.office_verb.search(gap) and known.kin.search(folded, begin, person.begin):
        return [], ""
    if known.left.match(without_brackets(gap).replace("(", " ( ")):
        _mark_status(reading, person.end, group)
        _mark_earlier(reading, group, begin, person)
        return _sharing(reading, earlier, titled, group), "role.apposition"
    stretch = folded[start : group.begin]
    if known.nominal.search(stretch):
        return [], ""
    if not known.appointed.match(stretch) and not _takes_office(reading, stretch):
        return [], ""
    _mark_status(reading, start, group)
    _mark_earlier(reading, group, begin, person)
    return _sharing(reading, earlier, titled, group), "role.appointment"


def _takes_over(reading: Reading, person: Chunk, other: Chunk, group: Group) -> bool:
    """Whether an office is the first's of two people: "ông A được bổ nhiệm thay ông B, giữ chức ..."."""
    folded, known = reading.scan.folded, patterns(reading.lexicon)
    instead = known.instead_of.search(folded, person.end, other.begin)
    return instead is not None and known.takes_over.match(folded, other.end, group.begin) is not None


def _bracketed(folded: str, end: int, begin: int) -> bool:
    """Whether a name stands in brackets that close before a group begins."""
    gap = folded[end:begin]
    return ")" in gap and gap.find(")") < (gap.find("(") if "(" in gap else len(gap))


def _takes_office(reading: Reading, stretch: str) -> bool:
    near = len(stretch) < _MAX_TO_VERB and not NEW_SUBJECT.search(stretch) and not NOT_HELD.search(stretch)
    return near and bool(patterns(reading.lexicon).office_verb.search(stretch))


def _same_subject(reading: Reading, gap: str) -> bool:
    """Whether a person goes on to be spoken of behind a first group: "..., sau đó là Phó Chủ tịch ..."."""
    return len(gap) < _MAX_BETWEEN and ";" not in gap and bool(patterns(reading.lexicon).office_verb.search(gap))


def _mark_status(reading: Reading, begin: int, group: Group) -> None:
    """Mark a group's units by the status words before it; "giới thiệu" may stand before the person."""
    folded, first = reading.scan.folded, group.begin
    words = (c for c in reading.status_chunks(begin, first) if folded[c.begin : c.end] not in _OF_ONE)
    kinds = {kind for chunk in words for kind in chunk.value.split()}
    if "former" in kinds:
        for unit in takewhile(lambda unit: not unit.moved, group.units):
            unit.former = True
    proposed = "nominated" in reading.statuses(max(0, begin - 60), begin) and MAKES.search(folded, begin, first)
    if "nominated" in kinds or proposed:
        for unit in group.units:
            unit.nominated = True


def _mark_earlier(reading: Reading, group: Group, begin: int, person: Chunk) -> None:
    """Mark a group that a verb gives to a person as past where the sentence opens with what came later."""
    folded = reading.scan.folded
    verb = patterns(reading.lexicon).office_verb.search(folded, person.end, group.begin)
    opening = folded[begin : person.begin]
    if verb is not None and (BEFORE_THAT.match(opening) or THEN.match(opening)):
        _mark_former(group)


def _mark_former(group: Group) -> None:
    for unit in group.units:
        unit.former = True


def _sharing(reading: Reading, earlier: Sequence[Chunk], titled: set[int], group: Group) -> Sequence[Chunk]:
    """The last person, and those listed before it without a title yet, where they are announced or spoken of as one."""
    folded, known = reading.scan.folded, patterns(reading.lexicon)
    first = len(earlier) - 1
    while first > 0:
        between = folded[earlier[first - 1].end : earlier[first].begin]
        if earlier[first - 1].begin in titled and not between.startswith(" ("):
            break
        gap = without_brackets(between)
        if ";" in gap or not known.listed.match(gap):
            break
        first -= 1
    shared = earlier[first:]
    opened = folded[max(0, shared[0].begin - 24) : shared[0].begin]
    gap = folded[shared[-1].end : group.begin]
    listed = known.together.search(opened) or (ITEM.search(opened) and DASH.match(gap))
    bracketed = folded[group.begin - 1 : group.begin] == "("  # what stands in brackets is of the last alone
    alike = ALIKE.search(gap) or (not bracketed and (listed or _is_subject(reading, shared, gap)))
    return shared if len(shared) > 1 and alike else shared[-1:]


def _is_subject(reading: Reading, shared: Sequence[Chunk], gap: str) -> bool:
    """Whether two people are the subject of one verb of office: "bà A và ông B được bầu làm Phó Chủ tịch"."""
    if len(shared) < 2 or not patterns(reading.lexicon).office_verb.search(gap) or "," in gap:
        return False
    return AND.match(reading.scan.folded, shared[-2].end, shared[-1].begin) is not None


def _announced(reading: Reading, people: Sequence[Chunk], group: Group) -> Sequence[Chunk]:
    """The person after a group over a comma, a colon or "là", several where the title is plural or a list follows."""
    folded, known = reading.scan.folded, patterns(reading.lexicon)
    following = [chunk for chunk in people if chunk.begin >= group.end]
    if not following:
        return []
    gap = folded[group.end : following[0].begin]
    before = folded[max(0, group.begin - _MAX_TO_VERB) : group.begin]
    if known.relieved.match(gap) and (group.units[0].former or known.confers.search(before)):
        return following[:1]
    if not known.right_after.match(gap) or not _announces(reading, group, gap, following[0]):
        return []
    _mark_announced(reading, group, gap)
    if group.units[0].plural and "gồm" in gap:
        return following  # each perhaps with a title: "Các Phó Chủ tịch gồm: Phó Chủ tịch nước A; bà B, Trưởng Ban ..."
    if ":" in gap:
        return _itemised(reading, following)
    return _listed(reading, following) if group.units[0].plural or "gồm" in gap else following[:1]


def _announces(reading: Reading, group: Group, gap: str, person: Chunk) -> bool:
    """Whether a title leads to the people behind it: they are listed or introduced, and nobody only speaks for it."""
    if ":" not in gap and "gồm" not in gap and not person.value.introduced:
        return False
    return not ("," in gap and SPOKEN_FOR.search(reading.scan.folded[: group.begin]))


def _mark_announced(reading: Reading, group: Group, gap: str) -> None:
    """Mark a title as past ("khi đó là ông A") or as planned ("quy hoạch chức danh Phó Chủ tịch: A, B")."""
    if BACK_THEN.search(gap):
        group.units[-1].former = True
    planned = ":" in gap and "nominated" in reading.statuses(max(0, group.begin - _MAX_TO_VERB), group.begin)
    for unit in group.units if planned else ():
        unit.nominated = True


def _itemised(reading: Reading, people: Sequence[Chunk]) -> Sequence[Chunk]:
    """The people who open the items of a list, each perhaps with a title: "...: A, Trưởng Ban X; bà B, Giám đốc Y"."""
    folded, known = reading.scan.folded, patterns(reading.lexicon)
    taken = [people[0]]
    for person in people[1:]:
        gap = folded[taken[-1].end : person.begin]
        item, semicolon, opening = gap.rpartition(";")
        if semicolon and not item.strip() and len(taken) > 1 and ";" not in folded[taken[-2].end : taken[-1].begin]:
            break  # "A, B; đồng chí C, nguyên ...": another item of an outer list
        if not known.listed.match(without_brackets(gap)) and not (semicolon and known.right.match(opening)):
            break
        taken.append(person)
    return taken
