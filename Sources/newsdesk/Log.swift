#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the program says of itself, a line each on standard error; requests are the access log's, on standard output.
struct Log: Sendable {
  enum Level: String {
    case info, warning, error
  }

  /// Whether lines are JSON objects, for a log collector, or plain text.
  let isJSON: Bool
  /// Whether a person watches: then progress is shown on a line that is written over.
  let isTerminal: Bool

  init(_ configuration: Configuration) {
    isTerminal = isatty(STDERR_FILENO) == 1
    isJSON = configuration.logFormat.map { $0 == .json } ?? !isTerminal
  }

  func write(_ level: Level, _ message: String) {
    let line =
      isJSON
      ? "{\"time\":\"\(Log.now)\",\"level\":\"\(level.rawValue)\",\"message\":\"\(Log.escaped(message))\"}\n"
      : (level == .info ? "" : level.rawValue + ": ") + message + "\n"
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
      let count = unsafe bytes.withUnsafeBytes { unsafe Log.write(descriptor, $0) }
      if count < 0 {
        let code = errno
        if code == EINTR { continue }
        return code
      }
      bytes = bytes.dropFirst(count)
    }
    return 0
  }

  private static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      unsafe Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      unsafe Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  /// The time as RFC 3339 has it, in UTC, to the second.
  private static var now: String {
    var seconds = time(nil)
    var parts = unsafe tm()
    _ = unsafe gmtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = unsafe "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return unsafe day + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
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
