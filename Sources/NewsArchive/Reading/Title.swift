/// Kicker and headline of a head line. The site shows them in two lines; the scraper glued them together:
/// `BayernE-Government-Pakt geschlossen`.
///
/// Where the kicker ends is learned, not guessed, as far as that goes: the teasers of the same folder write their
/// kickers apart, and the page's own text knows its words. Only then does the spelling decide:
///
/// 1. As many known names as the head line begins with, joined by `/`, the longest first, if a capital, a digit, a
///    quotation mark or `#` follows the last one without a blank.
/// 2. From the first part that is not known: the places where German spelling breaks, and of these the first that
///    has a word before it which stands alone in the page's text; else any capital or digit behind such a word; else
///    the first break. A place inside a word that the text has whole is none.
/// 3. Without any such place before it, the first colon that a blank follows. A colon at the end of a line is sure.
struct Title {
  /// Nil where the head line has no kicker.
  let kicker: TextRange?
  let headline: TextRange

  /// Splits a head line with the kickers of the folder and the words of its page.
  init(headLine: TextRange, in file: SeedFile, kickers: Kickers, words: PageWords) {
    let text = CanonicalText(headLine, in: file)
    let splitter = HeadLineSplitter(text: text, end: Int(headLine.upperBound), kickers: kickers, words: words)
    let isTwoLines = file.bytes[headLine.indices].contains(UInt8(ascii: "\n"))
    if let cut = isTwoLines ? splitter.firstColon : splitter.cut, cut.headline < text.offsets.count {
      kicker = file.trimmed(Int(headLine.lowerBound), text.offsets[cut.kicker])
      headline = TextRange(text.offsets[cut.headline], Int(headLine.upperBound))
    } else {
      kicker = nil
      headline = headLine
    }
  }
}

/// The kickers that are known: what the teasers of a folder write before their colon, whole and by its parts.
struct Kickers {
  private var names = WordTable<Void>()
  private var longest = 0

  /// Learns a kicker: `DStGB/iit` also teaches `DStGB` and `iit`.
  mutating func learn(_ kicker: String) {
    for name in [Substring(kicker)] + kicker.split(separator: "/") {
      let name = name.trimmingBlanks
      guard name.count >= 2 else { continue }
      names[WordHash.of(name.utf8)] = ()
      longest = max(longest, name.unicodeScalars.count)
    }
  }

  /// The ends of the known names that begin at an index, the longest first.
  func ends(of scalars: [Unicode.Scalar], from start: Int) -> [Int] {
    var ends: [Int] = []
    var hash = WordHash.empty
    for index in start..<min(scalars.count, start + longest) {
      hash = WordHash.of(scalars[index].utf8, behind: hash)
      if HeadLineSplitter.mayEnd(scalars, at: index + 1), names[hash] != nil { ends.append(index + 1) }
    }
    return ends.reversed()
  }
}

/// The text of a page, to tell a whole word from two glued ones.
struct PageWords {
  let file: SeedFile
  /// Lead and paragraphs.
  let ranges: [TextRange]
  /// Looks at no more than this many bytes of a text, and for no longer word than this: a bound, not a rule.
  private static let reach = 20_000
  private static let longestWord = 80

  /// Whether the bytes of a range stand somewhere in the text as a word of its own, be it in the genitive.
  func contains(_ word: TextRange) -> Bool {
    let pattern = file.bytes[word.indices]
    guard let first = pattern.first, pattern.count <= PageWords.longestWord else { return false }
    var reach = PageWords.reach
    for range in ranges {
      var index = Int(range.lowerBound)
      let end = min(Int(range.upperBound), index + reach)
      reach -= end - index
      while index < end, let start = file.bytes[index..<end].firstIndex(of: first) {
        if file.bytes[start..<end].starts(with: pattern), isFree(start, start + pattern.count) { return true }
        index = start + 1
      }
    }
    return false
  }

  private func isFree(_ start: Int, _ end: Int) -> Bool {
    var previous = start - 1
    while file.encoding == .utf8, previous > 0, file.bytes[previous] & 0xC0 == 0x80 { previous -= 1 }
    if let (scalar, _) = file.scalar(at: previous), scalar.isWordPart { return false }
    guard let (next, _) = file.scalar(at: end), next.isWordPart else { return true }
    guard next == "s", let (last, _) = file.scalar(at: end + 1) else { return false }
    return !last.isWordPart
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter, a digit or the hyphen inside a word.
  var isWordPart: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "-": true
    default: value >= 0x80 && (properties.isAlphabetic || LatinLetters.isMark(self))
    }
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    var part = self
    while part.first == " " { part.removeFirst() }
    while part.last == " " { part.removeLast() }
    return part
  }
}
