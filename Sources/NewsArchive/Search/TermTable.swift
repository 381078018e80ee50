/// Gives each different word a number while texts are read: a hash table with open addressing.
///
/// The numbers depend on the order of the texts alone; what leaves the building of the index is sorted by letters.
struct TermTable: Sendable {
  private(set) var terms = ByteStrings()
  /// The word's hash and its number plus one, 32 bits each, at the place the hash leads to, or behind it; 0 where nothing
  /// is. With the hash beside it a word is compared letter by letter only where it is the one.
  private var slots: [UInt64]

  /// The number of different words.
  var count: Int { terms.count }

  init() { slots = [UInt64](repeating: 0, count: 1 << 12) }

  /// A table of different words by their place in a list.
  init(_ words: ByteStrings) {
    terms = words
    var size = 16
    while 3 * size < 4 * words.count { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    for number in 0..<words.count { put(Self.hash(words[number].span) << 32 | UInt64(number + 1)) }
  }

  /// The number of the word, a new one if it is new.
  mutating func number(interning word: Span<UInt8>) -> Int {
    let hash = Self.hash(word)
    if let number = number(of: word, hash: hash) { return number }
    terms.append(word)
    if count * 4 > slots.count * 3 { grow() }
    put(hash << 32 | UInt64(count))
    return count - 1
  }

  /// The number of the word, or nil if it has none.
  func number(of word: Span<UInt8>) -> Int? { number(of: word, hash: Self.hash(word)) }

  private func number(of word: Span<UInt8>, hash: UInt64) -> Int? {
    let slots = slots.span
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash {
        let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if terms.isEqual(number, to: word) { return number }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func put(_ entry: UInt64) {
    var slot = Int(entry >> 32) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  /// 32 bits.
  private static func hash(_ word: Span<UInt8>) -> UInt64 {
    let hash = word.hash64
    return (hash ^ hash >> 32) & 0xFFFF_FFFF
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 { put(entry) }
  }
}

extension Span<UInt8> {
  /// FNV-1a, the same on every machine: http://www.isthe.com/chongo/tech/comp/fnv/
  var hash64: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in indices { hash = (hash ^ UInt64(self[index])) &* 0x100_0000_01B3 }
    return hash
  }
}
