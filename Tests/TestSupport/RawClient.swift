#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A client that sends exactly the bytes it is told to, over a blocking socket whose every wait has an end.
public final class RawClient {
  /// What went wrong with the connection itself.
  public struct Failure: Error, CustomStringConvertible {
    /// The call.
    public let operation: String
    /// Its `errno`.
    public let code: Int32
    /// Both in words.
    public var description: String { "\(operation): errno \(code)" }
  }

  private let descriptor: Int32
  private var unread: [UInt8] = []

  /// Connects to 127.0.0.1, or ::1; no call waits longer than `seconds`.
  public init(port: UInt16, isIPv6: Bool = false, seconds: Int = 5) throws(Failure) {
    #if os(Linux)
      let type = Int32(SOCK_STREAM.rawValue)
    #else
      let type = SOCK_STREAM
    #endif
    descriptor = socket(isIPv6 ? AF_INET6 : AF_INET, type, 0)
    guard descriptor >= 0 else { throw Failure(operation: "socket", code: errno) }
    var time = timeval(tv_sec: seconds, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      _ = unsafe setsockopt(descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
    }
    let result: Int32
    if isIPv6 {
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = port.bigEndian
      address.sin6_addr = in6addr_loopback
      result = unsafe withUnsafePointer(to: &address) {
        unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in6>.size))
        }
      }
    } else {
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      result = unsafe withUnsafePointer(to: &address) {
        unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
    }
    guard result == 0 else {
      let code = errno
      _ = close(descriptor)
      throw Failure(operation: "connect", code: code)
    }
  }

  deinit { _ = close(descriptor) }

  /// Sends all bytes.
  public func send(_ bytes: [UInt8]) throws(Failure) {
    #if os(Linux)
      let flags = Int32(MSG_NOSIGNAL)
    #else
      let flags: Int32 = 0
    #endif
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes[sent...].withUnsafeBytes {
        unsafe Self.send(descriptor, $0.baseAddress, $0.count, flags)
      }
      guard count > 0 else { throw Failure(operation: "send", code: errno) }
      sent += count
    }
  }

  /// Sends text as UTF-8.
  public func send(_ text: String) throws(Failure) { try send(Array(text.utf8)) }

  /// Ends the sending half.
  public func finishSending() {
    #if os(Linux)
      _ = shutdown(descriptor, Int32(SHUT_WR))
    #else
      _ = shutdown(descriptor, SHUT_WR)
    #endif
  }

  /// Makes the close a reset, as a crashed peer's.
  public func resetOnClose() {
    var option = linger(l_onoff: 1, l_linger: 0)
    _ = unsafe setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
  }

  /// Lets the kernel keep only so many received bytes; to be called before they are sent.
  public func limitReceiveBuffer(to bytes: Int32) {
    var bytes = bytes
    _ = unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &bytes, socklen_t(MemoryLayout<Int32>.size))
  }

  /// What arrives next; empty at the end.
  public func receive() throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe recv(descriptor, &bytes, bytes.count, 0)
    guard count >= 0 else { throw Failure(operation: "recv", code: errno) }
    return Array(bytes.prefix(count))
  }

  /// Everything up to the end of the server's sending.
  public func receiveAll() throws(Failure) -> [UInt8] {
    var all = unread
    unread = []
    while true {
      let bytes = try receive()
      if bytes.isEmpty { return all }
      all += bytes
    }
  }

  /// The next response whole, `isHead` if it answers HEAD and so has no content; nil at the end.
  public func response(isHead: Bool = false) throws(Failure) -> RawResponse? {
    while true {
      if let (response, length) = RawResponse.parse(unread, isHead: isHead, isComplete: false) {
        unread.removeFirst(length)
        return response
      }
      let bytes = try receive()
      if bytes.isEmpty { return RawResponse.parse(unread, isHead: isHead, isComplete: true)?.response }
      unread += bytes
    }
  }

  /// Sends one request and reads its response; nil if the server has closed.
  public func response(to request: String) throws(Failure) -> RawResponse? {
    try send(request)
    return try response()
  }

  private static func send(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.send(descriptor, bytes, count, flags)
    #elseif canImport(Musl)
      unsafe Musl.send(descriptor, bytes, count, flags)
    #else
      unsafe Darwin.send(descriptor, bytes, count, flags)
    #endif
  }
}
