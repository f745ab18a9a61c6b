"""A store: one folder that keeps a graph on disk, and knows what each article contributed to it.

    DIR/store.json      the marker: format of the folder, base IRI (`folder`)
    DIR/quads/          the graph, an Oxigraph store
    DIR/ledger.sqlite   what each article supports (`ledger`); read by writers only

Articles are put in batches. A process that is killed in the middle of one leaves a store that opens; the
next one that writes first undoes the half-written batch, whose articles are then built again. Refuses
folders that are something else, other formats, other base IRIs, and a second writer; a folder refused is
left as it was. Reading never writes, so that a store on a read-only disk can be asked.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from time import sleep
from types import TracebackType
from typing import TYPE_CHECKING, Self

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.folder import make_folder, read_marker, same_base
from kg.store.ledger import ARRIVING, LEAVING, Ledger, Version
from kg.vocab import BASE, PREFIXES, iri

if TYPE_CHECKING:
    from kg.rdf import ArticleGraph

_QUADS = "quads"
_LEDGER = "ledger.sqlite"

# Kinds of names under the base IRI: each is a prefix, in queries and in exports
KINDS = (
    "article", "person", "organisation", "role", "honour", "movement", "place", "period",
    "holding", "stage", "award", "group", "mention", "graph",
)  # fmt: skip

# A checkpoint comes after so many articles or quads. Larger ones gain little: 500 articles of 100 quads
# cost 3 µs a quad, 50 articles 7 µs, one article 20 µs
_BATCH_ARTICLES = 500
_BATCH_QUADS = 100_000
_TRIES, _WAIT_SECONDS = 20, 0.05  # a writer opens or closes in far less than a second
_REMOVAL_QUADS = 5_000  # quads in one update: its text is held in memory


def prefixes(base: str) -> dict[str, str]:
    """Give the prefixes of queries and exports: those of the ontology and one for each kind of name.

    >>> prefixes("https://w3id.org/thidua/id/")["person"]
    'https://w3id.org/thidua/id/person/'
    """
    return {**PREFIXES, **{kind: f"{base}{kind}/" for kind in KINDS}}


class Store:
    """An open store; made by `open_store` and good until its `with` block ends."""

    def __init__(self, path: Path, base: str, quads: ox.Store, ledger: Ledger | None) -> None:
        self.path = path
        self.base = base
        self._quads: ox.Store | None = quads
        self._ledger = ledger
        self._batch: list[tuple[Version, ArticleGraph]] = []
        self._batch_ids: set[str] = set()
        self._batch_quads = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def quads(self) -> ox.Store:
        """The graph. A query's answer keeps the folder locked until it is garbage: make it a list."""
        if self._quads is None:
            raise StoreError(f"{self.path}: the store is closed")
        return self._quads

    def close(self) -> None:
        """Let the folder go; articles put since the last `save` are not in it."""
        self._quads = None
        self._batch.clear()
        if self._ledger is not None:
            self._ledger.close()
            self._ledger = None

    def article_ids(self) -> tuple[str, ...]:
        """Give the ids of the articles in the store, sorted."""
        pattern = self.quads.quads_for_pattern(None, ox.NamedNode(iri("dct:identifier")), None, None)
        prefix = f"{self.base}article/"
        return tuple(sorted(q.object.value for q in pattern if q.subject.value.startswith(prefix)))  # type: ignore[union-attr]  # no other kind of term

    def nquads(self) -> Iterator[bytes]:
        """Give the lines of the store's N-Quads, sorted by their bytes, each with its line end.

        Holds all of them in memory; `export.export` writes stores of any size.
        """
        return iter(sorted(f"{quad} .\n".encode() for quad in self.quads))

    def current(self, id: str, digest: bytes) -> Counter[str] | None:
        """Give the fact counts of an article that is in the store with this digest, None otherwise."""
        with self._failures():
            kept = self._writable().kept(id)
        return kept[1] if kept is not None and kept[0] == digest else None

    def has(self, id: str) -> bool:
        """Say whether any version of an article is in the store."""
        with self._failures():
            return self._writable().kept(id) is not None

    def put(self, id: str, digest: bytes, graph: ArticleGraph, *, facts: Mapping[str, int]) -> None:
        """Put an article, in place of the one of this id; it is kept from the next `save` on.

        Saves by itself whenever a batch is full.
        """
        self._writable()
        if id in self._batch_ids:
            self.save()
        common = ox.serialize(graph.common, format=ox.RdfFormat.N_QUADS) or b""
        self._batch.append((Version(id, digest, graph.iri, common, facts), graph))
        self._batch_ids.add(id)
        self._batch_quads += len(graph.own) + len(graph.common)
        if len(self._batch) >= _BATCH_ARTICLES or self._batch_quads >= _BATCH_QUADS:
            self.save()

    def save(self) -> None:
        """Write the articles put since the last time: a checkpoint that survives whatever comes."""
        if not self._batch:
            return
        batch, self._batch, self._batch_quads = self._batch, [], 0
        self._batch_ids.clear()
        versions = [version for version, _ in batch]
        common = {quad for _, graph in batch for quad in graph.common}
        with self._failures():
            ledger = self._writable()
            ledger.begin(versions)
            self._remove_unsupported(LEAVING, keeping=common)
            self.quads.bulk_extend([*common, *(quad for _, graph in batch for quad in graph.own)])
            self.quads.flush()
            ledger.finish(versions)

    def drop(self, ids: Iterable[str]) -> None:
        """Take articles out, and with them what no other article supports.

        Raises StoreError, before anything is changed, for an id that is not in the store.
        """
        self.save()
        wanted = sorted(set(ids))
        for id in wanted:
            if not self.has(id):
                raise StoreError(_no_such_article(id, self.path, self.article_ids()))
        with self._failures():
            self._writable().begin((), leaving=wanted)
            self._remove_unsupported(LEAVING)
            self.quads.flush()
            self._writable().finish(())

    def set_graph(self, name: ox.NamedNode, quads: Iterable[ox.Quad]) -> None:
        """Make a graph consist of exactly these quads, in one transaction; nothing is written if it does."""
        wanted = set(quads)
        with self._failures():
            present = set(self.quads.quads_for_pattern(None, None, None, name))
            if wanted != present:
                parts = [_data("DELETE", present - wanted), _data("INSERT", wanted - present)]
                self.quads.update(";\n".join(part for part in parts if part))
                self.quads.flush()

    def recover(self) -> None:
        """Undo what a process that was killed left half-written."""
        with self._failures():
            self._remove_unsupported(LEAVING, ARRIVING)
            self.quads.flush()
            self._writable().forget_unsettled()

    def _remove_unsupported(self, *states: int, keeping: Iterable[ox.Quad] = ()) -> None:
        """Remove the graphs of versions in these states, and their common quads that nobody supports."""
        keep = set(keeping)
        for graph, common in self._writable().unsettled(*states):
            self.quads.update(f"DROP SILENT GRAPH {ox.NamedNode(graph)}")
            lines = b"\n".join(self._writable().unsupported(common.splitlines()))
            gone = (quad for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS) if quad not in keep)
            while chunk := list(islice(gone, _REMOVAL_QUADS)):
                self.quads.update(_data("DELETE", chunk))

    def _writable(self) -> Ledger:
        if self._ledger is None:
            raise StoreError(f"{self.path}: the store is open for reading only")
        return self._ledger

    @contextmanager
    def _failures(self) -> Iterator[None]:
        """Turn what the disk refuses into a StoreError."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"{self.path}: the store cannot be written: {error}") from error


def open_store(path: str | Path, *, write: bool = False, base: str | None = None) -> Store:
    """Open a store, for use in a `with` block; with `write`, make it where there is none.

    `base` is the IRI under which a new store names its nodes (`vocab.BASE` unless given); a store keeps
    the one it was made with. Reading works beside a writer and sees its last checkpoint.

    Raises StoreError for a folder that is no store, of another format or base, in use, or not writable.
    """
    folder = Path(path)
    if write:
        return _open_to_write(folder, base)
    marked = read_marker(folder)
    if marked is None:
        raise StoreError(f"{folder}: there is no store here; make one with: kg build INPUT... --store {folder}")
    return Store(folder, same_base(folder, marked, base), _open_quads(folder, write=False), None)


def _open_to_write(folder: Path, base: str | None) -> Store:
    marked = read_marker(folder)
    if marked is None:
        marked = BASE if base is None else base
        make_folder(folder, marked)
    else:
        same_base(folder, marked, base)
    quads = _open_quads(folder, write=True)
    try:
        store = Store(folder, marked, quads, Ledger(folder / _LEDGER))
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{folder / _LEDGER}: the ledger cannot be opened: {error}") from error
    store.recover()
    return store


def _open_quads(folder: Path, *, write: bool) -> ox.Store:
    quads = folder / _QUADS
    try:
        if write:
            return ox.Store(quads)
        return _read_only(quads) if quads.exists() else ox.Store()
    except OSError as error:
        if "LOCK" in str(error):
            raise StoreError(f"{folder}: the store is in use: another process is writing to it") from error
        raise StoreError(f"{folder}: the store cannot be opened: {error}") from error


def _read_only(quads: Path) -> ox.Store:
    """Open quads for reading, again while a writer is just putting its files in order."""
    for _ in range(_TRIES):
        try:
            return ox.Store.read_only(str(quads))
        except RuntimeError:
            sleep(_WAIT_SECONDS)
    try:
        return ox.Store.read_only(str(quads))
    except RuntimeError as error:
        raise OSError(str(error)) from error


def _data(verb: str, quads: Iterable[ox.Quad]) -> str:
    """Write a SPARQL update that inserts or deletes quads, nothing where there are none."""
    graphs: dict[str, list[str]] = {}
    for quad in quads:
        graphs.setdefault(str(quad.graph_name), []).append(str(quad.triple))
    blocks = (f"GRAPH {name} {{ {' . '.join(triples)} }}" for name, triples in graphs.items())
    return f"{verb} DATA {{ {' '.join(blocks)} }}" if graphs else ""


def _no_such_article(id: str, path: Path, ids: Iterable[str]) -> str:
    near = get_close_matches(id, ids, n=1)
    hint = f"; the nearest is {near[0]!r}" if near else ""
    return f"{path}: there is no article {id!r} in the store{hint}"
