/// Brings together what an archive's stories say: the same fact said again is one with more evidence.
struct FactMerge {
  private(set) var rows: FactRows
  /// Teasers and the articles that they announce.
  private(set) var announcements: [(teaser: Int, article: Int)] = []

  init(_ builder: FactBuilder, articleCount: Int) {
    let said = builder.rows
    let places = builder.partners.places
    rows = said
    rows.names = said.names.mapItems { FactRows.Name(partner: places[Int($0.partner)], sentence: $0.sentence) }
    rows.partners = said.partners.mapItems { places[Int($0)] }

    // Newest first.
    let agreements = Lists(FactMerge.groups(said.cooperations.map { ($0.date, $0.identity) }, said.dates).reversed())
    rows.cooperations = agreements.firsts.map { said.cooperations[$0] }
    rows.parties = Lists(agreements.firsts.lazy.map { said.parties[$0] }).mapItems {
      FactRows.Party(partner: places[Int($0.partner)], role: $0.role)
    }
    rows.cooperationProofs = FactMerge.proofs(of: agreements, said.cooperationProofs)
    let cooperations = FactMerge.numbers(of: agreements, count: said.cooperations.count)
    rows.storyCooperations = FactMerge.each(once: said.storyCooperations.mapItems { cooperations[Int($0)] })

    let dated = FactMerge.groups(said.events.map { ($0.date, $0.identity) }, said.dates)
    rows.events = dated.firsts.map { place in
      var row = said.events[place]
      if row.cooperation >= 0 { row.cooperation = cooperations[Int(row.cooperation)] }
      return row
    }
    // Of an actor whom no story names nothing is known.
    rows.actors = Lists(dated.firsts.lazy.map { said.actors[$0].lazy.map { places[Int($0)] }.filter { $0 >= 0 } })
    rows.eventProofs = FactMerge.proofs(of: dated, said.eventProofs)
    let events = FactMerge.numbers(of: dated, count: said.events.count)
    rows.storyEvents = FactMerge.each(once: said.storyEvents.mapItems { events[Int($0)] })
    for (event, row) in rows.events.enumerated() {
      if case .story = row.title { noteAnnouncements(rows.eventProofs[event], articleCount) }
    }
    rows.trim()
  }

  /// The rows of one identity as one list, in the order in which they were said; the lists by the first and the last day
  /// their date can mean, the undated before all, then by identity.
  private static func groups(
    _ rows: [(date: FactRows.Day, identity: Identity)], _ dates: [UncertainDate?]
  ) -> Lists<Int32> {
    let keys = dates.map { date in
      let latest = date.map { $0.latest?.dayNumber ?? .max } ?? .min
      return Int64(date?.earliest?.dayNumber ?? .min) << 32 | Int64(UInt32(bitPattern: latest ^ .min))
    }
    let order = concurrentlySorted(count: rows.count, by: { keys[Int(rows[$0].date.number)] }) { ties in
      ties.sorted { (rows[Int($0)].identity.value, $0) < (rows[Int($1)].identity.value, $1) }
    }
    var groups = Lists<Int32>()
    for row in order {
      if let last = groups.open.last, rows[Int(last)].identity != rows[Int(row)].identity { groups.close() }
      groups.add(row)
    }
    if !groups.open.isEmpty { groups.close() }
    return groups
  }

  /// For each row the number of its group.
  private static func numbers(of groups: Lists<Int32>, count: Int) -> [Int32] {
    var numbers = Array(repeating: Int32(0), count: count)
    for (number, group) in groups.enumerated() {
      for row in group { numbers[Int(row)] = Int32(clamping: number) }
    }
    return numbers
  }

  /// For each group all that proves the same fact. A story may have said it twice, in rows one behind the other; what
  /// every page says is compared within each story only. O(*n*) in the proofs, but for those of one story.
  private static func proofs(of groups: Lists<Int32>, _ said: Lists<FactRows.Proof>) -> Lists<FactRows.Proof> {
    var proofs = Lists<FactRows.Proof>()
    for group in groups {
      for row in group {
        let more = said[Int(row)]
        let known = Array(proofs.open.reversed().prefix { $0.story == more.first?.story })
        for proof in more where !known.contains(proof) { proofs.add(proof) }
      }
      proofs.close()
    }
    return proofs
  }

  private static func each(once lists: Lists<Int32>) -> Lists<Int32> {
    var distinct = Lists<Int32>()
    for list in lists {
      for number in list where !distinct.open.contains(number) { distinct.add(number) }
      distinct.close()
    }
    return distinct
  }

  /// A teaser that is published as an article is, under the same title on the same day, announces it. Titles alone repeat.
  private mutating func noteAnnouncements(_ proofs: ArraySlice<FactRows.Proof>, _ articleCount: Int) {
    guard let article = proofs.first.map({ Int($0.story) }), article < articleCount else { return }
    for proof in proofs where Int(proof.story) >= articleCount {
      announcements.append((Int(proof.story) - articleCount, article))
    }
  }
}

extension Lists<Int32> {
  /// The first of each list; none is empty.
  fileprivate var firsts: [Int] { map { Int($0[$0.startIndex]) } }
}
