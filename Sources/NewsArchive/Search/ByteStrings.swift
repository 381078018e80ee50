/// Many short byte strings in two arrays: 4 bytes and its letters each, instead of an allocation each.
struct ByteStrings: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each string ends; it begins where the one before ends.
  private var ends: [UInt32] = []

  /// The number of strings.
  var count: Int { ends.count }

  /// The string at an index below `count`.
  subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
  }

  mutating func append(_ string: Span<UInt8>) {
    for index in string.indices { bytes.append(string[index]) }
    ends.append(UInt32(clamping: bytes.count))
  }

  /// Whether the string at an index is this one.
  func isEqual(_ index: Int, to other: Span<UInt8>) -> Bool {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    guard Int(ends[index]) - start == other.count else { return false }
    let bytes = bytes.span
    for offset in other.indices where bytes[start + offset] != other[offset] { return false }
    return true
  }

  /// The indices of all strings in the order of their bytes, equal ones by index; and that order's heads.
  ///
  /// - Complexity: O(*n* log *n*), nearly all comparisons between two integers.
  func sorted() -> (indices: [UInt32], order: KeyOrder) {
    var keyed = (0..<count).map { (KeyOrder.head(of: self[$0]), UInt32(truncatingIfNeeded: $0)) }
    keyed.sort { left, right in
      if left.0 != right.0 { return left.0 < right.0 }
      let comparison = Self.compare(self[Int(left.1)], self[Int(right.1)])
      return comparison == 0 ? left.1 < right.1 : comparison < 0
    }
    return (keyed.map(\.1), KeyOrder(keyed.map(\.0)))
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
