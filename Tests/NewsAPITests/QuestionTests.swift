import HTTP
import NewsAPI
import NewsArchive
import Testing

/// Questions that are right and that hardly anybody asks.
@Suite struct QuestionTests {
  let api: SeedAPI

  init() throws { api = try SeedAPI() }

  func ask(_ target: String) throws -> Document { try Document(json: api.ask(target).content) }

  @Test func `from a later day to an earlier one there is nothing, not even what has no end`() throws {
    for match in ["", "&date_match=possible", "&date_match=certain"] {
      for path in ["/events", "/teasers", "/cooperations", "/timelines/all"] {
        #expect(try ask("\(path)?from=2024&to=2019\(match)")["total"]?.whole == 0, "\(path)\(match)")
        #expect(try ask("\(path)?from=2024-03-02&to=2024-03-01\(match)")["total"]?.whole == 0, "\(path)\(match)")
      }
    }
    // Some events last from before the one to after the other.
    #expect(try ask("/events?from=2024&to=2024")["items"]?.list.contains { $0["date"]?["latest"] == .null } == true)
  }

  @Test func `a page without items has no page before it and none after it`() throws {
    let links = try #require(ask("/teasers?limit=0&offset=3")["links"])
    #expect(links["prev"] == .null && links["next"] == .null)
    #expect(links["first"]?.string == "/teasers?limit=0" && links["last"]?.string == "/teasers?limit=0")
  }
}
