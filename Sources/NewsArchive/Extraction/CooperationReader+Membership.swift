/// Who leaves, who joins, and the words for both.
extension CooperationReader {
  /// "hat die Vereinbarung mit B gekündigt", "die Kooperation zwischen A und B ist ausgelaufen", "lösen ihren Verbund auf",
  /// "hat seine Mitgliedschaft in B beendet", "gehen getrennte Wege".
  func ended() -> Frame? {
    // "läuft … aus", "lösen … auf": the verb has left its particle at the end.
    let parting =
      endsWith(.aus)
      ? first(of: CooperationReader.leaving) : endsWith(.auf) ? first(of: CooperationReader.dissolving) : nil
    guard let verb = clause.first(.end) ?? parting else { return nil }
    if let membership = first(of: CooperationReader.membership) {
      return frame(.accession, at: membership, .ended, .accession, parties(.bare, .office, .in, .genitive))
    }
    if let (word, kind) = tie(
      CooperationReader.agreements
        + [.developerCommunity, .procurementCommunity, .partnership, .jointProject, .founding])
    {
      return kind == .jointProject && partners.count < 2
        ? nil : frame(kind, at: word, .ended, .agreement, mayRefer: true)
    }
    // "gehen wieder getrennte Wege": an idiom without a word for the tie.
    guard tokens[verb].range.count > 8, clause.sentence.tokens.contains(verb + 1), tokens[verb + 1].isCapitalised else {
      return nil
    }
    return frame(.jointProject, at: verb, .ended, isGeneric: true)
  }

  /// "tritt … bei", "Beitritt zu …", "wird Teil einer …, der … angehören", "als neues Mitglied begrüßt …".
  func accession() -> Frame? {
    lazy var bare = parties(.bare, .office)
    if let (word, kind) = tie([.accession]) {
      return frame(
        kind, at: word, .joined, .accession, parties(.bare, .office, .genitive, .ofTie, .zu, .mit),
        joins: joiner(bare.isEmpty ? parties(.genitive, .ofTie) : bare))
    }
    if clause.has(.member), clause.hasAny([.be, .become]),
      let first = clause.acting.first(where: { $0.marker == .bare })
    {
      let named = tie([.developerCommunity, .procurementCommunity, .partnership, .founding])
      if let word = named?.word ?? clause.first(.network) ?? clause.first(.union) {
        let kind = named?.kind == .partnership || named?.kind == .founding ? nil : named?.kind
        return frame(
          kind ?? .accession, at: word, .joined, .accession, parties(.bare, .aus, .mit, .in, .office),
          joins: first.actors)
      }
    }
    if let verb = clause.first(.join) {
      let joins = tokens[verb].range.count > 6 || endsWith(.bei)
      // "an das Behördennetz anschließen" joins cables.
      if joins, !isTechnical(verb), bare.count >= 2 {
        return frame(.accession, at: verb, .joined, .accession, bare, joins: joiner(bare))
      }
    }
    if let verb = clause.first(.sign), isReflexive, endsWith(.an), case let joined = parties(.bare, .office, .ofTie),
      joined.count >= 2, !isTechnical(verb)
    {
      return frame(.accession, at: verb, .joined, .accession, joined, joins: joiner(joined))
    }
    if let verb = clause.first(.belong), endsWith(.an), bare.count >= 2 {
      return frame(.accession, at: verb, .ongoing, .accession, parties(.bare, .office, .neben))
    }
    guard let member = clause.first(.member) else { return nil }
    if clause.hasAny([.fresh, .ein]), clause.has(.gain) || clause.has(.have) && clause.has(.fresh) {
      return frame(
        .accession, at: member, .joined, .accession, parties(.bare, .mit, .office), joins: parties(.mit))
    }
    if clause.has(.be), let group = clause.acting.first(where: { $0.tokens.lowerBound == member + 1 }),
      group.marker == .genitive
    {
      return frame(
        .accession, at: member, clause.has(.seit) ? .ongoing : .joined, .accession,
        parties(.bare, .office, .genitive), joins: joiner(bare))
    }
    return nil
  }

  func joiner(_ parties: [Actor]) -> [Actor] { Array(parties.prefix(1)) }

  var isReflexive: Bool { first(of: CooperationReader.reflexive) != nil }

  /// The first of some words that need no tag of their own.
  func first(of words: Set<UInt64>) -> Int? { clause.sentence.tokens.first { words.contains(tokens[$0].hash) } }

  static let reflexive = Set([WordHash.of("sich".utf8)])
  static let leaving = Set(
    ["läuft", "laufen", "lief", "liefen", "steigt", "steigen", "stieg"].map { WordHash.of($0.utf8) })
  static let dissolving = Set(["löst", "lösen", "löste", "lösten"].map { WordHash.of($0.utf8) })
  static let membership = Set(["Mitgliedschaft", "Mitgliedschaften"].map { WordHash.of($0.utf8) })
  static let companions = Set(
    [
      "Partner", "Kooperationspartner", "Projektpartner", "Vertragspartner", "Beteiligt", "Beteiligte", "Träger",
      "Gründungsmitglieder", "Gründungspartner", "Gesellschafter",
    ].map { WordHash.of($0.utf8) })
  /// What several share when they do it "gemeinsam".
  static let sharing = Set(
    [
      "nutzen", "nutzten", "genutzt", "beschäftigen", "beschäftigten", "beschäftigt", "bilden", "ausbilden", "anbieten",
      "bieten", "finanzieren", "finanziert", "pflegen", "gepflegt", "verwalten", "koordinieren", "planen", "schulen",
      "qualifizieren", "gestalten", "steuern",
    ].map { WordHash.of($0.utf8) })
  static let agreeing = Set(
    ["vereinbart", "vereinbaren", "vereinbarten", "vereinbarte", "übereingekommen"].map { WordHash.of($0.utf8) })

  /// "an das Glasfasernetz": the preposition with an object that is nobody's name.
  func isTechnical(_ verb: Int) -> Bool {
    clause.sentence.tokens.contains { index in
      tokens[index].is(.an) && index + 1 < clause.sentence.tokens.upperBound && tokens[index + 1].shape == .word
        && (tokens[index + 1].isArticle || tokens[index + 1].isCapitalised || tokens[index].range.count == 3)
        && !clause.read.mentions.contains { $0.extent.lowerBound == index + 1 }
    }
  }
}
