/// Finds where the kicker of a head line ends; the rules are told at `Title`.
struct HeadLineSplitter {
  private let text: CanonicalText
  /// The byte behind the head line.
  private let end: Int
  private let kickers: Kickers
  private let words: PageWords
  /// Looks at no more places than this: a head line has one or two.
  private static let mostPlaces = 12

  init(text: CanonicalText, end: Int, kickers: Kickers, words: PageWords) {
    self.text = text
    self.end = end
    self.kickers = kickers
    self.words = words
  }

  private var scalars: [Unicode.Scalar] { text.scalars }

  /// The index behind the kicker and the one the headline begins at; nil without a kicker.
  var cut: (kicker: Int, headline: Int)? {
    let colon = firstColon
    var start = 0
    parts: while start < scalars.count {
      for end in kickers.ends(of: scalars, from: start) {
        if isBeginning(at: end), !isWholeWord(around: end) { return (end, end) }
        if let next = partBehindSlash(at: end) {
          start = next
          continue parts
        }
      }
      break
    }
    let limit = colon?.kicker ?? scalars.count
    let boundaries = (start + 1..<max(start + 1, limit)).lazy.filter { isBoundary(at: $0) }.prefix(Self.mostPlaces)
    let places = boundaries.filter { !isWholeWord(around: $0) }
    if let place = places.first(where: { words.contains(bytes(wordStart(before: $0), $0)) }) ?? places.first {
      return (place, place)
    }
    return colon
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

  /// Whether a headline may begin here, right behind a known name.
  private func isBeginning(at index: Int) -> Bool {
    index < scalars.count && HeadLineSplitter.isOpening(scalars[index])
  }

  /// Whether the spelling breaks here as it does nowhere inside German words.
  private func isBoundary(at index: Int) -> Bool {
    let (before, next) = (scalars[index - 1], scalars[index])
    let isCapitalised = next.properties.isUppercase && scalar(index + 1)?.properties.isLowercase == true
    if before.properties.isLowercase || ")“!?".unicodeScalars.contains(before) {
      // One small letter before a capital begins a name: eGovernment, regio iT.
      if before.properties.isLowercase, index < 2 || !scalars[index - 2].properties.isAlphabetic { return false }
      if isRest(of: "bH", at: index - 1) { return false }
      return next.properties.isUppercase || "„\"»‚#".unicodeScalars.contains(next) || isCountedWord(at: index)
    }
    if before.properties.isUppercase {
      return isCapitalised && scalar(index + 2)?.properties.isLowercase == true || "„#".unicodeScalars.contains(next)
    }
    if HeadLineSplitter.isDigit(before) { return isCapitalised || "„#".unicodeScalars.contains(next) }
    return false
  }

  /// A number and then a hyphen or a blank: `10-Punkte-Plan`, `115 startet`; but not `24 / Jena`.
  private func isCountedWord(at index: Int) -> Bool {
    var end = index
    while let digit = scalar(end), HeadLineSplitter.isDigit(digit) { end += 1 }
    guard end > index else { return false }
    return scalar(end) == "-" || scalar(end) == " " && scalar(end + 1) != "/"
  }

  /// Whether the letters around an index are these: the end of `GmbH` is no boundary.
  private func isRest(of letters: String, at index: Int) -> Bool {
    index >= 1 && scalars[(index - 1)...].starts(with: ("m" + letters).unicodeScalars)
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
  private var firstColon: (kicker: Int, headline: Int)? {
    let index = scalars.indices.dropLast(2).first { scalars[$0] == ":" && scalars[$0 + 1] == " " }
    guard let index, index > 0 else { return nil }
    return (index, index + 2)
  }

  private func scalar(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }
}
