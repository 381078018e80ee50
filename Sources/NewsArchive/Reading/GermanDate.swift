/// The two ways a page writes a day: `Freitag, 9. Mai 2025` in its first line, `[09.05.2025]` before a text.
enum GermanDate {
  /// The day in the brackets a line begins with, one or two digits for day and month, and the brackets themselves.
  /// Blanks may stand between numbers and marks.
  static func bracket(at range: TextRange, in file: SeedFile) -> (day: CalendarDate, range: TextRange)? {
    guard !range.isEmpty, file.bytes[Int(range.lowerBound)] == UInt8(ascii: "[") else { return nil }
    var index = Int(range.lowerBound) + 1
    guard let day = number(1...2, before: ".", &index, range, in: file),
      let month = number(1...2, before: ".", &index, range, in: file),
      let year = number(4...4, before: "]", &index, range, in: file),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return (date, TextRange(Int(range.lowerBound), index))
  }

  /// The number at an index, which moves behind the mark that follows it.
  private static func number(
    _ digitCount: ClosedRange<Int>, before mark: Unicode.Scalar, _ index: inout Int, _ range: TextRange,
    in file: SeedFile
  ) -> Int? {
    let end = Int(range.upperBound)
    while let width = file.blankWidth(at: index, before: end) { index += width }
    let digits = file.bytes[index..<min(end, index + digitCount.upperBound)].prefix { Token.isDigit($0) }
    index = digits.endIndex
    while let width = file.blankWidth(at: index, before: end) { index += width }
    guard digitCount.contains(digits.count), index < end, file.bytes[index] == UInt8(ascii: mark) else { return nil }
    index += 1
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
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
