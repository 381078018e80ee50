#if os(Linux)
  import CLinux
#endif

/// What the system allows this process: its limits (`ulimit`), affinity and control group.
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

  /// The threads that can run at once: the cores this process may use, cut to the cgroup's CPU quota, at least 1.
  ///
  /// The core count alone is the host's: a container allowed half a core would start a thread for each of 64.
  public static var availableThreads: Int {
    max(1, min(availableCores, readFile("/sys/fs/cgroup/cpu.max").flatMap(cores(ofQuota:)) ?? .max))
  }

  private static var availableCores: Int {
    #if os(Linux)
      // One bit for each core, room for 8,192 of them.
      var set = [UInt64](repeating: 0, count: 128)
      guard unsafe sched_getaffinity(0, UInt(set.count * 8), &set) >= 0 else { return 1 }
      return set.reduce(0) { $0 + $1.nonzeroBitCount }
    #else
      return Int(clamping: sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    #endif
  }

  /// The cores that a cgroup's `quota period` in microseconds amounts to, rounded up; nil for `max`.
  static func cores(ofQuota text: String) -> Int? {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\n" })
    guard words.count == 2, let quota = Int(words[0]), let period = Int(words[1]), quota > 0, period > 0 else {
      return nil
    }
    return quota / period + (quota % period == 0 ? 0 : 1)
  }

  /// The first 256 bytes of a small file of the kernel's.
  static func readFile(_ path: String) -> String? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { _ = close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = unsafe read(descriptor, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
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
