/// Numbers by the hash of a key: finds all that were put under one.
struct HashOrder: Sendable {
  /// A number and the hash it is found by.
  struct Entry: Sendable {
    let hash: UInt64
    let value: UInt32
  }

  /// By hash, then value.
  private let entries: [Entry]

  init(_ entries: [Entry]) {
    self.entries = entries.sorted { ($0.hash, $0.value) < ($1.hash, $1.value) }
  }

  /// The values under a hash, ascending.
  subscript(hash: UInt64) -> [Int] {
    entries[entries.partitioningIndex { $0.hash >= hash }...].prefix { $0.hash == hash }.map { Int($0.value) }
  }
}

extension Range<Int> {
  /// The first that does not come before what is searched, or the end; those before come first. Quick where it is likely
  /// near the beginning: O(log *n*) in its distance from there.
  func nearPartitioningIndex(where isBefore: (Int) -> Bool) -> Int {
    var end = lowerBound + 1
    while end < upperBound, isBefore(end - 1) { end += end - lowerBound }
    return (lowerBound..<Swift.min(end, upperBound)).partitioningIndex { !isBefore($0) }
  }
}
