"""Colours in the terminal: cells that begin with a magic of ours are SPARQL there. JupyterLab has its extension."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell


def colour_terminal(shell: InteractiveShell, names: Iterable[str]) -> None:
    """Tell IPython's lexer of our magics, where the shell is one in a terminal."""
    lexers = _lexers(shell)
    if lexers is None:
        return
    from IPython.terminal.ptutils import PygmentsLexer, pygments_lexers  # type: ignore[attr-defined]  # its own imports

    for name in names:
        lexers[f"%%{name}"] = PygmentsLexer(pygments_lexers.SparqlLexer)


def _lexers(shell: InteractiveShell) -> dict[str, Any] | None:
    lexer = getattr(getattr(shell, "pt_app", None), "lexer", None)
    found: dict[str, Any] | None = getattr(lexer, "magic_lexers", None)
    return found
