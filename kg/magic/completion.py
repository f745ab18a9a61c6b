"""Completion with Tab in cells of SPARQL: prefixes, terms, entities, texts, variables and keywords.

What is before the cursor says what is wanted: `kg:ho` a term, `person:nghia` a person, `"dien bi` a text that the graph
has, `?na` a variable, and a bare word anything. Accents and case do not matter; what occurs most comes first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.graph import Graph
from kg.magic.options import parse
from kg.magic.session import chosen_graph, latest_graph
from kg.query.names import Name
from kg.store import KINDS

if TYPE_CHECKING:
    from IPython.core.completer import CompletionContext, SimpleMatcherResult
    from IPython.core.interactiveshell import InteractiveShell

_CELL = re.compile(r"\s*%%(?:sparql|kg)\b([^\n]*)\n")
_VARIABLE = re.compile(r"[?$]\w*$")
_WORD = re.compile(r"[^\W\d_][\w-]*(?::[\w:·%.-]*)?$")
_STRING = re.compile(r"\"([^\"\\]*)$")
_KEYWORDS = (
    "SELECT DISTINCT WHERE FILTER OPTIONAL UNION MINUS GRAPH BIND VALUES ORDER GROUP HAVING LIMIT OFFSET ASK CONSTRUCT"
    " DESCRIBE PREFIX COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT BOUND COALESCE CONTAINS REGEX STR LANG YEAR EXISTS"
).split()
_SPACE = "\u00a0"  # one that JupyterLab's list does not break
_ENOUGH = 2  # letters from which a bare word finds entities

# A completion: what is put there, and what it is
Found = tuple[str, str]


def matcher(shell: InteractiveShell) -> Callable[[CompletionContext], SimpleMatcherResult]:
    """Give what IPython calls for completions; outside our cells it has none and leaves the others alone."""
    from IPython.core.completer import SimpleCompletion, context_matcher

    @context_matcher(identifier="kg.sparql", priority=200)  # type: ignore[untyped-decorator]
    def complete_sparql(context: CompletionContext) -> SimpleMatcherResult:
        before = _before(context)
        cell = _CELL.match(before)
        if cell is None:
            return {"completions": [], "suppress": False}
        fragment, found = completions(before[cell.end() :], _graph(shell, cell[1]))
        return {
            "completions": [SimpleCompletion(text, type=what) for text, what in found],
            "matched_fragment": fragment,
            "suppress": True,
            "ordered": True,
        }

    return complete_sparql  # type: ignore[no-any-return]


def completions(before: str, graph: Graph | None) -> tuple[str, list[Found]]:
    """Give the fragment before the cursor that is completed, and what may stand in its place, the best first."""
    line = before.rpartition("\n")[2]
    if (string := _STRING.search(line)) and line.count('"') % 2:
        return string[1], _texts(string[1], graph)
    if variable := _VARIABLE.search(line):
        return variable[0], _variables(before, variable[0])
    word = _WORD.search(line)
    fragment = word[0] if word else ""
    prefix, colon, local = fragment.partition(":")
    if colon:
        return fragment, _named(prefix, local, fragment, graph)
    return fragment, _anything(fragment, graph) if fragment else []


def _named(prefix: str, local: str, fragment: str, graph: Graph | None) -> list[Found]:
    if graph is None:
        return []
    names = graph.complete(local, prefix) if prefix in KINDS else graph.complete(fragment, "term")
    return _shown(names)


def _anything(word: str, graph: Graph | None) -> list[Found]:
    keywords = [(keyword, "keyword") for keyword in _KEYWORDS if keyword.startswith(word.upper())]
    if graph is None:
        return keywords
    prefixes = [(f"{name}:", "prefix") for name in sorted(graph.prefixes) if name.startswith(word.lower())]
    entities = graph.complete(word) if len(word) >= _ENOUGH else []
    terms = _shown(graph.complete(word, "term"))
    return [*(keywords if word.isupper() else ()), *prefixes, *terms, *keywords, *_shown(entities)]


def _texts(fragment: str, graph: Graph | None) -> list[Found]:
    """Give labels in whole; with their language, as they stand in the graph."""
    if graph is None or not fragment.strip():
        return []
    found = graph.complete(fragment)
    return [(f'{name.label.split(" · ")[0]}"@vi', _what(name)) for name in found]


def _variables(before: str, fragment: str) -> list[Found]:
    names = dict.fromkeys(re.findall(r"[?$]\w+", before[: len(before) - len(fragment)]))
    return [(name, "variable") for name in names if name.startswith(fragment) and name != fragment]


def _shown(names: Iterable[Name]) -> list[Found]:
    return [(name.text, _what(name)) for name in names]


def _what(name: Name) -> str:
    return f"{name.kind}{_SPACE}{name.count}" if name.count else name.kind


def _graph(shell: InteractiveShell, line: str) -> Graph | None:
    """Give the graph that a cell's first line names, or the one opened last; None where that fails."""
    try:
        return chosen_graph(shell, parse(line))
    except KgError:
        return latest_graph(shell)


def _before(context: Any) -> str:  # a CompletionContext
    lines = context.full_text.split("\n")
    return "\n".join([*lines[: context.cursor_line], lines[context.cursor_line][: context.cursor_position]])
