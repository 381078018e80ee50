import NewsArchive

/// What the items of one kind are found, filtered, counted and ordered by: made once for each archive.
///
/// For each value of a dimension the items that have it are listed, so a filter costs as much as it matches and a facet
/// as much as it counts; orders are kept whole, so a page of a sorted list costs its length.
final class Table: Sendable {
  /// The days an item's date can mean, as day numbers; `Int32.min` and `.max` where it is open.
  struct DateRange: Sendable {
    var earliest: Int32 = .min
    var latest: Int32 = .max
    var isInferred = false
    var isApproximate = false
    var isDated = false
  }

  let count: Int
  /// The first item's number in the sets of items: searchable items are numbered as the search numbers them.
  let base: Int
  /// For how many items those sets have room.
  let capacity: Int
  /// By the name of the dimension; a dimension of periods has none.
  let columns: [String: Column]
  let dates: [DateRange]
  private let months: Months
  private let orders: [String: [Int32]]

  init(_ resource: Resource, of archive: Archive) {
    let documents = resource.documents(in: archive)
    let count = documents?.count ?? resource.kind?.count(in: archive) ?? 0
    self.count = count
    base = documents?.lowerBound ?? 0
    capacity = documents == nil ? count : archive.documentCount
    let dates =
      resource.date.map { date in concurrentMap(count: count, portion: 4096) { DateRange(date(archive, $0)) } } ?? []
    self.dates = dates
    months = Months(dates)
    let columns = concurrentMap(count: resource.dimensions.count) { number -> (name: String, column: Column)? in
      let dimension = resource.dimensions[number]
      return switch dimension.values {
      case .words(let words): (dimension.name, Column(count: count) { words(archive, $0) })
      case .items(let kind, let indices):
        (dimension.name, Column(count: count, kind, in: archive) { indices(archive, $0) })
      case .period: nil
      }
    }
    self.columns = Dictionary(uniqueKeysWithValues: columns.compactMap { $0.map { ($0.name, $0.column) } })
    let orders = concurrentMap(count: resource.sorts.count) { number -> (name: String, order: [Int32])? in
      let sort = resource.sorts[number]
      let order = Order(count: count, isDescending: sort.isDescending) { resource.id($0, in: archive) }
      switch sort.key {
      case .archiveOrder, .score: return nil
      case .date:
        let sorted = order.sorted { dates[$0].sortKey }
        return (sort.name, sorted.filter { dates[Int($0)].isDated } + sorted.filter { !dates[Int($0)].isDated })
      case .text(let text): return (sort.name, order.sorted(byText: { text(archive, $0).folded }))
      case .number(let number): return (sort.name, order.sorted { Int64(number(archive, $0)) })
      }
    }
    self.orders = Dictionary(uniqueKeysWithValues: orders.compactMap { $0.map { ($0.name, $0.order) } })
  }

  /// The items in the order a sort names; nil for the order the archive keeps them in.
  func order(_ sort: String) -> [Int32]? { orders[sort] }

  /// How many items of a set (nil: all) lie in each month, or year, between the first and the last day of all dates.
  func periods(of length: Int, in items: DocumentSet?) -> [(value: String, count: Int)] {
    months.counts(length: length) { [base] in items?.contains(base + $0) ?? true }
  }
}

/// Sorts items by a key; equal ones by id.
private struct Order {
  let count: Int
  let isDescending: Bool
  let id: (Int) -> String

  func sorted(by key: (Int) -> Int64) -> [Int32] {
    sorted(by: key) { Array(repeating: "", count: $0.count) }
  }

  /// By what a text begins with; only those that begin alike are compared whole.
  func sorted(byText text: @Sendable (Int) -> String) -> [Int32] {
    let texts = concurrentMap(count: count, portion: 1024, text)
    let beginnings = texts.map { text in
      Int64(text.utf8.prefix(7).reduce(0) { $0 << 8 | Int($1) } << (8 * (7 - min(7, text.utf8.count))))
    }
    return sorted(by: { beginnings[$0] }) { $0.map { texts[Int($0)] } }
  }

  private func sorted(by key: (Int) -> Int64, then texts: ([Int32]) -> [String]) -> [Int32] {
    let rows = (0..<count).map { (key: isDescending ? ~key($0) : key($0), index: Int32($0)) }.sorted { $0 < $1 }
    var order = rows.map(\.index)
    var start = 0
    while start < count {
      let end = rows[start...].firstIndex { $0.key != rows[start].key } ?? count
      if end > start + 1 {
        let equal = Array(order[start..<end])
        let keys = zip(texts(equal), equal).map { (text: $0, id: id(Int($1)), index: $1) }
        let sorted = keys.sorted {
          $0.text == $1.text ? $0.id < $1.id : isDescending ? $0.text > $1.text : $0.text < $1.text
        }
        order.replaceSubrange(start..<end, with: sorted.map(\.index))
      }
      start = end
    }
    return order
  }
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

  /// Orders by the first day, then the last; a date open to the past by its last day.
  fileprivate var sortKey: Int64 { Int64(earliest == .min ? latest : earliest) << 32 + Int64(latest) }
}
