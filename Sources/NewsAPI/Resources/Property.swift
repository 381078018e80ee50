import NewsArchive

/// One key of an item: how it is written as JSON, and as cells of a table.
///
/// A resource is a list of these, so `fields`, CSV, NDJSON and the schema test all follow from saying once what an item has.
final class Property: Sendable {
  /// One column of a table.
  struct Column: Sendable {
    let name: String
    let cell: @Sendable (Archive, Int) -> String
  }

  let name: String
  /// Whether items in lists have it unless `fields` says otherwise.
  let isListed: Bool
  /// Writes the value for the item at an index.
  let write: @Sendable (Archive, Int, inout JSONWriter) -> Void
  let columns: [Column]

  init(
    name: String, isListed: Bool = true, write: @escaping @Sendable (Archive, Int, inout JSONWriter) -> Void,
    columns: [Column]
  ) {
    self.name = name
    self.isListed = isListed
    self.write = write
    self.columns = columns
  }

  /// The same as one that only whole items have.
  var inItemsOnly: Property { Property(name: name, isListed: false, write: write, columns: columns) }
}

extension Property {
  /// The id of an item.
  static func id(of kind: ItemKind) -> Property {
    Property(
      name: "id", write: { archive, index, writer in writer.string { kind.appendID(index, in: archive, to: &$0) } },
      columns: [Column(name: "id") { kind.id($1, in: $0) }])
  }

  /// The URL of an item.
  static func url(of kind: ItemKind) -> Property {
    Property(
      name: "url", write: { archive, index, writer in writer.string { kind.appendURL(index, in: archive, to: &$0) } },
      columns: [Column(name: "url") { kind.url($1, in: $0) }])
  }

  static func string(_ name: String, _ value: @escaping @Sendable (Archive, Int) -> String?) -> Property {
    Property(
      name: name, write: { $2.string(value($0, $1)) }, columns: [Column(name: name) { value($0, $1) ?? "" }])
  }

  static func passage(_ name: String, _ value: @escaping @Sendable (Archive, Int) -> Passage?) -> Property {
    Property(
      name: name, write: { $2.string(value($0, $1)) }, columns: [Column(name: name) { value($0, $1)?.text ?? "" }])
  }

  static func number(_ name: String, _ value: @escaping @Sendable (Archive, Int) -> Int?) -> Property {
    Property(
      name: name,
      write: { archive, index, writer in
        if let number = value(archive, index) { writer.number(number) } else { writer.null() }
      }, columns: [Column(name: name) { value($0, $1).map(String.init) ?? "" }])
  }

  static func boolean(_ name: String, _ value: @escaping @Sendable (Archive, Int) -> Bool) -> Property {
    Property(name: name, write: { $2.boolean(value($0, $1)) }, columns: [Column(name: name) { String(value($0, $1)) }])
  }

  /// A date and the source its words are in; nil where those are another item's.
  static func date(
    _ name: String, _ value: @escaping @Sendable (Archive, Int) -> (date: UncertainDate?, source: Int?)
  ) -> Property {
    Property(
      name: name,
      write: { archive, index, writer in
        let (date, source) = value(archive, index)
        writer.date(date, in: source.map { archive.sources[$0].file })
      },
      columns: [
        Column(name: name) { value($0, $1).date?.edtf ?? "" },
        Column(name: name + "_earliest") { value($0, $1).date?.earliest?.description ?? "" },
        Column(name: name + "_latest") { value($0, $1).date?.latest?.description ?? "" },
      ])
  }

  static func reference(
    _ name: String, to kind: ItemKind, _ value: @escaping @Sendable (Archive, Int) -> Int?
  ) -> Property {
    Property(
      name: name,
      write: { archive, index, writer in
        if let other = value(archive, index) { writer.reference(kind, other, in: archive) } else { writer.null() }
      },
      columns: [Column(name: name) { archive, index in value(archive, index).map { kind.id($0, in: archive) } ?? "" }])
  }

  static func references(
    _ name: String, to kind: ItemKind, _ values: @escaping @Sendable (Archive, Int) -> [Int]
  ) -> Property {
    .list(name, values, cell: { kind.id($1, in: $0) }) { archive, other, writer in
      writer.reference(kind, other, in: archive)
    }
  }

  /// A set that grows without bound: its size and where it is listed.
  static func set(
    _ name: String, _ value: @escaping @Sendable (Archive, Int) -> (count: Int, link: Link)
  ) -> Property {
    Property(
      name: name,
      write: { archive, index, writer in
        let (count, link) = value(archive, index)
        writer.object {
          $0.member("count", count)
          $0.member("url", link.append)
        }
      }, columns: [Column(name: name) { String(value($0, $1).count) }])
  }

  /// An array; in a table one cell with a `|` between the elements' short forms.
  static func list<Element>(
    _ name: String, _ elements: @escaping @Sendable (Archive, Int) -> [Element],
    cell: @escaping @Sendable (Archive, Element) -> String,
    _ write: @escaping @Sendable (Archive, Element, inout JSONWriter) -> Void
  ) -> Property {
    Property(
      name: name,
      write: { archive, index, writer in
        writer.array(elements(archive, index)) { write(archive, $0, &$1) }
      },
      columns: [
        Column(name: name) { archive, index in
          elements(archive, index).map { cell(archive, $0) }.joined(separator: "|")
        }
      ])
  }

  static func strings(_ name: String, _ values: @escaping @Sendable (Archive, Int) -> [String]) -> Property {
    .list(name, values, cell: { $1 }) { $2.string($1) }
  }
}
