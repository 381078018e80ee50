/// The readable part of an item's name in a URL: lower-case letters, digits and single hyphens.
///
/// ä, ö, ü and ß are written as two letters, other marks are dropped, all else is a hyphen.
enum Slug {
  /// The number of characters a slug is cut at.
  static let longest = 80

  /// The slug of some words; empty if they hold no letter or digit of ours.
  static func slug(_ words: some Sequence<Unicode.Scalar>) -> String {
    String(decoding: letters(of: words), as: UTF8.self)
  }

  /// An id: the slug of some words, a hyphen and eight hex digits, or these alone.
  static func id(_ words: String, _ identity: Identity) -> String {
    var letters = letters(of: words.unicodeScalars)
    if !letters.isEmpty { letters.append(UInt8(ascii: "-")) }
    return String(decoding: letters + identity.suffix.utf8, as: UTF8.self)
  }

  private static func letters(of words: some Sequence<Unicode.Scalar>) -> [UInt8] {
    var letters: [UInt8] = []
    var needsHyphen = false
    letters.reserveCapacity(longest + 16)
    for scalar in words {
      guard letters.count < longest else { break }
      let before = letters.count
      if needsHyphen { letters.append(UInt8(ascii: "-")) }
      if spell(scalar, &letters) {
        needsHyphen = false
      } else {
        letters.removeLast(letters.count - before)
        if !LatinLetters.isMark(scalar), scalar != "\u{2019}", scalar != "'" { needsHyphen = !letters.isEmpty }
      }
    }
    letters.removeLast(max(0, letters.count - longest))
    while letters.last == UInt8(ascii: "-") { letters.removeLast() }
    return letters
  }

  /// Writes a letter or digit as a slug has it; false, and nothing written, for all else.
  static func spell(_ scalar: Unicode.Scalar, _ letters: inout [UInt8]) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9": letters.append(UInt8(truncatingIfNeeded: scalar.value))
    case "A"..."Z": letters.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
    case "ä", "Ä", "æ", "Æ": letters.append(contentsOf: "ae".utf8)
    case "ö", "Ö", "œ", "Œ": letters.append(contentsOf: "oe".utf8)
    case "ü", "Ü": letters.append(contentsOf: "ue".utf8)
    case "ß", "ẞ": letters.append(contentsOf: "ss".utf8)
    case "ø", "Ø": letters.append(UInt8(ascii: "o"))
    case "ł", "Ł": letters.append(UInt8(ascii: "l"))
    case "đ", "Đ": letters.append(UInt8(ascii: "d"))
    case "ı": letters.append(UInt8(ascii: "i"))
    default:
      guard scalar.value >= 0x80 else { return false }
      let plain = LatinLetters.plain(scalar)
      return plain == scalar ? false : spell(plain, &letters)
    }
    return true
  }
}
