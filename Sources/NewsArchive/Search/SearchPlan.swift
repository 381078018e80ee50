/// What the words of a query are taken to mean: for each the terms, prefixes and phrases that match it, and how well.
struct SearchPlan: Sendable {
  /// How far a word may be from what it finds. A word that finds something is not taken for a typo.
  enum Tolerance: CaseIterable {
    case none
    /// Typos in words that the corpus does not have.
    case unknownWords
    /// Typos in every word, if the words are found only apart.
    case everyWord
  }

  /// A term that matches a word.
  struct Choice: Sendable {
    let term: Int
    let kind: SearchMatch.Kind
    /// In percent of an exact match.
    let weight: Int

    /// Whether names are not meant: they are neither stemmed nor split.
    var isLoose: Bool { kind == .stem || kind == .compoundPart }
  }

  /// All terms that begin with some letters, or whose form without umlauts does.
  struct Prefix: Sendable {
    let letters: [UInt8]
    let isOfForm: Bool
    /// Where the dictionary has them.
    let places: Range<Int>
    let weight: Int
  }

  /// Words one behind the other, each one of several terms.
  struct Phrase: Sendable {
    let slots: [[Int]]
    let kind: SearchMatch.Kind
    let weight: Int
  }

  /// What matches one clause of the query.
  struct Clause: Sendable {
    let query: SearchQuery.Clause
    /// The clause as one word: a joined one as its whole.
    let word: [UInt8]
    var choices: [Choice] = []
    var prefixes: [Prefix] = []
    var phrases: [Phrase] = []
    /// The number of postings to read at most.
    var cost = 0
    /// How much the clause counts, growing with its rarity: 16 × log₂ of documents by matching documents.
    var importance = 0

    /// Whether nothing in the corpus matches.
    var isEmpty: Bool { choices.isEmpty && phrases.isEmpty && prefixes.isEmpty }
  }

  private(set) var clauses: [Clause] = []

  /// The plan for no query.
  init() {}

  /// The plan for a query, or nil if it finds no more than that of a lower tolerance.
  init?(_ query: SearchQuery, _ tolerance: Tolerance, _ index: SearchIndex) {
    clauses = query.clauses.map { Clause($0, in: index.dictionary) }
    if tolerance != .none {
      // What is mistyped is rare: the rarest words are suspected first.
      let suspects = clauses.indices.filter { tolerance == .everyWord || clauses[$0].isEmpty }
        .map { (cost: index.cost(of: clauses[$0]), number: $0) }.sorted { $0 < $1 }
      var isWider = false
      for suspect in suspects.prefix(Self.maximumTypoWords) {
        if clauses[suspect.number].addTypos(in: index.dictionary) { isWider = true }
      }
      if !isWider { return nil }
    }
    for number in clauses.indices {
      clauses[number].cost = index.cost(of: clauses[number])
      clauses[number].importance = Self.importance(of: clauses[number].cost, among: index.documentCount)
    }
  }

  /// Of so many words are typos looked for.
  private static let maximumTypoWords = 4

  /// 16 × log₂((1 + documents) / (1 + matching)), at least 1, in integers, so that it is the same on every machine.
  static func importance(of matching: Int, among documents: Int) -> Int {
    let ratio = UInt64(documents + 1) << 20 / UInt64(min(matching, documents) + 1)
    var logarithm = 63 - ratio.leadingZeroBitCount
    // The ratio scaled to 1 ..< 2 with 31 bits behind the point; each squaring yields a binary digit.
    var rest = (ratio << UInt64(ratio.leadingZeroBitCount)) >> 32
    for _ in 0..<4 {
      rest = (rest * rest) >> 31
      logarithm = logarithm * 2
      if rest >> 32 != 0 {
        logarithm += 1
        rest >>= 1
      }
    }
    return max(1, logarithm - 20 * 16)
  }
}

extension SearchIndex {
  /// The number of postings that a clause makes a query read at most.
  func cost(of clause: SearchPlan.Clause) -> Int {
    var cost = 0
    for choice in clause.choices { cost += postings.list(choice.term).count }
    for prefix in clause.prefixes {
      for place in prefix.places { cost += postings.list(dictionary.term(at: place, ofForm: prefix.isOfForm)).count }
    }
    for phrase in clause.phrases {
      cost += phrase.slots.map { slot in slot.reduce(0) { $0 + postings.list($1).count } }.min() ?? 0
    }
    return cost
  }
}
