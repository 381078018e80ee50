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
    if let introduced = introduced(at: index) { return introduced }
    if let company = company(at: index) { return company }
    if let match = gazetteer.match(tokens, at: index) { return listed(match, at: index) }
    guard token.isCapitalised else { return nil }
    if let body = body(at: index) { return body }
    if token.is(.office), word(index).starts(with: "Bundes".utf8), let bund = gazetteer.entry(named: "Bund") {
      return mention(entry: bund, .office, index..<index + 1)
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

  func mention(entry: Int, _ form: Mention.Form, _ range: Range<Int>, extent: Range<Int>? = nil) -> Mention {
    let entry = gazetteer.entries[entry]
    return Mention(
      actor: Actor(name: entry.name, kind: entry.kind, isCollective: entry.isCollective), form: form,
      extent: extent ?? range, name: range)
  }

  // MARK: Names of the lists

  func listed(_ match: Gazetteer.Match, at index: Int) -> Mention? {
    let entry = gazetteer.entries[match.entry]
    let range = index..<match.end
    if match.isAdjective {
      if let next = token(match.end) {
        if next.is(.ministry) { return ministry(at: match.end, from: index, adjective: match) }
        if next.is(.association) { return association(at: match.end, from: index, adjective: match) }
        // "Thüringer" and "Berliner" are also people; as adjectives they stand before what they describe.
        if tokens[index].isCapitalised, index > 0, !next.isCapitalised { return nil }
        if next.is(.parliament), next.isCapitalised {
          return open(text(index..<match.end + 1), .body, index..<match.end + 1, extent: index..<match.end + 1)
        }
        if next.isAny([.council, .office]) {
          return mention(entry: match.entry, .office, range, extent: index..<match.end + 1)
        }
      }
      return mention(entry: match.entry, .adjective, range)
    }
    // "Hamburgs Senatskanzlei", "Ulms Stadtverwaltung".
    if let next = token(match.end), next.isAny([.ministry, .council]), next.isApart, text(range) != entry.name,
      entry.kind == .state || entry.kind == .municipality
    {
      return mention(entry: match.entry, .office, range, extent: index..<match.end + 1)
    }
    if entry.kind == .municipality, !isBareName(range, entry) { return nil }
    if entry.kind == .company || entry.kind == .party, isPartOfName(index) { return nil }
    return mention(entry: match.entry, .name, range)
  }

  /// Whether a town's name stands as one: without an article, not beside a first name, not inside another name; and if
  /// it is a word or a surname, too, where only a town can stand.
  func isBareName(_ range: Range<Int>, _ entry: Gazetteer.Entry) -> Bool {
    guard !isPartOfName(range.lowerBound), !isFirstName(before: range.upperBound) else { return false }
    let before = token(range.lowerBound - 1).flatMap { $0.shape == .word ? $0 : nil }
    if let before, before.isArticle || before.is(.pronominal) || before.isContracted(word(range.lowerBound - 1)) {
      return false
    }
    guard entry.isHomograph else { return true }
    if let before, before.is(.say) || before.isAdjective(word(range.lowerBound - 1)) { return false }
    if entry.isConfirmed || passage.part == .kicker && range.count == tokens.count { return true }
    if let before, before.placesTowns { return true }
    guard let next = token(range.upperBound), let after = token(range.upperBound + 1) else { return false }
    return next.is(.have) || next.is(.und) && (after.isCapitalised || after.isArticle)
      || next.isMark(",") && after.is(.und)
  }

  /// Whether the token before makes this one a surname or the rest of another name: "Martin Hagen", "Klinikum Essen".
  func isPartOfName(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = tokens[index - 1]
    if before.isMark("."), index > 1, tokens[index - 2].is(.title) { return true }
    guard before.shape == .word, before.isCapitalised else { return false }
    if before.isAny([.office, .title, .authority, .company]) { return true }
    return before.entry.tags.isEmpty && gazetteer.entry(of: before.hash) == nil
  }

  /// Whether a surname follows: "Achim Brötel".
  func isFirstName(before index: Int) -> Bool {
    guard let next = token(index), next.shape == .word, next.isApart, next.isCapitalised else { return false }
    return next.entry.tags.isEmpty && gazetteer.entry(of: next.hash) == nil
  }

  // MARK: What belongs to a mention

  /// With the article before, and an adjective between: "die kreisfreie Stadt X", "der kommunale IT-Dienstleister Y".
  func withArticle(_ extent: Range<Int>, notBefore limit: Int) -> Range<Int> {
    var start = extent.lowerBound
    while start > limit, start > extent.lowerBound - 3,
      tokens[start - 1].isAdjective(word(start - 1)) || tokens[start - 1].isAny([.regional, .count])
    { start -= 1 }
    if start > limit, tokens[start - 1].isArticle || tokens[start - 1].is(.pronominal) && !tokens[start - 1].is(.und) {
      return start - 1..<extent.upperBound
    }
    return extent
  }

  /// With the short name behind: "Föderale IT-Kooperation (FITKO)", "Landkreis X (Bayern)", "Dataport (gegründet 2004)".
  func withShortName(_ extent: Range<Int>) -> Range<Int> {
    guard let open = token(extent.upperBound), open.isMark("(") else { return extent }
    var end = extent.upperBound + 1
    while end < extent.upperBound + 5, let next = token(end) {
      if next.isMark(")") { return end - extent.upperBound <= 3 ? extent.lowerBound..<end + 1 : extent }
      end += 1
    }
    return extent
  }

  /// "die Tagung in Ulm", "der Kongress (3. Mai 2025) in Halle (Saale)": where something takes place.
  func isVenue(_ mention: Mention) -> Bool {
    guard mention.extent == mention.name, let before = token(mention.name.lowerBound - 1), before.is(.in) else {
      return false
    }
    var index = mention.name.lowerBound - 2
    while index >= max(0, mention.name.lowerBound - 16) {
      if tokens[index].is(.meeting) { return true }
      if tokens[index].isMark(".") && tokens[index + 1].isApart && tokens[index + 1].isCapitalised
        && tokens[index - 1].shape == .word
      {
        return false
      }
      index -= 1
    }
    return false
  }
}
