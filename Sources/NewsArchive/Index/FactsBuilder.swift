import Dispatch
import Synchronization

/// Makes the facts of an archive from its stories: reads each story once, on all cores, and merges what they say.
///
/// The result depends on the stories alone; where several could give a name or a date first, the order of
/// `Archive.articles` and `Archive.teasers` decides, which is one of dates and ids.
struct FactsBuilder {
  let sources: [Source]
  let articles: [Article]
  let teasers: [Teaser]
  var partners = PartnerTable()
  var cooperations: [CooperationDraft] = []
  var events: [EventDraft] = []
  var stories: [StoryDraft] = []
  private var cooperationPlaces: [Identity: Int] = [:]
  private var eventPlaces: [Identity: Int] = [:]

  /// A cooperation before partners have their final places.
  struct CooperationDraft {
    let identity: Identity
    var tie: FoundFacts.Tie
    let parties: [Int]
    var evidence: [Evidence]
  }

  /// An event likewise.
  struct EventDraft {
    let identity: Identity
    var event: FoundFacts.Dated
    let actors: [Int]
    let about: Event.Subject
    var evidence: [Evidence]
  }

  /// What a story says, as indices into the drafts.
  struct StoryDraft {
    var partners: [Int] = []
    var cooperations: [Int] = []
    var events: [Int] = []
    var quotes: [Quote] = []
    var persons: [Person] = []
    var bounds: StoryFacts.Bounds?
  }

  init(sources: [Source], articles: [Article], teasers: [Teaser]) {
    self.sources = sources
    self.articles = articles
    self.teasers = teasers
  }

  private var storyCount: Int { articles.count + teasers.count }

  /// The story of a number: articles first, then teasers.
  private func story(_ number: Int) -> Story {
    if number < articles.count {
      let article = articles[number]
      return Story(
        file: sources[article.source].file, kicker: article.kicker, headline: article.headline,
        body: (article.lead.map { [$0] } ?? []) + article.paragraphs, day: article.date?.earliest,
        bracket: article.date?.words, isArticle: true)
    }
    let teaser = teasers[number - articles.count]
    return Story(
      file: sources[teaser.source].file, kicker: teaser.kicker, headline: teaser.title, body: [teaser.text],
      day: teaser.day,
      bracket: teaser.date.words, isArticle: false)
  }

  private func sightings(_ number: Int) -> [Sighting] {
    number < articles.count ? articles[number].sightings : teasers[number - articles.count].sightings
  }

  // MARK: Reading

  /// Reads all stories on all cores, and once more those that hold a name which others have taught.
  ///
  /// - Returns: what the stories say, in their order, and the names as they are known in the end.
  func found(_ reader: StoryReader) -> (facts: [FoundFacts], gazetteer: Gazetteer) {
    let portion = 64
    let portions = (storyCount + portion - 1) / portion
    let results = Mutex<(facts: [[FoundFacts]], learner: NameLearner)>(
      (Array(repeating: [], count: portions), NameLearner()))
    DispatchQueue.concurrentPerform(iterations: portions) { index in
      var learner = NameLearner()
      let part = stories(of: index, portion).map { reader.facts(of: story($0), teaching: &learner) }
      results.withLock {
        $0.facts[index] = part
        $0.learner.merge(learner)
      }
    }
    let (facts, learner) = results.withLock { ($0.facts, $0.learner) }
    let (gazetteer, words) = learner.taught(reader.gazetteer)
    guard !words.isEmpty else { return (facts.flatMap(\.self), gazetteer) }
    let taught = StoryReader(words: reader.words, gazetteer: gazetteer)
    let second = Mutex<[[FoundFacts]]>(facts)
    DispatchQueue.concurrentPerform(iterations: portions) { index in
      let part = zip(stories(of: index, portion), facts[index]).map { number, facts in
        facts.unknownWords.contains(where: words.contains) ? taught.facts(of: story(number)) : facts
      }
      second.withLock { $0[index] = part }
    }
    return (second.withLock { $0.flatMap(\.self) }, gazetteer)
  }

  private func stories(of index: Int, _ portion: Int) -> Range<Int> {
    index * portion..<min(storyCount, (index + 1) * portion)
  }

  // MARK: Merging

  mutating func merge(_ found: [FoundFacts]) {
    stories = Array(repeating: StoryDraft(), count: storyCount)
    for (number, facts) in found.enumerated() { merge(facts, of: number) }
  }

  private mutating func merge(_ facts: FoundFacts, of number: Int) {
    let sightings = sightings(number)
    guard let first = sightings.first else { return }
    let placements = sightings.dropFirst().map { Placement($0, of: first, in: sources) }
    func evidence(_ proofs: [FoundFacts.Proof]) -> [Evidence] {
      var evidence = proofs.map { Evidence(source: first.source, range: $0.range, role: $0.role, rule: $0.rule) }
      for (sighting, placement) in zip(sightings.dropFirst(), placements) where sighting.source != first.source {
        for proof in proofs {
          if let range = placement.place(proof.range) {
            evidence.append(Evidence(source: sighting.source, range: range, role: proof.role, rule: proof.rule))
          }
        }
      }
      return evidence
    }
    var story = StoryDraft()
    for name in facts.names {
      let partner = partners.index(of: name.actor, scope: facts.scopes[name.actor])
      if !story.partners.contains(partner) { story.partners.append(partner) }
      partners.note(
        partner, name.words, number, evidence([FoundFacts.Proof(range: name.sentence, role: .statement, rule: .name)]))
    }
    var ties: [Int] = []
    for tie in facts.ties {
      let parties = tie.parties.map { partners.index(of: $0, scope: facts.scopes[$0]) }
      for (party, actor) in zip(parties, tie.parties) where !story.partners.contains(party) {
        // A group becomes a partner by cooperating; the statement names it.
        story.partners.append(party)
        if let proof = tie.proofs.first {
          partners.note(
            party, actor.name, number, evidence([FoundFacts.Proof(range: proof.range, role: .statement, rule: .name)]))
        }
      }
      let index = add(tie, parties, evidence(tie.proofs))
      ties.append(index)
      story.cooperations.append(index)
    }
    if let publication = publication(of: number, facts.title) {
      story.events.append(add(publication, story.partners, about: subject(number), evidence(publication.proofs)))
    }
    for event in facts.events {
      let actors = event.actors.compactMap { partners.known($0, scope: facts.scopes[$0]) }
      let about = event.tie.map { Event.Subject.cooperation(ties[$0]) } ?? subject(number)
      story.events.append(add(event, actors, about: about, evidence(event.proofs)))
    }
    for saying in facts.sayings {
      let person = Person(
        name: saying.speaker, role: saying.role,
        partner: saying.actor.flatMap { partners.known($0, scope: facts.scopes[$0]) })
      story.quotes.append(
        Quote(
          speaker: person, text: saying.words,
          evidence: Evidence(source: first.source, range: saying.sentences, role: .statement, rule: .quotation)))
      if !story.persons.contains(person) { story.persons.append(person) }
    }
    story.bounds = facts.bounds.map { StoryFacts.Bounds(date: $0.date, evidence: evidence($0.proofs)) }
    stories[number] = story
  }

  private func subject(_ number: Int) -> Event.Subject {
    number < articles.count ? .article(number) : .teaser(number - articles.count)
  }

  /// A dated story is published on its day: its title line says what, its bracket when.
  private func publication(of number: Int, _ title: String) -> FoundFacts.Dated? {
    let story = story(number)
    guard let day = story.day, let bracket = story.bracket else { return nil }
    return FoundFacts.Dated(
      date: UncertainDate(.day(day), words: bracket), kind: .publication, title: title, actors: [], modality: .fact,
      attributedTo: nil,
      proofs: [
        FoundFacts.Proof(range: story.headline, role: .statement, rule: .bracketDate),
        FoundFacts.Proof(range: bracket, role: .date, rule: .bracketDate),
      ],
      tie: nil)
  }

  private mutating func add(_ tie: FoundFacts.Tie, _ parties: [Int], _ evidence: [Evidence]) -> Int {
    var builder = Identity.Builder("cooperation")
    builder.add(tie.kind.rawValue)
    for party in parties.map({ partners.id(of: $0) }).sorted() { builder.add(party) }
    builder.add(tie.date?.edtf ?? "")
    builder.add(tie.subject ?? "")
    let identity = builder.finish()
    if let place = cooperationPlaces[identity] {
      cooperations[place].evidence += evidence.filter { !cooperations[place].evidence.contains($0) }
      return place
    }
    cooperationPlaces[identity] = cooperations.count
    cooperations.append(CooperationDraft(identity: identity, tie: tie, parties: parties, evidence: evidence))
    return cooperations.count - 1
  }

  private mutating func add(
    _ event: FoundFacts.Dated, _ actors: [Int], about: Event.Subject, _ evidence: [Evidence]
  ) -> Int {
    var builder = Identity.Builder("event")
    builder.add(event.date.edtf)
    builder.add(event.kind.rawValue)
    if event.kind != .publication { for actor in actors.map({ partners.id(of: $0) }).sorted() { builder.add(actor) } }
    builder.add(event.title)
    let identity = builder.finish()
    if let place = eventPlaces[identity] {
      events[place].evidence += evidence.filter { !events[place].evidence.contains($0) }
      return place
    }
    eventPlaces[identity] = events.count
    events.append(EventDraft(identity: identity, event: event, actors: actors, about: about, evidence: evidence))
    return events.count - 1
  }
}
