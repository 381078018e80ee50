/// Reads a request's content to its end and throws it away: this server only reads requests' heads.
///
/// The chunked coding's sizes, extensions and trailers (RFC 9112 §7.1) are checked and bounded all the same, since where the
/// content ends the next request begins.
final class ContentReader {
  private enum Stage {
    /// So many bytes of content that is not chunked are still to come.
    case length(Int)
    /// Gathering a size line or a trailer line.
    case size, trailer
    /// So many bytes of a chunk are still to come, then its CRLF.
    case data(Int)
    case carriageReturn, lineFeed
  }

  private var stage: Stage
  /// The beginning of a line that is not complete.
  private var line: [UInt8] = []
  private var contentLength = 0
  private var overhead = 0
  private var trailerCount = 0

  init(_ framing: BodyFraming) {
    switch framing {
    case .length(let length): stage = .length(length)
    case .chunked: stage = .size
    }
  }

  /// Where in `bytes`, from `start` on, the content ends as far as it is there, and whether it ends at all.
  func consume(
    _ bytes: Span<UInt8>, from start: Int, within limits: Limits
  ) throws(RequestError) -> (end: Int, isComplete: Bool) {
    var index = start
    while index < bytes.count {
      switch stage {
      case .length(let missing):
        let taken = min(missing, bytes.count - index)
        stage = .length(missing - taken)
        return (index + taken, taken == missing)
      case .data(let missing):
        let taken = min(missing, bytes.count - index)
        index += taken
        stage = taken == missing ? .carriageReturn : .data(missing - taken)
      case .carriageReturn:
        guard bytes[index] == 0x0D else { throw .malformedChunk }
        index += 1
        stage = .lineFeed
      case .lineFeed:
        guard bytes[index] == 0x0A else { throw .malformedChunk }
        index += 1
        stage = .size
      case .size, .trailer:
        let byte = bytes[index]
        index += 1
        overhead += 1
        guard overhead <= limits.chunkOverhead else { throw .contentTooLarge }
        guard byte == 0x0A else {
          line.append(byte)
          let (longest, error) = lineBound(limits)
          guard line.count < longest else { throw error }
          continue
        }
        guard line.popLast() == 0x0D else { throw .malformedChunk }
        defer { line.removeAll(keepingCapacity: true) }
        if try endLine(within: limits) { return (index, true) }
      }
    }
    return (index, false)
  }

  /// How long a line may be, and what a longer one is.
  private func lineBound(_ limits: Limits) -> (Int, RequestError) {
    if case .trailer = stage { (limits.fieldLine, .headTooLarge) } else { (limits.chunkLine, .malformedChunk) }
  }

  /// Reads the line that is complete now; whether it was the content's last.
  private func endLine(within limits: Limits) throws(RequestError) -> Bool {
    if case .trailer = stage {
      if line.isEmpty { return true }
      trailerCount += 1
      guard trailerCount <= limits.fieldCount else { throw .headTooLarge }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0,
        line[..<colon].allSatisfy(\.isTokenCharacter), line[colon...].allSatisfy(\.isFieldCharacter)
      else { throw .malformedField }
      return false
    }
    let size = try readSize()
    if size == 0 {
      stage = .trailer
      return false
    }
    let (length, overflow) = contentLength.addingReportingOverflow(size)
    guard !overflow, length <= limits.content else { throw .contentTooLarge }
    contentLength = length
    stage = .data(size)
    return false
  }

  /// `chunk-size [chunk-ext]`: hexadecimal digits alone, then nothing or an extension that begins with `;`.
  private func readSize() throws(RequestError) -> Int {
    var size = 0
    var digits = line[...]
    while let digit = digits.first?.hexDigitValue {
      guard size <= Int.max >> 4 else { throw .contentTooLarge }
      size = size << 4 | Int(digit)
      digits = digits.dropFirst()
    }
    guard digits.count < line.count, Self.areExtensions(digits) else { throw .malformedChunk }
    return size
  }

  /// `*( BWS ";" BWS chunk-ext-name [ BWS "=" BWS chunk-ext-val ] )` (RFC 9112 §7.1.1).
  private static func areExtensions(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      guard rest.takeSymbol(";"), rest.takeToken() else { return false }
      guard rest.takeSymbol("=") else { continue }
      guard rest.takeQuotedString() || rest.takeToken() else { return false }
    }
    return true
  }
}

extension ArraySlice<UInt8> {
  /// Takes the symbol off with the white space on both sides, if it comes next.
  fileprivate mutating func takeSymbol(_ symbol: Unicode.Scalar) -> Bool {
    let rest = drop { $0 == 0x20 || $0 == 0x09 }
    guard rest.first == UInt8(ascii: symbol) else { return false }
    self = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
    return true
  }

  /// Takes a token off (RFC 9110 §5.6.2).
  fileprivate mutating func takeToken() -> Bool {
    let rest = drop(while: \.isTokenCharacter)
    defer { self = rest }
    return rest.count < count
  }

  /// Takes a quoted string off (RFC 9110 §5.6.4).
  fileprivate mutating func takeQuotedString() -> Bool {
    guard first == UInt8(ascii: "\"") else { return false }
    var isEscaped = false
    for index in indices.dropFirst() {
      guard self[index].isFieldCharacter else { return false }
      if !isEscaped, self[index] == UInt8(ascii: "\"") {
        self = self[(index + 1)...]
        return true
      }
      isEscaped = !isEscaped && self[index] == UInt8(ascii: "\\")
    }
    return false
  }
}

extension UInt8 {
  /// Whether the byte may stand in a field's value: no control character but the tab (RFC 9110 §5.5).
  var isFieldCharacter: Bool { self >= 0x20 && self != 0x7F || self == 0x09 }
}
