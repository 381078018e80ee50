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

  /// A whole document: an object and a line feed.
  static func document(room: Int = 1024, _ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter(room: room)
    writer.object(members)
    return writer.text.line
  }

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
  mutating func key(_ name: String) {
    let name = name.utf8Span.span
    append(upTo: name.count + 3) {
      $0.append(UInt8(ascii: "\""))
      $0.append(name)
      $0.append(UInt8(ascii: "\""))
      $0.append(UInt8(ascii: ":"))
    }
  }

  mutating func member(_ name: String, _ value: some JSONValue) {
    key(name)
    value.write(to: &self)
  }

  /// A member that is an object.
  mutating func member(_ name: String, _ members: (inout JSONWriter) -> Void) {
    key(name)
    object(members)
  }

  /// A member that is an array of objects, one for each element.
  mutating func member<Elements: Sequence>(
    _ name: String, _ elements: Elements, _ members: (Elements.Element, inout JSONWriter) -> Void
  ) {
    key(name)
    array(elements) { element, writer in writer.object { members(element, &$0) } }
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

  /// Letters, digits and signs that stand for themselves: a number, `true`, `false` or `null`.
  mutating func literal(_ words: String) {
    let words = words.utf8Span.span
    append(upTo: words.count) { $0.append(words) }
  }

  /// An object of a list: as it is kept under its number, or else of its members.
  mutating func object(keptIn items: WrittenItems?, _ number: Int, _ members: (inout JSONWriter) -> Void) {
    if let json = items?[number] {
      append(upTo: json.count) { $0.append(json.span) }
    } else {
      let start = text.count + (needsComma ? 1 : 0)
      object(members)
      text.read { items?.keep(number, $0.extracting(start..<$0.count)) }
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
