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
      ? Sentence.sentences(of: tokens, in: passage) : [Sentence(tokens: tokens.indices)]
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

/// Looks at a passage's tokens beyond its ends without harm.
protocol PassageReader {
  var read: ReadPassage { get }
}

extension PassageReader {
  var passage: Passage { read.passage }
  var tokens: [Token] { read.tokens }

  func token(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

  /// Whether there is a token at an index with one of some tags.
  func stands(_ tags: Tags, at index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].isAny(tags) }

  /// The bytes of a token.
  func word(_ index: Int) -> ArraySlice<UInt8> { passage.bytes[tokens[index].range] }
}
