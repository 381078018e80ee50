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
    writer.text.append(UInt8(ascii: "\n"))
    return writer.bytes
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
  mutating func string(_ write: (inout TextBuffer) -> Void) {
    append(upTo: 1) { $0.append(UInt8(ascii: "\"")) }
    let start = text.count
    write(&text)
    escape(from: start)
    text.append(UInt8(ascii: "\""))
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
  fileprivate func firstEscapable(from start: Int) -> Int? { (start..<count).first { self[$0].needsEscape } }
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
    var last: UInt8 = 0
    var (isInString, isEscaped) = (false, false)
    for byte in self {
      if isInString {
        isInString = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else {
        let follows = [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ",")].contains(last)
        let closes = byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
        if closes { depth -= 1 }
        if closes != follows {
          pretty.append(UInt8(ascii: "\n"))
          pretty.append(contentsOf: repeatElement(0x20, count: depth * 2))
        } else if last == UInt8(ascii: ":") {
          pretty.append(0x20)
        }
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { depth += 1 }
        isInString = byte == UInt8(ascii: "\"")
      }
      // Within a string nothing breaks a line.
      last = isInString ? 0 : byte
      pretty.append(byte)
    }
    return pretty
  }
}
