/// A word, a number or a mark of a passage.
struct Token {
  /// What it looks like.
  enum Shape: UInt8 {
    /// Letters, and hyphens, digits, full stops or a `#` among them: `d-NRW`, `Komm.ONE`, `D16`, `E-Government-Pakt`.
    case word
    /// Digits, and full stops, commas or a slash among them: `2019`, `30.3.2023`, `2024/25`, `1.136`.
    case number
    /// Anything else: one character.
    case mark
  }

  /// Where it stands in the passage's bytes.
  let range: Range<Int>
  /// Its letters' hash: two words are the same if their hashes are. Marks all have one.
  let hash: UInt64
  let shape: Shape
  /// Whether it begins with a capital letter.
  let isCapitalised: Bool
  /// Whether white space stands before it.
  let isApart: Bool
  /// The first byte; for `“` and its like the last.
  let mark: UInt8
  /// What the words says of it.
  var entry: WordList.Entry

  func `is`(_ tag: Tag) -> Bool { entry.tags.contains(tag) }
  func isAny(_ tags: Tags) -> Bool { entry.tags.intersects(tags) }
  func isMark(_ byte: Unicode.Scalar) -> Bool { shape == .mark && mark == UInt8(ascii: byte) }

  /// `–` or `—`.
  var isDash: Bool { shape == .mark && (mark == Token.enDash || mark == Token.emDash) }
  var isOpeningQuote: Bool { shape == .mark && mark == Token.opening }
  var isClosingQuote: Bool { shape == .mark && (mark == Token.closing || mark == UInt8(ascii: "\"")) }

  // General punctuation is E2 80 xx; these are the last bytes, marked off from ASCII by their high bit.
  static let enDash: UInt8 = 0x93
  static let emDash: UInt8 = 0x94
  /// `„` and `»`'s place are taken as one.
  static let opening: UInt8 = 0x9E
  static let closing: UInt8 = 0x9C
  static let ellipsis: UInt8 = 0xA6
}

extension Token {
  /// The tokens of a range of bytes, in order.
  ///
  /// - Complexity: O(*n*) in the range.
  static func tokens(of text: [UInt8], in range: Range<Int>, _ words: WordList?) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(range.count / 5 + 2)
    let bytes = text.span.extracting(0..<range.upperBound)
    var index = range.lowerBound
    var isApart = true
    while index < bytes.count {
      let start = index
      let byte = bytes[index]
      let blank = blankWidth(bytes, index)
      guard blank == 0 else {
        isApart = true
        index += blank
        continue
      }
      var mark = byte
      if isDigit(byte) {
        while index < bytes.count, isDigit(bytes[index]) || isInsideNumber(bytes, index) { index += 1 }
      }
      var shape = index > start ? Shape.number : .mark
      if isLetter(byte) || byte == UInt8(ascii: "#") && index + 1 < bytes.count && isLetter(bytes[index + 1]) {
        shape = .word
        index += 1
      }
      if shape == .mark {
        index = min(bytes.count, index + (byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4))
        // What French quotation marks point at is what German ones do: »so« is „so“.
        mark = byte == 0xC2 ? (bytes[index - 1] == 0xBB ? opening : closing) : bytes[index - 1]
      } else {
        // "10-Punkte-Plan", "2010er-Jahren": a word may begin with a number.
        while case let width = widthInsideWord(bytes, index), width > 0 {
          shape = .word
          index += width
        }
      }
      let hash = shape == .mark ? WordHash.empty : WordHash.of(text[start..<index])
      tokens.append(
        Token(
          range: start..<index, hash: hash, shape: shape,
          isCapitalised: isCapital(byte, start + 1 < bytes.count ? bytes[start + 1] : 0), isApart: isApart, mark: mark,
          entry: (shape == .word ? words?.entry(hash, bytes.extracting(start..<index)) : nil) ?? .none))
      isApart = false
    }
    return tokens
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// A letter of ASCII, or a byte of a letter of two bytes.
  static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 && byte < 0xE0 && byte != 0xC2
  }

  /// The bytes of white space at an index: 0 where there is none.
  private static func blankWidth(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    if bytes[index] <= 0x20 { return 1 }
    return bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0
  }

  private static func isInsideNumber(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    let byte = bytes[index]
    guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "/") else { return false }
    return index + 1 < bytes.count && isDigit(bytes[index + 1])
  }

  /// How many bytes at an index carry a word on: 0 where it ends.
  private static func widthInsideWord(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    let byte = bytes[index]
    if isLetter(byte) || isDigit(byte) { return 1 }
    func carriesOn(_ width: Int) -> Bool {
      index + width < bytes.count && (isLetter(bytes[index + width]) || isDigit(bytes[index + width]))
    }
    switch byte {
    case UInt8(ascii: "-"):
      // "Städte- und Gemeindebund": the hyphen belongs to the word.
      return carriesOn(1) || index + 1 < bytes.count && bytes[index + 1] == 0x20 ? 1 : 0
    case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "&"):
      return carriesOn(1) && !isDigit(bytes[index + 1]) ? 1 : 0
    case 0xE2:
      // The apostrophe of "O’Sullivan" and the no-break hyphen.
      guard index + 3 < bytes.count, bytes[index + 1] == 0x80, carriesOn(3) else { return 0 }
      return bytes[index + 2] == 0x99 || bytes[index + 2] == 0x91 ? 3 : 0
    default:
      return 0
    }
  }

  /// Whether a word that begins with these two bytes has a capital: a letter of ASCII, or Ä, Ö, Ü and their like
  /// (U+00C0 to U+00DE).
  static func isCapital(_ byte: UInt8, _ next: UInt8) -> Bool {
    byte &- 0x41 < 26 || byte == UInt8(ascii: "#") || byte == 0xC3 && next >= 0x80 && next < 0x9F
  }

  /// A word with a capital at its beginning.
  static func capitalised(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var letters = Array(word)
    // "ä" is C3 A4, "Ä" C3 84: as in ASCII, a capital lacks the bit 20.
    let place = letters.first == 0xC3 ? 1 : 0
    if letters.count > place, isLetter(letters[place]) || place == 1 { letters[place] &= ~0x20 }
    return letters
  }
}
