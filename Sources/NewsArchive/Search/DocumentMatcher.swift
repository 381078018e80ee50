/// Finds in a text the words that a plan means: the plan's terms by their letters, its prefixes, its phrases.
struct DocumentMatcher {
  /// What a word is to the query.
  private struct Meaning {
    let clause: Int
    let kind: SearchMatch.Kind
    let weight: Int
  }

  private struct Phrase {
    let meaning: Meaning
    let slots: [Set<[UInt8]>]
  }

  private var words: [[UInt8]: [Meaning]] = [:]
  private var prefixes: [(prefix: SearchPlan.Prefix, clause: Int)] = []
  private var phrases: [Phrase] = []

  init(_ plan: SearchPlan, in dictionary: TermDictionary) {
    for (number, clause) in plan.clauses.enumerated() where !clause.isExcluded {
      for choice in clause.choices {
        let meaning = Meaning(clause: number, kind: choice.kind, weight: choice.weight)
        words[Array(dictionary.terms[choice.term]), default: []].append(meaning)
      }
      prefixes += clause.prefixes.map { ($0, number) }
      phrases += clause.phrases.map { phrase in
        Phrase(
          meaning: Meaning(clause: number, kind: phrase.kind, weight: phrase.weight),
          slots: phrase.slots.map { Set($0.map { Array(dictionary.terms[$0]) }) })
      }
    }
  }

  /// The bytes of all words of a passage, and the matches among them by where they begin.
  func matches(
    in passage: SearchDocument.Passage, of document: SearchDocument
  ) -> (words: [Range<Int>], found: [SearchPresentation.Found]) {
    var words: [Range<Int>] = []
    var found: [SearchPresentation.Found] = []
    var started = [[Int]](repeating: [], count: phrases.count)
    var reader = document.reader(of: passage)
    while let word = reader.next() {
      let isName = passage.field == .names
      for meaning in meanings(of: reader.letters) {
        if isName, meaning.kind == .stem || meaning.kind == .compoundPart { continue }
        found.append(Self.found(meaning, word.range))
      }
      if word.isWhole { continue }
      words.append(word.range)
      for (number, phrase) in phrases.enumerated() {
        // Beginnings of the phrase that end with the word before, by how many words they have.
        started[number] = (started[number] + [0]).filter { phrase.slots[$0].contains(reader.letters) }.map { $0 + 1 }
        if started[number].last == phrase.slots.count || started[number].contains(phrase.slots.count) {
          started[number].removeAll { $0 == phrase.slots.count }
          let start = words[words.count - phrase.slots.count].lowerBound
          found.append(Self.found(phrase.meaning, start..<word.range.upperBound))
        }
      }
    }
    return (words, found.sorted { ($0.range.lowerBound, $0.clause) < ($1.range.lowerBound, $1.clause) })
  }

  private static func found(_ meaning: Meaning, _ range: Range<Int>) -> SearchPresentation.Found {
    SearchPresentation.Found(clause: meaning.clause, kind: meaning.kind, weight: meaning.weight, range: range)
  }

  /// What a word means, for each clause the best.
  private func meanings(of letters: [UInt8]) -> [Meaning] {
    var meanings = words[letters] ?? []
    for (prefix, clause) in prefixes where isPrefix(prefix, of: letters) {
      meanings.append(Meaning(clause: clause, kind: .prefix, weight: prefix.weight))
    }
    guard meanings.count > 1 else { return meanings }
    return meanings.enumerated().filter { number, meaning in
      !meanings.enumerated().contains { other, better in
        better.clause == meaning.clause && (better.weight, number) > (meaning.weight, other)
      }
    }.map(\.element)
  }

  private func isPrefix(_ prefix: SearchPlan.Prefix, of letters: [UInt8]) -> Bool {
    guard prefix.isOfForm else { return letters.starts(with: prefix.letters) }
    return [GermanFolding.Form.a, .ae].contains {
      GermanFolding.form($0, of: letters)?.starts(with: prefix.letters) ?? false
    }
  }
}
