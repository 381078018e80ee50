/// Finds who works with whom.
///
/// A sentence tells a cooperation if three things meet: at least two parties, a tie between them, and a verb that makes
/// the tie, joins it, lives it, plans it or ends it. German leaves their order free ("Eine Vereinbarung haben A und B
/// geschlossen", "Zwischen A und B besteht …"), so the rules ask what stands in the sentence and which preposition a
/// party stands behind, not in which order. Denial, demand, rivalry and the unreal take the whole sentence out.
struct CooperationReader {
  /// A tie found in a clause.
  struct Frame {
    var kind: Cooperation.Kind
    /// The index of the word that names it, or of the verb.
    var word: Int
    var status: Cooperation.Status
    var rule: Evidence.Rule
    var parties: [Actor]
    var joins: [Actor] = []
    /// Whether no word of its own says what it is.
    var isGeneric = false
    /// Whether the parties may be named by "wir", "die Partner", or not at all.
    var mayRefer = false
  }

  let clause: Clause

  /// The frame of the clause, with the parties it names itself.
  func frame() -> Frame? {
    guard !clause.isDenied, !(clause.reportings.contains { $0.clause == clause.sentence.tokens }) else { return nil }
    return ended() ?? accession() ?? agreement() ?? community() ?? joint() ?? partnership() ?? working() ?? together()
  }

  // MARK: Parties

  /// Those who do it together: who stands without a preposition or acts through an office, and whom "mit", "zwischen",
  /// "durch" or "neben" adds.
  private var partners: [Actor] { parties(of: clause.acting.filter { isPartner($0) }) }

  private func isPartner(_ group: Group) -> Bool {
    switch group.marker {
    case .bare: !isRecipient(group)
    case .mit, .zwischen, .durch, .neben, .office, .ofTie: true
    case .zu, .für, .in, .aus, .genitive, .source, .other: false
    }
  }

  /// "A und B haben C ein Papier übergeben": behind a coordinated subject and the verb a dative receives.
  private func isRecipient(_ group: Group) -> Bool {
    guard let subject = clause.acting.first(where: { $0.marker == .bare }), subject.tokens != group.tokens else {
      return false
    }
    return subject.isJoined && subject.tokens.lowerBound < group.tokens.lowerBound && !group.isJoined
  }

  private func parties(of groups: [Group]) -> [Actor] {
    var parties: [Actor] = []
    for actor in groups.flatMap(clause.actors(of:)) where !parties.contains(actor) { parties.append(actor) }
    return parties
  }

  private func parties(_ markers: Group.Marker...) -> [Actor] {
    parties(of: clause.acting.filter { markers.contains($0.marker) })
  }

  // MARK: Words

  private var tokens: [Token] { clause.read.tokens }

  /// The first word for a tie of one of some kinds, and its kind.
  private func tie(_ kinds: Cooperation.Kind...) -> (word: Int, kind: Cooperation.Kind)? {
    guard clause.has(.tie) else { return nil }
    for index in clause.sentence.tokens where tokens[index].is(.tie) && !tokens[index].is(.untie) {
      let kind = Cooperation.Kind.allCases[min(Int(tokens[index].entry.value), Cooperation.Kind.allCases.count - 1)]
      if kinds.contains(kind) { return (index, kind) }
    }
    return nil
  }

  /// Whether the last word of a clause is a verb's separated particle: "tritt … bei", "schließt sich … an".
  private func endsWith(_ tag: Tag) -> Bool {
    clause.sentence.tokens.contains { index in
      guard tokens[index].is(tag), !tokens[index].isCapitalised else { return false }
      let next = index + 1
      return next >= clause.sentence.tokens.upperBound || tokens[next].shape == .mark || tokens[next].is(.und)
    }
  }

  private func status(_ made: Cooperation.Status) -> Cooperation.Status { clause.isPlanned ? .planned : made }

  // MARK: Frames

  /// "hat die Vereinbarung mit B gekündigt", "die Kooperation zwischen A und B ist ausgelaufen", "gehen getrennte Wege".
  private func ended() -> Frame? {
    // "läuft … aus": the verb has left its particle at the end.
    let expiring = endsWith(.aus) ? clause.first(.exist) : nil
    guard let verb = clause.first(.end) ?? expiring else { return nil }
    if let (word, kind) = tie(
      .agreement, .administrativeAgreement, .frameworkContract, .specialPurposeAgreement, .stateTreaty, .letterOfIntent,
      .pact, .developerCommunity, .procurementCommunity, .partnership, .jointProject, .founding)
    {
      if kind == .jointProject, partners.count < 2 { return nil }
      return Frame(kind: kind, word: word, status: .ended, rule: .agreement, parties: partners)
    }
    // "gehen wieder getrennte Wege": an idiom without a word for the tie.
    guard tokens[verb].range.count > 8, clause.sentence.tokens.contains(verb + 1), tokens[verb + 1].isCapitalised else {
      return nil
    }
    return Frame(
      kind: .jointProject, word: verb, status: .ended, rule: .workingTogether, parties: partners, isGeneric: true)
  }

  /// "tritt … bei", "Beitritt zu …", "wird Teil einer …, der … angehören", "als neues Mitglied begrüßt …".
  private func accession() -> Frame? {
    let bare = parties(.bare, .office)
    if let (word, _) = tie(.accession) {
      let parties = parties(
        of: clause.acting.filter { [.bare, .office, .genitive, .ofTie, .zu, .mit].contains($0.marker) })
      return Frame(
        kind: .accession, word: word, status: status(.joined), rule: .accession, parties: parties,
        joins: joiner(bare.isEmpty ? self.parties(.genitive, .ofTie) : bare))
    }
    if let verb = clause.first(.join) {
      let joins = tokens[verb].range.count > 6 || endsWith(.bei)
      // "an das Behördennetz anschließen" joins cables.
      if joins, !isTechnical(verb), bare.count >= 2 {
        return Frame(
          kind: .accession, word: verb, status: status(.joined), rule: .accession, parties: bare, joins: joiner(bare))
      }
    }
    let joined = parties(.bare, .office, .ofTie)
    if let verb = clause.first(.sign), isReflexive, endsWith(.an), joined.count >= 2, !isTechnical(verb) {
      return Frame(
        kind: .accession, word: verb, status: status(.joined), rule: .accession, parties: joined, joins: joiner(joined))
    }
    if let verb = clause.first(.belong), endsWith(.an), bare.count >= 2 {
      return Frame(kind: .accession, word: verb, status: .ongoing, rule: .accession, parties: bare)
    }
    guard let member = clause.first(.member) else { return nil }
    if clause.has(.fresh) || clause.has(.ein), clause.has(.gain) || clause.has(.have) && clause.has(.fresh) {
      return Frame(
        kind: .accession, word: member, status: status(.joined), rule: .accession,
        parties: parties(.bare, .mit, .office),
        joins: parties(.mit))
    }
    if clause.has(.be), let group = clause.acting.first(where: { $0.tokens.lowerBound == member + 1 }),
      group.marker == .genitive
    {
      return Frame(
        kind: .accession, word: member, status: clause.has(.seit) ? .ongoing : .joined, rule: .accession,
        parties: parties(.bare, .office, .genitive), joins: joiner(bare))
    }
    if clause.has(.be) || clause.has(.become), let first = clause.acting.first(where: { $0.marker == .bare }) {
      let others = parties(.bare, .aus, .mit, .office)
      if let (word, kind) = tie(.developerCommunity, .procurementCommunity, .partnership, .founding) {
        return Frame(
          kind: kind == .founding || kind == .partnership ? .accession : kind, word: word, status: status(.joined),
          rule: .accession, parties: others, joins: clause.actors(of: first))
      }
      if let word = clause.first(.network) {
        return Frame(
          kind: .accession, word: word, status: status(.joined), rule: .accession, parties: others,
          joins: clause.actors(of: first))
      }
    }
    return nil
  }

  private func joiner(_ parties: [Actor]) -> [Actor] { Array(parties.prefix(1)) }

  private var isReflexive: Bool {
    clause.sentence.tokens.contains { tokens[$0].hash == CooperationReader.sich }
  }
  private static let sich = WordHash.of("sich")

  /// "an das Glasfasernetz": the preposition with an object that is nobody's name.
  private func isTechnical(_ verb: Int) -> Bool {
    clause.sentence.tokens.contains { index in
      tokens[index].is(.an) && index + 1 < clause.sentence.tokens.upperBound && tokens[index + 1].shape == .word
        && (tokens[index + 1].isArticle || tokens[index + 1].isCapitalised || tokens[index].range.count == 3)
        && !clause.read.mentions.contains { $0.extent.lowerBound == index + 1 }
    }
  }

  /// A word for an agreement and a verb that makes it.
  private func agreement() -> Frame? {
    guard
      let (word, kind) = tie(
        .agreement, .administrativeAgreement, .frameworkContract, .specialPurposeAgreement, .stateTreaty,
        .letterOfIntent, .pact)
    else {
      // "haben sich vertraglich aneinander gebunden".
      guard let verb = clause.first(.bound), isReflexive, partners.count >= 2 else { return nil }
      return Frame(kind: .agreement, word: verb, status: status(.signed), rule: .agreement, parties: partners)
    }
    guard clause.has(.sign) || clause.has(.signature) || clause.has(.will) || clause.has(.exist) || clause.has(.bound)
    else { return nil }
    let isMade = clause.has(.sign) || clause.has(.signature)
    var parties = partners
    // "A übernimmt für B den Betrieb – die Vereinbarung ist unterschrieben."
    if parties.count == 1 { parties = self.parties(.bare, .office, .mit, .zwischen, .für) }
    if parties.count == 1, clause.has(.signature) {
      parties = self.parties(.bare, .office, .mit, .zwischen, .genitive, .durch)
    }
    return Frame(
      kind: kind, word: word, status: isMade ? status(.signed) : clause.isPlanned ? .planned : .ongoing,
      rule: .agreement, parties: parties, mayRefer: isMade)
  }

  /// "bilden eine Entwicklergemeinschaft", "als Einkaufsgemeinschaft …", "einen Zweckverband … ins Leben gerufen".
  private func community() -> Frame? {
    if let (word, kind) = tie(.developerCommunity, .procurementCommunity) {
      let isAct =
        clause.has(.found) || clause.has(.create) || clause.has(.bundle) || clause.has(.cooperate) || clause.has(.sign)
        || clause.has(.exist) || clause.has(.work)
      let isRole = word > clause.sentence.tokens.lowerBound && tokens[word - 1].is(.und)
      return isAct || isRole
        ? Frame(
          kind: kind, word: word, status: status(.ongoing), rule: .workingTogether, parties: partners, mayRefer: isRole)
        : nil
    }
    if let (word, kind) = tie(.founding), clause.has(.found) || clause.has(.cooperate), partners.count >= 2 {
      return Frame(kind: kind, word: word, status: status(.signed), rule: .joint, parties: partners)
    }
    if let (word, kind) = tie(.exchange, .resolution), clause.has(.exist) || clause.has(.sign) || clause.has(.found) {
      let groups = clause.actors(.bare, .office).filter(\.isCollective)
      return Frame(
        kind: kind, word: word, status: kind == .resolution ? .signed : .ongoing, rule: .group, parties: groups)
    }
    return nil
  }

  /// "haben ein gemeinsames Positionspapier vorgelegt", "eine gemeinsame Vision erarbeitet".
  private func joint() -> Frame? {
    guard let joint = clause.first(.joint), !clause.has(.stance) else { return nil }
    for index in joint + 1..<min(joint + 4, clause.sentence.tokens.upperBound) where tokens[index].is(.tie) {
      let kind = Cooperation.Kind.allCases[min(Int(tokens[index].entry.value), Cooperation.Kind.allCases.count - 1)]
      switch kind {
      case .positionPaper, .jointPublication:
        return Frame(kind: kind, word: index, status: status(.signed), rule: .joint, parties: partners)
      case .jointProject:
        guard clause.has(.create) || clause.has(.have) || clause.has(.found) || partners.count >= 2 else { return nil }
        return Frame(
          kind: kind, word: index,
          status: clause.isPlanned || clause.has(.become) && clause.has(.we) ? .planned : .ongoing, rule: .joint,
          parties: partners, mayRefer: clause.has(.we))
      case .agreement, .administrativeAgreement, .frameworkContract, .specialPurposeAgreement, .stateTreaty,
        .letterOfIntent, .pact,
        .developerCommunity, .procurementCommunity, .accession, .partnership, .founding, .exchange, .resolution:
        continue
      }
    }
    return nil
  }

  /// A word for working together with a verb that lives, deepens or seeks it.
  private func partnership() -> Frame? {
    guard let (word, kind) = tie(.partnership) else { return nil }
    guard
      clause.has(.exist) || clause.has(.deepen) || clause.has(.will) || clause.has(.sign) || clause.has(.create)
        || clause.has(.found) || clause.has(.gain)
    else { return nil }
    let isExisting = clause.has(.exist) && !clause.has(.will)
    return Frame(
      kind: kind, word: word, status: status(.ongoing), rule: .workingTogether, parties: partners,
      isGeneric: !isExisting, mayRefer: isExisting)
  }

  /// "kooperieren", "arbeiten … zusammen", "bündeln … ihre Kräfte", "machen gemeinsame Sache", "holt … ins Boot".
  private func working() -> Frame? {
    if let verb = clause.first(.cooperate) {
      return Frame(
        kind: .partnership, word: verb, status: status(.ongoing), rule: .workingTogether,
        parties: parties(of: clause.acting.filter { isPartner($0) || $0.marker == .in && tokens[verb].isCapitalised }),
        isGeneric: !clause.has(.seit))
    }
    if let verb = clause.first(.work), partners.count >= 2 {
      let project = tie(.jointProject)
      guard endsWith(.together) || endsWith(.gemeinsam) || clause.has(.gemeinsam) || project != nil else { return nil }
      return Frame(
        kind: .jointProject, word: project?.word ?? verb, status: status(.ongoing), rule: .workingTogether,
        parties: partners, isGeneric: project == nil && !clause.has(.seit))
    }
    guard clause.has(.forces), clause.has(.bundle) || clause.has(.joint) || clause.has(.gain) || clause.has(.work),
      partners.count >= 2, let word = clause.first(.forces)
    else {
      guard let word = clause.first(.together), endsWith(.together) || endsWith(.gemeinsam), partners.count >= 2 else {
        return nil
      }
      return Frame(
        kind: .partnership, word: word, status: status(.ongoing), rule: .workingTogether, parties: partners,
        isGeneric: true)
    }
    return Frame(
      kind: .jointProject, word: word, status: status(.ongoing), rule: .workingTogether, parties: partners,
      isGeneric: true)
  }

  /// "Gemeinsam mit A hat B … gestartet", "eine Plattform haben A und B online geschaltet", "A und B wollen … fördern".
  private func together() -> Frame? {
    guard !clause.has(.stance), let verb = clause.first(.create) ?? (clause.isPlanned ? clause.first(.promote) : nil)
    else {
      return nil
    }
    let hasCompanion = clause.acting.contains { group in
      group.marker == .mit && group.tokens.lowerBound >= clause.sentence.tokens.lowerBound + 2
        && tokens[group.tokens.lowerBound - 2].is(.gemeinsam)
    }
    let subject = clause.acting.first { $0.marker == .bare && $0.isJoined }
    guard hasCompanion || subject != nil else { return nil }
    let parties = hasCompanion ? parties(.bare, .mit, .office) : parties(of: subject.map { [$0] } ?? [])
    if let (word, kind) = tie(.positionPaper, .jointPublication) {
      return Frame(kind: kind, word: word, status: status(.signed), rule: .joint, parties: parties)
    }
    return Frame(
      kind: .jointProject, word: verb, status: status(.ongoing), rule: .joint, parties: parties, isGeneric: true)
  }
}
