/// Names that no list needs to hold, because what stands before them says what they are.
extension NameReader {
  /// "die Stadt X", "Landkreis Y", "das Land Z", "der IT-Dienstleister A", "Zweckverband B", "Initiative C".
  func introduced(at index: Int) -> Mention? {
    let token = tokens[index]
    let name = index + 1
    guard token.isCapitalised else { return nil }
    if token.is(.state) {
      if let match = listed(at: name, .state) { return mention(match, from: index) }
      // "Land" without a name: whoever the story means; "Freistaat" always, "das Land" only as somebody that acts.
      guard let before = self.token(index - 1), before.isArticle || word(index).starts(with: "Freistaat".utf8),
        !before.isAny([.ein, .pronominal])
      else { return nil }
      return mention(text(index..<name), .state, index..<name, as: .reference)
    }
    if token.is(.town) {
      if let match = listed(at: name, .municipality, .state) { return mention(match, from: index) }
      guard let end = endOfName(at: name), isApposition(of: index, endingAt: end) else { return nil }
      return mention(text(name..<end), .municipality, name..<end, extent: index..<end)
    }
    if token.is(.district) {
      if let named = districtByAdjective(at: index) { return named }
      guard let end = endOfDistrictName(at: name),
        listed(at: name, .municipality) != nil || isApposition(of: index, endingAt: end)
      else { return nil }
      return mention(nominative(index) + " " + text(name..<end), .district, index..<end)
    }
    guard token.isAny([.provider, .union, .company, .initiative]) else { return nil }
    if let match = gazetteer.match(tokens, at: index) ?? actor(at: name) { return mention(match, from: index) }
    guard let end = endOfProperName(at: name), isApposition(of: index, endingAt: end) else { return nil }
    // What something is belongs to its name where it names it: "Zweckverband KIV", but "der IT-Dienstleister Lecos".
    let isWhole = token.isAny([.union, .initiative, .authority])
    let kind: Partner.Kind = token.is(.company) ? .company : token.is(.initiative) ? .initiative : .itServiceProvider
    return mention(
      (isWhole ? nominative(index) + " " : "") + text(name..<end), kind, (isWhole ? index : name)..<end,
      extent: index..<end)
  }

  /// "Märkischer Kreis", "des Oberbergischen Kreises".
  private func districtByAdjective(at index: Int) -> Mention? {
    guard standsNoun(at: index - 1), tokens[index - 1].entry.tags.isEmpty,
      ["sche", "scher", "schen", "ischem"].contains(where: word(index - 1).hasSuffix)
    else { return nil }
    let name = Gazetteer.nominative(adjective: text(index - 1..<index), "er") + " Kreis"
    return mention(name, .district, index - 1..<index + 1)
  }

  /// The index behind a town's name: "Bad Homburg", "St. Ingbert", "Murnau am Staffelsee", "Kirchheim bei München",
  /// "Halle (Saale)", "Villingen-Schwenningen".
  func endOfName(at index: Int) -> Int? {
    guard standsNoun(at: index) else { return nil }
    let first = tokens[index]
    var end = index
    if first.is(.prefix) {
      end += standsMark(".", at: index + 1) ? 2 : 1
      guard standsNoun(at: end), tokens[end].entry.tags.isEmpty else { return nil }
    } else if !first.entry.tags.isEmpty && !first.is(.water) || first.range.count < 3 {
      return nil
    }
    end += 1
    // "Landkreis Sächsische Schweiz-Osterzgebirge"
    if word(index).hasSuffix("ische"), token(end)?.isCapitalised == true { end += 1 }
    if stands([.an, .in, .bei, .auf, .preposition], at: end) {
      let water = stands([.der, .dem], at: end + 1) ? end + 2 : end + 1
      if stands([.water], at: water), tokens[water].isCapitalised { return water + 1 }
      if stands([.bei], at: end), token(end + 1)?.isCapitalised == true,
        [.municipality, .state].contains(kind(at: end + 1))
      {
        return end + 2
      }
    }
    return standsMark("(", at: end) && stands([.water], at: end + 1) && standsMark(")", at: end + 2) ? end + 3 : end
  }

  /// The index behind a district's name: a town's, or "Rhein-Neckar", "Vorpommern-Rügen", "Leipzig".
  func endOfDistrictName(at index: Int) -> Int? { listed(at: index, .municipality)?.end ?? endOfName(at: index) }

  /// The index behind a name of up to five capitalised words and numbers, the name of a Land the last: "Digitale
  /// Kommune Niedersachsen", "#Digitales Bayern 5.0".
  func endOfProperName(at index: Int) -> Int? {
    var end = index
    while end < index + 5, let next = token(end), end == index || next.isApart {
      let isVersion = end > index && next.shape == .number && next.range.count <= 3
      guard isVersion || standsNoun(at: end) && !next.isAny([.office, .meeting]) else { break }
      end += 1
      if end - index > 1, kind(at: end - 1) == .state, token(end)?.shape != .number { break }
    }
    return end > index ? end : nil
  }
}
