/// Reads a request's head where it lies, line by line, without allocating.
///
/// A line is looked at once it is complete, and the search for its end never starts over, so a head that drips in byte by
/// byte costs no more than one that comes at once. A line's end is CRLF and nothing else: what one server forgives, the
/// proxy before it may read as two requests.
///
/// The bounds are checked against positions, never against how the bytes were split: any split gives the same outcome.
struct RequestParser {
  private enum Stage {
    case requestLine, fields
  }

  /// What is known so far; complete when `parse` has returned true, and of use to a log line before.
  private(set) var head = RequestHead()
  private var stage = Stage.requestLine
  private var lineStart = 0
  /// Up to where there is no line feed behind `lineStart`.
  private var searched = 0
  private var emptyLines = 0
  private var fieldCount = 0
  private var hostCount = 0
  private var framing = FramingFields()
  private var closes = false
  private var keepsAlive = false

  /// Whether `bytes`, which begin with the request and grow from call to call, hold the whole head.
  ///
  /// - Throws: `RequestError` when they cannot be the beginning of a request (RFC 9112 §2–§6).
  /// - Complexity: O(*n*) over all calls for one head.
  mutating func parse(_ bytes: Span<UInt8>, within limits: Limits) throws(RequestError) -> Bool {
    while true {
      let lineLimit = stage == .requestLine ? limits.requestLine : limits.fieldLine
      let bound = min(lineStart + lineLimit, limits.head)
      guard let lineFeed = bytes.firstIndex(of: 0x0A, in: searched..<max(searched, min(bytes.count, bound))) else {
        guard bytes.count < bound else {
          throw stage == .requestLine && bound < limits.head ? .requestLineTooLong : .headTooLarge
        }
        searched = max(searched, bytes.count)
        return false
      }
      guard lineFeed > lineStart, bytes[lineFeed - 1] == 0x0D else { throw .malformedLine }
      let line = lineStart..<lineFeed - 1
      lineStart = lineFeed + 1
      searched = lineStart
      switch stage {
      case .requestLine where line.isEmpty:
        emptyLines += 1
        if emptyLines > limits.emptyLines { throw .malformedRequestLine }
      case .requestLine:
        try readRequestLine(bytes, in: line)
        head.fields = lineStart..<lineStart
        stage = .fields
      case .fields where line.isEmpty:
        head.length = lineStart
        try finish(within: limits)
        return true
      case .fields:
        fieldCount += 1
        if fieldCount > limits.fieldCount { throw .headTooLarge }
        try readField(bytes, in: line)
        head.fields = head.fields.lowerBound..<lineStart
      }
    }
  }

  /// `method SP request-target SP HTTP-version` (RFC 9112 §3), each space exactly one.
  private mutating func readRequestLine(_ bytes: Span<UInt8>, in line: Range<Int>) throws(RequestError) {
    let first = bytes.endOfRun(from: line.lowerBound, to: line.upperBound, \.isTokenCharacter)
    guard first > line.lowerBound, first < line.upperBound, bytes[first] == 0x20,
      let second = bytes.firstIndex(of: 0x20, in: first + 1..<line.upperBound), second > first + 1
    else { throw .malformedRequestLine }
    let version = second + 1..<line.upperBound
    guard version.count == 8, bytes.equals("HTTP/", in: version.lowerBound..<version.lowerBound + 5),
      let major = bytes[version.lowerBound + 5].decimalDigitValue, bytes[version.lowerBound + 6] == UInt8(ascii: "."),
      let minor = bytes[version.lowerBound + 7].decimalDigitValue
    else { throw .malformedRequestLine }
    guard bytes.areTargetCharacters(in: first + 1..<second) else { throw .malformedTarget }
    head.target = first + 1..<second
    guard major == 1 else { throw .unsupportedVersion }
    head.minorVersion = minor
    head.method = Method(bytes, in: line.lowerBound..<first)
    guard head.method != nil, head.method != .connect else { throw .unsupportedMethod }
    try readTarget(bytes)
  }

  /// The forms of RFC 9112 §3.2; the authority form belongs to CONNECT alone.
  private mutating func readTarget(_ bytes: Span<UInt8>) throws(RequestError) {
    let target = head.target
    if bytes[target.lowerBound] == UInt8(ascii: "/") { return }
    if bytes.equals("*", in: target), head.method == .options { return }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":"), in: target),
      bytes.equalsIgnoringCase("http", in: target.lowerBound..<colon)
        || bytes.equalsIgnoringCase("https", in: target.lowerBound..<colon),
      colon + 3 < target.upperBound, bytes.equals("//", in: colon + 1..<colon + 3)
    else { throw .malformedTarget }
    let authority = colon + 3
    var end = authority
    while end < target.upperBound, bytes[end] != UInt8(ascii: "/"), bytes[end] != UInt8(ascii: "?") { end += 1 }
    guard end > authority, Self.isHost(bytes, in: authority..<end) else { throw .malformedTarget }
    head.target = end..<target.upperBound
    head.omitsSlash = end == target.upperBound || bytes[end] == UInt8(ascii: "?")
  }

  /// `field-name ":" OWS field-value OWS` (RFC 9112 §5): no space before the colon, no folding.
  private mutating func readField(_ bytes: Span<UInt8>, in line: Range<Int>) throws(RequestError) {
    let colon = bytes.endOfRun(from: line.lowerBound, to: line.upperBound, \.isTokenCharacter)
    guard colon > line.lowerBound, colon < line.upperBound, bytes[colon] == UInt8(ascii: ":") else {
      throw .malformedField
    }
    let value = bytes.trimmed(colon + 1..<line.upperBound)
    guard bytes.areFieldCharacters(in: value) else { throw .malformedLine }
    try readValue(bytes, in: value, ofFieldNamed: line.lowerBound..<colon)
  }

  /// Takes note of the fields the wire acts on.
  private mutating func readValue(
    _ bytes: Span<UInt8>, in value: Range<Int>, ofFieldNamed name: Range<Int>
  ) throws(RequestError) {
    func isNamed(_ text: StaticString) -> Bool { bytes.equalsIgnoringCase(text, in: name) }
    switch name.count {
    case 4 where isNamed("host"):
      hostCount += 1
      guard hostCount == 1, Self.isHost(bytes, in: value) else { throw .malformedHost }
    case 5 where isNamed("range"): head.conditions.insert(.range)
    case 6 where isNamed("expect"):
      // A client of HTTP/1.0 cannot mean it (RFC 9110 §10.1.1).
      guard head.minorVersion >= 1 else { return }
      guard bytes.equalsIgnoringCase("100-continue", in: value) else { throw .unsupportedExpectation }
      head.expectsContinue = true
    case 8 where isNamed("if-match"): head.conditions.insert(.ifMatch)
    case 8 where isNamed("if-range"): head.conditions.insert(.ifRange)
    case 10 where isNamed("connection"):
      var rest = value
      while let option = bytes.nextMember(of: &rest) {
        closes = closes || bytes.equalsIgnoringCase("close", in: option)
        keepsAlive = keepsAlive || bytes.equalsIgnoringCase("keep-alive", in: option)
      }
    case 11 where isNamed("traceparent"): head.conditions.insert(.traceparent)
    case 13 where isNamed("if-none-match"): head.conditions.insert(.ifNoneMatch)
    case 14 where isNamed("content-length"): try framing.contentLength(bytes, in: value)
    case 15 where isNamed("accept-encoding"): head.acceptEncoding.add(bytes, in: value)
    case 17 where isNamed("transfer-encoding"): try framing.transferEncoding(bytes, in: value)
    default: break
    }
  }

  /// What only all fields together can tell.
  private mutating func finish(within limits: Limits) throws(RequestError) {
    guard hostCount == 1 || head.minorVersion == 0 else { throw .malformedHost }
    head.framing = try framing.framing(minorVersion: head.minorVersion, limit: limits.content)
    head.isPersistent = !closes && (head.minorVersion >= 1 || keepsAlive)
  }

  /// Whether the bytes are `uri-host [":" port]` (RFC 9110 §7.2), the host possibly empty; no user name before it.
  private static func isHost(_ bytes: Span<UInt8>, in range: Range<Int>) -> Bool {
    var index = range.lowerBound
    if index < range.upperBound, bytes[index] == UInt8(ascii: "[") {
      index += 1
      while index < range.upperBound, bytes[index].isHostCharacter || bytes[index] == UInt8(ascii: ":") { index += 1 }
      guard index < range.upperBound, bytes[index] == UInt8(ascii: "]") else { return false }
      index += 1
    } else {
      index = bytes.endOfRun(from: index, to: range.upperBound, \.isHostCharacter)
    }
    guard index < range.upperBound else { return true }
    guard bytes[index] == UInt8(ascii: ":") else { return false }
    index += 1
    while index < range.upperBound, bytes[index].decimalDigitValue != nil { index += 1 }
    return index == range.upperBound
  }
}

extension Method {
  /// The names, each as the number that its bytes are.
  private static let words = allCases.map { method in
    (name: method.rawValue.utf8.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }, method: method)
  }

  /// The method of that name, a token, which is case-sensitive (RFC 9110 §9.1); nil where there is none.
  fileprivate init?(_ bytes: Span<UInt8>, in range: Range<Int>) {
    guard range.count <= 8 else { return nil }
    var name: UInt64 = 0
    for index in range.reversed() { name = name << 8 | UInt64(bytes[index]) }
    guard let known = Self.words.first(where: { $0.name == name }) else { return nil }
    self = known.method
  }
}

extension UInt8 {
  /// Whether the byte may stand in a request's target: visible ASCII, and no fragment's beginning (RFC 9112 §3.2).
  var isTargetCharacter: Bool { self > 0x20 && self < 0x7F && self != UInt8(ascii: "#") }

  /// Whether the byte may stand in a registered name: unreserved, sub-delims or part of an escape (RFC 3986 §3.2.2).
  fileprivate var isHostCharacter: Bool {
    if isUnreserved { return true }
    return switch self {
    case UInt8(ascii: "%"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&")...UInt8(ascii: ","),
      UInt8(ascii: ";"), UInt8(ascii: "="):
      true
    default: false
    }
  }
}
