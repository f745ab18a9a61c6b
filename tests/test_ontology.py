"""The ontology's file: the terms of `vocab`, in both languages, aligned, and readable by both libraries."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, URIRef

from kg.vocab import CLASSES, KG, PREFIXES, PROPERTIES, STATUSES, TERMS, iri, ontology_file

ONTOLOGY = URIRef("https://w3id.org/thidua/ontology")

# The class and what it is a kind of, by the contract
ALIGNED = [
    ("kg:Article", {"schema:NewsArticle", "prov:Entity"}),
    ("kg:Person", {"foaf:Person"}),
    ("kg:Organisation", {"org:Organization"}),
    ("kg:RecipientGroup", set()),
    ("kg:RoleHolding", {"org:Membership"}),
    ("kg:Role", {"org:Role", "skos:Concept"}),
    ("kg:Award", set()),
    ("kg:Honour", {"skos:Concept"}),
    ("kg:Movement", {"skos:Concept"}),
    ("kg:Stage", set()),
    ("kg:Period", {"time:ProperInterval"}),
    ("kg:Place", {"schema:Place"}),
    ("kg:Mention", set()),
    ("kg:Status", {"skos:Concept"}),
]
# What documentation generators read, and the languages of it
METADATA = [
    ("title", {"vi", "en"}),
    ("description", {"vi", "en"}),
    ("creator", {"vi", "en"}),
    ("publisher", {"vi", "en"}),
    ("created", {None}),
    ("license", set()),
]
HEADER = [
    "http://www.w3.org/2002/07/owl#versionInfo",
    "http://www.w3.org/2002/07/owl#versionIRI",
    "http://purl.org/vocab/vann/preferredNamespacePrefix",
    "http://purl.org/vocab/vann/preferredNamespaceUri",
]


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_file("kg.ttl"))


def names_of(graph: rdflib.Graph, kind: URIRef) -> set[str]:
    return {str(term).removeprefix(KG) for term in graph.subjects(RDF.type, kind)}


def test_has_the_terms_of_vocab_and_no_other(ontology: rdflib.Graph) -> None:
    assert {str(s).removeprefix(KG) for s in ontology.subjects() if str(s).startswith(KG)} == TERMS


def test_terms_are_what_vocab_calls_them(ontology: rdflib.Graph) -> None:
    assert names_of(ontology, OWL.Class) == CLASSES
    assert names_of(ontology, OWL.ObjectProperty) | names_of(ontology, OWL.DatatypeProperty) == PROPERTIES
    assert not names_of(ontology, OWL.ObjectProperty) & names_of(ontology, OWL.DatatypeProperty)
    assert names_of(ontology, URIRef(iri("kg:Status"))) == STATUSES


@pytest.mark.parametrize("term", sorted(TERMS))
def test_every_term_is_explained_in_both_languages(ontology: rdflib.Graph, term: str) -> None:
    node = URIRef(KG + term)
    for predicate in (RDFS.label, RDFS.comment):
        texts = list(ontology.objects(node, predicate))
        assert sorted(str(text.language) for text in texts if isinstance(text, rdflib.Literal)) == ["en", "vi"]
        assert len(set(map(str, texts))) == 2
    assert list(ontology.objects(node, RDFS.isDefinedBy)) == [ONTOLOGY]


@pytest.mark.parametrize(("term", "parents"), ALIGNED)
def test_classes_are_aligned(ontology: rdflib.Graph, term: str, parents: set[str]) -> None:
    assert set(map(str, ontology.objects(URIRef(iri(term)), RDFS.subClassOf))) == set(map(iri, parents))


def test_statuses_are_in_two_schemes(ontology: rdflib.Graph) -> None:
    schemes = {
        str(scheme): names_of_scheme(ontology, scheme) for scheme in ontology.subjects(RDF.type, SKOS.ConceptScheme)
    }
    assert {frozenset(names) for names in schemes.values()} == {
        frozenset({"current", "former", "nominated"}),
        frozenset({"awarded", "proposed", "registered", "revoked", "denied"}),
    }
    for scheme in ontology.subjects(RDF.type, SKOS.ConceptScheme):
        tops = {str(term).removeprefix(KG) for term in ontology.objects(scheme, SKOS.hasTopConcept)}
        assert tops == schemes[str(scheme)]


def names_of_scheme(graph: rdflib.Graph, scheme: rdflib.term.Node) -> set[str]:
    return {str(term).removeprefix(KG) for term in graph.subjects(SKOS.inScheme, scheme)}


@pytest.mark.parametrize(("name", "languages"), METADATA)
def test_header_says_what_generators_read(ontology: rdflib.Graph, name: str, languages: set[str | None]) -> None:
    values = list(ontology.objects(ONTOLOGY, DCTERMS[name]))
    assert values
    assert {value.language for value in values if isinstance(value, rdflib.Literal)} == languages


@pytest.mark.parametrize("name", HEADER)
def test_header_names_version_and_prefix(ontology: rdflib.Graph, name: str) -> None:
    assert len(list(ontology.objects(ONTOLOGY, URIRef(name)))) == 1


def test_domains_do_not_add_up(ontology: rdflib.Graph) -> None:
    """Two domains of one property would put its subject into both classes."""
    for term in PROPERTIES:
        for predicate in (RDFS.domain, RDFS.range):
            assert len(list(ontology.objects(URIRef(KG + term), predicate))) <= 1


def test_has_no_blank_nodes(ontology: rdflib.Graph) -> None:
    assert not [node for node in ontology.all_nodes() if isinstance(node, rdflib.BNode)]


@pytest.mark.parametrize("name", ["kg.ttl", "shapes.ttl"])
def test_both_libraries_read_the_same(name: str) -> None:
    triples = list(ox.parse(path=str(ontology_file(name))))
    assert len(set(triples)) == len(rdflib.Graph().parse(ontology_file(name)))


@pytest.mark.parametrize("name", ["kg.ttl", "shapes.ttl"])
def test_prefixes_are_those_of_vocab(name: str) -> None:
    for prefix, namespace in rdflib.Graph(bind_namespaces="none").parse(ontology_file(name)).namespaces():
        assert PREFIXES.get(prefix, str(namespace)) == str(namespace)


def test_every_class_has_a_shape() -> None:
    shapes = rdflib.Graph().parse(ontology_file("shapes.ttl"))
    assert set(map(str, shapes.objects(None, rdflib.SH.targetClass))) == {KG + name for name in CLASSES}


def test_every_shape_speaks_both_languages() -> None:
    shapes = rdflib.Graph().parse(ontology_file("shapes.ttl"))
    for shape in shapes.subjects(RDF.type, rdflib.SH.PropertyShape):
        languages = [
            text.language for text in shapes.objects(shape, rdflib.SH.message) if isinstance(text, rdflib.Literal)
        ]
        assert sorted(map(str, languages)) == ["en", "vi"], shape


def test_shapes_name_only_terms_of_the_ontology() -> None:
    shapes = rdflib.Graph().parse(ontology_file("shapes.ttl"))
    named = {str(node).removeprefix(KG) for node in shapes.all_nodes() if str(node).startswith(KG)}
    assert named <= TERMS
    assert named == TERMS
