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

  @Test func `an export holds what a server answers, byte for byte`() async throws {
    let folder = try TemporaryFolder()
    #expect(try ServerProcess.run(["export", folder.path + "/a/b"]).code == 0)
    let root = URL(fileURLWithPath: folder.path + "/a/b")
    let list = try JSONSerialization.jsonObject(with: Data(contentsOf: root.appendingPathComponent("export.json")))
    let files = try #require((list as? [String: Any])?["files"] as? [[String: String]])
    #expect(files.count > 100)
    let server = try ServerProcess.serving()
    for file in files {
      let url = try #require(file["url"])
      let answer = try await server.get(url)
      #expect(answer.status == 200, "\(url)")
      #expect(try Data(contentsOf: root.appendingPathComponent(try #require(file["file"]))) == answer.body, "\(url)")
      #expect(file["content_type"] == answer.headers["content-type"], "\(url)")
    }
    let left = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    #expect(!left.contains { $0.hasSuffix(".part") })
  }

  @Test func `an export that cannot be written ends with 73 and names the place`() throws {
    let ended = try ServerProcess.run(["export", ServerProcess.project.path + "/README.md/x"])
    #expect(ended.code == 73)
    #expect(ended.errors.contains("README.md"), "\(ended.errors)")
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
