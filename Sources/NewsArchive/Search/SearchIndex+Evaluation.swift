extension SearchIndex {
  /// A prefix of more words says nothing of what is meant: all of them count the same.
  private static let broadPrefix = 5_000

  /// Leaves the documents that match a plan in `scratch`.
  ///
  /// Rare clauses come first: the frequent ones then jump over blocks without a candidate.
  func find(_ plan: SearchPlan, in scratch: inout SearchScratch) {
    let order = plan.clauses.indices.sorted { left, right in
      let (one, other) = (plan.clauses[left], plan.clauses[right])
      return (one.isExcluded ? 1 : 0, one.cost, left) < (other.isExcluded ? 1 : 0, other.cost, right)
    }
    for number in order {
      let clause = plan.clauses[number]
      for choice in clause.choices {
        scratch.find(choice.term, in: postings, skippingNames: choice.isLoose)
      }
      for prefix in clause.prefixes {
        for place in prefix.places {
          scratch.find(dictionary.term(at: place, ofForm: prefix.isOfForm), in: postings, skippingNames: false)
        }
      }
      for phrase in clause.phrases {
        var matcher = PhraseMatcher(phrase.slots, in: postings)
        let proposed = scratch.proposed
        while let starts = matcher.next(among: proposed) {
          scratch.find(starts, weight: phrase.weight, clause: number)
        }
        scratch.addSteps(matcher.steps)
      }
      if clause.isExcluded { scratch.exclude() } else { scratch.require() }
      if scratch.matches.isEmpty { return }
    }
  }

  /// The page of hits among the matches in `scratch`.
  func ranked(
    _ plan: SearchPlan, among filter: DocumentSet?, offset: Int, limit: Int, in scratch: inout SearchScratch
  ) -> SearchResult {
    scratch.propose(among: filter)
    let total = scratch.candidates.cardinality
    let wanted = offset < total ? offset + min(limit, total - offset) : 0
    var entries: [Ranking.Entry] = []
    if wanted > offset {
      rate(plan, in: &scratch)
      var ranking = Ranking(limit: max(wanted, Proximity.rankedCount))
      scratch.candidates.forEach { document in
        let score = scratch.scores[document]
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

  private func rate(_ plan: SearchPlan, in scratch: inout SearchScratch) {
    for (number, clause) in plan.clauses.enumerated() where !clause.isExcluded {
      for choice in clause.choices {
        scratch.rate(choice.term, in: postings, weight: choice.weight, skippingNames: choice.isLoose)
      }
      for prefix in clause.prefixes {
        if prefix.places.count > Self.broadPrefix {
          scratch.rateAll(weight: prefix.weight)
          continue
        }
        for place in prefix.places {
          let term = dictionary.term(at: place, ofForm: prefix.isOfForm)
          scratch.rate(term, in: postings, weight: prefix.weight, skippingNames: false)
        }
      }
      if !clause.phrases.isEmpty { scratch.ratePhrases(of: number) }
      scratch.settle(importance: clause.importance)
    }
  }
}
