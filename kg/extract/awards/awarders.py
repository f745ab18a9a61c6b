"""Who gives an honour, and who hands it over on the giver's behalf.

The awarder stands behind "của", between "được" and the verb, or is the verb's subject; elliptic clauses take the one
before. Refuses who only proposes, where it happens, and people: they present.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.awards.clauses import Clause, Sentence, next_honour
from kg.extract.awards.patterns import (
    AGENTLESS,
    AT_AN_EVENT,
    BEHALF,
    BEHIND_NAME,
    IN_APPOSITION,
    OF,
    OF_LATER,
    OFFICES_JOINED,
    ONLY_A_PLACE,
    OPENS,
    OWN_SUBJECT,
    PETITIONED,
    PROPOSER,
    WAS_GIVEN,
)
from kg.extract.reading import implied_head
from kg.language.chunks import Chunk
from kg.language.organisations import OrganisationName, Part
from kg.language.persons import PersonName
from kg.lexicon import Title

_OFFICES = ("ORGANISATION", "ROLE")
_MINISTRY = "Bộ"
_MAX_TO_VERB = 70  # characters between a subject and its verb, but in the report of an event

Acting = tuple[OrganisationName | None, PersonName | None]


def give_awarder(sentence: Sentence, clause: Clause, previous: Clause | None) -> None:
    """Find the awarder and the presenter of a clause whose recipients are known."""
    taken = {chunk.begin for chunk in clause.recipients}
    subject, clause.presenter = _acting(sentence, clause, taken)
    clause.awarder = _of(sentence, clause, taken) or _by(sentence, clause)
    clause.named_awarder = clause.awarder is not None
    clause.awarder = clause.awarder or subject
    if clause.awarder is None and clause.status == "proposed":
        clause.awarder = _petitioned(sentence, clause)
    if clause.awarder is None:
        _lean(sentence, clause, previous)


def petition(sentence: Sentence) -> OrganisationName | None:
    """Give whom a sentence proposes to, that a list follows: "đề nghị Chủ tịch nước xem xét:"."""
    words = sentence.reading.status_chunks(sentence.begin, sentence.end)
    proposed = [chunk for chunk in words if "proposed" in chunk.value]
    if not proposed or sentence.folded[sentence.end - 1] != ":":
        return None
    found = (
        _office(sentence, c)
        for chunk in reversed(proposed)
        for c in sentence.starting(chunk.end, sentence.end, *_OFFICES)
    )
    return next((name for name in found if name is not None), None)


def _lean(sentence: Sentence, clause: Clause, previous: Clause | None) -> None:
    """Take the awarder from around a clause that has none: the clause before, the sentence, the presenter's office."""
    if previous is not None and _leans(sentence, clause, previous):
        clause.presenter = clause.presenter or previous.presenter
        if not (previous.named_awarder and clause.verb and clause.presenter):
            clause.awarder = previous.awarder  # "ông A trao Bằng khen của B; tặng Cờ thi đua ...": the flag is not B's
    if clause.awarder is None and clause.presenter is None and _opens(sentence, clause):
        clause.awarder = _sentence_subject(sentence, clause)
    if clause.awarder is None and clause.presenter is not None:
        clause.awarder = _presenters_body(sentence, clause, clause.presenter)


def _leans(sentence: Sentence, clause: Clause, previous: Clause) -> bool:
    """Whether a clause has no subject of its own and takes the one before: "...; trao H cho R", ", H cho R"."""
    if not OWN_SUBJECT.search(sentence.folded[clause.start : clause.begin]):
        return True
    return ";" not in sentence.folded[previous.end : clause.begin] and clause.rule == previous.rule


def _opens(sentence: Sentence, clause: Clause) -> bool:
    """Whether a giving verb opens its clause: "...; tặng Bằng khen cho ..."."""
    if clause.verb is None or clause.start <= sentence.begin:
        return False
    return OPENS.fullmatch(sentence.folded[clause.start : clause.verb[0]]) is not None


def _sentence_subject(sentence: Sentence, clause: Clause) -> OrganisationName | None:
    """The first body of the sentence before a clause: its subject."""
    first = next((c for c in sentence.chunks if c.label in _OFFICES and c.end <= clause.start), None)
    return _office(sentence, first) if first is not None else None


def _petitioned(sentence: Sentence, clause: Clause) -> OrganisationName | None:
    """Whom the proposal goes to: "hồ sơ đề nghị tặng H cho R đang được trình Chủ tịch nước xem xét"."""
    for chunk in sentence.starting(clause.end, sentence.end, *_OFFICES):
        if ";" in sentence.folded[clause.end : chunk.begin]:
            break
        if PETITIONED.search(sentence.folded[max(clause.end, chunk.begin - 12) : chunk.begin]):
            return _office(sentence, chunk)
    return None


def _presenters_body(sentence: Sentence, clause: Clause, presenter: PersonName) -> OrganisationName | None:
    """The body of the office in which a person hands over, where no awarder is named at all."""
    person = next((c for c in sentence.chunks if c.label == "PERSON" and c.value is presenter), None)
    if person is None:
        return None
    described = BEHIND_NAME.match(sentence.folded, person.end) is not None
    for chunk in sentence.chunks:
        if chunk.label != "ORGANISATION":
            continue
        titled = chunk.end <= person.begin and not sentence.folded[chunk.end : person.begin].strip()
        if titled or (described and person.end < chunk.begin < clause.begin):
            return _office(sentence, chunk)
    return None


def _of(sentence: Sentence, clause: Clause, taken: set[int]) -> OrganisationName | None:
    """The body right behind an honour: "Bằng khen của LĐLĐ tỉnh", "Bằng khen LĐLĐ tỉnh", "của Thủ tướng"."""
    limit = next_honour(sentence, clause)
    for honour in reversed(clause.honours):
        following = sentence.starting(honour.end, limit, *_OFFICES)[:1]
        if following and following[0].begin not in taken and _is_of(sentence, honour, following[0]):
            clause.end = max(clause.end, following[0].end)
            return _office(sentence, following[0])
    return None


def _by(sentence: Sentence, clause: Clause) -> OrganisationName | None:
    """Who gives an honour that is the subject itself: "Giải thưởng X được Bộ Y trao cho ..."."""
    given = WAS_GIVEN.match(sentence.folded[clause.honours_end : next_honour(sentence, clause)])
    if given is None or not given["by"]:
        return None
    begin, end = (clause.honours_end + at for at in given.span("by"))
    return next((_office(sentence, chunk) for chunk in sentence.starting(begin, end, *_OFFICES)), None)


def _is_of(sentence: Sentence, honour: Chunk, giver: Chunk) -> bool:
    gap = sentence.folded[honour.end : giver.begin]
    if OF.match(gap) or OF_LATER.fullmatch(gap):
        return True
    return not gap.strip() and giver.label == "ORGANISATION"


def _acting(sentence: Sentence, clause: Clause, taken: set[int]) -> Acting:
    """The subject of the giving verb: a body or an office, or a person who hands over."""
    verb = _act(sentence, clause)
    if verb is None:
        return None, None
    before = [c for c in sentence.between(clause.start, verb, *_OFFICES, "PERSON") if c.begin not in taken]
    if not before:
        return None, None
    last, gap = before[-1], sentence.folded[before[-1].end : verb]
    if last.label == "PERSON":
        if AGENTLESS.search(gap):
            return None, None
        return _on_behalf(sentence, clause), last.value
    if _is_elsewhere(sentence, last, gap):
        return None, None
    person = _apposed(sentence, before)
    if person is not None:
        return _on_behalf(sentence, clause), person
    return _office(sentence, last), None


def _act(sentence: Sentence, clause: Clause) -> int | None:
    """Where the verb of an honour begins: one that gives, or one that takes it back; None where none governs."""
    if clause.status == "revoked":
        words = sentence.reading.status_chunks(clause.start, clause.begin)
        return next((chunk.begin for chunk in words if "revoked" in chunk.value), None)
    return clause.verb[0] if clause.verb else None


def _is_elsewhere(sentence: Sentence, body: Chunk, gap: str) -> bool:
    """Whether a body before a giving verb is not its subject: it proposes, is given to, is far off, or a place."""
    if PROPOSER.search(gap) or (AGENTLESS.search(gap) and ":" not in gap):
        return True
    if len(gap) > _MAX_TO_VERB and not AT_AN_EVENT.search(gap):
        return True
    return ONLY_A_PLACE.search(sentence.folded[max(sentence.begin, body.begin - 8) : body.begin]) is not None


def _apposed(sentence: Sentence, before: Sequence[Chunk]) -> PersonName | None:
    """The person whose apposition the body stands in: "đồng chí X - Phó Chủ tịch LĐLĐ tỉnh tặng ..."."""
    for chunk, following in zip(before[-2::-1], before[:0:-1], strict=True):
        gap = sentence.folded[chunk.end : following.begin]
        if chunk.label == "PERSON":
            name: PersonName = chunk.value
            return name if following.label == "ROLE" and IN_APPOSITION.fullmatch(gap) else None
        if chunk.label == "ORGANISATION" and not OFFICES_JOINED.fullmatch(gap):
            return None
    return None


def _office(sentence: Sentence, chunk: Chunk) -> OrganisationName | None:
    """The body that an awarder's words mean: "Chủ tịch UBND tỉnh" is the UBND, "Ban Thường vụ LĐLĐ" the LĐLĐ."""
    if chunk.label == "ORGANISATION":
        name: OrganisationName = chunk.value
        organ = "organ" in name.parts[0].head.traits and len(name.parts) > 1
        return replace(name, parts=name.parts[1:]) if organ else name
    title: Title = chunk.value
    if title.body is not None:
        head = implied_head(title.body, sentence.reading.lexicon)
        return OrganisationName(chunk.begin, chunk.end, (Part(head),))
    following = next((c for c in sentence.chunks if c.begin >= chunk.end and c.label == "ORGANISATION"), None)
    if following is None or sentence.folded[chunk.end : following.begin].strip():
        return _ministry(sentence) if title.unit == _MINISTRY else None
    return _office(sentence, following)


def _ministry(sentence: Sentence) -> OrganisationName | None:
    """The one ministry that the article names: "Bằng khen của Bộ trưởng"."""
    context = sentence.reading.context
    names = [name for name in context.organisations if name.parts[0].head.name == _MINISTRY and not name.parts[0].bare]
    return names[0] if len({context.organisation(name).name for name in names}) == 1 else None


def _last_joined(sentence: Sentence, chunk: Chunk) -> Chunk:
    """The last of bodies joined by a comma: "thay mặt Đảng, Nhà nước" is on behalf of the state."""
    following = next((c for c in sentence.chunks if c.begin >= chunk.end), None)
    if chunk.label != "ORGANISATION" or following is None or following.label != "ORGANISATION":
        return chunk
    return following if sentence.folded[chunk.end : following.begin].strip() in (",", "và") else chunk


def _on_behalf(sentence: Sentence, clause: Clause) -> OrganisationName | None:
    """Who is spoken for: "Thừa ủy quyền của Chủ tịch nước, ông A trao ..."."""
    for chunk in sentence.between(sentence.begin, clause.begin, *_OFFICES):
        if BEHALF.search(sentence.folded, max(sentence.begin, chunk.begin - 34), chunk.begin):
            return _office(sentence, _last_joined(sentence, chunk))
    return None
