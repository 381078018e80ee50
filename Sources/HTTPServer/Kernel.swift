#if os(Linux)
  import CLinux
#endif
import HTTP

/// The calls a running loop makes to the kernel, as values, so that a test can answer them with short counts and errors.
///
/// Each returns what the call returns, or the negated `errno`.
@safe struct Kernel: Sendable {
  /// The next connection waiting at a listener: non-blocking, closed on exec.
  var accept: @Sendable (_ listener: Int32) -> (descriptor: Int32, peer: SocketAddress?)
  /// Bytes that have arrived; 0 at the end of the peer's sending.
  var receive: @Sendable (_ descriptor: Int32, UnsafeMutableRawBufferPointer) -> Int
  /// Hands bytes over in one call; how many were taken.
  var send: @Sendable (_ descriptor: Int32, UnsafeMutableBufferPointer<iovec>) -> Int
  /// Ends the sending half.
  var finishSending: @Sendable (_ descriptor: Int32) -> Void
  /// Gives the descriptor back. Never repeated: after EINTR it is gone all the same.
  var release: @Sendable (_ descriptor: Int32) -> Void
  /// Opens a descriptor for nothing but to have one to give up when all others are taken.
  var openSpare: @Sendable () -> Int32
  /// Waits for readiness, for `Poller+Poll`.
  var waitForReadiness: @Sendable (UnsafeMutableBufferPointer<pollfd>, _ milliseconds: Int32) -> Int32
  /// Nanoseconds on a clock that never jumps.
  var nanoseconds: @Sendable () -> Int64
  /// Seconds since 1970 on the wall's clock.
  var unixSeconds: @Sendable () -> Int64

  var now: Instant { Instant(nanoseconds: nanoseconds(), unixSeconds: unixSeconds()) }
}

extension Kernel {
  /// The machine's own.
  static let system = unsafe Kernel(
    accept: { listener in
      var storage = sockaddr_storage()
      var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
      let descriptor = unsafe withUnsafeMutablePointer(to: &storage) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address -> Int32 in
          #if os(Linux)
            let flags = Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
            let descriptor = unsafe accept4(listener, address, &length, flags)
            return descriptor < 0 ? -errno : descriptor
          #else
            let descriptor = unsafe Darwin.accept(listener, address, &length)
            guard descriptor >= 0 else { return -errno }
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            return descriptor
          #endif
        }
      }
      return (descriptor, descriptor < 0 ? nil : SocketAddress(storage))
    },
    receive: { descriptor, buffer in
      let count = unsafe recv(descriptor, buffer.baseAddress, buffer.count, 0)
      return count < 0 ? -Int(errno) : count
    },
    send: { descriptor, vectors in
      var message = unsafe msghdr()
      unsafe message.msg_iov = vectors.baseAddress
      unsafe message.msg_iovlen = .init(vectors.count)
      #if os(Linux)
        let flags = Int32(MSG_NOSIGNAL)
      #else
        let flags: Int32 = 0
      #endif
      let count = unsafe sendmsg(descriptor, &message, flags)
      return count < 0 ? -Int(errno) : count
    },
    finishSending: { descriptor in
      #if os(Linux)
        _ = shutdown(descriptor, Int32(SHUT_WR))
      #else
        _ = shutdown(descriptor, SHUT_WR)
      #endif
    },
    release: { descriptor in _ = close(descriptor) },
    openSpare: {
      let descriptor = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
      return descriptor < 0 ? -errno : descriptor
    },
    waitForReadiness: { entries, milliseconds in
      let count = unsafe poll(entries.baseAddress, nfds_t(entries.count), milliseconds)
      return count < 0 ? -errno : count
    },
    nanoseconds: {
      var time = timespec()
      _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
      return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    },
    unixSeconds: { Int64(time(nil)) })
}

extension Kernel {
  /// Whether the descriptor is ready for that (`POLLIN`, `POLLOUT`) within so long; -1 waits for ever.
  static func waits(for events: Int32, at descriptor: Int32, milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(truncatingIfNeeded: events), revents: 0)
    return unsafe poll(&entry, 1, milliseconds) > 0
  }

  /// Writes to a pipe or file; how many bytes were taken, or the negated `errno`.
  static func put(_ bytes: ArraySlice<UInt8>, into descriptor: Int32) -> Int {
    let count = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    return count < 0 ? -Int(errno) : count
  }
}
