import HTTP
import NewsArchive

/// Writes JSON as bytes (RFC 8259): keys in written order, UTF-8 as it is, slashes unescaped, no white space.
///
/// Commas need no state: one is due wherever a value follows something other than an opening or a colon.
struct JSONWriter {
  private var text: TextBuffer

  init(room: Int = 1024) { text = TextBuffer(room: room) }

  /// What has been written.
  var bytes: [UInt8] { text.bytes }
  /// The same with a line feed behind it.
  var line: [UInt8] { text.line }

  mutating func object(_ members: (inout JSONWriter) -> Void) {
    append(upTo: 1) { $0.append(UInt8(ascii: "{")) }
    members(&self)
    text.append(UInt8(ascii: "}"))
  }

  mutating func array<Elements: Sequence>(
    _ elements: Elements, _ write: (Elements.Element, inout JSONWriter) -> Void
  ) {
    append(upTo: 1) { $0.append(UInt8(ascii: "[")) }
    for element in elements { write(element, &self) }
    text.append(UInt8(ascii: "]"))
  }

  /// The name of a member; its value is written next. Names are the program's own and need no escapes.
  mutating func key(_ name: StaticString) {
    append(upTo: name.utf8CodeUnitCount + 3) {
      $0.append(UInt8(ascii: "\""))
      $0.append(name)
      $0.append(UInt8(ascii: "\""))
      $0.append(UInt8(ascii: ":"))
    }
  }

  /// The name of a member that a list of names has.
  mutating func key(named name: String) {
    string(name)
    text.append(UInt8(ascii: ":"))
  }

  mutating func string(_ words: String?) {
    guard var words else { return null() }
    words.withUTF8 { unsafe string($0.span) }
  }

  /// Text in UTF-8.
  mutating func string(_ words: Span<UInt8>) {
    guard words.firstEscapable(from: 0) == nil else {
      string { $0.append(words) }
      return
    }
    append(upTo: words.count + 2) {
      $0.append(UInt8(ascii: "\""))
      $0.append(words)
      $0.append(UInt8(ascii: "\""))
    }
  }

  /// What a function adds to a text.
  ///
  /// - Returns: where it stands.
  @discardableResult
  mutating func string(_ write: (inout TextBuffer) -> Void) -> Range<Int> {
    append(upTo: 1) { $0.append(UInt8(ascii: "\"")) }
    let start = text.count
    write(&text)
    escape(from: start)
    text.append(UInt8(ascii: "\""))
    return start..<text.count - 1
  }

  /// The text of a passage.
  mutating func string(_ passage: Passage?) {
    guard let passage else { return null() }
    string { passage.file.append(passage.range, to: &$0) }
  }

  /// A day as `2025-05-09`.
  mutating func string(_ day: CalendarDate?) {
    guard let day else { return null() }
    append(upTo: 12) {
      $0.append(UInt8(ascii: "\""))
      day.append(to: &$0)
      $0.append(UInt8(ascii: "\""))
    }
  }

  mutating func number(_ number: Int) {
    append(upTo: 20) {
      if number < 0 { $0.append(UInt8(ascii: "-")) }
      $0.append(decimal: Int(clamping: number.magnitude))
    }
  }

  /// A range of bytes as `742-878`: inclusive, as `curl -r` and RFC 9110 §14.1.2 write it.
  mutating func string(_ range: TextRange?) {
    guard let range else { return null() }
    append(upTo: 24) {
      $0.append(UInt8(ascii: "\""))
      $0.append(decimal: Int(range.lowerBound))
      $0.append(UInt8(ascii: "-"))
      $0.append(decimal: Int(max(range.upperBound, 1) - 1))
      $0.append(UInt8(ascii: "\""))
    }
  }

  mutating func boolean(_ value: Bool) { append(upTo: 5) { $0.append(value ? "true" : "false") } }

  mutating func null() { append(upTo: 4) { $0.append("null") } }

  /// An item of a list: as it is kept, or else as `write` writes it.
  mutating func item(_ number: Int, from items: WrittenItems, _ write: (inout JSONWriter) -> Void) {
    if let json = items[number] {
      append(upTo: json.count) { $0.append(json.span) }
    } else {
      let start = text.count + (needsComma ? 1 : 0)
      write(&self)
      text.read { items.keep(number, $0.extracting(start..<$0.count)) }
    }
  }

  private mutating func escape(from start: Int) {
    guard var place = text.read({ $0.firstEscapable(from: start) }) else { return }
    let words = text.bytes
    text.truncate(to: place)
    while place < words.count {
      text.append(words[place].escape)
      let next = words.span.firstEscapable(from: place + 1) ?? words.count
      text.append(words.span.extracting(place + 1..<next))
      place = next
    }
  }

  /// Adds a value of at most so many bytes, behind the comma that is due.
  private mutating func append(upTo count: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
    let needsComma = needsComma
    text.append(upTo: count + 1) {
      if needsComma { $0.append(UInt8(ascii: ",")) }
      write(&$0)
    }
  }

  private var needsComma: Bool {
    switch text.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: "\n"): false
    case _?: true
    }
  }
}

extension JSONWriter {
  mutating func member(_ name: StaticString, _ value: String?) {
    key(name)
    string(value)
  }

  mutating func member(_ name: StaticString, _ write: (inout TextBuffer) -> Void) {
    key(name)
    string(write)
  }

  mutating func member(_ name: StaticString, _ value: Passage?) {
    key(name)
    string(value)
  }

  mutating func member(_ name: StaticString, _ value: TextRange?) {
    key(name)
    string(value)
  }

  mutating func member(_ name: StaticString, _ value: CalendarDate?) {
    key(name)
    string(value)
  }

  mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    number(value)
  }

  mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    boolean(value)
  }

  mutating func member(_ name: StaticString, _ values: some Sequence<String>) {
    key(name)
    array(values) { $1.string($0) }
  }
}

extension Span<UInt8> {
  /// The position of the first byte from `start` on that needs an escape.
  fileprivate func firstEscapable(from start: Int) -> Int? {
    guard count - start >= 8 else { return (start..<count).first { self[$0].needsEscape } }
    var index = start
    // Eight at a time: a byte that is below 0x20, or becomes zero by the difference to a symbol, borrows from its high bit.
    let ones: UInt64 = 0x0101_0101_0101_0101
    while index < count {
      // The last eight overlap with those before, which need none.
      index = Swift.min(index, count - 8)
      let word = UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      let quotes = word ^ ones &* UInt64(UInt8(ascii: "\""))
      let backslashes = word ^ ones &* UInt64(UInt8(ascii: "\\"))
      let found =
        (word &- ones &* 0x20) & ~word | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
      if found & ones << 7 != 0 { return index + (found & ones << 7).trailingZeroBitCount / 8 }
      index += 8
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
