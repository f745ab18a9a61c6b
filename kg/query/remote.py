"""The same questions to a SPARQL 1.1 endpoint elsewhere, over HTTP.

Queries go out in standard SPARQL (`portable`): prefixes declared, our functions written out. What comes back wrong
(no answer, a page, half an answer) becomes a QueryError that says so; an answer that takes too long is given up.
"""

from __future__ import annotations

from collections.abc import Mapping
from http.client import HTTPException
from time import perf_counter
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

import pyoxigraph as ox

from kg import __version__
from kg.errors import QueryError, QueryTimeout
from kg.query.answers import TIMEOUT, Answer, questioned
from kg.query.client import Raw, decoded
from kg.query.engine import Question, check, form, run, table_order
from kg.query.names import Name, Names
from kg.query.portable import portable
from kg.query.syntax import explain
from kg.query.table import Table, to_tsv
from kg.store import prefixes
from kg.vocab import BASE

_ROWS = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
_ACCEPTED = {"CONSTRUCT": f"{_TRIPLES}, text/turtle;q=0.5", "DESCRIBE": f"{_TRIPLES}, text/turtle;q=0.5"}
_READ = 1 << 16
_SHOWN = 300
_ELSEWHERE = (404, 405)


class Remote:
    """An endpoint, asked like a store's `Client`; `base` is the IRI that its data's names begin with."""

    def __init__(self, url: str, *, base: str = BASE) -> None:
        if urlsplit(url).scheme not in ("http", "https"):
            raise QueryError(f"{url!r} is no address of an endpoint; valid would be http://127.0.0.1:7878/query")
        self.url = url
        self.base = base
        self.names = prefixes(base)

    def close(self) -> None:
        """Do nothing: there is no connection to keep."""

    def ask(
        self,
        sparql: str,
        *,
        params: Mapping[str, object] | None = None,
        limit: int | None = None,
        graph: str | None = None,
        timeout: float | None = TIMEOUT,
    ) -> Answer:
        """Ask a query; raises QueryError for one that is wrong or gets no answer, QueryTimeout for a slow one."""
        question = questioned(sparql, self.names, params=params, limit=limit, graph=graph)
        return decoded(self.raw(question, timeout=timeout), question)

    def raw(self, question: Question, *, timeout: float | None = TIMEOUT) -> Raw:
        """Ask a question and give the answer as a store's client does."""
        _checked(question)
        begun = perf_counter()
        body = self._fetched(question, timeout or None)
        seconds = perf_counter() - begun
        if form(question.sparql) in _ACCEPTED:
            return Raw("graph", _triples(body), seconds=seconds)
        try:
            answer = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
            if isinstance(answer, ox.QueryBoolean):
                return Raw("boolean", b"", value=bool(answer), seconds=seconds)
            columns = [variable.value for variable in answer.variables]
            table = Table(tuple(columns), tuple(tuple(row) for row in answer))
        except (SyntaxError, ValueError) as error:
            said = str(error)[:_SHOWN]
            raise QueryError(
                f"{self.url}: the answer breaks off or is none ({said}); the endpoint may have a timeout of its own"
            ) from error
        places = tuple(table_order(columns, question.sparql))
        return Raw("table", to_tsv(table).encode(), tuple(columns), places, seconds=seconds)

    def why_empty(self, question: Question) -> str | None:  # noqa: ARG002  # as the client of a store
        """Give no reason: finding one would take many more questions to somebody else's server."""
        return None

    def prepare(self) -> None:
        """Do nothing: an endpoint's names are not collected."""

    def complete(self, fragment: str, kind: str | None) -> list[Name]:
        """Give the ontology's terms; entities are not looked up on somebody else's server."""
        return Names(ox.Store(), self.names).terms(fragment) if kind == "term" else []

    def dump(self) -> bytes:
        """Refuse: an endpoint's whole graph is not fetched."""
        raise QueryError(f"{self.url}: the whole graph of an endpoint cannot be had; CONSTRUCT the part that you need")

    def _fetched(self, question: Question, timeout: float | None) -> bytes:
        fields = [("query", portable(question.asked, question.names))]
        if question.graph is not None:
            fields.append(("default-graph-uri", question.graph))
        headers = {"Accept": _ACCEPTED.get(form(question.sparql), _ROWS), "User-Agent": f"thidua-kg/{__version__}"}
        request = Request(self.url, urlencode(fields).encode(), headers)  # noqa: S310  # checked: http or https
        try:
            return self._read(request, timeout)
        except HTTPError as error:
            with error:
                said = error.read(_SHOWN).decode(errors="replace").strip()
            refusal = f"{self.url}: the endpoint refuses (HTTP {error.code}): {said or error.reason}"
            raise QueryError(f"{refusal}{self._hint() if error.code in _ELSEWHERE else ''}") from error
        except TimeoutError as error:
            raise QueryTimeout(f"{self.url}: no answer within {timeout:g} s; --timeout gives it more") from error
        except (URLError, HTTPException, OSError) as error:
            reason = getattr(error, "reason", None) or error
            if isinstance(reason, TimeoutError):
                raise QueryTimeout(f"{self.url}: no answer within {timeout:g} s; --timeout gives it more") from error
            raise QueryError(f"{self.url}: the endpoint cannot be reached: {reason}") from error

    def _hint(self) -> str:
        return "" if self.url.endswith("/query") else f"; did you mean {self.url.rstrip('/')}/query?"

    def _read(self, request: Request, timeout: float | None) -> bytes:
        """Read the whole answer, within its time."""
        ends = None if timeout is None else perf_counter() + timeout
        parts = []
        with urlopen(request, timeout=timeout) as response:  # noqa: S310  # checked: http or https
            kind = response.headers.get_content_type()
            if kind == "text/html":
                raise QueryError(
                    f"{self.url}: this is a page and no endpoint; did you mean {self.url.rstrip('/')}/query?"
                )
            while part := response.read1(_READ):
                parts.append(part)
                if ends is not None and perf_counter() > ends:
                    raise TimeoutError
        return b"".join(parts)


def _checked(question: Question) -> None:
    """Refuse here what would be refused there: the message is better, and nothing is sent."""
    check(question)
    try:
        run(ox.Store(), question.asked, question.names)
    except SyntaxError as error:
        raise QueryError(explain(question.sparql, question.names)) from error
    except (RuntimeError, OSError, ValueError):
        return  # such as a function that only the endpoint has


def _triples(body: bytes) -> bytes:
    """Give triples as N-Triples, whichever form of Turtle they come in."""
    try:
        triples = [quad.triple for quad in ox.parse(body, format=ox.RdfFormat.TURTLE)]
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"the endpoint's triples cannot be read: {str(error)[:_SHOWN]}") from error
    return ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
