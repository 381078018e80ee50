import HTTP
import TestSupport
import Testing

/// Each limit is met exactly and passed by one byte, with the input whole, byte by byte and in pieces of 16 KB.
@Suite struct LimitTests {
  private struct Case {
    let name: String
    let input: String
    let status: Int
  }

  private func message(_ requestLine: String, _ lines: [String]) -> String { WireCase.message(requestLine, lines) }

  /// A request line of so many bytes with its CRLF.
  private func request(lineLength: Int) -> String {
    message("GET /" + String(repeating: "a", count: lineLength - 16) + " HTTP/1.1", ["Host: a"])
  }

  /// A field line of so many bytes with its CRLF.
  private func request(fieldLength: Int) -> String {
    message("GET / HTTP/1.1", ["Host: a", "X: " + String(repeating: "a", count: fieldLength - 5)])
  }

  /// A head of so many bytes in lines of at most 1,000.
  private func request(headLength: Int) -> String {
    var lines = ["Host: a"]
    var left = headLength - 16 - 9 - 2
    while left > 0 {
      let length = left >= 1_010 ? 1_000 : left
      lines.append("X: " + String(repeating: "a", count: length - 5))
      left -= length
    }
    return message("GET / HTTP/1.1", lines)
  }

  private func chunked(_ content: String) -> String {
    message("POST / HTTP/1.1", ["Host: a", "Transfer-Encoding: chunked"]) + content
  }

  private var cases: [Case] {
    let fields = (1...100).map { "X\($0): y" }
    let manyChunks = String(repeating: "1\r\na\r\n", count: 21_845)
    return [
      Case(name: "a request line of 8,192 bytes", input: request(lineLength: 8_192), status: 404),
      Case(name: "a request line of 8,193 bytes", input: request(lineLength: 8_193), status: 414),
      Case(name: "a request line of 100 KB", input: request(lineLength: 100_000), status: 414),
      Case(name: "a request line without an end", input: "GET /" + String(repeating: "a", count: 8_187), status: 414),
      Case(name: "a field line of 8,192 bytes", input: request(fieldLength: 8_192), status: 200),
      Case(name: "a field line of 8,193 bytes", input: request(fieldLength: 8_193), status: 431),
      Case(name: "100 fields", input: message("GET / HTTP/1.1", ["Host: a"] + fields.dropLast()), status: 200),
      Case(name: "101 fields", input: message("GET / HTTP/1.1", ["Host: a"] + fields), status: 431),
      Case(
        name: "10,000 fields", input: message("GET / HTTP/1.1", .init(repeating: "X: y", count: 10_000)), status: 431),
      Case(name: "a head of 16,384 bytes", input: request(headLength: 16_384), status: 200),
      Case(name: "a head of 16,385 bytes", input: request(headLength: 16_385), status: 431),
      Case(
        name: "a chunk line of 1,024 bytes",
        input: chunked("1;" + String(repeating: "a", count: 1_020) + "\r\na\r\n0\r\n\r\n"), status: 405),
      Case(
        name: "a chunk line of 1,025 bytes",
        input: chunked("1;" + String(repeating: "a", count: 1_021) + "\r\na\r\n0\r\n\r\n"), status: 400),
      Case(
        name: "100 trailers", input: chunked("0\r\n" + fields.map { $0 + "\r\n" }.joined() + "\r\n"), status: 405),
      Case(
        name: "101 trailers", input: chunked("0\r\n" + fields.map { $0 + "\r\n" }.joined() + "X: y\r\n\r\n"),
        status: 431),
      Case(
        name: "a trailer of 8,192 bytes",
        input: chunked("0\r\nX: " + String(repeating: "a", count: 8_187) + "\r\n\r\n"), status: 405),
      Case(
        name: "a trailer of 8,193 bytes",
        input: chunked("0\r\nX: " + String(repeating: "a", count: 8_188) + "\r\n\r\n"), status: 431),
      Case(name: "65,535 bytes around 21,845 chunks", input: chunked(manyChunks + "0\r\n\r\n"), status: 413),
      Case(name: "65,523 bytes around chunks", input: chunked(manyChunks.dropFirst(30) + "0\r\n\r\n"), status: 405),
    ]
  }

  @Test func `every limit holds to the byte, however the bytes arrive`() {
    for limitCase in cases {
      let input = Array(limitCase.input.utf8)
      for size in [input.count, 1, 16_384] {
        var connection = PureConnection()
        var rest = input[...]
        while !rest.isEmpty {
          connection.receive(rest.prefix(size))
          rest = rest.dropFirst(size)
        }
        let statuses = RawResponse.all(connection.sent)?.map(\.status)
        #expect(statuses == [limitCase.status], "\(limitCase.name) in pieces of \(size)")
      }
    }
  }

  @Test func `the head's bytes are counted over every read, and over empty lines in front`() {
    let input = Array(("\r\n\r\n" + request(headLength: 16_381)).utf8)
    var connection = PureConnection()
    for byte in input { connection.receive([byte]) }
    #expect(RawResponse.all(connection.sent)?.map(\.status) == [431])
  }

  @Test func `what pipelined requests put out is bounded, and the rest waits for the answers to be sent`() {
    let request = Array(WireCase.message("GET /text HTTP/1.1", ["Host: a"]).utf8)
    let limits = Limits()
    var connection = PureConnection()
    connection.receiveWithoutSending(Array([[UInt8]](repeating: request, count: 1_000).joined()))
    #expect(connection.unsentCount >= limits.pipelinedOutput)
    #expect(connection.unsentCount < limits.pipelinedOutput + 10_000)
    connection.carryOut()
    #expect(RawResponse.all(connection.sent)?.count == 1_000)
  }

  @Test func `a hundred short answers are not gathered beyond the bound on their number`() {
    let request = Array(WireCase.message("GET / HTTP/1.1", ["Host: a"]).utf8)
    var connection = PureConnection()
    connection.receiveWithoutSending(Array([[UInt8]](repeating: request, count: 100).joined()))
    #expect(connection.unsentAnswers == Limits().pipelinedAnswers)
  }

  @Test func `after the last answer only so much is thrown away`() {
    var connection = PureConnection()
    connection.receive(Array("GET /\r\n\r\n".utf8))
    #expect(connection.hasFinished)
    connection.receive([UInt8](repeating: 0, count: Limits().lingeringInput - 1))
    #expect(connection.step != .close)
    connection.receive([0])
    #expect(connection.step == .close)
  }
}
