"""SPARQL in notebooks: `%load_ext kg`, and then cells that begin with `%%sparql` (or `%%kg`).

    %load_ext kg
    graph = kg.open("my-store")

    %%sparql --limit 20 --store-to people
    SELECT ?person ?name { ?person a kg:Person ; rdfs:label ?name }

`options` reads the first line, `session` finds the graph that is meant and asks it, `output` shows the answer, and
`completion` completes names with Tab. `labextension/` colours the cells in JupyterLab.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from kg.magic import completion, output, session
from kg.magic.highlighting import colour_terminal

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

NAMES = ("sparql", "kg")


def load(shell: InteractiveShell) -> None:
    """Register the magics and the completion in an IPython shell: what `%load_ext kg` calls."""
    for name in NAMES:
        shell.magics_manager.register_function(_magic(shell, name), magic_kind="line_cell", magic_name=name)
    shell.input_transformers_cleanup.append(one_line)
    shell.Completer.custom_matchers.append(completion.matcher(shell))
    shell.events.register("post_run_cell", partial(session.prepare_graphs, shell))
    colour_terminal(shell, NAMES)


def one_line(lines: list[str]) -> list[str]:
    """Make a cell of one line, such as `%%sparql --help`, a line magic: IPython refuses cells without a body.

    >>> one_line(["%%sparql --help"])
    ['%sparql --help']
    """
    filled = [line for line in lines if line.strip()]
    if len(filled) == 1 and re.match(rf"%%(?:{'|'.join(NAMES)})\b", filled[0]):
        return [filled[0][1:]]
    return lines


def _magic(shell: InteractiveShell, name: str) -> session.Magic:
    from IPython.core.magic import no_var_expand

    @no_var_expand  # $x is ours: a value with its type, not text in the line
    def magic(line: str, cell: str | None = None) -> None:
        """Ask a graph in SPARQL; `%%sparql --help` tells the options."""
        session.run(shell, line, cell, show=partial(output.show, shell), name=name)

    return magic
