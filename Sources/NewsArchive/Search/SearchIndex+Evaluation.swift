extension SearchIndex {
  /// Leaves the documents that match a plan, and their scores, in `scratch`.
  ///
  /// Rare clauses come first: the frequent ones then jump over blocks without a candidate.
  func evaluate(_ plan: SearchPlan, in scratch: inout SearchScratch) {
    let wanted = plan.clauses.filter { !$0.isExcluded }.sorted { $0.cost < $1.cost }
    if wanted.isEmpty, !plan.clauses.isEmpty { scratch.matchAll() }
    for clause in wanted {
      find(clause, in: &scratch)
      scratch.require(importance: clause.importance)
      if scratch.matches.isEmpty { return }
    }
    for clause in plan.clauses where clause.isExcluded {
      find(clause, in: &scratch)
      scratch.exclude()
    }
  }

  private func find(_ clause: SearchPlan.Clause, in scratch: inout SearchScratch) {
    for choice in clause.choices {
      let isLoose = choice.kind == .stem || choice.kind == .compoundPart
      scratch.add(postings.list(choice.term), of: postings, weight: choice.weight, skippingNames: isLoose)
    }
    for prefix in clause.prefixes {
      for place in prefix.places {
        let term = dictionary.term(at: place, ofForm: prefix.isOfForm)
        scratch.add(postings.list(term), of: postings, weight: prefix.weight, skippingNames: false)
      }
    }
    for phrase in clause.phrases {
      var matcher = PhraseMatcher(phrase.slots, in: postings)
      while let (document, impact) = matcher.next(among: scratch.candidates) {
        scratch.add(document, UInt16(phrase.weight) * UInt16(impact))
      }
    }
  }

  /// The page of hits among the matches in `scratch`.
  func ranked(
    _ plan: SearchPlan, among filter: DocumentSet?, offset: Int, limit: Int, in scratch: SearchScratch
  ) -> SearchResult {
    var allowed = scratch.matches
    if let filter { allowed.formIntersection(filter) }
    let total = allowed.cardinality
    let wanted = offset < total ? offset + min(limit, total - offset) : 0
    var ranking = Ranking(limit: limit == 0 ? 0 : max(wanted, Proximity.rankedCount))
    allowed.forEach { document in
      let score = scratch.scores[document]
      if score >= ranking.threshold { ranking.insert(document, score: score, recency: recency[document]) }
    }
    var entries = ranking.sorted()
    Proximity(plan, in: self)?.add(to: &entries)
    return SearchResult(
      total: total,
      hits: entries.prefix(wanted).dropFirst(min(offset, wanted)).map {
        SearchResult.Hit(document: Int($0.document), score: Int($0.score))
      },
      matches: scratch.matches, suggestions: [], plan: plan)
  }
}
