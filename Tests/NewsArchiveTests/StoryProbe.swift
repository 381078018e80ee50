@testable import NewsArchive

/// A story of a few words, read as a page's would be.
struct StoryProbe {
  let facts: FoundFacts
  let file: SeedFile

  /// - Parameters:
  ///   - text: the body.
  ///   - day: the day in the bracket; nil for an undated story.
  init(
    _ text: String, kicker: String = "Thema", day: CalendarDate? = CalendarDate(year: 2024, month: 5, day: 17),
    gazetteer: Gazetteer = .german
  ) {
    let head = kicker + "\nTitel\n"
    file = SeedFile(name: "probe", bytes: Array((head + text).utf8))
    let kickerEnd = kicker.utf8.count
    let story = Story(
      file: file, kicker: TextRange(0, kickerEnd), headline: TextRange(kickerEnd + 1, kickerEnd + 6),
      body: [TextRange(head.utf8.count, file.bytes.count)], day: day, bracket: day.map { _ in TextRange(0, 1) },
      isArticle: true)
    facts = StoryReading(story, gazetteer).read()
  }

  /// The names in the body, once each, in order.
  var names: [String] {
    facts.names.map(\.actor.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Every tie as `kind status: A, B`.
  var ties: [String] {
    facts.ties.map { "\($0.kind.rawValue) \($0.status.rawValue): \($0.parties.map(\.name).joined(separator: ", "))" }
  }

  /// The dates of the events that sentences name.
  var dates: [String] { facts.events.filter { $0.proofs.first?.rule == .dateInSentence }.map(\.date.edtf) }
}
