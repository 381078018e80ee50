/// An item of an archive that can be found.
public enum SearchItem: Sendable, Hashable {
  /// What an item is.
  public enum Kind: String, Sendable, CaseIterable {
    case article, teaser, partner, cooperation, event
  }

  /// Index into `Archive.articles`.
  case article(Int)
  /// Index into `Archive.teasers`.
  case teaser(Int)
  /// Index into `Archive.partners`.
  case partner(Int)
  /// Index into `Archive.cooperations`.
  case cooperation(Int)
  /// Index into `Archive.events`.
  case event(Int)
}
