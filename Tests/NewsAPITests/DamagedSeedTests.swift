import Foundation
import HTTP
import NewsAPI
import NewsArchive
import Testing

/// Pages in other encodings, broken ones and files that are no page, in a folder with a sub-folder.
@Test func `damaged and foreign files are served as they are, and what was read of them is valid JSON`() throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "newsdesk-\(UInt64.random(in: 0 ... .max))")
  defer { try? FileManager.default.removeItem(at: folder) }
  try FileManager.default.createDirectory(
    at: folder.appending(path: "alt, neu"), withIntermediateDirectories: true)
  let seed = try #require(
    FileManager.default.contents(atPath: SeedAPI.root + "/seeds/001_84183b4452282d61.txt"))
  var broken = seed
  broken.insert(contentsOf: [0xFF, 0x22, 0x5C, 0x07], at: 60)
  let latin = try #require(
    String(decoding: seed, as: UTF8.self).data(using: .windowsCP1252, allowLossyConversion: true))
  let files: [(name: String, bytes: Data)] = [
    ("alt, neu/über 50 %", seed), ("broken", broken), ("cut", seed.prefix(700)), ("empty", Data()), ("latin", latin),
    ("none", Data("nothing to see".utf8)),
  ]
  for file in files { try file.bytes.write(to: folder.appending(path: file.name + ".txt")) }

  let api = API(version: "test")
  api.serve(try Archive.load(folder: folder.path(percentEncoded: false), version: "test"))
  func ask(_ target: String) throws -> Response {
    api.handler(Request(method: .get, target: try #require(RequestTarget(target))))
  }
  let sources = try Document(json: ask("/sources").content)
  #expect(sources["items"]?.list.map { $0["name"]?.string } == files.map(\.name))
  for (source, file) in zip(sources["items"]?.list ?? [], files) {
    let url = try #require(source["url"]?.string)
    #expect(try ask(url).content == Array(file.bytes), "\(file.name)")
    let item = try Document(json: ask(url + "?format=json").content)
    let pieces =
      item["segments"]?.list.compactMap { $0["bytes"]?.string?.split(separator: "-").compactMap { Int($0) } } ?? []
    #expect(pieces.reduce(0) { $0 + $1[1] - $1[0] + 1 } == file.bytes.count, "\(file.name)")
    #expect((source["status"]?.string == "rejected") == (source["problem"] != .null))
    let teasers = try Document(json: ask(try #require(source["teasers"]?["url"]?.string)).content)
    #expect(teasers["total"] == source["teasers"]?["count"], "\(file.name)")
  }
  #expect(sources["items"]?.list.last?["status"]?.string == "rejected")
  #expect(try ask("/sources/latin").fields[.contentType] == "text/plain; charset=windows-1252")
  for path in ["/articles", "/teasers", "/partners", "/cooperations", "/events", "/timelines", "/stats"] {
    #expect(!(try Document(json: ask(path).content).keys.isEmpty))
  }
  // The same article in another encoding is the same article.
  let article = try Document(json: ask("/articles?source=latin&fields=sightings,headline").content)["items"]?.list.first
  #expect(article?["headline"]?.string == "Kooperation vertieft")
  #expect(article?["sightings"]?.list.count ?? 0 >= 2)
}
