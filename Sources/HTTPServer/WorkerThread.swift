/// A thread of the operating system: loops wait in the kernel, which a shared pool's threads must not.
struct WorkerThread: Sendable {
  /// Musl's default of 128 KB is too small for deep JSON.
  private static let stackSize = 1_048_576

  private final class Job: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private let identifier: pthread_t

  /// Starts a thread that runs `body` and ends.
  init(_ body: @escaping @Sendable () -> Void) throws(SocketError) {
    var attributes = pthread_attr_t()
    _ = unsafe pthread_attr_init(&attributes)
    defer { _ = unsafe pthread_attr_destroy(&attributes) }
    _ = unsafe pthread_attr_setstacksize(&attributes, Self.stackSize)
    let job = unsafe Unmanaged.passRetained(Job(body))
    #if canImport(Darwin)
      var identifier: pthread_t?
    #else
      var identifier = pthread_t()
    #endif
    let code = unsafe pthread_create(
      &identifier, &attributes,
      { argument in
        #if canImport(Darwin)
          let pointer = argument
        #else
          guard let pointer = unsafe argument else { return nil }
        #endif
        unsafe Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().body()
        return nil
      }, job.toOpaque())
    let started: pthread_t? = identifier
    guard code == 0, let started else {
      unsafe job.release()
      throw SocketError(.thread, code: code)
    }
    self.identifier = started
  }

  func join() { _ = pthread_join(identifier, nil) }
}
