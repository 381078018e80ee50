/// What one article or teaser says: indices into the archive's arrays, in the text's order.
public struct StoryFacts: Fact {
  /// Another item that belongs beside this one, and why.
  public struct Related: Sendable, Hashable {
    /// The other item.
    public let item: Item
    /// The reasons, strongest first, a phrase each: `Kooperation: Letter of Intent`, `Bayern`, `Melitta Kühnlein`.
    public let because: [String]
  }

  /// An article or a teaser.
  public enum Item: Sendable, Hashable {
    /// Index into `Archive.articles`.
    case article(Int)
    /// Index into `Archive.teasers`.
    case teaser(Int)
  }

  private let facts: Facts
  private let number: Int

  /// What the story of a number says: articles first, then teasers.
  public init(number: Int, of facts: Facts) {
    self.number = number
    self.facts = facts
  }

  /// Indices into `Archive.partners`.
  public var partners: [Int] { facts.rows.partners[number].map { Int($0) } }
  /// Indices into `Archive.cooperations`.
  public var cooperations: [Int] { facts.rows.storyCooperations[number].map { Int($0) } }
  /// Indices into `Archive.events`: its publication first.
  public var events: [Int] { facts.rows.storyEvents[number].map { Int($0) } }
  /// Its quotations.
  public var quotes: [Quote] {
    facts.rows.quotes[number].map { row in
      Quote(
        speaker: Person(name: facts.rows.word(row.speaker) ?? "", role: facts.rows.word(row.role)), text: row.words,
        evidence: Evidence(
          source: facts.stories.source(number), range: row.sentences, role: .statement, rule: .quotation))
    }
  }
  /// The names of all whom it quotes, each once.
  public var speakers: [String] {
    quotes.map(\.speaker.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
  /// The sentences that bound the date of an undated article; empty where none does, and for all that is dated.
  public var bounds: [Evidence] { facts.evidence(facts.rows.bounds[number]) }
}
