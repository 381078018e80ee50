import HTTP

/// Writes access log lines, one for each answer, into a buffer that is handed over once a turn.
struct AccessLogLines {
  /// Bytes that are handed over before the turn ends, so that a turn of many answers needs no large buffer.
  private static let batch = 16_384

  private let log: AccessLog
  /// Lines that wait for the turn's end.
  private(set) var lines: [UInt8] = []
  private var second = Int64.min
  /// How every line of this second begins.
  private var start: [UInt8] = []

  init(for log: AccessLog) { self.log = log }

  /// Gives the lines so far to the log.
  mutating func handOver() {
    if lines.isEmpty { return }
    log.append(lines)
    lines.removeAll(keepingCapacity: true)
  }

  /// Adds the line of an answer that was handed to the kernel at `now`, unless its status is below those that are logged.
  mutating func append(_ answer: Output.Answer, notes: [UInt8], peer: [UInt8], at now: Instant) {
    guard answer.status.code >= log.leastStatus else { return }
    let format = log.format
    if now.unixSeconds != second {
      second = now.unixSeconds
      let time = HTTPDate(unixSeconds: second).timestamp
      start =
        switch format {
        case .json: Array("{\"time\":\"".utf8) + time + "\",\"level\":\"".utf8
        case .text: time + " ".utf8
        }
    }
    let microseconds = Int(clamping: max(0, now.nanoseconds - answer.receivedAt.nanoseconds) / 1_000)
    let method = answer.method?.rawValue ?? "-"
    let longest = 256 + 2 * answer.target.count + answer.traceID.count + peer.count
    // A second reference, no copy: reading one of the two and writing the other would overlap.
    let beginning = start
    let (peer, notes) = (peer.span, notes.span)
    lines.append(addingCapacity: longest) { line in
      let target = notes.extracting(answer.target)
      line.append(beginning.span)
      switch format {
      case .json:
        line.append(answer.status.code >= 500 ? "error" : answer.status.code >= 400 ? "warning" : "info")
        line.append("\",\"method\":\"")
        line.append(method.utf8.span)
        line.append("\",\"path\":\"")
        line.append(escaping: target)
        line.append("\",\"status\":")
        line.append(decimal: answer.status.code)
        line.append(",\"bytes\":")
        line.append(decimal: answer.contentLength)
        line.append(",\"microseconds\":")
        line.append(decimal: microseconds)
        line.append(",\"remote\":\"")
        line.append(peer)
        if !answer.traceID.isEmpty {
          line.append("\",\"trace_id\":\"")
          line.append(notes.extracting(answer.traceID))
        }
        line.append("\"}\n")
      case .text:
        line.append(peer)
        line.append(" ")
        line.append(method.utf8.span)
        line.append(" ")
        if target.isEmpty { line.append("-") } else { line.append(target) }
        line.append(" ")
        line.append(decimal: answer.status.code)
        line.append(" ")
        line.append(decimal: answer.contentLength)
        line.append(" ")
        line.append(decimal: microseconds)
        line.append("us\n")
      }
    }
    if lines.count >= Self.batch { handOver() }
  }
}
