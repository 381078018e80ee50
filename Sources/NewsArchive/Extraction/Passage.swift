/// A piece of running text that is read at once: a kicker, a headline, a lead, a paragraph, a teaser's text.
///
/// Rules compare words by their UTF-8 bytes. Nearly every file already has them so; a passage from one that has not
/// (Windows-1252, letters and marks apart) is read from its canonical text, and knows where each byte came from.
struct Passage {
  /// What part of a story it is.
  enum Part: UInt8 {
    case kicker, headline, body
  }

  let part: Part
  /// UTF-8 with composed letters.
  let bytes: [UInt8]
  /// Where the passage stands in `bytes`.
  let range: Range<Int>
  /// For each byte and the end the byte of the file it came from; nil where `bytes` are the file's own.
  private let origins: [UInt32]?
  /// Whether `bytes` are the file's own.
  var isVerbatim: Bool { origins == nil }

  init(_ part: Part, _ range: TextRange, in file: SeedFile) {
    self.part = part
    let indices = range.indices.clamped(to: 0..<file.bytes.count)
    if file.encoding == .utf8, !file.holdsMarks || !Passage.holdsMarks(file.bytes, indices) {
      bytes = file.bytes
      self.range = indices
      origins = nil
      return
    }
    let text = CanonicalText(range, in: file)
    var bytes: [UInt8] = []
    var origins: [UInt32] = []
    for (scalar, offset) in zip(text.scalars, text.offsets) {
      for byte in scalar.utf8 {
        bytes.append(byte)
        origins.append(UInt32(clamping: offset))
      }
    }
    origins.append(range.upperBound)
    self.bytes = bytes
    self.range = 0..<bytes.count
    self.origins = origins
  }

  /// Words that stand in no file.
  init(words: String) {
    part = .body
    bytes = Array(words.utf8)
    range = 0..<bytes.count
    origins = nil
  }

  /// The place in the file of a part of the passage.
  func place(_ part: Range<Int>) -> TextRange {
    guard let origins else { return TextRange(part.lowerBound, part.upperBound) }
    guard part.upperBound < origins.count else { return TextRange(0, 0) }
    return TextRange(Int(origins[part.lowerBound]), Int(origins[part.upperBound]))
  }

  /// The words of a part of the passage.
  func text(_ part: Range<Int>) -> String { String(decoding: bytes[part.clamped(to: 0..<bytes.count)], as: UTF8.self) }

  /// Whether a combining mark (U+0300 to U+036F) is among the bytes.
  private static func holdsMarks(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    for byte in bytes[range] where byte == 0xCC || byte == 0xCD { return true }
    return false
  }
}
