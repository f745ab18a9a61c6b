"""How nodes are named and quads are ordered: IRIs, literals, the names of the graphs.

A name is made of what it names, so that the same content gives the same node on every machine and in
every run, and two different contents never give one node. Nothing here knows what a fact is.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from hashlib import sha256
from unicodedata import normalize

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from kg.errors import InputError
from kg.model import Period
from kg.vocab import BASE, iri

Value = NamedNode | Literal

# Kept in an IRI: ASCII letters and digits, and the Latin letters with marks that Vietnamese is written with
_LETTERS = "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
# A dot stays between two letters only: at an end it would end a Turtle statement, and ".." climbs a path
_ESCAPED = re.compile(rf"[^{_LETTERS} .-]|(?<![{_LETTERS}])\.|\.(?![{_LETTERS}])")
# 80 bits: among 100 million nodes two get the same name with a probability of 4 in a thousand million
_DIGITS = 20
# Names that a corpus repeats (its bodies and titles) are made into nodes once; some 10 MB when full
_REMEMBERED = 20_000

_DATE_TYPE = NamedNode(iri("xsd:date"))


def readable(name: str) -> str:
    """Make a name part of an IRI: spaces become `_`, and what is no letter or digit is percent-encoded.

    No two names become one, as `_` itself is encoded too.

    >>> readable("Liên đoàn Lao động TP.HCM (cơ quan)")
    'Liên_đoàn_Lao_động_TP.HCM_%28cơ_quan%29'
    """
    encoded = _ESCAPED.sub(lambda m: "".join(f"%{byte:02X}" for byte in m[0].encode()), normalize("NFC", name))
    return encoded.replace(" ", "_")


@lru_cache(maxsize=_REMEMBERED)
def named_node(base: str, kind: str, *names: str) -> NamedNode:
    """Name a node by what it is called; colons join a person's name and setting, a place and its parents."""
    return NamedNode(f"{base}{kind}/{':'.join(map(readable, names))}")


def content_node(base: str, kind: str, *parts: str | None) -> NamedNode:
    """Name a node by its content. Each part goes in with its length, so that none runs into the next."""
    content = "".join("-" if part is None else f"{len(part)}:{part}" for part in parts)
    return NamedNode(f"{base}{kind}/{sha256(content.encode()).hexdigest()[:_DIGITS]}")


def article_iri(identifier: str, *, base: str = BASE) -> NamedNode:
    """Name an article, and its own graph, by its identifier, whose underscores stay what they are.

    >>> article_iri("000_20c1db7451fe24dd").value
    'https://w3id.org/thidua/id/article/000_20c1db7451fe24dd'
    """
    return NamedNode(f"{base}article/{readable(identifier).replace('_', '%20').replace('%5F', '_')}")


def common_graph(base: str = BASE) -> NamedNode:
    """Name the graph of what several articles may say."""
    return NamedNode(f"{base}graph/common")


def ontology_graph(base: str = BASE) -> NamedNode:
    """Name the graph that holds a copy of the ontology."""
    return NamedNode(f"{base}graph/ontology")


def description_graph(base: str = BASE) -> NamedNode:
    """Name the graph that describes the data set."""
    return NamedNode(f"{base}graph/description")


def checked_base(base: str) -> str:
    """Give back an IRI that names can be put after; raises InputError for any other string.

    >>> checked_base("http://example.org/")
    'http://example.org/'
    """
    try:
        NamedNode(base)
    except ValueError as error:
        raise InputError(f"the base {base!r} is no absolute IRI ({error}); valid would be {BASE}") from error
    if not base.endswith(("/", "#")):
        raise InputError(f"the base IRI {base!r} must end in / or #, as {BASE} does")
    return base


def vietnamese(text: str) -> Literal:
    """Make a Vietnamese string."""
    return Literal(text, language="vi")


def day(value: date) -> Literal:
    """Make an xsd:date."""
    return Literal(value.isoformat(), datatype=_DATE_TYPE)


def source(text: str) -> Value:
    """Make an address on the web a node that can be followed, and any other source a string."""
    try:
        return NamedNode(text) if text.startswith(("https://", "http://")) else Literal(text)
    except ValueError:  # an address that is no IRI is kept as it was written
        return Literal(text)


def period_label(period: Period) -> str:
    """Write a period in whole years or months where it has them, in days otherwise.

    >>> period_label(Period(date(2015, 1, 1), date(2020, 12, 31)))
    '2015–2020'
    >>> period_label(Period(date(2023, 5, 1), date(2023, 5, 31)))
    '05/2023'
    >>> period_label(Period(date(2019, 7, 1), None))
    'từ 07/2019'
    """
    start, end = period.start, period.end
    if end is None:
        return f"từ {_written(start, 1 if (start.month, start.day) == (1, 1) else 2 if start.day == 1 else 3)}"
    if start.day > 1 or end.day < monthrange(end.year, end.month)[1]:
        parts = 3
    elif start.month > 1 or end.month < 12:
        parts = 2
    else:
        parts = 1
    first, last = _written(start, parts), _written(end, parts)
    return first if first == last else f"{first}–{last}"


def _written(moment: date, parts: int) -> str:
    """Write a year, a month or a day: so many of its parts."""
    return "/".join(reversed(moment.isoformat().split("-")[:parts]))


def in_order(quads: list[Quad]) -> tuple[Quad, ...]:
    """Put quads in the order of their N-Quads lines, each once (a quad itself has no order)."""
    lines = _lines(quads).split(b"\n")
    by_line = dict(zip(lines, quads, strict=False))  # strict would stumble over the piece after the last line
    return tuple(by_line[line] for line in sorted(by_line))


def sorted_nquads(quads: Iterable[Quad]) -> Iterator[bytes]:
    """Write quads as N-Quads: a line each, sorted by code point, none twice.

    All lines are in memory at once, some 250 bytes a quad.
    """
    yield from sorted(set(_lines(quads).splitlines(keepends=True)))


def _lines(quads: Iterable[Quad]) -> bytes:
    written = serialize(quads, format=RdfFormat.N_QUADS)
    assert written is not None  # None is for a serialisation into a file
    return written
