/// Words that stand near each other mean more than the same words apart.
///
/// Only the documents that are best without it are looked at, since it takes the places of words; what they gain never
/// lets them fall behind the rest.
struct Proximity {
  /// So many documents are ranked by it.
  static let rankedCount = 20
  /// Words further apart do not gain anything.
  static let maximumDistance = 8
  /// What two neighbours gain, in units of weight × impact.
  private static let gain = 4_000
  /// So many terms of a clause are followed; the better ones come first.
  private static let maximumTermCount = 2
  private static let maximumClauseCount = 8
  /// So many places of a word in a document are looked at.
  private static let maximumPlaceCount = 64

  private let clauses: [(terms: [Int], importance: Int)]
  private let postings: PostingLists

  /// Nil for a query of one word.
  init?(_ plan: SearchPlan, in index: SearchIndex) {
    clauses = plan.clauses.filter { !$0.query.isExcluded }.prefix(Self.maximumClauseCount).map { clause in
      (clause.choices.prefix(Self.maximumTermCount).map(\.term), clause.importance)
    }
    postings = index.postings
    if clauses.count < 2 { return nil }
  }

  /// Adds what the best documents gain, and sorts them anew.
  func add(to entries: inout [Ranking.Entry]) {
    let count = min(entries.count, Self.rankedCount)
    for index in entries[..<count].indices {
      let places = clauses.map { clause in
        clause.terms.flatMap { postings.places(of: $0, in: Int(entries[index].document)) }
      }
      for clause in 1..<clauses.count {
        guard let distance = Self.distance(places[clause - 1], places[clause]) else { continue }
        let importance = min(clauses[clause - 1].importance, clauses[clause].importance)
        entries[index].score += UInt32(importance * Self.gain / distance)
      }
    }
    entries[..<count].sort(by: >)
  }

  /// The least distance of two words, one more if they stand in the wrong order; nil if they are far apart.
  private static func distance(_ left: [Int], _ right: [Int]) -> Int? {
    var least = maximumDistance + 1
    for one in left.prefix(maximumPlaceCount) {
      for other in right.prefix(maximumPlaceCount) {
        let distance = other - one
        least = min(least, distance > 0 ? distance : 1 - distance)
      }
    }
    return least <= maximumDistance ? least : nil
  }
}
