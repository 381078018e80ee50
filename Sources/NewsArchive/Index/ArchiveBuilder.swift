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
    linkArticlesToTeasers()
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

  private func learnedKickers() -> Kickers {
    var kickers = Kickers()
    for teaser in teasers { kickers.learn(CanonicalText(teaser.kicker, in: sources[teaser.source].file).string) }
    return kickers
  }

  private mutating func mergeTeasers() {
    var merged = Merging()
    for (source, page) in sources.map(\.page).enumerated() {
      for (index, teaser) in (page?.teasers ?? []).enumerated() {
        merged.add(
          teaser.identity,
          Sighting(source: source, position: index + 1, label: teaser.label, caption: teaser.caption))
      }
    }
    let drafts = merged.items.compactMap { identity, sightings -> Teaser? in
      guard let first = sightings.first, let page = sources[first.source].page else { return nil }
      return Teaser(page.teasers[first.position - 1], identity: identity, sightings: sightings, file: page.file)
    }
    teasers = drafts.sorted {
      $0.day != $1.day ? $0.day > $1.day : $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
    }
    for (index, teaser) in teasers.enumerated() {
      for sighting in teaser.sightings { sources[sighting.source].link(teaser: index, at: sighting.position) }
    }
  }

  private mutating func mergeArticles(_ kickers: Kickers) {
    var merged = Merging()
    for (source, page) in sources.map(\.page).enumerated() {
      guard let story = page?.story else { continue }
      merged.add(story.identity, Sighting(source: source, position: 0, label: nil, caption: nil))
    }
    let drafts = merged.items.compactMap { identity, sightings -> Article? in
      guard let first = sightings.first, let page = sources[first.source].page, let story = page.story else {
        return nil
      }
      return Article(
        story, identity: identity, sightings: sightings, page: page, kickers: kickers,
        teasers: sightings.reduce(into: []) { teasers, sighting in
          for teaser in sources[sighting.source].teasers where !teasers.contains(teaser) { teasers.append(teaser) }
        })
    }
    articles = drafts.sorted {
      switch ($0.date?.earliest, $1.date?.earliest) {
      case (let first?, let second?) where first != second: first > second
      case (_?, nil): true
      case (nil, _?): false
      default: $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
      }
    }
    for (index, article) in articles.enumerated() {
      for sighting in article.sightings { sources[sighting.source].article = index }
    }
  }

  /// A teaser announces the article that has its kicker and title as head line and its date. Titles alone repeat.
  private mutating func linkArticlesToTeasers() {
    var byHeadLine: [Identity: Int] = [:]
    for (index, article) in articles.enumerated().reversed() {
      guard let day = article.date?.earliest else { continue }
      byHeadLine[announcement(of: [article.kicker, article.headline], on: day, in: article.source)] = index
    }
    for index in teasers.indices {
      let teaser = teasers[index]
      teasers[index].article =
        byHeadLine[
          announcement(of: [teaser.kicker, teaser.title], on: teaser.day, in: teaser.source)]
    }
  }

  private func announcement(of parts: [TextRange?], on day: CalendarDate, in source: Int) -> Identity {
    var identity = Identity.Builder("announcement")
    for part in parts { identity.add(part, in: sources[source].file) }
    identity.add(day.description)
    return identity.finish()
  }
}

/// Sightings by identity, in the order in which identities were first seen.
private struct Merging {
  private(set) var items: [(identity: Identity, sightings: [Sighting])] = []
  private var places: [Identity: Int] = [:]

  mutating func add(_ identity: Identity, _ sighting: Sighting) {
    if let place = places[identity] {
      items[place].sightings.append(sighting)
    } else {
      places[identity] = items.count
      items.append((identity, [sighting]))
    }
  }
}
