import Testing

@testable import newsdesk

@Suite struct ConfigurationTests {
  @Test func `nothing said means serving the seeds folder on port 8080 of this machine`() throws {
    let invocation = try Configuration.read(arguments: [], environment: [:])
    #expect(invocation.command == .serve)
    #expect(invocation.configuration == Configuration())
  }

  @Test func `a flag wins over its variable and the variable over the default`() throws {
    let environment = ["PORT": "9000", "SEEDS_DIR": "pages", "THREADS": ""]
    #expect(try Configuration.read(arguments: [], environment: environment).configuration.port == 9000)
    let both = try Configuration.read(arguments: ["--port", "9001", "--seeds=more"], environment: environment)
    #expect(both.configuration.port == 9001)
    #expect(both.configuration.seeds == "more")
    #expect(both.configuration.threads == nil, "an empty variable counts as unset")
  }

  @Test func `every setting is understood as flag and as variable`() throws {
    for (flag, value) in [
      ("--seeds", "pages"), ("--host", "::"), ("--port", "0"), ("--threads", "2"), ("--max-connections", "100"),
      ("--idle-timeout", "5"), ("--shutdown-grace", "0"), ("--drain-delay", "1"), ("--watch", "3"),
      ("--cors-origin", "https://a.example"),
      ("--log-format", "text"), ("--log-level", "error"), ("--format", "json"),
    ] {
      let fromFlag = try Configuration.read(arguments: [flag, value], environment: [:]).configuration
      #expect(fromFlag != Configuration(), "\(flag) changes something")
      let setting = try #require(Setting.all.first { $0.flag == flag })
      guard let variable = setting.variable else { continue }
      #expect(
        try Configuration.read(arguments: [], environment: [variable: value]).configuration == fromFlag, "\(variable)")
    }
  }

  @Test func `a value that cannot be used is refused with what would be right`() {
    for (arguments, name) in [
      (["--port", "65536"], "--port"), (["--port", "-1"], "--port"), (["--port", "+5"], "--port"),
      (["--port", "http"], "--port"),
      (["--port"], "--port"), (["--host", "localhost"], "--host"), (["--host", ""], "--host"),
      (["--threads", "0"], "--threads"),
      (["--idle-timeout", "0"], "--idle-timeout"), (["--idle-timeout", "99999999999999999999"], "--idle-timeout"),
      (["--watch", "0"], "--watch"), (["--log-format", "xml"], "--log-format"),
      (["--log-level", "loud"], "--log-level"),
      (["--cors-origin", "a b"], "--cors-origin"), (["--format", "yaml"], "--format"), (["--prot", "1"], "--prot"),
      (["--check-config=yes"], "--check-config"), (["serv"], "serv"), (["export"], "export"),
      (["check", "a", "b"], "b"),
    ] {
      do {
        _ = try Configuration.read(arguments: arguments, environment: [:])
        Issue.record("\(arguments) was accepted")
      } catch {
        #expect(error.name == name, "\(arguments)")
        #expect(error.description.contains("expected"), "\(error.description)")
      }
    }
  }

  @Test func `a variable with a wrong value is named by the error`() {
    do {
      _ = try Configuration.read(arguments: [], environment: ["PORT": "eighty"])
      Issue.record("PORT=eighty was accepted")
    } catch {
      #expect(error == ConfigurationError(name: "PORT", value: "eighty", allowed: "a number from 0 to 65535"))
    }
  }

  @Test func `help is printed whatever is set`() throws {
    for arguments in [["help"], ["--help"], ["-h"], ["--port", "x", "help"]] {
      #expect(try Configuration.read(arguments: arguments, environment: ["PORT": "eighty"]).command == .help)
    }
  }

  @Test func `commands are understood wherever the flags stand`() throws {
    for (arguments, command) in [
      (["serve"], Command.serve), (["check"], .check), (["export", "out"], .export(folder: "out")),
      (["check", "pages"], .check),

      (["healthcheck"], .healthcheck), (["version"], .version), (["--version"], .version), (["help"], .help),
      (["-h"], .help),
      (["--port", "1", "healthcheck"], .healthcheck), (["healthcheck", "--port", "1"], .healthcheck),
    ] {
      #expect(try Configuration.read(arguments: arguments, environment: [:]).command == command, "\(arguments)")
    }
    #expect(try Configuration.read(arguments: ["check", "pages"], environment: [:]).configuration.seeds == "pages")
  }

  @Test func `the help names every flag, variable and command`() {
    for setting in Setting.all {
      #expect(Command.usage.contains("  " + setting.flag))
      if let variable = setting.variable { #expect(Command.usage.contains(variable)) }
    }
    for command in ["serve", "check", "export", "healthcheck", "version", "help"] {
      #expect(Command.usage.contains("\n  \(command)"))
    }
  }
}
