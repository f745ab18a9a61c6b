"""The command `kg`: parses, calls the function of the same name, prints.

Exit status: 0 done; 1 some input could not be read, or the graph does not conform; 2 wrong use, or nothing
could be done; 130 interrupted; 70 a defect of this program.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from traceback import extract_tb

import click

from kg import __version__
from kg.cli import asking
from kg.cli.shared import LEXICON, PATH, STORE, print_long, utf_8
from kg.errors import InputError, KgError

INTERRUPTED, BROKEN_PIPE, DEFECT = 130, 141, 70
_EXPORT_FORMATS = "ttl, trig, nt, nq, jsonld, rdf"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg", message="%(prog)s %(version)s")
def commands() -> None:
    """Build a knowledge graph from Vietnamese trade-union news, ask it, see it.

    \b
    Example:  kg build seeds --store my-store
              kg query --store my-store -e 'SELECT ?person ?body { ?person kg:holdsRole ?body }'
    """


@commands.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@STORE
@LEXICON
@click.option("--base", metavar="IRI", help="The IRI that the names of a new store begin with.")
def build(inputs: tuple[str, ...], store: Path, lexicon: Path | None, base: str | None) -> int:
    """Build articles (files, folders, - for stdin) into a store.

    Reads .txt, .md, .html, .jsonl, .csv and .parquet. What the store has already is skipped. Exit status 1
    if an input could not be read; the others are built all the same.

    \b
    Example:  kg build seeds more.jsonl --store my-store
    """
    from kg.pipeline import build as build_store

    with _progress() as (on_progress, on_error):
        summary = build_store(
            inputs, store=store, lexicon=lexicon, base=base, on_progress=on_progress, on_error=on_error
        )
    click.echo(summary)
    return InputError.exit_status if summary.errors else 0


@commands.command()
@STORE
@click.argument("file", metavar="FILE")
@click.option("--format", metavar="NAME", help=f"{_EXPORT_FORMATS}; by the file's suffix unless given.")
def export(store: Path, file: str, format: str | None) -> None:
    """Write the graph to a file (- for stdout): Turtle, TriG, N-Triples, N-Quads, JSON-LD, RDF/XML.

    \b
    Example:  kg export --store my-store graph.ttl
    """
    from kg.export import export as export_graph

    export_graph(store, file, format=format)


@commands.command()
@STORE
@click.argument("file", metavar="FILE.html", type=PATH)
@click.option("--title", metavar="TEXT", help="The page's heading.")
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="Draw at most N nodes, the most important ones.")
def view(store: Path, file: Path, title: str | None, limit: int | None) -> None:
    """Draw the graph into one HTML page that needs no network.

    \b
    Example:  kg view --store my-store picture.html
    """
    from kg.view import LIMIT
    from kg.view import view as draw

    picture = draw(store, file, title=title, limit=limit or LIMIT)
    part = f" (of {picture.all_nodes} and {picture.all_facts}; --limit draws more)" if picture.is_cut else ""
    click.echo(f"{file}: {picture.nodes} nodes, {picture.facts} facts{part}")


@commands.command()
@STORE
@click.option("--format", type=click.Choice(["text", "json"]), default="text", help="text unless given.")
def stats(store: Path, format: str) -> None:
    """Say what a store holds, in figures.

    \b
    Example:  kg stats --store my-store
    """
    from kg.stats import stats as count

    figures = count(store)
    if format == "json":
        click.echo(json.dumps(asdict(figures), ensure_ascii=False, indent=1))
    else:
        click.echo(figures)


@commands.command()
@STORE
@click.option("--shapes", metavar="FILE", type=PATH, help="SHACL shapes in place of the package's.")
def validate(store: Path, shapes: Path | None) -> int:
    """Check the graph against its SHACL shapes: exit status 0 conforms, 1 violations, 2 error.

    \b
    Example:  kg validate --store my-store
    """
    from kg.store import open_store
    from kg.validate import validate as check

    with open_store(store) as opened:
        report = check(opened.quads, shapes=shapes)
    for violation in report.violations:
        path = f" {violation.path}" if violation.path else ""
        value = f" {violation.value}" if violation.value else ""
        click.echo(f"{violation.node}{path}{value}\n    {violation.message} ({violation.shape})")
    number = len(report.violations)
    click.echo("the graph conforms" if report.conforms else f"{number} violation{'' if number == 1 else 's'}")
    return 0 if report.conforms else 1


@commands.command("eval")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--gold", required=True, metavar="DIR", type=PATH, help="Annotated articles, in JSON.")
@LEXICON
@click.option("--errors", is_flag=True, help="List every missed and wrong fact with its sentence.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--html", metavar="FILE.html", type=PATH, help="Write a page with the sentences, marked.")
def evaluate(
    inputs: tuple[str, ...], gold: Path, lexicon: Path | None, errors: bool, as_json: bool, html: Path | None
) -> int:
    """Judge extraction on annotated articles: precision, recall and F1 by kind of fact, status and pattern.

    \b
    Example:  kg eval tests/gold/union/texts --gold tests/gold/union --errors
    """
    from kg.evaluate import evaluate_inputs, render, to_html, to_json
    from kg.page import write

    failed = []
    with _progress() as (_, on_error):

        def report_error(error: InputError) -> None:
            failed.append(error)
            on_error(error)

        report = evaluate_inputs(inputs, gold=gold, lexicon=lexicon, on_error=report_error)
    if html is not None:
        write(html, to_html(report))
    print_long((to_json if as_json else render)(report, errors=errors))
    return InputError.exit_status if failed else 0


@commands.command()
@STORE
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
def drop(store: Path, ids: tuple[str, ...]) -> None:
    """Take articles out of a store, with everything that no other article supports.

    \b
    Example:  kg drop --store my-store article-1 article-2
    """
    from kg.pipeline import drop as drop_articles

    drop_articles(map(utf_8, ids), store=store)
    click.echo(f"{len(set(ids))} dropped")


commands.add_command(asking.query)
commands.add_command(asking.explain)
commands.add_command(asking.serve)


@contextmanager
def _progress() -> Iterator[tuple[Callable[[int], None], Callable[[InputError], None]]]:
    """Show a bar on a terminal and nothing elsewhere; give what to call with each article and each error."""
    if not sys.stderr.isatty():
        yield (lambda _: None), _print_error
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (SpinnerColumn(), BarColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield (lambda number: bar.update(task, completed=number)), _print_error


def _print_error(error: InputError) -> None:
    click.echo(f"kg: {error}", err=True)


def main() -> None:
    """Run the command line and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    status = _status(sys.argv[1:])
    if status == BROKEN_PIPE or threading.active_count() > 1:
        with suppress(OSError):
            sys.stdout.flush()
        os._exit(status)  # a query that goes on in its thread must not hold the program
    sys.exit(status)


def _status(arguments: list[str]) -> int:
    """Run a command; whatever goes wrong becomes a message and a status, never a traceback."""
    try:
        with commands.make_context("kg", arguments) as context:
            result = commands.invoke(context)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except KgError as error:
        return _complain(str(error), error.exit_status)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except KeyboardInterrupt:
        return _complain("interrupted; what was finished before is kept", INTERRUPTED)
    except BrokenPipeError:
        return BROKEN_PIPE
    except OSError as error:
        return _complain(f"{error.filename or 'output'}: {error.strerror or error}", KgError.exit_status)
    except Exception as error:  # noqa: BLE001  # a defect: said in one line that can be reported
        place = extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}, line {place.lineno}"
        return _complain(f"a defect of kg: {type(error).__name__}: {error} ({where}); please report it", DEFECT)


def _complain(message: str, status: int) -> int:
    click.echo(f"kg: {message}", err=True)
    return status
