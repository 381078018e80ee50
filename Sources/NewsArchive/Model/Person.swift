/// Somebody who speaks or is spoken of, as the text introduces them.
public struct Person: Sendable {
  /// First name and surname: `Judith Gerlach`; only the surname where no more is said.
  public let name: String
  /// The office before or behind the name: `Digitalministerin`; nil where none is named.
  public let role: String?
}
