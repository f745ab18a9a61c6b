"""Who gives which honour to whom, and whether it happened.

A sentence is read from honour to honour. Around each stand four things: the *verb* that governs it (tặng, được tặng, đề nghị
... tặng, đăng ký, thu hồi), the *recipients* (behind "cho", else the subject of a passive verb, else the object before the
honour), the *awarder* (behind "của", between "được" and the verb, else the subject; carried over to elliptic clauses), and the
*presenter* (a person who hands it over). Refuses honours without recipients, conditions, and gifts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.extract.reading import Reading
from kg.language.chunks import Chunk
from kg.language.honours import HonourName
from kg.language.organisations import OrganisationName, Part
from kg.language.persons import PersonName
from kg.language.recipients import CountedGroup
from kg.lexicon import Head, Title
from kg.model import Award, AwardStatus, Concept, Group, Organisation, Period, Person
from kg.resolve import ORGANS
from kg.text import tidy

_GIVE = r"(?:trao\s+tặng|tặng\s+thưởng|trao\s+thưởng|trao|tặng|truy\s+tặng|truy\s+phong|phong\s+tặng|xét\s+tặng|cấp|công\s+nhận|khen\s+thưởng|phong|suy\s+tôn|gắn|ban\s+tặng|khen|công\s+bố|xét)"
_SAYS = r"(?:cho\s+biết|nói|cho\s+rằng|cho\s+hay|khẳng\s+định|chia\s+sẻ|kể|thông\s+tin|đề\s+nghị|yêu\s+cầu)"
_GIVE_END = re.compile(rf"(?:^|\s)(?P<verb>{_GIVE})(?:\s+(?:các|những|danh\s+hiệu|nhiều|thêm|tiếp|luôn|đạt|là|quyết\s+định|[\d.]+))*\s*[\"']?$")
_GIVE_WITH_OBJECT = re.compile(r"(?<!\w)(?:trao\s+tặng|tặng\s+thưởng|xét\s+tặng|truy\s+tặng|phong\s+tặng|trao|tặng|phong)(?=\s)")
_PASSIVE = re.compile(
    r"(?<!\w)(?P<mark>không\s+được|chưa\s+được|không\s+đạt|chưa\s+đạt|đã\s+được|vinh\s+dự\s+được|cũng\s+được|từng\s+được|sẽ\s+được|đang\s+được|được|bị|đạt|đón\s+nhận|nhận|giành|đăng\s+ký|đăng\s+kí|phấn\s+đấu|đoạt|vinh\s+dự|không\s+có\s+trong\s+danh\s+sách)(?!\w)"
)
_OF = re.compile(r"^\s*(?:cao\s+quý\s+|danh\s+giá\s+)?(?:của|từ|do)\s+(?:các\s+)?$")
_FOR = re.compile(r"(?<!\w)(?:cho|tới|đến|đối\s+với|với|đã\s+tặng|đã\s+trao|tuyên\s+dương|biểu\s+dương|vinh\s+danh|tôn\s+vinh)\s+")
_CLEAR_WAY = re.compile(r"(?<!\w)(?:được|nhưng|quyết\s+định|dành|là|trong\s+khi|còn|song)(?!\w)")
_NAMELY = re.compile(r"^[^;.]{0,70}?(?<!\w)(?:là|gồm|gồm\s+có|gồm\s+các|như)\s*(?:các\s+|có\s+)?(?:nsưt|nsnd|ông|bà|đồng\s+chí)?\s*:?\s*")
_OBJECT_PRONOUN = re.compile(r"^\s*(?:cho\s+)?(?:ông|bà|anh|chị|đồng\s+chí|cô|thầy|em)\s*$")
_BEFORE_RECIPIENT = re.compile(r"^\s*(?:các\s+|những\s+|gia\s+đình\s+|toàn\s+thể\s+|tập\s+thể\s+|hơn\s+|trên\s+|gần\s+|thêm\s+|cho\s+|nhạc\s+sĩ\s+|chồng\s+|cố\s+|đồng\s+chí\s+|đ/c\s+|ông\s+|bà\s+|anh\s+|chị\s+|em\s+|cô\s+|thầy\s+|thầy\s+giáo\s+|cô\s+giáo\s+|cháu\s+|liệt\s+sĩ\s+|chiến\s+sĩ\s+|thợ\s+[\w]+\s+|kỹ\s+sư\s+|bác\s+sĩ\s+|nữ\s+|nhà\s+[\w]+\s+|nghệ\s+sĩ\s+|ca\s+sĩ\s+|công\s+nhân\s+|học\s+sinh\s+|sinh\s+viên\s+|nghệ\s+nhân\s+|(?:đại|thượng|trung|thiếu)\s+(?:tướng|tá|úy)\s+|vận\s+động\s+viên\s+)*$")
_JOIN = re.compile(r"^\s*(?:,|và|cùng|, và|và cho|, cho|và các|, các|…)?\s*(?:các\s+|hơn\s+|trên\s+|gần\s+|cho\s+|đồng\s+chí\s+|ông\s+|bà\s+|anh\s+|chị\s+|em\s+|cô\s+|thầy\s+)*$")
_JOIN_PERSON = re.compile(r"^\s*(?:\([^)]*\)\s*)?(?:,|;|và|cùng|, và)\s*(?:(?!tặng|trao|cấp|được|đã|cho|nhưng|còn|song|mà|sau|trước|trong|nói|theo|khi|do|vì|là|bởi)[^\W\d_]+\s+){0,4}$")
_WITHIN_COUNT = re.compile(r"^[^;.\"]{0,80}?(?:,|và)\s*(?:hơn\s+|trên\s+|gần\s+)?$")
_TURN = re.compile(r"(?<!\w)(?:trong\s+phong\s+trào|vì|do|nhân|tại|đã|là|nhằm|với\s+tổng|thuộc\s+diện|để|khi|sau|tặng|trao|cấp|được|có\s+thành\s+tích)(?!\w)")
_PART_OF = re.compile(r"trong\s+(?:đó|số\s+đó)\s*(?:,|có|gồm)*\s*(?:có\s+)?$")
# How many characters before an honour a status word governs it, the strongest first
_REACH: tuple[tuple[AwardStatus, int], ...] = (("denied", 110), ("revoked", 60), ("registered", 60), ("proposed", 160))
_CONDITION = re.compile(r"(?<!\w)(?:nếu|muốn|để\s+được|tiêu\s+chuẩn|tiêu\s+chí|điều\s+kiện|quy\s+định|phải|có\s+thể|ai|người\s+nào|khi\s+nào|bao\s+giờ|không\s+ít|giả|làm\s+giả|mua|bán)(?!\w)")
_BEHALF = re.compile(r"(?:thừa\s+)?(?:ủy\s+quyền|ủy\s+nhiệm|thay\s+mặt|đại\s+diện(?:\s+cho)?)\s+(?:của\s+)?(?:lãnh\s+đạo\s+)?$")
_PRONOUN = re.compile(r"(?<!\w)(?:ông|bà|anh|chị|cô|thầy|đồng\s+chí|em|cháu)(?=\s+(?:được|đã|là|đạt|nhận|vinh|còn|cũng|bị|từng|kỷ|huân|danh|bằng|giấy|có|sau|vừa|đón|giành)|\s*[,.]|$)")
# The subject proposes to somebody else: it is not the awarder
_MOOTED = re.compile(r"(?<!\w)(?:xem\s+xét|đề\s+xuất|đề\s+nghị|kiến\s+nghị|có\s+thể|có\s+nên|liệu)\s[^;.]{0,40}(?:thu\s+hồi|tước|h[ủu]y|huỷ|xóa|rút)")
_AGENTLESS = re.compile(r"(?<!\w)(?:được|bị)(?!\w)")
_PROPOSER = re.compile(r"(?<!\w)(?:đề\s+nghị|đề\s+xuất|kiến\s+nghị|trình|làm\s+hồ\s+sơ|lập\s+hồ\s+sơ)(?!\w)")
_BELONGS = re.compile(r"(?<!\w)(?:của|thuộc|tại|ở|trong)\s+$")
_THEY_ARE = re.compile(r"^\W*(?:họ|đó|danh\s+sách)?\s*(?:gồm|là|gồm\s+có|bao\s+gồm)(?:\s+các)?\s*:?\s")
_REASON = re.compile(r"(?<!\w)(?:vì|do|đã)?\s*(?:có\s+)?(?:nhiều\s+)?(?:thành\s+tích|đóng\s+góp|công\s+lao|hành\s+động)[^;.]*", re.IGNORECASE)
_SAME_CLAUSE = re.compile(r"^\s*[\"']?\s*(?:,|và|, và|cùng|hoặc|/|&|-)\s*(?:[\d.]+\s+|danh\s+hiệu\s*)?[\"']?$")


@dataclass(slots=True)
class _Clause:
    """An honour, or several not told apart, and what was read around it."""

    honours: list[Chunk]
    recipients: list[Chunk] = field(default_factory=list)
    awarder: OrganisationName | None = None
    status: AwardStatus = "awarded"
    presenter: PersonName | None = None
    rule: str = ""
    end: int = 0
    governed: bool = False
    named_awarder: bool = False

    @property
    def begin(self) -> int:
        return self.honours[0].begin

    @property
    def honours_end(self) -> int:
        return self.honours[-1].end


def extract(reading: Reading) -> Iterator[Award]:
    """Find the awards that an article states; a report without awarder that repeats one with an awarder is left out."""
    awards = list(_awards(reading))
    named = {(a.honour.name, a.recipient, a.status) for a in awards if a.awarder is not None}
    return (a for a in awards if a.awarder is not None or isinstance(a.recipient, Group) or (a.honour.name, a.recipient, a.status) not in named)


def _awards(reading: Reading) -> Iterator[Award]:
    subject: Chunk | None = None
    counted: list[Award] = []
    for begin, end, chunks in reading.sentences():
        if counted and _THEY_ARE.match(reading.scan.folded[begin:end]):
            yield from _by_name(reading, counted, begin, end, chunks)
        if any(c.label == "HONOUR" for c in chunks) and not reading.scan.text[:end].endswith("?"):
            found = [a for clause in _Sentence(reading, begin, end, chunks, subject).clauses() for a in _facts(reading, clause, begin, end, chunks)]
            yield from found
            counted = [a for a in found[-1:] if isinstance(a.recipient, Group)]
        else:
            counted = []
        subject = _subject(chunks) or subject


def _by_name(reading: Reading, counted: Sequence[Award], begin: int, end: int, chunks: Sequence[Chunk]) -> Iterator[Award]:
    """"... trao giấy khen cho 4 cá nhân. Họ gồm: ông A, ông B ...": the counted group, told by name in the next sentence."""
    people = [person for c in chunks if c.label == "PERSON" and (person := reading.person(c.value)) is not None]
    for award in counted:
        for person in people:
            yield replace(award, recipient=person, evidence=reading.evidence(begin, end, "award.they-are"))


def _subject(chunks: Sequence[Chunk]) -> Chunk | None:
    """Whom the next sentence goes on about: the first person of a sentence."""
    return next((c for c in chunks if c.label == "PERSON" and c.value.full), None)


class _Sentence:
    """One sentence with honours. The walk goes from clause to clause and hands the awarder and the verb on."""

    def __init__(self, reading: Reading, begin: int, end: int, chunks: Sequence[Chunk], subject: Chunk | None) -> None:
        self.reading, self.begin, self.end = reading, begin, end
        self.folded = reading.scan.folded
        self.chunks = [c for c in chunks if c.label in ("HONOUR", "ORGANISATION", "PERSON", "COUNT", "ROLE")]
        self.subject = subject

    def clauses(self) -> list[_Clause]:
        """Read the sentence's clauses in order."""
        previous: _Clause | None = None
        read = []
        for clause in self._honour_groups():
            self._read(clause, previous)
            if clause.recipients or clause.governed:
                previous = clause
            read.append(clause)
        for clause, following in zip(read, read[1:], strict=False):
            if clause.status == following.status == "registered" and not clause.named_awarder and following.named_awarder:
                clause.awarder = following.awarder  # "2 đơn vị đăng ký Cờ thi đua, 7 tập thể đăng ký Bằng khen của A"
        return read

    def _honour_groups(self) -> Iterator[_Clause]:
        """Honours joined by a comma or "và", with no recipients between them, are one group."""
        group: list[Chunk] = []
        for chunk in self.chunks:
            if chunk.label != "HONOUR":
                continue
            if self._is_rank(chunk):
                continue
            if group and _SAME_CLAUSE.match(self.folded[group[-1].end : chunk.begin]):
                group.append(chunk)
                continue
            if group:
                yield _Clause(group)
            group = [chunk]
        if group:
            yield _Clause(group)

    def _is_rank(self, chunk: Chunk) -> bool:
        """"NSƯT Minh Vương": a title of honour that only introduces a name."""
        if not chunk.value.title or self.reading.scan.folded[chunk.begin : chunk.end].startswith("danh hiệu"):
            return False
        following = next((c for c in self.chunks if c.begin >= chunk.end), None)
        gap = self.folded[chunk.end : following.begin] if following is not None else "."
        return (following is not None and following.label == "PERSON" and not gap.strip()) or gap.lstrip().startswith(":")

    def _read(self, clause: _Clause, previous: _Clause | None) -> None:
        start = self._clause_start(clause, previous)
        left = self.folded[start : clause.begin]
        clause.end = clause.honours_end
        verb = self._verb(start, left)
        clause.governed = verb is not None or bool(_PASSIVE.search(left))
        self._status(clause, left, previous)
        right = self._behind(clause)
        if right:
            clause.recipients, clause.rule = right, "award.active" if verb else "award.elliptic"
        elif verb is not None and (inner := self._object(clause, verb[1])):
            clause.recipients, clause.rule = inner, "award.object"
        else:
            passive = self._passive(clause, start, left)
            if passive:
                clause.recipients, clause.rule = passive, "award.passive"
        if not clause.recipients or clause.rule == "award.passive":
            named = self._namely(clause)
            if named:
                clause.recipients, clause.rule = [*[c for c in clause.recipients if c.label == "COUNT"], *named], "award.namely"
        if not clause.recipients and clause.status == "proposed" and (dossiers := self._between_verb_and_honour(clause, start, left)):
            clause.recipients, clause.rule = dossiers, "award.dossier"
        if not clause.recipients and clause.governed:
            clause.recipients, clause.rule = self._late_subject(clause), "award.late-subject"
        if not clause.recipients and clause.honours[0].value.title and not clause.governed:
            clause.recipients, clause.rule = self._apposition(clause), "award.apposition"
        if clause.recipients:
            clause.end = max(clause.end, clause.recipients[-1].end)
        if clause.status == "revoked" and _MOOTED.search(self.folded, start, clause.begin):
            clause.recipients = []  # a revocation that is only talked about happened to nobody
        if clause.recipients and _CONDITION.search(left[-40:]) and clause.status == "awarded" and clause.rule != "award.active":
            clause.recipients = []
        self._awarder(clause, start, left, verb[0] if verb else None, previous)

    def _verb(self, start: int, left: str) -> tuple[int, int] | None:
        """(begin, end) of the giving verb before an honour, also with its object between the two; None where none governs."""
        given = _GIVE_END.search(left)
        if given is not None:
            return start + given.start("verb"), start + given.end("verb")
        match = None
        for match in _GIVE_WITH_OBJECT.finditer(left):
            pass
        return (start + match.start(), start + match.end()) if match is not None and len(left) - match.end() < 60 else None

    def _clause_start(self, clause: _Clause, previous: _Clause | None) -> int:
        """Where the words that govern an honour can begin: behind the clause before it, and the last semicolon."""
        start = max(self.begin, previous.end if previous else self.begin)
        semicolon = self.folded.rfind(";", start, clause.begin)
        return semicolon + 1 if semicolon >= 0 and self._alone(semicolon + 1, clause) else start

    def _alone(self, start: int, clause: _Clause) -> bool:
        """Whether what follows a semicolon stands by itself: it has a verb, a recipient or nothing else to lean on."""
        return clause.begin - start < 400

    # ---- status

    def _status(self, clause: _Clause, left: str, previous: _Clause | None) -> None:
        near = left[-160:]
        start = clause.begin - len(left)
        for status, reach in _REACH:
            if status in self.reading.statuses(max(start, clause.begin - reach), clause.begin) and not (status == "proposed" and self._given_since(start, clause)):
                clause.status = status
                break
        else:
            if previous is not None and (not clause.governed or self._goes_on(start, clause)):
                clause.status = previous.status
        behind = self.folded[clause.honours_end : min(self.end, clause.honours_end + 120)]
        if clause.status == "proposed" and re.search(r"đã\s+(?:được\s+)?(?:trao|tặng)", near[-30:]):
            clause.status = "awarded"
        if clause.status == "awarded" and re.search(r"đang\s+được\s+(?:trình|xem\s+xét|xét|đề\s+nghị)", behind):
            clause.status = "proposed"

    def _goes_on(self, start: int, clause: _Clause) -> bool:
        """Whether a clause opens with a giving verb of its own and takes all else from the one before."""
        return bool(re.fullmatch(rf"\s*[,;]?\s*(?:và\s+)?{_GIVE}(?:\s*,\s*{_GIVE}|\s+và\s+{_GIVE})*\s*(?:danh\s+hiệu\s*)?[\"']?\s*", self.folded[start : clause.begin]))

    def _given_since(self, start: int, clause: _Clause) -> bool:
        """Whether it was given after all: "... được đề nghị, và đã được tặng ..."."""
        proposed = [c for c in self.reading.chunks if c.label == "STATUS" and "proposed" in c.value and start <= c.begin < clause.begin]
        rest = self.folded[proposed[-1].end : clause.begin]
        return bool(re.search(r"(?<!\w)(?:đã|vừa|quyết\s+định)\s+(?:được\s+)?(?:trao|tặng|phong)", rest))

    # ---- recipients

    def _behind(self, clause: _Clause) -> list[Chunk]:
        """The recipients behind "cho" after an honour, over "của A"."""
        limit = self._next_honour(clause)
        stretch = self.folded[clause.honours_end : limit]
        for match in _FOR.finditer(stretch):
            before = stretch[: match.start()]
            if ";" in before or len(before) > 130 or _CLEAR_WAY.search(before):
                return []
            if match[0].strip() in ("với", "đến", "tới") and before.strip():
                continue
            found = self._list(clause.honours_end + match.end(), limit)
            if found:
                return found
            if match[0].strip() == "cho":
                return []
        if clause.status == "revoked":
            of = re.match(r"[^;.]{0,40}?của\s+", stretch)
            if of:
                return [c for c in self._list(clause.honours_end + of.end(), limit) if c.label in ("COUNT", "PERSON")]
        return []

    def _next_honour(self, clause: _Clause) -> int:
        return next((c.begin for c in self.chunks if c.label == "HONOUR" and c.begin > clause.honours_end and not self._is_rank(c)), self.end)

    def _list(self, at: int, limit: int) -> list[Chunk]:
        """The recipients listed from an offset on."""
        candidates = [c for c in self.chunks if at <= c.begin < limit and c.label in ("COUNT", "PERSON", "ORGANISATION", "ROLE")]
        if not candidates:
            return []
        first = candidates[0]
        if first.label == "ROLE" or not _BEFORE_RECIPIENT.match(self.folded[at : first.begin]):
            titled = self._titled_person(candidates, at)
            if titled is None:
                return []
            candidates, first = candidates[candidates.index(titled) :], titled
        listed = [first]
        described = False
        for chunk in candidates[1:]:
            gap = self.folded[listed[-1].end : chunk.begin]
            if gap.count("(") > gap.count(")"):
                continue
            if chunk.label in ("ROLE", "ORGANISATION") and listed[-1].label == "PERSON":
                described = True
                continue
            if self._joins(listed[-1], chunk, gap, described):
                if not _PART_OF.search(gap):
                    listed.append(chunk)
                continue
            if _PART_OF.search(gap) or (chunk.label in ("ORGANISATION", "ROLE") and listed[-1].label == "COUNT" and ";" not in gap):
                continue
            break
        return listed

    def _titled_person(self, candidates: Sequence[Chunk], at: int) -> Chunk | None:
        """"cho Chủ tịch Công đoàn X Nguyễn Văn A": the person behind the title is the recipient."""
        if candidates[0].label != "ROLE" or self.folded[at : candidates[0].begin].strip():
            return None
        return next((c for c in candidates[:4] if c.label == "PERSON"), None)

    def _joins(self, last: Chunk, chunk: Chunk, gap: str, described: bool) -> bool:
        if _JOIN.match(gap):
            return bool(gap.strip())
        if chunk.label == "PERSON" and _JOIN_PERSON.match(gap):
            return True
        if last.label == "PERSON" and chunk.label == "PERSON":
            return len(gap) < 110 and bool(re.search(r"(?:,|;|và)\s*(?:các\s+)?(?:ông|bà|anh|chị|đồng\s+chí|thầy|cô|em)?\s*$", gap)) and not _TURN.search(gap)
        if last.label == "COUNT" and chunk.label == "COUNT":
            if _TURN.search(gap):
                return False
            return bool(_WITHIN_COUNT.match(gap)) or bool(_PART_OF.search(gap))
        return False

    def _namely(self, clause: _Clause) -> list[Chunk]:
        """"ba đơn vị được tặng Cờ thi đua của A là X, Y và Z": the recipients told by name behind the honour."""
        limit = self._next_honour(clause)
        match = _NAMELY.match(self.folded[clause.honours_end : limit])
        if match is None or not clause.governed:
            return []
        return [c for c in self._list(clause.honours_end + match.end(), limit) if c.label in ("PERSON", "ORGANISATION")]

    def _late_subject(self, clause: _Clause) -> list[Chunk]:
        """"Trước khi được A tặng Bằng khen, ông X ...": the subject of the main clause is who was honoured."""
        following = [c for c in self.chunks if c.begin >= clause.honours_end][:1]
        if not following or following[0].label != "PERSON":
            return []
        before = self.folded[self.begin : clause.begin]
        gap = self.folded[clause.honours_end : following[0].begin]
        opened = not any(c.label in ("PERSON", "COUNT") and c.end <= clause.begin for c in self.chunks)
        return following if opened and "được" in before and re.fullmatch(r"\s*,\s*(?:[^\W\d_]+\s+){0,3}", gap) else []

    def _apposition(self, clause: _Clause) -> list[Chunk]:
        """"Đại tá A - Anh hùng Lực lượng vũ trang nhân dân": a title of honour behind a name."""
        before = [c for c in self.chunks if c.label == "PERSON" and c.end <= clause.begin][-1:]
        return before if before and re.fullmatch(r"\s*[,–-]\s*", self.folded[before[0].end : clause.begin]) else []

    def _object(self, clause: _Clause, verb_end: int) -> list[Chunk]:
        """"tặng ông A Kỷ niệm chương": the recipients between the verb and the honour."""
        inner = [c for c in self.chunks if verb_end <= c.begin < clause.begin and c.label in ("COUNT", "PERSON")]
        if not inner and _OBJECT_PRONOUN.match(self.folded[verb_end : clause.begin]):
            return self._carried_subject(verb_end)
        return inner

    def _passive(self, clause: _Clause, start: int, left: str) -> list[Chunk]:
        """The subject of "được", "nhận", "đạt", "đăng ký" before an honour."""
        marks = [m for m in _PASSIVE.finditer(left)]
        if not marks:
            return self._between_verb_and_honour(clause, start, left)
        for mark in reversed(marks):
            if len(left) - mark.end() > 45 and not re.search(rf"(?<!\w){_GIVE}(?!\w)", left[mark.end() :]):
                continue  # too far off to govern the honour
            found = self._subject_list(start, start + mark.start())
            if found:
                return found
        inner = self._between_verb_and_honour(clause, start, left)
        if inner:
            return inner
        pronoun = None
        for match in _PRONOUN.finditer(self.folded, start, clause.begin):
            if self.reading.scan.text[match.start()].islower() or match.start() == self.begin:
                pronoun = match
        first = start + marks[0].start()
        if pronoun is not None or not self.folded[start:first].strip(" ,;:–-") or self._time_only(self.folded[start:first]):
            return self._carried_subject(start)
        return []

    def _time_only(self, words: str) -> bool:
        """"năm 2018 được ...", "Trước đó, ...": the subject is still the one before."""
        return bool(re.fullmatch(r"\s*[,;]?\s*(?:và\s+|trước\s+đó\s*,?\s*|sau\s+đó\s*,?\s*|(?:vào\s+)?(?:năm|tháng|ngày)\s+[\d/]+\s*,?\s*|ba\s+năm\s+liền\s*,?\s*|từ\s+\d+\s+đến\s+\d+\s*,?\s*|nhiều\s+năm\s+|cùng\s+năm\s*,?\s*|đồng\s+thời\s+|hiện\s+|với\s+[^,]{5,60},\s*)+", words))

    def _carried_subject(self, start: int) -> list[Chunk]:
        earlier = [c for c in self.chunks if c.label == "PERSON" and c.end <= start]
        if earlier:
            return earlier[:1]
        if self.subject is not None:
            return [self.subject]
        return []

    def _between_verb_and_honour(self, clause: _Clause, start: int, left: str) -> list[Chunk]:
        """"đăng ký phấn đấu có 5 đơn vị đạt ...", "77 hồ sơ đề nghị xét tặng ...": counted recipients just before the verb."""
        inner = [c for c in self.chunks if start <= c.begin < clause.begin and c.label == "COUNT"]
        if inner and re.fullmatch(r"[^;.]{0,30}", self.folded[inner[-1].end : clause.begin]) and clause.status in ("registered", "proposed"):
            return self._run_of(inner)
        return []

    def _subject_list(self, start: int, stop: int) -> list[Chunk]:
        """The recipients that end just before a passive verb."""
        before = [c for c in self.chunks if start <= c.begin and c.end <= stop and c.label in ("COUNT", "PERSON", "ORGANISATION", "ROLE")]
        while before and before[-1].label == "ORGANISATION" and _BELONGS.search(self.folded, max(start, before[-1].begin - 10), before[-1].begin):
            stop = before[-1].begin
            before.pop()
        if not before or (len(before) > 1 and before[-1].label == "ORGANISATION" and before[-2].label == "ROLE" and not any(c.label == "PERSON" for c in before)):
            return []
        last = before[-1]
        gap = self.folded[last.end : stop]
        if last.label == "COUNT":
            return self._run_of([c for c in before if c.label == "COUNT"]) if len(gap) < 60 and not re.search(r"[;.]", gap) else []
        person = self._described_person(before, stop)
        if person is not None:
            return [person]
        if last.label == "PERSON" and len(gap) < 75 and not re.search(rf"[;:]|(?<!\w)(?:{_GIVE}|{_SAYS})(?!\w)", gap):
            return self._run_of([c for c in before if c.label in ("ORGANISATION", "PERSON")])
        if last.label == "ORGANISATION" and re.fullmatch(r"\s*(?:\([^)]*\))?\s*(?:,|-|–)?\s*(?:cũng|đã|vừa|mới|hiện|đang|vinh\s+dự|nhiều\s+năm\s+(?:liền\s+)?|liên\s+tục|tiếp\s+tục|năm\s+\d{4}\s*|là\s+\d+\s+trong\s+\d+\s+[\w\s]{3,20}|với\s+[^,;.]{3,50}\s|,\s*)*\s*", gap):
            return self._run_of([c for c in before if c.label in ("ORGANISATION", "PERSON")])
        return []

    def _speaks_for_body(self, person: Chunk, stop: int) -> bool:
        """"Bà A – đại diện TPBank lên nhận ...": the body is honoured, not who comes for it."""
        return "đại diện" in self.folded[person.end : stop]

    def _described_person(self, before: Sequence[Chunk], stop: int) -> Chunk | None:
        """"Bà A, Trưởng Ban Nữ công Công đoàn ngành, được ...": the person, not the body in the apposition."""
        people = [c for c in before if c.label == "PERSON"]
        if not people:
            return None
        person = people[-1]
        if self._speaks_for_body(person, stop):
            return None
        between = self.folded[person.end : stop]
        described = any(c.label == "ROLE" and c.begin > person.end for c in before)
        titled_before = any(c.label == "ROLE" and c.end < person.begin for c in before)
        plain = re.fullmatch(r"\s*(?:\([^)]*\))?\s*(?:,[^,;]{0,60},)?\s*(?:cũng|đã|vừa|mới|hiện|đang|vinh\s+dự|là\s+[^,;.]{0,50}|,)*\s*", between)
        if described and re.match(r"\s*(?:\([^)]*\))?\s*(?:[,(–-]|khi\s|là\s|với\s+tư\s+cách|nguyên\s|hiện\s|đang\s)", between):
            return person
        return person if plain and (titled_before or before[-1] is person or "," in between) else None

    def _run_of(self, chunks: Sequence[Chunk]) -> list[Chunk]:
        """The last chunks that are joined to one another."""
        run = [chunks[-1]]
        for chunk in reversed(chunks[:-1]):
            gap = self.folded[chunk.end : run[0].begin]
            if not _JOIN.match(gap) and not (chunk.label == "COUNT" and re.fullmatch(r"[^;.,]{0,25},\s*", gap) and not _TURN.search(gap)):
                break
            run.insert(0, chunk)
        return run

    # ---- awarder

    def _awarder(self, clause: _Clause, start: int, left: str, verb: int | None, previous: _Clause | None) -> None:
        taken = {c.begin for c in clause.recipients}
        subject, clause.presenter = self._acting(clause, start, verb, taken)
        clause.awarder = self._of(clause, taken)
        clause.named_awarder = clause.awarder is not None
        clause.awarder = clause.awarder or subject
        if clause.awarder is None and clause.status == "proposed":
            clause.awarder = self._petitioned(clause)
        if clause.awarder is not None or clause.presenter is not None and subject is not None:
            return
        if previous is not None and self._leans(clause, start, verb, previous):
            clause.awarder = previous.awarder
            clause.presenter = clause.presenter or previous.presenter
        if clause.awarder is None and clause.presenter is None and verb is not None and self._opens(start, verb):
            clause.awarder = self._sentence_subject(start)
        if clause.awarder is None and clause.presenter is not None:
            clause.awarder = self._presenters_body(clause)

    def _opens(self, start: int, verb: int) -> bool:
        """Whether a giving verb opens its clause: "...; tặng Bằng khen cho ..."."""
        return start > self.begin and bool(re.fullmatch(r"\s*(?:đồng\s+thời|và|cũng|đã|,|dịp\s+này|nhân\s+dịp\s+này)*\s*", self.folded[start:verb]))

    def _sentence_subject(self, start: int) -> OrganisationName | None:
        """The first body of the sentence before a clause: its subject."""
        first = next((c for c in self.chunks if c.label in ("ORGANISATION", "ROLE") and c.end <= start), None)
        return self._office(first) if first is not None else None

    def _petitioned(self, clause: _Clause) -> OrganisationName | None:
        """"hồ sơ đề nghị tặng H cho R đang được trình Chủ tịch nước xem xét": whom the proposal goes to."""
        for chunk in self.chunks:
            if chunk.begin >= clause.end and chunk.label in ("ORGANISATION", "ROLE") and re.search(r"(?<!\w)(?:trình|đề\s+nghị)\s+$", self.folded[max(clause.end, chunk.begin - 12) : chunk.begin]):
                return self._office(chunk)
        return None

    def _presenters_body(self, clause: _Clause) -> OrganisationName | None:
        """The body of the office in which a person hands over, where no awarder is named at all."""
        people = [c for c in self.chunks if c.label == "PERSON" and c.value is clause.presenter]
        for chunk in self.chunks:
            if people and chunk.label == "ORGANISATION" and not self.folded[chunk.end : people[0].begin].strip() and chunk.end <= people[0].begin:
                return self._office(chunk)
            if people and chunk.label == "ORGANISATION" and people[0].end < chunk.begin < clause.begin and re.match(r"\s*[,(–-]", self.folded[people[0].end :]):
                return self._office(chunk)
        return None

    def _of(self, clause: _Clause, taken: set[int]) -> OrganisationName | None:
        """"Bằng khen của LĐLĐ tỉnh", "Bằng khen LĐLĐ tỉnh", "của Thủ tướng"."""
        limit = self._next_honour(clause)
        for honour in reversed(clause.honours):
            following = [c for c in self.chunks if honour.end <= c.begin < limit and c.label in ("ORGANISATION", "ROLE")]
            for chunk in following[:1]:
                gap = self.folded[honour.end : chunk.begin]
                if chunk.begin not in taken and (_OF.match(gap) or (not gap.strip() and chunk.label == "ORGANISATION") or re.fullmatch(r"\s*(?:năm\s+\d{4}|[^;.,]{0,30})?\s*của\s+", gap)):
                    return self._office(chunk)
        return None

    def _acting(self, clause: _Clause, start: int, verb: int | None, taken: set[int]) -> tuple[OrganisationName | None, PersonName | None]:
        """The subject of the giving verb: a body or an office, or a person who hands over."""
        if verb is None:
            return None, None
        before = [c for c in self.chunks if start <= c.begin and c.end <= verb and c.label in ("ORGANISATION", "ROLE", "PERSON") and c.begin not in taken]
        if not before:
            return None, None
        last = before[-1]
        gap = self.folded[last.end : verb]
        if last.label == "PERSON":
            return self._on_behalf(clause), last.value
        if _PROPOSER.search(gap) or (_AGENTLESS.search(gap) and ":" not in gap and last.label != "PERSON"):
            return None, None
        if len(gap) > 70 and not re.search(r"(?:quyết\s+định|đề\s+nghị|thống\s+nhất|tổ\s+chức|lễ|buổi)", gap):
            return None, None
        if re.search(r"(?<!\w)(?:tại|ở|trong|thuộc|về|với)\s+$", self.folded[max(self.begin, last.begin - 8) : last.begin]):
            return None, None
        person = self._apposed(before)
        if person is not None:
            return self._on_behalf(clause), person
        return self._office(last, before), None

    def _apposed(self, before: Sequence[Chunk]) -> PersonName | None:
        """"đồng chí X - Phó Chủ tịch LĐLĐ tỉnh tặng ...": the body stands in the person's apposition."""
        for index in range(len(before) - 1, -1, -1):
            chunk = before[index]
            if chunk.label == "PERSON":
                gap = self.folded[chunk.end : before[index + 1].begin] if index + 1 < len(before) else ""
                name: PersonName = chunk.value
                return name if before[index + 1].label == "ROLE" and re.fullmatch(r"\s*[,(–-]\s*(?:nguyên\s+)?", gap) else None
            if chunk.label == "ORGANISATION" and index + 1 < len(before) and not re.fullmatch(r"\s*(?:,|-|–|kiêm)?\s*", self.folded[chunk.end : before[index + 1].begin]):
                return None
        return None

    def _office(self, chunk: Chunk, before: Sequence[Chunk] = ()) -> OrganisationName | None:
        """The body that an awarder's words mean: "Chủ tịch UBND tỉnh" is the UBND, "Ban Thường vụ LĐLĐ" the LĐLĐ."""
        if chunk.label == "ORGANISATION":
            name: OrganisationName = chunk.value
            if name.parts[0].head.name in ORGANS and len(name.parts) > 1:
                return replace(name, parts=name.parts[1:])
            return name
        title: Title = chunk.value
        following = next((c for c in self.chunks if c.begin >= chunk.end and c.label == "ORGANISATION"), None)
        if title.body is None and following is not None and not self.folded[chunk.end : following.begin].strip():
            return self._office(following)
        if title.name.startswith("Chủ tịch nước"):
            return OrganisationName(chunk.begin, chunk.end, (Part(Head("Chủ tịch nước", alone=True)),))
        if title.body is not None:
            head = self.reading.lexicon.heads.get(title.body.lower())
            return OrganisationName(chunk.begin, chunk.end, (Part(head or Head(title.body, alone=True)),))
        return None

    def _on_behalf(self, clause: _Clause) -> OrganisationName | None:
        """"Thừa ủy quyền của Chủ tịch nước, ông A trao ...": the awarder is who is spoken for."""
        for chunk in self.chunks:
            if chunk.end <= clause.begin and chunk.label in ("ORGANISATION", "ROLE") and _BEHALF.search(self.folded, max(self.begin, chunk.begin - 34), chunk.begin):
                return self._office(chunk)
        return None

    def _leans(self, clause: _Clause, start: int, verb: int | None, previous: _Clause) -> bool:
        """Whether a clause has no subject of its own and takes the one before: "...; trao H cho R", ", H cho R"."""
        between = self.folded[start:clause.begin]
        if re.search(r"(?<!\w)(?:được|bị|đạt|nhận|giành)(?!\w)", between):
            return ";" not in self.folded[previous.end : clause.begin] and clause.rule == previous.rule
        return True


# ---- facts


def _facts(reading: Reading, clause: _Clause, begin: int, end: int, chunks: Sequence[Chunk]) -> Iterator[Award]:
    recipients = [r for r in (_recipient(reading, c) for c in clause.recipients) if r is not None]
    if not recipients:
        return
    names = [name for honour in clause.honours for name in honour.value.names]
    awarder = reading.context.organisation(clause.awarder) if clause.awarder else None
    movement, period = _movement(chunks, clause)
    evidence = reading.evidence(begin, end, clause.rule)
    presenter = reading.person(clause.presenter) if clause.presenter else None
    for recipient in recipients:
        if recipient == awarder:
            continue
        for name in names if not isinstance(recipient, Group) else names[:1]:
            yield Award(awarder, Concept(name), recipient, clause.status, evidence, presenter=presenter, movement=movement, period=period, reason=_reason(reading, clause, end))


def _recipient(reading: Reading, chunk: Chunk) -> Person | Organisation | Group | None:
    if isinstance(chunk.value, CountedGroup):
        return Group(chunk.value.kind[0].lower() + chunk.value.kind[1:] if not chunk.value.kind[:2].isupper() else chunk.value.kind, chunk.value.count)
    if isinstance(chunk.value, PersonName):
        return reading.person(chunk.value)
    if isinstance(chunk.value, OrganisationName):
        return reading.context.organisation(chunk.value)
    return None


def _movement(chunks: Sequence[Chunk], clause: _Clause) -> tuple[Concept | None, Period | None]:
    """The movement that an award is for: the first one named behind its recipients in the sentence."""
    for chunk in chunks:
        if chunk.label == "MOVEMENT" and chunk.begin >= clause.honours_end:
            return Concept(chunk.value.name), chunk.value.period
    return None, None


def _reason(reading: Reading, clause: _Clause, end: int) -> str | None:
    match = _REASON.search(reading.scan.text, clause.end, end)
    return tidy(match[0]).rstrip(" .,;”\"") if match and match.start() - clause.end < 40 else None
