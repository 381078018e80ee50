import NewsArchive

/// What the items of one kind are found, filtered, counted and ordered by: made once for each archive.
///
/// For each value of a dimension the items that have it are listed, so a filter costs as much as it matches and a facet
/// as much as it counts; orders are kept whole, so a page of a sorted list costs its length.
final class Table: Sendable {
  /// The values of one dimension.
  struct Column: Sendable {
    /// The values as the pages write them, sorted.
    let values: [String]
    /// For each value the items that have it, ascending.
    let items: [[Int32]]
    /// Indices into `values` by folded value.
    let folded: [String: [Int]]
  }

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
  let columns: [String: Column]
  let dates: [DateRange]
  private let orders: [String: [Int32]]
  private let lookup: [Int32]

  init(_ resource: Resource, of archive: Archive) {
    let documents = resource.documents(in: archive)
    let count = documents?.count ?? resource.kind?.count(in: archive) ?? 0
    self.count = count
    base = documents?.lowerBound ?? 0
    capacity = documents == nil ? count : archive.documentCount
    let dates = resource.date.map { date in (0..<count).map { DateRange(date(archive, $0)) } } ?? []
    self.dates = dates
    columns = Dictionary(
      uniqueKeysWithValues: resource.dimensions.map { dimension in
        switch dimension.values {
        case .words(let words): (dimension.name, Column(count: count) { words(archive, $0) })
        case .period(let length): (dimension.name, Column(periods: length, of: dates))
        }
      })
    func id(_ index: Int32) -> String { resource.id(Int(index), in: archive) }
    func order(_ keys: [some Comparable], _ isDescending: Bool) -> [Int32] {
      (0..<Int32(count)).sorted { left, right in
        let (first, second) = (keys[Int(left)], keys[Int(right)])
        if first == second { return id(left) < id(right) }
        return isDescending ? first > second : first < second
      }
    }
    var orders: [String: [Int32]] = [:]
    for sort in resource.sorts {
      switch sort.key {
      case .archiveOrder, .score: break
      case .date:
        let order = order(dates.map(\.sortKey), sort.isDescending)
        orders[sort.name] = order.filter { dates[Int($0)].isDated } + order.filter { !dates[Int($0)].isDated }
      case .text(let text): orders[sort.name] = order((0..<count).map { text(archive, $0).folded }, sort.isDescending)
      case .number(let number): orders[sort.name] = order((0..<count).map { number(archive, $0) }, sort.isDescending)
      }
    }
    self.orders = orders
    // Articles, teasers and sources are found by the archive itself.
    switch resource.kind {
    case .partners, .cooperations, .events, .timelines:
      let keys = (0..<Int32(count)).map { Table.key(id($0), of: resource.kind) }
      lookup = (0..<Int32(count)).sorted { (keys[Int($0)], $0) < (keys[Int($1)], $1) }
    case .articles, .teasers, .sources, nil: lookup = []
    }
  }

  /// The items in the order a sort names; nil for the order the archive keeps them in.
  func order(_ sort: String) -> [Int32]? { orders[sort] }

  /// The item an id names: the one that has it, else the first with its hash, whatever the slug before it.
  ///
  /// - Complexity: O(log *n*)
  func find(_ id: String, kind: ItemKind, in archive: Archive) -> Lookup {
    let wanted = Table.key(id, of: kind)
    var range = 0..<lookup.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let isBefore = Table.key(kind.id(Int(lookup[middle]), in: archive), of: kind) < wanted
      range = isBefore ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    var first: Int?
    for index in lookup[range.lowerBound...].lazy.map(Int.init) {
      let present = kind.id(index, in: archive)
      if present == id { return .found(index) }
      guard Table.key(present, of: kind) == wanted else { break }
      first = first ?? index
    }
    return first.map(Lookup.moved) ?? .missing
  }

  /// What an id is found by: its last eight characters where those are a hash.
  private static func key(_ id: String, of kind: ItemKind?) -> String {
    kind?.isHashed == true && (id.utf8.count == 8 || id.utf8.dropLast(8).last == UInt8(ascii: "-"))
      ? String(id.suffix(8)) : id
  }
}

extension Table.Column {
  init(count: Int, _ words: (Int) -> [String]) {
    var found: [String: [Int32]] = [:]
    for index in 0..<count {
      for word in words(index) where found[word]?.last != Int32(index) { found[word, default: []].append(Int32(index)) }
    }
    self.init(found)
  }

  /// Every year or month that an item's date can lie in, between the first and the last day of all dates.
  init(periods length: Int, of dates: [Table.DateRange]) {
    let stated = dates.filter { $0.isDated && !$0.isInferred }
    let bounds = stated.flatMap { [$0.earliest, $0.latest] }.filter { $0 != .min && $0 != .max }
    var found: [String: [Int32]] = [:]
    let (begin, end) = (bounds.min() ?? .max, bounds.max() ?? .min)
    for (index, date) in dates.enumerated() where date.isDated && !date.isInferred {
      var day = max(begin, date.earliest)
      let last = min(end, date.latest)
      while day <= last {
        let first = CalendarDate(dayNumber: day)
        found[String(first.description.prefix(length)), default: []].append(Int32(index))
        let (year, month, _) = first.components
        let next = length == 4 || month == 12 ? (year + 1, 1) : (year, month + 1)
        guard let start = CalendarDate(year: next.0, month: next.1, day: 1) else { break }
        day = start.dayNumber
      }
    }
    self.init(found)
  }

  private init(_ found: [String: [Int32]]) {
    let sorted = found.sorted { $0.key < $1.key }
    values = sorted.map(\.key)
    items = sorted.map(\.value)
    folded = Dictionary(grouping: sorted.indices, by: { sorted[$0].key.folded })
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
