/// When pages were captured, told by their teaser lists.
///
/// The list under an article is the newest teasers of one feed, newest first. So a page was captured on or after the
/// day of its newest teaser. And if another page's list goes on where this one begins (its last teasers are this
/// one's first, in the same order), then the teaser directly above them was not out yet: the page was captured before
/// that day. Pages linked like this form a chain, and a chain saw every teaser between its oldest and its newest day.
///
/// Between two chains that share no teaser nothing was seen. That they are lists of one feed at all is an assumption,
/// and every bound that takes it for granted says so. Chains that overlap in time contradict it: then there is no bound.
struct CaptureBounds {
  /// For each source, when it was captured.
  private(set) var captured: [Source.Capture?]
  let coverage: Coverage

  private static let feedAssumptions = [
    "The teasers under an article are the newest of one feed, newest first, each listed from its day on."
  ]
  private static let bothAssumptions =
    feedAssumptions + ["Teaser lists that share no teaser come from the same feed."]

  /// The bounds of all sources of an archive, whose teasers are linked. O(*n* log *n*) in the sightings.
  init(sources: [Source], teasers: [Teaser]) {
    let lists = sources.indices.compactMap { TeaserList(source: $0, of: sources[$0], teasers: teasers) }
    let newer = CaptureBounds.links(between: lists)
    let chains = TeaserChain.chains(of: lists, newer: newer)
    captured = sources.map { source in
      source.page.flatMap { page in
        page.pageDate.map { Source.Capture(date: UncertainDate(.day($0), words: page.pageDateRange), assumes: []) }
      }
    }
    for (number, chain) in chains.enumerated() {
      let nextChain = TeaserChain.next(after: number, in: chains)
      for index in chain.lists where captured[lists[index].source] == nil {
        let list = lists[index]
        let day = newer[index].flatMap { lists[$0].firstDay(after: list.newest, in: teasers) }
        let last = (day ?? nextChain?.from).map { UncertainDate.Extent.day(CalendarDate(dayNumber: $0.dayNumber - 1)) }
        captured[list.source] = Source.Capture(
          date: UncertainDate(.oneOf(.day(list.newest), last), basis: .inferred),
          assumes: day == nil && nextChain != nil ? CaptureBounds.bothAssumptions : CaptureBounds.feedAssumptions)
      }
    }
    coverage = Coverage(chains: chains, lists: lists, assumes: CaptureBounds.feedAssumptions)
  }

  /// For each list the list that goes on where it begins; of several the one with most teasers above.
  private static func links(between lists: [TeaserList]) -> [Int?] {
    // One candidate for each teaser is enough, and keeps this linear where thousands of pages show the same list.
    var candidates: [Int: (list: Int, position: Int)] = [:]
    for (index, list) in lists.enumerated() {
      for (position, teaser) in list.teasers.enumerated() where position > candidates[teaser]?.position ?? 0 {
        candidates[teaser] = (index, position)
      }
    }
    return lists.indices.map { index in
      guard let first = lists[index].teasers.first, let (other, position) = candidates[first],
        lists[index].mayShareFeed(with: lists[other]),
        lists[index].teasers.starts(with: lists[other].teasers[position...])
      else { return nil }
      return other
    }
  }
}

/// The teasers of one page.
struct TeaserList {
  let source: Int
  let section: String?
  /// Indices into the archive's teasers, in page order.
  let teasers: [Int]
  let newest: CalendarDate
  let oldest: CalendarDate
  /// The last day the list is known to have been looked at.
  let lastSeen: CalendarDate

  /// Nil for a page without teasers.
  init?(source index: Int, of source: Source, teasers: [Teaser]) {
    let days = source.teasers.map { teasers[$0].day }
    guard let page = source.page, let newest = days.max(), let oldest = days.min() else { return nil }
    self.source = index
    section = page.section.map { CanonicalText($0, in: page.file).string }
    self.teasers = source.teasers
    self.newest = newest
    self.oldest = oldest
    lastSeen = page.pageDate.map { max($0, newest) } ?? newest
  }

  /// Pages of two sections have two feeds.
  func mayShareFeed(with other: TeaserList) -> Bool {
    section == nil || other.section == nil || section == other.section
  }

  /// The oldest day in the list that is later than a day.
  func firstDay(after day: CalendarDate, in all: [Teaser]) -> CalendarDate? {
    teasers.lazy.map { all[$0].day }.filter { $0 > day }.min()
  }
}

/// Teaser lists that go on where others begin.
struct TeaserChain {
  /// Indices into the lists, ascending.
  var lists: [Int]
  var from: CalendarDate
  var to: CalendarDate
  var sections: Set<String>
  /// Whether another chain saw the same days.
  var overlaps = false

  private mutating func add(_ index: Int, _ list: TeaserList) {
    lists.append(index)
    from = min(from, list.oldest)
    to = max(to, list.lastSeen)
    if let section = list.section { sections.insert(section) }
  }

  /// The chains by their first day.
  static func chains(of lists: [TeaserList], newer: [Int?]) -> [TeaserChain] {
    var chains: [Int: TeaserChain] = [:]
    var newest = Array(lists.indices)
    func end(of index: Int) -> Int {
      var end = index
      while newest[end] != end {
        newest[end] = newest[newest[end]]
        end = newest[end]
      }
      return end
    }
    for (index, other) in newer.enumerated() {
      if let other { newest[end(of: index)] = end(of: other) }
    }
    for (index, list) in lists.enumerated() {
      let new = TeaserChain(lists: [], from: list.oldest, to: list.lastSeen, sections: [])
      chains[end(of: index), default: new].add(index, list)
    }
    var sorted = chains.values.sorted { ($0.from, $0.lists[0]) < ($1.from, $1.lists[0]) }
    var last: (index: Int, to: CalendarDate)?
    for index in sorted.indices {
      if let (other, to) = last, sorted[index].from <= to {
        sorted[index].overlaps = true
        sorted[other].overlaps = true
      }
      if sorted[index].to > last?.to ?? CalendarDate(dayNumber: .min) { last = (index, sorted[index].to) }
    }
    return sorted
  }

  /// The chain after one, if both can be of one feed.
  static func next(after index: Int, in chains: [TeaserChain]) -> TeaserChain? {
    guard index + 1 < chains.count, !chains[index].overlaps else { return nil }
    let (chain, next) = (chains[index], chains[index + 1])
    return chain.sections.isEmpty || next.sections.isEmpty || chain.sections == next.sections ? next : nil
  }
}

extension Coverage {
  /// What the chains saw, overlapping ones as one span.
  init(chains: [TeaserChain], lists: [TeaserList], assumes: [String]) {
    var merged: [(from: CalendarDate, to: CalendarDate, sources: [Int])] = []
    for chain in chains {
      if merged.last.map({ chain.from <= $0.to }) != true { merged.append((chain.from, chain.to, [])) }
      merged[merged.count - 1].to = max(merged[merged.count - 1].to, chain.to)
      merged[merged.count - 1].sources += chain.lists.map { lists[$0].source }
    }
    let observed = merged.map { Span(from: $0.from, to: $0.to, sources: $0.sources.sorted(), assumes: assumes) }
    self.init(observed: observed, unknown: zip(observed, observed.dropFirst()).map { $0.to...$1.from })
  }
}
