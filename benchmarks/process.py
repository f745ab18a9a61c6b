"""Processes of our own, and what a process can say about itself without any library."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
_STATUS = Path("/proc/self/status")
_KILO = 1024


def run(arguments: Sequence[str | Path], *, seconds: float | None = None) -> str:
    """Run a command from the repository's folder and give what it prints; raises CalledProcessError."""
    done = subprocess.run(
        list(map(str, arguments)), check=True, capture_output=True, encoding="utf-8", cwd=ROOT, timeout=seconds
    )
    return done.stdout


def run_module(module: str, *arguments: str | Path) -> str:
    """Run one of these modules in a fresh interpreter."""
    return run([sys.executable, "-m", f"benchmarks.{module}", *arguments])


def stay_on_one_core() -> None:
    """Bind this process, with all its threads, to one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def cpu_seconds() -> float:
    """Give the processor time that this process has used so far, in all its threads."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def resident_megabytes() -> float:
    """Give the memory that this process holds now; its peak where the system does not tell (not Linux)."""
    if _STATUS.exists() and (found := re.search(r"VmRSS:\s+(\d+) kB", _STATUS.read_text(encoding="ascii"))):
        return int(found[1]) / _KILO
    return peak_megabytes()


def peak_megabytes() -> float:
    """Give the most memory that this process has held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / _KILO / (_KILO if sys.platform == "darwin" else 1)
