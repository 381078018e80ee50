/// The part of a sentence that only says who said it: "…“, sagt Oberbürgermeister X.", "Wie das Ministerium mitteilt, …".
struct Reporting {
  /// Its tokens: "laut Ministeriumsangaben", "Wie das Ministerium … mitteilt".
  let clause: Range<Int>
  /// Whether it attributes a quotation rather than a report.
  let isQuotation: Bool
}

extension Reporting {
  /// The reporting clauses of a sentence.
  static func clauses(in sentence: Range<Int>, _ tokens: [Token]) -> [Reporting] {
    var found: [Reporting] = []
    let range = sentence
    var index = range.lowerBound
    while index < range.upperBound {
      let token = tokens[index]
      if token.isClosingQuote, index + 2 < range.upperBound, tokens[index + 1].isMark(","),
        tokens[index + 2].isAny([.say, .report])
      {
        // Behind a quotation, to the next one.
        let end = tokens[(index + 2)..<range.upperBound].firstIndex { $0.isOpeningQuote } ?? range.upperBound
        found.append(Reporting(clause: index + 2..<end, isQuotation: true))
        index = end
        continue
      }
      if token.isOpeningQuote, index > range.lowerBound, tokens[index - 1].isMark(":") {
        found.append(
          Reporting(clause: range.lowerBound..<index, isQuotation: true))
      }
      if token.is(.wie), index == range.lowerBound || tokens[index - 1].isMark(","),
        let verb = tokens[index..<min(index + 40, range.upperBound)].firstIndex(where: { $0.isAny([.report, .say]) }
        )
      {
        found.append(Reporting(clause: index..<verb + 1, isQuotation: false))
        index = verb
      }
      if token.is(.laut)
        || token.is(.nach) && index + 1 < range.upperBound
          && (tokens[index + 1].isAny([.according, .pronominal])
            || index + 2 < range.upperBound && tokens[index + 2].is(.according))
      {
        // To the verb or the mark behind: "laut Ministeriumsangaben", "nach Angaben der Stadt".
        var end = index + 1
        while end < range.upperBound, tokens[end].shape == .word,
          tokens[end].isCapitalised || tokens[end].isArticle || tokens[end].isAny([.pronominal, .von, .according])
            || end == index + 1
        { end += 1 }
        found.append(Reporting(clause: index..<end, isQuotation: false))
        index = end - 1
      }
      if token.isAny([.anaphor, .das]), index == range.lowerBound, index + 1 < range.upperBound,
        tokens[index + 1].is(.report)
      {
        // "Das teilt das Ministerium mit.": nothing but a report.
        found.append(Reporting(clause: range, isQuotation: false))
        return found
      }
      index += 1
    }
    return found
  }
}
