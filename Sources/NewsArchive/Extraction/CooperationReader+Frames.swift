/// The ways German says that some work together: each returns its frame, or nil if the clause does not say so.
extension CooperationReader {
  /// A word for an agreement and a verb that makes it.
  func agreement() -> Frame? {
    guard let (word, kind) = tie(CooperationReader.agreements) else {
      // "haben sich vertraglich aneinander gebunden", "haben sich auf einen Austausch verständigt", "haben vereinbart, …".
      guard partners.count >= 2, let verb = isReflexive ? clause.first(.bound) : agreeing else { return nil }
      return frame(.agreement, at: verb, .signed, .agreement)
    }
    guard clause.hasAny([.sign, .signature, .will, .exist, .bound]) else { return nil }
    let isMade = clause.hasAny([.sign, .signature])
    var parties = partners
    // "A übernimmt für B den Betrieb – die Vereinbarung ist unterschrieben."
    if parties.count == 1 { parties = self.parties(.bare, .office, .mit, .zwischen, .für) }
    if parties.count == 1, clause.has(.signature) {
      parties = self.parties(.bare, .office, .mit, .zwischen, .genitive, .durch)
    }
    return frame(kind, at: word, isMade ? .signed : .ongoing, .agreement, parties, mayRefer: isMade)
  }

  /// "vereinbart" and its like before the clause that says what: "haben vereinbart, Daten auszutauschen".
  private var agreeing: Int? {
    first(of: CooperationReader.agreeing).flatMap { token($0 + 1)?.isMark(",") == true ? $0 : nil }
  }

  /// "bilden eine Entwicklergemeinschaft", "als Einkaufsgemeinschaft …", "einen Zweckverband … ins Leben gerufen".
  func community() -> Frame? {
    if let (word, kind) = tie([.developerCommunity, .procurementCommunity]) {
      let isAct = clause.hasAny([.found, .create, .bundle, .cooperate, .sign, .exist, .work])
      let isRole = word > clause.sentence.tokens.lowerBound && tokens[word - 1].is(.und)
      return isAct || isRole ? frame(kind, at: word, mayRefer: isRole) : nil
    }
    if let (word, kind) = tie([.founding]), clause.hasAny([.found, .cooperate]), partners.count >= 2 {
      return frame(kind, at: word, .signed, .joint)
    }
    guard let (word, kind) = tie([.exchange, .resolution]), clause.hasAny([.exist, .sign, .found]) else { return nil }
    if kind == .exchange, clause.has(.exist), partners.count >= 2 { return frame(kind, at: word) }
    return frame(
      kind, at: word, kind == .resolution ? .signed : .ongoing, .group,
      parties(.bare, .office).filter(\.isCollective))
  }

  /// "haben ein gemeinsames Positionspapier vorgelegt", "eine gemeinsame Vision erarbeitet".
  func joint() -> Frame? {
    guard let joint = clause.first(.joint), !clause.has(.stance) else { return nil }
    for index in joint + 1..<min(joint + 4, clause.sentence.tokens.upperBound) {
      guard let kind = tokens[index].tie else { continue }
      if kind == .positionPaper || kind == .jointPublication { return frame(kind, at: index, .signed, .joint) }
      guard kind == .jointProject else { continue }
      guard clause.hasAny([.create, .have, .found]) || partners.count >= 2,
        clause.has(.we) || clause.acting.contains(where: isShared)
      else { return nil }
      // "Wir werden ein gemeinsames Projekt": said of themselves, it is yet to come.
      let isAhead = clause.has(.become) && clause.has(.we)
      return frame(kind, at: index, isAhead ? .planned : .ongoing, .joint, mayRefer: clause.has(.we))
    }
    return sharedThing(behind: joint)
  }

  /// Whether a group alone names those who share something: "A und B", "mit B", not "A" in "A übergab B".
  private func isShared(_ group: Group) -> Bool {
    clause.isPartner(group) && (group.isJoined || group.marker != .bare && group.marker != .office)
  }

  /// "richten eine gemeinsame Vergabestelle ein", "zwischen A und B gibt es einen gemeinsamen Melder": whatever it is
  /// they make or have, it is theirs.
  private func sharedThing(behind joint: Int) -> Frame? {
    let isBetween =
      clause.has(.exist) && stands([.ein, .einem], at: joint - 1)
      && clause.acting.contains { $0.marker == .zwischen && $0.isJoined }
    let subject = clause.acting.first { $0.marker == .bare }
    let isMade =
      (clause.hasAny([.create, .found]) || first(of: CooperationReader.sharing) != nil)
      && (subject?.isJoined == true
        || clause.acting.contains { $0.marker == .mit && $0.tokens.upperBound < joint && subject != nil })
    guard isBetween || isMade,
      let thing = tokens[(joint + 1)..<min(joint + 3, clause.sentence.tokens.upperBound)].firstIndex(where: {
        $0.isCapitalised && $0.entry.tags.isEmpty
      })
    else { return nil }
    return frame(.jointProject, at: thing, .ongoing, .joint, parties(.bare, .mit, .office, .zwischen))
  }

  /// "An dem Projekt beteiligen sich neben A auch B und C."
  func participation() -> Frame? {
    guard clause.has(.participate), partners.count >= 2,
      let (word, kind) = tie([.partnership, .jointProject, .developerCommunity, .procurementCommunity])
    else { return nil }
    return frame(kind, at: word)
  }

  /// A word for working together with a verb that lives, deepens or seeks it; "Partner sind A und B".
  func partnership() -> Frame? {
    if let companion { return frame(.partnership, at: companion, isGeneric: true) }
    guard let (word, kind) = tie([.partnership]) else { return nil }
    // "wird vom A in enger Zusammenarbeit mit B gepflegt"
    if stands([.mit], at: word + 1), stands([.in], at: word - 1) || stands([.in], at: word - 2), clause.has(.become) {
      return frame(
        kind, at: word, .ongoing, .workingTogether, parties(.bare, .office, .von, .durch, .mit), isGeneric: true)
    }
    guard clause.hasAny([.exist, .deepen, .will, .sign, .create, .found, .gain]) else { return nil }
    let isExisting = clause.has(.exist) && !clause.has(.will)
    return frame(kind, at: word, isGeneric: !isExisting, mayRefer: isExisting)
  }

  /// The word that begins "Partner sind A und B", "Träger des Hubs sind A und B", "Weitere Mitglieder sind …".
  private var companion: Int? {
    let range = clause.sentence.tokens
    guard !clause.hasAny([.stance, .meeting]), let group = clause.acting.first(where: \.isJoined),
      group.marker == .bare,
      range.lowerBound + 1 < group.tokens.lowerBound,
      tokens[(range.lowerBound + 1)..<group.tokens.lowerBound].contains(where: { $0.is(.be) })
    else { return nil }
    let start = tokens[range.lowerBound].is(.fresh) ? range.lowerBound + 1 : range.lowerBound
    return CooperationReader.companions.contains(tokens[start].hash) ? start : nil
  }

  /// "kooperieren", "arbeiten … zusammen", "arbeiten Hand in Hand", "bündeln … ihre Kräfte", "machen gemeinsame Sache", "holt … ins Boot".
  func working() -> Frame? {
    if let verb = clause.first(.cooperate) {
      let isNoun = tokens[verb].isCapitalised
      return frame(
        .partnership, at: verb, .ongoing, .workingTogether,
        clause.parties(of: clause.acting.filter { clause.isPartner($0) || $0.marker == .in && isNoun }),
        isGeneric: !clause.has(.seit))
    }
    guard partners.count >= 2 else { return nil }
    if let verb = clause.first(.work) {
      let project = tie([.jointProject])
      guard
        endsWith(.together) || endsWith(.gemeinsam) || clause.has(.gemeinsam) || project != nil
          || clause.sentence.tokens.dropFirst().contains(where: { tokens[$0].is(.together) && tokens[$0].isCapitalised }
          )
      else { return nil }
      return frame(.jointProject, at: project?.word ?? verb, isGeneric: project == nil && !clause.has(.seit))
    }
    // "teilen sich ein Rechenzentrum"
    if let verb = clause.first(.share), isReflexive, !clause.has(.report) || !endsWith(.mit) {
      return frame(.jointProject, at: verb, isGeneric: true)
    }
    if let word = clause.first(.forces), clause.hasAny([.bundle, .joint, .gain, .work]) {
      return frame(.jointProject, at: word, isGeneric: true)
    }
    guard let word = clause.first(.together), endsWith(.together) || endsWith(.gemeinsam) else { return nil }
    return frame(.partnership, at: word, isGeneric: true)
  }

  /// "Gemeinsam mit A hat B … gestartet", "eine Plattform haben A und B online geschaltet", "A und B wollen … fördern".
  func together() -> Frame? {
    let isJoint = clause.has(.gemeinsam)
    guard !clause.has(.stance),
      let verb = clause.first(.create) ?? clause.first(.found)
        ?? (clause.isPlanned || isJoint ? clause.first(.promote) : nil)
        ?? (isJoint ? first(of: CooperationReader.sharing) : nil)
    else { return nil }
    let hasCompanion = clause.acting.contains { group in
      group.marker == .mit && group.tokens.lowerBound >= clause.sentence.tokens.lowerBound + 2
        && tokens[group.tokens.lowerBound - 2].is(.gemeinsam)
    }
    let subject = clause.acting.first { ($0.marker == .bare || isJoint && $0.marker == .office) && $0.isJoined }
    // "Die beiden Länder wollen …": the partners themselves, named before.
    let refers = subject == nil && clause.refersToPartners
    guard
      hasCompanion
        || (subject != nil || refers) && (isJoint || tokens[verb].isAny([.promote, .found]) || hasSharedObject)
    else { return nil }
    let parties = hasCompanion ? parties(.bare, .mit, .office) : clause.parties(of: subject.map { [$0] } ?? [])
    if let (word, kind) = tie([.positionPaper, .jointPublication]) {
      return frame(kind, at: word, .signed, .joint, parties)
    }
    if tokens[verb].is(.found), !CooperationReader.sharing.contains(tokens[verb].hash) {
      return frame(.founding, at: verb, .signed, .joint, parties, mayRefer: refers)
    }
    return frame(.jointProject, at: verb, .ongoing, .joint, parties, isGeneric: true, mayRefer: refers)
  }

  /// Whether there is one thing that all do it to: "A und B haben eine Plattform gestartet" say it of one, "A und B haben
  /// ihre Daten veröffentlicht" or "setzen auf Open Source" of each.
  private var hasSharedObject: Bool {
    tie([.jointProject]) != nil
      || clause.sentence.tokens.contains { index in
        tokens[index].isAny([.ein, .einem]) && !clause.isReporting(index)
          && !stands([.mit, .in, .an, .auf, .über, .für, .um, .gegen, .durch, .zu, .preposition], at: index - 1)
          && !clause.groups.contains { $0.tokens.contains(index) }
      }
  }
}
