"""The parts of a query's WHERE: triples one by one, filters and groups, each as text that can be left out.

A reader for finding out why a query has no rows; it answers nothing itself, and gives up (None) on what it does
not follow. Groups in braces without UNION are opened, and every part inside a GRAPH keeps its GRAPH.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.query.syntax import Token, tokens

Kind = Literal["triple", "filter", "optional", "minus", "bind", "values", "group", "service"]

_BRACED: dict[str, Kind] = {"OPTIONAL": "optional", "MINUS": "minus"}
_CLOSER = {"(": ")", "{": "}", "[": "]"}
_PATH_OPERATORS = frozenset("/|")
_PATH_ENDINGS = frozenset("*+?")
_PATH_BEGINNINGS = frozenset("^!")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a WHERE: `text` as SPARQL, `shown` as the query has it, the GRAPH it stands in, its variables."""

    kind: Kind
    text: str
    graph: str
    variables: frozenset[str]

    @property
    def sparql(self) -> str:
        """The part in its GRAPH."""
        return f"GRAPH {self.graph} {{ {self.text} }}" if self.graph else self.text


@dataclass(frozen=True, slots=True)
class Where:
    """A query's WHERE: what stands before its SELECT (prefixes) and its brace (FROM), and its parts in order."""

    prologue: str
    dataset: str
    parts: tuple[Part, ...]


class _UnreadError(Exception):
    """Something that this reader does not follow."""


def read_where(sparql: str) -> Where | None:
    """Take the WHERE of a query apart, None where it cannot be followed."""
    found = tokens(sparql)
    try:
        form = next(place for place, token in enumerate(found) if token.text.upper() in ("SELECT", "ASK", "CONSTRUCT"))
        opening = _where(found, form)
        reader = _Reader(sparql, found)
        parts = tuple(reader.group(opening, ""))
    except (_UnreadError, StopIteration, IndexError):
        return None
    froms = [place for place, token in enumerate(found[form:opening], form) if token.text.upper() == "FROM"]
    dataset = sparql[found[froms[0]].begin : found[opening].begin] if froms else ""
    return Where(sparql[: found[form].begin], dataset.replace("WHERE", "").replace("where", ""), parts)


def _where(found: list[Token], form: int) -> int:
    """Give the place of the brace that opens the WHERE."""
    depth, groups, values = 0, [], False
    for place, token in enumerate(found[form:], form):
        if depth == 0 and token.kind == "word":
            values = values or token.text.upper() == "VALUES"
        if depth == 0 and token.text == "{" and not values:
            groups.append(place)
        depth += (token.text in "({[") - (token.text in ")}]")
    if not groups:
        raise _UnreadError
    return groups[-1]


class _Reader:
    """A walk over the tokens of one query."""

    def __init__(self, sparql: str, found: list[Token]) -> None:
        self._sparql = sparql
        self._found = found

    def group(self, opening: int, graph: str) -> list[Part]:
        """Read the parts of a group from its opening brace."""
        parts: list[Part] = []
        place, end = opening + 1, self._close(opening)
        if self._word(place) == "SELECT":
            return [self._part("group", opening, end + 1, graph)]
        while place < end:
            if self._found[place].text in (".", ";"):
                place += 1
                continue
            place = self._read(place, graph, parts)
        return parts

    def _read(self, place: int, graph: str, parts: list[Part]) -> int:
        """Read the part that begins at a place, and give the place after it."""
        word = self._word(place)
        if word in ("GRAPH", "SERVICE"):
            return self._named(place, word, graph, parts)
        if word in _BRACED:
            end = self._close(place + 1) + 1
            parts.append(self._part(_BRACED[word], place, end, graph))
        elif word == "FILTER":
            end = self._filter_end(place + 1)
            parts.append(self._part("filter", place, end, graph))
        elif word == "BIND":
            end = self._close(place + 1) + 1
            parts.append(self._part("bind", place, end, graph))
        elif word == "VALUES":
            end = self._values_end(place + 1)
            parts.append(self._part("values", place, end, graph))
        elif self._found[place].text == "{":
            end = self._braces(place, graph, parts)
        else:
            end = self._triples(place, graph, parts)
        return end

    def _named(self, place: int, word: str, graph: str, parts: list[Part]) -> int:
        brace = next(p for p in range(place, len(self._found)) if self._found[p].text == "{")
        end = self._close(brace) + 1
        if word == "SERVICE":
            parts.append(self._part("service", place, end, graph))
        else:
            parts += self.group(brace, self._text(place + 1, brace))
        return end

    def _braces(self, place: int, graph: str, parts: list[Part]) -> int:
        end = self._close(place) + 1
        if self._word(end) != "UNION":
            parts += self.group(place, graph)
            return end
        while self._word(end) == "UNION":
            end = self._close(end + 1) + 1
        parts.append(self._part("group", place, end, graph))
        return end

    def _filter_end(self, place: int) -> int:
        if self._word(place) in ("NOT", "EXISTS"):
            place += 2 if self._word(place) == "NOT" else 1
        elif self._found[place].text not in _CLOSER:
            place += 1
        return self._close(place) + 1

    def _values_end(self, place: int) -> int:
        place = self._close(place) + 1 if self._found[place].text == "(" else place + 1
        return self._close(place) + 1

    def _triples(self, place: int, graph: str, parts: list[Part]) -> int:
        """Read one subject with its predicates and objects, a part for each object."""
        subject_end = self._node_end(place)
        subject = self._text(place, subject_end)
        place = subject_end
        if self._ends(place):
            parts.append(self._made(subject, graph))
            return place
        while not self._ends(place):
            path_end = self._path_end(place)
            predicate = self._text(place, path_end)
            place = path_end
            while True:
                end = self._node_end(place)
                parts.append(self._made(f"{subject} {predicate} {self._text(place, end)}", graph))
                place = end
                if self._symbol(place) != ",":
                    break
                place += 1
            while self._symbol(place) == ";":
                place += 1
        return place

    def _path_end(self, place: int) -> int:
        while True:
            while self._symbol(place) in _PATH_BEGINNINGS:
                place += 1
            if self._found[place].text == "(":
                place = self._close(place) + 1
            elif self._found[place].kind in ("name", "iri", "variable") or self._found[place].text == "a":
                place += 1
            else:
                raise _UnreadError
            while self._symbol(place) in _PATH_ENDINGS:
                place += 1
            if self._symbol(place) not in _PATH_OPERATORS:
                return place
            place += 1

    def _node_end(self, place: int) -> int:
        token = self._found[place]
        if token.text in ("[", "("):
            return self._close(place) + 1
        if token.text in ("+", "-"):
            return place + 2
        if token.kind == "string":
            after = self._symbol(place + 1)
            return place + (3 if after == "^^" else 2 if after.startswith("@") else 1)
        if token.kind in ("variable", "name", "iri", "blank", "number") or token.text in ("true", "false"):
            return place + 1
        raise _UnreadError

    def _ends(self, place: int) -> bool:
        token = self._found[place]
        return token.text in (".", "}", "{") or (token.kind == "word" and token.text != "a")

    def _close(self, opening: int) -> int:
        """Give the place of the bracket that closes one."""
        opener = self._found[opening].text
        if opener not in _CLOSER:
            raise _UnreadError
        depth = 0
        for place in range(opening, len(self._found)):
            depth += (self._found[place].text in _CLOSER) - (self._found[place].text in ")}]")
            if depth == 0:
                return place
        raise _UnreadError

    def _word(self, place: int) -> str:
        return self._found[place].text.upper() if self._found[place].kind == "word" else ""

    def _symbol(self, place: int) -> str:
        return self._found[place].text if self._found[place].kind == "symbol" else ""

    def _text(self, begin: int, end: int) -> str:
        return self._sparql[self._found[begin].begin : self._found[end - 1].end]

    def _part(self, kind: Kind, begin: int, end: int, graph: str) -> Part:
        return Part(kind, self._text(begin, end), graph, _variables(self._text(begin, end)))

    def _made(self, text: str, graph: str) -> Part:
        return Part("triple", f"{text} .", graph, _variables(text))


def _variables(text: str) -> frozenset[str]:
    return frozenset(token.text[1:] for token in tokens(text) if token.kind == "variable")
