import NewsArchive

/// Writes JSON as bytes (RFC 8259): keys in written order, UTF-8 as it is, slashes unescaped, no white space.
///
/// Commas need no state: one is due wherever a value follows something other than an opening or a colon.
struct JSONWriter {
  /// What has been written.
  var bytes: [UInt8] = []

  mutating func object(_ members: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "{"))
    members(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  mutating func array<Elements: Sequence>(
    _ elements: Elements, _ write: (Elements.Element, inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: "["))
    for element in elements { write(element, &self) }
    bytes.append(UInt8(ascii: "]"))
  }

  /// The name of a member; its value is written next. Names are the program's own and need no escapes.
  mutating func key(_ name: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    append(name)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    append(escaping: text)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func string(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  /// The text of a passage, from the file's own bytes where they are UTF-8.
  mutating func string(_ passage: Passage?) {
    guard let passage else { return null() }
    guard passage.file.isValidUTF8 else { return string(passage.text) }
    separate()
    bytes.append(UInt8(ascii: "\""))
    let source = passage.file.bytes
    append(escaping: source.span.extracting(passage.range.indices.clamped(to: source.indices)))
    bytes.append(UInt8(ascii: "\""))
  }

  /// A day as `2025-05-09`.
  mutating func string(_ day: CalendarDate?) {
    guard let day else { return null() }
    separate()
    bytes.append(UInt8(ascii: "\""))
    append(day)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func number(_ number: Int) {
    separate()
    append(String(number))
  }

  mutating func boolean(_ value: Bool) {
    separate()
    append(value ? "true" : "false")
  }

  mutating func null() {
    separate()
    append("null")
  }

  /// The ten characters of a day, without quotation marks.
  mutating func append(_ day: CalendarDate) {
    let (year, month, dayOfMonth) = day.components
    bytes.append(addingCapacity: 10) { text in
      func append(_ digit: Int) { text.append(UInt8(truncatingIfNeeded: 0x30 + digit)) }
      append(year / 1000)
      append(year / 100 % 10)
      append(year / 10 % 10)
      append(year % 10)
      text.append(UInt8(ascii: "-"))
      append(month / 10)
      append(month % 10)
      text.append(UInt8(ascii: "-"))
      append(dayOfMonth / 10)
      append(dayOfMonth % 10)
    }
  }

  /// Text as it is: that of a native string is copied in one piece.
  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func append(escaping text: String) {
    var text = text
    text.withUTF8 { unsafe append(escaping: $0.span) }
  }

  private mutating func append(escaping text: Span<UInt8>) {
    var start = 0
    while start < text.count {
      let end = text.firstEscapable(from: start) ?? text.count
      unsafe text.extracting(start..<end).withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
      if end < text.count { append(text[end].escape) }
      start = end + 1
    }
  }

  private mutating func separate() {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: "\n"): break
    case _?: bytes.append(UInt8(ascii: ","))
    }
  }
}

extension JSONWriter {
  mutating func member(_ name: String, _ value: String?) {
    key(name)
    string(value)
  }

  mutating func member(_ name: String, _ value: Passage?) {
    key(name)
    string(value)
  }

  mutating func member(_ name: String, _ value: CalendarDate?) {
    key(name)
    string(value)
  }

  mutating func member(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }

  mutating func member(_ name: String, _ value: Bool) {
    key(name)
    boolean(value)
  }

  mutating func member(_ name: String, _ values: some Sequence<String>) {
    key(name)
    array(values) { $1.string($0) }
  }
}

extension Span<UInt8> {
  /// The position of the first byte from `start` on that needs an escape.
  fileprivate func firstEscapable(from start: Int) -> Int? {
    var index = start
    // Eight at a time: a byte that is below 0x20, or becomes zero by the difference to a symbol, borrows from its high bit.
    let ones: UInt64 = 0x0101_0101_0101_0101
    while count - index >= 8 {
      let word = UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      let quotes = word ^ ones &* UInt64(UInt8(ascii: "\""))
      let backslashes = word ^ ones &* UInt64(UInt8(ascii: "\\"))
      let found =
        (word &- ones &* 0x20) & ~word | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
      if found & ones << 7 != 0 { return index + (found & ones << 7).trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count {
      if self[index].needsEscape { return index }
      index += 1
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var needsEscape: Bool { self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\") }

  fileprivate var escape: String {
    switch self {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case UInt8(ascii: "\n"): "\\n"
    case UInt8(ascii: "\r"): "\\r"
    case UInt8(ascii: "\t"): "\\t"
    default: "\\u00" + (self < 0x10 ? "0" : "") + String(self, radix: 16)
    }
  }
}

extension [UInt8] {
  /// The same JSON with a line for every member and element, indented by two spaces.
  ///
  /// - Complexity: O(*n*)
  func prettyJSON() -> [UInt8] {
    var pretty: [UInt8] = []
    pretty.reserveCapacity(count * 2)
    var depth = 0
    var inString = false
    var escaped = false
    func breakLine() {
      pretty.append(UInt8(ascii: "\n"))
      pretty.append(contentsOf: repeatElement(0x20, count: depth * 2))
    }
    for (index, byte) in enumerated() {
      if inString {
        inString = escaped || byte != UInt8(ascii: "\"")
        escaped = !escaped && byte == UInt8(ascii: "\\")
        pretty.append(byte)
        continue
      }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        pretty.append(byte)
        // The closing brackets are two characters behind the opening ones in ASCII.
        if index + 1 < count, self[index + 1] != byte + 2 { breakLine() }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if index > 0, self[index - 1] != byte - 2 { breakLine() }
        pretty.append(byte)
      case UInt8(ascii: ","):
        pretty.append(byte)
        breakLine()
      case UInt8(ascii: ":"): pretty += [byte, 0x20]
      default:
        inString = byte == UInt8(ascii: "\"")
        pretty.append(byte)
      }
    }
    return pretty
  }
}
