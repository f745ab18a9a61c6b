// The drawing: how nodes and lines look in light and dark, and what choosing, filtering and the buttons do.

const graphBox = document.getElementById("graph");
const darkness = matchMedia("(prefers-color-scheme: dark)");
const stillness = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 760px)");
const FEW = 150; // nodes
const FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';
const SHAPES = {
  person: { shape: "dot", size: 15 }, organisation: { shape: "box", margin: 9, shapeProperties: { borderRadius: 5 } },
  group: { shape: "ellipse" }, movement: { shape: "hexagon", size: 16 }, period: { shape: "diamond", size: 16 },
  unknown: { shape: "dot", size: 7 },
};
const ICONS = {
  person: '<circle cx="9" cy="9" r="6"/>', organisation: '<rect x="1.5" y="4" width="15" height="10" rx="2"/>',
  group: '<ellipse cx="9" cy="9" rx="8" ry="5.5"/>', movement: '<path d="M5 2.5h8l4 6.5-4 6.5H5L1 9z"/>',
  period: '<path d="M9 1.5 16.5 9 9 16.5 1.5 9z"/>', unknown: '<circle cx="9" cy="9" r="3.5"/>',
};
const DASHES = { nominated: [8, 5], proposed: [8, 5], registered: [8, 5], revoked: [2, 5], denied: [2, 5] };
const LINE_KINDS = [
  ["former", ["nguyên", "former"]], ["proposed", ["giới thiệu, đề nghị, đăng ký", "nominated, proposed, registered"]],
  ["revoked", ["thu hồi, không được tặng", "revoked, denied"]],
];

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

function svg(width, inner, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({ width, height: 18, viewBox: `0 0 ${width} 18`, "aria-hidden": "true", ...attributes })) {
    element.setAttribute(name, value);
  }
  element.innerHTML = inner; // only the constants above
  return element;
}

function nodeIcon(kind) {
  return svg(18, ICONS[kind], { style: `fill:var(--${kind}-fill);stroke:var(--${kind});stroke-width:1.7` });
}

function lineIcon(kind, status) {
  const dashes = (DASHES[status] ?? []).map((length) => length * 0.6).join(" ");
  const shade = BAD_STATUSES.has(status) ? "bad" : kind;
  return svg(26, `<path d="M1 9h19" stroke-dasharray="${dashes}"/><path d="m19 5 5 4-5 4"/>`,
    { style: `fill:none;stroke:var(--${shade});stroke-width:2;opacity:${status === "former" ? 0.5 : 1}` });
}

// ---- looks

function nodeLook(node, palette) {
  const [border, background] = [palette[node.kind], palette[`${node.kind}-fill`]];
  const inside = node.kind === "organisation" || node.kind === "group";
  const strong = { border, background };
  return {
    ...SHAPES[node.kind], id: node.id, borderWidth: 1.6, borderWidthSelected: 4,
    color: { ...strong, highlight: strong, hover: strong },
    font: { size: 16, face: FONT, color: palette.text, strokeWidth: inside ? 0 : 4, strokeColor: palette.page, vadjust: inside ? 0 : -3 },
  };
}

function edgeLook(edge, palette) {
  const bad = BAD_STATUSES.has(edge.status);
  const faded = edge.status === "former";
  const line = bad ? palette.bad : palette[edge.kind];
  return {
    id: edge.id, width: edge.facts.length > 1 ? 2.6 : 1.6, dashes: DASHES[edge.status] ?? false,
    color: { color: line, highlight: line, hover: line, opacity: faded ? 0.45 : 1 },
    font: { size: 13, face: FONT, color: bad ? palette.bad : palette.soft, strokeWidth: 5, strokeColor: palette.page, vadjust: edge.shift ?? 0 },
    smooth: edge.bend ? { enabled: true, type: edge.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(edge.bend) } : false,
  };
}

function palette() {
  const names = ["page", "text", "soft", "bad", ...Object.keys(FACT_KINDS)];
  for (const kind of Object.keys(NODE_KINDS)) names.push(kind, `${kind}-fill`);
  return Object.fromEntries(names.map((name) => [name, colour(name)]));
}

function fullNodes() {
  const colours = palette();
  return data.nodes.map((node) => ({ ...node, title: nodeTitle(node), ...nodeLook(node, colours) }));
}

function fullEdges() {
  const colours = palette();
  return data.edges.map((edge) => ({ ...edge, ...edgeLook(edge, colours) }));
}

function nodeTitle(node) {
  const kind = NODE_KINDS[node.kind];
  return node.kind === "unknown" ? kind[0] : `${data.entities[node.id].label}\n${kind[0]} · ${kind[1]}`;
}

const nodes = new vis.DataSet(fullNodes());
const edges = new vis.DataSet(fullEdges());
const network = new vis.Network(graphBox, { nodes, edges }, {
  autoResize: true,
  layout: { improvedLayout: false },
  physics: { enabled: false, solver: "forceAtlas2Based", forceAtlas2Based: { gravitationalConstant: -120, springLength: 170, avoidOverlap: 0.7 }, stabilization: false },
  nodes: { labelHighlightBold: false, scaling: { label: { drawThreshold: 6 } } },
  edges: { labelHighlightBold: false, arrows: { to: { enabled: true, scaleFactor: 0.6 } }, scaling: { label: { drawThreshold: 6 } }, selectionWidth: 1.6, hoverWidth: 0.6 },
  interaction: {
    hover: true, tooltipDelay: 250, multiselect: false, keyboard: { enabled: true, bindToWindow: false },
    hideEdgesOnDrag: !data.small, hideEdgesOnZoom: !data.small,
  },
});

// ---- choosing

function motion() {
  return stillness.matches || !data.small ? false : { duration: 350, easingFunction: "easeInOutQuad" };
}

function chooseNode(node) {
  unhide(data.nodes[node].kind, null);
  network.selectNodes([node]);
  network.focus(node, { scale: Math.max(network.getScale(), 0.75), animation: motion(), offset: { x: 0, y: sheetShift() } });
  closeResults();
  showNode(node);
  panel.querySelector("h2").focus({ preventScroll: true });
}

function chooseEdge(id) {
  const edge = data.edges[id];
  unhide(data.nodes[edge.from].kind, edge.kind);
  unhide(data.nodes[edge.to].kind, null);
  network.selectEdges([id]);
  const [a, b] = [network.getPosition(edge.from), network.getPosition(edge.to)];
  network.moveTo({ position: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, scale: Math.max(network.getScale(), 0.75), animation: motion(), offset: { x: 0, y: sheetShift() } });
  closeResults();
  showEdge(id);
  panel.querySelector("h2").focus({ preventScroll: true });
}

// On a narrow screen the panel covers the lower half
function sheetShift() {
  return narrow.matches ? -graphBox.clientHeight * 0.27 : 0;
}

function clearChoice() {
  network.unselectAll();
  showStart();
}

network.on("click", (event) => {
  if (event.nodes.length) showNode(event.nodes[0]);
  else if (event.edges.length) showEdge(event.edges[0]);
  else clearChoice();
});
network.on("hoverNode", () => { graphBox.style.cursor = "pointer"; });
network.on("hoverEdge", () => { graphBox.style.cursor = "pointer"; });
network.on("blurNode", () => { graphBox.style.cursor = ""; });
network.on("blurEdge", () => { graphBox.style.cursor = ""; });

// ---- legend and filters

const shownNodes = new Set(data.nodes.map((node) => node.kind));
const shownFacts = new Set(data.edges.map((edge) => edge.kind));

function filterRow(shown, kind, words, icon, count) {
  const box = make("input", { type: "checkbox", "data-kind": kind, change: () => {
    if (box.checked) shown.add(kind); else shown.delete(kind);
    applyFilters();
  } });
  box.checked = true;
  return make("label", { title: words[1] }, box, icon, words[0], make("small", {}, amount(count)));
}

function buildLegend() {
  const count = (items, kind) => items.filter((item) => item.kind === kind).length;
  for (const kind of Object.keys(NODE_KINDS).filter((name) => shownNodes.has(name))) {
    document.getElementById("node-kinds").append(filterRow(shownNodes, kind, NODE_KINDS[kind], nodeIcon(kind), count(data.nodes, kind)));
  }
  for (const kind of Object.keys(FACT_KINDS).filter((name) => shownFacts.has(name))) {
    document.getElementById("fact-kinds").append(filterRow(shownFacts, kind, FACT_KINDS[kind], lineIcon(kind, ""), count(data.facts, kind)));
  }
  for (const [status, words] of LINE_KINDS) {
    document.getElementById("line-kinds").append(make("li", { title: words[1] }, lineIcon("unknown", status), words[0]));
  }
  document.getElementById("legend").open = !narrow.matches;
}

function applyFilters() {
  const hidden = data.nodes.map((node) => !shownNodes.has(node.kind));
  nodes.update(data.nodes.map((node) => ({ id: node.id, hidden: hidden[node.id] })));
  edges.update(data.edges.map((edge) => ({ id: edge.id, hidden: hidden[edge.from] || hidden[edge.to] || !shownFacts.has(edge.kind) })));
}

// What somebody chooses from a list must be seen, even if its class was hidden
function unhide(nodeKind, factKind) {
  const boxes = [["node-kinds", nodeKind, shownNodes], ["fact-kinds", factKind, shownFacts]];
  const off = boxes.filter(([, kind, shown]) => kind !== null && !shown.has(kind));
  for (const [place, kind, shown] of off) {
    shown.add(kind);
    document.querySelector(`#${place} input[data-kind="${kind}"]`).checked = true;
  }
  if (off.length) applyFilters();
}

// ---- buttons, theme, start

function zoom(factor) {
  network.moveTo({ scale: Math.min(4, Math.max(0.02, network.getScale() * factor)), animation: motion() });
}

function togglePhysics(button) {
  const on = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(on));
  network.setOptions({ physics: { enabled: on } });
}

// The library leaves a wide margin around what it fits
function fitAll(animation) {
  network.fit({ animation: false, maxZoomLevel: 1.1 });
  network.moveTo({ scale: Math.min(1.1, network.getScale() * 1.05), animation });
}

// All of it, or its busiest node with its labels readable, where all of it would only be dots
function startView() {
  fitAll(false);
  const readable = narrow.matches ? 0.8 : 0.5;
  if ((narrow.matches || data.nodes.length <= FEW) && network.getScale() < readable * 0.85) {
    const hub = data.nodes.reduce((best, node) => (factsOf[node.id].length > factsOf[best].length ? node.id : best), 0);
    network.focus(hub, { scale: readable, animation: false });
  }
}

document.getElementById("fit").addEventListener("click", () => fitAll(motion()));
document.getElementById("closer").addEventListener("click", () => zoom(1.35));
document.getElementById("farther").addEventListener("click", () => zoom(1 / 1.35));
document.getElementById("physics").addEventListener("click", (event) => togglePhysics(event.currentTarget));
darkness.addEventListener("change", () => {
  const colours = palette();
  nodes.update(data.nodes.map((node) => nodeLook(node, colours)));
  edges.update(data.edges.map((edge) => edgeLook(edge, colours)));
});
buildLegend();
showStart();
startView();
network.once("afterDrawing", () => { document.documentElement.dataset.drawn = "true"; });
network.redraw();
