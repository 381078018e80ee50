#if canImport(Glibc)
  import CLinux
#endif
import HTTP
import Synchronization

/// A server over sockets: making one binds, `run` serves until the end, `drain` and `stop` bring that end about from any thread.
public final class Server: Sendable {
  /// The addresses it listens on, with real ports; never empty.
  public let addresses: [SocketAddress]
  private let surroundings: EventLoop.Surroundings
  private let orders: [LoopOrders]

  /// Binds and listens, so that a busy port is known before anything is loaded. Nothing is accepted before `run`.
  ///
  /// From here on a peer that goes away while it is written to is an error of that write, not the process's end (SIGPIPE).
  ///
  /// - Throws: `SocketError` with the operation (`socket`, `bind`, `listen`, …), the address and the reason.
  public init(_ configuration: ServerConfiguration) throws(SocketError) {
    _ = signal(SIGPIPE, SIG_IGN)
    let threads = max(1, configuration.threads)
    #if canImport(Glibc)
      // One arena for each loop, for each thread that loads an archive, and for what else there is: in a shared one they
      // would wait for each other, and a loop for the memory of a whole archive to be given back. Each reserves 64 MB of
      // addresses, so where these are limited there is one.
      _ = mallopt(M_ARENA_MAX, ProcessLimits.boundsAddresses ? 1 : Int32(clamping: 3 * threads + 4))
      // Large arrays come from the system and go back to it. Left alone, the C library would move this bound up with each
      // one that is freed, and the next ones would leave holes in the arenas.
      _ = mallopt(M_MMAP_THRESHOLD, 4 << 20)
      // That bound fixed, so is the one of what an arena gives back, and at 128 KB: what a question works in would come new
      // from the system for each question.
      _ = mallopt(M_TRIM_THRESHOLD, 32 << 20)
    #endif
    var orders: [LoopOrders] = []
    for _ in 0..<threads { orders.append(try LoopOrders()) }
    let sockets = try ListeningSocket.open(configuration.addresses)
    // Kept for everything but the connections that are answered: each thread's loop, and what it reads while the pages are
    // loaded, 16 for all else.
    let ownDescriptors = 16 + SharedListeners.refusals + 4 * threads
    let limit = min(configuration.maxConnections, ProcessLimits.raiseDescriptors() - ownDescriptors)
    surroundings = EventLoop.Surroundings(
      configuration: configuration, kernel: .system,
      listeners: SharedListeners(sockets, limit: max(1, limit), loopCount: threads),
      log: try configuration.accessLog.map { format throws(SocketError) in
        try AccessLog(
          to: STDOUT_FILENO, format, from: configuration.leastLoggedStatus, metrics: configuration.metrics)
      })
    self.orders = orders
    addresses = sockets.map(\.address)
  }

  /// The queue of waiting connections that the kernel really allows, where that is less than was asked for; worth a warning.
  public var shortenedBacklog: Int? {
    guard let text = ProcessLimits.readFile("/proc/sys/net/core/somaxconn"),
      let limit = Int(text.prefix { $0.isNumber }), limit < Int(ListeningSocket.backlog)
    else { return nil }
    return limit
  }

  /// Serves on `ServerConfiguration.threads` threads of its own; returns when `drain` or `stop` has ended all of them.
  ///
  /// - Throws: `SocketError` if a thread cannot be started or a loop cannot wait any more; the others are ended then.
  public func run() throws(SocketError) {
    // The first error of any loop.
    let failure = Mutex<SocketError?>(nil)
    @Sendable func fail(_ error: SocketError) {
      failure.withLock { $0 = $0 ?? error }
      stop()
    }
    let surroundings = surroundings
    let log = surroundings.log
    let logThread = try log.map { log throws(SocketError) in try WorkerThread { log.run() } }
    var threads: [WorkerThread] = []
    do throws(SocketError) {
      for order in orders {
        threads.append(
          try WorkerThread {
            do throws(SocketError) {
              var loop = EventLoop(surroundings, poller: try Self.makePoller(surroundings), orders: order)
              try loop.run()
            } catch {
              fail(error)
            }
          })
      }
    } catch {
      fail(error)
    }
    for thread in threads { thread.join() }
    log?.end()
    logThread?.join()
    if let error = failure.withLock({ $0 }) { throw error }
  }

  /// Ends gracefully; returns at once, `run` returns when it is done.
  ///
  /// From now on every answer says `Connection: close`. New connections are taken for `delay` more, then idle and
  /// unused ones are closed; what is in flight has until `grace` from now.
  public func drain(delay: Duration, grace: Duration) {
    let now = surroundings.kernel.now
    for loop in orders { loop.post((now.advanced(by: delay).nanoseconds, now.advanced(by: grace).nanoseconds)) }
  }

  /// Ends at once: connections are closed as they are.
  public func stop() {
    for loop in orders { loop.stop() }
  }

  private static func makePoller(_ surroundings: EventLoop.Surroundings) throws(SocketError) -> any Poller {
    #if os(Linux)
      if surroundings.configuration.prefersEpoll { return try EpollPoller() }
    #endif
    return PollPoller(kernel: surroundings.kernel)
  }
}
