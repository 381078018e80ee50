/// What the program is asked to do.
enum Command: Equatable {
  case serve
  case check
  case export(folder: String)
  case healthcheck
  case version
  case help

  /// Understands the words of a command line that are no flags; none at all means `serve`.
  ///
  /// `check DIR` names the folder the way `--seeds` does.
  init(words: [String], configuration: inout Configuration) throws(ConfigurationError) {
    var words = words[...]
    switch words.popFirst() {
    case nil, "serve": self = .serve
    case "check":
      if let folder = words.popFirst() { configuration.seeds = folder }
      self = .check
    case "export":
      guard let folder = words.popFirst() else {
        throw ConfigurationError(
          name: "export", value: nil, allowed: "the folder to write to: newsdesk export DIR")
      }
      self = .export(folder: folder)
    case "healthcheck": self = .healthcheck
    case "version": self = .version
    case "help": self = .help
    case .some(let word):
      throw ConfigurationError(
        name: word, value: nil, allowed: "a command: serve, check, export, healthcheck, version or help")
    }
    if let extra = words.first { throw ConfigurationError(name: extra, value: nil, allowed: "nothing more") }
  }

  static var usage: String {
    let settings = Setting.all.map { setting in
      let flag = "\(setting.flag)\(setting.placeholder.map { " " + $0 } ?? "")"
      let details = [setting.variable ?? "", setting.defaultText.isEmpty ? "" : "default: \(setting.defaultText)"]
      return """
          \(flag.padded(to: 26))\(setting.meaning)
          \("".padded(to: 26))\(details.filter { !$0.isEmpty }.joined(separator: ", "))
        """
    }
    return """
      newsdesk turns a folder of news pages into a JSON API; every derived fact carries the sentence that proves it.

      usage: newsdesk [COMMAND] [FLAG ...]

      commands
        serve                     answer over HTTP (what happens without a command)
        check [DIR]               print what is understood of each page; 65 if any is rejected
        export DIR                write every answer of the API as a file, for a bucket or CDN
        healthcheck               ask the server on this machine whether it is ready; 0 if so
        version                   print the version
        help                      print this

      settings: flag, then environment variable, then default
      \(settings.joined(separator: "\n"))

      signals: SIGTERM and SIGINT finish what is under way and end, a second one ends at once; SIGHUP reads the folder again
      """
  }
}

extension String {
  /// The text with blanks behind it up to `width` characters.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
