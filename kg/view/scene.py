"""What a picture shows, as values: nodes, and the facts that tie them. Free of any library.

Whoever wants another picture (a neighbourhood, the rows of a query, one period) makes another `Scene`;
`layout` and `page` take any. Everything is referred to by IRI, and every tuple is in a fixed order, so
that the same scene is the same page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

NodeKind = Literal["person", "organisation", "group", "movement", "period", "unknown"]
FactKind = Literal["role", "award", "stage"]

# The stand-in for an awarder whom the article does not name: one for each recipient, so that it joins nothing
UNKNOWN = "unknown:"


@dataclass(frozen=True, slots=True)
class Link:
    """One fact by its IRI, as the line that it draws from `source` to `target`.

    `title` is the IRI of the role or the honour; `others` are entities that the fact names besides.
    """

    fact: str
    kind: FactKind
    source: str
    target: str
    status: str
    title: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of an article, by the article's IRI."""

    sentence: str
    article: str


@dataclass(frozen=True, slots=True)
class Detail:
    """One more thing that is known: what it is, its value, and the node that it is, if it is one."""

    name: str
    value: str
    node: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """An entity in the picture; `quote_count` counts the sentences that name it, also those not in `quotes`."""

    iri: str
    kind: NodeKind
    label: str
    forms: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()
    quotes: tuple[Quote, ...] = ()
    quote_count: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact in the picture: its link, its words (`label`), and where the articles say so."""

    link: Link
    label: str
    count: int | None = None
    details: tuple[Detail, ...] = ()
    quotes: tuple[Quote, ...] = ()
    quote_count: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """An article as a reader recognises it."""

    iri: str
    id: str
    title: str = ""
    published: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture, and how many nodes and facts there were before it was cut to size."""

    nodes: tuple[Node, ...]
    facts: tuple[Fact, ...]
    sources: tuple[Source, ...]
    all_nodes: int
    all_facts: int


def ends(links: Iterable[Link]) -> set[str]:
    """Give every entity that the links name."""
    return {iri for link in links for iri in (link.source, link.target, *link.others)}


def most_important(links: Iterable[Link], iris: Iterable[str], limit: int) -> set[str]:
    """Choose the `limit` entities with the most facts; among equals those beside the busiest neighbour.

    >>> links = [Link("1", "role", "An", "X", "current"), Link("2", "role", "Bình", "X", "current")]
    >>> sorted(most_important(links, ["An", "Bình", "X", "Y"], 2))
    ['An', 'X']
    """
    degree: Counter[str] = Counter()
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for link in links:
        degree.update((link.source, link.target))
        beside[link.source].add(link.target)
        beside[link.target].add(link.source)

    def rank(iri: str) -> tuple[int, int, str]:
        return -degree[iri], -max((degree[n] for n in beside[iri]), default=0), iri

    return set(sorted(set(iris), key=rank)[:limit])
