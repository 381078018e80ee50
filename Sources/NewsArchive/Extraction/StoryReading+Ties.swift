/// Ties: what a clause says of a cooperation, whom it leaves unnamed, and what it says again.
extension StoryReading {
  /// Reads a clause for a cooperation.
  mutating func readTie(_ clause: Clause, _ number: Int) {
    guard var frame = clause.frame() else { return noteCompany(clause, number, tie: nil) }
    var proofs = [
      FactRows.Proof(range: clause.passage.place(clause.sentence), role: .statement, rule: frame.rule)
    ]
    var confidence = Cooperation.Confidence.explicit
    var continued: Int?
    if frame.parties.count >= 2, frame.parties.allSatisfy(\.isCollective) { return }
    // One group that decides or meets is a tie by itself: "die D16".
    if frame.parties.count < 2, frame.rule != .group || frame.parties.isEmpty {
      guard frame.mayRefer, let (company, earlier) = referent(of: clause, frame, number) else {
        return noteCompany(clause, number, tie: nil)
      }
      frame.parties = company.actors
      if let antecedent = company.range {
        proofs.append(FactRows.Proof(range: antecedent, role: .antecedent, rule: frame.rule))
      }
      confidence = .combined
      continued = earlier
    }
    let date = date(of: frame.status, clause)
    if date?.basis == .reported, let bracket = story.bracket {
      proofs.append(FactRows.Proof(range: bracket, role: .date, rule: .bracketDate))
    }
    let tie = FoundFacts.Tie(
      kind: frame.kind, label: label(clause, frame), status: frame.status,
      subject: clause.subject(behind: frame.word + 1), parties: frame.parties, joins: Set(frame.joins), date: date,
      modality: modality(clause, frame.status), attributedTo: attribution(clause), confidence: confidence,
      proofs: proofs, isGeneric: frame.isGeneric)
    noteCompany(clause, number, tie: add(tie, continuing: continued))
  }

  private func label(_ clause: Clause, _ frame: Clause.Frame) -> String {
    guard clause.tokens[frame.word].is(.tie) else { return Clause.label(of: frame.kind) }
    let word = clause.text(frame.word..<frame.word + 1)
    if word == "Letter" { return "Letter of Intent" }
    if word == "Memorandum" { return "Memorandum of Understanding" }
    return Gazetteer.nominative(word)
  }

  /// Whom "wir", "die beiden Partner" or an unnamed subject means: the latest company of that number; and the tie found
  /// there, if the clause carries it on.
  private func referent(of clause: Clause, _ frame: Clause.Frame, _ number: Int) -> (Company, earlier: Int?)? {
    let (tokens, range) = (clause.tokens, clause.sentence)
    if clause.has(.we) || clause.reportings.contains(where: \.isQuotation) {
      // The speaker's side, and whom the sentence adds: "… Pakt geschlossen“, sagt Bayerns Minister anlässlich … mit den …".
      let side = clause.groups.filter { $0.marker != .mit && clause.isReporting($0.tokens.lowerBound) }
      let others = clause.groups.filter { $0.marker == .mit }.flatMap(\.actors)
      if let speaker = side.flatMap(\.actors).first, !others.isEmpty {
        return (Company(actors: [speaker] + others.filter { $0 != speaker }, sentence: number), nil)
      }
    }
    var count: Int?
    var kind: Partner.Kind?
    var refers = clause.has(.we) || frame.rule == .workingTogether && clause.has(.und)
    for index in range.dropFirst() where !clause.isReporting(index) {
      let (before, token) = (tokens[index - 1], tokens[index])
      guard token.isAny([.partners, .states, .towns]), before.isArticle || before.isAny([.count, .pronominal]) else {
        continue
      }
      refers = true
      if before.is(.count) { count = Int(before.entry.value) }
      if token.is(.states) { kind = .state }
      if token.is(.towns) { kind = .municipality }
    }
    let isAnaphoric = tokens[range.lowerBound].is(.anaphor)
    if isAnaphoric, clause.has(.become), !clause.acting.contains(where: { $0.marker == .bare && !$0.actors.isEmpty }) {
      refers = true
    }
    guard refers, frame.parties.isEmpty || count != nil || clause.has(.we),
      let company = companies.last(where: { company in
        (count == nil || company.actors.count == count)
          && (kind == nil || company.actors.allSatisfy { $0.kind == kind })
      })
    else { return nil }
    return (company, company.sentence == number - 1 && isAnaphoric ? company.tie : nil)
  }

  /// Adds a tie, or its proofs to the same tie said before.
  private mutating func add(_ tie: FoundFacts.Tie, continuing earlier: Int?) -> Int {
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
      $0.kind == tie.kind && Set($0.parties) == Set(tie.parties) && $0.isGeneric == tie.isGeneric
        && ($0.date == nil || tie.date == nil || $0.date?.edtf == tie.date?.edtf)
        && ($0.status == tie.status || $0.status == .planned || tie.status == .planned)
    }
    if let same {
      facts.ties[same].restate(tie)
    } else {
      facts.ties.append(tie)
    }
    return same ?? facts.ties.count - 1
  }

  /// A statement without a word of its own belongs to the one that has it, where the parties are the same.
  mutating func foldGenericTies() {
    for index in facts.ties.indices.reversed() where facts.ties[index].isGeneric {
      let tie = facts.ties[index]
      let specific = facts.ties.firstIndex {
        !$0.isGeneric && Set($0.parties) == Set(tie.parties) && !isOfAnotherTime(tie, $0) && tie.status != .ended
          && $0.status != .ended
      }
      guard let specific else { continue }
      facts.ties[specific].restate(tie)
      facts.ties.remove(at: index)
      for event in facts.events.indices {
        guard let tie = facts.events[event].tie else { continue }
        let kept = tie == index ? specific : tie
        facts.events[event].tie = kept > index ? kept - 1 : kept
      }
    }
  }

  /// Whether both have dates from their own words, and not the same.
  private func isOfAnotherTime(_ tie: FoundFacts.Tie, _ other: FoundFacts.Tie) -> Bool {
    guard let date = tie.date, let otherDate = other.date else { return false }
    return date.basis == .stated && otherDate.basis == .stated && date.edtf != otherDate.edtf
  }

  /// When the tie was made or runs from: the sentence's own date, else the day it was reported.
  private func date(of status: Cooperation.Status, _ clause: Clause) -> UncertainDate? {
    // "haben den seit 2004 bestehenden Vertrag bis Ende 2028 verlängert" tells how long, not when.
    if let (date, _) = clause.dates.first(where: {
      status != .signed || !clause.stands([.seit, .bis], at: $0.tokens.lowerBound)
    }) {
      return date
    }
    // "hatten … geschlossen": what lies behind the past was not made the day it was reported.
    guard [.signed, .joined, .ended].contains(status), let day = story.day, !clause.isPluperfect else { return nil }
    return UncertainDate(.day(day), isApproximate: true, basis: .reported, words: story.bracket)
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

extension FoundFacts.Tie {
  /// Takes in what another statement says of the same tie.
  fileprivate mutating func restate(_ tie: FoundFacts.Tie) {
    for proof in tie.proofs where !proofs.contains(where: { $0.range == proof.range }) { proofs.append(proof.restated) }
    if status == .planned, tie.status != .planned {
      status = tie.status
      date = tie.date
    }
    if modality != .fact, tie.modality == .fact {
      modality = .fact
      attributedTo = nil
    }
    subject = subject ?? tie.subject
  }
}
