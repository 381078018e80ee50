/// Reads a request's content to its end and throws it away.
enum ContentReader {
  case length(left: Int)
  case chunked(ChunkedDecoder)

  init(_ framing: BodyFraming) {
    switch framing {
    case .none: self = .length(left: 0)
    case .length(let length): self = .length(left: length)
    case .chunked: self = .chunked(ChunkedDecoder())
    }
  }

  /// Where in `bytes`, from `start` on, the content ends as far as it is there, and whether it ends at all.
  mutating func consume(
    _ bytes: Span<UInt8>, from start: Int, within limits: Limits
  ) throws(RequestError) -> (end: Int, isComplete: Bool) {
    switch self {
    case .length(let left):
      let taken = min(left, bytes.count - start)
      self = .length(left: left - taken)
      return (start + taken, taken == left)
    case .chunked(var decoder):
      let end = try decoder.consume(bytes, from: start, within: limits)
      self = .chunked(decoder)
      return end
    }
  }
}
