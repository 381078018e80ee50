/// Institutions are named by grammar: an adjective or what they are, what they are for, and whose they are.
extension NameReader {
  /// "Bayerisches Staatsministerium für Digitales", "Innenministerium Baden-Württemberg", "Thüringer Finanzministerium",
  /// "Ministerium des Innern und für Kommunales Brandenburg", "sächsische Staatskanzlei", "Bundesinnenministerium".
  func ministry(at head: Int, from start: Int, adjective: Gazetteer.Match?) -> Mention? {
    var end = head + 1
    var owner: Int?
    if let first = token(end), first.isAny([.für, .der, .des]) { end = endOfPortfolio(at: end) }
    let portfolio = end
    // "des Landes Nordrhein-Westfalen" is the same owner as "Nordrhein-Westfalen".
    if stands([.des], at: end), stands([.state], at: end + 1) { end += 2 }
    if let match = listed(at: end, .state) {
      owner = match.entry
      end = match.end
    } else {
      end = portfolio
    }
    let isFederal = word(head).starts(with: "Bundes".utf8)
    guard adjective != nil || owner != nil || isFederal else { return nil }
    if let known = listed(at: start), known.end >= end {
      return mention(entry: known.entry, .name, start..<known.end)
    }
    var rest = head + 1 < portfolio ? " " + text(head + 1..<portfolio) : ""
    if let owner { rest += " " + gazetteer.entries[owner].name }
    let noun = nominative(head)
    var name = noun + rest
    if adjective != nil {
      name =
        Gazetteer.nominative(adjective: text(start..<start + 1), noun.hasSuffix("inisterium") ? "es" : "e") + " "
        + noun + rest
    }
    return open(name, .ministry, start..<end, extent: start..<end)
  }

  /// The index behind "für Energiewende, Landwirtschaft und Digitalisierung", "der Finanzen, für Heimat".
  private func endOfPortfolio(at index: Int) -> Int {
    var end = index
    var next = index
    while next < index + 16, let first = token(next) {
      var noun = next
      if first.isAny([.für, .der, .des]) { noun += 1 }
      if let adjective = token(noun), adjective.isAdjective(word(noun)), token(noun + 1)?.isCapitalised == true {
        noun += 1
      }
      guard let word = token(noun), word.shape == .word, word.isCapitalised, !word.is(.town), !word.is(.state) else {
        break
      }
      if noun == next, next > index, gazetteer.isPartyName(word.hash) { break }
      end = noun + 1
      guard let joint = token(end), joint.isMark(",") || joint.is(.und) else { break }
      next = end + 1
      // ", wie" or "und der": the sentence goes on, not the name.
      guard let following = token(next),
        following.is(.für) || following.shape == .word && following.isCapitalised
          || following.isAdjective(self.word(next))
      else { break }
    }
    return end
  }

  /// "Deutscher Städte- und Gemeindebund", "Bayerischer Gemeindetag", "Landkreistag Baden-Württemberg",
  /// "Städteverband Schleswig-Holstein".
  func association(at head: Int, from start: Int, adjective: Gazetteer.Match?) -> Mention? {
    var last = head
    if word(head).last == UInt8(ascii: "-"), let und = token(head + 1), und.is(.und), let second = token(head + 2),
      second.is(.association)
    {
      last = head + 2
    }
    var first = start
    var hasAdjective = adjective != nil
    if !hasAdjective, let before = token(start - 1), before.isCapitalised, before.shape == .word,
      word(start - 1).starts(with: "Deutsche".utf8)
    {
      first = start - 1
      hasAdjective = true
    }
    var end = last + 1
    var owner: Int?
    if let match = listed(at: end, .state) {
      owner = match.entry
      end = match.end
    }
    guard hasAdjective || owner != nil, word(last).last != UInt8(ascii: "-") else { return nil }
    if let known = listed(at: first), known.end >= last + 1 {
      return mention(entry: known.entry, .name, first..<known.end)
    }
    var name = (head == last ? "" : text(head..<last) + " ") + nominative(last)
    if hasAdjective { name = Gazetteer.nominative(adjective: text(first..<first + 1), "er") + " " + name }
    if let owner { name += " " + gazetteer.entries[owner].name }
    return open(name, .association, first..<end, extent: first..<end)
  }

  /// "Landtag von Baden-Württemberg", "Zukunftskommission #Digitales Bayern 5.0", "Koordinierungsstelle OZG-Kommunal",
  /// "Bundesamt für Kartographie", "Verband kommunaler Unternehmen", "Bildungsministerkonferenz", "Universität zu Köln",
  /// "Technische Hochschule Lübeck", "Friedrich-Alexander-Universität Erlangen-Nürnberg".
  func body(at index: Int) -> Mention? {
    let token = tokens[index]
    let isInstitution = token.isAny([.authority, .verband, .council])
    guard isInstitution || token.is(.organ) else { return nil }
    let noun = nominative(index)
    let next = index + 1
    let following = self.token(next).flatMap { $0.isApart ? $0 : nil }
    guard isInstitution else {
      let end = following.map(isProper) == true ? next + 1 : next
      return open(noun + (end > next ? " " + text(next..<end) : ""), .body, index..<end, extent: index..<end)
    }
    let kind: Partner.Kind = token.is(.verband) ? .association : .body
    guard let following else { return nil }
    if token.is(.office) {
      // A senator is the ministry of a city state: "beim Senator für Finanzen in der Freien Hansestadt Bremen".
      guard following.is(.für) else { return nil }
      let end = endOfPortfolio(at: next)
      guard let owner = state(near: end) else { return nil }
      return open(
        "\(noun) \(text(next..<end)) (\(gazetteer.entries[owner].name))", .ministry, index..<end, extent: index..<end)
    }
    if following.is(.für) {
      // "eine Allianz für Bildung" is some alliance, not one of that name.
      guard !stands([.ein, .einem], at: index - 1) else { return nil }
      let end = endOfPortfolio(at: next)
      return end > next + 1 ? open(noun + " " + text(next..<end), kind, index..<end, extent: index..<end) : nil
    }
    if following.is(.von), let match = listed(at: next + 1, .state) {
      if token.is(.council), !token.is(.parliament) {
        return mention(entry: match.entry, .office, next + 1..<match.end, extent: index..<match.end)
      }
      return open(noun + " " + text(next..<match.end), kind, index..<match.end, extent: index..<match.end)
    }
    if token.is(.verband), following.is(.regional), let last = self.token(next + 1), last.isCapitalised {
      return open(noun + " " + text(next..<next + 2), kind, index..<next + 2, extent: index..<next + 2)
    }
    guard token.is(.authority) else { return nil }
    // "Universität zu Köln": the town stands behind a preposition that belongs to the name.
    let name = following.is(.zu) && !following.isContracted(word(next)) ? next + 1 : next
    guard let first = self.token(name), isProper(first), var end = endOfProperName(at: name) else { return nil }
    // "Universität Witten/Herdecke"
    if let slash = self.token(end), slash.isMark("/"), !slash.isApart, let second = self.token(end + 1),
      !second.isApart,
      isProper(second)
    {
      end += 2
    }
    var start = index
    while start > index - 2, isNamingAdjective(start - 1) { start -= 1 }
    let adjectives = (start..<index).map { Gazetteer.nominative(adjective: text($0..<$0 + 1), "e") + " " }.joined()
    return open(adjectives + noun + " " + text(next..<end), kind, start..<end, extent: start..<end)
  }

  /// A capitalised word that means nothing else to the rules, or a river that is also a town: "Fulda".
  private func isProper(_ token: Token) -> Bool {
    token.shape == .word && token.isCapitalised && (token.entry.tags.isEmpty || token.is(.water))
  }

  /// "Technische", "Freie": a capitalised adjective is part of the name behind it, unless it begins the sentence.
  private func isNamingAdjective(_ index: Int) -> Bool {
    guard let adjective = token(index), isProper(adjective), gazetteer.match(tokens, at: index) == nil,
      let before = token(index - 1), before.shape == .word
    else { return false }
    return ["sche", "schen", "scher", "freie", "freien", "freier"].contains {
      word(index).count > $0.utf8.count && word(index).suffix($0.utf8.count).elementsEqual($0.utf8)
        || word(index).elementsEqual(($0.prefix(1).uppercased() + $0.dropFirst()).utf8)
    }
  }

  /// "MACH AG", "Bürokommunikation Nord GmbH": a legal form ends a company's name, and a listed one may carry it.
  func company(at index: Int) -> Mention? {
    guard isProper(tokens[index]) else { return nil }
    for form in index + 1..<index + 5 {
      guard let token = token(form), token.isApart, token.shape == .word, token.isCapitalised else { return nil }
      guard token.is(.legalForm) else { continue }
      if let match = actor(at: index), match.end == form {
        return mention(entry: match.entry, .name, index..<form, extent: index..<form + 1)
      }
      return open(text(index..<form + 1), .company, index..<form + 1, extent: index..<form + 1)
    }
    return nil
  }

  /// The Land named within the next few words.
  private func state(near index: Int) -> Int? {
    (index..<min(index + 6, tokens.count)).lazy.compactMap { listed(at: $0, .state)?.entry }.first
  }
}

extension Gazetteer {
  /// Whether a word begins the name of somebody who can act.
  func isPartyName(_ hash: UInt64) -> Bool {
    guard let entry = entry(of: hash) else { return false }
    return !entries[entry].isHomograph
  }

  /// A noun of an institution's name without the ending of the genitive or dative.
  static func nominative(_ noun: String) -> String {
    for (ending, without) in [
      ("kreises", 2), ("kreis", 0), ("verbandes", 2), ("verbands", 1), ("verbunds", 1), ("verbund", 0), ("tages", 2),
      ("tags", 1), ("bundes", 2), ("bunds", 1), ("inisteriums", 1), ("zentrums", 1), ("amtes", 2), ("amts", 1),
      ("dienstleisters", 1), ("instituts", 1), ("vereins", 1), ("Städten", 1), ("verbänden", 1), ("Netzwerks", 1),
    ]
    where noun.hasSuffix(ending) {
      return String(noun.dropLast(without))
    }
    return noun
  }

  /// An adjective with the ending that a name has in the nominative: "Bayerischen" → "Bayerisches".
  static func nominative(adjective: String, _ ending: String) -> String {
    let capital = adjective.prefix(1).uppercased() + adjective.dropFirst()
    // "Thüringer", "Berliner" do not change.
    guard let stem = ["en", "es", "em", "er", "e"].first(where: { capital.hasSuffix($0) }), capital.contains("sch")
    else { return capital }
    return capital.dropLast(stem.count) + ending
  }
}
