import HTTP
import NewsAPI
import NewsArchive
import Testing

/// Follows every link of every answer, from `/` and from each list with all its facets.
struct Crawl {
  /// Each answer by its URL.
  private(set) var answers: [String: Response] = [:]
  /// The links in the order in which they were found.
  private(set) var links: [String] = []
  private var known: Set<String> = []

  init(_ api: SeedAPI, _ contract: Document) throws {
    links = ["/", "/stats", "/network", "/openapi.yaml"]
    for path in contract["paths"]?.keys ?? [] where !path.contains("{") {
      let parameters = contract[["paths", path, "get", "parameters"]]?.list ?? []
      guard parameters.contains(where: { $0["$ref"]?.string?.hasSuffix("/limit") == true }) else { continue }
      let q = parameters.contains { $0["required"] == .boolean(true) } ? "&q=digital" : ""
      links.append("\(path)?limit=100" + q)
      // Without items, so that a facet's link asks for its total alone.
      let facets = parameters.first { $0["name"]?.string == "facets" }
      guard let names = facets?["schema"]?["items"]?["enum"]?.strings else { continue }
      links.append("\(path)?facets=\(names.joined(separator: ","))&limit=0" + q)
    }
    known = Set(links)
    var position = 0
    while position < links.count, position < 20_000 {
      let response = try api.ask(links[position])
      answers[links[position]] = response
      if response.fields[.contentType] == "application/json" { follow(try Document(json: response.content)) }
      position += 1
    }
  }

  private mutating func follow(_ document: Document) {
    for element in document.list { follow(element) }
    for key in document.keys {
      guard let value = document[key] else { continue }
      let isLink = ["url", "self", "first", "prev", "next", "last", "source", "timeline", "contract"].contains(key)
      if isLink, let link = value.string, link.hasPrefix("/") {
        if known.insert(link).inserted { links.append(link) }
      } else {
        follow(value)
      }
    }
  }
}

@Suite struct CrawlTests {
  let api: SeedAPI
  let contract: Document
  let crawl: Crawl

  init() throws { (api, contract, crawl) = try CrawlTests.crawled.get() }

  private static let crawled = Result {
    let api = try SeedAPI()
    let contract = try Document(yaml: api.text("/openapi.yaml"))
    return (api, contract, try Crawl(api, contract))
  }

  @Test func `every link in every answer leads to an answer`() {
    #expect(crawl.links.count > 150)
    for link in crawl.links { #expect(crawl.answers[link]?.status == .ok, "\(link)") }
  }

  @Test func `every answer is what its schema says, without a key more`() throws {
    let schema = Schema(contract: contract)
    for link in crawl.links {
      let response = try #require(crawl.answers[link])
      guard response.fields[.contentType] == "application/json", let route = response.route else { continue }
      let expected = try #require(
        contract[["paths", route, "get", "responses", "200", "content", "application/json", "schema"]])
      #expect(schema.flaws(in: try Document(json: response.content), against: expected) == [], "\(link)")
    }
  }

  @Test func `a second archive of the same seeds answers with the same bytes`() throws {
    let second = try SeedAPI()
    for link in crawl.links {
      let (one, other) = (try #require(crawl.answers[link]), try second.ask(link))
      #expect(one.content == other.content && one.fields == other.fields && one.entityTag == other.entityTag, "\(link)")
    }
  }

  @Test func `a facet's count is the total of its link`() throws {
    var count = 0
    for link in crawl.links where link.contains("facets=") {
      let facets = try Document(json: try #require(crawl.answers[link]).content)["facets"]
      for value in (facets?.keys ?? []).flatMap({ facets?[$0]?.list ?? [] }) {
        let answer = try #require(crawl.answers[value["url"]?.string ?? ""])
        #expect(try Document(json: answer.content)["total"] == value["count"], "\(value)")
        count += 1
      }
    }
    #expect(count > 100)
  }
}

/// Every evidence in an answer, wherever it stands.
private func evidences(in document: Document) -> [Document] {
  if document["exact"] != nil { return [document] }
  return document.list.flatMap(evidences) + document.keys.flatMap { evidences(in: document[$0] ?? .null) }
}

extension CrawlTests {
  @Test func `the bytes of every evidence are its words, on its line, in the item it names`() throws {
    var count = 0
    for link in crawl.links {
      let response = try #require(crawl.answers[link])
      guard response.fields[.contentType] == "application/json" else { continue }
      for evidence in evidences(in: try Document(json: response.content)) {
        let source = try #require(crawl.answers[evidence["source"]?.string ?? ""]).content
        let bounds = evidence["bytes"]?.string?.split(separator: "-").compactMap { Int($0) } ?? []
        try #require(bounds.count == 2 && bounds[0] <= bounds[1] && bounds[1] < source.count)
        #expect(String(decoding: source[bounds[0]...bounds[1]], as: UTF8.self) == evidence["exact"]?.string)
        #expect(source[..<bounds[0]].count { $0 == 0x0A } + 1 == evidence["line"]?.whole)
        #expect(evidence["in"] != .null)
        count += 1
      }
    }
    #expect(count > 200)
  }
}
