"""A scene as one HTML page: a pyvis network, written with our own template instead of pyvis's.

pyvis's own template fetches from a CDN and writes headings unescaped; here everything is escaped (see
`kg.page`), and the vis-network script is the one that pyvis carries. Colours, shapes and line styles are
in `page.css` and `graph.js`; this module gives ids, places and words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.page import embed, policy
from kg.page import fill as fill_page
from kg.view.layout import Size, positions
from kg.view.scene import Detail, Fact, Node, Quote, Scene

if TYPE_CHECKING:
    from pyvis.network import Network  # type: ignore[import-untyped]  # pyvis has no annotations

TITLE = "Đồ thị thi đua và công đoàn"
SCRIPTS = ("panel.js", "graph.js")
STATUS_WORDS = {
    "former": "nguyên",
    "nominated": "giới thiệu",
    "proposed": "đề nghị",
    "registered": "đăng ký",
    "revoked": "thu hồi",
    "denied": "không được tặng",
}
NODE_WIDTH, EDGE_WIDTH = 20, 16  # letters a line
LINES = 3
LETTER, LINE = 8.0, 19  # pixels, of the drawing's 16 px font
INSIDE = {"organisation", "group"}  # shapes that hold their label; the others have it below
EDGE_FONT = 0.85  # the size of the labels of edges, times that of nodes
SMALL = 400  # nodes; up to it there is room for the labels of edges, and motion


def render(scene: Scene, *, title: str | None = None) -> str:
    """Give the whole page; nothing in it depends on when or where it is made."""
    network = fill(scene)
    library, own = vis_network(), "\n".join(_own_file(name) for name in SCRIPTS)
    values = {"title": title or TITLE, "scene": scene, "policy": policy([library, own]), "number": number}
    data = embed(_data(scene, network))
    code = {"library": library, "script": own, "style": _own_file("page.css"), "data": data}
    return fill_page(Path(__file__).with_name("page.html"), values, code=code)


def fill(scene: Scene) -> Network:
    """Fill a pyvis network, each node at its place.

    `add_node` and `add_edge` look through everything at each call, so the lists are set directly.
    """
    from pyvis.network import Network

    index = {node.iri: i for i, node in enumerate(scene.nodes)}
    edges = _edges(scene, index)
    places = _places(scene, edges)
    network = Network(directed=True, cdn_resources="in_line")
    network.nodes = [
        {"id": i, "label": wrap(node.label, NODE_WIDTH), "kind": node.kind, "x": places[i][0], "y": places[i][1]}
        for i, node in enumerate(scene.nodes)
    ]
    network.edges = edges
    network.node_ids = list(range(len(scene.nodes)))
    network.node_map = {node["id"]: node for node in network.nodes}
    return network


def _edges(scene: Scene, index: dict[str, int]) -> list[dict[str, Any]]:
    """Give one edge to all facts that say the same of the same two, and bend those that run side by side."""
    alike: defaultdict[tuple[int, int, str, str, str], list[int]] = defaultdict(list)
    for i, fact in enumerate(scene.facts):
        link = fact.link
        alike[index[link.source], index[link.target], link.kind, link.status, edge_label(fact)].append(i)
    between: defaultdict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
    for (source, target, kind, status, label), facts in sorted(alike.items()):
        edge = {"from": source, "to": target, "kind": kind, "status": status, "label": label, "facts": facts}
        between[min(source, target), max(source, target)].append(edge)
    edges = [bent for (low, _), side in between.items() for bent in _bend(side, low)]
    return [{"id": i, **edge} for i, edge in enumerate(edges)]


def _bend(side: Sequence[dict[str, Any]], low: int) -> Iterable[dict[str, Any]]:
    """Spread edges between the same two nodes to both sides of the straight line, their labels one below the other."""
    tall = max(edge["label"].count("\n") + 1 for edge in side) * LINE
    for i, edge in enumerate(side):
        place = i - (len(side) - 1) / 2
        bend = round(place * 0.3, 2) * (1 if edge["from"] == low else -1)
        yield {**edge, "bend": bend, "shift": round(place * tall)} if place else edge


def _places(scene: Scene, edges: Sequence[dict[str, Any]]) -> dict[int, tuple[int, int]]:
    import networkx as nx

    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(scene.nodes)))
    for edge in edges if len(scene.nodes) <= SMALL else ():
        graph.add_edge(edge["from"], edge["to"], label=_text_size(edge["label"], EDGE_FONT))
    graph.add_edges_from((edge["from"], edge["to"]) for edge in edges)
    graph.remove_edges_from(nx.selfloop_edges(graph))
    sizes = {i: _size(node) for i, node in enumerate(scene.nodes)}
    return positions(graph, sizes)


def _size(node: Node) -> Size:
    """Estimate the box, in pixels, that a node takes with its label."""
    width, height = _text_size(wrap(node.label, NODE_WIDTH))
    # A shape above its label: the box is twice as high as needed above, since it is centred on the shape
    return (width + 26, height + 20) if node.kind in INSIDE else (max(width, 40), 2 * height + 36)


def _text_size(text: str, scale: float = 1.0) -> Size:
    lines = text.split("\n")
    return max(map(len, lines)) * LETTER * scale, len(lines) * LINE * scale


def words(fact: Fact) -> str:
    """Say a fact in a few words: the role and its period, the honour and how many, or the period.

    >>> from kg.view.scene import Link
    >>> words(Fact(Link("", "award", "", "", "proposed"), "Bằng khen", 9600))
    'Bằng khen × 9.600'
    """
    if fact.link.kind == "award" and fact.count is not None:
        return f"{fact.label} × {number(fact.count)}"
    if fact.link.kind == "role":
        return ", ".join([fact.label, *(detail.value for detail in fact.details if detail.name == "period")])
    return fact.label


def edge_label(fact: Fact) -> str:
    r"""Say a fact and its status on the lines of a label.

    >>> from kg.view.scene import Link
    >>> edge_label(Fact(Link("", "award", "", "", "revoked"), "Bằng khen", 1))
    '✗ Bằng khen × 1\n(thu hồi)'
    """
    status = STATUS_WORDS.get(fact.link.status)
    mark = "✗ " if fact.link.status in ("revoked", "denied") else ""
    return mark + wrap(words(fact), EDGE_WIDTH) + (f"\n({status})" if status else "")


def wrap(text: str, width: int) -> str:
    r"""Break a label into at most three lines between words; what is left out is marked with an ellipsis.

    >>> wrap("Liên đoàn Lao động tỉnh Bắc Kạn", 20)
    'Liên đoàn Lao động\ntỉnh Bắc Kạn'
    """
    import textwrap

    return "\n".join(textwrap.wrap(text, width, max_lines=LINES, placeholder=" …")) or " "


def number(value: int) -> str:
    """Write a number as Vietnamese does.

    >>> number(9600)
    '9.600'
    """
    return f"{value:,}".replace(",", ".")


def _data(scene: Scene, network: Network) -> dict[str, Any]:
    """Give what the page's script works on; nodes, facts and articles refer to each other by position."""
    node = {item.iri: i for i, item in enumerate(scene.nodes)}
    source = {item.iri: i for i, item in enumerate(scene.sources)}
    sentence: dict[str, int] = {}  # one sentence often states several facts

    def quotes(found: Iterable[Quote]) -> list[tuple[int, int]]:
        return [(sentence.setdefault(quote.sentence, len(sentence)), source[quote.article]) for quote in found]

    def details(found: Iterable[Detail]) -> list[tuple[str, str, int | None]]:
        return [(detail.name, detail.value, node.get(detail.node)) for detail in found]

    nodes, edges, *_ = network.get_network_data()
    return {
        "small": len(nodes) <= SMALL,
        "nodes": nodes,
        "edges": edges,
        "entities": [
            {
                "label": n.label,
                "forms": n.forms,
                "details": details(n.details),
                "quotes": quotes(n.quotes),
                "quoteCount": n.quote_count,
            }
            for n in scene.nodes
        ],
        "facts": [
            {
                "kind": f.link.kind,
                "from": node[f.link.source],
                "to": node[f.link.target],
                "others": [node[iri] for iri in f.link.others if iri in node],
                "status": f.link.status,
                "label": words(f),
                "details": details(f.details),
                "quotes": quotes(f.quotes),
                "quoteCount": f.quote_count,
            }
            for f in scene.facts
        ],
        "articles": [
            {"id": s.id, "title": s.title, "published": s.published, "source": s.source} for s in scene.sources
        ],
        "sentences": list(sentence),
    }


@cache
def vis_network() -> str:
    """Give the vis-network script that pyvis carries, without the line that points to its source map.

    Its style sheet is left out: of its 220 kB the page needs one rule, which `page.css` has.
    """
    import pyvis  # type: ignore[import-untyped]  # pyvis has no annotations

    folders = sorted((Path(pyvis.__file__).parent / "templates" / "lib").glob("vis-9.*"))
    text = (folders[-1] / "vis-network.min.js").read_text(encoding="utf-8")
    return text.partition("//# sourceMappingURL=")[0].strip()


def _own_file(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8").strip()
