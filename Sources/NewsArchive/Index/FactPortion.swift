/// What a portion of an archive's stories says, once it is known who is who; portions are worked out side by side.
struct FactPortion: Sendable {
  /// What a row is ordered and told apart by.
  struct Key: Sendable, Comparable {
    /// The first and the last day it can mean, the undated before all.
    let days: UInt64
    let identity: Identity
    let portion: Int32
    let row: Int32

    static func < (left: Key, right: Key) -> Bool {
      if left.days != right.days { return left.days < right.days }
      if left.identity != right.identity { return left.identity.value < right.identity.value }
      return left.portion != right.portion ? left.portion < right.portion : left.row < right.row
    }
  }

  /// How a partner is written.
  struct Surface: Hashable, Sendable {
    let partner: Int32
    let words: String
  }

  private(set) var rows = FactRows()
  private(set) var surfaces: Set<Surface> = []
  /// The dates that undated articles have by their own sentences.
  private(set) var bounds: [(article: Int, date: UncertainDate)] = []
  /// In order.
  private(set) var cooperationKeys: [Key] = []
  private(set) var eventKeys: [Key] = []
  /// What the identities of the rows are made of, until all are read: together they take less time.
  private var cooperationIdentities: [Identity.Builder] = []
  private var eventIdentities: [Identity.Builder] = []

  /// What the stories of some numbers say; `place` is the portion's among all, `partners` whom its names name.
  init(
    _ place: Int, _ numbers: Range<Int>, _ found: [FoundFacts], naming partners: [Int32], of stories: Stories,
    _ table: PartnerTable
  ) {
    var partners = partners[...]
    for (number, facts) in zip(numbers, found) {
      add(facts, naming: partners.prefix(facts.names.count), of: number, stories[number], table)
      partners = partners.dropFirst(facts.names.count)
    }
    for (row, identity) in Identity.Builder.finish(cooperationIdentities).enumerated() {
      rows.cooperations[row].identity = identity
    }
    for (row, identity) in Identity.Builder.finish(eventIdentities).enumerated() {
      rows.events[row].identity = identity
    }
    (cooperationIdentities, eventIdentities) = ([], [])
    cooperationKeys = keys(rows.cooperations.lazy.map { ($0.date, $0.identity) }, place)
    eventKeys = keys(rows.events.lazy.map { ($0.date, $0.identity) }, place)
  }

  private func keys(_ items: some Collection<(FactRows.Day, Identity)>, _ place: Int) -> [Key] {
    func ordered(_ day: Int32) -> UInt64 { UInt64(UInt32(bitPattern: day ^ .min)) }
    let days = rows.dates.map { date in
      let latest = date.map { $0.latest?.dayNumber ?? .max } ?? .min
      return ordered(date?.earliest?.dayNumber ?? .min) << 32 | ordered(latest)
    }
    return items.enumerated().map { row, item in
      Key(
        days: days[Int(item.0.number)], identity: item.1, portion: Int32(clamping: place), row: Int32(clamping: row))
    }.sorted()
  }

  private mutating func add(
    _ facts: FoundFacts, naming partners: ArraySlice<Int32>, of number: Int, _ story: Story, _ table: PartnerTable
  ) {
    func draft(_ actor: Actor) -> Int? { table.draft(of: facts.key(of: actor), in: number) }
    func place(_ draft: Int) -> Int32? { table.place(of: draft).map { Int32(clamping: $0) } }
    func proof(_ proof: FactRows.Proof) -> FactRows.Proof {
      var proof = proof
      proof.story = Int32(clamping: number)
      return proof
    }
    for (name, partner) in zip(facts.names, partners) where partner >= 0 { note(partner, name.words, name.sentence) }
    let firstTie = rows.cooperations.count
    for tie in facts.ties {
      let drafts = tie.parties.map(draft)
      for (actor, draft) in zip(tie.parties, drafts) {
        // A group becomes a partner by cooperating; the statement names it.
        guard let partner = draft.flatMap(place) else { continue }
        if let proof = tie.proofs.first, !rows.partners.open.contains(partner) {
          note(partner, actor.name, proof.range)
        }
        rows.parties.add(FactRows.Party(partner: partner, role: tie.joins.contains(actor) ? .joins : .member))
      }
      rows.parties.close()
      rows.cooperationProofs.append(tie.proofs.lazy.map(proof))
      cooperationIdentities.append(
        FactPortion.identity(of: tie, drafts.compactMap(\.self).map { table.drafts[$0].id }))
      rows.cooperations.append(
        FactRows.CooperationRow(
          date: rows.day(tie.date), label: rows.number(of: tie.label), subject: rows.number(of: tie.subject),
          attributedTo: rows.number(of: tie.attributedTo), kind: tie.kind, status: tie.status, modality: tie.modality,
          confidence: tie.confidence))
    }
    let firstEvent = rows.events.count
    addPublication(of: story, Int32(clamping: number))
    for event in facts.events {
      let drafts = event.actors.compactMap(draft)
      rows.actors.append(drafts.lazy.compactMap(place))
      rows.eventProofs.append(event.proofs.lazy.map(proof))
      eventIdentities.append(FactPortion.identity(of: event, drafts.map { table.drafts[$0].id }, in: story))
      rows.events.append(
        FactRows.EventRow(
          date: rows.day(event.date), title: title(event.title), attributedTo: rows.number(of: event.attributedTo),
          cooperation: event.tie.map { Int32(clamping: firstTie + $0) } ?? -1, kind: event.kind,
          modality: event.modality))
    }
    rows.names.close()
    rows.partners.close()
    rows.storyCooperations.append((firstTie..<rows.cooperations.count).lazy.map { Int32(clamping: $0) })
    rows.storyEvents.append((firstEvent..<rows.events.count).lazy.map { Int32(clamping: $0) })
    for saying in facts.sayings {
      rows.quotes.add(
        FactRows.QuoteRow(
          words: saying.words, sentences: saying.sentences, speaker: rows.number(of: saying.speaker),
          role: rows.number(of: saying.role), partner: saying.actor.flatMap(draft).flatMap(place) ?? -1))
    }
    rows.quotes.close()
    rows.bounds.append((facts.bounds?.proofs ?? []).lazy.map(proof))
    if let date = facts.bounds?.date { bounds.append((number, date)) }
  }

  private mutating func note(_ partner: Int32, _ words: String, _ sentence: TextRange) {
    rows.names.add(FactRows.Name(partner: partner, sentence: sentence))
    surfaces.insert(Surface(partner: partner, words: words))
    if !rows.partners.open.contains(partner) { rows.partners.add(partner) }
  }

  /// A dated story is published on its day: its title line says what, its bracket when.
  private mutating func addPublication(of story: Story, _ number: Int32) {
    guard let day = story.day, let bracket = story.bracket else { return }
    var identity = Identity.Builder("event")
    identity.add(day)
    identity.add(Event.Kind.publication.rawValue)
    identity.add(titleOf: story)
    eventIdentities.append(identity)
    rows.actors.append(rows.partners.open)
    for (range, role) in [(story.headline, Evidence.Role.statement), (bracket, .date)] {
      rows.eventProofs.add(FactRows.Proof(story: number, range: range, role: role, rule: .bracketDate))
    }
    rows.eventProofs.close()
    rows.events.append(
      FactRows.EventRow(
        date: rows.day(UncertainDate(.day(day), words: bracket)), title: .story,
        attributedTo: 0, cooperation: -1, kind: .publication, modality: .fact))
  }

  private mutating func title(_ title: FoundFacts.Title) -> FactRows.Title {
    switch title {
    case .words(let range): .range(range)
    case .text(let text): .word(rows.number(of: text))
    }
  }

  private static func identity(of tie: FoundFacts.Tie, _ parties: [String]) -> Identity.Builder {
    var builder = Identity.Builder("cooperation")
    builder.add(tie.kind.rawValue)
    for party in parties.sorted() { builder.add(party) }
    builder.add(tie.date?.edtf ?? "")
    builder.add(tie.subject ?? "")
    return builder
  }

  private static func identity(of event: FoundFacts.Dated, _ actors: [String], in story: Story) -> Identity.Builder {
    var builder = Identity.Builder("event")
    builder.add(event.date.edtf)
    builder.add(event.kind.rawValue)
    // The same thing is published whoever is named beside it.
    if event.kind != .publication { for actor in actors.sorted() { builder.add(actor) } }
    switch event.title {
    case .text(let text): builder.add(text)
    case .words(let range): builder.add(verbatim: range, in: story.file)
    }
    return builder
  }
}
