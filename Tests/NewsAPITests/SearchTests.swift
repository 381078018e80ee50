import HTTP
import TestSupport
import Testing

@Suite struct SearchTests {
  let api: SeedAPI

  init() throws { api = try SeedAPI() }

  func list(_ target: String) throws -> Document { try Document(json: api.ask(target).content) }

  @Test func `answers are as approved`() throws {
    for (name, target) in [
      ("search", "/search?q=OZG%20Brandenburg&facets=type,partner,year,source&explain=1&limit=3&pretty=1"),
      ("search-date", "/search?q=OZG&sort=-date&limit=3&pretty=1"),
      ("search-typo", "/search?q=Digitalisierng&limit=1&pretty=1"),
    ] {
      #expect(Golden.difference(try api.transcript(target), "\(name).txt") == nil)
    }
  }

  @Test func `a snippet's marks cut the words out of its text, and its bytes are its text`() throws {
    for hit in try list("/search?q=digital%20verwaltung&limit=50")["items"]?.list ?? [] {
      guard let snippet = hit["snippet"], let text = snippet["text"]?.string else { continue }
      let units = Array(text.utf16)
      for mark in snippet["marks"]?.list ?? [] {
        let bounds = mark.list.compactMap(\.whole)
        try #require(bounds.count == 2 && bounds[0] < bounds[1] && bounds[1] <= units.count)
        let word = String(decoding: units[bounds[0]..<bounds[1]], as: UTF16.self).lowercased()
        #expect(word.contains("digital") || word.contains("verwalt"), "\(word)")
      }
      guard let bytes = snippet["bytes"]?.string?.split(separator: "-").compactMap({ Int($0) }), bytes.count == 2 else {
        continue
      }
      let source = try api.ask(try #require(hit["source"]?.string)).content
      #expect(String(decoding: source[bytes[0]...bytes[1]], as: UTF8.self) == text)
    }
  }

  @Test func `a list with q is the search narrowed to its kind, and filters narrow it further`() throws {
    for (path, type) in [("/articles", "article"), ("/teasers", "teaser")] {
      for q in ["digital", "ozg%20brandenburg", "%22Letter%20of%20Intent%22", "digital%20-bayern", "nirgendwo"] {
        let found = try list("/search?q=\(q)&type=\(type)&limit=100")
        let listed = try list("\(path)?q=\(q)&limit=100")
        #expect(found["total"] == listed["total"], "\(path) \(q)")
        let urls = found["items"]?.list.map { $0["item"]?["url"] }
        #expect(urls == listed["items"]?.list.map { $0["url"] }, "\(path) \(q)")
        let byDate =
          try list("\(path)?q=\(q)&limit=100&sort=-date")["items"]?.list.compactMap { $0["url"]?.string } ?? []
        #expect(byDate.sorted() == (urls ?? []).compactMap { $0?.string }.sorted())
        let all = try list("\(path)?sort=-date&limit=100")["items"]?.list.compactMap { $0["url"]?.string } ?? []
        #expect(byDate == all.filter(byDate.contains))
      }
    }
    let labelled = try list("/teasers?q=digital&label=interview&limit=100")
    let total = try #require(labelled["total"]?.whole)
    #expect(total > 0 && total == labelled["items"]?.list.filter { $0["label"]?.string == "interview" }.count)
  }

  @Test func `hits in order of date have the scores they have in order of score`() throws {
    func scores(_ target: String) throws -> [String: Document] {
      let hits = try list(target)["items"]?.list ?? []
      return Dictionary(uniqueKeysWithValues: hits.map { ($0["item"]?["url"]?.string ?? "", $0["score"] ?? .null) })
    }
    #expect(try scores("/search?q=digital&limit=100") == scores("/search?q=digital&limit=100&sort=-date"))
  }

  @Test func `any text is a query`() throws {
    for q in ["-", "%22", "%22%22", "%01x", "%F0%9F%98%80", "a%20-a", "((", "*", "%C3%9F"] {
      #expect(try api.ask("/search?q=\(q)").status == .ok, "\(q)")
      #expect(try api.ask("/teasers?q=\(q)").status == .ok, "\(q)")
    }
    #expect(try api.ask("/search").status == .badRequest)
    #expect(try api.ask("/search?q=").status == .badRequest)
  }
}
