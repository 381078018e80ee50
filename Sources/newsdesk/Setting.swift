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
    Setting(
      flag: "--port", variable: "PORT", placeholder: "PORT", defaultText: "8080",
      meaning: "port to listen on; 0 takes a free one and prints it", allowed: "a number from 0 to 65535"
    ) { value, configuration in
      guard let port = number(value, in: 0...65_535) else { return false }
      configuration.port = UInt16(port)
      return true
    },
    Setting(
      flag: "--threads", variable: "THREADS", placeholder: "N", defaultText: "the cores this process may use",
      meaning: "event loops", allowed: "a number from 1 to 256"
    ) { value, configuration in
      configuration.threads = number(value, in: 1...256)
      return configuration.threads != nil
    },
    Setting(
      flag: "--max-connections", variable: "MAX_CONNECTIONS", placeholder: "N",
      defaultText: "what the descriptor limit allows",
      meaning: "connections at a time", allowed: "a number from 1 to 1000000"
    ) { value, configuration in
      configuration.maxConnections = number(value, in: 1...1_000_000)
      return configuration.maxConnections != nil
    },
    Setting(
      flag: "--idle-timeout", variable: "IDLE_TIMEOUT", placeholder: "SECONDS", defaultText: "75",
      meaning: "how long a connection may wait for its next request; keep it above the proxy's", allowed: seconds
    ) { value, configuration in duration(value, at: \.idleTimeout, of: &configuration, in: 1...86_400) },
    Setting(
      flag: "--shutdown-grace", variable: "SHUTDOWN_GRACE", placeholder: "SECONDS", defaultText: "20",
      meaning: "how long answers under way may take after SIGTERM", allowed: seconds
    ) { value, configuration in duration(value, at: \.shutdownGrace, of: &configuration, in: 0...86_400) },
    Setting(
      flag: "--drain-delay", variable: "DRAIN_DELAY", placeholder: "SECONDS", defaultText: "0",
      meaning: "how long to go on accepting after SIGTERM, while /readyz says 503", allowed: seconds
    ) { value, configuration in duration(value, at: \.drainDelay, of: &configuration, in: 0...86_400) },
    Setting(
      flag: "--watch", variable: "WATCH", placeholder: "SECONDS", defaultText: "off",
      meaning: "look for changed pages this often and reload; SIGHUP always reloads", allowed: "off or " + seconds
    ) { value, configuration in
      if value == "off" {
        configuration.watchInterval = nil
        return true
      }
      guard let seconds = number(value, in: 1...86_400) else { return false }
      configuration.watchInterval = .seconds(seconds)
      return true
    },
    Setting(
      flag: "--cors-origin", variable: "CORS_ORIGIN", placeholder: "ORIGIN", defaultText: "*",
      meaning: "which web pages may read the answers", allowed: "* or an origin such as https://newsroom.example"
    ) { value, configuration in
      configuration.corsOrigin = value
      return value == "*" || value.contains("://") && value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    },
    Setting(
      flag: "--log-format", variable: "LOG_FORMAT", placeholder: "FORMAT", defaultText: "text on a terminal, else json",
      meaning: "how a request is logged on standard output", allowed: "json or text"
    ) { value, configuration in
      configuration.logFormat = Configuration.LogFormat(rawValue: value)
      return configuration.logFormat != nil
    },
    Setting(
      flag: "--log-level", variable: "LOG_LEVEL", placeholder: "LEVEL", defaultText: "info",
      meaning: "info logs every request, warning the 4xx and 5xx, error the 5xx", allowed: "info, warning or error"
    ) { value, configuration in
      guard let level = Configuration.LogLevel(rawValue: value) else { return false }
      configuration.logLevel = level
      return true
    },
    Setting(
      flag: "--format", variable: nil, placeholder: "FORMAT", defaultText: "table",
      meaning: "how check prints what it understood", allowed: "table or json"
    ) { value, configuration in
      guard let format = Configuration.CheckFormat(rawValue: value) else { return false }
      configuration.checkFormat = format
      return true
    },
    Setting(
      flag: "--check-config", variable: nil, placeholder: nil, defaultText: "",
      meaning: "say whether the settings are right, and what they are, then end", allowed: "no value"
    ) { _, configuration in
      configuration.onlyChecksConfiguration = true
      return true
    },
  ]

  private static let seconds = "a whole number of seconds"

  private static func number(_ text: String, in range: ClosedRange<Int>) -> Int? {
    guard text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }), let number = Int(text) else {
      return nil
    }
    return range.contains(number) ? number : nil
  }

  private static func duration(
    _ text: String, at setting: WritableKeyPath<Configuration, Duration>, of configuration: inout Configuration,
    in range: ClosedRange<Int>
  ) -> Bool {
    guard let seconds = number(text, in: range) else { return false }
    configuration[keyPath: setting] = .seconds(seconds)
    return true
  }
}
