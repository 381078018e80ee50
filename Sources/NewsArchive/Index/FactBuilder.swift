/// Writes down what stories say, one behind the other, as rows that `FactMerge` brings together.
///
/// Here a partner is the number of its draft: who stands where in the order is known when all stories are.
struct FactBuilder: Sendable {
  private(set) var rows = FactRows()
  private(set) var partners = PartnerTable()
  /// The dates that undated articles have by their own sentences.
  private(set) var bounds: [(article: Int, date: UncertainDate)] = []
  private var words: [String: FactRows.Word] = [:]
  private var dates: [UncertainDate: UInt32] = [:]

  /// What each of the stories says; that is freed one by one.
  init(_ found: consuming [FoundFacts], of stories: Stories) {
    for number in found.indices { add(exchange(&found[number], with: FoundFacts()), of: number, stories[number]) }
    partners.sort()
    (words, dates) = ([:], [:])
    let (cooperations, events) = identities(in: stories)
    for (row, identity) in cooperations.enumerated() { rows.cooperations[row].identity = identity }
    for (row, identity) in events.enumerated() { rows.events[row].identity = identity }
  }

  private mutating func add(_ facts: FoundFacts, of number: Int, _ story: Story) {
    // Whom a story names at all is known before what it says of them.
    let named = facts.names.map { partners.name(facts.key(of: $0.actor)) }
    let parties = facts.ties.map { tie in tie.parties.map { partners.name(facts.key(of: $0)) } }
    let number32 = Int32(clamping: number)
    for (name, partner) in zip(facts.names, named) { note(partner, name.words, name.sentence) }
    let firstTie = rows.cooperations.count
    for (tie, parties) in zip(facts.ties, parties) { add(tie, parties, number32) }
    let firstEvent = rows.events.count
    addPublication(of: story, number32)
    for event in facts.events {
      rows.actors.append(event.actors.compactMap { partners.draft(of: facts.key(of: $0)) })
      rows.eventProofs.append(event.proofs.lazy.map { $0.of(number32) })
      rows.events.append(
        FactRows.EventRow(
          date: day(event.date), title: title(event.title), attributedTo: word(event.attributedTo),
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
          words: saying.words, sentences: saying.sentences, speaker: word(saying.speaker), role: word(saying.role)))
    }
    rows.quotes.close()
    rows.bounds.append((facts.bounds?.proofs ?? []).lazy.map { $0.of(number32) })
    if let date = facts.bounds?.date { bounds.append((number, date)) }
  }

  private mutating func note(_ partner: Int32, _ words: String, _ sentence: TextRange) {
    rows.names.add(FactRows.Name(partner: partner, sentence: sentence))
    partners.note(words, for: partner)
    if !rows.partners.open.contains(partner) { rows.partners.add(partner) }
  }

  private mutating func add(_ tie: FoundFacts.Tie, _ parties: [Int32], _ story: Int32) {
    for (actor, partner) in zip(tie.parties, parties) {
      // A group becomes a partner by cooperating; the statement names it.
      if let proof = tie.proofs.first, !rows.partners.open.contains(partner) { note(partner, actor.name, proof.range) }
      rows.parties.add(FactRows.Party(partner: partner, role: tie.joins.contains(actor) ? .joins : .member))
    }
    rows.parties.close()
    rows.cooperationProofs.append(tie.proofs.lazy.map { $0.of(story) })
    rows.cooperations.append(
      FactRows.CooperationRow(
        date: day(tie.date), label: word(tie.label), subject: word(tie.subject), attributedTo: word(tie.attributedTo),
        kind: tie.kind, status: tie.status, modality: tie.modality, confidence: tie.confidence))
  }

  /// A dated story is published on its day: its title line says what, its bracket when.
  private mutating func addPublication(of story: Story, _ number: Int32) {
    guard let day = story.day, let bracket = story.bracket else { return }
    rows.actors.append(rows.partners.open)
    for (range, role) in [(story.headline, Evidence.Role.statement), (bracket, .date)] {
      rows.eventProofs.add(FactRows.Proof(story: number, range: range, role: role, rule: .bracketDate))
    }
    rows.eventProofs.close()
    rows.events.append(
      FactRows.EventRow(
        date: self.day(UncertainDate(.day(day), words: bracket)), title: .story, attributedTo: 0, cooperation: -1,
        kind: .publication, modality: .fact))
  }

  private mutating func title(_ title: FoundFacts.Title) -> FactRows.Title {
    switch title {
    case .words(let range): .range(range)
    case .text(let text): .word(word(text))
    }
  }

  private mutating func word(_ word: String?) -> FactRows.Word {
    guard let word else { return 0 }
    if let number = words[word] { return number }
    let number = FactRows.Word(clamping: rows.words.count)
    words[word] = number
    rows.words.append(word.utf8)
    return number
  }

  private mutating func day(_ date: UncertainDate?) -> FactRows.Day {
    guard let date else { return FactRows.Day(number: 0, words: .none) }
    let wordless = date.with(words: nil)
    let number = dates[wordless] ?? UInt32(clamping: rows.dates.count)
    if number == rows.dates.count {
      dates[wordless] = number
      rows.dates.append(wordless)
    }
    return FactRows.Day(number: number, words: date.words ?? .none)
  }

  // MARK: Identities

  /// The identities of all rows, worked out side by side.
  private func identities(in stories: Stories) -> (cooperations: [Identity], events: [Identity]) {
    func finish(count: Int, _ builder: @Sendable (Int) -> Identity.Builder) -> [Identity] {
      let portion = 256
      return concurrentMap(count: (count + portion - 1) / portion) { index in
        Identity.Builder.finish((index * portion..<min(count, (index + 1) * portion)).map(builder))
      }.flatMap(\.self)
    }
    return (
      finish(count: rows.cooperations.count) { cooperationIdentity($0) },
      finish(count: rows.events.count) { eventIdentity($0, in: stories) }
    )
  }

  private func cooperationIdentity(_ number: Int) -> Identity.Builder {
    let row = rows.cooperations[number]
    var builder = Identity.Builder("cooperation")
    builder.add(row.kind.rawValue)
    for party in rows.parties[number].map({ partners.drafts[Int($0.partner)].id }).sorted() { builder.add(party) }
    builder.add(rows.dates[Int(row.date.number)]?.edtf ?? "")
    builder.add(rows.word(row.subject) ?? "")
    return builder
  }

  private func eventIdentity(_ number: Int, in stories: Stories) -> Identity.Builder {
    let row = rows.events[number]
    var builder = Identity.Builder("event")
    builder.add(rows.dates[Int(row.date.number)]?.edtf ?? "")
    builder.add(row.kind.rawValue)
    // The same thing is published whoever is named beside it.
    if row.kind != .publication {
      for actor in rows.actors[number].map({ partners.drafts[Int($0)].id }).sorted() { builder.add(actor) }
    }
    let story = Int(rows.eventProofs[number].first?.story ?? 0)
    switch row.title {
    case .word(let word): builder.add(rows.word(word) ?? "")
    case .range(let range): builder.add(verbatim: range, in: stories.file(story))
    case .story: builder.add(titleOf: stories[story])
    }
    return builder
  }
}

extension FactRows.Proof {
  /// The same as one of a story.
  fileprivate func of(_ story: Int32) -> FactRows.Proof {
    var proof = self
    proof.story = story
    return proof
  }
}
