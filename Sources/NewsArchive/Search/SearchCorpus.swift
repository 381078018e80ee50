/// The items of an archive as the search index numbers and reads them: articles first, then teasers, partners,
/// cooperations, events, each in the archive's order.
struct SearchCorpus: Sendable {
  let sources: [Source]
  let articles: [Article]
  let teasers: [Teaser]
  let facts: Facts

  /// The number of items.
  var count: Int { documents(of: .event).upperBound }

  /// The numbers of all items of a kind.
  func documents(of kind: SearchItem.Kind) -> Range<Int> {
    let counts = [articles.count, teasers.count, facts.partners.count, facts.cooperations.count, facts.events.count]
    let place =
      switch kind {
      case .article: 0
      case .teaser: 1
      case .partner: 2
      case .cooperation: 3
      case .event: 4
      }
    let start = counts[..<place].reduce(0, +)
    return start..<start + counts[place]
  }

  /// The item of a number below `count`.
  func item(_ document: Int) -> SearchItem {
    for kind in SearchItem.Kind.allCases {
      let range = documents(of: kind)
      guard range.contains(document) else { continue }
      let index = document - range.lowerBound
      switch kind {
      case .article: return .article(index)
      case .teaser: return .teaser(index)
      case .partner: return .partner(index)
      case .cooperation: return .cooperation(index)
      case .event: return .event(index)
      }
    }
    preconditionFailure("A document's number comes from the index of the same archive.")
  }

  /// The texts of an item.
  func document(_ number: Int) -> SearchDocument {
    switch item(number) {
    case .article(let index):
      let article = articles[index]
      return SearchDocument(
        file: sources[article.source].file, date: article.date?.earliest,
        passages: [
          passage(.kicker, article.kicker), passage(.title, article.headline), passage(.lead, article.lead),
        ].compactMap(\.self) + article.paragraphs.compactMap { passage(.body, $0) })
    case .teaser(let index):
      let teaser = teasers[index]
      return SearchDocument(
        file: sources[teaser.source].file, date: teaser.day,
        passages: [
          passage(.kicker, teaser.kicker), passage(.title, teaser.title), passage(.lead, teaser.text),
        ].compactMap(\.self))
    case .partner(let index):
      let partner = facts.partners[index]
      return SearchDocument(
        file: nil, date: partner.last?.earliest, passages: ([partner.name] + partner.aliases).map(name))
    case .cooperation(let index):
      let cooperation = facts.cooperations[index]
      return document(
        title: cooperation.kindLabel, date: cooperation.date, evidence: cooperation.evidence,
        partners: cooperation.parties.map(\.partner))
    case .event(let index):
      let event = facts.events[index]
      return document(title: event.title, date: event.date, evidence: event.evidence, partners: event.actors)
    }
  }

  /// A fact: its title, the sentences that prove it in its first source, its partners' names.
  private func document(title: String, date: UncertainDate?, evidence: [Evidence], partners: [Int]) -> SearchDocument {
    let first = evidence.first?.source
    let sentences = evidence.filter { $0.source == first && $0.role != .date }
    return SearchDocument(
      file: first.map { sources[$0].file }, date: date?.earliest,
      passages: [SearchDocument.Passage(.title, .text(title))] + sentences.compactMap { passage(.lead, $0.range) }
        + partners.map { name(facts.partners[$0].name) })
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
