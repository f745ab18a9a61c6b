"""A store as an analyst has it in the hand: `graph = kg.open("my-store")`, and then questions.

Queries run in a process of their own (`query.client`), so that one that never ends can be stopped. Reads only.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Self

import pyoxigraph as ox

from kg.errors import KgError
from kg.query import evidence
from kg.query.answers import TIMEOUT, Answer, questioned
from kg.query.client import Client, decoded
from kg.query.engine import Question
from kg.query.explanation import Explanation, Stretch
from kg.query.frames import frame_of_raw
from kg.query.moments import checked_day
from kg.query.names import Name
from kg.query.remote import Remote
from kg.query.table import Table
from kg.rdf.turtle import shortener
from kg.store import open_store

if TYPE_CHECKING:
    import pandas as pd
    import rdflib

_PEOPLE = """
SELECT ?person ?name ?role ?organisation ?status ?from ?to {
    ?holding org:member ?person ; org:role/rdfs:label ?role ; kg:status ?status ;
        org:organization/rdfs:label ?organisation .
    ?person rdfs:label ?name
    OPTIONAL { ?holding kg:period ?period . ?period kg:start ?from ; kg:end ?to }
    FILTER(!BOUND($part) || kg:contains(?name, $part)) }
ORDER BY kg:nameKey(?name) kg:sortKey(?organisation) kg:sortKey(?role)
"""
_ORGANISATIONS = """
SELECT ?organisation ?name ?place ?parent (COUNT(DISTINCT ?holding) AS ?roles) (COUNT(DISTINCT ?award) AS ?awards) {
    ?organisation a kg:Organisation ; rdfs:label ?name
    FILTER(!BOUND($part) || kg:contains(?name, $part))
    OPTIONAL { ?organisation kg:place/rdfs:label ?place }
    OPTIONAL { ?organisation org:subOrganizationOf/rdfs:label ?parent }
    OPTIONAL { { ?holding org:organization ?organisation } UNION { ?award kg:awarder ?organisation } } }
GROUP BY ?organisation ?name ?place ?parent ORDER BY kg:sortKey(?name)
"""
_SENTENCES = """
SELECT DISTINCT ?begin ?end ?exact {
    ?mention prov:wasDerivedFrom <%s> ; kg:begin ?begin ; kg:end ?end ; kg:exact ?exact }
"""
_OPENED = count(1)


class EmptyAnswer(UserWarning):
    """A query has no rows, and why."""


class TruncatedAnswer(UserWarning):
    """A query has more rows than its limit."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A query's answer with what is told about it: `value` is a DataFrame, a bool or an rdflib Graph."""

    value: pd.DataFrame | bool | rdflib.Graph
    seconds: float
    truncated: bool = False
    reason: str | None = None


class Graph:
    """An open store: ask it, explain what it says, or take the graph of one day. Made by `kg.open`."""

    def __init__(self, client: Client | Remote, *, articles: Iterable[str | Path] = ()) -> None:
        self.opened = next(_OPENED)
        self._articles = tuple(articles)
        self._texts: dict[str, str] = {}
        self._client = client

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<kg.Graph {self.place}{f' as of {self.day}' if self.day else ''}>"

    @property
    def place(self) -> str:
        """The store's folder, or the address of the endpoint."""
        return self._client.url if isinstance(self._client, Remote) else str(self._client.path)

    @property
    def day(self) -> str | None:
        """The day of which this is the graph, None for the whole."""
        return None if isinstance(self._client, Remote) else self._client.day

    @property
    def prefixes(self) -> dict[str, str]:
        """The prefixes that queries need not declare."""
        return self._client.names

    def close(self) -> None:
        """End the process that answers; another question starts it again."""
        self._client.close()

    def query(
        self,
        sparql: str,
        params: Mapping[str, object] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = TIMEOUT,
        graph: str | None = None,
    ) -> pd.DataFrame | bool | rdflib.Graph:
        """Ask in SPARQL: SELECT gives a DataFrame, ASK a bool, CONSTRUCT and DESCRIBE an rdflib Graph.

        `params` are values for the query's variables, `limit` is the most rows, `timeout` the seconds it may take
        (0: any), `graph` one named graph to ask instead of the union. Warns with `EmptyAnswer`, and why, when there
        are no rows, and with `TruncatedAnswer` when there are more than `limit`.

        Raises QueryError for a query that is wrong, QueryTimeout for one that takes too long, MissingExtra where
        pandas is not installed.
        """
        reply = self.reply(sparql, params, limit=limit, timeout=timeout, graph=graph)
        if reply.reason:
            warnings.warn(f"no rows: {reply.reason}", EmptyAnswer, stacklevel=2)
        if reply.truncated:
            warnings.warn(f"truncated: the first {limit} rows; there are more", TruncatedAnswer, stacklevel=2)
        return reply.value

    def reply(
        self,
        sparql: str,
        params: Mapping[str, object] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = TIMEOUT,
        graph: str | None = None,
    ) -> Reply:
        """Ask as `query` does, and give the answer with its time, whether it was cut, and why it is empty."""
        begun = perf_counter()
        question = questioned(sparql, self._client.names, params=params, limit=limit, graph=graph)
        raw = self._client.raw(question, timeout=timeout)
        if raw.kind != "table":
            value = decoded(raw, question)
            return Reply(value if isinstance(value, bool) else self._rdflib(value), perf_counter() - begun)
        frame, truncated = frame_of_raw(raw, self._client.names, limit=limit)
        seconds = perf_counter() - begun
        return Reply(frame, seconds, truncated, None if len(frame) else self._why(question))

    def ask(
        self, sparql: str, params: Mapping[str, object] | None = None, *, timeout: float | None = TIMEOUT
    ) -> Answer:
        """Ask and give a Table, a bool, or sorted triples of the engine's; needs no pandas."""
        return self._client.ask(sparql, params=params, timeout=timeout)

    @property
    def graph(self) -> rdflib.Dataset:
        """The whole graph as an rdflib Dataset in memory, read anew each time; for a few million triples at most."""
        from kg.store.rdflib_dataset import dataset_of

        return dataset_of(ox.parse(self._client.dump(), format=ox.RdfFormat.N_QUADS), self.prefixes)

    def people(self, part: str | None = None) -> pd.DataFrame:
        """Give the people with their roles, by given name; only those whose name has `part` in it, accents or not."""
        return self._frame(_PEOPLE, part)

    def organisations(self, part: str | None = None) -> pd.DataFrame:
        """Give the organisations with their place, parent, and numbers of roles and awards, by name."""
        return self._frame(_ORGANISATIONS, part)

    def explain(self, what: object, predicate: object = None, object: object = None) -> Explanation:
        """Say which sentences of which articles state something.

        `what` is a node (its IRI, short name or label), a row of a DataFrame or a table, or with `predicate` and
        `object` the subject of a triple. Raises QueryError for what the graph does not have.
        """
        if (predicate is None) != (object is None):
            raise KgError("explain takes a node or a row, or a subject, a predicate and an object")
        triple = None if predicate is None else (predicate, object)
        found = evidence.find(self._client.ask, self.prefixes, what, triple)
        about = self._shown(what) if triple is None else " ".join(map(self._shown, (what, *triple)))
        context = {one.article: self._stretches(one.article, one.id) for one in found}
        return Explanation(about, found, context, self.prefixes)

    def as_of(self, day: object) -> Graph:
        """Give the graph of what held on a day ("2019-07-01" or a date), to be asked like this one.

        Roles and movements count on the days of their period; those without a period, from the day of the article
        that says so, and `kg:assertedOn` marks them with that day. Awards, as events, are not part of it.
        """
        if isinstance(self._client, Remote):
            raise KgError(f"{self.place}: the graph of a day is made of a store; an endpoint has none")
        return Graph(Client(self._client.path, day=checked_day(str(day)).isoformat()), articles=self._articles)

    def quads(self) -> ox.Store:
        """Give the engine's own store of this graph, for reading: for pictures and programs; has no timeout."""
        if isinstance(self._client, Client) and self.day is None:
            with open_store(self._client.path) as store:
                return store.quads
        store_in_memory = ox.Store()
        store_in_memory.bulk_load(self._client.dump(), format=ox.RdfFormat.N_QUADS)
        return store_in_memory

    def prepare(self) -> None:
        """Begin to collect the names for completion; returns at once."""
        self._client.prepare()

    def complete(self, fragment: str, kind: str | None = None) -> list[Name]:
        """Give names that have the words of `fragment` in them, those that occur most first.

        `kind` is "term" for classes, properties and functions, or a kind of entity ("person"); all kinds unless
        given. Accents and case do not matter.
        """
        return self._client.complete(fragment, kind)

    def _frame(self, sparql: str, part: str | None) -> pd.DataFrame:
        reply = self.reply(sparql, None if part is None else {"part": ox.Literal(part)})
        assert not isinstance(reply.value, bool)
        return reply.value  # type: ignore[return-value]  # SELECT gives a frame

    def _rdflib(self, triples: Answer) -> rdflib.Graph:
        from kg.store.rdflib_dataset import rdflib_graph

        assert isinstance(triples, tuple)
        return rdflib_graph(triples, self.prefixes)

    def _why(self, question: Question) -> str | None:
        reason = self._client.why_empty(question)
        if self.day is None:
            return reason
        return "\n".join(
            [*([reason] if reason else []), f"this is the graph of what held on {self.day}, without awards"]
        )

    def _shown(self, what: object) -> str:
        if not isinstance(what, str | ox.NamedNode):
            return "this row" if hasattr(what, "__iter__") else str(what)
        text = what.value if isinstance(what, ox.NamedNode) else str(what)
        return shortener(self.prefixes)(text) if text.startswith(("https://", "http://")) else text

    def _stretches(self, article: str, id: str) -> tuple[Stretch, ...]:
        """Give an article's text, or else the sentences that the graph has of it."""
        if text := self._text(id):
            return ((0, len(text), text),)
        answer = self._client.ask(_SENTENCES % article)
        assert isinstance(answer, Table)
        return tuple((int(str(begin)), int(str(end)), str(exact)) for begin, end, exact in answer)

    def _text(self, id: str) -> str | None:
        """Give the text of an article, where the articles were named when the graph was opened."""
        if self._articles and not self._texts:
            from kg.articles import read

            self._texts = {article.id: article.text for article in read(self._articles, on_error=lambda _: None)}
        return self._texts.get(id)


def open_graph(path: str | Path, *, articles: str | Path | Iterable[str | Path] = ()) -> Graph:
    """Open a store, or a SPARQL endpoint by its address, to ask it: `graph = kg.open("my-store")`.

    `articles` are the files that it was built of, so that `explain` can show their whole text. Raises StoreError
    where there is no store.
    """
    inputs = [articles] if isinstance(articles, str | Path) else articles
    address = isinstance(path, str) and path.startswith(("http://", "https://"))
    return Graph(Remote(str(path)) if address else Client(path), articles=inputs)


def explain(store: str | Path, what: object, predicate: object = None, object: object = None) -> Explanation:
    """Say which sentences of which articles state a node, a row or a triple of a store; see `Graph.explain`."""
    with open_graph(store) as graph:
        return graph.explain(what, predicate, object)
