/// The header fields of a response, in order, repeats kept (RFC 9110 §5.2, §5.3).
public struct Fields: Sendable, Equatable {
  /// One field line.
  public struct Line: Sendable, Equatable {
    /// Its name.
    public let name: FieldName
    /// Its value, without the white space around it.
    public let value: String
  }

  /// All field lines.
  public private(set) var lines: [Line] = []

  /// No fields.
  public init() {}

  /// Adds one field line behind the others.
  ///
  /// A control character in `value` is replaced by a space, so that no foreign text can start a line of its own.
  public mutating func append(_ name: FieldName, _ value: String) {
    let isSafe = value.utf8.allSatisfy(\.isFieldCharacter)
    let safe = isSafe ? value : String(decoding: value.utf8.map { $0.isFieldCharacter ? $0 : 0x20 }, as: UTF8.self)
    lines.append(Line(name: name, value: safe))
  }

  /// The value of the first field of that name; setting it replaces all of them, nil removes them.
  public subscript(name: FieldName) -> String? {
    get { lines.first { $0.name == name }?.value }
    set {
      lines.removeAll { $0.name == name }
      if let newValue { append(name, newValue) }
    }
  }
}

extension Fields: ExpressibleByDictionaryLiteral {
  /// The fields in the order written.
  public init(dictionaryLiteral fields: (FieldName, String)...) {
    for (name, value) in fields { append(name, value) }
  }
}
