/// Who is meant, before it is known which partner of the archive that is.
struct Actor: Hashable, Sendable {
  let name: String
  let kind: Partner.Kind
  var isCollective = false
}

/// Somebody named in a passage.
struct Mention {
  /// How the words stand for the one they name.
  enum Form: UInt8 {
    /// The name itself, in any case: "Bayern", "des Landkreises Leer".
    case name
    /// Its adjective: "sächsische", "Wolfsburger".
    case adjective
    /// An office that acts for it: "Bundesbildungsminister", "Sachsen-CIO", "der Oberbürgermeister der Stadt Ulm".
    case office
    /// A group that is no partner unless it cooperates: "Kommunen", "die zehn kreisangehörigen Städte".
    case group
    /// A bare "Freistaat", "das Land": whoever the story means by it.
    case reference
    /// A place where something takes place.
    case venue
  }

  var actor: Actor
  var form: Form
  /// The tokens of the whole phrase: article, what it is, name, short name in brackets.
  var extent: Range<Int>
  /// The tokens of the name.
  var name: Range<Int>
}

/// A passage with its tokens, sentences and the names in it. All who read on share one: it is much that they look at.
final class ReadPassage {
  let passage: Passage
  let tokens: [Token]
  /// A kicker or a headline is one sentence.
  let sentences: [Sentence]
  /// In order, without overlap; none until they have been looked for.
  var mentions: [Mention] = []

  init(_ passage: Passage, _ words: WordList) {
    self.passage = passage
    tokens = Token.tokens(of: passage, words)
    sentences =
      passage.part == .body
      ? Sentence.sentences(of: tokens, in: passage) : [Sentence(tokens: tokens.indices, beginsInQuotation: false)]
  }

  /// The mentions that begin in a sentence.
  func mentions(in sentence: Sentence) -> ArraySlice<Mention> {
    let first = mentions.firstIndex { $0.name.lowerBound >= sentence.tokens.lowerBound } ?? mentions.count
    let end = mentions[first...].firstIndex { $0.name.lowerBound >= sentence.tokens.upperBound } ?? mentions.count
    return mentions[first..<end]
  }

  /// Where tokens stand in the file.
  func place(_ tokens: Range<Int>) -> TextRange {
    guard let first = self.tokens[tokens].first, let last = self.tokens[tokens].last else { return TextRange(0, 0) }
    return passage.place(first.range.lowerBound..<last.range.upperBound)
  }

  /// The words of tokens, with single spaces as the page has them.
  func text(_ tokens: Range<Int>) -> String {
    guard let first = self.tokens[tokens].first, let last = self.tokens[tokens].last else { return "" }
    return passage.text(first.range.lowerBound..<last.range.upperBound)
  }
}
