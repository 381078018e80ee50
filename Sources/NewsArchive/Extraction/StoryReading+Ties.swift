/// Ties: what a clause says of a cooperation, whom it leaves unnamed, and what it says again.
extension StoryReading {
  /// Reads a clause for a cooperation.
  mutating func readTie(_ clause: Clause, _ number: Int) {
    guard
      clause.hasAny([
        .tie, .cooperate, .forces, .join, .bound, .work, .create, .promote, .belong, .member, .end, .sign, .share,
        .partners, .together, .participate, .found, .joint, .gemeinsam,
      ]) || Clause.companions.contains(clause.tokens[clause.sentence.lowerBound].hash),
      var frame = clause.frame()
    else {
      noteCompany(clause, number, tie: nil)
      return
    }
    let place = clause.passage.place(clause.sentence)
    var proofs = [FactRows.Proof(range: place, role: .statement, rule: frame.rule)]
    var confidence = Cooperation.Confidence.explicit
    var continued: Int?
    if frame.parties.count >= 2, frame.parties.allSatisfy(\.isCollective) { return }
    if frame.parties.count < 2, !isGroupTie(frame) {
      guard frame.mayRefer, let (actors, antecedent, earlier) = referent(of: clause, frame, number) else {
        noteCompany(clause, number, tie: nil)
        return
      }
      frame.parties = actors
      if let antecedent { proofs.append(FactRows.Proof(range: antecedent, role: .antecedent, rule: frame.rule)) }
      confidence = .combined
      continued = earlier
    }
    var tie = FoundFacts.Tie(
      kind: frame.kind, label: label(clause, frame), status: frame.status,
      subject: clause.subject(behind: frame.word + 1), parties: frame.parties,
      joins: Set(frame.joins), date: nil, modality: modality(clause, frame.status), attributedTo: attribution(clause),
      confidence: confidence,
      proofs: proofs, isGeneric: frame.isGeneric)
    tie.date = date(of: frame.status, clause)
    if tie.date?.basis == .reported, let bracket = story.bracket {
      tie.proofs.append(FactRows.Proof(range: bracket, role: .date, rule: .bracketDate))
    }
    let index = add(tie, continuing: continued)
    noteCompany(clause, number, tie: index)
  }

  /// One group that decides or meets is a tie by itself: "die D16".
  func isGroupTie(_ frame: Clause.Frame) -> Bool { frame.rule == .group && !frame.parties.isEmpty }

  func label(_ clause: Clause, _ frame: Clause.Frame) -> String {
    let token = clause.tokens[frame.word]
    guard token.is(.tie) else { return Clause.label(of: frame.kind) }
    return Gazetteer.nominativeOfTie(clause.text(frame.word..<frame.word + 1))
  }

  /// Whom "wir", "die beiden Partner" or an unnamed subject means: the latest company of that number.
  func referent(
    of clause: Clause, _ frame: Clause.Frame, _ number: Int
  ) -> ([Actor], TextRange?, Int?)? {
    let tokens = clause.tokens
    let range = clause.sentence
    if clause.has(.we) || clause.reportings.contains(where: \.isQuotation) {
      // The speaker's side, and whom the sentence adds: "… Pakt geschlossen“, sagt Bayerns Minister anlässlich … mit den …".
      let side = clause.groups.filter { $0.marker != .mit && clause.isReporting($0.tokens.lowerBound) }.flatMap(
        \.actors)
      let others = clause.groups.filter { $0.marker == .mit }.flatMap(\.actors)
      if let speaker = side.first, !others.isEmpty { return ([speaker] + others.filter { $0 != speaker }, nil, nil) }
    }
    var count: Int?
    var kind: Partner.Kind?
    var refers = clause.has(.we) || frame.rule == .workingTogether && clause.has(.und)
    for index in range where !clause.isReporting(index) {
      let token = tokens[index]
      if token.isAny([.partners, .states, .towns]) {
        guard index > range.lowerBound else { continue }
        let before = tokens[index - 1]
        guard before.isArticle || before.isAny([.count, .pronominal]) else { continue }
        refers = true
        if before.is(.count) { count = Int(before.entry.value) }
        if token.is(.states) { kind = .state }
        if token.is(.towns) { kind = .municipality }
      }
    }
    let isAnaphoric = tokens[range.lowerBound].is(.anaphor)
    if isAnaphoric, clause.has(.become),
      !clause.acting.contains(where: { $0.marker == .bare && !$0.actors.isEmpty })
    {
      refers = true
    }
    guard refers, frame.parties.isEmpty || count != nil || clause.has(.we) else { return nil }
    let company = companies.last {
      (count == nil || $0.actors.count == count) && (kind == nil || $0.actors.allSatisfy { $0.kind == kind })
    }
    guard let company else { return nil }
    let isNext = company.sentence == number - 1 && isAnaphoric
    return (company.actors, company.range, isNext ? company.tie : nil)
  }

  /// Adds a tie, or its proofs to the same tie said before.
  mutating func add(_ tie: FoundFacts.Tie, continuing earlier: Int?) -> Int {
    let parties = Set(tie.parties)
    if let earlier, facts.ties[earlier].isGeneric {
      // "rücken enger zusammen. Hierzu haben die Partner … unterzeichnet": the second sentence says what it is.
      let proofs = tie.proofs + facts.ties[earlier].proofs.map(\.restated)
      var merged = tie
      merged.subject = tie.subject ?? facts.ties[earlier].subject
      merged.proofs = proofs.filter { proof in
        proof.role != .restatement || !proofs.contains { $0.range == proof.range && $0.role == .antecedent }
      }
      facts.ties[earlier] = merged
      return earlier
    }
    let same = facts.ties.firstIndex {
      $0.kind == tie.kind && Set($0.parties) == parties && $0.isGeneric == tie.isGeneric
        && ($0.date == nil || tie.date == nil || $0.date?.edtf == tie.date?.edtf)
        && ($0.status == tie.status || $0.status == .planned || tie.status == .planned)
    }
    guard let same else {
      facts.ties.append(tie)
      return facts.ties.count - 1
    }
    restate(tie, as: same)
    return same
  }

  mutating func restate(_ tie: FoundFacts.Tie, as index: Int) {
    for proof in tie.proofs where !facts.ties[index].proofs.contains(where: { $0.range == proof.range }) {
      facts.ties[index].proofs.append(proof.restated)
    }
    if facts.ties[index].status == .planned, tie.status != .planned {
      facts.ties[index].status = tie.status
      facts.ties[index].date = tie.date
    }
    if facts.ties[index].modality != .fact, tie.modality == .fact {
      facts.ties[index].modality = .fact
      facts.ties[index].attributedTo = nil
    }
    if facts.ties[index].subject == nil { facts.ties[index].subject = tie.subject }
  }

  /// A statement without a word of its own belongs to the one that has it, where the parties are the same.
  mutating func foldGenericTies() {
    for index in facts.ties.indices.reversed() where facts.ties[index].isGeneric {
      let tie = facts.ties[index]
      let specific = facts.ties.indices.first {
        $0 != index && !facts.ties[$0].isGeneric && Set(facts.ties[$0].parties) == Set(tie.parties)
          && !isOfAnotherTime(tie, facts.ties[$0])
          && tie.status != .ended && facts.ties[$0].status != .ended
      }
      if let specific {
        restate(tie, as: specific)
        for event in facts.events.indices where facts.events[event].tie == index { facts.events[event].tie = specific }
        facts.ties.remove(at: index)
        for event in facts.events.indices {
          if let tie = facts.events[event].tie, tie > index { facts.events[event].tie = tie - 1 }
        }
      }
    }
  }

  /// Whether both have dates from their own words, and not the same.
  private func isOfAnotherTime(_ tie: FoundFacts.Tie, _ other: FoundFacts.Tie) -> Bool {
    guard let date = tie.date, let otherDate = other.date else { return false }
    return date.basis == .stated && otherDate.basis == .stated && date.edtf != otherDate.edtf
  }

  /// When the tie was made or runs from: the sentence's own date, else the day it was reported.
  func date(of status: Cooperation.Status, _ clause: Clause) -> UncertainDate? {
    // "haben den seit 2004 bestehenden Vertrag bis Ende 2028 verlängert" tells how long, not when.
    if let (date, _) = clause.dates.first(where: {
      status != .signed || !clause.stands([.seit, .bis], at: $0.tokens.lowerBound)
    }) {
      return date
    }
    switch status {
    case .signed, .joined, .ended:
      // "hatten … geschlossen": what lies behind the past was not made the day it was reported.
      guard let day = story.day, !clause.isPluperfect else { return nil }
      return UncertainDate(.day(day), isApproximate: true, basis: .reported, words: story.bracket)
    case .ongoing, .planned: return nil
    }
  }

  func modality(_ clause: Clause, _ status: Cooperation.Status) -> Modality {
    if status == .planned || clause.isPlanned { return .planned }
    return clause.has(.subjunctive) || clause.reportings.contains { !$0.isQuotation } ? .reported : .fact
  }

  func attribution(_ clause: Clause) -> String? {
    clause.reportings.first { !$0.isQuotation && $0.clause != clause.sentence }.map {
      clause.text($0.clause)
    }
  }
}
