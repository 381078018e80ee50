/// What one article or teaser says: indices into the archive's arrays, in the text's order.
public struct StoryFacts: Sendable {
  /// Another item that belongs beside this one, and why.
  public struct Related: Sendable, Hashable {
    /// The other item.
    public let item: Item
    /// The reasons, strongest first, a phrase each: `Kooperation: Letter of Intent`, `Bayern`, `Melitta Kühnlein`.
    public let because: [String]
  }

  /// An article or a teaser.
  public enum Item: Sendable, Hashable {
    /// Index into `Archive.articles`.
    case article(Int)
    /// Index into `Archive.teasers`.
    case teaser(Int)
  }

  /// The days between which an undated article must have been written, and the sentences that say so.
  public struct Bounds: Sendable, Hashable {
    /// One of the days between two dates, either of which may be open; `inferred`.
    public let date: UncertainDate
    /// The sentences.
    public let evidence: [Evidence]
  }

  /// Indices into `Archive.partners`.
  public let partners: [Int]
  /// Indices into `Archive.cooperations`.
  public let cooperations: [Int]
  /// Indices into `Archive.events`: its publication first.
  public let events: [Int]
  /// Its quotations.
  public let quotes: [Quote]
  /// Everybody it names, those who are quoted included.
  public let persons: [Person]
  /// The bounds of an undated article; nil where its sentences leave none, and of all that is dated.
  public let bounds: Bounds?

  /// Nothing.
  static let none = StoryFacts(partners: [], cooperations: [], events: [], quotes: [], persons: [], bounds: nil)
}
