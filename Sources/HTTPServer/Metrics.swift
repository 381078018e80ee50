public import HTTP
import Synchronization

/// What the server counts. Each loop has counts of its own, with a lock that only a reader ever holds up; a reader adds them up.
///
/// Counts are read one after the other, so they may differ by requests in flight.
public final class Metrics: Sendable {
  /// What answers are counted apart by.
  public struct Kind: Sendable, Hashable {
    /// The route's template; nil where none matched.
    public let route: String?
    /// The method; nil where the request was refused before it was known.
    public let method: Method?
    /// The status answered.
    public let status: Status

    fileprivate var order: (String, String, Int) { (route ?? "", method?.rawValue ?? "", status.code) }
  }

  /// The upper bounds of the duration histogram, in seconds, ascending.
  ///
  /// A duration runs from the arrival of the bytes that completed the request to the moment its answer was handed to the kernel.
  public static let durationBounds: [Double] = LoopMetrics.bounds.map { Double($0) / 1e9 }

  private let dropped = Atomic<Int>(0)
  private let loops = Mutex<[LoopMetrics]>([])

  /// Nothing counted yet.
  public init() {}

  /// The counters of a loop that is about to run.
  func makeLoopMetrics() -> LoopMetrics {
    let metrics = LoopMetrics()
    loops.withLock { $0.append(metrics) }
    return metrics
  }

  /// How often each kind was answered; sorted by route, method and status.
  public var requests: [(kind: Kind, count: Int)] {
    let answers = counts.flatMap(\.answers)
    return Dictionary(answers.map { ($0.kind, $0.count) }, uniquingKeysWith: +)
      .sorted { $0.key.order < $1.key.order }.map { (kind: $0.key, count: $0.value) }
  }
  /// How many answers took at most `Metrics.durationBounds[i]` and more than the bound before; the last is all slower ones.
  public var durationCounts: [Int] {
    let counts = counts
    return (0...LoopMetrics.bounds.count).map { index in counts.reduce(0) { $0 + $1.durations[index] } }
  }
  /// All durations together, in seconds.
  public var durationSum: Double { Double(sum(\.durationSum)) / 1e9 }
  /// Connections that are open now.
  public var openConnections: Int { sum { $0.acceptedConnections - $0.closedConnections } }
  /// Connections accepted since the start.
  public var acceptedConnections: Int { sum(\.acceptedConnections) }
  /// Connections turned away because there were too many.
  public var refusedConnections: Int { sum(\.refusedConnections) }
  /// Access log lines that were dropped: nobody read the log fast enough, or it could not be written.
  public var droppedLogLines: Int { dropped.load(ordering: .relaxed) }

  /// Takes note of access log lines that could not be written in time. From any thread.
  func countDropped(_ lines: ArraySlice<UInt8>) {
    dropped.add(lines.count { $0 == UInt8(ascii: "\n") }, ordering: .relaxed)
  }

  private var counts: [LoopMetrics.Counts] { loops.withLock { $0 }.map { $0.counts.withLock { $0 } } }

  private func sum(_ count: (LoopMetrics.Counts) -> Int) -> Int { counts.reduce(0) { $0 + count($1) } }
}

/// The counters of one loop.
final class LoopMetrics: Sendable {
  /// Upper bounds of durations in nanoseconds.
  static let bounds: [Int64] = [
    10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 50_000_000,
    100_000_000, 500_000_000, 1_000_000_000, 5_000_000_000,
  ]

  struct Counts {
    /// `route` is the number of the kind's among the loop's, so that it is found without comparing names.
    var answers: [(route: Int, kind: Metrics.Kind, count: Int)] = []
    var durations = [Int](repeating: 0, count: bounds.count + 1)
    /// In nanoseconds.
    var durationSum = 0
    var acceptedConnections = 0
    var refusedConnections = 0
    var closedConnections = 0

    /// Counts answers that `responder` gave and that were sent at that time.
    mutating func add(_ answers: [Output.Answer], by responder: Responder, sentAt now: Instant) {
      for answer in answers { add(answer, responder, now) }
    }

    private mutating func add(_ answer: Output.Answer, _ responder: Responder, _ now: Instant) {
      let duration = max(0, now.nanoseconds - answer.receivedAt.nanoseconds)
      durations[bounds.firstIndex { duration <= $0 } ?? bounds.count] += 1
      durationSum &+= Int(duration)
      let place = answers.firstIndex {
        $0.route == answer.route && $0.kind.method == answer.method && $0.kind.status == answer.status
      }
      if let place {
        answers[place].count += 1
      } else {
        let kind = Metrics.Kind(route: responder.routes[answer.route], method: answer.method, status: answer.status)
        answers.append((answer.route, kind, 1))
      }
    }
  }

  let counts = Mutex(Counts())
}
