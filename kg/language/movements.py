"""Names of emulation movements and campaigns in a scanned text, and the period that the text attaches to each.

"phong trào (thi đua) “X”", "cuộc vận động “X”", lists of quoted names behind one of them, unquoted names that begin as such
names do, and generic movements where a period stands beside them. Refuses protests, art and sports movements.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.language.scan import Hit, Scan
from kg.lexicon import Lexicon, match_key
from kg.model import Period
from kg.periods import FoundPeriod, find_periods
from kg.text import new_tones, tidy

_OPEN = re.compile(r"\s*(?::|là|mang tên|có tên|với tên gọi|với chủ đề|thi đua|với khẩu hiệu|yêu nước|lao động|chuyên đề|đặc biệt|cao điểm|,)?\s*:?(?:\s+|(?<=:))[\"'](?P<name>(?=\w)[^\"\n]{3,220}?)(?P<close>[\"'](?!\w)|$|(?=\s*,\s*(?:các\s+)?(?:phong trào|cuộc vận động)\s))")
_LATER = re.compile(r"(?P<between>[^.;:\"\n]{2,80}?)\s*:?\s+\"(?P<name>(?=\w)[^\"\n]{3,220}?)(?P<close>\"|$)(?!\w)")
_BARRED = re.compile(r"\b(?:được|đã|là|của|do|tại|cho|về|nhằm|trong|và|theo|với|để|khi|từ|phong trào|cuộc vận động|danh hiệu|giải thưởng|hội thi|chương trình|dự án|đề án|nghị quyết|kế hoạch|công trình|cuộc thi|chiến dịch|quỹ|vào|ra|bằng|như|rằng|không|mà|hay|nói|tuyên bố|tiếp tục|công kích|phát biểu|cam kết|đấu tranh|biểu tình)\b")
_NEXT = re.compile(r"\s*(?:,|;|và|, và|…|;…|\.\.\.)\s*\"(?P<name>[^\"\n]{3,220}?)\"(?!\w)")
# An unbalanced quote ends where the sentence turns to something else
_TURN = re.compile(r",\s*(?:các\s+)?(?:phong trào|cuộc vận động)")
_UNCLOSED = re.compile(r",\s*(?:các\s+)?(?:phong trào|cuộc vận động)|\s+(?:năm|giai đoạn|đã|được)\s")
_UNQUOTED = re.compile(r"\s+(?P<name>[^.;:()\"\n]+)")
_NAME_END = re.compile(r"(?<!làm)\s+(?:giai đoạn|năm|trong|của|do|được|đã|nhằm|tại|ở|với|theo|gắn|cho|đến|khi|để|như|là|có|từ|trên|bằng|tới|cùng|thời gian|nhiệm kỳ|ngày|cũng|sẽ|vẫn|không|này|phát triển|lan tỏa|hướng đến|hướng tới|đối mặt|ngày càng|thu hút|tiếp tục|và các|và cuộc|vào)(?=\s|$)|,")
_GENERIC = re.compile(r"(?P<kind>\s+yêu nước)?(?P<scope>\s+(?:trong|của|trên|tại|ở|do)\s[^.;:()\"\n]{0,70}?)?\s*,?\s*[(]?$")
_BESIDE = re.compile(r"\s*[,(]?\s*(?:\s*(?:trong|của|ở|tại|trên)\s[^.,;:()\"\n]{1,45}?\s*)?[,(]?\s*(?:thực hiện\s+)?$")
_WORKER_MOVEMENT = re.compile(r"phong trào (?P<name>(?:cnvclđ|cnvc-lđ|cnvc lđ|công nhân,? viên chức,? lao động|công nhân viên chức lao động|thi đua|cnlđ)(?:\s*(?:,|và)\s*hoạt động (?:công đoàn|cđ))?)(?!\w)")
_MERIT = re.compile(r"thành tích(?:(?! phong trào| cuộc vận động)[^.;\"\n]){0,50}\"(?P<name>[^\"\n]{8,160})\"")
_STAGE = re.compile(r"(?<!\w)đợt (?P<number>\d{1,2}|[ivx]{1,4})\s*[(:,]\s*$")
_MAX_WORDS = 22
_MIN_WORDS = 2


class MovementName(NamedTuple):
    """A movement in the text; `period` is what the text attaches to it, `quoted` whether its name stands in quotes."""

    begin: int
    end: int
    name: str
    period: Period | None
    rule: str


def find_movements(scan: Scan, lexicon: Lexicon, periods: Sequence[FoundPeriod]) -> Iterator[MovementName]:
    """Find the movements of a scanned text; `periods` are the article's, sorted by their begin."""
    begins = [p.begin for p in periods]
    done = 0
    for hit in scan.hits:
        if hit.label != "TRIGGER" or hit.begin < done or hit.begin not in scan.first:
            continue
        sentence = scan.sentence_of(hit.begin)
        if sentence is None or _is_another_kind(scan, lexicon, hit, sentence):
            continue
        for found in _behind(scan, lexicon, hit, sentence[1], periods, begins):
            done = max(done, found.end)
            yield found
    yield from _merits(scan, periods, begins)
    yield from _stages(scan, periods)


def _is_another_kind(scan: Scan, lexicon: Lexicon, hit: Hit, sentence: tuple[int, int]) -> bool:
    """Whether the word behind a trigger, or another country in the sentence, makes it no emulation movement."""
    if "thi đua" in scan.folded[hit.begin : hit.end]:
        return False
    following = scan.folded[hit.end : sentence[1]].lstrip()
    quoted = following[:1] in ("\"", "'", ":")
    if following.lstrip("\"' :").startswith(lexicon.words["movements.never_quoted" if quoted else "movements.never"]):
        return True
    words = [t for t in (scan.tokens[i] for i in scan.token_range(*sentence)) if t.capital]
    pairs = (f"{a.folded} {b.folded}" for a, b in zip(words, words[1:], strict=False) if b.begin == a.end + 1)
    return any(t.word.isascii() and t.folded in lexicon.countries for t in words) or any(pair in lexicon.countries for pair in pairs)


def _behind(scan: Scan, lexicon: Lexicon, hit: Hit, end: int, periods: Sequence[FoundPeriod], begins: Sequence[int]) -> Iterator[MovementName]:
    trigger = scan.folded[hit.begin : hit.end]
    if trigger in lexicon.words["movements.programmes"]:
        yield from _programme(scan, lexicon, hit, end, periods, begins)
        return
    quoted = list(_quoted(scan, hit, end, trigger))
    if quoted:
        yield from _with_shared_period(scan, hit, quoted, end, periods, begins)
        return
    generic = _generic(scan, hit, end, periods, begins)
    if generic is not None:
        yield generic
        return
    unquoted = _unquoted(scan, lexicon, hit, end) if trigger not in ("thi đua", "phát động thi đua") else None
    if unquoted is not None:
        begin, stop, name = unquoted
        yield MovementName(hit.begin, stop, name, _beside(scan, stop, end, periods, begins), "movement.unquoted")


def _quoted(scan: Scan, hit: Hit, end: int, trigger: str) -> Iterator[tuple[int, int, str, bool]]:
    """(begin, end, name, whether a comma or "và" joins it to the one before) of the quoted names behind a trigger."""
    match = _OPEN.match(scan.folded, hit.end, end)
    if match is None and trigger not in ("thi đua",):
        match = _LATER.match(scan.folded, hit.end, end)
        if match is not None and (_BARRED.search(match["between"]) or match["between"].count(",") > 2):
            match = None
    if match is None:
        return
    stop, closed = match.end("name"), bool(match["close"])
    turn = (_TURN if closed else _UNCLOSED).search(scan.folded, match.start("name"), stop)
    if turn is not None:
        stop, closed = turn.start(), False
    name = _clean(scan.text[match.start("name") : stop])
    if not _is_name(name):
        return
    at = match.end() if closed else stop
    yield hit.begin, at, name, False
    while (following := _NEXT.match(scan.folded, at, end)) is not None:
        name = _clean(scan.text[following.start("name") : following.end("name")])
        joined = ";" not in scan.folded[at : following.start("name")]
        at = following.end()
        if _is_name(name):
            yield following.start("name") - 1, at, name, joined


def _is_name(name: str) -> bool:
    return 2 <= len(name.split()) <= 45


def _clean(name: str) -> str:
    name = re.sub(r"\s*\([^)]*\)\s*$", "", tidy(name)).strip(" ,.;:…'\"“”‘’")
    return new_tones(re.sub(r"\s*[–—-]\s+|\s+[–—-]\s*", " - ", name))


def _with_shared_period(scan: Scan, hit: Hit, quoted: Sequence[tuple[int, int, str, bool]], end: int, periods: Sequence[FoundPeriod], begins: Sequence[int]) -> Iterator[MovementName]:
    """Give each name its period; one behind a list joined by commas belongs to the whole list."""
    own = [_beside(scan, stop, end, periods, begins) for _, stop, _, _ in quoted]
    for index in range(len(quoted) - 2, -1, -1):
        if own[index] is None and quoted[index + 1][3]:
            own[index] = own[index + 1]
    for (begin, stop, name, _), period in zip(quoted, own, strict=True):
        name, inside = _without_period(name)
        period = period or inside
        yield MovementName(begin, stop, name, period, "movement.quoted" if begin == hit.begin else "movement.listed")


def _without_period(name: str) -> tuple[str, Period | None]:
    """A period at the end of a quoted name is the movement's period, not its name."""
    last = next((p for p in find_periods(name) if p.end == len(name) and p.form in ("year", "years", "school year")), None)
    if last is None or len(name[: last.begin].split()) < _MIN_WORDS:
        return name, None
    return name[: last.begin].rstrip(" ,-"), last.period


def _beside(scan: Scan, at: int, end: int, periods: Sequence[FoundPeriod], begins: Sequence[int]) -> Period | None:
    """The period right behind a name, over a scope ("trong nữ CNVCLĐ") at most."""
    index = bisect_left(begins, at)
    if index >= len(periods) or periods[index].begin >= end:
        return None
    found = periods[index]
    if found.form == "day" or scan.folded[found.end : found.end + 9].strip().startswith("đến nay"):
        return None
    gap = scan.folded[at : found.begin]
    if len(gap) > 60 or not _BESIDE.match(gap):
        return None
    if re.search(r"đại hội|hội nghị|lễ|ngày|kế hoạch|nghị quyết", gap):
        return None
    return found.period


def _generic(scan: Scan, hit: Hit, end: int, periods: Sequence[FoundPeriod], begins: Sequence[int]) -> MovementName | None:
    """A movement without a name of its own, where a period stands beside it."""
    worker = _WORKER_MOVEMENT.match(scan.folded, hit.begin, end)
    name_end = worker.end() if worker else hit.end
    index = bisect_left(begins, name_end)
    if index >= len(periods) or periods[index].begin >= end:
        return None
    found = periods[index]
    if found.form in ("day",) or not scan.folded[hit.begin : hit.end].startswith(("phong trào", "các phong trào")):
        return None
    scope = _GENERIC.match(scan.folded[name_end : found.begin])
    if scope is None or (not worker and "thi đua" not in scan.folded[hit.begin : hit.end]):
        return None
    if scope["scope"] and re.search(r"đại hội|hội nghị|kỷ niệm|nhiệm kỳ|nghị quyết|tháng|ngày", scope["scope"]):
        return None
    stop = name_end + (len(scope["kind"]) if scope["kind"] else 0)
    start = scan.folded.index("phong trào", hit.begin)
    name = tidy(scan.text[start:stop])
    return MovementName(hit.begin, stop, name[0].lower() + name[1:], found.period, "movement.generic")


def _unquoted(scan: Scan, lexicon: Lexicon, hit: Hit, end: int) -> tuple[int, int, str] | None:
    match = _UNQUOTED.match(scan.folded, hit.end, end)
    if match is None or not match["name"].startswith(lexicon.words["movements.openings"]):
        return None
    begin = match.start("name")
    stop = _NAME_END.search(scan.folded, begin + 8, match.end("name"))
    last = stop.start() if stop else match.end("name")
    if stop is not None and stop[0] == "," and match.end("name") >= end - 1 and len(scan.folded[stop.end() : end].split()) <= 6 and not _NAME_END.search(scan.folded, stop.end(), end):
        last = match.end("name")  # "phát huy sáng kiến, hợp lý hóa sản xuất." to the end of the sentence
    name = _clean(scan.text[begin:last])
    if not _MIN_WORDS < len(name.split()) <= _MAX_WORDS:
        return None
    return begin, begin + len(scan.text[begin:last].rstrip()), name


def _programme(scan: Scan, lexicon: Lexicon, hit: Hit, end: int, periods: Sequence[FoundPeriod], begins: Sequence[int]) -> Iterator[MovementName]:
    """"Chương trình “01 triệu sáng kiến ...”": an emulation programme by the words of its quoted name."""
    for begin, stop, name, _ in _quoted(scan, hit, end, "thi đua"):
        if any(word in match_key(name) for word in lexicon.words["movements.programme_words"]):
            yield MovementName(begin, stop, name, _beside(scan, stop, end, periods, begins), "movement.programme")


def _merits(scan: Scan, periods: Sequence[FoundPeriod], begins: Sequence[int]) -> Iterator[MovementName]:
    """"thành tích xuất sắc trong “X” giai đoạn ...": what is commended over a period is a movement."""
    for begin, end in scan.sentences:
        match = _MERIT.search(scan.folded, begin, end)
        if match is None:
            continue
        period = _beside(scan, match.end(), end, periods, begins)
        name = _clean(scan.text[match.start("name") : match.end("name")])
        if period is not None and _is_name(name):
            yield MovementName(match.start("name") - 1, match.end(), name, period, "movement.merit")


def _stages(scan: Scan, periods: Sequence[FoundPeriod]) -> Iterator[MovementName]:
    """"Đợt 1 (từ 31/01 đến 31/5/2023): Thi đua ...": a phase of the article's emulation movement."""
    for found in periods:
        match = _STAGE.search(scan.folded, max(0, found.begin - 16), found.begin)
        if match is None or found.form not in ("days", "months"):
            continue
        sentence = scan.sentence_of(found.begin)
        if sentence is not None and "thi đua" in scan.folded[sentence[0] : sentence[1]]:
            yield MovementName(match.start(), found.end, f"phong trào thi đua Đợt {match['number'].upper()}", found.period, "movement.stage")
