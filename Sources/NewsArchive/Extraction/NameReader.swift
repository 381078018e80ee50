/// Finds who is named in a passage: names of the lists, and names that only their context tells.
///
/// The world is open. A name no list holds is known by what stands before it ("die Stadt X", "Landkreis Y", "der
/// IT-Dienstleister Z"), by how it is made (`…kreis`, "Ministerium für …", "Bayerischer …tag"), or by what other pages
/// have taught (`NameLearner`). German helps: names of towns take no article, and a surname follows a first name.
struct NameReader: PassageReader {
  let passage: Passage
  let gazetteer: Gazetteer

  /// All mentions, in order.
  func mentions() -> [Mention] {
    var mentions: [Mention] = []
    var index = 0
    var plural: Int?
    while index < tokens.count {
      if let row = plural {
        if let mention = next(of: row, behind: index) {
          mentions.append(mention)
          index = mention.extent.upperBound
          continue
        }
        plural = nil
      }
      guard tokens[index].shape == .word, var mention = self.mention(at: index) else {
        index += 1
        continue
      }
      if tokens[index].isAny([.districts, .towns]), !mention.actor.isCollective { plural = index }
      mention.extent = withArticle(mention.extent, notBefore: mentions.last?.extent.upperBound ?? 0)
      mention.extent = withShortName(mention.extent)
      index = max(index + 1, mention.extent.upperBound)
      if mention.form == .name, isVenue(mention) { mention.form = .venue }
      mentions.append(mention)
    }
    return mentions
  }

  func mention(at index: Int) -> Mention? {
    let token = tokens[index]
    if token.is(.ministry) { return ministry(at: index, from: index, adjective: nil) }
    if token.is(.association) { return association(at: index, from: index, adjective: nil) }
    if token.isAny([.towns, .districts, .group, .states]) { return group(at: index) }
    if let mention = introduced(at: index) ?? company(at: index) { return mention }
    if let match = gazetteer.match(tokens, at: index) { return mention(of: match) }
    guard token.isCapitalised else { return nil }
    if let body = body(at: index) { return body }
    if token.is(.office), word(index).starts(with: "Bundes".utf8), let bund = gazetteer.entry(named: "Bund") {
      return mention(bund, .office, index..<index + 1)
    }
    return district(at: index) ?? adjective(at: index) ?? compound(at: index) ?? amidTowns(at: index)
  }

  func nominative(_ index: Int) -> String { Gazetteer.nominative(text(index..<index + 1)) }

  /// The longest name of the lists at an index, adjectives apart, of one of some kinds or of any.
  func listed(at index: Int, _ kinds: Partner.Kind...) -> Gazetteer.Match? {
    guard let match = gazetteer.match(tokens, at: index), !match.isAdjective else { return nil }
    return kinds.isEmpty || kinds.contains(gazetteer.entries[match.entry].kind) ? match : nil
  }

  /// The same of anybody but a town or a Land, whose names are parts of others'.
  func actor(at index: Int) -> Gazetteer.Match? {
    guard let match = listed(at: index) else { return nil }
    return [.municipality, .state].contains(gazetteer.entries[match.entry].kind) ? nil : match
  }

  /// The kind of a word that is the name of an entry.
  func kind(at index: Int) -> Partner.Kind? {
    token(index).flatMap { gazetteer.entry(of: $0.hash) }.map { gazetteer.entries[$0].kind }
  }

  // MARK: Mentions

  /// Somebody on the lists, named at some tokens; the phrase has more if `extent` says so.
  func mention(_ entry: Int, _ form: Mention.Form, _ name: Range<Int>, extent: Range<Int>? = nil) -> Mention {
    let entry = gazetteer.entries[entry]
    return mention(entry.name, entry.kind, name, extent: extent, as: form, isCollective: entry.isCollective)
  }

  /// A name of the lists, in a phrase that begins before it or with it.
  func mention(_ match: Gazetteer.Match, from start: Int) -> Mention {
    mention(match.entry, .name, match.start..<match.end, extent: start..<match.end)
  }

  /// Somebody whom no list needs to hold.
  func mention(
    _ name: String, _ kind: Partner.Kind, _ range: Range<Int>, extent: Range<Int>? = nil,
    as form: Mention.Form = .name, isCollective: Bool = false
  ) -> Mention {
    Mention(
      actor: Actor(name: name, kind: kind, isCollective: isCollective), form: form, extent: extent ?? range,
      name: range)
  }

  // MARK: Names of the lists

  private func mention(of match: Gazetteer.Match) -> Mention? {
    let entry = gazetteer.entries[match.entry]
    let range = match.start..<match.end
    let next = token(match.end)
    if match.isAdjective {
      if let next {
        if next.is(.ministry) { return ministry(at: match.end, from: match.start, adjective: match) }
        if next.is(.association) { return association(at: match.end, from: match.start, adjective: match) }
        // "Thüringer" and "Berliner" are also people; as adjectives they stand before what they describe.
        if tokens[match.start].isCapitalised, match.start > 0, !next.isCapitalised { return nil }
        let extent = match.start..<match.end + 1
        if next.is(.parliament), next.isCapitalised { return mention(text(extent), .body, extent) }
        if next.isAny([.council, .office]) { return mention(match.entry, .office, range, extent: extent) }
      }
      return mention(match.entry, .adjective, range)
    }
    // "Hamburgs Senatskanzlei", "Ulms Stadtverwaltung".
    if let next, next.isAny([.ministry, .council]), next.isApart, text(range) != entry.name,
      entry.kind == .state || entry.kind == .municipality
    {
      return mention(match.entry, .office, range, extent: match.start..<match.end + 1)
    }
    if entry.kind == .municipality, !isBareName(range, entry) { return nil }
    if entry.kind == .company || entry.kind == .party, isPartOfName(match.start) { return nil }
    return mention(match, from: match.start)
  }

  /// Whether a town's name stands as one: without an article, not beside a first name, not inside another name; and if
  /// it is a word or a surname, too, where only a town can stand.
  private func isBareName(_ range: Range<Int>, _ entry: Gazetteer.Entry) -> Bool {
    guard !isPartOfName(range.lowerBound), !isFirstName(before: range.upperBound) else { return false }
    let start = range.lowerBound - 1
    let before = token(start).flatMap { $0.shape == .word ? $0 : nil }
    if let before, before.isArticle || before.is(.pronominal) || isContracted(start) { return false }
    guard entry.isHomograph else { return true }
    if let before, before.is(.say) || isAdjective(start) { return false }
    if entry.isConfirmed || passage.part == .kicker && range.count == tokens.count { return true }
    if let before, before.placesTowns { return true }
    guard let next = token(range.upperBound), let after = token(range.upperBound + 1) else { return false }
    return next.is(.have) || next.is(.und) && (after.isCapitalised || after.isArticle)
      || next.isMark(",") && after.is(.und)
  }

  /// Whether the token before makes this one a surname or the rest of another name: "Martin Hagen", "Klinikum Essen".
  private func isPartOfName(_ index: Int) -> Bool {
    if standsMark(".", at: index - 1), stands([.title], at: index - 2) { return true }
    guard standsNoun(at: index - 1) else { return false }
    return stands([.office, .title, .authority, .company], at: index - 1) || isUnknown(index - 1)
  }

  /// Whether a surname follows: "Achim Brötel".
  private func isFirstName(before index: Int) -> Bool {
    standsNoun(at: index) && tokens[index].isApart && isUnknown(index)
  }

  private func isUnknown(_ index: Int) -> Bool { tokens[index].entry.tags.isEmpty && kind(at: index) == nil }

  // MARK: What belongs to a mention

  /// With the article before, and an adjective between: "die kreisfreie Stadt X", "der kommunale IT-Dienstleister Y".
  private func withArticle(_ extent: Range<Int>, notBefore limit: Int) -> Range<Int> {
    var start = extent.lowerBound
    while start > limit, start > extent.lowerBound - 3,
      isAdjective(start - 1) || tokens[start - 1].isAny([.regional, .count])
    { start -= 1 }
    if start > limit, tokens[start - 1].isArticle || tokens[start - 1].is(.pronominal) && !tokens[start - 1].is(.und) {
      return start - 1..<extent.upperBound
    }
    return extent
  }

  /// With the short name behind: "Föderale IT-Kooperation (FITKO)", "Landkreis X (Bayern)", "Dataport (gegründet 2004)".
  private func withShortName(_ extent: Range<Int>) -> Range<Int> {
    let open = extent.upperBound
    guard standsMark("(", at: open), let close = (open + 1...open + 3).first(where: { standsMark(")", at: $0) }) else {
      return extent
    }
    return extent.lowerBound..<close + 1
  }

  /// "die Tagung in Ulm", "der Kongress (3. Mai 2025) in Halle (Saale)": where something takes place.
  private func isVenue(_ mention: Mention) -> Bool {
    let start = mention.name.lowerBound
    guard mention.extent == mention.name, stands([.in], at: start - 1) else { return false }
    for index in (max(0, start - 16)..<start - 1).reversed() {
      if tokens[index].is(.meeting) { return true }
      if tokens[index].isMark("."), tokens[index + 1].isApart, tokens[index + 1].isCapitalised,
        token(index - 1)?.shape == .word
      {
        return false
      }
    }
    return false
  }
}
