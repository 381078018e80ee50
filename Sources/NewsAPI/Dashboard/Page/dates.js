// Honest dates in words. A date is what the contract says: edtf, earliest, latest, precision, approximate, basis, text.

import { h } from "./dom.js";
import { format, language, word } from "./words.js";

/** The milliseconds of a day. */
export const DAY = 86_400_000;

const written = (day, options) =>
  format("DateTimeFormat", { timeZone: "UTC", ...options }).format(new Date(`${day}T00:00:00Z`));

/** A day, `2024-11-18`, as the language writes it. */
export const dayWords = (day) => written(day, { day: "2-digit", month: language() === "en" ? "short" : "2-digit", year: "numeric" });

/** A month, `2024-11`, in words. */
export const monthWords = (month, style = "long") => written(`${month}-01`, { month: style, year: "numeric" });

/** The milliseconds of a day's beginning. */
export const instant = (day) => Date.parse(`${day}T00:00:00Z`);

/** The day of an instant. */
export const dayOf = (milliseconds) => new Date(milliseconds).toISOString().slice(0, 10);

/** The first and last instant that a value of `from` or `to` (`2024`, `2024-11`, `2024-11-18`) stands for. */
export function span(value) {
  const [year, month, day] = value.split("-").map(Number);
  if (!year) return null;
  const end = day ? Date.UTC(year, month - 1, day + 1) : month ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1);
  return [Date.UTC(year, (month ?? 1) - 1, day ?? 1), end - DAY];
}

/** A date in a few words; never more exact than the page was. */
export function dateWords(date) {
  if (!date) return word("undated");
  const { earliest, latest, precision, approximate, basis, edtf } = date;
  const about = approximate ? `${word("about")} ` : "";
  if (precision === "day" && earliest) return (basis === "reported" ? `${word("reported")} ` : about) + dayWords(earliest);
  if (precision === "month" && earliest) return about + monthWords(earliest.slice(0, 7));
  if (precision === "year" && earliest) return about + earliest.slice(0, 4);
  if (precision === "season") return `${about}${word(`season.${edtf.slice(5, 7)}`)} ${edtf.slice(0, 4)}`;
  const whole = (day, end) => (day.endsWith(end) ? day.slice(0, 4) : dayWords(day));
  const from = earliest && whole(earliest, "-01-01");
  const to = latest && whole(latest, "-12-31");
  if (from && to) return precision === "bounds" ? word("between", { from, to }) : from === to ? from : `${about}${from} – ${to}`;
  if (from) return word("since", { day: from });
  return to ? word("until", { day: to }) : edtf;
}

/** The words of the page, where they are more than the bracket that every text has. */
export const ownWords = ({ text }) => text && !/^\[?[\d.]+\]?$/.test(text) && text;

/** A date in words, and beside it the words of the page. */
export function dateNote(date) {
  if (!date) return [h("span", {}, word("undated"))];
  const own = ownWords(date);
  return [
    h("time", date.earliest && date.earliest === date.latest ? { datetime: date.earliest } : {}, dateWords(date)),
    own && h("span", { class: "aside" }, " ", word("words", { text: own })),
    date.basis === "inferred" && h("span", { class: "aside" }, ` (${word("inferred")})`),
  ];
}
