"use strict";
// The words of the page, the search, and the panel. Everything is put on the page as text, never as markup.

const data = JSON.parse(document.getElementById("data").textContent);
const NODE_KINDS = {
  person: ["Người", "Person"], organisation: ["Tổ chức", "Organisation"], group: ["Nhóm được khen", "Recipients"],
  movement: ["Phong trào", "Movement"], period: ["Thời kỳ", "Period"], unknown: ["Không nêu tên", "Awarder not named"],
};
const FACT_KINDS = {
  role: ["giữ chức vụ", "holds a role"], award: ["khen thưởng", "awards"], stage: ["trong thời kỳ", "in a period"],
};
const STATUSES = {
  current: ["đương nhiệm", "current"], former: ["nguyên", "former"], nominated: ["được giới thiệu", "nominated"],
  awarded: ["đã tặng", "awarded"], proposed: ["đề nghị", "proposed"], registered: ["đăng ký", "registered"],
  revoked: ["thu hồi", "revoked"], denied: ["không được tặng", "denied"],
};
const DETAILS = {
  parent: ["Thuộc", "Part of"], place: ["Địa bàn", "Place"], period: ["Thời kỳ", "Period"], date: ["Ngày", "Date"],
  presenter: ["Người trao", "Presenter"], forMovement: ["Phong trào", "Movement"], reason: ["Thành tích", "Reason"],
};
const PLAIN_STATUSES = new Set(["", "current", "awarded"]);
const BAD_STATUSES = new Set(["revoked", "denied"]);
const STEP = 40;

const panel = document.getElementById("panel");
const search = document.getElementById("search");
const results = document.getElementById("results");
const factsOf = data.nodes.map(() => []);
data.facts.forEach((fact, i) => {
  for (const node of new Set([fact.from, fact.to, ...fact.others])) factsOf[node].push(i);
});
const edgeOf = [];
data.edges.forEach((edge) => edge.facts.forEach((fact) => { edgeOf[fact] = edge.id; }));

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

function both([vietnamese, english], tag = "span", attributes = {}) {
  return make(tag, { title: english, ...attributes }, vietnamese);
}

// Must agree with `text.fold`: no case, no tone or vowel marks, đ as d
function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");
}

function amount(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ".");
}

// ---- search

const entries = [
  ...data.entities.map((entity, node) => ({ node, name: entity.label, texts: [entity.label, ...entity.forms] })),
  ...data.edges.map((edge) => ({ edge: edge.id, name: data.facts[edge.facts[0]].label, texts: [data.facts[edge.facts[0]].label] })),
].filter((entry) => entry.edge !== undefined || data.nodes[entry.node].kind !== "unknown");
for (const entry of entries) entry.folded = entry.texts.map(fold);

// Whole names before beginnings before the rest, as typed before without accents, entities before facts, busy before quiet
function rank(entry, typed, folded) {
  const score = Math.max(...entry.folded.map((text, i) => {
    if (!text.includes(folded)) return 0;
    const place = text === folded ? 6 : text.startsWith(folded) ? 4 : (" " + text).includes(" " + folded) ? 2 : 1;
    return place + (entry.texts[i].toLowerCase().includes(typed) ? 1 : 0);
  }));
  const busy = entry.node === undefined ? 0 : factsOf[entry.node].length;
  return score && score * 1e6 + (entry.node === undefined ? 0 : 5e5) + Math.min(busy, 4e5);
}

function find(query) {
  const typed = query.normalize("NFC").toLowerCase().trim();
  if (!typed) return [];
  const folded = fold(typed);
  return entries.map((entry) => [rank(entry, typed, folded), entry]).filter(([score]) => score > 0)
    .sort((a, b) => b[0] - a[0]).map(([, entry]) => entry);
}

function showResults() {
  const found = find(search.value);
  const items = found.slice(0, STEP).map((entry) => make("li", {}, entryButton(entry)));
  if (search.value.trim() && !items.length) items.push(make("li", {}, make("p", { title: "Nothing found" }, "Không tìm thấy")));
  results.replaceChildren(...items);
  results.hidden = !items.length;
  document.getElementById("found").textContent = search.value.trim() ? `${amount(found.length)} kết quả` : "";
}

function entryButton(entry) {
  if (entry.node !== undefined) return nodeButton(entry.node);
  const fact = data.facts[data.edges[entry.edge].facts[0]];
  const about = `${data.entities[fact.from].label} → ${data.entities[fact.to].label}`;
  return make("button", { type: "button", class: "row", click: () => chooseEdge(entry.edge) },
    lineIcon(fact.kind, fact.status), make("span", {}, entry.name, make("small", {}, about)));
}

function nodeButton(node) {
  const count = factsOf[node].length;
  const kind = NODE_KINDS[data.nodes[node].kind];
  return make("button", { type: "button", class: "row", click: () => chooseNode(node) }, nodeIcon(data.nodes[node].kind),
    make("span", {}, data.entities[node].label, make("small", { title: `${kind[1]}, ${count} facts` }, `${kind[0]} · ${amount(count)} sự kiện`)));
}

function closeResults() {
  results.hidden = true;
}

function moveFocus(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const rows = [search, ...results.querySelectorAll("button")];
  if (event.key === "Escape") { closeResults(); search.focus(); }
  if (!step || results.hidden) return;
  event.preventDefault();
  rows[Math.max(0, Math.min(rows.length - 1, rows.indexOf(document.activeElement) + step))].focus();
}

search.addEventListener("input", showResults);
search.addEventListener("focus", showResults);
document.getElementById("finder").addEventListener("keydown", moveFocus);
document.getElementById("finder").addEventListener("submit", (event) => {
  event.preventDefault();
  results.querySelector("button")?.click();
});
document.addEventListener("click", (event) => { if (!event.target.closest("#finder")) closeResults(); });
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== search) { event.preventDefault(); search.focus(); }
  else if (event.key === "Escape" && !event.target.closest("#finder")) clearChoice();
});

// ---- panel

function fillPanel(chosen, ...children) {
  panel.classList.toggle("chosen", chosen);
  const close = make("button", { type: "button", class: "close", title: "Close", "aria-label": "Đóng (Close)", click: () => clearChoice() }, "×");
  panel.replaceChildren(close, ...children.filter((child) => child !== null));
  panel.scrollTop = 0;
}

function showStart() {
  const busiest = data.nodes.map((node) => node.id).filter((node) => data.nodes[node].kind !== "unknown")
    .sort((a, b) => factsOf[b].length - factsOf[a].length || a - b).slice(0, 12);
  fillPanel(false,
    make("h2", {}, "Chọn một nút hoặc một đường nối"),
    make("p", {}, "Bảng này sẽ cho biết các sự kiện, câu văn nêu sự kiện và bài báo."),
    make("small", { lang: "en" }, "Choose a node or a line to see its facts, their sentences and articles."),
    both(["Nhiều sự kiện nhất", "Most facts"], "h3"),
    ...busiest.map(nodeButton));
}

function showNode(node) {
  const entity = data.entities[node];
  const kind = data.nodes[node].kind;
  const forms = entity.forms.length ? [["forms", entity.forms.join("; "), null]] : [];
  fillPanel(true,
    make("p", { class: "kind" }, nodeIcon(kind), both(NODE_KINDS[kind])),
    make("h2", { tabindex: "-1" }, kind === "unknown" ? NODE_KINDS.unknown[0] : entity.label),
    detailList([...forms, ...entity.details]),
    ...quoteList(entity),
    factsOf[node].length ? both([`Sự kiện (${amount(factsOf[node].length)})`, "Facts"], "h3") : null,
    factList(factsOf[node], node));
}

function showEdge(id) {
  const edge = data.edges[id];
  const words = FACT_KINDS[edge.kind];
  fillPanel(true,
    make("p", { class: "kind" }, lineIcon(edge.kind, edge.status), both(words)),
    make("h2", { tabindex: "-1" }, data.facts[edge.facts[0]].label),
    factList(edge.facts));
}

function factList(facts, here) {
  const box = make("div");
  const more = make("button", { type: "button", class: "more", title: "Show more", click: () => extend() }, "Xem thêm");
  let shown = 0;
  function extend() {
    more.remove();
    box.append(...facts.slice(shown, shown + STEP).map((fact) => factCard(fact, here)));
    shown += STEP;
    if (shown < facts.length) box.append(more);
  }
  extend();
  return box;
}

function factCard(index, here) {
  const fact = data.facts[index];
  const status = PLAIN_STATUSES.has(fact.status) ? null
    : both(STATUSES[fact.status] ?? [fact.status, fact.status], "span", { class: BAD_STATUSES.has(fact.status) ? "status bad" : "status" });
  return make("article", { class: "fact" },
    make("p", {}, fact.label, status),
    make("p", { class: "way" }, nodeLink(fact.from, here), both(["→", FACT_KINDS[fact.kind][1]]), nodeLink(fact.to, here)),
    detailList(fact.details), ...quoteList(fact));
}

// The name of a node, as a button that leads to it, unless the panel is about it already
function nodeLink(node, here) {
  const name = data.nodes[node].kind === "unknown" ? NODE_KINDS.unknown[0] : data.entities[node].label;
  if (node === here) return make("span", {}, name);
  return make("button", { type: "button", class: "link", click: () => chooseNode(node) }, name);
}

function detailList(details) {
  if (!details.length) return null;
  return make("dl", {}, ...details.map(([name, value, node]) => make("div", {},
    both(DETAILS[name] ?? ["Tên khác", "Also called"], "dt"),
    make("dd", {}, node === null ? value : nodeLink(node)))));
}

function quoteList(about) {
  const shown = about.quotes.map(([sentence, article]) => make("figure", { class: "quote" },
    make("blockquote", {}, data.sentences[sentence]), make("figcaption", {}, ...articleName(data.articles[article]))));
  const rest = about.quoteCount - shown.length;
  if (rest > 0) shown.push(make("p", { title: `and ${rest} more sentences` }, make("small", {}, `và ${amount(rest)} câu khác`)));
  return shown;
}

function articleName(article) {
  const name = article.title || article.id;
  const rest = [article.title ? article.id : "", article.published].filter(Boolean).join(" · ");
  const isAddress = /^https?:\/\/\S+$/.test(article.source);
  const shown = isAddress ? make("a", { href: article.source, target: "_blank", rel: "noopener noreferrer" }, name) : name;
  return [shown, rest ? ` · ${rest}` : "", article.source && !isAddress ? ` · ${article.source}` : ""];
}
