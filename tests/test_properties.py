"""What must hold of every text: evidence points at the text, and articles do not lean on each other.

The texts are those of the repository, and what hypothesis makes of their pieces: sentences shuffled,
dropped and run together, and strings of words that look Vietnamese and mean nothing.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, NamedNode

from kg.extract import read
from kg.model import Article, Award, Fact, Group, RoleHolding
from kg.rdf import ArticleGraph, article_graph, common_graph
from kg.text import normalise
from kg.vocab import BASE

HERE = Path(__file__).parent
FILES = sorted([*(HERE.parent / "seeds").glob("*.txt"), *(HERE / "gold" / "union" / "texts").glob("*.txt")])
ARTICLES = tuple(Article(file.stem, normalise(file.read_text(encoding="utf-8"))) for file in FILES)
PIECES = tuple(sorted({p for a in ARTICLES for p in re.split(r"(?<=[.!?;:…])\s+|\n+", a.text) if p.strip()}))
WORDS = tuple(sorted({word for article in ARTICLES for word in article.text.split()}))
SEPARATORS = (" ", "\n", "\n\n", ". ", ", ", "; ", ": ", " - ", "", " và ", "\t\u00a0", "“", "” ", " (", ") ")

# One example extracts whole articles; the number of examples stays small, their content varies by itself
examples = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def joined(parts: st.SearchStrategy[str], *, most: int) -> st.SearchStrategy[str]:
    """Texts of parts with any of the separators between them."""
    pairs = st.lists(st.tuples(parts, st.sampled_from(SEPARATORS)), max_size=most)
    return pairs.map(lambda drawn: normalise("".join(part + separator for part, separator in drawn)))


shuffled = joined(st.sampled_from(PIECES), most=12)
babble = joined(st.sampled_from(WORDS), most=60)
cut = st.sampled_from(ARTICLES).flatmap(
    lambda article: st.tuples(st.integers(0, len(article.text)), st.integers(0, len(article.text))).map(
        lambda ends: article.text[min(ends) : max(ends)]
    )
)
anything = joined(st.one_of(st.sampled_from(PIECES), st.sampled_from(WORDS), st.text(max_size=8)), most=20)
texts = st.one_of(shuffled, babble, cut, anything)
crowds = st.lists(texts, min_size=1, max_size=4)


def extract(*articles: Article) -> dict[str, tuple[Fact, ...]]:
    return {article.id: facts for article, facts in read(articles)}


@cache
def alone(article: Article) -> tuple[Fact, ...]:
    return extract(article)[article.id]


def graph(article: Article, facts: tuple[Fact, ...]) -> ArticleGraph:
    return article_graph(article, facts)


def spelled(facts: tuple[Fact, ...]) -> list[str]:
    """Facts with all that equality leaves out: evidence, forms, parents."""
    return [repr(fact) for fact in facts]


def check_evidence(article: Article, facts: tuple[Fact, ...]) -> None:
    for fact in facts:
        stated = fact.evidence
        assert 0 <= stated.begin < stated.end <= len(article.text)
        assert article.text[stated.begin : stated.end] == stated.sentence
        assert stated.rule


def check_names(facts: tuple[Fact, ...]) -> None:
    """No fact has an empty name or one with stray white space."""
    for fact in facts:
        if isinstance(fact, RoleHolding):
            names = [fact.person.name, fact.role.name, fact.organisation.name]
        elif isinstance(fact, Award):
            recipient = fact.recipient.kind if isinstance(fact.recipient, Group) else fact.recipient.name
            names = [fact.honour.name, recipient, *([fact.awarder.name] if fact.awarder else [])]
        else:
            names = [fact.movement.name]
        assert [name for name in names if name != " ".join(name.split()) or not name] == []


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_article_of_the_repository(article: Article) -> None:
    facts = alone(article)
    check_evidence(article, facts)
    check_names(facts)
    assert spelled(extract(article)[article.id]) == spelled(facts)


def test_articles_in_a_crowd_are_as_alone() -> None:
    for crowd in (ARTICLES, ARTICLES[::-1]):
        found = extract(*crowd)
        assert list(found) == [article.id for article in crowd]
        for article in crowd:
            assert spelled(found[article.id]) == spelled(alone(article))
            assert graph(article, found[article.id]) == graph(article, alone(article))


@examples
@given(text=texts)
def test_any_text_gives_facts_that_point_at_it(text: str) -> None:
    article = Article("a", text)
    facts = extract(article)["a"]
    check_evidence(article, facts)
    check_names(facts)
    graph(article, facts)


@examples
@given(crowd=crowds, order=st.randoms(use_true_random=False))
def test_any_article_alone_and_in_any_crowd(crowd: list[str], order: Random) -> None:
    articles = [Article(f"a{number}", text) for number, text in enumerate(crowd)]
    mixed = articles[:]
    order.shuffle(mixed)
    found = extract(*mixed)
    for article in articles:
        single = extract(article)[article.id]
        assert spelled(found[article.id]) == spelled(single)
        assert graph(article, found[article.id]) == graph(article, single)


@examples
@given(text=texts)
def test_order_of_facts_does_not_matter_to_the_graph(text: str) -> None:
    article = Article("a", text)
    facts = extract(article)["a"]
    assert graph(article, facts[::-1]) == graph(article, facts + facts)


@examples
@given(text=texts)
def test_no_quad_stands_in_two_graphs_and_no_node_is_blank(text: str) -> None:
    article = Article("a", text)
    page = graph(article, extract(article)["a"])
    assert {quad.graph_name for quad in page.own} == {NamedNode(page.iri)}
    assert {quad.graph_name for quad in page.common} <= {common_graph(BASE)}
    own, common = ({quad.triple for quad in quads} for quads in (page.own, page.common))
    assert own.isdisjoint(common)
    assert (len(own), len(common)) == (len(page.own), len(page.common))
    assert not any(isinstance(node, BlankNode) for triple in own | common for node in triple)
