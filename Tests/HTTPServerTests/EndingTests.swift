import HTTP
import HTTPServer
import TestSupport
import Testing

/// The graceful end, over real sockets.
@Suite(.serialized) struct EndingTests {
  private static let request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"

  @Test(arguments: [true, false]) func `idle and unused connections are closed, and the server ends`(
    prefersEpoll: Bool
  ) throws {
    let server = try RunningServer(change: { $0.prefersEpoll = prefersEpoll })
    let unused = try server.client()
    let idle = try server.client()
    try idle.send(Self.request)
    #expect(try idle.response()?.status == 200)
    server.server.drain(delay: .zero, grace: .seconds(10))
    #expect(try unused.receive().isEmpty)
    #expect(try idle.receive().isEmpty)
    server.waitForEnd()
    #expect(server.metrics.openConnections == 0)
    #expect(throws: RawClient.Failure.self) { _ = try server.client() }
  }

  @Test(arguments: [true, false]) func `what is in flight is finished and says Connection: close`(
    prefersEpoll: Bool
  ) throws {
    let server = try RunningServer(change: { $0.prefersEpoll = prefersEpoll })
    let begun = try server.client()
    let reading = try server.client()
    // The answer tells that the loop has seen this much of the second request.
    try begun.send(Self.request + "GET / HTTP/1.1\r\n")
    #expect(try begun.response()?.status == 200)
    try reading.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
    var received = try reading.receive()
    server.server.drain(delay: .zero, grace: .seconds(10))
    received += try reading.receiveAll()
    #expect(received.count > 4_000_000)
    try begun.send("Host: a\r\n\r\n")
    let response = try #require(try begun.response())
    #expect(response.status == 200)
    #expect(response["Connection"] == "close")
    #expect(try begun.receive().isEmpty)
    server.waitForEnd()
  }

  @Test(arguments: [true, false]) func `an answer begun before the end is its connection's last`(
    prefersEpoll: Bool
  ) throws {
    // More than the kernel's buffers take, so that most of it is sent when the client begins to read again.
    let pieces = 512
    let long: Handler = { _ in
      Response(
        .ok,
        body: .chunks {
          var left = pieces
          return {
            left -= 1
            return left < 0 ? nil : [UInt8](repeating: 0, count: 65_536)
          }
        })
    }
    let server = try RunningServer(long, change: { $0.prefersEpoll = prefersEpoll })
    let reading = try server.client()
    try reading.send(Self.request)
    var received = try reading.receive().count
    server.server.drain(delay: .zero, grace: .seconds(60))
    // All loops have looked through their connections once nobody listens.
    while (try? server.client()) != nil {}
    while case let next = try reading.receive().count, next > 0 { received += next }
    #expect(received > pieces * 65_536)
    server.waitForEnd()
  }

  @Test(arguments: [true, false]) func `during the delay connections are taken and answered with Connection: close`(
    prefersEpoll: Bool
  ) throws {
    let server = try RunningServer(change: { $0.prefersEpoll = prefersEpoll })
    let idle = try server.client()
    try idle.send(Self.request)
    #expect(try idle.response()?["Connection"] == nil)
    server.server.drain(delay: .seconds(60), grace: .seconds(60))
    // The two loops hear of it one after the other: ask until the idle connection is told.
    var response = try idle.response(to: Self.request)
    while let answer = response, answer["Connection"] == nil { response = try idle.response(to: Self.request) }
    #expect(response?["Connection"] == "close")
    let late = try server.client()
    #expect(try late.response(to: Self.request)?.status == 200)
    server.stop()
  }

  @Test(arguments: [true, false]) func `once the delay is over, who is unused goes and the server ends`(
    prefersEpoll: Bool
  ) throws {
    let server = try RunningServer(change: { $0.prefersEpoll = prefersEpoll })
    let unused = try server.client()
    server.server.drain(delay: .milliseconds(50), grace: .seconds(60))
    #expect(try unused.receive().isEmpty)
    server.waitForEnd()
  }

  @Test func `whoever is not finished at the end of the grace is cut off`() throws {
    let server = try RunningServer()
    let stopped = try server.client()
    stopped.limitReceiveBuffer(to: 4_096)
    try stopped.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try !stopped.receive().isEmpty)
    let clock = ContinuousClock()
    let start = clock.now
    server.server.drain(delay: .zero, grace: .milliseconds(300))
    server.waitForEnd()
    #expect(clock.now - start < .seconds(5))
  }

  @Test func `a stop ends at once`() throws {
    let server = try RunningServer()
    let client = try server.client()
    try client.send("GET / HTTP/1.1\r\n")
    server.server.drain(delay: .seconds(60), grace: .seconds(60))
    server.stop()
    #expect((try? client.receive()) ?? [] == [])
  }
}
