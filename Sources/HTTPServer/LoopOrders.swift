import Synchronization

/// What other threads tell a loop, and the bell that wakes it for that.
final class LoopOrders: Sendable {
  /// Until when connections are accepted, and when the last one is closed, finished or not; both in nanoseconds of the
  /// monotonic clock.
  typealias Drain = (acceptUntil: Int64, goneBy: Int64)

  let bell: Bell
  private let drain = Mutex<Drain?>(nil)

  init() throws(SocketError) { bell = try Bell() }

  /// Ends gracefully; of two orders the one that ends sooner counts.
  func post(_ order: Drain) {
    drain.withLock { if order.goneBy < $0?.goneBy ?? .max { $0 = order } }
    bell.ring()
  }

  /// Ends at once.
  func stop() { post((acceptUntil: .max, goneBy: .min)) }

  /// The order that came since the last call.
  func takeDrain() -> Drain? {
    bell.silence()
    return drain.withLock { $0.take() }
  }
}
