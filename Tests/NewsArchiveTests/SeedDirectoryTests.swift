import Foundation
import Synchronization
import Testing

@testable import NewsArchive

@Suite struct SeedDirectoryTests {
  private let page = "KasselNeues Amt\n[01.03.2025] Es öffnet.\n"

  @Test func `sources are the text files below the folder that are not hidden, in the order of their names`() throws {
    try withFolder { folder in
      for name in [
        "b.txt", "a.txt", "archiv/2024/c.txt", "ä.txt", ".hidden.txt", ".git/d.txt", "notes.md", "txt", ".txt",
      ] {
        try write(page, folder + "/" + name)
      }
      try write(page, folder + "/..data/e.txt")
      try write(page, folder + "-outside.txt")
      defer { try? FileManager.default.removeItem(atPath: folder + "-outside.txt") }
      let links = [
        ("e.txt", "..data/e.txt"), ("outside.txt", folder + "-outside.txt"), ("loop.txt", "loop.txt"),
        ("again", "archiv"),
        ("folder.txt", "archiv"),
      ]
      for (name, target) in links {
        try FileManager.default.createSymbolicLink(atPath: folder + "/" + name, withDestinationPath: target)
      }
      try FileManager.default.createDirectory(atPath: folder + "/sub.txt", withIntermediateDirectories: true)
      let archive = try Archive.load(folder: folder, version: "test")
      #expect(archive.sources.map(\.name) == ["a", "archiv/2024/c", "b", "e", "ä"])
      #expect(archive.ignoredFiles == 8)
    }
  }

  @Test func `a folder that cannot be served is one clear sentence`() throws {
    try withFolder { folder in
      try write(page, folder + "/only.md")
      #expect(throws: SeedDirectoryError.empty(folder)) { try Archive.load(folder: folder, version: "") }
      #expect(throws: SeedDirectoryError.missing(folder + "/no")) {
        try Archive.load(folder: folder + "/no", version: "")
      }
      let file = folder + "/only.md"
      #expect(throws: SeedDirectoryError.notAFolder(file)) { try Archive.load(folder: file, version: "") }
      #expect(
        "\(SeedDirectoryError.empty("seeds"))"
          == "The seeds folder seeds has no *.txt file; expected at least one page.")
    }
  }

  @Test func `one bad file is rejected with its reason and takes no other down`() throws {
    try withFolder { folder in
      try write(page, folder + "/good.txt")
      try write("Milch", folder + "/note.txt")
      try Data(count: Source.largestFile + 1).write(to: URL(filePath: folder + "/huge.txt"))
      let archive = try Archive.load(folder: folder, version: "test")
      #expect(archive.articles.count == 1)
      let problems = archive.sources.compactMap { source -> String? in
        guard case .failure(let error) = source.outcome else { return nil }
        return "\(source.name):\(error.line): \(error)"
      }
      #expect(
        problems == [
          "huge:0: expected a file of at most 16 MiB, found a larger one",
          "note:1: expected a page with a date, a teaser or a paragraph of an article, found “Milch”",
        ])
    }
  }

  @Test func `a reload reads changed files only and gives what a fresh start gives`() throws {
    try withFolder { folder in
      for name in ["a", "b", "c"] { try write(page + name, folder + "/\(name).txt") }
      let first = try Archive.load(folder: folder, version: "test")
      try write(page + "another text", folder + "/b.txt")
      try FileManager.default.removeItem(atPath: folder + "/c.txt")
      try write(page, folder + "/d.txt")
      let shares = Mutex<[Double]>([])
      let second = try Archive.load(folder: folder, version: "test", reusing: first) { share in
        shares.withLock { $0.append(share) }
      }
      let fresh = try Archive.load(folder: folder, version: "test")
      #expect(second.sources.map(\.name) == ["a", "b", "d"])
      #expect(second.sources[0].file === first.sources[0].file)
      #expect(second.sources[1].file !== first.sources[1].file)
      #expect(second.dataset == fresh.dataset)
      #expect(second.articles.map(\.id) == fresh.articles.map(\.id))
      #expect(shares.withLock { $0.last == 1 && $0 == $0.sorted() })
    }
  }

  @Test func `a watcher waits until a changed file has come to rest and keeps nothing else waiting`() throws {
    try withFolder { folder in
      try write(page + "a", folder + "/a.txt")
      try write(page + "b", folder + "/b.txt")
      var archive = try Archive.load(folder: folder, version: "test")
      var watcher = SeedWatcher(folder: folder, serving: archive)
      func look() throws -> [String]? {
        guard let directory = try watcher.look() else { return nil }
        archive = Archive.load(directory, version: "test", reusing: archive)
        return archive.sources.map { "\($0.name) \($0.file.bytes.count - page.utf8.count)" }
      }
      #expect(try look() == nil)
      try write(page + "half", folder + "/c.txt")
      #expect(try look() == nil, "c may be half written")
      try write(page + "half and half", folder + "/c.txt")
      try write(page + "another b", folder + "/b.txt")
      #expect(try look() == nil, "both have changed since")
      try write(page + "not yet", folder + "/a.txt")
      #expect(try look() == ["a 1", "b 9", "c 13"], "a is served as it was")
      #expect(try look() == ["a 7", "b 9", "c 13"])
      #expect(try look() == nil)
      try FileManager.default.removeItem(atPath: folder + "/b.txt")
      #expect(try look() == ["a 7", "c 13"])
      try FileManager.default.removeItem(atPath: folder + "/a.txt")
      try FileManager.default.removeItem(atPath: folder + "/c.txt")
      #expect(throws: SeedDirectoryError.empty(folder)) { try look() }
      #expect(try look() == nil, "told once")
      try write(page + "new", folder + "/d.txt")
      #expect(try look() == nil)
      #expect(try look() == ["d 3"])
    }
  }

  private func write(_ text: String, _ path: String) throws {
    let file = URL(filePath: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "seeds-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path(percentEncoded: false))
  }
}
