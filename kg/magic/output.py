"""The answer of a cell: an interactive table, a picture, or Turtle; how many rows and how long; files.

Tables are itables' where it is installed (they work offline, and show every text as text), and pandas' own otherwise.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import MissingExtra, QueryError
from kg.magic.options import EXPORTS
from kg.magic.session import Asked, checked_file

if TYPE_CHECKING:
    import pandas as pd
    from IPython.core.interactiveshell import InteractiveShell

_MOST_BYTES = 1 << 20  # of a table's data in the notebook; itables says so when it leaves rows out
_SHOWN_ROWS = 20  # of a table as plain text
_READY = "_kg_itables"
_HEIGHT = 620


def show(shell: InteractiveShell, asked: Asked) -> None:
    """Show an answer, write it to its file, draw it: what the cell's options say."""
    value: Any = asked.reply.value  # a DataFrame, a bool or an rdflib Graph
    options = asked.options
    if options.export_to:
        export(value, checked_file(options.export_to, EXPORTS))
    page = None
    if options.view:
        from kg.view.answers import draw_answer

        page = draw_answer(asked.graph.quads(), asked.graph.prefixes, value)
        if isinstance(options.view, str):
            checked_file(options.view, (".html",)).write_text(page, encoding="utf-8")
    if options.silent:
        return
    if page is not None:
        _display({"text/html": _frame(page), "text/plain": "a picture of the answer"})
    elif isinstance(value, bool):
        _display({"text/plain": str(value), "text/html": f"<b>{value}</b>"})
    elif _is_frame(value):
        _display_table(shell, value)
    else:
        turtle = value.serialize(format="turtle")
        _display({"text/plain": turtle, "text/html": f"<pre>{escape(turtle)}</pre>"})
    _note(asked)


def export(value: Any, path: Path) -> None:
    """Write an answer to a file whose suffix says how; raises QueryError for a kind that does not fit it."""
    writers = _frame_writers(value) if _is_frame(value) else _graph_writers(value)
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise QueryError(f"{path}: this answer can be written as: {' '.join(writers) or 'nothing, it is yes or no'}")
    try:
        writer(path)
    except ImportError as error:
        raise MissingExtra("lab", f"writing {path.suffix}") from error
    except OSError as error:
        raise QueryError(f"{path}: cannot be written: {error.strerror or error}") from error


def _frame_writers(frame: pd.DataFrame) -> dict[str, Any]:
    return {
        ".csv": lambda path: frame.to_csv(path, index=False),
        ".tsv": lambda path: frame.to_csv(path, index=False, sep="\t"),
        ".json": lambda path: frame.to_json(path, orient="records", force_ascii=False, date_format="iso", indent=1),
        ".parquet": frame.to_parquet,
        ".html": lambda path: path.write_text(frame.to_html(index=False), encoding="utf-8"),
    }


def _graph_writers(graph: Any) -> dict[str, Any]:
    if isinstance(graph, bool):
        return {}
    return {
        ".ttl": lambda path: graph.serialize(path, format="turtle", encoding="utf-8"),
        ".nt": lambda path: graph.serialize(path, format="nt", encoding="utf-8"),
    }


def _note(asked: Asked) -> None:
    """Say how many rows there are, how long it took, and what else there is to know."""
    reply = asked.reply
    told = [f"{reply.seconds:.2f} s"]
    if not isinstance(reply.value, bool) and _is_frame(reply.value):
        rows = len(reply.value)
        told = [f"{rows} row{'' if rows == 1 else 's'} in {told[0]}"]
    if reply.truncated:
        told.append(f"truncated: these are the first {asked.options.limit} rows, and there are more (--limit 0: all)")
    told += [f"no rows: {line}" for line in (reply.reason or "").splitlines()]
    html = "<br>".join(map(escape, told))
    _display({"text/plain": "\n".join(told), "text/html": f'<small style="color: #767676">{html}</small>'})


def _display_table(shell: InteractiveShell, frame: pd.DataFrame) -> None:
    head = ", ".join(map(str, frame.columns))
    plain = frame.to_string(max_rows=_SHOWN_ROWS, max_colwidth=60, index=False) if len(frame) else head
    _display({"text/plain": plain, "text/html": _interactive(shell, frame) or frame.to_html(index=False)})


def _interactive(shell: InteractiveShell, frame: pd.DataFrame) -> str | None:
    """Give an itables table; its script is put into the notebook once, with the first one."""
    try:
        import itables
    except ImportError:
        return None
    if not shell.user_ns.get(_READY):
        itables.init_notebook_mode(all_interactive=False, connected=False)
        shell.user_ns[_READY] = True
    numbers = [place for place, dtype in enumerate(frame.dtypes) if getattr(dtype, "kind", "") in "iuf"]
    html: str = itables.to_html_datatable(
        frame,
        connected=False,
        showIndex=False,
        allow_html=False,
        maxBytes=_MOST_BYTES,
        display_logo_when_loading=False,
        classes="display compact",  # and not "nowrap": names of organisations are long
        style="table-layout: auto; width: 100%; margin: 0; overflow-wrap: anywhere",
        columnDefs=[{"className": "dt-right", "targets": numbers}, {"className": "dt-left", "targets": "_all"}],
    )
    return html


def _frame(page: str) -> str:
    """Put a page into a frame of its own, which cannot reach the notebook."""
    style = f"width: 100%; height: {_HEIGHT}px; border: 1px solid #ccc"
    return f'<iframe sandbox="allow-scripts allow-downloads" style="{style}" srcdoc="{escape(page)}"></iframe>'


def _is_frame(value: object) -> bool:
    return hasattr(value, "to_parquet")


def _display(data: dict[str, str]) -> None:
    from IPython.display import display

    display(data, raw=True)  # type: ignore[no-untyped-call]
