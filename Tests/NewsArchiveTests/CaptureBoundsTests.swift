import Testing

@testable import NewsArchive

@Suite struct CaptureBoundsTests {
  @Test func `the seeds bound each other's capture and the unseen week is known`() {
    let archive = Seeds.archive
    #expect(
      archive.sources.map { $0.captured?.date.edtf } == [
        "2025-05-09", "[2025-01-07..2025-01-12]", "[2024-11-18..2024-12-04]", "2025-05-24", "[2025-02-07..2025-02-12]",
      ])
    #expect(archive.sources.map { $0.captured?.assumes.count } == [0, 1, 1, 0, 2])
    #expect(
      archive.coverage.observed.map { "\($0.from) \($0.to) \($0.sources)" } == [
        "2024-07-08 2025-02-07 [1, 2, 4]", "2025-02-13 2025-05-24 [0, 3]",
      ])
    #expect(archive.coverage.unknown.map { "\($0.lowerBound) \($0.upperBound)" } == ["2025-02-07 2025-02-13"])
  }

  @Test func `without its own date the first seed is bounded around the day it had`() throws {
    let files = Seeds.files.enumerated().map { index, file in
      index == 0 ? SeedFile(name: file.name, bytes: Array(file.bytes.drop { $0 != UInt8(ascii: "\n") })) : file
    }
    let archive = Archive(sources: files.map { Source(file: $0) }, version: "test")
    let captured = try #require(archive.sources[0].captured)
    #expect(captured.date.edtf == "[2025-05-05..2025-05-14]")
    #expect(captured.date.basis == .inferred)
  }

  @Test func `lists that contradict one feed give no upper bound`() {
    let cases: [(name: String, lists: [[(String, Int)]], captured: [String?])] = [
      (
        "one goes on where the other begins", [[("a", 5), ("b", 3)], [("c", 7), ("a", 5)]],
        ["[2025-03-05..2025-03-06]", "[2025-03-07..]"]
      ),
      ("identical lists", [[("a", 5), ("b", 3)], [("a", 5), ("b", 3)]], ["[2025-03-05..]", "[2025-03-05..]"]),
      (
        "another order", [[("a", 5), ("b", 3)], [("c", 7), ("a", 5), ("d", 4)]], ["[2025-03-05..]", "[2025-03-07..]"]
      ),
      ("the newer one of the same day", [[("a", 5)], [("c", 5), ("a", 5)]], ["[2025-03-05..]", "[2025-03-05..]"]),
      ("chains apart", [[("a", 5)], [("c", 8)]], ["[2025-03-05..2025-03-07]", "[2025-03-08..]"]),
      ("no teaser", [[], [("c", 8)]], [nil, "[2025-03-08..]"]),
    ]
    for (name, lists, captured) in cases {
      let sources = lists.enumerated().map { index, list in
        let teasers = list.map { "Ort: Titel \($0.0)\n[0\($0.1).03.2025] Text \($0.0). mehr..." }
        let body = String(repeating: "Ein langer Absatz. ", count: 9)
        let text = (["OrtKopf \(index)", body] + teasers).joined(separator: "\n")
        return Source(file: SeedFile(name: "\(index)", bytes: Array(text.utf8)))
      }
      let archive = Archive(sources: sources, version: "test")
      #expect(archive.sources.map { $0.captured?.date.edtf } == captured, "\(name)")
    }
  }
}
