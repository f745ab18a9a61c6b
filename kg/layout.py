"""Which stretches of an article are not its running text: title, author, source, date, photo credits, captions.

    TITLE    the headline                         BYLINE   the author's line: "Tin, ảnh: Thu Hiền"
    SOURCE   where the article comes from         DATE     a date that stands alone: "Thứ Hai, 29/6/2020"
    CREDIT   a photo credit: "- Ảnh: T.V"         CAPTION  a photo's caption, without its credit

Goes by the look of lines alone and knows no names. Facts may be read from titles and captions; the other
four are masked, so they are marked only where a whole line (or the tail of one) can be nothing else: to
mask a sentence is worse than to miss a credit.
"""

from __future__ import annotations

import re
from datetime import date

from kg.model import Stretch

_LETTERS = [chr(c) for c in (*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x250), *range(0x1EA0, 0x1EFA))]
_UPPER = "".join(c for c in _LETTERS if c.isupper())
_LOWER = "".join(c for c in _LETTERS if c.islower())

# Names as authors write them: "Ngọc Liêm", "THANH VÂN", "K.Thảo", "T.V", "Đ. V", "HH"
_SYLLABLE = rf"[{_UPPER}][{_UPPER}{_LOWER}’']*"
_INITIALS = rf"(?:[{_UPPER}][{_LOWER}]?\. ?){{1,3}}"
_NAME = rf"(?:{_SYLLABLE}(?: {_SYLLABLE}){{1,4}}|{_INITIALS}(?:{_SYLLABLE}(?: {_SYLLABLE})?)?|[{_UPPER}]{{2,4}})"
_STAFF = (
    r"(?:(?:[Nn]hóm )?(?:PV|CTV|BTV|BBT|[Pp]hóng viên|[Cc]ộng tác viên)|[Bb]an [Bb]iên tập)"
    r"(?:, (?:PV|BTV|CTV))*(?: Quốc hội| thời sự)?"
)
_AND = r"(?: ?[-–—,;/&+] ?| và )"
_WHO = rf"(?:{_NAME}|{_STAFF})(?:{_AND}(?:{_NAME}|{_STAFF}))*"
_WORK = (
    r"(?:[Tt]in|TIN|[Bb]ài(?: viết)?|BÀI|[Ảả]nh|ẢNH|[Vv]ideo|[Cc]lip"
    r"|[Tt]hực hiện|[Tt]ác giả|[Nn]gười viết|[Ll]ược dịch)"
)
_LABEL = rf"{_WORK}(?: ?(?:[-–,;&/]|và) ?{_WORK}){{0,3}} ?: ?"
_AFTER_NAME = (
    r" ?\((?:[Tt]ổng hợp|[Tt]hực hiện|[Tt] ?/ ?[Hh]|[Bb]iên dịch|[Dd]ịch|[Gg]hi|CTV|[Bb]iên soạn|[Tt]heo [^()]{2,40})\)"
    r"| (?:[Tt]ổng hợp|thực hiện|ghi)"
)
_BODY = (
    r"(?:Văn phòng |VP |Ban [^,.;:]{2,20} |Phòng [^,.;:]{2,20} )?"
    r"(?:Tổng LĐLĐ|Liên đoàn Lao động|LĐLĐ|Công đoàn|CĐ|UBND|Huyện ủy|Thành ủy|Tỉnh ủy"
    r"|Cổng (?:TTĐT|[Tt]hông tin)|Trang (?:[Tt]in|[Tt]hông tin|TTĐT)"
    rf"|Báo (?=[{_UPPER}])|Đài (?:PT|[Pp]hát thanh|[Tt]ruyền hình))(?!\w)"
)
_BYLINE = re.compile(
    rf"\(?(?:(?:{_LABEL})?{_WHO}|{_LABEL}{_SYLLABLE})(?:{_AND}{_LABEL}(?:{_WHO}|{_SYLLABLE}))*"
    rf"(?:{_AFTER_NAME})?(?: ?[-–,(] ?{_BODY}[^,.;:()]{{0,50}}\)?)?\)?"
)
# An author glued to the last sentence: "... lần thứ X. Ngọc Liêm"; after "TP." there is no end of a sentence
_GLUED = re.compile(
    rf"(?:(?<=[{_LOWER}0-9)”\"][.!?…])|(?<=[{_LOWER}][.!?][”\"])) ?"
    rf"({_SYLLABLE}(?: {_SYLLABLE}){{1,3}})(?:{_AFTER_NAME})?$"
)

_MEDIUM = rf"[{_UPPER}][\w.+]*(?:[ ,/&+-]{{1,3}}[\w.+]+){{0,4}}"
_THEO = re.compile(
    rf"\(?(?:Theo|THEO) (?:báo |[Tt]rang |đài |tạp chí |hãng tin )?({_MEDIUM}|\w+\.(?:vn|com|org)(?:\.vn)?)\)?"
)
_NGUON = re.compile(r"\(?Nguồn(?: tin| tham khảo)? ?: ?[^:]{2,70}")
_SOURCE_BODY = re.compile(rf"{_BODY}[^,.;:!?…]{{0,50}}")
_VERBS = re.compile(
    r"\b(?:tổ chức|trao|tặng|phát biểu|tại|đã|được|ký|cho|họp|thăm|khen|dự|phát động|chúc|ra mắt|là|và|có)\b"
)
_OPENING_SOURCE = re.compile(rf"\(([{_UPPER}][^()\d\n]{{0,24}}|[{_UPPER}]{{1,8}})\) ?[-–—]")

_DAY = r"(?P<d>\d{1,2}) ?(?:[/.-] ?(?P<m>\d{1,2}) ?[/.-] ?|tháng (?P<m2>\d{1,2}) năm )(?P<y>(?:19|20)\d\d)\b"
_WEEKDAY = r"(?:[Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|THỨ [A-ZƯĂẢÁ2-7]+|[Cc]hủ [Nn]hật|CN|T[2-7])"
_CLOCK = r"(?:(?:lúc )?\d{1,2} ?(?:[:h]|giờ) ?(?:\d\d)?(?::\d\d)?(?: phút)?(?: ?[AaPp][Mm])?)"
_POSTED = (
    r"(?:(?:[Nn]gày )?(?:[Đđ]ăng|[Cc]ập nhật|[Xx]uất bản)(?: (?:lúc|ngày|lần cuối))* ?:? ?|[Tt]hời gian đăng ?: ?)"
)
_BREAK = r"[ ,|(–-]{0,4}"
_DATE = re.compile(
    rf"[(\[]?(?:{_POSTED})?(?:(?!Ngày|Thứ)[{_UPPER}][^,\d\n]{{1,25}}, ?)?(?:{_WEEKDAY}{_BREAK})?(?:{_CLOCK}{_BREAK})?"
    rf"(?:{_WEEKDAY}{_BREAK})?(?:[Nn]gày:? )?{_DAY}(?:{_BREAK}{_CLOCK})?(?: ?\(?GMT ?[+]? ?7\)?)?[)\]]?\.?"
)
_DATELINE = re.compile(rf"\((?:[{_UPPER}][^()\d\n]{{1,25}}, ?)?(?:ngày )?{_DAY}\) ?[-–—:]")
_YEAR = re.compile(r"(?:19|20)\d\d")

_KIND = r"(?:minh (?:hoạ|họa)|tư liệu|chụp|cắt từ clip|nhỏ|trên|dưới|lớn|internet)"
_SHOT = rf"(?:[Nn]guồn )?(?:[Ảả]nh|ẢNH|[Vv]ideo|[Đđ]ồ (?:hoạ|họa)|[Ii]nfographic|[Cc]lip)(?: {_KIND})?"
_CREDIT_TAIL = re.compile(rf"(?:(?<=\S)[ ,]*[-–—|/] ?|[(\[] ?)?({_SHOT}) ?: ?([^:()\[\]]{{1,60}}?)[)\]]?\.?$")
_CREDIT_BRACKET = re.compile(rf"\((?:({_SHOT}) ?: ?([^:()\n]{{1,50}})|(?:[Ảả]nh|Hình)(?: {_KIND})?)\)")
_CREDIT_ALONE = re.compile(
    r"[(\[]?[Ảả]nh (?:minh (?:hoạ|họa)|tư liệu|chụp màn hình)[)\]]?\.?"
    r"|[^\n/:?*]{1,60}\.(?:jpe?g|JPE?G|png|PNG|gif|webp|bmp)"
)
# What may stand in lower case in a credit; more than two other such words make it a sentence
_CREDIT_WORDS = frozenset(
    "báo minh hoạ họa tư liệu internet cung cấp nhân vật và công an tỉnh huyện xã quận bệnh viện trường phóng viên"
    " facebook chụp màn hình gia đình người dân bạn đọc cắt từ clip video đài trang the of".split()
)
_HONORIFIC = re.compile(r"(?:Ông|Bà|Anh|Chị|Em|Đồng chí|Các|Lãnh đạo|Chủ tịch|Phó|Đ/c|Đại diện|Toàn cảnh|Quang cảnh)\b")

_CAPTION_OPENING = re.compile(r"(?:(?:Trong )?[ẢH]nh|Hình)(?: (?:trên|dưới|\d))? ?: ?")
_SCENE = re.compile(
    r"(?:Đồng chí|Đ/c|Ông|Bà|Các|Quang cảnh|Toàn cảnh|Lãnh đạo|Đại diện|Đại biểu|Chủ tịch|Phó|Ban|Đoàn"
    r"|LĐLĐ|Công đoàn|Thừa)\b"
)
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_PERSON = ("Ông ", "Bà ", "Chị ", "Đồng chí ", "Thầy ", "Cô ")  # "Anh Minh" is an author as often as not
_GAP = re.compile(r" *\n *\n")
_END = (".", "!", "?", "…", "”", '"', ":", ";")
_MAX_SHORT = 130
_MAX_CAPTION = 400
_HEAD, _TAIL = 600, 250

_Line = tuple[int, int, str]


def mark(text: str, *, title: str | None = None) -> tuple[Stretch, ...]:
    r"""Mark what is not running text; sorted by `begin`, without overlaps, offsets in characters.

    `title` is the article's title where it is known; otherwise the first line is judged by its look.

    >>> text = "Trao giải\n\nTối 19-8, thành phố tổ chức lễ trao giải.\n\nLê Hạnh"
    >>> [(stretch.label, text[stretch.begin : stretch.end]) for stretch in mark(text)]
    [('TITLE', 'Trao giải'), ('BYLINE', 'Lê Hạnh')]
    """
    lines: list[_Line] = [(m.start(), m.end(), m[0]) for m in _LINE.finditer(text)]
    head = _title(text, lines, title)
    found = {i: [Stretch("TITLE", begin, end)] for i, (begin, end, _) in enumerate(lines) if end <= head}
    body = range(len(found), len(lines))
    for i in body:
        if stretches := _credits(lines[i]):
            found[i] = stretches
    signature = _signature(text, lines, body, found)
    found.update({i: _signed(lines[i]) for i in signature})
    _mark_glued(lines, found, body, signature)
    _mark_dates(lines, found, body)
    _mark_captions(text, lines, found, signature)
    return tuple(sorted((s for group in found.values() for s in group), key=lambda s: s.begin))


def title(text: str) -> str | None:
    r"""Give the first line if it looks like a headline, else None.

    >>> title("Trao giải thưởng\n\nTối 19-8, thành phố tổ chức lễ trao giải.")
    'Trao giải thưởng'
    """
    lines: list[_Line] = []
    for m in _LINE.finditer(text):
        lines.append((m.start(), m.end(), m[0]))
        if len(lines) == 2:
            break
    return lines[0][2] if _title(text, lines, None) else None


def published(text: str) -> date | None:
    r"""Give the date that stands alone near the beginning or the end, or in the dateline; else None.

    Dates inside sentences are the events' own and never taken.

    >>> published("Tin\n\nThứ Hai, 29/6/2020, 08:30\n\nSáng 28/6, ...")
    datetime.date(2020, 6, 29)
    """
    head, tail = text[:_HEAD], text[max(_HEAD, len(text) - _TAIL) :]
    if not (_YEAR.search(head) or _YEAR.search(tail)):
        return None
    opening = head.split("\n") if len(text) <= _HEAD else head.split("\n")[:-1]
    for line in map(str.strip, (*opening[:9], *tail.split("\n")[1:])):
        if found := (_DATE.fullmatch(line) if len(line) <= 80 else None) or _DATELINE.match(line):
            return _day(found)
    return None


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["y"]), int(match["m"] or match["m2"]), int(match["d"]))
    except ValueError:  # 31/6/2020
        return None


def _title(text: str, lines: list[_Line], title: str | None) -> int:
    """Give where the title ends; 0 where there is none."""
    if title and text.startswith(title):
        return len(title)
    if len(lines) < 2:
        return 0
    (_, end, first), (begin, _, second) = lines[:2]
    if len(first) > 200 or (first.endswith((".", ";", ":", ",")) and not first.endswith("...")):
        return 0
    if _DATE.fullmatch(first) or _OPENING_SOURCE.match(first) or _CREDIT_ALONE.fullmatch(first):
        return 0
    apart = "\n" in text[end + 1 : begin]
    return end if apart or (len(first) <= 150 and len(second) > 1.5 * len(first)) else 0


def _credits(line: _Line) -> list[Stretch]:
    """Find the photo credits of a line, and label what is left of it as a caption."""
    begin, end, text = line
    if "nh" not in text and "NH:" not in text and len(text) > 80:
        return []
    if len(text) <= 70 and _CREDIT_ALONE.fullmatch(text):
        return [Stretch("CREDIT", begin, end)]
    tail = _CREDIT_TAIL.search(text, max(0, len(text) - 90)) if ":" in text[-70:] else None
    if tail and _is_credit(tail[2]):
        caption = text[: tail.start()].rstrip()
        credit = Stretch("CREDIT", begin + tail.start() + len(tail[0]) - len(tail[0].lstrip(" ,")), end)
        above = [Stretch("CAPTION", begin, begin + len(caption))] if 0 < len(caption) <= _MAX_CAPTION else []
        return [*above, credit]
    return [
        Stretch("CREDIT", begin + m.start(), begin + m.end())
        for m in (_CREDIT_BRACKET.finditer(text) if "nh" in text and "(" in text else ())
        if not m[2] or _is_credit(m[2])
    ]


def _is_credit(who: str) -> bool:
    """Tell a credit's names from a caption that begins with "Ảnh:"."""
    if _HONORIFIC.match(who) or ("." in who.rstrip(". ").replace(". ", ".").rstrip(".") and len(who) > 45):
        return False
    words = who.replace("/", " ").split()
    plain = sum(w[0].islower() and w.strip(".,;").lower() not in _CREDIT_WORDS for w in words)
    return plain <= (2 if any(w[0].isupper() for w in words) else 1) and len(words) <= 9


def _signature(text: str, lines: list[_Line], body: range, found: dict[int, list[Stretch]]) -> list[int]:
    """Find the lines at the end that sign the article; photo captions may stand after them."""
    for i in reversed(body):
        _, end, line = lines[i]
        if i < body.start + 1 or len(text) - end > 0.5 * len(text):
            break
        last = i + 1 == len(lines)
        if i in found and not line.lstrip("(").startswith(("Tin", "Bài", "TIN", "BÀI")):
            continue  # a photo's credit, not the article's author
        if len(line) <= 90 and (last or _GAP.match(text, end)) and _label(line, last=last) and not _in_list(lines, i):
            above = lines[i - 1][2]
            return [i - 1, i] if i - 1 > body.start and len(above) <= 90 and _label(above, last=False) else [i]
    return []


def _in_list(lines: list[_Line], i: int) -> bool:
    """Tell whether the line is one of a list of names, which may well be recipients."""
    above = lines[i - 1][2]
    return above.endswith((":", ";", ",")) or all(
        i - k > 0 and _BYLINE.fullmatch(lines[i - k][2]) is not None for k in (1, 2)
    )


def _label(line: str, *, last: bool) -> str | None:
    """Give BYLINE or SOURCE for a line that signs an article, None for another."""
    if (_THEO.fullmatch(line) and len(line) <= 40) or _NGUON.fullmatch(line):
        return "SOURCE"
    if line.startswith(("Ảnh", "ảnh", "ẢNH")) and " - " not in line:
        return None
    if last and len(line) <= 60 and _SOURCE_BODY.fullmatch(line) and not _VERBS.search(line):
        return "SOURCE"
    return "BYLINE" if _BYLINE.fullmatch(line) and not line.startswith(_PERSON) else None


def _signed(line: _Line) -> list[Stretch]:
    begin, end, text = line
    return [Stretch(_label(text, last=True) or "BYLINE", begin, end)]


def _mark_glued(lines: list[_Line], found: dict[int, list[Stretch]], body: range, signature: list[int]) -> None:
    """Mark an author whose name stands behind the last full stop of the article."""
    if signature or not body or (last := body[-1]) in found:
        return
    begin, end, text = lines[last]
    if len(text) > 60 and (glued := _GLUED.search(text, len(text) - 60)):
        found[last] = [Stretch("BYLINE", begin + glued.start(1), end)]


def _mark_dates(lines: list[_Line], found: dict[int, list[Stretch]], body: range) -> None:
    """Mark lines that are a date, datelines, and the "(NL)-" that opens an article."""
    for i in body:
        begin, end, text = lines[i]
        if i in found:
            continue
        if len(text) <= 80 and _YEAR.search(text) and _DATE.fullmatch(text):
            found[i] = [Stretch("DATE", begin, end)]
        elif i < 4 and text.startswith("("):
            if dateline := _DATELINE.match(text):
                found[i] = [Stretch("DATE", begin, begin + dateline.end())]
            elif opening := _OPENING_SOURCE.match(text):
                found[i] = [Stretch("SOURCE", begin, begin + opening.end())]


def _mark_captions(text: str, lines: list[_Line], found: dict[int, list[Stretch]], signature: list[int]) -> None:
    """Mark captions: by their opening, above a credit of its own line, after the signature, or by repetition."""
    after = signature[-1] if signature else len(lines)
    for i, (begin, end, line) in enumerate(lines):
        if i in found or len(line) > _MAX_CAPTION:
            continue
        below = found.get(i + 1)
        credited = below is not None and below[0].label == "CREDIT" and below[0].begin == lines[i + 1][0]
        if (credited and begin + len(line) + 1 == lines[i + 1][0] and len(line) <= 250) or i > after:
            found[i] = [Stretch("CAPTION", begin, end)]
        elif len(line) <= _MAX_SHORT and i > 0 and (_CAPTION_OPENING.match(line) or _is_scene(text, lines, i)):
            found[i] = [Stretch("CAPTION", begin, _caption_end(lines, i, found))]


def _is_scene(text: str, lines: list[_Line], i: int) -> bool:
    """Tell a lone unfinished line that repeats words of the article from a heading."""
    line = lines[i][2]
    if line.endswith(_END) or not _SCENE.match(line) or i + 1 == len(lines):
        return False
    words = line.split()
    triples = [" ".join(words[k : k + 3]) for k in range(len(words) - 2)]
    return len(words) >= 6 and sum(text.count(t) > 1 for t in triples) >= 2


def _caption_end(lines: list[_Line], i: int, found: dict[int, list[Stretch]]) -> int:
    """Give where a caption ends that may go on in the next line: "phát biểu tại hội nghị"."""
    if i + 1 < len(lines) and i + 1 not in found:
        _, end, below = lines[i + 1]
        if len(below) <= 60 and below[0].islower() and not below.endswith(_END):
            found[i + 1] = []
            return end
    return lines[i][1]
