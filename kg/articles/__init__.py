"""Reading: files, folders and standard input to a stream of articles.

Reads `.txt`, `.md`, `.html`, `.jsonl`, `.csv`, `.tsv` (each of them also as `.gz`) and `.parquet`; folders
recursively, in the order of their names. A folder's pictures, programs and other files that nobody takes for
articles are passed over in silence; a document of a kind that is not read (PDF, Word) is an error, as it may
well be an article. Never holds more than one text, line or batch; of each id it keeps a digest.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from kg.articles import encodings, formats, records
from kg.articles.records import Raw
from kg.errors import InputError
from kg.model import Article
from kg.text import normalise

__all__ = ["read"]

_SUFFIXES = ".txt, .md, .html, .jsonl, .csv, .tsv (also with .gz) and .parquet"
_PASSED_OVER = frozenset(
    ".jpg .jpeg .png .gif .webp .bmp .svg .ico .tif .tiff .mp3 .mp4 .avi .mov .wav .css .js .map .woff .woff2 .ttf"
    " .json .xml .yml .yaml .toml .ini .cfg .lock .log .py .pyc .ipynb .sh .rq .sparql .ttl .nt .nq .trig .rdf .owl"
    " .jsonld .crc .sha256 .md5 .sqlite .db .pkl .npy .bak .tmp".split()
)
_PASSED_NAMES = frozenset(["readme", "license", "licence", "copying", "notice", "makefile", "changelog", "thumbs.db"])

_Item = Raw | InputError


def read(inputs: Iterable[str | Path], *, on_error: Callable[[InputError], None] | None = None) -> Iterator[Article]:
    """Read the articles of files, folders and `-` (standard input: JSON lines, or one text).

    What cannot be read is given to `on_error` as an InputError, and reading goes on with the next record or
    file; without `on_error` it is raised. An id that came before is such an error, too.
    """
    seen = _Seen()
    for item in _items(inputs):
        try:
            if isinstance(item, InputError):
                raise item
            article, flaw = records.article(item)
            seen.add(article.id, item)
        except InputError as error:
            _report(error, on_error)
            continue
        if flaw:
            _report(flaw, on_error)
        yield article


def _report(error: InputError, on_error: Callable[[InputError], None] | None) -> None:
    if on_error is None:
        raise error
    on_error(error)


class _Seen:
    """The ids of one run: 16 bytes and a number each, whatever their length."""

    __slots__ = ("_origins", "_places")

    def __init__(self) -> None:
        self._places: dict[bytes, int] = {}
        self._origins: list[str] = []

    def add(self, identifier: str, raw: Raw) -> None:
        """Note an id; raises InputError, naming both places, for one that is there."""
        digest = hashlib.blake2b(identifier.encode(), digest_size=16).digest()
        if (first := self._places.get(digest)) is not None:
            before = records.place_of(self._origins[first >> 40], first & (1 << 40) - 1)
            raise InputError(f"{raw.place}: the id {identifier!r} stands already at {before}; ids must differ")
        if not self._origins or self._origins[-1] != raw.origin:
            self._origins.append(raw.origin)
        self._places[digest] = (len(self._origins) - 1) << 40 | raw.number


def _items(inputs: Iterable[str | Path]) -> Iterator[_Item]:
    for given in inputs:
        if str(given) == "-":
            yield from _guarded("standard input", _stdin_items())
            continue
        path = Path(given)
        if path.is_dir():
            yield from _folder_items(path)
        else:
            yield from _file_items(path)


def _folder_items(folder: Path) -> Iterator[_Item]:
    empty = True
    for path in _walk(folder):
        if isinstance(path, InputError):
            yield path
            continue
        empty = False
        yield from _file_items(path)
    if empty:
        yield InputError(f"{folder}: no articles in this folder; {_SUFFIXES} are read")


def _walk(folder: Path) -> Iterator[Path | InputError]:
    """Give the files of a folder and its subfolders that may be articles, in the order of their names."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield InputError(f"{folder}: the folder cannot be read: {error.strerror}")
        return
    for entry in entries:
        if entry.name.startswith((".", "_")):  # hidden files, and Spark's "_SUCCESS"
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / entry.name)
        elif not _is_passed_over(entry.name):
            yield folder / entry.name


def _is_passed_over(name: str) -> bool:
    base = name.lower()
    return Path(base.removesuffix(".gz")).suffix in _PASSED_OVER or Path(base).stem in _PASSED_NAMES


def _file_items(path: Path) -> Iterator[_Item]:
    place, name = str(path), path.name.removesuffix(".gz")
    stem, suffix = normalise(Path(name).stem), Path(name).suffix.lower()
    if encodings.bad_byte(place):
        shown = os.fsencode(path).decode(errors="replace")
        yield InputError(f"{shown}: the file's name is not UTF-8; rename it, its name is the article's id")
    elif not path.exists():
        yield InputError(f"{place}: there is no such file or folder")
    elif suffix == ".parquet" and name == path.name:
        yield from _guarded(place, formats.read_parquet(path, place, stem))
    elif reader := formats.READERS.get(suffix):
        yield from _guarded(place, _opened(path, reader, stem))
    else:
        yield InputError(f"{place}: files of this kind are not read; {_SUFFIXES} are")


def _opened(path: Path, reader: formats.Reader, stem: str) -> Iterator[_Item]:
    zipped = path.name.endswith(".gz")
    with cast(BinaryIO, gzip.open(path)) if zipped else path.open("rb") as stream:
        yield from reader(stream, str(path), stem)


def _guarded(place: str, items: Iterator[_Item]) -> Iterator[_Item]:
    """Turn what ends a file before its time into its InputError."""
    try:
        yield from items
    except InputError as error:
        yield error
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield InputError(f"{place}: the file cannot be read: {reason}")


def _stdin_items() -> Iterator[_Item]:
    """Read standard input: JSON lines if an object opens it, one text otherwise."""
    place, stem, stream = "standard input", "stdin", sys.stdin.buffer
    first = stream.read(encodings.SAMPLE)
    if first.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from formats.jsonl_records(encodings.lines(stream, place, first=first), place, stem)
    else:
        yield Raw(place, 0, stem, encodings.decode(first + stream.read(), place))
