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

  func contains(_ kind: Page.Segment.Kind) -> Bool { recognised.contains { $0.kind == kind } }

  /// The whole file: what was noted, and between it what is blank or was not recognised. O(*n*).
  consuming func segments(of file: SeedFile) -> [Page.Segment] {
    var segments: [Page.Segment] = []
    var position = 0
    var line = 1
    func append(_ kind: Page.Segment.Kind, upTo end: Int) {
      guard end > position else { return }
      segments.append(Page.Segment(kind: kind, range: TextRange(position, end), line: line))
      line += file.bytes[position..<end].count { $0 == UInt8(ascii: "\n") }
      position = end
    }
    // What stands before the next recognised range: unclassified, and blank around it.
    func fill(upTo end: Int) {
      let unknown = file.trimmed(position, end)
      if !unknown.isEmpty {
        append(.blank, upTo: Int(unknown.lowerBound))
        append(.unclassified, upTo: Int(unknown.upperBound))
      }
      append(.blank, upTo: end)
    }
    for (kind, range) in recognised.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      fill(upTo: Int(range.lowerBound))
      append(kind, upTo: Int(range.upperBound))
    }
    fill(upTo: file.bytes.count)
    return segments
  }
}
