import HTTP
import HTTPServer

/// What the program says of itself, a line each on standard error; requests are the access log's, on standard output.
struct Log: Sendable {
  enum Level: String, CaseIterable {
    case info, warning, error

    /// The lowest status that the access log shows at this level.
    var leastStatus: Int {
      switch self {
      case .info: 100
      case .warning: 400
      case .error: 500
      }
    }
  }

  /// JSON objects, for a log collector, or plain text.
  let format: ServerConfiguration.LogFormat
  /// Whether a person watches: then progress is shown on a line that is written over.
  let isTerminal: Bool

  init(_ configuration: Configuration) {
    isTerminal = isatty(STDERR_FILENO) == 1
    format = configuration.logFormat ?? (isTerminal ? .text : .json)
  }

  func say(_ level: Level, _ message: String) {
    let line =
      switch format {
      case .json:
        "{\"time\":\"\(Log.now)\",\"level\":\"\(level.rawValue)\",\"message\":\"\(Log.escaped(message))\"}\n"
      case .text: (level == .info ? "" : level.rawValue + ": ") + message + "\n"
      }
    Log.put(isTerminal ? "\r\u{1B}[K" + line : line)
  }

  /// Shows how far something has come, where somebody watches.
  func progress(_ what: String, _ fraction: Double) {
    if isTerminal { Log.put("\r\(what) \(Int(fraction * 100)) %") }
  }

  /// Writes at once: nothing waits in a buffer when the process ends.
  static func put(_ text: String, to descriptor: Int32 = STDERR_FILENO) {
    // Nobody is left to tell that standard error cannot be written to.
    _ = put(Array(text.utf8)[...], to: descriptor)
  }

  /// Writes all bytes; 0, or the `errno` that kept it from that.
  static func put(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int32 {
    var bytes = bytes
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return errno }
      bytes = bytes.dropFirst(max(0, count))
    }
    return 0
  }

  /// The time as RFC 3339 has it, in UTC, to the second.
  private static var now: String {
    String(decoding: HTTPDate(unixSeconds: Int64(time(nil))).timestamp, as: UTF8.self)
  }

  /// The text inside a JSON string (RFC 8259 §7); file names can hold anything.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": escaped += "\\\(scalar)"
      case _ where scalar.value < 0x20:
        escaped += scalar.value < 0x10 ? "\\u000" : "\\u00"
        escaped += String(scalar.value, radix: 16)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
