/// The items of an archive as the search index numbers and reads them: articles first, then teasers, partners,
/// cooperations, events, each in the archive's order.
struct SearchCorpus: Sendable {
  private let sources: [Source]
  private let articles: [Article]
  private let teasers: [Teaser]
  private let facts: Facts
  /// The numbers of the items of each kind.
  private let numbers: [(kind: SearchItem.Kind, range: Range<Int>)]

  init(sources: [Source], articles: [Article], teasers: [Teaser], facts: Facts) {
    (self.sources, self.articles, self.teasers, self.facts) = (sources, articles, teasers, facts)
    var end = 0
    numbers = SearchItem.Kind.allCases.map { kind in
      let start = end
      switch kind {
      case .article: end += articles.count
      case .teaser: end += teasers.count
      case .partner: end += facts.partners.count
      case .cooperation: end += facts.cooperations.count
      case .event: end += facts.events.count
      }
      return (kind, start..<end)
    }
  }

  /// The number of items.
  var count: Int { numbers.last?.range.upperBound ?? 0 }

  /// The numbers of all items of a kind.
  func documents(of kind: SearchItem.Kind) -> Range<Int> { numbers.first { $0.kind == kind }?.range ?? 0..<0 }

  /// The item of a number below `count`.
  func item(_ document: Int) -> SearchItem {
    guard let (kind, range) = numbers.first(where: { $0.range.contains(document) }) else {
      preconditionFailure("A document's number comes from the index of the same archive.")
    }
    return SearchItem(kind: kind, index: document - range.lowerBound)
  }

  /// The texts of an item.
  func document(_ number: Int) -> SearchDocument {
    // Of large items only the parts that are needed are looked at: a copy of the whole counts references up and down.
    let item = item(number)
    let index = item.index
    var document: SearchDocument
    switch item.kind {
    case .article:
      document = story(articles[index].source, articles[index].date?.earliest)
      document.add(.kicker, articles[index].kicker)
      document.add(.title, articles[index].headline)
      document.add(.lead, articles[index].lead)
      for paragraph in articles[index].paragraphs { document.add(.body, paragraph) }
    case .teaser:
      document = story(teasers[index].source, teasers[index].day)
      document.add(.kicker, teasers[index].kicker)
      document.add(.title, teasers[index].title)
      document.add(.lead, teasers[index].text)
    case .partner:
      let partner = facts.partners[index]
      document = SearchDocument(file: nil, date: partner.last?.earliest)
      for name in [partner.name] + partner.aliases { document.add(.names, name) }
    case .cooperation:
      let cooperation = facts.cooperations[index]
      document = story(cooperation.source, cooperation.date?.earliest)
      document.add(.title, cooperation.kindLabel)
      for sentence in cooperation.sentences { document.add(.lead, sentence) }
      for party in cooperation.parties { document.add(.names, facts.partners[party.partner].name) }
    case .event:
      let event = facts.events[index]
      document = story(event.source, event.date.earliest)
      document.add(.title, event.title)
      for sentence in event.sentences { document.add(.lead, sentence) }
      for partner in event.actors { document.add(.names, facts.partners[partner].name) }
    }
    return document
  }

  /// A document whose texts stand in a source, still without them.
  private func story(_ source: Int, _ date: CalendarDate?) -> SearchDocument {
    var document = SearchDocument(file: sources[source].file, date: date)
    document.passages.reserveCapacity(4)
    return document
  }

  /// The index of all items.
  func index() -> SearchIndex {
    let places = facts.partners.filter { $0.kind.isPlace && !$0.name.contains(" ") }.map(\.name)
    return SearchIndex(documentCount: count, placeNames: places, document: document)
  }
}

extension Partner.Kind {
  /// Whether its names are those of places.
  fileprivate var isPlace: Bool {
    switch self {
    case .state, .municipality, .district, .country: true
    case .federal, .association, .itServiceProvider, .body, .ministry, .company, .initiative, .party, .media: false
    }
  }
}
