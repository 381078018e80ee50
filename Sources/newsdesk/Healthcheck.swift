import HTTPServer

/// Whether the server on this machine is ready: what a container's health check runs in place of curl.
enum Healthcheck {
  /// Prints one line for the log; `success` only if /readyz is answered 200 within two seconds.
  static func run(_ configuration: Configuration) -> ExitCode {
    let address = localAddress(configuration)
    let problem: String
    do throws(SocketError) {
      switch try StatusProbe.status(of: "/readyz", at: address, timeoutSeconds: 2) {
      case 200:
        Log.put("\(address): ready\n", to: STDOUT_FILENO)
        return .success
      case .some(let status): problem = "\(address): /readyz answered \(status)"
      case nil: problem = "\(address): no HTTP answer within 2 seconds"
      }
    } catch {
      problem = "\(error.description); expected a server, started with the same HOST and PORT"
    }
    Log.put(problem + "\n")
    return .unavailable
  }

  /// Where a server with these settings can be asked from the same machine: "every address" includes the loopback one.
  private static func localAddress(_ configuration: Configuration) -> SocketAddress {
    guard let host = configuration.hosts.first, host != "::", host != "0.0.0.0",
      let address = SocketAddress(host, port: configuration.port)
    else { return .loopback(port: configuration.port) }
    return address
  }
}
