/// One seed file: its bytes as they are on disk, and how to read them as text.
public final class SeedFile: Sendable {
  /// How the bytes stand for characters.
  public enum Encoding: String, Sendable {
    /// UTF-8, with or without a byte order mark; broken sequences are read as U+FFFD, never changed on disk.
    case utf8 = "utf-8"
    /// Windows-1252, what old German web pages were saved in.
    case windows1252 = "windows-1252"
  }

  /// The path below the seeds folder without `.txt`: the source's identity, `archiv/000_6ae238382d80987b`.
  public let name: String
  /// The content, byte for byte.
  public let bytes: [UInt8]
  /// The encoding the bytes were found to be in.
  public let encoding: Encoding

  /// Whether the bytes are text as they are: UTF-8 without a break.
  public let isValidUTF8: Bool
  /// Whether a byte is 0, as in no text.
  let holdsNUL: Bool
  /// Whether there may be combining marks (U+0300 to U+036F).
  let holdsMarks: Bool

  /// A file of its parts; the encoding is found from the bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    (encoding, isValidUTF8, holdsNUL, holdsMarks) = Encoding.found(in: bytes)
  }

  /// The line a range begins in, from 1: lines end with LF. O(*n*) in the bytes before it.
  public func line(at range: TextRange) -> Int {
    let text = bytes
    let end = min(Int(range.lowerBound), text.count)
    let source = unsafe text.span.bytes
    var line = 1
    var index = 0
    // Eight at a time: a byte that is no line feed carries into its high bit; their sum is the highest byte of a product.
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (lineFeeds, low) = (ones &* 0x0A, ones &* 0x7F)
    while end - index >= 8 {
      let word = unsafe source.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self) ^ lineFeeds
      let others = ((word & low) &+ low | word) >> 7 & ones
      line &+= 8 &- Int(truncatingIfNeeded: (others &* ones) >> 56)
      index &+= 8
    }
    return text[index..<end].reduce(line) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
  }

  /// The text in `range`, decoded, never normalised; what lies outside the file is left out.
  public func text(_ range: TextRange) -> String {
    let part = bytes[range.indices.clamped(to: 0..<bytes.count)]
    switch encoding {
    case .utf8: return String(decoding: part, as: UTF8.self)
    case .windows1252: return String(String.UnicodeScalarView(part.map(Encoding.scalar(windows1252:))))
    }
  }

  /// Adds what is in `range` to a text.
  public func append(_ range: TextRange, to text: inout TextBuffer) {
    if isValidUTF8 {
      let source = bytes
      text.append(source.span.extracting(range.indices.clamped(to: source.indices)))
    } else {
      text.append(self.text(range))
    }
  }
}

extension SeedFile {
  /// What shows without reading it whether a file has changed.
  public struct Stamp: Sendable, Hashable {
    let byteCount: Int64
    let seconds: Int64
    let nanoseconds: Int64
    let fileNumber: UInt64
  }
}
