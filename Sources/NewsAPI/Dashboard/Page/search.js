// Search as one types: a pause of a breath, one question at a time, the latest wins.

import { announce, h } from "./dom.js";
import { dateWords } from "./dates.js";
import { apiLine, changed, failure, filters, heading, pageLink, pager, question } from "./parts.js";
import { get } from "./server.js";
import { codeWord, number, word } from "./words.js";

const NAMES = ["type", "partner", "year"];
const PAUSE = 120;

/** A snippet with its marks, which are UTF-16 offsets as JavaScript counts. */
function marked({ text, marks }) {
  const pieces = [];
  let end = 0;
  for (const [from, to] of marks) {
    if (from < end) continue;
    pieces.push(text.slice(end, from), h("mark", {}, text.slice(from, to)));
    end = to;
  }
  return [...pieces, text.slice(end)];
}

const hit = ({ type, item, date, snippet }) => h("li", {},
  h("a", { href: pageLink(item.url), lang: "de" }, item.title),
  h("p", { class: "aside" }, codeWord("type", type), date && ` · ${dateWords(date)}`),
  snippet && h("p", { class: "snippet", lang: "de" }, marked(snippet)));

/** Arrow keys go from the field into the hits and back. */
function walk(event, field, results) {
  const stops = [field, ...results.querySelectorAll(".hits > li > a")];
  const index = stops.indexOf(event.target);
  if (index < 0) return;
  const next = { ArrowDown: stops[index + 1], ArrowUp: stops[index - 1], Escape: event.target === field ? null : field }[event.key];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Mounts the view. */
export function mount(host) {
  let route = null;
  let typing = 0;
  const results = h("div", {});
  const head = h("div", {});
  const type = () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      if (!field.isConnected) return;
      // Typing is one step in the history, not one for each letter.
      history.replaceState(null, "", changed(route, { q: field.value.trim() }));
      dispatchEvent(new HashChangeEvent("hashchange"));
    }, PAUSE);
  };
  const field = h("input", { type: "search", id: "q", "aria-describedby": "hint", autocomplete: "off", autocapitalize: "none", spellcheck: "false", enterkeyhint: "search", oninput: type });
  const form = h("form", { class: "ask", role: "search", onsubmit: (event) => event.preventDefault() },
    h("label", { for: "q" }, word("searchLabel")), field, h("p", { id: "hint", class: "aside" }, word("searchHint")));
  host.replaceChildren(head, form, results);
  host.addEventListener("keydown", (event) => walk(event, field, results));

  return async (next, signal) => {
    route = next;
    const q = route.query.get("q") ?? "";
    if (field.value.trim() !== q) field.value = q;
    const asked = question("/search", [...route.query, ["facets", NAMES.join(",")]]);
    head.replaceChildren(heading(word("search"), null, q && apiLine(question("/search", route.query))));
    if (!q) return results.replaceChildren();
    try {
      const list = await get(asked, signal);
      const said = list.total === 1 ? word("one") : word("found", { n: number(list.total), q: `„${q}“` });
      results.replaceChildren(h("div", { class: "beside" }, filters(list, NAMES, route),
        h("section", { "aria-label": word("results") }, h("h2", { class: "said" }, list.total === 0 ? word("none") : said),
          h("ol", { class: "hits", start: list.offset + 1 }, list.items.map(hit)), pager(list, route))));
      announce(list.total === 0 ? word("none") : said);
    } catch (error) {
      if (error.name === "AbortError" || error.state !== "refused") throw error;
      results.replaceChildren(failure(error));
    }
  };
}

/** Goes to the search field from anywhere. */
export function jump() {
  const field = document.getElementById("q");
  if (field) return field.focus();
  location.hash = "#/search";
}
