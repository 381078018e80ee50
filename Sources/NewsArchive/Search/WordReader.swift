/// The words of a text, folded, one after the other.
///
/// A word that is joined of others by hyphen, slash, apostrophe or gender mark is read as its parts and, behind the
/// last of them, as a whole: "Literatur-Lexikon" is `literatur`, `lexikon` and `literaturlexikon`. So it is found as
/// one word, as two, and as part of a phrase. Two passes over the same bytes read the same words: one fills the index,
/// one marks the hits.
///
/// One reader reads many texts, in the same memory.
struct WordReader {
  struct Word {
    /// Its bytes.
    let range: Range<Int>
    /// The number of words before it; the whole of a joined word stands where its first part does.
    let position: Int
    /// Whether it is the whole of a joined word.
    let isWhole: Bool
    /// Whether it begins with a capital letter, as nouns do.
    let isCapitalized: Bool
  }

  /// A longer word is cut for comparing; no German word comes near.
  static let maximumLetterCount = 64

  private static let room = 2 * maximumLetterCount

  /// Where the letters of a word are put; empty between words.
  private var memory: [UInt8] = []

  /// Calls `body` with each word of UTF-8 text, and its folded letters.
  mutating func read(_ text: String, _ body: (Word, Span<UInt8>) -> Void) {
    read(text.utf8.span, 0..<text.utf8.count, encoding: .utf8, body)
  }

  /// Calls `body` with each word in a range of bytes, and its folded letters; what lies outside of the bytes is left out.
  @inline(__always)
  mutating func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, encoding: SeedFile.Encoding, _ body: (Word, Span<UInt8>) -> Void
  ) {
    let range = range.clamped(to: 0..<bytes.count)
    memory.append(addingCapacity: Self.room) { letters in
      var index = range.lowerBound
      var position = 0
      /// The joined word whose parts are being read.
      var joined: (start: Int, position: Int, letters: [UInt8])?
      while index < range.upperBound {
        let start = index
        letters.removeAll()
        Self.readLetters(of: bytes, &index, range.upperBound, encoding, &letters)
        if letters.isEmpty {
          // Not a letter: a separator, or a mark upon nothing.
          if index == start { index += encoding.scalar(in: bytes, at: index)?.width ?? 1 }
          continue
        }
        let isCapitalized = Self.isCapital(bytes, at: start, encoding)
        body(Word(range: start..<index, position: position, isWhole: false, isCapitalized: isCapitalized), letters.span)
        let joiner = Self.joinerWidth(bytes, index..<range.upperBound, encoding)
        if joiner > 0 || joined != nil {
          let whole = ((joined?.letters ?? []) + letters.span.array).prefix(Self.maximumLetterCount)
          joined = (joined?.start ?? start, joined?.position ?? position, Array(whole))
        }
        if joiner == 0, let whole = joined {
          let word = Word(range: whole.start..<index, position: whole.position, isWhole: true, isCapitalized: false)
          body(word, whole.letters.span)
          joined = nil
        }
        index += joiner
        position += 1
      }
      letters.removeAll()
    }
  }

  /// Reads on while characters belong to one word.
  private static func readLetters(
    of bytes: Span<UInt8>, _ index: inout Int, _ end: Int, _ encoding: SeedFile.Encoding,
    _ letters: inout OutputSpan<UInt8>
  ) {
    while index < end {
      let byte = bytes[index]
      if isPlain(byte) {
        // The bit that makes a letter small is set in digits anyway.
        if letters.count < maximumLetterCount { letters.append(byte | 0x20) }
        index += 1
      } else {
        guard byte >= 0x80, let (scalar, width) = encoding.scalar(in: bytes, at: index) else { return }
        let count = letters.count
        if GermanFolding.append(scalar, to: &letters) == .separator { return }
        if letters.count > maximumLetterCount { letters.removeLast(letters.count - count) }
        index += width
      }
    }
  }

  /// Whether a byte is a letter or digit of ASCII, as most are.
  static func isPlain(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

  /// The width of a joiner at the beginning of a range, if a letter follows behind it; else 0.
  private static func joinerWidth(_ bytes: Span<UInt8>, _ range: Range<Int>, _ encoding: SeedFile.Encoding) -> Int {
    guard let index = range.first, bytes[index] != 0x20, let (joiner, width) = encoding.scalar(in: bytes, at: index),
      isJoiner(joiner), range.contains(index + width),
      let (first, _) = encoding.scalar(in: bytes, at: index + width), GermanFolding.isLetter(first)
    else { return 0 }
    return width
  }

  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "/", "'", ":", "*", "_", "\u{2010}", "\u{2011}", "\u{2019}": true
    default: false
    }
  }

  private static func isCapital(_ bytes: Span<UInt8>, at index: Int, _ encoding: SeedFile.Encoding) -> Bool {
    if bytes[index] < 0x80 { return bytes[index] &- 0x41 < 26 }
    guard let (scalar, _) = encoding.scalar(in: bytes, at: index) else { return false }
    return scalar == "Ä" || scalar == "Ö" || scalar == "Ü"
  }

  /// The first word of a text, folded; empty if it has none.
  static func folded(_ text: String) -> [UInt8] {
    var reader = WordReader()
    var first: [UInt8] = []
    reader.read(text) { word, letters in if word.position == 0, !word.isWhole { first = letters.array } }
    return first
  }
}
