/// Which rule a request breaks, so that no handler is asked.
public enum RequestError: Error, Sendable, Equatable {
  /// The request line is not `method SP target SP HTTP-version CRLF` (RFC 9112 §3).
  case malformedRequestLine
  /// The target is none of the forms of RFC 9112 §3.2, or does not fit the method, or its escapes are broken.
  case malformedTarget
  /// Another major version than 1 (RFC 9110 §2.5).
  case unsupportedVersion
  /// A method this server does not know, or CONNECT (RFC 9110 §9.1).
  case unsupportedMethod
  /// A line ends without CR, has a CR elsewhere, a NUL or another control character (RFC 9112 §2.2, RFC 9110 §5.5).
  case malformedLine
  /// A field line without a name, with white space around it, folded, or without a colon (RFC 9112 §5).
  case malformedField
  /// HTTP/1.1 without Host, more than one, or one that is no `uri-host [":" port]` (RFC 9112 §3.2).
  case malformedHost
  /// Content-Length that is not digits alone, or more than one (RFC 9112 §6.3).
  case malformedContentLength
  /// Transfer-Encoding together with Content-Length, in HTTP/1.0, or without chunked as its end (RFC 9112 §6.1).
  case malformedTransferEncoding
  /// A transfer coding other than chunked (RFC 9112 §6.1).
  case unsupportedTransferCoding
  /// Chunked content that is not as RFC 9112 §7.1 has it.
  case malformedChunk
  /// An expectation other than 100-continue (RFC 9110 §10.1.1).
  case unsupportedExpectation
  /// The request line is longer than `Limits.requestLine`.
  case requestLineTooLong
  /// A field line, their number or the whole head is larger than `Limits` allows.
  case headTooLarge
  /// The content is larger than `Limits` allows.
  case contentTooLarge
  /// Head or content did not arrive in time.
  case timedOut
  /// The server has as many connections as it may have.
  case tooManyConnections
  /// If-Match does not hold (RFC 9110 §13.1.1).
  case preconditionFailed
  /// No part of the range lies within the representation of that many bytes (RFC 9110 §15.5.17).
  case unsatisfiableRange(length: Int)
}

/// What the embedder says about a request that never reached its handler: total and synchronous, like `Handler`.
public typealias Refusal = @Sendable (RequestError) -> Response
