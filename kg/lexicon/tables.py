"""From plain tables to the `Lexicon`: every form of every word under its key, prefixes and suffixes put together.

Refuses a title whose unit or seat is no head of an organisation; all else was checked when the files were read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from kg.errors import LexiconError
from kg.lexicon.entries import Head, Honour, Lexicon, Title, Unit, match_key
from kg.lexicon.files import Table

# The sections of plain lists of words that rules look up as "section.name"
_LISTED = (
    "role_words", "role_status", "office_verbs", "body_words", "honorifics", "name_context", "honour_words",
    "award_verbs", "award_status", "award_context", "recipients", "movements",
)  # fmt: skip
_PREFIXES = {"Q.": "Quyền"}


def lexicon(tables: Table, places: str, digest: str) -> Lexicon:
    """Make the lexicon of the merged tables and the rows of `places.tsv`."""
    heads = _heads(tables["organisations"])
    return Lexicon(
        titles=_titles(tables["roles"], tables["role_words"], heads),
        heads=heads,
        honours=_honours(tables["honours"]),
        units=_by_name(_units(places), tables["place_names"]),
        sectors=_sectors(tables["sectors"]["list"]),
        abbreviations={form: long for short, long in tables["abbreviations"].items() for form in _spaced_forms(short)},
        surnames=frozenset(tables["surnames"]["list"]),
        common_surnames=frozenset(tables["surnames"]["common"]),
        surnames_after_title=frozenset(tables["surnames"]["after_title"]),
        middle_names=frozenset(tables["given_names"]["middle"]),
        introductions=_keys(word for name in ("words", "ranks") for word in tables["honorifics"][name]),
        countries=_keys(tables["countries"]["list"]),
        words=_words(tables),
        numbers={match_key(word): number for word, number in tables["number_words"].items()},
        grades={match_key(form): grade for form, grade in tables["honour_grades"].items()},
        digest=digest,
    )


class Words(tuple[str, ...]):
    """Words in their order, for a pattern or `str.startswith`; looked up as in a set."""

    def __contains__(self, word: object) -> bool:
        return word in self._set

    @cached_property
    def _set(self) -> frozenset[str]:
        return frozenset(self)


def _words(tables: Table) -> dict[str, tuple[str, ...]]:
    """The plain word lists under "section.name", folded."""
    lists = ((f"{section}.{name}", words) for section in _LISTED for name, words in tables[section].items())
    return {name: Words(match_key(word) for word in words) for name, words in lists}


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(match_key(word) for word in words)


def _entries(table: Table) -> Iterator[tuple[str, str, Table]]:
    """(form, canonical name, fields) of every form of every entry."""
    for name, fields in table.items():
        for form in (name, *fields.get("forms", ())):
            yield match_key(form), name, fields


def _titles(table: Table, words: Table, heads: Mapping[str, Head]) -> dict[str, Title]:
    """Every title under every form, alone and with the words before and after it ("Quyền ...", "... Thường trực")."""
    listed = {form: _title(name, fields, heads) for form, name, fields in _entries(table)}
    led = {f"{match_key(word)} {form}": _led(word, title) for word in words["before"] for form, title in listed.items()}
    titles = {**led, **listed}
    followed = {
        f"{form} {match_key(word)}": replace(title, name=f"{title.name} {word}")
        for word in words["after"]
        for form, title in titles.items()
    }
    return {**followed, **titles}


def _title(name: str, fields: Table, heads: Mapping[str, Head]) -> Title:
    title = Title(
        name,
        body=fields.get("body"),
        unit=fields.get("unit"),
        alone=fields.get("alone", False),
        seats=tuple(fields.get("seats", ())),
        kinds=tuple(fields.get("kinds", ())),
        house=fields.get("house"),
    )
    for field, body in [("unit", title.unit), *(("seat", seat) for seat in title.seats)]:
        if body is not None and match_key(body) not in heads:
            raise LexiconError(
                f"the lexicon's [roles] {name!r} has the {field} {body!r}, which has no entry in [organisations]"
            )
    return title


def _led(word: str, title: Title) -> Title:
    return replace(title, name=f"{_PREFIXES.get(word, word)} {title.name}")


def _heads(table: Table) -> dict[str, Head]:
    return {spaced: _head(name, fields) for form, name, fields in _entries(table) for spaced in _spaced_forms(form)}


def _head(name: str, fields: Table) -> Head:
    return Head(
        name,
        level=fields.get("level"),
        alone=fields.get("alone", False),
        takes_level=fields.get("place") == "level",
        weak=fields.get("weak", False),
        stands_for=fields.get("stands_for"),
        traits=frozenset(fields.get("traits", ())),
    )


def _honours(table: Table) -> dict[str, Honour]:
    return {form: _honour(name, fields) for form, name, fields in _entries(table)}


def _honour(name: str, fields: Table) -> Honour:
    values: dict[str, Any] = {  # as TOML gives them; the fields were checked when the file was read
        field: tuple(value) if isinstance(value, list) else value for field, value in fields.items() if field != "forms"
    }
    return Honour(name, **values)


def _sectors(names: Iterable[str]) -> dict[str, str]:
    """Fields of work under all their spellings; a spelling of its own wins over a variant of another."""
    own = {match_key(name): name for name in names}
    return {**{form: name for name in own.values() for form in _dash_forms(name)}, **own}


def _spaced_forms(abbreviation: str) -> set[str]:
    """An abbreviation with and without spaces at its joints: "GD&ĐT", "GD & ĐT"."""
    folded = match_key(abbreviation)
    hyphens = {folded, folded.replace("-", " - ")}
    return hyphens | {form.replace("&", " & ") for form in hyphens}


def _dash_forms(name: str) -> set[str]:
    """A sector's spellings: with and without its dashes, "và" as "&"."""
    folded = match_key(name)
    forms = {folded, folded.replace(" - ", "-"), folded.replace(" - ", " ")}
    return forms | {form.replace(" và ", " & ") for form in forms}


def _units(tsv: str) -> Iterator[Unit]:
    rows = (line.split("\t") for line in tsv.splitlines()[1:] if line and not line.startswith("#"))
    for name, kind, parent, _era in rows:
        if name != "name":
            yield Unit(name, kind, parent or None)


def _by_name(units: Iterable[Unit], spellings: Mapping[str, list[str]]) -> dict[str, tuple[Unit, ...]]:
    named: dict[str, tuple[Unit, ...]] = {}
    for unit in units:
        for form in {match_key(name) for name in (unit.name, *spellings.get(unit.name, ()))}:
            named[form] = (*named.get(form, ()), unit)
    return named
