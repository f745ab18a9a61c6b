"""The folder of a store: its marker, and the refusal of folders that are something else.

The marker `store.json` says which format the folder has and under which base IRI its nodes are named. It
is the first file that is made, so that whatever stands beside it is known to be ours. Opens no store.
"""

from __future__ import annotations

import json
from pathlib import Path

from kg.errors import InputError, StoreError
from kg.rdf.terms import checked_base

FORMAT = 1
MARKER = "store.json"
_UNFINISHED_MARKER = "store.json.unfinished"


def read_marker(folder: Path) -> str | None:
    """Give the base IRI of the store in a folder, None where there is no store and may be one."""
    try:
        text = (folder / MARKER).read_text(encoding="utf-8")
    except FileNotFoundError:
        _refuse_foreign(folder)
        return None
    except OSError as error:
        raise StoreError(f"{folder}: the store cannot be opened: {error.strerror}") from error
    try:
        marker = json.loads(text)
        format, base = marker["format"], marker["base"]
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{folder / MARKER}: this is not the marker of a store: {text[:60]!r}") from error
    if format != FORMAT:
        raise StoreError(
            f"{folder}: the store has format {format!r}, this version of kg reads format {FORMAT};"
            " build it again in a new folder"
        )
    return str(base)


def _refuse_foreign(folder: Path) -> None:
    try:
        strangers = sorted(entry.name for entry in folder.iterdir() if entry.name != _UNFINISHED_MARKER)
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreError(f"{folder}: the store cannot be opened: {error.strerror}") from error
    if strangers:
        raise StoreError(
            f"{folder}: the folder is not empty and not a store (it has no {MARKER}, but {strangers[0]});"
            " give a store, an empty folder, or a name that is free"
        )


def make_folder(folder: Path, base: str) -> None:
    """Make the folder with its marker first: whatever stands in it later is known to be ours."""
    try:
        checked_base(base)
    except InputError as error:
        raise StoreError(str(error)) from error
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = folder / _UNFINISHED_MARKER
        unfinished.write_text(json.dumps({"format": FORMAT, "base": base}) + "\n", encoding="utf-8")
        unfinished.replace(folder / MARKER)
    except OSError as error:
        raise StoreError(f"{folder}: the store cannot be made: {error.strerror}") from error


def same_base(folder: Path, marked: str, base: str | None) -> str:
    """Give the base IRI of a store; raises StoreError where another one is asked for."""
    if base is not None and base != marked:
        raise StoreError(f"{folder}: the store's base IRI is {marked}, not {base}; one store has one base")
    return marked
