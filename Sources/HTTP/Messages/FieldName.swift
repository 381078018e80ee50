/// The name of a header field: a token (RFC 9110 §5.1), compared without regard to case.
public struct FieldName: Sendable, Hashable, CustomStringConvertible {
  /// The name as it is written on the wire.
  public let rawName: String
  /// The name in lower case: what is compared.
  public let canonicalName: String

  /// Nil unless `name` is a token of one or more characters.
  public init?(_ name: String) {
    guard !name.isEmpty, name.utf8.allSatisfy(\.isTokenCharacter) else { return nil }
    self.init(token: name)
  }

  /// Trusts the caller: for names the program itself spells out.
  private init(token name: String) {
    rawName = name
    canonicalName = String(decoding: name.utf8.map(\.asciiLowercased), as: UTF8.self)
  }

  /// Whether both name the same field.
  public static func == (left: FieldName, right: FieldName) -> Bool { left.canonicalName == right.canonicalName }
  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) { hasher.combine(canonicalName) }
  /// The name as it is written on the wire.
  public var description: String { rawName }
}

/// The fields this program reads or writes, as their specifications spell them.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension FieldName {
  public static let acceptEncoding = FieldName(token: "Accept-Encoding")
  public static let acceptRanges = FieldName(token: "Accept-Ranges")
  public static let accessControlAllowHeaders = FieldName(token: "Access-Control-Allow-Headers")
  public static let accessControlAllowMethods = FieldName(token: "Access-Control-Allow-Methods")
  public static let accessControlAllowOrigin = FieldName(token: "Access-Control-Allow-Origin")
  public static let accessControlExposeHeaders = FieldName(token: "Access-Control-Expose-Headers")
  public static let accessControlMaxAge = FieldName(token: "Access-Control-Max-Age")
  public static let allow = FieldName(token: "Allow")
  public static let cacheControl = FieldName(token: "Cache-Control")
  public static let contentDisposition = FieldName(token: "Content-Disposition")
  public static let contentEncoding = FieldName(token: "Content-Encoding")
  public static let contentLength = FieldName(token: "Content-Length")
  public static let contentRange = FieldName(token: "Content-Range")
  public static let contentSecurityPolicy = FieldName(token: "Content-Security-Policy")
  public static let contentType = FieldName(token: "Content-Type")
  public static let dataset = FieldName(token: "Dataset")
  public static let entityTag = FieldName(token: "ETag")
  public static let link = FieldName(token: "Link")
  public static let location = FieldName(token: "Location")
  public static let retryAfter = FieldName(token: "Retry-After")
  public static let transferEncoding = FieldName(token: "Transfer-Encoding")
  public static let vary = FieldName(token: "Vary")
  public static let contentTypeOptions = FieldName(token: "X-Content-Type-Options")
}

extension UInt8 {
  /// Whether the byte is a `tchar` (RFC 9110 §5.6.2).
  var isTokenCharacter: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "'"),
      UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "_"),
      UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// The lower-case letter of an ASCII upper-case one; every other byte is itself.
  var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
