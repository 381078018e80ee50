import TestSupport
import Testing

@testable import NewsArchive

/// What must hold of every fact of the five seeds, whatever the rules find.
struct FactInvariantTests {
  private let archive = Seeds.archive

  @Test func `no fact is without a statement, and every evidence lies in its source`() {
    for cooperation in archive.cooperations {
      #expect(cooperation.evidence.contains { $0.role == .statement }, "\(cooperation.id)")
      #expect(cooperation.parties.count > 1 || archive.partners[cooperation.parties[0].partner].isCollective)
    }
    for event in archive.events { #expect(event.evidence.contains { $0.role == .statement }, "\(event.id)") }
    for partner in archive.partners.indices { #expect(!archive.facts.mentions(of: partner).isEmpty, "\(partner)") }
    for evidence in archive.cooperations.flatMap(\.evidence) + archive.events.flatMap(\.evidence) {
      #expect(Int(evidence.range.upperBound) <= archive.sources[evidence.source].file.bytes.count)
      #expect(!evidence.range.isEmpty)
    }
  }

  @Test func `every party is named where the cooperation is proved, on every page`() {
    for cooperation in archive.cooperations {
      for source in Set(cooperation.evidence.map(\.source)) {
        let quotes = cooperation.evidence.filter { $0.source == source && $0.role != .date }
          .map { archive.text($0.range, in: source) }.joined(separator: "\n")
        for party in cooperation.parties {
          let partner = archive.partners[party.partner]
          let forms = ([partner.name] + partner.aliases).map { $0.lowercased().prefix(9) }
          #expect(forms.contains { quotes.lowercased().contains($0) }, "\(partner.name) in \(cooperation.id)")
        }
      }
    }
  }

  @Test func `every stated date stands in its evidence`() {
    for event in archive.events {
      guard let words = event.date.words, let source = event.evidence.first?.source else {
        #expect(event.date.basis == .inferred, "\(event.id)")
        continue
      }
      let inside = event.evidence.contains {
        $0.source == source && $0.range.lowerBound <= words.lowerBound && words.upperBound <= $0.range.upperBound
      }
      #expect(inside, "\(event.id)")
    }
  }

  @Test func `facts do not depend on the order, the names or the neighbours of files`() {
    let files = Seeds.files
    func archive(_ files: [SeedFile]) -> Archive { Archive(sources: files.map { Source(file: $0) }, version: "test") }
    func ids(_ archive: Archive) -> Set<String> {
      Set(archive.cooperations.map(\.id) + archive.events.map(\.id) + archive.partners.map(\.id))
    }
    let all = ids(self.archive)
    #expect(ids(archive(files.reversed())) == all)
    #expect(ids(archive(files.enumerated().map { SeedFile(name: "other-\(9 - $0)", bytes: $1.bytes) })) == all)
    #expect(ids(archive(Array(files.prefix(2)))).isSubset(of: all))
  }

  @Test func `an undated article is bounded by its own sentences and by nothing else`() {
    let bounds = Dictionary(
      archive.articles.map { (archive.sources[$0.source].name.prefix(3), $0.date) },
      uniquingKeysWith: { first, _ in first })
    #expect(bounds["001"] == .some(nil))
    #expect(bounds["002"]??.edtf == "[2009..2015]")
    #expect(bounds["002"]??.earliest?.description == "2009-01-01")
    #expect(bounds["002"]??.latest?.description == "2015-05-31")
    #expect(bounds["004"]??.edtf == "[2019..]")
    #expect(bounds["002"]??.basis == .inferred)
  }

  @Test func `an undated article lies before the first of its plans, in whichever order they stand`() {
    let plans = ["Ab 2027 soll Bayern ein Portal betreiben.", "Im Jahr 2030 soll Bayern das Portal erweitern."]
    let text = "Bayern hat ein Portal vorgestellt, das allen Kommunen offen steht und das viele Leistungen bündelt."
    for plans in [plans, plans.reversed()] {
      let page = "BayernPortal\n\n\(text) \(plans.joined(separator: " "))\n"
      let archive = Archive(
        sources: [Source(file: SeedFile(name: "plans", bytes: Array(page.utf8)))], version: "test")
      #expect(archive.articles.map { $0.date?.edtf } == ["[..2027]"], "\(plans)")
    }
  }

  @Test func `any bytes are read to facts or to none, and nothing breaks`() {
    var random = SeededRandom(seed: 20_240_517)
    let files = Seeds.files
    for round in 0..<60 {
      var bytes = files[round % files.count].bytes
      for _ in 0..<40 {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: Array("„, und (2024) Stadt ".utf8), at: place)
        default: bytes.replaceSubrange(place..<min(place + 30, bytes.count), with: [])
        }
      }
      let archive = Archive(sources: [Source(file: SeedFile(name: "mutant", bytes: bytes))], version: "test")
      for evidence in archive.cooperations.flatMap(\.evidence) + archive.events.flatMap(\.evidence) {
        #expect(Int(evidence.range.upperBound) <= bytes.count)
      }
    }
  }
}
