/// Finds the dates that words name, as exact as the words are: "am 3. Mai 2024", "Anfang 2025", "29. und 30.3.2023",
/// "im zweiten Quartal 2026", "seit dem Herbst 2021".
///
/// A number is a year only in the company of words that make it one: behind "im Jahr", "seit", a month, a season, or
/// where a verb follows. `1.136`, "2024 Zeichen", "Quartier 2030" and "Montgelas 3.0" are none.
struct DateReader {
  let passage: Passage
  let tokens: [Token]
  /// The day in the story's bracket: it tells the year of "im Frühjahr" and "am 3. Mai".
  let anchor: CalendarDate?

  /// A date and the tokens that name it.
  struct Found {
    var extent: UncertainDate.Extent
    var isApproximate = false
    var tokens: Range<Int>

    func date(in read: ReadPassage) -> UncertainDate {
      UncertainDate(extent, isApproximate: isApproximate, words: read.place(tokens))
    }
  }

  /// The dates in some tokens, in order.
  func dates(in range: Range<Int>) -> [Found] {
    var found: [Found] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let date = date(at: index, in: range) {
        found.append(preceded(date, notBefore: found.last?.tokens.upperBound ?? range.lowerBound))
        index = max(index + 1, date.tokens.upperBound)
      } else {
        index += 1
      }
    }
    return found
  }

  private func token(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

  /// A date that begins at a token: with its number, month, season or part of a year; prepositions come later.
  private func date(at index: Int, in range: Range<Int>) -> Found? {
    let token = tokens[index]
    if token.shape == .number { return numbered(at: index) }
    if token.is(.month) { return month(at: index) }
    if token.is(.season) { return season(at: index) }
    if token.is(.part) { return part(at: index) }
    if token.is(.ordinal) { return subdivision(at: index) }
    if token.is(.year) { return years(at: index) }
    if token.shape == .word, let decade = decade(at: index) { return decade }
    return nil
  }

  // MARK: Days

  /// "3. Mai 2024", "03.05.2024", "29. und 30.3.2023", "6. bis 8. Oktober 2023", "8. Oktober bis 13. November 2020",
  /// or a year.
  private func numbered(at index: Int) -> Found? {
    if let day = writtenDay(index) { return Found(extent: .day(day), tokens: index..<index + 1) }
    guard let first = dayOfMonth(at: index) else { return year(at: index) }
    if let noun = token(index + 2), noun.is(.quarter) || noun.is(.half) {
      return subdivision(first, noun, index..<index + 3)
    }
    if let (day, end) = namedDay(at: index) {
      if let joint = token(end), joint.is(.bis) || joint.is(.und), let (last, lastEnd) = namedDay(at: end + 1),
        joint.is(.bis)
      {
        return span(day, last, index..<lastEnd)
      }
      return Found(extent: .day(day), tokens: index..<end)
    }
    // The first day without its month: "29. und 30.3.2023", "6. bis 8. Oktober 2023", "8. Oktober bis 13. November 2020".
    var next = index + 2
    var month: Int?
    if let word = token(next), word.is(.month) {
      month = Int(word.entry.value)
      next += 1
    }
    if let joint = token(next), joint.is(.bis) || joint.is(.und) || joint.isDash {
      var last: (day: CalendarDate, end: Int)?
      if let day = writtenDay(next + 1) { last = (day, next + 2) } else { last = namedDay(at: next + 1) }
      if let (last, end) = last,
        let start = CalendarDate(year: last.components.year, month: month ?? last.components.month, day: first)
      {
        return span(start, last, index..<end)
      }
    }
    // A day and a month: the bracket tells the year.
    if let month, let anchor, let day = nearest(month: month, day: first, to: anchor),
      token(index - 1)?.is(.an) == true || token(index - 1)?.is(.zu) == true || token(index - 1)?.is(.den) == true
    {
      return Found(extent: .day(day), tokens: index..<next)
    }
    return nil
  }

  private func span(_ first: CalendarDate, _ last: CalendarDate, _ tokens: Range<Int>) -> Found? {
    first < last ? Found(extent: .days(first, last), tokens: tokens) : nil
  }

  /// `3.5.2024` or `03.05.2024`, one token.
  private func writtenDay(_ index: Int) -> CalendarDate? {
    guard let token = token(index), token.shape == .number, (8...10).contains(token.range.count) else { return nil }
    let parts = passage.bytes[token.range].split(separator: UInt8(ascii: "."))
    guard parts.count == 3, parts[2].count == 4 else { return nil }
    let numbers = parts.compactMap(DateReader.number)
    return numbers.count == 3 ? CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0]) : nil
  }

  /// "3. Mai 2024" and the index behind it.
  private func namedDay(at index: Int) -> (day: CalendarDate, end: Int)? {
    guard let day = dayOfMonth(at: index), let month = token(index + 2), month.is(.month),
      let year = yearNumber(index + 3),
      let date = CalendarDate(year: year, month: Int(month.entry.value), day: day)
    else { return nil }
    return (date, index + 4)
  }

  /// The number of "3." at a token.
  private func dayOfMonth(at index: Int) -> Int? {
    guard let token = token(index), token.shape == .number, token.range.count <= 2, let mark = self.token(index + 1),
      mark.isMark("."), !mark.isApart
    else { return nil }
    return DateReader.number(passage.bytes[token.range]).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  private func nearest(month: Int, day: Int, to anchor: CalendarDate) -> CalendarDate? {
    let year = anchor.components.year
    return (year - 1...year + 1).compactMap { CalendarDate(year: $0, month: month, day: day) }
      .min { abs($0.dayNumber - anchor.dayNumber) < abs($1.dayNumber - anchor.dayNumber) }
  }

  // MARK: Months, seasons, parts of years

  /// "Mai 2024", "Januar bis März 2023", "Mai 2020 und Juni 2021" behind "zwischen", "Dezember vergangenen Jahres".
  private func month(at index: Int) -> Found? {
    if let span = months(at: index) { return span }
    if let year = relativeYear(index + 1) {
      return Found(extent: .month(year: year, month: Int(tokens[index].entry.value)), tokens: index..<index + 3)
    }
    guard let year = yearNumber(index + 1) else { return nil }
    return Found(extent: .month(year: year, month: Int(tokens[index].entry.value)), tokens: index..<index + 2)
  }

  /// "Frühjahr 2015", "Winter 2025/26", and under a bracket "im Frühjahr".
  private func season(at index: Int) -> Found? {
    guard let season = UncertainDate.Season(rawValue: 20 + Int(tokens[index].entry.value)) else { return nil }
    let behindOf =
      token(index + 1).map { $0.is(.des) && token(index + 2)?.is(.year) == true } == true ? index + 3 : index + 1
    if let (first, _) = yearPair(behindOf) {
      return Found(extent: .season(year: first, season), tokens: index..<behindOf + 1)
    }
    if let year = yearNumber(behindOf) {
      return Found(extent: .season(year: year, season), tokens: index..<behindOf + 1)
    }
    guard let anchor, let before = token(index - 1), before.is(.in) else { return nil }
    // What is announced lies ahead: the next such season, this one included.
    let year = anchor.components.year
    guard let ends = UncertainDate.Extent.season(year: year, season).latest else { return nil }
    return Found(extent: .season(year: ends < anchor ? year + 1 : year, season), tokens: index..<index + 1)
  }

  /// "Anfang 2025", "Mitte Juni 2016", "Ende des Jahres 2020".
  private func part(at index: Int) -> Found? {
    var next = index + 1
    if token(next)?.is(.des) == true { next += 1 }
    if token(next)?.is(.year) == true { next += 1 }
    if let word = token(next), word.is(.month), let found = month(at: next) {
      return Found(extent: found.extent, isApproximate: true, tokens: index..<found.tokens.upperBound)
    }
    if let (first, last) = yearPair(next) {
      return Found(extent: .years(first, last), isApproximate: true, tokens: index..<next + 1)
    }
    guard let year = yearNumber(next) else { return nil }
    return Found(extent: .year(year), isApproximate: true, tokens: index..<next + 1)
  }

  /// From the first day of one month to the last of another.
  private func months(at index: Int) -> Found? {
    guard let before = token(index - 1), before.is(.von) || before.is(.zwischen) else { return nil }
    let ownYear = yearNumber(index + 1)
    let joint = ownYear == nil ? index + 1 : index + 2
    guard token(joint).map({ $0.is(.bis) || $0.is(.und) }) == true, let last = token(joint + 1), last.is(.month),
      let lastYear = yearNumber(joint + 2),
      let from = CalendarDate(year: ownYear ?? lastYear, month: Int(tokens[index].entry.value), day: 1),
      let to = UncertainDate.Extent.month(year: lastYear, month: Int(last.entry.value)).latest
    else { return nil }
    return span(from, to, index..<joint + 3)
  }

  /// "zweiten Quartal 2026", "ersten Halbjahr 2012".
  private func subdivision(at index: Int) -> Found? {
    guard let noun = token(index + 1), noun.is(.quarter) || noun.is(.half) else { return nil }
    return subdivision(Int(tokens[index].entry.value), noun, index..<index + 2)
  }

  private func subdivision(_ number: Int, _ noun: Token, _ words: Range<Int>) -> Found? {
    var year = words.upperBound
    if token(year)?.is(.des) == true, token(year + 1)?.is(.year) == true { year += 2 }
    guard let named = yearNumber(year), (1...(noun.is(.half) ? 2 : 4)).contains(number) else { return nil }
    return Found(
      extent: noun.is(.half) ? .half(year: named, number) : .quarter(year: named, number),
      tokens: words.lowerBound..<year + 1)
  }

  /// The year of "vergangenen Jahres", "diesem Jahr": the bracket's, or the one before or behind it.
  private func relativeYear(_ index: Int) -> Int? {
    guard let anchor, let word = token(index), let year = token(index + 1), year.is(.year), year.range.count <= 6,
      passage.bytes[year.range].last != UInt8(ascii: "n")
    else { return nil }
    if word.is(.last) { return anchor.components.year - 1 }
    if word.is(.this) { return anchor.components.year }
    return word.is(.coming) ? anchor.components.year + 1 : nil
  }

  /// "2010er-Jahren".
  private func decade(at index: Int) -> Found? {
    let word = passage.bytes[tokens[index].range]
    guard word.count >= 6, word.dropFirst(4).starts(with: "er".utf8), word.dropFirst(3).first == UInt8(ascii: "0"),
      let first = DateReader.number(word.prefix(4))
    else { return nil }
    return Found(extent: .years(first, first + 9), tokens: index..<index + 1)
  }

  // MARK: Years

  /// "Jahr 2014", "Jahren 2018 bis 2020".
  private func years(at index: Int) -> Found? {
    if let year = relativeYear(index - 1) { return Found(extent: .year(year), tokens: index - 1..<index + 1) }
    guard let first = yearNumber(index + 1) else { return nil }
    if let joint = token(index + 2), joint.is(.bis), let last = yearNumber(index + 3), last > first {
      return Found(extent: .years(first, last), tokens: index..<index + 4)
    }
    return Found(extent: .year(first), tokens: index..<index + 2)
  }

  /// A bare year where the words around make it one, "von 2017 bis 2019", "2024/25".
  private func year(at index: Int) -> Found? {
    if let (first, last) = yearPair(index),
      token(index - 1)?.isYearlike == true || token(index - 1)?.is(.statistic) == true
    {
      return Found(extent: .years(first, last), tokens: index..<index + 1)
    }
    guard let year = yearNumber(index), let before = token(index - 1) ?? Optional(tokens[index]) else { return nil }
    let next = token(index + 1)
    if let joint = next, joint.is(.bis) && before.is(.von) || joint.is(.und) && before.is(.zwischen),
      let last = yearNumber(index + 2), last > year
    {
      return Found(extent: .years(year, last), tokens: index..<index + 3)
    }
    let counts = next.map { $0.shape == .word && $0.isCapitalised && $0.isApart && !$0.is(.have) } ?? false
    let isAtStart =
      index == 0 || tokens[index - 1].shape == .mark && !tokens[index - 1].isMark("(") && !tokens[index - 1].isMark(",")
    if isAtStart {
      return next.map { $0.isVerblike } == true ? Found(extent: .year(year), tokens: index..<index + 1) : nil
    }
    if before.is(.statistic) { return Found(extent: .year(year), tokens: index..<index + 1) }
    if before.isYearlike, !counts || before.is(.seit) || before.is(.bis) {
      return Found(extent: .year(year), tokens: index..<index + 1)
    }
    // "wurde 2019 gegründet", "die 2021 auf den Weg gebrachte": no noun that the number could count, no name before.
    if !counts, before.shape == .word, !before.isCapitalised || before.isArticle, next?.shape == .word, !before.is(.zu)
    {
      return Found(extent: .year(year), tokens: index..<index + 1)
    }
    return nil
  }

  private func yearNumber(_ index: Int) -> Int? {
    guard let token = token(index), token.shape == .number, token.range.count == 4 else { return nil }
    return DateReader.number(passage.bytes[token.range]).flatMap { (1700...2100).contains($0) ? $0 : nil }
  }

  /// `2024/25` and `2024/2025`: two years in a row.
  private func yearPair(_ index: Int) -> (Int, Int)? {
    guard let token = token(index), token.shape == .number, token.range.count == 7 || token.range.count == 9 else {
      return nil
    }
    let parts = passage.bytes[token.range].split(separator: UInt8(ascii: "/"))
    guard parts.count == 2, parts[0].count == 4, let first = DateReader.number(parts[0]), (1900...2100).contains(first),
      let last = DateReader.number(parts[1])
    else { return nil }
    return last == first + 1 || last == (first + 1) % 100 ? (first, first + 1) : nil
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 4 else { return nil }
    var number = 0
    for digit in digits {
      guard Token.isDigit(digit) else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }

  // MARK: What stands before

  /// With "seit", "bis" and "etwa", which open a date or blur it.
  private func preceded(_ found: Found, notBefore limit: Int) -> Found {
    var date = found
    var index = date.tokens.lowerBound - 1
    while index >= limit, let token = token(index) {
      if token.is(.seit) {
        date.extent = .since(date.extent)
      } else if token.is(.ab), case .year = date.extent {
        date.extent = .since(date.extent)
      } else if token.is(.bis), !date.isApproximate, case .year = date.extent, self.token(index + 1)?.is(.in) != true,
        word(index + 1) != "ins"
      {
        date.extent = .until(date.extent)
      } else if token.is(.about) {
        date.isApproximate = true
      } else if !(token.is(.dem) || token.is(.den) || token.is(.der) || token.is(.in) || token.is(.an) || token.is(.zu)
        || token.is(.bis) || token.is(.year) || token.is(.weekday) || token.isMark("(") || token.is(.von)
        || token.is(.preposition))
      {
        break
      }
      date.tokens = index..<date.tokens.upperBound
      if token.is(.seit) || token.is(.bis) { break }
      index -= 1
    }
    return date
  }

  private func word(_ index: Int) -> String { token(index).map { passage.text($0.range) } ?? "" }
}

extension Token {
  /// A word that a year follows: "in", "für", "seit", "schon", "gegründet".
  var isYearlike: Bool {
    `is`(.seit) || `is`(.bis) || `is`(.in) || `is`(.für) || `is`(.ab) || `is`(.auch) || `is`(.about) || `is`(.founded)
      || `is`(.zwischen) || `is`(.von) || `is`(.already) || `is`(.nach) || `is`(.ago)
  }

  /// A word that a year before it is an adverb to.
  var isVerblike: Bool {
    `is`(.have) || `is`(.be) || `is`(.become) || `is`(.will) || `is`(.shall) || `is`(.sign) || `is`(.create)
      || `is`(.found) || `is`(.join)
  }
}
