/// How letters are compared: the one normaliser behind index, words, prefixes, phrases, typos and highlighting.
///
/// German readers want three things at once: `Fuehrerschein` and `Fuhrerschein` shall find "Führerschein", yet
/// "Büch" shall put "Bücher" above "Buch", and `neue` must never turn into "nü". So a word is kept **exact**: in lower
/// case, ß as ss, foreign marks dropped, letter and combining mark put together, but ä, ö, ü as letters of their own.
/// From that its **a-form** (ü → u) and **ae-form** (ü → ue) follow, and two words are the same but for umlauts if one's
/// form is the other. Nothing is ever rewritten the other way, from ue to ü.
///
/// Folded words are bytes with one byte a letter, so that a typo is a byte and a stem is a count: ASCII as it is, ä, ö
/// and ü as the bytes 1, 2 and 3, letters of other scripts as their UTF-8.
enum GermanFolding {
  static let ä: UInt8 = 1
  static let ö: UInt8 = 2
  static let ü: UInt8 = 3

  /// A folded word with its umlauts written otherwise.
  enum Form: Sendable {
    /// ü → u.
    case a
    /// ü → ue.
    case ae
  }

  /// What a character is to the word it stands in.
  enum Role {
    case letter
    /// Nothing: a mark on the letter before, a soft hyphen.
    case silent
    case separator
  }

  /// Appends the folded character to a word.
  static func append(_ scalar: Unicode.Scalar, to letters: inout OutputSpan<UInt8>) -> Role {
    switch scalar.value {
    case 0x61...0x7A, 0x30...0x39: letters.append(UInt8(truncatingIfNeeded: scalar.value))
    case 0x41...0x5A: letters.append(UInt8(truncatingIfNeeded: scalar.value | 0x20))
    case 0..<0x80: return .separator
    case 0xE4, 0xC4: letters.append(ä)
    case 0xF6, 0xD6: letters.append(ö)
    case 0xFC, 0xDC: letters.append(ü)
    case 0xDF, 0x1E9E:
      letters.append(0x73)
      letters.append(0x73)
    case 0xE6, 0xC6: letters.append(ä)
    case 0xF8, 0xD8, 0x153, 0x152: letters.append(ö)
    case 0x308: return addDiaeresis(to: &letters)
    case 0xAD, 0x200C, 0x200D, 0x2060, 0x300...0x36F: return .silent
    default: return appendForeign(scalar, to: &letters)
    }
    return .letter
  }

  /// Whether a word may begin with the character.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return WordReader.isPlain(UInt8(ascii: scalar)) }
    var letters: [UInt8] = []
    var role = Role.silent
    letters.append(addingCapacity: 32) { role = append(scalar, to: &$0) }
    return role == .letter
  }

  /// The letter a combining diaeresis makes of the one before it.
  private static func addDiaeresis(to letters: inout OutputSpan<UInt8>) -> Role {
    if letters.isEmpty { return .silent }
    switch letters.removeLast() {
    case 0x61: letters.append(ä)
    case 0x6F: letters.append(ö)
    case 0x75: letters.append(ü)
    case let last: letters.append(last)
    }
    return .silent
  }

  private static func appendForeign(_ scalar: Unicode.Scalar, to letters: inout OutputSpan<UInt8>) -> Role {
    let plain = LatinLetters.plain(scalar)
    if plain.isASCII { return append(plain, to: &letters) }
    guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return .separator }
    for letter in scalar.properties.lowercaseMapping.utf8 { letters.append(letter) }
    return .letter
  }

  /// The word in a form without umlauts; nil if it has none.
  static func form(_ form: Form, of word: some Collection<UInt8>) -> [UInt8]? {
    guard word.contains(where: { $0 <= ü }) else { return nil }
    var letters: [UInt8] = []
    letters.reserveCapacity(word.count + 4)
    for letter in word {
      letters.append(vowel(letter))
      if letter <= ü, form == .ae { letters.append(0x65) }
    }
    return letters
  }

  /// A letter without its dots.
  static func vowel(_ letter: UInt8) -> UInt8 {
    switch letter {
    case ä: 0x61
    case ö: 0x6F
    case ü: 0x75
    default: letter
    }
  }

  /// A folded word for people to read.
  static func text(_ word: some Collection<UInt8>) -> String {
    var utf8: [UInt8] = []
    for letter in word {
      switch letter {
      case ä: utf8 += [0xC3, 0xA4]
      case ö: utf8 += [0xC3, 0xB6]
      case ü: utf8 += [0xC3, 0xBC]
      default: utf8.append(letter)
      }
    }
    return String(decoding: utf8, as: UTF8.self)
  }
}

extension Span<UInt8> {
  /// The bytes, to keep.
  var array: [UInt8] { indices.map { self[$0] } }
}
