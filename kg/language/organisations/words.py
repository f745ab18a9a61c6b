"""Steps of the walk over words: bodies around the body, fields of work, joints, and names of its own.

A name in small letters goes on only where something capitalised or a known field follows, or where a title stood before
the head and the whole is an office ("Vụ trưởng Vụ Quản lý thuế hộ kinh doanh nhỏ"). Refuses people's names.
"""

from __future__ import annotations

from itertools import takewhile

from kg.language.names import MAX_SYLLABLES, is_syllable, person_starts
from kg.language.organisations.names import Part
from kg.language.organisations.places import unknown_place
from kg.language.organisations.walk import Step, Walk
from kg.language.scan import Hit, Token
from kg.lexicon import Head, match_key
from kg.text import new_tones

_MIN_SYLLABLES = 2  # of a full name
_MAX_SMALL = 5  # small words before a place
_MAX_PHRASE = 10  # small words up to a mark
_COUNTRY = "việt nam"


def introduced_abbreviation(walk: Walk, at: int) -> Step | None:
    """Step over a bracket where the name goes on behind it: "Liên đoàn Lao động (LĐLĐ) tỉnh"."""
    if walk.tokens[at].word != "(" or at + 3 >= len(walk.tokens):
        return None
    short, close, after = walk.tokens[at + 1 : at + 4]
    if close.word != ")" or not short.word.isupper() or close.end + 1 != after.begin:
        return None
    goes_on = after.capital or after.folded in walk.lexicon.words["body_words.levels"]
    return (at + 3, close.end, False) if goes_on else None


def nested(walk: Walk, at: int) -> Step | None:
    """The head of the body around the one being read: "Ban Nữ công LĐLĐ thành phố"."""
    hit = walk.hit(at)
    if hit is None or not isinstance(hit.entry, Head) or walk.part.level or walk.part.place:
        return None
    if not walk.words and (walk.part.country or "power" in hit.entry.traits):
        return None
    if not (walk.tokens[at].capital or _head_goes_on(walk, hit)) and (hit.entry.weak or walk.is_a("vague")):
        return None  # "Vụ Giáo dục đại học"
    length, own = walk.sector_length(at), len(hit.entry.name.split())
    if length > own or (length == own and not walk.words and _is_of_a_field(walk)):
        return None  # "Bộ Công an" is no Bộ of the police
    walk.close()
    walk.part = Part(hit.entry)
    return walk.after(hit.end), hit.end, False


def _is_of_a_field(walk: Walk) -> bool:
    """Whether the body being read is named after a field of work: "Bộ Công an", "Tổng Công ty Điện lực"."""
    return walk.is_a("field") and (walk.is_a("vague") or walk.is_a("company"))


def _head_goes_on(walk: Walk, hit: Hit) -> bool:
    following = walk.token(walk.after(hit.end))
    if following is None:
        return False
    written = walk.scan.text[hit.begin : hit.end].lower()
    return following.capital or written in walk.lexicon.words["body_words.antecedents"]


def sector(walk: Walk, at: int) -> Step | None:
    """A field of work: "Sở Giáo dục và Đào tạo"."""
    length = walk.sector_length(at)
    if not length:
        return None
    token, last = walk.tokens[at], walk.tokens[at + length - 1]
    joined = bool(walk.words) and walk.words[-1] == "và"
    if walk.words and not joined and walk.is_verb_pair(at) and (not token.capital or walk.has_own_name()):
        return None  # "Trường Đại học Lam Sơn tổ chức ..."
    if walk.words and not token.capital and walk.is_a("vague"):
        return None  # "Bộ Công an quản lý ..."
    if not token.capital and length == 1 and not _small_field(walk, at):
        return None
    stretch = walk.scan.folded[token.begin : last.end]
    walk.words.append(walk.lexicon.abbreviations.get(stretch) or walk.lexicon.sectors[stretch])
    return at + length, last.end, False


def _small_field(walk: Walk, at: int) -> bool:
    """One small syllable between a head and a proper name: "nhà máy sữa Tiên Sơn", "Công đoàn ngành may"."""
    if walk.is_a("sectoral"):
        return True
    following = walk.token(at + 1)
    return not walk.words and walk.is_a("named") and following is not None and following.capital


def joining(walk: Walk, at: int) -> Step | None:
    """A joint between two words of one name: "Lắp máy và Thí nghiệm", "Dệt - May", "HI-TEX"."""
    token, following = walk.tokens[at], walk.token(at + 1)
    if not walk.words or following is None:
        return None
    small = _goes_on_small(walk, at)
    if not (_joins_on(walk, following) or small or token.word == ","):
        return None
    tight = token.word == "-" and token.begin == walk.tokens[at - 1].end and following.begin == token.end
    joined = _is_and(walk, at)
    if token.word == "," and _is_listed_field(walk, at + 1):
        walk.words[-1] += ","
        return at + 1, token.end, False
    field = walk.is_a("named") or _is_office(walk)
    spaced = token.word in "-–" and field and (small or _is_between_countries(walk, at) or _is_field(walk, at + 1))
    joined = joined or (small and token.folded == "và")
    if not (tight or joined or spaced) or walk.person_at(at + 1):
        return None
    if tight:
        walk.words[-1] = f"{walk.words[-1]}-{following.word}"
        return at + 2, following.end, False
    walk.words.append(token.word if joined else "-")
    return at + 1, token.end, False


def _is_between_countries(walk: Walk, at: int) -> bool:
    """Whether a dash joins two countries in a name: "Bệnh viện Việt Nam - Thụy Điển", "Liên doanh Việt - Nga"."""
    following = " ".join(token.folded for token in walk.capitals(at + 1)[:2])
    ours = walk.words[-1] in ("Việt Nam", "Nam", "Việt")
    return ours and bool({following, following.split(" ")[0]} & walk.lexicon.countries)


def _goes_on_small(walk: Walk, at: int) -> bool:
    """Whether a name goes on in small letters behind a joint: "Trung tâm Dịch vụ việc làm và hỗ trợ doanh nghiệp"."""
    token, following = walk.tokens[at], walk.tokens[at + 1]
    second = walk.token(at + 2)
    pair = f"{following.folded} {second.folded}" if second is not None else ""
    if following.capital or pair in walk.lexicon.introductions:
        return False
    others, small = walk.lexicon.words["body_words.others"], token.folded == "và" and _is_office(walk)
    if small and walk.sector_length(at + 1) > 1:
        return True
    if following.folded in others or pair in others:
        return False
    if small and _ends_at_mark(walk, at + 1):
        return True
    dash = token.word in "-–" and _is_office(walk) and walk.hit(at + 1) is None
    return (token.folded == "và" or dash) and (walk.is_a("company") or _is_office(walk)) and _leads_on(walk, at)


def _is_field(walk: Walk, at: int) -> bool:
    return walk.sector_length(at) > 0 or _is_compound_field(walk, at)


def _is_compound_field(walk: Walk, at: int) -> bool:
    """Whether a field of work that no list has goes on the name of an office: "Phòng Kế hoạch - Nghiệp vụ tín dụng"."""
    return _is_office(walk) and walk.hit(at) is None and _compound(walk, at)


def _is_listed_field(walk: Walk, at: int) -> bool:
    """Whether a field of work in small letters goes on a list of them: "Sở Văn hóa, thể thao Hà Nội"."""
    office = walk.after_title and walk.is_a("field")
    length = walk.sector_length(at) if office and not walk.tokens[at].capital else 0
    following = walk.token(at + length)
    return length > 1 and following is not None and (following.capital or following.folded == "và")


def _is_office(walk: Walk) -> bool:
    """Whether the body being read is an office that a title leads: its name may be long and in small letters."""
    return walk.after_title and walk.head.traits.issuperset({"field", "office"})


def _ends_at_mark(walk: Walk, at: int) -> bool:
    """Whether nothing but a few small words stands between a token and the next mark: "và điều ước quốc tế,"."""
    for next_at in range(at, at + _MAX_SMALL + 1):
        token = walk.token(next_at)
        if token is None or token.begin >= walk.sentence_end or token.word in ",;.:()-–":
            return next_at > at
        if token.capital or not token.folded.isalpha() or walk.is_verb(next_at) or token.begin in walk.scan.hit_at:
            return False
    return False


def _joins_on(walk: Walk, following: Token) -> bool:
    hit = walk.scan.hit_at.get(following.begin)
    if not following.capital or following.begin in walk.scan.unit_at:
        return False
    return hit is None or hit.label not in ("HEAD", "ROLE")


def _is_and(walk: Walk, at: int) -> bool:
    """Whether "và" or "&" joins two words of a name here, not two names."""
    token = walk.tokens[at]
    if token.folded not in ("và", "&") or not (walk.is_a("named") or _is_office(walk)):
        return False
    small = not walk.tokens[at - 1].capital or not walk.tokens[at + 1].capital
    return token.word == "&" or small or walk.sector_length(at + 1) > 0


def namesake(walk: Walk, at: int) -> Step | None:
    """The person whom a house is called after: "Trường THCS Nguyễn Văn Trỗi"; another name may stand behind it."""
    if not walk.is_a("person") or walk.part.level or walk.part.country or walk.has_own_name():
        return None
    names = _to_level(walk, at)
    syllables = [token.word for token in names]
    starts = person_starts(syllables, walk.lexicon)
    if starts[:1] != [0] or walk.unit(at) is not None:
        return None
    ends = [i for i in starts if i >= _MIN_SYLLABLES and len(names) - i >= _MIN_SYLLABLES]
    names = names[: min([*ends, MAX_SYLLABLES - 1])]
    walk.words.append(" ".join(new_tones(syllable) for syllable in syllables[: len(names)]))
    return at + len(names), names[-1].end, False


def _to_level(walk: Walk, at: int) -> list[Token]:
    """The capitalised words from a token on, up to a level: "Hùng Vương" TP.HCM."""
    return list(takewhile(lambda token: token.folded not in walk.lexicon.words["body_words.levels"], walk.capitals(at)))


def proper(walk: Walk, at: int) -> Step | None:
    """A word of a name of its own: "Công ty Sa Bình"."""
    token, hit = walk.tokens[at], walk.hit(at)
    if walk.part.level or (hit is not None and hit.label in ("ROLE", "HONOUR")):
        return None
    if walk.words and walk.has_own_name() and walk.is_verb_pair(at):
        return None  # a headline: "Tổng Công ty Sông Cầu Tổ chức Lễ khánh thành"
    if walk.words and walk.words[-1] == walk.part.country and not walk.is_a("named"):
        return None
    if not (token.capital and token.word[0].isalpha()):
        return _lower(walk, at)
    if walk.person_at(at) or (token.folded in walk.lexicon.introductions and _introduces(walk, at)):
        return None
    if walk.head.level or _is_place_only(walk, at):
        return unknown_place(walk, at)
    walk.words.append(_word(walk, token))
    return at + 1, token.end, False


def _is_place_only(walk: Walk, at: int) -> bool:
    """Whether a capitalised word can only be a place: "LĐLĐ Quan Sơn"; behind a title a field of work goes on."""
    if not walk.head.takes_level or walk.is_a("named") or _compound(walk, at):
        return False
    return not (walk.words and walk.after_title and walk.is_a("field") and walk.adjoins(at))


def _introduces(walk: Walk, at: int) -> bool:
    """Whether a capitalised honorific leads a person in: "Anh" in "Công ty Minh Anh" does not."""
    if not walk.words or not walk.tokens[at - 1].capital or not walk.adjoins(at):
        return True
    return bool(person_starts([token.word for token in walk.capitals(at)], walk.lexicon)[:1] == [1])


def _word(walk: Walk, token: Token) -> str:
    """A word of a name as the graph writes it: abbreviations in full, a headline's capitals as in running text."""
    word = (token.word.isupper() and walk.lexicon.abbreviations.get(token.folded)) or new_tones(token.word)
    shouted = (
        walk.begin < token.begin and walk.scan.text[walk.begin : token.end].isupper() and is_syllable(word.lower())
    )
    return word.capitalize() if shouted and " " in walk.scan.text[walk.begin : token.begin].strip() else word


def _compound(walk: Walk, at: int) -> bool:
    """A capitalised word with a small one behind it begins a field of work: "Quan hệ", "Chính sách"."""
    following = walk.token(at + 1)
    if following is None or walk.is_a("place-only"):
        return False
    return following.folded.isalpha() and not following.capital and not walk.is_verb(at + 1)


def _lower(walk: Walk, at: int) -> Step | None:
    """A small second syllable of a compound whose name goes on with a capital: "Mía đường Sa Bình"."""
    token = walk.tokens[at]
    if not token.folded.isalpha() or walk.part.country or walk.is_verb(at):
        return None
    if _is_ministry(walk):
        return None  # "Bộ Tài chính thiếu ..."
    if not walk.words and not (
        walk.after_title and walk.is_a("field") and (_leads_on(walk, at) or _leads_to_mark(walk, at))
    ):
        return None
    if not (walk.is_a("named") or walk.is_a("field")):
        return None
    if not any(goes_on(walk, at) for goes_on in _GOING_ON):
        return None
    walk.words.append(token.word if walk.words else walk.lexicon.sectors.get(token.folded, token.word.capitalize()))
    return at + 1, token.end, False


def _is_ministry(walk: Walk) -> bool:
    """Whether the field of work of a ministry has been read: its name ends there."""
    whole = walk.is_a("vague") and not (walk.is_a("office") or walk.is_a("named"))
    return whole and bool(walk.words) and match_key(walk.words[-1]) in walk.lexicon.sectors


def _leads_far(walk: Walk, at: int) -> bool:
    """Whether a formal name goes on over a few small words: of a company, or behind a title."""
    return (walk.after_title or walk.is_a("company")) and _leads_on(walk, at)


def _leads_on(walk: Walk, at: int) -> bool:
    """Whether a few small words end in the country, a place, an acronym or a name: "Xổ số điện toán Việt Nam"."""
    for next_at in range(at + 1, at + _MAX_SMALL):
        token = walk.token(next_at)
        if token is None or token.begin >= walk.sentence_end or not walk.adjoins(next_at):
            return False
        hit = walk.hit(next_at)
        if token.capital:
            return _is_end(walk, next_at) if hit is None else _is_outer(walk, hit)
        if _is_named_level(walk, next_at):
            return True
        if not token.folded.isalpha() or walk.is_verb(next_at) or not _is_common_word(hit):
            return False
    return False


def _is_common_word(hit: Hit | None) -> bool:
    """Whether a small word is none of the lexicon's, or only looks like one: the "phòng" of "rừng phòng hộ"."""
    return hit is None or (isinstance(hit.entry, Head) and hit.entry.weak)


def _is_outer(walk: Walk, hit: Hit) -> bool:
    """Whether a head that small words lead to begins the body around: "quản lý ký túc xá Đại học Quốc gia"."""
    return isinstance(hit.entry, Head) and (walk.is_a("desk") or (walk.is_a("office") and not hit.entry.weak))


def _is_named_level(walk: Walk, at: int) -> bool:
    """Whether a place with its level ends a name that small words lead to: "phát triển quỹ đất huyện Kỳ Anh"."""
    found, after, _ = walk.level_word(at)
    token = walk.token(after)
    return bool(found) and walk.after_title and token is not None and token.capital and walk.adjoins(after)


def _is_end(walk: Walk, at: int) -> bool:
    """Whether a capitalised word can end a name that small words lead to."""
    words = walk.capitals(at)
    if walk.scan.folded.startswith(_COUNTRY, walk.tokens[at].begin) or not is_syllable(words[0].word):
        return True
    if walk.is_a("company") and walk.after_title and not walk.has_own_name() and not walk.person_at(at):
        return True
    unit = walk.unit(at)
    if unit is None:
        return False
    rest = [word.word for word in words if word.begin >= unit[2]]
    return not rest or person_starts(rest, walk.lexicon)[:1] == [0]


def _goes_on(walk: Walk, at: int) -> bool:
    """Whether the word behind a small one belongs to the name: a capital, a field of work, a level."""
    following = walk.token(at + 1)
    if following is None or not walk.adjoins(at + 1):
        return False
    if following.folded == "và" and _would_join(walk, at + 1):
        return True
    hit = walk.scan.hit_at.get(following.begin)
    if following.capital and (hit is None or hit.label not in ("HEAD", "ROLE")):
        return True
    return walk.sector_length(at + 1) > 1 or walk.level_word(at + 1)[0] != ""


def _would_join(walk: Walk, at: int) -> bool:
    following = walk.token(at + 1)
    return following is not None and _joins_on(walk, following) and _is_and(walk, at) and not walk.person_at(at + 1)


def _first_compound(walk: Walk, at: int) -> bool:
    """The small second syllable right behind a head's first word: "Vụ Quản lý", "Ngân hàng Thế giới"."""
    return walk.is_a("field") and len(walk.words) == 1 and walk.adjoins(at) and is_syllable(walk.words[0].split()[0])


def _last_compound(walk: Walk, at: int) -> bool:
    """The small syllable that ends the name of an office: "Viện Năng lượng Nguyên tử"."""
    return walk.after_title and walk.is_a("office") and walk.tokens[at - 1].capital and walk.adjoins(at)


def _runs_on(walk: Walk, at: int) -> bool:
    """Behind a title a name runs on in small letters to the next mark or verb: "Vụ Quản lý thuế hộ kinh doanh nhỏ"."""
    last = walk.tokens[at - 1]
    small = last.folded.isalpha() and not last.capital
    return walk.after_title and walk.is_a("field") and small and walk.adjoins(at)


def _leads_to_mark(walk: Walk, at: int) -> bool:
    """Whether small words behind a capitalised head end at a mark: "Viện chiến lược và chính sách y tế,"."""
    if not walk.scan.text[walk.begin].isupper() or walk.words:
        return False
    for next_at in range(at, at + _MAX_PHRASE):
        token = walk.token(next_at)
        if token is None or token.begin >= walk.sentence_end or token.word in ",;.()-–":
            return next_at > at + 1
        if next_at > at + 1 and token.folded != "và" and walk.is_verb(next_at):
            return True
        joint = token.folded == "và" and next_at > at + 1
        if not joint and (token.capital or not token.folded.isalpha() or walk.is_verb(next_at)):
            return False
        if not _is_common_word(walk.hit(next_at)):
            return False
    return False


_GOING_ON = (_goes_on, _first_compound, _last_compound, _runs_on, _leads_far)
