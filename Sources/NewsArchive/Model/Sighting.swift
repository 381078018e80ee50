/// Where an item stands: one page that shows it.
public struct Sighting: Sendable, Hashable {
  private let sourceIndex: UInt32
  private let place: UInt32
  private let labelRange: TextRange
  private let captionRange: TextRange

  init(source: Int, position: Int, label: TextRange? = nil, caption: TextRange? = nil) {
    sourceIndex = UInt32(clamping: source)
    place = UInt32(clamping: position)
    labelRange = label ?? .none
    captionRange = caption ?? .none
  }

  /// The source, as an index into `Archive.sources`.
  public var source: Int { Int(sourceIndex) }
  /// The place among the page's teasers, from 1; 0 for an article.
  public var position: Int { Int(place) }
  /// A teaser's label on that page; in that page's file.
  public var label: TextRange? { labelRange.ifAny }
  /// A teaser's caption on that page; in that page's file.
  public var caption: TextRange? { captionRange.ifAny }
}
