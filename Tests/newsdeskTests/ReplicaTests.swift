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
    while compared < 3_000, let path = waiting.popLast() {
      let one = try await first.get(path)
      let other = try await second.get(path)
      compared += 1
      #expect(one.status == other.status && one.body == other.body, "\(path)")
      #expect(one.headers.filter { $0.key != "date" } == other.headers.filter { $0.key != "date" }, "\(path)")
      #expect(one.status == 200, "\(path) is linked, but answered \(one.status)")
      guard one.headers["content-type"]?.contains("json") == true else { continue }
      for link in links(in: try JSONSerialization.jsonObject(with: one.body, options: .fragmentsAllowed))
      where seen.insert(link).inserted {
        waiting.append(link)
      }
    }
    #expect(compared > 70, "the crawl found only \(compared) URLs")
    #expect(waiting.isEmpty, "the crawl was cut with \(waiting.count) URLs left")
  }

  /// Every URL in a JSON value: what begins with a slash.
  private func links(in value: Any) -> [String] {
    switch value {
    case let object as [String: Any]: return object.flatMap { links(in: $0.value) }
    case let array as [Any]: return array.flatMap { links(in: $0) }
    case let text as String where text.hasPrefix("/"):
      // A template without its query is a URL, unless the path has a placeholder too.
      let url = text.range(of: "{?").map { String(text[..<$0.lowerBound]) } ?? text
      // The one list that has no answer without a question.
      if url == "/search" { return ["/search?q=digital"] }
      // Health and counts tell of the process, not of the pages.
      return url.contains("{") || ["/livez", "/readyz", "/metrics"].contains(url) ? [] : [url]
    default: return []
    }
  }
}
