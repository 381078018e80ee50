/// Text in UTF-8 that grows at its end.
///
/// Ids, titles and answers are put together from thousands of short pieces, for which an array's own growth costs more
/// than the bytes do: here a piece is a comparison and a copy.
public struct TextBuffer: Sendable {
  /// What is behind the first `count` bytes is room.
  @usableFromInline var storage: [UInt8]
  @usableFromInline var end = 0

  /// No text, and room for so many bytes before it first grows.
  public init(room: Int = 256) { storage = Array(repeating: 0, count: max(1, room)) }

  /// The number of bytes.
  @inlinable public var count: Int { end }
  /// A copy of all bytes.
  public var bytes: [UInt8] { Array(storage[..<count]) }
  /// The last byte.
  @inlinable public var last: UInt8? { count == 0 ? nil : storage[count - 1] }

  /// Reads all bytes where they lie.
  @inlinable public func read<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    body(storage.span.extracting(0..<count))
  }

  /// Adds a byte.
  @inlinable public mutating func append(_ byte: UInt8) { append(upTo: 1) { $0.append(byte) } }

  /// Adds text in UTF-8.
  public mutating func append(_ text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe append(copying: $0) }
  }

  /// Adds text.
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { unsafe append(copying: $0) }
  }

  private mutating func append(copying text: UnsafeBufferPointer<UInt8>) {
    grow(by: text.count)
    unsafe storage.withUnsafeMutableBufferPointer { [count] storage in
      _ = unsafe storage[count...].update(fromContentsOf: text)
    }
    end += text.count
  }

  /// Adds at most so many bytes, which `write` writes.
  @inlinable public mutating func append(upTo length: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
    if storage.count - count < length { grow(by: length) }
    end += unsafe storage.withUnsafeMutableBufferPointer { [end] storage in
      let room = storage.extracting(end..<end + length)
      var output = unsafe OutputSpan(buffer: room, initializedCount: 0)
      write(&output)
      return unsafe output.finalize(for: room)
    }
  }

  /// Adds a number as eight lower-case hexadecimal digits.
  mutating func append(hexadecimal number: UInt32) {
    append(upTo: 8) { digits in
      for shift in stride(from: 28 as UInt32, through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: number >> shift & 0xF)
        digits.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
  }

  /// Whether what stands at one place comes before what stands at another, byte by byte.
  public func precedes(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    unsafe storage.withUnsafeBufferPointer { unsafe $0[one].lexicographicallyPrecedes($0[other]) }
  }

  /// Takes away what is behind the first bytes.
  public mutating func truncate(to length: Int) { end = min(end, max(0, length)) }

  /// Rewrites what is behind the first bytes where it stands; `write` says where it ends then.
  mutating func rewrite(from start: Int, _ write: (inout MutableSpan<UInt8>, Range<Int>) -> Int) {
    let words = start..<end
    var text = storage.mutableSpan
    let rest = write(&text, words)
    end = min(words.upperBound, rest)
  }

  @usableFromInline mutating func grow(by length: Int) {
    guard storage.count - count < length else { return }
    storage.append(contentsOf: repeatElement(0, count: max(storage.count, length)))
  }
}

extension String {
  /// The text that a function adds to a buffer.
  public init(_ write: (inout TextBuffer) -> Void) {
    var text = TextBuffer()
    write(&text)
    self = text.read { unsafe $0.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) } }
  }
}
