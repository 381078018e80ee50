/// All that a folder of pages says: one generation, immutable.
///
/// Every index (`Sighting.source`, `Article.teasers` …) points into the arrays of the same archive.
public final class Archive: Sendable {
  /// 12 hex digits: a digest of every source's name and bytes and of the program's version.
  public let dataset: String
  /// All seed files, read or rejected, by name.
  public let sources: [Source]
  /// All articles, by date (newest first, undated last), then id.
  public let articles: [Article]
  /// All teasers, by date (newest first), then id.
  public let teasers: [Teaser]
  /// What the folder shows of time.
  public let coverage: Coverage

  /// What the articles and teasers say.
  public let facts: Facts

  init(
    dataset: String, sources: [Source], articles: [Article], teasers: [Teaser], coverage: Coverage, facts: Facts
  ) {
    self.dataset = dataset
    self.sources = sources
    self.articles = articles
    self.teasers = teasers
    self.coverage = coverage
    self.facts = facts
  }

  /// Everybody who acts, by name, then id.
  public var partners: [Partner] { facts.partners }
  /// Who works with whom, newest first, undated last, then id.
  public var cooperations: [Cooperation] { facts.cooperations }
  /// Everything dated, oldest first, then id.
  public var events: [Event] { facts.events }
  /// All events, then those of each partner and of each article that has any.
  public var timelines: [Timeline] { facts.timelines }

  /// The text of a range in a source.
  public func text(_ range: TextRange, in source: Int) -> String { sources[source].file.text(range) }
}
