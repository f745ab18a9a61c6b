"""The graph of what held on one day."""

from __future__ import annotations

import pyoxigraph as ox

from kg.store import Store


def as_of(store: Store, day: str) -> ox.Store:
    """Give a graph in memory."""
    raise NotImplementedError
