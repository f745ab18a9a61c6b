"""What may stand between titles, bodies and people: the grammar of roles as patterns over folded text.

Those that need words of the lexicon (verbs of office and appointment, honorifics) are compiled once for each lexicon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.lexicon.patterns import one_of

BRACKETS = re.compile(r"\([^()]*\)")
# Between two units of one person
JOINED = re.compile(
    r"^\s*(?:\([^)]*\))?\s*"
    r"(?:,|-|–|/|kiêm|kiêm\s+nhiệm|và|&|, kiêm|- kiêm|, đồng thời là|đồng thời là|, đồng thời|, hiện là|nguyên|cựu"
    r"|, nguyên|, cựu|- nguyên|và là|, là|quyền|rồi|rồi là|, rồi|sau đó là|, sau đó là"
    r"|và cho thôi giữ chức|và cho thôi giữ chức vụ|, cho thôi giữ chức|và thôi giữ chức)?"
    r"\s*(?:kiêm|nguyên|cựu|đồng\s+thời\s+là|hiện\s+là)?\s*$"
)
MORE_OF_A_NAME = re.compile(r"^\s(?P<words>[^\W\d_]+(?:\s[^\W\d_]+){0,2})\s*(?:,|kiêm|-)\s*(?:nguyên\s*)?$")
PLURAL = re.compile(
    r"(?:các|hai|ba|bốn|năm|những|(?<!\d)\d{1,2})\s*(?:đồng\s+chí|đ/c|ông|bà|anh|chị)?\s*(?:nguyên|cựu)?\s*$"
)
SENT_ELSEWHERE = re.compile(r"điều\s+động|luân\s+chuyển|phân\s+công")
# So before the person: "điều động ông X, Phó Bí thư Huyện ủy A, giữ chức ..."
SENT = re.compile(r"(?:điều\s+động|luân\s+chuyển|phân\s+công|bổ\s+nhiệm)(?!\w)[^.;:\n]{0,90}$")
TAKES_UP = re.compile(r"giữ\s+chức|làm|đảm\s+nhiệm|nhận\s+nhiệm\s+vụ")
# Between a unit and the body around it
OPEN_BODY = re.compile(r"^\s*[(,–-]?\s*(?:thuộc|trực\s+thuộc|của)?\s*[(]?\s*$")
# "Hội đồng X do Thủ tướng A làm chủ tịch"
# "được Ban Chấp hành X khóa XVII bầu làm Phó Chủ tịch"
AGENT = re.compile(r"(?<!\w)được\s+$")
ELECTS = re.compile(r"[^.;:,]{0,40}(?<!\w)bầu\s+(?:làm|giữ\s+chức(?:\s+vụ)?|vào\s+chức\s+vụ)\s*$")
LED_BY = re.compile(r"(?<!\w)(?:do|nơi)\s[^.;]*\slàm\s*$")
# "Đại hội Công đoàn các Khu công nghiệp ... Tại phiên họp thứ nhất, ông A được bầu làm Chủ tịch"
CONGRESS = re.compile(r"(?<!\w)đại\s+hội\s+(?:[xvi]+\s+|lần\s+thứ\s+[xvi\d]+\s+|đại\s+biểu\s+|điểm\s+)*$")
ELECTED = re.compile(r"(?<!\w)(?:bầu|đắc\s+cử|tái\s+cử|trúng\s+cử|phiên\s+họp\s+thứ\s+nhất)(?!\w)")
BEFORE_THAT = re.compile(r"^\W*(?:trước\s+khi|trước\s+lúc)(?!\w)")
THEN = re.compile(
    r"^\W*(?:(?:khi|lúc)\s+(?:ấy|đó)|hồi\s+(?:ấy|đó)|bấy\s+giờ|thời\s+đó)\W*(?:(?:ông|bà|anh|chị|đồng\s+chí)\s+)?$"
)
MAKES = re.compile(r"(?<!\w)(?:làm|giữ\s+chức|vào\s+chức|chức\s+danh|để)(?!\w)")
# The sentence does not say that somebody holds the office: "không phải là", "muốn làm", "có phải là ...?"
NOT_HELD = re.compile(r"(?<!\w)(?:phải|muốn|chưa|chẳng|nếu|ước|mơ)(?!\w)")
NEW_SUBJECT = re.compile(r"[.;:]|\bcủa\b")
# Words that make a title somebody's to speak for, not the next person's own: "thừa ủy quyền của Chủ tịch nước, ông X"
SPOKEN_FOR = re.compile(
    r"(?:của|thay\s+mặt|đại\s+diện|ủy\s+quyền|ủy\s+nhiệm|gửi|được|bởi|trước|với|tới|đến|cho|cùng)\s+$"
)
# Who acts for an office is not who holds it: "thừa lệnh Chủ tịch nước, Phó Thủ tướng A"
ON_BEHALF = re.compile(r"(?:thừa\s+lệnh|thay\s+mặt|(?:ủy\s+quyền|ủy\s+nhiệm|đại\s+diện)(?:\s+của)?)\s+$")
AND = re.compile(r"\s*và(?!\w)")
# An item of a list of guests: "...; A, B - Phó Chủ tịch X"
ITEM = re.compile(r";\s*(?:[^\W\d_]+\s+){0,3}$")
DASH = re.compile(r"\s*[–-]\s*$")
ALIKE = re.compile(r"(?<!\w)đều(?!\w)")
BACK_THEN = re.compile(r"(?:trước|khi|lúc)\s+đó|lúc\s+bấy\s+giờ")
RETIRED = re.compile(
    r"\s*(?:\(cũ\)|,?\s*(?:(?:đã|vừa|mới|được|giải\s+quyết|chính\s+thức)\s+)*nghỉ\s+(?:hưu|chế\s+độ|công\s+tác)(?!\w))"
)
SHORT_NAME = re.compile(r"\([A-ZĐƯ&\d-]{2,12}\)")  # of the body before it: "Ngân hàng Nhà nước (NHNN)"
LISTED = re.compile(r"\s*(?:gồm|:|là\s)")


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns that lean on the lexicon's words."""

    left: re.Pattern[str]  # between a person and the group that follows
    appointed: re.Pattern[str]  # so, over a verb of appointment
    nominal: re.Pattern[str]  # "việc bổ nhiệm ...": of somebody else
    office_verb: re.Pattern[str]  # a verb of office just before a title
    moved: re.Pattern[str]  # between a group and the same person's next office
    right: re.Pattern[str]  # between a group and the person right behind it
    right_after: re.Pattern[str]  # so, over a comma, a colon or "là"
    relieved: re.Pattern[str]  # so, of whom an office is taken or given: "miễn nhiệm chức vụ R đối với ông X"
    confers: re.Pattern[str]  # before such an office: "quyết định bổ nhiệm R cho ông X"
    listed: re.Pattern[str]  # between two people of one list
    office: re.Pattern[str]  # between "nguyên", "từng" ... and the title
    replaces: re.Pattern[str]  # between a group and who held the office before
    puts_in: re.Pattern[str]  # a verb of appointment
    takes_over: re.Pattern[str]  # so, between that one and the office
    instead_of: re.Pattern[str]  # before somebody whose office another one takes
    kin: re.Pattern[str]  # before somebody whose kin a sentence is about: "vợ ông X là ..."
    together: re.Pattern[str]  # before people announced as one: "các đồng chí A, B", "giới thiệu ông A và bà B"
    conferred: re.Pattern[str]  # before a title that a verb in the running text confers
    pronoun: re.Pattern[str]  # "ông" alone, as who goes on


@lru_cache(maxsize=8)
def patterns(lexicon: Lexicon) -> Patterns:
    """Compile the patterns of a lexicon."""
    words = lexicon.words
    verb, adverb, appoint = (one_of(words[f"office_verbs.{name}"]) for name in ("hold", "adverbs", "appoint"))
    name = one_of(lexicon.introductions, words["honorifics.clergy"])
    honorific = rf"(?:(?:các\s+|hai\s+|ba\s+)?{name}\.?,?\s*)*"
    people = one_of(words["honorifics.pronouns"], ["đ/c"])
    adverbs = rf"(?:{adverb}\s+)*"
    kin = frozenset(words["honorifics.kin"])
    return Patterns(
        left=re.compile(
            rf"^(?!.*\bđược\s*$)\s*(?:\([^()]{{0,60}},)?\s*(?:[,–(-]|:)?\s*{adverbs}(?:{verb}\s*)?{adverbs}(?:các\s+chức\s+vụ\s*:?\s*)?[“\"(]?\s*$"
        ),
        appointed=re.compile(
            rf"^\s*[,–-]?\s*{adverbs}(?:[^.;:]{{0,90}}?\s)?{appoint}\b[^.;:]{{0,70}}?\b(?:{verb}|thôi\s+giữ\s+chức(?:\s+vụ)?)\s*$"
        ),
        nominal=re.compile(rf"(?<!\w)việc\s+{appoint}(?!\w)"),
        office_verb=re.compile(rf"(?:^|\s){verb}\s*$"),
        moved=re.compile(rf"^\s*[,–-]?\s*{adverbs}(?:{appoint}[^.;:]{{0,60}}?\s)?{verb}\s*$"),
        right=re.compile(rf"^\s*{honorific}\s*$"),
        right_after=re.compile(
            rf"^\s*(?:[,:–(-]|(?:khác|trước\s+đó|hiện\s+nay|hiện|khi\s+đó|lúc\s+đó)?\s*là|gồm|gồm\s+có|gồm\s*:|do)\s*"
            rf"(?:là\s+|gồm\s+)?(?:có\s+)?{honorific}:?\s*$"
        ),
        relieved=re.compile(rf"^\s*(?:đối\s+với|cho|của)\s+{honorific}\s*$"),
        confers=re.compile(rf"(?:{appoint}|giữ\s+chức|chức\s+vụ|chức\s+danh|chức|tư\s+cách|nhiệm\s+vụ)\s*$"),
        listed=re.compile(rf"^\s*(?:,|;|và|cùng|,\s*và)\s*{honorific}\s*$"),
        office=re.compile(rf"^\s*(?:{verb}|các|qua|chức|vụ|tư\s+cách|:|,|\s)*$"),
        replaces=re.compile(rf"^[^.;]{{0,60}}?\bthay(?:\s+thế)?(?:\s+cho)?\s+{honorific}$"),
        puts_in=re.compile(rf"(?<!\w){appoint}(?!\w)"),
        takes_over=re.compile(rf"\s*,\s*{adverbs}{verb}\s*$"),
        instead_of=re.compile(rf"(?<!\w)thay(?:\s+thế)?(?:\s+cho)?\s+{honorific}$"),
        kin=re.compile(
            rf"(?<!\w)(?:{one_of(kin - lexicon.introductions)}\s+(?:của\s+)?{honorific}"
            rf"|{one_of(kin)}\s+(?:của\s+{honorific}|(?:{name}\.?,?\s*)+))$"
        ),
        together=re.compile(
            rf"(?:(?:các|hai|ba|những)\s+{people}(?:\s*,\s*{people})*\s*:?\s*(?:là\s*)?|{appoint}\s+{honorific})$"
        ),
        conferred=re.compile(
            rf"(?:{appoint}[^.;]{{0,30}}{verb}|cương\s+vị|chức\s+vụ|giữ\s+chức|chức\s+danh|vị\s+trí)\s*$"
        ),
        pronoun=re.compile(
            rf"(?<!\w){one_of(words['honorifics.pronouns'])}(?=\s+{one_of(words['office_verbs.goes_on'])})"
        ),
    )
