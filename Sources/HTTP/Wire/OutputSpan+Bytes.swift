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
    if number > 9 { append(decimal: number / 10) }
    append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
  }

  @inlinable @inline(__always) package mutating func append(copying bytes: UnsafeBufferPointer<UInt8>) {
    precondition(bytes.count <= freeCapacity, "room is made before bytes are added")
    guard let source = bytes.baseAddress else { return }
    unsafe withUnsafeMutableBufferPointer { buffer, count in
      unsafe buffer.baseAddress?.advanced(by: count).initialize(from: source, count: bytes.count)
      count &+= bytes.count
    }
  }
}
