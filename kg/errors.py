"""The errors that users can meet, and nothing else.

    KgError
    ├── InputError      an input that cannot be read (file, line or offset, and what would be valid)
    ├── LexiconError    a lexicon file that does not follow its form
    ├── StoreError      a folder that is no store, a store in use, a disk that refuses
    ├── QueryError      a SPARQL query that cannot be answered
    │   └── QueryTimeout    one that took longer than it may
    ├── GoldError       an annotated article that does not follow its form
    └── MissingExtra    a command whose optional dependency is not installed

A message names the value, the place, and what would be valid; `cli` prints it after `kg: ` and exits
with `exit_status`. Errors of programming (a wrong type, say) are left to Python.
"""

from __future__ import annotations


class KgError(Exception):
    """An error whose message is written for the user."""

    exit_status = 2


class InputError(KgError):
    """An input that cannot be read; the other inputs are read all the same."""

    exit_status = 1


class LexiconError(KgError):
    """A lexicon file that does not follow its form."""


class StoreError(KgError):
    """A store that cannot be opened, read or written."""


class QueryError(KgError):
    """A query that cannot be answered."""


class QueryTimeout(QueryError):
    """A query that took longer than it may; the store is as it was."""


class GoldError(KgError):
    """An annotated article that does not follow its form."""


class MissingExtra(KgError):
    """An optional dependency that the command needs and that is not installed."""

    def __init__(self, extra: str, what: str) -> None:
        super().__init__(f"{what} needs an optional part: pip install 'thidua-kg[{extra}]'")
