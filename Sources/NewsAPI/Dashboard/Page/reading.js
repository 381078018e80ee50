// Articles and teasers: as lists, and each as it was read, its proving sentences marked and tied to what they prove.

import { h } from "./dom.js";
import { dateNote, dateWords } from "./dates.js";
import { apiLine, filters, heading, pageLink, pager, question, refLink, terms } from "./parts.js";
import { get } from "./server.js";
import { codeWord, number, word } from "./words.js";

const NAMES = { articles: ["kicker", "partner", "section", "year"], teasers: ["kicker", "partner", "label", "year"] };
const FACTS = 24;
const SHOWN = 30;

function listed(item) {
  return h("li", {}, h("time", {}, dateWords(item.date)),
    h("div", {}, h("a", { href: pageLink(item.url), lang: "de" }, item.kicker && h("span", { class: "kicker" }, item.kicker), " ", item.headline ?? item.title),
      item.label && h("span", { class: "tag" }, item.label),
      h("p", { class: "snippet", lang: "de" }, item.text ?? item.lead),
      item.partners.length > 0 && h("p", { class: "actors", lang: "de" }, item.partners.slice(0, 8).map((partner) => [refLink(partner), " "]))));
}

/** Everything the item is the proof of: cooperations and events with their evidence, and quotes. */
async function factsOf(item, signal) {
  const fetched = (reference) => get(reference.url, signal);
  const cooperations = await Promise.all(item.cooperations.slice(0, FACTS).map(fetched));
  const events = await Promise.all(item.events.slice(0, FACTS).map(fetched));
  // The event of a cooperation, and of the item's own publication, says nothing new.
  const said = new Map([[item.url, item.date?.edtf], ...cooperations.map(({ url, date }) => [url, date?.edtf])]);
  const isNew = ({ about, kind, date }) => !(["publication", "agreement"].includes(kind) && said.get(about.url) === date.edtf);
  return [
    ...cooperations.map((fact) => ({ evidence: fact.evidence, title: `${fact.kind_label}: ${fact.parties.map(({ partner }) => partner.title).join(", ")}`,
      url: fact.url, sort: word("type.cooperation"), aside: `${codeWord("status", fact.status)}, ${dateWords(fact.date)}` })),
    ...events.filter(isNew).map((fact) => ({ evidence: fact.evidence, title: fact.title, url: fact.url, sort: codeWord("kind", fact.kind), aside: dateWords(fact.date) })),
    ...(item.quotes ?? []).map((quote) => ({ evidence: [quote.evidence], title: [quote.speaker, quote.role].filter(Boolean).join(", ") || word("quote"), url: null, sort: word("quote"), aside: "" })),
  ];
}

/** `text` with the sentences that prove `facts` marked; a piece proves every fact whose sentence covers it. */
function annotated(text, facts, light) {
  const spans = facts.flatMap((fact, index) => [...new Set(fact.evidence.map(({ exact }) => exact))]
    .map((exact) => ({ index, from: text.indexOf(exact), length: exact.length })).filter(({ from }) => from >= 0));
  const edges = [...new Set([0, text.length, ...spans.flatMap(({ from, length }) => [from, from + length])])].sort((one, other) => one - other);
  return edges.slice(0, -1).map((from, place) => {
    const piece = text.slice(from, edges[place + 1]);
    const proven = [...new Set(spans.filter((span) => span.from <= from && span.from + span.length > from).map(({ index }) => index))];
    if (proven.length === 0 || piece.trim() === "") return piece;
    for (const index of proven) facts[index].found = true;
    const on = () => light(proven, true);
    const off = () => light(proven, false);
    return h("mark", { tabindex: "0", "data-facts": proven.join(" "), "aria-describedby": proven.map((index) => `fact-${index}`).join(" "), onmouseenter: on, onmouseleave: off, onfocus: on, onblur: off }, piece);
  });
}

function notes(facts, light) {
  return h("aside", { class: "notes", "aria-label": word("facts") }, h("h2", {}, word("facts")),
    h("p", { class: "aside" }, word(facts.length > 0 ? "factsHint" : "noFacts")),
    facts.map((fact, index) => {
      const { source, bytes } = fact.evidence[0] ?? {};
      return h("div", { class: "note", id: `fact-${index}`, onmouseenter: () => light([index], true), onmouseleave: () => light([index], false), onfocusin: () => light([index], true), onfocusout: () => light([index], false) },
        h("p", { class: "aside" }, fact.sort, fact.aside && ` · ${fact.aside}`),
        h("p", { lang: "de" }, fact.url ? h("a", { href: pageLink(fact.url) }, fact.title) : fact.title),
        source && h("p", { class: "aside" }, h("a", { href: `#${source}?bytes=${bytes}` }, word("lines", fact.evidence[0]))));
    }));
}

const sighting = ({ source, position, captured, label, caption }) => h("li", {}, h("a", { href: `#${source}` }, source.replace("/sources/", "")),
  position && ` · ${word("position", { n: position })}`, captured && ` · ${dateWords(captured)}`, label && ` · ${label}`, caption && h("span", { class: "aside", lang: "de" }, ` · ${caption}`));

async function one(host, route, signal) {
  const item = await get(`/${route.name}/${route.id}`, signal);
  const facts = await factsOf(item, signal);
  const light = (indices, on) => {
    for (const node of host.querySelectorAll("mark[data-facts]")) if (node.dataset.facts.split(" ").some((index) => indices.includes(Number(index)))) node.classList.toggle("lit", on);
    for (const index of indices) host.querySelector(`#fact-${index}`)?.classList.toggle("lit", on);
  };
  const paragraphs = item.paragraphs?.map(({ text }) => text) ?? [item.text];
  const marked = (text) => annotated(text, facts, light);
  host.replaceChildren(h("div", { class: "reading" },
    h("article", {},
      item.kicker && h("p", { class: "kicker", lang: "de" }, item.kicker),
      h("h1", { tabindex: "-1", lang: "de" }, item.headline ?? item.title),
      h("p", { class: "byline" }, dateNote(item.date), item.section && ` · ${item.section}`, item.label && ` · ${item.label}`),
      item.lead && h("p", { class: "opening", lang: "de" }, marked(item.lead)),
      h("div", { class: "body", lang: "de" }, paragraphs.map((text) => h("p", {}, marked(text)))),
      terms(
        [word("full"), item.article && refLink(item.article)],
        [word("partners"), item.partners.length > 0 && h("span", { class: "actors", lang: "de" }, item.partners.map((partner) => [refLink(partner), " "]))],
        [word("timeline"), item.timeline && h("a", { href: `#${item.timeline}` }, word("timelineOf"))],
        [word("seen"), h("ul", {}, item.sightings.map(sighting))],
        [word("relatedTo"), item.related.length > 0 && h("ul", {}, item.related.map(({ item: other, because }) => h("li", {}, refLink(other), h("span", { class: "aside" }, ` ${word("because", { reasons: because.join(", ") })}`))))]),
      apiLine(item.url)),
    notes(facts, light)));
}

async function many(host, route, signal) {
  const names = NAMES[route.name];
  const asked = question(route.path, [...route.query, ["limit", SHOWN], ["facets", names.join(",")]]);
  const list = await get(asked, signal);
  host.replaceChildren(
    heading(word(route.name), list.total === 1 ? word("one") : word("total", { n: number(list.total) }), apiLine(question(route.path, [...route.query, ["limit", SHOWN]]))),
    h("div", { class: "beside" }, filters(list, names, route),
      h("section", { "aria-label": word(route.name) }, list.items.length === 0 ? h("p", { class: "empty" }, word("none")) : h("ol", { class: "items" }, list.items.map(listed)), pager(list, route))));
}

/** Mounts the view. */
export const mount = (host) => (route, signal) => (route.id ? one : many)(host, route, signal);

