"""The whole way on the annotated articles: from the texts on disk to figures, held above floors."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kg.evaluate import KINDS, Report, evaluate_inputs, render
from kg.evaluate.compare import Kind

HERE = Path(__file__).parent
TEXTS = {"seeds": HERE.parent / "seeds", "union": HERE / "gold" / "union" / "texts"}

# The lowest F1 that a change may leave: raise a floor with the figure, never lower it
FLOORS: dict[str, dict[Kind, float]] = {
    "seeds": {
        "roles": 0.99,
        "roles+status": 0.99,
        "awards": 0.99,
        "awards+awarder": 0.99,
        "movements": 0.99,
        "periods": 0.99,
    },
    "union": {
        "roles": 0.99,
        "roles+status": 0.98,
        "awards": 0.99,
        "awards+awarder": 0.99,
        "movements": 0.99,
        "periods": 0.99,
    },
}
CASES = [(name, kind) for name, floors in FLOORS.items() for kind in floors]


@cache
def report(name: str) -> Report:
    return evaluate_inputs([TEXTS[name]], gold=HERE / "gold" / name)


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_floor(name: str, kind: Kind) -> None:
    found = report(name)
    assert found.scores[kind].f1 >= FLOORS[name][kind], "\n" + render(found, errors=True)


@pytest.mark.parametrize("name", FLOORS)
def test_every_article_is_scored(name: str) -> None:
    found = report(name)
    assert found.warnings == ()
    assert found.articles == len(list(TEXTS[name].glob("*.txt")))
    assert FLOORS[name].keys() == KINDS.keys()
