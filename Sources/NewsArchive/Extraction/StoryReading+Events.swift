/// Events: what a sentence dates, and what a story reports as just done.
extension StoryReading {
  /// Each date a sentence names is an event of the sentence.
  mutating func readEvents(_ clause: Clause) {
    guard !clause.dates.isEmpty else { return }
    let place = clause.passage.place(clause.sentence)
    let tie = facts.ties.firstIndex {
      $0.proofs.contains { $0.range == place && $0.role != .antecedent && $0.role != .date }
    }
    let actors = actors(clause)
    for (date, words) in clause.dates {
      facts.events.append(
        FoundFacts.Dated(
          date: date, kind: kind(of: date, words.lowerBound, clause, tie.map { facts.ties[$0] }),
          title: title(clause), actors: tie.map { facts.ties[$0].parties } ?? actors,
          modality: modality(clause, .ongoing), attributedTo: attribution(clause),
          proofs: [FactRows.Proof(range: place, role: .statement, rule: .dateInSentence)], tie: tie))
    }
  }

  /// Whom a sentence has do it: neither those who only say so nor the place of a meeting; if it names none, whom it means
  /// by "die Stadt" or "die Initiative".
  private func actors(_ clause: Clause) -> [Actor] {
    let isMeeting = clause.has(.meeting)
    let groups = clause.acting.isEmpty ? clause.groups : clause.acting
    let actors = clause.parties(of: groups.filter { $0.marker != .source && !(isMeeting && $0.marker == .in) })
    if !actors.isEmpty { return actors }
    for (tags, kind) in StoryReading.classes where clause.hasAny(tags) {
      if let meant = facts.names.last(where: { $0.actor.kind == kind && !$0.actor.isCollective }) {
        return [meant.actor]
      }
    }
    // "Laut Statistischem Bundesamt": nobody else is there.
    return clause.parties(of: clause.groups)
  }

  /// Words for what somebody is, and the kind they may stand for.
  private static let classes: [(Tags, Partner.Kind)] = [
    ([.town, .council], .municipality), ([.district], .district), ([.initiative], .initiative),
    ([.union, .provider], .itServiceProvider), ([.association, .verband], .association), ([.ministry], .ministry),
    ([.company], .company),
  ]

  /// What a date whose words begin at `start` is the date of.
  private func kind(of date: UncertainDate, _ start: Int, _ clause: Clause, _ tie: FoundFacts.Tie?) -> Event.Kind {
    var isUntil = false
    if case .until = date.extent { isUntil = true }
    if isUntil || date.isApproximate && clause.stands([.bis], at: start), isAhead(date.latest) { return .plan }
    if let tie {
      switch tie.status {
      case .signed where tie.kind == .founding: return .founding
      case .signed, .joined: return .agreement
      case .planned: return .plan
      case .ongoing, .ended: return .event
      }
    }
    if clause.isPlanned || clause.has(.shall) || clause.has(.deadline) && !clause.has(.statistic) { return .plan }
    if isUntil { return .plan }
    if clause.has(.tie), clause.has(.sign) && clause.hasAny([.be, .become]) || isOfAgreement(start, clause) {
      return .agreement
    }
    if clause.has(.statistic) {
      // "Bericht 2024": the year is of its name.
      return clause.first(of: StoryReading.publishing) != nil && !clause.stands([.statistic], at: start - 1)
        ? .publication : .statistic
    }
    // "Im Frühjahr startet …": what lies ahead of the day it is told is planned; a congress is what it is.
    if !clause.has(.meeting), story.day != nil, isAhead(date.earliest) { return .plan }
    if clause.hasAny([.found, .founded]) { return .founding }
    return .event
  }

  /// Whether the first or last day of a date lies behind the day the story is told, or may.
  private func isAhead(_ end: CalendarDate?) -> Bool {
    guard let day = story.day, let end else { return true }
    return end > day
  }

  /// "eine Vereinbarung vom 3. Februar 2021", "die 2016 geschlossene Vereinbarung": the date of an agreement.
  private func isOfAgreement(_ start: Int, _ clause: Clause) -> Bool {
    func isAgreement(_ index: Int) -> Bool {
      clause.sentence.contains(index)
        && clause.tokens[index].tie.map(Clause.agreements.contains) == true
    }
    return isAgreement(start - 1)
      || clause.sentence.contains { clause.tokens[$0].is(.sign) && isAgreement($0 + 1) }
  }

  private static let publishing = WordHash.list(
    """
    veröffentlicht veröffentlichte veröffentlichten vorgelegt vorlegt legt legte legten vorgestellt herausgegeben \
    publiziert präsentiert
    """)

  /// The sentence without what closes it.
  private func title(_ clause: Clause) -> FoundFacts.Title {
    var range = clause.sentence
    while let last = range.last, range.count > 1,
      clause.tokens[last].isMark(".") || clause.tokens[last].isClosingQuote
    {
      range = range.lowerBound..<last
    }
    if let first = range.first, clause.tokens[first].isOpeningQuote { range = first + 1..<range.upperBound }
    return clause.passage.isVerbatim ? .words(clause.passage.place(range)) : .text(clause.text(range))
  }

  /// What an article reports as just signed, joined or ended is an event of the day it was reported.
  mutating func addAgreementEvents() {
    for (index, tie) in facts.ties.enumerated() where tie.date?.basis == .reported && story.isArticle {
      guard let date = tie.date, tie.status == .signed || tie.status == .joined else { continue }
      let names = tie.parties.map(\.name)
      let row =
        names.count > 1 ? names.dropLast().joined(separator: ", ") + " und " + (names.last ?? "") : names.joined()
      facts.events.append(
        FoundFacts.Dated(
          date: date, kind: .agreement, title: .text("\(tie.label): \(row)"), actors: tie.parties,
          modality: tie.modality, attributedTo: tie.attributedTo, proofs: tie.proofs, tie: index))
    }
  }

  /// An undated article lies behind every past and before every future its sentences date.
  mutating func boundUndated() {
    guard story.day == nil, story.isArticle else { return }
    var dated: [(event: FoundFacts.Dated, first: CalendarDate, last: CalendarDate)] = []
    for event in facts.events where !event.date.isApproximate {
      // What is to begin "ab 2027" lies before the end of that year.
      guard let first = event.date.earliest, let last = event.date.extent.withoutOpenEnd.latest else { continue }
      dated.append((event, first, last))
    }
    let past = dated.filter { $0.event.modality != .planned && $0.event.kind != .plan }.max { $0.first < $1.first }
    let future = dated.filter { $0.event.modality == .planned }.min { $0.last < $1.last }
    guard past != nil || future != nil else { return }
    if let past, let future, past.first > future.last { return }
    let proofs = [past, future].compactMap(\.self).flatMap(\.event.proofs)
      .map { FactRows.Proof(range: $0.range, role: .date, rule: .bounds) }
    let bounds = UncertainDate.Extent.oneOf(
      past?.event.date.extent.withoutOpenEnd, future?.event.date.extent.withoutOpenEnd)
    facts.bounds = (UncertainDate(bounds, basis: .inferred), proofs)
  }
}

extension UncertainDate.Extent {
  /// The date that "seit" or "bis" opens.
  fileprivate var withoutOpenEnd: UncertainDate.Extent {
    switch self {
    case .since(let start): start
    case .until(let end): end
    case .day, .month, .season, .quarter, .half, .year, .days, .years, .oneOf: self
    }
  }
}
