"""Other tools that find Vietnamese names, on the same articles, each in an environment of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks import process

SECONDS = 120.0  # for one tool; what it has read by then counts


@dataclass(frozen=True, slots=True)
class Rival:
    """A tool: its name, what pip installs, and the module whose `ner` reads a text."""

    name: str
    requirement: str
    module: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What a tool did: articles read and seconds taken, without those of loading it."""

    articles: int
    seconds: float

    @property
    def speed(self) -> float:
        """Articles a second."""
        return self.articles / self.seconds


RIVALS = (
    Rival("underthesea NER", "underthesea==9.5.0", "underthesea"),
    Rival("ViNLP NER", "ViNLP==1.2.106", "ViNLP"),
)


def measured(rival: Rival, sample: Path, folder: Path) -> Figures | str:
    """Give a tool's figures on a file of JSON lines, or why there are none."""
    try:
        python = _installed(rival, folder / rival.module)
    except (subprocess.SubprocessError, OSError) as error:
        return f"skipped, cannot be installed here: {_reason(error)}"
    script = Path(__file__).with_name("rival_ner.py")
    try:
        printed = process.run([python, script, rival.module, sample, str(SECONDS)], seconds=3 * SECONDS)
        return Figures(**json.loads(printed.splitlines()[-1]))
    except (subprocess.SubprocessError, OSError, ValueError, IndexError, TypeError) as error:
        return f"skipped, fails here: {_reason(error)}"


def _installed(rival: Rival, venv: Path) -> Path:
    """Install a tool once; a stamp tells the next run that it is there."""
    python, stamp = venv / "bin" / "python", venv / rival.requirement
    if not stamp.exists():
        process.run([sys.executable, "-m", "venv", "--clear", venv])
        quiet = ["--quiet", "--disable-pip-version-check", "--retries", "1", "--timeout", "20"]
        process.run([python, "-m", "pip", "install", *quiet, rival.requirement], seconds=600)
        stamp.touch()
    return python


def _reason(error: Exception) -> str:
    """Give the last line of what a process complained of, or the error itself."""
    complaint = error.stderr if isinstance(error, subprocess.CalledProcessError) else None
    lines = str(complaint or error).strip().splitlines()
    return lines[-1] if lines else type(error).__name__
