extension SeedFile {
  /// The character at a byte and the number of bytes it takes; nothing at or behind the end.
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, width: Int)? {
    let bytes = bytes
    return encoding.scalar(in: bytes.span, at: index)
  }
}

/// Which encoding a page was saved in is nowhere written down, but German text gives it away: an umlaut is two bytes
/// that fit together in UTF-8 and one byte that fits nowhere in Windows-1252. A damaged UTF-8 file has many fitting
/// pairs and few stray bytes, a Windows-1252 file the other way round.
extension SeedFile.Encoding {
  /// Windows-1252 if more bytes break UTF-8 than sequences keep it; a sequence cut by the end of the file breaks nothing.
  ///
  /// - Returns: the encoding, whether every byte keeps the rules of UTF-8, and whether there are NUL bytes and
  ///   beginnings of combining marks.
  static func found(
    in bytes: [UInt8]
  ) -> (encoding: SeedFile.Encoding, isValidUTF8: Bool, holdsNUL: Bool, holdsMarks: Bool) {
    let source = unsafe bytes.span.bytes
    let ones: UInt64 = 0x0101_0101_0101_0101
    var (isValid, holdsNUL, holdsMarks) = (true, false, false)
    var whole = 0
    var broken = 0
    var index = 0
    while index < bytes.count {
      // Eight bytes of ASCII at a time: none has its high bit, and none gets it when 1 is taken from it.
      if bytes.count - index >= 8 {
        let word = unsafe source.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
        if (word | word &- ones) & (ones &<< 7) == 0 {
          index += 8
          continue
        }
      }
      guard bytes[index] >= 0x80 else {
        holdsNUL = holdsNUL || bytes[index] == 0
        index += 1
        continue
      }
      holdsMarks = holdsMarks || bytes[index] == 0xCC || bytes[index] == 0xCD
      let (scalar, width) = Self.scalar(utf8: bytes.span, at: index)
      let isCut = index + width == bytes.count && (0xC2...0xF4).contains(bytes[index])
      isValid = isValid && scalar != nil
      if scalar != nil { whole += 1 } else if !isCut { broken += 1 }
      index += width
    }
    return (broken > whole ? .windows1252 : .utf8, isValid, holdsNUL, holdsMarks)
  }

  /// The character at a byte and the number of bytes it takes; nothing at or behind the end.
  func scalar(in bytes: Span<UInt8>, at index: Int) -> (scalar: Unicode.Scalar, width: Int)? {
    guard bytes.indices.contains(index) else { return nil }
    if bytes[index] < 0x80 { return (Unicode.Scalar(bytes[index]), 1) }
    switch self {
    case .windows1252: return (Self.scalar(windows1252: bytes[index]), 1)
    case .utf8:
      let (scalar, width) = Self.scalar(utf8: bytes, at: index)
      return (scalar ?? "\u{FFFD}", width)
    }
  }

  /// The UTF-8 sequence at an index of `bytes`. Nil where there is none; `width` is then that of its longest
  /// beginning, at least 1: the bytes that together are read as one U+FFFD (Unicode 16, §3.9, table 3-8).
  private static func scalar(utf8 bytes: Span<UInt8>, at index: Int) -> (scalar: Unicode.Scalar?, width: Int) {
    let lead = bytes[index]
    let length: Int
    var allowed: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0..<0x80: return (Unicode.Scalar(lead), 1)
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, allowed) = (3, 0xA0...0xBF)
    case 0xED: (length, allowed) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, allowed) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, allowed) = (4, 0x80...0x8F)
    default: return (nil, 1)
    }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      guard index + offset < bytes.count, allowed.contains(bytes[index + offset]) else { return (nil, offset) }
      value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
      allowed = 0x80...0xBF
    }
    return (Unicode.Scalar(value), length)
  }

  /// The character that Windows-1252 gives a byte; the five bytes it leaves open are the C1 controls of the same number.
  static func scalar(windows1252 byte: UInt8) -> Unicode.Scalar {
    guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(windows1252Upper[Int(byte) - 0x80]) ?? "\u{FFFD}"
  }

  /// The characters of the bytes 0x80 to 0x9F.
  private static let windows1252Upper: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]
}
