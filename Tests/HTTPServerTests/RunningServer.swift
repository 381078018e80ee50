import Dispatch
import HTTP
import HTTPServer
import Synchronization
import TestSupport
import Testing

/// A server on a free port for as long as a test runs.
final class RunningServer: Sendable {
  let server: Server
  let metrics: Metrics
  private let ended = DispatchGroup()
  private let failure = Mutex<SocketError?>(nil)

  var port: UInt16 { server.addresses[0].port }

  init(
    _ handler: @escaping Handler = { Example.handle($0) }, change: (inout ServerConfiguration) -> Void = { _ in }
  ) throws {
    var configuration = ServerConfiguration(handler: handler, refusal: { Example.refuse($0) })
    configuration.addresses = [.loopback(port: 0)]
    configuration.threads = 2
    change(&configuration)
    server = try Server(configuration)
    metrics = configuration.metrics
    DispatchQueue(label: "server").async(group: ended) { [self] in
      do throws(SocketError) { try server.run() } catch { failure.withLock { $0 = error } }
    }
  }

  /// A client whose every wait ends.
  func client(seconds: Int = 30) throws -> RawClient { try RawClient(port: port, seconds: seconds) }

  /// Ends the server and waits for it.
  func stop() {
    server.stop()
    waitForEnd()
  }

  /// Waits until the server has ended by itself.
  func waitForEnd(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(ended.wait(timeout: .now() + 20) == .success, "the server goes on", sourceLocation: sourceLocation)
    #expect(failure.withLock { $0 } == nil, sourceLocation: sourceLocation)
  }

  /// Starts a server, runs `body` and ends the server.
  static func run(
    _ handler: @escaping Handler = { Example.handle($0) }, change: (inout ServerConfiguration) -> Void = { _ in },
    _ body: (RunningServer) throws -> Void
  ) throws {
    let running = try RunningServer(handler, change: change)
    defer { running.stop() }
    try body(running)
  }
}
