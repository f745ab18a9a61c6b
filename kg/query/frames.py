"""Tables of SPARQL as pandas DataFrames with real types.

Whole numbers become int64 (Int64 where some are missing), other numbers float64, dates and times datetime64, truth
values bool; names of nodes become a category of short names (`person:Vi_Văn_Nghĩa`), texts stay texts. A column of
several kinds stays as Python's values. pandas is imported here and nowhere else, and only when a frame is made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.errors import MissingExtra
from kg.query.client import Raw
from kg.query.table import Iri, Table, Term, value
from kg.rdf.turtle import shortener
from kg.vocab import PREFIXES, iri

if TYPE_CHECKING:
    import pandas as pd

_INTEGER = re.compile(r"[+-]?\d+")
_NUMBER = re.compile(r"[+-]?\d*\.?\d+(?:[eE][+-]?\d+)?")
_PLAIN_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_XSD, _STRING, _DATE = PREFIXES["xsd"], iri("xsd:string"), iri("xsd:date")
_DATE_END = f'"^^<{_DATE}>'
_DATE_LENGTH = len('"2019-07-01') + len(_DATE_END)
_ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_NAIVE = ("date", "dateTime")
_INT64 = 2**63
_PLAIN = ("int64", "float64", "datetime64[s]")

# What a cell is: a kind, and its value
Cell = tuple[str, Any]
Shortener = Callable[[str], str]


def frame_of_raw(raw: Raw, names: dict[str, str], *, limit: int | None = None) -> tuple[pd.DataFrame, bool]:
    """Make a frame of an answer as it came (TSV), and say whether it was cut at `limit` rows."""
    body = raw.data.decode().partition("\n")[2]
    width = len(raw.columns)
    number = body.count("\n")
    rows = number if limit is None else min(number, limit)
    cells = (
        body[:-1].replace("\n", "\t").split("\t") if rows else []
    )  # in a TSV of SPARQL both only stand between cells
    short = _shortener(tuple(names.items()))
    series = {raw.columns[place]: _column(cells[place : rows * width : width], short) for place in raw.places}
    return _frame(series, rows), rows < number


def frame_of_table(table: Table) -> pd.DataFrame:
    """Make a frame of a table."""
    short = _shortener(tuple(table.prefixes.items()))
    columns = list(zip(*table.terms, strict=True)) if table.terms else [()] * len(table.columns)
    series = {
        name: _series(column, lambda term: _read_term(term, short))
        for name, column in zip(table.columns, columns, strict=True)
    }
    return _frame(series, len(table))


def _frame(series: dict[str, Any], rows: int) -> pd.DataFrame:
    pandas = _pandas()
    frame: pd.DataFrame = pandas.DataFrame(series, index=None if series else pandas.RangeIndex(rows), copy=False)
    return frame


@lru_cache(maxsize=8)
def _shortener(names: tuple[tuple[str, str], ...]) -> Shortener:
    """Give the function that shortens names; it remembers them from one answer to the next."""
    return shortener(dict(names))


def _pandas() -> Any:  # the module
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtra("lab", "a DataFrame") from error
    return pd


def _column(cells: Sequence[str], short: Shortener) -> Any:  # what a DataFrame takes as a column
    """Make a column of TSV: of nothing but nodes or days at once, of anything else cell by cell."""
    unique = set(cells)
    beginnings = {cell[:2] for cell in unique}
    if beginnings and all(begin[:1] == "<" != begin[1:] for begin in beginnings):
        return _categories(cells, {cell: short(cell[1:-1]) for cell in unique})
    if all(cell.endswith(_DATE_END) and len(cell) == _DATE_LENGTH for cell in unique) and unique:
        try:
            return _array([cell[1:11] for cell in cells], "datetime64[s]")
        except ValueError:  # a day that there is not
            pass
    return _series(cells, lambda cell: _read(cell, short))


def _array(values: Sequence[Any], dtype: str) -> Any:
    import numpy as np

    return np.array(values, dtype=dtype)


def _series(cells: Sequence[Any], read: Callable[[Any], Cell]) -> Any:  # what a DataFrame takes as a column
    """Make a column: every different cell is read once."""
    meanings = {cell: read(cell) for cell in set(cells)}
    kinds = {kind for kind, _ in meanings.values()}
    missing = "none" in kinds
    kinds.discard("none")
    (kind,) = kinds if len(kinds) == 1 else ("mixed",)
    if kinds == {"integer", "number"}:
        kind = "number"
    if kind == "node":
        return _categories(cells, {cell: name for cell, (kind, name) in meanings.items() if kind == "node"})
    values = [meanings[cell][1] for cell in cells]
    dtype = _dtype(kind, values, missing)
    if dtype in _PLAIN:  # as an array: pandas would look at each value
        return _array(values, dtype)
    return _pandas().Series(values, dtype=dtype)


def _categories(cells: Sequence[Any], names: Mapping[Any, str]) -> Any:
    """Make a category of the names of cells, in the order of their characters; cells without a name are missing."""
    pandas = _pandas()
    ordered = sorted(set(names.values()))
    codes = {name: code for code, name in enumerate(ordered)}
    code_of = {cell: codes[name] for cell, name in names.items()}
    dtype = pandas.CategoricalDtype(ordered)
    return pandas.Categorical.from_codes([code_of.get(cell, -1) for cell in cells], dtype=dtype)


def _dtype(kind: str, values: Sequence[Any], missing: bool) -> str | None:
    if kind == "integer":
        if any(one is not None and abs(one) >= _INT64 for one in values):
            return "object"
        return "Int64" if missing else "int64"
    if kind == "boolean":
        return "boolean" if missing else "bool"
    return {"number": "float64", "time": "datetime64[s]", "text": None, "mixed": "object"}[kind]


def _read(cell: str, short: Shortener) -> Cell:
    """Read a cell of SPARQL's TSV."""
    if not cell:
        return "none", None
    if cell[0] == "<" and not cell.startswith("<<"):
        return "node", short(cell[1:-1])
    if cell[0] == '"':
        end = cell.rfind('"')  # no quotes in what follows a text: its language or datatype
        return _typed(_unescaped(cell[1:end]), cell[end + 4 : -1] if cell[end + 1 : end + 2] == "^" else "")
    if _INTEGER.fullmatch(cell):
        return "integer", int(cell)
    if _NUMBER.fullmatch(cell):
        return "number", float(cell)
    return ("boolean", cell == "true") if cell in ("true", "false") else ("text", cell)


def _read_term(term: Term | None, short: Shortener) -> Cell:
    if term is None:
        return "none", None
    if isinstance(term, ox.NamedNode):
        return "node", short(term.value)
    return _typed(term.value, term.datatype.value) if isinstance(term, ox.Literal) else ("text", str(term))


def _typed(text: str, datatype: str) -> Cell:
    """Give the value of a literal; what its datatype does not allow, and what pandas has no type for, stays text."""
    if not datatype.startswith(_XSD) or datatype == _STRING:
        return "text", text
    if datatype == _DATE and _PLAIN_DATE.fullmatch(text):
        return "time", date.fromisoformat(text)
    found = value(ox.Literal(text, datatype=ox.NamedNode(datatype)))
    local = datatype.removeprefix(_XSD)
    if isinstance(found, str):
        return "text", text
    if local in _NAIVE:
        return ("mixed", found) if getattr(found, "tzinfo", None) else ("time", found)
    if isinstance(found, bool):
        return "boolean", found
    return ("integer", found) if isinstance(found, int) else ("number", float(found))  # type: ignore[arg-type]  # Decimal


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(found: re.Match[str]) -> str:
    escape = found[1]
    return chr(int(escape[1:], 16)) if escape[0] in "uU" and len(escape) > 1 else _ESCAPES.get(escape, escape)


def nodes_in(row: Iterable[object], names: Mapping[str, str]) -> list[str]:
    """Give the IRIs in a row of a frame or a table: short names in full, and IRIs as they are."""
    found = []
    for cell in row:
        if not isinstance(cell, str):
            continue
        prefix, _, local = cell.partition(":")
        if isinstance(cell, Iri) or cell.startswith(("https://", "http://")):
            found.append(str(cell))
        elif cell.startswith("<") and cell.endswith(">"):
            found.append(cell[1:-1])
        elif prefix in names and local and " " not in local:
            found.append(names[prefix] + local)
    return found
