"""The table that a SELECT query answers, as Python values and as text: CSV, TSV, JSON, Markdown.

CSV, TSV and JSON follow the W3C's recommendations (names in full; CSV has plain values, TSV and JSON
keep the kinds of terms); Markdown and the terminal's table shorten names for reading.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pyoxigraph as ox

from kg.rdf.turtle import shortener
from kg.vocab import PREFIXES

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_XSD = PREFIXES["xsd"]
_INTEGERS = (
    "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
    "negativeInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte",
)  # fmt: skip
_PARSERS: dict[str, Callable[[str], Value]] = {
    **{_XSD + name: int for name in _INTEGERS},
    _XSD + "decimal": Decimal,
    _XSD + "double": float,
    _XSD + "float": float,
    _XSD + "boolean": lambda text: text in ("true", "1"),
    _XSD + "date": date.fromisoformat,
    _XSD + "dateTime": datetime.fromisoformat,
}


class Iri(str):
    """The name of a node, told apart from a text; in every other way a string."""

    __slots__ = ()


Value = str | int | float | bool | Decimal | date | datetime | None


@dataclass(frozen=True, slots=True)
class Table:
    """What a SELECT query answers: `rows` are tuples of Python values, one for each of `columns`.

    IRIs are `Iri` (a str), texts str, numbers and dates int, Decimal, float, bool, date and datetime;
    what is unbound is None. `terms` has the same as terms of RDF. `truncated` says that there were more rows than
    were asked for. A table is a sequence of its rows: `pandas.DataFrame(table, columns=table.columns)`.
    """

    columns: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...] = field(repr=False)
    prefixes: Mapping[str, str] = field(repr=False, compare=False, default_factory=dict)
    truncated: bool = False

    @property
    def rows(self) -> tuple[tuple[Value, ...], ...]:
        """The rows as Python values, made anew each time."""
        return tuple(self)

    def __len__(self) -> int:
        return len(self.terms)

    def __iter__(self) -> Iterator[tuple[Value, ...]]:
        return (tuple(map(value, row)) for row in self.terms)

    def __getitem__(self, index: int) -> tuple[Value, ...]:
        return tuple(map(value, self.terms[index]))

    def shown(self) -> Iterator[tuple[str, ...]]:
        """Give the rows as texts to read: names with prefixes, texts without quotes."""
        short = shortener(self.prefixes)
        return (tuple(_shown(term, short) for term in row) for row in self.terms)


def value(term: Term | None) -> Value:
    """Give the Python value of a term of RDF; text that its datatype does not allow stays text.

    >>> value(ox.Literal(84)), value(ox.NamedNode("http://example.org/a"))
    (84, 'http://example.org/a')
    """
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    if not isinstance(term, ox.Literal):
        return str(term)
    parser = _PARSERS.get(term.datatype.value, str)
    try:
        return parser(term.value)
    except (ArithmeticError, ValueError):
        return term.value


def to_csv(table: Table) -> str:
    """Write a table as CSV: names in full, plain values, unbound cells empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_plain(term) for term in row] for row in table.terms)
    return text.getvalue()


def to_tsv(table: Table) -> str:
    """Write a table as SPARQL's TSV: variables with a question mark, terms as in Turtle."""
    lines = ["\t".join(f"?{column}" for column in table.columns)]
    lines += ["\t".join("" if term is None else _tsv(term) for term in row) for row in table.terms]
    return "".join(f"{line}\n" for line in lines)


def to_json(table: Table) -> str:
    """Write a table as SPARQL's JSON results."""
    bindings = [
        {column: _json(term) for column, term in zip(table.columns, row, strict=True) if term is not None}
        for row in table.terms
    ]
    result = {"head": {"vars": table.columns}, "results": {"bindings": bindings}}
    return json.dumps(result, ensure_ascii=False, indent=1) + "\n"


def to_markdown(table: Table) -> str:
    """Write a table as Markdown, with shortened names."""
    rows = [table.columns, tuple("---" for _ in table.columns), *table.shown()]
    return "".join(f"| {' | '.join(map(_markdown, row))} |\n" for row in rows)


def to_text(table: Table, *, width: int | None = None) -> str:
    """Draw a table with lines, at most `width` columns of a terminal wide (as wide as it is by default)."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table as Drawing
    from rich.text import Text

    drawing = Drawing(box=SIMPLE_HEAD, pad_edge=False)
    for place, column in enumerate(table.columns):
        numbers = bool(table.terms) and all(isinstance(value(row[place]), int | Decimal) for row in table.terms)
        drawing.add_column(Text(column), overflow="fold", justify="right" if numbers else "left")
    for row in table.shown():
        drawing.add_row(*map(Text, row))
    console = Console(file=io.StringIO(), width=width or _WIDEST, color_system=None, legacy_windows=False)
    with console.capture() as captured:
        console.print(drawing)
    rows = f"{len(table)} row{'' if len(table) == 1 else 's'}{' (there are more)' if table.truncated else ''}"
    lines = [line.rstrip() for line in captured.get().splitlines()]
    return "\n".join(lines).strip("\n") + f"\n\n{rows}\n"


_WIDEST = 100_000


def _shown(term: Term | None, short: Callable[[str], str]) -> str:
    if isinstance(term, ox.NamedNode):
        return short(term.value)
    return _plain(term)


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def _tsv(term: Term) -> str:
    return str(term).replace("\t", "\\t")


def _markdown(cell: str) -> str:
    return " ".join(cell.replace("\\", "\\\\").replace("|", "\\|").split())


def _json(term: Term) -> dict[str, Any]:  # a triple's parts are terms again
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json(part) for name, part in parts.items()}}
    if not isinstance(term, ox.Literal):
        return {"type": "uri" if isinstance(term, ox.NamedNode) else "bnode", "value": term.value}
    result = {"type": "literal", "value": term.value}
    if term.language:
        return {**result, "xml:lang": term.language}
    return result if term.datatype.value == _XSD + "string" else {**result, "datatype": term.datatype.value}
