/// Finished representations by request target, for as long as their validity holds.
///
/// Theory: the table is cut into sets of a few places, and a target's digest names its set, so finding one is a look at a few
/// neighbouring digests, and making room never has to search. A target comes in with its second request at the earliest: what
/// was asked for lately is remembered by its digest alone, in a table where newer digests take older ones' places. Where a set
/// is full, each newcomer that would like to come in costs the least wanted of those who are there one of its hits, and takes
/// its place when it has none left. So questions that nobody repeats neither fill the table nor drive anything out of it,
/// and repeated ones drive out only what is asked for less often than they come.
struct RepresentationCache {
  private struct Entry {
    let digest: Digest
    let target: [UInt8]
    let representation: Representation
    let validity: Validity
    /// How often it was found, up to `mostHits`, less what newcomers took from it.
    var hits: UInt8 = 0

    var size: Int { target.count + representation.size }
  }

  /// Sets in the table; a power of two.
  static let setCount = 128
  static let setPlaces = 8
  /// Bytes a set may hold, so that all of them together hold 32 MB at most.
  static let setBytes = 262_144
  /// Hits that count, so that what was wanted once does not stay for ever.
  private static let mostHits: UInt8 = 15
  /// Digests that are remembered; a power of two.
  private static let askedCount = 4_096

  private var sets = [[Entry]](repeating: [], count: setCount)
  private var asked = [UInt64](repeating: 0, count: askedCount)

  /// The representation kept for `target`, whose digest has a secret seed, so that nobody can choose targets that fall into
  /// the same set.
  mutating func find(_ digest: Digest, target: Span<UInt8>) -> Representation? {
    let set = Self.set(of: digest)
    for place in sets[set].indices where sets[set][place].digest == digest {
      guard target.equals(sets[set][place].target, in: 0..<target.count) else { continue }
      guard sets[set][place].validity.holds else {
        removeInvalid()
        return nil
      }
      if sets[set][place].hits < Self.mostHits { sets[set][place].hits += 1 }
      return sets[set][place].representation
    }
    return nil
  }

  /// Keeps `representation`, which was not found, if it is worth the room.
  mutating func offer(_ representation: Representation, digest: Digest, target: Span<UInt8>) {
    guard let validity = representation.response.validity, validity.holds, wasAsked(digest) else { return }
    let entry = Entry(
      digest: digest, target: target.array(in: 0..<target.count), representation: representation, validity: validity)
    guard entry.size <= Self.setBytes else { return }
    let set = Self.set(of: digest)
    var room = Self.setBytes - sets[set].reduce(0) { $0 + $1.size }
    while sets[set].count >= Self.setPlaces || room < entry.size {
      guard let least = sets[set].indices.min(by: { sets[set][$0].hits < sets[set][$1].hits }) else { return }
      guard sets[set][least].hits == 0 else {
        sets[set][least].hits -= 1
        return
      }
      room += sets[set].remove(at: least).size
    }
    sets[set].append(entry)
  }

  /// Whether it was asked for lately; from now on it was.
  private mutating func wasAsked(_ digest: Digest) -> Bool {
    let place = Int(truncatingIfNeeded: digest.low) & (Self.askedCount - 1)
    defer { asked[place] = digest.low }
    return asked[place] == digest.low
  }

  /// One ended validity means a new generation of the data: what else ended with it is given back at once.
  private mutating func removeInvalid() {
    for set in sets.indices { sets[set].removeAll { !$0.validity.holds } }
  }

  private static func set(of digest: Digest) -> Int { Int(truncatingIfNeeded: digest.high) & (setCount - 1) }
}
