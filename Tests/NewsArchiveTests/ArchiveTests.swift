import TestSupport
import Testing

@testable import NewsArchive

@Suite struct ArchiveTests {
  @Test func `the five seeds hold five articles and fifty teasers seen seventy-five times`() {
    let archive = Seeds.archive
    #expect(archive.articles.count == 5)
    #expect(archive.teasers.count == 50)
    #expect(archive.teasers.map(\.sightings.count).reduce(0, +) == 75)
  }

  @Test func `what was understood of each seed`() throws {
    let archive = Seeds.archive
    for (index, source) in archive.sources.enumerated() {
      let difference = Golden.difference(archive.description(of: index), "\(source.name).txt")
      #expect(difference == nil, "\(difference ?? "")")
    }
  }

  @Test func `renamed files keep every id and other bytes change the dataset`() {
    let archive = Seeds.archive
    let files = Seeds.files
    let renamed = Archive(
      sources: files.enumerated().map { index, file in
        Source(file: SeedFile(name: "archiv/\(files.count - index)", bytes: file.bytes))
      }, version: "test")
    #expect(renamed.articles.map(\.id) == archive.articles.map(\.id))
    #expect(renamed.teasers.map(\.id) == archive.teasers.map(\.id))
    #expect(renamed.dataset != archive.dataset)
    #expect(Archive(sources: archive.sources.reversed(), version: "test").dataset == archive.dataset)
    #expect(Archive(sources: archive.sources, version: "other").dataset != archive.dataset)
  }

  @Test func `an id is found, an outdated slug has moved, a foreign one is missing`() throws {
    let archive = Seeds.archive
    for (index, teaser) in archive.teasers.enumerated() {
      let hash = String(teaser.id.suffix(8))
      #expect(archive.teaser(id: teaser.id) == .found(index))
      #expect(archive.teaser(id: "alt-\(hash)") == .moved(index))
      #expect(archive.teaser(id: hash) == .moved(index))
      #expect(archive.article(id: teaser.id) == .missing)
    }
    for id in ["", "x", "-", "zzzzzzzz", "a-0000000", "x00000000", "A-0000000G"] {
      #expect(archive.teaser(id: id) == .missing, "\(id)")
    }
    for (index, source) in archive.sources.enumerated() { #expect(archive.source(name: source.name) == index) }
    #expect(archive.source(name: "000") == nil)
  }

  @Test func `the same article on two pages is one with two sightings`() throws {
    let text = "KasselNeues Amt\n[01.03.2025] Es öffnet.\n\nDas Amt öffnet am Montag."
    let other = "Montag, 3. März 2025\n\n" + text.replacing("ö", with: "o\u{308}")
    let archive = archive([("b", text), ("a", other), ("c", "KasselNeues Amt\n[02.03.2025] Es öffnet.\n\nAnders.")])
    #expect(archive.articles.count == 2)
    let article = try #require(archive.articles.last)
    #expect(article.sightings.map { archive.sources[$0.source].name } == ["a", "b"])
    #expect(archive.sources.map(\.article) == [1, 1, 0])
  }

  @Test func `a teaser leads to the article that has its head line and its day`() throws {
    let list =
      "\n\n\n\nKassel: Neues Amt\n\n[01.03.2025] Es öffnet. mehr...\n\nKassel: Neues Amt\n\n[02.03.2024] Alt. mehr..."
    let archive = archive([
      ("a", "KasselNeues Amt\n[01.03.2025] Es öffnet.\n\nText."), ("b", "UlmPakt\n[05.03.2025] Er steht." + list),
    ])
    #expect(archive.teasers.map { $0.article.map { archive.articles[$0].date?.edtf } } == ["2025-03-01", nil])
  }

  @Test func `kickers learned from one page split the head lines of another`() {
    let archive = archive([
      ("a", "hannITFusion beschlossen\n[01.03.2025] Es geht voran."),
      ("b", "UlmPakt\n[05.03.2025] Er steht.\n\n\n\nhannIT: Neuer Chef\n\n[01.02.2025] Er kommt. mehr..."),
    ])
    #expect(archive.articles.map(\.id).map { $0.dropLast(9) } == ["ulm-pakt", "hannit-fusion-beschlossen"])
    #expect(archive.articles.map { $0.kicker.map(\.count) } == [3, 6])
  }

  @Test func `who is quoted twice is one reason why two stories belong together`() {
    let quoted = "„Es bleibt gut“, sagt Landrat Jan Voss. „Wir bleiben“, sagt Bürgermeister Jan Voss."
    let archive = archive([
      ("a", "KielNeues Amt\n[01.03.2025] Es öffnet.\n\nKiel wächst. \(quoted)"),
      ("b", "KielAltes Amt\n[02.03.2025] Es schließt.\n\nKiel wächst. \(quoted)"),
    ])
    #expect(archive.related(to: .article(0)).map(\.because) == [["Jan Voss", "Kiel"]])
  }

  @Test func `a cooperation is labelled in the nominative`() {
    let archive = archive([
      (
        "a",
        "KielVerbund\n[01.03.2025] Es geht los.\n\nHusum ist jetzt Teil des Verbunds, in dem bereits Kiel organisiert ist."
      )
    ])
    #expect(archive.cooperations.map(\.kindLabel) == ["Verbund"])
  }

  @Test func `what stories of many portions say is merged as if they were read at once`() throws {
    let pages = (0..<1_000).map { number in
      let day = CalendarDate(dayNumber: 18_000 + Int32(number * 7 % 400)).components
      let bracket = "[\(day.day < 10 ? "0" : "")\(day.day).\(day.month < 10 ? "0" : "")\(day.month).\(day.year)]"
      return (
        name: "\(number)",
        text:
          "UlmPakt \(number)\n\(bracket) Bayern und Hessen haben im Jahr \(2000 + number % 20) einen Vertrag unterzeichnet."
      )
    }
    let (one, other) = (archive(pages), archive(pages.reversed()))
    // A contract for each year, proved by fifty pages each, and a publication for each page.
    #expect(one.cooperations.count == 20)
    #expect(one.cooperations.allSatisfy { Set($0.evidence.map(\.source)).count == 50 })
    #expect(one.events.count { $0.kind == .publication } == 1_000)
    let days = one.events.map { $0.date.earliest ?? CalendarDate(dayNumber: 0) }
    #expect(days == days.sorted())
    #expect(one.cooperations.map { $0.date?.edtf } == (2000..<2020).reversed().map { String($0) })
    #expect(one.events.map(\.id) == other.events.map(\.id))
    #expect(one.articles.map(\.id) == other.articles.map(\.id))
    #expect(one.events.map(\.evidence.count) == other.events.map(\.evidence.count))
    for (place, event) in one.events.enumerated() { #expect(one.event(id: event.id) == .found(place)) }
  }

  private func archive(_ pages: [(name: String, text: String)]) -> Archive {
    Archive(
      sources: pages.map { Source(file: SeedFile(name: $0.name, bytes: Array($0.text.utf8))) }, version: "test")
  }
}

extension Archive {
  /// All that was understood of a source, for a golden.
  fileprivate func description(of index: Int) -> String {
    let source = sources[index]
    var lines = [
      "source    \(source.name)", "encoding  \(source.file.encoding.rawValue)", "sha256    \(source.sha256)",
    ]
    if let captured = source.captured {
      lines.append("captured  \(captured.date.edtf) (\(captured.date.basis.rawValue))")
      lines += captured.assumes.map { "  assumes \($0)" }
    }
    if let article = source.article.map({ articles[$0] }) {
      let text = { (range: TextRange) in self.text(range, in: article.source) }
      lines += ["", "article   \(article.id)", "kicker    \(article.kicker.map(text) ?? "–")"]
      lines += ["headline  \(text(article.headline))", "date      \(article.date?.edtf ?? "–")"]
      lines += ["section   \(article.section.map(text) ?? "–")", "lead      \(article.lead.map(text) ?? "–")"]
      lines += article.paragraphs.map { "paragraph \(text($0))" }
    }
    for (position, teaser) in source.teasers.map({ teasers[$0] }).enumerated() {
      let sighting = teaser.sightings.first { $0.source == index && $0.position == position + 1 }
      lines += ["", "teaser \(position + 1)  \(teaser.id)"]
      lines += [
        "kicker    \(text(teaser.kicker, in: teaser.source))", "title     \(text(teaser.title, in: teaser.source))",
      ]
      lines += ["label     \(sighting.flatMap { label(of: $0) }.map(source.file.text) ?? "–")"]
      lines += ["caption   \(sighting.flatMap { caption(of: $0) }.map(source.file.text) ?? "–")"]
      lines += ["date      \(teaser.date.edtf)", "text      \(text(teaser.text, in: teaser.source))"]
    }
    lines += ["", "segments"]
    lines += source.segments.map { "\($0.range.lowerBound)-\($0.range.upperBound) line \($0.line) \($0.kind.rawValue)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
