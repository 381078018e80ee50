/// Finds who works with whom.
///
/// A sentence tells a cooperation if three things meet: at least two parties, a tie between them, and a verb that makes
/// the tie, joins it, lives it, plans it or ends it. German leaves their order free ("Eine Vereinbarung haben A und B
/// geschlossen", "Zwischen A und B besteht …"), so the rules ask what stands in the sentence and which preposition a
/// party stands behind, not in which order. Denial, demand, rivalry, talks and the unreal take the whole sentence out.
extension Clause {
  /// A tie found in a sentence.
  struct Frame {
    let kind: Cooperation.Kind
    /// The index of the word that names it, or of the verb.
    let word: Int
    let status: Cooperation.Status
    let rule: Evidence.Rule
    var parties: [Actor]
    let joins: [Actor]
    /// Whether no word of its own says what it is.
    let isGeneric: Bool
    /// Whether the parties may be named by "wir", "die Partner", or not at all.
    let mayRefer: Bool
  }

  /// The frame of the clause, with the parties it names itself.
  func frame() -> Frame? {
    // Without a word for a tie or for what makes one there is nothing to look for.
    guard
      hasAny([
        .tie, .cooperate, .forces, .join, .bound, .work, .create, .promote, .belong, .member, .end, .sign, .share,
        .partners, .together, .participate, .found, .joint, .gemeinsam,
      ]) || Clause.companions.contains(tokens[sentence.lowerBound].hash), !isDenied,
      !has(.talk) || hasAny([.sign, .signature]),
      !reportings.contains(where: { $0.clause == sentence })
    else { return nil }
    return ended() ?? accession() ?? agreement() ?? community() ?? joint() ?? participation() ?? partnership()
      ?? working() ?? together()
  }

  /// A frame of what is made or lives, planned if the clause says so; of the partners unless others are given.
  func frame(
    _ kind: Cooperation.Kind, at word: Int, _ status: Cooperation.Status = .ongoing,
    _ rule: Evidence.Rule = .workingTogether, _ parties: [Actor]? = nil, joins: [Actor] = [], isGeneric: Bool = false,
    mayRefer: Bool = false
  ) -> Frame {
    Frame(
      kind: kind, word: word, status: isPlanned && status != .ended ? .planned : status, rule: rule,
      parties: parties ?? partners, joins: joins, isGeneric: isGeneric, mayRefer: mayRefer)
  }

  // MARK: Parties

  func parties(_ markers: Group.Marker...) -> [Actor] {
    parties(of: acting.filter { markers.contains($0.marker) })
  }

  // MARK: Words

  /// What is signed.
  static let agreements: [Cooperation.Kind] = [
    .agreement, .administrativeAgreement, .frameworkContract, .specialPurposeAgreement, .stateTreaty, .letterOfIntent,
    .pact,
  ]

  /// The first word for a tie of one of some kinds, and its kind.
  func tie(_ kinds: [Cooperation.Kind]) -> (word: Int, kind: Cooperation.Kind)? {
    guard has(.tie) else { return nil }
    for index in sentence {
      if let kind = tokens[index].tie, kinds.contains(kind), !isInName(index) { return (index, kind) }
    }
    return nil
  }

  /// Whether a word is part of a name, which ties nobody: "Zweckverband KAAW".
  private func isInName(_ index: Int) -> Bool {
    passage.mentions(in: sentence).contains { $0.form == .name && $0.extent.contains(index) }
  }

  /// Whether the last word of a clause is a verb's separated particle: "tritt … bei", "schließt sich … an".
  func endsWith(_ tag: Tag) -> Bool {
    sentence.contains { index in
      guard tokens[index].is(tag), !tokens[index].isCapitalised else { return false }
      let next = index + 1
      return next >= sentence.upperBound || tokens[next].shape == .mark || tokens[next].is(.und)
    }
  }
}
