"""One cell: which graph is meant, its question, and what happens to the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from weakref import WeakSet

from kg.errors import KgError, QueryError
from kg.graph import Graph, Reply, open_graph
from kg.magic.options import Options, parse, usage
from kg.query.parameters import read_term, split_param

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

_CACHE = "_kg_graphs"  # where graphs that cells opened themselves are kept, so that the next cell finds them open


class Magic(Protocol):
    """A function that IPython calls with the first line and the rest of a cell."""

    def __call__(self, line: str, cell: str | None = None) -> None:
        """Run a cell."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A cell that was answered."""

    graph: Graph
    options: Options
    reply: Reply


def run(
    shell: InteractiveShell, line: str, cell: str | None, *, show: Callable[[Asked], None], name: str = "sparql"
) -> None:
    """Run a cell; errors of ours are shown in words, without a traceback."""
    with _plain_errors():
        options = parse(line, name=name)
        if options.help:
            print(usage(name))  # noqa: T201  # what --help is for
            return
        query = cell if cell is not None else " ".join(options.query)
        if not query.strip():
            raise QueryError(f"the cell has no query; write it below %%{name}, or the name of one: %{name} leaders")
        graph = chosen_graph(shell, options)
        reply = ask(shell, graph, query, options)
        if options.store_to:
            shell.user_ns[options.store_to] = reply.value
        show(Asked(graph, options, reply))


def ask(shell: InteractiveShell, graph: Graph, query: str, options: Options) -> Reply:
    """Ask what a cell asks; the stop button ends the query and nothing else."""
    params = dict(_params(shell, graph, options))
    named = None if _variable(shell, options.graph) else options.graph
    try:
        return graph.reply(query, params, limit=options.limit or None, timeout=options.timeout, graph=named)
    except KeyboardInterrupt:
        raise QueryError("the query was stopped; the store and the kernel are as they were") from None


def chosen_graph(shell: InteractiveShell, options: Options) -> Graph:
    """Give the graph that a cell names, or the one that was opened last."""
    graph = _variable(shell, options.graph)
    if place := options.endpoint or options.store:
        graph = _opened(shell, place, None)
    graph = graph or latest_graph(shell)
    if graph is None:
        raise QueryError('there is no graph yet: graph = kg.open("my-store"), or %%sparql --store my-store')
    return graph if options.as_of is None else _opened(shell, graph.place, options.as_of)


def latest_graph(shell: InteractiveShell) -> Graph | None:
    """Give the graph among the notebook's variables that was opened last, or else the one a cell named last."""
    graphs = [value for value in shell.user_ns.values() if isinstance(value, Graph)]
    named = [graph for (_, day), graph in shell.user_ns.get(_CACHE, {}).items() if day is None]
    return max(graphs or named, key=lambda graph: graph.opened, default=None)


def prepare_graphs(shell: InteractiveShell, *_: object) -> None:
    """Let the graphs that a cell has opened collect their names, so that the first Tab is quick."""
    for graph in {id(value): value for value in shell.user_ns.values() if isinstance(value, Graph)}.values():
        if graph not in _prepared(shell):
            _prepared(shell).add(graph)
            graph.prepare()


def _prepared(shell: InteractiveShell) -> WeakSet[Graph]:
    found: WeakSet[Graph] = shell.user_ns.setdefault("_kg_prepared", WeakSet())
    return found


def _opened(shell: InteractiveShell, place: str, day: str | None) -> Graph:
    graphs: dict[tuple[str, str | None], Graph] = shell.user_ns.setdefault(_CACHE, {})
    if (place, day) not in graphs:
        whole = open_graph(place)
        graphs[place, day] = whole if day is None else whole.as_of(day)
    return graphs[place, day]


def _variable(shell: InteractiveShell, name: str | None) -> Graph | None:
    value = shell.user_ns.get(name) if name else None
    return value if isinstance(value, Graph) else None


def _params(shell: InteractiveShell, graph: Graph, options: Options) -> Iterator[tuple[str, Any]]:
    """Read the parameters; `$x` is the Python variable x with its type."""
    for given in options.params:
        name, value = split_param(given)
        if not value.startswith("$"):
            yield name, read_term(value, graph.prefixes)
        elif value[1:] in shell.user_ns:
            yield name, shell.user_ns[value[1:]]
        else:
            raise QueryError(f"--param {given}: there is no Python variable {value[1:]}")


@contextmanager
def _plain_errors() -> Iterator[None]:
    from IPython.core.error import UsageError

    try:
        yield
    except KgError as error:
        raise UsageError(str(error)) from None


def checked_file(name: str, suffixes: tuple[str, ...]) -> Path:
    """Give the path of a file to write; raises QueryError for a kind of file that is not written."""
    path = Path(name)
    if path.suffix.lower() not in suffixes:
        raise QueryError(f"{name}: the end of the name says what to write; valid are: {' '.join(suffixes)}")
    return path
