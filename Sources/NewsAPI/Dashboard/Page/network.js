// Who works with whom: the graph, its filters, and for what is selected its status, date and proving sentences.

import { announce, h } from "./dom.js";
import { dateNote, dateWords } from "./dates.js";
import { evidence, proof } from "./evidence.js";
import { graph } from "./graph.js";
import { apiLine, changed, failure, filters, heading, pageLink, pager, question, refLink, terms } from "./parts.js";
import { get } from "./server.js";
import { codeWord, number, word } from "./words.js";

const NAMES = ["partner", "kind", "status", "modality", "year"];
const DRAWN = 40;
const LEADING = 8;

function cooperationPanel(item, signal) {
  return [
    h("h2", { lang: "de", tabindex: "-1" }, item.kind_label),
    terms(
      [word("parties"), h("ul", {}, item.parties.map(({ partner, role }) => h("li", {}, refLink(partner), role === "joins" && h("span", { class: "aside" }, ` ${word("joins")}`))))],
      [word("status"), h("span", { class: `state ${item.status}` }, codeWord("status", item.status))],
      [word("date"), dateNote(item.date)],
      [word("kind"), codeWord("kind", item.kind)],
      [word("subject"), item.subject && h("span", { lang: "de" }, item.subject)],
      [word("modality"), codeWord("modality", item.modality)],
      [word("attributed"), item.attributed_to && h("span", { lang: "de" }, item.attributed_to)],
      [word("confidence"), codeWord("confidence", item.confidence)]),
    proof(item.evidence, signal),
  ];
}

function partnerPanel(item, signal) {
  const counted = (name, value) => value.count > 0 && h("li", {}, h("a", { href: `#${value.url}` }, `${number(value.count)} ${word(name)}`));
  return [
    h("h2", { lang: "de", tabindex: "-1" }, item.name),
    terms(
      [word("type"), [codeWord("type", item.type), item.collective && h("span", { class: "aside" }, ` · ${word("collective")}`)]],
      [word("scope"), item.scope && refLink(item.scope)],
      [word("aliases"), item.aliases.length > 0 && h("span", { lang: "de" }, item.aliases.join(", "))],
      [word("firstLast"), item.first && [dateWords(item.first), item.last && item.last.edtf !== item.first.edtf && ` – ${dateWords(item.last)}`]],
      [word("mentioned"), h("ul", {}, h("li", {}, word("mentions", { n: number(item.mentions.count) })),
        ["articles", "teasers"].map((name) => counted(name, item[name])))],
      [word("timeline"), item.events.count > 0 && h("a", { href: `#${item.timeline}` }, `${number(item.events.count)} ${word("events")}`)],
      [word("cooperations"), h("ul", {}, item.cooperations.slice(0, 30).map((reference) => h("li", {}, refLink(reference))))]),
    h("section", { class: "proof" }, h("h3", {}, word("firstMention")),
      item.mentions.by_source.slice(0, 5).map((mention, index) => evidence(mention.evidence, { context: index === 0, signal }))),
  ];
}

/** The cooperations as a table: the graph in words. */
const table = (items, link) => h("details", {}, h("summary", {}, word("asList")), h("table", { class: "list" },
  h("thead", {}, h("tr", {}, ["kind", "parties", "date", "status"].map((name) => h("th", { scope: "col" }, word(name))))),
  h("tbody", {}, items.map((item) => h("tr", {},
    h("th", { scope: "row", lang: "de" }, h("a", { href: link(item.url) }, item.kind_label)),
    h("td", { lang: "de" }, item.parties.map(({ partner }) => partner.title).join(", ")),
    h("td", {}, dateWords(item.date)), h("td", {}, codeWord("status", item.status)))))));

/** Mounts the view. */
export function mount(host) {
  let shown = null;
  let picture = null;
  const panel = h("aside", { class: "panel", "aria-label": word("proof") });

  async function show(route, signal) {
    picture?.select(route.id ? `/${route.name}/${route.id}` : null);
    if (!route.id || route.name === "network") return panel.replaceChildren(h("p", { class: "empty" }, word("choosing")));
    const item = await get(`/${route.name}/${route.id}`, signal).catch((error) => {
      if (error.name === "AbortError") throw error;
      panel.replaceChildren(failure(error));
    });
    if (!item) return;
    const partner = route.name === "partners";
    const only = partner && route.query.get("partner") !== item.id && item.cooperation_count > 0;
    panel.replaceChildren(
      h("a", { class: "close", href: changed(route, { offset: route.query.get("offset") }, "/network") }, word("close")),
      ...(partner ? partnerPanel(item, signal) : cooperationPanel(item, signal)),
      ...(only ? [h("p", {}, h("a", { href: pageLink(item.url) }, word("only", { name: item.name })))] : []),
      apiLine(item.url));
    if (route.moved) {
      announce(panel.querySelector("h2").textContent);
      if (panel.getBoundingClientRect().top > innerHeight * 0.6) panel.querySelector("h2").focus();
    }
  }

  return async (route, signal) => {
    const query = new URLSearchParams(route.query);
    const asked = question("/cooperations", [...query, ["limit", DRAWN], ["facets", NAMES.join(",")]]);
    if (shown !== asked) {
      const all = await get(asked, signal);
      // Of more than can be read at once, the part that hangs together most: unless somebody is asked for.
      const leading = all.total > DRAWN && !query.has("partner") ? all.facets.partner.slice(0, LEADING).map(({ value }) => value).join(",") : null;
      const part = leading ? question("/cooperations", [...query, ["partner", leading], ["limit", DRAWN]]) : question("/cooperations", [...query, ["limit", DRAWN]]);
      const list = leading ? { ...(await get(part, signal)), facets: all.facets } : all;
      const link = (url) => `#${question(url, query)}`;
      picture = list.items.length > 0 ? graph(list.items, link, new Map(all.facets.partner.map(({ value, title }) => [value, title]))) : null;
      const drawing = new URLSearchParams(query);
      for (const name of ["modality", "year", "offset"]) drawing.delete(name);
      const numbers = { n: number(list.items.length), m: number(picture?.partners ?? 0), part: number(list.total), total: number(all.total), leading: number(LEADING) };
      host.replaceChildren(
        heading(word("network"), `${word("networkLead")} ${word(leading ? "drawnLeading" : list.total > list.items.length ? "drawnPart" : "drawn", numbers)}`,
          h("div", {}, apiLine(question("/network", drawing)), apiLine(part))),
        h("div", { class: "beside three" }, filters(list, NAMES, { ...route, path: "/network" }),
          h("section", { class: "stage", "aria-label": word("network") }, picture?.element ?? h("p", { class: "empty" }, word("none")),
            pager(list, { ...route, path: "/network" }), list.items.length > 0 && table(list.items, link)),
          panel));
      shown = asked;
    }
    await show(route, signal);
  };
}
