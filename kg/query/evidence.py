"""Which sentences say so: from a node, a triple or a row of a result to articles, sentences and offsets.

A fact (a role holding, an award, a movement or its stage) has mentions of its own; an entity has those of the facts
that name it, a triple and a row those of the facts that name all of their nodes. Refuses what the graph does not say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.answers import Answer
from kg.query.frames import nodes_in
from kg.query.parameters import read_name
from kg.query.table import Iri, Table
from kg.rdf.turtle import shortener
from kg.text import normalise
from kg.vocab import iri

Ask = Callable[[str], Answer]

_MENTIONS = """
SELECT DISTINCT ?fact ?article ?id ?title ?published ?exact ?begin ?end ?rule {
    VALUES ?fact { %s }
    ?fact kg:mention ?mention .
    ?mention prov:wasDerivedFrom ?article ; kg:exact ?exact ; kg:begin ?begin ; kg:end ?end ; kg:rule ?rule .
    ?article dct:identifier ?id
    OPTIONAL { ?article dct:title ?title } OPTIONAL { ?article schema:datePublished ?published } }
ORDER BY ?id ?begin ?end ?rule ?fact
"""
_NAMING = "SELECT DISTINCT ?fact { %s ?fact kg:mention ?mention }"
_OF_ARTICLE = "SELECT DISTINCT ?fact { ?mention prov:wasDerivedFrom %s . ?fact kg:mention ?mention }"
_LABELLED = "SELECT DISTINCT ?node { VALUES ?label { %s %s } ?node rdfs:label|skos:altLabel ?label }"
# How a direct triple stands in full: the class, and the properties to its subject and its object
_DIRECT = {
    iri("kg:holdsRole"): "?fact org:member %s ; org:organization %s ; kg:status kg:current .",
    iri("kg:awards"): "?fact kg:awarder %s ; kg:recipient %s ; kg:status kg:awarded .",
    iri("kg:period"): "?fact a kg:Stage ; kg:movement %s ; kg:period %s .",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where one article says a fact: the sentence, its characters in the article as read, and the rule."""

    fact: str
    article: str
    id: str
    title: str
    published: date | None
    sentence: str
    begin: int
    end: int
    rule: str


def find(
    ask: Ask, names: Mapping[str, str], what: object, triple: tuple[object, object] | None
) -> tuple[Evidence, ...]:
    """Find the evidence for a node or a row, or with `triple` for what it says: (predicate, object).

    Raises QueryError for what the graph does not have.
    """
    if triple:
        return mentions(ask, _facts_of_triple(ask, names, what, *triple))
    if isinstance(what, str | ox.NamedNode):
        nodes = node_of(ask, names, what)
        found = mentions(ask, set().union(*(_facts_about(ask, node) for node in nodes)))
        articles = {node for node in nodes if ask(f"ASK {{ <{node}> a kg:Article }}")}
        return tuple(one for one in found if one.article in articles) if articles else found
    return mentions(ask, _facts_of_row(ask, names, what))


def mentions(ask: Ask, facts: Iterable[str]) -> tuple[Evidence, ...]:
    """Give the evidence for facts, by article and place."""
    chosen = " ".join(f"<{fact}>" for fact in sorted(set(facts)))
    return tuple(
        Evidence(str(fact), str(article), str(id), str(title or ""), published, str(exact), begin, end, str(rule))  # type: ignore[arg-type]
        for fact, article, id, title, published, exact, begin, end, rule in _table(ask, _MENTIONS % chosen)
    )


def node_of(ask: Ask, names: Mapping[str, str], what: object) -> list[str]:
    """Give the nodes that something stands for: an IRI, a short name, or the label of one or several."""
    if isinstance(what, ox.NamedNode):
        return [what.value]
    text = str(what)
    if isinstance(what, Iri) or type(what).__module__.startswith("rdflib"):
        return [text]
    if named := read_name(text, names):
        return [named.value]
    found = [str(node) for (node,) in _table(ask, _LABELLED % _spellings(normalise(text)))]
    if not found:
        raise QueryError(f"nothing in the graph is called {text!r}; find names with kg:contains(?label, {text!r})")
    return found


def _facts_about(ask: Ask, node: str) -> set[str]:
    """Give a fact itself, or the facts that name an entity or stand in an article."""
    about = f"<{node}>"
    if ask(f"ASK {{ {about} kg:mention ?mention ; kg:status|kg:movement ?one }}"):
        return {node}
    facts = _column(ask, _NAMING % f"?fact ?property {about} .") | _column(ask, _OF_ARTICLE % about)
    if ask(f"ASK {{ {about} kg:mention ?mention }}"):  # a movement
        facts.add(node)
    if not facts and not ask(f"ASK {{ {{ {about} ?p ?o }} UNION {{ ?s ?p {about} }} }}"):
        raise QueryError(f"the graph has no node {about}")
    return facts


def _facts_of_triple(ask: Ask, names: Mapping[str, str], subject: object, predicate: object, value: object) -> set[str]:
    """Give the facts that a triple says, or those that name both of its ends."""
    (relation,), ends = node_of(ask, names, predicate), node_of(ask, names, subject)
    found: set[str] = set()
    stated = False
    for end in ends:
        for other in _objects(ask, names, value):
            stated |= bool(ask(f"ASK {{ <{end}> <{relation}> {other} }}"))
            found |= _stating(ask, end, relation, other)
    if not stated:
        raise QueryError(f"the graph does not say so: {subject} {shortener(names)(relation)} {value}")
    return found


def _stating(ask: Ask, subject: str, relation: str, value: str) -> set[str]:
    if relation in _DIRECT:
        return _column(ask, _NAMING % (_DIRECT[relation] % (f"<{subject}>", value)))
    own = _facts_about(ask, subject)
    if subject in own or not value.startswith("<"):
        return own
    return own & _facts_about(ask, value[1:-1]) or own


def _objects(ask: Ask, names: Mapping[str, str], value: object) -> list[str]:
    """Write the object of a triple: a node, several of one label, or a literal."""
    if not isinstance(value, str) or isinstance(value, Iri):
        return [str(value)] if isinstance(value, ox.NamedNode | ox.Literal) else [str(ox.Literal(value))]  # type: ignore[arg-type]
    try:
        nodes = [f"<{node}>" for node in node_of(ask, names, value)]
    except QueryError:
        nodes = []
    return [*nodes, *map(str, _spellings(value))]


def _spellings(text: str) -> tuple[ox.Literal, ox.Literal]:
    return ox.Literal(text), ox.Literal(text, language="vi")


def _facts_of_row(ask: Ask, names: Mapping[str, str], row: object) -> set[str]:
    """Give the facts in a row, or those that name as many of its nodes as any fact does."""
    cells = list(row.values()) if isinstance(row, Mapping) else list(cast(Iterable[object], row))
    facts: list[set[str]] = []
    for node in dict.fromkeys([*nodes_in(cells, names), *_labelled(ask, names, cells)]):
        found = _facts_about(ask, node) if ask(f"ASK {{ ?x ?p <{node}> }}") or _is_fact(ask, node) else set()
        if found == {node}:
            return found
        if found:
            facts.append(found)
    if not facts:
        raise QueryError("the row names no node of the graph: select the variables of nodes, too (?person, ?award)")
    counts = {fact: sum(fact in some for some in facts) for fact in set().union(*facts)}
    return {fact for fact, number in counts.items() if number == max(counts.values())}


def _is_fact(ask: Ask, node: str) -> bool:
    return bool(ask(f"ASK {{ <{node}> kg:mention ?mention }}"))


def _labelled(ask: Ask, names: Mapping[str, str], cells: Sequence[object]) -> list[str]:
    """Give the nodes whose labels stand in a row."""
    found = []
    for cell in cells:
        if isinstance(cell, str) and not nodes_in([cell], names):
            found += [str(node) for (node,) in _table(ask, _LABELLED % _spellings(cell))]
    return found


def _column(ask: Ask, query: str) -> set[str]:
    return {str(value) for (value,) in _table(ask, query)}


def _table(ask: Ask, query: str) -> Table:
    answer = ask(query)
    assert isinstance(answer, Table)  # what SELECT gives
    return answer
