import HTTP

/// What a loop keeps of its answers: counts by route, method and status, durations, and lines for the access log.
struct AnswerRecords {
  private let metrics: LoopMetrics
  private let log: AccessLog?
  private var lines: AccessLogLines?
  /// Counters by what they count, found without hashing a string: requests of one kind come in a row.
  private var counters: [Int: LoopMetrics.Counter] = [:]
  private var lastKey = -1
  private var last: LoopMetrics.Counter?

  init(_ configuration: ServerConfiguration, log: AccessLog?, metrics: LoopMetrics) {
    self.metrics = metrics
    self.log = log
    lines =
      log == nil ? nil : configuration.accessLog.map { AccessLogLines($0, from: configuration.leastLoggedStatus) }
  }

  /// Whether lines are written at all.
  var areLogged: Bool { lines != nil }

  /// Bytes of lines that are handed over before the turn ends, so that a turn of many answers needs no large buffer.
  private static let batch = 16_384

  /// Takes in the answers of `output`, which `responder` gave.
  mutating func add(_ output: borrowing Output, by responder: Responder, peer: [UInt8], sentAt now: Instant) {
    for answer in output.answers {
      count(answer, responder)
      metrics.count(duration: now.nanoseconds - answer.receivedAt.nanoseconds)
      lines?.append(answer, notes: output.notes, peer: peer, at: now)
    }
    if (lines?.lines.count ?? 0) >= Self.batch { handOver() }
  }

  /// Gives the lines so far to the log, or drops and counts them.
  mutating func handOver() {
    guard let lines, lines.count > 0 else { return }
    if log?.append(lines.lines) == false { metrics.droppedLogLines.increment(by: lines.count) }
    self.lines?.removeAll()
  }

  private mutating func count(_ answer: Output.Answer, _ responder: Responder) {
    let key = answer.route << 16 | answer.method.ordinal << 10 | answer.status.code
    if key != lastKey {
      lastKey = key
      last = counters[key]
    }
    if last == nil {
      let counter = metrics.makeCounter(
        .init(route: responder.routes[answer.route], method: answer.method, status: answer.status))
      counters[key] = counter
      last = counter
    }
    last?.count.increment()
  }
}

extension Method? {
  fileprivate var ordinal: Int {
    switch self {
    case nil: 0
    case .get: 1
    case .head: 2
    case .post: 3
    case .put: 4
    case .delete: 5
    case .connect: 6
    case .options: 7
    case .trace: 8
    case .patch: 9
    case .query: 10
    }
  }
}
