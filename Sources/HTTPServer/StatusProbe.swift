#if os(Linux)
  // Its headers bring in timeval too, and the compiler may take that one for the definition.
  import CLinux
#endif

/// Asks a server for one status line, blocking: what a container's health check needs and no more.
public enum StatusProbe {
  /// The status code that `GET path` is answered with; nil if the answer is no HTTP, ends early, or takes too long: for
  /// connecting, for sending and for each read `timeoutSeconds`.
  ///
  /// - Throws: `SocketError` where nothing listens or the system refuses a socket.
  public static func status(
    of path: String, at address: SocketAddress, timeoutSeconds: Int
  ) throws(SocketError) -> Int? {
    let descriptor = try Socket.make(for: address)
    defer { _ = close(descriptor) }
    var timeout = timeval(tv_sec: timeoutSeconds, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      _ = unsafe setsockopt(descriptor, SOL_SOCKET, option, &timeout, socklen_t(MemoryLayout<timeval>.size))
    }
    let failure = unsafe address.withSocketAddress { pointer, length in
      unsafe connect(descriptor, pointer, length) < 0 ? errno : 0
    }
    guard failure == 0 else { throw SocketError(.connect, code: failure, address: address) }
    let request = Array("GET \(path) HTTP/1.1\r\nHost: \(address)\r\nConnection: close\r\n\r\n".utf8)
    guard Kernel.put(request[...], into: descriptor) == request.count else { return nil }
    // "HTTP/1.1 200": the code is the bytes 9 to 11 of the answer, however they arrive.
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 512)
    while answer.count < 12 {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return nil }
      answer += buffer.prefix(count)
    }
    guard answer.starts(with: "HTTP/1.".utf8) else { return nil }
    return Int(String(decoding: answer[9..<12], as: UTF8.self))
  }
}
