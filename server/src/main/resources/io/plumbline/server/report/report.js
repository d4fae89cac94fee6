
"use strict";
(() => {
const data = JSON.parse(document.getElementById("data").textContent);
const table = document.getElementById("columns");
const bodies = [...table.tBodies];
const vectors = document.querySelector("svg").namespaceURI;

// Elements: properties by name, attributes where there is no such property, children that are nodes or text.
function make(node, settings, children) {
  for (const [name, value] of Object.entries(settings)) {
    if (name in node && !(node instanceof SVGElement)) node[name] = value; else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}
const html = (tag, settings = {}, ...children) => make(document.createElement(tag), settings, children);
const svg = (tag, settings = {}, ...children) => make(document.createElementNS(vectors, tag), settings, children);

// Numbers, by the same rules as the rows that are written without a script.
const trimmed = text => text.includes(".") ? text.replace(/\.?0+$/, "") : text;
const count = value => Math.round(value).toLocaleString("en");
function rounded(value) {
  if (Number.isNaN(value)) return "–";
  const size = Math.abs(value), sign = value < 0 ? "−" : "";
  if (size === Infinity) return sign + "∞";
  if (size === 0) return "0";
  if (size >= 1e7 || size < 1e-4) {
    const [digits, power] = size.toExponential(3).split("e");
    return `${sign}${trimmed(digits)}e${power.replace("+", "").replace("-", "−")}`;
  }
  return sign + (size >= 1e3 ? count(size) : trimmed(size.toPrecision(4)));
}
function percent(share) {
  const value = 100 * share;
  if (Number.isNaN(value)) return "–";
  if (value > 0 && value < 0.01) return "<\u202f0.01\u202f%";
  return trimmed(value.toFixed(value < 10 ? 2 : 1)) + "\u202f%";
}
const instant = micros => Number.isFinite(micros) ? new Date(micros / 1000).toISOString().slice(0, 19).replace("T", " ") : rounded(micros);
const days = micros => Number.isFinite(micros) ? `${rounded(micros / 864e8)} days` : rounded(micros);
const total = tally => tally.values + tally.missing + tally.nan + infinities(tally) + tally.violations;
const infinities = tally => tally.positiveInfinities + tally.negativeInfinities;
const missingShare = tally => (tally.missing + tally.nan) / Math.max(1, total(tally));

// What the script sorts and filters by.
const columns = data.columns.map((column, index) => {
  const deciding = column.results?.find(result => "value" in result);
  const { newCategoryRows, belowRange, aboveRange } = column.change, tally = column.current.tally;
  return {
    ...column, index, name: column.name ?? "", results: column.results ?? [], body: bodies[index],
    beyond: Number(column.beyond), severity: -index,
    measure: deciding ? data.definitions[deciding.definition].id : "",
    missing: missingShare(tally) - missingShare(column.reference.tally),
    unexpected: (newCategoryRows + belowRange + aboveRange + tally.violations + infinities(tally)) / Math.max(1, total(tally)),
  };
});
for (const column of columns) {
  column.text = [column.name, column.type, column.role, ...column.results.map(result => {
    const { id, title } = data.definitions[result.definition];
    return `${id} ${title}`;
  })].join("\n").toLowerCase();
}
const columnOf = new Map(columns.map(column => [column.body, column]));

// Drawings: the reference filled, the current data as a line over it, in a box of 100 by 100 that is stretched to its place.
function outline(shares, top, gap) {
  const step = 100 / shares.length, y = share => 100 - 100 * share / top;
  if (gap === 0) return "M0 100" + shares.map((share, i) => `V${y(share)}H${(i + 1) * step}`).join("") + "V100";
  return shares.map((share, i) => `M${(i + gap) * step} 100V${y(share)}H${(i + 1 - gap) * step}V100`).join("");
}
function drawing(picture, ...more) {
  const reference = picture.reference.map(Number), current = picture.current.map(Number);
  const top = Math.max(...reference, ...current) || 1, gap = picture.edges ? 0 : 0.12;
  return svg("svg", { viewBox: "0 0 100 100", preserveAspectRatio: "none" },
    svg("path", { class: "bars", d: outline(reference, top, gap) }),
    svg("path", { class: "base", d: "M0 100H100" }),
    svg("path", { class: "steps", d: outline(current, top, gap) }), ...more);
}
const drawn = picture => picture?.reference?.length > 0 && picture?.current?.length > 0;

function gauge(beyond) {
  if (Number.isNaN(beyond)) return "";
  const at = Math.abs(beyond) === Infinity ? Math.sign(beyond) : beyond / (1 + Math.abs(beyond)), x = 56 + 50 * at;
  const factor = rounded(10 ** Math.abs(beyond));
  return svg("svg", { class: "gauge", role: "img", viewBox: "0 0 112 14" },
    svg("title", {}, `${beyond >= 0 ? "Beyond" : "Within"} its limit by a factor of ${factor}`),
    svg("path", { d: "M2 7H110" }), svg("path", { class: "limit", d: "M56 1V13" }),
    svg("path", { class: "bob", d: `M${x} 2L${x + 5} 7L${x} 12L${x - 5} 7Z` }));
}
function sketch(column) {
  if (column.sketched) return;
  column.sketched = true;
  const row = column.body.rows[0];
  row.querySelector(".verdict").append(gauge(column.beyond));
  if (drawn(column.picture)) row.querySelector(".picture").append(make(drawing(column.picture), { class: "spark", "aria-hidden": true }, []));
}
const observer = new IntersectionObserver(entries => {
  for (const entry of entries) if (entry.isIntersecting) {
    observer.unobserve(entry.target);
    sketch(columnOf.get(entry.target));
  }
}, { rootMargin: "800px" });
if (table.matches(".many")) bodies.forEach(body => observer.observe(body)); else columns.forEach(sketch);
addEventListener("beforeprint", () => columns.forEach(sketch));

// The detail.
function bins(column) {
  const edges = column.picture.edges.map(Number), { reference, current } = column.picture, steps = edges.length - 1;
  const label = column.type === "timestamp" ? instant : rounded, stride = Math.ceil(steps / (column.type === "timestamp" ? 2 : 5));
  const chart = drawing(column.picture, ...reference.map((share, i) => svg("rect",
    { class: "hit", x: 100 * i / steps, y: 0, width: 100 / steps, height: 100 },
    svg("title", {}, `${label(edges[i])} to ${label(edges[i + 1])}\nreference ${percent(Number(share))}\ncurrent ${percent(Number(current[i]))}`))));
  make(chart, { role: "img", "aria-label": `Shares over ${steps} bins from ${label(edges[0])} to ${label(edges[steps])}` }, []);
  const shown = edges.map((edge, i) => i).filter(i => i === steps || i % stride === 0 && steps - i >= stride / 2);
  const ticks = html("div", { className: "ticks" }, ...shown.map(i => {
    const tick = html("span", {}, label(edges[i]));
    tick.style.left = `${100 * i / steps}%`;
    return tick;
  }));
  return html("div", { className: "chart" }, html("span", { className: "top" }, percent(Math.max(...reference, ...current))), chart, ticks);
}
function categories({ labels, reference, current }) {
  const top = Math.max(...reference, ...current) || 1;
  const bar = (side, share) => {
    const element = html("i", { className: side });
    element.style.width = `${100 * share / top}%`;
    return element;
  };
  return html("div", { className: "categories" }, ...labels.flatMap((label, i) => [
    html("span", { title: label }, html("bdi", {}, label === "" ? "(empty text)" : label)),
    html("span", { className: "pair" }, bar("reference", reference[i]), bar("current", current[i])),
    html("span", { className: "shares" }, percent(Number(reference[i])), html("br"), percent(Number(current[i]))),
  ]));
}
function picture(column) {
  const nothing = html("p", { className: "none" }, "There are no values to draw.");
  const chart = !drawn(column.picture) ? nothing : column.picture.edges ? bins(column) : categories(column.picture);
  return html("section", {}, html("h3", {}, "Distributions"), chart);
}
const exact = (value, text) => html("td", { className: "number", title: String(value) }, text);
const inAll = (rows, tally) => exact(rows, count(rows) + (rows > 0 ? ` (${percent(rows / total(tally))})` : ""));
function condition(column) {
  const numeric = !["text", "boolean"].includes(column.type), time = column.type === "timestamp";
  const rows = [];
  const row = (name, cell) => rows.push([name, cell(column.reference), cell(column.current)]);
  const place = time ? instant : rounded, spread = time ? days : rounded;
  const number = (value, text) => exact(value, text(Number(value)));
  row("Rows", side => exact(total(side.tally), count(total(side.tally))));
  row("Missing", side => inAll(side.tally.missing, side.tally));
  row("Wrong type", side => inAll(side.tally.violations, side.tally));
  if (numeric && !time) {
    row("NaN", side => inAll(side.tally.nan, side.tally));
    row("+∞", side => inAll(side.tally.positiveInfinities, side.tally));
    row("−∞", side => inAll(side.tally.negativeInfinities, side.tally));
  }
  row("Different values", ({ distinct }) => exact(distinct.value ?? "not known", distinct.value === undefined ? "–" : (distinct.exact ? "" : "≈ ") + count(distinct.value)));
  row("Most frequent value", side => number(side.mostFrequent, percent));
  row("Varies", ({ constancy }) => exact(constancy, { EMPTY: "no values", CONSTANT: "constant", ALMOST_CONSTANT: "almost constant", VARYING: "yes" }[constancy]));
  if (numeric && column.reference.tally.values + column.current.tally.values > 0) {
    row("Minimum", ({ moments }) => number(moments.min, place));
    ["5 %", "25 %", "50 %", "75 %", "95 %"].forEach((rank, i) => row(`${rank} quantile`, side => number(side.quantiles?.[i] ?? NaN, place)));
    row("Maximum", ({ moments }) => number(moments.max, place));
    row("Mean", ({ moments }) => number(moments.mean, place));
    row("Standard deviation", ({ moments }) => number(Math.sqrt(moments.variance), spread));
  }
  const { belowRange, aboveRange, newCategoryRows } = column.change;
  const only = (name, value) => rows.push([name, exact("", ""), inAll(value, column.current.tally)]);
  if (numeric) only("Below the reference's range", belowRange), only("Above the reference's range", aboveRange);
  else only("In new categories", newCategoryRows);
  return html("section", {}, html("h3", {}, "Condition"), grid(["", "Reference", "Current"],
    rows.map(([name, ...cells]) => [html("th", { scope: "row" }, name), ...cells])));
}
function grid(headings, rows) {
  return html("table", {}, html("thead", {}, html("tr", {}, ...headings.map((text, i) =>
    html(text ? "th" : "td", i > 0 && text !== "Parameters" && text !== "Limit" && text !== "Precision" ? { scope: "col", className: "number" } : { scope: "col" }, text)))),
  html("tbody", {}, ...rows.map(cells => html("tr", {}, ...cells))));
}
function parameters(map = {}) {
  const text = value => Array.isArray(value) ? value.map(text).join(", ") : typeof value === "number" ? rounded(value) : String(value);
  const cut = value => value.length > 120 ? `${value.slice(0, 120)}…` : value;
  return html("td", {}, ...Object.entries(map).map(([name, value]) =>
    html("div", { title: `${name} = ${Array.isArray(value) ? value.join(", ") : value}` }, `${name} = ${cut(text(value))}`)));
}
function measures(column) {
  const rows = column.results.map((result, i) => {
    const { id, title, formula, limit, source, deviations } = data.definitions[result.definition];
    const decides = i === column.results.findIndex(other => "value" in other);
    const name = html("td", {}, title, html("small", {}, id + (decides ? " · decides" : "")),
      html("small", { title: source ?? "" }, formula ?? ""), ...(deviations ? [html("small", {}, deviations)] : []));
    if ("reason" in result) {
      name.append(html("div", {}, `Not computed: ${result.reason}`));
      return [name, html("td", { colSpan: 10 })];
    }
    const number = key => exact(result[key], rounded(Number(result[key])));
    const [least, greatest] = (result.interval ?? []).map(Number);
    return [name, html("td", { className: result.drifted ? "number crossed" : "number" }, result.drifted ? "yes" : "no"),
      number("value"), number("p"), number("adjustedP"), number("effect"), html("td", {}, limit),
      result.interval ? html("td", { title: `${least} to ${greatest}` }, `${rounded(least)} to ${rounded(greatest)}`) : html("td", {}, "exact"),
      exact(result.referenceCount, count(result.referenceCount)), exact(result.currentCount, count(result.currentCount)),
      parameters(result.parameters)];
  });
  const scroll = html("div", { className: "scroll", tabIndex: 0, role: "region", ariaLabel: "Measures" },
    grid(["Measure", "Drift", "Value", "p", "Adjusted p", "Effect", "Limit", "Precision", "Reference n", "Current n", "Parameters"], rows));
  return html("section", { className: "wide" }, html("h3", {}, "Measures"),
    rows.length ? scroll : html("p", { className: "none" }, "No measure is made for this column."));
}
function list(heading, names = []) {
  return names.length ? [html("section", {}, html("h3", {}, heading), html("ul", { className: "chips" },
    ...names.map(name => html("li", { title: name }, html("bdi", {}, name === "" ? "(empty text)" : name)))))] : [];
}
function detail(column) {
  return html("tr", { className: "detail", id: `detail-${column.index}`, role: "row" }, html("td", { role: "cell" }, html("div", {},
    ...(column.name.length > 24 ? [html("p", { className: "full" }, html("bdi", {}, column.name))] : []),
    picture(column), condition(column), measures(column),
    ...list("New categories", column.change.newCategories), ...list("Vanished categories", column.change.vanishedCategories))));
}
function toggle(column) {
  const button = column.body.querySelector("button"), open = column.body.rows[1];
  if (open) open.remove(); else column.body.append(detail(column));
  column.body.classList.toggle("open", !open);
  button.setAttribute("aria-expanded", String(!open));
  if (open) button.removeAttribute("aria-controls"); else button.setAttribute("aria-controls", `detail-${column.index}`);
}

// Sorting: words from A on, numbers from the largest on, and the other way round at the second click; what is not known comes last.
const words = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
function sort(heading) {
  const key = heading.firstElementChild.dataset.sort, text = key === "name" || key === "measure";
  const before = heading.getAttribute("aria-sort"), first = text ? "ascending" : "descending";
  const direction = before === null ? first : before === "ascending" ? "descending" : "ascending";
  const sign = direction === "ascending" ? 1 : -1;
  const compare = (a, b) => text ? sign * words.compare(a[key], b[key])
    : Number.isNaN(a[key]) - Number.isNaN(b[key]) || (a[key] === b[key] ? 0 : sign * (a[key] < b[key] ? -1 : 1));
  const fragment = document.createDocumentFragment();
  fragment.append(...columns.toSorted(compare).map(column => column.body));
  table.append(fragment);
  table.querySelectorAll("[aria-sort]").forEach(other => other.removeAttribute("aria-sort"));
  heading.setAttribute("aria-sort", direction);
}

// Filtering: every word must occur.
const filter = document.getElementById("filter"), drifted = document.getElementById("drifted");
function show() {
  const wanted = filter.value.toLowerCase().split(/\s+/);
  let shown = 0;
  for (const column of columns) {
    const matches = (column.drifted || !drifted.checked) && wanted.every(word => column.text.includes(word));
    column.body.hidden = !matches;
    shown += matches;
  }
  document.getElementById("shown").value = `${count(shown)} of ${count(columns.length)} ${columns.length === 1 ? "column" : "columns"}`;
  document.getElementById("empty").hidden = shown > 0 || columns.length === 0;
}
filter.addEventListener("input", show);
drifted.addEventListener("change", show);
filter.form.addEventListener("submit", event => event.preventDefault());
document.getElementById("clear").addEventListener("click", () => {
  filter.value = "";
  drifted.checked = false;
  show();
  filter.focus();
});
table.addEventListener("click", event => {
  const row = event.target.closest("#columns > * > tr");
  if (event.target.closest("[data-sort]")) sort(event.target.closest("th"));
  else if (row && columnOf.has(row.parentNode) && !row.matches(".detail") && getSelection().isCollapsed) toggle(columnOf.get(row.parentNode));
});
show();
})();
