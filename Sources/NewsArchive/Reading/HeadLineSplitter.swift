/// Finds where the kicker of a head line ends; the rules are told at `Title`.
struct HeadLineSplitter {
  let text: CanonicalText
  /// The byte behind the head line.
  let end: Int
  let kickers: Kickers
  let words: PageWords
  /// Looks at no more places than this: a head line has one or two.
  private static let mostPlaces = 12

  private var scalars: [Unicode.Scalar] { text.scalars }

  /// The index behind the kicker and the one the headline begins at; nil without a kicker.
  var cut: (kicker: Int, headline: Int)? {
    let colon = firstColon
    var start = 0
    parts: while start < scalars.count {
      for end in kickers.ends(of: scalars, from: start) {
        if mayBegin(at: end), !isWholeWord(around: end) { return (end, end) }
        if let next = partBehindSlash(at: end) {
          start = next
          continue parts
        }
      }
      break
    }
    let candidates = start + 1..<max(start + 1, colon?.kicker ?? scalars.count)
    let boundaries = places(in: candidates, where: isBoundary)
    let place =
      boundaries.first(where: isBehindWord)
      ?? places(in: candidates, where: mayBegin).last(where: isBehindWord)
      ?? boundaries.first
    return place.map { ($0, $0) } ?? colon
  }

  /// Whether a known name may end here: not before a letter that carries it on.
  static func mayEnd(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index < scalars.count else { return false }
    let next = scalars[index]
    return next == " " || next == "/" || isOpening(next)
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isUppercase || isDigit(scalar) || "„“\"»‚#".unicodeScalars.contains(scalar)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private func places(in candidates: Range<Int>, where isPlace: (Int) -> Bool) -> [Int] {
    candidates.lazy.filter(isPlace).prefix(Self.mostPlaces).filter { !isWholeWord(around: $0) }
  }

  /// Whether a headline may begin here, right behind a known name or word: `DStGBMehr`, `D215G-Ausbau`, `OZGE-Akte`.
  private func mayBegin(at index: Int) -> Bool {
    guard let before = scalar(index - 1), let next = scalar(index), HeadLineSplitter.isOpening(next),
      !before.isBlank, before != "-", before != "/"
    else { return false }
    guard before.properties.isUppercase, next.properties.isUppercase else { return true }
    return scalar(index + 1) == "-" || scalar(index + 1)?.properties.isLowercase == true
  }

  /// Whether the word before an index, more than a number, stands alone in the page's text.
  private func isBehindWord(_ index: Int) -> Bool {
    let start = wordStart(before: index)
    return index - start >= 2 && !scalars[start..<index].allSatisfy(HeadLineSplitter.isDigit)
      && words.contains(bytes(start, index))
  }

  /// Whether the spelling breaks here as it does nowhere inside German words.
  private func isBoundary(at index: Int) -> Bool {
    let (before, next) = (scalars[index - 1], scalars[index])
    let isCapitalised = next.properties.isUppercase && scalar(index + 1)?.properties.isLowercase == true
    if before.properties.isLowercase || ")“!?".unicodeScalars.contains(before) {
      // One small letter before a capital begins a name: eGovernment, regio iT.
      if before.properties.isLowercase, index < 2 || !scalars[index - 2].properties.isAlphabetic { return false }
      // The end of GmbH is no boundary.
      if index >= 2, scalars[(index - 2)...].starts(with: "mbH".unicodeScalars) { return false }
      return next.properties.isUppercase || "„\"»‚#".unicodeScalars.contains(next) || isCountedWord(at: index)
    }
    if before.properties.isUppercase {
      let third = scalar(index + 2)
      return isCapitalised && (third == " " || third?.properties.isLowercase == true)
        || "„#".unicodeScalars.contains(next)
    }
    guard HeadLineSplitter.isDigit(before) else { return false }
    // A single digit between letters belongs to a name: Digital4Kommune.
    let isInsideName = scalar(index - 2)?.properties.isAlphabetic == true
    return isCapitalised && !isInsideName || "„#".unicodeScalars.contains(next)
  }

  /// A number, then a hyphen, a blank or one capital and a hyphen: `10-Punkte-Plan`, `115 startet`, `5G-Ausbau`; but
  /// not `24 / Jena`.
  private func isCountedWord(at index: Int) -> Bool {
    var end = index
    while let digit = scalar(end), HeadLineSplitter.isDigit(digit) { end += 1 }
    guard end > index else { return false }
    if scalar(end)?.properties.isUppercase == true { return scalar(end + 1) == "-" }
    return scalar(end) == "-" || scalar(end) == " " && scalar(end + 1) != "/"
  }

  /// Whether the page's text has the word around an index as it is: then nothing was glued in it.
  private func isWholeWord(around index: Int) -> Bool {
    let wordEnd = scalars[index...].firstIndex { !$0.isWordPart } ?? scalars.count
    return wordEnd > index && words.contains(bytes(wordStart(before: index), wordEnd))
  }

  private func wordStart(before index: Int) -> Int {
    scalars[..<index].lastIndex { !$0.isWordPart }.map { $0 + 1 } ?? 0
  }

  /// The bytes of some characters.
  private func bytes(_ first: Int, _ behind: Int) -> TextRange {
    TextRange(text.offsets[first], behind < text.offsets.count ? text.offsets[behind] : end)
  }

  /// Where the next part begins behind `/` or ` / `.
  private func partBehindSlash(at index: Int) -> Int? {
    var next = index
    if scalar(next) == " " { next += 1 }
    guard scalar(next) == "/" else { return nil }
    next += 1
    if scalar(next) == " " { next += 1 }
    return next
  }

  /// The first colon that a blank follows.
  var firstColon: (kicker: Int, headline: Int)? {
    let index = scalars.indices.dropLast(2).first { scalars[$0] == ":" && scalars[$0 + 1] == " " }
    guard let index, index > 0 else { return nil }
    return (index, index + 2)
  }

  private func scalar(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }
}
