/// A piece of running text that is read at once: a kicker, a headline, a lead, a paragraph, a teaser's text; with its
/// tokens, its sentences and the names in it. All who read on share one: it is much that they look at.
///
/// Rules compare words by their UTF-8 bytes. Nearly every file already has them so; a passage from one that has not
/// (Windows-1252, letters and marks apart) is read from its canonical text, and knows where each byte came from.
final class Passage {
  /// What part of a story it is.
  enum Part {
    case kicker, headline, body
  }

  let part: Part
  /// UTF-8 with composed letters.
  let bytes: [UInt8]
  /// For each byte and the end the byte of the file it came from; nil where `bytes` are the file's own.
  private let origins: [UInt32]?
  let tokens: [Token]
  /// The tokens of each sentence, in order, without gaps. A kicker or a headline is one sentence.
  let sentences: [Range<Int>]
  /// In order, without overlap; none until they have been looked for.
  var mentions: [Mention] = []

  init(_ part: Part, _ range: TextRange, in file: SeedFile) {
    self.part = part
    let indices = range.indices.clamped(to: 0..<file.bytes.count)
    if file.encoding == .utf8, !file.holdsMarks || !Passage.holdsMarks(file.bytes[indices]) {
      bytes = file.bytes
      origins = nil
      tokens = Token.tokens(of: bytes, in: indices, .german)
    } else {
      let text = CanonicalText(range, in: file)
      bytes = text.scalars.flatMap(\.utf8)
      origins =
        zip(text.scalars, text.offsets).flatMap { scalar, offset in scalar.utf8.map { _ in UInt32(clamping: offset) } }
        + [range.upperBound]
      tokens = Token.tokens(of: bytes, in: bytes.indices, .german)
    }
    sentences = part == .body ? Token.sentences(of: tokens, in: bytes) : [tokens.indices]
  }

  /// Whether the bytes are the file's own.
  var isVerbatim: Bool { origins == nil }

  /// The sentence a token is in.
  func sentence(of token: Int) -> Range<Int>? { sentences.first { $0.contains(token) } }

  /// The mentions that begin in a sentence.
  func mentions(in sentence: Range<Int>) -> ArraySlice<Mention> {
    let first = mentions.firstIndex { $0.name.lowerBound >= sentence.lowerBound } ?? mentions.count
    let end = mentions[first...].firstIndex { $0.name.lowerBound >= sentence.upperBound } ?? mentions.count
    return mentions[first..<end]
  }

  /// Where tokens stand in the file.
  func place(_ tokens: Range<Int>) -> TextRange {
    let range = byteRange(tokens)
    guard let origins else { return TextRange(range.lowerBound, range.upperBound) }
    guard range.upperBound < origins.count else { return TextRange(0, 0) }
    return TextRange(Int(origins[range.lowerBound]), Int(origins[range.upperBound]))
  }

  /// The words of tokens, as the page has them.
  func text(_ tokens: Range<Int>) -> String { String(decoding: bytes[byteRange(tokens)], as: UTF8.self) }

  private func byteRange(_ tokens: Range<Int>) -> Range<Int> {
    guard let first = self.tokens[tokens].first, let last = self.tokens[tokens].last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }

  /// Whether a combining mark (U+0300 to U+036F) is among the bytes.
  private static func holdsMarks(_ bytes: ArraySlice<UInt8>) -> Bool {
    for byte in bytes where byte == 0xCC || byte == 0xCD { return true }
    return false
  }
}

/// Looks at a passage's tokens beyond its ends without harm.
protocol PassageReader {
  var passage: Passage { get }
}

extension PassageReader {
  var tokens: [Token] { passage.tokens }

  func token(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

  /// Whether there is a token at an index with one of some tags.
  func stands(_ tags: Tags, at index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].isAny(tags) }

  /// The bytes of a token.
  func word(_ index: Int) -> ArraySlice<UInt8> { passage.bytes[tokens[index].range] }

  func text(_ tokens: Range<Int>) -> String { passage.text(tokens) }
}
