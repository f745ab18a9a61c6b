"""The picture of a store: one HTML page that asks the network for nothing and can be sent to anybody.

`reading` turns a store into a `scene`, `layout` gives every node its place, `page` fills a pyvis network
and writes it with our own template. Nothing is fetched, and no text of an article can become code.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError
from kg.page import write
from kg.view.scene import Scene

LIMIT = 1500


@dataclass(frozen=True, slots=True)
class Picture:
    """What was drawn, and of how much."""

    file: Path
    nodes: int
    facts: int
    all_nodes: int
    all_facts: int

    @property
    def is_cut(self) -> bool:
        """Say whether the store has more than the picture."""
        return self.nodes < self.all_nodes


def view(store: Path, file: Path, *, title: str | None = None, limit: int = LIMIT) -> Picture:
    """Draw a store's facts into one self-contained HTML page.

    Above `limit` nodes the most important part is drawn, and the page says so. The same store gives the
    same bytes. Raises StoreError where `store` is no store, KgError where `file` cannot be written.
    """
    from kg.store import open_store
    from kg.view.reading import read_scene

    if limit < 1:
        raise KgError(f"limit {limit}: a picture needs at least 1 node")
    with open_store(store) as opened:
        scene = read_scene(opened.quads, limit=limit)
    page = draw(scene, title=title)
    write(Path(file), page)
    return Picture(Path(file), len(scene.nodes), len(scene.facts), scene.all_nodes, scene.all_facts)


def draw(scene: Scene, *, title: str | None = None) -> str:
    """Give the HTML page of a scene."""
    from kg.view.page import render

    return render(scene, title=title)
