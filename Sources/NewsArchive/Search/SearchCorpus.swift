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
    switch item.kind {
    case .article:
      var document = document(articles[index].date?.earliest, articles[index].source)
      document.add(.kicker, articles[index].kicker)
      document.add(.title, articles[index].headline)
      document.add(.lead, articles[index].lead)
      for paragraph in articles[index].paragraphs { document.add(.body, paragraph) }
      return document
    case .teaser:
      var document = document(teasers[index].day, teasers[index].source)
      document.add(.kicker, teasers[index].kicker)
      document.add(.title, teasers[index].title)
      document.add(.lead, teasers[index].text)
      return document
    case .partner:
      let partner = facts.partners[index]
      var document = document(partner.last?.earliest, nil)
      for name in [partner.name] + partner.aliases { document.add(.names, name) }
      return document
    case .cooperation:
      let cooperation = facts.cooperations[index]
      var document = document(cooperation.date?.earliest, cooperation.source)
      document.add(.title, cooperation.kindLabel)
      for sentence in cooperation.sentences { document.add(.lead, sentence) }
      for party in cooperation.parties { document.add(.names, facts.partners[party.partner].name) }
      return document
    case .event:
      let event = facts.events[index]
      var document = document(event.date.earliest, event.source)
      document.add(.title, event.title)
      for sentence in event.sentences { document.add(.lead, sentence) }
      for partner in event.actors { document.add(.names, facts.partners[partner].name) }
      return document
    }
  }

  /// A document without texts yet; those of an item are its texts in its first source.
  private func document(_ date: CalendarDate?, _ source: Int?) -> SearchDocument {
    var document = SearchDocument(file: source.map { sources[$0].file }, date: date)
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
