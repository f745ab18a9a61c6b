"""Run in another tool's environment: `rival_ner.py MODULE FILE SECONDS` prints how many articles it read, and how fast.

Uses nothing but the standard library and that tool.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from pathlib import Path
from time import perf_counter


def main(module: str, file: str, seconds: str) -> None:
    """Read the texts of a file of JSON lines until it ends or the time is up."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    ner = importlib.import_module(module).ner
    ner("Ông Nguyễn Văn An, Chủ tịch Liên đoàn Lao động tỉnh.")  # loads its models
    texts = [json.loads(line)["text"] for line in Path(file).read_text(encoding="utf-8").splitlines()]
    begun, done = perf_counter(), 0
    for text in texts:
        ner(text)
        done += 1
        if perf_counter() - begun > float(seconds):
            break
    print(json.dumps({"articles": done, "seconds": perf_counter() - begun}))


if __name__ == "__main__":
    main(*sys.argv[1:])
