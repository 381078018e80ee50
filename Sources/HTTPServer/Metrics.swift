public import HTTP
import Synchronization

/// What the server counts. Each loop writes counters of its own, without a lock; a reader adds them up.
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
    var requests: [Kind: Int] = [:]
    for loop in loops.withLock({ $0 }) {
      for counter in loop.counters.withLock({ $0 }) {
        requests[counter.kind, default: 0] += counter.count.load(ordering: .relaxed)
      }
    }
    return requests.sorted { $0.key.order < $1.key.order }.map { (kind: $0.key, count: $0.value) }
  }
  /// How many answers took at most `Metrics.durationBounds[i]` and more than the bound before; the last is all slower ones.
  public var durationCounts: [Int] { (0...LoopMetrics.bounds.count).map { index in sum { $0.durationCount(index) } } }
  /// All durations together, in seconds.
  public var durationSum: Double { Double(sum { $0.durationSum.load(ordering: .relaxed) }) / 1e9 }
  /// Connections that are open now.
  public var openConnections: Int { sum { $0.openConnections.load(ordering: .relaxed) } }
  /// Connections accepted since the start.
  public var acceptedConnections: Int { sum { $0.acceptedConnections.load(ordering: .relaxed) } }
  /// Connections turned away because there were too many.
  public var refusedConnections: Int { sum { $0.refusedConnections.load(ordering: .relaxed) } }
  /// Access log lines that were dropped: nobody read the log fast enough, or it could not be written.
  public var droppedLogLines: Int { dropped.load(ordering: .relaxed) }

  /// Takes note of access log lines that could not be written in time. From any thread.
  func countDropped(_ lines: ArraySlice<UInt8>) {
    dropped.add(lines.count { $0 == UInt8(ascii: "\n") }, ordering: .relaxed)
  }

  private func sum(_ counter: (LoopMetrics) -> Int) -> Int {
    loops.withLock { $0 }.reduce(0) { $0 + counter($1) }
  }
}

/// The counters of one loop: written by its thread alone, so a load and a store are enough, and read by any.
final class LoopMetrics: Sendable {
  /// One number of its own.
  final class Counter: Sendable {
    let kind: Metrics.Kind
    let count = Atomic<Int>(0)

    init(_ kind: Metrics.Kind) { self.kind = kind }
  }

  /// Upper bounds in nanoseconds.
  static let bounds: [Int64] = [
    10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 50_000_000,
    100_000_000, 500_000_000, 1_000_000_000, 5_000_000_000,
  ]

  let counters = Mutex<[Counter]>([])
  let openConnections = Atomic<Int>(0)
  let acceptedConnections = Atomic<Int>(0)
  let refusedConnections = Atomic<Int>(0)
  /// In nanoseconds.
  let durationSum = Atomic<Int>(0)
  private let durations = InlineArray<16, Atomic<Int>> { _ in Atomic(0) }

  /// A counter that any reader finds from now on.
  func makeCounter(_ kind: Metrics.Kind) -> Counter {
    let counter = Counter(kind)
    counters.withLock { $0.append(counter) }
    return counter
  }

  func durationCount(_ index: Int) -> Int { durations[index].load(ordering: .relaxed) }

  /// Counts one answer that took that many nanoseconds.
  func count(duration: Int64) {
    let bounds = Self.bounds
    var bucket = 0
    while bucket < bounds.count, duration > bounds[bucket] { bucket += 1 }
    durations[bucket].increment()
    durationSum.increment(by: Int(max(0, duration)))
  }
}

extension Atomic<Int> {
  /// Adds without a locked instruction: for counters that one thread alone writes.
  func increment(by amount: Int = 1) {
    store(load(ordering: .relaxed) &+ amount, ordering: .relaxed)
  }
}
