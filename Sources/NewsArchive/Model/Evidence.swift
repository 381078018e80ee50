/// The bytes that prove a fact.
public struct Evidence: Sendable, Hashable {
  /// What the bytes are to the fact.
  public enum Role: String, Sendable {
    /// The sentence that says it.
    case statement
    /// Another sentence that says it again.
    case restatement
    /// The sentence, headline or kicker that names a party the statement calls "wir" or "beide Länder".
    case antecedent
    /// The bracket or words that give the date.
    case date
  }

  /// The source, as an index into `Archive.sources`.
  public let source: Int
  /// Where in it: a whole sentence, headline, kicker, or the words of a date.
  public let range: TextRange
  /// What the bytes are to the fact.
  public let role: Role
  /// The name of the rule that read them: `signed-by-parties`.
  public let rule: String

  /// Evidence of its parts.
  public init(source: Int, range: TextRange, role: Role, rule: String) {
    self.source = source
    self.range = range
    self.role = role
    self.rule = rule
  }
}
