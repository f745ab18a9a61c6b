"""Names of organisations in a scanned text: a head, what follows it, and the bodies it is nested in.

"Phó Trưởng Ban Nữ công LĐLĐ thành phố Đà Nẵng" has the parts "Ban" + "Nữ công" and "Liên đoàn Lao động" + "thành phố
Đà Nẵng". A part ends at its place. The parser never takes a person's name that follows ("Chủ tịch LĐLĐ tỉnh Phan Huy
Tưởng"), and gives a bare level ("LĐLĐ tỉnh") as it stands: what it means is `resolve`'s matter.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.language.names import is_surname, person_starts
from kg.language.scan import Hit, Scan, Token
from kg.lexicon import Head, Lexicon, Title, Unit, match_key
from kg.text import new_tones

# Heads after which any proper name may stand, even one that looks like a person's: "Trường THPT Đặng Thai Mai"
_NAMED_AFTER_PEOPLE = frozenset({"Trường", "Đại học", "Học viện", "Bệnh viện", "Quỹ", "Nhà hát", "Bảo tàng", "Nhạc viện", "Nhà Văn hóa", "Câu lạc bộ"})
_NUMBERED = frozenset({"Nông trường", "Lâm trường", "Phân xưởng", "Đội", "Tổ", "Trung đoàn", "Sư đoàn", "Lữ đoàn", "Tiểu đoàn", "Quân khu", "Quân đoàn", "Binh đoàn", "Xí nghiệp", "Nhà máy", "Hải đoàn", "Chi nhánh", "Bệnh viện", "Công ty", "Trường", "Chi bộ", "Tổng cục", "Vùng Cảnh sát biển"})
_PROPER = frozenset({"Công ty", "Công ty Cổ phần", "Công ty Trách nhiệm hữu hạn", "Công ty Trách nhiệm hữu hạn Một thành viên", "Tổng Công ty", "Tập đoàn", "Ngân hàng", "Doanh nghiệp", "Xí nghiệp", "Nhà máy", "Phân xưởng", "Nông trường", "Lâm trường", "Hợp tác xã", "Chi nhánh", "Báo", "Tạp chí", "Nhà xuất bản", "Đội", "Tổ", "Công đoàn", "Công đoàn cơ sở", "Hội", "Hiệp hội", "Trung tâm", "Viện", "Ban Quản lý", "Quỹ", "Câu lạc bộ", "Bệnh viện", "Trường", "Đại học", "Học viện", "Trạm", "Khối"})
# Heads that are a common word when nothing but a country or a place follows
_NEEDS_FIELD = frozenset({"Bộ", "Vụ", "Đội", "Tổ", "Đoàn", "Trường", "Khối", "Quỹ", "Báo", "Hội", "Trạm", "Khoa", "Doanh nghiệp"})
_TERRITORIAL = frozenset({"Ủy ban nhân dân", "Hội đồng nhân dân", "Liên đoàn Lao động", "Công an"})
_UNNAMED_LEVELS = frozenset({"xã", "phường", "thị trấn"})
_LEVEL_NAMES = {"tp": "thành phố", "tx": "thị xã", "tt": "thị trấn"}
_LETTERS = {"q": "quận", "p": "phường", "h": "huyện", "x": "xã"}
_DOTTED = frozenset({"tp", "tx", "tt", *_LETTERS})
_OFFICES = frozenset({"Viện", "Ủy ban", "Ban", "Vụ", "Cục", "Trung tâm", "Hội", "Hiệp hội", "Khoa", "Phòng", "Tổng cục", "Hội đồng", "Trung ương Hội"})
# Heads of ministries and departments: what follows is one of the known fields, or runs on in small letters
_FIELDS = frozenset({"Bộ", "Sở", "Ban", "Phòng", "Cục", "Vụ", "Ủy ban", "Hội", "Hiệp hội", "Trung tâm", "Viện", "Khoa", "Tổng cục", "Chi cục", "Trung ương Hội", "Văn phòng", "Hội đồng", "Liên hiệp", "Ban Quản lý", "Câu lạc bộ", "Ngân hàng", "Quỹ", "Công ty", "Công ty Cổ phần", "Công ty Trách nhiệm hữu hạn", "Công ty Trách nhiệm hữu hạn Một thành viên", "Tổng Công ty", "Tập đoàn", "Trường", "Đại học", "Học viện", "Đội", "Bệnh viện"})
_MAX_TOKENS = 24


@dataclass(frozen=True, slots=True)
class Part:
    """One body of a nested name: head, the words after it, and its place (`level` alone: a bare level word)."""

    head: Head
    tail: str = ""
    level: str = ""
    place: str = ""
    country: str = ""

    @property
    def bare(self) -> bool:
        """Whether nothing but the head, and perhaps a level word, is there."""
        return not (self.tail or self.place or self.country)


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """A parsed name: `parts` from the unit outwards, `parent` the larger place that the text adds."""

    begin: int
    end: int
    parts: tuple[Part, ...]
    parent: str = ""


def find_organisations(scan: Scan, lexicon: Lexicon) -> Iterator[OrganisationName]:
    """Find the organisations of a scanned text, in order, without overlaps."""
    found = list(_with_outer_bodies(scan, _found(scan, lexicon)))
    yield from sorted([*found, *_aliases(scan, found)], key=lambda name: name.begin)


def _found(scan: Scan, lexicon: Lexicon) -> Iterator[OrganisationName]:
    done = 0
    for hit in scan.hits:
        if hit.begin < done or hit.begin not in scan.first:
            continue
        found = None
        if hit.label == "HEAD":
            found = parse_organisation(scan, lexicon, hit)
        elif isinstance(hit.entry, Title) and hit.entry.unit:
            found = _unit_of_title(scan, lexicon, hit, hit.entry.unit)
        if found is not None:
            done = found.end
            yield found


def _with_outer_bodies(scan: Scan, names: Iterator[OrganisationName]) -> Iterator[OrganisationName]:
    """Join a unit to the body named behind a comma: "Phân xưởng 4, Nhà máy M7"."""
    last: OrganisationName | None = None
    for name in names:
        if last is not None and _is_unit_of(scan, last, name):
            last = replace(last, end=name.end, parts=(*last.parts, *name.parts), parent=name.parent)
            continue
        if last is not None:
            yield last
        last = name
    if last is not None:
        yield last


def _is_unit_of(scan: Scan, unit: OrganisationName, body: OrganisationName) -> bool:
    return (
        scan.text[unit.end : body.begin] == ", "
        and unit.parts[-1].head.name in _UNITS
        and bool(unit.parts[-1].tail)
        and not unit.parts[-1].place
        and body.parts[0].head.name in _HOUSES
        and not body.parts[0].bare
    )


_UNITS = frozenset({"Phân xưởng", "Đội", "Tổ", "Phòng", "Khoa", "Chi nhánh", "Nông trường", "Bộ môn"})
_HOUSES = frozenset({"Nhà máy", "Công ty", "Công ty Cổ phần", "Công ty Trách nhiệm hữu hạn", "Công ty Trách nhiệm hữu hạn Một thành viên", "Tổng Công ty", "Tập đoàn", "Xí nghiệp", "Bệnh viện", "Trường", "Đại học", "Ngân hàng", "Viện", "Học viện"})


def _aliases(scan: Scan, names: Sequence[OrganisationName]) -> Iterator[OrganisationName]:
    """Other mentions by a short name that the article gives in brackets: "Ngân hàng TMCP Tiên Phong (TPBank)"."""
    short: dict[str, OrganisationName] = {}
    for name in names:
        match = _ALIAS.match(scan.text, name.end)
        if match is not None and not match["alias"].islower() and scan.text[match.start("alias")].isupper() and match.start("alias") not in scan.unit_at:
            short.setdefault(match["alias"], name)
    if not short:
        return
    begins = [name.begin for name in names]
    for alias, name in short.items():
        for match in re.finditer(rf"(?<!\w){re.escape(alias)}(?!\w)", scan.text):
            at = bisect_right(begins, match.start()) - 1
            covered = at >= 0 and names[at].end > match.start()
            if not covered and match.start() in scan.first and scan.text[match.start() - 1] != "(":
                yield replace(name, begin=match.start(), end=match.end())


_ALIAS = re.compile(r"\s*\((?:gọi tắt là\s+|sau đây gọi là\s+|viết tắt là\s+|tắt là\s+)?(?P<alias>[^\W\d_][\w&-]{1,20}(?: [^\W\d_][\w&-]{0,20})?)\)")


def _unit_of_title(scan: Scan, lexicon: Lexicon, hit: Hit, unit: str) -> OrganisationName | None:
    """"Trưởng Ban Nữ công ...": the title's last word is the head of the organisation that follows."""
    head = lexicon.heads[match_key(unit)]
    at = scan.token_range(hit.end, hit.end + 200).start
    following = scan.hit_at.get(scan.tokens[at].begin) if at < len(scan.tokens) else None
    if following is not None and isinstance(following.entry, Head) and following.entry.name.startswith(unit):
        return None
    found = parse_organisation(scan, lexicon, Hit(hit.begin, hit.end, "HEAD", head), after_title=True)
    if found is None or (found.parts[0].bare and not found.parts[0].level and len(found.parts) == 1):
        return None
    return replace(found, begin=hit.end + 1)


def parse_organisation(scan: Scan, lexicon: Lexicon, hit: Hit, *, after_title: bool | None = None) -> OrganisationName | None:
    """Parse the organisation whose head is `hit`; None where the head is only a common word here."""
    if after_title is None:
        after_title = _after_title(scan, hit.begin)
    parser = _Parser(scan, lexicon, after_title)
    return parser.parse(hit)


def _after_title(scan: Scan, begin: int) -> bool:
    """Whether a title ends just before `begin`."""
    at = scan.first[begin]
    for back in (1, 2, 3, 4, 5, 6):
        if at - back < 0:
            return False
        hit = scan.hit_at.get(scan.tokens[at - back].begin)
        if hit is not None and hit.label == "ROLE":
            return hit.end + 1 >= begin or scan.text[hit.end : begin].strip() in ("", "của")
    return False


class _Parser:
    """One walk over the tokens behind a head. State: the token index, and the parts so far."""

    def __init__(self, scan: Scan, lexicon: Lexicon, after_title: bool) -> None:
        self.scan, self.lexicon, self.after_title = scan, lexicon, after_title
        self.tokens = scan.tokens
        self.parts: list[Part] = []
        self.words: list[str] = []
        self.parent = ""

    def parse(self, hit: Hit) -> OrganisationName | None:
        assert isinstance(hit.entry, Head)
        self.sentence_end = (self.scan.sentence_of(hit.begin) or (0, hit.end))[1]
        self.part = Part(hit.entry)
        at = self._after(hit.end)
        limit = min(at + _MAX_TOKENS, len(self.tokens))
        end = hit.end
        while at < limit and self.tokens[at].begin < self.sentence_end:
            if self.part.head.alone and not self.words:
                break
            step = self._step(at, end)
            if step is None:
                break
            at, end, finished = step
            if finished:
                break
        self._close()
        if not self._is_name(hit):
            return None
        self._read_parent(at)
        return OrganisationName(hit.begin, end, tuple(self.parts), self.parent)

    def _after(self, offset: int) -> int:
        return self.scan.token_range(offset, offset + 200).start

    def _close(self) -> None:
        self.parts.append(replace(self.part, tail=" ".join(self.words)))
        self.words = []

    def _is_name(self, hit: Hit) -> bool:
        first = self.parts[0]
        capital = self.scan.text[hit.begin].isupper()
        if self._is_person(hit):
            return False
        if first.head.alone:
            return (capital or not first.head.weak) and not self.scan.folded.endswith("cấp ", 0, hit.begin)
        bare = len(self.parts) == 1 and first.bare
        if first.head.name in _NEEDS_FIELD and bare:
            return False
        if bare and not first.level:
            return capital or self.after_title
        if capital or not first.head.weak or self.after_title:
            return True
        return self.tokens[self._after(hit.end)].capital and not (len(self.parts) == 1 and first.tail == first.country)

    def _is_person(self, hit: Hit) -> bool:
        """"Đoàn Ngọc Ẩn": a head that is a surname too, with a name of a person's shape behind it."""
        at = self.scan.first[hit.begin]
        if at + 1 >= len(self.tokens) or not is_surname(self.tokens[at].word, self.lexicon) or self.tokens[at].end != hit.end:
            return False
        words = self._capitals(at + 1)
        return 2 <= len(words) <= 3 and words[0].word in self.lexicon.middle_names

    # one step: (next token, end of the name so far, whether the name is complete), or None where the name ends before
    def _step(self, at: int, end: int) -> tuple[int, int, bool] | None:
        token = self.tokens[at]
        gap = self.scan.text[end : token.begin]
        if "\n" in gap:
            return None
        return (
            self._introduced_abbreviation(at)
            or self._nested(at)
            or self._all_of_a_level(at)
            or self._level(at)
            or self._country(at)
            or self._known_place(at)
            or self._sector(at)
            or self._number(at)
            or self._joining(at)
            or self._proper(at)
        )

    def _introduced_abbreviation(self, at: int) -> tuple[int, int, bool] | None:
        """"Liên đoàn Lao động (LĐLĐ) tỉnh": step over the bracket where the name goes on behind it."""
        tokens = self.tokens
        if tokens[at].word != "(" or at + 3 >= len(tokens) or tokens[at + 2].word != ")" or not tokens[at + 1].word.isupper():
            return None
        after = tokens[at + 3]
        goes_on = after.folded in self.lexicon.words["body_words.levels"] or after.capital
        return (at + 3, tokens[at + 2].end, False) if goes_on and tokens[at + 2].end + 1 == after.begin else None

    def _nested(self, at: int) -> tuple[int, int, bool] | None:
        hit = self.scan.hit_at.get(self.tokens[at].begin)
        if hit is None or hit.label != "HEAD" or self.part.level or self.part.place:
            return None
        assert isinstance(hit.entry, Head)
        if self.part.country and not self.words:
            return None
        capital = self.tokens[at].capital
        if hit.entry.weak and not capital and not self._head_goes_on(hit):
            return None
        if hit.entry.name in ("Đảng", "Nhà nước") and not self.words:
            return None
        if self._sector_length(at) > len(hit.entry.name.split()):
            return None
        self._close()
        self.part = Part(hit.entry)
        return self._after(hit.end), hit.end, False

    def _head_goes_on(self, hit: Hit) -> bool:
        at = self._after(hit.end)
        return at < len(self.tokens) and (self.tokens[at].capital or self.scan.text[hit.begin : hit.end].lower() in self.lexicon.words["body_words.antecedents"])

    def _level(self, at: int) -> tuple[int, int, bool] | None:
        level, after, end = self._level_word(at)
        if not level:
            return None
        named = self._place_name(after, level)
        if named is not None:
            name, at, end = named
            self.part = replace(self.part, level=level, place=name)
            return at, end, True
        if self.part.head.level and level != self.part.head.level:
            return None
        if level in _UNNAMED_LEVELS and not self.part.head.takes_level:
            return None
        self.part = replace(self.part, level=level)
        # a bare level may still be followed by the head's body: "Hội LHPN tỉnh"
        return after, end, True

    def _all_of_a_level(self, at: int) -> tuple[int, int, bool] | None:
        """"LĐLĐ các huyện, thành phố": the bodies of a level together."""
        if self.tokens[at].folded != "các" or not self.part.head.takes_level:
            return None
        end, after = 0, at + 1
        while True:
            level, behind, level_end = self._level_word(after)
            if not level:
                break
            end, after = level_end, behind
            if after < len(self.tokens) and self.tokens[after].folded in (",", "và") and self._level_word(after + 1)[0]:
                after += 1
        if not end:
            return None
        self.words.append(self.scan.text[self.tokens[at].begin : end])
        return after, end, False

    def _level_word(self, at: int) -> tuple[str, int, int]:
        """(level, index behind it, its end); an empty level where none stands."""
        for length in (2, 1):
            if at + length > len(self.tokens):
                continue
            word = " ".join(t.folded for t in self.tokens[at : at + length])
            if word in self.lexicon.words["body_words.levels"] or (length == 1 and word in _LETTERS and self._dot(at + 1)):
                after = at + length
                if word in _DOTTED and self._dot(after):
                    after += 1
                return _LEVEL_NAMES.get(word, _LETTERS.get(word, word)), after, self.tokens[after - 1].end
        return "", at, 0

    def _dot(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].word == "." and self.tokens[at].begin == self.tokens[at - 1].end

    def _place_name(self, at: int, level: str) -> tuple[str, int, int] | None:
        """The name behind a level word: a known unit, a number of a quận or phường, or capitalised words."""
        if at >= len(self.tokens) or self.tokens[at].begin >= self.sentence_end:
            return None
        known = self._unit(at)
        if known is not None:
            return known
        token = self.tokens[at]
        if token.word.isdigit() and level in ("quận", "phường") and len(token.word) <= 2:
            return token.word.lstrip("0"), at + 1, token.end
        words = self._capitals(at)
        starts = person_starts([t.word for t in words], self.lexicon)
        keep = next((i for i in starts if self._is_name_from(words, i, level)), len(words))
        words = words[: min(keep, 4)]
        return (" ".join(new_tones(t.word) for t in words), at + len(words), words[-1].end) if words else None

    def _is_name_from(self, words: Sequence[Token], at: int, level: str) -> bool:
        """Whether a person's name begins at a word behind a level; a commune may well be called "Hùng Tiến"."""
        if at or level not in _UNNAMED_LEVELS:
            return len(words) - at >= 2
        return self.after_title and len(words) >= 3 and words[1].word in self.lexicon.middle_names

    def _unit(self, at: int) -> tuple[str, int, int] | None:
        hit = self.scan.unit_at.get(self.tokens[at].begin)
        if hit is None:
            return None
        assert isinstance(hit.entry, tuple)
        unit: Unit = hit.entry[0]
        return unit.name, self._after(hit.end), hit.end

    def _capitals(self, at: int) -> list[Token]:
        """The capitalised words from `at` on, one space apart, up to a title or a head."""
        words: list[Token] = []
        for token in self.tokens[at : at + 8]:
            hit = self.scan.hit_at.get(token.begin)
            if not token.capital or not token.word[0].isalpha() or (hit is not None and hit.label in ("ROLE", "HEAD", "HONOUR")):
                break
            if words and token.begin != words[-1].end + 1:
                break
            words.append(token)
        return words

    def _country(self, at: int) -> tuple[int, int, bool] | None:
        for length in (2, 3, 1):
            if at + length > len(self.tokens):
                continue
            stretch = self.scan.folded[self.tokens[at].begin : self.tokens[at + length - 1].end]
            written = self.scan.text[self.tokens[at].begin : self.tokens[at + length - 1].end]
            if stretch in self.lexicon.words["body_words.country"] and self.tokens[at].capital and (length > 1 or written.isupper()):
                name = self.lexicon.abbreviations.get(stretch, "")
                name = {"tw": "Trung ương", "t.ư": "Trung ương", "tư": "Trung ương", "vn": "Việt Nam"}.get(stretch, name) or self.scan.text[self.tokens[at].begin : self.tokens[at + length - 1].end]
                self.words.append(name)
                self.part = replace(self.part, country=name)
                return at + length, self.tokens[at + length - 1].end, False
        return None

    def _sector_length(self, at: int) -> int:
        """How many tokens the longest field of work at `at` has."""
        best, text = 0, self.scan.folded
        begin = self.tokens[at].begin
        for length in range(1, 12):
            if at + length > len(self.tokens) or self.tokens[at + length - 1].begin >= self.sentence_end:
                break
            stretch = text[begin : self.tokens[at + length - 1].end]
            if stretch in self.lexicon.sectors or (stretch in self.lexicon.abbreviations and self.tokens[at].word.isupper() and stretch not in self.lexicon.heads):
                best = length
        return best

    def _sector(self, at: int) -> tuple[int, int, bool] | None:
        length = self._sector_length(at)
        if not length:
            return None
        token, last = self.tokens[at], self.tokens[at + length - 1]
        stretch = self.scan.folded[token.begin : last.end]
        if not token.capital and length == 1 and not self._small_field(at):
            return None
        self.words.append(self.lexicon.abbreviations.get(stretch) or self.lexicon.sectors[stretch])
        return at + length, last.end, False

    def _small_field(self, at: int) -> bool:
        """"nhà máy sữa Tiên Sơn", "Công đoàn ngành may": one small syllable between a head and a proper name."""
        if self.part.head.name.endswith("ngành"):
            return True
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return not self.words and self.part.head.name in _PROPER and following is not None and following.capital

    def _known_place(self, at: int) -> tuple[int, int, bool] | None:
        if self.words and self.part.head.name in _PROPER and not self.part.country and not self.part.head.takes_level:
            return None
        unit = self._unit(at)
        if unit is None:
            return self._numbered_level(at)
        name, after, end = unit
        hit = self.scan.unit_at[self.tokens[at].begin]
        assert isinstance(hit.entry, tuple)
        kind = self._kind(hit.entry)
        if kind is None:
            return None
        self.part = replace(self.part, level=kind, place=name)
        return after, end, True

    def _kind(self, units: tuple[Unit, ...]) -> str | None:
        """The kind of a place named without its kind: the head's level, or a province."""
        if self.part.head.level:
            return self.part.head.level
        province = next((u.kind for u in units if u.parent is None and u.name != "Hồ Chí Minh"), None)
        if province is not None or self.part.head.name not in _TERRITORIAL:
            return province
        kinds = {u.kind for u in units if u.parent is not None}
        return kinds.pop() if len(kinds) == 1 else None

    def _numbered_level(self, at: int) -> tuple[int, int, bool] | None:
        """"Quận ủy 5", "Quận đoàn 5"."""
        token = self.tokens[at]
        if self.part.head.level == "quận" and token.word.isdigit() and len(token.word) <= 2:
            self.part = replace(self.part, level="quận", place=token.word.lstrip("0"))
            return at + 1, token.end, True
        return None

    def _number(self, at: int) -> tuple[int, int, bool] | None:
        token = self.tokens[at]
        if token.folded == "số" and at + 1 < len(self.tokens) and self.tokens[at + 1].word.isdigit():
            self.words.append(f"{token.word} {self.tokens[at + 1].word}")
            return at + 2, self.tokens[at + 1].end, False
        if not token.word[0].isdigit() or self.part.head.name not in _NUMBERED or self.scan.text[token.begin - 1] not in " \xa0":
            return None
        if len(token.word) > 3 or (self.words and not self.words[-1][0].isupper()):
            return None
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        end, after = token.end, at + 1
        if following is not None and following.word == "-" and following.begin == token.end and at + 2 < len(self.tokens) and self.tokens[at + 2].word.isdigit():
            end, after = self.tokens[at + 2].end, at + 3
        elif following is not None and following.word in "/%-":
            return None
        self.words.append(self.scan.text[token.begin : end])
        return after, end, False

    def _joining(self, at: int) -> tuple[int, int, bool] | None:
        """"Lắp máy và Thí nghiệm", "Dệt - May", "HI-TEX": a joint between two words of one name."""
        token = self.tokens[at]
        if not self.words or at + 1 >= len(self.tokens):
            return None
        following = self.tokens[at + 1]
        hit = self.scan.hit_at.get(following.begin)
        if not following.capital or following.begin in self.scan.unit_at or (hit is not None and hit.label in ("HEAD", "ROLE")):
            return None
        tight = token.word == "-" and token.begin == self.tokens[at - 1].end and following.begin == token.end
        joined = token.folded in ("và", "&") and self.part.head.name in _PROPER and (not self.tokens[at - 1].capital or self._sector_length(at + 1) > 0 or token.word == "&")
        spaced = token.word in "-–" and self.part.head.name in _PROPER and self._sector_length(at + 1) > 0
        if not (tight or joined or spaced) or self._person_at(at + 1):
            return None
        self.words.append(token.word if joined else ("-" if not tight else ""))
        if tight:
            self.words[-2:] = [f"{self.words[-2]}-{following.word}"]
            return at + 2, following.end, False
        return at + 1, token.end, False

    def _person_at(self, at: int) -> bool:
        """Whether a person's name begins here rather than a part of the organisation's."""
        words = [t.word for t in self._capitals(at)]
        starts = person_starts(words, self.lexicon)
        if not starts or starts[0] != 0:
            return False
        if self.part.head.name in _NAMED_AFTER_PEOPLE and not (self.after_title and self._has_own_name()):
            return False
        if self._unit(at) is not None:
            return False
        middle = len(words) >= 3 and words[1] in self.lexicon.middle_names
        if self.part.head.name in _PROPER and not self.part.country:
            return (middle and len(words) <= 5) or (self.after_title and len(words) in (2, 3, 4) and self._has_own_name())
        return len(words) >= (2 if self.after_title or self.part.level else 3)

    def _has_own_name(self) -> bool:
        return any(word[0].isupper() and match_key(word) not in self.lexicon.sectors for word in self.words)

    def _proper(self, at: int) -> tuple[int, int, bool] | None:
        token = self.tokens[at]
        if self.part.level or (self.words and self.part.country and self.words[-1] == self.part.country and self.part.head.name not in _PROPER):
            return None
        hit = self.scan.hit_at.get(token.begin)
        if hit is not None and hit.label in ("ROLE", "HONOUR"):
            return None
        if token.capital and token.word[0].isalpha():
            if self._person_at(at) or self._honorific(token):
                return None
            if self.part.head.level or (self.part.head.takes_level and self.part.head.name not in _PROPER and not self._compound(at)):
                return self._unknown_place(at)
            self.words.append(self._word(token))
            return at + 1, token.end, False
        return self._lower(at)

    def _honorific(self, token: Token) -> bool:
        return token.folded in self.lexicon.words["honorifics.words"] or token.folded in self.lexicon.words["honorifics.ranks"]

    def _word(self, token: Token) -> str:
        return self.lexicon.abbreviations.get(token.folded, "") if token.word.isupper() and token.folded in self.lexicon.abbreviations else new_tones(token.word)

    def _compound(self, at: int) -> bool:
        """A capitalised word with a small one behind it begins a field of work: "Quan hệ", "Chính sách"."""
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return following is not None and following.folded.isalpha() and not following.capital and not self._is_verb(at + 1) and self.part.head.name not in ("Liên đoàn Lao động", "Ủy ban nhân dân", "Hội đồng nhân dân")

    def _unknown_place(self, at: int) -> tuple[int, int, bool] | None:
        """"Huyện đoàn Nông Cống" where the unit is not in the lexicon: capitalised words of the head's level."""
        if not self.part.head.level or self.words:
            return None
        words = self._capitals(at)[:3]
        if len(words) < 2:
            return None
        self.part = replace(self.part, level=self.part.head.level, place=" ".join(new_tones(t.word) for t in words))
        return at + len(words), words[-1].end, True

    def _lower(self, at: int) -> tuple[int, int, bool] | None:
        """A small second syllable of a compound whose name goes on with a capital: "Mía đường Sa Bình"."""
        token = self.tokens[at]
        if not token.folded.isalpha() or not self.words or self.part.level or self.part.country or self._is_verb(at):
            return None
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if self.part.head.name not in _PROPER and self.part.head.name not in _FIELDS:
            return None
        goes_on = (
            following is not None
            and following.begin == token.end + 1
            and (
                (following.folded == "và" and self._joining(at + 1) is not None)
                or (following.capital and not self._is_head(following))
                or self._sector_length(at + 1) > 1
                or self._level_word(at + 1)[0] != ""
            )
        )
        if not (goes_on or self._first_compound(at) or self._last_compound(at) or self._runs_on(at)):
            return None
        self.words.append(token.word)
        return at + 1, token.end, False

    def _is_verb(self, at: int) -> bool:
        """Whether a small word leads out of the name: a verb, a preposition, a time."""
        token = self.tokens[at]
        if token.folded in self.lexicon.words["body_words.verbs"]:
            return True
        following = self.tokens[at + 1].folded if at + 1 < len(self.tokens) else ""
        return f"{token.folded} {following}" in self.lexicon.words["body_words.verb_pairs"]

    def _first_compound(self, at: int) -> bool:
        """The small second syllable right behind a head's first word: "Vụ Quản lý", "Ngân hàng Thế giới"."""
        return self.part.head.name in _FIELDS and len(self.words) == 1 and self.tokens[at].begin == self.tokens[at - 1].end + 1

    def _last_compound(self, at: int) -> bool:
        """The small syllable that ends the name of an office: "Viện Năng lượng Nguyên tử cho hay"."""
        return self.after_title and self.part.head.name in _OFFICES and self.tokens[at - 1].capital and self.tokens[at].begin == self.tokens[at - 1].end + 1

    def _runs_on(self, at: int) -> bool:
        """Behind a title a name runs on in small letters to the next mark or verb: "Vụ Quản lý thuế doanh nghiệp nhỏ"."""
        last = self.tokens[at - 1]
        return self.after_title and self.part.head.name in _FIELDS and last.folded.isalpha() and not last.capital and self.tokens[at].begin == last.end + 1

    def _is_head(self, token: Token) -> bool:
        hit = self.scan.hit_at.get(token.begin)
        return hit is not None and hit.label in ("HEAD", "ROLE")

    def _read_parent(self, at: int) -> None:
        """"huyện Thăng Bình, tỉnh Quảng Nam" and "huyện Mang Yang (tỉnh Gia Lai)": the larger place."""
        tokens = self.tokens
        if at + 1 >= len(tokens) or tokens[at].word not in (",", "(", "-", "–"):
            return
        level, after, _ = self._level_word(at + 1)
        if after >= len(tokens):
            return
        unit = self._unit(after)
        if unit is not None and (level in ("tỉnh", "thành phố") or tokens[at].word == "("):
            self.parent = unit[0]
