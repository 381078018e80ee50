/// The readable part of an item's name in a URL: lower-case letters, digits and single hyphens.
///
/// ä, ö, ü and ß are written as two letters, other marks are dropped, all else is a hyphen.
enum Slug {
  /// The number of characters a slug is cut at.
  static let longest = 80

  /// The slug of some words; empty if they hold no letter or digit of ours.
  static func slug(_ words: some Sequence<Unicode.Scalar>) -> String {
    var letters: [UInt8] = []
    var needsHyphen = false
    for scalar in words {
      guard letters.count < longest else { break }
      let written = spelling(of: scalar)
      if written.isEmpty {
        if !LatinLetters.isMark(scalar), scalar != "\u{2019}", scalar != "'" { needsHyphen = !letters.isEmpty }
      } else {
        if needsHyphen { letters.append(UInt8(ascii: "-")) }
        needsHyphen = false
        letters.append(contentsOf: written)
      }
    }
    letters.removeLast(max(0, letters.count - longest))
    while letters.last == UInt8(ascii: "-") { letters.removeLast() }
    return String(decoding: letters, as: UTF8.self)
  }

  /// How a letter or digit is written in a slug; nothing for all else.
  static func spelling(of scalar: Unicode.Scalar) -> [UInt8] {
    switch scalar {
    case "a"..."z", "0"..."9": return [UInt8(truncatingIfNeeded: scalar.value)]
    case "A"..."Z": return [UInt8(truncatingIfNeeded: scalar.value) | 0x20]
    case "ä", "Ä", "æ", "Æ": return Array("ae".utf8)
    case "ö", "Ö", "œ", "Œ": return Array("oe".utf8)
    case "ü", "Ü": return Array("ue".utf8)
    case "ß", "ẞ": return Array("ss".utf8)
    case "ø", "Ø": return Array("o".utf8)
    case "ł", "Ł": return Array("l".utf8)
    case "đ", "Đ": return Array("d".utf8)
    case "ı": return Array("i".utf8)
    default:
      let plain = LatinLetters.plain(scalar)
      return plain == scalar ? [] : spelling(of: plain)
    }
  }
}
