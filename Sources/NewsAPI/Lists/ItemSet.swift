/// A set of items of one kind, a bit for each: filters are intersections, totals are counts of bits.
struct ItemSet: Sendable {
  private var words: [UInt64]

  /// No item of `count`.
  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  func contains(_ index: Int) -> Bool { words[index >> 6] & (1 << UInt64(index & 63)) != 0 }

  mutating func insert(_ index: Int) { words[index >> 6] |= 1 << UInt64(index & 63) }

  mutating func formUnion(_ indices: [Int32]) {
    for index in indices { insert(Int(index)) }
  }

  mutating func formIntersection(_ other: ItemSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }
}
