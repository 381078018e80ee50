#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Synchronization

/// A server over sockets: `start` binds, `run` serves until the end, `drain` and `stop` bring that end about from any thread.
public final class Server: Sendable {
  /// The addresses it listens on, with real ports; never empty.
  public let addresses: [SocketAddress]
  private let configuration: ServerConfiguration
  private let sockets: [ListeningSocket]

  /// Binds and listens, so that a busy port is known before anything is loaded. Nothing is accepted before `run`.
  ///
  /// From here on a peer that goes away while it is written to is an error of that write, not the process's end (SIGPIPE).
  ///
  /// - Throws: `SocketError` with the operation (`socket`, `bind`, `listen`), the address and the reason.
  public static func start(_ configuration: ServerConfiguration) throws(SocketError) -> Server {
    _ = signal(SIGPIPE, SIG_IGN)
    return Server(configuration, sockets: try ListeningSocket.open(configuration.addresses))
  }

  private init(_ configuration: ServerConfiguration, sockets: [ListeningSocket]) {
    self.configuration = configuration
    self.sockets = sockets
    addresses = sockets.map(\.address)
  }

  /// Serves on `configuration.threads` threads of its own; returns when `drain` or `stop` has ended all of them.
  public func run() throws(SocketError) {
  }

  /// Ends gracefully; returns at once, `run` returns when it is done.
  ///
  /// From now on every answer says `Connection: close`. New connections are taken for `delay` more, then idle and
  /// unused ones are closed; what is in flight has until `grace` from now.
  public func drain(delay: Duration, grace: Duration) {
  }

  /// Ends at once: connections are closed as they are.
  public func stop() {
  }
}
