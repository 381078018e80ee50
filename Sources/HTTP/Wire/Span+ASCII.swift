/// Bytes compared and cut where they lie: no string is made of them.
extension Span<UInt8> {
  /// The position of the first such byte in `range`.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    // Eight at a time: a byte of `difference` is zero where it is found, and the lowest such one borrows from its high bit.
    while range.upperBound - index >= 8 {
      let difference = word(at: index) ^ UInt64(repeating: byte)
      let found = (difference &- UInt64(repeating: 1)) & ~difference & UInt64(repeating: 0x80)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < range.upperBound {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }

  /// The eight bytes from `index` on, the first one lowest.
  func word(at index: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// Where the run of bytes that are such ones, from `start` on, ends at the latest at `end`.
  ///
  /// Letters, digits, hyphens and dots have to be such ones: they are passed over eight at a time.
  func endOfRun(from start: Int, to end: Int, _ isMember: (UInt8) -> Bool) -> Int {
    var index = start
    while index < end {
      if end - index >= 8 {
        let passed = word(at: index).plainCount
        index += passed
        if passed == 8 { continue }
      }
      guard isMember(self[index]) else { break }
      index += 1
    }
    return index
  }

  /// Whether all bytes in `range` may stand in a field's value (RFC 9110 §5.5).
  func areFieldCharacters(in range: Range<Int>) -> Bool {
    // A tab may, and is looked at again.
    areAll(in: range, below: 0x20, among: 0x7F, 0x7F) { $0.isFieldCharacter }
  }

  /// Whether all bytes in `range`, among which there is no space, may stand in a request's target.
  func areTargetCharacters(in range: Range<Int>) -> Bool {
    areAll(in: range, below: 0x21, among: 0x7F, UInt8(ascii: "#")) { $0.isTargetCharacter }
  }

  /// Whether all bytes are such ones, which none `below` is, and neither `one` nor `other`.
  ///
  /// Eight at a time; those among which one of the named or one outside ASCII may be are looked at one by one.
  func areAll(
    in range: Range<Int>, below: UInt8, among one: UInt8, _ other: UInt8, _ isRight: (UInt8) -> Bool
  ) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if range.upperBound - index >= 8 {
        let word = word(at: index)
        let (first, second) = (word ^ UInt64(repeating: one), word ^ UInt64(repeating: other))
        // A high bit says so: its own, or one that was clear and lent to a byte from which more was taken than it has.
        let found =
          word | word &- UInt64(repeating: below) | (first &- UInt64(repeating: 1)) & ~first
          | (second &- UInt64(repeating: 1)) & ~second
        if found & UInt64(repeating: 0x80) == 0 {
          index += 8
          continue
        }
      }
      guard isRight(self[index]) else { return false }
      index += 1
    }
    return true
  }

  /// Whether the bytes in `range` are those of `text`.
  func equals(_ text: StaticString, in range: Range<Int>) -> Bool {
    unsafe equals(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount).span, in: range)
  }

  /// Whether the bytes in `range` are those of `other`.
  func equals(_ other: [UInt8], in range: Range<Int>) -> Bool { equals(other.span, in: range) }

  func equals(_ other: Span<UInt8>, in range: Range<Int>) -> Bool {
    guard range.count == other.count else { return false }
    var index = 0
    while other.count - index >= 8 {
      guard word(at: range.lowerBound + index) == other.word(at: index) else { return false }
      index += 8
    }
    while index < other.count {
      guard self[range.lowerBound + index] == other[index] else { return false }
      index += 1
    }
    return true
  }

  /// Whether the bytes in `range`, upper-case letters lowered, are those of `text`, which is written in lower case.
  func equalsIgnoringCase(_ text: StaticString, in range: Range<Int>) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    return unsafe extracting(range).withUnsafeBufferPointer { bytes in
      for index in bytes.indices {
        if unsafe bytes[index].asciiLowercased != text.utf8Start[index] { return false }
      }
      return true
    }
  }

  /// `range` without the spaces and tabs at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start] == 0x20 || self[start] == 0x09 { start += 1 }
    while start < end, self[end - 1] == 0x20 || self[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }

  /// The next member of the comma-separated list in `rest`, trimmed, and takes it off; empty members are passed over.
  ///
  /// Not for lists whose members hold quoted strings.
  func nextMember(of rest: inout Range<Int>) -> Range<Int>? {
    while !rest.isEmpty {
      let comma = firstIndex(of: UInt8(ascii: ","), in: rest) ?? rest.upperBound
      let member = trimmed(rest.lowerBound..<comma)
      rest = Swift.min(comma + 1, rest.upperBound)..<rest.upperBound
      if !member.isEmpty { return member }
    }
    return nil
  }

  /// The number that the bytes in `range` write, the largest one where it does not fit; nil unless they are one or more digits.
  func decimal(in range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    var value = 0
    var index = range.lowerBound
    while index < range.upperBound {
      guard let digit = self[index].decimalDigitValue else { return nil }
      let (product, overflowed) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflowedToo) = product.addingReportingOverflow(digit)
      value = overflowed || overflowedToo ? .max : sum
      index += 1
    }
    return value
  }

  /// The text of the bytes in `range`; what is not UTF-8 is replaced.
  func string(in range: Range<Int>) -> String {
    String(decoding: array(in: range), as: UTF8.self)
  }

  /// A copy of the bytes in `range`.
  func array(in range: Range<Int>) -> [UInt8] {
    unsafe extracting(range).withUnsafeBufferPointer { unsafe Array($0) }
  }
}

extension UInt8 {
  /// 0 to 9 for an ASCII digit, nil for any other byte.
  var decimalDigitValue: Int? { self >= 0x30 && self <= 0x39 ? Int(self &- 0x30) : nil }

  /// Whether the byte is a `tchar` (RFC 9110 §5.6.2).
  var isTokenCharacter: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "'"),
      UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "_"),
      UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// The lower-case letter of an ASCII upper-case one; every other byte is itself.
  var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}

/// Eight bytes looked at together: each comparison leaves its answer in each byte's high bit, and carries nothing to the next byte.
extension UInt64 {
  /// Eight times the same byte.
  init(repeating byte: UInt8) { self = 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// How many bytes there are before the first one that is no ASCII letter, digit, hyphen or dot.
  var plainCount: Int {
    let isLetter = (self | UInt64(repeating: 0x20)).isBetween(UInt8(ascii: "a"), UInt8(ascii: "z"))
    let isOther = isBetween(UInt8(ascii: "-"), UInt8(ascii: "9")) & ~isBetween(UInt8(ascii: "/"), UInt8(ascii: "/"))
    return (~(isLetter | isOther) & UInt64(repeating: 0x80)).trailingZeroBitCount / 8
  }

  /// The high bits of the bytes from `least` to `most`, both of ASCII.
  private func isBetween(_ least: UInt8, _ most: UInt8) -> UInt64 {
    let low = self & UInt64(repeating: 0x7F)
    let (reachesLeast, exceedsMost) = (low &+ UInt64(repeating: 0x80 - least), low &+ UInt64(repeating: 0x7F - most))
    return reachesLeast & ~exceedsMost & ~self & UInt64(repeating: 0x80)
  }
}
