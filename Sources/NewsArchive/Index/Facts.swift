/// All that the stories of an archive say, merged: the same fact said again is one with more evidence.
///
/// Order never depends on the order of files: partners by name, then id; cooperations and events by date, then id.
public final class Facts: Sendable {
  let stories: Stories
  let rows: FactRows
  /// Everybody who acts, by name, then id.
  public let partners: [Partner]
  /// Whose timelines there are: partners, then articles, these as the complement of their place.
  let timelineOwners: [Int32]
  /// The first and the last day of all events and of each partner's.
  let spans: [Timeline.Span]

  /// What the articles and teasers of an archive say. O(*n*) in their text, and in the order of what they say.
  ///
  /// The result depends on the stories alone; where several could give a name or a date first, the order of
  /// `Archive.articles` and `Archive.teasers` decides, which is one of dates and ids.
  init(_ stories: Stories) {
    let (found, names) = Facts.found(in: stories, .german)
    let builder = FactBuilder(found, of: stories)
    let (table, bounds) = (builder.partners, builder.bounds)
    let merge = FactMerge(builder, articleCount: stories.articles.count)
    let rows = merge.rows
    let findings = Partner.Findings(rows, of: stories, count: table.order.count)
    let partners = table.order.indices.map { Partner($0, findings, table, names) }
    let days = rows.events.map { Timeline.Span(rows.dates[Int($0.date.number)]) }
    spans = [Timeline.Span(uniting: days)] + partners.map { Timeline.Span(uniting: $0.events.lazy.map { days[$0] }) }
    timelineOwners =
      partners.indices.filter { !partners[$0].events.isEmpty }.map { Int32(clamping: $0) }
      + stories.articles.indices.filter { !rows.storyEvents[$0].isEmpty }.map { ~Int32(clamping: $0) }
    (self.rows, self.partners) = (rows, partners)
    var stories = stories
    for (teaser, article) in merge.announcements { stories.teasers[teaser].article = article }
    for (article, date) in bounds { stories.articles[article].date = date }
    self.stories = stories
  }

  /// Who works with whom, newest first, undated last, then id.
  public var cooperations: FactList<Cooperation> { FactList(self, 0..<rows.cooperations.count) }
  /// Everything dated, oldest first, then id.
  public var events: FactList<Event> { FactList(self, 0..<rows.events.count) }
  /// All events, then those of each partner and of each article that has any.
  public var timelines: FactList<Timeline> { FactList(self, 0..<timelineOwners.count + 1) }
  /// What each of `Archive.articles` says.
  public var articles: FactList<StoryFacts> { FactList(self, 0..<stories.articles.count) }
  /// What each of `Archive.teasers` says.
  public var teasers: FactList<StoryFacts> { FactList(self, stories.articles.count..<stories.count) }

  // MARK: Evidence

  /// The evidence of some proofs on every page that shows their stories: each page's together, its statements first;
  /// the page of the first proof, where the words of a date and a title lie, then the others in the order of their names.
  func evidence(_ proofs: some Collection<FactRows.Proof>) -> [Evidence] {
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

  private func evidence(_ proofs: some Collection<FactRows.Proof>, of story: Int) -> [Evidence] {
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
      let rank = Evidence.Role.allCases.firstIndex(of: item.element.role) ?? 0
      return (item.element.source == first ? -1 : item.element.source, rank, item.offset)
    }
    return evidence.enumerated().sorted { key($0) < key($1) }.map(\.element)
  }

  /// The source of the first evidence.
  func firstSource(_ proofs: some Collection<FactRows.Proof>) -> Int {
    proofs.first.map { stories.source(Int($0.story)) } ?? 0
  }

  /// The sources of the evidence, with repeats.
  func sources(_ proofs: some Collection<FactRows.Proof>) -> [Int] {
    var sources: [Int] = []
    var last: Int32 = -1
    for proof in proofs where proof.story != last {
      last = proof.story
      sources += stories.sightings(Int(last)).lazy.map(\.source)
    }
    return sources
  }

  /// The sentences that prove it in its first source.
  func sentences(_ proofs: some Collection<FactRows.Proof>) -> [TextRange] {
    let source = firstSource(proofs)
    var sentences: [TextRange] = []
    for role in Evidence.Role.allCases where role != .date {
      for proof in proofs where proof.role == role && stories.source(Int(proof.story)) == source {
        sentences.append(proof.range)
      }
    }
    return sentences
  }

  // MARK: Partners

  /// Where a partner is named, by source name; never empty.
  ///
  /// - Complexity: O(*n*) in the stories that name it.
  public func mentions(of partner: Int) -> [Partner.Mention] {
    var mentions: [Int: (count: Int, evidence: Evidence)] = [:]
    for story in stories(naming: partner) {
      for name in rows.names[story] where name.partner == partner {
        let proof = FactRows.Proof(story: Int32(clamping: story), range: name.sentence, role: .statement, rule: .name)
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
    stories(naming: partner).flatMap { stories.sightings($0).lazy.map(\.source) }
  }

  private func stories(naming partner: Int) -> [Int] {
    Array(partners[partner].articles) + partners[partner].teasers.map { $0 + stories.articles.count }
  }
}
