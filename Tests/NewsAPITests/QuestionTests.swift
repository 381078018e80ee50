import HTTP
import NewsAPI
import Testing

@testable import NewsArchive

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

  @Test func `an article's timeline is found by the hash alone, as the article is`() throws {
    let articles = try #require(ask("/articles?limit=100")["items"]).list
    for article in articles {
      let id = try #require(article["id"]?.string)
      let response = try api.ask("/timelines/another-slug-\(id.suffix(8))?limit=1")
      guard let timeline = article["timeline"]?.string else {
        #expect(response.status == .notFound)
        continue
      }
      #expect(response.status == .movedPermanently && response.fields[.location] == timeline + "?limit=1")
    }
    #expect(articles.contains { $0["timeline"]?.string != nil } && articles.contains { $0["timeline"] == .null })
  }

  @Test func `an article whose page shows a teaser twice counts it once, as the list of its teasers does`() throws {
    let teaser = "Ulm: Titel\n\n[01.05.2024] Text. mehr...\n\n"
    let page = "UlmKopf\n\n[02.05.2024] Vorspann.\n\n\n\n\n\nWeitere Meldungen\n" + teaser + teaser
    let api = API(version: "test")
    api.serve(Archive(sources: [Source(file: SeedFile(name: "a", bytes: Array(page.utf8)))], version: "test"))
    func ask(_ target: String) throws -> Document {
      try Document(json: api.handler(Request(method: .get, target: #require(RequestTarget(target)))).content)
    }
    let set = try #require(ask("/articles")["items"]?.list.first?["teasers"])
    #expect(set["count"]?.whole == 1)
    #expect(try ask(#require(set["url"]?.string))["total"]?.whole == 1)
    #expect(try ask("/teasers")["items"]?.list.first?["sightings"]?.list.count == 2)
  }

  @Test func `a value with commas in it is found alone and among others`() throws {
    let teasers = [("Köln, Bonn", 3), ("Köln", 2), ("Ulm", 1)].map { kicker, count in
      (1...count).map { "\(kicker): Titel \($0)\n\n[0\($0).05.2024] Text. mehr...\n\n" }.joined()
    }
    let page = "Kopf\n\n\n\n\n\nWeitere Meldungen\n" + teasers.joined()
    let sources = ["a", "b, c"].map { Source(file: SeedFile(name: $0, bytes: Array(page.utf8))) }
    let api = API(version: "test")
    api.serve(Archive(sources: sources, version: "test"))
    func total(_ query: String) throws -> Int? {
      let target = try #require(RequestTarget("/teasers?" + query))
      return try Document(json: api.handler(Request(method: .get, target: target)).content)["total"]?.whole
    }
    let questions: [(query: String, total: Int)] = [
      ("kicker=k%C3%B6ln,%20bonn", 3), ("kicker=Ulm,koeln,%20Bonn", 4), ("kicker=koeln,%20Bonn,Ulm", 4),
      ("kicker=koeln,koeln,%20Bonn,Ulm", 6), ("kicker=koeln,Ulm", 3), ("kicker=koeln,Bonn", 2), ("kicker=%20bonn", 0),
      ("source=b,%20c", 6), ("source=x,b,%20c", 6), ("source=b", 0), ("source=a,b,%20c&kicker=ulm", 1),
    ]
    for (query, count) in questions { #expect(try total(query) == count, "\(query)") }
  }
}
