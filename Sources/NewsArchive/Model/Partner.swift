/// Somebody who acts in the news: a Land, a town, an association, a ministry, a company …
///
/// Venues and places that are only passed through are no partners.
public final class Partner: Sendable {
  /// What a partner is.
  public enum Kind: String, Sendable, CaseIterable {
    case state
    case federal
    case municipality
    case district
    case association
    case itServiceProvider = "it-service-provider"
    case body
    case ministry
    case company
    case initiative
    case party
    case country
    case media
  }

  /// How often one page names it.
  public struct Mention: Sendable, Hashable {
    /// Index into `Archive.sources`.
    public let source: Int
    /// How often, at least 1.
    public let count: Int
    /// The sentence, headline or kicker that names it first.
    public let evidence: Evidence
  }

  /// The name as a slug, `landkreis-muenchen`; a scoped group adds its scope: `kommunale-spitzenverbaende-hessen`.
  public let id: String
  /// The name in the nominative: `Deutscher Landkreistag`.
  public let name: String
  /// What it is.
  public let kind: Kind
  /// Whether it stands for several that the text does not name: "kommunale Spitzenverbände".
  public let isCollective: Bool
  /// The actor a group belongs to where it is named, as an index into `Archive.partners`.
  public let scope: Int?
  /// The ISO 3166-2 code of a Land: `DE-BY`.
  public let isoCode: String?
  /// The official key of the area (Amtlicher Gemeindeschlüssel): 2 digits for a Land, 5 for a district or a town that
  /// is its own district.
  public let areaKey: String?
  /// The other forms it is named in, sorted: `DLT`, `Deutschen Landkreistags`.
  public let aliases: [String]
  /// The number of times it is named, over all pages.
  public let mentionCount: Int
  /// The first source that names it, as an index into `Archive.sources`; `Facts.mentions(of:)` has all of them.
  public let source: Int
  /// Indices into `Archive.cooperations`.
  public let cooperations: Places
  /// Indices into `Archive.articles` that name it.
  public let articles: Places
  /// Indices into `Archive.teasers` that name it.
  public let teasers: Places
  /// Indices into `Archive.events` that it takes part in, publications of what names it included.
  public let events: Places
  /// The date of the oldest dated article or teaser that names it.
  public let first: UncertainDate?
  /// The date of the newest one.
  public let last: UncertainDate?

  /// The partner of a place in the order, with what was found out of it.
  init(_ place: Int, _ findings: Findings, _ table: PartnerTable, _ gazetteer: Gazetteer) {
    let draft = table.drafts[table.order[place]]
    let name = table.name(of: table.order[place])
    let entry = gazetteer.entry(named: name).map { gazetteer.entries[$0] }
    (id, self.name, isCollective) = (draft.id, name, draft.isCollective)
    kind = entry?.kind ?? draft.kind
    scope = draft.scope.map { Int(table.places[$0]) }.flatMap { $0 < 0 ? nil : $0 }
    (isoCode, areaKey) = (entry?.isoCode, entry?.areaKey)
    let numbers = findings.numbers[place]
    aliases = draft.words.subtracting([name]).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    (mentionCount, source, first, last) = (numbers.mentionCount, numbers.source, numbers.first, numbers.last)
    (cooperations, events) = (Places(findings.cooperations[place]), Places(findings.events[place]))
    let named = findings.named[place]
    let split = named.firstIndex { $0 >= findings.articleCount } ?? named.endIndex
    articles = Places(named[..<split])
    teasers = Places(named[split...], from: findings.articleCount)
  }
}
