/// Where sentences end.
///
/// A full stop ends a sentence unless an abbreviation, an ordinal or a number stands before it; what a quotation
/// consists of are sentences of their own, and the clause that names the speaker belongs to the one before it:
/// `„A. B.“, sagt C. „D.“` is `„A.` `B.“, sagt C.` `„D.“`.
extension Token {
  /// The sentences of a passage's tokens, in order, without gaps.
  static func sentences(of tokens: [Token], in bytes: [UInt8]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < tokens.count {
      index += 1
      guard endsSentence(tokens, index - 1, in: bytes) else { continue }
      // Closing marks belong to the sentence they close.
      while index < tokens.count, tokens[index].isClosingQuote || tokens[index].isMark(")"), !tokens[index].isApart {
        index += 1
      }
      guard index < tokens.count else { break }
      // `…?“, fragt sie.`: the reporting clause carries the sentence on.
      if tokens[index].isMark(",") || tokens[index].isDash || !tokens[index].isApart { continue }
      sentences.append(start..<index)
      start = index
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
    return sentences
  }

  private static func endsSentence(_ tokens: [Token], _ index: Int, in bytes: [UInt8]) -> Bool {
    let token = tokens[index]
    guard token.shape == .mark else { return false }
    if token.isMark("!") || token.isMark("?") || token.mark == Token.ellipsis { return true }
    guard token.isMark(".") else { return false }
    guard index > 0, index + 1 < tokens.count else { return true }
    let (before, next) = (tokens[index - 1], tokens[index + 1])
    // "mehr...": more full stops follow.
    if !next.isApart, next.isMark(".") { return false }
    if token.isApart { return true }
    if before.shape == .number {
      // "Den 11. Fachkongress", "am 3. Mai", "29. und 30.3.2023": an ordinal has at most two digits. "seit 2018." ends.
      return before.range.count > 2 || next.shape == .mark
    }
    if before.shape == .word {
      if before.is(.title) || isAbbreviation(bytes[before.range]) { return false }
      // A small letter goes on, unless a name begins with it: `ekom21`, `d-NRW`, `regio iT`.
      if next.shape == .word, !next.isCapitalised, next.isAny([.und, .oder, .von, .in]) {
        return false
      }
    }
    return true
  }

  /// A single letter, or one of the usual abbreviations.
  private static func isAbbreviation(_ word: ArraySlice<UInt8>) -> Bool {
    if word.count == 1 { return true }
    if word.contains(UInt8(ascii: ".")) { return !word.contains { $0 >= 0x80 } && word.count <= 5 }
    return word.count <= 5 && abbreviations.contains(WordHash.of(word))
  }

  private static let abbreviations = WordHash.list(
    """
    Abs Art Nr ca bzw bspw Mio Mrd Dr Prof St inkl exkl evtl ggf sog Str Tel usf vgl zzgl rd geb Hrsg Jan Feb Aug \
    Sept Okt Nov Dez Mag Dipl Ing phil jur med rer nat etc max min gem Ziff Kap Bd Jg Jh Std Tsd stv ltd Verw
    """)
}
