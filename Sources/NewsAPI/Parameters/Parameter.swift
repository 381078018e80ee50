import HTTP
import NewsArchive

/// One query parameter: what it may be, the same wherever it is taken.
struct Parameter: Sendable {
  /// The values a parameter can have.
  enum Values: Sendable {
    /// A number from 0.
    case integer(maximum: Int, default: Int)
    /// One of these.
    case choice([String])
    /// Some of these, with commas between them.
    case choices([String])
    /// One or more values with commas between them: any of them.
    case words
    /// What `SearchQuery` understands: everything, up to its limits.
    case query
    /// A year, month or day.
    case period
    /// The id of a dataset: 12 hex digits.
    case dataset
  }

  let name: String
  let values: Values
  /// What a missing parameter means; leaving it out and writing it is the same question.
  var standard: String?
  /// Whether it may be given several times.
  var repeats = false
  /// A value that a missing parameter could have had; nil where it may be missing.
  var required: String?

  /// Why a value is not acceptable, and what would be.
  struct Flaw {
    let reason: String
    var correction: String?
    var allowed: [String] = []
  }

  /// What is wrong with a value; nil if nothing is.
  func flaw(in value: String) -> Flaw? {
    guard !value.isEmpty else { return Flaw(reason: "must not be empty") }
    switch values {
    case .integer(let maximum, _):
      let isNumber = value.utf8.allSatisfy { (0x30...0x39).contains($0) }
      if isNumber, let number = Int(value), number <= maximum { return nil }
      return Flaw(reason: "must be 0 to \(maximum)", correction: isNumber ? String(maximum) : nil)
    case .choice(let choices):
      guard !choices.contains(value) else { return nil }
      return Flaw(reason: "must be one of those allowed", correction: value.nearest(of: choices), allowed: choices)
    case .choices(let choices):
      let parts = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard let wrong = parts.first(where: { !choices.contains($0) }) else { return nil }
      let corrected = parts.compactMap { choices.contains($0) ? $0 : $0.nearest(of: choices) }
      return Flaw(
        reason: wrong.isEmpty
          ? "must be names with single commas between them" : "\(wrong) is not one of those allowed",
        correction: corrected.isEmpty ? nil : corrected.joined(separator: ","), allowed: choices)
    case .words:
      let parts = value.split(separator: ",", omittingEmptySubsequences: false)
      guard parts.contains(where: \.isEmpty) else { return nil }
      let corrected = parts.filter { !$0.isEmpty }.joined(separator: ",")
      return Flaw(
        reason: "must be values with single commas between them", correction: corrected.isEmpty ? nil : corrected)
    case .query:
      guard SearchQuery(value).exceedsLimits else { return nil }
      return Flaw(
        reason:
          "must have at most \(SearchQuery.maximumWordCount) words, and \(SearchQuery.maximumPhraseCount) phrases "
          + "or joined words, \(SearchQuery.maximumPhraseCountWithExclusion) if one of them is excluded")
    case .period:
      return Period(value) == nil ? Flaw(reason: "must be a year, month or day: 2024, 2024-11, 2024-11-18") : nil
    case .dataset:
      let isDigest =
        value.utf8.count == 12 && value.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      return isDigest ? nil : Flaw(reason: "must be 12 hex digits, as the Dataset header has them")
    }
  }
}

extension Parameter {
  static let query = Parameter(name: "q", values: .query)
  static let neededQuery = Parameter(name: "q", values: .query, required: "kooperation")
  static let from = Parameter(name: "from", values: .period)
  static let to = Parameter(name: "to", values: .period)
  /// Without a standard: naming `possible` takes in inferred dates, leaving it out does not.
  static let dateMatch = Parameter(name: "date_match", values: .choice(["possible", "certain"]))
  static let limit = Parameter(name: "limit", values: .integer(maximum: 100, default: 20))
  static let offset = Parameter(
    name: "offset", values: .integer(maximum: Int(Int32.max), default: 0), standard: "0")
  static let dataset = Parameter(name: "dataset", values: .dataset)
  static let pretty = Parameter(name: "pretty", values: .choice(["1"]))
  static let excel = Parameter(name: "excel", values: .choice(["1"]))
  static let explain = Parameter(name: "explain", values: .choice(["1"]))

  static func fields(_ properties: [Property]) -> Parameter {
    Parameter(name: "fields", values: .choices(properties.map(\.name)))
  }

  static func format(_ formats: [Format]) -> Parameter {
    Parameter(name: "format", values: .choice(formats.map(\.rawValue)), standard: formats.first?.rawValue)
  }
}

/// A year, month or day as `from` and `to` write it: the days from its first to its last.
struct Period {
  let first: CalendarDate
  let last: CalendarDate

  /// Nil unless `text` is `2024`, `2024-11` or `2024-11-18` and exists.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count),
      zip(parts, widths).allSatisfy({ $0.utf8.count == $1 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    let starts = numbers + [1, 1]
    let month = numbers.count > 1 ? numbers[1] : 12
    let lastDay = numbers.count > 2 ? numbers[2] : CalendarDate.dayCount(year: starts[0], month: month)
    guard let first = CalendarDate(year: starts[0], month: starts[1], day: starts[2]),
      let last = CalendarDate(year: starts[0], month: month, day: lastDay)
    else { return nil }
    self.first = first
    self.last = last
  }
}
