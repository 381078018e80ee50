/// Something dated: a publication, an agreement, a start, a plan.
public struct Event: Sendable {
  /// What happened.
  public enum Kind: String, Sendable, CaseIterable {
    case publication, agreement, event, founding, plan, statistic
  }

  /// What the event is about or stands in.
  public enum Subject: Sendable, Hashable {
    /// Index into `Archive.articles`.
    case article(Int)
    /// Index into `Archive.teasers`.
    case teaser(Int)
    /// Index into `Archive.cooperations`.
    case cooperation(Int)
  }

  /// Slug of date and title, and hash.
  public let id: String
  /// Never without words or a labelled rule; the words lie in the source of the first evidence.
  public let date: UncertainDate
  /// What happened.
  public let kind: Kind
  /// The sentence, the headline, or `<kind_label>: A, B und C`.
  public let title: String
  /// Indices into `Archive.partners`, in the text's order.
  public let actors: [Int]
  /// The article or teaser it stands in; an agreement's cooperation.
  public let about: Subject
  /// How the text says it.
  public let modality: Modality
  /// Whose words it is reported in: `laut dem Freistaat`.
  public let attributedTo: String?
  /// Statements first, each page's together; never empty.
  public let evidence: [Evidence]
}
