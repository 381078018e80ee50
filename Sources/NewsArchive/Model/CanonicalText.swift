/// Text as it is compared, whatever machine saved it: letters and their marks as one character, no-break spaces as
/// spaces, white space folded to one space and cut off at both ends. Each character knows the byte it came from.
struct CanonicalText {
  private(set) var scalars: [Unicode.Scalar] = []
  /// For each scalar the index of its first byte in the file.
  private(set) var offsets: [Int] = []

  init(_ range: TextRange, in file: SeedFile) {
    var index = Int(range.lowerBound)
    let end = min(Int(range.upperBound), file.bytes.count)
    var isBehindSpace = true
    scalars.reserveCapacity(max(0, end - index))
    offsets.reserveCapacity(max(0, end - index))
    while index < end, let (scalar, width) = file.scalar(at: index) {
      if scalar.isBlank {
        if !isBehindSpace { append(" ", at: index) }
        isBehindSpace = true
      } else {
        if let letter = scalars.last, LatinLetters.isMark(scalar), let whole = LatinLetters.composed(letter, scalar) {
          scalars[scalars.count - 1] = whole
        } else {
          append(scalar, at: index)
        }
        isBehindSpace = false
      }
      index += width
    }
    if isBehindSpace, !scalars.isEmpty {
      scalars.removeLast()
      offsets.removeLast()
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, at offset: Int) {
    scalars.append(scalar)
    offsets.append(offset)
  }

  var string: String { String(decoding: scalars.flatMap(\.utf8), as: UTF8.self) }

  /// Whether bytes of UTF-8 are certainly their own canonical text: no white space but single spaces inside, no
  /// byte that can begin a combining mark or a special space. When in doubt, no.
  static func isCanonical(_ bytes: Span<UInt8>) -> Bool {
    var previous = UInt8(ascii: " ")
    for index in bytes.indices {
      let byte = bytes[index]
      // Letters, digits and signs of one byte: nearly all.
      if byte &- 0x21 >= 0x5F {
        switch byte {
        case 0x20 where previous == 0x20: return false
        case 0..<0x20, 0xCC, 0xCD, 0xEF...0xFF: return false
        case 0xA0 where previous == 0xC2: return false
        case 0x80...0x8B where previous == 0x80, 0xAF where previous == 0x80: return false
        default: break
        }
      }
      previous = byte
    }
    return previous != 0x20
  }
}

extension Unicode.Scalar {
  /// Whether a reader sees nothing: space, tabulator, line end, no-break space, byte order mark.
  var isBlank: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0xA0, 0x2000...0x200B, 0x202F, 0x3000, 0xFEFF: true
    default: false
    }
  }
}

extension SeedFile {
  func canonicalText(_ range: TextRange) -> String { String { append(canonical: range, to: &$0) } }

  /// Adds the canonical text of a range to a text.
  func append(canonical range: TextRange, to text: inout TextBuffer) {
    let source = bytes
    let part = source.span.extracting(range.indices.clamped(to: source.indices))
    let isCanonical = CanonicalText.isCanonical(part)
    if isValidUTF8 && isCanonical { text.append(part) } else { text.append(CanonicalText(range, in: self).string) }
  }
}
