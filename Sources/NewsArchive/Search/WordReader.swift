/// The words of a text, folded, one after the other.
///
/// A word that is joined of others by hyphen, slash, apostrophe or gender mark is read as its parts and, behind the
/// last of them, as a whole: "Literatur-Lexikon" is `literatur`, `lexikon` and `literaturlexikon`. So it is found as
/// one word, as two, and as part of a phrase. Two passes over the same bytes read the same words: one fills the index,
/// one marks the hits.
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

  /// The word read last, folded.
  private(set) var letters: [UInt8] = []

  private let bytes: [UInt8]
  private let end: Int
  private let encoding: SeedFile.Encoding
  private var index: Int
  private var position = 0

  /// The joined word so far: its letters, its parts, where it began.
  private var chain: [UInt8] = []
  private var chainLength = 0
  private var chainStart = 0
  private var chainEnd = 0
  private var chainPosition = 0
  private var isWholeDue = false

  /// The words in a range of bytes; what lies outside of them is left out.
  init(_ bytes: [UInt8], _ range: Range<Int>, encoding: SeedFile.Encoding) {
    let range = range.clamped(to: 0..<bytes.count)
    self.bytes = bytes
    self.encoding = encoding
    index = range.lowerBound
    end = range.upperBound
  }

  /// The words of UTF-8 text.
  init(_ text: [UInt8]) { self.init(text, 0..<text.count, encoding: .utf8) }

  /// The next word, or nil at the end.
  mutating func next() -> Word? {
    if isWholeDue {
      isWholeDue = false
      swap(&letters, &chain)
      return Word(range: chainStart..<chainEnd, position: chainPosition, isWhole: true, isCapitalized: false)
    }
    while index < end {
      let start = index
      letters.removeAll(keepingCapacity: true)
      readLetters()
      if letters.isEmpty {
        // Not a letter: a separator, or a mark upon nothing.
        if index == start { index += scalar(at: index)?.width ?? 1 }
        continue
      }
      let word = Word(
        range: start..<index, position: position, isWhole: false, isCapitalized: isCapital(at: start))
      position += 1
      follow(word)
      return word
    }
    return nil
  }

  /// Reads on while characters belong to one word.
  private mutating func readLetters() {
    while index < end {
      let byte = bytes[index]
      if byte < 0x80 {
        let lower = byte | 0x20
        if lower &- 0x61 < 26 {
          if letters.count < Self.maximumLetterCount { letters.append(lower) }
        } else if byte &- 0x30 < 10 {
          if letters.count < Self.maximumLetterCount { letters.append(byte) }
        } else {
          return
        }
        index += 1
      } else {
        guard let (scalar, width) = scalar(at: index) else { return }
        let count = letters.count
        if GermanFolding.append(scalar, to: &letters) == .separator { return }
        if letters.count > Self.maximumLetterCount { letters.removeLast(letters.count - count) }
        index += width
      }
    }
  }

  /// Notes the word as part of a joined one, if a letter follows behind a joiner, or if one came before.
  private mutating func follow(_ word: Word) {
    let isFollowed = skipJoiner()
    guard isFollowed || chainLength > 0 else { return }
    if chainLength == 0 {
      chain.removeAll(keepingCapacity: true)
      chainStart = word.range.lowerBound
      chainPosition = word.position
    }
    chain += letters.prefix(Self.maximumLetterCount - chain.count)
    chainLength += 1
    chainEnd = word.range.upperBound
    if !isFollowed {
      isWholeDue = true
      chainLength = 0
    }
  }

  private mutating func skipJoiner() -> Bool {
    guard let (joiner, width) = scalar(at: index), Self.isJoiner(joiner),
      let (first, _) = scalar(at: index + width), GermanFolding.isLetter(first)
    else { return false }
    index += width
    return true
  }

  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "/", "'", ":", "*", "_", "\u{2010}", "\u{2011}", "\u{2019}": true
    default: false
    }
  }

  private func isCapital(at index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return byte &- 0x41 < 26 }
    guard let (scalar, _) = scalar(at: index) else { return false }
    return scalar == "Ä" || scalar == "Ö" || scalar == "Ü"
  }

  /// The character at an index; nil at the end.
  private func scalar(at index: Int) -> (scalar: Unicode.Scalar, width: Int)? {
    index < end ? encoding.scalar(in: bytes, at: index) : nil
  }
}

extension WordReader {
  /// The first word of a text, folded; empty if it has none.
  static func folded(_ text: String) -> [UInt8] {
    var reader = WordReader(Array(text.utf8))
    return reader.next() == nil ? [] : reader.letters
  }
}
