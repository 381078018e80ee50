/// Content that is made while it is sent, in the chunked coding (RFC 9112 §7.1) or, for HTTP/1.0, up to the connection's end.
final class ContentStream {
  /// Bytes that are gathered before they are sent.
  static let gathered = 65_536
  /// Pieces that are gathered at most, so that many small ones do not keep a loop's other connections waiting.
  static let gatheredPieces = 16

  private let next: () -> [UInt8]?
  private let isChunked: Bool
  /// The note of the answer, written when its length is known, and what it points to.
  private var answer: Output.Answer
  private let target: [UInt8]
  private let traceID: [UInt8]

  init(
    _ next: @escaping () -> [UInt8]?, isChunked: Bool, answer: Output.Answer, target: [UInt8], traceID: [UInt8]
  ) {
    self.next = next
    self.isChunked = isChunked
    self.answer = answer
    self.target = target
    self.traceID = traceID
  }

  /// Adds the next pieces; whether the content has ended.
  func fill(_ output: inout Output) -> Bool {
    for _ in 0..<Self.gatheredPieces {
      guard let piece = next() else {
        if isChunked { output.append("0\r\n\r\n") }
        note(in: &output)
        return true
      }
      // An empty piece would write the chunk that ends the content.
      guard !piece.isEmpty else { continue }
      if isChunked { output.append((String(piece.count, radix: 16) + "\r\n").utf8.span) }
      output.append(SharedBytes(piece))
      answer.contentLength += piece.count
      if isChunked { output.append("\r\n") }
      if output.count >= Self.gathered { break }
    }
    return false
  }

  /// Adds the note of the answer, as far as it came.
  func note(in output: inout Output) {
    let (target, traceID) = (target, traceID)
    output.append(answer, target: target.span, traceID: traceID.span)
  }
}
