/// Finds the dates that words name, as exact as the words are: "am 3. Mai 2024", "Anfang 2025", "29. und 30.3.2023",
/// "im zweiten Quartal 2026", "seit dem Herbst 2021".
///
/// A number is a year only in the company of words that make it one: behind "im Jahr", "seit", a month, a season, or
/// where a verb follows. `1.136`, "2024 Zeichen", "Quartier 2030" and "Montgelas 3.0" are none.
struct DateReader: PassageReader {
  let passage: Passage
  /// The day in the story's bracket: it tells the year of "im Frühjahr" and "am 3. Mai".
  let anchor: CalendarDate?

  /// A date and the tokens that name it.
  struct Found {
    var extent: UncertainDate.Extent
    var isApproximate = false
    var tokens: Range<Int>
  }

  /// The dates in some tokens, in order.
  func dates(in range: Range<Int>) -> [(date: UncertainDate, tokens: Range<Int>)] {
    var found: [Found] = []
    var index = range.lowerBound
    while index < range.upperBound {
      // Before the year 1 and behind 9999 there is no date: "im vergangenen Jahr" under a bracket that is damaged.
      if let date = date(at: index), date.extent.earliest ?? date.extent.latest != nil {
        found.append(preceded(date, notBefore: found.last?.tokens.upperBound ?? range.lowerBound))
        index = max(index + 1, date.tokens.upperBound)
      } else {
        index += 1
      }
    }
    return found.map {
      (UncertainDate($0.extent, isApproximate: $0.isApproximate, words: passage.place($0.tokens)), $0.tokens)
    }
  }

  /// A date that begins at a token: with its number, month, season or part of a year; prepositions come later.
  private func date(at index: Int) -> Found? {
    let token = tokens[index]
    if token.shape == .number { return numbered(at: index) }
    if token.is(.month) { return month(at: index) }
    if token.is(.season) { return season(at: index) }
    if token.is(.part) { return part(at: index) }
    if token.is(.ordinal) { return subdivision(Int(token.entry.value), at: index + 1, from: index) }
    if token.is(.year) { return years(at: index) }
    return token.shape == .word ? decade(at: index) : nil
  }

  // MARK: Days

  /// "3. Mai 2024", "03.05.2024", "29. und 30.3.2023", "6. bis 8. Oktober 2023", "8. Oktober bis 13. November 2020",
  /// or a year.
  private func numbered(at index: Int) -> Found? {
    if let (day, end) = fullDay(at: index) {
      let date = Found(extent: .day(day), tokens: index..<end)
      guard stands([.bis], at: end), let (last, lastEnd) = fullDay(at: behindZu(end + 1)) else { return date }
      return span(day, last, index..<lastEnd) ?? date
    }
    guard let first = dayOfMonth(at: index) else { return year(at: index) }
    if stands([.quarter, .half], at: index + 2) { return subdivision(first, at: index + 2, from: index) }
    // The first day without its month: "29. und 30.3.2023", "6. bis 8. Oktober 2023", "8. Oktober bis 13. November 2020".
    let month = monthNumber(index + 2)
    let joint = month == nil ? index + 2 : index + 3
    if stands([.bis, .und], at: joint) || token(joint)?.isDash == true, case let second = behindZu(joint + 1),
      let (last, end) = fullDay(at: second) ?? anchoredDay(at: second),
      let start = CalendarDate(year: last.components.year, month: month ?? last.components.month, day: first)
    {
      return span(start, last, index..<end)
    }
    // "am 3. Mai", "am Freitag, 14. Juni"
    guard let (day, end) = anchoredDay(at: index),
      stands([.an, .zu, .den, .dem, .der, .von, .ab, .bis, .seit], at: index - 1)
        || standsMark(",", at: index - 1) && stands([.weekday], at: index - 2)
    else { return nil }
    return Found(extent: .day(day), tokens: index..<end)
  }

  /// "bis zum": the index behind "zum" if it stands there.
  private func behindZu(_ index: Int) -> Int { stands([.zu], at: index) ? index + 1 : index }

  func span(_ first: CalendarDate, _ last: CalendarDate, _ tokens: Range<Int>) -> Found? {
    first < last ? Found(extent: .days(first, last), tokens: tokens) : nil
  }

  /// A day with its year, and the index behind it.
  private func fullDay(at index: Int) -> (day: CalendarDate, end: Int)? { writtenDay(at: index) ?? namedDay(at: index) }

  /// `3.5.2024` or `03.05.2024`, one token, and the index behind it.
  private func writtenDay(at index: Int) -> (day: CalendarDate, end: Int)? {
    guard let token = token(index), token.shape == .number, (8...10).contains(token.range.count) else { return nil }
    let parts = word(index).split(separator: UInt8(ascii: "."))
    let numbers = parts.compactMap(DateReader.number)
    guard parts.count == 3, numbers.count == 3, parts[2].count == 4 else { return nil }
    return CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0]).map { ($0, index + 1) }
  }

  /// "3. Mai 2024" and the index behind it.
  private func namedDay(at index: Int) -> (day: CalendarDate, end: Int)? {
    guard let day = dayOfMonth(at: index), let month = monthNumber(index + 2), let year = yearNumber(index + 3) else {
      return nil
    }
    return CalendarDate(year: year, month: month, day: day).map { ($0, index + 4) }
  }

  /// "3. Mai" and the index behind it, in the year that is nearest to the bracket.
  private func anchoredDay(at index: Int) -> (day: CalendarDate, end: Int)? {
    guard let anchor, let day = dayOfMonth(at: index), let month = monthNumber(index + 2) else { return nil }
    let year = anchor.components.year
    let days = (year - 1...year + 1).compactMap { CalendarDate(year: $0, month: month, day: day) }
    return days.min { abs($0.dayNumber - anchor.dayNumber) < abs($1.dayNumber - anchor.dayNumber) }
      .map { ($0, index + 3) }
  }

  /// The number of "3." at a token.
  private func dayOfMonth(at index: Int) -> Int? {
    guard let token = token(index), token.shape == .number, token.range.count <= 2, standsMark(".", at: index + 1),
      !tokens[index + 1].isApart
    else { return nil }
    return DateReader.number(word(index)).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  // MARK: What stands before

  /// With "seit", "bis" and "etwa", which open a date or blur it.
  private func preceded(_ found: Found, notBefore limit: Int) -> Found {
    var date = found
    var index = date.tokens.lowerBound - 1
    while index >= limit, let token = token(index) {
      var isYear = false
      if case .year = date.extent { isYear = true }
      if token.is(.seit) || token.is(.ab) && isYear {
        date.extent = .since(date.extent)
      } else if token.is(.bis), !date.isApproximate, isYear, !stands([.in], at: index + 1),
        !word(index + 1).elementsEqual("ins".utf8)
      {
        date.extent = .until(date.extent)
      } else if token.is(.about) {
        date.isApproximate = true
      } else if !token.isMark("("),
        !token.isAny([.dem, .den, .der, .in, .an, .zu, .bis, .year, .weekday, .von, .preposition])
      {
        break
      }
      date.tokens = index..<date.tokens.upperBound
      if token.isAny([.seit, .bis]) { break }
      index -= 1
    }
    return date
  }
}
