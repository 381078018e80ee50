/// The best of many documents: a heap with the least of them on top.
struct Ranking {
  /// A document with what it is ranked by.
  struct Entry: Comparable {
    let document: UInt32
    var score: UInt32
    let recency: UInt32

    static func < (left: Entry, right: Entry) -> Bool { (left.score, left.recency) < (right.score, right.recency) }
  }

  private var heap: [Entry] = []
  private let limit: Int
  /// The least score that can be among the best.
  private(set) var threshold: UInt32 = 0

  /// Keeps the best `limit` documents.
  init(limit: Int) { self.limit = limit }

  mutating func insert(_ document: Int, score: UInt32, recency: UInt32) {
    let entry = Entry(document: UInt32(truncatingIfNeeded: document), score: score, recency: recency)
    if heap.count < limit {
      heap.append(entry)
      rise(from: heap.count - 1)
    } else if let least = heap.first, least < entry {
      heap[0] = entry
      sink()
    }
    if heap.count == limit, let least = heap.first { threshold = least.score }
  }

  /// The best first.
  func sorted() -> [Entry] { heap.sorted(by: >) }

  private mutating func rise(from start: Int) {
    var index = start
    while index > 0, heap[index] < heap[(index - 1) / 2] {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  private mutating func sink() {
    var index = 0
    while 2 * index + 1 < heap.count {
      var child = 2 * index + 1
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < heap[index] else { return }
      heap.swapAt(index, child)
      index = child
    }
  }
}
