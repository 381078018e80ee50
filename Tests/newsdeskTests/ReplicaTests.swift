import Foundation
import Testing

/// Two processes over the same pages are one server to their users.
@Suite struct ReplicaTests {
  @Test func `two processes answer every URL of a crawl with the same bytes and headers`() async throws {
    let first = try ServerProcess.serving()
    let second = try ServerProcess.serving(["--threads", "1"])
    var waiting = ["/"]
    var seen: Set<String> = ["/"]
    var compared = 0
    while let path = waiting.popLast(), compared < 3_000 {
      let one = try await first.get(path)
      let other = try await second.get(path)
      compared += 1
      #expect(one.status == other.status && one.body == other.body, "\(path)")
      #expect(one.headers.filter { $0.key != "Date" } == other.headers.filter { $0.key != "Date" }, "\(path)")
      #expect(one.status == 200, "\(path) is linked, but answered \(one.status)")
      guard one.headers["Content-Type"]?.contains("json") == true else { continue }
      for link in links(in: try JSONSerialization.jsonObject(with: one.body, options: .fragmentsAllowed))
      where seen.insert(link).inserted {
        waiting.append(link)
      }
    }
    #expect(compared > 100, "the crawl found only \(compared) URLs")
    #expect(waiting.isEmpty, "the crawl was cut with \(waiting.count) URLs left")
  }

  /// Every URL in a JSON value: the strings under keys that hold URLs, without templates.
  private func links(in value: Any, under key: String = "") -> [String] {
    switch value {
    case let object as [String: Any]: return object.flatMap { links(in: $0.value, under: $0.key) }
    case let array as [Any]: return array.flatMap { links(in: $0, under: key) }
    case let text as String:
      // Health and counts tell of the process, not of the pages.
      let own = ["/livez", "/readyz", "/metrics"]
      return text.hasPrefix("/") && !text.contains("{") && !text.contains(" ") && !own.contains(text) && key != "path"
        ? [text] : []
    default: return []
    }
  }
}
