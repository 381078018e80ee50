/// A bell between threads: a pipe, whose reading end a loop waits at beside its sockets.
final class Bell: Sendable {
  /// Readable while it rings.
  let descriptor: Int32
  private let writing: Int32

  init() throws(SocketError) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw SocketError(.pipe, code: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (descriptor, writing) = (ends[0], ends[1])
  }

  deinit {
    Kernel.system.release(descriptor)
    Kernel.system.release(writing)
  }

  /// Lets it ring, if it does not yet. A full pipe rings as well.
  func ring() { _ = Kernel.put([0], into: writing) }

  /// Ends the ringing.
  func silence() {
    var bytes = [UInt8](repeating: 0, count: 64)
    _ = unsafe read(descriptor, &bytes, bytes.count)
  }

  /// Waits until it rings, at most so long, and ends the ringing; -1 waits for ever.
  func wait(milliseconds: Int32 = -1) {
    _ = Kernel.waits(for: Int32(POLLIN), at: descriptor, milliseconds: milliseconds)
    silence()
  }
}
