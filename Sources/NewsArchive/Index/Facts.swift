/// All that the stories of an archive say, merged: the same fact said again is one with more evidence.
///
/// Order never depends on the order of files: partners by name, then id; cooperations and events by date, then id.
///
/// A fact is kept as numbers: what it is, where its words stand, which story says it. Ids, titles and the evidence on
/// every page that shows the story are made of them when somebody asks; a hundred thousand pages say two million facts,
/// and an answer holds twenty.
public final class Facts: Sendable {
  /// A place in a story that proves a cooperation or an event.
  struct Proof: Sendable, Hashable {
    let story: Int32
    let range: TextRange
    let role: Evidence.Role
    let rule: Evidence.Rule
  }

  /// A partner named in a story, and the sentence, headline or kicker that names it.
  struct Name: Sendable {
    let partner: Int32
    let sentence: TextRange
  }

  /// A party of a cooperation.
  struct Party: Sendable {
    let partner: Int32
    let role: Cooperation.Party.Role
  }

  /// Words that are kept apart from the files they stand in, as an index into `words`; 0 for none.
  typealias Word = UInt32

  struct CooperationRow: Sendable {
    let identity: Identity
    let date: PackedDate
    let dateWords: TextRange
    let label: Word
    let subject: Word
    let attributedTo: Word
    let kind: Cooperation.Kind
    let status: Cooperation.Status
    let modality: Modality
    let confidence: Cooperation.Confidence
  }

  struct EventRow: Sendable {
    let identity: Identity
    let date: PackedDate
    let dateWords: TextRange
    let title: Title
    let attributedTo: Word
    /// A cooperation, or where this is negative, the story of the first proof.
    let cooperation: Int32
    let kind: Event.Kind
    let modality: Modality
  }

  /// What an event is called.
  struct Title: Sendable {
    enum Form: UInt8 {
      /// A range of the story's file.
      case range
      /// What the story is called.
      case story
      /// A word.
      case word
    }

    let form: Form
    let range: TextRange
  }

  struct QuoteRow: Sendable {
    let words: TextRange
    let sentences: TextRange
    let speaker: Word
    let role: Word
    /// -1 for none.
    let partner: Int32
  }

  /// The bounds of an undated article.
  struct BoundsRow: Sendable {
    let earliest: PackedDate
    let latest: PackedDate
    /// Where in `boundsProofs` the sentences are that say so.
    let proofs: Range<Int>
  }

  /// What a story says: places in the arrays below.
  struct StoryRows: Sendable {
    var names = Lists<Name>()
    var partners = Lists<Int32>()
    var cooperations = Lists<Int32>()
    var events = Lists<Int32>()
    var quotes = Lists<QuoteRow>()
    var bounds: [Int: BoundsRow] = [:]
    var boundsProofs: [Proof] = []
  }

  let parts: FactParts

  /// What the articles and teasers of an archive say. O(*n*) in their text, and in the order of what they say.
  init(_ stories: Stories, gazetteer: Gazetteer = .german) { parts = FactsBuilder(stories).parts(gazetteer) }

  var stories: Stories { parts.stories }
  func append(_ word: Word, to text: inout TextBuffer) { text.append(parts.words[Int(word)].span) }
  func word(_ word: Word) -> String? { word == 0 ? nil : String(decoding: parts.words[Int(word)], as: UTF8.self) }

  /// Everybody who acts, by name, then id.
  public var partners: [Partner] { parts.partners }
  /// Who works with whom, newest first, undated last, then id.
  public var cooperations: FactList<Cooperation> { FactList(self, 0..<parts.cooperationRows.count) }
  /// Everything dated, oldest first, then id.
  public var events: FactList<Event> { FactList(self, 0..<parts.eventRows.count) }
  /// All events, then those of each partner and of each article that has any.
  public var timelines: FactList<Timeline> { FactList(self, 0..<parts.timelineOwners.count + 1) }
  /// What each of `Archive.articles` says.
  public var articles: FactList<StoryFacts> { FactList(self, 0..<stories.articles.count) }
  /// What each of `Archive.teasers` says.
  public var teasers: FactList<StoryFacts> { FactList(self, stories.articles.count..<stories.count) }

  // MARK: Evidence

  /// The evidence of some proofs on every page that shows their stories: each page's together, its statements first;
  /// the page of the first proof, where the words of a date and a title lie, then the others in the order of their names.
  func evidence(_ proofs: some Collection<Proof>) -> [Evidence] {
    var evidence: [Evidence] = []
    var rest = proofs[...]
    while let first = rest.first {
      let same = rest.prefix { $0.story == first.story }
      rest = rest.dropFirst(same.count)
      let more = self.evidence(same, of: Int(first.story))
      evidence += evidence.isEmpty ? more : more.filter { !evidence.contains($0) }
    }
    return Facts.ordered(evidence)
  }

  private func evidence(_ proofs: some Collection<Proof>, of story: Int) -> [Evidence] {
    let sightings = stories.sightings(story)
    let first = sightings[0]
    var evidence = proofs.map { Evidence(source: first.source, range: $0.range, role: $0.role, rule: $0.rule) }
    for sighting in sightings.dropFirst() where sighting.source != first.source {
      let placement = Placement(sighting, of: first, in: stories.sources)
      for proof in proofs {
        if let range = placement.place(proof.range) {
          evidence.append(Evidence(source: sighting.source, range: range, role: proof.role, rule: proof.rule))
        }
      }
    }
    return evidence
  }

  private static func ordered(_ evidence: [Evidence]) -> [Evidence] {
    let first = evidence.first?.source
    func key(_ item: (offset: Int, element: Evidence)) -> (Int, Int, Int) {
      (item.element.source == first ? -1 : item.element.source, item.element.role.rank, item.offset)
    }
    return evidence.enumerated().sorted { key($0) < key($1) }.map(\.element)
  }

  /// The source of the first evidence.
  func firstSource(_ proofs: some Collection<Proof>) -> Int {
    proofs.first.map { stories.source(Int($0.story)) } ?? 0
  }

  /// The sources of the evidence, with repeats.
  func sources(_ proofs: some Collection<Proof>) -> [Int] {
    var sources: [Int] = []
    var last: Int32 = -1
    for proof in proofs where proof.story != last {
      last = proof.story
      sources += stories.sightings(Int(last)).lazy.map(\.source)
    }
    return sources
  }

  /// The sentences that prove it in its first source.
  func sentences(_ proofs: some Collection<Proof>) -> [TextRange] {
    let source = firstSource(proofs)
    return Facts.ordered(
      proofs.filter { $0.role != .date && stories.source(Int($0.story)) == source }
        .map { Evidence(source: source, range: $0.range, role: $0.role, rule: $0.rule) }
    ).map(\.range)
  }

  // MARK: Partners

  /// Where a partner is named, by source name; never empty.
  ///
  /// - Complexity: O(*n*) in the stories that name it.
  public func mentions(of partner: Int) -> [Partner.Mention] {
    let row = partners[partner]
    var mentions: [Int: (count: Int, evidence: Evidence)] = [:]
    for story in Array(row.articles) + row.teasers.map({ $0 + stories.articles.count }) {
      for name in parts.storyRows.names[story] where name.partner == partner {
        let proof = Proof(story: Int32(clamping: story), range: name.sentence, role: .statement, rule: .name)
        for evidence in evidence(CollectionOfOne(proof), of: story) {
          mentions[evidence.source, default: (0, evidence)].count += 1
        }
      }
    }
    return mentions.sorted { $0.key < $1.key }.map {
      Partner.Mention(source: $0.key, count: $0.value.count, evidence: $0.value.evidence)
    }
  }

  /// The sources whose articles and teasers name a partner, with repeats.
  public func sources(naming partner: Int) -> [Int] {
    var sources: [Int] = []
    for article in partners[partner].articles {
      for sighting in stories.articles[article].sightings { sources.append(sighting.source) }
    }
    for teaser in partners[partner].teasers {
      for sighting in stories.teasers[teaser].sightings { sources.append(sighting.source) }
    }
    return sources
  }
}

extension Evidence.Role {
  fileprivate var rank: Int {
    switch self {
    case .statement: 0
    case .restatement: 1
    case .antecedent: 2
    case .date: 3
    }
  }
}
