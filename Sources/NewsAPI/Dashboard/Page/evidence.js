// Shows a proving sentence where it stands. The page fetches the bytes of the source itself, marks the
// range the API names, and says whether those bytes are the quote: the reader need not trust the API.

import { h } from "./dom.js";
import { apiLine, refLink } from "./parts.js";
import { bytes } from "./server.js";
import { codeWord, word } from "./words.js";

const AROUND = 480;

/** First and last byte of an inclusive range, `742-878`. */
export const range = (text) => text.split("-").map(Number);

/** The text around a range of a source: what is before it, in it and after it, cut at the line it stands on. */
export async function passage(source, [first, last], signal, whole = false) {
  const start = whole ? 0 : Math.max(0, first - AROUND);
  const { bytes: read, encoding } = await bytes(source, start, whole ? 1_000_000 : last + AROUND, signal);
  const decode = (from, to) => new TextDecoder(encoding).decode(read.subarray(from, to));
  // A window may begin and end inside a character of UTF-8; those bytes belong to nobody's sentence.
  const continues = (index) => encoding.toLowerCase() === "utf-8" && (read[index] & 0xc0) === 0x80;
  let head = 0;
  while (start > 0 && head < 3 && continues(head)) head += 1;
  const before = decode(head, first - start);
  const after = decode(last + 1 - start, read.length).replace(/�+$/u, "");
  if (whole) return { before, exact: decode(first, last + 1), after };
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const end = after.indexOf("\n");
  return {
    before: line === before && start > 0 ? `… ${line.slice(line.indexOf(" ") + 1)}` : line,
    exact: decode(first - start, last + 1 - start),
    after: end >= 0 ? after.slice(0, end) : read.length < last + AROUND + 1 - start ? after : `${after.slice(0, after.lastIndexOf(" "))} …`,
  };
}

/** One piece of evidence: the quote, marked; with `context`, in the passage fetched from its source by byte range. */
export function evidence(item, { context = false, signal } = {}) {
  const quote = h("blockquote", { lang: "de" }, h("mark", {}, item.exact));
  const check = h("span", { class: "check" });
  if (context) {
    passage(item.source, range(item.bytes), signal).then(({ before, exact, after }) => {
      quote.replaceChildren(before, h("mark", {}, exact), after);
      const same = exact === item.exact;
      check.replaceChildren(same ? `✓ ${word("verified")}` : `✗ ${word("unverified")}`);
    }, () => {});
  }
  return h("figure", { class: "evidence" }, quote,
    h("figcaption", {}, codeWord("role", item.role), " · ",
      item.in && [refLink(item.in), " · "],
      h("a", { href: `#${item.source}?bytes=${item.bytes}` }, word("lines", item)), " ", check),
    context && apiLine(item.source, `-r ${item.bytes} `));
}

/** All evidence of a fact, the first in its context. */
export const proof = (items, signal) =>
  h("section", { class: "proof" }, h("h3", {}, word("proof")), items.map((item, index) => evidence(item, { context: index === 0, signal })));
