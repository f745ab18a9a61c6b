"""The commands that ask a store: `kg query`, `kg explain` and `kg serve`."""

from __future__ import annotations

import json
import re
import signal
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.shared import PATH, STORE, interruptible, print_long, terminal_width, utf_8
from kg.errors import QueryError, QueryTimeout

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.query.answers import Answer
    from kg.query.engine import Question

_FORMATS = ("table", "csv", "tsv", "json", "markdown", "ttl", "nt")
_TIMEOUT = 60.0
_REASON_SECONDS = 5.0


@click.command()
@click.option("--store", metavar="DIR", type=PATH, envvar="KG_STORE", help="The store's folder; or set KG_STORE.")
@click.argument("file", required=False, metavar="[FILE.rq|NAME]")
@click.option("-e", "--execute", "sparql", metavar="SPARQL", help="The query itself, in place of a file.")
@click.option("--list", "listed", is_flag=True, help="List the questions that come with kg, and their parameters.")
@click.option("--param", "params", multiple=True, metavar="NAME=VALUE", help="A value for one of its variables.")
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="At most N rows.")
@click.option(
    "--timeout", metavar="S", type=click.FloatRange(min=0), default=_TIMEOUT, help="Seconds; 60 unless given, 0: none."
)
@click.option("--endpoint", metavar="URL", help="Ask a SPARQL endpoint in place of a store.")
@click.option("--graph", metavar="IRI", help="Ask one named graph (graph:common, article:...) and not the union.")
@click.option("--view", "picture", metavar="FILE.html", type=PATH, help="Draw the answer, too, as kg view does.")
@click.option("--as-of", "day", metavar="DAY", help="Ask the graph of what held on a day, such as 2019-07-01.")
@click.option(
    "--format",
    type=click.Choice(_FORMATS),
    help="Unless given: table on a terminal, csv elsewhere; ttl for graphs.",
)
def query(
    store: Path | None,
    file: str | None,
    sparql: str | None,
    listed: bool,
    params: tuple[str, ...],
    limit: int | None,
    timeout: float,
    endpoint: str | None,
    graph: str | None,
    picture: Path | None,
    day: str | None,
    format: str | None,
) -> None:
    """Ask the graph in SPARQL; the usual prefixes need no declaration.

    \b
    Example:  kg query --store my-store -e 'SELECT ?person ?body { ?person kg:holdsRole ?body }'
              kg query --store my-store leaders --param province='Bắc Kạn'
    """
    if listed:
        from kg.query.gallery import gallery, listing

        click.echo(listing(gallery()))
        return
    if (file is None) == (sparql is None):
        raise click.UsageError("give a file with a query, or -e and the query itself; --list names some that are there")
    text = _text(file) if file is not None else utf_8(sparql or "")
    wish = _Wish(text, tuple(map(utf_8, params)), limit, timeout, graph, format)
    if endpoint is not None:
        if day or picture:
            raise click.UsageError("--as-of and --view need a store, and not an --endpoint")
        _ask_endpoint(endpoint, wish)
    elif store is not None:
        _ask_store(store, wish, day=day, picture=picture)
    else:
        raise click.UsageError("give a store: --store DIR, or set KG_STORE; or an --endpoint")


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is asked, and how."""

    text: str
    params: tuple[str, ...]
    limit: int | None
    timeout: float
    graph: str | None
    format: str | None


def _ask_endpoint(url: str, wish: _Wish) -> None:
    from kg.query.parameters import parse_params
    from kg.query.remote import Remote

    remote = Remote(url)
    given = parse_params(wish.params, remote.names)
    answer = remote.ask(wish.text, params=given, limit=wish.limit, graph=wish.graph, timeout=wish.timeout)
    _print(answer, remote.names, wish.format)


def _ask_store(store: Path, wish: _Wish, *, day: str | None, picture: Path | None) -> None:
    from kg.query.answers import answered, questioned
    from kg.query.moments import as_of
    from kg.query.parameters import parse_params
    from kg.store import open_store, prefixes

    with open_store(store) as opened:
        names = prefixes(opened.base)
        given = parse_params(wish.params, names)
        question = questioned(wish.text, names, params=given, limit=wish.limit, graph=wish.graph)
        quads = opened.quads if day is None else as_of(opened, day)
        answer = interruptible(lambda: answered(quads, question), seconds=wish.timeout)
        _print(answer, names, wish.format)
        if picture is not None:
            _draw(quads, names, answer, picture)
        _explain_nothing(quads, question, answer)


@click.command()
@STORE
@click.argument("what", metavar="NODE")
@click.argument("predicate", required=False, metavar="[PREDICATE")
@click.argument("value", required=False, metavar="OBJECT]")
@click.option("--format", type=click.Choice(["text", "json"]), default="text", help="text unless given.")
def explain(store: Path, what: str, predicate: str | None, value: str | None, format: str) -> None:
    """Say which sentences state a node or a triple: article, characters, rule, sentence.

    A node is a name with a prefix, an IRI in angle brackets, or what it is called. Exit status 2 for what the
    graph does not say.

    \b
    Example:  kg explain --store my-store 'Vi Văn Nghĩa' kg:holdsRole 'Tỉnh ủy Bắc Kạn'
    """
    from kg.graph import explain as find

    if predicate is not None and value is None:
        raise click.UsageError("give a node, or a subject, a predicate and an object")
    terms = [utf_8(term) if term else None for term in (what, predicate, value)]
    found = find(store, *terms)
    if format == "json":
        rows = [asdict(one) for one in found]
        print_long(json.dumps(rows, ensure_ascii=False, indent=1, default=str) + "\n")
    else:
        click.echo(found)


@click.command()
@STORE
@click.option(
    "--host", default="127.0.0.1", metavar="ADDRESS", help="Where to listen: this machine alone unless given."
)
@click.option(
    "--port", default=7878, metavar="N", type=click.IntRange(0, 65535), help="7878 unless given; 0: a free one."
)
@click.option(
    "--timeout", metavar="S", type=click.FloatRange(min=0), default=_TIMEOUT, help="Seconds; 60 unless given, 0: none."
)
def serve(store: Path, host: str, port: int, timeout: float) -> int:
    """Serve a store for reading: a query page in the browser, and a SPARQL endpoint at /query.

    \b
    Example:  kg serve --store my-store
    """
    from kg.serve import serve as serve_store

    def say(address: str) -> None:
        click.echo(f"{address} has the query page, {address}query answers SPARQL; Ctrl-C ends it")
        sys.stdout.flush()

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that the server ends with this program
    return serve_store(store, host=host, port=port, timeout=timeout, on_start=say)


def _text(file: str) -> str:
    """Read a query from a file; what is no file is the name of one in the gallery."""
    from kg.query import read_query

    named = re.fullmatch(r"[\w-]+", file) and not Path(file).exists()
    return file if named else read_query(file)


def _print(answer: Answer, names: Mapping[str, str], format: str | None) -> None:
    from kg.query import to_format
    from kg.query.table import Table

    chosen = format or ("ttl" if isinstance(answer, tuple) else "table" if sys.stdout.isatty() else "csv")
    print_long(to_format(answer, chosen, names, width=terminal_width()))
    sys.stdout.flush()  # what is said on stderr comes after it
    if isinstance(answer, Table) and answer.truncated:
        click.echo(f"kg: truncated: the first {len(answer)} rows; there are more", err=True)


def _draw(quads: ox.Store, names: Mapping[str, str], answer: Answer, file: Path) -> None:
    from kg.view.answers import draw_answer

    page = draw_answer(quads, names, answer, title=file.stem)
    file.write_text(page, encoding="utf-8", newline="\n")


def _explain_nothing(quads: ox.Store, question: Question, answer: Answer) -> None:
    """Say on stderr why there are no rows, where that can be found out in a few seconds."""
    from kg.query.table import Table

    if not isinstance(answer, Table) or len(answer):
        return
    from kg.query.diagnosis import why_empty

    try:
        reason = interruptible(lambda: why_empty(quads, question), seconds=_REASON_SECONDS)
    except (QueryTimeout, QueryError):
        return
    if reason:
        click.echo("\n".join(f"kg: no rows: {line}" for line in reason.splitlines()), err=True)
