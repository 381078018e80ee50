// What is there, when it was published, what is newest, and what nobody has seen.

import { columnChart } from "./chart.js";
import { h, s } from "./dom.js";
import { dateWords, dayWords } from "./dates.js";
import { apiLine, heading, pageLink, question } from "./parts.js";
import { get } from "./server.js";
import { number, word } from "./words.js";

const FIGURES = [["articles", "#/articles"], ["teasers", "#/teasers"], ["partners", "#/network"], ["cooperations", "#/network"], ["events", "#/events"], ["sources", "#/sources"]];

/** A short list of recent items. */
const latest = (title, list, more, href) =>
  h("section", {}, h("h2", {}, title), h("ol", { class: "latest" }, list.items.map((item) => h("li", {},
    h("time", {}, dateWords(item.date)),
    h("a", { href: pageLink(item.url), lang: "de" }, item.kicker && h("span", { class: "kicker" }, item.kicker), " ", item.headline ?? item.title)))),
    h("p", {}, h("a", { href }, `${more} (${number(list.total)})`)));

/** The ten most frequent with their counts, the length of a line in proportion to the largest. */
function ranking(title, rows) {
  const first = rows.toSorted((one, other) => other.count - one.count).slice(0, 10);
  const top = Math.max(1, first[0]?.count ?? 1);
  return h("section", {}, h("h2", {}, title), h("ol", { class: "ranking" }, first.map(({ count, link: [href, name] }) =>
    h("li", {}, h("a", { href, lang: "de" }, name), s("svg", { "aria-hidden": "true" }, s("rect", { width: `${(100 * count) / top}%`, height: 6 })), h("span", { class: "count" }, number(count))))));
}

function coverage({ observed, unknown }) {
  const periods = [...observed.map((period) => ({ ...period, seen: true })), ...unknown].sort((one, other) => (one.from < other.from ? -1 : 1));
  return h("section", {}, h("h2", {}, word("coverage")), h("ul", { class: "coverage" }, periods.map(({ from, to, seen, sources = [], assumes = [] }) =>
    h("li", { class: seen ? null : "unseen-period" }, `${dayWords(from)} – ${dayWords(to)}`,
      h("span", { class: "aside" }, seen ? ` ${number(sources.length)} ${word("sources")}` : ` ${word("unobserved")}`),
      assumes.length > 0 && h("span", { class: "aside", lang: "en" }, ` · ${assumes.join("; ")}`)))),
    h("p", { class: "aside" }, word("coverageNote")));
}

/** Mounts the view. */
export function mount(host) {
  return async (route, signal) => {
    const [stats, teasers, articles] = await Promise.all([
      get("/stats", signal), get("/teasers?limit=8&sort=-date", signal), get("/articles?limit=5&sort=-date", signal),
    ]);
    const { counts, by_month: byMonth, by_kicker: byKicker, by_partner: byPartner } = stats;
    const rejected = counts.rejected_sources;
    const newest = teasers.items[0]?.date;
    const last = stats.coverage.observed.map(({ to }) => to).sort().at(-1);
    host.replaceChildren(
      heading(word("overview"), [newest && `${word("newest")} ${dateWords(newest)}`, last && ` · ${word("captured")} ${dayWords(last)}`,
        rejected > 0 && h("a", { href: "#/sources" }, ` · ${word("rejected", { n: number(rejected) })}`)], apiLine("/stats")),
      h("ul", { class: "figures" }, FIGURES.map(([name, href]) =>
        h("li", {}, h("a", { href }, h("strong", {}, number(counts[name])), ` ${word(name)}`)))),
      columnChart({
        months: byMonth.map(({ month, articles: read, teasers: announced }) => ({ key: month, parts: [read, announced] })),
        series: [word("articles"), word("teasers")], shaded: stats.coverage.unknown, title: word("perMonth"), yearTitle: word("perYear"),
        link: (key) => `#${question("/teasers", [["from", key], ["to", key]])}`,
      }),
      h("div", { class: "columns" },
        latest(word("latestTeasers"), teasers, word("allTeasers"), "#/teasers"),
        h("div", {}, latest(word("latestArticles"), articles, word("allArticles"), "#/articles"), coverage(stats.coverage)),
        h("div", {},
          ranking(word("topPartners"), byPartner.map(({ partner, mentions }) => ({ count: mentions, link: [pageLink(partner.url), partner.title] }))),
          ranking(word("topKickers"), byKicker.map(({ kicker, articles: read, teasers: announced }) => ({ count: read + announced, link: [`#${question("/teasers", [["kicker", kicker]])}`, kicker] }))))));
  };
}
