"use strict";
// Filters, search, hits on demand, and which mark belongs to which finding. Nothing is put on the page but classes and a count.

const form = document.getElementById("filters");
const shown = document.getElementById("shown");
const nothing = document.getElementById("nothing");
const marks = [...document.querySelectorAll("mark[data-marks]")].map((element) => ({
  element,
  looks: element.dataset.marks.trim().split(" ").map((mark) => mark.split(":")),
}));

// Must agree with `text.fold`: no case, no tone or vowel marks, đ as d
function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d").replace(/\s+/g, " ");
}

function words(attribute) {
  return attribute ? attribute.split(" ") : [];
}

const findings = [...document.querySelectorAll(".finding")].map((element) => {
  const sentence = element.parentElement.querySelector(".sentence")?.textContent ?? "";
  const { number, outcome, kinds, statuses, rules } = element.dataset;
  const article = element.closest("article").querySelector("h3").textContent;
  return {
    element, number, outcome, kinds: words(kinds), statuses: words(statuses), rules: words(rules),
    text: fold(`${article} ${sentence} ${element.textContent}`),
  };
});

function chosen() {
  const fields = form.elements;
  const outcomes = new Set([...fields.outcome].filter((box) => box.checked).map((box) => box.value));
  const [kind, status, rule, text] = [fields.kind.value, fields.status.value, fields.rule.value, fold(fields.search.value.trim())];
  return findings.filter((finding) => outcomes.has(finding.outcome) && (!kind || finding.kinds.includes(kind))
    && (!status || finding.statuses.includes(status)) && (!rule || finding.rules.includes(rule)) && finding.text.includes(text));
}

function refresh() {
  const found = chosen();
  const visible = new Set(found.map((finding) => finding.element));
  const numbers = new Set(found.map((finding) => finding.number));
  for (const { element } of findings) element.hidden = !visible.has(element);
  for (const passage of document.querySelectorAll(".passage")) passage.hidden = !passage.querySelector(".finding:not([hidden])");
  for (const article of document.querySelectorAll("article")) article.hidden = !article.querySelector(".passage:not([hidden])");
  for (const { element, looks } of marks) element.className = looks.filter(([, number]) => numbers.has(number)).map(([look]) => look).join(" ");
  nothing.hidden = found.length > 0;
  shown.textContent = `${found.length} of ${findings.length} shown`;
}

function point(finding, on) {
  for (const { element, looks } of marks) {
    if (looks.some(([, number]) => number === finding.number)) element.classList.toggle("pointed", on);
  }
}

function choose(button) {
  const { kind = "", status = "", rule = "" } = button.dataset;
  Object.entries({ kind, status, rule }).forEach(([name, value]) => { form.elements[name].value = value; });
  refresh();
  form.scrollIntoView();
  form.elements.search.focus({ preventScroll: true });
}

function clear() {
  form.reset();
  refresh();
}

form.hidden = false;
form.addEventListener("input", refresh);
form.addEventListener("submit", (event) => event.preventDefault());
document.getElementById("clear").addEventListener("click", clear);
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !/^(INPUT|SELECT)$/.test(document.activeElement.tagName)) {
    event.preventDefault();
    form.elements.search.focus();
  } else if (event.key === "Escape" && document.activeElement === form.elements.search) {
    clear();
  }
});
for (const button of document.querySelectorAll(".choose")) button.addEventListener("click", () => choose(button));
for (const finding of findings) {
  for (const [event, on] of [["pointerenter", true], ["pointerleave", false], ["focus", true], ["blur", false]]) {
    finding.element.addEventListener(event, () => point(finding, on));
  }
}
refresh();
document.documentElement.dataset.drawn = "";
