"""Names of honours in a scanned text: class, name, grade: "Huân chương Lao động hạng Ba", "danh hiệu “Chiến sĩ thi đua”".

Refuses a class word without a name ("danh hiệu này"), sports medals ("huy chương vàng"), and titles that are everyday
words unless "danh hiệu" or a conferring verb introduces them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.language.scan import Hit, Scan
from kg.lexicon import Honour, Lexicon, match_key
from kg.text import new_tones, tidy

_QUOTED = re.compile(r'\s*(?:danh hiệu\s+)?["\'](?P<name>[^"\'\n]{2,90})["\']')
_GRADE = re.compile(r"\s+hạng\s+(?P<first>nhất|nhì|nhi|ba|i{1,3}|đặc biệt)(?P<more>(?:\s*(?:,|và|, hạng|và hạng)\s*(?:nhất|nhì|ba|i{1,3})(?!\w))*)(?!\w)")
_ALL_GRADES = re.compile(r"\s+(?:các hạng|các loại)")
_GRADES = {"nhất": "Nhất", "nhì": "Nhì", "nhi": "Nhì", "ba": "Ba", "i": "Nhất", "ii": "Nhì", "iii": "Ba", "đặc biệt": "Đặc biệt"}
_NAME_WORDS = re.compile(r"[^\W_]+(?:[/.\-][^\W_]+)*")
# Where an unquoted name ends
_STOP = frozenset(match_key(w) for w in "của cho vì do tại trong năm ngày và với là được đã hạng các tới đến khi theo từ nhân ở có để cùng lần giai này đó vào về thứ như bằng sau trước tới đang sẽ vừa cũng bị gây trao tặng nhận đạt nói mà thì nên chỉ này còn".split())
_SPORTS = frozenset({"vàng", "bạc", "đồng", "hc", "vô", "olympic", "world", "sea"})
_VERB_BEFORE = re.compile(r"(?:danh hiệu|phong tặng|truy tặng|tặng|công nhận|đạt|tước|tước danh hiệu|truy phong|phong)(?:\s+(?:là|các|danh hiệu|nhiều))*\s*[\"']?\s*$")
_ORDINAL = re.compile(r"\s+lần thứ\s+(?:[ivxlc]+|\d+)")
_MAX_NAME = 7


class HonourName(NamedTuple):
    """An honour in the text; `names` are several where one class has several grades: "hạng Nhất, Nhì, Ba"."""

    begin: int
    end: int
    names: tuple[str, ...]
    title: bool


def find_honours(scan: Scan, lexicon: Lexicon) -> Iterator[HonourName]:
    """Find the honours of a scanned text, in order, without overlaps."""
    done = 0
    for hit in scan.hits:
        if hit.label != "HONOUR" or hit.begin < done or hit.begin not in scan.first:
            continue
        found = _read(scan, hit)
        if found is not None:
            done = found.end
            yield found


def _read(scan: Scan, hit: Hit) -> HonourName | None:
    assert isinstance(hit.entry, Honour)
    honour = hit.entry
    end = _sentence_end(scan, hit)
    if honour.weak and not _VERB_BEFORE.search(scan.folded, max(0, hit.begin - 40), hit.begin):
        return None
    if honour.class_word:
        return _class_word(scan, hit, honour, end)
    name, at = _named(scan, hit, honour, end) if honour.named else ("", hit.end)
    if honour.needs_name and not name:
        return None
    stem = f"{honour.name} {name}".strip()
    grade, at = _suffix(scan, honour, at)
    return _graded(scan, hit.begin, at, f"{stem} {grade}".strip(), honour.title)


def _sentence_end(scan: Scan, hit: Hit) -> int:
    sentence = scan.sentence_of(hit.begin)
    return sentence[1] if sentence else hit.end


def _class_word(scan: Scan, hit: Hit, honour: Honour, end: int) -> HonourName | None:
    """"danh hiệu X": X alone is the honour, quoted, listed in the lexicon, or capitalised."""
    at = hit.end
    while at < end and scan.text[at] in " “\"'‘:":
        at += 1
    if any(scan.folded.startswith(match_key(word), at) for word in honour.never):
        return None
    inner = scan.hit_at.get(at)
    if inner is not None and isinstance(inner.entry, Honour) and not inner.entry.class_word and not inner.entry.named:
        grade, after = _suffix(scan, inner.entry, inner.end)
        name = f"{inner.entry.name} {grade}".strip()
        quoted = _QUOTED.match(scan.folded, hit.end, end)
        if quoted is not None and quoted.end() > after:
            name, after = _clean(scan.text[quoted.start("name") : quoted.end("name")]), quoted.end()
        return HonourName(hit.begin, after, (name,), True)
    name, after = _own_name(scan, hit.end, end)
    return HonourName(hit.begin, after, (name,), True) if name else None


def _named(scan: Scan, hit: Hit, honour: Honour, end: int) -> tuple[str, int]:
    """The name of an honour: one of its listed names, the rest of the quotes that it stands in, or what follows."""
    for known in sorted(honour.names, key=len, reverse=True):
        if scan.folded.startswith(" " + match_key(known), hit.end) and not scan.folded[hit.end + 1 + len(known) : hit.end + 2 + len(known)].isalnum():
            return known, hit.end + 1 + len(known)
    if hit.begin and scan.folded[hit.begin - 1] in "\"'":
        close = scan.folded.find(scan.folded[hit.begin - 1], hit.end, min(end, hit.end + 80))
        if close > hit.end:
            return _clean(scan.text[hit.end : close]), close + 1
    return _own_name(scan, hit.end, end)


def _own_name(scan: Scan, at: int, end: int) -> tuple[str, int]:
    """The name behind a class word: quoted, or a capitalised word and what belongs to it."""
    quoted = _QUOTED.match(scan.folded, at, end)
    if quoted is not None:
        return _clean(scan.text[quoted.start("name") : quoted.end("name")]), quoted.end()
    words: list[str] = []
    last = at
    while len(words) < _MAX_NAME:
        match = _NAME_WORDS.match(scan.text, last + 1, end)
        if match is None or scan.text[last] != " ":
            break
        folded = match_key(match[0])
        if not words and (not match[0][0].isupper() and folded not in ("vì",) or folded in _SPORTS):
            break
        if words and (folded in _STOP or (match[0].isdigit() and not _inside_name(scan, match.end()))) and not (folded in ("và", "của") and words[0].lower() == "vì"):
            break
        if words and match[0][0].isupper() and scan.hit_at.get(match.start()) is not None and _ends_name(scan.hit_at[match.start()]):
            break
        words.append(match[0])
        last = match.end()
    return _clean(" ".join(words)), last


def _ends_name(hit: Hit) -> bool:
    return hit.label in ("ROLE", "HONOUR") or (hit.label == "HEAD" and hit.entry.name.count(" ") > 0)  # type: ignore[union-attr]  # a HEAD's entry is a Head


def _inside_name(scan: Scan, at: int) -> bool:
    """Whether a number goes on in small letters: "Sinh viên 5 tốt"."""
    return scan.text[at : at + 1] == " " and scan.text[at + 1 : at + 2].islower()


def _clean(name: str) -> str:
    return new_tones(tidy(name)).strip(" ,.;:")


def _suffix(scan: Scan, honour: Honour, at: int) -> tuple[str, int]:
    """A listed grade or qualifier behind an honour: "Chiến sĩ thi đua cơ sở", "Giấy khen toàn diện"."""
    rest = scan.folded[at : at + 30]
    for grade in sorted(honour.grades, key=len, reverse=True):
        if rest.startswith(" " + match_key(grade)) and not rest[len(grade) + 1 : len(grade) + 2].isalnum():
            return grade, at + 1 + len(grade)
    for word in honour.qualifiers:
        if rest.startswith(" " + match_key(word)):
            return "", at + 1 + len(word)
    return "", at


def _graded(scan: Scan, begin: int, at: int, stem: str, title: bool) -> HonourName:
    """Read the grades behind a name; several grades are several honours."""
    match = _GRADE.match(scan.folded, at)
    if match is not None:
        grades = [match["first"], *re.findall(r"nhất|nhì|ba|i{1,3}", match["more"])]
        return HonourName(begin, match.end(), tuple(f"{stem} hạng {_GRADES[g]}" for g in grades), title)
    every = _ALL_GRADES.match(scan.folded, at)
    ordinal = _ORDINAL.match(scan.folded, at)
    end = every.end() if every else ordinal.end() if ordinal else at
    return HonourName(begin, end, (stem,), title)
