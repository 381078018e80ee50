/// The best of many documents.
struct Ranking {
  /// A document with what it is ranked by.
  struct Entry: Comparable {
    let document: UInt32
    var score: UInt32
    let recency: UInt32

    static func < (left: Entry, right: Entry) -> Bool { (left.score, left.recency) < (right.score, right.recency) }
  }

  private var entries: [Entry] = []
  private let limit: Int
  /// The least score that can be among the best.
  private(set) var threshold: UInt32 = 0

  /// Keeps the best `limit` documents.
  init(limit: Int) { self.limit = limit }

  /// Takes a document; as soon as there are too many, the worse ones are dropped together.
  mutating func insert(_ document: Int, score: UInt32, recency: UInt32) {
    entries.append(Entry(document: UInt32(truncatingIfNeeded: document), score: score, recency: recency))
    if entries.count >= 2 * limit {
      entries = sorted()
      threshold = entries.last?.score ?? 0
    }
  }

  /// The best first.
  func sorted() -> [Entry] { Array(entries.sorted(by: >).prefix(limit)) }
}
