"""The components of the pipeline, as spaCy factories: each finds one kind of candidate and adds its spans.

Importing this module registers them; spaCy does so by itself through the package's entry points, `kg.language.load`
through its own import. A component reads the scan and the spans before it, and writes `doc.spans["kg"]`. What a span
was read as lives in memory alone: a Doc that is saved keeps its spans and loses their readings.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import registry
from srsly import msgpack_encoders  # type: ignore[import-untyped]  # it has no types

from kg.language.chunks import SPANS
from kg.language.honours import find_honours
from kg.language.movements import find_movements
from kg.language.organisations import find_organisations
from kg.language.persons import find_persons
from kg.language.recipients import find_counts
from kg.language.tokenizer import LexiconTokenizer, Marks, marks_of
from kg.periods import FoundPeriod, find_periods

Found = tuple[int, int, Any]  # begin, end, and what the stretch was read as
Finder = Callable[[Doc, Marks], Iterable[Found]]
Component = Callable[[Doc], Doc]

_MAX_WORD = 50  # characters

PIPELINE = (
    "kg_places", "kg_status", "kg_organisations", "kg_roles", "kg_persons", "kg_honours", "kg_periods", "kg_counts",
    "kg_movements",
)  # fmt: skip


def create_tokenizer(
    lexicon: str | None = None, *, every_sentence: bool = False
) -> Callable[[Language], LexiconTokenizer]:
    """Make the tokenizer; `lexicon` is the path of an overlay, `every_sentence` as in `kg.language.load`."""
    path = Path(lexicon) if lexicon else None
    return lambda nlp: LexiconTokenizer(nlp.vocab, path, every_sentence=every_sentence)


registry.tokenizers.register("kg.tokenizer.v1", func=create_tokenizer)


def _unsaved(value: object, chain: Callable[[object], object] | None = None) -> object:
    """Leave the marks out where spaCy saves a Doc: for `doc.to_bytes` and `nlp.pipe(n_process=2)`."""
    if isinstance(value, Marks):
        return None
    return value if chain is None else chain(value)


msgpack_encoders.register("kg.marks", func=_unsaved)


def of_words(getters: Mapping[int, Callable[[str], Any]]) -> dict[int, Callable[[str], Any]]:
    """Make what spaCy computes of every word cheap for the stretches between sentences, which are one piece each."""

    def spared(getter: Callable[[str], Any]) -> Callable[[str], Any]:
        of_none = getter(" ")
        return lambda text: getter(text) if len(text) < _MAX_WORD else of_none

    return {attribute: spared(getter) for attribute, getter in getters.items()}


def _component(label: str, find: Finder) -> Component:
    """Make a component that adds what `find` finds, under a label."""

    def add(doc: Doc) -> Doc:
        marks = marks_of(doc)
        if SPANS not in doc.spans:
            doc.spans[SPANS] = SpanGroup(doc, name=SPANS)
        if marks.scan.sentences:
            _add(doc, marks, label, find(doc, marks))
        return doc

    return add


def _add(doc: Doc, marks: Marks, label: str, found: Iterable[Found]) -> None:
    spans = []
    for begin, end, value in found:
        first, last = bisect_right(marks.begins, begin) - 1, bisect_left(marks.begins, end)
        span = Span(doc, first, last, label=label)
        spans.append(span)
        marks.values[label, span.start_char, span.end_char] = value
    if spans:
        doc.spans[SPANS].extend(spans)


def _taken(doc: Doc) -> list[tuple[int, int]]:
    """The stretches of the organisations found so far, sorted."""
    return sorted((s.start_char, s.end_char) for s in doc.spans[SPANS] if s.label_ == "ORGANISATION")


def _places(doc: Doc, marks: Marks) -> Iterator[Found]:
    return ((hit.begin, hit.end, hit.entry) for hit in marks.scan.units if hit.begin in marks.scan.first)


def _statuses(doc: Doc, marks: Marks) -> Iterator[Found]:
    return ((hit.begin, hit.end, hit.entry) for hit in marks.scan.statuses if hit.begin in marks.scan.first)


def _organisations(doc: Doc, marks: Marks) -> Iterator[Found]:
    return ((name.begin, name.end, name) for name in find_organisations(marks.scan, marks.lexicon))


def _roles(doc: Doc, marks: Marks) -> Iterator[Found]:
    taken = _taken(doc)
    begins = [begin for begin, _ in taken]
    for hit in marks.scan.hits:
        at = bisect_right(begins, hit.begin) - 1
        if hit.label == "ROLE" and hit.begin in marks.scan.first and not (at >= 0 and taken[at][1] > hit.begin):
            yield hit.begin, hit.end, hit.entry


def _persons(doc: Doc, marks: Marks) -> Iterator[Found]:
    return ((p.begin, p.end, p) for p in find_persons(marks.scan, marks.lexicon, _taken(doc)))


def _honours(doc: Doc, marks: Marks) -> Iterator[Found]:
    return ((h.begin, h.end, h) for h in find_honours(marks.scan, marks.lexicon))


def _periods(doc: Doc, marks: Marks) -> Iterator[Found]:
    for begin, end in marks.scan.sentences:
        yield from ((p.begin, p.end, p) for p in find_periods(marks.scan.text, begin, end))


def _counts(doc: Doc, marks: Marks) -> Iterator[Found]:
    return ((c.begin, c.end, c) for c in find_counts(marks.scan, marks.lexicon))


def _movements(doc: Doc, marks: Marks) -> Iterator[Found]:
    periods = sorted((v for v in marks.values.values() if isinstance(v, FoundPeriod)), key=lambda p: p.begin)
    return ((m.begin, m.end, m) for m in find_movements(marks.scan, marks.lexicon, periods))


def _factory(name: str, label: str, find: Finder) -> Callable[[Language, str], Component]:
    """Register a component under a name; nothing to configure but the label that its spans get."""

    def create(nlp: Language, name: str, label: str = label) -> Component:
        return _component(label, find)

    Language.factory(name, default_config={"label": label}, assigns=["doc.spans"], func=create)
    return create


create_places = _factory("kg_places", "PLACE", _places)
create_status = _factory("kg_status", "STATUS", _statuses)
create_organisations = _factory("kg_organisations", "ORGANISATION", _organisations)
create_roles = _factory("kg_roles", "ROLE", _roles)
create_persons = _factory("kg_persons", "PERSON", _persons)
create_honours = _factory("kg_honours", "HONOUR", _honours)
create_periods = _factory("kg_periods", "PERIOD", _periods)
create_counts = _factory("kg_counts", "COUNT", _counts)
create_movements = _factory("kg_movements", "MOVEMENT", _movements)
