"""The shapes: what is built conforms, and for each shape a broken graph is reported with node and shape."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdf_facts import graphs, store_of
from rdflib import RDF, SH

from kg.errors import KgError, MissingExtra, StoreError
from kg.rdf import description_quads, ontology_quads, sorted_nquads
from kg.validate import Report, Violation, validate
from kg.vocab import BASE, KG, PREFIXES, ontology_file

pytest.importorskip("pyshacl", reason="the optional part `validate` is not installed")

SHAPES = "https://w3id.org/thidua/shapes#"
TURTLE = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items()) + f"PREFIX : <{BASE}>\n"


@pytest.fixture(scope="module")
def store() -> ox.Store:
    return store_of(graphs(), *ontology_quads(), *description_quads({"Article": 3}, triples=1, version="1"))


def test_what_is_built_conforms(store: ox.Store) -> None:
    assert validate(store) == Report(True, ())


def test_the_empty_graph_conforms() -> None:
    assert validate(ox.Store()) == Report(True, ())


# One node that is right in everything, for each class; a case below changes one line of it
RIGHT = """
:article a kg:Article ; dct:identifier "a" ; schema:mentions :person .
:person a kg:Person ; rdfs:label "Vi Văn Nghĩa"@vi ; skos:altLabel "Nghĩa"@vi ; kg:holdsRole :body .
:body a kg:Organisation ; rdfs:label "LĐLĐ"@vi ; kg:awards :group ; org:subOrganizationOf :body2 ; kg:place :place .
:body2 a kg:Organisation ; rdfs:label "TLĐ"@vi .
:place a kg:Place ; rdfs:label "Bắc Kạn"@vi .
:role a kg:Role ; rdfs:label "Chủ tịch"@vi .
:honour a kg:Honour ; rdfs:label "Bằng khen"@vi .
:movement a kg:Movement ; rdfs:label "Lao động giỏi"@vi ;
  prov:wasDerivedFrom :article ; kg:mention :mention ; kg:period :period .
:stage a kg:Stage ; kg:movement :movement ; kg:period :period ; prov:wasDerivedFrom :article ; kg:mention :mention .
:period a kg:Period ; rdfs:label "2015"@vi ; kg:start "2015-01-01"^^xsd:date ; kg:end "2015-12-31"^^xsd:date .
:group a kg:RecipientGroup ; rdfs:label "84 cá nhân"@vi ; kg:groupKind "cá nhân"@vi ; kg:count 84 .
:holding a kg:RoleHolding ; org:member :person ; org:role :role ; org:organization :body ; kg:status kg:current ;
  prov:wasDerivedFrom :article ; kg:mention :mention .
:award a kg:Award ; kg:awarder :body ; kg:honour :honour ; kg:recipient :group ; kg:status kg:awarded ;
  prov:wasDerivedFrom :article ; kg:mention :mention .
:mention a kg:Mention ; prov:wasDerivedFrom :article ; kg:exact "Câu."@vi ; kg:begin 0 ; kg:end 4 ; kg:rule "r" .
kg:current a kg:Status ; skos:prefLabel "đương nhiệm"@vi , "current"@en ; skos:inScheme :scheme .
"""

# What is replaced, what by (or what is added), the node that is broken, and the shape
BROKEN = [
    ('dct:identifier "a" ;', "", "article", "Article-identifier"),
    ('dct:identifier "a" ;', 'dct:identifier "a", "b" ;', "article", "Article-identifier"),
    ("", ':article dct:title "Title"@en .', "article", "Article-title"),
    ("", ':article schema:datePublished "29/06/2020" .', "article", "Article-published"),
    ("", ':article dct:source "a", "b" .', "article", "Article-source"),
    ("schema:mentions :person", "schema:mentions :role", "article", "Article-mentions"),
    ('a kg:Person ; rdfs:label "Vi Văn Nghĩa"@vi ;', "a kg:Person ;", "person", "label"),
    ('rdfs:label "Vi Văn Nghĩa"@vi ;', 'rdfs:label "Vi Văn Nghĩa"@vi, "Nghĩa"@vi ;', "person", "label"),
    ('rdfs:label "LĐLĐ"@vi', 'rdfs:label "LĐLĐ"@en', "body", "label"),
    ('rdfs:label "Chủ tịch"@vi', 'rdfs:label "Chủ tịch"', "role", "label"),
    ('rdfs:label "Bằng khen"@vi', 'rdfs:label ""@vi', "honour", "label"),
    ('skos:altLabel "Nghĩa"@vi', 'skos:altLabel "Nghia"', "person", "altLabel"),
    ("kg:holdsRole :body", "kg:holdsRole :role", "person", "Person-holdsRole"),
    ("kg:awards :group", "kg:awards :honour", "body", "Organisation-awards"),
    ("org:subOrganizationOf :body2", "org:subOrganizationOf :place", "body", "Organisation-parent"),
    ("kg:place :place", "kg:place :body2", "body", "Organisation-place"),
    ("", ":place schema:containedInPlace :body .", "place", "Place-parent"),
    ("org:member :person ;", "", "holding", "RoleHolding-member"),
    ("org:member :person ;", "org:member :body ;", "holding", "RoleHolding-member"),
    ("org:role :role ;", "", "holding", "RoleHolding-role"),
    ("org:organization :body ;", "org:organization :body, :body2 ;", "holding", "RoleHolding-organization"),
    ("kg:status kg:current ;", "kg:status kg:awarded ;", "holding", "RoleHolding-status"),
    ("kg:status kg:current ;", 'kg:status kg:current ; kg:assertedOn "2020" ;', "holding", "assertedOn"),
    ("kg:status kg:current ;", "kg:status kg:current, kg:former ;", "holding", "RoleHolding-status"),
    ("", ":holding kg:period :place .", "holding", "onePeriod"),
    ("kg:awarder :body", "kg:awarder :person", "award", "Award-awarder"),
    ("kg:honour :honour ;", "", "award", "Award-honour"),
    ("kg:recipient :group ;", "kg:recipient :group, :person ;", "award", "Award-recipient"),
    ("kg:recipient :group ;", "kg:recipient :place ;", "award", "Award-recipient"),
    ("kg:status kg:awarded ;", "kg:status kg:current ;", "award", "Award-status"),
    ("", ":award kg:presenter :body .", "award", "Award-presenter"),
    ("", ":award kg:forMovement :stage .", "award", "Award-movement"),
    ("", ':award kg:date "2020"^^xsd:gYear .', "award", "Award-date"),
    ("", ':award kg:reason "thành tích" .', "award", "Award-reason"),
    ('kg:groupKind "cá nhân"@vi ;', "", "group", "RecipientGroup-kind"),
    ("kg:count 84", "kg:count 0", "group", "RecipientGroup-count"),
    ("kg:count 84", 'kg:count "84"', "group", "RecipientGroup-count"),
    (
        "prov:wasDerivedFrom :article ; kg:mention :mention ; kg:period",
        "kg:mention :mention ; kg:period",
        "movement",
        "derived",
    ),
    (":stage a kg:Stage ; kg:movement :movement ;", ":stage a kg:Stage ;", "stage", "Stage-movement"),
    (
        "kg:movement :movement ; kg:period :period ;",
        "kg:movement :movement ; kg:period :period, :place ;",
        "stage",
        "Stage-period",
    ),
    (
        "kg:mention :mention ; kg:period :period",
        "kg:mention :mention ; kg:period :place",
        "movement",
        "Movement-period",
    ),
    ("kg:mention :mention ; kg:period :period", "kg:period :period", "movement", "mention"),
    ('kg:start "2015-01-01"^^xsd:date ;', "", "period", "Period-start"),
    ('kg:start "2015-01-01"^^xsd:date ;', 'kg:start "tháng 1"^^xsd:date ;', "period", "Period-start"),
    ('kg:start "2015-01-01"^^xsd:date ;', 'kg:start "2016-01-01"^^xsd:date ;', "period", "Period-order"),
    ('; kg:end "2015-12-31"^^xsd:date', "", "stage", "Stage-end"),
    ('"2015-12-31"^^xsd:date', '"2015-12-31"^^xsd:date, "2016-12-31"^^xsd:date', "period", "Period-end"),
    ('"2015-12-31"^^xsd:date', '"31/12/2015"', "period", "Period-end"),
    (":mention a kg:Mention ; prov:wasDerivedFrom :article ;", ":mention a kg:Mention ;", "mention", "Mention-article"),
    ('kg:exact "Câu."@vi ;', "", "mention", "Mention-exact"),
    ("kg:begin 0 ;", "kg:begin -1 ;", "mention", "Mention-begin"),
    ("kg:begin 0 ;", "kg:begin 4 ;", "mention", "Mention-order"),
    ("kg:end 4 ;", "", "mention", "Mention-end"),
    ('; kg:rule "r"', "", "mention", "Mention-rule"),
    (', "current"@en', "", "kg:current", "Status-label"),
    ("; skos:inScheme :scheme", "", "kg:current", "Status-scheme"),
    ("", ":gone a kg:Status ; skos:prefLabel 'a'@vi, 'b'@en ; skos:inScheme :scheme .", "gone", "Status"),
    ("", "[] a kg:Role ; rdfs:label 'Bí thư'@vi .", "", "Role"),
]


def broken_graph(old: str, new: str) -> rdflib.Graph:
    text = RIGHT
    if old:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the graph"
        text = text.replace(old, new)
    return rdflib.Graph().parse(data=TURTLE + text + ("" if old else new), format="turtle")


def test_the_right_graph_conforms() -> None:
    assert validate(broken_graph("", "")) == Report(True, ())


@pytest.mark.parametrize(("old", "new", "node", "shape"), BROKEN)
def test_a_broken_graph_is_reported(old: str, new: str, node: str, shape: str) -> None:
    report = validate(broken_graph(old, new))
    assert not report.conforms
    full = node.replace("kg:", KG) if node.startswith("kg:") else node and BASE + node
    assert {(v.node, v.shape) for v in report.violations} == {(full, SHAPES + shape)}
    for violation in report.violations:
        assert violation.message
        assert violation.message.isascii()


def test_every_shape_has_a_broken_graph() -> None:
    shapes = rdflib.Graph().parse(ontology_file("shapes.ttl"))
    named = {s for kind in (SH.PropertyShape, SH.NodeShape) for s in shapes.subjects(RDF.type, kind)}
    # The other node shapes say nothing but what their property shapes say, and that a node has an IRI
    silent = {s for s in named if (s, SH.message, None) not in shapes}
    assert {str(s).removeprefix(SHAPES) for s in named - silent} == {shape for *_, shape in BROKEN} - {"Role"}


def test_violation_says_path_and_value() -> None:
    report = validate(broken_graph("kg:count 84", "kg:count 0"))
    assert report.violations == (
        Violation(
            BASE + "group",
            SHAPES + "RecipientGroup-count",
            KG + "count",
            '"0"^^<http://www.w3.org/2001/XMLSchema#integer>',
            "A recipient group may have at most one kg:count, a positive integer.",
        ),
    )


def test_values_that_are_ill_typed_are_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    graph = ox.Store()
    graph.load(TURTLE + RIGHT.replace('"2015-01-01"^^xsd:date', '"x"^^xsd:date'), format=ox.RdfFormat.TURTLE)
    with caplog.at_level(logging.WARNING):
        assert not validate(graph).conforms
    assert not caplog.records


# Kinds of data


def test_every_kind_of_data_gives_the_same(store: ox.Store, tmp_path: Path) -> None:
    wrong = ox.Quad(ox.NamedNode(BASE + "x"), ox.NamedNode(PREFIXES["rdf"] + "type"), ox.NamedNode(KG + "Role"))
    quads = [*store, wrong]
    lines = b"".join(sorted_nquads(quads))
    file, flat = tmp_path / "graph.nq", tmp_path / "graph.ttl"
    file.write_bytes(lines)
    flat.write_bytes(ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.TURTLE) or b"")
    broken = ox.Store()
    broken.extend(quads)
    expected = validate(broken)
    assert [violation.node for violation in expected.violations] == [BASE + "x"]
    for data in (file, str(flat), rdflib.Dataset().parse(file, format="nquads"), rdflib.Graph().parse(flat)):
        assert validate(data) == expected


def test_data_is_left_as_it_is() -> None:
    graph = broken_graph("kg:count 84", "kg:count 0")
    before = set(graph)
    validate(graph)
    assert set(graph) == before


def test_own_shapes(tmp_path: Path) -> None:
    shapes = tmp_path / "own.ttl"
    shapes.write_text(
        TURTLE + ":s a sh:NodeShape ; sh:targetClass kg:Person ; sh:property [ sh:path kg:x ; sh:minCount 1 ] ."
    )
    report = validate(broken_graph("", ""), shapes=shapes)
    assert [(v.node, v.shape, v.path) for v in report.violations] == [(BASE + "person", BASE + "s", KG + "x")]


BAD_SHAPES = [
    ("bad.ttl", "@prefix a: <http://a/> .\na:b c:d a:e .", r"bad\.ttl, line 2, column \d+: .*c"),
    ("none.ttl", "<http://a> <http://b> <http://c> .", r"none\.ttl: the file has no SHACL shapes"),
    ("shapes.txt", "", r"shapes\.txt: \.txt is no RDF format; valid would be \.ttl"),
    (
        "regex.ttl",
        TURTLE + ":s sh:targetClass kg:Person ; sh:pattern '(((' .",
        r"regex\.ttl: the shapes cannot be used",
    ),
]


@pytest.mark.parametrize(("name", "text", "message"), BAD_SHAPES)
def test_shapes_that_cannot_be_used_are_refused(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(KgError, match=message) as caught:
        validate(broken_graph("", ""), shapes=tmp_path / name)
    assert caught.value.exit_status == 2


def test_files_that_are_not_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"gone\.nq: the file cannot be read"):
        validate(tmp_path / "gone.nq")
    (tmp_path / "some").write_text("thing")
    with pytest.raises(StoreError):
        validate(tmp_path)


def test_without_pyshacl_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    with pytest.raises(MissingExtra, match=r"kg validate needs an optional part: pip install 'thidua-kg\[validate\]'"):
        validate(ox.Store())


def test_heavy_libraries_are_imported_when_needed() -> None:
    code = (
        "import sys, kg.validate; print([m for m in ('pyshacl', 'rdflib', 'pyoxigraph', 'spacy') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
