"""A store's graph as a file: Turtle, TriG, N-Triples, N-Quads, JSON-LD, RDF/XML.

The same store gives the same bytes: everything is sorted, in chunks on disk where there is much of it.
Formats without named graphs get the union of all. A file appears whole or not at all.
"""

from __future__ import annotations

import heapq
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, BinaryIO

import pyoxigraph as ox

from kg.errors import KgError
from kg.rdf.turtle import Row, json_ld, trig, turtle
from kg.store import Store, open_store, prefixes

_LINES_IN_MEMORY = 200_000  # some 50 MB of text; more is sorted in files and merged
_PIECES = 4_096  # pieces of text that are written at once


def export(store: Store | str | Path, file: str | Path, *, format: str | None = None) -> None:
    """Write a store's graph to a file, in the format of its suffix or in `format`; `-` is stdout.

    Raises KgError for a format that is none of `FORMATS` and for a file that cannot be written.
    """
    writer = FORMATS[_format(str(file), format)]
    if not isinstance(store, Store):
        with open_store(store) as opened:
            return export(opened, file, format=format)
    if str(file) == "-":
        sys.stdout.buffer.writelines(writer(store))
        sys.stdout.buffer.flush()
        return None
    with _whole_file(Path(file)) as output:
        output.writelines(writer(store))
    return None


def _format(file: str, format: str | None) -> str:
    """Settle the format by its name, else by the file's suffix."""
    valid = ", ".join(FORMATS)
    if format is not None:
        name = format.lower().lstrip(".")
        if name not in FORMATS:
            raise KgError(f"the format {format!r} is not known; valid are {valid}")
        return name
    suffix = Path(file).suffix.lower().lstrip(".")
    if file == "-":
        raise KgError(f"for stdout give the format: --format with one of {valid}")
    if suffix not in FORMATS:
        raise KgError(f"{file}: the suffix {suffix!r} names no format; valid are {valid} (or give --format)")
    return suffix


def _turtle(store: Store) -> Iterator[bytes]:
    return _encoded(turtle(map(_row, _triple_lines(store)), prefixes(store.base)))


def _trig(store: Store) -> Iterator[bytes]:
    return _encoded(trig(_graph_rows(store), prefixes(store.base)))


def _json_ld(store: Store) -> Iterator[bytes]:
    return _encoded(json_ld(_graph_rows(store), prefixes(store.base)))


def _n_triples(store: Store) -> Iterator[bytes]:
    return _encoded(f"{line} .\n" for line in _triple_lines(store))


def _n_quads(store: Store) -> Iterator[bytes]:
    return _encoded(f"{line} .\n" for line in _sorted(str(quad) for quad in store.quads))


def _rdf_xml(store: Store) -> Iterator[bytes]:
    """Write RDF/XML by the engine, which takes triples and gives bytes through a file."""
    lines = _triple_lines(store)
    triples = (triple for line in lines for triple in ox.parse(f"{line} .", format=ox.RdfFormat.N_TRIPLES))
    with tempfile.TemporaryFile() as output:
        ox.serialize(triples, output, ox.RdfFormat.RDF_XML, prefixes=prefixes(store.base))
        output.seek(0)
        while piece := output.read(1 << 20):
            yield piece


FORMATS: dict[str, Callable[[Store], Iterator[bytes]]] = {
    "ttl": _turtle,
    "trig": _trig,
    "nt": _n_triples,
    "nq": _n_quads,
    "jsonld": _json_ld,
    "rdf": _rdf_xml,
}


def _triple_lines(store: Store) -> Iterator[str]:
    """Give the triples of all graphs, sorted, each once."""
    last = None
    for line in _sorted(str(quad.triple) for quad in store.quads):
        if line != last:
            yield line
        last = line


def _graph_rows(store: Store) -> Iterator[tuple[str, Row]]:
    """Give the graph's name and the triple of each quad, sorted by graph."""
    for line in _sorted(f"{quad.graph_name} {quad.triple}" for quad in store.quads):
        graph, triple = line.split(" ", 1)
        yield graph, _row(triple)


def _row(triple: str) -> Row:
    subject, predicate, value = triple.split(" ", 2)
    return subject, predicate, value


def _sorted(lines: Iterator[str]) -> Iterator[str]:
    """Sort any number of lines, holding at most `_LINES_IN_MEMORY` of them in memory."""
    first = sorted(islice(lines, _LINES_IN_MEMORY))
    if len(first) < _LINES_IN_MEMORY:
        yield from first
        return
    runs = [_run(first)]
    while chunk := sorted(islice(lines, _LINES_IN_MEMORY)):
        runs.append(_run(chunk))
    try:
        for line in heapq.merge(*runs):
            yield line.decode().rstrip("\n")
    finally:
        for run in runs:
            run.close()


def _run(lines: list[str]) -> IO[bytes]:
    run = tempfile.TemporaryFile()  # noqa: SIM115  # closed when the runs are merged
    run.writelines(f"{line}\n".encode() for line in lines)
    run.seek(0)
    return run


def _encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    remaining = iter(pieces)
    while some := "".join(islice(remaining, _PIECES)):
        yield some.encode()


@contextmanager
def _whole_file(file: Path) -> Iterator[BinaryIO]:
    """Write beside the file and put it in place at the end; what is no regular file is written directly."""
    direct = file.exists() and not file.is_file()
    beside = file if direct else file.with_name(f".{file.name}.{os.getpid()}.unfinished")
    try:
        try:
            with beside.open("wb") as output:
                yield output
            if not direct:
                beside.replace(file)
        finally:
            if not direct:
                beside.unlink(missing_ok=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise KgError(f"{file}: the file cannot be written: {error.strerror or error}") from error
