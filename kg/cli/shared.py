"""What several commands share: options, printing, and work that Ctrl-C and a timeout can stop."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from kg.errors import KgError, QueryTimeout

T = TypeVar("T")

_PIECE = 1 << 16  # characters

PATH = click.Path(path_type=Path)
STORE = click.option(
    "--store", required=True, metavar="DIR", type=PATH, envvar="KG_STORE", help="The store's folder; or set KG_STORE."
)
LEXICON = click.option("--lexicon", metavar="FILE", type=PATH, help="Words to add to the lexicon, in TOML.")


def print_long(text: str) -> None:
    """Print a long text in pieces: a single long write does not notice that the reader has left."""
    sys.stdout.writelines(text[begin : begin + _PIECE] for begin in range(0, len(text), _PIECE))


def interruptible(work: Callable[[], T], *, seconds: float | None = None) -> T:
    """Do some work in a thread: the engine does not hear Ctrl-C, the thread that waits for it does.

    Raises QueryTimeout when it takes longer than `seconds`; the thread goes on until the process ends.
    """
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except KgError as error:  # without its frames: they hold results of the engine, which stay in this thread
            error.__traceback__ = error.__cause__ = error.__context__ = None
            errors.append(error)
        except BaseException as error:  # noqa: BLE001  # raised again in the waiting thread
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds or None)
    if thread.is_alive():
        raise QueryTimeout(f"the query was stopped after {seconds:g} s; give it more with --timeout (0 for none)")
    if errors:
        raise errors[0]
    return results[0]


def utf_8(argument: str) -> str:
    """Give an argument as it was typed, in a locale that took it for something else."""
    return os.fsencode(argument).decode("utf-8", errors="replace")


def terminal_width() -> int | None:
    """Give the columns of the terminal, None where the output goes elsewhere."""
    return os.get_terminal_size(sys.stdout.fileno()).columns or None if sys.stdout.isatty() else None
