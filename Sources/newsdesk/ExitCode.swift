/// What the process ends with: the codes of sysexits(3), so that scripts and schedulers can tell the reasons apart.
enum ExitCode: Int32 {
  /// All went well.
  case success = 0
  /// A flag, a variable or a command is wrong: put it right and start again.
  case usage = 64
  /// At least one seed file is rejected (`check`).
  case dataError = 65
  /// The seeds folder is missing, unreadable or holds no page.
  case noInput = 66
  /// The address is in use, or nothing healthy answers (`healthcheck`).
  case unavailable = 69
  /// The operating system refused something the program cannot do without.
  case osError = 71
  /// A file or folder cannot be written (`export`).
  case cannotCreate = 73
  /// A second signal ended it before the answers under way were finished.
  case interrupted = 75
  /// The system does not permit it: a port below 1024, say.
  case noPermission = 77
}
