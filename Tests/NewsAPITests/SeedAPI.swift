import HTTP
import NewsAPI
import NewsArchive
import Testing

/// The API over the repository's five seeds, asked in process.
struct SeedAPI {
  let api = API(version: "test")

  init() throws {
    api.serve(try Archive.load(folder: SeedAPI.root + "/seeds", version: "test"))
  }

  /// The repository's folder.
  static let root = String(
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/"))

  func ask(_ target: String, _ method: HTTP.Method = .get) throws -> Response {
    api.handler(Request(method: method, target: try #require(RequestTarget(target))))
  }

  func text(_ target: String) throws -> String { String(decoding: try ask(target).content, as: UTF8.self) }
}

extension Response {
  /// The whole body.
  var content: [UInt8] {
    switch body {
    case .empty: return []
    case .bytes(let bytes): return Array(bytes.storage[bytes.range])
    case .chunks(let start):
      let next = start()
      var content: [UInt8] = []
      while let piece = next() { content += piece }
      return content
    }
  }
}
