/// Looks at a passage's tokens beyond its ends without harm.
protocol PassageReader {
  var passage: Passage { get }
}

extension PassageReader {
  var tokens: [Token] { passage.tokens }

  func token(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

  /// Whether there is a token at an index with one of some tags.
  func stands(_ tags: Tags, at index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].isAny(tags) }

  /// Whether this mark is at an index.
  func standsMark(_ mark: Unicode.Scalar, at index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].isMark(mark)
  }

  /// Whether a comma or "und" is at an index.
  func standsJoint(at index: Int) -> Bool { stands([.und], at: index) || standsMark(",", at: index) }

  /// Whether a word with a capital letter is at an index.
  func standsNoun(at index: Int) -> Bool {
    token(index).map { $0.shape == .word && $0.isCapitalised } ?? false
  }

  /// The bytes of a token.
  func word(_ index: Int) -> ArraySlice<UInt8> { passage.bytes[tokens[index].range] }

  /// The words of tokens, as the page has them.
  func text(_ tokens: Range<Int>) -> String {
    String(decoding: passage.bytes[passage.bytes(of: tokens)], as: UTF8.self)
  }

  /// "im", "am", "beim", "vom", "zum", "zur": a preposition that has swallowed the article.
  func isContracted(_ index: Int) -> Bool {
    let last = word(index).last
    switch tokens[index].range.count {
    case 2: return last == UInt8(ascii: "m")
    case 3, 4:
      return last == UInt8(ascii: "m") && tokens[index].isAny([.zu, .von, .bei])
        || last == UInt8(ascii: "r") && tokens[index].is(.zu)
    default: return false
    }
  }

  /// An unlisted word in small letters with an adjective's ending.
  func isAdjective(_ index: Int) -> Bool {
    guard let token = token(index), token.shape == .word, !token.isCapitalised, token.entry.tags.isEmpty,
      token.range.count > 3
    else { return false }
    let word = word(index)
    return word.last == UInt8(ascii: "e")
      || word.dropLast().last == UInt8(ascii: "e") && "nrsm".utf8.contains(word.last ?? 0)
  }
}

extension ArraySlice<UInt8> {
  func hasSuffix(_ suffix: String) -> Bool { self.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) }
}
