extension Teaser {
  init(_ story: Page.TeaserStory, identity: Identity, sightings: [Sighting], file: SeedFile) {
    let slug = Slug.slug(
      Array("\(story.date) ".unicodeScalars) + CanonicalText(story.kicker, in: file).scalars + [" "]
        + CanonicalText(story.title, in: file).scalars)
    self.init(
      id: slug + "-" + identity.suffix, identity: identity, kicker: story.kicker, title: story.title,
      date: UncertainDate(.day(story.date), words: story.dateRange), day: story.date, text: story.text,
      sightings: sightings, article: nil)
  }
}

extension Article {
  init(
    _ story: Page.Story, identity: Identity, sightings: [Sighting], page: Page, kickers: Kickers, teasers: [Int]
  ) {
    let words = PageWords(file: page.file, ranges: (story.lead.map { [$0] } ?? []) + story.paragraphs)
    let title = Title(headLine: story.headLine, in: page.file, kickers: kickers, words: words)
    let kicker = title.kicker.map { CanonicalText($0, in: page.file).scalars } ?? []
    let slug = Slug.slug(kicker + [" "] + CanonicalText(title.headline, in: page.file).scalars)
    self.init(
      id: slug.isEmpty ? identity.suffix : slug + "-" + identity.suffix, identity: identity, kicker: title.kicker,
      headline: title.headline, headLine: story.headLine,
      date: story.date.map { UncertainDate(.day($0), words: story.dateRange) }, lead: story.lead,
      paragraphs: story.paragraphs, section: page.section, sightings: sightings, teasers: teasers)
  }
}

extension Source {
  /// The source as it was read, without its place in an archive.
  var unlinked: Source { Source(file: file, stamp: stamp, sha256: sha256, outcome: outcome) }

  /// Notes the teaser at a position, from 1. Positions come in any order.
  mutating func link(teaser: Int, at position: Int) {
    if teasers.isEmpty { teasers = Array(repeating: teaser, count: page?.teasers.count ?? 0) }
    guard teasers.indices.contains(position - 1) else { return }
    teasers[position - 1] = teaser
  }
}
