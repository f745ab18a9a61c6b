"""The process that answers for a store, and can be ended at any moment: `python -m kg.query.worker STORE`.

Opens the store for reading only, so that ending it harms nothing. Reads requests from stdin and writes replies to
stdout, each two lengths, a JSON object and bytes (`send`, `receive`); ends with its parent, whatever it is doing.
A store that a build has changed meanwhile is opened again before the next answer.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from struct import Struct
from time import sleep
from typing import IO, Any

import pyoxigraph as ox

from kg.errors import KgError
from kg.query.diagnosis import why_empty
from kg.query.engine import Question, solve, table_order, unanswerable
from kg.query.moments import as_of
from kg.query.names import Names
from kg.store import open_store, prefixes

_LENGTHS = Struct(">QQ")
_WATCH_SECONDS = 1.0
_POOL = ThreadPoolExecutor(max_workers=1)

Message = dict[str, Any]  # what JSON has
Reply = tuple[Message, bytes]


def send(stream: IO[bytes], message: Message, data: bytes = b"") -> None:
    """Write a message with its bytes."""
    head = json.dumps(message).encode()
    stream.write(_LENGTHS.pack(len(head), len(data)) + head)
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> Reply | None:
    """Read a message with its bytes, None where the stream ends."""
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head, data = _LENGTHS.unpack(lengths)
    message, payload = stream.read(head), stream.read(data)
    return (json.loads(message), payload) if len(message) == head and len(payload) == data else None


class Server:
    """A store as one process sees it: its quads, and what is derived from them, made anew when it changes."""

    def __init__(self, path: Path, day: str | None) -> None:
        self._path = path
        self._day = day
        self._seen: object = None
        self._quads: ox.Store | None = None
        self._names: dict[str, str] = {}
        self._collected: Future[Names] | None = None

    def reply(self, request: Message) -> Reply:
        """Answer one request; what is wrong with it becomes a reply, too."""
        try:
            return _REPLIES[request["op"]](self, request)
        except KgError as error:
            return {"kind": "error", "message": str(error), "error": type(error).__name__}, b""
        except Exception as error:  # noqa: BLE001  # a defect: told to the parent, who has the user
            message = f"the query cannot be answered: {type(error).__name__}: {error}"
            return {"kind": "error", "message": message, "error": "QueryError"}, b""

    @property
    def quads(self) -> ox.Store:
        """The store's quads as they are now."""
        now = _fingerprint(self._path / "quads")
        if self._quads is None or now != self._seen:
            self._quads, self._collected, self._seen = None, None, now
            with open_store(self._path) as opened:
                self._names = prefixes(opened.base)
                self._quads = opened.quads if self._day is None else as_of(opened, self._day)
        return self._quads

    def ask(self, request: Message) -> Reply:
        """Answer a query: rows as TSV, yes or no, or N-Triples."""
        quads = self.quads
        question = self._question(request)
        result = solve(quads, question)
        try:
            if isinstance(result, ox.QuerySolutions):
                columns = [variable.value for variable in result.variables]
                rows = result.serialize(format=ox.QueryResultsFormat.TSV) or b""
                return {"kind": "table", "columns": columns, "places": table_order(columns, question.sparql)}, rows
            if isinstance(result, ox.QueryBoolean):
                return {"kind": "boolean", "value": bool(result)}, b""
            return {"kind": "graph"}, result.serialize(format=ox.RdfFormat.N_TRIPLES) or b""
        except (RuntimeError, OSError, ValueError) as error:
            raise unanswerable(error, question) from error

    def why(self, request: Message) -> Reply:
        """Say why a query has no rows."""
        quads = self.quads
        return {"kind": "why", "text": why_empty(quads, self._question(request))}, b""

    def prepare(self, _: Message) -> Reply:
        """Begin to collect the names of the graph, for `complete`, beside other questions."""
        self._collect()
        return {"kind": "prepared"}, b""

    def complete(self, request: Message) -> Reply:
        """Give names that begin with a fragment: `terms`, or entities of one kind or of all."""
        names = self._collect().result()
        fragment, kind = request["fragment"], request["kind"]
        found = names.terms(fragment) if kind == "term" else names.entities(fragment, kind)
        return {"kind": "names", "names": [asdict(name) for name in found]}, b""

    def _collect(self) -> Future[Names]:
        quads = self.quads
        if self._collected is None:
            self._collected = _POOL.submit(Names, quads, self._names)
        return self._collected

    def dump(self, _: Message) -> Reply:
        """Give all quads as N-Quads."""
        return {"kind": "quads"}, self.quads.dump(format=ox.RdfFormat.N_QUADS) or b""

    def _question(self, request: Message) -> Question:
        return Question(request["sparql"], self._names, request["graph"], request["limit"])


_REPLIES: dict[str, Callable[[Server, Message], Reply]] = {
    "ask": Server.ask,
    "why": Server.why,
    "dump": Server.dump,
    "prepare": Server.prepare,
    "complete": Server.complete,
}


def _fingerprint(folder: Path) -> object:
    """Give what changes whenever the store does: its files, of which only the logs of writing ever grow."""
    try:
        with os.scandir(folder) as entries:
            return sorted(
                (entry.name, entry.stat().st_size if entry.name.endswith(".log") else 0)
                for entry in entries
                if not entry.name.startswith("LOG")
            )
    except FileNotFoundError:
        return None


def _end_with(parent: int) -> None:
    """End when the parent has ended, which the engine in the middle of a query would not notice."""
    while os.getppid() == parent:
        sleep(_WATCH_SECONDS)
    os._exit(0)


def main() -> None:
    """Answer until stdin ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the stop button is the parent's, who ends this process
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    requests, replies = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing else may write between the replies
    server = Server(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
    while (request := receive(requests)) is not None:
        message, data = server.reply(request[0])
        send(replies, message, data)
    os._exit(0)


if __name__ == "__main__":
    main()
