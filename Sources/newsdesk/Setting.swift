import HTTPServer

/// One thing an operator can set: the one place that knows its flag, its variable, its default and its meaning.
struct Setting: Sendable {
  let flag: String
  /// The environment variable; nil for a flag that only makes sense on a command line.
  let variable: String?
  /// What the value is called in `help`; nil for a flag without a value.
  let placeholder: String?
  let defaultText: String
  let meaning: String
  let value: Value

  struct Value: Sendable {
    /// What values are right, to follow "expected".
    let allowed: String
    /// Sets the value; false if it is not one of those.
    let set: @Sendable (String, inout Configuration) -> Bool
  }

  private init(
    _ flag: String, _ variable: String?, _ placeholder: String?, default defaultText: String, _ meaning: String,
    _ value: Value
  ) {
    (self.flag, self.variable, self.placeholder) = (flag, variable, placeholder)
    (self.defaultText, self.meaning, self.value) = (defaultText, meaning, value)
  }
}

extension Setting {
  static let all: [Setting] = [
    Setting(
      "--seeds", "SEEDS_DIR", "DIR", default: "seeds", "folder of pages (*.txt, sub-folders too)",
      value("the path of a folder", { $0.isEmpty ? nil : $0 }) { $1.seeds = $0 }),
    Setting(
      "--host", "HOST", "ADDRESS", default: "127.0.0.1,::1", "numeric addresses to listen on; :: is every one",
      value("numeric addresses such as 127.0.0.1 or ::, separated by commas", addresses) { $1.hosts = $0 }),
    Setting(
      "--port", "PORT", "PORT", default: "8080", "port to listen on; 0 takes a free one and prints it",
      number(0...65_535) { $1.port = UInt16(clamping: $0) }),
    Setting(
      "--threads", "THREADS", "N", default: "the cores this process may use",
      "event loops, and cores that load pages; a reload leaves one to the answers",
      number(1...256) { $1.threads = $0 }),
    Setting(
      "--max-connections", "MAX_CONNECTIONS", "N", default: "16384, or what the descriptor limit allows",
      "connections at a time", number(1...1_000_000) { $1.maxConnections = $0 }),
    Setting(
      "--idle-timeout", "IDLE_TIMEOUT", "SECONDS", default: "75",
      "how long a connection may wait for its next request; keep it above the proxy's",
      number(1...86_400) { $1.idleTimeout = .seconds($0) }),
    Setting(
      "--shutdown-grace", "SHUTDOWN_GRACE", "SECONDS", default: "20",
      "how long answers under way may take after SIGTERM",
      number(0...86_400) { $1.shutdownGrace = .seconds($0) }),
    Setting(
      "--drain-delay", "DRAIN_DELAY", "SECONDS", default: "0",
      "how long to go on accepting after SIGTERM, while /readyz says 503",
      number(0...86_400) { $1.drainDelay = .seconds($0) }),
    Setting(
      "--watch", "WATCH", "SECONDS", default: "off",
      "look for changed pages this often and reload; SIGHUP always reloads",
      value("off or a number from 1 to 86400", { $0 == "off" ? 0 : number($0, in: 1...86_400) }) {
        $1.watchInterval = $0 == 0 ? nil : .seconds($0)
      }),
    Setting(
      "--cors-origin", "CORS_ORIGIN", "ORIGIN", default: "*", "which web pages may read the answers",
      value("* or an origin such as https://newsroom.example", origin) { $1.corsOrigin = $0 }),
    Setting(
      "--log-format", "LOG_FORMAT", "FORMAT", default: "text on a terminal, else json",
      "how a request is logged on standard output", choice { $1.logFormat = $0 }),
    Setting(
      "--log-level", "LOG_LEVEL", "LEVEL", default: "info",
      "info logs every request, warning the 4xx and 5xx, error the 5xx", choice { $1.logLevel = $0 }),
    Setting(
      "--format", nil, "FORMAT", default: "table", "how check prints what it understood",
      choice { $1.checkFormat = $0 }),
    Setting(
      "--check-config", nil, nil, default: "", "say whether the settings are right, then end",
      value("no value", { $0 }) { $1.onlyChecksConfiguration = $0.isEmpty }),
  ]

  private static func value<Meaning>(
    _ allowed: String, _ read: @escaping @Sendable (String) -> Meaning?,
    _ set: @escaping @Sendable (Meaning, inout Configuration) -> Void
  ) -> Value {
    Value(allowed: allowed) { text, configuration in
      guard let meaning = read(text) else { return false }
      set(meaning, &configuration)
      return true
    }
  }

  private static func number(
    _ range: ClosedRange<Int>, _ set: @escaping @Sendable (Int, inout Configuration) -> Void
  ) -> Value {
    value("a number from \(range.lowerBound) to \(range.upperBound)", { number($0, in: range) }, set)
  }

  private static func choice<Choice: CaseIterable & RawRepresentable<String> & Sendable>(
    _ set: @escaping @Sendable (Choice, inout Configuration) -> Void
  ) -> Value {
    let names = Choice.allCases.map(\.rawValue)
    let allowed = names.dropLast().joined(separator: ", ") + " or " + names.suffix(1).joined()
    return value(allowed, { Choice(rawValue: $0) }, set)
  }

  /// The number that digits alone write, if it is in range.
  private static func number(_ text: String, in range: ClosedRange<Int>) -> Int? {
    guard text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }), let number = Int(text) else {
      return nil
    }
    return range.contains(number) ? number : nil
  }

  private static func addresses(_ text: String) -> [String]? {
    let hosts = text.split(separator: ",").map(String.init)
    return !hosts.isEmpty && hosts.allSatisfy { SocketAddress($0, port: 0) != nil } ? hosts : nil
  }

  private static func origin(_ text: String) -> String? {
    text == "*" || text.contains("://") && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? text : nil
  }
}
