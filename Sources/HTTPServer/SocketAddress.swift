import HTTP

/// Where a socket listens or its peer is: a numeric address and a port. Names are not looked up.
public struct SocketAddress: Sendable, Hashable, CustomStringConvertible {
  /// In the network's order: 4 of IPv4, or 16 of IPv6.
  private let octets: [UInt8]
  /// 0 to 65535; 0 asks for any free port.
  public let port: UInt16

  private init(_ octets: [UInt8], _ port: UInt16) {
    self.octets = octets
    self.port = port
  }

  /// Nil unless `host` is a numeric IPv4 or IPv6 address: `127.0.0.1`, `::1`, also `[::1]`.
  public init?(_ host: String, port: UInt16) {
    let plain = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    var octets = [UInt8](repeating: 0, count: 16)
    if unsafe inet_pton(AF_INET, plain, &octets) == 1 {
      octets.removeLast(12)
    } else if unsafe inet_pton(AF_INET6, plain, &octets) != 1 {
      return nil
    }
    self.init(octets, port)
  }

  /// This machine only, over IPv4.
  public static func loopback(port: UInt16) -> SocketAddress { SocketAddress([127, 0, 0, 1], port) }

  /// The same host with another port.
  func with(port: UInt16) -> SocketAddress { SocketAddress(octets, port) }

  /// The IPv4 form of "every address", for `::` where IPv6 is switched off; nil for all other addresses.
  var fallback: SocketAddress? {
    family == AF_INET6 && octets.allSatisfy { $0 == 0 } ? SocketAddress([0, 0, 0, 0], port) : nil
  }

  var family: Int32 { octets.count == 4 ? AF_INET : AF_INET6 }

  /// The numeric host alone; an IPv4 address that came over an IPv6 socket is written as IPv4.
  var host: [UInt8] {
    // Written here, since inet_ntop costs as much as a request, and each connection's log lines need it.
    if octets.count == 4 || octets.starts(with: Self.mapped) {
      return Array(octets.suffix(4).map { String($0) }.joined(separator: ".").utf8)
    }
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    _ = unsafe inet_ntop(AF_INET6, octets, &text, socklen_t(text.count))
    return text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
  }

  /// How an IPv4 address within IPv6 begins (RFC 4291 §2.5.5.2).
  private static let mapped: [UInt8] = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]

  /// `127.0.0.1:8080`, `[::1]:8080`.
  public var description: String {
    let text = String(decoding: host, as: UTF8.self)
    return text.contains(":") ? "[\(text)]:\(port)" : "\(text):\(port)"
  }
}

extension SocketAddress {
  /// Where the octets lie in the kernel's form of an address; the port is at 2 in both.
  private static func place(family: Int32) -> Range<Int> { family == AF_INET ? 4..<8 : 8..<24 }

  /// Calls `body` with the address as the kernel takes it.
  func withSocketAddress<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    var storage = sockaddr_storage()
    storage.ss_family = sa_family_t(family)
    unsafe withUnsafeMutableBytes(of: &storage) { bytes in
      unsafe bytes.storeBytes(of: port.bigEndian, toByteOffset: 2, as: UInt16.self)
      for (index, octet) in zip(Self.place(family: family), octets) { unsafe bytes[index] = octet }
    }
    let size = family == AF_INET ? MemoryLayout<sockaddr_in>.size : MemoryLayout<sockaddr_in6>.size
    return unsafe withUnsafePointer(to: &storage) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, socklen_t(size)) }
    }
  }

  /// The address the kernel wrote; nil if it is of another family.
  init?(_ storage: sockaddr_storage) {
    let family = Int32(storage.ss_family)
    guard family == AF_INET || family == AF_INET6 else { return nil }
    self = unsafe withUnsafeBytes(of: storage) { bytes in
      let port = unsafe UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: 2, as: UInt16.self))
      return unsafe SocketAddress(Array(bytes[Self.place(family: family)]), port)
    }
  }
}
