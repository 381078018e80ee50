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
  /// What values are right, to follow "expected".
  let allowed: String
  /// Sets the value; false if it is not one of those.
  let set: @Sendable (String, inout Configuration) -> Bool

  func apply(_ value: String, named name: String, to configuration: inout Configuration) throws(ConfigurationError) {
    guard set(value, &configuration) else { throw ConfigurationError(name: name, value: value, allowed: allowed) }
  }
}

extension Setting {
  static let all: [Setting] = [
    Setting(
      flag: "--seeds", variable: "SEEDS_DIR", placeholder: "DIR", defaultText: "seeds",
      meaning: "folder of pages (*.txt, sub-folders too)", allowed: "the path of a folder"
    ) { value, configuration in
      configuration.seeds = value
      return !value.isEmpty
    },
    Setting(
      flag: "--host", variable: "HOST", placeholder: "ADDRESS", defaultText: "127.0.0.1,::1",
      meaning: "numeric addresses to listen on; :: is every one",
      allowed: "numeric addresses such as 127.0.0.1 or ::, separated by commas"
    ) { value, configuration in
      configuration.hosts = value.split(separator: ",").map(String.init)
      return !configuration.hosts.isEmpty && configuration.hosts.allSatisfy { SocketAddress($0, port: 0) != nil }
    },
    .number(
      "--port", "PORT", "PORT", in: 0...65_535, defaultText: "8080",
      meaning: "port to listen on; 0 takes a free one and prints it"
    ) { $1.port = UInt16(clamping: $0) },
    .number(
      "--threads", "THREADS", "N", in: 1...256, defaultText: "the cores this process may use",
      meaning: "event loops, and cores that load pages; a reload leaves one to the answers"
    ) { $1.threads = $0 },
    .number(
      "--max-connections", "MAX_CONNECTIONS", "N", in: 1...1_000_000,
      defaultText: "16384, or what the descriptor limit allows",
      meaning: "connections at a time"
    ) { $1.maxConnections = $0 },
    .number(
      "--idle-timeout", "IDLE_TIMEOUT", "SECONDS", in: 1...86_400, defaultText: "75",
      meaning: "how long a connection may wait for its next request; keep it above the proxy's"
    ) { $1.idleTimeout = .seconds($0) },
    .number(
      "--shutdown-grace", "SHUTDOWN_GRACE", "SECONDS", in: 0...86_400, defaultText: "20",
      meaning: "how long answers under way may take after SIGTERM"
    ) { $1.shutdownGrace = .seconds($0) },
    .number(
      "--drain-delay", "DRAIN_DELAY", "SECONDS", in: 0...86_400, defaultText: "0",
      meaning: "how long to go on accepting after SIGTERM, while /readyz says 503"
    ) { $1.drainDelay = .seconds($0) },
    Setting(
      flag: "--watch", variable: "WATCH", placeholder: "SECONDS", defaultText: "off",
      meaning: "look for changed pages this often and reload; SIGHUP always reloads",
      allowed: "off or a number from 1 to 86400"
    ) { value, configuration in
      let seconds = number(value, in: 1...86_400)
      configuration.watchInterval = seconds.map { .seconds($0) }
      return value == "off" || seconds != nil
    },
    Setting(
      flag: "--cors-origin", variable: "CORS_ORIGIN", placeholder: "ORIGIN", defaultText: "*",
      meaning: "which web pages may read the answers", allowed: "* or an origin such as https://newsroom.example"
    ) { value, configuration in
      configuration.corsOrigin = value
      return value == "*" || value.contains("://") && value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    },
    .choice(
      "--log-format", "LOG_FORMAT", "FORMAT", defaultText: "text on a terminal, else json",
      meaning: "how a request is logged on standard output"
    ) { $1.logFormat = $0 },
    .choice(
      "--log-level", "LOG_LEVEL", "LEVEL", defaultText: "info",
      meaning: "info logs every request, warning the 4xx and 5xx, error the 5xx"
    ) { $1.logLevel = $0 },
    .choice("--format", nil, "FORMAT", defaultText: "table", meaning: "how check prints what it understood") {
      $1.checkFormat = $0
    },
    Setting(
      flag: "--check-config", variable: nil, placeholder: nil, defaultText: "",
      meaning: "say whether the settings are right, then end", allowed: "no value"
    ) { _, configuration in
      configuration.onlyChecksConfiguration = true
      return true
    },
  ]

  private static func number(
    _ flag: String, _ variable: String, _ placeholder: String, in range: ClosedRange<Int>, defaultText: String,
    meaning: String, set: @escaping @Sendable (Int, inout Configuration) -> Void
  ) -> Setting {
    Setting(
      flag: flag, variable: variable, placeholder: placeholder, defaultText: defaultText, meaning: meaning,
      allowed: "a number from \(range.lowerBound) to \(range.upperBound)"
    ) { value, configuration in
      guard let number = number(value, in: range) else { return false }
      set(number, &configuration)
      return true
    }
  }

  private static func choice<Choice: CaseIterable & RawRepresentable<String> & Sendable>(
    _ flag: String, _ variable: String?, _ placeholder: String, defaultText: String, meaning: String,
    set: @escaping @Sendable (Choice, inout Configuration) -> Void
  ) -> Setting {
    let names = Choice.allCases.map(\.rawValue)
    return Setting(
      flag: flag, variable: variable, placeholder: placeholder, defaultText: defaultText, meaning: meaning,
      allowed: names.dropLast().joined(separator: ", ") + " or " + names.suffix(1).joined()
    ) { value, configuration in
      guard let choice = Choice(rawValue: value) else { return false }
      set(choice, &configuration)
      return true
    }
  }

  /// The number that digits alone write, if it is in range.
  private static func number(_ text: String, in range: ClosedRange<Int>) -> Int? {
    guard text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }), let number = Int(text) else {
      return nil
    }
    return range.contains(number) ? number : nil
  }
}
