import HTTP
import TestSupport
import Testing

/// Deadlines, phases and ends: no socket, no waiting.
@Suite struct ServerConnectionTests {
  private let request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"

  private func seconds(_ connection: PureConnection) -> Double? {
    connection.deadline.map { Double($0.nanoseconds - connection.now.nanoseconds) / 1e9 }
  }

  private func statuses(_ connection: PureConnection) -> [Int]? { RawResponse.all(connection.sent)?.map(\.status) }

  @Test func `a connection that never sends a byte is closed after 10 seconds without a word`() {
    var connection = PureConnection()
    #expect(seconds(connection) == 10)
    connection.letTimePass()
    #expect(connection.step == .close)
    #expect(connection.sent.isEmpty)
  }

  @Test func `no byte moves the first head's deadline`() {
    var connection = PureConnection()
    let deadline = connection.deadline
    for byte in request.utf8.dropLast() {
      connection.now = connection.now.advanced(byNanoseconds: 200_000_000)
      connection.receive([byte])
      #expect(connection.deadline == deadline)
    }
    connection.letTimePass()
    #expect(statuses(connection) == [408])
    #expect(connection.hasFinished)
  }

  @Test func `between requests a connection may be idle for 75 seconds`() {
    var connection = PureConnection()
    connection.receive(request.utf8)
    #expect(seconds(connection) == 75)
    connection.letTimePass()
    #expect(connection.step == .close)
    #expect(statuses(connection) == [200])
  }

  @Test func `a later head has 10 seconds from its first byte, however late that comes`() {
    var connection = PureConnection()
    connection.receive(request.utf8)
    connection.now = connection.now.advanced(by: .seconds(74))
    connection.receive("G".utf8)
    #expect(seconds(connection) == 10)
    connection.now = connection.now.advanced(by: .seconds(9))
    connection.receive("E".utf8)
    #expect(seconds(connection) == 1)
    connection.letTimePass()
    #expect(statuses(connection) == [200, 408])
  }

  @Test func `content has 10 seconds from its head, and no byte moves them`() {
    var connection = PureConnection()
    connection.receive("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n".utf8)
    #expect(seconds(connection) == 10)
    connection.now = connection.now.advanced(by: .seconds(6))
    connection.receive("abc".utf8)
    #expect(seconds(connection) == 4)
    connection.letTimePass()
    #expect(statuses(connection) == [408])
  }

  @Test func `sending has 30 seconds and a second more for each 16 KB`() {
    var connection = PureConnection()
    connection.receiveWithoutSending(Array(request.utf8))
    #expect(seconds(connection) == 30)
    var large = PureConnection()
    large.receiveWithoutSending(Array("GET /large HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
    #expect(seconds(large) == 274)
    large.letTimePass(isSending: true)
    #expect(large.step == .close)
  }

  @Test func `a refusal is followed by a lingering close of 2 seconds`() {
    var connection = PureConnection()
    connection.receive("BAD\r\n".utf8)
    #expect(connection.hasFinished)
    #expect(seconds(connection) == 2)
    connection.receive("still talking".utf8)
    #expect(seconds(connection) == 2)
    connection.letTimePass()
    #expect(connection.step == .close)
    #expect(statuses(connection) == [400])
  }

  @Test func `the last answer of a peer that sent nothing more is followed by a close at once`() {
    var connection = PureConnection()
    connection.receive("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".utf8)
    #expect(connection.step == .close)
    #expect(!connection.hasFinished)
  }

  @Test func `a draining server answers with Connection: close and knows who is idle`() throws {
    let responder = Responder(
      handler: { Example.handle($0) }, refusal: { Example.refuse($0) }, limits: Limits(), seed: 1)
    var idle = PureConnection(responder)
    var busy = PureConnection(responder)
    idle.receive(request.utf8)
    busy.receive("GET / HTTP/1.1\r\n".utf8)
    responder.drain()
    #expect(idle.isIdle)
    #expect(!busy.isIdle)
    busy.receive("Host: a\r\n\r\n".utf8)
    let answer = try #require(RawResponse.all(busy.sent)?.first)
    #expect(answer.status == 200)
    #expect(answer["Connection"] == "close")
    #expect(busy.step == .close)
  }

  @Test func `one connection too many is answered 503 and closed`() {
    var connection = PureConnection()
    connection.refuse()
    #expect(statuses(connection) == [503])
    #expect(connection.hasFinished)
  }

  @Test func `a streamed answer to HTTP/1.0 ends with the connection`() throws {
    var connection = PureConnection()
    connection.receive("GET /stream HTTP/1.0\r\nConnection: keep-alive\r\n\r\n".utf8)
    let answer = try #require(RawResponse.all(connection.sent)?.first)
    #expect(answer["Transfer-Encoding"] == nil)
    #expect(answer["Connection"] == "close")
    #expect(answer.content == Example.streamed)
    #expect(connection.step == .close)
  }

  @Test func `what was answered is noted with method, target, status, length and trace`() throws {
    let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    var connection = PureConnection()
    connection.receive(
      ("GET /text?a HTTP/1.1\r\nHost: a\r\ntraceparent: 00-\(trace)-00f067aa0ba902b7-01\r\n\r\n"
        + "HEAD /alphabet HTTP/1.1\r\nHost: a\r\n\r\n" + "GET /stream HTTP/1.1\r\nHost: a\r\n\r\n" + "BAD\r\n").utf8)
    #expect(
      connection.notes == [
        "GET /text?a 200 7998 \(trace)", "HEAD /alphabet 200 0 ", "GET /stream 200 400000 ", "-  400 20 ",
      ])
  }
}
