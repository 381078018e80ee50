import HTTPServer

/// What the operator asked for: flag, then environment, then default; validated once, trusted after.
struct Configuration: Equatable {
  var seeds = "seeds"
  /// Numeric addresses to listen on, one or more.
  var hosts = ["127.0.0.1", "::1"]
  /// 0 lets the system choose.
  var port: UInt16 = 8080
  /// Event loops, and cores that load; nil: the cores that affinity and the control group's quota allow.
  var threads: Int?
  /// Connections at a time; nil: what the descriptor limit allows.
  var maxConnections: Int?
  var idleTimeout = Duration.seconds(75)
  var shutdownGrace = Duration.seconds(20)
  var drainDelay = Duration.zero
  /// How often the folder is looked at; nil: only on SIGHUP.
  var watchInterval: Duration?
  var corsOrigin = "*"
  /// Nil: text on a terminal, JSON elsewhere.
  var logFormat: ServerConfiguration.LogFormat?
  var logLevel = Log.Level.info
  var checkFormat = CheckFormat.table
  var onlyChecksConfiguration = false

  enum CheckFormat: String, CaseIterable { case table, json }
}

/// A flag, variable or command that cannot be used. Shown as one line, then the usage.
struct ConfigurationError: Error, Equatable {
  /// `--port`, `PORT` or the word itself.
  let name: String
  /// What was given; nil where nothing was.
  let value: String?
  /// What would be right, to follow "expected".
  let allowed: String

  var description: String {
    value.map { "\(name): \"\($0)\" is not usable; expected \(allowed)" } ?? "\(name): expected \(allowed)"
  }
}

extension Configuration {
  /// Reads the words behind the program's name, and the environment.
  ///
  /// A flag wins over its variable; an empty variable counts as unset. What asks for help gets it, whatever the settings are.
  static func read(
    arguments: [String], environment: [String: String]
  ) throws(ConfigurationError) -> (command: Command, configuration: Configuration) {
    var configuration = Configuration()
    var given: [(setting: Setting, value: String, name: String)] = Setting.all.compactMap { setting in
      guard let variable = setting.variable, let value = environment[variable], !value.isEmpty else { return nil }
      return (setting, value, variable)
    }
    var words: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("-"), argument.count > 1 else {
        words.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let flag = String(parts[0])
      if flag == "--help" || flag == "-h" { return (.help, configuration) }
      if flag == "--version" { return (.version, configuration) }
      guard let setting = Setting.all.first(where: { $0.flag == flag }) else {
        throw ConfigurationError(
          name: flag, value: nil, allowed: "one of " + Setting.all.map(\.flag).joined(separator: " "))
      }
      var value = parts.count > 1 ? String(parts[1]) : nil
      if value == nil, setting.placeholder != nil { value = rest.popFirst() }
      if setting.placeholder == nil, value != nil {
        throw ConfigurationError(name: flag, value: value, allowed: "no value")
      }
      given.append((setting, value ?? "", flag))
    }
    if words == ["help"] { return (.help, configuration) }
    for (setting, value, name) in given where !setting.value.set(value, &configuration) {
      throw ConfigurationError(name: name, value: value, allowed: setting.value.allowed)
    }
    let command = try Command(words: words, configuration: &configuration)
    return (command, configuration)
  }
}
