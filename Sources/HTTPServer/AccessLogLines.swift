import HTTP

/// Writes access log lines, one for each answer, into a buffer that is handed over once a turn.
struct AccessLogLines {
  private let format: ServerConfiguration.LogFormat
  private let leastStatus: Int
  /// Lines that wait for the turn's end.
  private(set) var lines: [UInt8] = []
  private(set) var count = 0
  private var second = Int64.min
  private var time: [UInt8] = []

  init(_ format: ServerConfiguration.LogFormat, from leastStatus: Int) {
    self.format = format
    self.leastStatus = leastStatus
  }

  mutating func removeAll() {
    lines.removeAll(keepingCapacity: true)
    count = 0
  }

  /// Adds the line of an answer that was handed to the kernel at `now`, unless its status is below those that are logged.
  mutating func append(_ answer: Output.Answer, notes: [UInt8], peer: [UInt8], at now: Instant) {
    guard answer.status.code >= leastStatus else { return }
    if now.unixSeconds != second {
      second = now.unixSeconds
      time = HTTPDate(unixSeconds: second).timestamp
    }
    count += 1
    let microseconds = max(0, now.nanoseconds - answer.receivedAt.nanoseconds) / 1_000
    let target = notes[answer.target]
    switch format {
    case .json:
      lines += "{\"time\":\"".utf8
      lines += time
      lines += "\",\"level\":\"".utf8
      lines += (answer.status.code >= 500 ? "error" : answer.status.code >= 400 ? "warning" : "info").utf8
      lines += "\",\"method\":\"".utf8
      lines += (answer.method?.rawValue ?? "-").utf8
      lines += "\",\"path\":\"".utf8
      for byte in target {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { lines.append(UInt8(ascii: "\\")) }
        lines.append(byte)
      }
      lines += "\",\"status\":".utf8
      append(answer.status.code)
      lines += ",\"bytes\":".utf8
      append(answer.contentLength)
      lines += ",\"microseconds\":".utf8
      append(Int(clamping: microseconds))
      lines += ",\"remote\":\"".utf8
      lines += peer
      if !answer.traceID.isEmpty {
        lines += "\",\"trace_id\":\"".utf8
        lines += notes[answer.traceID]
      }
      lines += "\"}\n".utf8
    case .text:
      lines += time
      lines.append(0x20)
      lines += peer
      lines.append(0x20)
      lines += (answer.method?.rawValue ?? "-").utf8
      lines.append(0x20)
      if target.isEmpty { lines.append(UInt8(ascii: "-")) } else { lines += target }
      lines.append(0x20)
      append(answer.status.code)
      lines.append(0x20)
      append(answer.contentLength)
      lines.append(0x20)
      append(Int(clamping: microseconds))
      lines += "us\n".utf8
    }
  }

  private mutating func append(_ number: Int) {
    if number >= 10 { append(number / 10) }
    lines.append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
  }
}
