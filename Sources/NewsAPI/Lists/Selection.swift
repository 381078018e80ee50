import NewsArchive

/// The items of a list that a question asks for.
///
/// Each filter is a set of items; the list is their intersection, and a facet counts the intersection of the others.
struct Selection {
  let resource: Resource
  let generation: Generation
  let arguments: Arguments
  /// The sets of items that match, by the name of the dimension they belong to; none: all items match.
  private let filters: [(name: String, items: ItemSet)]
  private let matches: ItemSet?
  /// How many items match.
  let total: Int

  /// `within` narrows the list before any filter: the events of one timeline, say.
  init(_ resource: Resource, _ arguments: Arguments, of generation: Generation, within: [Int]? = nil) {
    self.resource = resource
    self.generation = generation
    self.arguments = arguments
    let table = generation.table(resource.kind)
    var filters: [(name: String, items: ItemSet)] = []
    if let within {
      var items = ItemSet(count: table.count)
      for index in within { items.insert(index) }
      filters.append(("", items))
    }
    for dimension in resource.dimensions where dimension.isFilter {
      guard let column = table.columns[dimension.name] else { continue }
      for value in arguments.all(dimension.name) {
        var items = ItemSet(count: table.count)
        for index in column.indices(of: value) { items.formUnion(column.items[index]) }
        filters.append((dimension.name, items))
      }
    }
    if let items = table.items(arguments) { filters.append(("date", items)) }
    self.filters = filters
    matches = Selection.intersection(filters)
    total = matches?.count ?? table.count
  }

  /// The matching items in order, from the offset, at most `limit`; all of them if that is nil.
  func items(limit: Int?) -> [Int] {
    let name = arguments["sort"] ?? resource.sorts.first?.name ?? ""
    let order = generation.table(resource.kind).order(name)
    var offset = arguments.number("offset") ?? 0
    let limit = limit ?? .max
    guard limit > 0, offset < total else { return [] }
    guard let matches else { return order.dropFirst(offset).prefix(limit).map { Int($0) } }
    var items: [Int] = []
    for index in order where matches.contains(Int(index)) {
      if offset > 0 {
        offset -= 1
        continue
      }
      items.append(Int(index))
      if items.count == limit { break }
    }
    return items
  }

  /// The values of a dimension with the number of items that its filter would leave, the most frequent first.
  func facet(_ dimension: Dimension) -> [(value: String, count: Int)] {
    guard let column = generation.table(resource.kind).columns[dimension.name] else { return [] }
    let own = dimension.isFilter ? dimension.name : "date"
    let others = Selection.intersection(filters.filter { $0.name != own })
    var counts: [(value: String, count: Int)] = []
    for (value, items) in zip(column.values, column.items) {
      let count = others.map { others in items.reduce(0) { $0 + (others.contains(Int($1)) ? 1 : 0) } } ?? items.count
      if count > 0 { counts.append((value, count)) }
    }
    // Periods stay in their order; the values of all others are sorted already, and this order is stable.
    return dimension.isFilter ? counts.sorted { ($1.count, $0.value) < ($0.count, $1.value) } : counts
  }

  private static func intersection(_ filters: [(name: String, items: ItemSet)]) -> ItemSet? {
    guard var common = filters.first?.items else { return nil }
    for filter in filters.dropFirst() { common.formIntersection(filter.items) }
    return common
  }
}

extension Table.Column {
  /// The values that a filter's text names, folded: all of it, or any of its parts between commas.
  fileprivate func indices(of text: String) -> Set<Int> {
    if let whole = folded[text.folded] { return Set(whole) }
    return Set(text.split(separator: ",").flatMap { folded[String($0).folded] ?? [] })
  }
}

extension Table {
  /// The items whose date lies in what `from`, `to` and `date_match` ask for; nil if none of them is given.
  fileprivate func items(_ arguments: Arguments) -> ItemSet? {
    let match = arguments["date_match"]
    let from = arguments.period("from")?.first.dayNumber
    let to = arguments.period("to")?.last.dayNumber
    guard !dates.isEmpty || count == 0, match != nil || from != nil || to != nil else { return nil }
    var items = ItemSet(count: count)
    for (index, date) in dates.enumerated() where date.isDated && (match != nil || !date.isInferred) {
      let lies =
        match == "certain"
        ? date.earliest >= from ?? .min && date.latest <= to ?? .max && !date.isApproximate
        : date.latest >= from ?? .min && date.earliest <= to ?? .max
      if lies { items.insert(index) }
    }
    return items
  }
}
