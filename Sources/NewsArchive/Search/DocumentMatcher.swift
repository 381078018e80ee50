/// Finds in a text the words that a plan means: the plan's terms, its prefixes, its phrases.
struct DocumentMatcher {
  /// What a word is to a clause of the query.
  private typealias Meaning = (kind: SearchMatch.Kind, weight: Int)

  private let plan: SearchPlan
  private let dictionary: TermDictionary
  /// For each clause what its terms mean; of several meanings the best.
  private let meanings: [[Int: Meaning]]
  private let phrases: [(clause: Int, phrase: SearchPlan.Phrase)]

  init(_ plan: SearchPlan, in dictionary: TermDictionary) {
    self.plan = plan
    self.dictionary = dictionary
    meanings = plan.clauses.map { clause in
      Dictionary(clause.query.isExcluded ? [] : clause.choices.map { ($0.term, ($0.kind, $0.weight)) }) {
        $0.weight >= $1.weight ? $0 : $1
      }
    }
    phrases = plan.clauses.enumerated().filter { !$1.query.isExcluded }.flatMap { number, clause in
      clause.phrases.map { (number, $0) }
    }
  }

  /// The bytes of all words of a passage, and the matches among them by where they begin.
  func matches(
    in passage: SearchDocument.Passage, of document: SearchDocument
  ) -> (words: [Range<Int>], found: [SearchPresentation.Found]) {
    var words: [Range<Int>] = []
    var found: [SearchPresentation.Found] = []
    var started = [[Int]](repeating: [], count: phrases.count)
    var reader = WordReader()
    document.readWords(of: passage, with: &reader) { word, span in
      let letters = span.array
      let term = dictionary.term(letters[...])
      for clause in plan.clauses.indices {
        guard let (kind, weight) = meaning(of: term, letters, for: clause) else { continue }
        if passage.field == .names, kind == .stem || kind == .compoundPart { continue }
        found.append(SearchPresentation.Found(clause: clause, kind: kind, weight: weight, range: word.range))
      }
      if word.isWhole { return }
      words.append(word.range)
      for (number, (clause, phrase)) in phrases.enumerated() {
        // Beginnings of the phrase that end with the word before, by how many words they have.
        started[number] = (started[number] + [0]).filter { term.map(phrase.slots[$0].contains) ?? false }.map { $0 + 1 }
        if started[number].contains(phrase.slots.count) {
          started[number].removeAll { $0 == phrase.slots.count }
          let range = words[words.count - phrase.slots.count].lowerBound..<word.range.upperBound
          found.append(
            SearchPresentation.Found(clause: clause, kind: phrase.kind, weight: phrase.weight, range: range))
        }
      }
    }
    return (words, found.sorted { ($0.range.lowerBound, $0.clause) < ($1.range.lowerBound, $1.clause) })
  }

  /// The best of what a word means to a clause.
  private func meaning(of term: Int?, _ letters: [UInt8], for clause: Int) -> Meaning? {
    var best = term.flatMap { meanings[clause][$0] }
    for prefix in plan.clauses[clause].prefixes where prefix.weight > best?.weight ?? 0 {
      if isPrefix(prefix, of: letters) { best = (.prefix, prefix.weight) }
    }
    return best
  }

  private func isPrefix(_ prefix: SearchPlan.Prefix, of letters: [UInt8]) -> Bool {
    guard prefix.isOfForm else { return letters.starts(with: prefix.letters) }
    return [GermanFolding.Form.a, .ae].contains {
      GermanFolding.form($0, of: letters)?.starts(with: prefix.letters) ?? false
    }
  }
}
