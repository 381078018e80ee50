import HTTP

extension Problem {
  /// What is said of a request that the wire refuses; its target could not be read, or does not matter.
  init(_ error: RequestError) {
    let (kind, detail): (Kind, String) =
      switch error {
      case .malformedRequestLine:
        (.badRequest, "The request line is not method, target and version with single blanks.")
      case .malformedTarget:
        (.badRequest, "The request target is malformed, has an unescaped umlaut, say, or does not fit the method.")
      case .unsupportedVersion: (.versionNotSupported, "Only HTTP/1.0 and HTTP/1.1 are spoken here.")
      case .unsupportedMethod: (.notImplemented, "The method is not known here.")
      case .malformedLine: (.badRequest, "A line has a control character or does not end in CR LF.")
      case .malformedField: (.badRequest, "A header field is malformed.")
      case .malformedHost: (.badRequest, "Host is missing, repeated or malformed.")
      case .malformedContentLength: (.badRequest, "Content-Length is malformed or repeated.")
      case .malformedTransferEncoding: (.badRequest, "Transfer-Encoding is malformed, or stands beside Content-Length.")
      case .unsupportedTransferCoding: (.notImplemented, "No transfer coding but chunked is known here.")
      case .malformedChunk: (.badRequest, "The chunked content is malformed.")
      case .unsupportedExpectation: (.expectationFailed, "No expectation but 100-continue can be met.")
      case .requestLineTooLong: (.uriTooLong, "The request line is too long.")
      case .headTooLarge: (.headerFieldsTooLarge, "The header fields are too large or too many.")
      case .contentTooLarge: (.contentTooLarge, "The content is too large.")
      case .timedOut: (.requestTimeout, "The request did not arrive in time.")
      case .tooManyConnections: (.unavailable, "The server has as many connections as it may have.")
      case .preconditionFailed: (.preconditionFailed, "If-Match does not hold.")
      case .unsatisfiableRange(let length): (.rangeNotSatisfiable, "The content has \(length) bytes.")
      }
    self.init(kind: kind, detail: detail, instance: nil)
    if case .unsatisfiableRange(let length) = error { fields[.contentRange] = "bytes */\(length)" }
    if case .tooManyConnections = error { fields[.retryAfter] = "1" }
  }
}
