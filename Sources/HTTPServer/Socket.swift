import HTTP

/// What a kernel call on a socket came to, in the few outcomes a loop acts on: the one place that reads error numbers.
enum Socket {
  enum Transfer {
    /// So many bytes were received, or all was sent.
    case done(Int)
    /// Nothing is there yet, or the kernel takes no more for now.
    case wait
    /// The connection is gone, or its peer has ended its sending half: what it asked for is answered then, and what it only
    /// began to ask for it will not end.
    case over
  }

  enum Acceptance {
    case connection(Int32, SocketAddress?)
    /// Nobody waits.
    case wait
    /// That connection failed; the next may not.
    case retry
    /// No descriptor or memory is free.
    case exhausted
    /// The listener itself is broken.
    case failure
  }

  /// Buffers in one call to the kernel.
  private static let vectorLimit = 64

  /// A stream socket, which waits, and which no program started from here inherits.
  static func make(for address: SocketAddress) throws(SocketError) -> Int32 {
    #if os(Linux)
      let type = Int32(SOCK_STREAM.rawValue)
    #else
      let type = SOCK_STREAM
    #endif
    let descriptor = socket(address.family, type, 0)
    guard descriptor >= 0 else { throw SocketError(.socket, code: errno, address: address) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }

  static func receive(from descriptor: Int32, into buffer: inout [UInt8], _ kernel: Kernel) -> Transfer {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe kernel.receive(descriptor, $0) }
      if count > 0 { return .done(count) }
      switch Int32(clamping: -count) {
      case EINTR: continue
      case EAGAIN, EWOULDBLOCK: return .wait
      default: return .over
      }
    }
  }

  /// Sends all of `output` that the kernel takes, in one call as long as it takes all it is given.
  static func send(_ output: inout Output, to descriptor: Int32, _ kernel: Kernel) -> Transfer {
    let total = output.count
    while !output.isEmpty {
      let count = unsafe withUnsafeTemporaryAllocation(of: iovec.self, capacity: vectorLimit) { vectors in
        unsafe send(output, from: 0, to: descriptor, in: vectors, kernel)
      }
      if count > 0 {
        output.sent(count)
        continue
      }
      switch Int32(clamping: -count) {
      case EINTR: continue
      case 0, EAGAIN, EWOULDBLOCK: return .wait
      default: return .over
      }
    }
    return .done(total)
  }

  /// Opens one piece inside the other, since an array's bytes are promised to stay put only while they are open, then sends them.
  private static func send(
    _ output: Output, from index: Int, to descriptor: Int32, in vectors: UnsafeMutableBufferPointer<iovec>,
    _ kernel: Kernel
  ) -> Int {
    guard index < min(output.pieceCount, vectorLimit) else {
      return unsafe kernel.send(descriptor, .init(rebasing: vectors[..<index]))
    }
    var sent = 0
    unsafe output.withUnsafeBytes(ofPiece: index) { bytes in
      unsafe vectors[index] = iovec(iov_base: .init(mutating: bytes.baseAddress), iov_len: bytes.count)
      sent = unsafe send(output, from: index + 1, to: descriptor, in: vectors, kernel)
    }
    return sent
  }

  static func accept(from listener: Int32, _ kernel: Kernel) -> Acceptance {
    let (descriptor, peer) = kernel.accept(listener)
    if descriptor >= 0 { return .connection(descriptor, peer) }
    switch -descriptor {
    case EAGAIN, EWOULDBLOCK: return .wait
    case EMFILE, ENFILE, ENOBUFS, ENOMEM: return .exhausted
    case EBADF, EINVAL, ENOTSOCK, EOPNOTSUPP, EFAULT: return .failure
    default: return .retry
    }
  }
}
