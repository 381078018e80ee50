import CLinux
import Dispatch
import HTTP
import HTTPServer
import NewsAPI
import NewsArchive
import Synchronization

/// `serve`: binds first, so that a busy port is known at once; then loads; then serves until a signal.
///
/// The main thread runs the server. Everything that changes the archive happens on one queue, so a reload never meets
/// another one, and requests never wait for it: they go on reading the archive they have.
final class Service: Sendable {
  private struct State {
    var archive: Archive?
    /// What has been seen of the folder since.
    var watcher: SeedWatcher?
    var isEnding = false
    /// What the process ends with.
    var code = ExitCode.success
  }

  private let configuration: Configuration
  private let log: Log
  private let api: API
  private let server: Server
  /// How many cores there are for all that it does.
  private let cores: Int
  private let counts: Counts
  private let state = Mutex(State())
  private let loading = DispatchQueue(label: "newsdesk.loading")
  private let signals = DispatchQueue(label: "newsdesk.signals")

  /// Serves until the end, and says how it ended.
  static func run(_ configuration: Configuration) -> ExitCode {
    let log = Log(configuration)
    if let shortage = ProcessLimits.shortage {
      log.say(.error, shortage)
      return .osError
    }
    do throws(SocketError) {
      return try Service(configuration, log).run()
    } catch {
      log.say(.error, "\(error.description); choose another with --host and --port, or end what listens there")
      switch error.reason {
      case .addressInUse, .addressNotAvailable: return .unavailable
      case .permissionDenied: return .noPermission
      case .other: return .osError
      }
    }
  }

  private init(_ configuration: Configuration, _ log: Log) throws(SocketError) {
    self.configuration = configuration
    self.log = log
    let counts = Counts()
    let api = API(version: Newsdesk.version, corsOrigin: configuration.corsOrigin, metrics: { counts.text })
    var settings = ServerConfiguration(handler: api.handler, refusal: api.refusal)
    settings.addresses = configuration.hosts.compactMap { SocketAddress($0, port: configuration.port) }
    if let threads = configuration.threads { settings.threads = threads }
    if let maxConnections = configuration.maxConnections { settings.maxConnections = maxConnections }
    settings.limits.idleTimeout = configuration.idleTimeout
    settings.accessLog = log.format
    settings.leastLoggedStatus = configuration.logLevel.leastStatus
    settings.metrics = counts.server
    self.api = api
    self.counts = counts
    cores = settings.threads
    server = try Server(settings)
  }

  private func run() throws(SocketError) -> ExitCode {
    let signals = [
      listening(to: SIGTERM) { [self] in terminate() }, listening(to: SIGINT) { [self] in terminate() },
      listening(to: SIGHUP) { [self] in loading.async { [self] in load() } },
    ]
    loading.async { [self] in load() }
    let watch = configuration.watchInterval.map(watching)
    if let limit = server.shortenedBacklog {
      log.say(.warning, "the system lets only \(limit) connections wait to be accepted (net.core.somaxconn)")
    }
    try server.run()
    return withExtendedLifetime((signals, watch)) { state.withLock { $0.code } }
  }

  /// Takes a signal by Dispatch, so that no code runs inside a signal handler. To be called before the first thread starts: a
  /// signal in between would end the process.
  private func listening(to number: Int32, _ action: @escaping @Sendable () -> Void) -> any DispatchSourceSignal {
    // Dispatch only hears a signal whose default action is off.
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: signals)
    source.setEventHandler(handler: action)
    source.activate()
    return source
  }

  /// A timer that looks at the folder again and again.
  private func watching(every interval: Duration) -> any DispatchSourceTimer {
    let timer = DispatchSource.makeTimerSource(queue: loading)
    let seconds = Int(interval.components.seconds)
    timer.schedule(deadline: .now() + .seconds(seconds), repeating: .seconds(seconds))
    timer.setEventHandler { [self] in look() }
    timer.activate()
    return timer
  }

  /// Reads the folder as it is now.
  private func load() {
    serve { () throws(SeedDirectoryError) in try SeedDirectory(at: configuration.seeds) }
  }

  /// Reads the folder if it has changed since and its files have come to rest.
  private func look() {
    serve { () throws(SeedDirectoryError) in
      // Only this queue touches the watcher, so nothing is lost between taking and putting it back.
      var watcher = state.withLock { $0.watcher }
      defer { state.withLock { $0.watcher = watcher } }
      return try watcher?.look()
    }
  }

  /// Serves what `find` finds, if it finds anything. If it fails, the archive before goes on being served; without one the process ends.
  private func serve(_ find: () throws(SeedDirectoryError) -> SeedDirectory?) {
    let previous = state.withLock { $0.archive }
    do throws(SeedDirectoryError) {
      guard let directory = try find() else { return }
      // Those who ask come first, and find a core that nothing else is done on; before the first archive nobody can.
      if previous != nil { threadPriority = 10 }
      workerLimit = previous == nil ? cores : cores - 1
      let archive = Archive.load(
        directory, version: Newsdesk.version, reusing: previous,
        progress: { [api, log] fraction in
          guard previous == nil else { return }
          // The search index and the tables are made behind it.
          api.loading(0.7 * fraction)
          log.progress("loading", 0.7 * fraction)
        })
      let retired = api.serve(archive)
      returnFreedMemory()
      state.withLock { state in
        state.archive = archive
        state.watcher?.served(archive)
        if state.watcher == nil, configuration.watchInterval != nil {
          state.watcher = SeedWatcher(folder: configuration.seeds, serving: archive)
        }
      }
      if previous != nil { counts.countReload(succeeded: true) }
      announce(archive, isFirst: previous == nil)
      tidy(previous, retired)
    } catch {
      guard previous != nil else {
        log.say(.error, error.description)
        state.withLock { $0.code = .noInput }
        return server.stop()
      }
      counts.countReload(succeeded: false)
      api.reloadFailed(error.description)
      log.say(.error, "reload failed, the pages loaded before are still served: \(error.description)")
    }
  }

  /// Takes down what was served before, once no answer needs it any more: here, where nobody waits, and not on the
  /// event loop that happens to finish last.
  private func tidy(_ previous: Archive?, _ retired: Generation?) {
    loading.asyncAfter(deadline: .now() + .seconds(1)) { withExtendedLifetime((previous, retired)) {} }
    loading.asyncAfter(deadline: .now() + .seconds(2)) { [self] in returnFreedMemory() }
  }

  /// Loading needs twice the memory that serving does; the C library would keep it for another time.
  private func returnFreedMemory() {
    #if canImport(Glibc)
      malloc_trim(0)
    #endif
  }

  private func announce(_ archive: Archive, isFirst: Bool) {
    for source in archive.sources {
      if case .failure(let error) = source.outcome {
        log.say(
          .warning, "\(source.name).txt:\(error.line): rejected, expected \(error.expected); found \(error.found)")
      }
    }
    let addresses = server.addresses.map { "http://\($0)" }.joined(separator: " and ")
    log.say(
      .info,
      "newsdesk \(Newsdesk.version) \(isFirst ? "serves" : "reloaded and serves") \(configuration.seeds) on \(addresses): "
        + "\(archive.sources.count) pages (\(archive.sources.count { $0.page == nil }) rejected), "
        + "\(archive.articles.count) articles, \(archive.teasers.count) teasers; dataset \(archive.dataset)")
  }

  /// The first time: finish what is under way, then end. The second time: end now.
  private func terminate() {
    let isSecond = state.withLock { state in
      defer { state.isEnding = true }
      return state.isEnding
    }
    if isSecond { exit(ExitCode.interrupted.rawValue) }
    log.say(.info, "ending: answers under way have \(configuration.shutdownGrace) to finish")
    api.drain()
    server.drain(delay: configuration.drainDelay, grace: configuration.drainDelay + configuration.shutdownGrace)
  }
}
