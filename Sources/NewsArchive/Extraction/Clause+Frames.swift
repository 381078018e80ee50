/// The ways German says that some work together: each returns its frame, or nil if the clause does not say so.
extension Clause {
  /// A word for an agreement and a verb that makes it.
  func agreement() -> Frame? {
    guard let (word, kind) = tie(Clause.agreements) else {
      // "haben sich vertraglich aneinander gebunden", "haben sich auf einen Austausch verständigt", "haben vereinbart, …".
      guard partners.count >= 2,
        let verb = isReflexive ? first(.bound) : first(of: Clause.agreeing),
        tokens[verb].is(.bound) || standsMark(",", at: verb + 1)
      else { return nil }
      return frame(.agreement, at: verb, .signed, .agreement)
    }
    guard hasAny([.sign, .signature, .will, .exist, .bound]) else { return nil }
    let isMade = hasAny([.sign, .signature])
    var parties = partners
    // "A übernimmt für B den Betrieb – die Vereinbarung ist unterschrieben."
    if parties.count == 1 { parties = self.parties(.bare, .office, .mit, .zwischen, .für) }
    if parties.count == 1, has(.signature) {
      parties = self.parties(.bare, .office, .mit, .zwischen, .genitive, .durch)
    }
    return frame(kind, at: word, isMade ? .signed : .ongoing, .agreement, parties, mayRefer: isMade)
  }

  /// "bilden eine Entwicklergemeinschaft", "als Einkaufsgemeinschaft …", "einen Zweckverband … ins Leben gerufen".
  func community() -> Frame? {
    if let (word, kind) = tie([.developerCommunity, .procurementCommunity]) {
      let isAct = hasAny([.found, .create, .bundle, .cooperate, .sign, .exist, .work])
      let isRole = word > sentence.lowerBound && tokens[word - 1].is(.und)
      return isAct || isRole ? frame(kind, at: word, mayRefer: isRole) : nil
    }
    if let (word, kind) = tie([.founding]), hasAny([.found, .cooperate]), partners.count >= 2 {
      return frame(kind, at: word, .signed, .joint)
    }
    guard let (word, kind) = tie([.exchange, .resolution]), hasAny([.exist, .sign, .found]) else { return nil }
    if kind == .exchange, has(.exist), partners.count >= 2 { return frame(kind, at: word) }
    return frame(
      kind, at: word, kind == .resolution ? .signed : .ongoing, .group,
      parties(.bare, .office).filter(\.isCollective))
  }

  /// "haben ein gemeinsames Positionspapier vorgelegt", "eine gemeinsame Vision erarbeitet".
  func joint() -> Frame? {
    guard let joint = first(.joint), !has(.stance) else { return nil }
    for index in joint + 1..<min(joint + 4, sentence.upperBound) {
      guard let kind = tokens[index].tie else { continue }
      if kind == .positionPaper || kind == .jointPublication { return frame(kind, at: index, .signed, .joint) }
      guard kind == .jointProject else { continue }
      guard hasAny([.create, .have, .found]) || partners.count >= 2,
        has(.we) || acting.contains(where: isShared)
      else { return nil }
      // "Wir werden ein gemeinsames Projekt": said of themselves, it is yet to come.
      let isAhead = has(.become) && has(.we)
      return frame(kind, at: index, isAhead ? .planned : .ongoing, .joint, mayRefer: has(.we))
    }
    return sharedThing(behind: joint)
  }

  /// Whether a group alone names those who share something: "A und B", "mit B", not "A" in "A übergab B".
  private func isShared(_ group: Group) -> Bool {
    isPartner(group) && (group.isJoined || group.marker != .bare && group.marker != .office)
  }

  /// "richten eine gemeinsame Vergabestelle ein", "zwischen A und B gibt es einen gemeinsamen Melder": whatever it is
  /// they make or have, it is theirs.
  private func sharedThing(behind joint: Int) -> Frame? {
    let isBetween =
      has(.exist) && stands([.ein, .einem], at: joint - 1)
      && acting.contains { $0.marker == .zwischen && $0.isJoined }
    let subject = acting.first { $0.marker == .bare }
    let isMade =
      (hasAny([.create, .found]) || first(of: Clause.sharing) != nil)
      && (subject?.isJoined == true
        || acting.contains { $0.marker == .mit && $0.tokens.upperBound < joint && subject != nil })
    guard isBetween || isMade,
      let thing = tokens[(joint + 1)..<min(joint + 3, sentence.upperBound)].firstIndex(where: {
        $0.isCapitalised && $0.entry.tags.isEmpty
      })
    else { return nil }
    return frame(.jointProject, at: thing, .ongoing, .joint, parties(.bare, .mit, .office, .zwischen))
  }

  /// "An dem Projekt beteiligen sich neben A auch B und C."
  func participation() -> Frame? {
    guard has(.participate), partners.count >= 2,
      let (word, kind) = tie([.partnership, .jointProject, .developerCommunity, .procurementCommunity])
    else { return nil }
    return frame(kind, at: word)
  }

  /// A word for working together with a verb that lives, deepens or seeks it; "Partner sind A und B".
  func partnership() -> Frame? {
    if let companion { return frame(.partnership, at: companion, isGeneric: true) }
    guard let (word, kind) = tie([.partnership]) else { return nil }
    // "wird vom A in enger Zusammenarbeit mit B gepflegt"
    if stands([.mit], at: word + 1), stands([.in], at: word - 1) || stands([.in], at: word - 2), has(.become) {
      return frame(
        kind, at: word, .ongoing, .workingTogether, parties(.bare, .office, .von, .durch, .mit), isGeneric: true)
    }
    guard hasAny([.exist, .deepen, .will, .sign, .create, .found, .gain]) else { return nil }
    let isExisting = has(.exist) && !has(.will)
    return frame(kind, at: word, isGeneric: !isExisting, mayRefer: isExisting)
  }

  /// The word that begins "Partner sind A und B", "Träger des Hubs sind A und B", "Weitere Mitglieder sind …".
  private var companion: Int? {
    guard !hasAny([.stance, .meeting]), let group = acting.first(where: \.isJoined), group.marker == .bare,
      sentence.prefix(while: { $0 < group.tokens.lowerBound }).dropFirst().contains(where: { tokens[$0].is(.be) })
    else { return nil }
    let start = sentence.lowerBound + (tokens[sentence.lowerBound].is(.fresh) ? 1 : 0)
    return Clause.companions.contains(tokens[start].hash) ? start : nil
  }

  /// "kooperieren", "arbeiten … zusammen", "arbeiten Hand in Hand", "bündeln … ihre Kräfte", "machen gemeinsame Sache", "holt … ins Boot".
  func working() -> Frame? {
    if let verb = first(.cooperate) {
      let isNoun = tokens[verb].isCapitalised
      return frame(
        .partnership, at: verb, .ongoing, .workingTogether,
        parties(of: acting.filter { isPartner($0) || $0.marker == .in && isNoun }),
        isGeneric: !has(.seit))
    }
    guard partners.count >= 2 else { return nil }
    if let verb = first(.work) {
      let project = tie([.jointProject])
      guard
        endsWith(.together) || endsWith(.gemeinsam) || has(.gemeinsam) || project != nil
          || sentence.dropFirst().contains(where: { tokens[$0].is(.together) && tokens[$0].isCapitalised })
      else { return nil }
      return frame(.jointProject, at: project?.word ?? verb, isGeneric: project == nil && !has(.seit))
    }
    // "teilen sich ein Rechenzentrum"
    if let verb = first(.share), isReflexive, !has(.report) || !endsWith(.mit) {
      return frame(.jointProject, at: verb, isGeneric: true)
    }
    if let word = first(.forces), hasAny([.bundle, .joint, .gain, .work]) {
      return frame(.jointProject, at: word, isGeneric: true)
    }
    guard let word = first(.together), endsWith(.together) || endsWith(.gemeinsam) else { return nil }
    return frame(.partnership, at: word, isGeneric: true)
  }

  /// "Gemeinsam mit A hat B … gestartet", "eine Plattform haben A und B online geschaltet", "A und B wollen … fördern".
  func together() -> Frame? {
    let isJoint = has(.gemeinsam)
    guard !has(.stance),
      let verb = first(.create) ?? first(.found)
        ?? (isPlanned || isJoint ? first(.promote) : nil)
        ?? (isJoint ? first(of: Clause.sharing) : nil)
    else { return nil }
    let hasCompanion = acting.contains { group in
      group.marker == .mit && group.tokens.lowerBound >= sentence.lowerBound + 2
        && tokens[group.tokens.lowerBound - 2].is(.gemeinsam)
    }
    let subject = acting.first { ($0.marker == .bare || isJoint && $0.marker == .office) && $0.isJoined }
    // "Die beiden Länder wollen …": the partners themselves, named before.
    let refers = subject == nil && refersToPartners
    guard
      hasCompanion
        || (subject != nil || refers) && (isJoint || tokens[verb].isAny([.promote, .found]) || hasSharedObject)
    else { return nil }
    let parties = hasCompanion ? parties(.bare, .mit, .office) : parties(of: subject.map { [$0] } ?? [])
    if let (word, kind) = tie([.positionPaper, .jointPublication]) {
      return frame(kind, at: word, .signed, .joint, parties)
    }
    if tokens[verb].is(.found), !Clause.sharing.contains(tokens[verb].hash) {
      return frame(.founding, at: verb, .signed, .joint, parties, mayRefer: refers)
    }
    return frame(.jointProject, at: verb, .ongoing, .joint, parties, isGeneric: true, mayRefer: refers)
  }

  /// Whether there is one thing that all do it to: "A und B haben eine Plattform gestartet" say it of one, "A und B haben
  /// ihre Daten veröffentlicht" or "setzen auf Open Source" of each.
  private var hasSharedObject: Bool {
    tie([.jointProject]) != nil
      || sentence.contains { index in
        tokens[index].isAny([.ein, .einem]) && !isReporting(index)
          && !stands([.mit, .in, .an, .auf, .über, .für, .um, .gegen, .durch, .zu, .preposition], at: index - 1)
          && !groups.contains { $0.tokens.contains(index) }
      }
  }
}
