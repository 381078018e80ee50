#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import HTTP

/// Where a socket listens or its peer is: a numeric address and a port. Names are not looked up.
public struct SocketAddress: Sendable, Hashable, CustomStringConvertible {
  private enum Host: Sendable, Hashable {
    case ipv4(in_addr_t)
    case ipv6(UInt64, UInt64)
  }

  private let host: Host
  /// 0 to 65535; 0 asks for any free port.
  public let port: UInt16

  private init(host: Host, port: UInt16) {
    self.host = host
    self.port = port
  }

  /// Nil unless `host` is a numeric IPv4 or IPv6 address: `127.0.0.1`, `::1`, also `[::1]`.
  public init?(_ host: String, port: UInt16) {
    var four = in_addr()
    var six: (UInt64, UInt64) = (0, 0)
    let plain = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    if unsafe inet_pton(AF_INET, plain, &four) == 1 {
      self.init(host: .ipv4(four.s_addr), port: port)
    } else if unsafe inet_pton(AF_INET6, plain, &six) == 1 {
      self.init(host: .ipv6(six.0, six.1), port: port)
    } else {
      return nil
    }
  }

  /// This machine only, over IPv4.
  public static func loopback(port: UInt16) -> SocketAddress {
    SocketAddress(host: .ipv4(in_addr_t(0x7F00_0001).bigEndian), port: port)
  }

  /// This machine only, over IPv6.
  public static func loopbackIPv6(port: UInt16) -> SocketAddress {
    SocketAddress(host: .ipv6(0, UInt64(1).bigEndian), port: port)
  }

  /// The same host with another port.
  func with(port: UInt16) -> SocketAddress { SocketAddress(host: host, port: port) }

  /// The IPv4 form of "every address", for `::` where IPv6 is switched off; nil for all other addresses.
  var fallback: SocketAddress? {
    host == .ipv6(0, 0) ? SocketAddress(host: .ipv4(0), port: port) : nil
  }

  var family: Int32 {
    switch host {
    case .ipv4: AF_INET
    case .ipv6: AF_INET6
    }
  }

  /// The numeric host alone; an IPv4 address that came over an IPv6 socket is written as IPv4.
  public var hostDescription: String { String(decoding: hostBytes, as: UTF8.self) }

  /// `hostDescription` as bytes.
  var hostBytes: [UInt8] {
    switch host {
    case .ipv4(let address):
      // Written here, since inet_ntop costs as much as a request, and each connection's log lines need it.
      return Array(capacity: 15) { text in
        for octet in 0..<4 {
          if octet > 0 { text.append(".") }
          text.append(decimal: Int(UInt32(bigEndian: address) >> UInt32(24 - 8 * octet) & 0xFF))
        }
      }
    case .ipv6(0, let low) where UInt32(truncatingIfNeeded: UInt64(bigEndian: low) >> 32) == 0xFFFF:
      let mapped = UInt32(truncatingIfNeeded: UInt64(bigEndian: low)).bigEndian
      return SocketAddress(host: .ipv4(mapped), port: port).hostBytes
    case .ipv6(let high, let low):
      var bytes = (high, low)
      var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
      _ = unsafe inet_ntop(AF_INET6, &bytes, &text, socklen_t(text.count))
      return text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    }
  }

  /// `127.0.0.1:8080`, `[::1]:8080`.
  public var description: String {
    let text = hostDescription
    return text.contains(":") ? "[\(text)]:\(port)" : "\(text):\(port)"
  }
}

extension SocketAddress {
  /// Calls `body` with the address as the kernel takes it.
  func withSocketAddress<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    switch host {
    case .ipv4(let address):
      var form = sockaddr_in()
      form.sin_family = sa_family_t(AF_INET)
      form.sin_port = in_port_t(port.bigEndian)
      form.sin_addr.s_addr = address
      return unsafe withUnsafePointer(to: &form) {
        unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          unsafe body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
    case .ipv6(let high, let low):
      var form = sockaddr_in6()
      form.sin6_family = sa_family_t(AF_INET6)
      form.sin6_port = in_port_t(port.bigEndian)
      unsafe withUnsafeMutableBytes(of: &form.sin6_addr) {
        unsafe $0.storeBytes(of: high, toByteOffset: 0, as: UInt64.self)
        unsafe $0.storeBytes(of: low, toByteOffset: 8, as: UInt64.self)
      }
      return unsafe withUnsafePointer(to: &form) {
        unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          unsafe body($0, socklen_t(MemoryLayout<sockaddr_in6>.size))
        }
      }
    }
  }

  /// The address the kernel wrote; nil if it is of another family.
  init?(_ storage: sockaddr_storage) {
    let read = unsafe withUnsafeBytes(of: storage) { bytes -> (Host, UInt16)? in
      switch Int32(storage.ss_family) {
      case AF_INET:
        let form = unsafe bytes.loadUnaligned(as: sockaddr_in.self)
        return (.ipv4(form.sin_addr.s_addr), UInt16(bigEndian: form.sin_port))
      case AF_INET6:
        let form = unsafe bytes.loadUnaligned(as: sockaddr_in6.self)
        let octets = unsafe withUnsafeBytes(of: form.sin6_addr) {
          unsafe ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
        return (.ipv6(octets.0, octets.1), UInt16(bigEndian: form.sin6_port))
      default: return nil
      }
    }
    guard let (host, port) = read else { return nil }
    self.init(host: host, port: port)
  }
}
