import Synchronization

/// What other threads tell a loop, and the bell that wakes it for that.
final class LoopOrders: Sendable {
  /// Ends gracefully: until when connections are accepted, and when the last one is closed, finished or not; both in
  /// nanoseconds of the monotonic clock.
  typealias Drain = (acceptUntil: Int64, goneBy: Int64)

  let bell: Bell
  private let drain = Mutex<Drain?>(nil)
  private let stops = Atomic<Bool>(false)

  init() throws(SocketError) { bell = try Bell() }

  var isStopped: Bool { stops.load(ordering: .acquiring) }

  func post(_ order: Drain) {
    drain.withLock { $0 = order }
    bell.ring()
  }

  func stop() {
    stops.store(true, ordering: .releasing)
    bell.ring()
  }

  /// The order to drain that came since the last call.
  func takeDrain() -> Drain? {
    bell.silence()
    return drain.withLock { $0.take() }
  }
}
