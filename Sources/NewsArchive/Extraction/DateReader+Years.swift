/// Months, seasons, parts of years and years.
extension DateReader {
  func monthNumber(_ index: Int) -> Int? { stands([.month], at: index) ? Int(tokens[index].entry.value) : nil }

  /// "Mai 2024", "Januar bis März 2023", "Mai 2020 und Juni 2021" behind "zwischen", "Dezember vergangenen Jahres".
  func month(at index: Int) -> Found? {
    if let span = months(at: index) { return span }
    let month = Int(tokens[index].entry.value)
    if let year = relativeYear(index + 1) {
      return Found(extent: .month(year: year, month: month), tokens: index..<index + 3)
    }
    guard let year = yearNumber(index + 1) else { return monthNearAnchor(month, at: index) }
    return Found(extent: .month(year: year, month: month), tokens: index..<index + 2)
  }

  /// "im Mai", "Ende Januar" under a bracket: the next of that name where the sentence speaks of what is to come, the
  /// last where it speaks of what has been, and else the one close by, if one is.
  private func monthNearAnchor(_ month: Int, at index: Int) -> Found? {
    guard let anchor, stands([.in, .part, .seit, .ab, .bis], at: index - 1) else { return nil }
    // Between marks: what another verb says lies beyond them.
    let start = tokens[..<index].lastIndex { $0.shape == .mark }.map { $0 + 1 } ?? 0
    let words = tokens[start..<(tokens[index...].firstIndex { $0.shape == .mark } ?? tokens.count)]
    var ahead = month - anchor.components.month
    if words.contains(where: { $0.isAny([.will, .shall, .future]) }) {
      if ahead < 0 { ahead += 12 }
    } else if words.contains(where: { $0.is(.have) || DateReader.past.contains($0.hash) }) {
      if ahead > 0 { ahead -= 12 }
    } else {
      if ahead > 6 { ahead -= 12 }
      if ahead < -6 { ahead += 12 }
      guard abs(ahead) <= 4 else { return nil }
    }
    let months = anchor.components.year * 12 + anchor.components.month - 1 + ahead
    return Found(extent: .month(year: months / 12, month: month), tokens: index..<index + 1)
  }

  private static let past = WordHash.list(
    "war waren wurde wurden hatte hatten kam kamen gab fand fanden ging gingen")

  /// From the first day of one month to the last of another.
  private func months(at index: Int) -> Found? {
    guard stands([.von, .zwischen], at: index - 1) else { return nil }
    let ownYear = yearNumber(index + 1)
    let joint = ownYear == nil ? index + 1 : index + 2
    guard stands([.bis, .und], at: joint), let last = monthNumber(joint + 1), let lastYear = yearNumber(joint + 2),
      let from = CalendarDate(year: ownYear ?? lastYear, month: Int(tokens[index].entry.value), day: 1),
      let to = UncertainDate.Extent.month(year: lastYear, month: last).latest
    else { return nil }
    return span(from, to, index..<joint + 3)
  }

  /// "Frühjahr 2015", "Winter 2025/26", and under a bracket "im Frühjahr".
  func season(at index: Int) -> Found? {
    guard let season = UncertainDate.Season(rawValue: 20 + Int(tokens[index].entry.value)) else { return nil }
    let behind = behindOfTheYear(index + 1)
    if let year = yearPair(behind) ?? yearNumber(behind) {
      return Found(extent: .season(year: year, season), tokens: index..<behind + 1)
    }
    guard let anchor, stands([.in], at: index - 1) else { return nil }
    // What is announced lies ahead: the next such season, this one included.
    let year = anchor.components.year
    guard let ends = UncertainDate.Extent.season(year: year, season).latest else { return nil }
    return Found(extent: .season(year: ends < anchor ? year + 1 : year, season), tokens: index..<index + 1)
  }

  /// The index behind "des Jahres", if that stands there.
  private func behindOfTheYear(_ index: Int) -> Int {
    stands([.des], at: index) && stands([.year], at: index + 1) ? index + 2 : index
  }

  /// "Anfang 2025", "Mitte Juni 2016", "Ende des Jahres 2020".
  func part(at index: Int) -> Found? {
    var next = index + 1
    if stands([.des], at: next) { next += 1 }
    if stands([.year], at: next) { next += 1 }
    if stands([.month], at: next), let found = month(at: next) {
      return Found(extent: found.extent, isApproximate: true, tokens: index..<found.tokens.upperBound)
    }
    return yearOrPair(next).map { Found(extent: $0, isApproximate: true, tokens: index..<next + 1) }
  }

  /// "zweiten Quartal 2026", "1. Halbjahr 2012", by the number and the index of the noun.
  func subdivision(_ number: Int, at index: Int, from start: Int) -> Found? {
    guard stands([.quarter, .half], at: index), case let behind = behindOfTheYear(index + 1),
      let year = yearNumber(behind)
    else { return nil }
    let isHalf = tokens[index].is(.half)
    guard (1...(isHalf ? 2 : 4)).contains(number) else { return nil }
    return Found(
      extent: isHalf ? .half(year: year, number) : .quarter(year: year, number), tokens: start..<behind + 1)
  }

  /// "2010er-Jahren".
  func decade(at index: Int) -> Found? {
    let word = word(index)
    guard Token.isDigit(tokens[index].mark), word.count >= 6, word.dropFirst(4).starts(with: "er".utf8),
      word.prefix(4).hasSuffix("0"),
      let first = DateReader.number(word.prefix(4))
    else { return nil }
    return Found(extent: .years(first, first + 9), tokens: index..<index + 1)
  }

  /// "vergangenen Jahres", "Jahr 2014", "Jahren 2018 bis 2020", "Schuljahr 2023/24".
  func years(at index: Int) -> Found? {
    if let year = relativeYear(index - 1) { return Found(extent: .year(year), tokens: index - 1..<index + 1) }
    guard let extent = yearOrPair(index + 1) else { return nil }
    if case .year(let first) = extent, stands([.bis], at: index + 2), let last = yearNumber(index + 3), last > first {
      return Found(extent: .years(first, last), tokens: index..<index + 4)
    }
    return Found(extent: extent, tokens: index..<index + 2)
  }

  /// The year of "vergangenen Jahres", "diesem Jahr": the bracket's, or the one before or behind it.
  private func relativeYear(_ index: Int) -> Int? {
    guard let anchor, let word = token(index), stands([.year], at: index + 1), tokens[index + 1].range.count <= 6,
      !self.word(index + 1).hasSuffix("n")
    else { return nil }
    if word.is(.last) { return anchor.components.year - 1 }
    if word.is(.this) { return anchor.components.year }
    return word.is(.coming) ? anchor.components.year + 1 : nil
  }

  /// A bare year where the words around make it one, "von 2017 bis 2019", "2024/25".
  func year(at index: Int) -> Found? {
    if let first = yearPair(index), stands(yearlike, at: index - 1) || stands([.statistic], at: index - 1) {
      return Found(extent: .years(first, first + 1), tokens: index..<index + 1)
    }
    guard let year = yearNumber(index) else { return nil }
    let before = token(index - 1) ?? tokens[index]
    let next = token(index + 1)
    if let joint = next, joint.is(.bis) && before.is(.von) || joint.is(.und) && before.is(.zwischen),
      let last = yearNumber(index + 2), last > year
    {
      return Found(extent: .years(year, last), tokens: index..<index + 3)
    }
    let found = Found(extent: .year(year), tokens: index..<index + 1)
    let counts = next.map { $0.shape == .word && $0.isCapitalised && $0.isApart && !$0.is(.have) } ?? false
    if index == 0 || before.shape == .mark && !before.isMark("(") && !before.isMark(",") {
      // "2022 lag der Anteil": a verb, not an adjective, stands before an article.
      let isVerb = next.map { $0.shape == .word && !$0.isCapitalised } == true && token(index + 2)?.isArticle == true
      let verbs: Tags = [.have, .be, .become, .will, .shall, .sign, .create, .found, .join]
      return isVerb || stands(verbs, at: index + 1) ? found : nil
    }
    if before.is(.statistic) || before.isAny(yearlike) && (!counts || before.isAny([.seit, .bis])) { return found }
    guard !counts, next?.shape == .word else { return nil }
    // "wurde 2019 gegründet", "die 2021 auf den Weg gebrachte": no noun that the number could count, no name before.
    let isAdverb = before.shape == .word && (!before.isCapitalised || before.isArticle) && !before.is(.zu)
    // "hatten die beiden Städte 2020 mit …": a word for what somebody is ends no name.
    let isBehindNoun = before.isAny([.town, .towns, .district, .districts, .state, .states, .partners, .council])
    return isAdverb || isBehindNoun ? found : nil
  }

  /// Words that a year follows: "in", "für", "seit", "schon", "gegründet".
  private var yearlike: Tags {
    [.seit, .bis, .in, .für, .ab, .auch, .about, .founded, .zwischen, .von, .already, .nach, .ago]
  }

  // MARK: Numbers

  func yearNumber(_ index: Int) -> Int? {
    guard let token = token(index), token.shape == .number, token.range.count == 4 else { return nil }
    return DateReader.number(word(index)).flatMap { (1700...2100).contains($0) ? $0 : nil }
  }

  /// The first of two years in a row, `2024/25` or `2024/2025`.
  private func yearPair(_ index: Int) -> Int? {
    guard let token = token(index), token.shape == .number, token.range.count == 7 || token.range.count == 9 else {
      return nil
    }
    let parts = word(index).split(separator: UInt8(ascii: "/"))
    guard parts.count == 2, parts[0].count == 4, let first = DateReader.number(parts[0]), (1900...2100).contains(first),
      let last = DateReader.number(parts[1]), last == first + 1 || last == (first + 1) % 100
    else { return nil }
    return first
  }

  private func yearOrPair(_ index: Int) -> UncertainDate.Extent? {
    yearPair(index).map { .years($0, $0 + 1) } ?? yearNumber(index).map { .year($0) }
  }

  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.count <= 4 && digits.allSatisfy(Token.isDigit) ? Int(String(decoding: digits, as: UTF8.self)) : nil
  }
}
