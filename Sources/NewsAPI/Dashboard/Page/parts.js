// Parts that several views share. A view's fragment is the question it asks the API, so `#/events?kind=plan`
// shows what `/events?kind=plan` answers, and every link of the API is a link of this page.

import { announce, h } from "./dom.js";
import { get } from "./server.js";
import { codeWord, number, word } from "./words.js";

/** Where this page shows an item of the API. A partner is shown among its own cooperations. */
export function pageLink(url) {
  const partner = /^\/partners\/([^/?]+)$/.exec(url);
  return partner ? `#${url}?partner=${partner[1]}` : `#${url}`;
}

/** A link to the item that a reference of the API names. */
export const refLink = (reference) => h("a", { href: pageLink(reference.url), lang: "de" }, reference.title);

/** `path?query` without what is empty. */
export function question(path, query) {
  const text = new URLSearchParams([...query].filter(([, value]) => value !== "")).toString();
  return text ? `${path}?${readable(text)}` : path;
}

/** Commas, colons and slashes need no escape in a query; what people copy should stay legible. */
const readable = (query) => query.replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%2F", "/");

/** The fragment of `route` with some parameters changed (null removes); back on the first page unless told otherwise. */
export function changed(route, changes, path = route.path) {
  const query = new URLSearchParams(route.query);
  if (!("offset" in changes)) query.delete("offset");
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") query.delete(name);
    else query.set(name, value);
  }
  return `#${question(path, query)}`;
}

/** The request behind what is shown: as JSON, and as a curl line to copy. `options` go before the address. */
export function apiLine(path, options = "") {
  const address = new URL(path, location.origin);
  // Escaped as it is sent: curl sends letters beyond ASCII as they are, and takes brackets for patterns.
  const line = h("code", {}, `curl ${options}'${address.href.replaceAll("'", "%27")}'`);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(line.textContent);
      announce(word("copied"));
      button.textContent = `${word("copied")} ✓`;
    } catch {
      getSelection().selectAllChildren(line);
      announce(word("selected"));
      button.textContent = word("selected");
    }
    setTimeout(() => (button.textContent = word("copy")), 2_000);
  };
  const button = h("button", { type: "button", onclick: copy }, word("copy"));
  return h("div", { class: "api", role: "group", "aria-label": word("same") }, line, h("a", { href: path }, word("json")), button);
}

/** The head of a view: its title, what there is to say about it, and the request behind it. */
export function heading(title, lead, ...beside) {
  return h("div", { class: "head" }, h("div", {}, h("h1", { tabindex: "-1" }, title), lead && h("p", { class: "lead" }, lead)), beside);
}

/** A short table of terms; rows without a value are left out. */
export const terms = (...rows) =>
  h("dl", { class: "terms" },
    rows.filter(([, value]) => value && value.length !== 0)
      .map(([term, value]) => [h("dt", {}, term), h("dd", {}, value)]));

/** A name that may also break behind its slashes: kickers are long. */
const breakable = (name) => name.split(/(?<=\/)/).flatMap((part, index) => (index > 0 ? [h("wbr"), part] : [part]));

/** The values that a filter names with commas between them; those that are known may have commas themselves. */
function separate(text, known = []) {
  const parts = text ? text.split(",") : [];
  const values = [];
  while (parts.length > 0) {
    let count = parts.length;
    while (count > 1 && !known.includes(parts.slice(0, count).join(","))) count -= 1;
    values.push(parts.splice(0, count).join(","));
  }
  return values;
}

/** Whether a facet's value is chosen, and what changes in the query when it is taken or given back. */
function choice(name, value, query, known) {
  if (name === "year" || name === "month") {
    const on = query.get("from") === value && query.get("to") === value;
    return { on, changes: { from: on ? null : value, to: on ? null : value } };
  }
  const chosen = separate(query.get(name), known);
  const on = chosen.includes(value);
  return { on, changes: { [name]: (on ? chosen.filter((other) => other !== value) : [...chosen, value]).join(",") } };
}

function facet(name, values, route) {
  const known = values.map(({ value }) => value);
  const link = ({ value, title, count }) => {
    const { on, changes } = choice(name, value, route.query, known);
    return h("li", {}, h("a", { href: changed(route, changes), class: "facet", "aria-current": on ? "true" : null },
      h("span", { class: "name" }, breakable(title ?? codeWord(name, value))), h("span", { class: "count" }, number(count))));
  };
  // Years come in their order; the latest are asked for most.
  const order = name === "year" ? values.toReversed() : values;
  const rest = order.slice(8);
  return values.length === 0 ? null : h("section", {}, h("h3", {}, word(name)), h("ul", {}, order.slice(0, 8).map(link)),
    rest.length > 0 && h("details", {}, h("summary", {}, word("more", { n: number(rest.length) })), h("ul", {}, rest.slice(0, 40).map(link))));
}

/** The chosen partners with a way to take each away, some to begin with, and a field that finds any other by name. */
function partnerChoice(route, titles, leading) {
  const chosen = separate(route.query.get("partner"));
  const options = h("datalist", { id: "partners" });
  const known = new Map();
  let asking = new AbortController();
  const suggest = async () => {
    const id = known.get(field.value);
    if (id) return (location.hash = changed(route, { partner: [...chosen.filter((other) => other !== id), id].join(",") }));
    asking.abort();
    asking = new AbortController();
    if (field.value.length < 2) return;
    const found = await get(question("/partners", [["q", field.value], ["limit", "8"], ["fields", "id,name"]]), asking.signal).catch(() => null);
    if (!found) return;
    for (const { id, name } of found.items) known.set(name, id);
    options.replaceChildren(...found.items.map(({ name }) => h("option", { value: name })));
  };
  const field = h("input", { type: "search", list: "partners", placeholder: word("choose"), "aria-label": word("choose"), autocomplete: "off", oninput: suggest });
  return h("section", {}, h("h3", {}, word("partner")),
    chosen.length > 0 && h("ul", {}, chosen.map((id) => h("li", {},
      h("a", { class: "facet", "aria-current": "true", href: changed(route, { partner: chosen.filter((other) => other !== id).join(",") }),
        "aria-label": word("remove", { name: titles.get(id) ?? id }) }, h("span", { class: "name", lang: "de" }, titles.get(id) ?? id), h("span", { "aria-hidden": "true" }, "✕"))))),
    h("ul", {}, leading.filter(({ value }) => !chosen.includes(value)).slice(0, 8).map(({ value, title, count }) => h("li", {},
      h("a", { class: "facet", href: changed(route, { partner: [...chosen, value].join(",") }) }, h("span", { class: "name", lang: "de" }, title), h("span", { class: "count" }, number(count)))))),
    field, options);
}

/** The filters of a list: its facets, open beside the list on a wide screen and folded above it on a small one. */
export function filters(list, names, route) {
  const named = list.items.flatMap(({ partners, actors, parties }) => partners ?? actors ?? parties?.map(({ partner }) => partner) ?? []);
  const titles = new Map([...named.map(({ id, title }) => [id, title]), ...list.facets.partner.map(({ value, title }) => [value, title])]);
  const keys = [...new Set(names.flatMap((name) => (name === "year" || name === "month" ? ["from", "to"] : [name])))];
  const active = keys.filter((name) => route.query.has(name)).length;
  return h("details", { class: "filters", open: matchMedia("(min-width: 56rem)").matches },
    h("summary", {}, h("h2", {}, word("filters"), active > 0 && ` (${active})`)),
    active > 0 && h("a", { href: changed(route, Object.fromEntries(keys.map((name) => [name, null]))) }, word("clear")),
    names.map((name) => (name === "partner" ? partnerChoice(route, titles, list.facets.partner) : facet(name, list.facets[name], route))));
}

/** Where in a list one is, and the way on and back. */
export function pager(list, route) {
  if (list.total <= list.limit && list.offset === 0) return null;
  const step = (offset, text, rel) => h("a", { href: changed(route, { offset: offset > 0 ? String(offset) : null }), rel }, text);
  return h("nav", { class: "pager", "aria-label": word("pages") },
    list.offset > 0 ? step(Math.min(list.offset, list.total) - list.limit, `← ${word("previous")}`, "prev") : h("span", {}),
    h("span", {}, list.items.length > 0 && word("page", { first: number(list.offset + 1), last: number(list.offset + list.items.length), total: number(list.total) })),
    list.links.next ? step(list.offset + list.limit, `${word("next")} →`, "next") : h("span", {}));
}

/** What a view shows instead of an answer it did not get. */
export function failure(error) {
  const problem = error.problem;
  if (error.state !== "refused") return h("p", { class: "empty" }, word(error.state === "loading" ? "loading" : "awayNever"));
  const attempt = problem?.try ?? problem?.did_you_mean?.[0];
  return h("div", { class: "empty" }, h("p", {}, word("refused")), h("p", { lang: "en" }, problem?.detail ?? problem?.title ?? ""),
    (problem?.invalid_params ?? []).map(({ name, reason }) => h("p", { lang: "en" }, h("code", {}, name), `: ${reason}`)),
    typeof attempt === "string" && h("p", {}, `${word("try")} `, h("a", { href: pageLink(attempt) }, attempt)));
}
