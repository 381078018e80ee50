import HTTP
import Synchronization

/// The listening sockets, which all loops accept from, and the count of what they accepted.
///
/// One queue for all loops keeps none of them waiting for a busy one, as sockets of their own would (SO_REUSEPORT), and
/// with a handful of loops waking too many of them for a connection costs less than EPOLLEXCLUSIVE's uneven spread.
final class SharedListeners: Sendable {
  /// Connections that are refused at a time: each keeps its descriptor until its client has read why.
  static let refusals = 8

  let sockets: [ListeningSocket]
  /// Connections at most, over all loops; beside them those that are refused.
  let limit: Int
  let connectionCount = Atomic<Int>(0)
  private let loopCount: Atomic<Int>

  init(_ sockets: [ListeningSocket], limit: Int, loopCount: Int) {
    self.sockets = sockets
    self.limit = limit
    self.loopCount = Atomic(loopCount)
  }

  /// A loop will not accept any more; the last one closes the sockets, so that no other still waits at them.
  func leave() {
    guard loopCount.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 else { return }
    for socket in sockets { socket.close() }
  }
}

/// A loop's share in accepting: a few connections in a turn, and a pause when descriptors or memory have run out.
final class Listener {
  /// Connections accepted from one socket in a turn, so that accepting does not starve reading.
  private static let batch = 16
  /// How long a pause is, in nanoseconds.
  private static let pause: Int64 = 50_000_000

  private let shared: SharedListeners
  private let kernel: Kernel
  /// A descriptor to give up when there is no other, so that a waiting connection can be closed and does not make the
  /// poller report it for ever.
  private var spare: Int32
  private var isWaiting = false
  private(set) var isClosed = false
  /// When a pause ends, in nanoseconds.
  private(set) var resumeAt = Int64.max
  /// When accepting ends for good, in nanoseconds.
  var closesAt = Int64.max

  init(_ shared: SharedListeners, kernel: Kernel) {
    self.shared = shared
    self.kernel = kernel
    spare = kernel.openSpare()
  }

  /// Whether the newest connection is one too many.
  var isCrowded: Bool { shared.connectionCount.load(ordering: .relaxed) > shared.limit }

  /// Whether there are as many as can be refused at a time. The others wait to be accepted: their descriptors would be
  /// those that a reload needs.
  private var isOverrun: Bool {
    shared.connectionCount.load(ordering: .relaxed) >= shared.limit + SharedListeners.refusals
  }

  func connectionClosed() { shared.connectionCount.subtract(1, ordering: .relaxed) }

  /// Begins to wait for connections.
  func resume(in poller: any Poller) {
    resumeAt = .max
    guard !isWaiting, !isClosed else { return }
    for socket in shared.sockets { poller.add(socket.descriptor, for: .reading) }
    isWaiting = true
  }

  /// Stops accepting for good.
  func close(in poller: any Poller) {
    closesAt = .max
    guard !isClosed else { return }
    stopWaiting(in: poller)
    isClosed = true
    shared.leave()
    if spare >= 0 { kernel.release(spare) }
  }

  /// Hands over connections that wait; pauses if they cannot be had.
  func accept(at now: Instant, _ poller: any Poller, _ open: (Int32, SocketAddress?) -> Void) {
    guard isWaiting else { return }
    sockets: for socket in shared.sockets {
      for _ in 0..<Self.batch {
        if isOverrun { return pause(from: now, poller) }
        switch Socket.accept(from: socket.descriptor, kernel) {
        case .connection(let descriptor, let peer):
          shared.connectionCount.add(1, ordering: .relaxed)
          open(descriptor, peer)
        case .retry: continue
        case .wait: continue sockets
        case .exhausted:
          closeOneWaiting(at: socket)
          return pause(from: now, poller)
        case .failure: return pause(from: now, poller)
        }
      }
    }
  }

  private func pause(from now: Instant, _ poller: any Poller) {
    stopWaiting(in: poller)
    resumeAt = now.nanoseconds + Self.pause
  }

  private func stopWaiting(in poller: any Poller) {
    guard isWaiting else { return }
    for socket in shared.sockets { poller.remove(socket.descriptor) }
    isWaiting = false
  }

  private func closeOneWaiting(at socket: ListeningSocket) {
    guard spare >= 0 else { return }
    kernel.release(spare)
    if case .connection(let descriptor, _) = Socket.accept(from: socket.descriptor, kernel) {
      kernel.release(descriptor)
    }
    spare = kernel.openSpare()
  }
}
