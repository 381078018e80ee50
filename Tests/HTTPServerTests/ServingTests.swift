import HTTP
import HTTPServer
import TestSupport
import Testing

/// Real sockets on a free port, with epoll and with poll(2).
@Suite(.serialized) struct ServingTests {
  private static let request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"

  @Test(arguments: [true, false]) func `a long answer arrives whole at a slow reader`(prefersEpoll: Bool) throws {
    try RunningServer.run(change: { $0.prefersEpoll = prefersEpoll }) { server in
      let client = try server.client()
      client.limitReceiveBuffer(to: 131_072)
      try client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try client.response()?.content.count == 4_000_000)
      try client.send("GET /stream HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      #expect(try client.response()?.content == Example.streamed)
      #expect(try client.receive().isEmpty)
    }
  }

  @Test(arguments: [true, false]) func `twenty requests in a row on one connection are each answered at once`(
    prefersEpoll: Bool
  ) throws {
    try RunningServer.run(change: { $0.prefersEpoll = prefersEpoll }) { server in
      let client = try server.client()
      let clock = ContinuousClock()
      var durations: [Duration] = []
      for _ in 0..<20 {
        let start = clock.now
        try client.send("GET /text HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try client.response()?.content == Example.text)
        durations.append(clock.now - start)
      }
      // A delayed acknowledgement takes 40 ms, and takes it each time.
      #expect(durations.sorted()[10] < .milliseconds(20))
    }
  }

  @Test(arguments: [true, false]) func `a client that ends its sending half still gets its answers`(
    prefersEpoll: Bool
  ) throws {
    try RunningServer.run(change: { $0.prefersEpoll = prefersEpoll }) { server in
      let client = try server.client()
      try client.send(Self.request + "GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
      client.finishSending()
      #expect(try client.response()?.text == "hello")
      #expect(try client.response()?.content.count == 4_000_000)
      #expect(try client.receive().isEmpty)
    }
  }

  @Test(arguments: [true, false]) func `a client that resets harms nobody`(prefersEpoll: Bool) throws {
    try RunningServer.run(change: { $0.prefersEpoll = prefersEpoll }) { server in
      for _ in 0..<50 {
        let rude = try server.client()
        rude.resetOnClose()
        try rude.send("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n")
      }
      let client = try server.client()
      try client.send(Self.request)
      #expect(try client.response()?.text == "hello")
    }
  }

  @Test(arguments: [true, false]) func `a refusal is read by a client that goes on sending`(prefersEpoll: Bool) throws {
    try RunningServer.run(change: { $0.prefersEpoll = prefersEpoll }) { server in
      let client = try server.client()
      try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n")
      try client.send([UInt8](repeating: 0, count: 60_000))
      #expect(try client.response()?.status == 413)
      #expect(try client.receive().isEmpty)
    }
  }

  @Test(arguments: [true, false]) func `a sender that trickles is answered 408 at the head's deadline`(
    prefersEpoll: Bool
  ) throws {
    try RunningServer.run(change: {
      $0.prefersEpoll = prefersEpoll
      $0.limits.headTimeout = .milliseconds(300)
    }) { server in
      let client = try server.client()
      let clock = ContinuousClock()
      let start = clock.now
      // Sends as fast as it may, a byte of an endless field each time, until it is told off.
      try client.send("GET / HTTP/1.1\r\nHost: a\r\nX: ")
      #expect(try client.response()?.status == 408)
      #expect(clock.now - start >= .milliseconds(300))
      #expect(clock.now - start < .seconds(3))
    }
  }

  @Test(arguments: [true, false]) func `a reader that stops loses its connection, and others are served meanwhile`(
    prefersEpoll: Bool
  ) throws {
    try RunningServer.run(change: {
      $0.prefersEpoll = prefersEpoll
      $0.threads = 1
      $0.limits.sendTimeout = .milliseconds(300)
      $0.limits.slowestReader = .max
    }) { server in
      let stopped = try server.client()
      stopped.limitReceiveBuffer(to: 4_096)
      try stopped.send("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try !stopped.receive().isEmpty)
      let client = try server.client()
      repeat {
        #expect(try client.response(to: Self.request)?.text == "hello")
      } while server.metrics.openConnections > 1
      // The answer that was cut off is counted, and logged, as one.
      #expect(server.metrics.requests.contains { $0.kind.route == "/endless" && $0.count == 1 })
    }
  }

  @Test func `the oldest idle connection makes room for a new one`() throws {
    try RunningServer.run(change: {
      $0.threads = 1
      $0.maxConnections = 2
    }) { server in
      var clients: [RawClient] = []
      for _ in 0..<3 {
        let client = try server.client()
        #expect(try client.response(to: Self.request)?.status == 200)
        clients.append(client)
      }
      #expect(try clients[0].receive().isEmpty)
      try clients[1].send(Self.request)
      #expect(try clients[1].response()?.status == 200)
    }
  }

  @Test func `of a crowd that is refused only a few take descriptors at a time`() throws {
    try RunningServer.run(change: { $0.maxConnections = 2 }) { server in
      let busy = try (0..<2).map { _ in try server.client() }
      for client in busy {
        try client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n")
        #expect(try String(decoding: client.receive(), as: UTF8.self) == "HTTP/1.1 100 Continue\r\n\r\n")
      }
      var crowd = try (0..<100).map { _ in try server.client() }
      while let client = crowd.first {
        #expect(try client.response()?.status == 503)
        // Those that are busy, those that are refused, and one that each loop has just accepted.
        #expect(server.metrics.openConnections <= 2 + 8 + 2)
        crowd.removeFirst()
      }
    }
  }

  @Test func `where all connections are busy a new one is answered 503`() throws {
    try RunningServer.run(change: {
      $0.threads = 1
      $0.maxConnections = 2
    }) { server in
      let busy = try (0..<2).map { _ in try server.client() }
      for client in busy {
        // Told to go on, it is in the middle of a request of which nothing waits unread.
        try client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n")
        #expect(try String(decoding: client.receive(), as: UTF8.self) == "HTTP/1.1 100 Continue\r\n\r\n")
      }
      let client = try server.client()
      let response = try #require(try client.response())
      #expect(response.status == 503)
      #expect(response["Connection"] == "close")
      try busy[1].send("abc")
      #expect(try busy[1].response()?.status == 405)
      #expect(server.metrics.refusedConnections == 1)
    }
  }

  @Test func `requests are counted by route, method and status`() throws {
    try RunningServer.run { server in
      let client = try server.client()
      try client.send(
        "GET / HTTP/1.1\r\nHost: a\r\n\r\nGET /text HTTP/1.1\r\nHost: a\r\n\r\nGET /text HTTP/1.1\r\nHost: a\r\n\r\n"
          + "HEAD /text HTTP/1.1\r\nHost: a\r\n\r\nGET /text HTTP/1.1\r\nHost: a\r\nIf-Match: \"x\"\r\n\r\n"
          + "GET /alphabet HTTP/1.1\r\nHost: a\r\nRange: bytes=26-\r\n\r\nBAD\r\n")
      _ = try client.receiveAll()
      let metrics = server.metrics
      let counts = metrics.requests.map { kind, count in
        "\(kind.route ?? "-") \(kind.method?.rawValue ?? "-") \(kind.status.code) \(count)"
      }
      #expect(
        counts == [
          "- - 400 1", "/ GET 200 1", "/alphabet GET 416 1", "/text GET 200 2", "/text GET 412 1", "/text HEAD 200 1",
        ])
      #expect(metrics.durationCounts.reduce(0, +) == 7)
      #expect(metrics.durationCounts.count == Metrics.durationBounds.count + 1)
      #expect(metrics.durationSum > 0)
      #expect(metrics.acceptedConnections == 1)
    }
  }
}
