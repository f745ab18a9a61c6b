"""A knowledge graph from Vietnamese trade-union and state news: build it, ask it, see it.

    import kg

    kg.build("seeds", store="my-store")
    kg.query("my-store", "SELECT ?person ?organisation { ?person kg:holdsRole ?organisation }")

Every command of `kg` is a function of the same name here. Nothing heavy is imported before it is used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.errors import KgError as KgError
    from kg.evaluate import evaluate_inputs as eval
    from kg.evaluate import evaluate_inputs as evaluate
    from kg.export import export as export
    from kg.graph import Graph as Graph
    from kg.graph import explain as explain
    from kg.graph import open_graph as open
    from kg.pipeline import build as build
    from kg.pipeline import drop as drop
    from kg.query import query as query
    from kg.serve import serve as serve
    from kg.stats import stats as stats
    from kg.store import open_store as open_store
    from kg.store.rdflib_dataset import dataset as dataset
    from kg.validate import validate as validate
    from kg.view import view as view

__version__ = "0.1.0"

# Where each public name is, and what it is called there
_HOMES = {
    "Graph": ("kg.graph", "Graph"),
    "KgError": ("kg.errors", "KgError"),
    "build": ("kg.pipeline", "build"),
    "dataset": ("kg.store.rdflib_dataset", "dataset"),
    "drop": ("kg.pipeline", "drop"),
    "eval": ("kg.evaluate", "evaluate_inputs"),
    "evaluate": ("kg.evaluate", "evaluate_inputs"),
    "explain": ("kg.graph", "explain"),
    "export": ("kg.export", "export"),
    "load_ipython_extension": ("kg.magic", "load"),
    "open": ("kg.graph", "open_graph"),
    "open_store": ("kg.store", "open_store"),
    "query": ("kg.query", "query"),
    "serve": ("kg.serve", "serve"),
    "stats": ("kg.stats", "stats"),
    "validate": ("kg.validate", "validate"),
    "view": ("kg.view", "view"),
}

__all__ = [
    "Graph",
    "KgError",
    "build",
    "dataset",
    "drop",
    "eval",
    "evaluate",
    "explain",
    "export",
    "open",
    "open_store",
    "query",
    "serve",
    "stats",
    "validate",
    "view",
]


class _Package(ModuleType):
    """The package, in which a public function wins over the module that has the same name.

    Importing `kg.query` would put that module in the place of the function `kg.query`; modules of such
    names are reached by `from kg.query import ...` all the same.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


def __getattr__(name: str) -> Any:  # a function or a class, by its name
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    found = getattr(import_module(module), attribute)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


sys.modules[__name__].__class__ = _Package
