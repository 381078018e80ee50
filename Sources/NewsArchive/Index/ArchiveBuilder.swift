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
  }

  mutating func build() {
    mergeTeasers()
    mergeArticles(learnedKickers())
    let captures = CaptureBounds(sources: sources, teasers: teasers)
    coverage = captures.coverage
    for source in sources.indices { sources[source].captured = captures.captured[source] }
  }

  /// 12 hex digits of a digest of the version and of every source's name and bytes.
  func dataset(version: String) -> String {
    var bytes = Array(version.utf8)
    for source in sources { bytes.append(contentsOf: "\u{1E}\(source.name)\u{1F}\(source.sha256)".utf8) }
    return String(SHA256.hexadecimal(SHA256.digest(of: bytes)).prefix(12))
  }

  private mutating func mergeTeasers() {
    var merging = Merging()
    for (source, page) in sources.lazy.map(\.page).enumerated() {
      for (index, teaser) in (page?.teasers ?? []).enumerated() {
        merging.add(
          teaser.identity,
          Sighting(source: source, position: index + 1))
      }
    }
    let (sources, merged) = (sources, merging.merged())
    let drafts = concurrentMap(count: merged.count, portion: 64) { item in
      let sightings = merged.sightings(of: item)
      return sightings.first.flatMap { first in
        sources[first.source].page.map { page in
          Teaser(page.teasers[first.position - 1], sightings: sightings, file: page.file)
        }
      }
    }
    teasers = drafts.compactMap(\.self)
    let order = ArchiveBuilder.order(days: teasers.map(\.day), ids: teasers.map(\.id))
    teasers = order.map { teasers[$0] }
    var places = Array(repeating: 0, count: order.count)
    for (place, item) in order.enumerated() { places[item] = place }
    var numbers = merged.items.makeIterator()
    for source in self.sources.indices {
      self.sources[source].teasers = (self.sources[source].page?.teasers ?? []).compactMap { _ in
        numbers.next().map { places[Int($0)] }
      }
    }
  }

  /// What the teasers of all pages write before their colon.
  private func learnedKickers() -> Kickers {
    var seen: Set<ArraySlice<UInt8>> = []
    var kickers = Kickers()
    for teaser in teasers {
      let file = sources[teaser.source].file
      guard seen.insert(file.bytes[teaser.kicker.indices]).inserted else { continue }
      kickers.learn(file.canonicalText(teaser.kicker))
    }
    return kickers
  }

  private mutating func mergeArticles(_ kickers: Kickers) {
    var merging = Merging()
    for (source, page) in sources.lazy.map(\.page).enumerated() {
      if let story = page?.story { merging.add(story.identity, Sighting(source: source, position: 0)) }
    }
    let (sources, merged) = (sources, merging.merged())
    let drafts = concurrentMap(count: merged.count, portion: 64) { item in
      let sightings = merged.sightings(of: item)
      return sightings.first.flatMap { first in
        sources[first.source].page.flatMap { page in
          page.story.map {
            Article(
              $0, sightings: sightings, page: page, kickers: kickers,
              teasers: ArchiveBuilder.teasers(shownWith: sightings, in: sources))
          }
        }
      }
    }
    articles = drafts.compactMap(\.self)
    let order = ArchiveBuilder.order(
      days: articles.map { $0.date?.earliest ?? CalendarDate(dayNumber: .min) }, ids: articles.map(\.id))
    articles = order.map { articles[$0] }
    for (index, article) in articles.enumerated() {
      for sighting in article.sightings { self.sources[sighting.source].article = index }
    }
  }

  /// The places of items by day, newest first, then by id: what is moved are numbers.
  private static func order(days: [CalendarDate], ids: [String]) -> [Int] {
    ids.indices.sorted {
      days[$0] != days[$1] ? days[$0] > days[$1] : ids[$0].utf8.lexicographicallyPrecedes(ids[$1].utf8)
    }
  }

  private static func teasers(shownWith sightings: [Sighting], in sources: [Source]) -> [Int] {
    if sightings.count == 1 { return sources[sightings[0].source].teasers }
    var seen: Set<Int> = []
    return sightings.flatMap { sources[$0.source].teasers }.filter { seen.insert($0).inserted }
  }
}
