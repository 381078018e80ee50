import Foundation
import TestSupport
import Testing

@testable import NewsArchive

@Suite struct ReadingInvariantTests {
  @Test func `the segments tile every seed and nothing in it is unclassified`() {
    for source in Seeds.archive.sources {
      expectTiling(source)
      #expect(!source.segments.contains { $0.kind == .unclassified }, "\(source.name)")
    }
  }

  @Test func `any bytes read to a page or a reading error, and their segments tile them`() {
    var random = SeededRandom(seed: 2025)
    let fragments =
      ["\n", "\r\n", "[01.02.2025] ", " mehr...", "A: B", "\u{A0}", "(Foto:", "\n\n\n\n", "\u{308}"].map {
        Array($0.utf8)
      } + [[0xC3], [0xFF], [0xE2, 0x80], [0]]
    let seeds = Seeds.files.map(\.bytes)
    for _ in 0..<120 {
      guard let seed = seeds.randomElement(using: &random) else { return }
      let source = Source(file: SeedFile(name: "mutant", bytes: random.mutate(seed, tokens: fragments)))
      expectTiling(source)
      let archive = Archive(sources: [source], version: "test")
      for article in archive.articles { #expect(archive.article(id: article.id) != .missing) }
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

  private func expectTiling(_ source: Source) {
    var position: UInt32 = 0
    var line = 1
    for segment in source.segments {
      #expect(segment.range.lowerBound == position && !segment.range.isEmpty && segment.line == line, "\(source.name)")
      position = segment.range.upperBound
      line += source.file.bytes[segment.range.indices].count { $0 == UInt8(ascii: "\n") }
    }
    #expect(Int(position) == source.file.bytes.count, "\(source.name)")
  }

  private func threadNanoseconds() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}
