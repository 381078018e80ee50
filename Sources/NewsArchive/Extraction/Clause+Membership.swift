/// Who leaves, who joins, and the words for both.
extension Clause {
  /// "hat die Vereinbarung mit B gekündigt", "die Kooperation zwischen A und B ist ausgelaufen", "lösen ihren Verbund auf",
  /// "hat seine Mitgliedschaft in B beendet", "gehen getrennte Wege".
  func ended() -> Frame? {
    // "läuft … aus", "lösen … auf": the verb has left its particle at the end.
    let parting =
      endsWith(.aus) ? first(of: Clause.leaving) : endsWith(.auf) ? first(of: Clause.dissolving) : nil
    guard let verb = first(.end) ?? parting else { return nil }
    if let membership = first(of: Clause.membership) {
      return joining(at: membership, .ended, parties(.bare, .office, .in, .genitive))
    }
    let kinds =
      Clause.agreements + [.developerCommunity, .procurementCommunity, .partnership, .jointProject, .founding]
    if let (word, kind) = tie(kinds) {
      return kind == .jointProject && partners.count < 2
        ? nil : frame(kind, at: word, .ended, .agreement, mayRefer: true)
    }
    // "gehen wieder getrennte Wege": an idiom without a word for the tie.
    guard tokens[verb].range.count > 8, sentence.contains(verb + 1), tokens[verb + 1].isCapitalised else { return nil }
    return frame(.jointProject, at: verb, .ended, isGeneric: true)
  }

  /// "tritt … bei", "Beitritt zu …", "wird Teil einer …, der … angehören", "als neues Mitglied begrüßt …".
  func accession() -> Frame? {
    lazy var bare = parties(.bare, .office)
    if let (word, _) = tie([.accession]) {
      return joining(
        at: word, .joined, parties(.bare, .office, .genitive, .ofTie, .zu, .mit),
        joins: bare.isEmpty ? parties(.genitive, .ofTie) : bare)
    }
    if has(.member), hasAny([.be, .become]), let subject = acting.first(where: { $0.marker == .bare }) {
      let named = tie([.developerCommunity, .procurementCommunity, .partnership, .founding])
      if let word = named?.word ?? first(.network) ?? first(.union) {
        let kind = named.flatMap { [.partnership, .founding].contains($0.kind) ? nil : $0.kind } ?? .accession
        return frame(
          kind, at: word, .joined, .accession, parties(.bare, .aus, .mit, .in, .office), joins: subject.actors)
      }
    }
    if let verb = first(.join), tokens[verb].range.count > 6 || endsWith(.bei), !isTechnical, bare.count >= 2 {
      return joining(at: verb, .joined, bare, joins: bare)
    }
    if let verb = first(.sign), isReflexive, endsWith(.an), !isTechnical,
      case let joined = parties(.bare, .office, .ofTie), joined.count >= 2
    {
      return joining(at: verb, .joined, joined, joins: joined)
    }
    if let verb = first(.belong), endsWith(.an), bare.count >= 2 {
      return joining(at: verb, .ongoing, parties(.bare, .office, .neben))
    }
    guard let member = first(.member) else { return nil }
    if hasAny([.fresh, .ein]), has(.gain) || has(.have) && has(.fresh) {
      return frame(.accession, at: member, .joined, .accession, parties(.bare, .mit, .office), joins: parties(.mit))
    }
    if has(.be), acting.contains(where: { $0.tokens.lowerBound == member + 1 && $0.marker == .genitive }) {
      return joining(
        at: member, has(.seit) ? .ongoing : .joined, parties(.bare, .office, .genitive), joins: bare)
    }
    return nil
  }

  /// A frame of a membership, which the first of `joins` takes up.
  private func joining(
    at word: Int, _ status: Cooperation.Status, _ parties: [Actor], joins: [Actor] = []
  ) -> Frame {
    frame(.accession, at: word, status, .accession, parties, joins: Array(joins.prefix(1)))
  }

  var isReflexive: Bool { first(of: Clause.reflexive) != nil }

  /// The first of some words that need no tag of their own.
  func first(of words: [UInt64]) -> Int? { sentence.first { words.contains(tokens[$0].hash) } }

  static let reflexive = WordHash.list("sich")
  static let leaving = WordHash.list("läuft laufen lief liefen steigt steigen stieg")
  static let dissolving = WordHash.list("löst lösen löste lösten")
  static let membership = WordHash.list("Mitgliedschaft Mitgliedschaften")
  static let agreeing = WordHash.list("vereinbart vereinbaren vereinbarten vereinbarte übereingekommen")
  static let companions = WordHash.list(
    """
    Partner Kooperationspartner Projektpartner Vertragspartner Beteiligt Beteiligte Träger Gründungsmitglieder \
    Gründungspartner Gesellschafter
    """)
  static let sharing = WordHash.list(
    """
    nutzen nutzten genutzt beschäftigen beschäftigten beschäftigt bilden ausbilden anbieten bieten finanzieren \
    finanziert pflegen gepflegt verwalten koordinieren planen schulen qualifizieren gestalten steuern
    """)

  /// "an das Behördennetz anschließen" joins cables: the preposition has an object that is nobody's name.
  private var isTechnical: Bool {
    sentence.contains { index in
      tokens[index].is(.an) && index + 1 < sentence.upperBound && tokens[index + 1].shape == .word
        && (tokens[index + 1].isArticle || tokens[index + 1].isCapitalised || tokens[index].range.count == 3)
        && !passage.mentions.contains { $0.extent.lowerBound == index + 1 }
    }
  }
}
