/// Where an item stands: one page that shows it.
public struct Sighting: Sendable, Hashable {
  /// The source, as an index into `Archive.sources`.
  public let source: Int
  /// The place among the page's teasers, from 1; 0 for an article.
  public let position: Int
  /// A teaser's label on that page; in that page's file.
  public let label: TextRange?
  /// A teaser's caption on that page; in that page's file.
  public let caption: TextRange?
}

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
  public let date: UncertainDate?
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

/// A teaser: repeats are one with several sightings. Ranges lie in the first sighting's file.
public struct Teaser: Sendable {
  /// Date, slug and hash: `2025-05-05-schleswig-holstein-norddeutscher-pionier-1a2b3c4d`.
  public let id: String
  /// What its id is made of.
  let identity: Identity
  /// What its title line has before the first colon.
  public let kicker: TextRange
  /// What its title line has behind it.
  public let title: TextRange
  /// Always `stated`, a day; its words are the bracket.
  public let date: UncertainDate
  /// The same as a day.
  public let day: CalendarDate
  /// Without the bracket and `mehr...`.
  public let text: TextRange
  /// Never empty; by source name, then position.
  public let sightings: [Sighting]
  /// Index into `Archive.articles` of the article it announces, where the folder holds it.
  public internal(set) var article: Int?

  /// The index of the source its ranges lie in.
  public var source: Int { sightings[0].source }
}
