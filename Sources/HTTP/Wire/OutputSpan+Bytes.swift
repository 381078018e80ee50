/// Bytes written behind each other into room that was made for all of them at once.
extension OutputSpan<UInt8> {
  /// Adds a copy of `bytes`; there must be room for them.
  @inlinable package mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(copying: $0) }
  }

  /// Adds text as it lies in the program; there must be room for it.
  @inlinable @inline(__always) package mutating func append(_ text: StaticString) {
    unsafe append(copying: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Adds text; there must be room for it.
  package mutating func append(utf8 text: String) {
    append(text.utf8.span)
  }

  /// Adds visible ASCII as it stands inside a JSON string; there must be room for twice as much.
  package mutating func append(escaping text: Span<UInt8>) {
    let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
    if text.areAll(in: text.indices, below: 0, among: quote, backslash, { $0 != quote && $0 != backslash }) {
      return append(text)
    }
    for index in text.indices {
      if text[index] == quote || text[index] == backslash { append(backslash) }
      append(text[index])
    }
  }

  /// Adds the digits of a number that is not negative, 19 at most.
  package mutating func append(decimal number: Int) {
    var rest = number.magnitude
    var (width, bound) = (1, UInt(10))
    while width < 19, rest >= bound { (width, bound) = (width + 1, bound &* 10) }
    precondition(width <= freeCapacity, "room is made before bytes are added")
    unsafe withUnsafeMutableBufferPointer { buffer, count in
      var place = count + width
      while place > count {
        place -= 1
        unsafe buffer[place] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
        rest /= 10
      }
      count += width
    }
  }

  /// Adds a copy of `bytes`; there must be room for them.
  @inlinable @inline(__always) package mutating func append(copying bytes: UnsafeBufferPointer<UInt8>) {
    precondition(bytes.count <= freeCapacity, "room is made before bytes are added")
    guard let source = bytes.baseAddress else { return }
    unsafe withUnsafeMutableBufferPointer { buffer, count in
      unsafe buffer.baseAddress?.advanced(by: count).initialize(from: source, count: bytes.count)
      count &+= bytes.count
    }
  }
}

extension [UInt8] {
  /// Adds a copy of `bytes`.
  mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
