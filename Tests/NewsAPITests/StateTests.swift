import HTTP
import NewsAPI
import NewsArchive
import Testing

@Test func `while loading only livez is well and readyz tells how far`() throws {
  let api = API(version: "test")
  api.loading(0.42)
  func ask(_ target: String) throws -> Response {
    api.handler(Request(method: .get, target: try #require(RequestTarget(target))))
  }
  #expect(try ask("/livez").status == .ok)
  for target in ["/", "/articles", "/readyz", "/metrics", "/nothing", "/openapi.yaml"] {
    let response = try ask(target)
    #expect(response.status == .serviceUnavailable, "\(target)")
    #expect(response.fields[.retryAfter] == "1")
    #expect(response.fields[.cacheControl] == "no-store")
    #expect(response.validity == nil)
    #expect(try Document(json: response.content)["percent"]?.whole == 42)
  }
}

@Test func `while draining only readyz is unavailable`() throws {
  let seeds = try SeedAPI()
  #expect(try seeds.text("/readyz") == "{\"status\":\"ready\"}\n")
  seeds.api.drain()
  #expect(try seeds.ask("/readyz").status == .serviceUnavailable)
  for target in ["/livez", "/articles", "/metrics"] { #expect(try seeds.ask(target).status == .ok) }
}

@Test func `a new archive ends the validity of the old one's answers`() throws {
  let seeds = try SeedAPI()
  let first = try seeds.ask("/articles")
  #expect(first.validity?.holds == true)
  seeds.api.serve(try Archive.load(folder: SeedAPI.root + "/seeds", version: "other"))
  #expect(first.validity?.holds == false)
  let second = try seeds.ask("/articles")
  #expect(second.validity?.holds == true)
  #expect(second.content == first.content)
  #expect(second.fields[.dataset] != first.fields[.dataset])
}

@Test func `the server's own metrics come before the archive's`() throws {
  let api = API(version: "1.2.3", metrics: { "newsdesk_http_connections 7\n" })
  api.serve(try Archive.load(folder: SeedAPI.root + "/seeds", version: "test"))
  let text = String(
    decoding: api.handler(Request(method: .get, target: try #require(RequestTarget("/metrics")))).content, as: UTF8.self
  )
  #expect(text.hasPrefix("newsdesk_http_connections 7\n# HELP"))
  #expect(text.contains("newsdesk_build_info{version=\"1.2.3\","))
}
