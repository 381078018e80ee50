// Starts the page and keeps it: reads the fragment, shows its view, tells what the server does.

import { announce, h } from "./dom.js";
import { failure } from "./parts.js";
import * as network from "./network.js";
import * as overview from "./overview.js";
import * as reading from "./reading.js";
import * as search from "./search.js";
import * as sources from "./sources.js";
import * as timeline from "./timeline.js";
import { server, watch } from "./server.js";
import { language, remember, remembered, speak, word } from "./words.js";

const VIEWS = {
  "": ["overview", overview], network: ["network", network], partners: ["network", network], cooperations: ["network", network],
  events: ["timeline", timeline], timelines: ["timeline", timeline], search: ["search", search], articles: ["articles", reading], teasers: ["teasers", reading], sources: ["sources", sources],
};

const main = document.getElementById("main");
let view = null;
let update = null;
let asking = new AbortController();
let failed = false;
let visits = 0;

/** The fragment as the question it is: `#/events/ID?kind=plan`. */
function readRoute() {
  const [path, query = ""] = (location.hash.slice(1) || "/").split("?");
  const [name, ...rest] = path.split("/").slice(1);
  return { path, name, id: rest.join("/") || null, query: new URLSearchParams(query), moved: visits > 0 };
}

async function show() {
  const route = readRoute();
  const [name, module] = VIEWS[route.name] ?? [null, null];
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const fresh = name !== view;
  if (fresh) {
    view = name;
    const host = h("div", { class: `view ${name}` });
    update = module?.mount(host);
    main.replaceChildren(host);
    scrollTo(0, 0);
  }
  for (const link of document.querySelectorAll("nav [data-view]")) {
    if (link.dataset.view === name) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  main.setAttribute("aria-busy", "true");
  try {
    if (!update) return main.replaceChildren(h("p", { class: "empty" }, word("unknownView")));
    await update(route, signal);
    failed = false;
    if (signal.aborted) return;
    arrived(name, fresh);
  } catch (error) {
    if (error.name === "AbortError") return;
    if (!error.state) throw error;
    failed = true;
    // What is already on the page stays; only an empty view says why it is empty.
    if (error.state === "refused" || main.firstChild.childElementCount === 0) main.firstChild.replaceChildren(failure(error));
  } finally {
    if (!signal.aborted) main.removeAttribute("aria-busy");
  }
}

/** Names the page after what it shows, and takes the reader to a new view's title. */
function arrived(name, fresh) {
  const title = main.querySelector("h1")?.textContent ?? word(name);
  document.title = `${title} – Newsdesk`;
  if (fresh && visits > 0) (name === "search" ? document.getElementById("q") : main.querySelector("h1"))?.focus({ preventScroll: true });
  visits += 1;
  performance.mark("shown");
}

function notice(text, ...actions) {
  document.getElementById("notice").replaceChildren(...(text ? [h("p", {}, text), ...actions] : []));
}

const time = (date) => date.toLocaleTimeString(language(), { hour: "2-digit", minute: "2-digit", second: "2-digit" });

function again() {
  view = null;
  notice(null);
  return show();
}

server.addEventListener("state", () => {
  if (server.state === "there") {
    notice(null);
    announce(word("back"));
    if (failed) again();
  } else {
    notice(server.state === "loading" ? word("loading") : server.checked ? word("away", { time: time(server.checked) }) : word("awayNever"));
  }
});

server.addEventListener("dataset", ({ detail }) => {
  document.getElementById("dataset").textContent = word("dataset", { id: server.dataset });
  if (detail.first) return;
  notice(word("changed"), h("button", { type: "button", onclick: again }, word("reload")), h("button", { type: "button", onclick: () => notice(null) }, word("dismiss")));
});

server.addEventListener("checked", () => {
  document.getElementById("checked").textContent = word("checked", { time: time(server.checked) });
});

/** Puts the language's words into the parts that are written in the page. */
function dress() {
  document.documentElement.lang = language();
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = word(node.dataset.word);
  for (const node of document.querySelectorAll("[data-word-label]")) node.setAttribute("aria-label", word(node.dataset.wordLabel));
  const button = document.getElementById("language");
  button.textContent = word("other");
  button.lang = language() === "de" ? "en" : "de";
  document.getElementById("theme").replaceChildren(h("span", { class: "unseen" }, `${word("theme")}: `), `◐ ${word(`theme.${document.documentElement.dataset.theme ?? "auto"}`)}`);
  if (server.dataset) document.getElementById("dataset").textContent = word("dataset", { id: server.dataset });
}

function paint(theme) {
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

document.getElementById("language").addEventListener("click", () => {
  speak(language() === "de" ? "en" : "de");
  dress();
  again();
});
document.getElementById("theme").addEventListener("click", () => {
  const themes = ["auto", "light", "dark"];
  const theme = themes[(themes.indexOf(document.documentElement.dataset.theme ?? "auto") + 1) % themes.length];
  remember("theme", theme);
  paint(theme);
  dress();
});
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener("keydown", (event) => {
  if (event.key !== "k" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  search.jump();
});
addEventListener("hashchange", show);
document.addEventListener("visibilitychange", () => document.hidden || watch());

paint(remembered("theme"));
dress();
show().finally(watch);
