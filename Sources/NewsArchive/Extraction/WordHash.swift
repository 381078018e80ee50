/// The hash words are compared by (FNV-1a, 64 bits): with a few thousand words in the lists and a few hundred
/// thousand in the pages, two words of one hash are not to be expected in the lifetime of a newspaper.
struct WordHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  /// The hash of a word, with an ending behind it.
  init(_ word: UInt64, _ ending: String) {
    value = word
    for byte in ending.utf8 { add(byte) }
  }

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  mutating func add(_ byte: UInt8, _ index: inout Int) {
    add(byte)
    index += 1
  }

  /// The hashes of words between blanks.
  static func set(_ words: String) -> Set<UInt64> { Set(words.utf8.split(separator: 0x20).map { of($0) }) }

  /// The hash of a whole word.
  static func of(_ word: some Sequence<UInt8>) -> UInt64 {
    var hash = WordHash()
    for byte in word { hash.add(byte) }
    return hash.value
  }
}
