/// An article: the same on two pages is one with two sightings. Ranges lie in the first sighting's file.
public struct Article: Sendable {
  /// Slug and hash: `baden-wuerttemberg-sachsen-kooperation-vertieft-1a2b3c4d`.
  public let id: String
  /// What its id is made of.
  let identity: Identity
  /// Nil where no kicker could be told from the headline.
  public let kicker: TextRange?
  /// What is left of the head line without its kicker.
  public let headline: TextRange
  /// Kicker and headline, as the page has them.
  public let headLine: TextRange
  /// The bracket's day (`stated`), bounds from its own sentences (`inferred`), or nil.
  public internal(set) var date: UncertainDate?
  /// The text behind the bracket.
  public let lead: TextRange?
  /// The body, sub-headings included.
  public let paragraphs: [TextRange]
  /// The section its page names for more: `Politik`.
  public let section: TextRange?
  /// Never empty; by source name.
  public let sightings: [Sighting]
  /// Indices into `Archive.teasers` of the teasers on its pages, in page order.
  public let teasers: [Int]

  /// The index of the source its ranges lie in.
  public var source: Int { sightings[0].source }
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
