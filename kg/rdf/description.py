"""The two graphs beside the data: a copy of the ontology, and the description of the data set.

The description tells editors of queries what they complete and show: classes with their properties (VoID),
prefixes (`sh:declare`) and example queries (`sh:SPARQLExecutable`).

Both are functions of their arguments: nothing here looks at the clock or at where a store lies.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.rdf.terms import Value, description_graph, in_order, ontology_graph, readable, source
from kg.vocab import BASE, KG, iri, ontology_file

_PROGRAM = "thidua-kg"
_ONTOLOGY = NamedNode(KG.rstrip("#"))
_TITLES = (
    Literal("Đồ thị tri thức về thi đua, khen thưởng", language="vi"),
    Literal("Knowledge graph of emulation movements and awards", language="en"),
)

_Statement = tuple[NamedNode, str, Value]


def ontology_quads(base: str = BASE) -> tuple[Quad, ...]:
    """Read the ontology that ships with the package, as quads of a graph of its own, sorted."""
    graph = ontology_graph(base)
    triples = parse(path=str(ontology_file("kg.ttl")), format=RdfFormat.TURTLE)
    return in_order([Quad(t.subject, t.predicate, t.object, graph) for t in triples])


def description_quads(
    classes: Mapping[str, int],
    *,
    triples: int,
    version: str,
    published: tuple[date, date] | None = None,
    sources: Iterable[str] = (),
    properties: Mapping[tuple[str, str], int] | None = None,
    base: str = BASE,
) -> tuple[Quad, ...]:
    """Describe a data set, sorted.

    `classes` counts the instances of each class by its `kg:` term ({"Article": 5, "Person": 23}), `properties`
    the triples of each class and property ({("kg:Person", "rdfs:label"): 23}), `triples` those of the articles'
    graphs and the common one; `version` is the program's. `published` are the first and the last day on which an
    article appeared, `sources` say where the articles come
    from: never a clock or a folder, so that the same input gives the same bytes.
    """
    data = NamedNode(f"{base}dataset")
    program = NamedNode(f"{base}software/{_PROGRAM}-{readable(version)}")
    stated: list[_Statement] = [
        (data, "rdf:type", NamedNode(iri("void:Dataset"))),
        (data, "rdf:type", NamedNode(iri("dcat:Dataset"))),
        *((data, "dct:title", title) for title in _TITLES),
        *((data, "dct:source", source(text)) for text in sources),
        (data, "dct:conformsTo", _ONTOLOGY),
        (data, "void:vocabulary", NamedNode(KG)),
        (data, "void:uriSpace", Literal(base)),
        (data, "void:triples", Literal(triples)),
        (data, "void:entities", Literal(sum(classes.values()))),
        (data, "void:documents", Literal(classes.get("Article", 0))),
        (data, "prov:wasAttributedTo", program),
        (program, "rdf:type", NamedNode(iri("prov:SoftwareAgent"))),
        (program, "rdfs:label", Literal(f"{_PROGRAM} {version}")),
        (program, "schema:softwareVersion", Literal(version)),
    ]
    if published:
        days = "/".join(day.isoformat() for day in published)
        stated.append((data, "schema:temporalCoverage", Literal(days)))
    for term, number in classes.items():
        stated += _partition(data, term, number)
    for (term, name), number in (properties or {}).items():
        stated += _property_partition(data, term.removeprefix("kg:"), name, number)
    return _quads(stated, base)


def prefix_quads(names: Mapping[str, str], *, base: str = BASE) -> tuple[Quad, ...]:
    """Declare the prefixes that queries use, sorted."""
    data = NamedNode(f"{base}dataset")
    stated: list[_Statement] = []
    for prefix, namespace in names.items():
        declared = NamedNode(f"{data.value}/prefix/{prefix}")
        stated += [
            (data, "sh:declare", declared),
            (declared, "sh:prefix", Literal(prefix)),
            (declared, "sh:namespace", Literal(namespace, datatype=NamedNode(iri("xsd:anyURI")))),
        ]
    return _quads(stated, base)


def example_quads(
    name: str, sparql: str, *, titles: Mapping[str, str], descriptions: Mapping[str, str], base: str = BASE
) -> tuple[Quad, ...]:
    """State an example query (SELECT), with its titles and descriptions by language, sorted."""
    data, example = NamedNode(f"{base}dataset"), NamedNode(f"{base}dataset/query/{name}")
    stated: list[_Statement] = [
        (example, "rdf:type", NamedNode(iri("sh:SPARQLExecutable"))),
        (example, "rdf:type", NamedNode(iri("sh:SPARQLSelectExecutable"))),
        (example, "sh:select", Literal(sparql)),
        (example, "dct:isPartOf", data),
        *((example, "dct:title", Literal(text, language=language)) for language, text in titles.items()),
        *((example, "rdfs:comment", Literal(text, language=language)) for language, text in descriptions.items()),
    ]
    return _quads(stated, base)


def _quads(stated: Iterable[_Statement], base: str) -> tuple[Quad, ...]:
    graph = description_graph(base)
    return in_order([Quad(node, NamedNode(iri(name)), value, graph) for node, name, value in stated])


def _property_partition(data: NamedNode, term: str, name: str, number: int) -> list[_Statement]:
    """Say how many triples with one property the instances of one class have."""
    of_class = NamedNode(f"{data.value}/{term}")
    part = NamedNode(f"{of_class.value}/{name}")
    return [
        (of_class, "void:propertyPartition", part),
        (part, "void:property", NamedNode(iri(name))),
        (part, "void:triples", Literal(number)),
    ]


def _partition(data: NamedNode, term: str, number: int) -> list[_Statement]:
    """Say how many instances of one class a data set has."""
    part = NamedNode(f"{data.value}/{term}")
    return [
        (data, "void:classPartition", part),
        (part, "void:class", NamedNode(iri(f"kg:{term}"))),
        (part, "void:entities", Literal(number)),
    ]
