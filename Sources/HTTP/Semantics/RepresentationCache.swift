/// Finished representations by request target, for as long as their validity holds.
///
/// Theory: the table is cut into sets of a few places, and a target's digest names its set, so finding one is a look at a few
/// neighbouring digests, and making room never has to search. What is worth keeping is told by how often each target was asked
/// for, counted in a small sketch that forgets by halving (TinyLFU: Einziger, Friedman, Manes, 2017). A target comes in
/// with its second request at the earliest, and only in place of one that is asked for less often: any number of questions
/// that nobody repeats leaves the table as it is.
struct RepresentationCache {
  private struct Entry {
    let digest: Digest
    let target: [UInt8]
    let representation: Representation

    var size: Int { target.count + representation.size }
  }

  /// Sets in the table; a power of two.
  static let setCount = 128
  /// Places in a set.
  static let setPlaces = 8
  /// Bytes a set may hold, so that all of them together hold 32 MB at most.
  static let setBytes = 262_144

  private var sets = [[Entry]](repeating: [], count: setCount)
  private var sketch = FrequencySketch()
  private let seed: UInt64

  /// `seed` is secret, so that nobody can choose targets that fall into the same set.
  init(seed: UInt64) { self.seed = seed }

  /// What names the target in this cache.
  func digest(of target: Span<UInt8>) -> Digest { Digest(target, seed: seed) }

  /// The representation kept for `target`; counts the request either way.
  mutating func find(_ digest: Digest, target: Span<UInt8>) -> Representation? {
    sketch.count(digest)
    let set = Self.set(of: digest)
    for entry in sets[set] where entry.digest == digest && Self.areEqual(entry.target, target) {
      if entry.representation.response.validity?.holds == true { return entry.representation }
      removeInvalid()
      return nil
    }
    return nil
  }

  /// Keeps `representation` if it is worth the room; whether it did.
  mutating func offer(_ representation: Representation, digest: Digest, target: Span<UInt8>) -> Bool {
    let entry = Entry(digest: digest, target: target.array(in: 0..<target.count), representation: representation)
    let frequency = sketch.frequency(digest)
    guard frequency >= 2, entry.size <= Self.setBytes, representation.response.validity?.holds == true else {
      return false
    }
    let index = Self.set(of: digest)
    var set = sets[index]
    var room = Self.setBytes - set.reduce(0) { $0 + $1.size }
    while set.count >= Self.setPlaces || room < entry.size {
      guard let victim = set.indices.min(by: { sketch.frequency(set[$0].digest) < sketch.frequency(set[$1].digest) }),
        sketch.frequency(set[victim].digest) < frequency
      else { return false }
      room += set[victim].size
      set.remove(at: victim)
    }
    set.append(entry)
    sets[index] = set
    return true
  }

  /// One ended validity means a new generation of the data: what else ended with it is given back at once.
  private mutating func removeInvalid() {
    for index in sets.indices { sets[index].removeAll { $0.representation.response.validity?.holds != true } }
  }

  private static func set(of digest: Digest) -> Int { Int(truncatingIfNeeded: digest.high) & (setCount - 1) }

  private static func areEqual(_ kept: [UInt8], _ target: Span<UInt8>) -> Bool {
    guard kept.count == target.count else { return false }
    for index in kept.indices where kept[index] != target[index] { return false }
    return true
  }
}

/// About how often each digest was counted lately: four small counters each, the smallest of which is believed.
struct FrequencySketch {
  private static let width = 4_096
  private var counters = [UInt8](repeating: 0, count: 4 * width)
  private var total = 0

  /// Counts one more.
  mutating func count(_ digest: Digest) {
    for row in 0..<4 {
      let place = Self.place(of: digest, row: row)
      if counters[place] < .max { counters[place] += 1 }
    }
    total += 1
    guard total >= 10 * Self.width else { return }
    for index in counters.indices { counters[index] >>= 1 }
    total /= 2
  }

  /// How often it was counted, or a little more.
  func frequency(_ digest: Digest) -> UInt8 {
    var least = UInt8.max
    for row in 0..<4 { least = min(least, counters[Self.place(of: digest, row: row)]) }
    return least
  }

  private static func place(of digest: Digest, row: Int) -> Int {
    row * width + Int(truncatingIfNeeded: digest.low >> UInt64(row * 16)) & (width - 1)
  }
}
