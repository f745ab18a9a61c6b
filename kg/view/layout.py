"""Where the nodes of a picture stand, worked out before it is shown: settled, apart, and always the same.

Each connected part is laid out by itself, its boxes are pushed apart, and the parts are packed side by
side. Small parts are laid out by stress (distances on paper follow distances in the graph), large ones
by forces, approximated on a grid, after their leaves are taken off; the leaves then go around their
neighbour. No randomness: the first positions come from the graph itself.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

Size = tuple[float, float]

EDGE_LENGTH = 140.0  # from centre to centre: room for a line's label between two boxes
CROWD = 5.0  # how much longer the lines of a node get with each further one
GAP = 18.0  # least distance between two boxes
LABEL_GAP = 24.0  # room at both ends of an edge's label, one of which the arrow takes
PUSH_ROUNDS, LABEL_ROUNDS = 90, 30  # boxes must be apart in the end; labels get room where there is some
GROW_EVERY, GROWTH = 6, 1.06  # where pushing alone does not end, the whole part grows
PART_GAP = 34.0  # and between two connected parts
WIDTHS = (0.8, 0.9, 1.0, 1.1, 1.2, 1.35, 1.5)  # tried for the whole, times that of a full square of its area
ASPECT = 1.5  # width to height of the whole, that of a screen beside a panel
STRESS_LIMIT = 260  # nodes; stress needs an inverse of this size
STRESS_ROUNDS = 120
FORCE_ROUNDS = 90
CELLS = 18  # the grid of the approximated forces is this many cells wide and high
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


def positions(graph: nx.Graph[int], sizes: Mapping[int, Size]) -> dict[int, tuple[int, int]]:
    """Give the centre of each node's box, in pixels; `sizes` are the boxes' widths and heights.

    An edge's attribute `label` is the size of its label, for which room is made between its two ends. The
    order of the graph's nodes decides between equal layouts, so pass them sorted.
    """
    import networkx as nx

    order = {node: i for i, node in enumerate(graph)}
    parts = [sorted(part, key=order.__getitem__) for part in nx.connected_components(graph)]
    parts.sort(key=lambda part: (-len(part), order[part[0]]))
    placed = [_place_part(graph.subgraph(part), part, sizes) for part in parts]
    corners = _pack([_extent(points, boxes) for points, boxes in placed])
    result: dict[int, tuple[int, int]] = {}
    for part, (points, boxes), corner in zip(parts, placed, corners, strict=True):
        moved = points - (points - boxes / 2).min(axis=0) + corner
        result.update({node: (round(x), round(y)) for node, (x, y) in zip(part, moved.tolist(), strict=True)})
    return result


def _place_part(graph: nx.Graph[int], part: list[int], sizes: Mapping[int, Size]) -> tuple[Points, Points]:
    """Lay out one connected part; give the nodes' centres and boxes, in the order of `part`."""
    import numpy as np

    boxes = np.array([sizes[node] for node in part], dtype=float)
    points = _by_stress(graph, part) if len(part) <= STRESS_LIMIT else _by_core(graph, part)
    return _push_apart(_lie_down(points), boxes, _label_pairs(graph, part, boxes)), boxes


def _label_pairs(graph: nx.Graph[int], part: Sequence[int], boxes: Points) -> tuple[NDArray[np.intp], Points]:
    """Give the labelled edges as pairs of positions in `part`, and the gap that each needs between its boxes.

    A label stands in the middle between the centres, so the larger box takes room from it.
    """
    import numpy as np

    index = {node: i for i, node in enumerate(part)}
    edges: list[tuple[int, int, Size | None]] = list(graph.edges(data="label"))
    labelled = sorted((index[a], index[b], size) for a, b, size in edges if size)
    pairs = np.array([(a, b) for a, b, _ in labelled], dtype=np.intp).reshape(-1, 2)
    labels = np.array([size for _, _, size in labelled], dtype=float).reshape(-1, 2)
    return pairs, labels + LABEL_GAP + np.abs(boxes[pairs[:, 0]] - boxes[pairs[:, 1]]) / 2


def _measured(graph: nx.Graph[int]) -> nx.Graph[int]:
    """Copy a graph with a `length` on each edge: lines are longer where many come together."""
    import networkx as nx

    degree = dict(graph.degree)
    copy: nx.Graph[int] = nx.Graph()
    copy.add_nodes_from(graph)
    for one, other in graph.edges:
        copy.add_edge(one, other, length=EDGE_LENGTH + CROWD * min(max(degree[one], degree[other]), 40))
    return copy


def _by_stress(graph: nx.Graph[int], part: Sequence[int]) -> Points:
    """Make distances on paper follow the distances along the lines (stress majorisation, SMACOF)."""
    import networkx as nx
    import numpy as np

    if len(part) == 1:
        return np.zeros((1, 2))
    index = {node: i for i, node in enumerate(part)}
    wanted = np.zeros((len(part), len(part)))
    for node, far in nx.all_pairs_dijkstra_path_length(_measured(graph), weight="length"):
        for other, distance in far.items():
            wanted[index[node], index[other]] = distance
    np.fill_diagonal(wanted, 1.0)
    weights = wanted**-2.0
    np.fill_diagonal(weights, 0.0)
    inverse = np.linalg.pinv(np.diag(weights.sum(axis=1)) - weights)
    np.fill_diagonal(wanted, 0.0)
    points: Points = _first_guess(len(part)) * wanted.max()
    for _ in range(STRESS_ROUNDS):
        pull = -weights * wanted / np.maximum(_distances(points), 1e-9)
        np.fill_diagonal(pull, 0.0)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        points = np.asarray(inverse @ (pull @ points), dtype=float)
    return points


def _first_guess(count: int) -> Points:
    """Spread `count` points evenly over a disc of radius one, as the seeds of a sunflower."""
    import numpy as np

    steps = np.arange(count)
    radius = np.sqrt((steps + 0.5) / count)
    angle = steps * GOLDEN_ANGLE
    return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])


def _distances(points: Points) -> Points:
    import numpy as np

    across, down = (points[:, axis, None] - points[None, :, axis] for axis in (0, 1))
    return np.asarray(np.hypot(across, down))


def _by_core(graph: nx.Graph[int], part: list[int]) -> Points:
    """Lay out what is left without the leaves, then put each node's leaves around it."""
    import networkx as nx
    import numpy as np

    core = [node for node in part if graph.degree[node] > 1]
    inner = graph.subgraph(core)
    whole = nx.is_connected(inner) and len(core) <= STRESS_LIMIT
    points = _by_stress(inner, core) * 1.6 if whole else _by_forces(inner, core)
    place = dict(zip(core, points, strict=True))
    middle = points.mean(axis=0)
    for hub in core:
        leaves = [node for node in graph[hub] if graph.degree[node] == 1]
        away = place[hub] - middle
        first = math.atan2(away[1], away[0])
        for i, leaf in enumerate(sorted(leaves, key=part.index)):
            radius = EDGE_LENGTH * math.sqrt(0.6 + i / 7)
            angle = first + i * GOLDEN_ANGLE
            place[leaf] = place[hub] + np.array([radius * math.cos(angle), radius * math.sin(angle)])
    return np.array([place[node] for node in part])


def _by_forces(graph: nx.Graph[int], part: list[int]) -> Points:
    """Let lines pull and nodes push (Fruchterman and Reingold), pushing the middles of grid cells only."""
    import numpy as np

    index = {node: i for i, node in enumerate(part)}
    pairs = np.array([(index[a], index[b]) for a, b in graph.edges], dtype=int)
    pairs = pairs[np.lexsort((pairs.max(axis=1), pairs.min(axis=1)))]
    spread = EDGE_LENGTH * math.sqrt(len(part))
    points = _first_guess(len(part)) * spread
    for turn in range(FORCE_ROUNDS):
        force = _push(points) - points * (EDGE_LENGTH / spread) * 0.1
        apart = points[pairs[:, 0]] - points[pairs[:, 1]]
        pull = apart * (np.hypot(apart[:, 0], apart[:, 1]) / EDGE_LENGTH)[:, None]
        np.add.at(force, pairs[:, 0], -pull)
        np.add.at(force, pairs[:, 1], pull)
        step = spread * 0.12 * (1 - turn / FORCE_ROUNDS)
        size = np.maximum(np.hypot(force[:, 0], force[:, 1]), 1e-9)
        points = points + force * (np.minimum(size, step) / size)[:, None]
    return points


def _push(points: Points) -> Points:
    """Give the push of all other nodes on each, taken cell by cell."""
    import numpy as np

    low = points.min(axis=0)
    cell = np.maximum((points.max(axis=0) - low) / CELLS, 1e-9)
    place = np.minimum(((points - low) / cell).astype(int), CELLS - 1)
    number = place[:, 0] * CELLS + place[:, 1]
    count = np.bincount(number, minlength=CELLS * CELLS).astype(float)
    sums = [np.bincount(number, weights=points[:, axis], minlength=CELLS * CELLS) for axis in (0, 1)]
    used = count > 0
    middles = np.column_stack(sums)[used] / count[used][:, None]
    across, down = (points[:, axis, None] - middles[None, :, axis] for axis in (0, 1))
    # A node's own cell is nearer than its middle tells: the floor keeps it from being thrown out
    square = np.maximum(across * across + down * down, (EDGE_LENGTH / 3) ** 2)
    strength = count[used] * EDGE_LENGTH**2 / square
    return np.column_stack([np.einsum("ij,ij->i", side, strength) for side in (across, down)])


def _lie_down(points: Points) -> Points:
    """Turn a layout so that its longest extent is level, which is how screens and text run."""
    import numpy as np

    if len(points) < 2:
        return points
    centred = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    turned = centred @ axes[:, ::-1]
    signs = np.where(turned[np.abs(turned).argmax(axis=0), (0, 1)] < 0, -1.0, 1.0)
    return np.asarray(turned * signs)


def _push_apart(points: Points, boxes: Points, labelled: tuple[NDArray[np.intp], Points]) -> Points:
    """Move boxes that lie on each other apart, and the ends of edges that leave their label no room."""
    import numpy as np

    points = points.copy()
    pairs, gaps = labelled
    reach = float(boxes[:, 0].max()) + GAP
    for turn in range(PUSH_ROUNDS):
        order = np.argsort(points[:, 0], kind="stable")
        moved = turn < LABEL_ROUNDS and _part_pairs(points, boxes, pairs[:, 0], pairs[:, 1], gaps)
        for shift in range(1, len(order)):
            left, right = order[:-shift], order[shift:]
            near = points[right, 0] - points[left, 0] < reach
            if not near.any():
                break
            moved |= _part_pairs(points, boxes, left[near], right[near], np.full((1, 2), GAP))
        if not moved:
            break
        if turn >= LABEL_ROUNDS and turn % GROW_EVERY == 0:
            points *= GROWTH
    return points


def _part_pairs(points: Points, boxes: Points, left: NDArray[np.intp], right: NDArray[np.intp], gaps: Points) -> bool:
    """Push each pair of boxes that are too near apart in place, along the axis where less is needed."""
    import numpy as np

    apart = points[right] - points[left]
    lack = (boxes[left] + boxes[right]) / 2 + gaps - np.abs(apart)
    hit = (lack[:, 0] > 0.5) & (lack[:, 1] > 0.5)
    if not hit.any():
        return False
    left, right, apart, lack = left[hit], right[hit], apart[hit], lack[hit]
    axis = (lack[:, 1] <= lack[:, 0]).astype(int)
    rows = np.arange(len(axis))
    half = np.where(apart[rows, axis] < 0, -1, 1) * lack[rows, axis] * 0.5
    np.add.at(points, (left, axis), -half)
    np.add.at(points, (right, axis), half)
    return True


def _extent(points: Points, boxes: Points) -> Size:
    width, height = (points + boxes / 2).max(axis=0) - (points - boxes / 2).min(axis=0)
    return float(width), float(height)


def _pack(extents: Sequence[Size]) -> list[tuple[float, float]]:
    """Give the upper left corner of each rectangle, in the width that lets the whole be shown largest."""
    padded = [(w + PART_GAP, h + PART_GAP) for w, h in extents]
    least = max((w for w, _ in padded), default=0.0)
    middle = math.sqrt(sum(w * h for w, h in padded) * ASPECT)
    widths = [max(least, middle * factor) for factor in WIDTHS]
    packings = [_pack_into(width, padded) for width in dict.fromkeys(widths)]
    return min(packings, key=lambda packing: _frame(packing, padded))


def _frame(corners: Sequence[tuple[float, float]], extents: Sequence[Size]) -> float:
    """Give the height of the least frame of the screen's shape around the rectangles."""
    placed = [(x + w, y + h) for (x, y), (w, h) in zip(corners, extents, strict=True)]
    return max((max(right / ASPECT, bottom) for right, bottom in placed), default=0.0)


def _pack_into(width: float, extents: Sequence[Size]) -> list[tuple[float, float]]:
    """Put each rectangle as high, and then as far left, as it fits."""
    skyline: list[tuple[float, float, float]] = [(0.0, width, 0.0)]  # from, to, height taken
    corners = []
    for w, h in extents:
        y, x = min(
            (max(top for a, b, top in skyline if a < start + w and b > start), start)
            for start, _, _ in skyline
            if start + w <= width + 1e-6
        )
        corners.append((x, y))
        skyline = _raise(skyline, x, x + w, y + h)
    return corners


def _raise(
    skyline: list[tuple[float, float, float]], begin: float, end: float, top: float
) -> list[tuple[float, float, float]]:
    """Put a rectangle from `begin` to `end` on the skyline."""
    kept = [(a, min(b, begin), t) for a, b, t in skyline if a < begin]
    kept.append((begin, end, top))
    kept += [(max(a, end), b, t) for a, b, t in skyline if b > end]
    return kept
