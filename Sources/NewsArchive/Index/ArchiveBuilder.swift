/// Makes one archive of many pages: learns the kickers, merges what repeats, links, sorts.
///
/// The result depends on the sources alone: not on their order, not on hashing, not on the number of threads.
struct ArchiveBuilder {
  private(set) var sources: [Source]
  private(set) var articles: [Article] = []
  private(set) var teasers: [Teaser] = []
  private(set) var coverage = Coverage(observed: [], unknown: [])

  init(sources: [Source]) {
    self.sources = sources.map(\.unlinked).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    mergeTeasers()
    mergeArticles(learnedKickers())
    let captures = CaptureBounds(sources: self.sources, teasers: teasers)
    coverage = captures.coverage
    for source in sources.indices { self.sources[source].captured = captures.captured[source] }
  }

  /// 12 hex digits of a digest of the version and of every source's name and bytes.
  func dataset(version: String) -> String {
    var bytes = Array(version.utf8)
    for source in sources { bytes.append(contentsOf: "\u{1E}\(source.name)\u{1F}\(source.sha256)".utf8) }
    return String(SHA256.hexadecimal(SHA256.digest(of: bytes)).prefix(12))
  }

  private mutating func mergeTeasers() {
    var seen: [(identity: Identity, sighting: Sighting)] = []
    for (source, page) in sources.lazy.map(\.page).enumerated() {
      for (index, teaser) in (page?.teasers ?? []).enumerated() {
        seen.append((teaser.identity, Sighting(source: source, position: index + 1)))
      }
    }
    let places: [Int]
    (teasers, places) = ArchiveBuilder.merged(seen, day: \.day, id: \.id) { [sources] sightings in
      sources[sightings[0].source].page.map {
        Teaser($0.teasers[sightings[0].position - 1], sightings: sightings, file: $0.file)
      }
    }
    var rest = places[...]
    for source in sources.indices {
      let count = sources[source].page?.teasers.count ?? 0
      sources[source].teasers = Array(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
  }

  /// What the teasers of all pages write before their colon.
  private func learnedKickers() -> Kickers {
    var seen = WordTable<Void>()
    var kickers = Kickers()
    for teaser in teasers {
      let file = sources[teaser.source].file
      let hash = WordHash.of(file.bytes[teaser.kicker.indices])
      guard seen[hash] == nil else { continue }
      seen[hash] = ()
      kickers.learn(file.canonicalText(teaser.kicker))
    }
    return kickers
  }

  private mutating func mergeArticles(_ kickers: Kickers) {
    let seen = sources.enumerated().compactMap { source, content in
      content.page?.story.map { (identity: $0.identity, sighting: Sighting(source: source, position: 0)) }
    }
    let places: [Int]
    (articles, places) = ArchiveBuilder.merged(
      seen, day: { $0.date?.earliest ?? CalendarDate(dayNumber: .min) }, id: \.id
    ) { [sources] sightings in
      sources[sightings[0].source].page.flatMap { page in
        page.story.map {
          Article(
            $0, sightings: sightings, page: page, kickers: kickers,
            teasers: ArchiveBuilder.teasers(shownWith: sightings, in: sources))
        }
      }
    }
    for (seen, place) in zip(seen, places) { sources[seen.sighting.source].article = place }
  }

  /// The items of some sightings, those of one identity as one: by day, newest first, then by id.
  ///
  /// - Parameter make: makes an item of its sightings, which are never none and in the order in which they were seen.
  /// - Returns: the items, and for each sighting the place of its item.
  private static func merged<Item: Sendable>(
    _ seen: [(identity: Identity, sighting: Sighting)], day: (Item) -> CalendarDate,
    id: @escaping @Sendable (Item) -> String, _ make: @Sendable ([Sighting]) -> Item?
  ) -> (items: [Item], places: [Int]) {
    var known = WordTable<Int>()
    var sightings: [[Sighting]] = []
    let numbers = seen.map { identity, sighting in
      let number = known[identity.value] ?? sightings.count
      if number == sightings.count {
        known[identity.value] = number
        sightings.append([])
      }
      sightings[number].append(sighting)
      return number
    }
    let items = concurrentMap(count: sightings.count, portion: 64) { [sightings] in make(sightings[$0]) }
      .compactMap(\.self)
    let order = concurrentlySorted(count: items.count, by: { -Int64(day(items[$0]).dayNumber) }) { ties in
      ties.sorted { id(items[Int($0)]) < id(items[Int($1)]) }
    }
    var places = Array(repeating: 0, count: items.count)
    for (place, item) in order.enumerated() { places[Int(item)] = place }
    return (order.map { items[Int($0)] }, numbers.map { places[$0] })
  }

  private static func teasers(shownWith sightings: [Sighting], in sources: [Source]) -> [Int] {
    let shown =
      sightings.count == 1
      ? sources[sightings[0].source].teasers : sightings.flatMap { sources[$0.source].teasers }
    var seen: Set<Int> = []
    let distinct = shown.filter { seen.insert($0).inserted }
    // Most pages show each teaser once: an article then shares its page's list.
    return distinct.count == shown.count ? shown : distinct
  }
}
