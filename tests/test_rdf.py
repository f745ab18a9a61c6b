"""Facts to quads: names, nodes and graphs by the contract; what any string as a name must survive."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import date
from unicodedata import normalize

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdf_facts import (
    BANG_KHEN,
    CHAIR,
    FIRST,
    FIRST_FACTS,
    GIOI_VIEC,
    GIVEN,
    GIVEN_TOO,
    LAO_DONG,
    NGHIA,
    SECOND,
    SECOND_FACTS,
    TINH,
    TONG,
    Y2015_2020,
    graphs,
    stated,
    store_of,
)

from kg.errors import InputError
from kg.model import Article, Award, Concept, Evidence, Group, Organisation, Period, Person, Place, RoleHolding, Stage
from kg.rdf import (
    article_graph,
    article_iri,
    checked_base,
    common_graph,
    description_graph,
    description_quads,
    ontology_graph,
    ontology_quads,
    sorted_nquads,
)
from kg.rdf.terms import named_node, period_label, readable
from kg.vocab import BASE, PREFIXES

PROLOGUE = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())


@pytest.fixture(scope="module")
def store() -> ox.Store:
    return store_of(graphs())


def ask(store: ox.Store, query: str) -> list[tuple[str | None, ...]]:
    """Give the rows of a query over the union of all graphs, IRIs by their last part, sorted."""
    solutions = store.query(PROLOGUE + query, use_default_graph_as_union=True)
    assert isinstance(solutions, ox.QuerySolutions)
    rows = [tuple(_short(solution[v]) for v in solutions.variables) for solution in solutions]
    return sorted(rows, key=lambda row: [value or "" for value in row])


def _short(term: object) -> str | None:
    if isinstance(term, ox.NamedNode):
        return term.value.removeprefix(BASE).rsplit("#", 1)[-1]
    return str(getattr(term, "value", "")) if term is not None else None


def objects(quads: tuple[ox.Quad, ...], predicate: str) -> set[str]:
    prefix, _, name = predicate.partition(":")
    return {_short(quad.object) or "" for quad in quads if quad.predicate.value == PREFIXES[prefix] + name}


# What the outside asks

ROLES = """SELECT DISTINCT ?id ?person ?role ?organisation ?status {
    ?article dct:identifier ?id . ?h a kg:RoleHolding ; prov:wasDerivedFrom ?article ; kg:status ?status ;
        org:member/rdfs:label ?person ; org:role/rdfs:label ?role ; org:organization/rdfs:label ?organisation }"""
AWARDS = """SELECT DISTINCT ?id ?awarder ?honour ?type ?recipient ?kind ?count ?status {
    ?article dct:identifier ?id . ?a a kg:Award ; prov:wasDerivedFrom ?article ; kg:status ?status ;
        kg:honour/rdfs:label ?honour ; kg:recipient ?r . ?r a ?type
    OPTIONAL { ?r rdfs:label ?recipient } OPTIONAL { ?r kg:groupKind ?kind } OPTIONAL { ?r kg:count ?count }
    OPTIONAL { ?a kg:awarder/rdfs:label ?awarder } }"""
MOVEMENTS = """SELECT DISTINCT ?id ?name ?start ?end {
    ?article dct:identifier ?id . ?m a kg:Movement ; prov:wasDerivedFrom ?article ; rdfs:label ?name
    OPTIONAL { ?s a kg:Stage ; kg:movement ?m ; prov:wasDerivedFrom ?article ; kg:period ?p .
        ?p kg:start ?start ; kg:end ?end } }"""
PEOPLE_NAMED = """SELECT DISTINCT ?id ?person ?name {
    ?article dct:identifier ?id ; schema:mentions ?person . ?person a kg:Person ; (rdfs:label|skos:altLabel) ?name }"""


def test_roles(store: ox.Store) -> None:
    rows = ask(store, ROLES)
    assert rows == [
        ("000_a", "Vi Văn Nghĩa", "Chủ tịch", "Liên đoàn Lao động tỉnh Bắc Kạn", "current"),
        ("000_a", "Đào Thị Mai Sen", "Chủ tịch", "Liên đoàn Lao động huyện Na Rì", "former"),
        ("000_a", "Đào Thị Mai Sen", "Ủy viên Ban Chấp hành", "Liên đoàn Lao động tỉnh Bắc Kạn", "nominated"),
        ("001 b", "Vi Văn Nghĩa", "Chủ tịch", "Liên đoàn Lao động tỉnh Bắc Kạn", "current"),
    ]


def test_awards(store: ox.Store) -> None:
    rows = ask(store, AWARDS)
    group, tinh, tong = "RecipientGroup", TINH.name, TONG.name
    huyen = "Liên đoàn Lao động huyện Na Rì"
    officials = "cán bộ, công chức"
    assert rows == [
        ("000_a", None, "Kỷ niệm chương", group, officials, officials, None, "awarded"),
        ("000_a", tinh, "Bằng khen", "Person", "Trịnh Thanh Hằng", None, None, "awarded"),
        ("000_a", tinh, "Bằng khen", group, "84 cá nhân", "cá nhân", "84", "awarded"),
        ("000_a", tong, "Cờ thi đua", "Organisation", huyen, None, None, "awarded"),
        ("001 b", tinh, "Bằng khen", "Person", "Đào Thị Mai Sen", None, None, "proposed"),
        ("001 b", tinh, "Bằng khen", group, "1 tập thể", "tập thể", "1", "revoked"),
        ("001 b", tinh, "Bằng khen", group, "3 tập thể", "tập thể", "3", "registered"),
        ("001 b", tinh, "Bằng khen", group, "84 cá nhân", "cá nhân", "84", "awarded"),
        ("001 b", tong, "Bằng khen", "Organisation", huyen, None, None, "denied"),
    ]


def test_movements(store: ox.Store) -> None:
    rows = ask(store, MOVEMENTS)
    assert rows == [
        ("000_a", GIOI_VIEC.name, "2015-01-01", "2020-12-31"),
        ("001 b", GIOI_VIEC.name, None, None),
        ("001 b", LAO_DONG.name, None, None),
    ]


def test_people(store: ox.Store) -> None:
    rows = ask(store, PEOPLE_NAMED)
    assert rows == [
        ("000_a", "person/Trịnh_Thanh_Hằng", "Trịnh Thanh Hằng"),
        ("000_a", "person/Vi_Văn_Nghĩa:Bắc_Kạn", "Vi Văn Nghĩa"),
        ("000_a", "person/Đào_Thị_Mai_Sen:Bắc_Kạn", "Sen"),
        ("000_a", "person/Đào_Thị_Mai_Sen:Bắc_Kạn", "Đào Thị Mai Sen"),
        ("001 b", "person/Vi_Văn_Nghĩa:Bắc_Kạn", "Vi Văn Nghĩa"),
        ("001 b", "person/Đào_Thị_Mai_Sen:Bắc_Kạn", "Sen"),
        ("001 b", "person/Đào_Thị_Mai_Sen:Bắc_Kạn", "Đào Thị Mai Sen"),
    ]


DIRECT = [
    (
        "kg:holdsRole",
        "SELECT DISTINCT ?a ?b { ?h a kg:RoleHolding ; kg:status kg:current ; org:member ?a ; org:organization ?b }",
        1,
    ),
    (
        "kg:awards",
        "SELECT DISTINCT ?a ?b WHERE { ?w a kg:Award ; kg:status kg:awarded ; kg:awarder ?a ; kg:recipient ?b }",
        4,
    ),
    ("kg:period", "SELECT DISTINCT ?a ?b WHERE { ?s a kg:Stage ; kg:movement ?a ; kg:period ?b }", 1),
]


@pytest.mark.parametrize(("predicate", "in_full", "number"), DIRECT)
def test_direct_triples_say_what_the_nodes_say(store: ox.Store, predicate: str, in_full: str, number: int) -> None:
    kind = "?a a kg:Movement ." if predicate == "kg:period" else ""
    direct = ask(store, f"SELECT ?a ?b WHERE {{ {kind} ?a {predicate} ?b }}")
    assert direct == ask(store, in_full)
    assert len(direct) == number


def test_every_detail_of_an_award(store: ox.Store) -> None:
    rows = ask(store, """SELECT ?presenter ?movement ?period ?date ?reason ?exact ?begin ?end ?rule WHERE {
        ?a kg:presenter ?presenter ; kg:forMovement ?movement ; kg:period/rdfs:label ?period ; kg:date ?date ;
        kg:reason ?reason ; kg:mention ?m . ?m kg:exact ?exact ; kg:begin ?begin ; kg:end ?end ; kg:rule ?rule ;
        prov:wasDerivedFrom ?article }""")  # fmt: skip
    sentence = FIRST.text[: FIRST.text.index(". ") + 1]
    movement = "movement/Giỏi_việc_nước%2C_đảm_việc_nhà"
    assert rows == [
        ("person/Vi_Văn_Nghĩa:Bắc_Kạn", movement, "2015–2020", "2020-06-29", "thành tích xuất sắc",
         sentence, "0", str(len(sentence)), "test")
    ]  # fmt: skip


def test_article_metadata() -> None:
    first, second, third = graphs()
    assert objects(first.own, "dct:title") == {"Hội nghị tuyên dương"}
    assert objects(first.own, "schema:datePublished") == {"2020-06-29"}
    assert ox.NamedNode("https://baobackan.com.vn/000") in {quad.object for quad in first.own}
    assert ox.Literal("Báo Bắc Kạn") in {quad.object for quad in second.own}
    assert (len(third.own), len(third.common)) == (2, 0)


def test_an_address_that_is_no_iri_stays_a_string() -> None:
    own = article_graph(Article("a", "", source="https://a b"), ()).own
    assert ox.Literal("https://a b") in {quad.object for quad in own}


def test_organisation_with_its_parents_and_places(store: ox.Store) -> None:
    query = "?body kg:place ?place ; org:subOrganizationOf ?parent . ?place schema:containedInPlace ?province"
    rows = ask(store, f"SELECT ?body ?parent ?place ?province {{ {query} }}")
    assert rows == [(
        "organisation/Liên_đoàn_Lao_động_huyện_Na_Rì", "organisation/Liên_đoàn_Lao_động_tỉnh_Bắc_Kạn",
        "place/huyện_Na_Rì:tỉnh_Bắc_Kạn", "place/tỉnh_Bắc_Kạn",
    )]  # fmt: skip
    assert ask(
        store, "SELECT ?label { <https://w3id.org/thidua/id/place/huyện_Na_Rì:tỉnh_Bắc_Kạn> rdfs:label ?label }"
    ) == [("huyện Na Rì",)]


# Graphs


def test_no_triple_stands_in_two_graphs() -> None:
    more = [*ontology_quads(), *description_quads({"Article": 3}, triples=100, version="1")]
    store = store_of(graphs(), *more)
    triples = Counter(quad.triple for quad in store)
    assert max(triples.values()) == 1
    assert {g.value.removeprefix(BASE) for g in store.named_graphs() if isinstance(g, ox.NamedNode)} == {
        "article/000_a", "article/001%20b", "article/002", "graph/common", "graph/ontology", "graph/description",
    }  # fmt: skip


def test_there_are_no_blank_nodes_and_no_default_graph() -> None:
    for quad in store_of(graphs(), *ontology_quads(), *description_quads({}, triples=0, version="1")):
        assert isinstance(quad.subject, ox.NamedNode)
        assert not isinstance(quad.object, ox.BlankNode)
        assert isinstance(quad.graph_name, ox.NamedNode)


OWN_CLASSES = {"Article", "Award", "RecipientGroup", "Mention"}
COMMON_CLASSES = {"Person", "Organisation", "Role", "RoleHolding", "Honour", "Movement", "Stage", "Period", "Place"}
OWN_ONLY = ("prov:wasDerivedFrom", "kg:mention", "schema:mentions", "dct:identifier", "kg:recipient", "kg:exact")
COMMON_ONLY = (
    "kg:holdsRole",
    "kg:awards",
    "org:member",
    "skos:altLabel",
    "kg:start",
    "org:subOrganizationOf",
    "kg:place",
)


def test_each_kind_of_triple_stands_in_its_graph() -> None:
    first = graphs()[0]
    assert {quad.graph_name for quad in first.own} == {article_iri("000_a")} == {ox.NamedNode(first.iri)}
    assert {quad.graph_name for quad in first.common} == {common_graph()}
    assert objects(first.own, "rdf:type") == OWN_CLASSES
    assert objects(first.common, "rdf:type") == COMMON_CLASSES
    for predicate in OWN_ONLY:
        assert objects(first.own, predicate)
        assert not objects(first.common, predicate)
    for predicate in COMMON_ONLY:
        assert objects(first.common, predicate)
        assert not objects(first.own, predicate)


def test_an_own_graph_speaks_of_its_own_nodes_only() -> None:
    """Dropping it takes nothing away that another article has stated."""
    first, second, _ = graphs()
    for quad in first.own:
        assert isinstance(quad.subject, ox.NamedNode)
        kind = quad.subject.value.removeprefix(BASE).partition("/")[0]
        pointing = isinstance(quad.object, ox.NamedNode) and (
            quad.object.value == first.iri or "/mention/" in quad.object.value
        )
        assert kind in {"article", "award", "group", "mention"} or pointing
    assert not {quad.triple for quad in first.own} & {quad.triple for quad in second.own}


def test_one_holding_is_supported_by_both_articles(store: ox.Store) -> None:
    rows = ask(store, "SELECT ?h ?id { ?h kg:status kg:current ; prov:wasDerivedFrom/dct:identifier ?id }")
    assert len({holding for holding, _ in rows}) == 1
    assert [id for _, id in rows] == ["000_a", "001 b"]


def test_awards_of_two_articles_are_two_with_a_group_each() -> None:
    plain = replace(GIVEN_TOO, evidence=stated(FIRST, 0))
    first, second = article_graph(FIRST, [plain]), article_graph(SECOND, [GIVEN_TOO])
    assert len(objects(first.own + second.own, "kg:recipient")) == 2
    assert not objects(first.own, "kg:recipient") & objects(second.own, "kg:recipient")


def test_two_awards_of_one_article_have_a_group_each() -> None:
    flag = replace(GIVEN_TOO, honour=Concept("Cờ thi đua"))
    assert len(objects(article_graph(SECOND, [GIVEN_TOO, flag]).own, "kg:recipient")) == 2


def test_the_same_fact_twice_is_one_node_with_both_mentions() -> None:
    again = replace(CHAIR, evidence=stated(FIRST, 2))
    graph = article_graph(FIRST, [CHAIR, again])
    assert len(objects(graph.common, "org:member")) == 1
    assert len([quad for quad in graph.own if quad.predicate.value == PREFIXES["kg"] + "mention"]) == 2
    assert article_graph(FIRST, [CHAIR, CHAIR]) == article_graph(FIRST, [CHAIR])


def test_one_sentence_and_rule_is_one_mention() -> None:
    other = replace(CHAIR, role=Concept("Bí thư"))
    assert len(objects(article_graph(FIRST, [CHAIR, other]).own, "kg:mention")) == 1
    by_another_rule = replace(other, evidence=stated(FIRST, 0, "another"))
    assert len(objects(article_graph(FIRST, [CHAIR, by_another_rule]).own, "kg:mention")) == 2


def test_a_holding_is_another_with_another_status_or_period() -> None:
    facts = [CHAIR, replace(CHAIR, status="former"), replace(CHAIR, period=Y2015_2020)]
    graph = article_graph(FIRST, facts)
    assert len([quad for quad in graph.common if quad.predicate.value.endswith("#member")]) == 3


def test_forms_of_one_entity_come_together() -> None:
    facts = [
        replace(CHAIR, person=replace(NGHIA, forms=("Nghĩa", "Vi Văn Nghĩa"))),
        replace(CHAIR, person=replace(NGHIA, forms=("đồng chí Nghĩa",)), role=Concept("Bí thư")),
    ]
    names = objects(article_graph(FIRST, facts).common, "skos:altLabel")
    assert names == {"Nghĩa", "đồng chí Nghĩa", "LĐLĐ tỉnh Bắc Kạn", "LĐLĐ tỉnh"}


def test_a_movement_without_period_is_no_stage() -> None:
    graph = article_graph(SECOND, [Stage(LAO_DONG, None, stated(SECOND, 2))])
    assert objects(graph.common, "rdf:type") == {"Movement"}
    assert not objects(graph.common, "kg:period")
    assert objects(graph.own, "schema:mentions") == {"movement/Lao_động_giỏi%2C_lao_động_sáng_tạo"}


def test_a_movement_that_an_award_is_for_is_named_too() -> None:
    graph = article_graph(FIRST, [GIVEN])
    assert "movement/Giỏi_việc_nước%2C_đảm_việc_nhà" in objects(graph.own, "schema:mentions")
    movement = named_node(BASE, "movement", GIOI_VIEC.name)
    assert (
        ox.Quad(movement, ox.NamedNode(PREFIXES["prov"] + "wasDerivedFrom"), article_iri("000_a"), article_iri("000_a"))
        in graph.own
    )


@pytest.mark.parametrize("seed", range(5))
def test_order_of_facts_does_not_matter(seed: int) -> None:
    facts = [*FIRST_FACTS]
    random.Random(seed).shuffle(facts)
    assert article_graph(FIRST, facts) == article_graph(FIRST, FIRST_FACTS)


def test_quads_are_sorted_and_none_is_there_twice() -> None:
    for graph in graphs():
        for quads in (graph.own, graph.common):
            lines = [str(quad).encode() for quad in quads]
            assert lines == sorted(set(lines))


def test_sorted_nquads_is_the_same_for_every_order() -> None:
    quads = [quad for graph in graphs() for quad in (*graph.own, *graph.common)]
    lines = list(sorted_nquads(quads))
    assert lines == list(sorted_nquads([*reversed(quads), quads[0]]))
    assert set(ox.parse(b"".join(lines), format=ox.RdfFormat.N_QUADS)) == set(quads)


def test_another_base_renames_everything() -> None:
    base = "http://example.org/x#"
    graph = article_graph(FIRST, FIRST_FACTS, base=base)
    for quad in (*graph.own, *graph.common):
        assert isinstance(quad.subject, ox.NamedNode)
        assert quad.subject.value.startswith(base)
        assert BASE not in str(quad)


# Names


READABLE = [
    ("Liên đoàn Lao động tỉnh Bắc Kạn", "Liên_đoàn_Lao_động_tỉnh_Bắc_Kạn"),
    ("Vi Va\u0306n Nghi\u0303a", "Vi_Văn_Nghĩa"),
    ("LĐLĐ TP.HCM", "LĐLĐ_TP.HCM"),
    ("Công ty CP A.", "Công_ty_CP_A%2E"),
    ("..", "%2E%2E"),
    ("Sở GD&ĐT", "Sở_GD%26ĐT"),
    ("công nghiệp hóa - hiện đại hóa", "công_nghiệp_hóa_-_hiện_đại_hóa"),
    ("2015–2020", "2015%E2%80%932020"),
    ("a_b", "a%5Fb"),
    ("50%", "50%25"),
    ("a/b:c#d?e", "a%2Fb%3Ac%23d%3Fe"),
    ("“X”\n", "%E2%80%9CX%E2%80%9D%0A"),
]


@pytest.mark.parametrize(("name", "expected"), READABLE)
def test_readable(name: str, expected: str) -> None:
    assert readable(name) == expected


def test_article_iris_keep_what_file_names_have() -> None:
    assert article_iri("000_20c1-x.y").value == BASE + "article/000_20c1-x.y"
    assert article_iri("a b").value != article_iri("a_b").value


@settings(deadline=None)
@given(st.text(), st.text())
def test_two_names_are_two_nodes(one: str, other: str) -> None:
    same = normalize("NFC", one) == normalize("NFC", other)
    assert (readable(one) == readable(other)) == same
    assert (article_iri(one) == article_iri(other)) == same


@settings(deadline=None)
@given(st.text(), st.text(), st.text())
def test_name_and_setting_do_not_run_together(name: str, setting: str, other: str) -> None:
    assert named_node(BASE, "person", name, setting) != named_node(BASE, "person", other)


PERIODS = [
    ("2015-01-01", "2020-12-31", "2015–2020"),
    ("2020-01-01", "2020-12-31", "2020"),
    ("2011-01-01", "2011-06-30", "01/2011–06/2011"),
    ("2023-05-01", "2023-05-31", "05/2023"),
    ("2020-02-01", "2020-02-29", "02/2020"),
    ("2023-01-31", "2023-05-31", "31/01/2023–31/05/2023"),
    ("2023-01-01", "2023-05-30", "01/01/2023–30/05/2023"),
    ("2020-06-29", "2020-06-29", "29/06/2020"),
    ("0001-01-01", "9999-12-31", "0001–9999"),
]


@pytest.mark.parametrize(("start", "end", "label"), PERIODS)
def test_period_label(start: str, end: str, label: str) -> None:
    assert period_label(Period(date.fromisoformat(start), date.fromisoformat(end))) == label


@pytest.mark.parametrize("base", ["", "no iri/", "https://example.org/a b/", "https://example.org/kg", "relative/"])
def test_a_base_that_is_none_is_refused(base: str) -> None:
    with pytest.raises(InputError, match=r"https://w3id\.org/thidua/id/"):
        checked_base(base)


def test_half_a_surrogate_pair_is_refused_with_its_place() -> None:
    bad = Stage(Concept("Phong trào \ud83d"), None, Evidence("x", 0, 1, "test"))
    with pytest.raises(InputError, match=r"article 'bài 1', near '\\ud83d'"):
        article_graph(Article("bài 1", "x"), [bad])


# Any string at all

NAMES = st.text(max_size=12)
PLACES = st.builds(Place, NAMES, st.none() | st.builds(Place, NAMES))
BODIES = st.builds(
    Organisation, NAMES, st.none() | st.builds(Organisation, NAMES), st.none() | PLACES, st.tuples(NAMES)
)
PEOPLE = st.builds(Person, NAMES, NAMES, st.tuples(NAMES))
CONCEPTS = st.builds(Concept, NAMES, st.tuples(NAMES))
EVIDENCE = st.builds(Evidence, NAMES, st.integers(0, 10**6), st.integers(0, 10**6), NAMES)
INTERVALS = st.builds(Period, st.dates(), st.dates())
GROUPS = st.builds(Group, NAMES, st.none() | st.integers(1, 10**6))
ROLE_STATUSES = st.sampled_from(["current", "former", "nominated"])
AWARD_STATUSES = st.sampled_from(["awarded", "denied"])
FACTS = st.one_of(
    st.builds(RoleHolding, PEOPLE, CONCEPTS, BODIES, ROLE_STATUSES, EVIDENCE, st.none() | INTERVALS),
    st.builds(
        Award, st.none() | BODIES, CONCEPTS, PEOPLE | BODIES | GROUPS, AWARD_STATUSES, EVIDENCE,
        st.none() | PEOPLE, st.none() | CONCEPTS, st.none() | INTERVALS, st.none() | st.dates(), st.none() | NAMES,
    ),
    st.builds(Stage, CONCEPTS, st.none() | INTERVALS, EVIDENCE),
)  # fmt: skip
ARTICLES = st.builds(Article, NAMES, st.just(""), st.none() | NAMES, st.none() | st.dates(), st.none() | NAMES)


@settings(max_examples=150, deadline=None)
@given(ARTICLES, st.lists(FACTS, max_size=4))
def test_any_string_survives_a_file(article: Article, facts: list[RoleHolding | Award | Stage]) -> None:
    graph = article_graph(article, facts)
    quads = {*graph.own, *graph.common}
    lines = b"".join(sorted_nquads(quads))
    assert set(ox.parse(lines, format=ox.RdfFormat.N_QUADS)) == quads
    read = rdflib.Dataset().parse(data=lines, format="nquads")
    assert len(read) == len(quads)
    assert {str(q[2]) for q in read.quads()} == {getattr(q.object, "value", "") for q in quads}
    assert graph == article_graph(article, facts[::-1])
    assert len({quad.triple for quad in quads}) == len(quads)


@given(st.text(min_size=1, max_size=12))
@settings(deadline=None)
def test_names_are_prefixed_names_in_turtle(name: str) -> None:
    node = named_node(BASE, "honour", name)
    turtle = ox.serialize(
        [ox.Triple(node, node, node)], format=ox.RdfFormat.TURTLE, prefixes={"honour": BASE + "honour/"}
    )
    assert turtle is not None
    assert f"<{node.value}>".encode() not in turtle
    assert rdflib.URIRef(node.value).n3() == f"<{node.value}>"
    triple = (rdflib.URIRef(node.value),) * 3
    assert list(rdflib.Graph().parse(data=turtle, format="turtle")) == [triple]
    assert list(rdflib.Graph().parse(data=turtle.replace(rb"\%", b"%"), format="turtle")) == [triple]


# The graphs beside the data


def test_ontology_is_copied_whole() -> None:
    quads = ontology_quads("http://example.org/")
    assert {quad.graph_name for quad in quads} == {ontology_graph("http://example.org/")}
    assert len(quads) == len(set(quads)) > 300


def test_description_counts() -> None:
    quads = description_quads(
        {"Article": 5, "Person": 23},
        triples=1234,
        version="0.1.0",
        published=(date(2019, 1, 2), date(2020, 6, 29)),
        sources=["https://baobackan.com.vn/", "Báo Bắc Kạn"],
    )
    assert {quad.graph_name for quad in quads} == {description_graph()}
    store = ox.Store()
    store.extend(quads)
    query = """SELECT ?triples ?articles ?version ?when {
        ?d a void:Dataset, dcat:Dataset ; void:triples ?triples ; void:documents ?articles ;
            schema:temporalCoverage ?when ; prov:wasAttributedTo/schema:softwareVersion ?version }"""
    assert ask(store, query) == [("1234", "5", "0.1.0", "2019-01-02/2020-06-29")]
    parts = ask(store, "SELECT ?class ?n { ?d void:classPartition [ void:class ?class ; void:entities ?n ] }")
    assert parts == [("Article", "5"), ("Person", "23")]
    assert objects(quads, "dct:source") == {"https://baobackan.com.vn/", "Báo Bắc Kạn"}


def test_description_refuses_classes_that_are_none() -> None:
    with pytest.raises(KeyError, match="Persons"):
        description_quads({"Persons": 1}, triples=1, version="1")


def test_honours_of_one_name_are_one_node() -> None:
    assert BANG_KHEN in {fact.honour for fact in (*FIRST_FACTS, *SECOND_FACTS) if isinstance(fact, Award)}
    common = [quad for graph in graphs() for quad in graph.common]
    labels = {quad for quad in common if quad.object == ox.Literal("Bằng khen", language="vi")}
    assert len(labels) == 1
