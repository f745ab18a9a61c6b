"""The words that the rules know, as data: titles, heads of bodies, honours, names, places, abbreviations.

`load` reads the TOML and TSV files beside this module, puts an analyst's overlay over them (same sections, same
form; a key that exists is replaced, a list is extended) and gives one immutable `Lexicon`. It refuses an overlay
with an unknown section or a wrong form, naming file and key. No rule lives here, only what words are.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kg.errors import LexiconError
from kg.text import key, normalise

_FILES = ("roles.toml", "organisations.toml", "honours.toml", "movements.toml", "names.toml", "abbreviations.toml")
_PLACES = "places.tsv"
# Dashes and quotes have many forms; matching sees one of each. Every replacement keeps the length.
_SAME = (("–", "-"), ("—", "-"), ("‑", "-"), ("−", "-"), ("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("„", '"'), ("«", '"'), ("»", '"'))

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Title:
    """A title of a role; `body` is what it implies, `unit` the word in it that begins the organisation."""

    name: str
    body: str | None = None
    unit: str | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The first words of an organisation's name; see `organisations.toml` for the fields."""

    name: str
    level: str | None = None
    alone: bool = False
    takes_level: bool = False
    weak: bool = False
    stands_for: str | None = None


@dataclass(frozen=True, slots=True)
class Honour:
    """A formal commendation; see `honours.toml` for the fields."""

    name: str
    named: bool = False
    needs_name: bool = False
    class_word: bool = False
    title: bool = False
    weak: bool = False
    qualifiers: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """An administrative unit: "Bắc Kạn", "tỉnh", no parent; a district has its province as parent."""

    name: str
    kind: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every table under the key form (`match_key`) of its words; `digest` changes with any word of them."""

    titles: Mapping[str, Title]
    heads: Mapping[str, Head]
    honours: Mapping[str, Honour]
    units: Mapping[str, tuple[Unit, ...]]
    sectors: Mapping[str, str]
    abbreviations: Mapping[str, str]
    surnames: frozenset[str]
    surnames_after_title: frozenset[str]
    middle_names: frozenset[str]
    introductions: frozenset[str]
    countries: frozenset[str]
    words: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, int]
    digest: str


def match_key(text: str) -> str:
    """Fold case, tone placement, dashes and quotes; every character keeps its place.

    >>> match_key("Uỷ ban – “Xanh”")
    'ủy ban - "xanh"'
    """
    folded = key(text)
    for form, one in _SAME:
        folded = folded.replace(form, one)
    return folded


@lru_cache(maxsize=8)
def load(overlay: Path | None = None) -> Lexicon:
    """Load the lexicon, with an analyst's own file over it; a LexiconError names the file and the key."""
    here = Path(__file__).parent
    sources = [(here / name).read_bytes() for name in (*_FILES, _PLACES)]
    tables = _merged(_parse(data, here / name) for data, name in zip(sources, _FILES, strict=False))
    if overlay is not None:
        sources.append(_read(overlay))
        tables = _overlaid(tables, _parse(sources[-1], overlay), overlay)
    digest = hashlib.sha256(b"\0".join(sources)).hexdigest()
    return _lexicon(tables, _units(sources[len(_FILES)].decode()), digest)


def digest(overlay: Path | None = None) -> str:
    """Give the hexadecimal digest of the lexicon's data, the overlay included."""
    return load(overlay).digest


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror}); a lexicon is a TOML file") from error


def _parse(data: bytes, path: Path) -> Table:
    try:
        return tomllib.loads(normalise(data.decode()))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path}: not a TOML file in UTF-8: {error}") from error


def _merged(tables: Iterable[Table]) -> dict[str, Any]:
    return {section: content for table in tables for section, content in table.items()}


def _overlaid(tables: Mapping[str, Any], overlay: Table, path: Path) -> dict[str, Any]:
    """Put an overlay over the tables: a list is extended, an entry replaced or added."""
    merged = {section: dict(content) for section, content in tables.items()}
    for section, content in overlay.items():
        if section not in merged:
            raise LexiconError(f"{path}: unknown section [{section}]; the sections are {', '.join(sorted(merged))}")
        if not isinstance(content, dict):
            raise LexiconError(f"{path}: [{section}] must be a table of entries, not {type(content).__name__}")
        for name, value in content.items():
            known = merged[section].get(name)
            _check(section, name, value, _example(section, tables), path)
            merged[section][name] = [*known, *value] if isinstance(known, list) else value
    return merged


def _example(section: str, tables: Mapping[str, Any]) -> object:
    return next(iter(tables[section].values()))


def _check(section: str, name: str, value: object, example: object, path: Path) -> None:
    if type(value) is not type(example):
        wanted = {dict: 'a table such as { forms = ["..."] }', list: "a list of strings", str: "a string", int: "a whole number"}
        raise LexiconError(f"{path}: [{section}] {name!r} must be {wanted.get(type(example), 'of another type')}")
    if isinstance(value, dict):
        fields = _FIELDS.get(section, frozenset())
        for field in value:
            if field not in fields:
                raise LexiconError(f"{path}: [{section}] {name!r} has an unknown field {field!r}; the fields are {', '.join(sorted(fields))}")
    elif isinstance(value, list) and not all(isinstance(item, str) for item in value):
        raise LexiconError(f"{path}: [{section}] {name!r} must be a list of strings")


_FIELDS: Mapping[str, frozenset[str]] = MappingProxyType({
    "roles": frozenset({"forms", "body", "unit", "alone"}),
    "organisations": frozenset({"forms", "level", "alone", "place", "weak", "stands_for"}),
    "honours": frozenset({"forms", "named", "needs_name", "class_word", "title", "weak", "qualifiers", "grades", "names", "never"}),
})


def _lexicon(tables: Mapping[str, Any], units: Iterable[Unit], digest: str) -> Lexicon:
    return Lexicon(
        titles=_titles(tables["roles"], tables["role_words"]["before"], tables["role_words"]["after"]),
        heads=_heads(tables["organisations"]),
        honours=_honours(tables["honours"]),
        units=_by_name(units, tables["place_names"]),
        sectors=_sectors(tables["sectors"]["list"]),
        abbreviations={form: long for short, long in tables["abbreviations"].items() for form in _spaced_forms(short)},
        surnames=frozenset(tables["surnames"]["list"].split()),
        surnames_after_title=frozenset(tables["surnames"]["after_title"]),
        middle_names=frozenset(tables["given_names"]["middle"].split()),
        introductions=frozenset(match_key(w) for name in ("words", "ranks") for w in tables["honorifics"][name]),
        countries=frozenset(match_key(name) for name in tables["countries"]["list"]),
        words=_words(tables),
        numbers={match_key(word): number for word, number in tables["number_words"].items()},
        digest=digest,
    )


def _words(tables: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The plain word lists under "section.name", folded."""
    listed = ("role_words", "role_status", "body_words", "honorifics", "award_verbs", "award_status", "recipients", "movements")
    return {f"{section}.{name}": tuple(match_key(w) for w in words) for section in listed for name, words in tables[section].items()}


def _entries(table: Table) -> Iterator[tuple[str, str, Table]]:
    """(form, canonical name, fields) of every form of every entry."""
    for name, fields in table.items():
        for form in (name, *fields.get("forms", ())):
            yield match_key(form), name, fields


def _titles(table: Table, before: Iterable[str], after: Iterable[str]) -> dict[str, Title]:
    """Every title under every form, alone and with the words before and after it ("Quyền ...", "... Thường trực")."""
    listed = {
        form: Title(name, body=fields.get("body"), unit=fields.get("unit"), alone=fields.get("alone", False))
        for form, name, fields in _entries(table)
    }
    led = {f"{match_key(word)} {form}": replace(title, name=f"{_PREFIXES.get(word, word)} {title.name}") for word in before for form, title in listed.items()}
    titles = {**led, **listed}
    followed = {f"{form} {match_key(word)}": replace(title, name=f"{title.name} {word}") for word in after for form, title in titles.items()}
    return {**followed, **titles}


_PREFIXES = {"Q.": "Quyền"}


def _heads(table: Table) -> dict[str, Head]:
    return {
        form: Head(
            name,
            level=fields.get("level"),
            alone=fields.get("alone", False),
            takes_level=fields.get("place") == "level",
            weak=fields.get("weak", False),
            stands_for=fields.get("stands_for"),
        )
        for form, name, fields in _entries(table)
    }


def _honours(table: Table) -> dict[str, Honour]:
    flags = ("named", "needs_name", "class_word", "title", "weak")
    return {
        form: Honour(
            name,
            **{flag: bool(fields.get(flag, False)) for flag in flags},
            qualifiers=tuple(fields.get("qualifiers", ())),
            grades=tuple(fields.get("grades", ())),
            names=tuple(fields.get("names", ())),
            never=tuple(fields.get("never", ())),
        )
        for form, name, fields in _entries(table)
    }


def _sectors(names: Iterable[str]) -> dict[str, str]:
    """Fields of work under all their spellings; a spelling of its own wins over a variant of another."""
    own = {match_key(name): name for name in names}
    return {**{form: name for name in own.values() for form in _dash_forms(name)}, **own}


def _spaced_forms(abbreviation: str) -> set[str]:
    """"GD&ĐT" and "GD & ĐT": an abbreviation with and without spaces at its joints."""
    folded = match_key(abbreviation)
    return {folded, folded.replace("&", " & "), folded.replace("-", " - ")}


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
        for form in {match_key(n) for n in (unit.name, *spellings.get(unit.name, ()))}:
            named[form] = (*named.get(form, ()), unit)
    return named
