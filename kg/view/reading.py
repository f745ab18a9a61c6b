"""A store's facts as a `Scene`: first the bare links, then the words of those that are drawn.

Reads through pyoxigraph alone and writes nothing. Names are looked up only for what is drawn, so that
a picture of a large store costs little more than finding its most important part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from kg.view.scene import (
    UNKNOWN,
    Detail,
    Fact,
    FactKind,
    Link,
    Node,
    NodeKind,
    Quote,
    Scene,
    Source,
    ends,
    most_important,
)
from kg.vocab import PREFIXES, iri

if TYPE_CHECKING:
    from pyoxigraph import Store

# Many articles repeat one fact; the page shows the first sentences and says how many there are
QUOTES_SHOWN = 6

ROLES = """
SELECT ?fact ?source ?target ?status ?title {
    ?fact org:member ?source ; org:organization ?target ; org:role ?title ; kg:status ?status }
"""
AWARDS = """
SELECT ?fact ?source ?target ?status ?title ?presenter ?movement {
    ?fact kg:honour ?title ; kg:recipient ?target ; kg:status ?status .
    OPTIONAL { ?fact kg:awarder ?source }
    OPTIONAL { ?fact kg:presenter ?presenter }
    OPTIONAL { ?fact kg:forMovement ?movement } }
"""
STAGES = "SELECT ?fact ?source ?target { ?fact a kg:Stage ; kg:movement ?source ; kg:period ?target }"
QUERIES: tuple[tuple[FactKind, str], ...] = (("role", ROLES), ("award", AWARDS), ("stage", STAGES))

NODE_KINDS: dict[str, NodeKind] = {
    iri("kg:Person"): "person",
    iri("kg:Organisation"): "organisation",
    iri("kg:RecipientGroup"): "group",
    iri("kg:Movement"): "movement",
    iri("kg:Period"): "period",
}
FACT_DETAILS = ("period", "date", "presenter", "forMovement", "reason")
NODE_DETAILS = {"parent": iri("org:subOrganizationOf"), "place": iri("kg:place")}


def read_scene(quads: Store, *, limit: int, about: frozenset[str] | None = None) -> Scene:
    """Read the picture of everything in a store, cut to its `limit` most important nodes.

    With `about`, the picture of these nodes: facts among them and between them, or else all facts of theirs.
    """
    links = list(_links(quads))
    iris = ends(links) | _instances(quads, "kg:Movement")
    if about is not None:
        links = _links_about(links, about)
        iris = ends(links) | (iris & about)
    shown = most_important(links, iris, limit)
    kept = [link for link in links if link.source in shown and link.target in shown]
    nodes = tuple(_node(quads, entity) for entity in sorted(shown))
    facts = tuple(_fact(quads, link, shown) for link in kept)
    quotes = chain(*(node.quotes for node in nodes), *(fact.quotes for fact in facts))
    cited = {quote.article for quote in quotes}
    sources = tuple(_source(quads, article) for article in sorted(cited))
    return Scene(nodes, facts, sources, all_nodes=len(iris), all_facts=len(links))


def _links_about(links: list[Link], about: frozenset[str]) -> list[Link]:
    between = [link for link in links if link.fact in about or {link.source, link.target} <= about]
    return between or [link for link in links if about & {link.source, link.target, *link.others}]


def _links(quads: Store) -> Iterator[Link]:
    """Yield the link of every fact in the store, each fact once, by kind and then by name."""
    for kind, query in QUERIES:
        rows: dict[str, Link] = {}
        for row in _select(quads, query):
            link = _link(kind, row)
            rows[link.fact] = min(link, rows.get(link.fact, link), key=lambda one: (one.source, one.target, one.others))
        yield from sorted(rows.values(), key=lambda link: (link.source, link.target, link.fact))


def _link(kind: FactKind, row: dict[str, str]) -> Link:
    target = row["target"]
    others = tuple(row[name] for name in ("presenter", "movement") if name in row)
    status = row.get("status", "").rpartition("#")[2]
    return Link(row["fact"], kind, row.get("source", UNKNOWN + target), target, status, row.get("title", ""), others)


def _select(quads: Store, query: str) -> Iterator[dict[str, str]]:
    """Yield the bound variables of each row as plain strings."""
    from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions

    solutions = quads.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    assert isinstance(solutions, QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        values = [solution[name] for name in names]
        yield {n: v.value for n, v in zip(names, values, strict=True) if isinstance(v, (NamedNode, BlankNode, Literal))}


def _instances(quads: Store, curie: str) -> set[str]:
    return {row["entity"] for row in _select(quads, f"SELECT ?entity {{ ?entity a {curie} }}")}


def _node(quads: Store, entity: str) -> Node:
    """Read what a node shows: class, name, other names, the body and place it belongs to, its sentences."""
    if entity.startswith(UNKNOWN):
        return Node(entity, "unknown", "?")
    kinds = [NODE_KINDS[c] for c in _values(quads, entity, iri("rdf:type")) if c in NODE_KINDS]
    kind: NodeKind = kinds[0] if kinds else "group"
    label = _group_label(quads, entity) if kind == "group" else _label(quads, entity)
    details = tuple(
        Detail(name, _label(quads, other), other)
        for name, predicate in NODE_DETAILS.items()
        for other in _values(quads, entity, predicate)
    )
    quotes, count = _quotes(quads, entity)
    return Node(entity, kind, label, tuple(_values(quads, entity, iri("skos:altLabel"))), details, quotes, count)


def _fact(quads: Store, link: Link, shown: set[str]) -> Fact:
    """Read what a fact says besides its two ends."""
    details = tuple(
        Detail(name, _label(quads, value), value if value in shown else "")
        for name in FACT_DETAILS
        if not (name == "period" and link.kind == "stage")
        for value in _values(quads, link.fact, iri(f"kg:{name}"))
    )
    label = _label(quads, link.target if link.kind == "stage" else link.title)
    quotes, total = _quotes(quads, link.fact)
    return Fact(link, label, _count(quads, link.target), details, quotes, total)


def _quotes(quads: Store, about: str) -> tuple[tuple[Quote, ...], int]:
    """Give the first sentences that state or name something, and how many there are."""
    found = set()
    for mention in _values(quads, about, iri("kg:mention")):
        article = _value(quads, mention, iri("prov:wasDerivedFrom"))
        begin = _value(quads, mention, iri("kg:begin"))
        found.add((article, int(begin) if begin.isdecimal() else 0, _value(quads, mention, iri("kg:exact"))))
    quotes = tuple(dict.fromkeys(Quote(sentence, article) for article, _, sentence in sorted(found)))
    return quotes[:QUOTES_SHOWN], len(quotes)


def _source(quads: Store, article: str) -> Source:
    names = ("dct:identifier", "dct:title", "schema:datePublished", "dct:source")
    identifier, title, published, source = (_value(quads, article, iri(name)) for name in names)
    return Source(article, identifier or _local_name(article), title, published, source)


def _group_label(quads: Store, group: str) -> str:
    """Name unnamed recipients by number and kind, as Vietnamese writes numbers: "9.600 cá nhân"."""
    kind = _value(quads, group, iri("kg:groupKind"))
    count = _count(quads, group)
    if not kind:
        return _label(quads, group)
    return kind if count is None else f"{count:,} {kind}".replace(",", ".", f"{count:,}".count(","))


def _count(quads: Store, group: str) -> int | None:
    count = _value(quads, group, iri("kg:count"))
    return int(count) if count.isdecimal() else None


def _label(quads: Store, entity: str) -> str:
    """Give an entity's name; a literal is its own name, and a nameless IRI gives its last part."""
    return _value(quads, entity, iri("rdfs:label")) or _local_name(entity)


def _local_name(entity: str) -> str:
    is_iri = "://" in entity and " " not in entity
    return entity.rstrip("/#").replace("#", "/").rpartition("/")[2].replace("_", " ") if is_iri else entity


def _value(quads: Store, subject: str, predicate: str) -> str:
    return next(iter(_values(quads, subject, predicate)), "")


def _values(quads: Store, subject: str, predicate: str) -> Iterable[str]:
    """Give the values of a property, sorted, each once; nothing where the subject is a literal."""
    from pyoxigraph import NamedNode, Triple

    try:
        node = NamedNode(subject)
    except ValueError:
        return ()
    found = quads.quads_for_pattern(node, NamedNode(predicate), None, None)
    return sorted({quad.object.value for quad in found if not isinstance(quad.object, Triple)})
