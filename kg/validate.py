"""Check a graph against the SHACL shapes: which node breaks which shape, and how.

The graph that is checked is the union of all graphs of the data. Refuses shapes that do not parse and
files without a single shape, as both would pass everything. Needs the optional part `validate` (pySHACL),
and the whole graph in memory: some 65 µs and 2 kB a triple.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from kg.errors import KgError, MissingExtra
from kg.vocab import PREFIXES, ontology_file

if TYPE_CHECKING:
    import pyoxigraph as ox
    import rdflib
    from rdflib.term import Node

    Data = ox.Store | rdflib.Graph | Path | str

_SH = PREFIXES["sh"]
# pySHACL answers a pyoxigraph.Store with a query for every node and shape, 100 times slower than an
# rdflib.Graph (18,000 triples: 138 s against 1.2 s), so that every kind of data becomes one of those
_SUFFIXES = {
    ".ttl": "ttl",
    ".nt": "nt",
    ".nq": "nq",
    ".trig": "trig",
    ".rdf": "rdf",
    ".owl": "rdf",
    ".jsonld": "jsonld",
}


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One node that breaks one shape: IRIs in full, `path` and `value` empty where the shape has none."""

    node: str
    shape: str
    path: str
    value: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was found; `violations` are sorted."""

    conforms: bool
    violations: tuple[Violation, ...]


def validate(data: Data, *, shapes: Path | str | None = None) -> Report:
    """Check a graph against the shapes of the ontology, or those of a file.

    `data` is a store, a graph or data set of rdflib, the folder of a store, or a file in one of the RDF
    formats; it is left as it is. Raises KgError for a file that does not parse (file and line) or has no
    shapes, MissingExtra where pySHACL is not installed.
    """
    try:
        import pyshacl
    except ImportError as error:
        raise MissingExtra("validate", "kg validate") from error
    path = Path(shapes) if shapes is not None else ontology_file("shapes.ttl")
    with _quiet():
        rules, graph = _read_shapes(path), _union(data)
        try:
            conforms, report, _ = pyshacl.validate(graph, shacl_graph=rules, inplace=True)
        except Exception as error:  # what pySHACL cannot use ends in any kind: re.error, TypeError, its own
            raise KgError(f"{path}: the shapes cannot be used on this graph: {error}") from error
    return Report(conforms, tuple(sorted(set(_violations(cast("rdflib.Graph", report), rules)))))


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep rdflib from logging a traceback for every value that its datatype does not allow; shapes report it."""
    logger = logging.getLogger("rdflib.term")
    before = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(before)


# Graphs


def _read_shapes(path: Path) -> rdflib.Graph:
    rules = _graph(_read(path))
    if not any(str(predicate).startswith(_SH) for predicate in rules.predicates()):
        raise KgError(
            f"{path}: the file has no SHACL shapes; valid would be shapes as in {ontology_file('shapes.ttl')}"
        )
    return rules


def _union(data: Data) -> rdflib.Graph:
    """Give all triples of the data as one graph, which may be changed."""
    import pyoxigraph as ox
    import rdflib

    if isinstance(data, ox.Store):
        return _graph(data)
    if isinstance(data, rdflib.Graph):
        return _copy(data)
    path = Path(data)
    if not path.is_dir():
        return _graph(_read(path))
    from kg.store import open_store

    with open_store(path) as store:
        return _graph(store.quads)


def _copy(data: rdflib.Graph) -> rdflib.Graph:
    import rdflib

    copy = rdflib.Graph()
    triples = (quad[:3] for quad in data.quads()) if isinstance(data, rdflib.ConjunctiveGraph) else iter(data)
    for triple in triples:
        copy.add(triple)
    return copy


def _read(path: Path) -> Iterator[ox.Quad]:
    """Read an RDF file, strictly."""
    import pyoxigraph as ox

    suffix = _SUFFIXES.get(path.suffix.lower())
    if suffix is None:
        raise KgError(f"{path}: {path.suffix or 'no suffix'} is no RDF format; valid would be {', '.join(_SUFFIXES)}")
    try:
        yield from ox.parse(path=str(path), format=ox.RdfFormat.from_extension(suffix))
    except SyntaxError as error:
        where = f", line {error.lineno}, column {error.offset}" if error.lineno else ""
        raise KgError(f"{path}{where}: {error.msg.partition(': ')[2] or error.msg}") from error
    except (OSError, ValueError) as error:
        raise KgError(f"{path}: the file cannot be read: {error}") from error


def _graph(quads: Iterable[ox.Quad]) -> rdflib.Graph:
    import pyoxigraph as ox
    import rdflib

    lines = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=lines, format="nt")


# The report


def _violations(report: rdflib.Graph, rules: rdflib.Graph) -> Iterator[Violation]:
    from rdflib import SH

    for result in report.objects(None, SH.result):
        yield Violation(
            node=_text(report.value(result, SH.focusNode)),
            shape=_shape(report.value(result, SH.sourceShape), rules),
            path=_text(report.value(result, SH.resultPath)),
            value=_text(report.value(result, SH.value)),
            message=_message(report.objects(result, SH.resultMessage)),
        )


def _text(node: Node | None) -> str:
    """Write a term: an IRI in full, a literal with its language or type, nothing for a path of several steps."""
    from rdflib import BNode, Literal

    if node is None or isinstance(node, BNode):
        return ""
    return node.n3() if isinstance(node, Literal) else str(node)


def _shape(shape: Node | None, rules: rdflib.Graph) -> str:
    """Give the IRI of a shape, or of the shape with a name that it is a part of."""
    from rdflib import BNode

    while isinstance(shape, BNode):
        shape = min(rules.subjects(None, shape), key=str, default=None)
    return _text(shape)


def _message(messages: Iterable[Node]) -> str:
    """Choose the message: English where there is one."""
    ranked = sorted(messages, key=lambda message: (getattr(message, "language", None) != "en", str(message)))
    return str(ranked[0]) if ranked else ""
