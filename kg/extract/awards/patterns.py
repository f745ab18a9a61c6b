"""What may stand between honours, recipients and awarders: the grammar of awards as patterns over folded text.

Those that need words of the lexicon (verbs that give and receive, honorifics) are compiled once for each lexicon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.lexicon.patterns import one_of, word_of

# ---- between honours
SAME_CLAUSE = re.compile(r"^\s*[\"']?\s*(?:,|và|, và|cùng|hoặc|/|&|-)\s*(?:[\d.]+\s+|danh\s+hiệu\s*)?[\"']?$")
# A title that leads a name in: "NSƯT Kim Oanh"
ABBREVIATED = re.compile(r"[A-ZĐƯ]{2,5}\.? (?P<name>[^\W\d_]{2})")
# ---- whether it happened
GIVEN_AFTER_ALL = re.compile(r"(?<!\w)(?:đã|vừa|quyết\s+định)\s+(?:được\s+)?(?:trao|tặng|phong)")
GOT_SINCE = re.compile(r",[^;.]*(?<!\w)(?:đạt|được|nhận)(?!\w)")
ALREADY = re.compile(r"đã\s+(?:được\s+)?(?:trao|tặng)")
# So behind an honour: "3 hồ sơ đề nghị tặng Bằng khen không đủ điều kiện"
REFUSED = re.compile(
    r"^[^,;.]{0,40}(?<!\w)(?:(?:không|chưa)\s+(?:đủ|đạt|được\s+(?:chấp\s+thuận|thông\s+qua)|có\s+(?:(?:những|các)\s+)?(?:gương\s+mặt|cái\s+tên|tên|nghệ\s+sĩ))|bị\s+(?:loại|trả\s+lại))"
)
PENDING = re.compile(r"đang\s+được\s+(?:trình|xem\s+xét|xét|đề\s+nghị)")
# ---- recipients behind an honour
FOR = re.compile(
    r"(?<!\w)(?:(?<!giao )cho|tới|đến|đối\s+với|với|(?:đã\s+|truy\s+)?tặng|đã\s+trao|tuyên\s+dương|biểu\s+dương"
    r"|vinh\s+danh|tôn\s+vinh|thuộc\s+về|lên\s+lá\s+cờ(?:\s+truyền\s+thống)?\s+của)\s+|:\s+"
)
# Before the colon of a list: "Cờ thi đua của Bộ Công Thương: A, B", "Giải thưởng X năm 2016: A, B"
BEFORE_COLON = re.compile(r"\s*(?:(?:của|do)\s[^:;,]{2,70}|năm\s+\d{4}|lần\s+thứ\s+\w+)\s*")
# The honour is the subject: "Giải thưởng X năm nay được Bộ Y trao cho 4 tập thể"
WAS_GIVEN = re.compile(
    r"^\s*[\"']?\s*(?:của\s[^;.:,]{2,60}?\s)?(?:năm\s+(?:nay|\d{4})|lần\s+này|đã|vừa|cũng|\s)*(?P<passive>được)(?P<by>\s[^;.]{0,80}?)?\s+"
    r"(?:trao\s+tặng|trao|tặng|phong\s+tặng|truy\s+tặng)\s+cho\s+"
)
CLEAR_WAY = re.compile(
    r"(?<!\w)(?:được|nhưng|quyết\s+định|dành|là|trong\s+khi|còn|song|có\s+thể|tạo\s+(?:ra|việc)|nộp)(?!\w)"
)
REVOKED_OF = re.compile(r"[^;.]{0,40}?của\s+")
# Between a subject's honours, each with its awarder or its year
SECOND = re.compile(
    r"\s*(?:(?:do|của|năm)\s[^;.:()]{2,70}?)?(?:\([^()]{0,40}\))?\s*(?:,|và|cùng|, và)\s*"
    r"(?:\d+\s+|nhiều\s+|các\s+)?[\"']?"
)
AGAIN_PASSIVE = re.compile(
    r"^(?:\s*\([^)]*\))?(?:\s*năm\s+\d{4}(?:\s*,\s*\d{4})*)?\s*[,;]?\s*(?:và\s+)?(?:năm\s+\d{4}\s*,?\s*)?(?:đã\s+|còn\s+|vinh\s+dự\s+)?được\s"
)
NAMELY = re.compile(
    r"^[^;.]{0,70}?(?<!\w)(?:là|gồm|gồm\s+có|gồm\s+các|như)\s*(?:các\s+|có\s+)?(?:nsưt|nsnd|ông|bà|đồng\s+chí)?\s*:?\s*"
)
WITHIN_COUNT = re.compile(r"^[^;.\"]{0,80}?(?:,|và)\s*(?:hơn\s+|trên\s+|gần\s+)?$")
LOOSELY_WITHIN_COUNT = re.compile(r"[^;.,]{0,25},\s*")
# "cho ông A (bản X) và Hợp tác xã Y"
AND_BODY = re.compile(r"\s*(?:\([^()]*\))?\s*(?:,\s*)?và\s+")
AND_COUNTED = re.compile(r"(?:,\s*)?(?:và|cùng)\s+(?:hơn\s+|trên\s+|gần\s+)?$")
PART_OF = re.compile(r"trong\s+(?:đó|số\s+đó)\s*(?:,|có|gồm)*\s*(?:có\s+)?(?:[^\W\d_]+\s+){0,2}$")
THEY_ARE = re.compile(
    r"^\W*(?:(?:họ|đó|danh\s+sách(?:\s+này)?)\s+(?:là|gồm\s+có|gồm|bao\s+gồm)|gồm\s+có|gồm|bao\s+gồm"
    r"|trong\s+(?:số\s+)?(?:đó|này)\s*,?\s+có)(?:\s+các)?\s*:?\s"
)
# ---- recipients before an honour
JUST_BEFORE = re.compile(r"[^;.]{0,60}")
# "97 lượt đồng chí là Chiến sĩ thi đua cơ sở"
TOLD_AS = re.compile(r"\s+là\s+(?:danh\s+hiệu\s+)?")
IS_REFUSED = re.compile(r"\s+(?:vẫn\s+|hiện\s+)?(?:chưa|không)\s+(?:đủ|đạt|được)(?!\w)[^;.]{0,40}")
# "Công đoàn X, do ông A làm Chủ tịch, được ..."
LED_BY_SOMEBODY = re.compile(r",\s*do\s[^,;.]{3,70},\s*(?:đã\s+|cũng\s+|vinh\s+dự\s+)*$")
BELONGS = re.compile(r"(?<!\w)(?<!trường hợp )(?:của|thuộc|tại|ở|trong)\s+$")
# "Với trường hợp ông A, Hội đồng không đồng ý đề nghị ..."
CASE_OF = re.compile(r"(?<!\w)(?:trường\s+hợp|hồ\s+sơ)(?:\s+của)?\s+(?:[^\W\d_]+\s+)?$")
ONE_OF = re.compile(r"(?<!\w)là\s+(?:một|1)\s+trong\s+(?:số\s+)?(?:những\s+)?$")
# Whom somebody helped is not honoured: "người cứu 6 thuyền viên gặp nạn, được ..."
HELPED = re.compile(
    r"(?<!\w)(?:cứu(?:\s+(?:sống|giúp|hộ|được|thoát))?|giúp(?:\s+đỡ)?|hỗ\s+trợ|đỡ\s+đầu|nuôi|dạy|chăm\s+sóc"
    r"|bắt(?:\s+giữ)?)\s+$"
)
# Others than the one named before: "... cho các nhà khoa học đoạt ...", "những người được ..."
OTHERS = re.compile(
    r"(?<!\w)(?<!và )(?<!cùng )(?<!cùng với )(?:các|những|mọi)\s+"
    r"[^\W\d_]+(?:\s+[^\W\d_]+){0,4}(?<! nên)(?<! và)(?<! mà)\s*$"
    r"|(?:với|cho|của)\s+người\s*$"
)
FAR = re.compile(r"[;.]")
BODY_GAP = re.compile(
    r"\s*(?:\([^)]*\))?\s*(?:,\s*do\s+[^,;]{3,60},)?\s*(?:,|-|–)?\s*"
    r"(?:cũng|đã|vừa|mới|hiện|đang|cùng|đều|còn|lần\s+lượt|từng|vinh\s+dự|nhiều\s+năm\s+(?:liền\s+)?|liên\s+tục"
    r"|tiếp\s+tục|năm\s+\d{4}\s*|là\s+\d+\s+trong\s+\d+\s+[\w\s]{3,20}|\d+\s+năm\s+(?:liền|liên\s+tục|liên\s+tiếp)"
    r"|(?:\d+|hai|ba|nhiều)\s+lần|do\s+\w+(?:\s\w+)?\s+phụ\s+trách|với\s+[^,;.]{3,50}\s|,\s*)*\s*"
)
# "Trường X tổ chức lễ kỷ niệm 20 năm thành lập và đón nhận ...", "Công ty Y tổ chức lễ đón nhận ..."
HOLDS_EVENT = re.compile(
    r"\s+(?:đã\s+|vừa\s+|long\s+trọng\s+|vinh\s+dự\s+)*(?:tổ\s+chức|kỷ\s+niệm|kỉ\s+niệm)\s"
    r"(?:[^;.:]{0,110}(?:\svà|,)\s*(?:vinh\s+dự\s+)?|(?:buổi\s+)?lễ\s+(?:[^;.:,]{0,40}\svà\s+)?)\s*"
)
PERSON_GAP = re.compile(
    r"\s*(?:\([^)]*\))?\s*(?:,[^,;]{0,60},)?\s*"
    r"(?:cũng|đã|vừa|mới|hiện|đang|cùng|đều|còn|lần\s+lượt|từng|vinh\s+dự|là\s+[^,;.]{0,50}|,)*\s*"
)
SPOKEN_OF = re.compile(r"(?<!\w)việc(?!\w)")  # "được hỏi về việc cấp giấy khen": only spoken of
DESCRIBED = re.compile(r"\s*(?:\([^)]*\))?\s*(?:[,(–-]|khi\s|là\s|với\s+tư\s+cách|nguyên\s|hiện\s|đang\s)")
LATE = re.compile(r"\s*,\s*(?:[^\W\d_]+\s+){0,3}")
APPOSED = re.compile(r"\s*[,–-]\s*")
# "năm 2018 được ...", "Trước đó, ...": the subject is still the one before
TIME_ONLY = re.compile(
    r"\s*[,;]?\s*(?:và\s+|trước\s+đó\s*,?\s*|sau\s+đó\s*,?\s*|(?:vào\s+)?(?:năm|tháng|ngày)\s+[\d/]+\s*,?\s*"
    r"|ba\s+năm\s+liền\s*,?\s*|từ\s+\d+\s+đến\s+\d+\s*,?\s*|nhiều\s+năm\s+|cùng\s+năm\s*,?\s*|đồng\s+thời\s+|hiện\s+"
    r"|với\s+[^,]{5,60},\s*)+"
)
# ---- awarders
OF = re.compile(r"^\s*(?:cao\s+quý\s+|danh\s+giá\s+)?(?:của|từ|do)\s+(?:các\s+)?$")
OF_LATER = re.compile(r"\s*(?:năm\s+\d{4}|[^;.,]{0,30})?\s*của\s+")
BEHALF = re.compile(
    r"(?:thừa\s+)?(?:lệnh|ủy\s+quyền|ủy\s+nhiệm|thay\s+mặt|đại\s+diện(?:\s+cho)?)\s+(?:của\s+)?(?:lãnh\s+đạo\s+)?$"
)
# The subject proposes to somebody else: it is not the awarder
MOOTED = re.compile(
    r"(?<!\w)(?:xem\s+xét|đề\s+xuất|đề\s+nghị|kiến\s+nghị|có\s+thể|có\s+nên|liệu)\s[^;.]{0,40}"
    r"(?:thu\s+hồi|tước|h[ủu]y|huỷ|xóa|rút)"
)
AGENTLESS = re.compile(r"(?<!\w)(?:được|bị)(?!\w)")
PROPOSER = re.compile(r"(?<!\w)(?:đề\s+nghị|đề\s+xuất|kiến\s+nghị|trình|làm\s+hồ\s+sơ|lập\s+hồ\s+sơ)(?!\w)")
PETITIONED = re.compile(r"(?<!\w)(?:trình|đề\s+nghị)\s+$")
AT_AN_EVENT = re.compile(r"(?:quyết\s+định|đề\s+nghị|thống\s+nhất|tổ\s+chức|lễ|buổi)")
ONLY_A_PLACE = re.compile(r"(?<!\w)(?:tại|ở|trong|thuộc|về|với)\s+$")
OPENS = re.compile(r"\s*(?:đồng\s+thời|và|cũng|đã|,|dịp\s+này|nhân\s+dịp\s+này)*\s*")
OWN_SUBJECT = re.compile(r"(?<!\w)(?:được|bị|đạt|nhận|giành)(?!\w)")
IN_APPOSITION = re.compile(r"\s*[,(–-]\s*(?:nguyên\s+)?")
OFFICES_JOINED = re.compile(r"\s*(?:,|-|–|kiêm)?\s*")
BEHIND_NAME = re.compile(r"\s*[,(–-]")
# ---- what it was for
REASON = re.compile(
    r"(?<!\w)(?:vì|do|đã)?\s*(?:có\s+)?(?:nhiều\s+)?(?:thành\s+tích|đóng\s+góp|công\s+lao|hành\s+động)[^;.]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns that lean on the lexicon's words."""

    gives: re.Pattern[str]  # a giving verb
    gives_or_says: re.Pattern[str]  # a giving verb, or one of saying
    gives_at_end: re.Pattern[str]  # a giving verb just before its honour
    gives_object: re.Pattern[str]  # a giving verb with its object behind it
    only_gives: re.Pattern[str]  # a stretch with nothing but giving verbs
    acts: re.Pattern[str]  # from a giver to its giving verb
    receives: re.Pattern[str]  # "được", "nhận", "đạt", "đăng ký" ...
    condition: re.Pattern[str]  # who could get an honour got none
    turn: re.Pattern[str]  # the sentence turns to something else than recipients
    before_recipient: re.Pattern[str]  # between "cho" and the first recipient
    join: re.Pattern[str]  # between two recipients
    join_person: re.Pattern[str]  # so, before a person with a description
    join_far: re.Pattern[str]  # so, at the end of a longer description
    pronoun: re.Pattern[str]  # "ông" alone, as who goes on
    them: re.Pattern[str]  # "cho anh."
    object_pronoun: re.Pattern[str]  # "tặng ông ..."


@lru_cache(maxsize=8)
def patterns(lexicon: Lexicon) -> Patterns:
    """Compile the patterns of a lexicon."""
    words = lexicon.words
    give, receive = one_of(words["award_verbs.give"]), word_of(words["award_verbs.receive"])
    pronoun = one_of(words["award_context.pronouns"])
    near = one_of(words["award_context.near_recipient"], words["award_context.pronouns"], lexicon.introductions)
    before = one_of(words["award_context.before_recipient"], lexicon.introductions)
    return Patterns(
        gives=re.compile(rf"(?<!\w){give}(?!\w)"),
        gives_or_says=re.compile(rf"[;:]|{word_of(words['award_verbs.give'], words['award_context.says'])}"),
        gives_at_end=re.compile(
            rf"(?:^|\s)(?P<verb>{give})"
            r"(?:\s+(?:các|những|danh\s+hiệu|nhiều|thêm|tiếp|luôn|đạt|là|quyết\s+định|[\d.]+))*\s*[\"']?$"
        ),
        gives_object=re.compile(rf"(?<!\w){one_of(words['award_verbs.give_to'])}(?=\s)"),
        only_gives=re.compile(
            rf"\s*[,;]?\s*(?:và\s+)?{give}(?:\s*,\s*{give}|\s+và\s+{give})*\s*(?:danh\s+hiệu\s*)?[\"']?\s*"
        ),
        acts=re.compile(
            rf"\s+(?:(?:cũng|đã|vừa|sẽ|mới|quyết\s+định|xem\s+xét|tổ\s+chức|(?:buổi\s+)?lễ|kịp\s+thời|và|đến\s+\w+)\s+)*"
            rf"(?:biểu\s+dương(?:\s+và|,)\s+)?{give}(?!\w)"
        ),
        receives=re.compile(receive),
        condition=re.compile(word_of(words["award_context.condition"])),
        turn=re.compile(word_of(words["award_context.turn"])),
        before_recipient=re.compile(rf"^\s*(?:{before}\s+|(?:thợ|nhà)\s+[\w]+\s+)*$"),
        join=re.compile(
            rf"^\s*(?:\(\w{{1,12}}\)\s*)?(?:,|và|cùng|, và|và cho|, cho|và các|, các|…)?\s*(?:{near}\s+)*$"
        ),
        join_person=re.compile(
            r"^\s*(?:\([^)]*\)\s*)?(?:,|;|và|cùng|, và)\s*"
            rf"(?:(?!{one_of(words['award_context.no_description'])})[^\W\d_]+\s+){{0,4}}$"
        ),
        join_far=re.compile(rf"(?:,|;|và)\s*(?:các\s+)?(?:{one_of(lexicon.introductions)}\s+)*$"),
        pronoun=re.compile(
            rf"(?<!\w){one_of(words['award_context.pronouns'], ['cháu'])}"
            rf"(?=\s+{one_of(words['award_context.goes_on'])}|\s*[,.]|$)"
        ),
        them=re.compile(rf"\s*{pronoun}(?=\s*[.,;:]|$)"),
        object_pronoun=re.compile(rf"^\s*(?:cho\s+)?{pronoun}\s*$"),
    )
