extension SearchIndex {
  /// At most so many queries are suggested.
  private static let maximumSuggestionCount = 3
  /// More words are not tried one by one.
  private static let maximumClauseCount = 4

  /// Queries that find something where `query` finds nothing: unknown words replaced by the nearest that are known, or,
  /// if it cannot be that, one word left out.
  func suggestions(for query: SearchQuery, in scratch: inout SearchScratch) -> [String] {
    guard query.clauses.contains(where: { !$0.isExcluded }) else { return [] }
    var texts: [String] = []
    var isKnown = true
    for clause in query.clauses.prefix(Self.maximumClauseCount) {
      if clause.isExcluded || !SearchPlan.Clause(clause, in: dictionary).isEmpty {
        texts.append(clause.written)
      } else {
        texts += nearest(to: clause).map { [$0] } ?? []
        isKnown = false
      }
    }
    let shorter = texts.indices.map { Array(texts[..<$0] + texts[($0 + 1)...]) }
    let candidates = (isKnown ? [] : [texts]) + shorter
    var suggestions: [String] = []
    for candidate in candidates.lazy.map({ $0.joined(separator: " ") })
    where suggestions.count < Self.maximumSuggestionCount && !suggestions.contains(candidate) {
      if finds(SearchQuery(candidate), in: &scratch) { suggestions.append(candidate) }
    }
    return suggestions
  }

  private func finds(_ query: SearchQuery, in scratch: inout SearchScratch) -> Bool {
    guard query.clauses.contains(where: { !$0.isExcluded }), let plan = SearchPlan(query, .none, self) else {
      return false
    }
    find(plan, in: &scratch)
    return !scratch.matches.isEmpty
  }

  /// The known word nearest to an unknown one; of several the most frequent.
  private func nearest(to clause: SearchQuery.Clause) -> String? {
    guard clause.words.count == 1, let word = clause.words.first, word.count >= 4 else { return nil }
    let matches = TypoSearch.terms(near: word, edits: word.count >= 5 ? 2 : 1, in: dictionary.terms)
    let best = matches.min { left, right in
      (left.distance, -postings.list(left.term).count) < (right.distance, -postings.list(right.term).count)
    }
    return best.map { GermanFolding.text(dictionary.terms[$0.term]) }
  }
}

extension SearchQuery.Clause {
  /// As it is typed.
  var written: String { (isExcluded ? "-" : "") + (isQuoted ? "\"\(text)\"" : text) }
}
