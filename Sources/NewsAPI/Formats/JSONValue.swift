import NewsArchive

/// A value as answers show it: as JSON, and in a table as one cell or several.
protocol JSONValue: SendableMetatype {
  func write(to writer: inout JSONWriter)

  /// The names of its columns, if it has the name itself.
  static func columns(_ name: String) -> [String]
  /// One for each column.
  var cells: [String] { get }
}

extension JSONValue {
  static func columns(_ name: String) -> [String] { [name] }
}

extension String: JSONValue {
  func write(to writer: inout JSONWriter) { writer.string { $0.append(self) } }
  var cells: [String] { [self] }
}

extension Int: JSONValue {
  func write(to writer: inout JSONWriter) { writer.literal(String(self)) }
  var cells: [String] { [String(self)] }
}

extension Bool: JSONValue {
  func write(to writer: inout JSONWriter) { writer.literal(String(self)) }
  var cells: [String] { [String(self)] }
}

/// Null, and empty cells, where there is none.
extension Optional: JSONValue where Wrapped: JSONValue {
  func write(to writer: inout JSONWriter) {
    if let value = self { value.write(to: &writer) } else { writer.literal("null") }
  }
  static func columns(_ name: String) -> [String] { Wrapped.columns(name) }
  var cells: [String] { self?.cells ?? Wrapped.columns("").map { _ in "" } }
}

/// One cell with a `|` between the elements' own.
extension Array: JSONValue where Element: JSONValue {
  func write(to writer: inout JSONWriter) { writer.array(self) { $0.write(to: &$1) } }
  var cells: [String] { [flatMap(\.cells).joined(separator: "|")] }
}

/// An object of some members, and what stands for it in a table.
struct Object: JSONValue {
  private let makeCells: () -> [String]
  private let members: (inout JSONWriter) -> Void

  init(_ cells: @autoclosure @escaping () -> [String], _ members: @escaping (inout JSONWriter) -> Void) {
    makeCells = cells
    self.members = members
  }

  func write(to writer: inout JSONWriter) { writer.object(members) }
  var cells: [String] { makeCells() }
}

/// `2025-05-09`.
extension CalendarDate: JSONValue {
  func write(to writer: inout JSONWriter) { writer.string { $0.append(upTo: 10, append) } }
  var cells: [String] { [description] }
}

/// `742-878`: inclusive, as `curl -r` and RFC 9110 §14.1.2 write it.
extension TextRange: JSONValue {
  func write(to writer: inout JSONWriter) { cells[0].write(to: &writer) }
  var cells: [String] { ["\(lowerBound)-\(max(upperBound, 1) - 1)"] }
}
