/// A form in which an answer can be had; `format` names it, never the Accept field, so one URL is one representation.
enum Format: String, Sendable, CaseIterable {
  case json, ndjson, csv, feed, atom, timelinejs, ics, mermaid, text

  var contentType: String {
    switch self {
    case .json, .timelinejs: "application/json"
    case .ndjson: "application/x-ndjson"
    case .csv: "text/csv; charset=utf-8"
    case .feed: "application/feed+json"
    case .atom: "application/atom+xml"
    case .ics: "text/calendar; charset=utf-8"
    case .mermaid, .text: "text/plain; charset=utf-8"
    }
  }

  /// Whether it holds all matches unless a limit is given.
  var isExport: Bool {
    switch self {
    case .ndjson, .csv, .feed, .atom, .ics: true
    case .json, .timelinejs, .mermaid, .text: false
    }
  }
}
