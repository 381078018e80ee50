/// The grammar of a page. Every part is optional where the grammar says so; nothing is ever guessed from a layout.
///
///     page      = [byte order mark] [page date] {boilerplate} [story] {section | teaser | boilerplate}
///     page date = weekday "," day "." month year              the day the page was captured
///     story     = head line [bracket lead] [pictures] {paragraph | subheading | picture | credit | boilerplate}
///     section   = "Weitere Meldungen und Beiträge aus dem Bereich:" name
///     teaser    = [caption] [label] kicker ": " title line-end bracket text ["mehr..."]
///     picture   = {caption} credit
///     bracket   = "[" day "." month "." year "]"
///
/// A teaser is known by its last line, the one that begins with a bracket, and the title before it. A caption and a
/// label stand behind the section line, a gap of three blank lines or another teaser, and a blank line before the title.
extension Page {
  /// Reads a page. O(*n*) in the bytes, whatever they are.
  ///
  /// - Throws: `ReadingError` for a file that is no page: nothing in it but blanks, a NUL byte (no text), no head line, or nothing
  ///   below the head line that a page would have.
  public static func read(_ file: SeedFile) throws(ReadingError) -> Page {
    var segmentation = Segmentation(isWanted: false)
    return try read(file, &segmentation)
  }

  /// All of the file, in order. Read anew each time: a hundred thousand pages need not remember it. O(*n*).
  public var segments: [Segment] {
    var segmentation = Segmentation(isWanted: true)
    do throws(ReadingError) { _ = try Page.read(file, &segmentation) } catch {
      segmentation = Segmentation(isWanted: true)
    }
    return segmentation.segments(of: file)
  }

  private static func read(_ file: SeedFile, _ segmentation: inout Segmentation) throws(ReadingError) -> Page {
    if file.holdsNUL, let index = file.bytes.firstIndex(of: 0) {
      let line = file.bytes[..<index].count { $0 == UInt8(ascii: "\n") } + 1
      throw ReadingError(line: line, expected: "text", found: "a NUL byte")
    }
    segmentation.note(.byteOrderMark, TextRange(0, file.byteOrderMarkLength))
    var page = Page(file: file)
    var reader = LineReader(file)
    if let line = reader.peek(), let day = GermanDate.pageDate(of: line.range, in: file) {
      page.pageDate = day
      page.pageDateRange = line.range
      segmentation.note(.pageDate, line.range)
      _ = reader.next()
    }
    while let line = reader.peek(), Boilerplate.matches(line.range, in: file) {
      segmentation.note(.boilerplate, line.range)
      _ = reader.next()
    }
    if !TeaserStory.isNext(in: reader, isBehindList: false, endsInMore: true) {
      page.story = try Story.read(from: &reader, &segmentation)
    }
    page.readList(from: &reader, &segmentation)
    guard page.hasProof else {
      throw ReadingError(
        line: 1, expected: "a page with a date, a teaser or a paragraph of an article",
        found: file.sample(page.story?.headLine ?? TextRange(0, 0)))
    }
    return page
  }

  /// Whether anything shows that this is a page and not a note somebody left in the folder.
  private var hasProof: Bool {
    pageDate != nil || section != nil || !teasers.isEmpty || story?.date != nil
      || story?.paragraphs.contains { $0.count >= Page.shortestProof } == true
  }

  /// The bytes of the longest paragraph of the shortest article that is believed without a date.
  private static let shortestProof = 120

  /// Sections and teasers to the end of the file. What is none of them stays unclassified.
  private mutating func readList(from reader: inout LineReader, _ segmentation: inout Segmentation) {
    while let line = reader.peek() {
      if let name = Boilerplate.sectionName(in: line.range, of: file) {
        section = section ?? name
        segmentation.note(.section, line.range)
      } else if let teaser = TeaserStory.read(from: &reader, isBehindList: true, &segmentation) {
        teasers.append(teaser)
        continue
      } else if Boilerplate.matches(line.range, in: file) {
        segmentation.note(.boilerplate, line.range)
      }
      _ = reader.next()
    }
    let identities = Identity.Builder.finish(
      teasers.map { teaser in
        var identity = Identity.Builder("teaser")
        identity.add(teaser.kicker, in: file)
        identity.add(teaser.title, in: file)
        identity.add(teaser.date)
        identity.add(teaser.text, in: file)
        return identity
      })
    // A copy has no room to grow, which a hundred thousand pages would pay for.
    teasers = zip(teasers, identities).map { teaser, identity in
      var teaser = teaser
      teaser.identity = identity
      return teaser
    }
  }
}
