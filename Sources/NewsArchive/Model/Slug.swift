/// The readable part of an item's name in a URL: lower-case letters, digits and single hyphens.
///
/// ä, ö, ü and ß are written as two letters, other marks are dropped, all else is a hyphen. A slug never takes more bytes
/// than its words, so words become one where they stand, at the end of an answer: an archive has millions of ids, and an
/// answer shows a hundred.
enum Slug {
  /// The number of characters a slug is cut at.
  static let longest = 80

  /// The slug of some words; empty if they hold no letter or digit of ours.
  static func slug(_ words: String) -> String {
    String {
      $0.append(words)
      $0.rewrite(from: 0, fold)
    }
  }

  /// An id: the slug of some words, a hyphen and eight hex digits, or these alone.
  static func id(_ words: String, _ identity: Identity) -> String {
    String {
      $0.append(words)
      makeID(&$0, from: 0, identity)
    }
  }

  /// Makes an id of the words that stand behind the first bytes of a text.
  static func makeID(_ text: inout TextBuffer, from start: Int, _ identity: Identity) {
    text.rewrite(from: start, fold)
    if text.count > start { text.append(UInt8(ascii: "-")) }
    text.append(hexadecimal: identity.shown)
  }

  /// Writes a slug over its words, and says where it ends.
  private static func fold(_ letters: inout MutableSpan<UInt8>, _ words: Range<Int>) -> Int {
    let start = words.lowerBound
    var end = start
    var index = start
    var needsHyphen = false
    while index < words.upperBound, end - start < longest {
      let lead = letters[index]
      var first = lead
      var second: UInt8?
      if lead &- 0x61 < 26 || lead &- 0x30 < 10 {
        index += 1
      } else if lead &- 0x41 < 26 {
        first = lead | 0x20
        index += 1
      } else if lead < 0x80 {
        if lead != UInt8(ascii: "'") { needsHyphen = end > start }
        index += 1
        continue
      } else {
        let (scalar, width) = scalar(in: letters, at: index)
        index += width
        guard let letter = spelling(of: scalar) else {
          if !LatinLetters.isMark(scalar), scalar != "\u{2019}" { needsHyphen = end > start }
          continue
        }
        (first, second) = letter
      }
      if needsHyphen {
        letters[end] = UInt8(ascii: "-")
        end += 1
        needsHyphen = false
      }
      letters[end] = first
      end += 1
      if let second {
        letters[end] = second
        end += 1
      }
    }
    end = min(end, start + longest)
    while end > start, letters[end - 1] == UInt8(ascii: "-") { end -= 1 }
    return end
  }

  /// The character at a byte of UTF-8, and how many bytes it takes.
  private static func scalar(
    in bytes: borrowing MutableSpan<UInt8>, at index: Int
  ) -> (scalar: Unicode.Scalar, width: Int) {
    let lead = bytes[index]
    let width = (~lead).leadingZeroBitCount
    guard (2...4).contains(width), index + width <= bytes.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(width))
    for offset in 1..<width { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }

  /// A letter or digit as a slug has it, in one or two of its own; nil for all else.
  static func spelling(of scalar: Unicode.Scalar) -> (first: UInt8, second: UInt8?)? {
    switch scalar {
    case "a"..."z", "0"..."9": (UInt8(truncatingIfNeeded: scalar.value), nil)
    case "A"..."Z": (UInt8(truncatingIfNeeded: scalar.value) | 0x20, nil)
    case "\0"..."\u{7F}": nil
    case "ä", "Ä", "æ", "Æ": (UInt8(ascii: "a"), UInt8(ascii: "e"))
    case "ö", "Ö", "œ", "Œ": (UInt8(ascii: "o"), UInt8(ascii: "e"))
    case "ü", "Ü": (UInt8(ascii: "u"), UInt8(ascii: "e"))
    case "ß", "ẞ": (UInt8(ascii: "s"), UInt8(ascii: "s"))
    case "ø", "Ø": (UInt8(ascii: "o"), nil)
    case "ł", "Ł": (UInt8(ascii: "l"), nil)
    case "đ", "Đ": (UInt8(ascii: "d"), nil)
    case "ı": (UInt8(ascii: "i"), nil)
    default:
      // A letter without its mark has none left to lose.
      LatinLetters.plain(scalar) == scalar ? nil : spelling(of: LatinLetters.plain(scalar))
    }
  }
}
