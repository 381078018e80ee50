// Every word of the interface in German and English. What the pages say stays German in both.

const german = {
  skip: "Zum Inhalt", views: "Ansichten", overview: "Überblick", network: "Netzwerk", timeline: "Zeitleiste", search: "Suche",
  articles: "Artikel", teasers: "Teaser", sources: "Quellen", partners: "Partner", cooperations: "Kooperationen", events: "Ereignisse",
  start: "Die Schnittstelle", other: "English",
  theme: "Farben", "theme.auto": "wie System", "theme.light": "hell", "theme.dark": "dunkel",
  dataset: "Datenbestand {id}", checked: "geprüft {time}",
  away: "Der Server antwortet nicht. Gezeigt wird der Stand von {time}; die Seite versucht es weiter.",
  awayNever: "Der Server antwortet nicht. Die Seite versucht es weiter.",
  loading: "Der Server liest gerade seine Quellen. Gleich geht es weiter.", back: "Der Server ist wieder da.",
  changed: "Der Datenbestand hat sich geändert.", reload: "Ansicht erneuern", dismiss: "Schließen",
  refused: "So lässt sich das nicht fragen.", "try": "Versuchen Sie", unknownView: "Diese Ansicht gibt es nicht.",
  json: "JSON", copy: "curl kopieren", copied: "curl-Zeile kopiert", selected: "curl-Zeile markiert", same: "Dasselbe aus der Schnittstelle",
  filters: "Filter", partner: "Partner", kind: "Art", status: "Stand", modality: "Aussage", year: "Jahr", month: "Monat", kicker: "Dachzeile",
  label: "Etikett", section: "Rubrik", source: "Quelle", type: "Typ", clear: "Filter aufheben", choose: "Partner suchen …",
  remove: "{name} entfernen", from: "von", to: "bis", apply: "Anwenden", more: "{n} weitere",
  previous: "Zurück", next: "Weiter", page: "{first}–{last} von {total}", pages: "Seiten", none: "Nichts gefunden.",
  total: "{n} Treffer", one: "1 Treffer",
  undated: "ohne Datum", about: "um", reported: "gemeldet", since: "seit {day}", until: "bis {day}", between: "zwischen {from} und {to}",
  "season.21": "Frühjahr", "season.22": "Sommer", "season.23": "Herbst", "season.24": "Winter",
  inferred: "erschlossen", stated: "steht im Text", words: "im Text: „{text}“",
  perMonth: "Veröffentlichungen je Monat", perYear: "Veröffentlichungen je Jahr", asTable: "Als Tabelle",
  gap: "nicht beobachtet {from} – {to}", unobserved: "nicht beobachtet", latestTeasers: "Neueste Teaser", latestArticles: "Neueste Artikel",
  allTeasers: "Alle Teaser", allArticles: "Alle Artikel", topKickers: "Häufigste Dachzeilen", topPartners: "Meistgenannte Partner",
  coverage: "Beobachtete Zeiträume", coverageNote: "Tage, die von keiner Quelle gesehen wurden, können Meldungen enthalten haben.",
  newest: "Jüngste Meldung", captured: "zuletzt erfasst", rejected: "{n} Quellen abgewiesen", mentions: "{n} Nennungen",
  networkLead: "Jeder Punkt links ist eine Kooperation; ihre Parteien treffen sich in ihm.",
  graph: "Kooperationen und ihre Partner. Pfeiltasten bewegen, Eingabe wählt.", asList: "Als Liste", drawn: "{n} Kooperationen, {m} Partner.",
  drawnPart: "{n} von {total} Kooperationen, {m} Partner.", drawnLeading: "{n} von {total} Kooperationen, {m} Partner: die neuesten der {leading} Partner mit den meisten. Filter zeigen andere.",
  parties: "Parteien", joins: "tritt bei", date: "Datum", attributed: "Zugeschrieben", confidence: "Beleglage", subject: "Gegenstand",
  proof: "Belege", choosing: "Wählen Sie einen Partner oder eine Kooperation, um Stand, Datum und den belegenden Satz zu sehen.",
  only: "Nur Kooperationen von {name}", collective: "Sammelbezeichnung, nicht aufgelöst", aliases: "Auch genannt", scope: "Bezug",
  firstLast: "Genannt", mentioned: "Nennungen", firstMention: "Erste Nennung je Quelle", close: "Auswahl aufheben",
  "kind.agreement": "Vereinbarung", "kind.administrative-agreement": "Verwaltungsvereinbarung", "kind.framework-contract": "Rahmenvertrag",
  "kind.special-purpose-agreement": "Zweckvereinbarung", "kind.state-treaty": "Staatsvertrag", "kind.letter-of-intent": "Letter of Intent",
  "kind.pact": "Pakt", "kind.developer-community": "Entwicklergemeinschaft", "kind.procurement-community": "Einkaufsgemeinschaft",
  "kind.accession": "Beitritt", "kind.joint-project": "Gemeinsames Projekt", "kind.partnership": "Zusammenarbeit",
  "kind.position-paper": "Positionspapier", "kind.joint-publication": "Gemeinsame Veröffentlichung", "kind.founding": "Gründung",
  "kind.exchange": "Erfahrungsaustausch", "kind.resolution": "Beschluss", "kind.publication": "Veröffentlichung", "kind.event": "Ereignis",
  "kind.plan": "Plan", "kind.statistic": "Statistik",
  "status.signed": "geschlossen", "status.joined": "beigetreten", "status.ongoing": "laufend", "status.planned": "geplant", "status.ended": "beendet",
  "modality.fact": "Tatsache", "modality.reported": "berichtet", "modality.planned": "geplant",
  "confidence.explicit": "ein Satz nennt Parteien und Vorgang", "confidence.combined": "aus mehreren Sätzen",
  "confidence.inferred": "aus Dachzeile oder Seitenaufbau",
  "role.statement": "Aussage", "role.restatement": "Wiederholung", "role.antecedent": "Bezug", "role.date": "Datum",
  "type.article": "Artikel", "type.teaser": "Teaser", "type.partner": "Partner", "type.cooperation": "Kooperation", "type.event": "Ereignis",
  "type.state": "Land", "type.federal": "Bund", "type.municipality": "Gemeinde", "type.district": "Kreis", "type.association": "Verband",
  "type.it-service-provider": "IT-Dienstleister", "type.body": "Gremium", "type.ministry": "Ministerium", "type.company": "Unternehmen",
  "type.initiative": "Initiative", "type.party": "Partei", "type.country": "Staat", "type.media": "Medium", "label.none": "ohne Etikett",
  lines: "Zeile {line}, Bytes {bytes}", verified: "Bytes stimmen mit dem Zitat überein", unverified: "Bytes weichen vom Zitat ab",
  timelineLead: "Punkte sind Tage, Balken Zeiträume; verblassende Enden sind offen oder ungefähr, hohle Zeichen geplant oder berichtet, schraffierte erschlossen.",
  density: "Ereignisse je Jahr", densityMonths: "Ereignisse je Monat", zoomOut: "Herauszoomen", zoomIn: "Hineinzoomen", earlier: "Früher", later: "Später", oldest: "Älteste zuerst", newestFirst: "Neueste zuerst",
  period: "Zeitraum", timelineOf: "Ereignisse in der Folge der Zeit", actors: "Beteiligte", where: "Fundstelle",
  searchLabel: "Suchen", searchHint: "Wörter, \"ein Ausdruck\", -nicht. Das letzte Wort darf unfertig sein. Strg+K springt hierher, Pfeiltasten gehen durch die Treffer.",
  found: "{n} Treffer für {q}", results: "Treffer",
  facts: "Was hier belegt ist", noFacts: "Auf dieser Seite ist keine Kooperation und kein Ereignis belegt.",
  factsHint: "Markierte Sätze belegen die Angaben daneben; Zeigen oder Tabulator verbindet beide.",
  seen: "Gesehen in", position: "Platz {n}", full: "Zum Artikel", relatedTo: "Verwandt", because: "wegen {reasons}", quote: "Zitat",
  sourceTable: "Quelldateien", size: "Bytes", reading: "Gelesen", "read.read": "gelesen", "read.rejected": "abgewiesen", unclassified: "ungeklärte Bytes",
  segments: "Abschnitte", whole: "Ganzer Text", encoding: "Kodierung", text: "Text",
};

const english = {
  skip: "Skip to content", views: "Views", overview: "Overview", network: "Network", timeline: "Timeline", search: "Search",
  articles: "Articles", teasers: "Teasers", sources: "Sources", partners: "Partners", cooperations: "Cooperations", events: "Events",
  start: "The API", other: "Deutsch",
  theme: "Colours", "theme.auto": "as system", "theme.light": "light", "theme.dark": "dark",
  dataset: "Dataset {id}", checked: "checked {time}",
  away: "The server does not answer. You see the state of {time}; the page keeps trying.",
  awayNever: "The server does not answer. The page keeps trying.",
  loading: "The server is reading its sources. Just a moment.", back: "The server is back.",
  changed: "The dataset has changed.", reload: "Refresh this view", dismiss: "Dismiss",
  refused: "This cannot be asked like that.", "try": "Try", unknownView: "There is no such view.",
  json: "JSON", copy: "Copy curl", copied: "curl line copied", selected: "curl line selected", same: "The same from the API",
  filters: "Filters", partner: "Partner", kind: "Kind", status: "Status", modality: "Modality", year: "Year", month: "Month", kicker: "Kicker",
  label: "Label", section: "Section", source: "Source", type: "Type", clear: "Clear filters", choose: "Find a partner …",
  remove: "Remove {name}", from: "from", to: "to", apply: "Apply", more: "{n} more",
  previous: "Previous", next: "Next", page: "{first}–{last} of {total}", pages: "Pages", none: "Nothing found.",
  total: "{n} hits", one: "1 hit",
  undated: "undated", about: "about", reported: "reported", since: "since {day}", until: "until {day}", between: "between {from} and {to}",
  "season.21": "spring", "season.22": "summer", "season.23": "autumn", "season.24": "winter",
  inferred: "inferred", stated: "stated in the text", words: "in the text: “{text}”",
  perMonth: "Publications per month", perYear: "Publications per year", asTable: "As a table",
  gap: "not observed {from} – {to}", unobserved: "not observed", latestTeasers: "Latest teasers", latestArticles: "Latest articles",
  allTeasers: "All teasers", allArticles: "All articles", topKickers: "Most frequent kickers", topPartners: "Most mentioned partners",
  coverage: "Observed periods", coverageNote: "Days that no source has seen may have carried items.",
  newest: "Newest item", captured: "last captured", rejected: "{n} sources rejected", mentions: "{n} mentions",
  networkLead: "Each point on the left is a cooperation; its parties meet in it.",
  graph: "Cooperations and their partners. Arrow keys move, Enter selects.", asList: "As a list", drawn: "{n} cooperations, {m} partners.",
  drawnPart: "{n} of {total} cooperations, {m} partners.", drawnLeading: "{n} of {total} cooperations, {m} partners: the latest of the {leading} partners who have most. Filters show others.",
  parties: "Parties", joins: "joins", date: "Date", attributed: "Attributed to", confidence: "Support", subject: "Subject",
  proof: "Evidence", choosing: "Select a partner or a cooperation to see status, date and the sentence that proves it.",
  only: "Only cooperations of {name}", collective: "A group, not expanded", aliases: "Also named", scope: "Scope",
  firstLast: "Mentioned", mentioned: "Mentions", firstMention: "First mention in each source", close: "Clear selection",
  "kind.agreement": "Agreement", "kind.administrative-agreement": "Administrative agreement", "kind.framework-contract": "Framework contract",
  "kind.special-purpose-agreement": "Special-purpose agreement", "kind.state-treaty": "State treaty", "kind.letter-of-intent": "Letter of intent",
  "kind.pact": "Pact", "kind.developer-community": "Developer community", "kind.procurement-community": "Procurement community",
  "kind.accession": "Accession", "kind.joint-project": "Joint project", "kind.partnership": "Partnership",
  "kind.position-paper": "Position paper", "kind.joint-publication": "Joint publication", "kind.founding": "Founding",
  "kind.exchange": "Exchange", "kind.resolution": "Resolution", "kind.publication": "Publication", "kind.event": "Event",
  "kind.plan": "Plan", "kind.statistic": "Statistic",
  "status.signed": "signed", "status.joined": "joined", "status.ongoing": "ongoing", "status.planned": "planned", "status.ended": "ended",
  "modality.fact": "fact", "modality.reported": "reported", "modality.planned": "planned",
  "confidence.explicit": "one sentence names parties and act", "confidence.combined": "from several sentences",
  "confidence.inferred": "from the kicker or the page's logic",
  "role.statement": "Statement", "role.restatement": "Restatement", "role.antecedent": "Antecedent", "role.date": "Date",
  "type.article": "Article", "type.teaser": "Teaser", "type.partner": "Partner", "type.cooperation": "Cooperation", "type.event": "Event",
  "type.state": "State", "type.federal": "Federation", "type.municipality": "Municipality", "type.district": "District", "type.association": "Association",
  "type.it-service-provider": "IT service provider", "type.body": "Body", "type.ministry": "Ministry", "type.company": "Company",
  "type.initiative": "Initiative", "type.party": "Political party", "type.country": "Country", "type.media": "Media", "label.none": "unlabelled",
  lines: "line {line}, bytes {bytes}", verified: "the bytes match the quote", unverified: "the bytes differ from the quote",
  timelineLead: "Points are days, bars are periods; fading ends are open or approximate, hollow marks planned or reported, hatched ones inferred.",
  density: "Events per year", densityMonths: "Events per month", zoomOut: "Zoom out", zoomIn: "Zoom in", earlier: "Earlier", later: "Later", oldest: "Oldest first", newestFirst: "Newest first",
  period: "Period", timelineOf: "Its events in the order of time", actors: "Actors", where: "Found in",
  searchLabel: "Search", searchHint: "Words, \"a phrase\", -not. The last word may be unfinished. Ctrl+K jumps here, arrow keys walk the hits.",
  found: "{n} hits for {q}", results: "Hits",
  facts: "What is proven here", noFacts: "No cooperation and no event is proven on this page.",
  factsHint: "Marked sentences prove the entries beside them; pointing or tabbing connects the two.",
  seen: "Seen in", position: "position {n}", full: "To the article", relatedTo: "Related", because: "because of {reasons}", quote: "Quote",
  sourceTable: "Source files", size: "Bytes", reading: "Reading", "read.read": "read", "read.rejected": "rejected", unclassified: "unclassified bytes",
  segments: "Segments", whole: "Whole text", encoding: "Encoding", text: "Text",
};

/** What this browser remembers of a setting; private windows may refuse to remember. */
export function remembered(name) {
  try {
    return localStorage.getItem(`newsdesk.${name}`);
  } catch {
    return null;
  }
}

/** Remembers a setting if the browser lets it. */
export function remember(name, value) {
  try {
    localStorage.setItem(`newsdesk.${name}`, value);
  } catch {
    // Then it holds until the page is closed.
  }
}

let current = remembered("language") === "en" ? "en" : "de";

/** The language of the interface, `de` or `en`. */
export const language = () => current;

/** Sets and remembers the language. */
export function speak(language) {
  current = language;
  remember("language", language);
}

/** The words for `key`, its `{places}` filled. */
export function word(key, places = {}) {
  const words = (current === "en" ? english : german)[key] ?? key;
  return words.replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);
}

/** The words for a code of the contract (`status`, `signed`); a code this page does not know stands for itself. */
export function codeWord(group, code) {
  const key = `${group}.${code}`;
  return key in german ? word(key) : code;
}

const formats = new Map();

/** A format of `Intl`, made once: making one costs a thousand times what using it does. */
export function format(kind, options = {}) {
  const key = `${kind} ${current} ${JSON.stringify(options)}`;
  if (!formats.has(key)) formats.set(key, new Intl[kind](current === "en" ? "en-GB" : "de-DE", options));
  return formats.get(key);
}

/** A number as the language writes it. */
export const number = (value) => format("NumberFormat").format(value);
