import NewsArchive

/// The months that the stated dates of some tables lie in.
struct Months: Sendable {
  /// The first and the last day of all dates; an open date reaches to them.
  private var days: ClosedRange<Int32> = 0...0
  /// For each of these days years times 12 plus months.
  private var months: [Int32] = []

  init(_ dates: [[Table.DateRange]]) {
    var (first, last) = (Int32.max, Int32.min)
    for dates in dates {
      for date in dates where date.isStated {
        for day in [date.earliest, date.latest] where day != .min && day != .max {
          (first, last) = (min(first, day), max(last, day))
        }
      }
    }
    guard first <= last else { return }
    days = first...last
    months = days.map {
      let (year, month, _) = CalendarDate(dayNumber: $0).components
      return Int32(year * 12 + month - 1)
    }
  }

  /// How many items of a set (nil: all) lie in each period, written as the first 4 (years) or 7 (months) characters of
  /// its days; those without any are left out. O(*n*) in the items and months.
  func counts(_ sections: [Table], length: Int, in set: DocumentSet?) -> [(value: String, count: Int)] {
    guard let begin = months.first, let end = months.last else { return [] }
    let months = length == 4 ? 12 : 1
    let first = Int(begin) / months
    // What begins in a period and what has ended before it: their sums are what lies in it.
    var changes = Array(repeating: 0, count: Int(end) / months - first + 2)
    for section in sections {
      for (index, date) in section.dates.enumerated() where date.isStated {
        let (earliest, latest) = (max(days.lowerBound, date.earliest), min(days.upperBound, date.latest))
        guard earliest <= latest, set?.contains(section.base + index) ?? true else { continue }
        changes[Int(self.months[Int(earliest - days.lowerBound)]) / months - first] += 1
        changes[Int(self.months[Int(latest - days.lowerBound)]) / months - first + 1] -= 1
      }
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
