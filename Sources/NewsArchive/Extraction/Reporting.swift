/// The part of a sentence that only says who said it: "…“, sagt Oberbürgermeister X.", "Wie das Ministerium mitteilt, …".
struct Reporting {
  /// Its tokens: "laut Ministeriumsangaben", "Wie das Ministerium … mitteilt".
  let clause: Range<Int>
  /// Whether it attributes a quotation rather than a report.
  let isQuotation: Bool
}

extension Reporting {
  /// The reporting clauses of a sentence.
  static func clauses(in sentence: Range<Int>, of passage: Passage) -> [Reporting] {
    let tokens = passage.tokens
    var found: [Reporting] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let token = tokens[index]
      let rest = index + 1..<sentence.upperBound
      if token.isClosingQuote, passage.standsMark(",", at: index + 1), rest.contains(index + 2),
        tokens[index + 2].isAny([.say, .report])
      {
        // Behind a quotation, to the next one.
        let end = tokens[index + 2..<sentence.upperBound].firstIndex { $0.isOpeningQuote } ?? sentence.upperBound
        found.append(Reporting(clause: index + 2..<end, isQuotation: true))
        index = end
        continue
      }
      if token.isOpeningQuote, index > sentence.lowerBound, tokens[index - 1].isMark(":") {
        found.append(Reporting(clause: sentence.lowerBound..<index, isQuotation: true))
      }
      if token.is(.wie), index == sentence.lowerBound || tokens[index - 1].isMark(","),
        let verb = rest.prefix(39).first(where: { tokens[$0].isAny([.report, .say]) })
      {
        found.append(Reporting(clause: index..<verb + 1, isQuotation: false))
        index = verb
      }
      if token.is(.laut)
        || token.is(.nach)
          && (passage.stands([.according, .pronominal], at: index + 1) || passage.stands([.according], at: index + 2))
      {
        // To the verb or the mark behind: "laut Ministeriumsangaben", "nach Angaben der Stadt".
        let end = rest.first { place in
          let word = tokens[place]
          return word.shape != .word
            || place > index + 1 && !word.isCapitalised && !word.isArticle
              && !word.isAny([.pronominal, .von, .according])
        }
        found.append(Reporting(clause: index..<(end ?? sentence.upperBound), isQuotation: false))
        index = (end ?? sentence.upperBound) - 1
      }
      if index == sentence.lowerBound, token.isAny([.anaphor, .das]), passage.stands([.report], at: index + 1) {
        // "Das teilt das Ministerium mit.": nothing but a report.
        return [Reporting(clause: sentence, isQuotation: false)]
      }
      index += 1
    }
    return found
  }
}
