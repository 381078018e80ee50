/// Who leaves, who joins, and the words for both.
extension Clause {
  /// "hat die Vereinbarung mit B gekündigt", "die Kooperation zwischen A und B ist ausgelaufen", "lösen ihren Verbund auf",
  /// "hat seine Mitgliedschaft in B beendet", "gehen getrennte Wege".
  func ended() -> Frame? {
    // "läuft … aus", "lösen … auf": the verb has left its particle at the end.
    let parting =
      endsWith(.aus)
      ? first(of: Clause.leaving) : endsWith(.auf) ? first(of: Clause.dissolving) : nil
    guard let verb = first(.end) ?? parting else { return nil }
    if let membership = first(of: Clause.membership) {
      return frame(.accession, at: membership, .ended, .accession, parties(.bare, .office, .in, .genitive))
    }
    if let (word, kind) = tie(
      Clause.agreements
        + [.developerCommunity, .procurementCommunity, .partnership, .jointProject, .founding])
    {
      return kind == .jointProject && partners.count < 2
        ? nil : frame(kind, at: word, .ended, .agreement, mayRefer: true)
    }
    // "gehen wieder getrennte Wege": an idiom without a word for the tie.
    guard tokens[verb].range.count > 8, sentence.contains(verb + 1), tokens[verb + 1].isCapitalised else {
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
    if has(.member), hasAny([.be, .become]),
      let subject = acting.first(where: { $0.marker == .bare })
    {
      let named = tie([.developerCommunity, .procurementCommunity, .partnership, .founding])
      if let word = named?.word ?? first(.network) ?? first(.union) {
        let kind = named?.kind == .partnership || named?.kind == .founding ? nil : named?.kind
        return frame(
          kind ?? .accession, at: word, .joined, .accession, parties(.bare, .aus, .mit, .in, .office),
          joins: subject.actors)
      }
    }
    if let verb = first(.join) {
      let joins = tokens[verb].range.count > 6 || endsWith(.bei)
      // "an das Behördennetz anschließen" joins cables.
      if joins, !isTechnical(verb), bare.count >= 2 {
        return frame(.accession, at: verb, .joined, .accession, bare, joins: joiner(bare))
      }
    }
    if let verb = first(.sign), isReflexive, endsWith(.an), case let joined = parties(.bare, .office, .ofTie),
      joined.count >= 2, !isTechnical(verb)
    {
      return frame(.accession, at: verb, .joined, .accession, joined, joins: joiner(joined))
    }
    if let verb = first(.belong), endsWith(.an), bare.count >= 2 {
      return frame(.accession, at: verb, .ongoing, .accession, parties(.bare, .office, .neben))
    }
    guard let member = first(.member) else { return nil }
    if hasAny([.fresh, .ein]), has(.gain) || has(.have) && has(.fresh) {
      return frame(
        .accession, at: member, .joined, .accession, parties(.bare, .mit, .office), joins: parties(.mit))
    }
    if has(.be), let group = acting.first(where: { $0.tokens.lowerBound == member + 1 }),
      group.marker == .genitive
    {
      return frame(
        .accession, at: member, has(.seit) ? .ongoing : .joined, .accession,
        parties(.bare, .office, .genitive), joins: joiner(bare))
    }
    return nil
  }

  func joiner(_ parties: [Actor]) -> [Actor] { Array(parties.prefix(1)) }

  var isReflexive: Bool { first(of: Clause.reflexive) != nil }

  /// The first of some words that need no tag of their own.
  func first(of words: Set<UInt64>) -> Int? { sentence.first { words.contains(tokens[$0].hash) } }

  static let reflexive = WordHash.set("sich")
  static let leaving = WordHash.set("läuft laufen lief liefen steigt steigen stieg")
  static let dissolving = WordHash.set("löst lösen löste lösten")
  static let membership = WordHash.set("Mitgliedschaft Mitgliedschaften")
  static let agreeing = WordHash.set("vereinbart vereinbaren vereinbarten vereinbarte übereingekommen")
  static let companions = WordHash.set(
    """
    Partner Kooperationspartner Projektpartner Vertragspartner Beteiligt Beteiligte Träger Gründungsmitglieder \
    Gründungspartner Gesellschafter
    """)
  static let sharing = WordHash.set(
    """
    nutzen nutzten genutzt beschäftigen beschäftigten beschäftigt bilden ausbilden anbieten bieten finanzieren \
    finanziert pflegen gepflegt verwalten koordinieren planen schulen qualifizieren gestalten steuern
    """)

  /// "an das Glasfasernetz": the preposition with an object that is nobody's name.
  func isTechnical(_ verb: Int) -> Bool {
    sentence.contains { index in
      tokens[index].is(.an) && index + 1 < sentence.upperBound && tokens[index + 1].shape == .word
        && (tokens[index + 1].isArticle || tokens[index + 1].isCapitalised || tokens[index].range.count == 3)
        && !passage.mentions.contains { $0.extent.lowerBound == index + 1 }
    }
  }
}
