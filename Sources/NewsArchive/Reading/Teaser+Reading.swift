extension Page.TeaserStory {
  /// Reads the teaser the reader stands at, with the caption and label before its title if it stands behind the
  /// section line, a gap or another teaser. Nil, and the reader where it was, if there is none.
  static func read(
    from reader: inout LineReader, isBehindList: Bool, _ segmentation: inout Segmentation
  ) -> Page.TeaserStory? {
    let file = reader.file
    var ahead = reader
    var lines: [LineReader.Line] = []
    lines.reserveCapacity(isBehindList ? 6 : 2)
    var dated: (line: LineReader.Line, day: CalendarDate, bracket: TextRange)?
    // Looks at a few lines only.
    while dated == nil, lines.count <= (isBehindList ? 5 : 1), let line = ahead.next() {
      if let (day, bracket) = GermanDate.bracket(at: line.range, in: file) {
        dated = (line, day, bracket)
      } else {
        lines.append(line)
      }
    }
    guard let (line, day, bracket) = dated, let title = lines.last,
      let (kicker, words) = parts(of: title.range, in: file)
    else { return nil }
    let text = readText(line, behind: bracket, from: &ahead)
    let captions = title.blankLinesBefore > 0 ? lines.dropLast().map(\.range) : []
    let label = captions.last.flatMap { $0.count <= longestLabel && labels.contains(file.text($0)) ? $0 : nil }
    let caption = label == nil ? captions.last : captions.dropLast().last
    guard
      let teaser = Page.TeaserStory(
        kicker: kicker, title: words, date: day, dateRange: bracket, text: text.words, label: label, caption: caption)
    else { return nil }
    reader = ahead
    for range in label == nil ? captions : captions.dropLast() { segmentation.note(.caption, range) }
    segmentation.note(.label, label)
    segmentation.note(.teaserTitle, title.range)
    segmentation.note(.date, bracket)
    segmentation.note(.teaserText, text.words)
    segmentation.note(.more, text.more)
    return teaser
  }

  /// Whether a teaser stands where the reader is; one that is certainly no article if it has to end in `mehr...`.
  static func isNext(in reader: LineReader, isBehindList: Bool, endsInMore: Bool = false) -> Bool {
    var ahead = reader
    var segmentation = Segmentation(isWanted: endsInMore)
    return read(from: &ahead, isBehindList: isBehindList, &segmentation) != nil
      && (!endsInMore || segmentation.contains(.more))
  }

  /// Kicker and title: before and behind the first colon that a blank follows.
  private static func parts(of line: TextRange, in file: SeedFile) -> (kicker: TextRange, title: TextRange)? {
    var index = Int(line.lowerBound)
    while let colon = file.bytes[index..<Int(line.upperBound)].firstIndex(of: UInt8(ascii: ":")) {
      if file.blankWidth(at: colon + 1, before: Int(line.upperBound)) != nil {
        let kicker = file.trimmed(Int(line.lowerBound), colon)
        return kicker.isEmpty ? nil : (kicker, file.trimmed(colon + 1, Int(line.upperBound)))
      }
      index = colon + 1
    }
    return nil
  }

  /// The text behind the bracket and the `mehr...` at its end, be it on the same line, on one of the next lines that
  /// carry the text on, or alone.
  private static func readText(
    _ dated: LineReader.Line, behind bracket: TextRange, from reader: inout LineReader
  ) -> (words: TextRange, more: TextRange?) {
    let file = reader.file
    let whole = file.trimmed(Int(bracket.upperBound), Int(dated.range.upperBound))
    if let more = file.more(in: whole) { return (file.trimmed(Int(whole.lowerBound), Int(more.lowerBound)), more) }
    var ahead = reader
    for _ in 0..<3 {
      guard let line = ahead.next(), GermanDate.bracket(at: line.range, in: file) == nil else { break }
      let more = file.more(in: line.range)
      guard line.blankLinesBefore == 0 || more == line.range else { break }
      if let more {
        reader = ahead
        return (file.trimmed(Int(whole.lowerBound), Int(more.lowerBound)), more)
      }
    }
    return (whole, nil)
  }

  /// What the site calls its long forms, a word in lower case on a line of its own.
  private static let labels: Set<String> = ["interview", "bericht", "kommentar", "gastbeitrag", "reportage", "porträt"]
  private static let longestLabel = 11
}

extension SeedFile {
  /// The `mehr...` or `mehr…` at the end of a range, as a word of its own; nil without it. A single full stop ends a sentence.
  fileprivate func more(in range: TextRange) -> TextRange? {
    var end = Int(range.upperBound)
    let start = Int(range.lowerBound)
    if bytes[start..<end].hasSuffix("…") {
      end -= 3
    } else if encoding == .windows1252, bytes[start..<end].last == 0x85 {
      end -= 1
    } else {
      guard bytes[start..<end].hasSuffix("...") else { return nil }
      end -= 3
    }
    let word = trimmed(start, end)
    guard bytes[word.indices].hasSuffix("mehr") else { return nil }
    let lower = Int(word.upperBound) - 4
    return lower == start || trimmed(start, lower).upperBound < UInt32(lower)
      ? TextRange(lower, Int(range.upperBound)) : nil
  }
}
