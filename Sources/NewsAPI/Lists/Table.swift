import NewsArchive

/// What the items of a list are found, filtered, counted and ordered by: made once for each archive.
///
/// For each value of a dimension the items that have it are listed, so a filter costs as much as it matches and a facet
/// as much as it counts; orders are kept whole, so a page of a sorted list costs its length. A list that mixes kinds
/// takes from the tables of these kinds what it can.
final class Table: Sendable {
  /// Nil where the list mixes kinds.
  let kind: ItemKind?
  /// The items' numbers in the sets of items: searchable items are numbered as the search numbers them.
  let numbers: Range<Int>
  /// For how many items those sets have room.
  let capacity: Int
  /// By the name of the dimension.
  let columns: [String: Column]
  let dates: Dates
  /// The items' JSON; none for a list that mixes kinds, which shows references.
  let written: WrittenItems
  private let parts: [Table]
  private let orders: [String: [Int32]]

  /// - Parameters:
  ///   - names: of the kinds whose ids are values.
  ///   - parts: the tables of the kinds that a list mixes, in the order of their numbers.
  init(
    _ resource: Resource, of archive: Archive, dates: Dates, _ byDate: DateOrder, _ names: [ItemKind: Names],
    parts: [Table] = []
  ) {
    let documents = resource.documents(in: archive)
    let numbers = documents ?? 0..<(resource.kind?.count(in: archive) ?? 0)
    kind = resource.kind
    self.numbers = numbers
    capacity = documents == nil ? numbers.count : archive.documentCount
    self.dates = dates
    self.parts = parts
    written = WrittenItems(count: parts.isEmpty ? numbers.count : 0)
    let columns = concurrentMap(count: resource.dimensions.count) { number -> Column? in
      switch resource.dimensions[number].values {
      case .words(let words): Column(count: numbers.count) { words(archive, $0) }
      case .items(let kind, let indices):
        names[kind].map { Column(count: numbers.count, $0) { indices(archive, $0) } }
      case .kind, .parts, .period: nil
      }
    }
    self.columns = Table.named(resource.dimensions.map(\.name), columns)
    let orders = concurrentMap(count: resource.sorts.count) { number -> [Int32]? in
      let sort = resource.sorts[number]
      let order = Order(count: numbers.count) { resource.kind?.id($0, in: archive) ?? "" }
      return switch sort.key {
      case .archiveOrder, .score: nil
      case .date: byDate.sorted(numbers, isDescending: sort.isDescending)
      case .text(let text): order.sorted(byText: { text(archive, $0).folded })
      case .number(let number): order.sorted { Int64(number(archive, $0)) * (sort.isDescending ? -1 : 1) }
      }
    }
    self.orders = Table.named(resource.sorts.map(\.name), orders)
  }

  private static func named<Value>(_ names: [String], _ values: [Value?]) -> [String: Value] {
    Dictionary(uniqueKeysWithValues: zip(names, values)).compactMapValues(\.self)
  }

  var count: Int { numbers.count }
  /// The number of the first item.
  var base: Int { numbers.lowerBound }

  /// The tables that the items are in: itself, or its parts.
  var sections: [Table] { parts.isEmpty ? [self] : parts }

  /// The items in the order a sort names; nil for the order the archive keeps them in.
  func order(_ sort: String) -> [Int32]? { orders[sort] }
}
