"""What a query speaks of and the store does not have: texts, nodes, properties and graphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from unicodedata import is_normalized

import pyoxigraph as ox

from kg.query.engine import Question, run
from kg.query.syntax import Token, resolved, tokens
from kg.query.terms import nearest
from kg.rdf.turtle import shortener
from kg.text import fold
from kg.vocab import iri

Shortener = Callable[[str], str]

_LABELS = tuple(ox.NamedNode(iri(name)) for name in ("rdfs:label", "skos:altLabel"))
_MOST_TOLD = 3
# After these, a name is no node or property of the store's
_ELSEWHERE = frozenset({"GRAPH", "SERVICE", "FROM", "NAMED", "^^"})


def absent_texts(quads: ox.Store, question: Question) -> Iterator[str]:
    """Say which texts of a query the store does not have, and what it has instead."""
    found = tokens(question.sparql)
    stripped = any(token.text.upper() == "STR" for token in found)
    for place, token in enumerate(found):
        if token.kind != "string":
            continue
        after = found[place + 1].text if place + 1 < len(found) else ""
        if reason := _text_reason(quads, token, after, _is_part(found, place), stripped):
            yield reason


def _is_part(found: list[Token], place: int) -> bool:
    """Say whether a text is an argument of a call, which need not be the whole of a text in the store."""
    depth = 0
    for token in reversed(found[:place]):
        depth += (token.text == ")") - (token.text == "(")
        if depth < 0:
            before = found[found.index(token) - 1]
            return (before.kind == "word" and before.text.upper() != "FILTER") or before.kind in ("name", "iri")
    return False


def _text_reason(quads: ox.Store, token: Token, after: str, part: bool, stripped: bool) -> str | None:
    text = _unquoted(token.text)
    if not is_normalized("NFC", text):
        return f"{token.text} is not in Unicode NFC, as all texts in the store are: type it again, or normalise it"
    if part or not text or after == "^^":
        return None
    language = after[1:].lower() if after.startswith("@") else None
    if _has(quads, ox.Literal(text, language=language) if language else ox.Literal(text)):
        return None
    if language != "vi" and _has(quads, ox.Literal(text, language="vi")):
        marked = f"{token.text}@vi"
        told = f"the store has {marked}: write the text with its language, {marked}, or compare STR(...)"
        return None if stripped else told
    if language and _has(quads, ox.Literal(text)):
        return f"the store has {token.text} without {after}"
    alike = _alike(quads, text)
    told = f"; it has {', '.join(alike)}" if alike else ""
    return f"no text in the store is {token.text}{after if language else ''}{told}"


def _has(quads: ox.Store, term: ox.Literal | ox.NamedNode) -> bool:
    places = [(None, None, term, None)]
    if isinstance(term, ox.NamedNode):
        places += [(term, None, None, None), (None, term, None, None)]  # type: ignore[list-item]
    return any(next(iter(quads.quads_for_pattern(*place)), None) is not None for place in places)


def _alike(quads: ox.Store, text: str) -> list[str]:
    """Give labels that differ from a text in case or accents only, or else that have it in them."""
    folded = fold(text)
    labels = {str(label): fold(label.value) for label in _labels(quads)}
    equal = sorted(label for label, one in labels.items() if one == folded)
    return (equal or sorted(label for label, one in labels.items() if len(folded) > 2 and folded in one))[:_MOST_TOLD]


def _labels(quads: ox.Store) -> Iterator[ox.Literal]:
    for name in _LABELS:
        for quad in quads.quads_for_pattern(None, name, None, None):
            if isinstance(quad.object, ox.Literal):
                yield quad.object


def _unquoted(text: str) -> str:
    quotes = 3 if text[:3] in ('"""', "'''") else 1
    return text[quotes:-quotes]


def absent_names(quads: ox.Store, question: Question) -> Iterator[str]:
    """Name what the query names and the store lacks, with the nearest that it has."""
    short = shortener(question.names)
    graphs = {graph.value for graph in quads.named_graphs() if isinstance(graph, ox.NamedNode)}
    found = tokens(question.sparql)
    for token, name in resolved(found, question.names):
        before = found[found.index(token) - 1].text.upper() if found.index(token) else ""
        if before == "GRAPH" and name not in graphs:
            yield _missing_graph(token, graphs, short)
        elif before in _ELSEWHERE or _is_call(found, token) or _has(quads, ox.NamedNode(name)):
            continue
        else:
            yield _missing(quads, token, name, short)
    if question.graph is not None and question.graph not in graphs:
        yield f"there is no graph <{question.graph}>; there are {_some(graphs, short)}"


def _is_call(found: list[Token], token: Token) -> bool:
    place = found.index(token)
    return place + 1 < len(found) and found[place + 1].text == "(" and found[place + 1].begin == token.end


def _missing_graph(token: Token, graphs: set[str], short: Shortener) -> str:
    return f"there is no graph {token.text}; there are {_some(graphs, short)}"


def _some(graphs: set[str], short: Shortener) -> str:
    named = sorted(graphs, key=lambda graph: ("/article/" in graph, graph))
    told = [short(graph) for graph in named[:_MOST_TOLD]]
    return ", ".join(told) + (f" and {len(graphs) - len(told)} more" if len(graphs) > len(told) else "")


def _missing(quads: ox.Store, token: Token, name: str, short: Shortener) -> str:
    cut = max(name.rfind("/"), name.rfind("#")) + 1
    near = nearest(name[cut:], _siblings(quads, name[:cut]))
    hint = f"; the nearest name is {short(name[:cut] + near)}" if near else ""
    return f"nothing in the store is called {token.text}{hint}"


def _siblings(quads: ox.Store, namespace: str) -> set[str]:
    """Give the names with the same prefix: those of labelled entities, or else those of properties."""
    labelled = {str(quad.subject).strip("<>") for quad in quads.quads_for_pattern(None, _LABELS[0], None, None)}
    entities = {name for name in labelled if name.startswith(namespace)}
    return {name.removeprefix(namespace) for name in entities or _properties(quads) if name.startswith(namespace)}


def _properties(quads: ox.Store) -> set[str]:
    rows = run(quads, "SELECT DISTINCT ?p { ?s ?p ?o }", {})
    assert isinstance(rows, ox.QuerySolutions)
    return {str(row["p"]).strip("<>") for row in rows}
