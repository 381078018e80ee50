/// A date as exact as the text is, and no more (EDTF, ISO 8601-2:2019).
///
/// A date is built from what the words say; its EDTF form, its bounds and its precision follow from that.
public struct UncertainDate: Sendable, Hashable {
  /// What the words name.
  public enum Extent: Sendable, Hashable {
    /// One day.
    case day(CalendarDate)
    /// A month; 1 to 12.
    case month(year: Int, month: Int)
    /// A season of a year.
    case season(year: Int, Season)
    /// A quarter of a year; 1 to 4. EDTF level 2 numbers them 33 to 36.
    case quarter(year: Int, Int)
    /// A half of a year; 1 or 2. EDTF level 2 numbers them 40 and 41.
    case half(year: Int, Int)
    /// A year.
    case year(Int)
    /// From one day to another: "29. und 30.3.2023".
    case days(CalendarDate, CalendarDate)
    /// From one year to another: "2024/25".
    case years(Int, Int)
    /// "seit …": open to the future.
    indirect case since(Extent)
    /// "bis …": open to the past.
    indirect case until(Extent)
    /// One unknown day between two bounds, each open if nil: for inferred dates. Never both nil.
    indirect case oneOf(Extent?, Extent?)
  }

  /// A season of the northern hemisphere with EDTF's number.
  public enum Season: Int, Sendable, Hashable {
    case spring = 21
    case summer = 22
    case autumn = 23
    case winter = 24

    /// 3, 6, 9 or 12.
    var firstMonth: Int { (rawValue - 20) * 3 }
  }

  /// How exact a date is.
  public enum Precision: String, Sendable {
    case day, month, season, year, range, open, bounds
  }

  /// Where a date comes from.
  public enum Basis: String, Sendable {
    /// The words name it.
    case stated
    /// The words tell what has just happened; the date is the day they were published.
    case reported
    /// A labelled rule bounds it.
    case inferred
  }

  /// What the words name.
  public let extent: Extent
  /// Whether the words make it approximate: "Anfang 2025", or a reported date.
  public let isApproximate: Bool
  /// Where it comes from.
  public let basis: Basis
  /// The words, in the file the fact was read from; nil where no words give it.
  public let words: TextRange?

  /// A date of its parts.
  public init(_ extent: Extent, isApproximate: Bool = false, basis: Basis = .stated, words: TextRange? = nil) {
    self.extent = extent
    self.isApproximate = isApproximate
    self.basis = basis
    self.words = words
  }

  /// The date in EDTF: `2020-12-11`, `2025~`, `2019/..`, `[2009..2015]`.
  public var edtf: String {
    switch extent {
    case .since(let start): "\(start.edtf)\(isApproximate ? "~" : "")/.."
    case .until(let end): "../\(end.edtf)\(isApproximate ? "~" : "")"
    case .day, .month, .season, .quarter, .half, .year, .days, .years, .oneOf: extent.edtf + (isApproximate ? "~" : "")
    }
  }
  /// The first day it can mean; nil if open or unknown.
  public var earliest: CalendarDate? { extent.earliest }
  /// The last day it can mean; nil if open or unknown.
  public var latest: CalendarDate? { extent.latest }

  /// How exact it is.
  public var precision: Precision {
    switch extent {
    case .day: .day
    case .month: .month
    case .season: .season
    case .year: .year
    case .days, .years, .quarter, .half: .range
    case .since, .until: .open
    case .oneOf: .bounds
    }
  }
}

extension UncertainDate.Extent {
  var edtf: String {
    switch self {
    case .day(let day): day.description
    case .month(let year, let month): "\(CalendarDate.padded(year, 4))-\(CalendarDate.padded(month, 2))"
    case .season(let year, let season): "\(CalendarDate.padded(year, 4))-\(season.rawValue)"
    case .quarter(let year, let number): "\(CalendarDate.padded(year, 4))-\(32 + number)"
    case .half(let year, let number): "\(CalendarDate.padded(year, 4))-\(39 + number)"
    case .year(let year): CalendarDate.padded(year, 4)
    case .days(let first, let last): "\(first)/\(last)"
    case .years(let first, let last): "\(CalendarDate.padded(first, 4))/\(CalendarDate.padded(last, 4))"
    case .since(let start): "\(start.edtf)/.."
    case .until(let end): "../\(end.edtf)"
    case .oneOf(let first, let last):
      "[\(first?.endpoint(isLast: false) ?? "")..\(last?.endpoint(isLast: true) ?? "")]"
    }
  }

  /// How a bound is written inside a set, where EDTF knows only years, months and days: a part of a year as its year, an
  /// interval as its end on that side.
  private func endpoint(isLast: Bool) -> String {
    switch self {
    case .season(let year, _), .quarter(let year, _), .half(let year, _): CalendarDate.padded(year, 4)
    case .days(let first, let last): (isLast ? last : first).description
    case .years(let first, let last): CalendarDate.padded(isLast ? last : first, 4)
    case .day, .month, .year, .since, .until, .oneOf: edtf
    }
  }

  var earliest: CalendarDate? {
    switch self {
    case .day(let day), .days(let day, _): day
    case .month(let year, let month): CalendarDate(year: year, month: month, day: 1)
    case .season(let year, let season): CalendarDate(year: year, month: season.firstMonth, day: 1)
    case .quarter(let year, let number): CalendarDate(year: year, month: number * 3 - 2, day: 1)
    case .half(let year, let number): CalendarDate(year: year, month: number * 6 - 5, day: 1)
    case .year(let year), .years(let year, _): CalendarDate(year: year, month: 1, day: 1)
    case .since(let start): start.earliest
    case .until: nil
    case .oneOf(let first, _): first?.earliest
    }
  }

  var latest: CalendarDate? {
    func lastDay(_ year: Int, _ month: Int) -> CalendarDate? {
      CalendarDate(year: year, month: month, day: CalendarDate.dayCount(year: year, month: month))
    }
    return switch self {
    case .day(let day), .days(_, let day): day
    case .month(let year, let month): lastDay(year, month)
    // Winter ends in February of the year after the one it is named by.
    case .season(let year, .winter): lastDay(year + 1, 2)
    case .season(let year, let season): lastDay(year, season.firstMonth + 2)
    case .quarter(let year, let number): lastDay(year, number * 3)
    case .half(let year, let number): lastDay(year, number * 6)
    case .year(let year), .years(_, let year): lastDay(year, 12)
    case .since: nil
    case .until(let end): end.latest
    case .oneOf(_, let last): last?.latest
    }
  }
}
