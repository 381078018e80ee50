/// Numbers by the hash of a key: finds all that were put under one.
struct HashOrder: Sendable {
  /// A number and the hash it is found by.
  struct Entry: Sendable {
    let hash: UInt64
    let value: UInt32
  }

  /// Each once, ascending.
  private let hashes: [UInt64]
  /// Where the values of each hash end; they begin where those of the one before end.
  private let ends: [UInt32]
  private let values: [UInt32]

  init(_ entries: [Entry]) {
    let sorted = entries.sorted { ($0.hash, $0.value) < ($1.hash, $1.value) }
    let lasts = sorted.indices.filter { $0 + 1 == sorted.count || sorted[$0].hash != sorted[$0 + 1].hash }
    hashes = lasts.map { sorted[$0].hash }
    ends = lasts.map { UInt32(clamping: $0 + 1) }
    values = sorted.map(\.value)
  }

  /// The values under a hash, ascending.
  subscript(hash: UInt64) -> ArraySlice<UInt32> {
    let place = (0..<hashes.count).partitionPoint { hashes[$0] < hash }
    guard place < hashes.count, hashes[place] == hash else { return [] }
    return values[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]
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

  /// The same, quicker where that place is likely near the beginning.
  func nearPartitionPoint(where isBefore: (Int) -> Bool) -> Int {
    var end = lowerBound + 1
    while end < upperBound, isBefore(end - 1) { end += end - lowerBound }
    return (lowerBound..<Swift.min(end, upperBound)).partitionPoint(where: isBefore)
  }
}
