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

  /// A file of its parts; the encoding is found from the bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    encoding = Encoding(of: bytes)
  }

  /// The text in `range`, decoded, never normalised; what lies outside the file is left out.
  public func text(_ range: TextRange) -> String {
    let part = bytes[range.indices.clamped(to: 0..<bytes.count)]
    switch encoding {
    case .utf8: return String(decoding: part, as: UTF8.self)
    case .windows1252: return String(String.UnicodeScalarView(part.map(Encoding.scalar(windows1252:))))
    }
  }
}

extension SeedFile.Encoding {
  /// UTF-8 unless the bytes break its rules where Windows-1252 makes sense of them: more than the stray bytes that
  /// a damaged or cut UTF-8 file has.
  init(of bytes: [UInt8]) {
    self = String(validating: bytes, as: UTF8.self) == nil ? .windows1252 : .utf8
  }

  /// The character that Windows-1252 gives a byte; the five bytes it leaves open are the C1 controls of the same number.
  static func scalar(windows1252 byte: UInt8) -> Unicode.Scalar {
    let upper: [UInt16] = [
      0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
      0x017D, 0x8F,
      0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
      0x017E, 0x0178,
    ]
    guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(upper[Int(byte) - 0x80]) ?? "\u{FFFD}"
  }
}
