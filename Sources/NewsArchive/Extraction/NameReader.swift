/// Finds who is named in a passage: names of the lists, and names that only their context tells.
///
/// The world is open. A name no list holds is known by what stands before it ("die Stadt X", "Landkreis Y", "der
/// IT-Dienstleister Z"), by how it is made (`…kreis`, "Ministerium für …", "Bayerischer …tag"), or by what other pages
/// have taught (`NameLearner`). German helps: names of towns take no article, and a surname follows a first name.
struct NameReader {
  let passage: Passage
  let tokens: [Token]
  let gazetteer: Gazetteer

  /// All mentions, in order.
  static func mentions(in passage: Passage, _ tokens: [Token], _ gazetteer: Gazetteer) -> [Mention] {
    let reader = NameReader(passage: passage, tokens: tokens, gazetteer: gazetteer)
    var mentions: [Mention] = []
    var index = 0
    var plural: Int?
    while index < tokens.count {
      if let row = plural {
        if let mention = reader.next(of: row, behind: index) {
          mentions.append(mention)
          index = mention.extent.upperBound
          continue
        }
        plural = nil
      }
      guard tokens[index].shape == .word, var mention = reader.mention(at: index) else {
        index += 1
        continue
      }
      if tokens[index].is(.districts) { plural = index }
      mention.extent = reader.withArticle(mention.extent, notBefore: mentions.last?.extent.upperBound ?? 0)
      mention.extent = reader.withShortName(mention.extent)
      index = max(index + 1, mention.extent.upperBound)
      if mention.form == .name, reader.isVenue(mention) { mention.form = .venue }
      mentions.append(mention)
    }
    return mentions
  }

  private func mention(at index: Int) -> Mention? {
    let token = tokens[index]
    if token.is(.ministry) { return ministry(at: index, from: index, adjective: nil) }
    if token.is(.association) { return association(at: index, from: index, adjective: nil) }
    if token.is(.towns) || token.is(.districts) || token.is(.group) || token.is(.states) { return group(at: index) }
    if let introduced = introduced(at: index) { return introduced }
    if let match = gazetteer.match(tokens, at: index) { return listed(match, at: index) }
    guard token.isCapitalised else { return nil }
    if let body = body(at: index) { return body }
    if token.is(.office), word(index).starts(with: "Bundes".utf8), let bund = gazetteer.known["Bund"] {
      return mention(entry: bund, .office, index..<index + 1)
    }
    return district(at: index) ?? adjective(at: index) ?? compound(at: index)
  }

  func word(_ index: Int) -> ArraySlice<UInt8> { passage.bytes[tokens[index].range] }
  func text(_ range: Range<Int>) -> String {
    guard let first = tokens[range].first, let last = tokens[range].last else { return "" }
    return passage.text(first.range.lowerBound..<last.range.upperBound)
  }
  func token(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

  func mention(entry: Int, _ form: Mention.Form, _ range: Range<Int>, extent: Range<Int>? = nil) -> Mention {
    let entry = gazetteer.entries[entry]
    return Mention(
      actor: Actor(name: entry.name, kind: entry.kind, isCollective: entry.isCollective), form: form,
      extent: extent ?? range, name: range)
  }

  // MARK: Names of the lists

  private func listed(_ match: Gazetteer.Match, at index: Int) -> Mention? {
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
        if next.is(.council) || next.is(.office) {
          return mention(entry: match.entry, .office, range, extent: index..<match.end + 1)
        }
      }
      return mention(entry: match.entry, .adjective, range)
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
  private func isPartOfName(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = tokens[index - 1]
    if before.isMark("."), index > 1, tokens[index - 2].is(.title) { return true }
    guard before.shape == .word, before.isCapitalised else { return false }
    if before.is(.office) || before.is(.title) || before.is(.authority) || before.is(.company) { return true }
    return before.entry.tags.isEmpty && gazetteer.entry(of: before.hash) == nil
  }

  /// Whether a surname follows: "Achim Brötel".
  private func isFirstName(before index: Int) -> Bool {
    guard let next = token(index), next.shape == .word, next.isApart, next.isCapitalised else { return false }
    return next.entry.tags.isEmpty && gazetteer.entry(of: next.hash) == nil
  }

  // MARK: Names that what stands before them tells

  /// "die Stadt X", "Landkreis Y", "das Land Z", "der IT-Dienstleister A", "Zweckverband B", "Initiative C".
  private func introduced(at index: Int) -> Mention? {
    let token = tokens[index]
    let name = index + 1
    guard token.isCapitalised else { return nil }
    if token.is(.state) {
      if let match = gazetteer.match(tokens, at: name), gazetteer.entries[match.entry].kind == .state,
        !match.isAdjective
      {
        return mention(entry: match.entry, .name, name..<match.end, extent: index..<match.end)
      }
      // "Land" without a name: whoever the story means; "Freistaat" always, "das Land" only as somebody that acts.
      guard let before = self.token(index - 1), before.isArticle || word(index).starts(with: "Freistaat".utf8) else {
        return nil
      }
      if before.is(.ein) || before.is(.pronominal) { return nil }
      return Mention(
        actor: Actor(name: String(decoding: word(index), as: UTF8.self), kind: .state), form: .reference,
        extent: index..<name, name: index..<name)
    }
    if token.is(.town) {
      if let match = gazetteer.match(tokens, at: name), !match.isAdjective,
        [.municipality, .state].contains(gazetteer.entries[match.entry].kind)
      {
        return mention(entry: match.entry, .name, name..<match.end, extent: index..<match.end)
      }
      guard let end = endOfName(at: name) else { return nil }
      return open(text(name..<end), .municipality, name..<end, extent: index..<end)
    }
    if token.is(.district) {
      if let named = districtByAdjective(at: index) { return named }
      guard let end = endOfDistrictName(at: name) else { return nil }
      let head = Gazetteer.nominative(String(decoding: word(index), as: UTF8.self))
      return open(head + " " + text(name..<end), .district, index..<end, extent: index..<end)
    }
    if token.is(.provider) || token.is(.union) || token.is(.company) || token.is(.initiative) {
      if let match = gazetteer.match(tokens, at: index) { return mention(entry: match.entry, .name, index..<match.end) }
      if let match = gazetteer.match(tokens, at: name), !match.isAdjective,
        ![.municipality, .state].contains(gazetteer.entries[match.entry].kind)
      {
        return mention(entry: match.entry, .name, name..<match.end, extent: index..<match.end)
      }
      guard let end = endOfProperName(at: name) else { return nil }
      // What something is belongs to its name where it names it: "Zweckverband KIV", but "der IT-Dienstleister Lecos".
      let isWhole = token.is(.union) || token.is(.initiative)
      let kind: Partner.Kind = token.is(.company) ? .company : token.is(.initiative) ? .initiative : .itServiceProvider
      let range = isWhole ? index..<end : name..<end
      return open(
        isWhole
          ? Gazetteer.nominative(String(decoding: word(index), as: UTF8.self)) + " " + text(name..<end)
          : text(name..<end), kind, range, extent: index..<end)
    }
    return nil
  }

  /// "Märkischer Kreis", "des Oberbergischen Kreises".
  private func districtByAdjective(at index: Int) -> Mention? {
    guard let before = token(index - 1), before.isCapitalised, before.shape == .word, before.entry.tags.isEmpty else {
      return nil
    }
    let adjective = text(index - 1..<index)
    guard ["ische", "ischer", "ischen", "ischem", "sche", "scher", "schen"].contains(where: adjective.hasSuffix) else {
      return nil
    }
    let name = Gazetteer.nominative(adjective: adjective, "er") + " Kreis"
    return open(name, .district, index - 1..<index + 1, extent: index - 1..<index + 1)
  }

  func open(_ name: String, _ kind: Partner.Kind, _ range: Range<Int>, extent: Range<Int>) -> Mention {
    Mention(actor: Actor(name: name, kind: kind), form: .name, extent: extent, name: range)
  }

  /// The index behind a town's name: "Bad Homburg", "St. Ingbert", "Murnau am Staffelsee", "Kirchheim bei München",
  /// "Halle (Saale)", "Villingen-Schwenningen".
  func endOfName(at index: Int) -> Int? {
    guard var end = Optional(index), let first = token(end), first.shape == .word, first.isCapitalised else {
      return nil
    }
    if first.is(.prefix) {
      end += 1
      if let mark = token(end), mark.isMark(".") { end += 1 }
      guard let next = token(end), next.shape == .word, next.isCapitalised, next.entry.tags.isEmpty else { return nil }
    } else if !first.entry.tags.isEmpty && !first.is(.water) || first.range.count < 3 {
      return nil
    }
    end += 1
    if let place = token(end), let next = token(end + 1), place.shape == .word {
      if place.is(.an) || place.is(.in) || place.is(.bei) || place.is(.auf) || place.is(.preposition) {
        let behindArticle = next.is(.der) || next.is(.dem) ? end + 2 : end + 1
        if let water = token(behindArticle), water.isCapitalised, water.is(.water) { return behindArticle + 1 }
        if place.is(.bei), next.isCapitalised, let town = gazetteer.entry(of: next.hash),
          [.municipality, .state].contains(gazetteer.entries[town].kind)
        {
          return end + 2
        }
      } else if place.isMark("("), next.is(.water), token(end + 2)?.isMark(")") == true {
        return end + 3
      }
    }
    if let place = token(end), place.isMark("("), let next = token(end + 1), next.is(.water),
      token(end + 2)?.isMark(")") == true
    {
      return end + 3
    }
    return end
  }

  /// The index behind a district's name: a town's, or "Rhein-Neckar", "Vorpommern-Rügen", "Leipzig".
  private func endOfDistrictName(at index: Int) -> Int? {
    if let match = gazetteer.match(tokens, at: index), !match.isAdjective,
      gazetteer.entries[match.entry].kind == .municipality
    {
      return match.end
    }
    return endOfName(at: index)
  }

  /// The index behind a name of up to five capitalised words and numbers, the name of a Land the last: "Digitale
  /// Kommune Niedersachsen", "#Digitales Bayern 5.0".
  func endOfProperName(at index: Int) -> Int? {
    var end = index
    while end < index + 5, let next = token(end), end == index || next.isApart {
      let isVersion = end > index && next.shape == .number && next.range.count <= 3
      guard isVersion || next.shape == .word && next.isCapitalised && !next.is(.office) && !next.is(.meeting) else {
        break
      }
      end += 1
      if end - index > 1, let land = gazetteer.entry(of: next.hash), gazetteer.entries[land].kind == .state,
        token(end)?.shape != .number
      {
        break
      }
    }
    return end > index ? end : nil
  }

  // MARK: Names by how they are made

  /// "Bodenseekreis", "Rhein-Neckar-Kreis", "Märkischer Kreis", "Rhein-Kreis Neuss", "Eifelkreis Bitburg-Prüm".
  private func district(at index: Int) -> Mention? {
    var bytes = word(index)
    if bytes.count > 8, bytes.suffix(2).elementsEqual("es".utf8) { bytes = bytes.dropLast(2) }
    guard bytes.count > 8, bytes.suffix(5).lowercased.elementsEqual("kreis".utf8) else { return nil }
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

  private static let circles = [
    "Arbeits", "Personen", "Freundes", "Teilnehmer", "Wahl", "Gesprächs", "Lenkungs", "Kunden", "Nutzer", "Experten",
    "Anwender", "Förder",
    "Qualitäts", "Adressaten", "Bekannten", "Stadt", "Um", "Steuerungs", "Empfänger", "Leser", "Mitglieder", "Lebens",
    "Land",
    "Strom", "Regel", "Fach", "Partner", "Themen",
  ]

  /// "Wolfsburger Stadtverwaltung", "Münchner Stadtrat": the town acts through its council.
  private func adjective(at index: Int) -> Mention? {
    let bytes = word(index)
    guard bytes.count > 4, bytes.suffix(2).elementsEqual("er".utf8), let next = token(index + 1), next.isApart,
      next.is(.council) || next.is(.office)
    else { return nil }
    let stems = [
      bytes.dropLast(2), bytes.dropLast(2) + Array("en".utf8), bytes.dropLast(3) + Array("en".utf8),
      bytes.dropLast(2) + Array("e".utf8),
    ]
    for stem in stems {
      if let entry = gazetteer.entry(of: WordHash.of(String(decoding: stem, as: UTF8.self))),
        gazetteer.entries[entry].kind == .municipality
      {
        return mention(entry: entry, .office, index..<index + 1, extent: index..<index + 2)
      }
    }
    return nil
  }

  /// "Sachsen-CIO", "Baden-Württemberg-CIO".
  private func compound(at index: Int) -> Mention? {
    let bytes = word(index)
    guard let hyphen = bytes.lastIndex(of: UInt8(ascii: "-")), bytes.endIndex - hyphen > 3 else { return nil }
    let tail = WordHash.of(String(decoding: bytes[(hyphen + 1)...], as: UTF8.self))
    guard
      [WordHash.of("CIO"), WordHash.of("CDO"), WordHash.of("Minister"), WordHash.of("Ministerin"), WordHash.of("OB")]
        .contains(tail),
      let entry = gazetteer.entry(of: WordHash.of(String(decoding: bytes[..<hyphen], as: UTF8.self)))
    else { return nil }
    return mention(entry: entry, .office, index..<index + 1)
  }

  /// Groups that stand for several: "kommunale Spitzenverbände", "die zehn kreisangehörigen Städte", "Kommunen"; with
  /// names behind it the word only says what they are: "die Städte Ulm und Hof".
  private func group(at index: Int) -> Mention? {
    let token = tokens[index]
    if let next = self.token(index + 1), next.isCapitalised, next.isApart { return introducedPlural(at: index) }
    if token.is(.group) {
      guard let before = self.token(index - 1), before.is(.regional) else { return nil }
      let actor = Actor(
        name: "kommunale " + Gazetteer.nominative(text(index..<index + 1)), kind: .association, isCollective: true)
      return Mention(actor: actor, form: .name, extent: index - 1..<index + 1, name: index - 1..<index + 1)
    }
    guard token.is(.towns) else { return nil }
    if let before = self.token(index - 1), before.is(.regional), word(index - 1).starts(with: "kreis".utf8) {
      let start = self.token(index - 2)?.is(.count) == true ? index - 2 : index - 1
      return Mention(
        actor: Actor(
          name: "kreisangehörige " + Gazetteer.nominative(String(decoding: word(index), as: UTF8.self)),
          kind: .municipality, isCollective: true), form: .group, extent: start..<index + 1, name: start..<index + 1)
    }
    let name = String(decoding: word(index), as: UTF8.self)
    return Mention(
      actor: Actor(name: name == "Städten" ? "Städte" : name, kind: .municipality, isCollective: true), form: .group,
      extent: index..<index + 1, name: index..<index + 1)
  }

  /// The first name behind "die Städte", "die Kreise", "die Länder".
  private func introducedPlural(at index: Int) -> Mention? {
    let token = tokens[index]
    if token.is(.districts) { return district(in: index, at: index + 1, from: index) }
    if let match = gazetteer.match(tokens, at: index + 1), !match.isAdjective {
      return mention(entry: match.entry, .name, index + 1..<match.end, extent: index..<match.end)
    }
    guard !token.is(.states), let end = endOfName(at: index + 1) else { return nil }
    return open(text(index + 1..<end), .municipality, index + 1..<end, extent: index..<end)
  }

  /// A district that a plural before its row names: "die Landkreise Uckermark und Barnim".
  private func district(in plural: Int, at index: Int, from start: Int) -> Mention? {
    guard let end = endOfDistrictName(at: index) else { return nil }
    let head = word(plural).starts(with: "Land".utf8) ? "Landkreis " : "Kreis "
    return open(head + text(index..<end), .district, index..<end, extent: start..<end)
  }

  /// The next of such a row, behind a comma or "und".
  private func next(of plural: Int, behind index: Int) -> Mention? {
    guard let joint = token(index), joint.isMark(",") || joint.is(.und), let name = token(index + 1),
      name.isCapitalised, !name.is(.district)
    else { return nil }
    return district(in: plural, at: index + 1, from: index + 1)
  }

  // MARK: What belongs to a mention

  /// With the article before, and an adjective between: "die kreisfreie Stadt X", "der kommunale IT-Dienstleister Y".
  private func withArticle(_ extent: Range<Int>, notBefore limit: Int) -> Range<Int> {
    var start = extent.lowerBound
    while start > limit, start > extent.lowerBound - 3,
      tokens[start - 1].isAdjective(word(start - 1)) || tokens[start - 1].is(.regional) || tokens[start - 1].is(.count)
    { start -= 1 }
    if start > limit, tokens[start - 1].isArticle || tokens[start - 1].is(.pronominal) && !tokens[start - 1].is(.und) {
      return start - 1..<extent.upperBound
    }
    return extent
  }

  /// With the short name behind: "Föderale IT-Kooperation (FITKO)", "Landkreis X (Bayern)", "Dataport (gegründet 2004)".
  private func withShortName(_ extent: Range<Int>) -> Range<Int> {
    guard let open = token(extent.upperBound), open.isMark("(") else { return extent }
    var end = extent.upperBound + 1
    while end < extent.upperBound + 5, let next = token(end) {
      if next.isMark(")") { return end - extent.upperBound <= 3 ? extent.lowerBound..<end + 1 : extent }
      end += 1
    }
    return extent
  }

  /// "die Tagung in Ulm", "der Kongress (3. Mai 2025) in Halle (Saale)": where something takes place.
  private func isVenue(_ mention: Mention) -> Bool {
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

extension Token {
  /// A definite or indefinite article.
  var isArticle: Bool {
    `is`(.der) || `is`(.die) || `is`(.das) || `is`(.dem) || `is`(.den) || `is`(.des) || `is`(.ein) || `is`(.einem)
  }

  /// A word that a town's name follows without an article.
  var placesTowns: Bool {
    `is`(.aus) || `is`(.in) || `is`(.von) || `is`(.mit) || `is`(.zwischen) || `is`(.und) || `is`(.auch) || `is`(.have)
      || `is`(.will) || `is`(.only) || `is`(.neben)
  }

  /// "im", "am", "beim", "vom", "zum", "zur": a preposition that has swallowed the article.
  func isContracted(_ word: ArraySlice<UInt8>) -> Bool {
    switch word.count {
    case 2: word.last == UInt8(ascii: "m")
    case 3, 4:
      word.last == UInt8(ascii: "m") && (`is`(.zu) || `is`(.von) || `is`(.bei))
        || word.last == UInt8(ascii: "r") && `is`(.zu)
    default: false
    }
  }

  /// An unlisted word in small letters with an adjective's ending.
  func isAdjective(_ word: ArraySlice<UInt8>) -> Bool {
    guard shape == .word, !isCapitalised, entry.tags.isEmpty, word.count > 3 else { return false }
    return word.last == UInt8(ascii: "e")
      || [UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "s"), UInt8(ascii: "m")].contains(word.last ?? 0)
        && word.dropLast().last == UInt8(ascii: "e")
  }
}

extension Sequence<UInt8> {
  /// The bytes with ASCII's capital letters made small.
  var lowercased: [UInt8] { map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }
}
