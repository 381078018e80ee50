import TestSupport
import Testing

@testable import NewsArchive

/// Folding, stems, compounds and typos, table by table.
@Suite struct SearchLanguageTests {
  /// The folded words of a text; the wholes of joined words behind their parts.
  private func words(_ text: String) -> [String] {
    var reader = WordReader()
    var words: [String] = []
    reader.read(text) { words.append(GermanFolding.text($1.array)) }
    return words
  }

  @Test func `words are read in lower case, with ß as ss and marks dropped but for umlauts`() {
    let table: [(text: String, words: [String])] = [
      ("Bürgermeister Özdemir, Äpfel", ["bürgermeister", "özdemir", "äpfel"]),
      ("Bu\u{308}rger O\u{308}l", ["bürger", "öl"]),
      ("Straße STRASSE ẞ", ["strasse", "strasse", "ss"]),
      ("Café Orbán Łódź", ["cafe", "orban", "łodz"]),
      ("Ha\u{AD}fen \u{308} x", ["hafen", "x"]),
      ("D16 2.030 24/7", ["d16", "2", "030", "24", "7", "247"]),
      ("Москва Ωμέγα", ["москва", "ωμέγα"]),
      ("„Aufenthalt“ – (OZG)", ["aufenthalt", "ozg"]),
      ("", []), ("-/:'", []),
    ]
    for (text, words) in table { #expect(self.words(text) == words, "\(text)") }
  }

  @Test func `a joined word is read as parts and whole`() {
    let table: [(text: String, words: [String])] = [
      ("Literatur-Lexikon", ["literatur", "lexikon", "literaturlexikon"]),
      ("Ende-zu-Ende", ["ende", "zu", "ende", "endezuende"]),
      ("IT-Sicherheits- und", ["it", "sicherheits", "itsicherheits", "und"]),
      ("Bund/Länder", ["bund", "länder", "bundländer"]),
      ("D’Angelo", ["d", "angelo", "dangelo"]),
      ("Bürger:innen Bürger*innen", ["bürger", "innen", "bürgerinnen", "bürger", "innen", "bürgerinnen"]),
      ("OZG: Aufenthalt", ["ozg", "aufenthalt"]),
    ]
    for (text, words) in table { #expect(self.words(text) == words, "\(text)") }
  }

  @Test func `the same words are read from UTF-8 and Windows-1252, and bytes say where`() {
    let text = "Für Städte – „Größe“"
    let latin: [UInt8] = [
      0x46, 0xFC, 0x72, 0x20, 0x53, 0x74, 0xE4, 0x64, 0x74, 0x65, 0x20, 0x96, 0x20, 0x84, 0x47, 0x72, 0xF6, 0xDF, 0x65,
      0x93,
    ]
    func read(_ bytes: [UInt8], _ encoding: SeedFile.Encoding) -> (words: [[UInt8]], ranges: [Range<Int>]) {
      var reader = WordReader()
      var words: [[UInt8]] = []
      var ranges: [Range<Int>] = []
      reader.read(bytes.span, 0..<bytes.count, encoding: encoding) {
        words.append($1.array)
        ranges.append($0.range)
      }
      return (words, ranges)
    }
    let unicode = read(Array(text.utf8), .utf8)
    #expect(unicode.words == read(latin, .windows1252).words)
    #expect(unicode.ranges.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } == ["Für", "Städte", "Größe"])
    #expect(read(latin, .windows1252).ranges == [0..<3, 4..<10, 14..<19])
  }

  @Test func `umlauts have two forms without`() {
    let word = WordReader.folded("Führungskräfte")
    #expect(GermanFolding.form(.a, of: word) == Array("fuhrungskrafte".utf8))
    #expect(GermanFolding.form(.ae, of: word) == Array("fuehrungskraefte".utf8))
    #expect(GermanFolding.form(.ae, of: WordReader.folded("neue")) == nil)
  }

  @Test func `stems are CISTEM's`() {
    // From the paper's method: ge- off, sch, ei and ie kept together, then endings.
    let table: [(word: String, stem: String)] = [
      ("Speicherbehältern", "speicherbehal"), ("Grenzpostens", "grenzpo"), ("Ausgefeiltere", "ausgefeil"),
      ("geritzt", "ritz"), ("schönes", "schon"), ("Häuser", "hau"), ("gemacht", "mach"),
      ("Vereinbarungen", "vereinbarung"),
      ("Vereinbarung", "vereinbarung"), ("Kommunen", "kommu"), ("Schiffen", "schiff"), ("Ei", "ei"), ("die", "die"),
    ]
    for (word, stem) in table {
      #expect(GermanFolding.text(Stemmer.stem(of: WordReader.folded(word))) == stem, "\(word)")
    }
  }

  @Test func `compounds split into known words only, and wholly`() {
    let known = [
      "Kooperation", "Vereinbarung", "Verwaltung", "Digitalisierung", "Information", "Plattform", "Städte", "Verband",
      "Sport",
      "Halle", "Schule", "Pflicht", "Land", "Kreis", "Tag", "gesamt", "Peters", "Hagen", "unter", "nehmen", "Rahmen",
      "Petershagen",
    ]
    var words = ByteStrings()
    var nouns = DocumentSet(capacity: known.count)
    for (number, word) in known.enumerated() {
      words.append(WordReader.folded(word).span)
      if word.first?.isUppercase == true { nouns.insert(number) }
    }
    var places = DocumentSet(capacity: known.count)
    places.insert(known.count - 1)
    let splitter = CompoundSplitter(table: TermTable(words), nouns: nouns, places: places)
    let table: [(word: String, parts: [String])] = [
      ("Kooperationsvereinbarung", ["Kooperation", "Vereinbarung"]),
      ("Verwaltungsdigitalisierung", ["Verwaltung", "Digitalisierung"]),
      ("Informationsplattform", ["Information", "Plattform"]), ("Städteverband", ["Städte", "Verband"]),
      ("Sporthalle", ["Sport", "Halle"]), ("Schulpflicht", ["Schule", "Pflicht"]), ("Landeskreis", ["Land", "Kreis"]),
      ("Kooperationsrahmenvereinbarung", ["Kooperation", "Rahmen", "Vereinbarung"]),
      ("insgesamt", []), ("Petershagen", []), ("Unternehmen", []), ("Sporthallen", []), ("Landtag", []),
      ("Verwaltung", []),
      ("Xverwaltung", []),
    ]
    for (word, parts) in table {
      #expect(splitter.parts(of: WordReader.folded(word).span).map { known[$0] } == parts, "\(word)")
    }
  }

  @Test func `one typo is allowed from five letters, two from nine, the first letter counts double`() {
    let dictionary = ["bund", "digital", "digitalisierung", "förderung", "kreis", "sachsen", "vereinbarung"]
    var terms = ByteStrings()
    for word in dictionary.map(WordReader.folded).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      terms.append(word.span)
    }
    let table: [(typed: String, found: [String])] = [
      ("Digitla", ["digital"]), ("Digtal", ["digital"]), ("Digiital", ["digital"]), ("Digitol", ["digital"]),
      ("Tigital", []), ("igital", []), ("Digttl", []), ("Bunt", []), ("Kris", ["kreis"]), ("Kreiss", ["kreis"]),
      ("Kries", ["kreis"]), ("Dreis", []),
      ("Vereinbraung", ["vereinbarung"]), ("Vereinbarrrung", ["vereinbarung"]), ("Fereinbarung", ["vereinbarung"]),
      ("Fereinbarug", []), ("ereinbarung", ["vereinbarung"]), ("Digitalisirug", ["digitalisierung"]),
      ("Foerdrung", ["förderung"]), ("Fordrung", ["förderung"]), ("sachsne", ["sachsen"]), ("d16000", []),
    ]
    for (typed, found) in table {
      let word = WordReader.folded(typed)
      let matches = TypoSearch.terms(meantBy: word, in: terms)
      #expect(matches.map { GermanFolding.text(terms[$0.term]) } == found, "\(typed)")
    }
  }

  @Test func `a typo is found exactly where the distance says so, whatever the words`() {
    var random = SeededRandom(seed: 3)
    let letters: [UInt8] = Array("abcä".unicodeScalars.flatMap { WordReader.folded(String($0)) })
    func word(_ length: Int) -> [UInt8] {
      (0..<length).map { _ in letters[Int(random.next() % UInt64(letters.count))] }
    }
    let words = Set((0..<400).map { _ in word(Int(random.next() % 4) + 3) }).sorted { $0.lexicographicallyPrecedes($1) }
    var terms = ByteStrings()
    for word in words { terms.append(word.span) }
    for _ in 0..<60 {
      let typed = word(Int(random.next() % 3) + 4)
      for edits in 1...2 {
        let expected = words.indices.filter { distance(typed, words[$0]) <= edits }
        #expect(TypoSearch.terms(near: typed, edits: edits, in: terms).map(\.term) == expected)
      }
    }
  }

  /// The distance by its definition, row by row over the whole table.
  private func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let (one, two) = (GermanFolding.form(.a, of: left) ?? left, GermanFolding.form(.a, of: right) ?? right)
    var table = [[Int]](repeating: [Int](repeating: 0, count: two.count + 1), count: one.count + 1)
    for row in 0...one.count {
      for column in 0...two.count where row + column > 0 {
        var best = Int.max
        if row > 0 { best = min(best, table[row - 1][column] + (row == 1 ? 2 : 1)) }
        if column > 0 { best = min(best, table[row][column - 1] + (column == 1 ? 2 : 1)) }
        if row > 0, column > 0 {
          let cost = one[row - 1] == two[column - 1] ? 0 : row == 1 || column == 1 ? 2 : 1
          best = min(best, table[row - 1][column - 1] + cost)
        }
        if row > 1, column > 1, one[row - 1] == two[column - 2], one[row - 2] == two[column - 1] {
          best = min(best, table[row - 2][column - 2] + (row == 2 || column == 2 ? 2 : 1))
        }
        table[row][column] = best
      }
    }
    return table[one.count][two.count]
  }
}
