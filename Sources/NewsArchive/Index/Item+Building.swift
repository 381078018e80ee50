extension Teaser {
  /// A teaser with the sightings that show it, the first one of `file`.
  init(_ story: Page.TeaserStory, sightings: [Sighting], file: SeedFile) {
    let slug = Slug.slug(
      Array("\(story.date) ".unicodeScalars) + CanonicalText(story.kicker, in: file).scalars + [" "]
        + CanonicalText(story.title, in: file).scalars)
    self.init(story, id: slug + "-" + story.identity.suffix, sightings: sightings)
  }
}

extension Article {
  /// An article with the sightings that show it, the first one on `page`, and the teasers on their pages.
  init(_ story: Page.Story, sightings: [Sighting], page: Page, kickers: Kickers, teasers: [Int]) {
    let words = PageWords(file: page.file, ranges: (story.lead.map { [$0] } ?? []) + story.paragraphs)
    let title = Title(headLine: story.headLine, in: page.file, kickers: kickers, words: words)
    let kicker = title.kicker.map { CanonicalText($0, in: page.file).scalars } ?? []
    let slug = Slug.slug(kicker + [" "] + CanonicalText(title.headline, in: page.file).scalars)
    self.init(
      id: slug.isEmpty ? story.identity.suffix : slug + "-" + story.identity.suffix, identity: story.identity,
      kicker: title.kicker, headline: title.headline, headLine: story.headLine,
      date: story.date.map { UncertainDate(.day($0), words: story.dateRange) }, lead: story.lead,
      paragraphs: story.paragraphs, section: page.section, sightings: sightings, teasers: teasers)
  }
}

extension Source {
  /// The source as it was read, without its place in an archive.
  var unlinked: Source { Source(file: file, stamp: stamp, sha256: sha256, outcome: outcome) }
}
