extension Teaser {
  /// A teaser with the sightings that show it, the first one of `file`.
  init(_ story: Page.TeaserStory, sightings: [Sighting], file: SeedFile) {
    let words = "\(story.date) \(file.canonicalText(story.kicker)) \(file.canonicalText(story.title))"
    self.init(story, id: Slug.id(words, story.identity), sightings: sightings)
  }
}

extension Article {
  /// An article with the sightings that show it, the first one on `page`, and the teasers on their pages.
  init(_ story: Page.Story, sightings: [Sighting], page: Page, kickers: Kickers, teasers: [Int]) {
    let file = page.file
    let words = PageWords(file: file, ranges: (story.lead.map { [$0] } ?? []) + story.paragraphs)
    let title = Title(headLine: story.headLine, in: file, kickers: kickers, words: words)
    let kicker = title.kicker.map(file.canonicalText) ?? ""
    self.init(
      id: Slug.id("\(kicker) \(file.canonicalText(title.headline))", story.identity), identity: story.identity,
      kicker: title.kicker, headline: title.headline, headLine: story.headLine,
      date: story.date.map { UncertainDate(.day($0), words: story.dateRange) }, lead: story.lead,
      paragraphs: story.paragraphs, section: page.section, sightings: sightings, teasers: teasers)
  }
}

extension Source {
  /// The source as it was read, without its place in an archive.
  var unlinked: Source { Source(file: file, stamp: stamp, digest: digest, outcome: outcome) }
}
