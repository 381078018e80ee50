/// "Die Stadt Quellbert hat …" names a town, "damit spart die Stadt Geld" does not: behind a word for what somebody is, a
/// capitalised word no list knows may be the name or the next noun of the sentence.
extension NameReader {
  /// Whether the word behind "Stadt", "Kreise" or "Unternehmen" at an index is a name.
  ///
  /// It is one where only an apposition can stand: where the phrase begins the sentence, before its verb, and behind a
  /// preposition, a noun or another member of its row. Behind a verb it has to look like a name, or a new phrase has to
  /// begin behind it.
  func isApposition(of index: Int, endingAt end: Int) -> Bool {
    // "in der Stadt Personal zu finden"
    if stands([.zu], at: end), token(end + 1)?.isCapitalised == false, !isContracted(end) {
      return looksLikeName(index + 1, end)
    }
    var start = index
    while isAdjective(start - 1) || stands([.regional, .count], at: start - 1) { start -= 1 }
    if !stands([.der, .die, .das, .dem, .den, .des], at: start - 1) { start = index }
    // Several without an article are any: "in Kommunen Personal", "Kommunen Mittel".
    if tokens[index].isAny([.towns, .districts]), start == index, token(start - 1)?.isArticle != true,
      !standsJoint(at: end)
    {
      return looksLikeName(index + 1, end)
    }
    guard let before = token(start - 1), before.shape == .word else { return true }
    if isContracted(start - 1) || before.isAny([.in, .an, .von, .zu, .bei]) { return true }
    // Without an article it is a title: "Stadt Ulm".
    guard before.isArticle else {
      // A row's mark, or a preposition that takes no article here.
      return before.isCapitalised || before.isAny([.und, .mit, .zwischen, .aus, .neben, .durch, .für])
        || looksLikeName(index + 1, end)
    }
    guard let earlier = token(start - 2), earlier.shape == .word else { return true }
    if earlier.isAny([
      .mit, .zwischen, .durch, .neben, .von, .aus, .in, .zu, .bei, .für, .an, .über, .laut, .nach, .gegen, .um, .auf,
      .seit, .ohne, .preposition, .according, .auch, .gemeinsam,
    ]) {
      return true
    }
    if earlier.is(.und) { return token(start - 3).map { $0.isCapitalised || $0.shape == .mark } ?? false }
    let isNoun = earlier.isCapitalised && (earlier.entry.tags.isEmpty || !earlier.isAny([.have, .be, .become, .will]))
    return isNoun && before.isAny([.der, .des, .einem]) || looksLikeName(index + 1, end)
  }

  /// A name of several words, in capitals, with a hyphen or an ending that places have; or any word but a plural before
  /// the article of the next phrase: "hat die Stadt Quellbert eine App".
  private func looksLikeName(_ start: Int, _ end: Int) -> Bool {
    guard end == start + 1 else { return true }
    let word = word(start)
    if tokens[start].is(.water) || gazetteer.entry(of: tokens[start].hash) != nil { return true }
    if word.dropFirst().contains(where: { $0 &- 0x41 < 26 || Token.isDigit($0) }) { return true }
    if NameReader.placeEndings.contains(where: { word.count > $0.utf8.count + 1 && word.hasSuffix($0) }) { return true }
    guard let next = token(end), !word.hasSuffix("n") else { return false }
    return next.isArticle || next.isAny([.pronominal, .legalForm, .have, .mit])
  }

  private static let placeEndings = [
    "burg", "berg", "stadt", "dorf", "heim", "hausen", "ingen", "hagen", "hofen", "kirchen", "rode", "leben", "nitz",
    "witz", "brück", "ried", "wald", "see", "born", "stedt", "büttel", "siel", "furt", "bach", "horst", "weiler",
    "brunn",
  ]
}
