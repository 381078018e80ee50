public import HTTP

/// A connection without a socket and without a clock: bytes in, bytes out.
public struct PureConnection {
  /// The moment at which everything happens unless a test moves it: 1994-11-06 08:49:37.
  public static let start = Instant(nanoseconds: 1_000_000_000_000, unixSeconds: 784_111_777)

  private var machine: ServerConnection
  private var output = Output()
  private let responder: Responder
  /// What it said to do last.
  public private(set) var step: ServerConnection.Step
  /// All bytes sent so far.
  public private(set) var sent: [UInt8] = []
  /// What was answered: method, target, status, length of the content, trace.
  public private(set) var notes: [String] = []
  /// Whether the sending half is ended.
  public private(set) var hasFinished = false
  /// The time now.
  public var now = start

  /// A connection of its own to the example site.
  public init(limits: Limits = Limits(), handler: @escaping Handler = { Example.handle($0) }) {
    self.init(Responder(handler: handler, refusal: { Example.refuse($0) }, limits: limits, seed: 1))
  }

  /// One more connection of a loop.
  public init(_ responder: Responder) {
    self.responder = responder
    machine = ServerConnection(responder, openedAt: Self.start)
    step = machine.opened()
  }

  /// Whether closing it loses nothing.
  public var isIdle: Bool { machine.isIdle }

  /// Whether it would read another request.
  public var isOpen: Bool {
    if case .receive = step { !hasFinished } else { false }
  }

  /// When its present step has to be over; nil if it is to be closed.
  public var deadline: Instant? {
    switch step {
    case .receive(let deadline), .send(let deadline), .finish(let deadline): deadline
    case .close: nil
    }
  }

  /// Bytes that wait to be sent.
  public var unsentCount: Int { output.count }
  /// Answers among them.
  public var unsentAnswers: Int { output.answers.count }

  /// Hands over bytes as one read and does all that follows; nothing once the connection is closed.
  public mutating func receive(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    if bytes.isEmpty || step == .close { return }
    step = machine.received(bytes.span, at: now, into: &output)
    carryOut()
  }

  /// Hands over bytes but sends nothing of what follows.
  public mutating func receiveWithoutSending(_ bytes: [UInt8]) {
    step = machine.received(bytes.span, at: now, into: &output)
  }

  /// Treats it as one connection too many.
  public mutating func refuse() {
    step = machine.refuseConnection(at: now, into: &output)
    carryOut()
  }

  /// The peer takes everything.
  public mutating func carryOut() {
    while case .send = step {
      for piece in 0..<output.pieceCount {
        unsafe output.withUnsafeBytes(ofPiece: piece) { unsafe sent.append(contentsOf: $0) }
      }
      for answer in output.answers {
        let target = String(decoding: output.notes[answer.target], as: UTF8.self)
        let trace = String(decoding: output.notes[answer.traceID], as: UTF8.self)
        let method = answer.method?.rawValue ?? "-"
        notes.append("\(method) \(target) \(answer.status.code) \(answer.contentLength) \(trace)")
      }
      output.sent(output.count)
      output.removeAll()
      step = machine.sentEverything(at: now, into: &output)
    }
    if case .finish = step { hasFinished = true }
  }

  /// Moves the clock to the deadline and says so.
  public mutating func letTimePass(isSending: Bool = false) {
    if let deadline { now = deadline }
    step = machine.deadlinePassed(at: now, isSending: isSending, into: &output)
    carryOut()
  }
}
