/// A word of a document that a word of the query matched.
public struct SearchMatch: Sendable {
  /// How the two are the same.
  public enum Kind: String, Sendable, CaseIterable {
    /// Letter for letter, but for upper and lower case and ß for ss.
    case exact
    /// But for ä written as ae or a, ö as oe or o, ü as ue or u.
    case umlaut
    /// In another inflection: the same stem.
    case stem
    /// The query's word is how the document's begins.
    case prefix
    /// The query's word is a part of the document's, or the document says a compound in its parts.
    case compoundPart = "compound-part"
    /// But for a letter or two.
    case typo
  }

  /// The word or phrase as the query has it.
  public let word: String
  /// The word as the document has it.
  public let token: String
  /// How they are the same.
  public let kind: Kind
  /// What the match counts, in percent of an exact one.
  public let weight: Int
  /// Its bytes in the document's file; nil in a text that stands in no file.
  public let range: TextRange?
}

/// A piece of a document that shows why it was found.
public struct Snippet: Sendable {
  /// The words, verbatim, cut at word borders.
  public let text: String
  /// The matched words in it, in order, apart from each other, in UTF-16 code units: what JavaScript slices by.
  public let marks: [Range<Int>]
  /// Its bytes in the document's file; nil in a text that stands in no file.
  public let range: TextRange?
}
