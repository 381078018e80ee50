/// A moment as protocols write it, in UTC; the arithmetic is the proleptic Gregorian calendar's.
public struct HTTPDate: Sendable {
  private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private let weekday, year, month, day, second: Int

  /// The moment so many seconds after 1970 began; cut to the years 1970 to 9999.
  public init(unixSeconds: Int64) {
    let seconds = min(max(0, unixSeconds), 253_402_300_799)
    let days = Int(seconds / 86_400)
    second = Int(seconds % 86_400)
    weekday = days % 7
    // Days are counted from 0000-03-01, so that a leap day is the last of its year.
    let shifted = days + 719_468
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + shifted / 146_097 * 400 + (month <= 2 ? 1 : 0)
  }

  /// `Sun, 06 Nov 1994 08:49:37 GMT`: IMF-fixdate (RFC 9110 §5.6.7), 29 bytes.
  public var fixdate: [UInt8] {
    let day = "\(Self.days[weekday]), \(Self.two(day)) \(Self.months[month - 1]) \(year)"
    return Array("\(day) \(time) GMT".utf8)
  }

  /// `1994-11-06T08:49:37Z` (RFC 3339), 20 bytes.
  public var timestamp: [UInt8] { Array("\(year)-\(Self.two(month))-\(Self.two(day))T\(time)Z".utf8) }

  private var time: String {
    "\(Self.two(second / 3_600)):\(Self.two(second / 60 % 60)):\(Self.two(second % 60))"
  }

  /// How many bytes `fixdate` has.
  static let fixdateCount = 29

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
