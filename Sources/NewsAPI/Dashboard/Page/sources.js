// The seed files: what became of each, and the text of one with the range marked that a piece of evidence names.

import { h } from "./dom.js";
import { dateNote, dateWords } from "./dates.js";
import { passage, range } from "./evidence.js";
import { apiLine, heading, pager, question, refLink, terms } from "./parts.js";
import { get } from "./server.js";
import { codeWord, number, word } from "./words.js";

/** How many segments of each kind tile the file. */
function kinds(segments) {
  const counts = new Map();
  for (const { kind } of segments) if (kind !== "blank") counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${number(count)} ${kind}`).join(", ");
}

async function one(host, route, signal) {
  const asked = route.query.get("bytes");
  const chosen = /^\d+-\d+$/.test(asked ?? "") ? range(asked) : null;
  const source = await get(`${route.path}?format=json`, signal);
  // An empty file has no range that could be asked for.
  const text = source.bytes > 0 ? await passage(route.path, chosen ?? [0, -1], signal, true) : { before: "", exact: "", after: "" };
  const mark = h("mark", { id: "here", tabindex: "-1" }, text.exact);
  host.replaceChildren(
    heading(source.name, source.problem ?? codeWord("read", source.status), apiLine(chosen ? route.path : `${route.path}?format=json`, chosen ? `-r ${asked} ` : "")),
    h("div", { class: "reading" },
      h("section", { "aria-label": word("whole") }, h("p", { class: "source", lang: "de" }, text.before, chosen && mark, text.after)),
      h("aside", { class: "notes", "aria-label": word("reading") }, terms(
        [word("reading"), codeWord("read", source.status)], [word("captured"), dateNote(source.captured)], [word("encoding"), source.encoding], [word("size"), number(source.bytes)],
        [word("unclassified"), String(source.unclassified_bytes)], [word("articles"), source.article && refLink(source.article)],
        [word("teasers"), source.teasers.count > 0 && h("a", { href: `#${source.teasers.url}` }, number(source.teasers.count))], [word("segments"), h("span", { lang: "en" }, kinds(source.segments))], ["SHA-256", h("code", {}, source.sha256)]))));
  if (chosen) mark.scrollIntoView({ block: "center" });
}

async function many(host, route, signal) {
  const asked = question("/sources", [...route.query, ["limit", 50]]);
  const list = await get(asked, signal);
  const head = ["source", "reading", "captured", "articles", "teasers", "size"];
  host.replaceChildren(heading(word("sources"), word("total", { n: number(list.total) }), apiLine(asked)),
    h("section", { "aria-label": word("sourceTable") }, h("table", { class: "list" }, h("thead", {}, h("tr", {}, head.map((name) => h("th", { scope: "col" }, word(name))))),
      h("tbody", {}, list.items.map((source) => h("tr", {},
        h("th", { scope: "row" }, h("a", { href: `#${source.url}` }, source.name)),
        h("td", {}, codeWord("read", source.status), source.problem && h("span", { class: "aside", lang: "en" }, ` ${source.problem}`)),
        h("td", {}, source.captured && dateWords(source.captured)), h("td", {}, source.article && refLink(source.article)),
        h("td", { class: "number", "data-name": word("teasers") }, number(source.teasers.count)), h("td", { class: "number", "data-name": word("size") }, number(source.bytes)))))), pager(list, route)));
}

/** Mounts the view. */
export const mount = (host) => (route, signal) => (route.id ? one : many)(host, route, signal);
