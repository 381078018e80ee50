import NewsArchive

/// One key of an item: how it is written as JSON, and as cells of a table.
///
/// A resource is a list of these, so `fields`, CSV, NDJSON and the schema test all follow from saying once what an item has.
final class Property: Sendable {
  let name: String
  /// Whether items in lists have it unless `fields` says otherwise.
  let isListed: Bool
  /// The names of its columns in a table.
  let columns: [String]
  /// Writes the value for the item at an index.
  let write: @Sendable (Archive, Int, inout JSONWriter) -> Void
  /// One for each column.
  let cells: @Sendable (Archive, Int) -> [String]

  init<Value: JSONValue>(
    _ name: String, isListed: Bool = true, columns: [String]? = nil,
    _ value: @escaping @Sendable (Archive, Int) -> Value
  ) {
    self.name = name
    self.isListed = isListed
    self.columns = columns ?? Value.columns(name)
    write = { value($0, $1).write(to: &$2) }
    cells = { value($0, $1).cells }
  }
}

extension Property {
  static func id(of kind: ItemKind) -> Property { Property("id") { kind.id($1, in: $0) } }

  static func url(of kind: ItemKind) -> Property { Property("url") { kind.url($1, in: $0) } }

  static func references(
    _ name: String, to kind: ItemKind, isListed: Bool = true,
    _ indices: @escaping @Sendable (Archive, Int) -> [Int]
  ) -> Property {
    Property(name, isListed: isListed) { archive, index in
      indices(archive, index).map { Reference(kind, $0, in: archive) }
    }
  }

  /// A set that grows without bound: its size and where it is listed.
  static func set(
    _ name: String, _ value: @escaping @Sendable (Archive, Int) -> (count: Int, link: Link)
  ) -> Property {
    Property(name) { archive, index in
      let (count, link) = value(archive, index)
      return Object([String(count)]) {
        $0.member("count", count)
        $0.member("url", link)
      }
    }
  }

  static func evidence(
    _ name: String = "evidence", _ values: @escaping @Sendable (Archive, Int) -> [Evidence]
  ) -> Property {
    Property(name) { archive, index in values(archive, index).map { $0.shown(in: archive) } }
  }
}
