extension Archive {
  /// The articles and teasers that belong most beside one of them, and why; at most five.
  ///
  /// What they share decides, in this order: the number of cooperations, of persons quoted, of partners; then the order of the
  /// archive, articles first. A partner that half the news names is no reason: only those named by at most 200 items count.
  ///
  /// - Complexity: O(*n*) in the items that name one of its partners, at most 200 for each.
  public func related(to item: StoryFacts.Item) -> [StoryFacts.Related] {
    let facts = StoryFacts(number: number(of: item), of: facts)
    var candidates: Set<StoryFacts.Item> = []
    for partner in facts.partners {
      let partner = partners[partner]
      guard partner.articles.count + partner.teasers.count <= 200 else { continue }
      candidates.formUnion(partner.articles.lazy.map(StoryFacts.Item.article))
      candidates.formUnion(partner.teasers.lazy.map(StoryFacts.Item.teaser))
    }
    // An article and the teaser that announces it are one piece of news: each names the other already.
    let ranked = candidates.filter { $0 != item && !isAnnouncement($0, item) }.map { candidate in
      let number = number(of: candidate)
      let other = StoryFacts(number: number, of: self.facts)
      return (
        candidate, number, cooperations: facts.cooperations.filter(other.cooperations.contains),
        speakers: facts.speakers.filter(other.speakers.contains),
        partners: facts.partners.filter(other.partners.contains)
      )
    }.sorted { left, right in
      (right.cooperations.count, right.speakers.count, right.partners.count, left.1)
        < (left.cooperations.count, left.speakers.count, left.partners.count, right.1)
    }
    return ranked.prefix(5).map { candidate, _, cooperations, speakers, partners in
      StoryFacts.Related(
        item: candidate,
        because: cooperations.map { "Kooperation: " + self.cooperations[$0].kindLabel } + speakers
          + partners.map { self.partners[$0].name })
    }
  }

  /// Articles before teasers, each in the archive's order.
  private func number(of item: StoryFacts.Item) -> Int {
    switch item {
    case .article(let index): index
    case .teaser(let index): articles.count + index
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
