/// What a portion of an archive's stories says, once it is known who is who; portions are worked out side by side.
struct FactPortion: Sendable {
  /// What a draft is ordered and told apart by.
  struct Key: Sendable {
    /// The first and the last day it can mean, the undated before all.
    let days: UInt64
    let identity: UInt64
    let draft: Int32
  }

  struct CooperationDraft: Sendable {
    let identity: Identity
    let tie: FoundFacts.Tie
    let parties: [Facts.Party]
    let proofs: [Facts.Proof]
  }

  struct EventDraft: Sendable {
    let identity: Identity
    let event: FoundFacts.Dated
    let actors: [Int32]
    /// One of the portion's drafts; negative where the event is about its story.
    let cooperation: Int32
    let proofs: [Facts.Proof]
  }

  struct QuoteDraft: Sendable {
    let saying: FoundFacts.Saying
    let partner: Int32
  }

  /// How a partner is written.
  struct Surface: Hashable, Sendable {
    let partner: Int32
    let words: String
  }

  private(set) var names = Lists<Facts.Name>()
  private(set) var partners = Lists<Int32>()
  private(set) var quotes = Lists<QuoteDraft>()
  private(set) var bounds: [(story: Int, extent: UncertainDate.Extent, proofs: [Facts.Proof])] = []
  private(set) var surfaces: Set<Surface> = []
  private(set) var cooperations: [CooperationDraft] = []
  private(set) var events: [EventDraft] = []
  private(set) var storyCooperations = Lists<Int32>()
  private(set) var storyEvents = Lists<Int32>()
  private(set) var cooperationKeys: [Key] = []
  private(set) var eventKeys: [Key] = []

  init(_ numbers: Range<Int>, _ found: ArraySlice<FoundFacts>, of stories: Stories, _ table: PartnerTable) {
    for (number, facts) in zip(numbers, found) { add(facts, of: number, stories, table) }
    cooperationKeys = FactPortion.keys(cooperations.map { ($0.tie.date, $0.identity) })
    eventKeys = FactPortion.keys(events.map { ($0.event.date, $0.identity) })
  }

  /// Who is named, each once, with the story that names them first.
  static func keys(_ numbers: Range<Int>, _ found: ArraySlice<FoundFacts>) -> [(key: PartnerTable.Key, story: Int)] {
    var keys: [(key: PartnerTable.Key, story: Int)] = []
    var seen: Set<PartnerTable.Key> = []
    for (number, facts) in zip(numbers, found) {
      for actor in facts.names.lazy.map(\.actor) + facts.ties.lazy.flatMap(\.parties) {
        let key = facts.key(of: actor)
        if seen.insert(key).inserted { keys.append((key, number)) }
      }
    }
    return keys
  }

  private static func keys(_ items: [(date: UncertainDate?, identity: Identity)]) -> [Key] {
    func ordered(_ day: Int32) -> UInt64 { UInt64(UInt32(bitPattern: day ^ .min)) }
    return items.enumerated().map { draft, item in
      let earliest = item.date?.earliest?.dayNumber ?? .min
      let latest = item.date.map { $0.latest?.dayNumber ?? .max } ?? .min
      return Key(
        days: ordered(earliest) << 32 | ordered(latest), identity: item.identity.value, draft: Int32(clamping: draft))
    }.sorted { ($0.days, $0.identity, $0.draft) < ($1.days, $1.identity, $1.draft) }
  }

  private mutating func add(_ facts: FoundFacts, of number: Int, _ stories: Stories, _ table: PartnerTable) {
    func draft(_ actor: Actor) -> Int? { table.draft(of: facts.key(of: actor), in: number) }
    func place(_ actor: Actor) -> Int32? { draft(actor).flatMap(table.place).map { Int32(clamping: $0) } }
    func proofs(_ proofs: [FoundFacts.Proof]) -> [Facts.Proof] {
      proofs.map { Facts.Proof(story: Int32(clamping: number), range: $0.range, role: $0.role, rule: $0.rule) }
    }
    var names: [Facts.Name] = []
    var partners: [Int32] = []
    func note(_ actor: Actor, _ words: String, _ sentence: TextRange) {
      guard let partner = place(actor) else { return }
      names.append(Facts.Name(partner: partner, sentence: sentence))
      surfaces.insert(Surface(partner: partner, words: words))
      if !partners.contains(partner) { partners.append(partner) }
    }
    for name in facts.names { note(name.actor, name.words, name.sentence) }
    let firstTie = cooperations.count
    for tie in facts.ties {
      // A group becomes a partner by cooperating; the statement names it.
      for actor in tie.parties where place(actor).map(partners.contains) == false {
        if let proof = tie.proofs.first { note(actor, actor.name, proof.range) }
      }
      cooperations.append(
        CooperationDraft(
          identity: FactPortion.identity(of: tie, tie.parties.compactMap(draft).map { table.drafts[$0].id }), tie: tie,
          parties: tie.parties.compactMap { actor in
            place(actor).map { Facts.Party(partner: $0, role: tie.joins.contains(actor) ? .joins : .member) }
          }, proofs: proofs(tie.proofs)))
    }
    let firstEvent = events.count
    let story = stories[number]
    if let publication = publication(of: story) {
      events.append(
        EventDraft(
          identity: FactPortion.identity(of: publication, [], in: story), event: publication, actors: partners,
          cooperation: -1, proofs: proofs(publication.proofs)))
    }
    for event in facts.events {
      let actors = event.actors.compactMap(draft)
      events.append(
        EventDraft(
          identity: FactPortion.identity(of: event, actors.map { table.drafts[$0].id }, in: story), event: event,
          actors: actors.compactMap(table.place).map { Int32(clamping: $0) },
          cooperation: event.tie.map { Int32(clamping: firstTie + $0) } ?? -1, proofs: proofs(event.proofs)))
    }
    self.names.append(names)
    self.partners.append(partners)
    storyCooperations.append((firstTie..<cooperations.count).lazy.map { Int32(clamping: $0) })
    storyEvents.append((firstEvent..<events.count).lazy.map { Int32(clamping: $0) })
    quotes.append(facts.sayings.map { QuoteDraft(saying: $0, partner: $0.actor.flatMap(place) ?? -1) })
    if let (date, sentences) = facts.bounds { bounds.append((number, date.extent, proofs(sentences))) }
  }

  /// A dated story is published on its day: its title line says what, its bracket when.
  private func publication(of story: Story) -> FoundFacts.Dated? {
    guard let day = story.day, let bracket = story.bracket else { return nil }
    return FoundFacts.Dated(
      date: UncertainDate(.day(day), words: bracket), kind: .publication, title: .story, actors: [], modality: .fact,
      attributedTo: nil,
      proofs: [
        FoundFacts.Proof(range: story.headline, role: .statement, rule: .bracketDate),
        FoundFacts.Proof(range: bracket, role: .date, rule: .bracketDate),
      ],
      tie: nil)
  }

  private static func identity(of tie: FoundFacts.Tie, _ parties: [String]) -> Identity {
    var builder = Identity.Builder("cooperation")
    builder.add(tie.kind.rawValue)
    for party in parties.sorted() { builder.add(party) }
    builder.add(tie.date?.edtf ?? "")
    builder.add(tie.subject ?? "")
    return builder.finish()
  }

  private static func identity(of event: FoundFacts.Dated, _ actors: [String], in story: Story) -> Identity {
    var builder = Identity.Builder("event")
    builder.add(event.date.edtf)
    builder.add(event.kind.rawValue)
    // The same thing is published whoever is named beside it.
    if event.kind != .publication { for actor in actors.sorted() { builder.add(actor) } }
    switch event.title {
    case .text(let text): builder.add(text)
    case .words(let range): builder.add(verbatim: range, in: story.file)
    case .story: builder.add(titleOf: story)
    }
    return builder.finish()
  }
}

extension FoundFacts {
  func key(of actor: Actor) -> PartnerTable.Key { PartnerTable.Key(actor: actor, scope: scopes[actor]) }
}
