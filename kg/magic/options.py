"""The options of `%%sparql`, in the habits of graph-notebook where it has the same."""

from __future__ import annotations

import argparse
import shlex
from dataclasses import dataclass
from typing import NoReturn

from kg.errors import QueryError
from kg.query.answers import TIMEOUT

LIMIT = 10_000
EXPORTS = (".csv", ".tsv", ".json", ".md", ".parquet", ".ttl", ".nt", ".html")


@dataclass(frozen=True, slots=True)
class Options:
    """What the first line of a cell says."""

    query: tuple[str, ...]
    store: str | None
    graph: str | None
    endpoint: str | None
    as_of: str | None
    params: tuple[str, ...]
    limit: int
    timeout: float
    store_to: str | None
    export_to: str | None
    view: str | bool
    silent: bool
    help: bool


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are errors of ours, and which never ends the program."""

    def error(self, message: str) -> NoReturn:
        raise QueryError(f"{message}; %%{self.prog.lstrip('%')} --help tells the options")


def parse(line: str, *, name: str = "sparql") -> Options:
    """Read the first line; raises QueryError for one that is wrong."""
    try:
        arguments = shlex.split(line)
    except ValueError as error:
        raise QueryError(f"the options cannot be read: {error}: {line!r}") from error
    values = vars(_parser(name).parse_args(arguments))
    return Options(**{**values, "query": tuple(values["query"]), "params": tuple(values["params"])})


def usage(name: str) -> str:
    """Give the text of --help."""
    return _parser(name).format_help()


def _parser(name: str) -> _Parser:
    parser = _Parser(
        prog=f"%%{name}",
        add_help=False,
        description="Ask a graph in SPARQL, or by the name of a question in the gallery (kg query --list).",
    )
    add = parser.add_argument
    add("query", nargs="*", metavar="NAME", help="with %%sparql on one line: a question of the gallery, or a query")
    add("--store", metavar="DIR", help="ask this store; unless given, the graph that was opened last with kg.open")
    add("-g", "--graph", metavar="GRAPH", help="a variable with an opened graph, or a named graph (graph:common)")
    add("--endpoint", metavar="URL", help="ask a SPARQL endpoint")
    add("--as-of", metavar="DAY", help="ask the graph of what held on a day, such as 2019-07-01")
    add(
        *("-p", "--param"),
        dest="params",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="a value for one of the query's variables; $x takes the value of the Python variable x",
    )
    add("-l", "--limit", type=_whole, default=LIMIT, metavar="N", help=f"at most N rows ({LIMIT} unless given, 0: all)")
    add("-t", "--timeout", type=_seconds, default=TIMEOUT, metavar="S", help="seconds (60 unless given, 0: no timeout)")
    add("-s", "--store-to", metavar="VAR", help="put the answer into a Python variable")
    add("-e", "--export-to", metavar="FILE", help=f"write the answer to a file: {' '.join(EXPORTS)}")
    add("--view", nargs="?", const=True, default=False, metavar="FILE", help="draw the answer (into FILE.html)")
    add("--silent", action="store_true", help="show nothing but errors")
    add("-h", "--help", action="store_true", help="show this")
    return parser


def _whole(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError
    return number


def _seconds(text: str) -> float:
    number = float(text)
    if not number >= 0:
        raise ValueError
    return number


_whole.__name__, _seconds.__name__ = "number", "number of seconds"  # as argparse names them in its errors
