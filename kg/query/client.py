"""The other end of `worker`: asks the process that answers for a store, and ends it when it takes too long.

A query that is ended, by its timeout or by the stop button (KeyboardInterrupt), leaves the store and this process
as they were; the next one is answered by a new worker.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import weakref
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from time import perf_counter
from typing import Self

import pyoxigraph as ox

from kg import errors
from kg.errors import QueryError, QueryTimeout, StoreError
from kg.query.answers import TIMEOUT, Answer, in_order, questioned
from kg.query.engine import Question
from kg.query.names import Name
from kg.query.table import Table
from kg.query.worker import Message, Reply, receive, send
from kg.store import prefixes
from kg.store.folder import read_marker

_REASON_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Raw:
    """An answer as it came: a kind (`table`, `boolean`, `graph`), and its bytes in TSV or N-Triples.

    `places` are the columns' places in the order in which they were asked for; `seconds` is how long it took.
    """

    kind: str
    data: bytes
    columns: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    value: bool = False
    seconds: float = 0.0


class Client:
    """A store's worker, started at once; made with the store's path and, for `as_of`, a day."""

    def __init__(self, path: str | Path, *, day: str | None = None) -> None:
        self.path = Path(path)
        base = read_marker(self.path)
        if base is None:
            raise StoreError(f"{path}: there is no store here; make one with: kg build INPUT... --store {path}")
        self.base = base
        self.names = prefixes(base)
        self.day = day
        self._lock = threading.Lock()
        self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the worker; the next question starts another."""
        self._end()

    def ask(
        self,
        sparql: str,
        *,
        params: Mapping[str, object] | None = None,
        limit: int | None = None,
        graph: str | None = None,
        timeout: float | None = TIMEOUT,
    ) -> Answer:
        """Ask a query; raises QueryError for one that is wrong and QueryTimeout for one that is too slow."""
        question = questioned(sparql, self.names, params=params, limit=limit, graph=graph)
        return decoded(self.raw(question, timeout=timeout), question)

    def raw(self, question: Question, *, timeout: float | None = TIMEOUT) -> Raw:
        """Ask a question and give the answer as it came."""
        begun = perf_counter()
        message, data = self.request(_asked("ask", question), timeout=timeout)
        return Raw(
            message["kind"],
            data,
            tuple(message.get("columns", ())),
            tuple(message.get("places", ())),
            bool(message.get("value")),
            perf_counter() - begun,
        )

    def why_empty(self, question: Question) -> str | None:
        """Say why a question has no rows, None where no reason is found in a few seconds."""
        try:
            message, _ = self.request(_asked("why", question), timeout=_REASON_SECONDS)
        except QueryError:
            return None
        text = message["text"]
        return None if text is None else str(text)

    def prepare(self) -> None:
        """Begin to collect the graph's names, so that the first completion is quick."""
        self.request({"op": "prepare"}, timeout=_REASON_SECONDS)

    def complete(self, fragment: str, kind: str | None) -> list[Name]:
        """Give names of the graph: of terms (kind "term"), of entities of one kind, or of all."""
        message, _ = self.request({"op": "complete", "fragment": fragment, "kind": kind}, timeout=_REASON_SECONDS)
        return [Name(**name) for name in message["names"]]

    def dump(self) -> bytes:
        """Give all quads as N-Quads."""
        return self.request({"op": "dump"}, timeout=None)[1]

    def request(self, message: Message, *, timeout: float | None) -> Reply:
        """Send one request and wait for its reply; the worker is ended when time is up or somebody stops it."""
        with self._lock:
            if self._process.poll() is not None:
                self._start()
            try:
                return self._replied(message, timeout or None)
            except (KeyboardInterrupt, QueryTimeout):
                self._end()
                self._start()
                raise

    def _replied(self, message: Message, timeout: float | None) -> Reply:
        assert self._process.stdin is not None
        try:
            send(self._process.stdin, message)
            reply = self._replies.get(timeout=timeout)
        except Empty:
            raise QueryTimeout(
                f"the query was stopped after {timeout:g} s; give it more time (timeout, --timeout; 0 for none), or"
                " make it smaller: patterns that share no variable multiply their rows"
            ) from None
        except OSError:
            reply = None
        if reply is None:
            self._end()
            raise QueryError("the process that answered the query has ended; it may have run out of memory")
        if reply[0]["kind"] == "error":
            raise getattr(errors, reply[0]["error"])(reply[0]["message"])
        return reply

    def _start(self) -> None:
        arguments = [sys.executable, "-m", "kg.query.worker", str(self.path)]
        self._process = subprocess.Popen(
            arguments if self.day is None else [*arguments, self.day],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._replies: SimpleQueue[Reply | None] = SimpleQueue()
        self._reader = threading.Thread(target=_read, args=(self._process, self._replies), daemon=True)
        self._reader.start()
        self._end = weakref.finalize(self, _end, self._process, self._reader)


def decoded(raw: Raw, question: Question) -> Answer:
    """Give an answer as values: a Table, a bool, or sorted triples."""
    if raw.kind == "boolean":
        return raw.value
    if raw.kind == "graph":
        return in_order(quad.triple for quad in ox.parse(raw.data, format=ox.RdfFormat.N_TRIPLES))
    solutions = ox.parse_query_results(raw.data, format=ox.QueryResultsFormat.TSV)
    assert isinstance(solutions, ox.QuerySolutions)
    terms = tuple(tuple(row[place] for place in raw.places) for row in solutions)
    truncated = question.limit is not None and len(terms) > question.limit
    columns = tuple(raw.columns[place] for place in raw.places)
    return Table(columns, terms[: question.limit], question.names, truncated)


def _asked(op: str, question: Question) -> Message:
    return {"op": op, "sparql": question.sparql, "graph": question.graph, "limit": question.limit}


def _read(process: subprocess.Popen[bytes], replies: SimpleQueue[Reply | None]) -> None:
    """Pass the replies on until the process ends, and then None."""
    assert process.stdout is not None
    try:
        while (reply := receive(process.stdout)) is not None:
            replies.put(reply)
    except (OSError, ValueError):  # closed while it was being read
        pass
    replies.put(None)


def _end(process: subprocess.Popen[bytes], reader: threading.Thread) -> None:
    """End a worker and wait until it is gone."""
    process.kill()
    process.wait()
    reader.join()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            try:
                stream.close()
            except OSError:
                continue
