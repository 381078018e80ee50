import HTTP
import HTTPServer
import TestSupport
import Testing

@Suite(.serialized) struct ServingTests {
  @Test func `a request is answered over a socket`() throws {
    try RunningServer.run { server in
      let client = try server.client()
      try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
      let response = try #require(try client.response())
      #expect(response.status == 200)
      #expect(response.text == "hello")
    }
  }

  @Test func `a long answer arrives whole at a slow reader`() throws {
    try RunningServer.run { server in
      let client = try server.client()
      client.limitReceiveBuffer(to: 131_072)
      try client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try client.response()?.content.count == 4_000_000)
      try client.send("GET /stream HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      #expect(try client.response()?.content == Example.streamed)
      #expect(try client.receive().isEmpty)
    }
  }

  @Test func `twenty requests in a row on one connection are each answered at once`() throws {
    try RunningServer.run { server in
      let client = try server.client()
      let clock = ContinuousClock()
      var slowest = Duration.zero
      for _ in 0..<20 {
        let start = clock.now
        try client.send("GET /text HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try client.response()?.content == Example.text)
        slowest = max(slowest, clock.now - start)
      }
      #expect(slowest < .milliseconds(20), "a delayed acknowledgement takes 40 ms")
    }
  }
}
