/// Answers on their way to the peer: what is short in a buffer that is used again and again, the rest where it lies.
///
/// The owner sends the pieces in order, says how much went out, and clears it when all is sent.
public struct Output {
  /// A request that was answered, for counting and logging.
  public struct Answer: Sendable {
    /// The method; nil where the request line could not be read.
    public let method: Method?
    /// The status answered.
    public let status: Status
    /// The route's number among `Responder.routes`.
    public let route: Int
    /// Where in `Output.notes` the request's target stands.
    public var target = 0..<0
    /// Where in `Output.notes` the trace-id stands; empty if there was none.
    public var traceID = 0..<0
    /// Bytes of content sent.
    public var contentLength = 0
    /// When the bytes that completed the request arrived.
    public let receivedAt: Instant
  }

  /// Bytes that are sent from where they lie: in `storage`, or in `copies` where that is nil.
  private struct Piece {
    let storage: [UInt8]?
    var range: Range<Int>
  }

  /// Bytes that are rather copied than sent from where they lie.
  private static let copied = 2_048

  private var copies: [UInt8] = []
  private var pieces: [Piece] = []
  /// Pieces that are sent, and bytes of the next one that are.
  private var sentPieces = 0
  private var sentOfNext = 0
  /// Bytes that are still to be sent.
  public private(set) var count = 0
  /// What was answered since the last `removeAll`.
  public private(set) var answers: [Answer] = []
  /// The bytes `answers` point into.
  public private(set) var notes: [UInt8] = []

  /// Nothing to send.
  public init() {}

  /// Whether there is nothing to send.
  public var isEmpty: Bool { count == 0 }
  /// How many pieces are still to be sent.
  public var pieceCount: Int { pieces.count - sentPieces }

  /// Calls `body` with what is still to be sent of a piece; 0 is the next one to send. The bytes stay put only until it returns.
  public func withUnsafeBytes(ofPiece index: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
    let piece = pieces[sentPieces + index]
    let start = piece.range.lowerBound + (index == 0 ? sentOfNext : 0)
    unsafe (piece.storage ?? copies).withUnsafeBytes {
      unsafe body(.init(rebasing: $0[start..<piece.range.upperBound]))
    }
  }

  /// Takes note that so many more bytes are sent.
  public mutating func sent(_ sent: Int) {
    var left = min(sent, count)
    count -= left
    while sentPieces < pieces.count {
      let unsent = pieces[sentPieces].range.count - sentOfNext
      guard left >= unsent else { break }
      left -= unsent
      sentPieces += 1
      sentOfNext = 0
    }
    sentOfNext += left
  }

  /// Forgets everything and keeps the memory.
  public mutating func removeAll() {
    if !copies.isEmpty { copies.removeAll(keepingCapacity: true) }
    // One by one: there are few, and an array takes longer to replace all it has by nothing.
    while pieces.popLast() != nil {}
    removeAnswers()
    (sentPieces, sentOfNext, count) = (0, 0, 0)
  }

  /// Forgets the answers that are counted and logged.
  public mutating func removeAnswers() {
    while answers.popLast() != nil {}
    if !notes.isEmpty { notes.removeAll(keepingCapacity: true) }
  }
}

extension Output {
  /// Adds bytes that are copied: of a head, or around a chunk.
  mutating func append(_ bytes: Span<UInt8>) {
    if bytes.isEmpty { return }
    let start = copies.count
    copies.append(bytes)
    count += bytes.count
    if let last = pieces.indices.last, pieces[last].storage == nil {
      pieces[last].range = pieces[last].range.lowerBound..<copies.count
    } else {
      pieces.append(Piece(storage: nil, range: start..<copies.count))
    }
  }

  /// Adds text as it lies in the program.
  mutating func append(_ text: StaticString) {
    unsafe append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount).span)
  }

  /// Adds bytes that are sent from where they lie, but for so few that a copy costs less than a piece of its own.
  mutating func append(_ bytes: SharedBytes) {
    guard bytes.count > Self.copied else { return append(bytes.storage.span.extracting(bytes.range)) }
    pieces.append(Piece(storage: bytes.storage, range: bytes.range))
    count += bytes.count
  }

  /// Adds a note of an answer to a request for `target`.
  mutating func append(_ answer: Answer, target: Span<UInt8>, traceID: Span<UInt8>) {
    var answer = answer
    answer.target = note(target)
    answer.traceID = note(traceID)
    answers.append(answer)
  }

  private mutating func note(_ bytes: Span<UInt8>) -> Range<Int> {
    if bytes.isEmpty { return 0..<0 }
    let start = notes.count
    notes.append(bytes)
    return start..<notes.count
  }
}

extension [UInt8] {
  /// Adds a copy of `bytes`.
  mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
