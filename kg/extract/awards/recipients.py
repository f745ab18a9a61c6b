"""Who gets an honour: named behind "cho", told by name afterwards, or else standing before it (`subjects`).

Refuses recipients of a mere condition, and of a revocation that is only talked about.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.awards import subjects
from kg.extract.awards.clauses import Clause, Sentence, next_honour
from kg.extract.awards.patterns import (
    AGAIN_PASSIVE,
    AND_BODY,
    BEFORE_COLON,
    CLEAR_WAY,
    FOR,
    MOOTED,
    NAMELY,
    OWN_SUBJECT,
    PART_OF,
    REVOKED_OF,
    SECOND,
    WAS_GIVEN,
    WITHIN_COUNT,
)
from kg.language.chunks import Chunk

_LISTABLE = ("COUNT", "PERSON", "ORGANISATION", "ROLE")
_OF_SUBJECT = ("award.passive", "award.apposition")
_MAX_TO_FOR = 130  # characters between an honour and "cho"
_MAX_DESCRIPTION = 110  # characters between two people of a list


def give_recipients(sentence: Sentence, clause: Clause, previous: Clause | None) -> None:
    """Find the recipients of a clause and the rule that found them."""
    if previous is not None and _same_passive(sentence, clause, previous):
        clause.recipients, clause.rule = list(previous.recipients), previous.rule
        return
    clause.recipients, clause.rule = _found(sentence, clause)
    if not clause.recipients and previous is not None and _shares(sentence, clause, previous):
        clause.recipients, clause.rule = list(previous.recipients), previous.rule
        return
    if clause.recipients:
        clause.end = max(clause.end, clause.recipients[-1].end)
    if clause.status == "revoked" and MOOTED.search(sentence.folded, clause.start, clause.begin):
        clause.recipients = []
    if clause.status == "awarded" and clause.rule != "award.active":
        before = sentence.folded[max(clause.start, clause.begin - 40) : clause.begin]
        if sentence.patterns.condition.search(before):
            clause.recipients = []


def _found(sentence: Sentence, clause: Clause) -> tuple[list[Chunk], str]:
    found, rule = _around(sentence, clause)
    if not found or rule == "award.passive":
        named = _namely(sentence, clause)
        if named:
            return [*(chunk for chunk in found if chunk.label == "COUNT"), *named], "award.namely"
    if found:
        return found, rule
    if clause.status == "proposed" and (dossiers := subjects.counted_before(sentence, clause)):
        return dossiers, "award.dossier"
    if case := subjects.case_of(sentence, clause):
        return case, "award.case"
    if clause.governed:
        return subjects.late_subject(sentence, clause), "award.late-subject"
    if clause.honours[0].value.title:
        return subjects.apposition(sentence, clause), "award.apposition"
    return [], ""


def _shares(sentence: Sentence, clause: Clause, previous: Clause) -> bool:
    """Whether a second honour goes to the same subject: "A được tặng Bằng khen của X, Giấy khen của Y"."""
    if any(c.label == "COUNT" for c in previous.recipients):
        return False
    if clause.governed:
        return _goes_on(sentence, clause, previous)
    if previous.rule not in _OF_SUBJECT:
        return False
    if sentence.between(previous.honours_end, clause.begin, "PERSON", "COUNT"):
        return False
    return SECOND.fullmatch(sentence.folded, previous.honours_end, clause.begin) is not None


def shared_with(sentence: Sentence, clause: Clause, following: Clause) -> bool:
    """Whether an honour goes to those of the next one: "thu hồi H1 của A và H2 của B đã tặng cho ông X"."""
    governed = clause.governed or clause.status == "revoked"
    if not governed or following.governed or following.rule != "award.elliptic":
        return False
    return SECOND.fullmatch(sentence.folded, clause.honours_end, following.begin) is not None


def _same_passive(sentence: Sentence, clause: Clause, previous: Clause) -> bool:
    """Whether a clause is one more of the same subject: "X được A tặng H1, được B tặng H2"."""
    if previous.rule not in _OF_SUBJECT or any(c.label == "COUNT" for c in previous.recipients):
        return False
    return AGAIN_PASSIVE.match(sentence.folded[clause.start : clause.begin]) is not None


def _goes_on(sentence: Sentence, clause: Clause, previous: Clause) -> bool:
    """Whether a clause with a verb of its own names nobody else: "B tặng ông A H1; C tặng H2"."""
    people = all(chunk.label == "PERSON" for chunk in previous.recipients)
    if not previous.recipients or not (people or previous.rule in _OF_SUBJECT):
        return False
    if OWN_SUBJECT.search(sentence.folded[clause.start : clause.begin]):
        return False
    return not sentence.between(previous.end, clause.begin, "PERSON", "COUNT") and not sentence.starting(
        clause.honours_end, next_honour(sentence, clause), "PERSON", "COUNT"
    )


def _around(sentence: Sentence, clause: Clause) -> tuple[list[Chunk], str]:
    """The recipients behind "cho", between verb and honour, or as the subject of a passive verb."""
    found = _behind(sentence, clause)
    if found:
        return found, "award.active" if clause.verb else "award.elliptic"
    if clause.verb is not None and (found := subjects.object_of(sentence, clause, clause.verb[1])):
        return found, "award.object"
    return subjects.passive(sentence, clause), "award.passive"


def _behind(sentence: Sentence, clause: Clause) -> list[Chunk]:
    """The recipients behind "cho" after an honour, over "của A"."""
    limit = next_honour(sentence, clause)
    stretch = sentence.folded[clause.honours_end : limit]
    if (given := WAS_GIVEN.match(stretch)) is not None:
        return _list(sentence, clause.honours_end + given.end(), limit)
    if clause.verb and (following := _next(sentence, clause, limit)):
        return following
    for match in FOR.finditer(stretch):
        word, before = match[0].strip(), stretch[: match.start()]
        if ";" in before or len(before) > _MAX_TO_FOR or CLEAR_WAY.search(before):
            return []
        listed = word == ":" and BEFORE_COLON.fullmatch(before) is not None
        if word in ("với", "đến", "tới", ":") and before.strip() and not listed:
            continue
        found = _list(sentence, clause.honours_end + match.end(), limit)
        if not found and sentence.patterns.them.match(stretch, match.end()):
            return subjects.carried(sentence, clause.start)
        if found or word == "cho":
            return found
    if clause.status == "revoked" and (of := REVOKED_OF.match(stretch)):
        found = _list(sentence, clause.honours_end + of.end(), limit)
        return [chunk for chunk in found if chunk.label in ("COUNT", "PERSON")]
    return []


def _next(sentence: Sentence, clause: Clause, limit: int) -> list[Chunk]:
    """Recipients right behind the honour: "tặng Bằng khen 10 tập thể, 26 cá nhân", "tặng Bằng khen Hội X, Hội Y"."""
    following = sentence.starting(clause.honours_end, limit, *_LISTABLE)[:1]
    if not following or sentence.folded[clause.honours_end : following[0].begin].strip():
        return []
    if following[0].label == "COUNT":
        return _list(sentence, clause.honours_end, limit)
    passive = sentence.patterns.receives.search(sentence.folded, clause.start, clause.begin)
    if following[0].label != "ORGANISATION" or passive or FOR.search(sentence.folded, following[0].end, limit):
        return []  # "được tặng Bằng khen LĐLĐ tỉnh": the giver
    found = _list(sentence, clause.honours_end, limit)
    return found if len(found) > 1 else []


def _namely(sentence: Sentence, clause: Clause) -> list[Chunk]:
    """The recipients told by name behind the honour: "ba đơn vị được tặng Cờ thi đua của A là X, Y và Z"."""
    limit = next_honour(sentence, clause)
    match = NAMELY.match(sentence.folded[clause.honours_end : limit])
    if match is None or not clause.governed:
        return []
    found = _list(sentence, clause.honours_end + match.end(), limit)
    return [chunk for chunk in found if chunk.label in ("PERSON", "ORGANISATION")]


def _list(sentence: Sentence, at: int, limit: int) -> list[Chunk]:
    """The recipients listed from an offset on."""
    candidates = sentence.starting(at, limit, *_LISTABLE)
    first = _first(sentence, candidates, at)
    if first is None:
        return []
    listed = [candidates[first]]
    for chunk in candidates[first + 1 :]:
        last, gap = listed[-1], sentence.folded[listed[-1].end : chunk.begin]
        if ";" in gap and chunk.label == "PERSON" and sentence.patterns.acts.match(sentence.folded, chunk.end, limit):
            break  # "...; ông A trao ..."
        if gap.count("(") > gap.count(")"):
            continue
        if last.label == "PERSON" and chunk.label in ("ROLE", "ORGANISATION"):
            if chunk.label == "ORGANISATION" and AND_BODY.fullmatch(gap):
                listed.append(chunk)
            continue
        part = PART_OF.search(gap) is not None
        if part and chunk.label == "PERSON":
            listed.append(chunk)  # "... cho 4 cá nhân, trong đó có bác sĩ A"
        elif _joins(sentence, last, chunk, gap):
            listed.extend([] if part else [chunk])
        elif not part and not (last.label == "COUNT" and chunk.label in ("ORGANISATION", "ROLE") and ";" not in gap):
            break
    return listed


def _first(sentence: Sentence, candidates: Sequence[Chunk], at: int) -> int | None:
    """The index of the first recipient; behind a title the person: "cho Chủ tịch Công đoàn X Nguyễn Văn A"."""
    if not candidates:
        return None
    before = sentence.folded[at : candidates[0].begin]
    if candidates[0].label != "ROLE":
        return 0 if sentence.patterns.before_recipient.match(before) else None
    if before.strip():
        return None
    return next((index for index, chunk in enumerate(candidates[:4]) if chunk.label == "PERSON"), None)


def _joins(sentence: Sentence, last: Chunk, chunk: Chunk, gap: str) -> bool:
    """Whether what stands between two candidates joins them into one list."""
    known = sentence.patterns
    if known.join.match(gap):
        return bool(gap.strip())
    if chunk.label == "PERSON" and known.join_person.match(gap):
        return True
    if last.label == "PERSON" and chunk.label == "COUNT" and len(gap) < _MAX_DESCRIPTION:
        return WITHIN_COUNT.match(gap) is not None
    if last.label != chunk.label or known.turn.search(gap):
        return False
    if last.label == "PERSON":
        return len(gap) < _MAX_DESCRIPTION and bool(known.join_far.search(gap))
    return last.label == "COUNT" and bool(WITHIN_COUNT.match(gap) or PART_OF.search(gap))
