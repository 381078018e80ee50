/// A call to the kernel that failed: what was tried, and the kernel's reason.
public struct SocketError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was tried.
  public enum Operation: String, Sendable {
    case socket, bind, listen, connect, poll, pipe, thread
  }

  /// Why, in the classes a caller acts on.
  public enum Reason: Sendable, Equatable {
    /// The address is in use by another process.
    case addressInUse
    /// The address does not belong to this machine, or its family is switched off.
    case addressNotAvailable
    /// The process may not do that: a port below 1024, for one.
    case permissionDenied
    /// Anything else.
    case other
  }

  /// What was tried.
  public let operation: Operation
  /// The kernel's `errno`.
  public let code: Int32
  /// The address it was tried with, if it was with one.
  public let address: SocketAddress?

  init(_ operation: Operation, code: Int32, address: SocketAddress? = nil) {
    self.operation = operation
    self.code = code
    self.address = address
  }

  /// The reason, from `code`.
  public var reason: Reason {
    switch code {
    case EADDRINUSE: .addressInUse
    case EADDRNOTAVAIL, EAFNOSUPPORT, EPROTONOSUPPORT: .addressNotAvailable
    case EACCES, EPERM: .permissionDenied
    default: .other
    }
  }

  /// One line for the person who started the server: `bind 127.0.0.1:8080: Address already in use`.
  public var description: String {
    let place = address.map { " \($0)" } ?? ""
    guard let text = unsafe strerror(code) else { return "\(operation.rawValue)\(place): error \(code)" }
    return unsafe "\(operation.rawValue)\(place): \(String(cString: text))"
  }
}
