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
      return document(
        articles[index].date?.earliest, articles[index].source,
        [(.kicker, articles[index].kicker), (.title, articles[index].headline), (.lead, articles[index].lead)]
          + articles[index].paragraphs.map { (.body, $0) })
    case .teaser:
      return document(
        teasers[index].day, teasers[index].source,
        [(.kicker, teasers[index].kicker), (.title, teasers[index].title), (.lead, teasers[index].text)])
    case .partner:
      let partner = facts.partners[index]
      return SearchDocument(
        file: nil, date: partner.last?.earliest, passages: ([partner.name] + partner.aliases).map(name))
    case .cooperation:
      let cooperation = facts.cooperations[index]
      return document(
        cooperation.date?.earliest, cooperation.source, title: cooperation.kindLabel, cooperation.sentences,
        partners: cooperation.parties.lazy.map(\.partner))
    case .event:
      let event = facts.events[index]
      return document(
        event.date.earliest, event.source, title: event.title, event.sentences, partners: event.actors)
    }
  }

  /// A story: its texts in its first source.
  private func document(
    _ date: CalendarDate?, _ source: Int, _ texts: [(field: SearchDocument.Field, range: TextRange?)]
  ) -> SearchDocument {
    let passages = texts.compactMap { text in
      text.range.map { SearchDocument.Passage(field: text.field, content: .range($0)) }
    }
    return SearchDocument(file: sources[source].file, date: date, passages: passages)
  }

  /// A fact: its title, the sentences that prove it in its first source, its partners' names.
  private func document(
    _ date: CalendarDate?, _ source: Int, title: String, _ sentences: [TextRange], partners: some Collection<Int>
  ) -> SearchDocument {
    var passages = [SearchDocument.Passage(field: .title, content: .text(title))]
    passages.reserveCapacity(1 + sentences.count + partners.count)
    for sentence in sentences { passages.append(SearchDocument.Passage(field: .lead, content: .range(sentence))) }
    for partner in partners { passages.append(name(facts.partners[partner].name)) }
    return SearchDocument(file: sources[source].file, date: date, passages: passages)
  }

  private func name(_ name: String) -> SearchDocument.Passage {
    SearchDocument.Passage(field: .names, content: .text(name))
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
