import NewsArchive

extension Table {
  /// How many items of a set (nil: all) lie in each period, written as the first 4 (years) or 7 (months) characters of
  /// its days; those without any are left out. O(*n*) in the items and periods.
  func periods(of length: Int, in set: DocumentSet?) -> [(value: String, count: Int)] {
    guard let days else { return [] }
    let months = length == 4 ? 12 : 1
    func period(of day: Int32) -> Int { CalendarDate(dayNumber: day).month / months }
    let first = period(of: days.lowerBound)
    // What begins in a period and what has ended before it: their sums are what lies in it.
    var changes = Array(repeating: 0, count: period(of: days.upperBound) - first + 2)
    for section in sections {
      for (index, date) in section.dates.enumerated() where date.isStated {
        let (earliest, latest) = (max(days.lowerBound, date.earliest), min(days.upperBound, date.latest))
        guard earliest <= latest, set?.contains(section.base + index) ?? true else { continue }
        let begin = period(of: earliest) - first
        changes[begin] += 1
        changes[(latest == earliest ? begin : period(of: latest) - first) + 1] -= 1
      }
    }
    var sum = 0
    return changes.indices.compactMap { period in
      sum += changes[period]
      guard sum > 0, let day = CalendarDate(month: (first + period) * months) else { return nil }
      return (String(day.description.prefix(length)), sum)
    }
  }
}

extension Table.DateRange {
  /// The first and the last day of the stated ones; nil without any.
  static func span(of sections: [[Table.DateRange]]) -> ClosedRange<Int32>? {
    var (first, last) = (Int32.max, Int32.min)
    for date in sections.joined() where date.isStated {
      for day in [date.earliest, date.latest] where day != .min && day != .max {
        (first, last) = (min(first, day), max(last, day))
      }
    }
    return first <= last ? first...last : nil
  }
}

extension CalendarDate {
  /// The months from January of the year 0 to the day's own: neither a table nor a search for what a day's number says.
  var month: Int { components.year * 12 + components.month - 1 }

  /// The first day of such a month; nil if it is not in the years 1 to 9999.
  init?(month: Int) { self.init(year: month / 12, month: month % 12 + 1, day: 1) }
}
