/// Where an item stands: one page that shows it.
public struct Sighting: Sendable, Hashable {
  private let sourceIndex: UInt32
  private let place: UInt32

  init(source: Int, position: Int) {
    sourceIndex = UInt32(clamping: source)
    place = UInt32(clamping: position)
  }

  /// The source, as an index into `Archive.sources`.
  public var source: Int { Int(sourceIndex) }
  /// The place among the page's teasers, from 1; 0 for an article.
  public var position: Int { Int(place) }
}
