"""How many rows a query may give: a cap put into the query itself, so that the engine stops there, too."""

from __future__ import annotations

import itertools

from kg.query.syntax import edited, outside, tokens


def capped(sparql: str, rows: int) -> str:
    """Give the query with a LIMIT of at most `rows`; one that the query has and that is smaller stays.

    >>> capped("SELECT ?s { ?s ?p ?o } LIMIT 500 OFFSET 3", 100)
    'SELECT ?s { ?s ?p ?o } LIMIT 100 OFFSET 3'
    >>> capped("SELECT ?s { ?s ?p ?o } VALUES ?o { 1 }", 100)
    'SELECT ?s { ?s ?p ?o }  LIMIT 100 VALUES ?o { 1 }'
    """
    found = tokens(sparql)
    top = outside(found)
    for before, token in itertools.pairwise(top):
        if before.text.upper() == "LIMIT" and token.kind == "number":
            return sparql if int(token.text) <= rows else edited(sparql, [(token.begin, token.end, str(rows))])
    closing = max((token.end for token in found if token.text == "}"), default=0)
    values = [token for token in top if token.text.upper() == "VALUES"]
    if values:
        return edited(sparql, [(values[-1].begin, values[-1].begin, f" LIMIT {rows} ")])
    end = max((token.end for token in found), default=closing)
    return edited(sparql, [(end, end, f" LIMIT {rows}")])
