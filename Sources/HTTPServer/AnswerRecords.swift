import HTTP

/// What a loop keeps of its answers: counts by route, method and status, durations, and lines for the access log.
struct AnswerRecords {
  /// What is counted apart, as numbers: found without hashing a route's name.
  private struct Kind: Hashable {
    let route: Int
    let method: Method?
    let status: Status
  }

  private let metrics: LoopMetrics
  /// Nil where no lines are written.
  private(set) var lines: AccessLogLines?
  private var counters: [Kind: LoopMetrics.Counter] = [:]
  /// The last counter used: requests of one kind come in a row.
  private var last: (kind: Kind, counter: LoopMetrics.Counter)?

  init(log: AccessLog?, metrics: LoopMetrics) {
    self.metrics = metrics
    lines = log.map { AccessLogLines(for: $0) }
  }

  /// Takes in the answers of `output`, which `responder` gave.
  mutating func add(_ output: borrowing Output, by responder: Responder, peer: [UInt8], sentAt now: Instant) {
    for answer in output.answers {
      count(answer, responder)
      metrics.count(duration: now.nanoseconds - answer.receivedAt.nanoseconds)
      lines?.append(answer, notes: output.notes, peer: peer, at: now)
    }
  }

  /// Gives the lines so far to the log.
  mutating func handOver() { lines?.handOver() }

  private mutating func count(_ answer: Output.Answer, _ responder: Responder) {
    let kind = Kind(route: answer.route, method: answer.method, status: answer.status)
    if let last, last.kind == kind { return last.counter.count.increment() }
    let counter =
      counters[kind]
      ?? metrics.makeCounter(
        .init(route: responder.routes[answer.route], method: answer.method, status: answer.status))
    counters[kind] = counter
    last = (kind, counter)
    counter.count.increment()
  }
}
