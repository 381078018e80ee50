import HTTP

/// A loop's counters by route, method and status, found without hashing a string: requests of one kind come in a row.
struct AnswerCounters {
  private var counters: [Int: LoopMetrics.Counter] = [:]
  private var lastKey = -1
  private var last: LoopMetrics.Counter?

  /// Counts an answer; `routes` are the names its number stands for.
  mutating func count(_ answer: Output.Answer, routes: [String?], in metrics: LoopMetrics) {
    let key = answer.route << 16 | answer.method.ordinal << 10 | answer.status.code
    if key != lastKey {
      lastKey = key
      last = counters[key]
    }
    if last == nil {
      let route = routes.indices.contains(answer.route) ? routes[answer.route] : nil
      let counter = metrics.makeCounter(.init(route: route, method: answer.method, status: answer.status))
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
