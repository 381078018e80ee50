/// The program: understands its command line, does what it says, ends with a code that tells how that went.
@main
enum Newsdesk {
  /// The program's version; part of every dataset's name.
  static let version = "1.3.1"

  static func main() {
    // A reader that is gone, or a file that reaches the size limit, is an error of that write, not the process's end.
    for number in [SIGPIPE, SIGXFSZ] { _ = signal(number, SIG_IGN) }
    let code = run(Array(CommandLine.arguments.dropFirst()), environment: environment)
    exit(code.rawValue)
  }

  /// The settings' variables that are set. Foundation knows them too, and is half of a static binary.
  private static var environment: [String: String] {
    Setting.all.compactMap(\.variable).reduce(into: [:]) { environment, variable in
      environment[variable] = unsafe getenv(variable).map { unsafe String(cString: $0) }
    }
  }

  private static func run(_ arguments: [String], environment: [String: String]) -> ExitCode {
    do throws(ConfigurationError) {
      let (command, configuration) = try Configuration.read(arguments: arguments, environment: environment)
      if configuration.onlyChecksConfiguration {
        Log.put("the settings are right\n", to: STDOUT_FILENO)
        return .success
      }
      switch command {
      case .serve: return Service.run(configuration)
      case .check: return Check.run(configuration)
      case .export(let folder): return Export.run(configuration, to: folder)
      case .healthcheck: return Healthcheck.run(configuration)
      case .version: Log.put("newsdesk \(version)\n", to: STDOUT_FILENO)
      case .help: Log.put(Command.usage + "\n", to: STDOUT_FILENO)
      }
      return .success
    } catch {
      Log.put("newsdesk: \(error.description)\n\"newsdesk help\" lists commands and settings\n")
      return .usage
    }
  }
}
