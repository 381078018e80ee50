/// The two ways a page writes a day: `Freitag, 9. Mai 2025` in its first line, `[09.05.2025]` before a text.
enum GermanDate {
  /// The day in the brackets a line begins with, one or two digits for day and month, and the brackets themselves.
  static func bracket(at range: TextRange, in file: SeedFile) -> (day: CalendarDate, range: TextRange)? {
    var digits = DigitReader(file: file, index: Int(range.lowerBound), end: Int(range.upperBound))
    guard digits.skip(UInt8(ascii: "[")), let day = digits.number(of: 1...2), digits.skip(UInt8(ascii: ".")),
      let month = digits.number(of: 1...2), digits.skip(UInt8(ascii: ".")), let year = digits.number(of: 4...4),
      digits.skip(UInt8(ascii: "]")), let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return (date, TextRange(Int(range.lowerBound), digits.index))
  }

  /// The day a whole line names: weekday, comma, day, month by name, year. The weekday is not checked against the day.
  static func pageDate(of range: TextRange, in file: SeedFile) -> CalendarDate? {
    guard (1...64).contains(range.count), (0x30...0x39).contains(file.bytes[Int(range.upperBound) - 1]) else {
      return nil
    }
    let words = CanonicalText(range, in: file).string.split(separator: " ")
    guard words.count == 4, weekdays.contains(words[0]), words[1].last == ".",
      let day = number(words[1].dropLast()), let month = months.firstIndex(of: words[2]), let year = number(words[3])
    else { return nil }
    return CalendarDate(year: year, month: month + 1, day: day)
  }

  private static let weekdays: Set<Substring> = [
    "Montag,", "Dienstag,", "Mittwoch,", "Donnerstag,", "Freitag,", "Samstag,", "Sonnabend,", "Sonntag,",
  ]

  private static let months: [Substring] = [
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
  ]

  private static func number(_ digits: Substring) -> Int? {
    digits.count <= 4 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
  }
}

/// Reads short numbers and single bytes, with blanks between them.
private struct DigitReader {
  let file: SeedFile
  var index: Int
  let end: Int

  mutating func skip(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard index < end, file.bytes[index] == byte else { return false }
    index += 1
    return true
  }

  mutating func number(of digitCount: ClosedRange<Int>) -> Int? {
    skipBlanks()
    let start = index
    var value = 0
    while index < end, index - start < digitCount.upperBound, (0x30...0x39).contains(file.bytes[index]) {
      value = value * 10 + Int(file.bytes[index] - 0x30)
      index += 1
    }
    return digitCount.contains(index - start) ? value : nil
  }

  private mutating func skipBlanks() {
    while let width = file.blankWidth(at: index, before: end) { index += width }
  }
}
