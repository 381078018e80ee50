// Every word of the interface, in German and in English. What the pages say stays German in both.

const WORDS = {
  skip: ["Zum Inhalt", "Skip to content"], views: ["Ansichten", "Views"], overview: ["Überblick", "Overview"], network: ["Netzwerk", "Network"],
  timeline: ["Zeitleiste", "Timeline"], search: ["Suche", "Search"], articles: ["Artikel", "Articles"], teasers: ["Teaser", "Teasers"],
  sources: ["Quellen", "Sources"], partners: ["Partner", "Partners"], cooperations: ["Kooperationen", "Cooperations"],
  events: ["Ereignisse", "Events"], start: ["Die Schnittstelle", "The API"], other: ["English", "Deutsch"], theme: ["Farben", "Colours"],
  "theme.auto": ["wie System", "as system"], "theme.light": ["hell", "light"], "theme.dark": ["dunkel", "dark"],
  dataset: ["Datenbestand {id}", "Dataset {id}"], checked: ["geprüft {time}", "checked {time}"],
  away: ["Der Server antwortet nicht. Gezeigt wird der Stand von {time}; die Seite versucht es weiter.", "The server does not answer. You see the state of {time}; the page keeps trying."],
  awayNever: ["Der Server antwortet nicht. Die Seite versucht es weiter.", "The server does not answer. The page keeps trying."],
  loading: ["Der Server liest gerade seine Quellen. Gleich geht es weiter.", "The server is reading its sources. Just a moment."],
  back: ["Der Server ist wieder da.", "The server is back."], changed: ["Der Datenbestand hat sich geändert.", "The dataset has changed."],
  reload: ["Ansicht erneuern", "Refresh this view"], dismiss: ["Schließen", "Dismiss"],
  refused: ["So lässt sich das nicht fragen.", "This cannot be asked like that."], try: ["Versuchen Sie", "Try"],
  unknownView: ["Diese Ansicht gibt es nicht.", "There is no such view."], json: ["JSON", "JSON"], copy: ["curl kopieren", "Copy curl"],
  copied: ["curl-Zeile kopiert", "curl line copied"], selected: ["curl-Zeile markiert", "curl line selected"],
  same: ["Dasselbe aus der Schnittstelle", "The same from the API"], filters: ["Filter", "Filters"], partner: ["Partner", "Partner"],
  kind: ["Art", "Kind"], status: ["Stand", "Status"], modality: ["Aussage", "Modality"], year: ["Jahr", "Year"], month: ["Monat", "Month"],
  kicker: ["Dachzeile", "Kicker"], label: ["Etikett", "Label"], section: ["Rubrik", "Section"], source: ["Quelle", "Source"], type: ["Typ", "Type"],
  clear: ["Filter aufheben", "Clear filters"], choose: ["Partner suchen …", "Find a partner …"], remove: ["{name} entfernen", "Remove {name}"],
  from: ["von", "from"], to: ["bis", "to"], apply: ["Anwenden", "Apply"], more: ["{n} weitere", "{n} more"], previous: ["Zurück", "Previous"],
  next: ["Weiter", "Next"], page: ["{first}–{last} von {total}", "{first}–{last} of {total}"], pages: ["Seiten", "Pages"],
  none: ["Nichts gefunden.", "Nothing found."], total: ["{n} Treffer", "{n} hits"], one: ["1 Treffer", "1 hit"], undated: ["ohne Datum", "undated"],
  about: ["um", "about"], reported: ["gemeldet", "reported"], since: ["seit {day}", "since {day}"], until: ["bis {day}", "until {day}"],
  between: ["zwischen {from} und {to}", "between {from} and {to}"],
  "season.21": ["Frühjahr", "spring"], "season.22": ["Sommer", "summer"], "season.23": ["Herbst", "autumn"], "season.24": ["Winter", "winter"],
  inferred: ["erschlossen", "inferred"], stated: ["steht im Text", "stated in the text"], words: ["im Text: „{text}“", "in the text: “{text}”"],
  perMonth: ["Veröffentlichungen je Monat", "Publications per month"], perYear: ["Veröffentlichungen je Jahr", "Publications per year"],
  asTable: ["Als Tabelle", "As a table"], gap: ["nicht beobachtet {from} – {to}", "not observed {from} – {to}"],
  unobserved: ["nicht beobachtet", "not observed"], latestTeasers: ["Neueste Teaser", "Latest teasers"],
  latestArticles: ["Neueste Artikel", "Latest articles"], allTeasers: ["Alle Teaser", "All teasers"], allArticles: ["Alle Artikel", "All articles"],
  topKickers: ["Häufigste Dachzeilen", "Most frequent kickers"], topPartners: ["Meistgenannte Partner", "Most mentioned partners"],
  coverage: ["Beobachtete Zeiträume", "Observed periods"],
  coverageNote: ["Tage, die von keiner Quelle gesehen wurden, können Meldungen enthalten haben.", "Days that no source has seen may have carried items."],
  newest: ["Jüngste Meldung", "Newest item"], captured: ["zuletzt erfasst", "last captured"],
  rejected: ["{n} Quellen abgewiesen", "{n} sources rejected"], mentions: ["{n} Nennungen", "{n} mentions"],
  networkLead: ["Jeder Punkt links ist eine Kooperation; ihre Parteien treffen sich in ihm.", "Each point on the left is a cooperation; its parties meet in it."],
  graph: ["Kooperationen und ihre Partner. Pfeiltasten bewegen, Eingabe wählt.", "Cooperations and their partners. Arrow keys move, Enter selects."],
  asList: ["Als Liste", "As a list"], drawn: ["{n} Kooperationen, {m} Partner.", "{n} cooperations, {m} partners."],
  drawnPart: ["{n} von {total} Kooperationen, {m} Partner.", "{n} of {total} cooperations, {m} partners."],
  drawnLeading: ["{n} von {total} Kooperationen, {m} Partner: die neuesten der {leading} Partner mit den meisten. Filter zeigen andere.", "{n} of {total} cooperations, {m} partners: the latest of the {leading} partners who have most. Filters show others."],
  parties: ["Parteien", "Parties"], joins: ["tritt bei", "joins"], date: ["Datum", "Date"], attributed: ["Zugeschrieben", "Attributed to"],
  confidence: ["Beleglage", "Support"], subject: ["Gegenstand", "Subject"], proof: ["Belege", "Evidence"],
  choosing: ["Wählen Sie einen Partner oder eine Kooperation, um Stand, Datum und den belegenden Satz zu sehen.", "Select a partner or a cooperation to see status, date and the sentence that proves it."],
  only: ["Nur Kooperationen von {name}", "Only cooperations of {name}"], collective: ["Sammelbezeichnung, nicht aufgelöst", "A group, not expanded"],
  aliases: ["Auch genannt", "Also named"], scope: ["Bezug", "Scope"], firstLast: ["Genannt", "Mentioned"], mentioned: ["Nennungen", "Mentions"],
  firstMention: ["Erste Nennung je Quelle", "First mention in each source"], close: ["Auswahl aufheben", "Clear selection"],
  "kind.agreement": ["Vereinbarung", "Agreement"], "kind.administrative-agreement": ["Verwaltungsvereinbarung", "Administrative agreement"],
  "kind.framework-contract": ["Rahmenvertrag", "Framework contract"],
  "kind.special-purpose-agreement": ["Zweckvereinbarung", "Special-purpose agreement"], "kind.state-treaty": ["Staatsvertrag", "State treaty"],
  "kind.letter-of-intent": ["Letter of Intent", "Letter of intent"], "kind.pact": ["Pakt", "Pact"],
  "kind.developer-community": ["Entwicklergemeinschaft", "Developer community"],
  "kind.procurement-community": ["Einkaufsgemeinschaft", "Procurement community"], "kind.accession": ["Beitritt", "Accession"],
  "kind.joint-project": ["Gemeinsames Projekt", "Joint project"], "kind.partnership": ["Zusammenarbeit", "Partnership"],
  "kind.position-paper": ["Positionspapier", "Position paper"], "kind.joint-publication": ["Gemeinsame Veröffentlichung", "Joint publication"],
  "kind.founding": ["Gründung", "Founding"], "kind.exchange": ["Erfahrungsaustausch", "Exchange"], "kind.resolution": ["Beschluss", "Resolution"],
  "kind.publication": ["Veröffentlichung", "Publication"], "kind.event": ["Ereignis", "Event"], "kind.plan": ["Plan", "Plan"],
  "kind.statistic": ["Statistik", "Statistic"],
  "status.signed": ["geschlossen", "signed"], "status.joined": ["beigetreten", "joined"], "status.ongoing": ["laufend", "ongoing"],
  "status.planned": ["geplant", "planned"], "status.ended": ["beendet", "ended"],
  "modality.fact": ["Tatsache", "fact"], "modality.reported": ["berichtet", "reported"], "modality.planned": ["geplant", "planned"],
  "confidence.explicit": ["ein Satz nennt Parteien und Vorgang", "one sentence names parties and act"],
  "confidence.combined": ["aus mehreren Sätzen", "from several sentences"],
  "confidence.inferred": ["aus Dachzeile oder Seitenaufbau", "from the kicker or the page's logic"],
  "role.statement": ["Aussage", "Statement"], "role.restatement": ["Wiederholung", "Restatement"], "role.antecedent": ["Bezug", "Antecedent"],
  "role.date": ["Datum", "Date"],
  "type.article": ["Artikel", "Article"], "type.teaser": ["Teaser", "Teaser"], "type.partner": ["Partner", "Partner"],
  "type.cooperation": ["Kooperation", "Cooperation"], "type.event": ["Ereignis", "Event"], "type.state": ["Land", "State"],
  "type.federal": ["Bund", "Federation"], "type.municipality": ["Gemeinde", "Municipality"], "type.district": ["Kreis", "District"],
  "type.association": ["Verband", "Association"], "type.it-service-provider": ["IT-Dienstleister", "IT service provider"],
  "type.body": ["Gremium", "Body"], "type.ministry": ["Ministerium", "Ministry"], "type.company": ["Unternehmen", "Company"],
  "type.initiative": ["Initiative", "Initiative"], "type.party": ["Partei", "Political party"], "type.country": ["Staat", "Country"],
  "type.media": ["Medium", "Media"], "label.none": ["ohne Etikett", "unlabelled"],
  lines: ["Zeile {line}, Bytes {bytes}", "line {line}, bytes {bytes}"],
  verified: ["Bytes stimmen mit dem Zitat überein", "the bytes match the quote"],
  unverified: ["Bytes weichen vom Zitat ab", "the bytes differ from the quote"],
  timelineLead: ["Punkte sind Tage, Balken Zeiträume; verblassende Enden sind offen oder ungefähr, hohle Zeichen geplant oder berichtet, schraffierte erschlossen.", "Points are days, bars are periods; fading ends are open or approximate, hollow marks planned or reported, hatched ones inferred."],
  density: ["Ereignisse je Jahr", "Events per year"], densityMonths: ["Ereignisse je Monat", "Events per month"],
  zoomOut: ["Herauszoomen", "Zoom out"], zoomIn: ["Hineinzoomen", "Zoom in"], earlier: ["Früher", "Earlier"], later: ["Später", "Later"],
  oldest: ["Älteste zuerst", "Oldest first"], newestFirst: ["Neueste zuerst", "Newest first"], period: ["Zeitraum", "Period"],
  timelineOf: ["Ereignisse in der Folge der Zeit", "Its events in the order of time"], actors: ["Beteiligte", "Actors"],
  where: ["Fundstelle", "Found in"], searchLabel: ["Suchen", "Search"],
  searchHint: ["Wörter, \"ein Ausdruck\", -nicht. Das letzte Wort darf unfertig sein. Strg+K springt hierher, Pfeiltasten gehen durch die Treffer.", "Words, \"a phrase\", -not. The last word may be unfinished. Ctrl+K jumps here, arrow keys walk the hits."],
  found: ["{n} Treffer für {q}", "{n} hits for {q}"], results: ["Treffer", "Hits"], facts: ["Was hier belegt ist", "What is proven here"],
  noFacts: ["Auf dieser Seite ist keine Kooperation und kein Ereignis belegt.", "No cooperation and no event is proven on this page."],
  factsHint: ["Markierte Sätze belegen die Angaben daneben; Zeigen oder Tabulator verbindet beide.", "Marked sentences prove the entries beside them; pointing or tabbing connects the two."],
  seen: ["Gesehen in", "Seen in"], position: ["Platz {n}", "position {n}"], full: ["Zum Artikel", "To the article"],
  relatedTo: ["Verwandt", "Related"], because: ["wegen {reasons}", "because of {reasons}"], quote: ["Zitat", "Quote"],
  sourceTable: ["Quelldateien", "Source files"], size: ["Bytes", "Bytes"], reading: ["Gelesen", "Reading"], "read.read": ["gelesen", "read"],
  "read.rejected": ["abgewiesen", "rejected"], unclassified: ["ungeklärte Bytes", "unclassified bytes"], segments: ["Abschnitte", "Segments"],
  whole: ["Ganzer Text", "Whole text"], encoding: ["Kodierung", "Encoding"], text: ["Text", "Text"],
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
  const words = WORDS[key]?.[current === "en" ? 1 : 0] ?? key;
  return words.replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);
}

/** The words for a code of the contract (`status`, `signed`); a code this page does not know stands for itself. */
export function codeWord(group, code) {
  const key = `${group}.${code}`;
  return key in WORDS ? word(key) : code;
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
