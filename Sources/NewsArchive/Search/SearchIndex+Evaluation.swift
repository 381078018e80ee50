extension SearchIndex {
  /// A prefix of more words says nothing of what is meant: all of them count the same.
  private static let broadPrefix = 5_000

  /// Leaves the documents that match a plan, and their scores, in `scratch`.
  ///
  /// Rare clauses come first: the frequent ones then jump over blocks without a match.
  func find(_ plan: SearchPlan, in scratch: inout SearchScratch) {
    scratch.start()
    let order = plan.clauses.enumerated().sorted { left, right in
      (left.element.query.isExcluded ? 1 : 0, left.element.cost, left.offset)
        < (right.element.query.isExcluded ? 1 : 0, right.element.cost, right.offset)
    }
    for clause in order.map(\.element) {
      var least = 0
      for choice in clause.choices {
        let weight = clause.query.isExcluded ? nil : choice.weight
        scratch.add(choice.term, in: postings, weight: weight, skippingNames: choice.isLoose)
      }
      for prefix in clause.prefixes {
        let isBroad = prefix.places.count > Self.broadPrefix
        if isBroad { least = max(least, prefix.weight) }
        for place in prefix.places {
          let term = dictionary.term(at: place, ofForm: prefix.isOfForm)
          let weight = clause.query.isExcluded || isBroad ? nil : prefix.weight
          scratch.add(term, in: postings, weight: weight, skippingNames: false)
        }
      }
      for phrase in clause.phrases {
        var matcher = PhraseMatcher(phrase.slots, in: postings)
        let matches = scratch.matches
        while let starts = matcher.next(among: matches) {
          scratch.add(starts, weight: clause.query.isExcluded ? nil : phrase.weight)
        }
        scratch.addSteps(matcher.steps)
      }
      if clause.query.isExcluded {
        scratch.exclude()
      } else {
        scratch.require(importance: clause.importance, least: least)
      }
      if scratch.matches.isEmpty { return }
    }
  }

  /// The page of hits among the matches in `scratch`.
  func ranked(
    _ plan: SearchPlan, among filter: DocumentSet?, offset: Int, limit: Int, in scratch: SearchScratch
  ) -> SearchResult {
    var candidates = scratch.matches
    if let filter { candidates.formIntersection(filter) }
    let total = candidates.cardinality
    let wanted = offset < total ? offset + min(limit, total - offset) : 0
    var entries: [Ranking.Entry] = []
    if wanted > offset {
      var ranking = Ranking(limit: max(wanted, Proximity.rankedCount))
      candidates.forEach { document in
        let score = scratch.score(document)
        if score >= ranking.threshold { ranking.insert(document, score: score, recency: recency[document]) }
      }
      entries = ranking.sorted()
      Proximity(plan, in: self)?.add(to: &entries)
    }
    return SearchResult(
      total: total,
      hits: entries.prefix(wanted).dropFirst(min(offset, wanted)).map {
        SearchResult.Hit(document: Int($0.document), score: Int($0.score))
      },
      matches: scratch.matches, suggestions: [], plan: plan, steps: scratch.steps)
  }
}
