/// What the wire needs to know of a request's head: facts, and where in the received bytes the rest of it lies.
///
/// All ranges count from the head's first byte, so a head is worth something only together with the bytes it was parsed from.
struct RequestHead {
  /// Fields that are looked up again once it is known what would be answered.
  struct Conditions: OptionSet {
    let rawValue: UInt8
    static let ifMatch = Conditions(rawValue: 1)
    static let ifNoneMatch = Conditions(rawValue: 2)
    static let ifRange = Conditions(rawValue: 4)
    static let range = Conditions(rawValue: 8)
    static let traceparent = Conditions(rawValue: 16)
  }

  /// Nil until the request line is read.
  var method: Method?
  /// Path and query, or `*`.
  var target = 0..<0
  /// Whether `target` lacks its first slash: an absolute form without a path (RFC 9112 §3.2.2).
  var omitsSlash = false
  /// The digit behind `HTTP/1.`.
  var minorVersion = 1
  /// The field lines with their CRLFs.
  var fields = 0..<0
  /// Whether the client wants to send further requests on the connection (RFC 9112 §9.3).
  var isPersistent = true
  /// Where the content ends.
  var framing = BodyFraming.length(0)
  /// Whether the client waits for 100 (Continue) before it sends its content.
  var expectsContinue = false
  /// The codings the client takes.
  var acceptEncoding = AcceptEncoding()
  /// Which conditional fields there are.
  var conditions: Conditions = []
  /// All bytes of the head, empty lines before and after it included.
  var length = 0

  var isRetrieval: Bool { method == .get || method == .head }
}

extension RequestHead {
  /// The next value of the fields called `name`, in lower case, in the well-formed lines in `rest`, and takes all lines
  /// up to it off.
  static func nextValue(of name: StaticString, in rest: inout Range<Int>, of bytes: Span<UInt8>) -> Range<Int>? {
    while let end = bytes.firstIndex(of: 0x0A, in: rest),
      let colon = bytes.firstIndex(of: UInt8(ascii: ":"), in: rest.lowerBound..<end)
    {
      let lineName = rest.lowerBound..<colon
      rest = end + 1..<rest.upperBound
      if bytes.equalsIgnoringCase(name, in: lineName) { return bytes.trimmed(colon + 1..<max(colon + 1, end - 1)) }
    }
    return nil
  }

  /// The request as a handler sees it; nil if its target's escapes are broken.
  func request(from bytes: Span<UInt8>) -> Request? {
    let raw = (omitsSlash ? "/" : "") + bytes.string(in: target)
    guard let method, let target = RequestTarget(raw) else { return nil }
    return Request(method: method, target: target)
  }

  /// The trace-id of the request's `traceparent` (W3C Trace Context §3.2), 32 hexadecimal digits; empty if there is none.
  func traceID(in bytes: Span<UInt8>) -> Range<Int> {
    guard conditions.contains(.traceparent) else { return 0..<0 }
    var rest = fields
    guard let value = Self.nextValue(of: "traceparent", in: &rest, of: bytes), value.count >= 55,
      bytes[value.lowerBound + 2] == UInt8(ascii: "-"), bytes[value.lowerBound + 35] == UInt8(ascii: "-")
    else { return 0..<0 }
    let id = value.lowerBound + 3..<value.lowerBound + 35
    for index in id where bytes[index].hexDigitValue == nil { return 0..<0 }
    return id
  }
}
