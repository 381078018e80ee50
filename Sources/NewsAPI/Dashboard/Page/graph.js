// A graph of cooperations that keeps them whole: a cooperation is one point, and its parties meet in it, two or
// ten of them; nothing is split into pairs. Cooperations stand on the left, partners on the right, each on a row
// of its own, so every name can be read. Connected parts are kept together, the largest first; within a part
// both sides are ordered by the mean place of what they are tied to (barycentre sweeps, Sugiyama et al. 1981).
// The layout is a pure function of the cooperations, so the same question always draws the same picture.

import { drawn, h, s } from "./dom.js";
import { dateWords } from "./dates.js";
import { codeWord, word } from "./words.js";

const ROW = 26;
const GAP = 22;
const SWEEPS = 12;

/** Tells partners of one name apart: the id of a group that belongs to somebody ends in the id of that partner. */
function distinguish(partners, titles) {
  const known = new Map([...titles, ...partners.map(({ id, title }) => [id, title])]);
  const twins = partners.filter(({ title }, index) => partners.some((other, at) => at !== index && other.title === title));
  for (const twin of twins) {
    const scope = [...known.keys()].filter((id) => twin.id.endsWith(`-${id}`)).sort((one, other) => other.length - one.length)[0];
    twin.scope = known.get(scope);
  }
}

/** The parts of the graph that hang together, each `{ acts, partners }`. */
function components(cooperations, titles) {
  const partners = new Map();
  for (const cooperation of cooperations) {
    for (const { partner, role } of cooperation.parties) {
      if (!partners.has(partner.url)) partners.set(partner.url, { ...partner, ties: [] });
      partners.get(partner.url).ties.push({ url: cooperation.url, role });
    }
  }
  distinguish([...partners.values()], titles);
  const acts = new Map(cooperations.map((cooperation) => [cooperation.url, { ...cooperation, ties: cooperation.parties.map(({ partner, role }) => ({ url: partner.url, role })) }]));
  const seen = new Set();
  const parts = [];
  for (const start of acts.keys()) {
    if (seen.has(start)) continue;
    const part = { acts: [], partners: [] };
    const open = [start];
    seen.add(start);
    while (open.length > 0) {
      const url = open.pop();
      const node = acts.get(url) ?? partners.get(url);
      (acts.has(url) ? part.acts : part.partners).push(node);
      for (const tie of node.ties) if (!seen.has(tie.url)) seen.add(tie.url) && open.push(tie.url);
    }
    parts.push(part);
  }
  return parts.sort((one, other) => other.acts.length + other.partners.length - one.acts.length - one.partners.length);
}

/** Orders both sides of a part so that few lines cross. */
function order({ acts, partners }) {
  const place = new Map();
  const number = (nodes) => nodes.forEach(({ url }, index) => place.set(url, (index + 0.5) / nodes.length));
  const settle = (nodes) => {
    const mean = new Map(nodes.map((node) => [node, node.ties.reduce((sum, { url }) => sum + place.get(url), 0) / node.ties.length]));
    nodes.sort((one, other) => mean.get(one) - mean.get(other) || (one.url < other.url ? -1 : 1));
    number(nodes);
  };
  partners.sort((one, other) => other.ties.length - one.ties.length || (one.url < other.url ? -1 : 1));
  number(partners);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    settle(acts);
    settle(partners);
  }
}

/** Every node with its row: `{ nodes, height }`. */
function layout(cooperations, titles) {
  const nodes = [];
  let top = ROW / 2;
  for (const part of components(cooperations, titles)) {
    order(part);
    const rows = Math.max(part.acts.length, part.partners.length);
    const spread = (list, side) => list.forEach((node, index) => nodes.push({ ...node, side, y: top + ((index + 0.5) * rows * ROW) / list.length }));
    spread(part.acts, "act");
    spread(part.partners, "partner");
    top += rows * ROW + GAP;
  }
  return { nodes, height: top };
}

const measure = document.createElement("canvas").getContext("2d");

/** As much of `text` as fits. */
function fitted(text, width, font) {
  measure.font = font;
  if (measure.measureText(text).width <= width) return text;
  let end = Math.floor((text.length * width) / measure.measureText(text).width);
  while (end > 1 && measure.measureText(`${text.slice(0, end)}…`).width > width) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

const year = (date) => date?.earliest?.slice(0, 4) ?? date?.latest?.slice(0, 4) ?? "";

function paint(placed, width, link, selected) {
  // On a phone the letters are smaller, and a cooperation's year stands below its name, for which rows are higher. Below
  // the name of a group stands whose it is, where several have that name.
  const narrow = width < 480;
  const row = narrow ? 1.25 * ROW : ROW;
  const height = (placed.height * row) / ROW;
  const nodes = placed.nodes.map((node) => ({ ...node, y: (node.y * row) / ROW }));
  const font = `${narrow ? 12 : 14}px ${getComputedStyle(document.body).fontFamily}`;
  const left = Math.round(width * (narrow ? 0.44 : 0.39));
  const right = Math.round(width * (narrow ? 0.56 : 0.61));
  const at = new Map(nodes.map((node) => [node.url, node]));
  const near = new Set([selected, ...(at.get(selected)?.ties.map(({ url }) => url) ?? [])]);
  // A chosen cooperation shows its parties, a chosen partner its cooperations and whom it meets there.
  if (at.get(selected)?.side === "partner") for (const { url } of at.get(selected).ties) for (const tie of at.get(url).ties) near.add(tie.url);
  const some = at.has(selected);
  const dim = (on) => (some ? (on ? " near" : " far") : "");
  const touches = (act, tie) => act.url === selected || tie.url === selected || (at.get(selected)?.side === "partner" && near.has(act.url));
  const lines = nodes.filter(({ side }) => side === "act").flatMap((act) => act.ties.map((tie) => {
    const end = at.get(tie.url).y;
    const bend = (right - left) * 0.5;
    return s("path", { class: `tie ${tie.role}${act.status === "planned" ? " planned" : ""}${dim(touches(act, tie))}`, d: `M${left} ${act.y}C${left + bend} ${act.y} ${right - bend} ${end} ${right} ${end}` });
  }));
  const points = nodes.map((node) => {
    const act = node.side === "act";
    const x = act ? left : right;
    const when = act ? year(node.date) : "";
    const name = act ? node.kind_label : node.title;
    const spoken = act
      ? `${name}, ${dateWords(node.date)}, ${codeWord("status", node.status)}: ${node.parties.map(({ partner }) => partner.title).join(", ")}`
      : `${name}${node.scope ? ` (${node.scope})` : ""}: ${node.ties.length} ${word("cooperations")}`;
    const beside = act ? when : node.scope ?? "";
    const below = beside !== "" && (narrow || !act);
    const room = (act ? left : width - right) - 16 - (when && !below ? 38 : 0);
    const size = act ? 5 : Math.min(9, 3 + Math.sqrt(node.ties.length) * 1.6);
    return s("a", { href: link(node.url), tabindex: "-1", "aria-label": spoken, "aria-current": node.url === selected ? "true" : null, class: `node ${node.side} ${node.status ?? ""}${dim(near.has(node.url))}`, "data-url": node.url },
      s("title", {}, spoken),
      s("rect", { class: "hit", x: act ? 0 : right - 12, y: node.y - row / 2, width: act ? left + 12 : width - right + 12, height: row }),
      s("circle", { cx: x, cy: node.y, r: size }),
      s("text", { x: act ? x - 12 : x + 14, y: node.y + (below ? -2 : 4.5), "text-anchor": act ? "end" : "start" },
        fitted(name, room, near.has(node.url) && some ? `600 ${font}` : font),
        beside && s("tspan", below ? { class: "year", x: act ? x - 12 : x + 14, dy: narrow ? "1.1em" : "1em" } : { class: "year" }, below ? fitted(beside, room, font) : ` ${beside}`)));
  });
  return s("svg", { width, height, viewBox: `0 0 ${width} ${height}`, class: "graph", role: "group", "aria-label": word("graph") }, s("g", {}, lines), s("g", {}, points));
}

/** Arrow keys: up and down the side one is on, across along a line. One stop for the tabulator. */
function walk(svg, nodes, selected) {
  const links = new Map([...svg.querySelectorAll("a")].map((link) => [link.dataset.url, link]));
  let here = nodes.find(({ url }) => url === selected) ?? nodes[0];
  links.get(here?.url)?.setAttribute("tabindex", "0");
  const go = (node) => {
    if (!node) return;
    links.get(here.url).setAttribute("tabindex", "-1");
    here = node;
    links.get(here.url).setAttribute("tabindex", "0");
    links.get(here.url).focus();
  };
  svg.addEventListener("focusin", (event) => {
    const url = event.target.closest("a")?.dataset.url;
    if (url && url !== here.url) go(nodes.find((node) => node.url === url));
  });
  svg.addEventListener("keydown", (event) => {
    const column = nodes.filter(({ side }) => side === here.side).sort((one, other) => one.y - other.y);
    const index = column.indexOf(here);
    const across = () => nodes.filter(({ url }) => here.ties.some((tie) => tie.url === url)).sort((one, other) => Math.abs(one.y - here.y) - Math.abs(other.y - here.y))[0];
    const moves = {
      ArrowDown: () => column[index + 1], ArrowUp: () => column[index - 1], Home: () => column[0], End: () => column.at(-1),
      ArrowRight: () => here.side === "act" && across(), ArrowLeft: () => here.side === "partner" && across(),
    };
    if (!(event.key in moves)) return;
    event.preventDefault();
    go(moves[event.key]());
  });
}

/**
 * Draws `cooperations` into a new element; `link(url)` is where a node leads, `titles` what partners are called, by id. Returns it with a way to select a node.
 */
export function graph(cooperations, link, titles) {
  const placed = layout(cooperations, titles);
  let selected = null;
  let width = 0;
  const holder = h("div", { class: "drawing" });
  const redraw = () => {
    const focused = holder.contains(document.activeElement) ? document.activeElement.closest("a")?.dataset.url : null;
    const svg = paint(placed, width, link, selected);
    walk(svg, placed.nodes, selected);
    holder.replaceChildren(svg);
    if (focused) [...svg.querySelectorAll("a")].find((node) => node.dataset.url === focused)?.focus({ preventScroll: true });
  };
  drawn(holder, (now) => {
    width = now;
    redraw();
  });
  return {
    element: holder,
    partners: placed.nodes.filter(({ side }) => side === "partner").length,
    select(url) {
      selected = url;
      if (width > 0) redraw();
    },
  };
}
