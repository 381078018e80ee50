/// Names that are known by how they are made, and words that stand for somebody without being a name.
extension NameReader {
  /// "Bodenseekreis", "Rhein-Neckar-Kreis", "Märkischer Kreis", "Rhein-Kreis Neuss", "Eifelkreis Bitburg-Prüm".
  func district(at index: Int) -> Mention? {
    guard tokens[index].is(.area) else { return nil }
    var bytes = word(index)
    if bytes.last == UInt8(ascii: "s"), bytes.dropLast().last == UInt8(ascii: "e") { bytes = bytes.dropLast(2) }
    let stem = bytes.dropLast(5)
    let isHyphened = stem.last == UInt8(ascii: "-")
    // Circles of people and things are no districts; their names stand with articles too, so they are listed.
    guard isHyphened || !NameReader.circles.contains(where: { stem.elementsEqual($0.utf8) }) else { return nil }
    var end = index + 1
    var name = String(decoding: bytes, as: UTF8.self)
    if let next = token(end), next.isApart, next.isCapitalised, next.shape == .word, next.entry.tags.isEmpty,
      !gazetteer.isPartyName(next.hash) || stem.count < 8
    {
      name += " " + text(end..<end + 1)
      end += 1
    }
    return open(name, .district, index..<end, extent: index..<end)
  }

  static let circles = [
    "Arbeits", "Personen", "Freundes", "Teilnehmer", "Wahl", "Gesprächs", "Lenkungs", "Kunden", "Nutzer", "Experten",
    "Anwender", "Förder", "Qualitäts", "Adressaten", "Bekannten", "Stadt", "Um", "Steuerungs", "Empfänger", "Leser",
    "Mitglieder", "Lebens", "Land", "Strom", "Regel", "Fach", "Partner", "Themen",
  ]

  /// "Wolfsburger Stadtverwaltung", "Münchner Stadtrat": the town acts through its council.
  func adjective(at index: Int) -> Mention? {
    let bytes = word(index)
    guard bytes.count > 4, bytes.last == UInt8(ascii: "r"), let next = token(index + 1), next.isApart,
      next.isAny([.council, .office]), bytes.dropLast().last == UInt8(ascii: "e")
    else { return nil }
    let stems = [
      bytes.dropLast(2), bytes.dropLast(2) + Array("en".utf8), bytes.dropLast(3) + Array("en".utf8),
      bytes.dropLast(2) + Array("e".utf8),
    ]
    for stem in stems {
      if let entry = gazetteer.entry(of: WordHash.of(stem)),
        gazetteer.entries[entry].kind == .municipality
      {
        return mention(entry: entry, .office, index..<index + 1, extent: index..<index + 2)
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
    return mention(entry: entry, .office, index..<index + 1)
  }

  /// Groups that stand for several: "kommunale Spitzenverbände", "die zehn kreisangehörigen Städte", "Kommunen"; with
  /// names behind it the word only says what they are: "die Städte Ulm und Hof".
  func group(at index: Int) -> Mention? {
    let token = tokens[index]
    if let next = self.token(index + 1), next.isCapitalised, next.isApart, let first = introducedPlural(at: index) {
      return first
    }
    if token.is(.group) {
      guard let before = self.token(index - 1), before.is(.regional) else { return nil }
      let actor = Actor(name: "kommunale " + nominative(index), kind: .association, isCollective: true)
      return Mention(actor: actor, form: .name, extent: index - 1..<index + 1, name: index - 1..<index + 1)
    }
    if token.is(.states) { return states(at: index) }
    guard token.is(.towns) else { return nil }
    if let before = self.token(index - 1), before.is(.regional), word(index - 1).starts(with: "kreis".utf8) {
      let start = stands([.count], at: index - 2) ? index - 2 : index - 1
      let actor = Actor(name: "kreisangehörige " + nominative(index), kind: .municipality, isCollective: true)
      return Mention(actor: actor, form: .group, extent: start..<index + 1, name: start..<index + 1)
    }
    let actor = Actor(name: nominative(index), kind: .municipality, isCollective: true)
    return Mention(actor: actor, form: .group, extent: index..<index + 1, name: index..<index + 1)
  }

  /// All Länder, where the Bund stands beside them: "Bund und Länder", "Bund, Länder und Kommunen".
  func states(at index: Int) -> Mention? {
    let joint = stands([.die, .den], at: index - 1) ? index - 2 : index - 1
    guard let mark = token(joint), mark.is(.und) || mark.isMark(","), let before = token(joint - 1),
      let bund = gazetteer.entry(of: before.hash), gazetteer.entries[bund].kind == .federal
    else { return nil }
    let actor = Actor(name: "Länder", kind: .state, isCollective: true)
    return Mention(actor: actor, form: .group, extent: index..<index + 1, name: index..<index + 1)
  }

  /// The first name behind "die Städte", "die Kreise", "die Länder".
  func introducedPlural(at index: Int) -> Mention? {
    let token = tokens[index]
    if token.is(.districts) { return district(in: index, at: index + 1, from: index) }
    if let match = listed(at: index + 1) {
      return mention(entry: match.entry, .name, index + 1..<match.end, extent: index..<match.end)
    }
    guard !token.is(.states), let end = endOfName(at: index + 1), isApposition(of: index, endingAt: end) else {
      return nil
    }
    return open(text(index + 1..<end), .municipality, index + 1..<end, extent: index..<end)
  }

  /// A district that a plural before its row names: "die Landkreise Uckermark und Barnim".
  func district(in plural: Int, at index: Int, from start: Int) -> Mention? {
    guard let end = endOfDistrictName(at: index),
      start == index || listed(at: index, .municipality) != nil || isApposition(of: plural, endingAt: end)
    else { return nil }
    let head = word(plural).starts(with: "Land".utf8) ? "Landkreis " : "Kreis "
    return open(head + text(index..<end), .district, index..<end, extent: start..<end)
  }

  /// The next of a row that "die Landkreise" or "die Städte" opens, behind a comma or "und".
  func next(of plural: Int, behind index: Int) -> Mention? {
    guard let joint = token(index), joint.isMark(",") || joint.is(.und), let name = token(index + 1),
      name.isCapitalised, !name.is(.district)
    else { return nil }
    if tokens[plural].is(.districts) { return district(in: plural, at: index + 1, from: index + 1) }
    if let match = listed(at: index + 1, .municipality) {
      return mention(entry: match.entry, .name, index + 1..<match.end)
    }
    guard listed(at: index + 1) == nil, let end = endOfName(at: index + 1) else { return nil }
    let town = text(index + 1..<end)
    // "die Städte Ulm, Neu-Ulm und Umgebung"
    guard !NameLearner.isNoun(town), !["Umland", "Region"].contains(town) else { return nil }
    return open(town, .municipality, index + 1..<end, extent: index + 1..<end)
  }

  /// A word no list knows between towns of a row, without an article like them: "Norderney, Juist und Borkum".
  func amidTowns(at index: Int) -> Mention? {
    guard index > 1, tokens[index - 1].isMark(","), let end = endOfName(at: index), let joint = token(end),
      joint.isMark(",") || joint.is(.und), listed(at: end + 1, .municipality) != nil,
      let before = gazetteer.entry(of: tokens[index - 2].hash), gazetteer.entries[before].kind == .municipality
    else { return nil }
    return open(text(index..<end), .municipality, index..<end, extent: index..<end)
  }
}
