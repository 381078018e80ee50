import Synchronization

/// All that a folder of pages says: one generation, immutable.
///
/// Every index (`Sighting.source`, `Article.teasers` …) points into the arrays of the same archive.
public final class Archive: Sendable {
  /// 12 hex digits: a digest of every source's name and bytes and of the program's version.
  public let dataset: String
  /// All seed files, read or rejected, by name.
  public let sources: [Source]
  /// How many files of the folder are no sources.
  public let ignoredFiles: Int
  /// All articles, by the date their pages state (newest first, those without last), then id.
  public let articles: [Article]
  /// All teasers, by date (newest first), then id.
  public let teasers: [Teaser]
  /// What the folder shows of time.
  public let coverage: Coverage
  /// What the articles and teasers say.
  public let facts: Facts
  private let index = AtomicLazyReference<SearchIndex>()
  /// What the numbers of the search index mean.
  let searchCorpus: SearchCorpus
  private let articleIdentities: IdentityTable
  private let teaserIdentities: IdentityTable
  private let cooperationIdentities: IdentityTable
  private let eventIdentities: IdentityTable
  private let partnerPlaces: [String: Int]

  /// An archive of sources that have been read. O(*n* log *n*) in their teasers and articles.
  ///
  /// - Parameters:
  ///   - sources: in any order; their names are distinct.
  ///   - ignoredFiles: how many other files the folder holds.
  ///   - version: the program's version, part of the dataset's name.
  public init(sources: [Source], ignoredFiles: Int = 0, version: String) {
    let builder = ArchiveBuilder(sources: sources)
    self.sources = builder.sources
    self.ignoredFiles = ignoredFiles
    coverage = builder.coverage
    facts = Facts(Stories(sources: builder.sources, articles: builder.articles, teasers: builder.teasers))
    articles = facts.stories.articles
    teasers = facts.stories.teasers
    searchCorpus = SearchCorpus(sources: self.sources, articles: articles, teasers: teasers, facts: facts)
    dataset = builder.dataset(version: version)
    articleIdentities = IdentityTable(articles.lazy.map(\.identity.shown))
    teaserIdentities = IdentityTable(teasers.lazy.map(\.identity.shown))
    cooperationIdentities = IdentityTable(facts.cooperations.lazy.map(\.identity.shown))
    eventIdentities = IdentityTable(facts.events.lazy.map(\.identity.shown))
    partnerPlaces = Dictionary(uniqueKeysWithValues: facts.partners.enumerated().lazy.map { ($1.id, $0) })
  }

  /// Which items contain which words: made when it is first asked for, and read without a lock from then on. Who asks
  /// while it is made makes it too, and all get the one that was finished first.
  var searchIndex: SearchIndex { index.load() ?? index.storeIfNil(searchCorpus.index()) }

  /// Makes the search index, which the first search would wait for.
  public func prepareSearch() { _ = searchIndex }

  /// Everybody who acts, by name, then id.
  public var partners: [Partner] { facts.partners }
  /// Who works with whom, newest first, undated last, then id.
  public var cooperations: FactList<Cooperation> { facts.cooperations }
  /// Everything dated, oldest first, then id.
  public var events: FactList<Event> { facts.events }
  /// All events, then those of each partner and of each article that has any.
  public var timelines: FactList<Timeline> { facts.timelines }

  /// The caption of a teaser on one page, in that page's file.
  public func caption(of sighting: Sighting) -> TextRange? { teaser(of: sighting)?.caption }

  /// The label of a teaser on one page, in that page's file.
  public func label(of sighting: Sighting) -> TextRange? { teaser(of: sighting)?.label }

  private func teaser(of sighting: Sighting) -> Page.TeaserStory? {
    guard let teasers = sources[sighting.source].page?.teasers, teasers.indices.contains(sighting.position - 1) else {
      return nil
    }
    return teasers[sighting.position - 1]
  }

  /// The text of a range in a source.
  public func text(_ range: TextRange, in source: Int) -> String { sources[source].file.text(range) }

  /// Where the article of an id is. O(log *n*).
  public func article(id: String) -> Lookup { articleIdentities.lookup(id) { articles[$0].id } }

  /// Where the teaser of an id is. O(log *n*).
  public func teaser(id: String) -> Lookup { teaserIdentities.lookup(id) { teasers[$0].id } }

  /// Where the partner of an id is. O(1).
  public func partner(id: String) -> Lookup { partnerPlaces[id].map(Lookup.found) ?? .missing }

  /// Where the cooperation of an id is. O(log *n*).
  public func cooperation(id: String) -> Lookup { cooperationIdentities.lookup(id) { cooperations[$0].id } }

  /// Where the event of an id is. O(log *n*).
  public func event(id: String) -> Lookup { eventIdentities.lookup(id) { events[$0].id } }

  /// Where the timeline of a partner's or an article's id is, or the one of all events. O(log *n*).
  public func timeline(id: String) -> Lookup {
    if id == "all" { return .found(0) }
    if case .found(let partner) = partner(id: id) { return timeline(of: partner).map(Lookup.found) ?? .missing }
    return switch article(id: id) {
    case .found(let article): timeline(of: ~article).map(Lookup.found) ?? .missing
    case .moved(let article): timeline(of: ~article).map(Lookup.moved) ?? .missing
    case .missing: .missing
    }
  }

  /// The timeline of a partner or, as the complement of its place, of an article; nil where it has no events.
  private func timeline(of place: Int) -> Int? {
    let owner = Int32(clamping: place)
    let owners = facts.timelineOwners
    let number = owners.partitioningIndex { owner < 0 ? $0 <= owner : $0 < 0 || $0 >= owner }
    return number < owners.count && owners[number] == owner ? number + 1 : nil
  }

  /// The index of the source of a name. O(log *n*).
  public func source(name: String) -> Int? {
    let place = sources.partitioningIndex { !$0.name.utf8.lexicographicallyPrecedes(name.utf8) }
    return place < sources.count && sources[place].name == name ? place : nil
  }
}

/// What an id leads to.
public enum Lookup: Sendable, Hashable {
  /// The item whose id it is, as an index.
  case found(Int)
  /// The item that has the hash, but another slug by now.
  case moved(Int)
  /// No item.
  case missing
}

/// Finds items by the hash at the end of their ids.
struct IdentityTable: Sendable {
  /// By hash, then index.
  private let rows: [(hash: UInt32, index: Int32)]

  init(_ hashes: some Sequence<UInt32>) {
    rows = hashes.enumerated().map { ($1, Int32(clamping: $0)) }.sorted { $0 < $1 }
  }

  /// The item with the id; else the first one with its hash.
  func lookup(_ id: String, idOfItem: (Int) -> String) -> Lookup {
    guard let hash = Identity.shown(in: id) else { return .missing }
    let candidates = rows[rows.partitioningIndex { $0.hash >= hash }...].prefix { $0.hash == hash }
    if let row = candidates.first(where: { idOfItem(Int($0.index)) == id }) { return .found(Int(row.index)) }
    return candidates.first.map { .moved(Int($0.index)) } ?? .missing
  }
}

extension RandomAccessCollection where Index == Int {
  /// The index of the first element that belongs behind; those that do stand behind those that do not. O(log *n*).
  @inlinable package func partitioningIndex(_ belongsBehind: (Element) -> Bool) -> Int {
    var range = startIndex..<endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = belongsBehind(self[middle]) ? range.lowerBound..<middle : middle + 1..<range.upperBound
    }
    return range.lowerBound
  }
}
