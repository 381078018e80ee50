/// Carries ranges from the file a story was read in to another file that shows the same story.
///
/// A story is read once, however many pages show it. Its pieces (title line, bracket, text) stand elsewhere on each
/// page but say the same, so a range keeps its distance from the beginning of its piece; where the files are written
/// in different bytes, its distance in characters.
struct Placement {
  private struct Piece {
    let from: TextRange
    let to: TextRange
    let isSame: Bool
  }

  private let pieces: [Piece]
  private let from: SeedFile
  private let to: SeedFile

  init(_ sighting: Sighting, of first: Sighting, in sources: [Source]) {
    from = sources[first.source].file
    to = sources[sighting.source].file
    let (from, to) = (from, to)
    pieces = zip(Placement.pieces(of: first, in: sources), Placement.pieces(of: sighting, in: sources)).map {
      from0, to0 in
      Piece(from: from0, to: to0, isSame: from0.count == to0.count && from.encoding == to.encoding)
    }
  }

  /// The pieces of a story on a page, in the same order for every page that shows it.
  private static func pieces(of sighting: Sighting, in sources: [Source]) -> [TextRange] {
    guard let page = sources[sighting.source].page else { return [] }
    if sighting.position == 0 {
      guard let story = page.story else { return [] }
      return [story.headLine] + [story.dateRange, story.lead].compactMap(\.self) + story.paragraphs
    }
    guard page.teasers.indices.contains(sighting.position - 1) else { return [] }
    let teaser = page.teasers[sighting.position - 1]
    return [teaser.titleLine, teaser.dateRange, teaser.text]
  }

  /// Where a range stands in the other file; nil if it is in none of the pieces.
  func place(_ range: TextRange) -> TextRange? {
    guard
      let piece = pieces.first(where: {
        $0.from.lowerBound <= range.lowerBound && range.upperBound <= $0.from.upperBound
      })
    else { return nil }
    if piece.isSame {
      let start = Int(range.lowerBound - piece.from.lowerBound) + Int(piece.to.lowerBound)
      return TextRange(start, start + range.count)
    }
    let before = CanonicalText(piece.from, in: from)
    let after = CanonicalText(piece.to, in: to)
    guard let start = before.offsets.firstIndex(where: { $0 >= range.lowerBound }),
      after.offsets.indices.contains(start)
    else { return nil }
    let end = before.offsets.firstIndex { $0 >= range.upperBound } ?? before.offsets.count
    return TextRange(
      after.offsets[start], after.offsets.indices.contains(end) ? after.offsets[end] : Int(piece.to.upperBound))
  }
}
