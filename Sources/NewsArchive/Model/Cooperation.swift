/// Two or more partners who sign, found, join, run, plan or end something together.
public struct Cooperation: Sendable {
  /// The form of the tie.
  public enum Kind: String, Sendable, CaseIterable {
    case agreement
    case administrativeAgreement = "administrative-agreement"
    case frameworkContract = "framework-contract"
    case specialPurposeAgreement = "special-purpose-agreement"
    case stateTreaty = "state-treaty"
    case letterOfIntent = "letter-of-intent"
    case pact
    case developerCommunity = "developer-community"
    case procurementCommunity = "procurement-community"
    case accession
    case jointProject = "joint-project"
    case partnership
    case positionPaper = "position-paper"
    case jointPublication = "joint-publication"
    case founding
    case exchange
    case resolution
  }

  /// How far it has come.
  public enum Status: String, Sendable, CaseIterable {
    case signed, joined, ongoing, planned, ended
  }

  /// How surely the text says it.
  public enum Confidence: String, Sendable, CaseIterable {
    /// One sentence names parties and act.
    case explicit
    /// Several sentences together do.
    case combined
    /// The kicker or the page's make-up does.
    case inferred
  }

  /// One of those who cooperate.
  public struct Party: Sendable, Hashable {
    /// What it does in it.
    public enum Role: String, Sendable {
      /// It belongs to it.
      case member
      /// It joins the others with it.
      case joins
    }

    /// Index into `Archive.partners`.
    public let partner: Int
    /// What it does in it.
    public let role: Role
  }

  /// Slug of kind and parties, and hash: `agreement-bayern-brandenburg-1a2b3c4d`.
  public let id: String
  /// The form of the tie.
  public let kind: Kind
  /// The word in the text: `E-Government-Pakt`.
  public let kindLabel: String
  /// How far it has come.
  public let status: Status
  /// What it is about, in the text's words; nil where it does not say.
  public let subject: String?
  /// At least two, or one that is collective; in the text's order.
  public let parties: [Party]
  /// When it was made, or runs from; its words lie in the source of the first evidence.
  public let date: UncertainDate?
  /// The strongest of its statements.
  public let modality: Modality
  /// Whose words it is reported in: `laut Ministeriumsangaben`.
  public let attributedTo: String?
  /// How surely the text says it.
  public let confidence: Confidence
  /// Statements first, each page's together; never empty.
  public let evidence: [Evidence]
}
