"""The questions that ship with the package: `kg/queries/*.rq`, each with a title, a description and parameters.

A file begins with comments that say so, in English and Vietnamese; every parameter may be left out:

    # title: Who leads which union
    # title@vi: Ai lãnh đạo công đoàn nào
    # description: ...
    # description@vi: ...
    # param province text: part of the name of the place or body
    # example: province=Bắc Kạn

Any query of one's own may have such a head. Refuses heads that do not follow this form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from kg.errors import QueryError
from kg.query.parameters import TYPES, Term, cast, read_term, term_of

FOLDER = Path(__file__).parents[1] / "queries"
_HEAD = re.compile(r"#\s*(title|description|example)(@vi)?:\s*(.*)|#\s*param\s+(\w+)\s+(\w+):\s*(.*)")


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter of a query: its name, its type (one of `parameters.TYPES`), what it means."""

    name: str
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Example:
    """A query that says what it asks; `titles` and `descriptions` by language (en, vi)."""

    name: str
    sparql: str
    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    params: tuple[Param, ...] = ()
    example: str = ""

    @property
    def title(self) -> str:
        """The English title, or the name of the file."""
        return self.titles.get("en", self.name)


def read_example(name: str, text: str) -> Example:
    """Read the head of a query; raises QueryError, with the line, for a parameter of no known type."""
    titles: dict[str, str] = {}
    descriptions: dict[str, str] = {}
    params, example = [], ""
    for number, line in enumerate(text.splitlines(), 1):
        found = _HEAD.fullmatch(line.strip())
        if found is None:
            continue
        what, vietnamese, words, param, kind, meaning = found.groups()
        language = "vi" if vietnamese else "en"
        if param:
            if kind not in TYPES:
                raise QueryError(f"{name}, line {number}: {kind!r} is no type; valid are: {', '.join(TYPES)}")
            params.append(Param(param, kind, meaning))
        elif what == "example":
            example = words
        else:
            target = titles if what == "title" else descriptions
            target[language] = f"{target[language]} {words}" if language in target else words
    return Example(name, text, titles, descriptions, tuple(params), example)


def gallery() -> tuple[Example, ...]:
    """Give the package's queries, by name."""
    return tuple(read_example(file.stem, file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.rq")))


def find(name: str) -> Example:
    """Give a query by its name in the gallery; raises QueryError, with the nearest name, for one that is not there."""
    names = sorted(file.stem for file in FOLDER.glob("*.rq"))
    if name in names:
        return read_example(name, (FOLDER / f"{name}.rq").read_text(encoding="utf-8"))
    near = get_close_matches(name, names, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else "kg query --list shows them all"
    raise QueryError(f"{name}: there is no such file, and no such query in the gallery; {hint}")


def looked_up(sparql: str) -> Example:
    """Give a query of the gallery by its name, or any other query with what its head says."""
    name = sparql.strip()
    return find(name) if re.fullmatch(r"[\w-]+", name) else read_example("the query", sparql)


def typed(example: Example, params: Mapping[str, object], names: Mapping[str, str]) -> dict[str, Term]:
    """Give the terms of values, as the types that a query declares; raises QueryError for others."""
    kinds = {param.name: param.kind for param in example.params}
    result = {}
    for name, value in params.items():
        kind = kinds.get(name)
        written = isinstance(value, str) and kind in ("integer", "number", "date")
        term = read_term(str(value), names) if written else term_of(value, names)
        result[name] = term if kind is None else cast(term, kind, name)
    return result


def listing(examples: Iterable[Example]) -> str:
    """Lay queries out for reading: name, titles, parameters."""
    lines = []
    for one in examples:
        lines += [f"{one.name}", f"    {one.title}", f"    {one.titles.get('vi', '')}"]
        lines += [f"    --param {param.name}=...  {param.meaning} ({param.kind})" for param in one.params]
    return "\n".join(lines)
