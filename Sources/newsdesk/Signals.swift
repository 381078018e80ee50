import Dispatch

/// The signals an operator sends, taken by Dispatch so that no code runs inside a signal handler.
///
/// As process 1 of a container the default action of a signal does not apply, so every one that is meant to work is
/// listed here. Must live as long as the signals are to be heard.
struct Signals {
  private let sources: [any DispatchSourceSignal]

  /// Calls `terminate` for each SIGTERM and SIGINT and `reload` for each SIGHUP, one at a time, on `queue`.
  ///
  /// To be called before the first thread starts: a signal in between would end the process.
  init(queue: DispatchQueue, terminate: @escaping @Sendable () -> Void, reload: @escaping @Sendable () -> Void) {
    sources = [(SIGTERM, terminate), (SIGINT, terminate), (SIGHUP, reload)].map { number, action in
      // Dispatch only hears a signal whose default action is off.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler(handler: action)
      source.activate()
      return source
    }
  }
}
