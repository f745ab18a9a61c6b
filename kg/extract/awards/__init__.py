"""Who gives which honour to whom, and whether it happened.

A sentence is read from honour to honour. Around each stand four things: the *verb* that governs it (tặng, được tặng,
đề nghị ... tặng, đăng ký, thu hồi: `status`), the *recipients* (behind "cho", else the subject of a passive verb, else
the object before the honour: `recipients`, `subjects`), the *awarder* (behind "của", between "được" and the verb, else
the subject; carried over to elliptic clauses: `awarders`), and the *presenter* (a person who hands it over). Refuses
honours without recipients, conditions, and gifts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extract.awards.awarders import give_awarder, petition
from kg.extract.awards.clauses import Clause, Sentence, clauses, sentence
from kg.extract.awards.facts import awards_of
from kg.extract.awards.listed import Heading, heading, is_item
from kg.extract.awards.patterns import THEY_ARE
from kg.extract.awards.recipients import give_recipients, shared_with
from kg.extract.awards.status import status_of
from kg.extract.reading import Reading
from kg.language.chunks import Chunk
from kg.language.organisations import OrganisationName
from kg.model import Award, Group

_MAX_CLAUSE = 400  # characters from a semicolon to the honour of its clause
_MAX_TO_OBJECT = 60  # characters between a giving verb with an object and the honour


def extract(reading: Reading) -> Iterator[Award]:
    """Find the awards that an article states; one without awarder that repeats one with an awarder is left out."""
    awards = list(_awards(reading))
    named = {(a.honour.name, a.recipient, a.status) for a in awards if a.awarder is not None}
    for award in awards:
        repeats = award.awarder is None and (award.honour.name, award.recipient, award.status) in named
        if not repeats or isinstance(award.recipient, Group):
            yield award


def _awards(reading: Reading) -> Iterator[Award]:
    subject: Chunk | None = None
    counted: list[Award] = []
    open_list: Heading | None = None
    petitioned: OrganisationName | None = None
    for begin, end, chunks in reading.sentences():
        if counted and THEY_ARE.match(reading.scan.folded[begin:end]):
            yield from _by_name(reading, counted, begin, end, chunks)
        counted = []
        items = open_list.awards(reading, begin, end, chunks) if open_list is not None else None
        if items is None:
            open_list = None
        yield from items or ()
        petitioned = petitioned if is_item(reading, begin) else None
        if not any(chunk.label == "HONOUR" for chunk in chunks) and reading.scan.text[end - 1] == ":":
            petitioned = petition(sentence(reading, begin, end, chunks, subject))
        if any(chunk.label == "HONOUR" for chunk in chunks) and not reading.scan.text.endswith("?", begin, end):
            whole = sentence(reading, begin, end, chunks, subject)
            read = _of_sentence(whole)
            if petitioned is not None:
                _propose(read, petitioned)
            found = [award for clause in read for award in awards_of(whole, clause, chunks)]
            yield from found
            open_list = next(heading(whole, read, chunks), None)
            counted = [award for award in found[-1:] if isinstance(award.recipient, Group)]
        subject = _subject(chunks) or subject


def _propose(read: Sequence[Clause], awarder: OrganisationName) -> None:
    """Make the honours of an item what the line above the list proposes to somebody."""
    for clause in read:
        if clause.status == "awarded":
            clause.status, clause.awarder = "proposed", clause.awarder or awarder


def _by_name(
    reading: Reading, counted: Sequence[Award], begin: int, end: int, chunks: Sequence[Chunk]
) -> Iterator[Award]:
    """A counted group, told by name in the next sentence: "... cho 4 cá nhân. Họ gồm: ông A, ông B ..."."""
    people = [person for c in chunks if c.label == "PERSON" and (person := reading.person(c.value)) is not None]
    evidence = reading.evidence(begin, end, "award.they-are")
    for award in counted:
        yield from (replace(award, recipient=person, evidence=evidence) for person in people)


def _subject(chunks: Sequence[Chunk]) -> Chunk | None:
    """Whom the next sentence goes on about: the first person of a sentence."""
    return next((chunk for chunk in chunks if chunk.label == "PERSON" and chunk.value.full), None)


def _of_sentence(sentence: Sentence) -> list[Clause]:
    """Read a sentence's clauses in order, each with what the one before hands on."""
    previous: Clause | None = None
    read = []
    for clause in clauses(sentence):
        _read(sentence, clause, previous)
        if clause.recipients or clause.governed:
            previous = clause
        read.append(clause)
    for clause, following in pairwise(read):
        if not clause.recipients and shared_with(sentence, clause, following):
            clause.recipients, clause.rule = list(following.recipients), following.rule
        if clause.status == following.status == "registered" and not clause.named_awarder and following.named_awarder:
            clause.awarder = following.awarder  # "2 đơn vị đăng ký Cờ thi đua, 7 tập thể đăng ký Bằng khen của A"
    return read


def _read(sentence: Sentence, clause: Clause, previous: Clause | None) -> None:
    """Read what stands around a clause's honours."""
    clause.start = _start(sentence, clause, previous)
    clause.end = clause.honours_end
    left = sentence.folded[clause.start : clause.begin]
    clause.verb = _verb(sentence, clause.start, left)
    clause.governed = clause.verb is not None or sentence.patterns.receives.search(left) is not None
    clause.status = status_of(sentence, clause, previous)
    give_recipients(sentence, clause, previous)
    give_awarder(sentence, clause, previous)


def _start(sentence: Sentence, clause: Clause, previous: Clause | None) -> int:
    """Where the words that govern an honour can begin: behind the clause before it, and the last semicolon."""
    start = max(sentence.begin, previous.end if previous else sentence.begin)
    semicolon = sentence.folded.rfind(";", start, clause.begin)
    return semicolon + 1 if semicolon >= 0 and clause.begin - semicolon <= _MAX_CLAUSE else start


def _verb(sentence: Sentence, start: int, left: str) -> tuple[int, int] | None:
    """(begin, end) of the giving verb before an honour, also over its object; None where none governs."""
    given = sentence.patterns.gives_at_end.search(left)
    if given is not None:
        return start + given.start("verb"), start + given.end("verb")
    *_, last = (None, *sentence.patterns.gives_object.finditer(left))
    if last is None or len(left) - last.end() >= _MAX_TO_OBJECT:
        return None
    return start + last.start(), start + last.end()
