/// Institutions are named by grammar: an adjective or what they are, what they are for, and whose they are.
extension NameReader {
  /// "Bayerisches Staatsministerium für Digitales", "Innenministerium Baden-Württemberg", "Thüringer Finanzministerium",
  /// "Ministerium des Innern und für Kommunales Brandenburg", "sächsische Staatskanzlei", "Bundesinnenministerium".
  func ministry(at head: Int, from start: Int, adjective: Gazetteer.Match?) -> Mention? {
    let portfolio = stands([.für, .der, .des], at: head + 1) ? endOfPortfolio(at: head + 1) : head + 1
    // "des Landes Nordrhein-Westfalen" is the same owner as "Nordrhein-Westfalen".
    let isOfLand = stands([.des], at: portfolio) && stands([.state], at: portfolio + 1)
    let owner = listed(at: isOfLand ? portfolio + 2 : portfolio, .state)
    guard adjective != nil || owner != nil || word(head).starts(with: "Bundes".utf8) else { return nil }
    let range = start..<(owner?.end ?? portfolio)
    if let known = listed(at: start), known.end >= range.upperBound { return mention(known, from: start) }
    let noun = nominative(head)
    var name = noun
    if head + 1 < portfolio { name += " " + text(head + 1..<portfolio) }
    if let owner { name += " " + gazetteer.entries[owner.entry].name }
    if adjective != nil {
      let ending = noun.hasSuffix("inisterium") ? "es" : "e"
      name = Gazetteer.nominative(adjective: text(start..<start + 1), ending) + " " + name
    }
    return mention(name, .ministry, range)
  }

  /// The index behind "für Energiewende, Landwirtschaft und Digitalisierung", "der Finanzen, für Heimat".
  private func endOfPortfolio(at index: Int) -> Int {
    var end = index
    var next = index
    while next < index + 16 {
      var noun = stands([.für, .der, .des], at: next) ? next + 1 : next
      if isAdjective(noun), token(noun + 1)?.isCapitalised == true { noun += 1 }
      guard standsNoun(at: noun), !stands([.town, .state], at: noun) else { break }
      if noun == next, next > index, gazetteer.isPartyName(tokens[noun].hash) { break }
      end = noun + 1
      next = end + 1
      // ", wie" or "und der": the sentence goes on, not the name.
      guard standsJoint(at: end), stands([.für], at: next) || standsNoun(at: next) || isAdjective(next) else { break }
    }
    return end
  }

  /// "Deutscher Städte- und Gemeindebund", "Bayerischer Gemeindetag", "Landkreistag Baden-Württemberg",
  /// "Städteverband Schleswig-Holstein".
  func association(at head: Int, from start: Int, adjective: Gazetteer.Match?) -> Mention? {
    let isPair = word(head).hasSuffix("-") && stands([.und], at: head + 1) && stands([.association], at: head + 2)
    let last = isPair ? head + 2 : head
    let isGerman = adjective == nil && standsNoun(at: start - 1) && word(start - 1).starts(with: "Deutsche".utf8)
    let first = isGerman ? start - 1 : start
    let owner = listed(at: last + 1, .state)
    guard adjective != nil || isGerman || owner != nil, !word(last).hasSuffix("-") else { return nil }
    if let known = listed(at: first), known.end >= last + 1 { return mention(known, from: first) }
    var name = (isPair ? text(head..<last) + " " : "") + nominative(last)
    if first < head { name = Gazetteer.nominative(adjective: text(first..<first + 1), "er") + " " + name }
    if let owner { name += " " + gazetteer.entries[owner.entry].name }
    return mention(name, .association, first..<(owner?.end ?? last + 1))
  }

  /// "Landtag von Baden-Württemberg", "Zukunftskommission #Digitales Bayern 5.0", "Koordinierungsstelle OZG-Kommunal",
  /// "Bundesamt für Kartographie", "Verband kommunaler Unternehmen", "Bildungsministerkonferenz", "Universität zu Köln",
  /// "Technische Hochschule Lübeck", "Friedrich-Alexander-Universität Erlangen-Nürnberg".
  func body(at index: Int) -> Mention? {
    let token = tokens[index]
    let next = index + 1
    let following = self.token(next).flatMap { $0.isApart ? $0 : nil }
    func body(_ end: Int, from start: Int? = nil, _ kind: Partner.Kind) -> Mention {
      let behind = end > next ? " " + text(next..<end) : ""
      let adjectives = ((start ?? index)..<index).map { Gazetteer.nominative(adjective: text($0..<$0 + 1), "e") + " " }
      return mention(adjectives.joined() + nominative(index) + behind, kind, (start ?? index)..<end)
    }
    guard token.isAny([.authority, .verband, .council]) else {
      return token.is(.organ) ? body(following.map(isProper) == true ? next + 1 : next, .body) : nil
    }
    let kind: Partner.Kind = token.is(.verband) ? .association : .body
    guard let following else { return nil }
    if token.is(.office) {
      // A senator is the ministry of a city state: "beim Senator für Finanzen in der Freien Hansestadt Bremen".
      guard following.is(.für) else { return nil }
      let end = endOfPortfolio(at: next)
      guard let owner = (end..<end + 6).lazy.compactMap({ listed(at: $0, .state)?.entry }).first else { return nil }
      let name = "\(nominative(index)) \(text(next..<end)) (\(gazetteer.entries[owner].name))"
      return mention(name, .ministry, index..<end)
    }
    if following.is(.für) {
      // "eine Allianz für Bildung" is some alliance, not one of that name.
      guard !stands([.ein, .einem], at: index - 1) else { return nil }
      let end = endOfPortfolio(at: next)
      return end > next + 1 ? body(end, kind) : nil
    }
    if following.is(.von), let match = listed(at: next + 1, .state) {
      if token.is(.council), !token.is(.parliament) {
        return mention(match.entry, .office, next + 1..<match.end, extent: index..<match.end)
      }
      return body(match.end, kind)
    }
    if token.is(.verband), following.is(.regional), self.token(next + 1)?.isCapitalised == true {
      return body(next + 2, kind)
    }
    guard token.is(.authority) else { return nil }
    // "Universität zu Köln": the town stands behind a preposition that belongs to the name.
    let name = following.is(.zu) && !isContracted(next) ? next + 1 : next
    guard let first = self.token(name), isProper(first), var end = endOfProperName(at: name) else { return nil }
    // "Universität Witten/Herdecke"
    if standsMark("/", at: end), !tokens[end].isApart, let second = self.token(end + 1), !second.isApart,
      isProper(second)
    {
      end += 2
    }
    var start = index
    while start > index - 2, isNamingAdjective(start - 1) { start -= 1 }
    return body(end, from: start, kind)
  }

  /// A capitalised word that means nothing else to the rules, or a river that is also a town: "Fulda".
  private func isProper(_ token: Token) -> Bool {
    token.shape == .word && token.isCapitalised && (token.entry.tags.isEmpty || token.is(.water))
  }

  /// "Technische", "Freie": a capitalised adjective is part of the name behind it, unless it begins the sentence.
  private func isNamingAdjective(_ index: Int) -> Bool {
    guard let adjective = token(index), isProper(adjective), gazetteer.match(tokens, at: index) == nil,
      token(index - 1)?.shape == .word
    else { return false }
    return ["sche", "schen", "scher", "freie", "freien", "freier", "Freie", "Freien", "Freier"]
      .contains(where: word(index).hasSuffix)
  }

  /// "MACH AG", "Bürokommunikation Nord GmbH": a legal form ends a company's name, and a listed one may carry it.
  func company(at index: Int) -> Mention? {
    guard isProper(tokens[index]) else { return nil }
    for form in index + 1..<index + 5 {
      guard standsNoun(at: form), tokens[form].isApart else { return nil }
      guard tokens[form].is(.legalForm) else { continue }
      if let match = actor(at: index), match.end == form {
        return mention(match.entry, .name, index..<form, extent: index..<form + 1)
      }
      return mention(text(index..<form + 1), .company, index..<form + 1)
    }
    return nil
  }
}

extension Gazetteer {
  /// Whether a word begins the name of somebody who can act.
  func isPartyName(_ hash: UInt64) -> Bool {
    guard let entry = entry(of: hash) else { return false }
    return !entries[entry].isHomograph
  }

  /// A noun without the ending of the genitive or dative, which has so many letters.
  static func nominative(_ noun: String) -> String {
    let ending = nounEndings.first { noun.hasSuffix($0.0) }
    return String(noun.dropLast(ending?.1 ?? 0))
  }

  private static let nounEndings = [
    ("kreises", 2), ("kreis", 0), ("verbandes", 2), ("verbands", 1), ("verbunds", 1), ("verbund", 0), ("tages", 2),
    ("tags", 1), ("bundes", 2), ("bunds", 1), ("inisteriums", 1), ("zentrums", 1), ("amtes", 2), ("amts", 1),
    ("dienstleisters", 1), ("instituts", 1), ("vereins", 1), ("Städten", 1), ("verbänden", 1), ("Netzwerks", 1),
    ("vertrages", 2), ("abkommens", 1), ("paktes", 2), ("vertrags", 1), ("pakts", 1), ("projekts", 1),
    ("Beitritts", 1), ("papiers", 1),
  ]

  /// An adjective with the ending that a name has in the nominative: "Bayerischen" → "Bayerisches".
  static func nominative(adjective: String, _ ending: String) -> String {
    let capital = adjective.prefix(1).uppercased() + adjective.dropFirst()
    // "Thüringer", "Berliner" do not change.
    guard let stem = ["en", "es", "em", "er", "e"].first(where: { capital.hasSuffix($0) }), capital.contains("sch")
    else { return capital }
    return capital.dropLast(stem.count) + ending
  }
}
