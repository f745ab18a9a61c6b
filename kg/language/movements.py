"""Names of emulation movements and campaigns in a scanned text, and the period that the text attaches to each.

"phong trào (thi đua) “X”", "cuộc vận động “X”", lists of quoted names behind one of them, unquoted names that begin as
such names do, and generic movements where a period stands beside them. Refuses protests, art and sports movements.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kg.language.scan import Hit, Scan
from kg.lexicon import Lexicon, match_key
from kg.lexicon.patterns import one_of, word_of
from kg.model import Period
from kg.periods import FoundPeriod, find_periods
from kg.text import new_tones, tidy

_EMULATION = "thi đua"
_MOVEMENT = "phong trào"
_ONLY_EMULATION = (_EMULATION, f"phát động {_EMULATION}")

_QUOTED = r"\"(?P<name>(?=\w)[^\"\n]{3,220}?)"
_ANOTHER = r"\s*,\s*(?:các\s+)?(?:phong trào|cuộc vận động)"
_LATER = re.compile(rf"(?P<between>[^.;:\"\n]{{2,80}}?)\s*:?\s+{_QUOTED}(?P<close>\"|$)(?!\w)")
_NEXT = re.compile(r"\s*(?:\([^()\n]{1,60}\)\s*)?(?:,|;|và|, và|…|;…|\.\.\.)\s*\"(?P<name>[^\"\n]{3,220}?)\"(?!\w)")
# An unbalanced quote ends where the sentence turns to something else
_TURN = re.compile(r",\s*(?:các\s+)?(?:phong trào|cuộc vận động)")
_UNCLOSED = re.compile(rf"{_TURN.pattern}|\s+(?:năm|giai đoạn|đã|được)\s")
_UNQUOTED = re.compile(r"\s+(?P<name>[^.;:()\"\n]+)")
_GENERIC = re.compile(
    r"(?P<kind>\s+yêu nước)?"
    r"(?P<scope>\s+(?:trong|của|trên|tại|ở|do|tỉnh|thành phố|tp|huyện|quận|thị xã|ngành)"
    r"\s[^.;:()\"\n]{0,70}?)?\s*,?\s*[(]?$"
)
_NOT_GENERIC = re.compile(r"đại hội|hội nghị|kỷ niệm|nhiệm kỳ|nghị quyết|tháng|ngày")
# Between a name and its period
_BESIDE = re.compile(
    r"\s*[,(]?\s*(?:\s*(?:trong|của|ở|tại|trên)\s[^.,;:()\"\n]{0,45}?\s*)?[,(]?\s*(?:thực hiện\s+)?$"
    r"|\s*,?\s*(?:do|được)\s[^.,;:()\"\n]{1,50}?\s(?:phát động|duy trì|tổ chức|triển khai)\s+$"
)
# A period that opens the sentence, or stands in brackets just before: "Từ năm 2019 đến năm 2021, A triển khai ..."
_OPENS = re.compile(r"[^.;:()\"\n]{0,20}$")
_LED = re.compile(r"\s*,[^.;:()\"\n]{2,70}?(?:phát động|triển khai|tổ chức|thực hiện|duy trì)\s+(?:các\s+)?$|\s*\)\s*$")
_INTERVALS = ("years", "months", "days", "school year")
_NOT_BESIDE = re.compile(r"đại hội|hội nghị|lễ|ngày|kế hoạch|nghị quyết")
_WORKERS = re.compile(
    r"phong trào (?:thi đua|cnvclđ|cnvc-lđ|cnvc lđ|cnlđ|công nhân,? viên chức,? lao động"
    r"|(?:cán bộ|công chức|công nhân|viên chức|người lao động|lao động)"
    r"(?:(?:\s*,\s*|\s+và\s+|\s+)(?:công chức|công nhân|viên chức|người lao động|lao động))*"
    r"(?=\s*(?:,|và)\s*hoạt động))"
    r"(?:\s*(?:,|và)\s*hoạt động (?:công đoàn|cđ))?(?!\w)"
)
_MERIT = re.compile(r"thành tích(?:(?! phong trào| cuộc vận động)[^.;\"\n]){0,50}\"(?P<name>[^\"\n]{8,160})\"")
_STAGE = re.compile(r"(?<!\w)đợt (?P<number>\d{1,2}|[ivx]{1,4})\s*[(:,]\s*$")
_WHOLE = ("year", "years", "school year")
_MIN_WORDS = 2
_MAX_WORDS = 22
_MAX_QUOTED_WORDS = 45
_MAX_TO_PERIOD = 60  # characters
_MAX_LEADING = 110  # so from a period that leads to a movement


class MovementName(NamedTuple):
    """A movement in the text; `period` is what the text attaches to it, `rule` what found it."""

    begin: int
    end: int
    name: str
    period: Period | None
    rule: str


class _Quote(NamedTuple):
    """A quoted name; `joined`: a comma or "và" joins it to the one before."""

    begin: int
    end: int
    name: str
    joined: bool


@dataclass(frozen=True, slots=True)
class _Sources:
    """What names are read from: the text, the words, and the periods found in the text, sorted by their begin."""

    scan: Scan
    lexicon: Lexicon
    periods: Sequence[FoundPeriod]
    begins: Sequence[int]

    def next_period(self, at: int, end: int) -> FoundPeriod | None:
        """Give the first period that begins in a stretch."""
        index = bisect_left(self.begins, at)
        found = self.periods[index] if index < len(self.periods) else None
        return found if found is not None and found.begin < end else None


@dataclass(frozen=True, slots=True)
class _Patterns:
    open: re.Pattern[str]  # from a trigger to the quoted name right behind it
    barred: re.Pattern[str]  # what keeps a quote further behind from being the movement's name
    name_end: re.Pattern[str]  # where a name without quotes ends


@lru_cache(maxsize=8)
def _patterns(lexicon: Lexicon) -> _Patterns:
    words = lexicon.words
    bridge, end = one_of(words["movements.before_quote"]), one_of(words["movements.name_end"])
    return _Patterns(
        re.compile(
            r"(?:\s+(?:lớn\s+)?do\s[^.;:()\"\n]{3,60}?\s(?:phát động|tổ chức|triển khai))?"
            rf"\s*(?::|{bridge}|,)?\s*:?(?:\s+|(?<=:))[\"'](?P<name>(?=\w)[^\"\n]{{3,220}}?)"
            rf"(?P<close>[\"'](?!\w)|$|(?={_ANOTHER}\s))"
        ),
        re.compile(word_of(words["movements.barred"])),
        re.compile(rf"(?<!làm)\s+{end}(?=\s|$)|,"),
    )


def find_movements(scan: Scan, lexicon: Lexicon, periods: Sequence[FoundPeriod]) -> Iterator[MovementName]:
    """Find the movements of a scanned text; `periods` are the article's, sorted by their begin."""
    sources = _Sources(scan, lexicon, periods, [period.begin for period in periods])
    done = 0
    for hit in scan.hits:
        if hit.label != "TRIGGER" or hit.begin < done or hit.begin not in scan.first:
            continue
        sentence = scan.sentence_of(hit.begin)
        if sentence is None or _is_another_kind(scan, lexicon, hit, sentence):
            continue
        for found in _behind(sources, hit, sentence[1]):
            done = max(done, found.end)
            yield found
    yield from _merits(sources)
    yield from _stages(scan, periods)


def _is_another_kind(scan: Scan, lexicon: Lexicon, hit: Hit, sentence: tuple[int, int]) -> bool:
    """Whether the word behind a trigger, or another country in the sentence, makes it no emulation movement."""
    if _EMULATION in scan.folded[hit.begin : hit.end]:
        return False
    following = scan.folded[hit.end : sentence[1]].lstrip()
    kind = "never_quoted" if following[:1] in ('"', "'", ":") else "never"
    if following.lstrip("\"' :").startswith(lexicon.words[f"movements.{kind}"]):
        return True
    words = [t for t in (scan.tokens[i] for i in scan.token_range(*sentence)) if t.capital]
    pairs = (f"{a.folded} {b.folded}" for a, b in pairwise(words) if b.begin == a.end + 1)
    if any(t.word.isascii() and t.folded in lexicon.countries for t in words):
        return True
    return any(pair in lexicon.countries for pair in pairs)


def _behind(sources: _Sources, hit: Hit, end: int) -> Iterator[MovementName]:
    """The movements that a trigger names: quoted, generic, or without quotes."""
    trigger = sources.scan.folded[hit.begin : hit.end]
    if trigger in sources.lexicon.words["movements.programmes"]:
        yield from _programme(sources, hit, end)
        return
    quoted = list(_quoted(sources, hit, end, later=trigger != _EMULATION))
    if quoted:
        yield from _with_shared_period(sources, hit, quoted, end)
        return
    named = _generic(sources, hit, end)
    workers = _WORKERS.match(sources.scan.folded, hit.begin, end)
    if named is None and trigger not in _ONLY_EMULATION and not (workers and "hoạt động" in workers[0]):
        named = _unquoted(sources, hit, end)
    if named is not None:
        yield named


def _quoted(sources: _Sources, hit: Hit, end: int, *, later: bool) -> Iterator[_Quote]:
    """The quoted names behind a trigger; with `later` also some words further behind."""
    folded, text = sources.scan.folded, sources.scan.text
    match = _patterns(sources.lexicon).open.match(folded, hit.end, end)
    if match is None and later:
        match = _later(sources, hit, end)
    if match is None:
        return
    stop, closed = match.end("name"), bool(match["close"])
    turn = (_TURN if closed else _UNCLOSED).search(folded, match.start("name"), stop)
    if turn is not None:
        stop, closed = turn.start(), False
    name = _clean(text[match.start("name") : stop])
    if not _is_name(name):
        return
    at = match.end() if closed else stop
    yield _Quote(hit.begin, at, name, joined=False)
    while (following := _NEXT.match(folded, at, end)) is not None:
        name = _clean(text[following.start("name") : following.end("name")])
        joined = ";" not in folded[at : following.start("name")]
        at = following.end()
        if _is_name(name):
            yield _Quote(following.start("name") - 1, at, name, joined)


def _later(sources: _Sources, hit: Hit, end: int) -> re.Match[str] | None:
    match = _LATER.match(sources.scan.folded, hit.end, end)
    if match is None or match["between"].count(",") > 2:
        return None
    return None if _patterns(sources.lexicon).barred.search(match["between"]) else match


def _is_name(name: str) -> bool:
    return _MIN_WORDS <= len(name.split()) <= _MAX_QUOTED_WORDS


def _clean(name: str) -> str:
    name = re.sub(r"\s*\([^)]*\)\s*$", "", tidy(name)).strip(" ,.;:…'\"“”‘’")
    return new_tones(re.sub(r"\s*[–—-]\s+|\s+[–—-]\s*", " - ", name))


def _with_shared_period(sources: _Sources, hit: Hit, quoted: Sequence[_Quote], end: int) -> Iterator[MovementName]:
    """Give each name its period; one behind a list joined by commas belongs to the whole list."""
    leading = _leading(sources, hit)
    own = [_beside(sources, quote.end, end) or leading for quote in quoted]
    for index in range(len(quoted) - 2, -1, -1):
        if own[index] is None and quoted[index + 1].joined:
            own[index] = own[index + 1]
    for quote, period in zip(quoted, own, strict=True):
        name, inside = _without_period(quote.name)
        rule = "movement.quoted" if quote.begin == hit.begin else "movement.listed"
        yield MovementName(quote.begin, quote.end, name, period or inside, rule)


def _leading(sources: _Sources, hit: Hit) -> Period | None:
    """The interval that opens a movement's sentence, or stands in brackets just before it."""
    sentence = sources.scan.sentence_of(hit.begin)
    begin = max(sentence[0] if sentence else hit.begin, hit.begin - _MAX_LEADING)
    found = sources.next_period(begin, hit.begin)
    if found is None or found.form not in _INTERVALS or found.end > hit.begin:
        return None
    folded = sources.scan.folded
    led = _LED.fullmatch(folded, found.end, hit.begin)
    bracketed = led is not None and led[0].lstrip().startswith(")")
    opens = sentence is not None and _OPENS.fullmatch(folded, sentence[0], found.begin) is not None
    return found.period if led is not None and (bracketed or opens) else None


def _without_period(name: str) -> tuple[str, Period | None]:
    """A period at the end of a quoted name is the movement's period, not its name."""
    last = next((p for p in find_periods(name) if p.end == len(name) and p.form in _WHOLE), None)
    if last is None or len(name[: last.begin].split()) < _MIN_WORDS:
        return name, None
    return name[: last.begin].rstrip(" ,-"), last.period


def _beside(sources: _Sources, at: int, end: int) -> Period | None:
    """The period right behind a name, over a scope ("trong nữ CNVCLĐ") at most."""
    found, folded = sources.next_period(at, end), sources.scan.folded
    if found is None or found.form == "day" or folded[found.end : found.end + 9].strip().startswith("đến nay"):
        return None
    gap = folded[at : found.begin]
    if len(gap) > _MAX_TO_PERIOD or not _BESIDE.match(gap) or _NOT_BESIDE.search(gap):
        return None
    return found.period


def _generic(sources: _Sources, hit: Hit, end: int) -> MovementName | None:
    """A movement without a name of its own, where a period stands beside it."""
    folded = sources.scan.folded
    workers = _WORKERS.match(folded, hit.begin, end)
    name_end = workers.end() if workers else hit.end
    found = sources.next_period(name_end, end)
    trigger = folded[hit.begin : hit.end]
    if found is None or found.form == "day" or not trigger.startswith((_MOVEMENT, f"các {_MOVEMENT}")):
        return None
    scope = _GENERIC.match(folded[name_end : found.begin])
    if scope is None or (not workers and _EMULATION not in trigger):
        return None
    if scope["scope"] and _NOT_GENERIC.search(scope["scope"]):
        return None
    stop = name_end + len(scope["kind"] or "")
    name = tidy(sources.scan.text[folded.index(_MOVEMENT, hit.begin) : stop])
    return MovementName(hit.begin, stop, name[0].lower() + name[1:], found.period, "movement.generic")


def _unquoted(sources: _Sources, hit: Hit, end: int) -> MovementName | None:
    """A name without quotes that begins as such names do: "phong trào phát huy sáng kiến"."""
    folded = sources.scan.folded
    match = _UNQUOTED.match(folded, hit.end, end)
    if match is None or not match["name"].startswith(sources.lexicon.words["movements.openings"]):
        return None
    begin = match.start("name")
    written = sources.scan.text[begin : _unquoted_end(sources, match, end)]
    name = _clean(written)
    if not _MIN_WORDS < len(name.split()) <= _MAX_WORDS:
        return None
    stop = begin + len(written.rstrip())
    return MovementName(hit.begin, stop, name, _beside(sources, stop, end), "movement.unquoted")


def _unquoted_end(sources: _Sources, match: re.Match[str], end: int) -> int:
    """Where a name without quotes ends; "phát huy sáng kiến, hợp lý hóa sản xuất." goes on over its comma.

    So does "lao động giỏi, lao động sáng tạo", whose halves begin alike.
    """
    folded, name_end = sources.scan.folded, _patterns(sources.lexicon).name_end
    for known in sources.lexicon.words["movements.known"]:
        if match["name"].startswith(known) and not match["name"][len(known) : len(known) + 1].isalnum():
            return int(match.start("name")) + len(known)
    opening = ", " + " ".join(match["name"].split()[:2]) + " "
    stop = name_end.search(folded, match.start("name") + 8, match.end("name"))
    while stop is not None and folded.startswith(opening, stop.start()):
        stop = name_end.search(folded, stop.end(), match.end("name"))
    if stop is None:
        return match.end("name")
    rest_is_name = stop[0] == "," and match.end("name") >= end - 1 and len(folded[stop.end() : end].split()) <= 6
    return match.end("name") if rest_is_name and not name_end.search(folded, stop.end(), end) else stop.start()


def _programme(sources: _Sources, hit: Hit, end: int) -> Iterator[MovementName]:
    """An emulation programme by the words of its quoted name: "Chương trình “01 triệu sáng kiến ...”"."""
    for quote in _quoted(sources, hit, end, later=False):
        if any(word in match_key(quote.name) for word in sources.lexicon.words["movements.programme_words"]):
            period = _beside(sources, quote.end, end)
            yield MovementName(quote.begin, quote.end, quote.name, period, "movement.programme")


def _merits(sources: _Sources) -> Iterator[MovementName]:
    """What is commended over a period is a movement: "thành tích xuất sắc trong “X” giai đoạn ..."."""
    for begin, end in sources.scan.sentences:
        match = _MERIT.search(sources.scan.folded, begin, end)
        if match is None:
            continue
        period = _beside(sources, match.end(), end)
        name = _clean(sources.scan.text[match.start("name") : match.end("name")])
        if period is not None and _is_name(name):
            yield MovementName(match.start("name") - 1, match.end(), name, period, "movement.merit")


def _stages(scan: Scan, periods: Sequence[FoundPeriod]) -> Iterator[MovementName]:
    """A phase of the article's emulation movement: "Đợt 1 (từ 31/01 đến 31/5/2023): Thi đua ..."."""
    for found in periods:
        match = _STAGE.search(scan.folded, max(0, found.begin - 16), found.begin)
        if match is None or found.form not in ("days", "months"):
            continue
        sentence = scan.sentence_of(found.begin)
        if sentence is not None and _EMULATION in scan.folded[sentence[0] : sentence[1]]:
            name = f"{_MOVEMENT} {_EMULATION} Đợt {match['number'].upper()}"
            yield MovementName(match.start(), found.end, name, found.period, "movement.stage")
