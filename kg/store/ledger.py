"""What a store knows about its articles: digests, shares of the common graph, and how far a write has come.

A quad of the common graph stays as long as one article supports it; the ledger counts supporters, so
that replacing or dropping an article takes away exactly what nobody supports any more. It knows no RDF
engine: quads are lines of N-Quads here, and it never reads or writes the quads of the store.

Each version of an article is a row in one of three states. A write goes through them in this order, and
whatever a killed process leaves behind in the first two is undone by the next one that writes:

    LEAVING    its support is withdrawn; its quads may still be in the store
    ARRIVING   its quads may already be in the store; it does not count as support yet
    KEPT       its quads are in the store and count
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

LEAVING, ARRIVING, KEPT = 0, 1, 2

# DELETE journals leave one file beside the ledger only while a transaction runs; FULL makes a row that
# says "arriving" reach the disk before the quads that it warns of do.
_SCHEMA = """
PRAGMA journal_mode = DELETE;
PRAGMA synchronous = FULL;
CREATE TABLE IF NOT EXISTS article (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    digest BLOB NOT NULL,
    graph TEXT NOT NULL,
    common BLOB NOT NULL,
    facts TEXT NOT NULL,
    state INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS article_id ON article (id);
CREATE INDEX IF NOT EXISTS article_unsettled ON article (state) WHERE state < 2;
CREATE TABLE IF NOT EXISTS support (quad BLOB PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;
"""
_COMPRESSION = 1  # the fastest: the lines repeat their IRIs so much that higher levels save little


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an article: `common` is its share of the common graph in N-Quads."""

    id: str
    digest: bytes
    graph: str
    common: bytes
    facts: Mapping[str, int]


def quad_key(line: bytes) -> bytes:
    """Give the 16 bytes under which the supporters of a quad are counted."""
    return blake2b(line, digest_size=16).digest()


def _keys(common: bytes) -> list[bytes]:
    return [quad_key(line) for line in common.splitlines()]


class Ledger:
    """A SQLite file; every public method that writes is one transaction."""

    def __init__(self, path: Path) -> None:
        self._sqlite = sqlite3.connect(path, isolation_level=None)
        self._sqlite.executescript(_SCHEMA)

    def close(self) -> None:
        """Close the file; nothing may be asked afterwards."""
        self._sqlite.close()

    def article_ids(self) -> Iterator[str]:
        """Give the ids of the kept articles, sorted."""
        rows = self._sqlite.execute("SELECT id FROM article WHERE state = ? ORDER BY id", (KEPT,))
        return (id for (id,) in rows)

    def kept(self, id: str) -> tuple[bytes, Counter[str]] | None:
        """Give the digest and the fact counts of a kept article, None where there is none."""
        row = self._sqlite.execute(
            "SELECT digest, facts FROM article WHERE id = ? AND state = ?", (id, KEPT)
        ).fetchone()
        return None if row is None else (row[0], Counter(json.loads(row[1])))

    def begin(self, versions: Sequence[Version], *, leaving: Iterable[str] = ()) -> None:
        """Announce new versions of articles, and that the kept versions of these and of `leaving` go."""
        with self._transaction():
            for id in (*leaving, *(version.id for version in versions)):
                self._withdraw(id)
            self._sqlite.executemany(
                "INSERT INTO article (id, digest, graph, common, facts, state) VALUES (?, ?, ?, ?, ?, ?)",
                map(_arriving_row, versions),
            )

    def finish(self, versions: Iterable[Version]) -> None:
        """Settle what `begin` announced, once the quads are in the store."""
        supported = Counter(key for version in versions for key in _keys(version.common))
        with self._transaction():
            self._sqlite.executemany(
                "INSERT INTO support VALUES (?, ?)"
                " ON CONFLICT (quad) DO UPDATE SET articles = articles + excluded.articles",
                sorted(supported.items()),
            )
            self._sqlite.execute("DELETE FROM article WHERE state = ?", (LEAVING,))
            self._sqlite.execute("UPDATE article SET state = ? WHERE state = ?", (KEPT, ARRIVING))

    def unsettled(self, *states: int) -> Iterator[tuple[str, bytes]]:
        """Give the graph and the common N-Quads of each version in one of these states."""
        for state in states:
            for graph, common in self._sqlite.execute("SELECT graph, common FROM article WHERE state = ?", (state,)):
                yield graph, zlib.decompress(common)

    def forget_unsettled(self) -> None:
        """Strike out the versions that did not get as far as being kept."""
        with self._transaction():
            self._sqlite.execute("DELETE FROM article WHERE state < ?", (KEPT,))

    def unsupported(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        """Give those of the N-Quads lines that no kept article supports."""
        for line in lines:
            key = quad_key(line)
            if self._sqlite.execute("SELECT 1 FROM support WHERE quad = ?", (key,)).fetchone() is None:
                yield line

    def _withdraw(self, id: str) -> None:
        """Mark the kept version of an article as leaving and take back its support."""
        row = self._sqlite.execute(
            "SELECT number, common FROM article WHERE id = ? AND state = ?", (id, KEPT)
        ).fetchone()
        if row is None:
            return
        keys = [(key,) for key in _keys(zlib.decompress(row[1]))]
        self._sqlite.executemany("UPDATE support SET articles = articles - 1 WHERE quad = ?", keys)
        self._sqlite.executemany("DELETE FROM support WHERE quad = ? AND articles <= 0", keys)
        self._sqlite.execute("UPDATE article SET state = ? WHERE number = ?", (LEAVING, row[0]))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._sqlite.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._sqlite.execute("ROLLBACK")
            raise
        self._sqlite.execute("COMMIT")


def _arriving_row(version: Version) -> tuple[str, bytes, str, bytes, str, int]:
    common = zlib.compress(version.common, _COMPRESSION)
    facts = json.dumps(dict(sorted(version.facts.items())))
    return version.id, version.digest, version.graph, common, facts, ARRIVING
