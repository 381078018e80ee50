/// Many short byte strings in two arrays: 4 bytes and its letters each, instead of an allocation each.
struct ByteStrings: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each string ends; it begins where the one before ends.
  private var ends: [UInt32] = []

  init() {}

  /// The strings at some indices of others, in as much memory as they take.
  init(_ others: ByteStrings, at indices: some Collection<Int>) {
    bytes.reserveCapacity(indices.reduce(0) { $0 + others[$1].count })
    ends.reserveCapacity(indices.count)
    for index in indices { append(others[index].span) }
  }

  /// The number of strings.
  var count: Int { ends.count }

  /// The string at an index below `count`.
  subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
  }

  mutating func append(_ string: Span<UInt8>) {
    unsafe string.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    ends.append(UInt32(clamping: bytes.count))
  }

  /// Whether the string at an index is this one.
  func isEqual(_ index: Int, to other: Span<UInt8>) -> Bool {
    bytes.span.extracting((index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])).isEqual(to: other)
  }

  /// The first eight bytes as a number that compares as they do.
  private static func head(of string: ArraySlice<UInt8>) -> UInt64 {
    string.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } << UInt64(64 - 8 * min(8, string.count))
  }

  /// The indices of all strings in the order of their bytes, equal ones by index; the first eight bytes decide nearly every
  /// comparison.
  ///
  /// - Complexity: O(*n* log *n*).
  func sorted() -> [Int] {
    let heads = (0..<count).map { (head: Self.head(of: self[$0]), index: UInt32(truncatingIfNeeded: $0)) }
    return heads.sorted { left, right in
      if left.head != right.head { return left.head < right.head }
      let comparison = Self.compare(self[Int(left.index)], self[Int(right.index)])
      return comparison == 0 ? left.index < right.index : comparison < 0
    }.map { Int($0.index) }
  }

  /// The indices of all strings that are the key or, for a prefix, begin with it; the strings are sorted.
  func range(of key: [UInt8], isPrefix: Bool) -> Range<Int> {
    func comparison(_ index: Int) -> Int {
      Self.compare(isPrefix ? self[index].prefix(key.count) : self[index], key[...])
    }
    let first = (0..<count).partitioningIndex { comparison($0) >= 0 }
    return first..<(first..<count).partitioningIndex { comparison($0) > 0 }
  }

  /// Below, at or above 0 as `left` comes before, is, or comes behind `right`.
  static func compare(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
    var one = left.startIndex
    var other = right.startIndex
    while one < left.endIndex, other < right.endIndex {
      if left[one] != right[other] { return left[one] < right[other] ? -1 : 1 }
      one += 1
      other += 1
    }
    return left.count - right.count
  }
}
