import HTTPServer

/// Whether the server on this machine is ready: what a container's health check runs in place of curl.
enum Healthcheck {
  /// Prints one line for the log; `success` only if /readyz is answered 200 within two seconds.
  static func run(_ configuration: Configuration) -> ExitCode {
    // "Every address" includes the loopback one.
    let host = configuration.hosts.prefix(1).first { $0 != "::" && $0 != "0.0.0.0" } ?? "127.0.0.1"
    let address = SocketAddress(host, port: configuration.port) ?? .loopback(port: configuration.port)
    do throws(SocketError) {
      let status = try StatusProbe.status(of: "/readyz", at: address, timeoutSeconds: 2)
      if status == 200 {
        Log.put("\(address): ready\n", to: STDOUT_FILENO)
        return .success
      }
      Log.put("\(address): \(status.map { "/readyz answered \($0)" } ?? "no HTTP answer within 2 seconds")\n")
    } catch {
      Log.put("\(error.description); expected a server, started with the same HOST and PORT\n")
    }
    return .unavailable
  }
}
