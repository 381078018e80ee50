/// Where a request's content ends (RFC 9112 §6.3).
enum BodyFraming: Equatable {
  /// After so many bytes; 0 where there is none.
  case length(Int)
  /// Where the chunked coding says so.
  case chunked
}

/// What Content-Length and Transfer-Encoding say together.
struct FramingFields {
  private var contentLength: Int?
  private var isChunked = false
  private var hasTransferEncoding = false
  private var hasOtherCoding = false

  /// Takes in a Content-Length: digits alone, and only once. A list of equal numbers is as suspicious as one of different ones.
  mutating func contentLength(_ bytes: Span<UInt8>, in value: Range<Int>) throws(RequestError) {
    guard contentLength == nil, let length = bytes.decimal(in: value) else { throw .malformedContentLength }
    contentLength = length
  }

  /// Takes in a Transfer-Encoding line.
  mutating func transferEncoding(_ bytes: Span<UInt8>, in value: Range<Int>) throws(RequestError) {
    hasTransferEncoding = true
    var rest = value
    while let coding = bytes.nextMember(of: &rest) {
      guard !isChunked else { throw .malformedTransferEncoding }
      if bytes.equalsIgnoringCase("chunked", in: coding) { isChunked = true } else { hasOtherCoding = true }
    }
  }

  /// The framing they amount to.
  func framing(minorVersion: Int, limit: Int) throws(RequestError) -> BodyFraming {
    guard hasTransferEncoding else {
      let length = contentLength ?? 0
      guard length <= limit else { throw .contentTooLarge }
      return .length(length)
    }
    // Both at once is how requests are smuggled past a proxy that believes the other one.
    guard contentLength == nil, minorVersion >= 1 else { throw .malformedTransferEncoding }
    if hasOtherCoding { throw .unsupportedTransferCoding }
    guard isChunked else { throw .malformedTransferEncoding }
    return .chunked
  }
}
