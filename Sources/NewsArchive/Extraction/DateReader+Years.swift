/// Months, seasons, parts of years and years.
extension DateReader {
  /// "Mai 2024", "Januar bis März 2023", "Mai 2020 und Juni 2021" behind "zwischen", "Dezember vergangenen Jahres".
  func month(at index: Int) -> Found? {
    if let span = months(at: index) { return span }
    if let year = relativeYear(index + 1) {
      return Found(extent: .month(year: year, month: Int(tokens[index].entry.value)), tokens: index..<index + 3)
    }
    guard let year = yearNumber(index + 1) else { return monthNearAnchor(index) }
    return Found(extent: .month(year: year, month: Int(tokens[index].entry.value)), tokens: index..<index + 2)
  }

  /// "im Mai", "Ende Januar" under a bracket: the next of that name where the sentence speaks of what is to come, the
  /// last where it speaks of what has been, and else the one close by, if one is.
  private func monthNearAnchor(_ index: Int) -> Found? {
    guard let anchor, stands([.in, .part, .seit, .ab, .bis], at: index - 1) else { return nil }
    let (year, anchored, month) = (
      anchor.components.year, anchor.components.month, Int(tokens[index].entry.value)
    )
    var ahead = month - anchored
    let part = partOfSentence(around: index)
    func says(_ tags: Tags) -> Bool { tokens[part].contains { $0.isAny(tags) } }
    if says([.will, .shall, .future]) {
      if ahead < 0 { ahead += 12 }
    } else if says([.have]) || tokens[part].contains(where: { DateReader.past.contains($0.hash) }) {
      if ahead > 0 { ahead -= 12 }
    } else {
      if ahead > 6 { ahead -= 12 }
      if ahead < -6 { ahead += 12 }
      guard abs(ahead) <= 4 else { return nil }
    }
    let months = year * 12 + anchored - 1 + ahead
    return Found(extent: .month(year: months / 12, month: month), tokens: index..<index + 1)
  }

  /// The tokens around one, between marks: what another verb says lies beyond them.
  private func partOfSentence(around index: Int) -> Range<Int> {
    let start = tokens[..<index].lastIndex { $0.shape == .mark }.map { $0 + 1 } ?? 0
    return start..<(tokens[index...].firstIndex { $0.shape == .mark } ?? tokens.count)
  }

  private static let past = WordHash.set(
    "war waren wurde wurden hatte hatten kam kamen gab fand fanden ging gingen")

  /// "Frühjahr 2015", "Winter 2025/26", and under a bracket "im Frühjahr".
  func season(at index: Int) -> Found? {
    guard let season = UncertainDate.Season(rawValue: 20 + Int(tokens[index].entry.value)) else { return nil }
    let behindOf = stands([.des], at: index + 1) && stands([.year], at: index + 2) ? index + 3 : index + 1
    if let (first, _) = yearPair(behindOf) {
      return Found(extent: .season(year: first, season), tokens: index..<behindOf + 1)
    }
    if let year = yearNumber(behindOf) {
      return Found(extent: .season(year: year, season), tokens: index..<behindOf + 1)
    }
    guard let anchor, stands([.in], at: index - 1) else { return nil }
    // What is announced lies ahead: the next such season, this one included.
    let year = anchor.components.year
    guard let ends = UncertainDate.Extent.season(year: year, season).latest else { return nil }
    return Found(extent: .season(year: ends < anchor ? year + 1 : year, season), tokens: index..<index + 1)
  }

  /// "Anfang 2025", "Mitte Juni 2016", "Ende des Jahres 2020".
  func part(at index: Int) -> Found? {
    var next = index + 1
    if stands([.des], at: next) { next += 1 }
    if stands([.year], at: next) { next += 1 }
    if stands([.month], at: next), let found = month(at: next) {
      return Found(extent: found.extent, isApproximate: true, tokens: index..<found.tokens.upperBound)
    }
    if let (first, last) = yearPair(next) {
      return Found(extent: .years(first, last), isApproximate: true, tokens: index..<next + 1)
    }
    guard let year = yearNumber(next) else { return nil }
    return Found(extent: .year(year), isApproximate: true, tokens: index..<next + 1)
  }

  /// From the first day of one month to the last of another.
  func months(at index: Int) -> Found? {
    guard stands([.von, .zwischen], at: index - 1) else { return nil }
    let ownYear = yearNumber(index + 1)
    let joint = ownYear == nil ? index + 1 : index + 2
    guard stands([.bis, .und], at: joint), let last = token(joint + 1), last.is(.month),
      let lastYear = yearNumber(joint + 2),
      let from = CalendarDate(year: ownYear ?? lastYear, month: Int(tokens[index].entry.value), day: 1),
      let to = UncertainDate.Extent.month(year: lastYear, month: Int(last.entry.value)).latest
    else { return nil }
    return span(from, to, index..<joint + 3)
  }

  /// "zweiten Quartal 2026", "ersten Halbjahr 2012".
  func subdivision(at index: Int) -> Found? {
    guard let noun = token(index + 1), noun.isAny([.quarter, .half]) else { return nil }
    return subdivision(Int(tokens[index].entry.value), noun, index..<index + 2)
  }

  func subdivision(_ number: Int, _ noun: Token, _ words: Range<Int>) -> Found? {
    var year = words.upperBound
    if stands([.des], at: year), stands([.year], at: year + 1) { year += 2 }
    guard let named = yearNumber(year), (1...(noun.is(.half) ? 2 : 4)).contains(number) else { return nil }
    return Found(
      extent: noun.is(.half) ? .half(year: named, number) : .quarter(year: named, number),
      tokens: words.lowerBound..<year + 1)
  }

  /// The year of "vergangenen Jahres", "diesem Jahr": the bracket's, or the one before or behind it.
  func relativeYear(_ index: Int) -> Int? {
    guard let anchor, let word = token(index), let year = token(index + 1), year.is(.year), year.range.count <= 6,
      passage.bytes[year.range].last != UInt8(ascii: "n")
    else { return nil }
    if word.is(.last) { return anchor.components.year - 1 }
    if word.is(.this) { return anchor.components.year }
    return word.is(.coming) ? anchor.components.year + 1 : nil
  }

  /// "2010er-Jahren".
  func decade(at index: Int) -> Found? {
    guard Token.isDigit(tokens[index].mark) else { return nil }
    let word = passage.bytes[tokens[index].range]
    guard word.count >= 6, word.dropFirst(4).starts(with: "er".utf8), word.dropFirst(3).first == UInt8(ascii: "0"),
      let first = DateReader.number(word.prefix(4))
    else { return nil }
    return Found(extent: .years(first, first + 9), tokens: index..<index + 1)
  }

  /// "Jahr 2014", "Jahren 2018 bis 2020".
  func years(at index: Int) -> Found? {
    if let year = relativeYear(index - 1) { return Found(extent: .year(year), tokens: index - 1..<index + 1) }
    // "Schuljahr 2023/24"
    if let (first, last) = yearPair(index + 1) {
      return Found(extent: .years(first, last), tokens: index..<index + 2)
    }
    guard let first = yearNumber(index + 1) else { return nil }
    if let joint = token(index + 2), joint.is(.bis), let last = yearNumber(index + 3), last > first {
      return Found(extent: .years(first, last), tokens: index..<index + 4)
    }
    return Found(extent: .year(first), tokens: index..<index + 2)
  }

  /// A bare year where the words around make it one, "von 2017 bis 2019", "2024/25".
  func year(at index: Int) -> Found? {
    if let (first, last) = yearPair(index), stands(yearlike, at: index - 1) || stands([.statistic], at: index - 1) {
      return Found(extent: .years(first, last), tokens: index..<index + 1)
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
    let isAtStart =
      index == 0 || tokens[index - 1].shape == .mark && !tokens[index - 1].isMark("(") && !tokens[index - 1].isMark(",")
    if isAtStart {
      // "2022 lag der Anteil": a verb, not an adjective, stands before an article.
      let isVerb = next.map { $0.shape == .word && !$0.isCapitalised } == true && token(index + 2)?.isArticle == true
      return isVerb || stands(verblike, at: index + 1) ? found : nil
    }
    if before.is(.statistic) { return found }
    if before.isAny(yearlike), !counts || before.isAny([.seit, .bis]) { return found }
    // "wurde 2019 gegründet", "die 2021 auf den Weg gebrachte": no noun that the number could count, no name before.
    let isAdverb =
      !counts && before.shape == .word && (!before.isCapitalised || before.isArticle) && next?.shape == .word
    // "hatten die beiden Städte 2020 mit …": a word for what somebody is ends no name.
    let isBehindNoun = !counts && next?.shape == .word && before.isAny(classes)
    return isAdverb && !before.is(.zu) || isBehindNoun ? found : nil
  }

  func yearNumber(_ index: Int) -> Int? {
    guard let token = token(index), token.shape == .number, token.range.count == 4 else { return nil }
    return DateReader.number(passage.bytes[token.range]).flatMap { (1700...2100).contains($0) ? $0 : nil }
  }

  /// `2024/25` and `2024/2025`: two years in a row.
  func yearPair(_ index: Int) -> (Int, Int)? {
    guard let token = token(index), token.shape == .number, token.range.count == 7 || token.range.count == 9 else {
      return nil
    }
    let parts = passage.bytes[token.range].split(separator: UInt8(ascii: "/"))
    guard parts.count == 2, parts[0].count == 4, let first = DateReader.number(parts[0]), (1900...2100).contains(first),
      let last = DateReader.number(parts[1])
    else { return nil }
    return last == first + 1 || last == (first + 1) % 100 ? (first, first + 1) : nil
  }

  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 4 else { return nil }
    var number = 0
    for digit in digits {
      guard Token.isDigit(digit) else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }

  /// Words that a year follows: "in", "für", "seit", "schon", "gegründet".
  private var yearlike: Tags {
    [.seit, .bis, .in, .für, .ab, .auch, .about, .founded, .zwischen, .von, .already, .nach, .ago]
  }

  private var classes: Tags { [.town, .towns, .district, .districts, .state, .states, .partners, .council] }

  /// Words that a year before them is an adverb to.
  private var verblike: Tags { [.have, .be, .become, .will, .shall, .sign, .create, .found, .join] }
}
