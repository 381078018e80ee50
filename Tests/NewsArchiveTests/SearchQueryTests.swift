import TestSupport
import Testing

@testable import NewsArchive

/// Queries: what they find, in which order, and that any text at all is one.
@Suite struct SearchQueryTests {
  private let fixture = SearchFixture(
    "Bayern und Hessen arbeiten zusammen", "Hessen und Bayern arbeiten an der IT-Sicherheit", "Bayern allein",
    "Die IT Sicherheit der Länder", "Zusammen mit Hessen arbeiten")

  @Test func `words must all occur, phrases in order, exclusions not at all`() {
    let table: [(query: String, found: Set<Int>)] = [
      ("Bayern", [0, 1, 2]), ("bayern hessen", [0, 1]), ("\"Bayern und Hessen\"", [0]), ("\"Hessen und Bayern\"", [1]),
      ("Bayern -Hessen", [2]), ("Hessen -\"und Bayern\"", [0, 4]), ("\"IT-Sicherheit\"", [1, 3]),
      ("IT-Sicherheit", [1, 3]),
      ("\"arbeiten zusammen", [0]), ("„Bayern und Hessen“", [0]), ("-Bayern", [3, 4]),
      ("Hessen hessen HESSEN", [0, 1, 4]),
      ("Bay", [0, 1, 2]), ("Bay und", []), ("\"Bay\"", []), ("zusammen -", [0, 4]), ("itsich", [1]), ("", []),
      ("?!", []),
      ("\"\"", []), ("-", []), ("--Bayern", [3, 4]), ("\"und der\"", []),
    ]
    for (query, found) in table {
      let result = fixture.search(query)
      #expect(Set(result.hits.map(\.document)) == found, "\(query)")
      #expect(result.total == found.count && result.matches.cardinality == found.count, "\(query)")
    }
  }

  @Test func `better ways to match come first`() {
    let fixture = SearchFixture(
      "Pakt Ein Führerschein", "Pakt Ein Fuehrerschein", "Pakt Ein Führerscheine", "Pakt Ein Bundesführerschein",
      "Bundes Führer",
      "Pakt Ein Rest")
    #expect(fixture.found("Führerschein Pakt") == [0, 1, 2, 3])
    let typos = SearchFixture("Digitale Vereinbarung", "Digitaler Vertrag", "Analoges")
    #expect(typos.found("Vereinbraung") == [0])
    #expect(typos.matches("Vereinbraung").map(\.kind) == [.typo])
    #expect(typos.found("Digitsler Vertrag") == [1])
    // A mistyped word may be how another one begins; of many words the rarest is taken for mistyped.
    let long = SearchFixture(
      "Achim und Berta und Carla ist neuer Präsident", "Achim Berta Carla", "Und ist", "Nürnberg")
    #expect(long.found("achim und berta und carla ist nuer") == [0])
  }

  @Test func `a title counts more than a body, words together more than apart, and the newer item first`() {
    let title = SearchFixture([
      SearchFixture.document(.body, "Ein Pakt"), SearchFixture.document(.title, "Ein Pakt"),
      SearchFixture.document(.lead, "Ein Pakt"),
    ])
    #expect(title.found("Pakt") == [1, 2, 0])
    let near = SearchFixture("Pakt a b c d e f Bayern", "Pakt Bayern a b c d e f")
    #expect(near.found("Pakt Bayern") == [1, 0])
    let day = { CalendarDate(year: 2025, month: 1, day: $0) }
    let dated = SearchFixture([
      SearchFixture.document(.body, "Pakt"), SearchFixture.document(.body, "Pakt", date: day(2)),
      SearchFixture.document(.body, "Pakt", date: day(3)), SearchFixture.document(.body, "Pakt", date: day(2)),
    ])
    #expect(dated.found("Pakt") == [2, 1, 3, 0])
  }

  @Test func `a filter keeps the total exact and the matches whole; pages follow each other`() {
    let fixture = SearchFixture((0..<300).map { SearchFixture.document(.body, "Pakt \($0 % 7)") })
    var odd = DocumentSet(capacity: 300)
    for number in stride(from: 1, to: 300, by: 2) { odd.insert(number) }
    let all = fixture.index.search(SearchQuery("Pakt"), among: odd, limit: 300)
    #expect(all.total == 150 && all.hits.count == 150 && all.matches.cardinality == 300)
    var paged: [SearchResult.Hit] = []
    for offset in stride(from: 0, to: 160, by: 20) {
      paged += fixture.index.search(SearchQuery("Pakt"), among: odd, offset: offset, limit: 20).hits
    }
    #expect(paged == all.hits)
    #expect(fixture.index.search(SearchQuery("Pakt"), offset: .max, limit: .max).hits.isEmpty)
    #expect(fixture.index.search(SearchQuery("Pakt"), limit: 0).total == 300)
  }

  @Test func `nothing found suggests what would be`() {
    let fixture = SearchFixture("Kooperation in Bayern", "Pakt in Hessen")
    #expect(fixture.search("Kooperation Bayarm").suggestions.first == "Kooperation bayern")
    #expect(Set(fixture.search("Kooperation Hessen").suggestions) == ["Kooperation", "Hessen"])
    #expect(fixture.search("Xyzzyplugh").suggestions == [])
    #expect(fixture.search("Bayern").suggestions == [])
  }

  @Test func `what is explained is what stands there, byte for byte`() {
    let fixture = SearchFixture(
      "Für Straße und Bürger:innen: die „IT-Sicherheit“ 🙂 der Kooperationsvereinbarung, Vereinbarungen und Kooperation ohne Vereinbarung."
    )
    let text = fixture.documents[0].file.map { $0.text(TextRange(0, $0.bytes.count)) } ?? ""
    let table: [(query: String, tokens: [String], kinds: [SearchMatch.Kind])] = [
      ("strasse", ["Straße"], [.exact]), ("fuer", ["Für"], [.umlaut]),
      (
        "Vereinbarung", ["Kooperationsvereinbarung", "Vereinbarungen", "Vereinbarung"], [.compoundPart, .stem, .exact]
      ),
      ("\"IT Sicherheit der\"", ["IT-Sicherheit“ 🙂 der"], [.exact]), ("buergerinnen", ["Bürger:innen"], [.umlaut]),
      ("Kooperationsver", ["Kooperationsvereinbarung"], [.prefix]), ("Strase", ["Straße"], [.typo]),
    ]
    for (query, tokens, kinds) in table {
      let matches = fixture.matches(query)
      #expect(matches.map(\.token) == tokens && matches.map(\.kind) == kinds, "\(query)")
      #expect(fixture.marked(query) == tokens, "\(query)")
      for match in matches {
        #expect(match.range.map { Array(text.utf8)[$0.indices].elementsEqual(match.token.utf8) } == true, "\(query)")
      }
    }
  }

  @Test func `a long text is cut at word borders around what matches`() throws {
    let fixture = SearchFixture(
      String(repeating: "Lange Vorrede über Größe. ", count: 40) + "Der Pakt steht. "
        + String(repeating: "Ende. ", count: 90))
    let snippet = try #require(fixture.presentation("Pakt")?.snippet)
    let file = try #require(fixture.documents[0].file)
    let range = try #require(snippet.range)
    #expect(file.text(range) == snippet.text && snippet.text.utf8.count <= 240)
    #expect(fixture.marked("Pakt") == ["Pakt"])
    #expect(file.bytes[Int(range.lowerBound) - 1] == 0x20)
  }

  @Test func `any text is answered, the same each time`() {
    let words = [
      "Bayern", "hessen", "\"", "-", "\"IT", "Sicherheit\"", "Länd", "*", "ü", "\u{308}", "🙂", "„", "a-b-c/d", " ",
    ]
    let tokens = words.map { Array($0.utf8) }
    let again = SearchFixture(fixture.documents)
    var random = SeededRandom(seed: 5)
    for _ in 0..<2_000 {
      let text = String(
        decoding: random.mutate(Array("Bayern \"und Hessen\" -allein".utf8), tokens: tokens), as: UTF8.self)
      let result = fixture.search(text)
      #expect(result.hits.count == result.total && result.matches.cardinality == result.total)
      #expect(again.search(text).hits == result.hits)
      for hit in result.hits {
        _ = fixture.presentation(of: hit, in: result)
      }
    }
  }

  @Test func `the worst queries found by fuzzing read a bounded number of postings`() {
    // As in real text a few words stand in nearly every document, and many words begin alike.
    var random = SeededRandom(seed: 9)
    let count = 2_000
    let frequent = ["der", "die", "und", "in", "des", "den"]
    let fixture = SearchFixture(
      (0..<count).map { _ in
        let words = (0..<60).map { place in
          place % 3 == 0 ? "s\(random.next() % 9_000)" : frequent[Int(random.next() % UInt64(frequent.count))]
        }
        return SearchFixture.document(.body, words.joined(separator: " "))
      })
    let phrases = frequent.indices.map { "\"\(frequent[$0]) \(frequent[($0 + 1) % 6])\"" }
    let joined = frequent.map { "\($0)-\(frequent[0])" }
    // For each document: 20 of its 26 words begin with s, a phrase reads each of its words once.
    let table: [(query: String, steps: Int)] = [
      ("s", 21), ("der die und in des den", 1), ("-der -die", 1), ("\"der die\"", 3),
      ("-\(phrases[0]) -\(phrases[1])", 5), ("der -\(phrases[0]) -\(phrases[1])", 5),
      ("\"der die und in des den der die und in\"", 11), (phrases.prefix(4).joined(separator: " "), 9),
      (joined.prefix(4).joined(separator: " "), 9),
      ((0..<32).map { "s\($0)" }.joined(separator: " "), 1), (String(repeating: "s", count: 1_000), 1),
    ]
    for (query, steps) in table {
      let read = fixture.search(query).steps
      #expect(read <= steps * count, "\(query.prefix(40)) reads \(read)")
    }
  }

  @Test func `a query of more words or phrases than are looked for finds nothing and says so`() {
    let words = (0..<33).map { "w\($0)" }
    let phrases = (0..<5).map { "\"a b\($0)\"" }
    let table: [(query: String, exceeds: Bool)] = [
      (words.joined(separator: " "), true), (words.dropLast().joined(separator: " "), false),
      ("\"\(words.joined(separator: " "))\"", true), (words.joined(separator: "-"), true),
      (String(repeating: "w ", count: 4_000), false),
      (phrases.joined(separator: " "), true), (phrases.dropLast().joined(separator: " "), false),
      (phrases.prefix(2).joined(separator: " ") + " -a-b", true), (phrases[0] + " -a-b", false),
      ("a-b c/d e-f g-h i-j", true), ("-a-b -c-d -e-f", true), ("-a -b -c -d -e", false),
    ]
    for (text, exceeds) in table {
      let query = SearchQuery(text)
      #expect(query.exceedsLimits == exceeds && query.isEmpty == exceeds, "\(text.prefix(40))")
    }
  }

  @Test func `any bytes are indexed, and long queries stay bounded`() {
    var random = SeededRandom(seed: 6)
    let seed = Array("Die Länder Bayern und Hessen haben eine Kooperationsvereinbarung unterzeichnet.".utf8)
    let documents = (0..<300).map { _ in
      let bytes = random.mutate(random.mutate(seed))
      return SearchDocument(
        file: SeedFile(name: "x", bytes: bytes), date: nil,
        passages: [SearchDocument.Passage(field: .body, content: .range(TextRange(3, bytes.count + 5)))])
    }
    let fixture = SearchFixture(documents)
    #expect(!fixture.found("Bayern").isEmpty)
    let long = (0..<5_000).map { "wort\($0)" }.joined(separator: " ")
    for query in [long, String(repeating: "a", count: 100_000), String(repeating: "\"und ", count: 2_000), "d"] {
      let start = ContinuousClock.now
      _ = fixture.search(query)
      #expect(ContinuousClock.now - start < .seconds(1), "\(query.prefix(20))")
    }
  }
}
