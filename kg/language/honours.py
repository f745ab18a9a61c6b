"""Names of honours in a scanned text: "Huân chương Lao động hạng Ba", "danh hiệu “Chiến sĩ thi đua”".

Refuses a class word without a name ("danh hiệu này"), sports medals ("huy chương vàng"), and titles that are everyday
words unless "danh hiệu" or a conferring verb introduces them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kg.language.scan import Hit, Scan
from kg.lexicon import Head, Honour, Lexicon, match_key
from kg.lexicon.patterns import one_of
from kg.text import new_tones, tidy

_QUOTED = re.compile(r'\s*(?:danh hiệu\s+)?["\'](?P<name>[^"\'\n]{2,90})["\']')
_ALL_GRADES = re.compile(r"\s+(?:các hạng|các loại)")
_ORDINAL = re.compile(r"\s+lần thứ\s+(?:[ivxlc]+|\d+)")
_NAME_WORDS = re.compile(r"[^\W_]+(?:[/.\-][^\W_]+)*")
_YEARS = re.compile(r" (?P<number>\d\d năm)(?! tuổi)")  # short for "30 năm tuổi Đảng"
_PARTY = "tuổi Đảng"
_OPENING_MARKS = " “\"'‘:"
# The level on which a title is given: "Chiến sĩ thi đua cấp tỉnh", "... ngành Tài chính"
_LEVEL = re.compile(
    r" (?:cấp (?:tỉnh|bộ|ngành|cơ sở|trung ương|thành phố|huyện|quốc gia|toàn quốc|trường|xã|quận|tập đoàn"
    r"|tổng công ty|công ty|liên đoàn|đơn vị|quân khu|quân chủng|quân đoàn|toàn quân)"
    r"|(?:toàn )?ngành(?: (?!\w+ (?:được|nhận|tặng))[^\W\d_]+){1,2}?(?=[\s]*[,.;:)]|$))(?!\w)"
)
_FLAG = "lá "
_FOR = "vì"  # "Vì sự nghiệp ..." begins many names
_YEAR = 4  # digits
_MAX_NAME = 7  # words
_MAX_FOR = 12  # so, of a name that begins "Vì"
_MAX_QUOTED = 80  # characters


class HonourName(NamedTuple):
    """An honour in the text; `names` are several where one class has several grades: "hạng Nhất, Nhì, Ba"."""

    begin: int
    end: int
    names: tuple[str, ...]
    title: bool


@dataclass(frozen=True, slots=True)
class _Patterns:
    grades: re.Pattern[str]  # "hạng Nhất, Nhì, Ba"
    grade: re.Pattern[str]
    grade_alone: re.Pattern[str]  # "..., hạng Ba cho"
    conferred: re.Pattern[str]  # what stands before an everyday word that is a title


@lru_cache(maxsize=8)
def _patterns(lexicon: Lexicon) -> _Patterns:
    grade = one_of(lexicon.grades)
    before = one_of(lexicon.words["honour_words.before"])
    return _Patterns(
        re.compile(rf"\s+hạng\s+(?P<first>{grade})(?P<more>(?:\s*(?:,|và|, hạng|và hạng)\s*{grade}(?!\w))*)(?!\w)"),
        re.compile(rf"{grade}(?!\w)"),
        re.compile(rf"[,;]\s*(?:và\s+)?(?P<honour>hạng\s+(?P<grade>{grade}))(?=\s+(?:cho|tặng)\s)"),
        re.compile(rf"{before}(?:\s+(?:là|các|danh hiệu|nhiều))*\s*[\"']?\s*$"),
    )


def find_honours(scan: Scan, lexicon: Lexicon) -> Iterator[HonourName]:
    """Find the honours of a scanned text, in order, without overlaps."""
    done = 0
    for hit in scan.hits:
        if not isinstance(hit.entry, Honour) or hit.begin < done or hit.begin not in scan.first:
            continue
        found = _read(scan, lexicon, hit, hit.entry)
        if found is not None:
            done = found.end
            yield found
            yield from _grades_alone(scan, lexicon, found)


def _grades_alone(scan: Scan, lexicon: Lexicon, honour: HonourName) -> Iterator[HonourName]:
    """Other grades of the same honour behind it: "Huân chương Lao động hạng Nhì cho X, hạng Ba cho ông A"."""
    stem, graded, _ = honour.names[-1].partition(" hạng ")
    sentence = scan.sentence_of(honour.begin)
    if not graded or sentence is None:
        return
    end = min(
        [sentence[1], *(hit.begin for hit in scan.hits if isinstance(hit.entry, Honour) and hit.begin > honour.end)]
    )
    for match in _patterns(lexicon).grade_alone.finditer(scan.folded, honour.end, end):
        name = f"{stem} hạng {lexicon.grades[tidy(match['grade'])]}"
        yield HonourName(match.start("honour"), match.end("honour"), (name,), honour.title)


def _read(scan: Scan, lexicon: Lexicon, hit: Hit, honour: Honour) -> HonourName | None:
    if scan.folded.startswith(_FLAG, max(0, hit.begin - len(_FLAG))):
        return None  # "gắn Huân chương lên lá cờ truyền thống"
    if honour.weak and not _patterns(lexicon).conferred.search(scan.folded, max(0, hit.begin - 40), hit.begin):
        return None
    sentence = scan.sentence_of(hit.begin)
    end = sentence[1] if sentence else hit.end
    if honour.class_word:
        return _class_word(scan, lexicon, hit, honour, end)
    name, at = _named(scan, lexicon, hit, honour, end) if honour.named else ("", hit.end)
    if honour.needs_name and not name and not _ALL_GRADES.match(scan.folded, at):
        return None
    stem = f"{honour.name} {name}".strip()
    grade, at = _suffix(scan, honour, at)
    return _graded(scan, lexicon, hit.begin, at, f"{stem} {grade}".strip(), title=honour.title)


def _class_word(scan: Scan, lexicon: Lexicon, hit: Hit, honour: Honour, end: int) -> HonourName | None:
    """X alone is the honour in "danh hiệu X": quoted, listed in the lexicon, or capitalised."""
    at = hit.end
    while at < end and scan.text[at] in _OPENING_MARKS:
        at += 1
    if any(scan.folded.startswith(match_key(word), at) for word in honour.never):
        return None
    inner = scan.hit_at.get(at)
    if inner is not None and isinstance(inner.entry, Honour) and not inner.entry.class_word and not inner.entry.named:
        grade, after = _suffix(scan, inner.entry, inner.end)
        name, close = _quoted(scan, hit.end, end)
        if close > after:
            return HonourName(hit.begin, close, (name,), True)
        return HonourName(hit.begin, after, (f"{inner.entry.name} {grade}".strip(),), True)
    name, after = _own_name(scan, lexicon, hit.end, end)
    return HonourName(hit.begin, after, (name,), True) if name else None


def _named(scan: Scan, lexicon: Lexicon, hit: Hit, honour: Honour, end: int) -> tuple[str, int]:
    """The name of an honour: one of its listed names, the rest of the quotes that it stands in, or what follows."""
    years = _YEARS.match(scan.folded, hit.end)
    if years is not None and match_key(_PARTY) in scan.folded and f"{years['number']} {_PARTY}" in honour.names:
        return f"{years['number']} {_PARTY}", years.end()
    for known in sorted(honour.names, key=len, reverse=True):
        after = hit.end + 1 + len(known)
        if scan.folded.startswith(f" {match_key(known)}", hit.end) and not scan.folded[after : after + 1].isalnum():
            return known, after
    if hit.begin and scan.folded[hit.begin - 1] in "\"'":
        close = scan.folded.find(scan.folded[hit.begin - 1], hit.end, min(end, hit.end + _MAX_QUOTED))
        if close > hit.end:
            return _clean(scan.text[hit.end : close]), close + 1
    return _own_name(scan, lexicon, hit.end, end)


def _quoted(scan: Scan, at: int, end: int) -> tuple[str, int]:
    """The quoted name at an offset, and where its quotes end; -1 where none stands."""
    match = _QUOTED.match(scan.folded, at, end)
    return (_clean(scan.text[match.start("name") : match.end("name")]), match.end()) if match else ("", -1)


def _own_name(scan: Scan, lexicon: Lexicon, at: int, end: int) -> tuple[str, int]:
    """The name behind a class word: quoted, or a capitalised word and what belongs to it."""
    name, close = _quoted(scan, at, end)
    if close >= 0:
        return name, close
    words: list[str] = []
    limit = _MAX_FOR if scan.folded.startswith(f" {_FOR} ", at) else _MAX_NAME
    while len(words) < limit and scan.text[at : at + 1] == " ":
        match = _NAME_WORDS.match(scan.text, at + 1, end)
        if match is None or not _goes_on(scan, lexicon, words, match):
            break
        words.append(match[0])
        at = match.end()
    return _clean(" ".join(words)), at


def _goes_on(scan: Scan, lexicon: Lexicon, words: Sequence[str], match: re.Match[str]) -> bool:
    """Whether a word belongs to a name without quotes; one that begins "Vì" may have "và" and "của" in it."""
    word, folded = match[0], match_key(match[0])
    if not words:
        return (word[0].isupper() or folded == _FOR) and folded not in lexicon.words["honour_words.sports"]
    stops = (not word[0].isupper() and folded in lexicon.words["honour_words.stop"]) or (
        word.isdigit() and not _inside_name(scan, match.end(), word)
    )
    if stops and not (folded in ("và", "của") and words[0].lower() == _FOR):
        return False
    hit = scan.hit_at.get(match.start()) if word[0].isupper() else None
    return hit is None or not _ends_name(scan, lexicon, hit, within_for=words[0].lower() == _FOR)


def _ends_name(scan: Scan, lexicon: Lexicon, hit: Hit, *, within_for: bool) -> bool:
    """Whether a word is another matter: a title, an honour, or a body; a bare body may belong to a name with "Vì"."""
    if not isinstance(hit.entry, Head):
        return hit.label in ("ROLE", "HONOUR")
    return not (within_for and _is_bare(scan, lexicon, hit.end + 1)) and (within_for or " " in hit.entry.name)


def _is_bare(scan: Scan, lexicon: Lexicon, at: int) -> bool:
    """Whether no name and no level follows a head, the country at most: "Vì sự nghiệp xây dựng tổ chức Công đoàn"."""
    if scan.folded.startswith(lexicon.words["body_words.country"], at):
        return True
    return not (scan.text[at : at + 1].isupper() or scan.folded.startswith(lexicon.words["body_words.levels"], at))


def _inside_name(scan: Scan, at: int, number: str) -> bool:
    """Whether a number that is no year goes on in small letters: "Sinh viên 5 tốt"."""
    if len(number) == _YEAR:
        return False
    return scan.text[at : at + 1] == " " and scan.text[at + 1 : at + 2].islower()


def _clean(name: str) -> str:
    return new_tones(tidy(name)).strip(" ,.;:")


def _suffix(scan: Scan, honour: Honour, at: int) -> tuple[str, int]:
    """A listed grade or qualifier behind an honour: "Chiến sĩ thi đua cơ sở", "Giấy khen toàn diện"."""
    rest = scan.folded[at : at + 30]
    for grade in sorted(honour.grades, key=len, reverse=True):
        if rest.startswith(" " + match_key(grade)) and not rest[len(grade) + 1 : len(grade) + 2].isalnum():
            return grade, at + 1 + len(grade)
    level = _LEVEL.match(scan.folded, at) if honour.title else None
    if level is not None:
        return scan.text[at + 1 : level.end()], level.end()
    for word in honour.qualifiers:
        if rest.startswith(" " + match_key(word)):
            return "", at + 1 + len(word)
    return "", at


def _graded(scan: Scan, lexicon: Lexicon, begin: int, at: int, stem: str, *, title: bool) -> HonourName:
    """Read the grades behind a name; several grades are several honours."""
    known = _patterns(lexicon)
    match = known.grades.match(scan.folded, at)
    if match is not None:
        grades = [match["first"], *known.grade.findall(match["more"])]
        names = tuple(f"{stem} hạng {lexicon.grades[tidy(grade)]}" for grade in grades)
        return HonourName(begin, match.end(), names, title)
    more = _ALL_GRADES.match(scan.folded, at) or _ORDINAL.match(scan.folded, at)
    return HonourName(begin, more.end() if more else at, (stem,), title)
