"""Files of each format to raw records, one at a time; what holds many records is never held whole.

A reader yields a record, or the InputError of a record that it refuses; an InputError raised ends the file.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from kg.articles import encodings, markdown, records
from kg.articles.records import Raw
from kg.errors import InputError

Reader = Callable[[BinaryIO, str, str], Iterator[Raw | InputError]]

_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_FIELD_LIMIT = 2**31 - 1
_BATCH = 256


def read_text(stream: BinaryIO, place: str, stem: str) -> Iterator[Raw]:
    """Read one plain text; a saved page under the name of a text is read as the page it is."""
    text = encodings.decode(stream.read(), place)
    if _HTML.match(text):
        yield _page(text, place, stem)
    else:
        yield Raw(place, 0, stem, text)


def read_markdown(stream: BinaryIO, place: str, stem: str) -> Iterator[Raw]:
    """Read one Markdown text, with what its front matter says."""
    text, front = markdown.plain(encodings.decode(stream.read(), place))
    encodings.checked(text, place)
    yield records.from_mapping({**front, "text": text}, place, 0, stem)


def read_html(stream: BinaryIO, place: str, stem: str) -> Iterator[Raw]:
    """Read one HTML page."""
    yield _page(_decode_page(stream.read(), place), place, stem)


def _page(html: str, place: str, stem: str) -> Raw:
    from kg.articles.html import read_page

    page = read_page(html, place)
    # Sites write their dates in many ways; one that is not understood is no fault of the user's file
    published = records.parse_date(page.published) if page.published else None
    return Raw(place, 0, stem, page.text, title=page.title, published=published, source=page.source)


def _decode_page(data: bytes, place: str) -> str:
    """Decode a page, by what it says of its own encoding where it is not Unicode."""
    declared = _CHARSET.search(data[:2048])
    if data and declared and encodings.detect(data, place) == "utf-8":
        codec = declared[1].decode("ascii").lower()
        for candidate in ("utf-8", codec):
            try:
                return encodings.checked(data.decode(candidate), place)
            except (UnicodeDecodeError, LookupError):
                continue
    return encodings.decode(data, place)


def read_jsonl(stream: BinaryIO, place: str, stem: str) -> Iterator[Raw | InputError]:
    """Read JSON lines: one object a line, blank lines skipped."""
    yield from jsonl_records(encodings.lines(stream, place), place, stem)


def jsonl_records(lines: Iterator[str], place: str, stem: str) -> Iterator[Raw | InputError]:
    """Read the objects of lines that are decoded already."""
    empty = True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        empty = False
        try:
            yield _json_record(line, place, number, stem)
        except InputError as error:
            yield error
    if empty:
        raise InputError(f"{place}: the file holds no records; a JSON object a line is read")


def _json_record(line: str, place: str, number: int, stem: str) -> Raw:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        where = f"{place}:{number}:{error.colno}"
        raise InputError(f"{where}: not valid JSON: {error.msg}; a JSON object a line is read") from None
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place}:{number}: not valid JSON: {error}; a JSON object a line is read") from None
    if not isinstance(record, dict):
        kind = type(record).__name__
        valid = 'an object such as {"id": …, "text": …}'
        raise InputError(f"{place}:{number}: a JSON {kind}; each line must be {valid}")
    return records.from_mapping(record, f"{place}:", number, stem)


def read_csv(stream: BinaryIO, place: str, stem: str) -> Iterator[Raw | InputError]:
    """Read a table whose first line names the columns; commas, semicolons or tabs part them."""
    csv.field_size_limit(_FIELD_LIMIT)  # an article is easily longer than the module's 128 KB
    lines = encodings.lines(stream, place)
    first = next((line for line in lines if line.strip()), "")
    delimiter = max(",;\t", key=first.count)
    try:
        header = next(csv.reader([first.strip("\r")], delimiter=delimiter), [])
    except csv.Error as error:
        raise InputError(f"{place}:1: no header: {error}; the first line names the columns") from None
    names = records.fields(header, f"{place}:1")
    columns = {field: header.index(name) for field, name in names.items()}
    rows = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=True)
    while True:
        number = rows.line_num + 2
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield InputError(f"{place}:{number}: not a valid row: {error}; a quote inside quotes is written twice")
            continue
        if len(row) == len(header):
            yield Raw(f"{place}:", number, stem, **{field: row[i] for field, i in columns.items()})
        elif any(row):
            yield InputError(f"{place}:{number}: {len(row)} fields where the header has {len(header)}")


def read_parquet(path: Path, place: str, stem: str) -> Iterator[Raw | InputError]:
    """Read a Parquet file by record batches, only the columns that are ours."""
    import pyarrow as pa  # type: ignore[import-untyped]
    import pyarrow.parquet as pq  # type: ignore[import-untyped]

    number = 0
    try:
        file = pq.ParquetFile(path)
        names = records.fields(file.schema_arrow.names, place)
        for batch in file.iter_batches(batch_size=_BATCH, columns=list(names.values())):
            columns = [batch.column(name).to_pylist() for name in names.values()]
            for row in zip(*columns, strict=True):
                number += 1
                yield Raw(f"{place}, record ", number, stem, **dict(zip(names, row, strict=True)))
    except (pa.ArrowException, ValueError) as error:
        after = f" after record {number}" if number else ""
        reason = str(error).splitlines()[0][:160] if str(error) else type(error).__name__
        raise InputError(f"{place}: not a readable Parquet file{after}: {reason}") from None


READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".tsv": read_csv,
}
