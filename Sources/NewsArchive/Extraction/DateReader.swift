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
  func date(at index: Int) -> Found? {
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
  func numbered(at index: Int) -> Found? {
    if let day = writtenDay(index) { return Found(extent: .day(day), tokens: index..<index + 1) }
    guard let first = dayOfMonth(at: index) else { return year(at: index) }
    if let noun = token(index + 2), noun.isAny([.quarter, .half]) {
      return subdivision(first, noun, index..<index + 3)
    }
    if let (day, end) = namedDay(at: index) {
      if let joint = token(end), joint.is(.bis),
        let (last, lastEnd) = namedDay(at: stands([.zu], at: end + 1) ? end + 2 : end + 1)
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
    if let joint = token(next), joint.isAny([.bis, .und]) || joint.isDash {
      var last: (day: CalendarDate, end: Int)?
      let second = stands([.zu], at: next + 1) ? next + 2 : next + 1
      if let day = writtenDay(second) {
        last = (day, second + 1)
      } else {
        last = namedDay(at: second) ?? anchoredDay(at: second)
      }
      if let (last, end) = last,
        let start = CalendarDate(year: last.components.year, month: month ?? last.components.month, day: first)
      {
        return span(start, last, index..<end)
      }
    }
    guard let (day, end) = anchoredDay(at: index), stands(daylike, at: index - 1) || isBehindWeekday(index) else {
      return nil
    }
    return Found(extent: .day(day), tokens: index..<end)
  }

  /// Words that a day without its year follows.
  private var daylike: Tags { [.an, .zu, .den, .dem, .der, .von, .ab, .bis, .seit] }

  /// "am Freitag, 14. Juni"
  private func isBehindWeekday(_ index: Int) -> Bool {
    token(index - 1)?.isMark(",") == true && stands([.weekday], at: index - 2)
  }

  /// A day and a month, and the index behind them: the bracket tells the year.
  private func anchoredDay(at index: Int) -> (day: CalendarDate, end: Int)? {
    guard let anchor, let day = dayOfMonth(at: index), let month = token(index + 2), month.is(.month),
      let date = nearest(month: Int(month.entry.value), day: day, to: anchor)
    else { return nil }
    return (date, index + 3)
  }

  func span(_ first: CalendarDate, _ last: CalendarDate, _ tokens: Range<Int>) -> Found? {
    first < last ? Found(extent: .days(first, last), tokens: tokens) : nil
  }

  /// `3.5.2024` or `03.05.2024`, one token.
  func writtenDay(_ index: Int) -> CalendarDate? {
    guard let token = token(index), token.shape == .number, (8...10).contains(token.range.count) else { return nil }
    let parts = passage.bytes[token.range].split(separator: UInt8(ascii: "."))
    guard parts.count == 3, parts[2].count == 4 else { return nil }
    let numbers = parts.compactMap(DateReader.number)
    return numbers.count == 3 ? CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0]) : nil
  }

  /// "3. Mai 2024" and the index behind it.
  func namedDay(at index: Int) -> (day: CalendarDate, end: Int)? {
    guard let day = dayOfMonth(at: index), let month = token(index + 2), month.is(.month),
      let year = yearNumber(index + 3),
      let date = CalendarDate(year: year, month: Int(month.entry.value), day: day)
    else { return nil }
    return (date, index + 4)
  }

  /// The number of "3." at a token.
  func dayOfMonth(at index: Int) -> Int? {
    guard let token = token(index), token.shape == .number, token.range.count <= 2, let mark = self.token(index + 1),
      mark.isMark("."), !mark.isApart
    else { return nil }
    return DateReader.number(passage.bytes[token.range]).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  func nearest(month: Int, day: Int, to anchor: CalendarDate) -> CalendarDate? {
    let year = anchor.components.year
    return (year - 1...year + 1).compactMap { CalendarDate(year: $0, month: month, day: day) }
      .min { abs($0.dayNumber - anchor.dayNumber) < abs($1.dayNumber - anchor.dayNumber) }
  }

  // MARK: What stands before

  /// With "seit", "bis" and "etwa", which open a date or blur it.
  func preceded(_ found: Found, notBefore limit: Int) -> Found {
    var date = found
    var index = date.tokens.lowerBound - 1
    while index >= limit, let token = token(index) {
      if token.is(.seit) {
        date.extent = .since(date.extent)
      } else if token.is(.ab), case .year = date.extent {
        date.extent = .since(date.extent)
      } else if token.is(.bis), !date.isApproximate, case .year = date.extent,
        !stands([.in], at: index + 1), !word(index + 1).elementsEqual("ins".utf8)
      {
        date.extent = .until(date.extent)
      } else if token.is(.about) {
        date.isApproximate = true
      } else if !(token.isAny([.dem, .den, .der, .in, .an, .zu, .bis, .year, .weekday]) || token.isMark("(")
        || token.isAny([.von, .preposition]))
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
