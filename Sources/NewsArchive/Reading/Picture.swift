/// The words under a picture and who took it: `Das Rathaus von Jena.` `(Bildquelle: Stadt Jena)`.
///
/// A caption looks like any other line. What tells it from a paragraph is the credit behind it.
enum Picture {
  /// A caption is shorter than this many bytes; the site cuts at about 300 characters.
  private static let longestCaption = 450

  /// Reads up to `captions` lines and the credit that makes them captions. False, and nothing read, if there is no
  /// credit behind them.
  @discardableResult
  static func read(from reader: inout LineReader, captions: Int, _ segmentation: inout Segmentation) -> Bool {
    let file = reader.file
    var ahead = reader
    var lines: [TextRange] = []
    while lines.count <= captions, let line = ahead.next() {
      if let credit = credit(in: line.range, of: file) {
        // In the body, words before the credit on its own line are the caption, and the line before is a paragraph.
        guard captions > 1 || lines.isEmpty || credit == line.range else { return false }
        for caption in lines { segmentation.note(.caption, caption) }
        segmentation.note(.caption, file.trimmed(Int(line.range.lowerBound), Int(credit.lowerBound)))
        segmentation.note(.credit, credit)
        reader = ahead
        return true
      }
      guard line.range.count < longestCaption, GermanDate.bracket(at: line.range, in: file) == nil else { return false }
      lines.append(line.range)
    }
    return false
  }

  /// A picture of Markdown, `![words](address)`, on a line of its own.
  static func isEmbedded(_ range: TextRange, in file: SeedFile) -> Bool {
    file.begins(range, with: "![") && file.bytes[Int(range.upperBound) - 1] == UInt8(ascii: ")")
  }

  /// The initials of an author, `(ba)`, on a line of their own.
  static func isAuthor(_ range: TextRange, in file: SeedFile) -> Bool {
    (4...6).contains(range.count) && file.begins(range, with: "(")
      && file.bytes[Int(range.upperBound) - 1] == UInt8(ascii: ")")
      && file.bytes[range.indices].dropFirst().dropLast().allSatisfy { (0x61...0x7A).contains($0) }
  }

  /// The credit a line is or ends with.
  private static func credit(in range: TextRange, of file: SeedFile) -> TextRange? {
    guard range.count < longestCaption + 150 else { return nil }
    if marks.contains(where: { file.begins(range, with: $0) }) { return range }
    guard file.bytes[Int(range.upperBound) - 1] == UInt8(ascii: ")"),
      let open = file.bytes[range.indices].lastIndex(of: UInt8(ascii: "("))
    else { return nil }
    let part = TextRange(open, Int(range.upperBound))
    return marks.contains { file.begins(TextRange(open + 1, Int(part.upperBound)), with: $0) } ? part : nil
  }

  private static let marks = ["Bildquelle:", "Foto:", "Fotos:", "Bild:", "Grafik:", "Quelle:", "©"]
}
