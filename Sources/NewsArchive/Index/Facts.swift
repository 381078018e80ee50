/// All that the stories of an archive say, merged: the same fact said again is one with more evidence.
///
/// Order never depends on the order of files: partners by name, then id; cooperations and events by date, then id.
public struct Facts: Sendable {
  /// Everybody who acts, by name, then id.
  public let partners: [Partner]
  /// Who works with whom, newest first, undated last, then id.
  public let cooperations: [Cooperation]
  /// Everything dated, oldest first, then id.
  public let events: [Event]
  /// All events, then those of each partner and of each article that has any.
  public let timelines: [Timeline]
  /// What each of `Archive.articles` says.
  public let articles: [StoryFacts]
  /// What each of `Archive.teasers` says.
  public let teasers: [StoryFacts]
}

extension Facts {
  /// What the articles and teasers of an archive say. O(*n*) in their text, and in the order of what they say.
  init(sources: [Source], articles: [Article], teasers: [Teaser], gazetteer: Gazetteer = .german) {
    var builder = FactsBuilder(sources: sources, articles: articles, teasers: teasers)
    let (found, names) = builder.found(StoryReader(words: .german, gazetteer: gazetteer))
    builder.merge(found)
    self.init(builder, names)
  }
}
