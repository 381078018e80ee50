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
      append("{\"time\":\"")
      lines += time
      append("\",\"level\":\"")
      append(answer.status.code >= 500 ? "error" : answer.status.code >= 400 ? "warning" : "info")
      append("\",\"method\":\"")
      lines += (answer.method?.rawValue ?? "-").utf8
      append("\",\"path\":\"")
      for byte in target {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { lines.append(UInt8(ascii: "\\")) }
        lines.append(byte)
      }
      append("\",\"status\":")
      append(answer.status.code)
      append(",\"bytes\":")
      append(answer.contentLength)
      append(",\"microseconds\":")
      append(Int(clamping: microseconds))
      append(",\"remote\":\"")
      lines += peer
      if !answer.traceID.isEmpty {
        append("\",\"trace_id\":\"")
        lines += notes[answer.traceID]
      }
      append("\"}\n")
    case .text:
      lines += time
      append(" ")
      lines += peer
      append(" ")
      lines += (answer.method?.rawValue ?? "-").utf8
      append(" ")
      if target.isEmpty { append("-") } else { lines += target }
      append(" ")
      append(answer.status.code)
      append(" ")
      append(answer.contentLength)
      append(" ")
      append(Int(clamping: microseconds))
      append("us\n")
    }
  }

  /// Adds text that is copied as it lies in the program, where a string would be walked through.
  private mutating func append(_ text: StaticString) {
    unsafe lines.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func append(_ number: Int) {
    if number >= 10 { append(number / 10) }
    lines.append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
  }
}
