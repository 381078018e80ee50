// A column chart with shaded periods, drawn at the width there is, and the same numbers as a table.

import { drawn, h, s } from "./dom.js";
import { DAY, dayWords, instant, monthWords, span } from "./dates.js";
import { number, word } from "./words.js";

const LEFT = 44;
const TOP = 8;
const BOTTOM = 22;
const WIDEST = 100;

/** Round values for an axis from 0 to at least `top`. */
function ticks(top) {
  const rough = Math.max(1, top / 3);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough);
  return Array.from({ length: Math.ceil(top / step) + 1 }, (_, index) => index * step);
}

/** Months added up to their years. */
function years(months) {
  const sums = new Map();
  for (const { key, parts } of months) {
    const year = key.slice(0, 4);
    const sum = sums.get(year) ?? parts.map(() => 0);
    sums.set(year, sum.map((value, index) => value + parts[index]));
  }
  return [...sums].map(([key, parts]) => ({ key, parts }));
}

const period = (key) => (key.length === 4 ? key : monthWords(key));

function drawing({ columns, series, shaded, link, height, title, chosen }, width) {
  const inner = height - TOP - BOTTOM;
  const scale = ticks(Math.max(1, ...columns.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0))));
  const top = scale.at(-1);
  const step = Math.min(WIDEST, (width - LEFT) / columns.length);
  const end = LEFT + step * columns.length;
  const [first] = span(columns[0].key);
  const last = span(columns.at(-1).key)[1] + DAY;
  const x = (time) => LEFT + ((Math.min(Math.max(time, first), last) - first) / (last - first)) * (end - LEFT);
  const y = (value) => TOP + inner * (1 - value / top);
  const grid = scale.map((value) => [
    s("line", { class: "grid", x1: LEFT, x2: width, y1: y(value), y2: y(value) }),
    s("text", { x: LEFT - 6, y: y(value) + 4, "text-anchor": "end" }, number(value)),
  ]);
  const gaps = shaded.filter(({ from, to }) => instant(to) >= first && instant(from) <= last).map(({ from, to }) =>
    s("rect", { class: "gap", x: x(instant(from)), y: TOP, width: Math.max(3, x(instant(to) + DAY) - x(instant(from))), height: inner, fill: "url(#hatch)" },
      s("title", {}, word("gap", { from: dayWords(from), to: dayWords(to) }))));
  const bars = columns.map(({ key, parts }, index) => {
    const left = LEFT + index * step;
    let sum = 0;
    const pieces = parts.map((part, number) => {
      if (part === 0) return null;
      const foot = y(sum);
      sum += part;
      return s("rect", { class: `part part-${parts.length === 1 ? 1 : number}`, x: left + Math.min(1, step / 5), width: Math.max(1, step - Math.min(2, step / 2.5)), y: y(sum), height: foot - y(sum) });
    });
    const label = `${period(key)}: ${series.map((name, number_) => `${number(parts[number_])} ${name}`).join(", ")}`;
    const hit = s("rect", { class: "hit", x: left, y: TOP, width: step, height: inner });
    if (sum === 0) return s("g", {}, hit, s("title", {}, label));
    return s("a", { href: link(key), "aria-label": label, tabindex: "-1", class: chosen?.(key) ? "chosen" : null }, hit, pieces, s("title", {}, label));
  });
  const room = Math.max(1, Math.ceil(46 / step));
  const yearly = columns[0].key.length === 4;
  const starts = columns.map(({ key }, index) => ({ key, index })).filter(({ key, index }) => (yearly || columns.length <= 24 ? index % room === 0 : key.endsWith("-01")));
  const every = Math.max(1, Math.ceil(46 / ((end - LEFT) / Math.max(1, starts.length))));
  const labels = starts.filter((_, index) => index % every === 0).map(({ key, index }) => [
    s("line", { class: "tick", x1: LEFT + index * step, x2: LEFT + index * step, y1: TOP + inner, y2: TOP + inner + 4 }),
    s("text", { x: Math.min(LEFT + index * step + 2, width - 28), y: height - 6 }, yearly ? key : columns.length <= 24 ? monthWords(key, "short") : key.slice(0, 4)),
  ]);
  const svg = s("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": title, class: "chart" },
    s("defs", {}, s("pattern", { id: "hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      s("rect", { class: "hatch-ground", width: 6, height: 6 }), s("line", { class: "hatch-line", x1: 0, x2: 0, y1: 0, y2: 6 }))),
    grid, bars, gaps, labels);
  return reachable(svg);
}

/** One stop for the tabulator; the arrow keys walk the columns. */
function reachable(svg) {
  const links = [...svg.querySelectorAll("a")];
  links.at(-1)?.setAttribute("tabindex", "0");
  svg.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[event.key];
    const index = links.indexOf(event.target.closest("a"));
    if (!step || index < 0) return;
    event.preventDefault();
    const next = links[Math.min(links.length - 1, Math.max(0, index + step))];
    links[index].setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });
  return svg;
}

/**
 * A chart of `months`, each `{ key: "2024-11", parts: [1, 12] }` with a part for each name in `series`;
 * as years where months would be thinner than four pixels. `shaded` are periods `{ from, to }`,
 * `link(key)` is where a column leads, `chosen(key)` whether it is the one looked at.
 */
export function columnChart({ months, series, shaded = [], link, height = 180, title, yearTitle = title, chosen }) {
  const holder = h("div", { class: "drawing" });
  const figure = h("figure", { class: "chart-figure" });
  if (months.length === 0) return figure;
  const caption = h("figcaption", {});
  const table = h("tbody", {});
  drawn(holder, (width) => {
    const columns = months[0].key.length > 4 && (width - LEFT) / months.length < 4 ? years(months) : months;
    const name = columns[0].key.length === 4 ? yearTitle : title;
    holder.replaceChildren(drawing({ columns, series, shaded, link, height, title: name, chosen }, width));
    caption.replaceChildren(h("span", { class: "caption" }, name), series.length > 1 || shaded.length > 0
      ? h("span", { class: "legend" }, series.map((text, index) => h("span", { class: `key key-${index}` }, text)), shaded.length > 0 && h("span", { class: "key key-gap" }, word("unobserved"))) : "");
    table.replaceChildren(...columns.filter(({ parts }) => parts.some((part) => part > 0)).map(({ key, parts }) =>
      h("tr", {}, h("th", { scope: "row" }, h("a", { href: link(key) }, period(key))), parts.map((part) => h("td", {}, number(part))))));
  });
  figure.append(caption, holder, h("details", {}, h("summary", {}, word("asTable")),
    h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, word("period")), series.map((name) => h("th", { scope: "col" }, name)))), table),
    shaded.length > 0 && h("ul", {}, shaded.map(({ from, to }) => h("li", {}, word("gap", { from: dayWords(from), to: dayWords(to) }))))));
  return figure;
}
