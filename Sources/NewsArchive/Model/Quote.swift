/// Words in quotation marks and who said them.
public struct Quote: Sendable {
  /// Who said it.
  public let speaker: Person
  /// The words between the marks, in the file of the article's first sighting.
  public let text: TextRange
  /// The whole sentences that the quotation and the naming of its speaker stand in.
  public let evidence: Evidence
}
