"""Measure and print: `python -m benchmarks [INPUT...]`, where an input is whatever `kg build` reads."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import build, corpus, made_graph, questions, rivals, startup
from kg import __version__
from kg.errors import KgError

FOLDER = corpus.ROOT / "build" / "bench"
SAMPLE = 200  # articles that the other tools read, too


def report(inputs: list[Path]) -> Iterator[str]:
    """Give the lines of the report as they are measured."""
    scratch = FOLDER / "stores"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    yield f"kg {__version__}, Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores"
    chosen = corpus.chosen(inputs, FOLDER)
    yield f"{chosen.articles} articles: {chosen.name}"
    whole = build.measured(chosen, scratch / "whole")
    yield from build_lines(whole)
    start = startup.measured(scratch / "seeds")
    yield from startup_lines(start)
    yield from questions.lines(*questions.measured(made_graph.make_store(scratch / "made")))
    sample = corpus.sample(chosen, SAMPLE)
    file = corpus.write(sample, FOLDER / "sample.jsonl")
    ours = build.measured(corpus.Corpus((file,), "sample", len(sample)), scratch / "sample")
    yield f"\nthe same {len(sample)} articles from all over the corpus, one core"
    yield f"  {'kg, from text to store':24}{ours.speed:10.1f} articles/s"
    ratios = []
    for rival in rivals.RIVALS:
        theirs = rivals.measured(rival, file, FOLDER / "rivals")
        yield rival_line(rival.name, theirs, len(sample))
        if isinstance(theirs, rivals.Figures):
            ratios.append(f"  {'kg : ' + rival.name:36}{ours.speed / theirs.speed:8.0f} times as many articles/s")
    yield "\nratios, which hardly depend on the machine"
    yield from ratios
    yield f"  {'import kg : starting Python':36}{start.importing / start.interpreter:8.2f}"
    yield f"  {'kg query : starting Python':36}{start.query / start.interpreter:8.2f}"
    yield f"  {'memory at 100 % : at 25 %':36}{whole.memory[-1] / whole.memory[0]:8.2f}"
    shutil.rmtree(scratch)


def build_lines(figures: build.Figures) -> Iterator[str]:
    """Lay out what building the whole corpus took."""
    parts = ", ".join(
        f"{size:.0f} MB at {part:.0%}" for size, part in zip(figures.memory, build.QUARTERS, strict=False)
    )
    yield "\nfrom text to a queryable store, one core"
    yield f"  {'speed':24}{figures.speed:10.1f} articles/s ({figures.articles} in {figures.seconds:.1f} s)"
    yield f"  {'of processor time':24}{figures.articles / figures.cpu:10.1f} articles/s"
    yield f"  {'resident memory':24}{figures.peak:10.0f} MB at the most; {parts} of the articles"


def startup_lines(figures: startup.Figures) -> Iterator[str]:
    """Lay out how long the program takes to be there."""
    yield f"\nstart, median of {startup.RUNS}"
    yield f"  {'import kg':24}{figures.importing:10.3f} s"
    yield f"  {'kg query on the seeds':24}{figures.query:10.3f} s, the whole process"
    yield f"  {'python that does nothing':24}{figures.interpreter:10.3f} s"


def rival_line(name: str, figures: rivals.Figures | str, articles: int) -> str:
    """Say how another tool did."""
    if isinstance(figures, str):
        return f"  {name:24}{figures}"
    part = f" (the first {figures.articles}, time was up)" if figures.articles < articles else ""
    return f"  {name:24}{figures.speed:10.1f} articles/s{part}"


def main(inputs: list[str]) -> int:
    """Print the report; give the exit status."""
    try:
        for line in report([Path(given).absolute() for given in inputs]):
            print(line, flush=True)
    except KgError as error:
        print(f"bench: {error}", file=sys.stderr)
        return error.exit_status
    except subprocess.CalledProcessError as error:
        print(f"bench: {error}\n{error.stderr}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
