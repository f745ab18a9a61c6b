"""The lexicon's files, and an analyst's own over them: TOML to plain tables, checked to the last field.

A list of an overlay extends the list that ships, an entry replaces the one of its name or is added. Refuses unknown
sections, lists and fields, and values of another form, naming file and key; what the words mean is `tables`'s matter.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kg.errors import LexiconError
from kg.lexicon.entries import HOUSES, TRAITS
from kg.text import normalise

Table = Mapping[str, Any]  # as TOML gives it

FILES = ("roles.toml", "organisations.toml", "honours.toml", "movements.toml", "names.toml", "abbreviations.toml")
PLACES = "places.tsv"

# The sections whose keys are words of the analyst's choice; the others are lists of words under fixed names
_ENTRIES: Mapping[str, Mapping[str, type]] = MappingProxyType({
    "roles": {"forms": list, "body": str, "unit": str, "alone": bool, "seats": list, "kinds": list, "house": str},
    "organisations": {
        "forms": list, "level": str, "alone": bool, "place": str, "weak": bool, "stands_for": str, "traits": list,
    },
    "honours": {
        "forms": list, "named": bool, "needs_name": bool, "class_word": bool, "title": bool, "weak": bool,
        "qualifiers": list, "grades": list, "names": list, "never": list,
    },
})  # fmt: skip
_VALUES: Mapping[str, type] = MappingProxyType({
    "abbreviations": str, "honour_grades": str, "place_names": list, "number_words": int,
})  # fmt: skip
_CHOICES = MappingProxyType({"traits": TRAITS, "house": HOUSES, "place": ("level",)})
_FORMS: Mapping[type, str] = MappingProxyType(
    {
        dict: 'a table such as { forms = ["..."] }',
        list: 'a list of words such as ["...", "..."]',
        str: "a string",
        int: "a whole number",
        bool: "true or false",
    }
)


def read(path: Path) -> bytes:
    """Give the bytes of an analyst's file; a LexiconError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror}); a lexicon is a TOML file") from error


def parse(data: bytes, path: Path) -> Table:
    """Give the sections of a TOML file, its strings normalised as articles are."""
    try:
        return tomllib.loads(normalise(data.decode()))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path}: not a TOML file in UTF-8: {error}") from error


def merged(tables: Iterable[Table]) -> dict[str, Any]:
    """Put the sections of several files together."""
    return {section: content for table in tables for section, content in table.items()}


def overlaid(tables: Table, overlay: Table, path: Path) -> dict[str, Any]:
    """Put an overlay over the tables: a list is extended, an entry replaced or added."""
    result = {section: dict(content) for section, content in tables.items()}
    for section, content in overlay.items():
        if section not in result:
            raise LexiconError(f"{path}: unknown section [{section}]; the sections are {_listed(result)}")
        if not isinstance(content, dict):
            raise LexiconError(f"{path}: [{section}] must be a table of entries, not {type(content).__name__}")
        for name, value in content.items():
            _check(section, name, value, result[section], path)
            known = result[section].get(name)
            result[section][name] = [*known, *value] if isinstance(known, list) else value
    return result


def _check(section: str, name: str, value: object, known: Table, path: Path) -> None:
    """Check one key of an overlay: a LexiconError names the file, the section and the key."""
    where = f"{path}: [{section}] {name!r}"
    if not name.strip():
        raise LexiconError(f"{path}: [{section}] has an entry without a name")
    if section in _ENTRIES:
        _check_form(where, value, dict)
        assert isinstance(value, dict)
        _check_fields(where, value, _ENTRIES[section])
    elif section in _VALUES:
        _check_form(where, value, _VALUES[section])
    elif name in known:
        _check_form(where, value, list)
    else:
        raise LexiconError(f"{where} is no list of this section; its lists are {_listed(known)}")


def _check_fields(where: str, entry: Table, fields: Mapping[str, type]) -> None:
    for name, value in entry.items():
        if name not in fields:
            raise LexiconError(f"{where} has an unknown field {name!r}; the fields are {_listed(fields)}")
        _check_form(f"{where}, field {name!r},", value, fields[name])
        for word in value if isinstance(value, list) else [value]:
            if word not in _CHOICES.get(name, (word,)):
                choices = _listed(_CHOICES[name])
                raise LexiconError(f"{where}, field {name!r}, does not know {word!r}; it knows {choices}")


def _check_form(where: str, value: object, wanted: type) -> None:
    if type(value) is not wanted:  # true is no whole number here
        raise LexiconError(f"{where} must be {_FORMS[wanted]}")
    words = value if isinstance(value, list) else [value]
    if any(wanted in (list, str) and (not isinstance(word, str) or not word.strip()) for word in words):
        raise LexiconError(f"{where} must be {_FORMS[wanted]}, each with something in it")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
