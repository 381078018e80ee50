public import HTTP

/// What a server needs to know before it binds.
public struct ServerConfiguration: Sendable {
  /// How an access log line is written.
  public enum LogFormat: String, Sendable, CaseIterable {
    case json, text
  }

  /// What answers complete requests. Called on the loops' threads, several at once.
  public var handler: Handler
  /// What answers requests that never reach the handler.
  public var refusal: Refusal
  /// Where to listen. The first must succeed; a further one is left out if its family is switched off. With port 0 all
  /// share the free port that the first was given. `::` takes IPv4 as well and falls back to 0.0.0.0.
  public var addresses: [SocketAddress] = [.loopback(port: 8080)]
  /// Event loops, each one thread: 1 or more.
  public var threads: Int = ProcessLimits.availableThreads
  /// Open connections at most, over all loops; lowered to fit the descriptors the process may have.
  public var maxConnections: Int = 16_384
  /// The bounds of each connection.
  public var limits = Limits()
  /// The form of the access log's lines on standard output; nil for no access log.
  public var accessLog: LogFormat?
  /// The lowest status code that gets a line: 400 leaves out what went well, 500 what was the client's doing.
  public var leastLoggedStatus = 100
  /// Whether loops wait with epoll where there is one, or with poll(2) as everywhere else.
  public var prefersEpoll = true
  /// Where the server counts; give the same object to whatever shows the counts.
  public var metrics = Metrics()

  /// A configuration with the defaults above.
  public init(handler: @escaping Handler, refusal: @escaping Refusal) {
    self.handler = handler
    self.refusal = refusal
  }
}
