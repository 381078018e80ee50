/// The answer to a query.
public struct SearchResult: Sendable {
  /// A document that matches.
  public struct Hit: Sendable, Hashable {
    /// Its number.
    public let document: Int
    /// How well it matches; comparable within one answer.
    public let score: Int
  }

  /// The number of documents that match and pass the filter; exact.
  public let total: Int
  /// The asked-for page of them, by score, then date (newest first, undated last), then number.
  public let hits: [Hit]
  /// All documents that match, whether or not they pass the filter: what facets count.
  public let matches: DocumentSet
  /// Queries like this one that do find something, best first; empty unless `matches` is.
  public let suggestions: [String]
  /// What the words of the query were taken to mean.
  let plan: SearchPlan
  /// The number of postings read to find it. The time an answer takes follows it, but not the machine.
  let steps: Int
}
