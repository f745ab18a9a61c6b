"""Recipients before their honour: the subject of a passive verb, an object between verb and honour, whom "ông" means.

Refuses a body that only describes a person or whom a person comes from ("của", "thuộc", "tại").
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.awards.clauses import Clause, Sentence
from kg.extract.awards.patterns import (
    AND_COUNTED,
    APPOSED,
    BELONGS,
    BODY_GAP,
    CASE_OF,
    DESCRIBED,
    FAR,
    HELPED,
    HOLDS_EVENT,
    IS_REFUSED,
    JUST_BEFORE,
    LATE,
    LED_BY_SOMEBODY,
    LOOSELY_WITHIN_COUNT,
    ONE_OF,
    OTHERS,
    PERSON_GAP,
    SPOKEN_OF,
    TIME_ONLY,
    TOLD_AS,
)
from kg.language.chunks import Chunk

_MAX_TO_HONOUR = 45  # characters from a passive verb to the honour it governs
_MAX_FROM_COUNT = 60
_MAX_FROM_PERSON = 75
_MAX_DESCRIPTION = 110  # so between two people


def object_of(sentence: Sentence, clause: Clause, verb_end: int) -> list[Chunk]:
    """Give the recipients between the verb and the honour: "tặng ông A Kỷ niệm chương"."""
    inner = sentence.starting(verb_end, clause.begin, "COUNT", "PERSON")
    bodies = [] if inner else sentence.starting(verb_end, clause.begin, "ORGANISATION")
    if len(bodies) == 1 and not sentence.folded[verb_end : bodies[0].begin].strip():
        return bodies if not sentence.folded[bodies[0].end : clause.begin].strip() else []
    if not inner and sentence.patterns.object_pronoun.match(sentence.folded[verb_end : clause.begin]):
        return carried(sentence, verb_end)
    return inner


def passive(sentence: Sentence, clause: Clause) -> list[Chunk]:
    """Give the subject of "được", "nhận", "đạt", "đăng ký" before an honour."""
    left = sentence.folded[clause.start : clause.begin]
    marks = list(sentence.patterns.receives.finditer(left))
    if not marks:
        return counted_before(sentence, clause)
    for mark in reversed(marks):
        rest = left[mark.end() :]
        if len(rest) > _MAX_TO_HONOUR and (SPOKEN_OF.search(rest) or not sentence.patterns.gives.search(rest)):
            continue  # too far off to govern the honour
        found = _subjects(sentence, clause.start, clause.start + mark.start())
        if found:
            return found
    if inner := counted_before(sentence, clause):
        return inner
    if (meant := _meant(sentence, clause)) is not None:
        return [meant]
    opening = left[: marks[0].start()]
    same = not opening.strip(" ,;:–-") or TIME_ONLY.fullmatch(opening) is not None
    return carried(sentence, clause.start) if same else []


def _meant(sentence: Sentence, clause: Clause) -> Chunk | None:
    """Whom "ông", "bà" alone means as the subject of a clause."""
    text = sentence.reading.scan.text
    for match in sentence.patterns.pronoun.finditer(sentence.folded, clause.start, clause.begin):
        if text[match.start()].islower() or match.start() == sentence.begin:
            person = sentence.reading.context.before(match.start(), match[0])
            return Chunk("PERSON", person.begin, person.end, person) if person is not None else None
    return None


def carried(sentence: Sentence, start: int) -> list[Chunk]:
    """Give whom the sentence, or the ones before it, go on about."""
    opening = next(iter(sentence.chunks), None)
    if opening is not None and opening.label == "ORGANISATION" and _is_topic(sentence, opening, start):
        return [opening]
    earlier = [chunk for chunk in sentence.chunks if chunk.label == "PERSON" and chunk.end <= start]
    if earlier:
        return earlier[:1]
    return [sentence.subject] if sentence.subject is not None else []


def _is_topic(sentence: Sentence, body: Chunk, start: int) -> bool:
    """Whether a body opens a sentence as what it goes on about: "Công đoàn X 4 năm được ..., năm 2016 được ..."."""
    if body.begin != sentence.begin or body.end > start:
        return False
    following = sentence.folded[body.end : body.end + _MAX_TO_HONOUR]
    return sentence.patterns.receives.search(following) is not None


def counted_before(sentence: Sentence, clause: Clause) -> list[Chunk]:
    """Give counted recipients just before the verb: "5 đơn vị đăng ký đạt ...", "12 hồ sơ đề nghị xét tặng ..."."""
    if clause.status == "denied" and (refused := _refused(sentence, clause)):
        return refused
    inner = sentence.starting(clause.start, clause.begin, "COUNT")
    if inner and TOLD_AS.fullmatch(sentence.folded, inner[-1].end, clause.begin):
        return inner[-1:]
    if not inner or clause.status not in ("registered", "proposed", "denied"):
        return []
    return _run(sentence, inner) if JUST_BEFORE.fullmatch(sentence.folded[inner[-1].end : clause.begin]) else []


def _refused(sentence: Sentence, clause: Clause) -> list[Chunk]:
    """Give who stands before a refusal: "riêng Công đoàn Trường X chưa đủ điều kiện xét tặng ..."."""
    before = sentence.between(clause.start, clause.begin, "COUNT", "PERSON", "ORGANISATION")
    if (
        not before
        or before[-1].label == "COUNT"
        or not IS_REFUSED.fullmatch(sentence.folded, before[-1].end, clause.begin)
    ):
        return []
    return _run(sentence, [chunk for chunk in before if chunk.label == before[-1].label])


def case_of(sentence: Sentence, clause: Clause) -> list[Chunk]:
    """Give the person whose case is decided: "Với trường hợp ông A, Hội đồng không đồng ý đề nghị ..."."""
    people = sentence.between(clause.start, clause.begin, "PERSON")
    named = (c for c in people if CASE_OF.search(sentence.folded, clause.start, c.begin))
    return list(named)[-1:] if clause.status in ("denied", "proposed") else []


def late_subject(sentence: Sentence, clause: Clause) -> list[Chunk]:
    """Give the subject of the main clause behind: "Trước khi được A tặng Bằng khen, ông X ..."."""
    following = [chunk for chunk in sentence.chunks if chunk.begin >= clause.honours_end][:1]
    if not following or following[0].label != "PERSON":
        return []
    mark = sentence.patterns.receives.search(sentence.folded, clause.start, clause.begin)
    if mark is not None and OTHERS.search(sentence.folded, clause.start, mark.start()):
        return []
    opened = not any(c.label in ("PERSON", "COUNT") and c.end <= clause.begin for c in sentence.chunks)
    if not opened or "được" not in sentence.folded[sentence.begin : clause.begin]:
        return []
    return following if LATE.fullmatch(sentence.folded[clause.honours_end : following[0].begin]) else []


def apposition(sentence: Sentence, clause: Clause) -> list[Chunk]:
    """Give the person whom a title of honour follows: "Đại tá A - Anh hùng Lực lượng vũ trang nhân dân"."""
    before = [chunk for chunk in sentence.chunks if chunk.label == "PERSON" and chunk.end <= clause.begin][-1:]
    return before if before and APPOSED.fullmatch(sentence.folded[before[0].end : clause.begin]) else []


def _subjects(sentence: Sentence, start: int, stop: int) -> list[Chunk]:
    """The recipients that end just before a passive verb."""
    before, stop = _without_origin(sentence, start, stop)
    if not before or _is_office(before):
        return []
    if before[-1].label == "COUNT" and ONE_OF.search(sentence.folded[start : before[-1].begin]):
        group = before[-1]
        before = [
            c
            for c in before
            if c.label == "PERSON" or (c.label == "ORGANISATION" and not _is_origin(sentence, start, c))
        ]
        return [*_run(sentence, before), group] if before else []
    last, gap = before[-1], sentence.folded[before[-1].end : stop]
    if last.label == "COUNT":
        honoured = [chunk for chunk in before if _is_subject(sentence, before, chunk) or chunk.label == "COUNT"]
        return _run(sentence, honoured) if len(gap) < _MAX_FROM_COUNT and not FAR.search(gap) else []
    person = _described(sentence, before, stop)
    if person is not None:
        return _run(sentence, [c for c in before if c.end <= person.end and _is_subject(sentence, before, c)])
    if last.label == "PERSON":
        near = len(gap) < _MAX_FROM_PERSON and not OTHERS.search(gap)
        fits = near and not sentence.patterns.gives_or_says.search(gap)
    else:
        fits = last.label == "ORGANISATION" and (
            BODY_GAP.fullmatch(gap) is not None or (len(before) == 1 and HOLDS_EVENT.fullmatch(gap) is not None)
        )
    return _run(sentence, [c for c in before if c.label in ("ORGANISATION", "PERSON")]) if fits else []


def _is_subject(sentence: Sentence, before: Sequence[Chunk], chunk: Chunk) -> bool:
    """Whether a candidate is honoured itself: a person, or a body that no title stands before."""
    if chunk.label != "ORGANISATION":
        return chunk.label == "PERSON"
    return not any(c.label == "ROLE" and not sentence.folded[c.end : chunk.begin].strip(" ,") for c in before)


def _without_origin(sentence: Sentence, start: int, stop: int) -> tuple[list[Chunk], int]:
    """The candidates before an offset, without bodies that only tell where the last one is from; the new offset."""
    led = LED_BY_SOMEBODY.search(sentence.folded[start:stop])
    stop = start + led.start() if led is not None else stop
    candidates = sentence.between(start, stop, "COUNT", "PERSON", "ORGANISATION", "ROLE")
    before = [c for c in candidates if not _is_aside(sentence, start, c)]
    while before and before[-1].label == "ORGANISATION":
        if not _is_origin(sentence, start, before[-1]):
            break
        stop = before.pop().begin
    return before, stop


def _is_origin(sentence: Sentence, start: int, body: Chunk) -> bool:
    """Whether a body only tells where something is: "tại Trung tâm Hội nghị X", "công nhân của Công ty Y"."""
    return BELONGS.search(sentence.folded, max(start, body.begin - 10), body.begin) is not None


def _is_aside(sentence: Sentence, start: int, chunk: Chunk) -> bool:
    """Whether a candidate only describes another: it stands in brackets, or is whom somebody helped."""
    before = sentence.folded[start : chunk.begin]
    if before.count("(") > before.count(")"):
        return True
    return chunk.label == "COUNT" and HELPED.search(before) is not None


def _is_office(before: Sequence[Chunk]) -> bool:
    """Whether a title and its body stand there without a person: neither is honoured."""
    ends = [chunk.label for chunk in before[-2:]] == ["ROLE", "ORGANISATION"]
    return ends and not any(chunk.label == "PERSON" for chunk in before)


def _described(sentence: Sentence, before: Sequence[Chunk], stop: int) -> Chunk | None:
    """The person, not the body in the apposition: "Bà A, Trưởng Ban Nữ công Công đoàn ngành, được ..."."""
    person: Chunk | None = next((chunk for chunk in reversed(before) if chunk.label == "PERSON"), None)
    if person is None:
        return None
    between = sentence.folded[person.end : stop]
    if "đại diện" in between:  # "Bà A – đại diện TPBank lên nhận ...": the body is honoured
        return None
    titles = [chunk for chunk in before if chunk.label == "ROLE"]
    if any(title.begin > person.end for title in titles) and DESCRIBED.match(between):
        return person
    stands = before[-1] is person or "," in between or any(title.end < person.begin for title in titles)
    return person if stands and PERSON_GAP.fullmatch(between) is not None else None


def _is_described(sentence: Sentence, gap: str, following: Chunk) -> bool:
    """Whether only a description stands between a person and who follows: "cô A, Hiệu trưởng Trường X và thầy B"."""
    known = sentence.patterns
    if len(gap) > _MAX_DESCRIPTION or not DESCRIBED.match(gap) or known.gives_or_says.search(gap):
        return False
    if following.label == "COUNT":
        return AND_COUNTED.search(gap) is not None
    return following.label == "PERSON" and known.join_far.search(gap) is not None


def _run(sentence: Sentence, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The last chunks that are joined to one another."""
    first = len(chunks) - 1
    while first > 0:
        gap = sentence.folded[chunks[first - 1].end : chunks[first].begin]
        counted = chunks[first - 1].label == "COUNT" and LOOSELY_WITHIN_COUNT.fullmatch(gap)
        if chunks[first - 1].label == "PERSON" and _is_described(sentence, gap, chunks[first]):
            first -= 1
            continue
        if not sentence.patterns.join.match(gap) and not (counted and not sentence.patterns.turn.search(gap)):
            break
        first -= 1
    return list(chunks[first:])
