/// What a request asks for (RFC 9112 §3.2): the target as received, and its path and query decoded once.
public struct RequestTarget: Sendable, Equatable {
  /// One `name=value` of the query, decoded; `value` is nil where no `=` was written.
  public struct QueryItem: Sendable, Equatable {
    /// The decoded name.
    public let name: String
    /// The decoded value.
    public let value: String?

    fileprivate init?(_ bytes: Substring.UTF8View) {
      let parts = bytes.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let texts = parts.compactMap { String(percentEncoded: $0, plusIsSpace: true) }
      guard let name = texts.first, texts.count == parts.count else { return nil }
      self.name = name
      value = texts.dropFirst().first
    }
  }

  /// Path and query as the client wrote them (of an absolute form without scheme and authority); `*` for the asterisk form.
  public let raw: String
  /// The path's segments between slashes, each percent-decoded: `/a/b%20c` is `["a", "b c"]`, `/` is `[""]`, `/a/` is `["a", ""]`.
  public let segments: [String]
  /// The query in written order; a `+` is a space, as forms and browsers write it.
  public let query: [QueryItem]

  /// Nil unless `raw` is `*` or begins with `/`, holds only visible ASCII, and its escapes decode to UTF-8 without NUL.
  public init?(_ raw: String) {
    self.raw = raw
    if raw == "*" {
      segments = []
      query = []
      return
    }
    guard raw.utf8.first == UInt8(ascii: "/"), raw.utf8.allSatisfy(\.isTargetCharacter) else { return nil }
    let halves = raw.utf8.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    let names = halves[0].dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let pairs = halves.dropFirst().flatMap { $0.split(separator: UInt8(ascii: "&")) }
    segments = names.compactMap { String(percentEncoded: $0, plusIsSpace: false) }
    query = pairs.compactMap { QueryItem($0) }
    guard segments.count == names.count, query.count == pairs.count else { return nil }
  }
}

extension String {
  /// The text that percent-encoded bytes stand for (RFC 3986 §2.1).
  ///
  /// Nil for a `%` without two hex digits, for bytes that are not UTF-8, and for NUL.
  init?(percentEncoded bytes: some Sequence<UInt8>, plusIsSpace: Bool) {
    var decoded: [UInt8] = []
    var iterator = bytes.makeIterator()
    while let byte = iterator.next() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = iterator.next()?.hexDigitValue, let low = iterator.next()?.hexDigitValue else { return nil }
        decoded.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: decoded.append(0x20)
      default: decoded.append(byte)
      }
    }
    guard !decoded.contains(0) else { return nil }
    self.init(validating: decoded, as: UTF8.self)
  }

  /// The text with every byte but RFC 3986's unreserved ones, and those of `also`, percent-encoded.
  public func percentEncoded(keeping also: String = "") -> String {
    func isKept(_ byte: UInt8) -> Bool { byte.isUnreserved || also.utf8.contains(byte) }
    if utf8.allSatisfy(isKept) { return self }
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in utf8 {
      if isKept(byte) {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether the byte never needs an escape in a URI (RFC 3986 §2.3).
  var isUnreserved: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// 0 to 15 for an ASCII hexadecimal digit, nil for any other byte.
  var hexDigitValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
