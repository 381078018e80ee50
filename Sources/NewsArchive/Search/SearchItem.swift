/// An item of an archive that can be found.
public struct SearchItem: Sendable {
  /// What an item is.
  public enum Kind: String, Sendable, CaseIterable {
    case article, teaser, partner, cooperation, event
  }

  /// What it is.
  public let kind: Kind
  /// Its index in the archive's array of its kind.
  public let index: Int
}
