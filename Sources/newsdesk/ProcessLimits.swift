/// What the system allows this process. With too little, Dispatch waits for more without a word or ends the process,
/// so it is said before Dispatch starts.
enum ProcessLimits {
  /// One sentence that says which limit is too low to serve; nil where all are high enough.
  static var shortage: String? {
    #if canImport(Glibc)
      // The server raises the soft limit of descriptors to the hard one; nobody raises the other.
      if let most = limit(RLIMIT_NOFILE)?.rlim_max, most < 64 {
        return "only \(most) descriptors are allowed; expected at least 64 (ulimit -n)"
      }
      if let most = limit(RLIMIT_AS)?.rlim_cur, most < 268_435_456 {
        return "only \(most >> 20) MiB of address space are allowed; expected at least 256 (ulimit -v)"
      }
    #endif
    return nil
  }

  #if canImport(Glibc)
    private static func limit(_ resource: __rlimit_resource) -> rlimit? {
      var limit = rlimit()
      return unsafe getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 ? limit : nil
    }
  #endif
}
