// Events in the order of time, drawn as exactly as they are known: a day is a point, a period a bar, an end that
// is open or approximate fades, what is only planned or reported is hollow, what is inferred is hatched.
// Zooming asks the server for the period, so any archive stays a page long.

import { columnChart } from "./chart.js";
import { announce, drawn, h, s } from "./dom.js";
import { DAY, dateWords, dayOf, instant, ownWords, span } from "./dates.js";
import { proof } from "./evidence.js";
import { apiLine, changed, filters, heading, pager, question, refLink, terms } from "./parts.js";
import { get } from "./server.js";
import { codeWord, number, word } from "./words.js";

const NAMES = ["partner", "kind", "modality", "year"];
const SHOWN = 60;
const YEARS = 200;
const HEIGHT = 22;

/** The period that is drawn: what was asked for, else what the events span. Of open events, it may be the asked-for alone. */
function domain(query, items) {
  const days = items.flatMap(({ date }) => [date.earliest, date.latest]).filter(Boolean).map(instant);
  const first = span(query.get("from") ?? "");
  const last = span(query.get("to") ?? "");
  const from = first ? first[0] : Math.min(...days, ...(last ?? []));
  const to = last ? last[1] : Math.max(...days, ...(first ?? []));
  if (!Number.isFinite(from) || !Number.isFinite(to) || from > to) return null;
  const pad = Math.max(DAY, (to - from) * 0.02);
  return [from - pad, to + DAY + pad];
}

/** A name on the axis, kept inside it at both ends. */
const label = (x, width, text) =>
  s("text", { x: x < 20 ? 0 : Math.min(x, width), y: 15, "text-anchor": x < 20 ? "start" : x > width - 20 ? "end" : "middle" }, text);

/** The years, months or days that the axis names: at most one for each 56 pixels. */
function axis([from, to], width) {
  const room = Math.max(2, Math.floor(width / 56));
  const days = (to - from) / DAY;
  const steps = [["day", 1], ["day", 7], ["month", 1], ["month", 3], ["year", 1], ["year", 2], ["year", 5], ["year", 10], ["year", 25], ["year", 100]];
  const length = { day: 1, month: 30.5, year: 365.25 };
  const [unit, every] = steps.find(([unit, every]) => days / (length[unit] * every) <= room) ?? steps.at(-1);
  const start = new Date(from);
  const marks = [];
  for (let index = 0; index <= room * 2 + every; index += 1) {
    const time = unit === "day" ? Math.ceil(from / DAY) * DAY + index * every * DAY
      : unit === "month" ? Date.UTC(start.getUTCFullYear(), Math.ceil(start.getUTCMonth() / every) * every + index * every, 1)
        : Date.UTC(Math.ceil(start.getUTCFullYear() / every) * every + index * every, 0, 1);
    if (time > to) break;
    const day = dayOf(time);
    if (time >= from) marks.push({ time, text: unit === "day" ? `${day.slice(8)}.${day.slice(5, 7)}.` : unit === "month" ? `${day.slice(5, 7)}/${day.slice(2, 4)}` : day.slice(0, 4) });
  }
  return marks;
}

/** A bar from `left` to `right`, its unknown ends fading over at most 36 pixels. */
function bar(looks, left, right, y, [openStart, openEnd]) {
  const fade = Math.min(36, (right - left) / (openStart && openEnd ? 2 : 1.2));
  const piece = (x, end, name) => end - x > 0.01 && s("rect", { class: `${looks} ${name}`, x, y, width: end - x, height: HEIGHT - 2 * y });
  const from = openStart ? left + fade : left;
  const to = openEnd ? right - fade : right;
  return [openStart && piece(left, from, "fade-start"), piece(from, to, openStart || openEnd ? "joined" : ""), openEnd && piece(to, right, "fade-end")];
}

/** One event's mark. */
function mark(event, [from, to], width, marks) {
  const x = (time) => ((time - from) / (to - from)) * width;
  const grid = marks.map(({ time }) => s("line", { class: "grid", x1: x(time), x2: x(time), y1: 0, y2: HEIGHT }));
  const { date, kind, modality } = event;
  const shape = [];
  if (date.earliest || date.latest) {
    const looks = `mark ${kind} ${modality === "fact" ? "" : "hollow"} ${date.basis === "inferred" ? "inferred" : ""}`;
    const start = date.earliest ? x(instant(date.earliest)) : 0;
    const end = date.latest ? x(instant(date.latest) + DAY) : width;
    if (date.precision === "day") {
      const centre = (start + end) / 2;
      if (date.approximate) shape.push(...bar(`mark ${kind}`, centre - 14, centre + 14, 7, [true, true]));
      shape.push(s("circle", { class: looks, cx: centre, cy: HEIGHT / 2, r: 4.5 }));
    } else {
      // Outside the window a bar simply goes on; only an end that is not known fades.
      const [left, right] = [Math.max(-8, start), Math.min(width + 8, end)];
      if (right > left) shape.push(...bar(looks, left, Math.max(left + 6, right), 6, [date.approximate || !date.earliest, date.approximate || !date.latest]));
    }
  }
  return s("svg", { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, "aria-hidden": "true" }, grid, shape);
}

/** Fades are fills that every mark shares. */
const fades = () => s("svg", { width: 0, height: 0, "aria-hidden": "true", class: "shared" }, s("defs", {},
  [["fade-start", [0, 1]], ["fade-end", [1, 0]]].map(([id, stops]) =>
    s("linearGradient", { id }, stops.map((opacity, offset) => s("stop", { offset, "stop-opacity": opacity })))),
  s("pattern", { id: "inferred", width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, s("line", { x1: 0, x2: 0, y1: 0, y2: 5 }))));

/** What one event says of itself, and its proof. */
const details = (event, signal) => h("div", { class: "details" },
  terms([word("date"), [dateWords(event.date), h("span", { class: "aside" }, ` ${event.date.edtf} · ${word(event.date.basis)}`)]],
    [word("modality"), codeWord("modality", event.modality)],
    [word("attributed"), event.attributed_to && h("span", { lang: "de" }, event.attributed_to)],
    [word("where"), refLink(event.about)]),
  proof(event.evidence, signal), apiLine(event.url));

function row(event, { link, selected, signal }) {
  const plot = h("div", { class: "plot" });
  const own = ownWords(event.date);
  const open = selected?.url === event.url;
  const item = h("li", { class: open ? "open" : null },
    h("div", { class: "when" }, dateWords(event.date), own && h("span", { class: "aside", lang: "de" }, ` „${own}“`)),
    plot,
    h("div", { class: "what" }, h("span", { class: `tag ${event.kind}` }, codeWord("kind", event.kind)), event.modality !== "fact" && h("span", { class: "tag" }, codeWord("modality", event.modality)), " ",
      h("a", { href: link(open ? "/events" : event.url), lang: "de", "aria-expanded": open ? "true" : "false" }, event.title),
      event.actors.length > 0 && h("span", { class: "actors", lang: "de" }, event.actors.map((actor) => [" ", refLink(actor)]))),
    open && details(selected, signal));
  return { item, plot, event };
}

/** The overview of all years, or of the months of a year, to zoom by: the facets leave the period out of account. */
function density(facets, route) {
  const from = route.query.get("from") ?? "";
  const to = route.query.get("to") ?? "9999";
  const only = facets.year.length === 1 ? facets.year[0].value : null;
  const inYear = from !== "" && from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : only;
  const found = new Map((inYear ? facets.month : facets.year).map(({ value, count }) => [String(value), count]));
  const years = [...found.keys()].map((key) => Number(key.slice(0, 4)));
  if (years.length === 0) return null;
  const last = years.reduce((one, other) => Math.max(one, other));
  const first = Math.max(last - YEARS, years.reduce((one, other) => Math.min(one, other)));
  const keys = inYear ? Array.from({ length: 12 }, (_, index) => `${inYear}-${String(index + 1).padStart(2, "0")}`)
    : Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  return columnChart({
    months: keys.map((key) => ({ key, parts: [found.get(key) ?? 0] })), series: [word("events")], height: 90,
    title: word(inYear ? "densityMonths" : "density"), link: (key) => changed(route, { from: key, to: key }),
    chosen: (key) => from !== "" && key >= from.slice(0, key.length) && key <= to.slice(0, key.length),
  });
}

/** Links that move and widen the period, and fields to write one. */
function zoom(route, current) {
  const from = route.query.get("from") ?? "";
  const to = route.query.get("to") ?? "";
  const step = (text, changes) => h("a", { class: "button", href: changed(route, changes) }, text);
  const move = (direction) => {
    if (from && from === to && from.length < 10) {
      const [year, month] = from.split("-").map(Number);
      const next = month ? dayOf(Date.UTC(year, month - 1 + direction, 1)).slice(0, 7) : String(year + direction);
      return { from: next, to: next };
    }
    const length = current[1] - current[0];
    return { from: dayOf(current[0] + direction * length), to: dayOf(current[1] + direction * length) };
  };
  const wider = from && from === to && from.length === 7 ? { from: from.slice(0, 4), to: from.slice(0, 4) } : { from: null, to: null };
  const narrower = () => {
    const quarter = (current[1] - current[0]) / 4;
    return { from: dayOf(current[0] + quarter), to: dayOf(current[1] - quarter) };
  };
  const field = (name, value) => h("label", {}, `${word(name)} `, h("input", { name, value, size: 10, placeholder: "2024-11", pattern: "\\d{4}(-\\d{2}(-\\d{2})?)?", inputmode: "numeric", autocomplete: "off" }));
  const submit = (event) => {
    event.preventDefault();
    location.hash = changed(route, Object.fromEntries(new FormData(event.target)));
  };
  return h("div", { class: "zoom", role: "group", "aria-label": word("period") },
    current && [step(`← ${word("earlier")}`, move(-1)), step(`${word("later")} →`, move(1)), current[1] - current[0] > 8 * DAY && step(word("zoomIn"), narrower())],
    (from || to) && step(word("zoomOut"), wider),
    route.query.get("sort") === "-date" ? step(word("oldest"), { sort: null }) : step(word("newestFirst"), { sort: "-date" }),
    h("form", { onsubmit: submit }, field("from", from), field("to", to), h("button", {}, word("apply"))));
}

/** Mounts the view. */
export function mount(host) {
  return async (route, signal) => {
    // Either all events, one of them opened, or the events of one partner or article.
    const path = route.name === "timelines" && route.id ? route.path : "/events";
    const asked = question(path, [...route.query, ["limit", SHOWN], ["facets", [...NAMES, "month"].join(",")]]);
    const [list, selected] = await Promise.all([get(asked, signal), path === "/events" && route.id ? get(`/events/${route.id}`, signal) : null]);
    const here = { ...route, path };
    const items = selected && !list.items.some(({ url }) => url === selected.url) ? [selected, ...list.items] : list.items;
    const current = domain(route.query, items);
    const link = (url) => `#${question(url, route.query)}`;
    const rows = items.map((event) => row(event, { link, selected, signal }));
    const ruler = h("div", { class: "plot" });
    const events = h("ol", { class: "events" }, rows.map(({ item }) => item));
    drawn(ruler, (width) => {
      if (!current) return;
      const marks = axis(current, width);
      ruler.replaceChildren(s("svg", { width, height: HEIGHT, "aria-hidden": "true" }, marks.map(({ time, text }) =>
        label(((time - current[0]) / (current[1] - current[0])) * width, width, text))));
      for (const { plot, event } of rows) plot.replaceChildren(mark(event, current, width, marks));
    });
    host.replaceChildren(
      heading(list.title ? `${word("timeline")}: ${list.title}` : word("timeline"), word("timelineLead"), apiLine(question(path, [...route.query, ["limit", SHOWN]]))),
      h("div", { class: "beside" }, filters(list, NAMES, here),
        h("section", { "aria-label": word("timeline") }, density(list.facets, here), zoom(here, current), fades(),
          items.length === 0 ? h("p", { class: "empty" }, word("none")) : [h("div", { class: "ruler" }, h("div", {}), ruler, h("div", {})), events],
          pager(list, here))));
    announce(word("total", { n: number(list.total) }));
    if (selected && route.moved) host.querySelector(".open [aria-expanded]")?.focus();
  };
}
