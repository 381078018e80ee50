import Foundation
import TestSupport
import Testing

@testable import NewsArchive

/// `DAMAGED_PAGES` says how many (200), `DAMAGED_PAGES_FOLDER` where to leave them for others: Tests/Faults/pages does.
@Suite struct DamagedPageTests {
  private let count = ProcessInfo.processInfo.environment["DAMAGED_PAGES"].flatMap(Int.init) ?? 200
  private let folder = ProcessInfo.processInfo.environment["DAMAGED_PAGES_FOLDER"]

  @Test func `a damaged page is read or rejected with line and reason, its segments tile it, and it takes no time`()
    throws
  {
    var random = SeededRandom(seed: 8)
    let pages = Seeds.files.map(\.bytes)
    var batch: [Source] = []
    var rejected = 0
    var slowest = Duration.zero
    for number in 0..<count {
      var bytes = pages.randomElement(using: &random) ?? []
      var damages: [Damage] = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let damage = Damage.allCases.randomElement(using: &random) ?? .cut
        bytes = damage.done(to: bytes, with: pages.randomElement(using: &random) ?? [], &random)
        damages.append(damage)
      }
      let name = "damaged-\(number)"
      if let folder { try Data(bytes).write(to: URL(filePath: "\(folder)/\(name).txt")) }
      var source: Source?
      slowest = max(slowest, SuspendingClock().measure { source = Source(file: SeedFile(name: name, bytes: bytes)) })
      guard let source else { continue }
      expectTiling(source, "\(damages)")
      if case .failure(let error) = source.outcome {
        rejected += 1
        // Line 0 is the file as a whole.
        let lines = 0...bytes.count { $0 == UInt8(ascii: "\n") } + 1
        #expect(
          lines.contains(error.line) && !error.expected.isEmpty && !error.found.isEmpty, "\(name): \(damages)")
      }
      batch.append(source)
      if batch.count == 50 || number == count - 1 {
        let archive = Archive(sources: batch, version: "test")
        for article in archive.articles { #expect(archive.article(id: article.id) != .missing) }
        for event in archive.events { expectWords(of: event.date, in: event.evidence, "\(event.id)") }
        for tie in archive.cooperations { expectWords(of: tie.date, in: tie.evidence, "\(tie.id)") }
        batch = []
      }
    }
    #expect(slowest < .seconds(2), "\(slowest) for one page")
    // Neither refuses all nor swallows all.
    #expect(rejected > 0 && rejected < count / 2, "\(rejected) of \(count) rejected")
  }

  /// A date's words stand in what proves it, on the page that the evidence begins with.
  private func expectWords(of date: UncertainDate?, in evidence: [Evidence], _ context: String) {
    guard let words = date?.words, let page = evidence.first?.source else { return }
    #expect(
      evidence.contains {
        $0.source == page && $0.range.lowerBound <= words.lowerBound && words.upperBound <= $0.range.upperBound
      }, "\(context)")
  }
}
