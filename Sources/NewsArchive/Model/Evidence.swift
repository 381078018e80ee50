/// The bytes that prove a fact.
public struct Evidence: Sendable, Hashable {
  /// What the bytes are to the fact.
  public enum Role: String, Sendable, CaseIterable {
    /// The sentence that says it.
    case statement
    /// Another sentence that says it again.
    case restatement
    /// The sentence, headline or kicker that names a party the statement calls "wir" or "beide Länder".
    case antecedent
    /// The bracket or words that give the date.
    case date
  }

  /// How the bytes were read.
  public enum Rule: String, Sendable, CaseIterable {
    /// The day in brackets before a lead or a teaser's text.
    case bracketDate = "bracket-date"
    /// A name, from the lists or by its context.
    case name
    /// A date in a sentence.
    case dateInSentence = "date-in-sentence"
    /// A word for an agreement with a verb that makes, plans or ends it: "haben einen Letter of Intent unterzeichnet".
    case agreement
    /// Joining what others run: "tritt … bei", "wird Teil einer …".
    case accession
    /// A verb or idiom of working together: "arbeiten … zusammen", "bündeln ihre Kräfte".
    case workingTogether = "working-together"
    /// Something made together: "haben eine gemeinsame Vision erarbeitet".
    case joint
    /// A group that meets or decides as one: "fassten die D16 einen Beschluss".
    case group
    /// Two names in a kicker and a word of cooperation in the headline.
    case kicker
    /// Words in quotation marks.
    case quotation
    /// The earliest and latest day that the sentences of an undated article leave open.
    case bounds
  }

  private let sourceIndex: UInt32
  /// Where in it: a whole sentence, headline, kicker, or the words of a date.
  public let range: TextRange
  /// What the bytes are to the fact.
  public let role: Role
  /// How they were read.
  public let rule: Rule

  /// Evidence of its parts; `source` is an index into `Archive.sources`.
  public init(source: Int, range: TextRange, role: Role, rule: Rule) {
    sourceIndex = UInt32(clamping: source)
    self.range = range
    self.role = role
    self.rule = rule
  }

  /// The source, as an index into `Archive.sources`.
  public var source: Int { Int(sourceIndex) }
}
