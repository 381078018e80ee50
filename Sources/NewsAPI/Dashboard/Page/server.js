// The one way to the API. Knows three states of the server (there, loading, away) and tells everybody
// about a change of state or of the dataset; the views only ask.

/** Sends "state" and "dataset" events. `checked` is when the server last answered. */
export const server = Object.assign(new EventTarget(), { state: "there", dataset: null, checked: null });

/** An answer that is not the resource: a problem document (RFC 9457), or none at all when the server is away. */
export class Trouble extends Error {
  constructor(state, problem) {
    super(problem?.detail ?? problem?.title ?? state);
    this.state = state;
    this.problem = problem;
  }
}

function enter(state) {
  if (server.state === state) return;
  server.state = state;
  server.dispatchEvent(new Event("state"));
}

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    enter("away");
    throw new Trouble("away");
  }
  if (response.status === 503) {
    enter("loading");
    throw new Trouble("loading", await response.json().catch(() => null));
  }
  server.checked = new Date();
  const dataset = response.headers.get("Dataset");
  if (dataset && dataset !== server.dataset) {
    const first = server.dataset === null;
    server.dataset = dataset;
    server.dispatchEvent(new CustomEvent("dataset", { detail: { first } }));
  }
  enter("there");
  if (!response.ok && response.status !== 304) throw new Trouble("refused", await response.json().catch(() => null));
  return response;
}

/** The JSON at `path`. The browser's cache revalidates with the ETag, so an unchanged answer is not sent again. */
export async function get(path, signal) {
  return (await ask(path, { signal })).json();
}

/** The bytes `first` to `last` (inclusive) of a source, and the name of its encoding. */
export async function bytes(path, first, last, signal) {
  const response = await ask(path, { signal, headers: { Range: `bytes=${first}-${last}` } });
  const type = response.headers.get("Content-Type") ?? "";
  return { bytes: new Uint8Array(await response.arrayBuffer()), encoding: /charset=([^;\s]+)/.exec(type)?.[1] ?? "utf-8" };
}

let tag = null;
let waiting = 0;

/** Asks whether anything changed: every 15 seconds while the page is looked at, every 3 while the server is not there. */
export async function watch() {
  clearTimeout(waiting);
  if (!document.hidden) {
    try {
      const response = await ask("/stats", { cache: "no-store", headers: tag ? { "If-None-Match": tag } : {} });
      tag = response.headers.get("ETag");
      server.dispatchEvent(new Event("checked"));
    } catch {
      // The state has been told; the next round asks again.
    }
  }
  waiting = setTimeout(watch, server.state === "there" ? 15_000 : 3_000);
}
