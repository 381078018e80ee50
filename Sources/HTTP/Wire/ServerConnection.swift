/// One connection, as the server's side of HTTP/1.1 has it: a value that is told what happened and when, and says what to do.
///
/// Theory. A connection is always in one phase:
///
/// - `head`: it waits for a request, or has the beginning of one;
/// - `content`: the head is known, its content is being read and thrown away; the request is answered once it is complete;
/// - `stream`: an answer is being sent whose content is made on the way;
/// - `closing`: the last answer is being sent;
/// - `lingering`: everything is sent and said to be; what still arrives is thrown away, so that the kernel does not answer it
///   with a reset that would take the last answer from the peer (RFC 9112 §9.6).
///
/// Whatever happens, the shell does what the returned step says, and nothing else: sends the output and then calls `sentEverything`, or
/// reads, or closes. While there is something to send it does not read: that is the back-pressure. Requests that were
/// received together are answered together, up to a bound; what is left over waits in the buffer.
///
/// Every step has one deadline. A request's head has its deadline from its first byte and no further byte moves it.
public struct ServerConnection {
  /// What to do next.
  public enum Step: Equatable {
    /// Read; call `received`, or at that time `deadlinePassed`; close if the peer has ended its sending half.
    case receive(until: Instant)
    /// Send the output; call `sentEverything`, or at that time `deadlinePassed`.
    case send(until: Instant)
    /// End the sending half, then go on as for `receive`.
    case finish(until: Instant)
    /// Close.
    case close
  }

  private enum Phase {
    case head
    /// `head` is the bytes that the parser's head was read from.
    case content(ContentReader, head: [UInt8])
    case stream(ContentStream, closes: Bool)
    case closing
    case lingering(left: Int)
  }

  /// A request of which not all has arrived: on its own, so that a connection between two requests is small.
  private final class Unfinished {
    let parser: RequestParser

    init(_ parser: RequestParser) { self.parser = parser }
  }

  private let responder: Responder
  private var phase = Phase.head
  /// Nil while no byte of a request has come; its deadline stands from the first one on.
  private var unfinished: Unfinished?
  /// What was received and could not be used yet: the beginning of a head, or requests behind an answer that is still
  /// being sent. Without memory of its own while nothing waits.
  private var buffer: [UInt8] = []
  private var deadline: Instant
  /// Whether a request was answered before.
  private var wasUsed = false
  /// Whether the peer sent more than was read before the last answer.
  private var lingers = false

  /// A connection that was just accepted.
  public init(_ responder: Responder, openedAt now: Instant) {
    self.responder = responder
    deadline = now.advanced(byNanoseconds: responder.times.head)
  }

  /// Whether it waits for a request of which no byte has come: closing it then, with nothing to send, loses nothing.
  ///
  /// A server that ends calls `Responder.drain`, after which every answer is its connection's last, and closes the idle ones.
  public var isIdle: Bool {
    if case .head = phase { unfinished == nil } else { false }
  }

  /// The first step.
  public func opened() -> Step { .receive(until: deadline) }

  /// Bytes arrived, one or more.
  public mutating func received(_ bytes: Span<UInt8>, at now: Instant, into output: inout Output) -> Step {
    if case .lingering(let left) = phase {
      phase = .lingering(left: left - bytes.count)
      return left > bytes.count ? .receive(until: deadline) : .close
    }
    if buffer.isEmpty {
      let used = consume(bytes, at: now, into: &output)
      if used < bytes.count { buffer.append(bytes.extracting(used..<bytes.count)) }
      return next(at: now, &output)
    }
    buffer.append(bytes)
    return consumeBuffer(at: now, into: &output)
  }

  /// Everything in the output is with the kernel; the output is empty.
  public mutating func sentEverything(at now: Instant, into output: inout Output) -> Step {
    switch phase {
    case .stream(let stream, let closes):
      if stream.fill(&output) { phase = closes ? .closing : .head }
      if !output.isEmpty { return next(at: now, &output) }
      return sentEverything(at: now, into: &output)
    case .closing:
      guard lingers || !buffer.isEmpty else { return .close }
      phase = .lingering(left: responder.limits.lingeringInput)
      deadline = now.advanced(byNanoseconds: responder.times.lingering)
      return .finish(until: deadline)
    case .head:
      if unfinished == nil { deadline = now.advanced(byNanoseconds: responder.times.idle) }
      return consumeBuffer(at: now, into: &output)
    case .content, .lingering:
      return consumeBuffer(at: now, into: &output)
    }
  }

  /// The connection is closed: adds the note of an answer that was cut off, of which no other step told.
  public func closed(into output: inout Output) {
    if case .stream(let stream, _) = phase { stream.note(in: &output) }
  }

  /// The last step's deadline has come.
  public mutating func deadlinePassed(at now: Instant, isSending: Bool, into output: inout Output) -> Step {
    guard !isSending, let head = unfinished?.parser.head else { return .close }
    switch phase {
    case .head:
      let received = buffer
      refuse(.timedOut, head, from: received.span, at: now, into: &output)
    case .content(_, let bytes):
      refuse(.timedOut, head, from: bytes.span, at: now, into: &output)
    case .stream, .closing, .lingering: return .close
    }
    return next(at: now, &output)
  }

  /// The connection is one too many.
  public mutating func refuseConnection(at now: Instant, into output: inout Output) -> Step {
    let nothing: [UInt8] = []
    refuse(.tooManyConnections, RequestHead(), from: nothing.span, at: now, into: &output)
    return next(at: now, &output)
  }

  // MARK: The way of the bytes

  private mutating func consumeBuffer(at now: Instant, into output: inout Output) -> Step {
    guard !buffer.isEmpty else { return next(at: now, &output) }
    // Taken out for the time it is read, so that reading it and writing the connection do not overlap.
    var taken: [UInt8] = []
    swap(&taken, &buffer)
    let used = consume(taken.span, at: now, into: &output)
    if used < taken.count {
      taken.removeFirst(used)
      buffer = taken
    }
    return next(at: now, &output)
  }

  /// Uses up what it can of `bytes`; how many they were. What is left has to be given again, with more behind it.
  private mutating func consume(_ bytes: Span<UInt8>, at now: Instant, into output: inout Output) -> Int {
    var used = 0
    let answered = output.answers.count
    var parser = unfinished?.parser ?? RequestParser()
    var hasBegun = unfinished != nil
    defer { unfinished = hasBegun ? Unfinished(parser) : nil }
    while used < bytes.count, output.count < responder.limits.pipelinedOutput,
      output.answers.count - answered < responder.limits.pipelinedAnswers
    {
      switch phase {
      case .head:
        if !hasBegun {
          hasBegun = true
          // The first head's time runs from the connection's opening.
          if wasUsed { deadline = now.advanced(byNanoseconds: responder.times.head) }
        }
        let request = bytes.extracting(used..<bytes.count)
        do throws(RequestError) {
          guard try parser.parse(request, within: responder.limits) else { return used }
          used += parser.head.length
          if parser.head.framing == .length(0) {
            try answer(parser.head, from: request, at: now, into: &output)
            parser = RequestParser()
            hasBegun = false
          } else {
            beginContent(parser.head, from: request, at: now, into: &output)
          }
        } catch {
          refuse(error, parser.head, from: request, at: now, into: &output)
        }
      case .content(let reader, let head):
        do throws(RequestError) {
          let (end, isComplete) = try reader.consume(bytes, from: used, within: responder.limits)
          used = end
          guard isComplete else { continue }
          try answer(parser.head, from: head.span, at: now, into: &output)
          parser = RequestParser()
          hasBegun = false
        } catch {
          refuse(error, parser.head, from: head.span, at: now, into: &output)
        }
      case .stream:
        return used
      case .closing, .lingering:
        lingers = true
        return bytes.count
      }
    }
    return used
  }

  private mutating func beginContent(
    _ head: RequestHead, from bytes: Span<UInt8>, at now: Instant, into output: inout Output
  ) {
    if head.expectsContinue { output.append("HTTP/1.1 100 Continue\r\n\r\n") }
    phase = .content(ContentReader(head.framing), head: bytes.array(in: 0..<head.length))
    deadline = now.advanced(byNanoseconds: responder.times.content)
  }

  private mutating func answer(
    _ head: RequestHead, from bytes: Span<UInt8>, at now: Instant, into output: inout Output
  ) throws(RequestError) {
    let continuation = try responder.answer(head, from: bytes, at: now, into: &output)
    wasUsed = true
    if let stream = continuation.stream {
      phase = .stream(stream, closes: continuation.closes)
    } else {
      phase = continuation.closes ? .closing : .head
    }
  }

  /// The connection's bytes can no longer be trusted to hold another request.
  private mutating func refuse(
    _ error: RequestError, _ head: RequestHead, from bytes: Span<UInt8>, at now: Instant, into output: inout Output
  ) {
    responder.refuse(error, head, from: bytes, at: now, into: &output)
    phase = .closing
    lingers = true
  }

  private func next(at now: Instant, _ output: inout Output) -> Step {
    guard output.isEmpty else {
      let patience = Int64(output.count / max(1, responder.limits.slowestReader)) &* 1_000_000_000
      return .send(until: now.advanced(byNanoseconds: responder.times.send &+ patience))
    }
    return .receive(until: deadline)
  }
}
