"""One question put to an Oxigraph store in this process: prefixes, our functions, the union as default graph.

What the engine refuses becomes a QueryError that says where and why. Has no timeout: `worker` runs this in a
process that can be ended, `cli` in a thread that is left behind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.functions import FUNCTIONS
from kg.query.limits import capped
from kg.query.syntax import explain, outside, tokens, too_deep
from kg.query.terms import unknown_term

Result = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


@dataclass(frozen=True, slots=True)
class Question:
    """A query with its parameters filled in; `graph` restricts it to one named graph, `limit` its rows.

    One row more than `limit` is asked for, so that the answer tells whether there were more.
    """

    sparql: str
    names: Mapping[str, str] = field(repr=False)
    graph: str | None = None
    limit: int | None = None

    @property
    def asked(self) -> str:
        """The query as the engine gets it."""
        if self.limit is None or form(self.sparql) != "SELECT":
            return self.sparql
        return capped(self.sparql, self.limit + 1)


def form(sparql: str) -> str:
    """Give the form of a query: SELECT, ASK, CONSTRUCT or DESCRIBE, or nothing where it has none."""
    forms = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
    return next((token.text.upper() for token in tokens(sparql) if token.text.upper() in forms), "")


def solve(quads: ox.Store, question: Question) -> Result:
    """Put a question to a store; raises QueryError, with line, column and what could stand there."""
    check(question)
    try:
        return run(quads, question.asked, question.names, graph=question.graph)
    except SyntaxError as error:
        raise QueryError(explain(question.sparql, question.names)) from error
    except (RuntimeError, OSError, ValueError) as error:
        raise unanswerable(error, question) from error


def check(question: Question) -> None:
    """Refuse what the engine would take badly: brackets too deep for its stack, terms that mean nothing."""
    if problem := too_deep(question.sparql):
        raise QueryError(problem)
    if problem := unknown_term(question.sparql, question.names):
        try:
            run(ox.Store(), question.sparql, question.names)
        except SyntaxError:
            return  # which is told first, by whoever asks
        except (RuntimeError, OSError, ValueError):  # such as a function that is none
            pass
        raise QueryError(problem)


def run(quads: ox.Store, sparql: str, names: Mapping[str, str], *, graph: str | None = None) -> Result:
    """Put a query to a store; errors are the engine's own."""
    return quads.query(
        sparql,
        prefixes=dict(names),
        use_default_graph_as_union=graph is None and not _has_from(sparql),  # the engine lets the union win over FROM
        default_graph=None if graph is None else [ox.NamedNode(graph)],
        custom_functions=FUNCTIONS,
    )


def _has_from(sparql: str) -> bool:
    return "FROM" in sparql.upper() and any(token.text.upper() == "FROM" for token in outside(tokens(sparql)))


def unanswerable(error: Exception, question: Question) -> QueryError:
    """Say what went wrong in the middle of an answer."""
    remote = any(token.text.upper() == "SERVICE" for token in tokens(question.sparql))
    hint = "; SERVICE asks another endpoint, which must be reachable and speak SPARQL 1.1" if remote else ""
    return QueryError(f"the query cannot be answered: {error}{hint}")


def table_order(columns: list[str], sparql: str) -> list[int]:
    """Give the order of the columns: as selected, and for `SELECT *` as they come in the query."""
    places = list(range(len(columns)))
    found = tokens(sparql)
    selects = [place for place, token in enumerate(found) if token.text.upper() == "SELECT"]
    head = [token.text.upper() for token in found[selects[0] + 1 : selects[0] + 3]] if selects else []
    if "*" not in [text for text in head if text not in ("DISTINCT", "REDUCED")][:1]:
        return places
    seen = [token.text[1:] for token in found if token.kind == "variable"]
    return sorted(places, key=lambda place: seen.index(columns[place]) if columns[place] in seen else len(seen))
