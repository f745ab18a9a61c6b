"""How fast and in how much memory articles become a queryable store, on one core.

As a program it measures itself: `python -m benchmarks.build NUMBER STORE INPUT...` prints one JSON object.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter

from benchmarks import process
from benchmarks.corpus import TEXTS, Corpus

QUARTERS = (0.25, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class Figures:
    """A build's figures: seconds of the clock and of the processor, megabytes at `QUARTERS` and at the most."""

    articles: int
    seconds: float
    cpu: float
    memory: tuple[float, ...]
    peak: float

    @property
    def speed(self) -> float:
        """Articles a second."""
        return self.articles / self.seconds


def measured(corpus: Corpus, store: Path) -> Figures:
    """Build a corpus into a new store in a process of its own, and give its figures."""
    printed = process.run_module("build", str(corpus.articles), store, *corpus.inputs)
    data = json.loads(printed)
    return Figures(**{**data, "memory": tuple(data["memory"])})


def measure(inputs: Iterable[Path], number: int, store: Path) -> Figures:
    """Build in this process, after a first article that loads words and libraries into a store beside."""
    from kg.pipeline import build
    from kg.stats import stats

    process.stay_on_one_core()
    first = next(iter(sorted(TEXTS[0].iterdir())))
    build(first, store=store.with_name(f"{store.name}-first"))
    memory: dict[int, float] = {}
    marks = {max(1, round(part * number)) for part in QUARTERS}

    def note(done: int) -> None:
        if done in marks:
            memory[done] = process.resident_megabytes()

    begun, used = perf_counter(), process.cpu_seconds()
    summary = build(inputs, store=store, on_progress=note)
    seconds, cpu = perf_counter() - begun, process.cpu_seconds() - used
    peak = process.peak_megabytes()
    if (counted := stats(store).articles) != summary.built:
        raise RuntimeError(f"the store answers with {counted} articles where {summary.built} were built")
    return Figures(summary.built, seconds, cpu, tuple(memory[mark] for mark in sorted(memory)), peak)


if __name__ == "__main__":
    print(json.dumps(asdict(measure(map(Path, sys.argv[3:]), int(sys.argv[1]), Path(sys.argv[2])))))
