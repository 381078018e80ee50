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
    linkTeasersToArticles()
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
          Sighting(source: source, position: index + 1, label: teaser.label, caption: teaser.caption))
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
    let order = teasers.indices.sorted {
      let (first, second) = (teasers[$0].day, teasers[$1].day)
      return first != second ? first > second : teasers[$0].id.utf8.lexicographicallyPrecedes(teasers[$1].id.utf8)
    }
    teasers = order.map { teasers[$0] }
    var places = Array(repeating: 0, count: order.count)
    for (place, item) in order.enumerated() { places[item] = place }
    var numbers = merged.items.makeIterator()
    for source in self.sources.indices {
      self.sources[source].teasers = (self.sources[source].page?.teasers ?? []).compactMap { _ in
        numbers.next().map { places[$0] }
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
      kickers.learn(CanonicalText(teaser.kicker, in: file).string)
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
    articles = drafts.compactMap(\.self).sorted {
      switch ($0.date?.earliest, $1.date?.earliest) {
      case (let first?, let second?) where first != second: first > second
      case (_?, nil): true
      case (nil, _?): false
      default: $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
      }
    }
    for (index, article) in articles.enumerated() {
      for sighting in article.sightings { self.sources[sighting.source].article = index }
    }
  }

  private static func teasers(shownWith sightings: [Sighting], in sources: [Source]) -> [Int] {
    if sightings.count == 1 { return sources[sightings[0].source].teasers }
    var seen: Set<Int> = []
    return sightings.flatMap { sources[$0.source].teasers }.filter { seen.insert($0).inserted }
  }

  /// A teaser announces the article that has its kicker and title as head line and its date. Titles alone repeat.
  private mutating func linkTeasersToArticles() {
    let (sources, articles, teasers) = (sources, articles, teasers)
    let announced = concurrentMap(count: articles.count, portion: 64) { index in
      articles[index].date?.earliest.map { day in
        ArchiveBuilder.announcement(
          [articles[index].kicker, articles[index].headline], on: day, in: sources[articles[index].source].file)
      }
    }
    var places: [Identity: Int] = [:]
    for (index, announcement) in announced.enumerated().reversed() {
      if let announcement { places[announcement] = index }
    }
    let days = Set(articles.lazy.compactMap { $0.date?.earliest })
    let links = concurrentMap(count: teasers.count, portion: 64) { [places] index in
      let teaser = teasers[index]
      return days.contains(teaser.day)
        ? places[
          ArchiveBuilder.announcement([teaser.kicker, teaser.title], on: teaser.day, in: sources[teaser.source].file)]
        : nil
    }
    for (index, article) in links.enumerated() where article != nil { self.teasers[index].article = article }
  }

  private static func announcement(_ parts: [TextRange?], on day: CalendarDate, in file: SeedFile) -> Identity {
    var identity = Identity.Builder("announcement")
    for part in parts { identity.add(part, in: file) }
    identity.add(day.description)
    return identity.finish()
  }
}
