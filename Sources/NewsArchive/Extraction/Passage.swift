/// A piece of running text that is read at once: a kicker, a headline, a lead, a paragraph, a teaser's text; with its
/// tokens, its sentences and the names in it. All who read on share one: it is much that they look at.
///
/// Rules compare words by their UTF-8 bytes. Nearly every file already has them so; a passage from one that has not
/// (Windows-1252, letters and marks apart) is read from its canonical text, and knows where each byte came from.
final class Passage: PassageReader {
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
    // A combining mark (U+0300 to U+036F) begins with 0xCC or 0xCD.
    let indices = range.indices.clamped(to: 0..<file.bytes.count)
    if file.encoding == .utf8, !file.holdsMarks || !file.bytes[indices].contains(where: { $0 == 0xCC || $0 == 0xCD }) {
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

  var passage: Passage { self }
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
    let range = bytes(of: tokens)
    guard let origins else { return TextRange(range.lowerBound, range.upperBound) }
    guard range.upperBound < origins.count else { return TextRange(0, 0) }
    return TextRange(Int(origins[range.lowerBound]), Int(origins[range.upperBound]))
  }

  /// The bytes from the first token to the last one.
  func bytes(of tokens: Range<Int>) -> Range<Int> {
    guard let first = self.tokens[tokens].first, let last = self.tokens[tokens].last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }
}
