/// What a date's words name in eight bytes; nearly every fact has one.
struct PackedDate: Sendable {
  private let bits: UInt64

  /// No date.
  static let none = PackedDate(bits: 0)

  private init(bits: UInt64) { self.bits = bits }

  /// Packs a date without its words; one that does not fit (bounds, an open date opened again) goes into `odd`.
  init(_ date: UncertainDate?, odd: inout [UncertainDate.Extent]) {
    guard let date else {
      self = .none
      return
    }
    let flags = (date.isApproximate ? 1 : 0) | PackedDate.number(of: date.basis) << 1
    if let extent = PackedDate.bits(date.extent) {
      bits = extent << 3 | flags
    } else {
      bits = (UInt64(clamping: odd.count) << 6 | 15) << 3 | flags
      odd.append(date.extent)
    }
  }

  /// The first and the last day it can mean, each nil where it is open or unknown; nil for no date.
  func days(odd: [UncertainDate.Extent]) -> (earliest: Int32?, latest: Int32?)? {
    // A day, neither opened nor odd: what nearly every date is.
    if bits >> 3 & 0x3F == 1 {
      let day = PackedDate.number(bits >> 9)
      return (day, day)
    }
    return date(words: nil, odd: odd).map { ($0.earliest?.dayNumber, $0.latest?.dayNumber) }
  }

  /// The date with its words, as it was packed.
  func date(words: TextRange?, odd: [UncertainDate.Extent]) -> UncertainDate? {
    guard bits != 0 else { return nil }
    let basis: UncertainDate.Basis = bits >> 1 & 3 == 0 ? .stated : bits >> 1 & 3 == 1 ? .reported : .inferred
    let isOdd = bits >> 3 & 15 == 15
    guard let extent = isOdd ? odd[Int(bits >> 9)] : PackedDate.extent(bits >> 3) else { return nil }
    return UncertainDate(extent, isApproximate: bits & 1 == 1, basis: basis, words: words)
  }

  private static func number(of basis: UncertainDate.Basis) -> UInt64 {
    switch basis {
    case .stated: 0
    case .reported: 1
    case .inferred: 2
    }
  }

  /// Kind, opening and two numbers of 27 bits, from the lowest; nil for an extent inside which there is more than that.
  private static func bits(_ extent: UncertainDate.Extent) -> UInt64? {
    func pack(_ kind: UInt64, _ first: Int, _ second: Int = 0) -> UInt64? {
      let half = 1 << 26
      guard abs(first) < half, abs(second) < half else { return nil }
      return kind | UInt64(first + half) << 6 | UInt64(second + half) << 33
    }
    switch extent {
    case .day(let day): return pack(1, Int(day.dayNumber))
    case .month(let year, let month): return pack(2, year, month)
    case .season(let year, let season): return pack(3, year, season.rawValue)
    case .quarter(let year, let number): return pack(4, year, number)
    case .half(let year, let number): return pack(5, year, number)
    case .year(let year): return pack(6, year)
    case .days(let first, let last): return pack(7, Int(first.dayNumber), Int(last.dayNumber))
    case .years(let first, let last): return pack(8, first, last)
    case .since(let start): return bits(start).flatMap { $0 >> 4 & 3 == 0 ? $0 | 1 << 4 : nil }
    case .until(let end): return bits(end).flatMap { $0 >> 4 & 3 == 0 ? $0 | 2 << 4 : nil }
    case .oneOf: return nil
    }
  }

  /// One of the two numbers, from its lowest bit.
  private static func number(_ bits: UInt64) -> Int32 { Int32(truncatingIfNeeded: bits & 0x7FF_FFFF) - 1 << 26 }

  private static func extent(_ bits: UInt64) -> UncertainDate.Extent? {
    let (first, second) = (number(bits >> 6), number(bits >> 33))
    let day = CalendarDate(dayNumber: first)
    let extent: UncertainDate.Extent
    switch bits & 15 {
    case 1: extent = .day(day)
    case 2: extent = .month(year: Int(first), month: Int(second))
    case 3: extent = .season(year: Int(first), UncertainDate.Season(rawValue: Int(second)) ?? .spring)
    case 4: extent = .quarter(year: Int(first), Int(second))
    case 5: extent = .half(year: Int(first), Int(second))
    case 6: extent = .year(Int(first))
    case 7: extent = .days(day, CalendarDate(dayNumber: second))
    case 8: extent = .years(Int(first), Int(second))
    default: return nil
    }
    return bits >> 4 & 3 == 0 ? extent : bits >> 4 & 3 == 1 ? .since(extent) : .until(extent)
  }
}
