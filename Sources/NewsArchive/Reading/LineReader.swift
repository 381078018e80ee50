/// Reads a file line by line, blank lines aside. A value: a copy is a bookmark, and putting the copy back is going back.
struct LineReader {
  /// A line that is not blank.
  struct Line {
    /// Without the line's end and without blanks at either end; never empty.
    let range: TextRange
    /// From 1.
    let number: Int
    /// How many blank lines stand directly before it.
    let blankLinesBefore: Int
  }

  let file: SeedFile
  /// The byte behind the line read last.
  private(set) var position: Int
  private var number = 0

  /// A reader of a file from its first byte, or from the one behind its byte order mark.
  init(_ file: SeedFile) {
    self.file = file
    position = file.byteOrderMarkLength
  }

  /// The next line that is not blank; nil at the end of the file. A line ends with LF; CR before it counts as a blank.
  mutating func next() -> Line? {
    var blankLines = 0
    while position < file.bytes.count {
      let start = position
      let end = file.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? file.bytes.count
      position = min(end + 1, file.bytes.count)
      number += 1
      let range = file.trimmed(start, end)
      if !range.isEmpty { return Line(range: range, number: number, blankLinesBefore: blankLines) }
      blankLines += 1
    }
    return nil
  }

  /// The line that `next` will give.
  func peek() -> Line? {
    var copy = self
    return copy.next()
  }
}

extension SeedFile {
  /// 3 if the file begins with the byte order mark of UTF-8, else 0.
  var byteOrderMarkLength: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The range without blanks at its ends.
  func trimmed(_ lower: Int, _ upper: Int) -> TextRange {
    var start = lower
    var end = upper
    while let width = blankWidth(at: start, before: end) { start += width }
    while end > start, let width = blankWidth(endingAt: end, notBefore: start) { end -= width }
    return TextRange(start, end)
  }

  /// The width of the blank character (space, tabulator, CR, LF, no-break space) at an index, or nil.
  func blankWidth(at index: Int, before end: Int) -> Int? {
    guard index < end, bytes.indices.contains(index) else { return nil }
    switch bytes[index] {
    case 0x20, 0x09...0x0D: return 1
    case 0xA0 where encoding == .windows1252: return 1
    case 0xC2 where encoding == .utf8 && index + 1 < end && bytes[index + 1] == 0xA0: return 2
    default: return nil
    }
  }

  private func blankWidth(endingAt end: Int, notBefore start: Int) -> Int? {
    if let width = blankWidth(at: end - 1, before: end) { return width }
    return end - 2 >= start && blankWidth(at: end - 2, before: end) == 2 ? 2 : nil
  }
}
