/// Names that are known by how they are made, and words that stand for somebody without being a name.
extension NameReader {
  /// "Bodenseekreis", "Rhein-Neckar-Kreis", "Märkischer Kreis", "Rhein-Kreis Neuss", "Eifelkreis Bitburg-Prüm".
  func district(at index: Int) -> Mention? {
    guard tokens[index].is(.area) else { return nil }
    var bytes = word(index)
    if bytes.hasSuffix("es") { bytes = bytes.dropLast(2) }
    let stem = bytes.dropLast("kreis".utf8.count)
    guard !NameReader.circles.contains(WordHash.of(stem)) else { return nil }
    var name = String(decoding: bytes, as: UTF8.self)
    var end = index + 1
    if standsNoun(at: end), tokens[end].isApart, tokens[end].entry.tags.isEmpty,
      !gazetteer.isPartyName(tokens[end].hash) || stem.count < 8
    {
      name += " " + text(end..<end + 1)
      end += 1
    }
    return mention(name, .district, index..<end)
  }

  /// Circles of people and things are no districts; their names stand with articles too, so they are listed.
  private static let circles = WordHash.list(
    """
    Arbeits Personen Freundes Teilnehmer Wahl Gesprächs Lenkungs Kunden Nutzer Experten Anwender Förder Qualitäts \\
    Adressaten Bekannten Stadt Um Steuerungs Empfänger Leser Mitglieder Lebens Land Strom Regel Fach Partner Themen
    """)

  /// "Wolfsburger Stadtverwaltung", "Münchner Stadtrat": the town acts through its council.
  func adjective(at index: Int) -> Mention? {
    let bytes = word(index)
    guard let next = token(index + 1), next.isAny([.council, .office]), next.isApart, bytes.count > 4,
      bytes.hasSuffix("er")
    else { return nil }
    let stem = bytes.dropLast(2)
    for town in [stem, stem + "en".utf8, stem.dropLast() + "en".utf8, stem + "e".utf8] {
      if let entry = gazetteer.entry(of: WordHash.of(town)), gazetteer.entries[entry].kind == .municipality {
        return mention(entry, .office, index..<index + 1, extent: index..<index + 2)
      }
    }
    return nil
  }

  /// "Sachsen-CIO", "Baden-Württemberg-CIO".
  func compound(at index: Int) -> Mention? {
    let bytes = word(index)
    guard tokens[index].is(.office), let hyphen = bytes.lastIndex(of: UInt8(ascii: "-")),
      let entry = gazetteer.entry(of: WordHash.of(bytes[..<hyphen]))
    else { return nil }
    return mention(entry, .office, index..<index + 1)
  }

  // MARK: Groups and rows

  /// Groups that stand for several: "kommunale Spitzenverbände", "die zehn kreisangehörigen Städte", "Kommunen"; with
  /// names behind it the word only says what they are: "die Städte Ulm und Hof".
  func group(at index: Int) -> Mention? {
    let token = tokens[index]
    if let next = self.token(index + 1), next.isCapitalised, next.isApart, let first = first(of: index) { return first }
    let isRegional = stands([.regional], at: index - 1)
    if token.is(.group) {
      guard isRegional else { return nil }
      return mention("kommunale " + nominative(index), .association, index - 1..<index + 1, isCollective: true)
    }
    if token.is(.states) {
      guard isBesideBund(index) else { return nil }
      return mention("Länder", .state, index..<index + 1, as: .group, isCollective: true)
    }
    guard token.is(.towns) else { return nil }
    guard isRegional, word(index - 1).starts(with: "kreis".utf8) else {
      return mention(nominative(index), .municipality, index..<index + 1, as: .group, isCollective: true)
    }
    let start = stands([.count], at: index - 2) ? index - 2 : index - 1
    return mention(
      "kreisangehörige " + nominative(index), .municipality, start..<index + 1, as: .group, isCollective: true)
  }

  /// All Länder are meant where the Bund stands beside them: "Bund und Länder", "Bund, Länder und Kommunen".
  private func isBesideBund(_ index: Int) -> Bool {
    let joint = stands([.die, .den], at: index - 1) ? index - 2 : index - 1
    return standsJoint(at: joint) && kind(at: joint - 1) == .federal
  }

  /// The first name behind "die Städte", "die Kreise", "die Länder".
  private func first(of plural: Int) -> Mention? {
    if tokens[plural].is(.districts) { return district(of: plural, at: plural + 1, from: plural) }
    if let match = listed(at: plural + 1) { return mention(match, from: plural) }
    guard !tokens[plural].is(.states), let end = endOfName(at: plural + 1), isApposition(of: plural, endingAt: end)
    else { return nil }
    return mention(text(plural + 1..<end), .municipality, plural + 1..<end, extent: plural..<end)
  }

  /// A district that a plural before its row names: "die Landkreise Uckermark und Barnim".
  private func district(of plural: Int, at index: Int, from start: Int) -> Mention? {
    guard let end = endOfDistrictName(at: index),
      start == index || listed(at: index, .municipality) != nil || isApposition(of: plural, endingAt: end)
    else { return nil }
    let head = word(plural).starts(with: "Land".utf8) ? "Landkreis " : "Kreis "
    return mention(head + text(index..<end), .district, index..<end, extent: start..<end)
  }

  /// The next of a row that "die Landkreise" or "die Städte" opens, behind a comma or "und".
  func next(of plural: Int, behind joint: Int) -> Mention? {
    let index = joint + 1
    guard standsJoint(at: joint), let name = token(index), name.isCapitalised, !name.is(.district) else { return nil }
    if tokens[plural].is(.districts) { return district(of: plural, at: index, from: index) }
    if let match = listed(at: index, .municipality) { return mention(match, from: index) }
    guard listed(at: index) == nil, let end = endOfName(at: index) else { return nil }
    let town = text(index..<end)
    // "die Städte Ulm, Neu-Ulm und Umgebung"
    guard !NameLearner.isNoun(town), !["Umland", "Region"].contains(town) else { return nil }
    return mention(town, .municipality, index..<end)
  }

  /// A word no list knows between towns of a row, without an article like them: "Norderney, Juist und Borkum".
  func amidTowns(at index: Int) -> Mention? {
    guard standsMark(",", at: index - 1), let end = endOfName(at: index), standsJoint(at: end),
      listed(at: end + 1, .municipality) != nil, kind(at: index - 2) == .municipality
    else { return nil }
    return mention(text(index..<end), .municipality, index..<end)
  }
}
