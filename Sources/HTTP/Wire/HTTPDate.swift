/// A moment as protocols write it, in UTC; the arithmetic is the proleptic Gregorian calendar's.
public struct HTTPDate: Sendable {
  private static let days = Array("ThuFriSatSunMonTueWed".utf8)
  private static let months = Array("JanFebMarAprMayJunJulAugSepOctNovDec".utf8)

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
    var bytes = Array(Self.days[weekday * 3..<weekday * 3 + 3])
    bytes += ", ".utf8
    Self.append(day, to: &bytes)
    bytes.append(0x20)
    bytes += Self.months[(month - 1) * 3..<month * 3]
    bytes.append(0x20)
    Self.append(year / 100, to: &bytes)
    Self.append(year % 100, to: &bytes)
    bytes.append(0x20)
    appendTime(to: &bytes)
    bytes += " GMT".utf8
    return bytes
  }

  /// `1994-11-06T08:49:37Z` (RFC 3339), 20 bytes.
  public var timestamp: [UInt8] {
    var bytes: [UInt8] = []
    Self.append(year / 100, to: &bytes)
    Self.append(year % 100, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Self.append(month, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Self.append(day, to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    appendTime(to: &bytes)
    bytes.append(UInt8(ascii: "Z"))
    return bytes
  }

  private func appendTime(to bytes: inout [UInt8]) {
    Self.append(second / 3_600, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    Self.append(second / 60 % 60, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    Self.append(second % 60, to: &bytes)
  }

  /// Two digits.
  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: 0x30 + number / 10))
    bytes.append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
  }
}
