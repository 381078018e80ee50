import NewsArchive

/// The months that the dates of items can lie in, counted from the first month of all dates.
struct Months: Sendable {
  private struct Span: Sendable {
    let first: UInt16
    let last: UInt16

    /// Of an item without a stated date.
    static let none = Span(first: 1, last: 0)
  }

  /// Years times 12 plus months.
  private var begin = 0
  private var count = 0
  private var spans: [Span] = []

  init(_ dates: [Table.DateRange]) {
    let stated = dates.lazy.filter { $0.isDated && !$0.isInferred }
    var (first, last) = (Int32.max, Int32.min)
    for date in stated {
      for day in [date.earliest, date.latest] where day != .min && day != .max {
        (first, last) = (min(first, day), max(last, day))
      }
    }
    guard first <= last else { return }
    begin = Months.number(first)
    count = Months.number(last) - begin + 1
    spans = concurrentMap(count: dates.count, portion: 4096) { [begin, first, last] index in
      // An open date reaches to the last day of all.
      let (earliest, latest) = (max(first, dates[index].earliest), min(last, dates[index].latest))
      guard dates[index].isDated, !dates[index].isInferred, earliest <= latest else { return .none }
      return Span(
        first: UInt16(clamping: Months.number(earliest) - begin), last: UInt16(clamping: Months.number(latest) - begin))
    }
  }

  private static func number(_ day: Int32) -> Int {
    let (year, month, _) = CalendarDate(dayNumber: day).components
    return year * 12 + month - 1
  }

  /// How many items lie in each period, written as the first 4 (years) or 7 (months) characters of its days; those
  /// without any are left out. O(*n*) in the items and months.
  func counts(length: Int, where isCounted: (Int) -> Bool) -> [(value: String, count: Int)] {
    let months = length == 4 ? 12 : 1
    let first = begin / months
    // What begins in a period and what has ended before it: their sums are what lies in it.
    var changes = Array(repeating: 0, count: (begin + count) / months - first + 2)
    for (index, span) in spans.enumerated() where span.first <= span.last && isCounted(index) {
      changes[(begin + Int(span.first)) / months - first] += 1
      changes[(begin + Int(span.last)) / months - first + 1] -= 1
    }
    var sum = 0
    return changes.indices.compactMap { period in
      sum += changes[period]
      let month = (first + period) * months
      guard sum > 0, let day = CalendarDate(year: month / 12, month: month % 12 + 1, day: 1) else { return nil }
      return (String(day.description.prefix(length)), sum)
    }
  }
}
