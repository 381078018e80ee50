/// The hash words are compared by (FNV-1a, 64 bits): with a few thousand words in the lists and a few hundred
/// thousand in the pages, two words of one hash are not to be expected in the lifetime of a newspaper.
enum WordHash {
  /// The hash of no letters.
  static let empty: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of a word, or of one that goes on behind a beginning of that hash.
  static func of(_ letters: some Sequence<UInt8>, behind beginning: UInt64 = empty) -> UInt64 {
    letters.reduce(beginning) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  /// The hashes of a few words between blanks, which are sooner looked through than hashed again.
  static func list(_ words: String) -> [UInt64] { words.utf8.split(separator: 0x20).map { of($0) } }
}
