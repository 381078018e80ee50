/// The items of an archive as the search index numbers and reads them: articles first, then teasers, partners,
/// cooperations, events, each in the archive's order.
struct SearchCorpus: Sendable {
  private let sources: [Source]
  private let articles: [Article]
  private let teasers: [Teaser]
  private let facts: Facts
  /// The number of the first item of each kind, and behind them that of all items.
  private let starts: [Int]

  init(sources: [Source], articles: [Article], teasers: [Teaser], facts: Facts) {
    (self.sources, self.articles, self.teasers, self.facts) = (sources, articles, teasers, facts)
    let counts = [articles.count, teasers.count, facts.partners.count, facts.cooperations.count, facts.events.count]
    starts = counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  }

  /// The number of items.
  var count: Int { starts[5] }

  /// The numbers of all items of a kind.
  func documents(of kind: SearchItem.Kind) -> Range<Int> {
    let place =
      switch kind {
      case .article: 0
      case .teaser: 1
      case .partner: 2
      case .cooperation: 3
      case .event: 4
      }
    return starts[place]..<starts[place + 1]
  }

  /// The item of a number below `count`.
  func item(_ document: Int) -> SearchItem {
    if document < starts[1] { return .article(document) }
    if document < starts[2] { return .teaser(document - starts[1]) }
    if document < starts[3] { return .partner(document - starts[2]) }
    if document < starts[4] { return .cooperation(document - starts[3]) }
    precondition(document < starts[5], "A document's number comes from the index of the same archive.")
    return .event(document - starts[4])
  }

  /// The texts of an item.
  func document(_ number: Int) -> SearchDocument {
    // Of large items only the parts that are needed are looked at: a copy of the whole counts references up and down.
    switch item(number) {
    case .article(let index):
      let fields: [(SearchDocument.Field, TextRange?)] = [
        (.kicker, articles[index].kicker), (.title, articles[index].headline), (.lead, articles[index].lead),
      ]
      return SearchDocument(
        file: sources[articles[index].source].file, date: articles[index].date?.earliest,
        passages: fields.compactMap(passage) + articles[index].paragraphs.compactMap { passage(.body, $0) })
    case .teaser(let index):
      let fields: [(SearchDocument.Field, TextRange?)] = [
        (.kicker, teasers[index].kicker), (.title, teasers[index].title), (.lead, teasers[index].text),
      ]
      return SearchDocument(
        file: sources[teasers[index].source].file, date: teasers[index].day, passages: fields.compactMap(passage))
    case .partner(let index):
      let partner = facts.partners[index]
      return SearchDocument(
        file: nil, date: partner.last?.earliest, passages: ([partner.name] + partner.aliases).map(name))
    case .cooperation(let index):
      return document(
        title: facts.cooperations[index].kindLabel, date: facts.cooperations[index].date?.earliest,
        source: facts.cooperations[index].source, sentences: facts.cooperations[index].sentences,
        partners: facts.cooperations[index].parties.lazy.map(\.partner))
    case .event(let index):
      return document(
        title: facts.events[index].title, date: facts.events[index].date.earliest, source: facts.events[index].source,
        sentences: facts.events[index].sentences, partners: facts.events[index].actors)
    }
  }

  /// A fact: its title, the sentences that prove it in its first source, its partners' names.
  private func document(
    title: String, date: CalendarDate?, source: Int, sentences: [TextRange], partners: some Collection<Int>
  ) -> SearchDocument {
    var passages = [SearchDocument.Passage(.title, .text(title))]
    passages.reserveCapacity(1 + sentences.count + partners.count)
    for sentence in sentences { passages.append(SearchDocument.Passage(.lead, .range(sentence))) }
    for partner in partners { passages.append(name(facts.partners[partner].name)) }
    return SearchDocument(file: sources[source].file, date: date, passages: passages)
  }

  private func passage(_ field: SearchDocument.Field, _ range: TextRange?) -> SearchDocument.Passage? {
    range.map { SearchDocument.Passage(field, .range($0)) }
  }

  private func name(_ name: String) -> SearchDocument.Passage { SearchDocument.Passage(.names, .text(name)) }

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
