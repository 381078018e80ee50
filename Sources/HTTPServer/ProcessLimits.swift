/// What the system allows this process (`ulimit`).
public enum ProcessLimits {
  /// One sentence that says which limit is too low to serve; nil where all are high enough.
  ///
  /// With too little, Dispatch waits for more without a word or ends the process, so it is to be said before Dispatch starts.
  public static var shortage: String? {
    // The server raises the soft limit of descriptors to the hard one; nobody raises the other.
    if let most = limit(descriptors)?.rlim_max, most < 64 {
      return "only \(most) descriptors are allowed; expected at least 64 (ulimit -n)"
    }
    if let most = limit(addresses)?.rlim_cur, most < 268_435_456 {
      return "only \(most >> 20) MiB of address space are allowed; expected at least 256 (ulimit -v)"
    }
    return nil
  }

  /// Whether the system bounds how many addresses the process may have.
  static var boundsAddresses: Bool { limit(addresses).map { $0.rlim_cur != .max } ?? false }

  /// Raises the limit of descriptors to what it may be, 1,048,576 at most; the limit then.
  static func raiseDescriptors() -> Int {
    guard var raised = limit(descriptors) else { return 1_024 }
    raised.rlim_cur = min(raised.rlim_max, 1_048_576)
    _ = unsafe setrlimit(descriptors, &raised)
    return limit(descriptors).map { Int(clamping: $0.rlim_cur) } ?? 1_024
  }

  private static func limit(_ resource: Resource) -> rlimit? {
    var limit = rlimit()
    return unsafe getrlimit(resource, &limit) == 0 ? limit : nil
  }

  #if os(Linux)
    private typealias Resource = __rlimit_resource_t
    private static let descriptors = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    private static let addresses = __rlimit_resource_t(RLIMIT_AS.rawValue)
  #else
    private typealias Resource = Int32
    private static let descriptors = RLIMIT_NOFILE
    private static let addresses = RLIMIT_AS
  #endif
}
