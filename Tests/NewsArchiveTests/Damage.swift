import Foundation
import TestSupport

/// What can happen to a page on its way from a newsroom's server into a folder.
enum Damage: CaseIterable {
  case flippedBits, foreignBytes, cut, joined, spliced, swappedLines, droppedLines, doubledLines
  case otherEncoding, twiceEncoded, otherLineEnds, shreds

  /// The page after that; `other` is the page it is mixed with.
  func done(to page: [UInt8], with other: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var page = page
    func place() -> Int { Int.random(in: 0...page.count, using: &random) }
    switch self {
    case .flippedBits:
      for _ in 0..<Int.random(in: 1...40, using: &random) where !page.isEmpty {
        page[Int.random(in: page.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
    case .foreignBytes:
      page.insert(
        contentsOf: (0..<Int.random(in: 1...64, using: &random)).map { _ in
          UInt8.random(in: .min ... .max, using: &random)
        }, at: place())
    case .cut:
      let (one, another) = (place(), place())
      page = Array(page[min(one, another)..<max(one, another)])
    case .joined: page += other
    case .spliced: page = page.prefix(place()) + other.suffix(Int.random(in: 0...other.count, using: &random))
    case .swappedLines:
      changeLines(of: &page, &random) { lines, one, another in lines.swapAt(one, another) }
    case .droppedLines:
      changeLines(of: &page, &random) { lines, one, _ in lines.remove(at: one) }
    case .doubledLines:
      changeLines(of: &page, &random) { lines, one, another in lines.insert(lines[one], at: another) }
    case .otherEncoding:
      let text = String(decoding: page, as: UTF8.self)
      let encodings: [String.Encoding] = [
        .windowsCP1252, .isoLatin1, .utf16LittleEndian, .utf16BigEndian, .utf32, .macOSRoman,
      ]
      if let encoding = encodings.randomElement(using: &random),
        let data = text.data(using: encoding, allowLossyConversion: true)
      {
        page = Array(data)
      }
    case .twiceEncoded: page = Array(String(String.UnicodeScalarView(page.map { Unicode.Scalar($0) })).utf8)
    case .otherLineEnds:
      let ends: [[UInt8]] = [[13, 10], [13], [10, 10], [10, 13], [0xE2, 0x80, 0xA8], []]
      let end = ends.randomElement(using: &random) ?? []
      page = page.flatMap { $0 == UInt8(ascii: "\n") ? end : [$0] }
    case .shreds:
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        page.insert(contentsOf: Self.tokens.randomElement(using: &random) ?? [], at: place())
      }
    }
    return page
  }

  /// Does something to two lines of the page, up to eight times.
  private func changeLines(
    of page: inout [UInt8], _ random: inout SeededRandom, _ change: (inout [ArraySlice<UInt8>], Int, Int) -> Void
  ) {
    var lines = page.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for _ in 0..<Int.random(in: 1...8, using: &random) where !lines.isEmpty {
      let (one, another) = (lines.indices.randomElement(using: &random), lines.indices.randomElement(using: &random))
      change(&lines, one ?? 0, another ?? 0)
    }
    page = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  /// What the reader looks for, where it does not belong, and what is no text.
  private static let tokens: [[UInt8]] =
    [
      "\n", "\r\n", "[01.02.2025] ", "[31.02.2025] ", "[99.99.99999999999999999999]", " mehr...", "A: B", "(Foto:",
      "\n\n\n\n",
      "\u{A0}", "\u{308}", "\u{FEFF}", "„", "“", "Weitere Nachrichten", "am 30. Februar 2024", "2024–2019",
      "und und und ",
    ].map { Array($0.utf8) } + [[0xC3], [0xFF], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0]]
}
