extension Archive {
  /// The articles and teasers that belong most beside one of them, and why; at most five.
  ///
  /// What they share decides, in this order: the number of cooperations, of persons, of partners; then the order of the
  /// archive, articles first. A partner that half the news names is no reason: only those named by at most 200 items count.
  ///
  /// - Complexity: O(*n*) in the items that name one of its partners, at most 200 for each.
  public func related(to item: StoryFacts.Item) -> [StoryFacts.Related] {
    let facts = facts(of: item)
    var candidates: Set<StoryFacts.Item> = []
    for partner in facts.partners {
      let partner = partners[partner]
      guard partner.articles.count + partner.teasers.count <= 200 else { continue }
      candidates.formUnion(partner.articles.lazy.map(StoryFacts.Item.article))
      candidates.formUnion(partner.teasers.lazy.map(StoryFacts.Item.teaser))
    }
    // An article and the teaser that announces it are one piece of news: each names the other already.
    let ranked = candidates.filter { $0 != item && !isAnnouncement($0, item) }.map { candidate in
      let other = self.facts(of: candidate)
      return (
        candidate, cooperations: facts.cooperations.filter(other.cooperations.contains),
        persons: facts.persons.map(\.name).filter(other.persons.map(\.name).contains),
        partners: facts.partners.filter(other.partners.contains)
      )
    }.sorted { left, right in
      if left.cooperations.count != right.cooperations.count {
        return left.cooperations.count > right.cooperations.count
      }
      if left.persons.count != right.persons.count { return left.persons.count > right.persons.count }
      if left.partners.count != right.partners.count { return left.partners.count > right.partners.count }
      return left.0.order < right.0.order
    }
    return ranked.prefix(5).map { candidate, cooperations, persons, partners in
      StoryFacts.Related(
        item: candidate,
        because: cooperations.map { "Kooperation: " + self.cooperations[$0].kindLabel } + persons
          + partners.map { self.partners[$0].name })
    }
  }

  private func facts(of item: StoryFacts.Item) -> StoryFacts {
    switch item {
    case .article(let index): facts.articles[index]
    case .teaser(let index): facts.teasers[index]
    }
  }

  private func isAnnouncement(_ item: StoryFacts.Item, _ other: StoryFacts.Item) -> Bool {
    switch (item, other) {
    case (.article(let article), .teaser(let teaser)), (.teaser(let teaser), .article(let article)):
      teasers[teaser].article == article
    case (.article, .article), (.teaser, .teaser): false
    }
  }
}

extension StoryFacts.Item {
  /// Articles before teasers, each in the archive's order.
  fileprivate var order: (Int, Int) {
    switch self {
    case .article(let index): (0, index)
    case .teaser(let index): (1, index)
    }
  }
}
