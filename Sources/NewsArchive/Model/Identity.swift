/// What makes an item the same item wherever it is seen: a digest of its canonical text.
///
/// The digest knows nothing of files, folders or other items, so ids survive renaming, and a repeat saved by another
/// machine (decomposed umlauts, Windows-1252, no-break spaces) is the same item.
public struct Identity: Sendable, Hashable {
  /// The first 64 bits of the digest: what repeats are recognised by.
  let value: UInt64

  /// That of nothing: an item has it until it is given its own.
  static let none = Identity(value: 0)

  private init(value: UInt64) { self.value = value }

  private init(_ digest: SHA256.Digest) { value = UInt64(digest[0]) << 32 | UInt64(digest[1]) }

  /// The 32 bits an id shows, as a number.
  var shown: UInt32 { UInt32(truncatingIfNeeded: value >> 32) }

  /// The number the last eight hex digits of an id give; nil if it does not end in them.
  static func shown(in id: some StringProtocol) -> UInt32? {
    let digits = id.utf8.suffix(8)
    guard digits.count == 8, digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else {
      return nil
    }
    guard id.utf8.count == 8 || id.utf8.dropLast(8).last == UInt8(ascii: "-") else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}

extension Identity {
  /// Collects the parts of an identity in a fixed order.
  struct Builder {
    private var bytes: [UInt8] = []

    /// An identity of a kind of item: the same words make another one for another kind.
    init(_ kind: String) {
      // Enough for a teaser, so that the bytes are moved once at the most.
      bytes.reserveCapacity(480)
      add(kind)
    }

    mutating func add(_ words: String) {
      bytes.append(contentsOf: words.utf8)
      bytes.append(0x1F)
    }

    mutating func add(_ day: CalendarDate) {
      bytes.append(addingCapacity: 10, initializingWith: day.append)
      bytes.append(0x1F)
    }

    /// Adds the canonical text of a range; nothing if it is nil.
    mutating func add(_ range: TextRange?, in file: SeedFile) {
      if let range { write(range, in: file) }
      bytes.append(0x1F)
    }

    /// Adds `Kicker: Headline` in canonical letters.
    mutating func add(titleOf story: Story) {
      if let kicker = story.kicker {
        write(kicker, in: story.file)
        bytes.append(contentsOf: ": ".utf8)
      }
      add(story.headline, in: story.file)
    }

    /// Adds the text of a range as it stands there.
    mutating func add(verbatim range: TextRange, in file: SeedFile) {
      guard file.isValidUTF8, file.encoding == .utf8 else { return add(file.text(range)) }
      bytes.append(contentsOf: file.bytes[range.indices.clamped(to: 0..<file.bytes.count)])
      bytes.append(0x1F)
    }

    private mutating func write(_ range: TextRange, in file: SeedFile) {
      let source = file.bytes
      let part = range.indices.clamped(to: source.indices)
      if file.encoding == .utf8, CanonicalText.isCanonical(source.span.extracting(part)) {
        bytes.append(contentsOf: source[part])
      } else {
        bytes.append(contentsOf: CanonicalText(range, in: file).string.utf8)
      }
    }

    consuming func finish() -> Identity { Identity(SHA256.digest(of: bytes)) }

    /// The identities of several items, which take less time than one after the other.
    static func finish(_ builders: [Builder]) -> [Identity] {
      SHA256.digests(of: builders.map(\.bytes)).map(Identity.init)
    }
  }
}
