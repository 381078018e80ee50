import HTTP
import Testing

@testable import NewsAPI

/// The parts of `text` between each `opening` and the quotation mark after it.
private func quoted(after opening: String, in text: String) -> [String] {
  text.split(separator: opening).dropFirst().compactMap { $0.split(separator: "\"").first.map(String.init) }
}

@Test func `every file the dashboard names is served, with its type and nothing allowed from elsewhere`() throws {
  let api = try SeedAPI()
  let page = try api.ask("/dashboard")
  #expect(page.fields[.contentType] == "text/html; charset=utf-8")
  #expect(page.fields[.contentSecurityPolicy] == Dashboard.contentSecurityPolicy)
  let html = String(decoding: page.content, as: UTF8.self)
  let named = Set(quoted(after: "\"/dashboard/", in: html))
  for name in named {
    let asset = try api.ask("/dashboard/" + name)
    #expect(asset.status == .ok, "\(name)")
    #expect(asset.fields[.contentSecurityPolicy] == Dashboard.contentSecurityPolicy)
    #expect(!asset.content.isEmpty)
  }
  #expect(named == Set(Dashboard.assets.keys), "a file is built in that the page does not name")
}

@Test func `the page names every module beforehand, so that all come in one round of requests`() throws {
  let api = try SeedAPI()
  let html = try api.text("/dashboard")
  for name in Dashboard.assets.keys where name.hasSuffix(".js") {
    for module in quoted(after: "from \"./", in: try api.text("/dashboard/" + name)) {
      #expect(html.contains("<link rel=\"modulepreload\" href=\"/dashboard/\(module)\">"), "\(name) takes \(module)")
    }
  }
}

@Test func `nothing in the page is inline or comes from elsewhere`() throws {
  let api = try SeedAPI()
  let html = try api.text("/dashboard")
  for word in ["<style", "style=", "onclick=", "http://", "https://"] { #expect(!html.contains(word), "\(word)") }
  #expect(
    html.split(separator: "<script").dropFirst().allSatisfy { $0.contains("src=\"/dashboard/app.js\"></script>") })
}

@Test func `an asset that is not there names the one that is`() throws {
  let api = try SeedAPI()
  let answer = try api.ask("/dashboard/apps.js")
  #expect(answer.status == .notFound)
  #expect(String(decoding: answer.content, as: UTF8.self).contains("/dashboard/app.js"))
}
