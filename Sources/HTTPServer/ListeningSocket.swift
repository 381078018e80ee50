/// A bound socket that connections wait at. All loops accept from it.
struct ListeningSocket: Sendable {
  /// Connections that may wait to be accepted; the kernel cuts it to `somaxconn` without a word.
  static let backlog: Int32 = 4_096

  let descriptor: Int32
  /// The address with its real port.
  let address: SocketAddress

  init(descriptor: Int32, address: SocketAddress = .loopback(port: 0)) {
    self.descriptor = descriptor
    self.address = address
  }

  /// Binds to the first address, which must succeed, and to the further ones whose family is there.
  static func open(_ addresses: [SocketAddress]) throws(SocketError) -> [ListeningSocket] {
    var sockets: [ListeningSocket] = []
    for address in addresses {
      let port = address.port == 0 ? sockets.first?.address.port ?? 0 : address.port
      do throws(SocketError) {
        sockets.append(try openOrFallBack(address.with(port: port)))
      } catch {
        if !sockets.isEmpty, error.reason == .addressNotAvailable { continue }
        for socket in sockets { socket.close() }
        throw error
      }
    }
    return sockets
  }

  private static func openOrFallBack(_ address: SocketAddress) throws(SocketError) -> ListeningSocket {
    do throws(SocketError) {
      return try ListeningSocket(address)
    } catch {
      guard let fallback = address.fallback, error.reason == .addressNotAvailable else { throw error }
      return try ListeningSocket(fallback)
    }
  }

  private init(_ address: SocketAddress) throws(SocketError) {
    let descriptor = try Socket.make(for: address)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    // A restart must not wait for old connections' TIME_WAIT. SO_REUSEPORT is left out on purpose: it would let
    // two servers share a port without a word, and drop what waits at a closed one.
    Self.set(SO_REUSEADDR, at: SOL_SOCKET, of: descriptor)
    // Accepted sockets inherit it, so that it costs no call for each of them.
    Self.set(TCP_NODELAY, at: Int32(IPPROTO_TCP), of: descriptor)
    if address.family == AF_INET6 {
      // `::` takes IPv4 too, whatever the machine's default; a certain address never does.
      Self.set(IPV6_V6ONLY, at: Int32(IPPROTO_IPV6), of: descriptor, to: address.fallback == nil ? 1 : 0)
    }
    let bound = unsafe address.withSocketAddress { pointer, length in
      unsafe bind(descriptor, pointer, length) < 0 ? errno : 0
    }
    guard bound == 0 else {
      Kernel.system.release(descriptor)
      throw SocketError(.bind, code: bound, address: address)
    }
    guard listen(descriptor, Self.backlog) == 0 else {
      let code = errno
      Kernel.system.release(descriptor)
      throw SocketError(.listen, code: code, address: address)
    }
    self.init(descriptor: descriptor, address: Self.name(of: descriptor) ?? address)
  }

  func close() { Kernel.system.release(descriptor) }

  private static func set(_ option: Int32, at level: Int32, of descriptor: Int32, to value: Int32 = 1) {
    var value = value
    _ = unsafe setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
  }

  /// The address the kernel gave the socket.
  private static func name(of descriptor: Int32) -> SocketAddress? {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let result = unsafe withUnsafeMutablePointer(to: &storage) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe getsockname(descriptor, $0, &length) }
    }
    return result == 0 ? SocketAddress(storage) : nil
  }
}
