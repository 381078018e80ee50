#if os(Linux)
  import CLinux
#endif

extension ServerConfiguration {
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
}
