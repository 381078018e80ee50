import NewsArchive

/// The days that the dates of a table's items can mean.
///
/// Items stand by date in the archive, so neighbours mostly have the same: each is kept once for a run of items, and what
/// is asked of dates is asked once for a run. Items without a date are one run.
struct Dates: Sendable {
  /// Day numbers; `Int32.min` and `.max` where the date is open, or there is none.
  struct Days: Sendable, Equatable {
    var earliest: Int32 = .min
    var latest: Int32 = .max
    var isApproximate = false
    var isDated = false
    /// Whether its words give it, and no rule.
    var isStated = false
  }

  /// Items of the same days.
  struct Run: Sendable {
    let days: Days
    let items: Range<Int32>

    /// The items' numbers, where that of the first of all is `base`.
    func numbers(from base: Int) -> Range<Int> { base + Int(items.lowerBound)..<base + Int(items.upperBound) }
  }

  /// As many periods as a facet lists, and as a table fills with zeros: a hundred years of months. One wrong year in a
  /// page and one date without an end make 120,000.
  static let mostPeriods = 1_200

  let runs: [Run]
  /// The first and the last of all stated days; nil without any.
  let span: ClosedRange<Int32>?

  /// The dates of the items from 0 to `count`.
  init(count: Int, _ date: (Int) -> UncertainDate?) {
    var runs: [Run] = []
    for item in 0..<count {
      let days = Days(date(item))
      let isNext = runs.last.map { $0.days == days } ?? false
      let start = isNext ? runs.removeLast().items.lowerBound : Int32(item)
      runs.append(Run(days: days, items: start..<Int32(item + 1)))
    }
    self.runs = runs
    var (first, last) = (Int32.max, Int32.min)
    for run in runs where run.days.isStated {
      for day in [run.days.earliest, run.days.latest] where day != .min && day != .max {
        (first, last) = (min(first, day), max(last, day))
      }
    }
    span = first <= last ? first...last : nil
  }
}

extension Dates.Days {
  init(_ date: UncertainDate?) {
    guard let date else { return }
    earliest = date.earliest?.dayNumber ?? .min
    latest = date.latest?.dayNumber ?? .max
    isApproximate = date.isApproximate
    isDated = true
    isStated = date.basis != .inferred
  }

  /// Orders by the first day, then the last; a date open to the past by its last day; the undated last.
  var sortKey: Int64 { isDated ? Int64(earliest == .min ? latest : earliest) << 32 + Int64(latest) : .max }
}

extension Table {
  /// How many items of a set (nil: all) lie in each period, written as the first 4 (years) or 7 (months) characters of
  /// its days; those without any are left out, and an open date reaches to the first or the last day of all. O(*n*) in
  /// the runs of dates, the periods and the set.
  func periods(of length: Int, in set: DocumentSet?) -> [(value: String, count: Int)] {
    let spans = sections.compactMap(\.dates.span)
    guard let start = spans.map(\.lowerBound).min(), let end = spans.map(\.upperBound).max() else { return [] }
    let months = length == 4 ? 12 : 1
    func period(of day: Int32) -> Int { CalendarDate(dayNumber: day).month / months }
    let first = period(of: start)
    // What begins in a period and what has ended before it: their sums are what lies in it.
    var changes = Array(repeating: 0, count: period(of: end) - first + 2)
    for section in sections {
      for run in section.dates.runs where run.days.isStated {
        let (earliest, latest) = (max(start, run.days.earliest), min(end, run.days.latest))
        let count = set?.count(in: run.numbers(from: section.base)) ?? run.items.count
        guard earliest <= latest, count > 0 else { continue }
        let begin = period(of: earliest) - first
        changes[begin] += count
        changes[(latest == earliest ? begin : period(of: latest) - first) + 1] -= count
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

extension CalendarDate {
  /// The months from January of the year 0 to the day's own: neither a table nor a search for what a day's number says.
  var month: Int { components.year * 12 + components.month - 1 }

  /// The first day of such a month; nil if it is not in the years 1 to 9999.
  init?(month: Int) { self.init(year: month / 12, month: month % 12 + 1, day: 1) }
}
