/// Collects what the grammar has recognised and tiles the file with it: nothing read is lost.
struct Segmentation {
  /// Whether somebody wants the segments; otherwise nothing is kept.
  let isWanted: Bool
  private var recognised: [(kind: Page.Segment.Kind, range: TextRange)] = []

  init(isWanted: Bool) { self.isWanted = isWanted }

  /// Notes that a range is of a kind. Ranges come in the order of the file, or nearly so, and never overlap.
  mutating func note(_ kind: Page.Segment.Kind, _ range: TextRange?) {
    if isWanted, let range, !range.isEmpty { recognised.append((kind, range)) }
  }

  /// Whether something of a kind was noted.
  func contains(_ kind: Page.Segment.Kind) -> Bool { recognised.contains { $0.kind == kind } }

  /// The whole file: what was noted, and between it what is blank or was not recognised. O(*n*).
  consuming func segments(of file: SeedFile) -> [Page.Segment] {
    var tiling = Tiling(file: file)
    for (kind, range) in recognised.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      tiling.fill(upTo: Int(range.lowerBound))
      tiling.append(kind, upTo: Int(range.upperBound))
    }
    tiling.fill(upTo: file.bytes.count)
    return tiling.segments
  }
}

private struct Tiling {
  let file: SeedFile
  var segments: [Page.Segment] = []
  private var position = 0
  private var line = 1

  init(file: SeedFile) { self.file = file }

  /// A segment from where the last one ended.
  mutating func append(_ kind: Page.Segment.Kind, upTo end: Int) {
    guard end > position else { return }
    segments.append(Page.Segment(kind: kind, range: TextRange(position, end), line: line))
    line += file.bytes[position..<end].count { $0 == UInt8(ascii: "\n") }
    position = end
  }

  /// Blank and unclassified segments up to the next recognised one.
  mutating func fill(upTo end: Int) {
    guard end > position else { return }
    let unknown = file.trimmed(position, end)
    if !unknown.isEmpty {
      append(.blank, upTo: Int(unknown.lowerBound))
      append(.unclassified, upTo: Int(unknown.upperBound))
    }
    append(.blank, upTo: end)
  }
}
