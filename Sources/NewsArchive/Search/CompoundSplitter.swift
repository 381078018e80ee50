/// Takes German compounds apart by the words of the corpus itself: `kooperationsvereinbarung` is `kooperation`, a
/// linking s, and `vereinbarung`, if both are words that the corpus writes on their own.
///
/// A dictionary would know more words and other ones than the news; what does harm is not a compound left whole but a
/// wrong part (`in|sg|es|amt`). So a word is split only if parts and linking elements cover all of it, each part has at
/// least four letters, the last one, which gives a compound its meaning, is a noun, and none is a particle.
/// Places are never split: Petershagen is no hedge.
struct CompoundSplitter {
  /// The words of the corpus, by number.
  let table: TermTable
  /// Those that the corpus mostly writes with a capital letter.
  private let nouns: DocumentSet
  /// Those that are places and no compounds.
  private let places: DocumentSet
  /// Those that begin others without being parts of them: "unternehmen", "Übersicht", "Niedersachsen".
  private let particles: DocumentSet

  private static let minimumPartLength = 4
  /// What `modifier` has room for.
  private static let maximumLength = 48
  private static let maximumPartCount = 4

  /// What stands between two parts, "Arbeit-s-markt"; none comes first.
  private static let links: [[UInt8]] = ["", "s", "n", "e", "es", "en", "er", "ns", "ens"].map { Array($0.utf8) }

  private static let particles = [
    "unter", "über", "gegen", "nach", "hinter", "wider", "wieder", "zwischen", "neben", "durch", "ohne", "nicht",
    "mehr", "nieder", "ober", "fort", "heim", "auch", "dass", "eine", "einen", "einer", "eines", "ihre", "ihren",
    "seine", "diese", "dieser", "sind", "wird", "werden", "wurde", "haben", "kann", "noch", "oder", "sich", "beim",
    "vom", "zum", "zur", "rund", "damit", "dabei", "dafür", "darauf", "hier", "dort", "jetzt", "schon", "sehr",
  ].map(WordReader.folded)

  init(table: TermTable, nouns: DocumentSet, places: DocumentSet) {
    (self.table, self.nouns, self.places) = (table, nouns, places)
    particles = DocumentSet(capacity: table.count, Self.particles.compactMap { table.number(of: $0.span) })
  }

  /// The parts of a folded word, in order; empty if it is none that can be taken apart.
  ///
  /// - Complexity: O(*n*) look-ups for nearly every word; bounded by the limits on length and parts.
  func parts(of word: Span<UInt8>) -> [Int] {
    guard word.count >= 2 * Self.minimumPartLength, word.count <= Self.maximumLength else { return [] }
    var heads: [(start: Int, term: Int)] = []
    for start in Self.minimumPartLength...word.count - Self.minimumPartLength {
      if let head = table.number(of: word.extracting(start...)), nouns.contains(head) { heads.append((start, head)) }
    }
    if heads.isEmpty || table.number(of: word).map(places.contains) == true { return [] }
    for count in 1..<Self.maximumPartCount {
      for head in heads {
        if let modifiers = modifiers(word.extracting(..<head.start), count: count) { return modifiers + [head.term] }
      }
    }
    return []
  }

  /// Calls `body` with the parts of a term and, where they are compounds themselves, their parts.
  func forEachNestedPart(of term: Int, _ body: (Int) -> Void) {
    for part in parts(of: table.terms[term].span) {
      body(part)
      forEachNestedPart(of: part, body)
    }
  }

  /// Exactly `count` words that with their linking elements make up the letters.
  private func modifiers(_ letters: Span<UInt8>, count: Int) -> [Int]? {
    if count == 1 { return modifier(letters).map { [$0] } }
    guard letters.count >= count * Self.minimumPartLength else { return nil }
    for start in Self.minimumPartLength...letters.count - Self.minimumPartLength {
      guard let last = modifier(letters.extracting(start...)) else { continue }
      if let others = modifiers(letters.extracting(..<start), count: count - 1) { return others + [last] }
    }
    return nil
  }

  /// The word that the letters are, with a linking element behind it or without its last e ("Schul-pflicht").
  private func modifier(_ letters: Span<UInt8>) -> Int? {
    for link in Self.links where letters.count >= Self.minimumPartLength + link.count {
      let end = letters.count - link.count
      guard link.indices.allSatisfy({ link[$0] == letters[end + $0] }) else { continue }
      let word = letters.extracting(..<end)
      if let number = table.number(of: word), !particles.contains(number) { return number }
    }
    var longer = InlineArray<48, UInt8>(repeating: UInt8(ascii: "e"))
    for index in letters.indices { longer[index] = letters[index] }
    return table.number(of: longer.span.extracting(...letters.count)).flatMap { nouns.contains($0) ? $0 : nil }
  }
}
