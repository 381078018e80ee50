/// Names that no list needs to hold, because what stands before them says what they are.
extension NameReader {
  /// "die Stadt X", "Landkreis Y", "das Land Z", "der IT-Dienstleister A", "Zweckverband B", "Initiative C".
  func introduced(at index: Int) -> Mention? {
    let token = tokens[index]
    let name = index + 1
    guard token.isCapitalised else { return nil }
    if token.is(.state) {
      if let match = listed(at: name, .state) {
        return mention(entry: match.entry, .name, name..<match.end, extent: index..<match.end)
      }
      // "Land" without a name: whoever the story means; "Freistaat" always, "das Land" only as somebody that acts.
      guard let before = self.token(index - 1), before.isArticle || word(index).starts(with: "Freistaat".utf8) else {
        return nil
      }
      if before.isAny([.ein, .pronominal]) { return nil }
      return Mention(
        actor: Actor(name: String(decoding: word(index), as: UTF8.self), kind: .state), form: .reference,
        extent: index..<name, name: index..<name)
    }
    if token.is(.town) {
      if let match = listed(at: name, .municipality, .state) {
        return mention(entry: match.entry, .name, name..<match.end, extent: index..<match.end)
      }
      guard let end = endOfName(at: name), isApposition(of: index, endingAt: end) else { return nil }
      return open(text(name..<end), .municipality, name..<end, extent: index..<end)
    }
    if token.is(.district) {
      if let named = districtByAdjective(at: index) { return named }
      guard let end = endOfDistrictName(at: name),
        listed(at: name, .municipality) != nil || isApposition(of: index, endingAt: end)
      else { return nil }
      return open(nominative(index) + " " + text(name..<end), .district, index..<end, extent: index..<end)
    }
    if token.isAny([.provider, .union, .company, .initiative]) {
      if let match = gazetteer.match(tokens, at: index) { return mention(entry: match.entry, .name, index..<match.end) }
      if let match = actor(at: name) {
        return mention(entry: match.entry, .name, name..<match.end, extent: index..<match.end)
      }
      guard let end = endOfProperName(at: name), isApposition(of: index, endingAt: end) else { return nil }
      // What something is belongs to its name where it names it: "Zweckverband KIV", but "der IT-Dienstleister Lecos".
      let isWhole = token.isAny([.union, .initiative, .authority])
      let kind: Partner.Kind = token.is(.company) ? .company : token.is(.initiative) ? .initiative : .itServiceProvider
      let range = isWhole ? index..<end : name..<end
      return open((isWhole ? nominative(index) + " " : "") + text(name..<end), kind, range, extent: index..<end)
    }
    return nil
  }

  /// "Märkischer Kreis", "des Oberbergischen Kreises".
  func districtByAdjective(at index: Int) -> Mention? {
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
    guard let first = token(index), first.shape == .word, first.isCapitalised else { return nil }
    var end = index
    if first.is(.prefix) {
      end += 1
      if let mark = token(end), mark.isMark(".") { end += 1 }
      guard let next = token(end), next.shape == .word, next.isCapitalised, next.entry.tags.isEmpty else { return nil }
    } else if !first.entry.tags.isEmpty && !first.is(.water) || first.range.count < 3 {
      return nil
    }
    end += 1
    // "Landkreis Sächsische Schweiz-Osterzgebirge"
    if first.isCapitalised, word(index).suffix(5).elementsEqual("ische".utf8), let noun = token(end), noun.isCapitalised
    {
      end += 1
    }
    if let place = token(end), let next = token(end + 1), place.shape == .word {
      if place.isAny([.an, .in, .bei, .auf, .preposition]) {
        let behindArticle = next.isAny([.der, .dem]) ? end + 2 : end + 1
        if let water = token(behindArticle), water.isCapitalised, water.is(.water) { return behindArticle + 1 }
        if place.is(.bei), next.isCapitalised, let town = gazetteer.entry(of: next.hash),
          [.municipality, .state].contains(gazetteer.entries[town].kind)
        {
          return end + 2
        }
      }
    }
    if token(end)?.isMark("(") == true, stands([.water], at: end + 1), token(end + 2)?.isMark(")") == true {
      return end + 3
    }
    return end
  }

  /// The index behind a district's name: a town's, or "Rhein-Neckar", "Vorpommern-Rügen", "Leipzig".
  func endOfDistrictName(at index: Int) -> Int? {
    listed(at: index, .municipality)?.end ?? endOfName(at: index)
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
}
