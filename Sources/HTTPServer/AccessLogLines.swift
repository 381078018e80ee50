import HTTP

/// Writes access log lines, one for each answer, into a buffer that is handed over once a turn.
struct AccessLogLines {
  private let format: ServerConfiguration.LogFormat
  private let leastStatus: Int
  /// Lines that wait for the turn's end.
  private(set) var lines: [UInt8] = []
  private(set) var count = 0
  private var second = Int64.min
  /// How every line of this second begins.
  private var start: [UInt8] = []

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
      let time = HTTPDate(unixSeconds: second).timestamp
      start =
        switch format {
        case .json: Array("{\"time\":\"".utf8) + time + "\",\"level\":\"".utf8
        case .text: time + " ".utf8
        }
    }
    count += 1
    let microseconds = max(0, now.nanoseconds - answer.receivedAt.nanoseconds) / 1_000
    let (format, start) = (format, start)
    let longest = 256 + 2 * answer.target.count + answer.traceID.count + peer.count
    lines.append(addingCapacity: longest) { line in
      let target = notes.span.extracting(answer.target)
      switch format {
      case .json:
        line.append(start.span)
        line.append(answer.status.code >= 500 ? "error" : answer.status.code >= 400 ? "warning" : "info")
        line.append("\",\"method\":\"")
        for byte in (answer.method?.rawValue ?? "-").utf8 { line.append(byte) }
        line.append("\",\"path\":\"")
        for index in target.indices {
          if target[index] == UInt8(ascii: "\"") || target[index] == UInt8(ascii: "\\") {
            line.append(UInt8(ascii: "\\"))
          }
          line.append(target[index])
        }
        line.append("\",\"status\":")
        line.append(decimal: answer.status.code)
        line.append(",\"bytes\":")
        line.append(decimal: answer.contentLength)
        line.append(",\"microseconds\":")
        line.append(decimal: Int(clamping: microseconds))
        line.append(",\"remote\":\"")
        line.append(peer.span)
        if !answer.traceID.isEmpty {
          line.append("\",\"trace_id\":\"")
          line.append(notes.span.extracting(answer.traceID))
        }
        line.append("\"}\n")
      case .text:
        line.append(start.span)
        line.append(peer.span)
        line.append(" ")
        for byte in (answer.method?.rawValue ?? "-").utf8 { line.append(byte) }
        line.append(" ")
        if target.isEmpty { line.append("-") } else { line.append(target) }
        line.append(" ")
        line.append(decimal: answer.status.code)
        line.append(" ")
        line.append(decimal: answer.contentLength)
        line.append(" ")
        line.append(decimal: Int(clamping: microseconds))
        line.append("us\n")
      }
    }
  }
}
