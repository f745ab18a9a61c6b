"""Who holds which role where: titles, the bodies behind them, and the people they stand beside.

One grammar: a *unit* is a title with its organisation ("Phó Chủ tịch LĐLĐ tỉnh"); units in a row are a *group*; a group
belongs to the person right behind it ("Chủ tịch LĐLĐ tỉnh Phan Huy Tưởng"), else to the one before it over a comma, a
dash, a bracket or a verb of office, else to the one announced after a colon or comma. Refuses titles in general talk,
bodies that the article does not name, and people without a position.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.reading import Reading
from kg.language.chunks import Chunk
from kg.language.organisations import OrganisationName, Part
from kg.language.persons import PersonName
from kg.lexicon import Head, Title, match_key
from kg.model import Concept, Organisation, Period, RoleHolding, RoleStatus
from kg.resolve import INNER
from kg.text import tidy

_HONORIFIC = r"(?:(?:các\s+|hai\s+|ba\s+)?(?:đồng\s+chí|đ/c|ông|bà|anh|chị|cô|thầy|em|ngài|nhà\s+giáo|cụ|gs|pgs|ts|ths|bs|ks|ls|pgs\.?\s?ts|gs\.?\s?ts|gs\.?tskh|tiến\s+sĩ|thạc\s+sĩ|bác\s+sĩ|kỹ\s+sư|luật\s+sư|(?:đại|thượng|trung|thiếu)\s+(?:tướng|tá|úy)|(?:chuẩn|phó)?\s*đô\s+đốc|tskh|giáo\s+sư|phó\s+giáo\s+sư|nsnd|nsưt|linh\s+mục|hòa\s+thượng|thượng\s+tọa)\.?\s*)*"
_TERM = r"(?:\s*[(,]?\s*(?:khóa|nhiệm\s+kỳ|giai\s+đoạn|lần\s+thứ)\s+[\w\s–-]{1,14}\)?)*"
_VERB = r"(?:là|làm|giữ|giữ\s+chức|giữ\s+chức\s+vụ|giữ\s+cương\s+vị|giữ\s+vị\s+trí|giữ\s+trọng\s+trách|đảm\s+nhiệm|đảm\s+nhiệm\s+chức\s+vụ|đảm\s+nhận|đảm\s+nhận\s+chức\s+vụ|đảm\s+nhận\s+vị\s+trí|nhậm\s+chức|đảm\s+trách|phụ\s+trách|vào\s+chức\s+vụ|vào\s+vị\s+trí|chức|chức\s+vụ|chức\s+danh|vị\s+trí|trở\s+thành|cương\s+vị|với\s+cương\s+vị|nhận\s+nhiệm\s+vụ|nhận\s+công\s+tác)"
_ADVERB = r"(?:hiện|hiện\s+nay|nay|hiện\s+đang|đang|đã|vừa|mới|vừa\s+mới|cũng|vẫn|tiếp\s+tục|từng|lần\s+lượt|khi\s+đó|lúc\s+đó|lúc\s+này|vốn|nguyên|cựu|sẽ|chính\s+thức|được|thôi|đương\s+kim|tân|quyền|đồng\s+thời)"
_APPOINT = r"(?:bầu|bổ\s+nhiệm|điều\s+động|phân\s+công|chỉ\s+định|luân\s+chuyển|giao|giới\s+thiệu|bổ\s+sung|đề\s+cử|tái\s+cử|tín\s+nhiệm|suy\s+tôn|phê\s+chuẩn|chuẩn\s+y|cử|mời|tiến\s+cử|quy\s+hoạch|thăng|đề\s+bạt|miễn\s+nhiệm|chuyển|tái\s+bổ\s+nhiệm|nhận|trúng\s+cử)"

# Between a person and the group that follows it; brackets with an age or a home between them are taken out first
_LEFT = re.compile(rf"^\s*(?:\([^()]{{0,60}},)?\s*(?:[,–(-]|:)?\s*(?:{_ADVERB}\s+)*(?:{_VERB}\s*)?(?:{_ADVERB}\s+)*(?:các\s+chức\s+vụ\s*:?\s*)?[“\"(]?\s*$")
_APPOINTED = re.compile(rf"^\s*[,–-]?\s*(?:{_ADVERB}\s+)*(?:[^.;:]{{0,90}}?\s)?{_APPOINT}\b[^.;:]{{0,70}}?\b(?:{_VERB}|thôi\s+giữ\s+chức|thôi\s+giữ\s+chức\s+vụ)\s*$")
_OFFICE_VERB = re.compile(rf"(?:^|\s)(?:{_VERB})\s*$")
_JOINED = re.compile(r"^\s*(?:\([^)]*\))?\s*(?:,|-|–|/|kiêm|kiêm\s+nhiệm|và|&|, kiêm|- kiêm|, đồng thời là|đồng thời là|, đồng thời|, hiện là|nguyên|cựu|, nguyên|, cựu|- nguyên|và là|, là|quyền|rồi|rồi là|, rồi|sau đó là|, sau đó là)?\s*(?:kiêm|nguyên|cựu|đồng\s+thời\s+là|hiện\s+là)?\s*$")
_MOVED = re.compile(rf"^\s*[,–-]?\s*(?:{_ADVERB}\s+)*(?:{_APPOINT}[^.;:]{{0,60}}?\s)?{_VERB}\s*$")
_RIGHT = re.compile(rf"^\s*{_HONORIFIC}\s*$")
_RIGHT_AFTER = re.compile(rf"^\s*(?:[,:–(-]|(?:trước\s+đó|hiện\s+nay|hiện|khi\s+đó|lúc\s+đó)?\s*là|gồm|gồm\s+có|gồm\s*:|do)\s*(?:là\s+|gồm\s+)?(?:có\s+)?{_HONORIFIC}\s*$")
_AND = re.compile(rf"^\s*(?:,|;|và|cùng|,\s*và)\s*{_HONORIFIC}\s*$")
_BRACKETS = re.compile(r"\([^()]*\)")
_PLURAL = re.compile(r"(?:các|hai|ba|bốn|năm|những)\s*(?:đồng\s+chí|đ/c|ông|bà|anh|chị)?\s*$")
# What may stand between "nguyên", "từng" ... and the title
_OFFICE = re.compile(rf"^\s*(?:{_VERB}|các|qua|chức|vụ|:|,|\s)*$")
_REPLACES = re.compile(rf"^[^.;]{{0,60}}?\bthay(?:\s+thế)?(?:\s+cho)?\s+{_HONORIFIC}$")
_TERM_BEHIND = re.compile(rf"^{_TERM}\s*(?:,\s*)?", re.IGNORECASE)
_OPEN_BODY = re.compile(r"^\s*[(,–-]?\s*(?:thuộc|trực\s+thuộc|của)?\s*[(]?\s*$")
_PRONOUN = re.compile(r"(?<!\w)(?:ông|bà|anh|chị|đồng chí)(?=\s+(?:từng|được|là|giữ|đã|đang|hiện|làm|nguyên|vừa|cũng|đảm|sinh|quê|tham\s+gia|có|cho|nói|tốt\s+nghiệp|nhận|lần\s+lượt|chuyển|kinh\s+qua|sẽ|về|còn|trúng|tái|trở))")
_OF_ONE = ("nguyên", "cựu")  # these mark the one title behind them, "từng" and the others all that follow
_BEFORE_THAT = re.compile(r"^\W*(?:trước\s+khi|trước\s+lúc)(?!\w)")
_MAKES = re.compile(r"(?<!\w)(?:làm|giữ\s+chức|vào\s+chức|chức\s+danh|để)(?!\w)")
# A list of people announced as one: "các đồng chí A, B", "giới thiệu ông A và bà B"
_TOGETHER = re.compile(rf"(?:(?:các|hai|ba|những)\s+(?:đồng\s+chí|đ/c|ông|bà|anh|chị)\s*:?\s*(?:là\s*)?|{_APPOINT}\s+{_HONORIFIC})$")
# Words that make a title somebody's to speak for, not the next person's own: "thừa ủy quyền của Chủ tịch nước, ông X"
_SPOKEN_FOR = re.compile(r"(?:của|thay\s+mặt|đại\s+diện|ủy\s+quyền|ủy\s+nhiệm|gửi|được|bởi|trước|với|tới|đến|cho|cùng)\s+$")
_BARE_INNER = frozenset({"Ủy ban Kiểm tra", "Đảng ủy", "Ban Thường vụ", "Ban Chấp hành", "Đảng đoàn", "Ban Cán sự đảng"})
_MEMBER = ("Ủy viên", "Đảng ủy viên")


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
    period: Period | None = None


@dataclass(slots=True)
class Group:
    """Units in a row, and the people they belong to."""

    units: list[Unit]
    people: list[PersonName]
    rule: str = ""


def extract(reading: Reading) -> Iterator[RoleHolding]:
    """Find the roles that an article states; who held and left an office within it holds it no more."""
    return _consistent(list(_holdings(reading)))


def _holdings(reading: Reading) -> Iterator[tuple[RoleHolding, int]]:
    """The holdings of an article, each with the year in which its sentence sets it (0: none, the present)."""
    memory = _Memory(reading)
    for begin, end, chunks in reading.sentences():
        relevant = [c for c in chunks if c.label in ("ROLE", "ORGANISATION", "PERSON")]
        if not any(c.label == "ROLE" for c in relevant):
            continue
        relevant = _with_pronouns(reading, begin, end, relevant)
        groups = _groups(reading, relevant)
        _attach(reading, relevant, groups, begin, end)
        for group in groups:
            if group.people:
                year = _year(chunks, group)
                yield from ((holding, year) for holding in memory.holdings(group, begin, end))
        yield from ((holding, 0) for holding in memory.replaced(groups, relevant, begin, end))


def _year(chunks: Sequence[Chunk], group: Group) -> int:
    """The last year of the period that leads the clause of a group: "Từ 1997 đến 2003, ông là Thứ trưởng"."""
    first = group.units[0].begin
    leading = [c for c in chunks if c.label == "PERIOD" and c.end <= first and first - c.end < 70 and c.value.form != "day"]
    own = [unit.period for unit in group.units if unit.period is not None and _NARRATED.search(group.rule)]
    if leading:
        return leading[-1].value.period.end.year
    return own[-1].end.year if own else 0


_NARRATED = re.compile(r"appointment")


def _consistent(found: Sequence[tuple[RoleHolding, int]]) -> Iterator[RoleHolding]:
    """Tell the past from the present: of a person's dated offices only the last may be current, and none that the article ends."""
    ended = {(h.person, h.role, h.organisation.name) for h, _ in found if h.status == "former"}
    for holding, year in found:
        past = year and holding.status == "current" and _superseded(holding, year, found)
        if past or (holding.status == "current" and (holding.person, holding.role, holding.organisation.name) in ended):
            holding = replace(holding, status="former")
        yield holding


def _superseded(holding: RoleHolding, year: int, found: Sequence[tuple[RoleHolding, int]]) -> bool:
    """Whether the same person has a later office, or one that is not dated at all, elsewhere in the article."""
    return any(
        other.person == holding.person
        and other.evidence.begin != holding.evidence.begin
        and (later > year or (later == 0 and other.status == "current"))
        and (other.role, other.organisation.name) != (holding.role, holding.organisation.name)
        for other, later in found
    )


# ---- units and groups


def _with_pronouns(reading: Reading, begin: int, end: int, chunks: list[Chunk]) -> list[Chunk]:
    """Add "ông", "bà" alone as the person named last before them."""
    added = []
    for match in _PRONOUN.finditer(reading.scan.folded, begin, end):
        if match.start() != begin and reading.scan.text[match.start()].isupper():
            continue  # the last syllable of a name: "Sử Ngọc Anh làm ..."
        person = reading.context.before(match.start())
        if person is not None:
            added.append(Chunk("PERSON", match.start(), match.end(), replace_name(person, match.start(), match.end())))
    return sorted([*chunks, *added], key=lambda c: (c.begin, -c.end)) if added else chunks


def replace_name(person: PersonName, begin: int, end: int) -> PersonName:
    """Give a pronoun the name of the person it means."""
    return person._replace(begin=begin, end=end)


def _groups(reading: Reading, chunks: Sequence[Chunk]) -> list[Group]:
    """Cut the sentence's chunks into groups of units; the chunk after a group's last unit is the first behind it."""
    groups: list[Group] = []
    last: Unit | None = None
    index = 0
    while index < len(chunks):
        chunk = chunks[index]
        if chunk.label != "ROLE":
            if chunk.label == "PERSON":
                last = None
            index += 1
            continue
        unit, index = _unit(reading, chunks, index)
        if _is_foreign(reading, unit):
            if last is not None and groups and _JOINED.match(reading.scan.folded[last.end : unit.begin]):
                groups.pop()  # "Tổng Bí thư, Chủ tịch nước Trung Quốc ..." is one person's
            last = None
            continue
        gap = reading.scan.folded[last.end : unit.begin] if last else ""
        if last is not None and last.former and gap.strip() in ("-", "–", "kiêm"):
            unit.former = True
        if last is not None and groups and not (last.plural and "gồm" in gap) and (_JOINED.match(_without_brackets(gap)) or _moved(gap, groups[-1], unit)):
            groups[-1].units.append(unit)
        else:
            groups.append(Group([unit], []))
        last = unit
    return groups


def _moved(gap: str, group: Group, unit: Unit) -> bool:
    """"bà X - Chủ tịch LĐLĐ TP - làm Bí thư ...": the same person goes on; an order to go makes the first role former."""
    if not _MOVED.match(gap):
        return False
    if re.search(r"điều\s+động|luân\s+chuyển|phân\s+công", gap):
        for earlier in group.units:
            earlier.former = True
    return True


def _is_former(reading: Reading, begin: int) -> bool:
    """Whether "nguyên", "từng", "thôi giữ" ... governs a title that begins at an offset."""
    for chunk in reading.status_chunks(begin - 40, begin):
        if "former" in chunk.value and _OFFICE.match(reading.scan.folded[chunk.end : begin]):
            return True
    return False


def _unit(reading: Reading, chunks: Sequence[Chunk], index: int) -> tuple[Unit, int]:
    """Read a title and the organisation that belongs to it; give the unit and the index behind it."""
    folded = reading.scan.folded
    chunk = chunks[index]
    before = folded[max(0, chunk.begin - 30) : chunk.begin]
    unit = Unit(chunk.value, chunk.begin, chunk.end, former=_is_former(reading, chunk.begin), plural=bool(_PLURAL.search(before)))
    index += 1
    if index < len(chunks) and chunks[index].label == "ORGANISATION" and _touches(folded[unit.end : chunks[index].begin], unit.title):
        unit.body = chunks[index].value
        unit.end = max(unit.end, chunks[index].end)
        index += 1
        if index < len(chunks) and chunks[index].label == "ORGANISATION" and _goes_out(unit, chunks[index], folded):
            unit.outer = chunks[index].value
            unit.end = chunks[index].end + (1 if folded[chunks[index].end : chunks[index].end + 1] == ")" else 0)
            index += 1
    term = _TERM_BEHIND.match(folded[unit.end : unit.end + 60])
    if term and term[0].strip(" ,"):
        unit.period = _period(reading, unit.end, unit.end + term.end())
        unit.end += len(term[0].rstrip(" ,"))
    return unit, index


def _is_foreign(reading: Reading, unit: Unit) -> bool:
    """"Thủ tướng Nhật Bản ...", "Bộ trưởng Cơ sở hạ tầng Ukraine": another country's office."""
    words = reading.scan.folded[unit.end : unit.end + 60].split()
    names = {" ".join(words[i : i + n]).strip(",.;:()") for i in range(min(4, len(words))) for n in (1, 2, 3)} if unit.body is None else {" ".join(words[:n]).strip(",.;:()") for n in (1, 2, 3)}
    return any(name in reading.lexicon.countries and reading.scan.text[reading.scan.folded.index(name, unit.end)].isupper() for name in names if name)


def _touches(gap: str, title: Title) -> bool:
    """Whether an organisation stands where a title's body does."""
    return gap.strip() in ("", "của", "tại", ":", "công ty") or (title.body is None and gap.strip() in ("(",))


def _goes_out(unit: Unit, chunk: Chunk, folded: str) -> bool:
    """"Phó Ban quan hệ lao động (Tổng LĐLĐ Việt Nam)", "trưởng phòng X, Công ty Y": the body around a unit."""
    if unit.body is None or unit.body.parts[-1].place or unit.body.parts[-1].head.name in ("Bộ", "Sở"):
        return False
    gap = folded[unit.end : chunk.begin]
    wide = unit.body.parts[0].head.name in ("Ban", "Phòng", "Cục", "Vụ", "Khoa", "Đội", "Phân xưởng", "Tổ", "Văn phòng", "Thanh tra") and len(unit.body.parts) == 1
    return wide and bool(_OPEN_BODY.match(gap)) and gap.strip() != ""


def _period(reading: Reading, begin: int, end: int) -> Period | None:
    return next((c.value.period for c in reading.chunks if c.label == "PERIOD" and begin <= c.begin and c.end <= end + 1), None)


def _without_brackets(gap: str) -> str:
    return _BRACKETS.sub(" ", gap)


# ---- whom a group belongs to


def _attach(reading: Reading, chunks: Sequence[Chunk], groups: list[Group], begin: int, end: int) -> None:
    """Give every group its people: right behind, else before, else announced."""
    people = [c for c in chunks if c.label == "PERSON"]
    titled: set[int] = set()
    for group in groups:
        right = _right_behind(reading, people, group)
        if right:
            group.people, group.rule = [c.value for c in right], "role.before-name"
            titled.update(c.begin for c in right)
    for number, group in enumerate(groups):
        if group.people:
            continue
        left, rule = _before(reading, people, group, groups[number - 1] if number else None, titled, begin)
        if left:
            group.people, group.rule = [c.value for c in left], rule
            titled.update(c.begin for c in left)
            continue
        announced = _announced(reading, people, group)
        if announced:
            if "trước đó" in reading.scan.folded[group.units[-1].end : announced[0].begin]:
                group.units[-1].former = True
            group.people, group.rule = [c.value for c in announced], "role.announced"
            titled.update(c.begin for c in announced)


def _right_behind(reading: Reading, people: Sequence[Chunk], group: Group) -> list[Chunk]:
    """The person directly behind a group, and those listed after it where the title is plural."""
    last = group.units[-1]
    following = [c for c in people if c.begin >= last.end]
    if not following or not _RIGHT.match(reading.scan.folded[last.end : following[0].begin]):
        return []
    return _listed(reading, following) if group.units[0].plural else following[:1]


def _listed(reading: Reading, people: Sequence[Chunk]) -> list[Chunk]:
    """The people joined to the first by commas and "và", up to one with a title of its own."""
    listed = [people[0]]
    for chunk in people[1:]:
        if not _AND.match(_without_brackets(reading.scan.folded[listed[-1].end : chunk.begin])):
            break
        listed.append(chunk)
    return listed


def _before(reading: Reading, people: Sequence[Chunk], group: Group, previous: Group | None, titled: set[int], begin: int) -> tuple[list[Chunk], str]:
    """The person before a group, over a comma, a dash, a bracket or a verb of office."""
    folded = reading.scan.folded
    first = group.units[0]
    earlier = [c for c in people if c.end <= first.begin]
    if not earlier:
        return [], ""
    chunk = earlier[-1]
    if previous is not None and previous.units[-1].end > chunk.end and not _same_subject(folded[previous.units[-1].end : first.begin]):
        return [], ""
    gap = _without_brackets(folded[chunk.end : first.begin]).replace("(", " ( ")
    if _LEFT.match(gap):
        _mark_status(reading, chunk.end, group)
        return _sharing(reading, earlier, titled), "role.apposition"
    start = previous.units[-1].end if previous is not None and previous.units[-1].end > chunk.end else chunk.end
    stretch = folded[start : first.begin]
    if _APPOINTED.match(stretch) or (_OFFICE_VERB.search(stretch) and len(stretch) < 60 and not re.search(r"[.;:]|\bcủa\b", stretch)):
        _mark_status(reading, start, group)
        if _BEFORE_THAT.match(folded[begin : chunk.begin]):
            for unit in group.units:
                unit.former = True
        return _sharing(reading, earlier, titled), "role.appointment"
    return [], ""


def _same_subject(gap: str) -> bool:
    """Whether a person goes on to be spoken of behind a first group: "..., sau đó là Phó Chủ tịch ..."."""
    return bool(_OFFICE_VERB.search(gap)) and ";" not in gap and len(gap) < 120


def _mark_status(reading: Reading, begin: int, group: Group) -> None:
    """Mark a group's units by the status words between its person and it; "giới thiệu" may stand before the person."""
    first = group.units[0]
    kinds = [kind for c in reading.status_chunks(begin, first.begin) if reading.scan.folded[c.begin : c.end] not in _OF_ONE for kind in c.value.split()]
    if "former" in kinds:
        for unit in group.units:
            unit.former = True
    if "nominated" in kinds or ("nominated" in reading.statuses(max(0, begin - 60), begin) and _MAKES.search(reading.scan.folded, begin, first.begin)):
        for unit in group.units:
            unit.nominated = True


def _sharing(reading: Reading, earlier: Sequence[Chunk], titled: set[int]) -> list[Chunk]:
    """The last person, and those listed before it who have no title yet where the list is announced as one."""
    folded = reading.scan.folded
    shared = [earlier[-1]]
    for chunk in reversed(earlier[:-1]):
        if chunk.begin in titled or not _AND.match(folded[chunk.end : shared[0].begin]) or ";" in folded[chunk.end : shared[0].begin]:
            break
        shared.insert(0, chunk)
    opened = folded[max(0, shared[0].begin - 24) : shared[0].begin]
    return shared if len(shared) > 1 and _TOGETHER.search(opened) else shared[-1:]


def _announced(reading: Reading, people: Sequence[Chunk], group: Group) -> list[Chunk]:
    """The person after a group over a comma, a colon or "là": "Chủ tịch LĐLĐ tỉnh, ông A", "các Phó Chủ tịch: A, B"."""
    folded = reading.scan.folded
    last = group.units[-1]
    following = [c for c in people if c.begin >= last.end]
    if not following:
        return []
    gap = folded[last.end : following[0].begin]
    if not _RIGHT_AFTER.match(gap):
        return []
    introduced = following[0].value.introduced or ":" in gap or "gồm" in gap
    if not introduced or ("," in gap and _SPOKEN_FOR.search(folded[: group.units[0].begin])):
        return []
    if group.units[0].plural and "gồm" in gap:
        return following  # each with a title of its own perhaps: "Các Phó Chủ tịch gồm: Phó Chủ tịch nước A; bà B, Trưởng Ban ..."
    return _listed(reading, following) if group.units[0].plural or ":" in gap or "gồm" in gap else following[:1]


# ---- from groups to facts


class _Memory:
    """What the article has told so far: the body of the last role, for roles named without one."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.last_body: OrganisationName | None = None

    def holdings(self, group: Group, begin: int, end: int) -> Iterator[RoleHolding]:
        """Give the facts of a group: each of its units for each of its people."""
        bodies = self._bodies(group, begin)
        for mention in group.people:
            person = self.reading.person(mention)
            if person is None:
                continue
            for unit, body in zip(group.units, bodies, strict=True):
                if body is not None and not (unit.title.alone and unit.body is None and not self.reading.is_vietnamese(person)):
                    yield RoleHolding(person, Concept(unit.title.name), body, _status(unit), self.reading.evidence(begin, end, group.rule), unit.period)

    def replaced(self, groups: Sequence[Group], chunks: Sequence[Chunk], begin: int, end: int) -> Iterator[RoleHolding]:
        """"... giữ chức R thay ông X": X held the same role before."""
        folded = self.reading.scan.folded
        for group in groups:
            unit = group.units[-1]
            if not group.people or unit.former:
                continue
            following = [c for c in chunks if c.label == "PERSON" and c.begin >= unit.end]
            if not following or following[0].value in group.people or not _REPLACES.match(folded[unit.end : following[0].begin]):
                continue
            person = self.reading.person(following[0].value)
            body = self._bodies(group, begin)[-1]
            if person is not None and body is not None:
                yield RoleHolding(person, Concept(unit.title.name), body, "former", self.reading.evidence(begin, end, "role.replaced"))

    def _bodies(self, group: Group, begin: int) -> list[Organisation | None]:
        names = [self._name(group.units, index) for index in range(len(group.units))]
        resolved = []
        for unit, name in zip(group.units, names, strict=True):
            if unit.title.body is not None and (name is None or name is not unit.body):
                resolved.append(self._implied(unit))
            elif name is None or _says_nothing(name):
                resolved.append(None)
            else:
                resolved.append(self.reading.context.organisation(name))
                self.last_body = name
        return resolved

    def _name(self, units: Sequence[Unit], index: int) -> OrganisationName | None:
        """The organisation of a unit: its own, else the one that its neighbours in the group share with it."""
        unit = units[index]
        if unit.body is not None:
            return self._completed(unit, units[index + 1 :])
        if unit.title.body is not None:
            return None
        for other in units[index + 1 :]:
            if other.body is not None and other.title.body is None:
                return self._shared(unit, other)
        if unit.title.unit in ("Khối", "Bộ"):
            return self._named_unit(unit)
        for other in reversed(units[:index]):
            if other.body is not None and other.title.body is None:
                return _outermost(other.body) if other.title.unit else other.body
        return self._governed_body(unit) or (self.last_body if self._carries(unit) else None)

    def _governed_body(self, unit: Unit) -> OrganisationName | None:
        """"Hội đồng X do Thủ tướng A làm chủ tịch": the body before "do" is the one that is led."""
        folded = self.reading.scan.folded
        names = [n for n in self.reading.context.organisations if n.end <= unit.begin]
        if not names:
            return None
        stretch = folded[names[-1].end : unit.begin]
        return names[-1] if len(stretch) < 110 and re.search(r"(?<!\w)do\s[^.;]*\slàm\s*$", stretch) else None

    def _carries(self, unit: Unit) -> bool:
        """Whether a title without a body may take the last one's: it was conferred by a verb in the running text."""
        before = self.reading.scan.folded[max(0, unit.begin - 40) : unit.begin]
        if unit.plural and re.match(r"\s*(?:gồm|:)", self.reading.scan.folded[unit.end : unit.end + 12]):
            return True
        return bool(re.search(rf"(?:{_APPOINT}[^.;]{{0,30}}{_VERB}|cương\s+vị|chức\s+vụ|giữ\s+chức|chức\s+danh|vị\s+trí)\s*$", before))

    def _completed(self, unit: Unit, later: Sequence[Unit]) -> OrganisationName:
        """"Đảng ủy" beside a Sở is the Sở's; a unit with its body in brackets is that body's."""
        body = unit.body
        assert body is not None
        if unit.outer is not None:
            return replace(body, parts=(*body.parts, *unit.outer.parts), parent=unit.outer.parent or body.parent)
        if body.parts[-1].bare and not body.parts[-1].level and body.parts[-1].head.name in INNER | _BARE_INNER:
            other = next((u.body for u in later if u.body is not None and u.body.parts[0].head.name not in INNER), None)
            other = other or (self.last_body if body.parts[-1].head.name in _BARE_INNER else None)
            if other is not None and other.parts[0].head != body.parts[-1].head:
                return replace(body, parts=(*body.parts, *other.parts), parent=other.parent)
        return body

    def _shared(self, unit: Unit, other: Unit) -> OrganisationName:
        """The body that a title shares with a later one: of a head of a unit, the body around the unit."""
        body = self._completed(other, ())
        if other.title.unit and len(body.parts) > 1:
            return _outermost(body)
        if body.parts[0].head.name in ("Ủy ban Kiểm tra", "Văn phòng", "Ban", "Phòng") and len(body.parts) > 1:
            return _outermost(body)
        if len(body.parts) > 1 and body.parts[0].head.name in INNER and unit.title.name not in _MEMBER and "ủy" in body.parts[0].head.name:
            return _outermost(body)
        return body

    def _named_unit(self, unit: Unit) -> OrganisationName | None:
        """"Khối trưởng", "Thứ trưởng Nguyễn Văn A": the one such body that the article has."""
        assert unit.title.unit is not None
        names = [n for n in self.reading.context.organisations if n.parts[0].head.name.startswith(unit.title.unit) and not (n.parts[0].bare and len(n.parts) == 1)]
        bodies = {self.reading.context.organisation(n).name: n for n in names if n.begin < unit.begin} or {self.reading.context.organisation(n).name: n for n in names}
        return bodies.popitem()[1] if len(bodies) == 1 else None

    def _implied(self, unit: Unit) -> Organisation | None:
        """"Thủ tướng" is of the Chính phủ, "Tỉnh ủy viên" of the Tỉnh ủy of the article's province."""
        lexicon = self.reading.lexicon
        head = lexicon.heads.get(match_key(unit.title.body or ""), Head(unit.title.body or "", alone=True))
        if unit.title.name.startswith(("Chủ tịch nước", "Phó Chủ tịch nước")):
            head = Head("Chủ tịch nước", alone=True)
        name = OrganisationName(unit.begin, unit.end, (Part(head),))
        resolved = self.reading.context.organisation(name)
        return replace(resolved, forms=())


def _says_nothing(name: OrganisationName) -> bool:
    """"Văn phòng", "Công đoàn" and no more: a head that is a common word names no body."""
    part = name.parts[0]
    return len(name.parts) == 1 and part.bare and part.head.weak and not part.level and not part.head.alone and part.head.name not in _TRUSTED_BARE


_TRUSTED_BARE = frozenset({"Công ty", "Tập đoàn", "Ngân hàng", "Trường", "Sở", "Xí nghiệp", "Nhà máy", "Doanh nghiệp", "Bệnh viện"})


def _outermost(name: OrganisationName) -> OrganisationName:
    return replace(name, parts=name.parts[1:]) if len(name.parts) > 1 else name


def _status(unit: Unit) -> RoleStatus:
    return "former" if unit.former else "nominated" if unit.nominated else "current"
