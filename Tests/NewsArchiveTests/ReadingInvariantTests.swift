import Foundation
import Testing

@testable import NewsArchive

@Suite struct ReadingInvariantTests {
  @Test func `the segments tile every seed and nothing in it is unclassified`() {
    for source in Seeds.archive.sources {
      expectTiling(source)
      #expect(!source.segments.contains { $0.kind == .unclassified }, "\(source.name)")
    }
  }

  @Test func `every beginning of a seed can be read`() throws {
    let file = try #require(Seeds.files.first)
    for length in stride(from: 0, to: file.bytes.count, by: 29) {
      expectTiling(Source(file: SeedFile(name: "cut", bytes: Array(file.bytes.prefix(length)))))
    }
  }

  @Test func `reading takes a time linear in the bytes whatever they are`() {
    let units = [
      "\n", "a\n", "A: b\n", "[01.01.2025] a\n", "A: b\n[01.01.2025] c\n", "Weitere \n\n\n\n", ": ", "(Foto:\n", "aA",
      "a\u{308}", "[", " ", "5G-", "Bildquelle:\n", "mehr...", "[1.1.2025",
    ]
    for unit in units {
      let small = processorTime(of: unit, bytes: 10_000)
      let large = processorTime(of: unit, bytes: 80_000)
      // Eight times the bytes; a quadratic step would take sixty-four times as long.
      #expect(large < small * 24 + 0.02, "“\(unit)”: \(small) s, then \(large) s")
    }
  }

  /// The seconds this thread works on a page, whatever else the machine does.
  private func processorTime(of unit: String, bytes: Int) -> Double {
    let text = String(repeating: unit, count: bytes / unit.utf8.count)
    let file = SeedFile(name: "long", bytes: Array(("Kopf\n" + text).utf8))
    let start = threadNanoseconds()
    guard case .success(let page) = Page.outcome(file.bytes) else { return 0 }
    let words = PageWords(file: page.file, ranges: page.story?.paragraphs ?? [])
    for range in [page.story?.headLine, page.story?.paragraphs.first].compactMap(\.self) {
      _ = Title(headLine: range, in: page.file, kickers: Kickers(), words: words)
    }
    _ = page.segments
    return Double(threadNanoseconds() - start) / 1e9
  }

  private func threadNanoseconds() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}
