"""The language pipeline the spaCy way: loading, adding, dropping, configuring, saving, and its Docs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg import language
from kg.errors import KgError, LexiconError
from kg.extract import extract, read
from kg.language.chunks import LABELS, SPANS, chunks
from kg.language.components import PIPELINE
from kg.model import Article, Award, Fact, RoleHolding, Stage
from kg.text import normalise

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
TEXTS = {path.stem: normalise(path.read_text(encoding="utf-8")) for path in SEEDS}
TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": "kg.tokenizer.v1"}}}
HOLDER = "Đồng chí Vi Văn Nghĩa - Chủ tịch LĐLĐ tỉnh Bắc Kạn phát biểu."
GIVEN = "LĐLĐ tỉnh Bắc Kạn tặng Bằng khen cho 84 cá nhân."


@cache
def pipeline() -> Language:
    return language.load()


def spans(doc: Doc) -> list[tuple[str, str]]:
    return [(span.label_, span.text) for span in doc.spans[SPANS]]


def facts(text: str, nlp: Language) -> tuple[Fact, ...]:
    [(_, found)] = read([Article("a", text)], nlp=nlp)
    return found


def test_the_pipeline_has_its_components() -> None:
    assert tuple(pipeline().pipe_names) == PIPELINE


def test_spans_of_a_sentence() -> None:
    assert sorted(spans(pipeline()(HOLDER))) == [
        ("ORGANISATION", "LĐLĐ tỉnh Bắc Kạn"),
        ("PERSON", "Vi Văn Nghĩa"),
        ("PLACE", "Bắc Kạn"),
        ("ROLE", "Chủ tịch"),
    ]


@pytest.mark.parametrize("name", TEXTS)
def test_spans_of_the_seeds(name: str) -> None:
    doc = pipeline()(TEXTS[name])
    assert doc.text == TEXTS[name]
    labels = {span.label_ for span in doc.spans[SPANS]}
    assert labels <= set(LABELS)
    assert {"ORGANISATION", "PERIOD"} <= labels


@pytest.mark.parametrize("name", TEXTS)
def test_chunks_are_spans_in_order(name: str) -> None:
    doc = pipeline()(TEXTS[name])
    found = chunks(doc)
    stretches = {(span.label_, span.start_char, span.end_char) for span in doc.spans[SPANS]}
    assert {(chunk.label, chunk.begin, chunk.end) for chunk in found} <= stretches
    assert [chunk.begin for chunk in found] == sorted(chunk.begin for chunk in found)


def test_a_stretch_between_sentences_has_the_attributes_of_a_space() -> None:
    text = "Trời nắng đẹp và gió nhẹ. " * 4 + HOLDER
    stretch, *words = pipeline()(text)
    assert (stretch.text, stretch.lower_, stretch.is_alpha) == (text.removesuffix(HOLDER), " ", False)
    assert [word.lower_ for word in words] == [word.text.lower() for word in words]


def test_a_text_without_anything_has_no_spans() -> None:
    doc = pipeline()("Trời hôm nay đẹp.")
    assert (doc.text, list(doc.spans[SPANS])) == ("Trời hôm nay đẹp.", [])


words = st.sampled_from(
    ["LĐLĐ", "tỉnh", "Bắc Kạn", "Bằng khen", "ông", "Chủ tịch", "“", "”", ".", ",", "\n", " ", "  ", "\t"]
)
anything = st.lists(st.one_of(st.text(max_size=6), words), max_size=30).map("".join)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(text=anything)
def test_a_doc_holds_its_text(text: str) -> None:
    doc = pipeline()(text)
    assert doc.text == text
    assert [doc.text[token.idx : token.idx + len(token)] for token in doc] == [token.text for token in doc]


def test_many_texts_at_once() -> None:
    alone = [spans(pipeline()(text)) for text in TEXTS.values()]
    docs = list(pipeline().pipe(TEXTS.values()))
    assert [spans(doc) for doc in docs] == alone


# --- components ---


@pytest.mark.parametrize(
    ("component", "text", "kind"),
    [
        ("kg_persons", HOLDER, RoleHolding),
        ("kg_roles", HOLDER, RoleHolding),
        ("kg_organisations", HOLDER, RoleHolding),
        ("kg_counts", GIVEN, Award),
        ("kg_honours", GIVEN, Award),
        ("kg_movements", "Công đoàn phát động phong trào thi đua “Lao động giỏi, lao động sáng tạo”.", Stage),
    ],
)
def test_dropping_a_component_removes_its_facts(component: str, text: str, kind: type[Fact]) -> None:
    nlp = language.load()
    assert [type(fact) for fact in facts(text, nlp)] == [kind]
    nlp.remove_pipe(component)
    assert facts(text, nlp) == ()


def test_a_label_of_its_own_is_not_read_as_another() -> None:
    nlp = language.load()
    nlp.remove_pipe("kg_counts")
    nlp.add_pipe("kg_counts", config={"label": "MANY"})
    doc = nlp(GIVEN)
    assert ("MANY", "84 cá nhân") in spans(doc)
    assert facts(GIVEN, nlp) == ()


def test_components_have_their_factories() -> None:
    for name in PIPELINE:
        meta = pipeline().get_pipe_meta(name)
        assert (meta.factory, list(meta.assigns)) == (name, ["doc.spans"])


def added(label: str, phrase: str, *, every_sentence: bool = False) -> Language:
    """The pipeline with a component that marks a phrase."""

    def find(doc: Doc) -> Iterator[Span]:
        begin = doc.text.find(phrase)
        if begin >= 0:
            span = doc.char_span(begin, begin + len(phrase), label=label, alignment_mode="expand")
            assert span is not None
            yield span

    def mark(doc: Doc) -> Doc:
        doc.spans[SPANS].extend(list(find(doc)))
        return doc

    Language.component(f"test_{label}", func=mark)
    nlp = language.load(every_sentence=every_sentence)
    nlp.add_pipe(f"test_{label}", after="kg_organisations")
    return nlp


@pytest.mark.parametrize(
    ("label", "phrase", "text", "fact"),
    [
        (
            "PERSON",
            "Zorro",
            "Zorro, Chủ tịch LĐLĐ tỉnh Bắc Kạn, phát biểu.",
            ("Zorro", "Chủ tịch", "Liên đoàn Lao động tỉnh Bắc Kạn"),
        ),
        (
            "ORGANISATION",
            "Gió Ngàn",
            "Ông Vi Văn Nghĩa, Chủ tịch Gió Ngàn, phát biểu.",
            ("Vi Văn Nghĩa", "Chủ tịch", "Gió Ngàn"),
        ),
        (
            "ROLE",
            "Tổng quản",
            "Đồng chí Vi Văn Nghĩa - Tổng quản LĐLĐ tỉnh Bắc Kạn. Ông là Bí thư.",
            ("Vi Văn Nghĩa", "Tổng quản", "Liên đoàn Lao động tỉnh Bắc Kạn"),
        ),
    ],
)
def test_spans_of_a_component_of_ones_own_are_read(
    label: str, phrase: str, text: str, fact: tuple[str, str, str]
) -> None:
    def told(nlp: Language) -> list[tuple[str, str, str]]:
        holdings = [found for found in facts(text, nlp) if isinstance(found, RoleHolding)]
        return [(found.person.name, found.role.name, found.organisation.name) for found in holdings]

    assert fact not in told(pipeline())
    assert fact in told(added(label, phrase))


OTHERS = [
    ("HONOUR", "Lá cờ đầu", "LĐLĐ tỉnh Bắc Kạn trao tặng Lá cờ đầu cho 3 tập thể."),
    ("MOVEMENT", "Ba nhanh", "Công nhân cả nước cùng Ba nhanh."),
]


def honours_and_movements(found: tuple[Fact, ...]) -> list[str]:
    return [
        fact.honour.name if isinstance(fact, Award) else fact.movement.name
        for fact in found
        if isinstance(fact, Award | Stage)
    ]


@pytest.mark.parametrize(("label", "phrase", "text"), OTHERS)
def test_marks_where_the_lexicon_finds_nothing_need_every_sentence(label: str, phrase: str, text: str) -> None:
    assert honours_and_movements(facts(text, added(label, phrase))) == []
    assert honours_and_movements(facts(text, added(label, phrase, every_sentence=True))) == [phrase]


@pytest.mark.parametrize("name", TEXTS)
def test_reading_every_sentence_loses_no_fact(name: str) -> None:
    doc = language.load(every_sentence=True)(TEXTS[name])
    assert doc.text == TEXTS[name]
    assert set(facts(TEXTS[name], pipeline())) <= set(extract(Article("a", TEXTS[name]), doc))


# --- saving ---


def test_a_saved_pipeline_does_the_same(tmp_path: Path) -> None:
    pipeline().to_disk(tmp_path / "saved")
    loaded = spacy.load(tmp_path / "saved")
    assert loaded.pipe_names == pipeline().pipe_names
    for text in TEXTS.values():
        assert facts(text, loaded) == facts(text, pipeline())


def test_a_saved_pipeline_keeps_its_lexicon(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[roles]\n"Tổng quản" = {}\n', encoding="utf-8")
    text = "Ông Vi Văn Nghĩa, Tổng quản LĐLĐ tỉnh Bắc Kạn, phát biểu."
    nlp = language.load(own)
    nlp.to_disk(tmp_path / "saved")
    loaded = spacy.load(tmp_path / "saved")
    assert facts(text, pipeline()) == ()
    assert [type(fact) for fact in facts(text, nlp)] == [RoleHolding]
    assert facts(text, loaded) == facts(text, nlp)
    own.unlink()
    with pytest.raises(LexiconError, match=r"own\.toml"):
        spacy.load(tmp_path / "saved")


def test_a_pipeline_survives_bytes() -> None:
    loaded = language.load().from_bytes(pipeline().to_bytes())
    assert facts(HOLDER, loaded) == facts(HOLDER, pipeline())


def test_a_saved_doc_keeps_its_spans_and_says_what_it_lost() -> None:
    doc = pipeline()(HOLDER)
    loaded = Doc(pipeline().vocab).from_bytes(doc.to_bytes())
    assert spans(loaded) == spans(doc)
    with pytest.raises(KgError, match="saved and loaded has lost its marks"):
        extract(Article("a", HOLDER), loaded)


# --- other pipelines ---


def test_components_in_a_pipeline_of_ones_own() -> None:
    nlp = spacy.blank("xx", config=TOKENIZER)
    nlp.add_pipe("kg_organisations")
    nlp.add_pipe("kg_persons")
    doc = nlp(HOLDER)
    assert sorted(spans(doc)) == [("ORGANISATION", "LĐLĐ tỉnh Bắc Kạn"), ("PERSON", "Vi Văn Nghĩa")]


@pytest.mark.parametrize("component", PIPELINE)
def test_a_doc_of_another_tokenizer_is_refused(component: str) -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe(component)
    with pytest.raises(KgError, match=r"no marks of the lexicon: make it with kg\.language\.load\(\)"):
        nlp(HOLDER)


def test_extraction_refuses_a_doc_of_another_tokenizer() -> None:
    with pytest.raises(KgError, match=r"kg\.language\.load\(\)"):
        extract(Article("a", HOLDER), spacy.blank("xx")(HOLDER))


def test_a_missing_lexicon_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"none\.toml: cannot be read"):
        language.load(tmp_path / "none.toml")
