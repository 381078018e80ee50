import HTTP
import HTTPServer
import Synchronization

/// What the process counts, and its face in the Prometheus text format 0.0.4; the archive's own lines are NewsAPI's.
final class Counts: Sendable {
  let server = Metrics()
  private let reloads = Mutex((succeeded: 0, failed: 0))

  func countReload(succeeded: Bool) {
    reloads.withLock { if succeeded { $0.succeeded += 1 } else { $0.failed += 1 } }
  }

  var text: String {
    let reloads = reloads.withLock { $0 }
    var text = ""
    func family(_ name: String, _ type: String, _ help: String) {
      text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }
    family("newsdesk_http_requests_total", "counter", "Answers by route template, method and status.")
    for (kind, count) in server.requests {
      let labels =
        "route=\"\(kind.route ?? "")\",method=\"\(kind.method?.rawValue ?? "")\",code=\"\(kind.status.code)\""
      text += "newsdesk_http_requests_total{\(labels)} \(count)\n"
    }
    let duration = "newsdesk_http_request_duration_seconds"
    family(duration, "histogram", "From the last byte of a request to its answer handed to the kernel.")
    var total = 0
    for (bound, count) in zip(Metrics.durationBounds.map { "\($0)" } + ["+Inf"], server.durationCounts) {
      total += count
      text += "\(duration)_bucket{le=\"\(bound)\"} \(total)\n"
    }
    text += "\(duration)_sum \(server.durationSum)\n\(duration)_count \(total)\n"
    for (name, type, help, value) in [
      ("newsdesk_http_connections", "gauge", "Connections open now.", server.openConnections),
      ("newsdesk_http_connections_accepted_total", "counter", "Connections accepted.", server.acceptedConnections),
      ("newsdesk_http_connections_refused_total", "counter", "Connections turned away.", server.refusedConnections),
      (
        "newsdesk_log_lines_dropped_total", "counter", "Access log lines nobody read in time.", server.droppedLogLines
      ),
    ] {
      family(name, type, help)
      text += "\(name) \(value)\n"
    }
    family("newsdesk_archive_reloads_total", "counter", "Times the folder was read again, by result.")
    text += "newsdesk_archive_reloads_total{result=\"success\"} \(reloads.succeeded)\n"
    text += "newsdesk_archive_reloads_total{result=\"failure\"} \(reloads.failed)\n"
    return text
  }
}
