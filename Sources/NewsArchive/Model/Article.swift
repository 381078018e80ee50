/// Where an item stands: one page that shows it.
public struct Sighting: Sendable, Hashable {
  /// The source, as an index into `Archive.sources`.
  public let source: Int
  /// The place among the page's teasers, from 1; 0 for an article.
  public let position: Int
  /// A teaser's label and caption on that page.
  public let label: TextRange?
  public let caption: TextRange?
}

/// An article: the same on two pages is one with two sightings. Ranges lie in the first sighting's file.
public struct Article: Sendable {
  /// Slug and hash: `baden-wuerttemberg-sachsen-kooperation-vertieft-1a2b3c4d`.
  public let id: String
  /// Nil where no kicker could be told from the headline.
  public let kicker: TextRange?
  public let headline: TextRange
  /// Kicker and headline, as the page has them.
  public let headLine: TextRange
  /// The bracket's day (`stated`), bounds from its own sentences (`inferred`), or nil.
  public let date: UncertainDate?
  public let lead: TextRange?
  public let paragraphs: [TextRange]
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
  public let kicker: TextRange
  public let title: TextRange
  /// Always `stated`, a day; its words are the bracket.
  public let date: UncertainDate
  public let text: TextRange
  /// Never empty; by source name, then position.
  public let sightings: [Sighting]
  /// Index into `Archive.articles` of the article it announces, where the folder holds it.
  public let article: Int?

  /// The index of the source its ranges lie in.
  public var source: Int { sightings[0].source }
}
