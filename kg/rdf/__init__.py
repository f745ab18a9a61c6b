"""Facts to quads: the names, the nodes and the named graphs of the ontology; writes nothing anywhere.

Every triple stands in exactly one graph. An article's own graph holds its metadata, its mentions, its
awards and recipient groups, and what points to or from the article; the common graph holds what is the
same whichever article says it: entities, role holdings, stages and the direct triples. There are no
blank nodes, and the same article with the same facts gives the same quads in the same order.

Refuses to decide who is who: two facts name one entity when they give it one name (and, for a person,
one setting; for a place, one chain of parents).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from unicodedata import normalize

from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import InputError
from kg.model import (
    Article,
    Award,
    Concept,
    Evidence,
    Fact,
    Group,
    Organisation,
    Period,
    Person,
    Place,
    RoleHolding,
    Stage,
)
from kg.rdf.description import description_quads, ontology_quads
from kg.rdf.terms import (
    Value,
    article_iri,
    checked_base,
    common_graph,
    content_node,
    day,
    description_graph,
    in_order,
    named_node,
    ontology_graph,
    period_label,
    sorted_nquads,
    source,
    vietnamese,
)
from kg.vocab import BASE, CLASSES, KG, STATUSES, iri

__all__ = [
    "ArticleGraph",
    "article_graph",
    "article_iri",
    "checked_base",
    "common_graph",
    "description_graph",
    "description_quads",
    "ontology_graph",
    "ontology_quads",
    "sorted_nquads",
]

# Predicates and values of one node, in a fixed order: None where the article does not say
Links = tuple[tuple[NamedNode, Value | None], ...]


def _terms(curies: str) -> Iterator[NamedNode]:
    return (NamedNode(iri(curie)) for curie in curies.split())


_CLASS = {name: NamedNode(KG + name) for name in CLASSES}
_STATUS_NODE = {name: NamedNode(KG + name) for name in STATUSES}
_TYPE, _LABEL, _ALT_LABEL = _terms("rdf:type rdfs:label skos:altLabel")
_IDENTIFIER, _TITLE, _PUBLISHED, _SOURCE = _terms("dct:identifier dct:title schema:datePublished dct:source")
_DERIVED, _MENTION, _MENTIONS = _terms("prov:wasDerivedFrom kg:mention schema:mentions")
_EXACT, _BEGIN, _END, _RULE, _START = _terms("kg:exact kg:begin kg:end kg:rule kg:start")
_PARENT, _PLACE, _INSIDE = _terms("org:subOrganizationOf kg:place schema:containedInPlace")
_HOLDS_ROLE, _AWARDS, _PERIOD, _STATUS = _terms("kg:holdsRole kg:awards kg:period kg:status")
_MEMBER, _ROLE, _ORGANIZATION, _MOVEMENT = _terms("org:member org:role org:organization kg:movement")
_AWARDER, _HONOUR, _RECIPIENT, _PRESENTER = _terms("kg:awarder kg:honour kg:recipient kg:presenter")
_FOR_MOVEMENT, _DATE, _REASON, _KIND, _COUNT = _terms("kg:forMovement kg:date kg:reason kg:groupKind kg:count")


@dataclass(frozen=True, slots=True)
class ArticleGraph:
    """What one article says: `own` in the graph named `iri`, `common` in the common graph, both sorted."""

    iri: str
    own: tuple[Quad, ...]
    common: tuple[Quad, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """The quads of one article while they are collected; `seen` are the nodes already described."""

    base: str
    article: NamedNode
    shared: NamedNode
    own: list[Quad]
    common: list[Quad]
    seen: set[NamedNode]


_Add = Callable[[_Page, NamedNode, NamedNode, Value], None]


def article_graph(article: Article, facts: Iterable[Fact], *, base: str = BASE) -> ArticleGraph:
    """State an article and its facts.

    Neither the order of the facts matters nor a fact given twice. Raises InputError for text with half
    a surrogate pair, which no RDF can hold.
    """
    try:
        page = _Page(base, article_iri(article.id, base=base), common_graph(base), [], [], set())
        _article(page, article)
        for fact in facts:
            _fact(page, fact)
    except UnicodeEncodeError as error:
        where = f"article {article.id!r}, near {error.object[max(0, error.start - 20) : error.end]!r}"
        raise InputError(f"{where}: half a surrogate pair is no text; valid would be any Unicode character") from error
    return ArticleGraph(page.article.value, in_order(page.own), in_order(page.common))


def _values(links: Links) -> Iterator[str | None]:
    return (None if value is None else value.value for _, value in links)


# Quads


def _own(page: _Page, subject: NamedNode, predicate: NamedNode, value: Value) -> None:
    page.own.append(Quad(subject, predicate, value, page.article))


def _common(page: _Page, subject: NamedNode, predicate: NamedNode, value: Value) -> None:
    page.common.append(Quad(subject, predicate, value, page.shared))


def _state(add: _Add, page: _Page, node: NamedNode, kind: str, links: Links) -> None:
    """Add a node with its class and its links, once an article."""
    if node in page.seen:
        return
    page.seen.add(node)
    add(page, node, _TYPE, _CLASS[kind])
    for predicate, value in links:
        if value is not None:
            add(page, node, predicate, value)


# Facts


def _article(page: _Page, article: Article) -> None:
    links = (
        (_IDENTIFIER, Literal(article.id)),
        (_TITLE, vietnamese(article.title) if article.title else None),
        (_PUBLISHED, day(article.published) if article.published else None),
        (_SOURCE, source(article.source) if article.source else None),
    )
    _state(_own, page, page.article, "Article", links)


def _fact(page: _Page, fact: Fact) -> None:
    if isinstance(fact, RoleHolding):
        _role_holding(page, fact)
    elif isinstance(fact, Award):
        _award(page, fact)
    else:
        _stage(page, fact)


def _role_holding(page: _Page, fact: RoleHolding) -> None:
    person, organisation = _person(page, fact.person), _organisation(page, fact.organisation)
    _mentions(page, person, organisation)
    links: Links = (
        (_MEMBER, person),
        (_ROLE, _concept(page, "Role", fact.role)),
        (_ORGANIZATION, organisation),
        (_STATUS, _STATUS_NODE[fact.status]),
        (_PERIOD, _period(page, fact.period) if fact.period else None),
    )
    node = content_node(page.base, "holding", *_values(links))
    _state(_common, page, node, "RoleHolding", links)
    if fact.status == "current":
        _common(page, person, _HOLDS_ROLE, organisation)
    _evidence(page, node, fact.evidence)


def _award(page: _Page, fact: Award) -> None:
    awarder = _organisation(page, fact.awarder) if fact.awarder else None
    presenter = _person(page, fact.presenter) if fact.presenter else None
    links: Links = (
        (_AWARDER, awarder),
        (_HONOUR, _concept(page, "Honour", fact.honour)),
        (_STATUS, _STATUS_NODE[fact.status]),
        (_PRESENTER, presenter),
        (_FOR_MOVEMENT, _movement(page, fact.movement, fact.evidence) if fact.movement else None),
        (_PERIOD, _period(page, fact.period) if fact.period else None),
        (_DATE, day(fact.date) if fact.date else None),
        (_REASON, vietnamese(fact.reason) if fact.reason else None),
    )
    recipient = _recipient(page, fact.recipient, links)
    node = content_node(page.base, "award", page.article.value, recipient.value, *_values(links))
    _state(_own, page, node, "Award", (*links, (_RECIPIENT, recipient)))
    if awarder and fact.status == "awarded":
        _common(page, awarder, _AWARDS, recipient)
    _mentions(page, *(named for named in (awarder, presenter) if named))
    _evidence(page, node, fact.evidence)


def _recipient(page: _Page, recipient: Person | Organisation | Group, links: Links) -> NamedNode:
    """Give the node of a recipient. An unnamed group belongs to its award: "3 cá nhân" of two may be six people."""
    if isinstance(recipient, Group):
        return _group(page, recipient, links)
    node = _person(page, recipient) if isinstance(recipient, Person) else _organisation(page, recipient)
    _mentions(page, node)
    return node


def _group(page: _Page, group: Group, award: Links) -> NamedNode:
    count = None if group.count is None else str(group.count)
    links: Links = (
        (_LABEL, vietnamese(f"{count} {group.kind}" if count else group.kind)),
        (_KIND, vietnamese(group.kind)),
        (_COUNT, None if group.count is None else Literal(group.count)),
    )
    node = content_node(page.base, "group", page.article.value, group.kind, count, *_values(award))
    _state(_own, page, node, "RecipientGroup", links)
    return node


def _stage(page: _Page, fact: Stage) -> None:
    movement = _movement(page, fact.movement, fact.evidence)
    if fact.period is None:  # named without a period: the movement is all there is to state
        return
    period = _period(page, fact.period)
    links = ((_MOVEMENT, movement), (_PERIOD, period))
    node = content_node(page.base, "stage", *_values(links))
    _state(_common, page, node, "Stage", links)
    _common(page, movement, _PERIOD, period)
    _evidence(page, node, fact.evidence)


def _evidence(page: _Page, node: NamedNode, evidence: Evidence) -> None:
    """Point from what is stated to the article, and to the sentence in it."""
    begin, end = str(evidence.begin), str(evidence.end)
    mention = content_node(page.base, "mention", page.article.value, evidence.rule, begin, end, evidence.sentence)
    if mention not in page.seen:
        links = (
            (_DERIVED, page.article),
            (_EXACT, vietnamese(evidence.sentence)),
            (_BEGIN, Literal(evidence.begin)),
            (_END, Literal(evidence.end)),
            (_RULE, Literal(evidence.rule)),
        )
        _state(_own, page, mention, "Mention", links)
    _own(page, node, _DERIVED, page.article)
    _own(page, node, _MENTION, mention)


def _mentions(page: _Page, *named: NamedNode) -> None:
    for node in named:
        _own(page, page.article, _MENTIONS, node)


# Entities


def _entity(page: _Page, node: NamedNode, kind: str, name: str, forms: tuple[str, ...] = ()) -> NamedNode:
    if node not in page.seen:
        _state(_common, page, node, kind, ((_LABEL, vietnamese(normalize("NFC", name))),))
    for form in forms:
        if normalize("NFC", form) != normalize("NFC", name):
            _common(page, node, _ALT_LABEL, vietnamese(normalize("NFC", form)))
    return node


def _person(page: _Page, person: Person) -> NamedNode:
    names = (person.name, person.setting) if person.setting else (person.name,)
    return _entity(page, named_node(page.base, "person", *names), "Person", person.name, person.forms)


def _organisation(page: _Page, body: Organisation) -> NamedNode:
    node = _entity(page, named_node(page.base, "organisation", body.name), "Organisation", body.name, body.forms)
    if body.parent:
        _common(page, node, _PARENT, _organisation(page, body.parent))
    if body.place:
        _common(page, node, _PLACE, _place(page, body.place))
    return node


def _place(page: _Page, place: Place) -> NamedNode:
    """Name a place together with what it is in: several provinces have a "huyện Châu Thành"."""
    names, parent = [place.name], place.parent
    while parent:
        names.append(parent.name)
        parent = parent.parent
    node = _entity(page, named_node(page.base, "place", *names), "Place", place.name)
    if place.parent:
        _common(page, node, _INSIDE, _place(page, place.parent))
    return node


def _concept(page: _Page, kind: str, concept: Concept) -> NamedNode:
    return _entity(page, named_node(page.base, kind.lower(), concept.name), kind, concept.name, concept.forms)


def _movement(page: _Page, movement: Concept, evidence: Evidence) -> NamedNode:
    node = _concept(page, "Movement", movement)
    _mentions(page, node)
    _evidence(page, node, evidence)
    return node


def _period(page: _Page, period: Period) -> NamedNode:
    last = period.end
    node = named_node(page.base, "period", period.start.isoformat(), last.isoformat() if last else "")
    if node not in page.seen:
        end = day(last) if last else None
        links = ((_LABEL, vietnamese(period_label(period))), (_START, day(period.start)), (_END, end))
        _state(_common, page, node, "Period", links)
    return node
