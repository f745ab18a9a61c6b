"""Whether an honour was given: awarded unless a word before it says proposed, registered, revoked or denied."""

from __future__ import annotations

from kg.extract.awards.clauses import Clause, Sentence
from kg.extract.awards.patterns import ALREADY, GIVEN_AFTER_ALL, GOT_SINCE, PENDING, REFUSED
from kg.model import AwardStatus

# How many characters before an honour a status word governs it, the strongest first
_REACH: tuple[tuple[AwardStatus, int], ...] = (("denied", 110), ("revoked", 60), ("registered", 60), ("proposed", 160))
_BEHIND = 120
_MAX_DESCRIBED = 60


def status_of(sentence: Sentence, clause: Clause, previous: Clause | None) -> AwardStatus:
    """Give the status that the words around a clause's honour state, or that it takes from the clause before."""
    status = _stated(sentence, clause)
    if status is None and previous is not None and (not clause.governed or _goes_on(sentence, clause, previous)):
        status = previous.status
    if status == "proposed" and ALREADY.search(sentence.folded[max(clause.start, clause.begin - 30) : clause.begin]):
        status = "awarded"
    behind = sentence.folded[clause.honours_end : min(sentence.end, clause.honours_end + _BEHIND)]
    if status in (None, "awarded", "proposed") and REFUSED.search(behind):
        return "denied"
    if status in (None, "awarded") and PENDING.search(behind):
        return "proposed"
    return status or "awarded"


def _stated(sentence: Sentence, clause: Clause) -> AwardStatus | None:
    for status, reach in _REACH:
        if status not in sentence.reading.statuses(max(clause.start, clause.begin - reach), clause.begin):
            continue
        if status == "registered" and _got_since(sentence, clause):
            continue
        if status != "proposed" or not _given_since(sentence, clause):
            return status
    return None


def _goes_on(sentence: Sentence, clause: Clause, previous: Clause) -> bool:
    """Whether a clause opens with a giving verb of its own and takes all else from the one before.

    Behind what is proposed, recipients may be described: "... cho 4 đơn vị dẫn đầu các khối, tặng H cho R".
    """
    before = sentence.folded[clause.start : clause.begin]
    if sentence.patterns.only_gives.fullmatch(before):
        return True
    described, comma, opening = before.rpartition(",")
    if previous.status != "proposed" or not comma or ";" in described or len(described) > _MAX_DESCRIBED:
        return False
    own = sentence.between(clause.start, clause.begin, "ORGANISATION", "PERSON", "ROLE")
    return not own and sentence.patterns.only_gives.fullmatch(opening) is not None


def _given_since(sentence: Sentence, clause: Clause) -> bool:
    """Whether it was given after all: "... được đề nghị, và đã được tặng ..."."""
    words = sentence.reading.status_chunks(clause.start, clause.begin)
    proposed = [chunk for chunk in words if "proposed" in chunk.value]
    return bool(GIVEN_AFTER_ALL.search(sentence.folded[proposed[-1].end : clause.begin]))


def _got_since(sentence: Sentence, clause: Clause) -> bool:
    """Whether only some got what many registered for: "214 hộ đăng ký, trong đó 96 hộ đạt ..."."""
    words = sentence.reading.status_chunks(clause.start, clause.begin)
    registered = [chunk for chunk in words if "registered" in chunk.value]
    return bool(registered) and bool(GOT_SINCE.search(sentence.folded[registered[-1].end : clause.begin]))
