extension Page.Story {
  /// A head line has fewer bytes than this; what is longer is a paragraph.
  private static let longestHeadLine = 400

  /// Reads head line, lead, pictures and body, up to the section, the list of teasers or the end.
  static func read(
    from reader: inout LineReader, _ segmentation: inout Segmentation
  ) throws(ReadingError) -> Page.Story {
    let file = reader.file
    guard let first = reader.peek() else {
      throw ReadingError(line: 0, expected: "a head line", found: "the end of the file")
    }
    let isHeadless = GermanDate.bracket(at: first.range, in: file) != nil
    let headLine = isHeadless ? nil : try readHeadLine(first, from: &reader)
    segmentation.note(.headLine, headLine)
    var dated: (day: CalendarDate, bracket: TextRange, lead: TextRange)?
    if let line = reader.peek(), let (day, bracket) = GermanDate.bracket(at: line.range, in: file) {
      let lead = file.trimmed(Int(bracket.upperBound), Int(line.range.upperBound))
      dated = (day, bracket, lead)
      segmentation.note(.date, bracket)
      segmentation.note(.lead, lead)
      _ = reader.next()
    }
    Picture.read(from: &reader, captions: 4, &segmentation)
    let paragraphs = readBody(from: &reader, &segmentation)

    let name = headLine ?? file.firstSentence(of: dated?.lead ?? first.range)
    var identity = Identity.Builder("article")
    identity.add(name, in: file)
    identity.add(dated?.day.description ?? "")
    identity.add(dated?.lead, in: file)
    for paragraph in paragraphs { identity.add(paragraph, in: file) }
    return Page.Story(
      headLine: name, date: dated?.day, dateRange: dated?.bracket, lead: dated?.lead, paragraphs: paragraphs,
      identity: identity.finish())
  }

  /// The line with kicker and headline, or the two lines `Kicker:` and `Headline`.
  private static func readHeadLine(
    _ line: LineReader.Line, from reader: inout LineReader
  ) throws(ReadingError) -> TextRange {
    let file = reader.file
    _ = reader.next()
    let beginning = CanonicalText(line.range, in: file).scalars.first ?? " "
    guard line.range.count < longestHeadLine,
      beginning.properties.isAlphabetic || "0123456789„“”\"»›‚‘'#§(&@–".unicodeScalars.contains(beginning)
    else { throw ReadingError(line: line.number, expected: "a head line", found: file.sample(line.range)) }
    if file.bytes[Int(line.range.upperBound) - 1] == UInt8(ascii: ":"), let second = reader.peek(),
      second.blankLinesBefore == 0, second.range.count < longestHeadLine,
      GermanDate.bracket(at: second.range, in: file) == nil
    {
      _ = reader.next()
      return TextRange(Int(line.range.lowerBound), Int(second.range.upperBound))
    }
    return line.range
  }

  private static func readBody(
    from reader: inout LineReader, _ segmentation: inout Segmentation
  ) -> [TextRange] {
    let file = reader.file
    var paragraphs: [TextRange] = []
    while let line = reader.peek() {
      if Boilerplate.sectionName(in: line.range, of: file) != nil { break }
      if Page.TeaserStory.isNext(in: reader, isBehindList: line.blankLinesBefore >= 3) { break }
      if Picture.read(from: &reader, captions: 1, &segmentation) { continue }
      _ = reader.next()
      if Boilerplate.matches(line.range, in: file) {
        segmentation.note(.boilerplate, line.range)
      } else if Picture.isEmbedded(line.range, in: file) {
        segmentation.note(.caption, line.range)
      } else if Picture.isAuthor(line.range, in: file) {
        segmentation.note(.credit, line.range)
      } else {
        paragraphs.append(line.range)
        segmentation.note(isSubheading(line.range, before: reader) ? .subheading : .paragraph, line.range)
      }
    }
    return paragraphs
  }

  /// A short line that ends no sentence, is no item of a list, and has a longer one behind it.
  private static func isSubheading(_ range: TextRange, before reader: LineReader) -> Bool {
    guard range.count <= 120, !reader.file.begins(range, with: "- "), let next = reader.peek(),
      next.range.count > range.count,
      let last = CanonicalText(range, in: reader.file).scalars.last
    else { return false }
    return last.properties.isAlphabetic || last.properties.numericType != nil || last == "?"
  }
}

extension SeedFile {
  /// The text up to the first full stop, question or exclamation mark before a blank and a capital; all of it if there is none.
  fileprivate func firstSentence(of range: TextRange) -> TextRange {
    let text = CanonicalText(range, in: self)
    for index in text.scalars.indices.dropLast(2)
    where ".?!".unicodeScalars.contains(text.scalars[index]) && text.scalars[index + 1] == " "
      && text.scalars[index + 2].properties.isUppercase
    {
      return TextRange(Int(range.lowerBound), text.offsets[index + 1])
    }
    return range
  }

  /// The beginning of a line, in quotation marks, for a message.
  func sample(_ range: TextRange) -> String {
    let words = CanonicalText(
      TextRange(Int(range.lowerBound), min(Int(range.upperBound), Int(range.lowerBound) + 200)), in: self)
    let visible = words.scalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }
    let beginning = String(String.UnicodeScalarView(visible.prefix(40)))
    return "“\(beginning)\(visible.count > 40 ? "…" : "")”"
  }
}
