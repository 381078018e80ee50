/// Finds byte strings in an order of them by numbers: the first eight bytes of each, which decide nearly every
/// comparison. The strings themselves need not be there; they are asked for only where the numbers are equal.
struct KeyOrder: Sendable {
  let heads: [UInt64]

  /// The order of sorted strings without zero bytes.
  init(_ heads: [UInt64]) { self.heads = heads }

  /// The first eight bytes as a number that compares as they do.
  static func head(of string: some Collection<UInt8>) -> UInt64 {
    var head: UInt64 = 0
    var count = 0
    for byte in string.prefix(8) {
      head = head << 8 | UInt64(byte)
      count += 1
    }
    return count == 0 ? 0 : head << UInt64(8 * (8 - count))
  }

  /// The places of all strings that are the key or, for a prefix, begin with it.
  func range(of key: ArraySlice<UInt8>, isPrefix: Bool, string: (Int) -> ArraySlice<UInt8>) -> Range<Int> {
    let first = Self.head(of: key)
    let last = isPrefix && key.count < 8 ? first | ~0 >> UInt64(8 * key.count) : first
    let all = 0..<heads.count
    let range = all.partitionPoint { heads[$0] < first }..<all.partitionPoint { heads[$0] <= last }
    guard key.count >= 8 else { return range }
    func comparison(_ place: Int) -> Int {
      ByteStrings.compare(isPrefix ? string(place).prefix(key.count) : string(place), key)
    }
    return range.partitionPoint { comparison($0) < 0 }..<range.partitionPoint { comparison($0) <= 0 }
  }
}

/// Numbers in the order of a hash: finds all that were put under one key.
struct HashOrder: Sendable {
  /// A number and the hash it is found by.
  struct Entry: Sendable {
    let hash: UInt64
    let value: UInt32
  }

  private let hashes: [UInt64]
  private let values: [UInt32]

  init(_ entries: [Entry]) {
    let sorted = entries.sorted { ($0.hash, $0.value) < ($1.hash, $1.value) }
    hashes = sorted.map(\.hash)
    values = sorted.map(\.value)
  }

  /// The values under a hash, ascending.
  subscript(hash: UInt64) -> ArraySlice<UInt32> {
    let range = 0..<hashes.count
    return values[range.partitionPoint { hashes[$0] < hash }..<range.partitionPoint { hashes[$0] <= hash }]
  }
}

extension Range<Int> {
  /// The first place that does not come before what is searched, or the end; those before come first.
  func partitionPoint(where isBefore: (Int) -> Bool) -> Int {
    var low = lowerBound
    var high = upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
