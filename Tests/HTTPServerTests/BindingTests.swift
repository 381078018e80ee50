import HTTP
import TestSupport
import Testing

@testable import HTTPServer

@Suite(.serialized) struct BindingTests {
  private func start(_ addresses: [SocketAddress]) throws(SocketError) -> Server {
    var configuration = ServerConfiguration(handler: { Example.handle($0) }, refusal: { Example.refuse($0) })
    configuration.addresses = addresses
    return try Server(configuration)
  }

  @Test func `both loopback addresses share the free port of the first`() throws {
    let other = try #require(SocketAddress("::1", port: 0))
    try RunningServer.run(change: { $0.addresses = [.loopback(port: 0), other] }) { server in
      #expect(server.port > 0)
      #expect(
        server.server.addresses.map(\.port) == .init(repeating: server.port, count: server.server.addresses.count))
      #expect(server.server.addresses.map(\.description).first == "127.0.0.1:\(server.port)")
    }
  }

  @Test func `every address takes IPv4 as well`() throws {
    let any = try #require(SocketAddress("::", port: 0))
    try RunningServer.run(change: { $0.addresses = [any] }) { server in
      let client = try server.client()
      #expect(try client.response(to: "GET / HTTP/1.1\r\nHost: a\r\n\r\n")?.status == 200)
    }
  }

  @Test func `a busy port is said before anything is served`() throws {
    try RunningServer.run { server in
      do throws(SocketError) {
        _ = try start([.loopback(port: server.port)])
        Issue.record("it was bound twice")
      } catch {
        #expect(error.operation == .bind)
        #expect(error.reason == .addressInUse)
        #expect(error.description == "bind 127.0.0.1:\(server.port): Address already in use")
      }
    }
  }

  @Test func `an address of another machine is said`() throws {
    let address = try #require(SocketAddress("192.0.2.1", port: 0))
    do throws(SocketError) {
      _ = try start([address])
      Issue.record("it was bound")
    } catch {
      #expect(error.reason == .addressNotAvailable)
    }
  }

  @Test func `addresses are numeric and written as they are read`() {
    let cases: [(host: String, description: String?)] = [
      ("127.0.0.1", "127.0.0.1:80"), ("0.0.0.0", "0.0.0.0:80"), ("::1", "[::1]:80"), ("::", "[::]:80"),
      ("[::1]", "[::1]:80"),
      ("2001:db8::1", "[2001:db8::1]:80"), ("::ffff:192.0.2.1", "192.0.2.1:80"), ("localhost", nil), ("", nil),
      ("256.0.0.1", nil), ("1.2.3", nil), ("127.0.0.1:80", nil), ("[::1", nil), ("a", nil),
    ]
    for (host, description) in cases { #expect(SocketAddress(host, port: 80)?.description == description, "\(host)") }
  }

  @Test func `a CPU quota is rounded up to whole cores`() {
    let cases: [(text: String, cores: Int?)] = [
      ("max 100000\n", nil), ("50000 100000\n", 1), ("100000 100000\n", 1), ("150000 100000\n", 2),
      ("400000 100000", 4),
      ("", nil), ("100000", nil), ("0 100000", nil), ("100000 0", nil), ("-1 100000", nil), ("a b", nil),
    ]
    for (text, cores) in cases { #expect(ProcessLimits.cores(ofQuota: text) == cores, "\(text)") }
    #expect(ProcessLimits.availableThreads >= 1)
  }
}
