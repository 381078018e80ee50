/// Gives each different word a number while texts are read: a hash table with open addressing.
///
/// The numbers depend on the order of the texts alone; what leaves the building of the index is sorted by letters.
struct TermTable: Sendable {
  private(set) var terms = ByteStrings()
  /// The word's number plus one, at the place its hash leads to, or behind it; 0 where nothing is. In the bits that no
  /// number needs are those of the hash: so a word is compared letter by letter only where it is the one.
  private var slots: [UInt32]

  /// The number of different words.
  var count: Int { terms.count }

  init() { slots = [UInt32](repeating: 0, count: 1 << 12) }

  /// A table of different words by their place in a list.
  init(_ words: ByteStrings) {
    terms = words
    var size = 16
    while 3 * size < 4 * words.count { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    fill()
  }

  /// The number of the word, a new one if it is new.
  mutating func number(interning word: Span<UInt8>) -> Int {
    let hash = Self.hash(word)
    if let number = number(of: word, hash: hash) { return number }
    terms.append(word)
    if count * 4 > slots.count * 3 {
      slots = [UInt32](repeating: 0, count: slots.count * 2)
      fill()
    } else {
      put(count - 1, hash: hash)
    }
    return count - 1
  }

  /// The number of the word, or nil if it has none.
  func number(of word: Span<UInt8>) -> Int? { number(of: word, hash: Self.hash(word)) }

  private func number(of word: Span<UInt8>, hash: UInt32) -> Int? {
    let slots = slots.span
    let mask = UInt32(truncatingIfNeeded: slots.count - 1)
    var slot = hash & mask
    while case let entry = slots[Int(slot)], entry != 0 {
      if (entry ^ hash) & ~mask == 0 {
        let number = Int(entry & mask) - 1
        if terms.isEqual(number, to: word) { return number }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func fill() {
    for number in 0..<count { put(number, hash: Self.hash(terms[number].span)) }
  }

  private mutating func put(_ number: Int, hash: UInt32) {
    let mask = UInt32(truncatingIfNeeded: slots.count - 1)
    var slot = hash & mask
    while slots[Int(slot)] != 0 { slot = (slot + 1) & mask }
    slots[Int(slot)] = UInt32(truncatingIfNeeded: number + 1) | hash & ~mask
  }

  private static func hash(_ word: Span<UInt8>) -> UInt32 { UInt32(truncatingIfNeeded: word.hash64) }
}

extension Span<UInt8> {
  /// A hash that is the same on every machine: each eight bytes are mixed in by a multiplication.
  var hash64: UInt64 {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = UInt64(truncatingIfNeeded: count) &* factor
    var index = 0
    while index < count {
      hash = (hash ^ word(at: index)) &* factor
      hash ^= hash >> 29
      index &+= 8
    }
    return hash ^ hash >> 32
  }

  /// Whether the bytes are the same, eight compared at a time.
  func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var index = 0
    while index < count, word(at: index) == other.word(at: index) { index &+= 8 }
    return index >= count
  }

  /// The eight bytes at an index as one number, or all that are left: in spans of one length the same number means the
  /// same bytes.
  @inline(__always)
  private func word(at index: Int) -> UInt64 {
    let length = min(8, count &- index)
    if length < 4 { return (index..<count).reduce(0) { $0 << 8 | UInt64(self[$1]) } }
    func half(_ index: Int) -> UInt64 {
      UInt64(unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt32.self).littleEndian)
    }
    // The first four and the last four, which may have some in common.
    return half(index) | half(index &+ length &- 4) << 32
  }
}
