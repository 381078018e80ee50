/// Two or more partners who sign, found, join, run, plan or end something together.
public struct Cooperation: Fact {
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

  private let facts: Facts
  private let number: Int
  private var row: FactRows.CooperationRow { facts.rows.cooperations[number] }

  /// The cooperation of a number.
  public init(number: Int, of facts: Facts) {
    self.number = number
    self.facts = facts
  }

  /// Slug of kind and parties, and hash: `agreement-bayern-brandenburg-1a2b3c4d`.
  public var id: String { String(appendID) }
  /// Adds its id to a text.
  public func appendID(to text: inout TextBuffer) {
    let start = text.count
    text.append(row.kind.rawValue)
    for party in facts.rows.parties[number] {
      text.append(UInt8(ascii: " "))
      text.append(facts.partners[Int(party.partner)].id)
    }
    Slug.makeID(&text, from: start, row.identity)
  }
  /// `<kind_label>: A, B und C`.
  public var title: String {
    let parties = facts.rows.parties[number]
    return String { text in
      text.append(facts.rows.words[Int(row.label)].span)
      for (place, party) in zip(parties.indices, parties) {
        text.append(place == parties.startIndex ? ": " : place == parties.endIndex - 1 ? " und " : ", ")
        text.append(facts.partners[Int(party.partner)].name)
      }
    }
  }
  /// What its id is made of.
  var identity: Identity { row.identity }
  /// The form of the tie.
  public var kind: Kind { row.kind }
  /// The word in the text: `E-Government-Pakt`.
  public var kindLabel: String { facts.rows.word(row.label) ?? "" }
  /// How far it has come.
  public var status: Status { row.status }
  /// What it is about, in the text's words; nil where it does not say.
  public var subject: String? { facts.rows.word(row.subject) }
  /// At least two, or one that is collective; in the text's order.
  public var parties: [Party] { facts.rows.parties[number].map { Party(partner: Int($0.partner), role: $0.role) } }
  /// When it was made, or runs from; its words lie in the source of the first evidence.
  public var date: UncertainDate? { facts.rows.date(row.date) }
  /// The strongest of its statements.
  public var modality: Modality { row.modality }
  /// Whose words it is reported in: `laut Ministeriumsangaben`.
  public var attributedTo: String? { facts.rows.word(row.attributedTo) }
  /// How surely the text says it.
  public var confidence: Confidence { row.confidence }
  /// Statements first, each page's together; never empty.
  public var evidence: [Evidence] { facts.evidence(facts.rows.cooperationProofs[number]) }
  /// The source of the first evidence, as an index into `Archive.sources`.
  public var source: Int { facts.firstSource(facts.rows.cooperationProofs[number]) }
  /// The sources of all evidence, with repeats.
  public var sources: [Int] { facts.sources(facts.rows.cooperationProofs[number]) }
  /// The sentences that prove it in its first source.
  var sentences: [TextRange] { facts.sentences(facts.rows.cooperationProofs[number]) }
}
