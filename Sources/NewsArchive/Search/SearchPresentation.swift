/// Why one document was found: the words in it that match, and a snippet that shows the best of them.
///
/// The index holds no places in bytes. The document is read again, with the same reader that indexed it, and
/// each word is asked whether the plan means it; so what is marked is what was found, letter for letter.
public struct SearchPresentation: Sendable {
  /// The matched words in reading order; a phrase is one match.
  public let matches: [SearchMatch]
  /// A piece of the text around the best matches; nil if no passage has any.
  public let snippet: Snippet?

  /// The greatest length of a snippet, in bytes.
  private static let snippetLength = 240

  /// A match before it is told to anybody.
  struct Found {
    let clause: Int
    let kind: SearchMatch.Kind
    let weight: Int
    /// Its bytes in the text of its passage.
    let range: Range<Int>
  }

  /// The presentation of a hit of the answer `result`, whose plan `matcher` looks for.
  ///
  /// - Complexity: O(*n*) in the bytes of the document.
  init(of document: SearchDocument, in result: SearchResult, with matcher: DocumentMatcher) {
    var matches: [SearchMatch] = []
    var best: (passage: SearchDocument.Passage, words: [Range<Int>], found: [Found], value: Int)?
    for passage in document.passages {
      let (words, found) = matcher.matches(in: passage, of: document)
      if found.isEmpty { continue }
      matches += found.map { match in
        SearchMatch(
          word: result.plan.clauses[match.clause].query.text, token: document.text(match.range, in: passage),
          kind: match.kind, weight: match.weight, range: passage.fileRange(match.range))
      }
      let value = Self.value(of: found[...]) + (passage.field == .title ? 0 : Self.bodyBonus)
      if value > best?.value ?? 0 { best = (passage, words, found, value) }
    }
    self.matches = matches
    snippet = best.map { Self.snippet(of: $0.passage, in: document, words: $0.words, found: $0.found) }
  }

  /// A reader of the hit sees the title anyway.
  private static let bodyBonus = 1_000

  /// The sum over the clauses matched of the best weight.
  private static func value(of found: ArraySlice<Found>) -> Int {
    var weights: [Int: Int] = [:]
    for match in found { weights[match.clause] = max(weights[match.clause] ?? 0, match.weight) }
    return weights.values.reduce(0, +)
  }

  /// The piece of at most `snippetLength` bytes with the most matches, as far as possible in its middle.
  private static func snippet(
    of passage: SearchDocument.Passage, in document: SearchDocument, words: [Range<Int>], found: [Found]
  ) -> Snippet {
    var best = found[..<1]
    var bestValue = 0
    var end = 0
    for start in found.indices {
      end = max(end, start + 1)
      while end < found.count, found[end].range.upperBound - found[start].range.lowerBound <= snippetLength { end += 1 }
      let value = value(of: found[start..<end])
      if value > bestValue { (best, bestValue) = (found[start..<end], value) }
    }
    let core = (best.first?.range.lowerBound ?? 0)..<(best.map(\.range.upperBound).max() ?? 0)
    let range = document.piece(around: core, length: snippetLength, words: words, of: passage)
    var marks: [Range<Int>] = []
    for match in found.map(\.range).sorted(by: { $0.lowerBound < $1.lowerBound }) where range.overlaps(match) {
      let match = match.clamped(to: range)
      if let last = marks.last, last.upperBound >= match.lowerBound {
        marks[marks.count - 1] = last.lowerBound..<max(last.upperBound, match.upperBound)
      } else {
        marks.append(match)
      }
    }
    func offset(_ byte: Int) -> Int { document.text(range.lowerBound..<byte, in: passage).utf16.count }
    return Snippet(
      text: document.text(range, in: passage),
      marks: marks.map { offset($0.lowerBound)..<offset($0.upperBound) }, range: passage.fileRange(range))
  }
}

extension SearchDocument.Passage {
  /// A range of its bytes, if they are the file's.
  fileprivate func fileRange(_ range: Range<Int>) -> TextRange? {
    guard case .range = content else { return nil }
    return TextRange(range.lowerBound, range.upperBound)
  }
}

extension SearchDocument {
  /// The text of some bytes of a passage, counted as its words' ranges are.
  fileprivate func text(_ range: Range<Int>, in passage: Passage) -> String {
    switch passage.content {
    case .range: file?.text(TextRange(range.lowerBound, range.upperBound)) ?? ""
    case .text(let text): String(decoding: Array(text.utf8)[range.clamped(to: 0..<text.utf8.count)], as: UTF8.self)
    }
  }

  /// All bytes of a passage.
  private func bounds(of passage: Passage) -> Range<Int> {
    switch passage.content {
    case .range(let range): range.indices.clamped(to: 0..<(file?.bytes.count ?? 0))
    case .text(let text): 0..<text.utf8.count
    }
  }

  /// A piece of a passage that begins with a word or the passage and ends with one, about `core`.
  fileprivate func piece(around core: Range<Int>, length: Int, words: [Range<Int>], of passage: Passage) -> Range<Int> {
    let bounds = bounds(of: passage)
    if bounds.count <= length { return bounds }
    let margin = max(0, length - core.count) / 2
    var end = min(bounds.upperBound, max(core.upperBound + margin, bounds.lowerBound + length))
    var start = max(bounds.lowerBound, min(core.lowerBound - margin, end - length))
    if start > bounds.lowerBound {
      start = min(core.lowerBound, words.first { $0.lowerBound >= start }?.lowerBound ?? start)
    }
    if end < bounds.upperBound {
      end = max(core.upperBound, words.last { $0.upperBound <= end }?.upperBound ?? end)
    }
    return start..<end
  }
}
