"""How long it takes until the program is there: `import kg`, and `kg query` as a whole process."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks import process
from benchmarks.corpus import TEXTS

RUNS = 5
_IMPORT = "from time import perf_counter as now; begun = now(); import kg; print(now() - begun)"
_QUERY = "SELECT ?person ?organisation { ?person kg:holdsRole ?organisation }"


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds, each the median of `RUNS`; `interpreter` is a Python that does nothing, for comparison."""

    interpreter: float
    importing: float
    query: float


def measured(store: Path) -> Figures:
    """Build the seeds into a new store and give the figures."""
    from kg.pipeline import build

    build(TEXTS[1], store=store)
    python = sys.executable
    return Figures(
        interpreter=median(_seconds([python, "-c", "pass"]) for _ in range(RUNS)),
        importing=median(float(process.run([python, "-c", _IMPORT])) for _ in range(RUNS)),
        query=median(_seconds([python, "-m", "kg", "query", "--store", store, "-e", _QUERY]) for _ in range(RUNS)),
    )


def _seconds(arguments: Sequence[str | Path]) -> float:
    begun = perf_counter()
    process.run(arguments)
    return perf_counter() - begun
