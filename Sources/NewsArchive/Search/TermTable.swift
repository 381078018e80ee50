/// Gives each different word a number while texts are read: a hash table with open addressing.
///
/// The numbers depend on the order of the texts alone; what leaves the building of the index is sorted by letters.
struct TermTable: Sendable {
  private(set) var terms = ByteStrings()
  /// The number of the word plus one at the place its hash leads to, or behind it; 0 where nothing is.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)
  private var hashes: [UInt32] = []

  /// The number of different words.
  var count: Int { terms.count }

  init() {}

  /// A table of different words by their place in a list.
  init(_ words: ByteStrings) {
    terms = words
    hashes = (0..<words.count).map { Self.hash(words[$0]) }
    while slots.count < 2 * words.count { slots.append(contentsOf: repeatElement(0, count: slots.count)) }
    fill()
  }

  /// The number of the word, a new one if it is new.
  mutating func number(interning word: [UInt8]) -> Int {
    let hash = Self.hash(word[...])
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, terms[number].elementsEqual(word) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    terms.append(word)
    hashes.append(hash)
    slots[slot] = UInt32(clamping: count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// The number of the word, or nil if it has none.
  func number(of word: ArraySlice<UInt8>) -> Int? {
    let hash = Self.hash(word)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, terms[number].elementsEqual(word) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    fill()
  }

  private mutating func fill() {
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(clamping: number + 1)
    }
  }

  private static func hash(_ word: ArraySlice<UInt8>) -> UInt32 {
    let hash = word.hash64
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}

extension ArraySlice<UInt8> {
  /// FNV-1a, the same on every machine: http://www.isthe.com/chongo/tech/comp/fnv/
  var hash64: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in self { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
