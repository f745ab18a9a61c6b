"""The steps composed: inputs to a store, and articles out of it again.

Articles pass one by one, so that a corpus of any size needs the memory of a batch. An input or an article
that fails is reported, and the others are built all the same.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from kg import __version__
from kg.errors import InputError, KgError, StoreError
from kg.model import Article, Award, Fact, RoleHolding
from kg.stats import description, fact_lines
from kg.store import Store, open_store

Facts = tuple[Fact, ...]
OnError = Callable[[InputError], None]

# The modules and packages whose code decides which quads a text becomes
RULES = tuple("extract language layout lexicon model periods rdf resolve text vocab".split())


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did: `facts` are those of the articles read, by kind and status, built or unchanged."""

    articles_read: int
    built: int
    replaced: int
    unchanged: int
    facts: Mapping[str, Mapping[str, int]]
    warnings: tuple[str, ...]
    errors: tuple[str, ...]
    seconds: float = field(compare=False)

    @property
    def failed(self) -> int:
        """How many inputs and articles could not be read or built."""
        return len(self.errors)

    def __str__(self) -> str:
        """Lay out what was done, for reading."""
        head = (
            f"{self.articles_read} articles read: {self.built} built, {self.replaced} replaced,"
            f" {self.unchanged} unchanged, {self.failed} failed ({self.seconds:.1f} s)"
        )
        return "\n".join([head, *fact_lines(self.facts), *(f"warning: {warning}" for warning in self.warnings)])


def build(
    inputs: str | Path | Iterable[str | Path],
    *,
    store: str | Path,
    lexicon: Path | None = None,
    base: str | None = None,
    on_progress: Callable[[int], None] | None = None,
    on_error: OnError | None = None,
) -> Summary:
    """Build the articles of the inputs into a store, which is made where there is none.

    An article that the store has with the same text, lexicon and program version is left alone, one that
    changed is replaced. `on_progress` gets the number of articles read so far, `on_error` each error as it
    comes; all errors are in the summary. An interruption keeps what was built before.

    Raises StoreError for a store that cannot be written, LexiconError for a lexicon of another form.
    """
    from kg.lexicon import digest as lexicon_digest

    words = lexicon_digest(lexicon)
    chosen = [inputs] if isinstance(inputs, str | Path) else inputs
    with open_store(store, write=True, base=base) as opened:
        run = _Run(opened, words, lexicon, on_progress, on_error)
        try:
            _build(run, chosen)
        except StoreError:
            raise
        except BaseException:
            _settle(opened)
            raise
        _settle(opened)
    return run.summary()


def drop(ids: str | Iterable[str], *, store: str | Path) -> None:
    """Take articles out of a store by their ids, with everything that no other article supports.

    Raises StoreError, before anything is changed, for an id that is not in the store.
    """
    wanted = [ids] if isinstance(ids, str) else ids
    with open_store(store) as opened:
        base = opened.base
    with open_store(store, write=True, base=base) as opened:
        opened.drop(wanted)
        _settle(opened)


def fact_kind(fact: Fact) -> tuple[str, str]:
    """Give the kind and the status under which a fact is counted."""
    if isinstance(fact, RoleHolding):
        return "roles", fact.status
    if isinstance(fact, Award):
        return "awards", fact.status
    return "movements", "without a period" if fact.period is None else "in a period"


class _Run:
    """One build while it goes on: its settings and its counts."""

    def __init__(
        self,
        store: Store,
        words: str,
        lexicon: Path | None,
        on_progress: Callable[[int], None] | None,
        on_error: OnError | None,
    ) -> None:
        self.store = store
        self.words = words
        self.lexicon = lexicon
        self.begun = perf_counter()
        self.counts: Counter[str] = Counter()
        self.facts: Counter[str] = Counter()
        self.errors: list[str] = []
        self._on_progress = on_progress
        self._on_error = on_error

    def count(self, what: str) -> None:
        self.counts[what] += 1
        if what == "read" and self._on_progress is not None:
            self._on_progress(self.counts["read"])

    def report(self, error: InputError) -> None:
        self.errors.append(str(error))
        if self._on_error is not None:
            self._on_error(error)

    def summary(self) -> Summary:
        return Summary(
            articles_read=self.counts["read"],
            built=self.counts["built"],
            replaced=self.counts["replaced"],
            unchanged=self.counts["unchanged"],
            facts=_nested(self.facts),
            warnings=tuple(self._warnings()),
            errors=tuple(self.errors),
            seconds=perf_counter() - self.begun,
        )

    def _warnings(self) -> Iterator[str]:
        if not self.counts["read"]:
            yield "no article was found in the inputs"
        if silent := self.counts["silent"]:
            yield f"{silent} article{' states' if silent == 1 else 's state'} no fact"


def _build(run: _Run, inputs: Iterable[str | Path]) -> None:
    from kg.articles import read

    for article, facts in _extracted(_changed(run, read(inputs, on_error=run.report)), run):
        _put(run, article, facts)


def _changed(run: _Run, articles: Iterable[Article]) -> Iterator[Article]:
    """Let only the articles through that the store does not have as they are."""
    for article in articles:
        run.count("read")
        counts = run.store.current(article.id, article_digest(article, run.words))
        if counts is None:
            yield article
        else:
            run.count("unchanged")
            _count_facts(run, counts)


def _extracted(articles: Iterator[Article], run: _Run) -> Iterator[tuple[Article, Facts]]:
    """Extract the facts of each article; one that fails is reported by name, the others go on.

    Extraction may read ahead: after a failure every article that is still on its way is tried alone.
    """
    from kg import extract

    on_the_way: dict[str, Article] = {}
    reading_failed: list[Exception] = []

    def remembered() -> Iterator[Article]:
        try:
            for article in articles:
                on_the_way[article.id] = article
                yield article
        except Exception as error:
            reading_failed.append(error)
            raise

    source = remembered()
    while True:
        try:
            for article, facts in extract.read(source, lexicon=run.lexicon):
                on_the_way.pop(article.id, None)
                yield article, tuple(facts)
            return
        except KgError:
            raise
        except Exception:
            if reading_failed:
                raise
            alone = list(on_the_way.values())
            on_the_way.clear()
        for article in alone:
            yield from _extracted_alone(article, run)


def _extracted_alone(article: Article, run: _Run) -> list[tuple[Article, Facts]]:
    from kg import extract

    try:
        return [(found, tuple(facts)) for found, facts in extract.read([article], lexicon=run.lexicon)]
    except Exception as error:  # noqa: BLE001  # whatever one article does, the others are built
        run.report(_failure(article, error))
        return []


def _put(run: _Run, article: Article, facts: Facts) -> None:
    from kg.rdf import article_graph

    try:
        graph = article_graph(article, facts, base=run.store.base)
    except Exception as error:  # noqa: BLE001  # whatever one article does, the others are built
        run.report(_failure(article, error))
        return
    counts = Counter("/".join(fact_kind(fact)) for fact in set(facts))
    run.count("replaced" if run.store.has(article.id) else "built")
    run.store.put(article.id, article_digest(article, run.words), graph, facts=counts)
    _count_facts(run, counts)


def article_digest(article: Article, words: str) -> bytes:
    """Give the digest of everything that an article's quads depend on; `words` is the lexicon's."""
    published = article.published.isoformat() if article.published else None
    parts = [article.text, article.title, published, article.source, words, __version__, _rules()]
    return sha256(json.dumps(parts).encode()).digest()


@cache
def _rules() -> str:
    return rules_digest(Path(__file__).parent)


def rules_digest(package: Path) -> str:
    """Give the digest of the code of `RULES`, so that an edited rule builds the articles again."""
    found = sha256()
    for name in RULES:
        for source in (package / f"{name}.py", *sorted((package / name).rglob("*.py"))):
            if source.exists():
                found.update(f"{source.relative_to(package).as_posix()}:{source.stat().st_size}:".encode())
                found.update(source.read_bytes())
    return found.hexdigest()


def _count_facts(run: _Run, counts: Counter[str]) -> None:
    run.facts.update(counts)
    if not counts:
        run.count("silent")


def _failure(article: Article, error: Exception) -> InputError:
    reason = str(error) if isinstance(error, KgError) else f"{type(error).__name__}: {error}"
    return InputError(f"article {article.id!r} could not be built: {reason}")


def _nested(counts: Counter[str]) -> dict[str, dict[str, int]]:
    nested: dict[str, dict[str, int]] = {}
    for name, number in sorted(counts.items(), key=lambda item: (item[0].partition("/")[0], -item[1], item[0])):
        kind, _, status = name.partition("/")
        nested.setdefault(kind, {})[status] = number
    return nested


def _settle(opened: Store) -> None:
    """Save what is on its way, and bring the graphs beside the data up to date."""
    from kg.rdf import ontology_quads
    from kg.rdf.terms import ontology_graph

    opened.save()
    opened.set_graph(ontology_graph(opened.base), ontology_quads(opened.base))
    opened.set_graph(*description(opened, version=__version__))
