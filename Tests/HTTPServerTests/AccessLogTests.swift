#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Dispatch
import Synchronization
import Testing

@testable import HTTP
@testable import HTTPServer

@Suite struct AccessLogTests {
  /// An answer to `target`, received at 1994-11-06T08:49:37Z and sent 1,234 microseconds later.
  private func line(
    _ format: ServerConfiguration.LogFormat, _ target: String, _ status: Status, method: HTTP.Method? = .get,
    trace: String = ""
  ) throws -> String {
    let received = Instant(nanoseconds: 0, unixSeconds: 784_111_777)
    var answer = Output.Answer(method: method, status: status, route: 0, receivedAt: received)
    answer.target = 0..<target.utf8.count
    answer.traceID = target.utf8.count..<(target + trace).utf8.count
    answer.contentLength = 56
    var line = AccessLogLines(for: try AccessLog(to: STDOUT_FILENO, format, metrics: Metrics()))
    line.append(
      answer, notes: Array((target + trace).utf8), peer: Array("::1".utf8),
      at: received.advanced(byNanoseconds: 1_234_567))
    return String(decoding: line.lines, as: UTF8.self)
  }

  @Test func `a line is JSON, or words`() throws {
    #expect(
      try line(.json, "/a?b=\"c\\d", .ok)
        == """
        {"time":"1994-11-06T08:49:37Z","level":"info","method":"GET","path":"/a?b=\\"c\\\\d","status":200,"bytes":56,"microseconds":1234,"remote":"::1"}

        """)
    #expect(
      try line(.json, "/", .serviceUnavailable, trace: "4bf92f3577b34da6a3ce929d0e0e4736")
        == """
        {"time":"1994-11-06T08:49:37Z","level":"error","method":"GET","path":"/","status":503,"bytes":56,"microseconds":1234,"remote":"::1","trace_id":"4bf92f3577b34da6a3ce929d0e0e4736"}

        """)
    #expect(try line(.text, "/a", .ok) == "1994-11-06T08:49:37Z ::1 GET /a 200 56 1234us\n")
    #expect(try line(.text, "", .badRequest, method: nil) == "1994-11-06T08:49:37Z ::1 - - 400 56 1234us\n")
  }

  @Test func `a reader that does not read holds nobody up, and what is written comes whole and in order`() throws {
    var ends: [Int32] = [-1, -1]
    try #require(unsafe pipe(&ends) == 0)
    defer { for end in ends { _ = close(end) } }
    let metrics = Metrics()
    let log = try AccessLog(to: ends[1], .text, metrics: metrics)
    let ended = DispatchGroup()
    DispatchQueue(label: "log").async(group: ended) { log.run() }
    var taken = -1
    while metrics.droppedLogLines == 0 {
      taken += 1
      log.append(Array(("line \(taken) " + String(repeating: "x", count: 1_000) + "\n").utf8))
    }
    log.end()
    var received: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 65_536)
    var lines = 0
    while lines < taken {
      let count = unsafe read(ends[0], &bytes, bytes.count)
      try #require(count > 0)
      received += bytes.prefix(count)
      lines += bytes.prefix(count).count { $0 == 10 }
    }
    let numbers = received.split(separator: 10).compactMap { line in
      Int(String(decoding: line, as: UTF8.self).split(separator: " ")[1])
    }
    #expect(numbers == Array(0..<taken))
    #expect(ended.wait(timeout: .now() + 10) == .success)
  }

  @Test func `the end does not wait for a reader that never reads`() throws {
    var ends: [Int32] = [-1, -1]
    try #require(unsafe pipe(&ends) == 0)
    defer { for end in ends { _ = close(end) } }
    let log = try AccessLog(to: ends[1], .text, metrics: Metrics())
    log.append([UInt8](repeating: 0x78, count: 500_000))
    log.end()
    let ended = DispatchGroup()
    DispatchQueue(label: "log").async(group: ended) { log.run() }
    #expect(ended.wait(timeout: .now() + 10) == .success)
  }

  #if os(Linux)
    @Test func `lines that a full disk does not take are counted as dropped`() throws {
      let full = unsafe open("/dev/full", O_WRONLY)
      try #require(full >= 0)
      defer { _ = close(full) }
      let metrics = Metrics()
      let log = try AccessLog(to: full, .text, metrics: metrics)
      log.append(Array("one\ntwo\n".utf8))
      log.append(Array("three\n".utf8))
      log.end()
      log.run()
      #expect(metrics.droppedLogLines == 3)
    }
  #endif
}
