/// A JSON or YAML document, read without a package.
///
/// Of YAML it knows what openapi.yaml keeps to: block mappings and sequences, flow collections and scalars that end
/// with their line, whole-line comments. JSON is a flow collection.
indirect enum Document: Equatable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case list([Document])
  case map([String: Document], keys: [String])

  struct Malformed: Error { let line: String }

  subscript(key: String) -> Document? {
    if case .map(let members, _) = self { members[key] } else { nil }
  }

  /// The member at a path of keys.
  subscript(path: [String]) -> Document? { path.reduce(self) { $0?[$1] } }

  var keys: [String] { if case .map(_, let keys) = self { keys } else { [] } }
  var list: [Document] { if case .list(let elements) = self { elements } else { [] } }
  var string: String? { if case .string(let text) = self { text } else { nil } }
  var whole: Int? { if case .number(let number) = self { Int(number) } else { nil } }
  var strings: [String] { list.compactMap(\.string) }

  init(json: some Sequence<UInt8>) throws {
    var reader = FlowReader(String(decoding: Array(json), as: UTF8.self))
    self = try reader.value()
    try reader.end()
  }

  init(yaml: String) throws {
    var lines = yaml.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }[...]
    self = try Document.block(&lines, indent: 0)
    guard lines.isEmpty else { throw Malformed(line: String(lines[lines.startIndex])) }
  }

  private static func indent(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }

  private static func block(_ lines: inout ArraySlice<Substring>, indent: Int) throws -> Document {
    var elements: [Document] = []
    var members: [String: Document] = [:]
    var keys: [String] = []
    while let line = lines.first, Document.indent(line) == indent {
      let content = line.dropFirst(indent)
      if content.hasPrefix("- ") {
        if content.hasPrefix("- {") || !content.contains(": ") {
          lines.removeFirst()
          elements.append(try scalar(content.dropFirst(2)))
        } else {
          // `- key: value` begins a mapping that is two columns further in.
          lines[lines.startIndex] = Substring(String(repeating: " ", count: indent + 2) + content.dropFirst(2))
          elements.append(try block(&lines, indent: indent + 2))
        }
        continue
      }
      guard let colon = content.firstIndex(of: ":") else { throw Malformed(line: String(line)) }
      let key = content[..<colon].trimmed("'")
      let rest = content[content.index(after: colon)...].drop { $0 == " " }
      lines.removeFirst()
      guard members[key] == nil else { throw Malformed(line: "twice: " + line) }
      keys.append(key)
      if !rest.isEmpty {
        members[key] = try scalar(rest)
      } else if let next = lines.first, Document.indent(next) > indent {
        members[key] = try block(&lines, indent: Document.indent(next))
      } else {
        members[key] = .null
      }
    }
    return elements.isEmpty ? .map(members, keys: keys) : .list(elements)
  }

  private static func scalar(_ text: Substring) throws -> Document {
    guard let first = text.first, "{[\"'".contains(first) else { return plain(String(text)) }
    var reader = FlowReader(String(text))
    let value = try reader.value()
    try reader.end()
    return value
  }

  fileprivate static func plain(_ text: String) -> Document {
    switch text {
    case "null": .null
    case "true": .boolean(true)
    case "false": .boolean(false)
    default:
      text.first.map { "-0123456789".contains($0) } == true
        ? Double(text).map(Document.number) ?? .string(text) : .string(text)
    }
  }
}

/// Reads flow collections: JSON, and YAML's form of it with plain keys and single quotation marks.
private struct FlowReader {
  private var rest: Substring.UnicodeScalarView

  init(_ text: String) { rest = Substring(text).unicodeScalars }

  mutating func end() throws {
    skipBlanks()
    guard rest.isEmpty else { throw Document.Malformed(line: String(rest)) }
  }

  mutating func value() throws -> Document {
    skipBlanks()
    switch rest.first {
    case "{":
      var members: [String: Document] = [:]
      var keys: [String] = []
      try collection("}") { reader in
        guard case let key = try reader.scalar(endingAt: ":,}"), reader.take(":") else {
          throw Document.Malformed(line: String(reader.rest))
        }
        guard members[key.text] == nil else { throw Document.Malformed(line: "twice: " + key.text) }
        members[key.text] = try reader.value()
        keys.append(key.text)
      }
      return .map(members, keys: keys)
    case "[":
      var elements: [Document] = []
      try collection("]") { elements.append(try $0.value()) }
      return .list(elements)
    default:
      let (text, isQuoted) = try scalar(endingAt: ",]}")
      return isQuoted ? .string(text) : Document.plain(text)
    }
  }

  private mutating func collection(_ close: Unicode.Scalar, _ element: (inout FlowReader) throws -> Void) throws {
    rest.removeFirst()
    skipBlanks()
    if take(close) { return }
    repeat { try element(&self) } while take(",")
    guard take(close) else { throw Document.Malformed(line: String(rest)) }
  }

  private mutating func scalar(endingAt ends: String) throws -> (text: String, isQuoted: Bool) {
    skipBlanks()
    guard let quote = rest.first, quote == "\"" || quote == "'" else {
      let end = rest.firstIndex { ends.unicodeScalars.contains($0) } ?? rest.endIndex
      let text = String(rest[..<end])
      rest = rest[end...]
      return (String(text.reversed().drop { $0 == " " || $0 == "\n" }.reversed()), false)
    }
    rest.removeFirst()
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst(), scalar != quote {
      guard scalar == "\\", quote == "\"" else {
        guard scalar.value >= 0x20 else { throw Document.Malformed(line: "control character") }
        text.append(scalar)
        continue
      }
      switch rest.popFirst() {
      case "n": text.append("\n")
      case "r": text.append("\r")
      case "t": text.append("\t")
      case "u":
        let digits = String(String.UnicodeScalarView(rest.prefix(4)))
        rest = rest.dropFirst(4)
        guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else {
          throw Document.Malformed(line: digits)
        }
        text.append(scalar)
      case .some(let other) where "\"\\/x".unicodeScalars.contains(other): text.append(other)
      case let other: throw Document.Malformed(line: "escape \(String(describing: other))")
      }
    }
    return (String(text), true)
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func skipBlanks() { rest = rest.drop { $0 == " " || $0 == "\n" } }
}

extension Substring {
  fileprivate func trimmed(_ mark: Character) -> String {
    String(drop { $0 == mark }.reversed().drop { $0 == mark }.reversed())
  }
}
