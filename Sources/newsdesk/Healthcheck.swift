import HTTPServer

/// Whether the server on this machine is ready: what a container's health check runs in place of curl.
enum Healthcheck {
  /// One line for the log, and `success` only if /readyz is answered 200 within two seconds.
  static func run(_ configuration: Configuration) -> (line: String, code: ExitCode) {
    let address = localAddress(configuration)
    do throws(SocketError) {
      switch try StatusProbe.status(of: "/readyz", at: address, timeoutSeconds: 2) {
      case 200: return ("\(address): ready", .success)
      case .some(let status): return ("\(address): /readyz answered \(status)", .unavailable)
      case nil: return ("\(address): no HTTP answer within 2 seconds", .unavailable)
      }
    } catch {
      return ("\(error.description); expected a server, started with the same HOST and PORT", .unavailable)
    }
  }

  /// Where a server with these settings can be asked from the same machine: "every address" includes the loopback one.
  private static func localAddress(_ configuration: Configuration) -> SocketAddress {
    guard let host = configuration.hosts.first, host != "::", host != "0.0.0.0",
      let address = SocketAddress(host, port: configuration.port)
    else { return .loopback(port: configuration.port) }
    return address
  }
}
