import NewsArchive

/// What the items of a list are found, filtered, counted and ordered by: made once for each archive.
///
/// For each value of a dimension the items that have it are listed, so a filter costs as much as it matches and a facet
/// as much as it counts; orders are kept whole, so a page of a sorted list costs its length. A list that mixes kinds
/// takes from the tables of these kinds what it can.
final class Table: Sendable {
  /// The days an item's date can mean, as day numbers; `Int32.min` and `.max` where it is open.
  struct DateRange: Sendable {
    var earliest: Int32 = .min
    var latest: Int32 = .max
    var isInferred = false
    var isApproximate = false
    var isDated = false

    /// Whether its words give it, and no rule.
    var isStated: Bool { isDated && !isInferred }
  }

  /// Nil where the list mixes kinds.
  let kind: ItemKind?
  let count: Int
  /// The first item's number in the sets of items: searchable items are numbered as the search numbers them.
  let base: Int
  /// For how many items those sets have room.
  let capacity: Int
  /// By the name of the dimension.
  let columns: [String: Column]
  let dates: [DateRange]
  /// The first and the last day of all stated dates, to which an open date reaches; nil without any.
  let days: ClosedRange<Int32>?
  /// Their JSON; none for a list that mixes kinds, which shows references.
  let written: WrittenItems
  private let parts: [Table]
  private let orders: [String: [Int32]]

  /// - Parameters:
  ///   - names: of the kinds whose ids are values.
  ///   - parts: the tables of the kinds that a list mixes, in the order of their numbers.
  init(_ resource: Resource, of archive: Archive, _ names: [ItemKind: Names], parts: [Table] = []) {
    let documents = resource.documents(in: archive)
    let count = documents?.count ?? resource.kind?.count(in: archive) ?? 0
    kind = resource.kind
    self.count = count
    base = documents?.lowerBound ?? 0
    capacity = documents == nil ? count : archive.documentCount
    self.parts = parts
    written = WrittenItems(count: parts.isEmpty ? count : 0)
    let date = parts.isEmpty ? resource.date : nil
    let dates = date.map { date in concurrentMap(count: count, portion: 4096) { DateRange(date(archive, $0)) } } ?? []
    self.dates = dates
    let columns = concurrentMap(count: resource.dimensions.count) { number -> (name: String, column: Column)? in
      let dimension = resource.dimensions[number]
      return switch dimension.values {
      case .words(let words): (dimension.name, Column(count: count) { words(archive, $0) })
      case .items(let kind, let indices):
        names[kind].map { (dimension.name, Column(count: count, $0) { indices(archive, $0) }) }
      case .kind, .parts, .period: nil
      }
    }
    self.columns = Dictionary(uniqueKeysWithValues: columns.compactMap { $0.map { ($0.name, $0.column) } })
    let orders = concurrentMap(count: resource.sorts.count) { number -> [(name: String, order: [Int32])] in
      let sort = resource.sorts[number]
      let order = Order(count: count, isDescending: sort.isDescending && !sort.isByDate) {
        resource.appendID($0, in: archive, to: &$1)
      }
      switch sort.key {
      case .archiveOrder, .score: return []
      case .date:
        // Sorted once for both ways.
        let sorts = resource.sorts.filter(\.isByDate)
        guard sort.name == sorts.first?.name else { return [] }
        let keys = parts.isEmpty ? dates.map(\.sortKey) : parts.flatMap(\.sortKeys)
        let ascending = order.sorted { keys[$0] }
        let dated = ascending.prefix { keys[Int($0)] < .max }
        return sorts.map { sort in
          let undated = ascending[dated.endIndex...]
          return (sort.name, sort.isDescending ? Order.reversed(dated) { keys[$0] } + undated : ascending)
        }
      case .text(let text): return [(sort.name, order.sorted(byText: { text(archive, $0).folded }))]
      case .number(let number): return [(sort.name, order.sorted { Int64(number(archive, $0)) })]
      }
    }
    self.orders = Dictionary(uniqueKeysWithValues: orders.joined().map { ($0.name, $0.order) })
    days = DateRange.span(of: parts.isEmpty ? [dates] : parts.map(\.dates))
  }

  private var sortKeys: [Int64] { dates.isEmpty ? Array(repeating: .max, count: count) : dates.map(\.sortKey) }

  /// The tables that the items are in: itself, or its parts.
  var sections: [Table] { parts.isEmpty ? [self] : parts }

  /// The items in the order a sort names; nil for the order the archive keeps them in.
  func order(_ sort: String) -> [Int32]? { orders[sort] }
}

extension Table.DateRange {
  init(_ date: UncertainDate?) {
    guard let date else { return }
    earliest = date.earliest?.dayNumber ?? .min
    latest = date.latest?.dayNumber ?? .max
    isInferred = date.basis == .inferred
    isApproximate = date.isApproximate
    isDated = true
  }

  /// Orders by the first day, then the last; a date open to the past by its last day; the undated last.
  fileprivate var sortKey: Int64 { isDated ? Int64(earliest == .min ? latest : earliest) << 32 + Int64(latest) : .max }
}
