import NewsArchive

/// The items of a list that a question asks for.
///
/// Each filter is a set of items; the list is their intersection, and a facet counts the intersection of the others.
struct Selection {
  let resource: Resource
  let generation: Generation
  let arguments: Arguments
  /// How long a page is; nil for all items.
  let limit: Int?
  /// How many items match.
  let total: Int
  /// The asked-for page of them, in order.
  let items: [Int]
  /// What `q` found; nil without it.
  let result: SearchResult?
  /// The sets of items that match, by the name of the dimension they belong to.
  private let filters: [(name: String, items: DocumentSet)]
  let table: Table

  /// - Parameters:
  ///   - isWhole: all of the items, instead of as many as are asked for or the format has by itself.
  ///   - within: narrows the list before any filter: the events of one timeline, say.
  init(
    _ resource: Resource, _ arguments: Arguments, of generation: Generation, isWhole: Bool = false,
    within: [Int]? = nil
  ) {
    let standard = arguments.format(of: resource.formats).isExport ? nil : 20
    let limit = isWhole ? nil : arguments.number("limit") ?? standard
    let table = generation.table(resource)
    var filters: [(name: String, items: DocumentSet)] = []
    if let within { filters.append(("", table.items(within))) }
    for dimension in resource.dimensions where dimension.isFilter {
      for value in arguments.all(dimension.name) {
        filters.append((dimension.name, table.items(of: value, in: dimension)))
      }
    }
    if let items = table.items(arguments) { filters.append(("date", items)) }

    let offset = arguments.number("offset") ?? 0
    let documents = resource.documents(in: generation.archive)
    let sort =
      arguments["sort"] ?? (arguments["q"] == nil || documents == nil ? resource.sorts.first?.name : nil) ?? "-score"
    let query = arguments["q"].map { SearchQuery($0) }
    if let query, let documents {
      let kind = DocumentSet(capacity: table.capacity, documents)
      result = generation.archive.search(
        query, among: Selection.intersection(filters + [("kind", kind)]), offset: offset,
        limit: sort == "-score" ? limit ?? table.count : 0)
    } else {
      result = nil
      if let query { filters.append(("q", table.items(generation.timelines(about: query)))) }
    }
    if let result { filters.append(("q", result.matches)) }
    let matches = Selection.intersection(filters)
    total = result?.total ?? matches?.cardinality ?? table.count
    if let result, sort == "-score" {
      items = result.hits.map { $0.document - table.base }
    } else {
      items = table.page(of: matches, sort: sort, offset: offset, limit: min(limit ?? .max, total))
    }
    self.resource = resource
    self.generation = generation
    self.arguments = arguments
    self.limit = limit
    self.filters = filters
    self.table = table
  }

  /// The values of a dimension with the number of items that its filter would leave, the most frequent first.
  func facet(_ dimension: Dimension) -> [(value: String, title: String?, count: Int)] {
    let own = dimension.isFilter ? dimension.name : "date"
    let others = Selection.intersection(filters.filter { $0.name != own })
    switch dimension.values {
    case .period(let length):
      // Periods stay in their order.
      let periods = table.periods(of: length, in: others)
      let kept = Selection.greatest(periods.map(\.count), atMost: Dates.mostPeriods).sorted()
      return kept.map { (periods[$0].value, nil, periods[$0].count) }
    case .kind:
      let counts = table.sections.map { section in
        (others?.count(in: section.numbers) ?? section.count, section.kind?.singular ?? "")
      }
      return counts.filter { $0.0 > 0 }.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map { ($1, nil, $0) }
    case .words, .items, .parts:
      let columns = table.sections.compactMap { section in
        section.columns[dimension.name].map { (section.base, $0) }
      }
      guard let names = columns.first?.1.names else { return [] }
      var counts = Array(repeating: 0, count: names.words.count)
      for (base, column) in columns { column.count(in: others, base: base, into: &counts) }
      // Nobody reads a list of 100,000 sources.
      return Selection.greatest(counts, atMost: 100).map { number in
        let word = names.words[number]
        return (word, dimension.title(of: word, in: generation.archive), counts[number])
      }
    }
  }

  /// The numbers of the greatest counts, the first of equals first.
  private static func greatest(_ counts: [Int], atMost longest: Int) -> [Int] {
    var greatest: [Int] = []
    for (number, count) in counts.enumerated() where count > 0 {
      if greatest.count == longest {
        guard count > counts[greatest[longest - 1]] else { continue }
        greatest.removeLast()
      }
      var place = greatest.count
      while place > 0, counts[greatest[place - 1]] < count { place -= 1 }
      greatest.insert(number, at: place)
    }
    return greatest
  }

  private static func intersection(_ filters: [(name: String, items: DocumentSet)]) -> DocumentSet? {
    guard var common = filters.first?.items else { return nil }
    for filter in filters.dropFirst() { common.formIntersection(filter.items) }
    return common
  }
}

extension Table {
  fileprivate func items(_ indices: some Sequence<Int>) -> DocumentSet {
    var items = DocumentSet(capacity: capacity)
    for index in indices { items.insert(base + index) }
    return items
  }

  /// The items that have what a filter's text names.
  fileprivate func items(of value: String, in dimension: Dimension) -> DocumentSet {
    var items = DocumentSet(capacity: capacity)
    if case .kind = dimension.values {
      let kinds = value.split(separator: ",")
      for section in sections where kinds.contains(where: { $0 == section.kind?.singular ?? "" }) {
        items.insert(section.numbers)
      }
    }
    for section in sections {
      guard let column = section.columns[dimension.name] else { continue }
      for number in column.names.numbers(of: value) {
        for item in column.items(of: number) { items.insert(section.base + Int(item)) }
      }
    }
    return items
  }

  /// The items of a set (nil: all) in the order a sort names, some left out first.
  fileprivate func page(of items: DocumentSet?, sort: String, offset: Int, limit: Int) -> [Int] {
    let order = order(sort)
    func index(_ place: Int) -> Int { order.map { Int($0[place]) } ?? place }
    guard let items else { return (0..<count).dropFirst(offset).prefix(limit).map(index) }
    var page: [Int] = []
    var left = offset
    for place in 0..<count {
      guard page.count < limit else { break }
      let index = index(place)
      guard items.contains(base + index) else { continue }
      if left > 0 { left -= 1 } else { page.append(index) }
    }
    return page
  }

  /// The items whose date lies in what `from`, `to` and `date_match` ask for; nil if none of them is given.
  fileprivate func items(_ arguments: Arguments) -> DocumentSet? {
    let match = arguments["date_match"]
    let from = arguments.period("from")?.first.dayNumber
    let to = arguments.period("to")?.last.dayNumber
    guard match != nil || from != nil || to != nil else { return nil }
    var items = DocumentSet(capacity: capacity)
    // From a later day to an earlier one there is no day: nothing lies there, not even a date that spans both.
    guard from ?? .min <= to ?? .max else { return items }
    for section in sections {
      for run in section.dates.runs where match == nil ? run.days.isStated : run.days.isDated {
        let lies =
          match == "certain"
          ? run.days.earliest >= from ?? .min && run.days.latest <= to ?? .max && !run.days.isApproximate
          : run.days.latest >= from ?? .min && run.days.earliest <= to ?? .max
        if lies { items.insert(run.numbers(from: section.base)) }
      }
    }
    return items
  }
}
