/// Brings together what portions of an archive's stories say: the same fact said again is one with more evidence.
struct FactMerge {
  private let portions: [FactPortion]
  private(set) var rows = FactRows()
  /// Teasers and the articles that they announce.
  private(set) var announcements: [(teaser: Int, article: Int)] = []
  /// For each portion what its words, dates and cooperations are among all.
  private var words: [[FactRows.Word]] = []
  private var dates: [[UInt32]] = []
  private var cooperations: [[Int32]] = []
  private let articleCount: Int

  init(_ portions: [FactPortion], articleCount: Int) {
    self.portions = portions
    self.articleCount = articleCount
    for portion in portions {
      words.append((0..<portion.rows.words.count).map { rows.number(of: portion.rows.word(FactRows.Word($0))) })
      dates.append(portion.rows.dates.map { $0.map { rows.number(of: $0) } ?? 0 })
    }
    addCooperations()
    addEvents()
    addStories()
    rows.trim()
  }

  /// The rows of all portions in order, those of one identity together, the first story's first: in a few parts, worked
  /// out side by side, none of which ends within a day. Each portion's are sorted already, which the sort makes use of.
  private func merged<Part: Sendable>(
    _ keys: (FactPortion) -> [FactPortion.Key], _ part: @Sendable (Lists<FactPortion.Key>) -> Part
  ) -> [(groups: Lists<FactPortion.Key>, part: Part)] {
    let keys = portions.map(keys)
    let days = keys.flatMap { keys in stride(from: 0, to: keys.count, by: 64).map { keys[$0].days } }.sorted()
    let ends = (1..<FactMerge.partCount).compactMap { days.isEmpty ? nil : days[days.count * $0 / FactMerge.partCount] }
    return concurrentMap(count: ends.count + 1) { index in
      func place(_ end: Int, in keys: [FactPortion.Key]) -> Int {
        ends.indices.contains(end) ? keys.partitioningIndex { $0.days >= ends[end] } : end < 0 ? 0 : keys.count
      }
      var groups = Lists<FactPortion.Key>()
      for key in keys.flatMap({ $0[place(index - 1, in: $0)..<place(index, in: $0)] }).sorted() {
        if let last = groups.open.last, last.identity != key.identity { groups.close() }
        groups.add(key)
      }
      if !groups.open.isEmpty { groups.close() }
      return (groups, part(groups))
    }
  }

  /// More than cores, so that no core waits long for another.
  private static let partCount = 16

  private mutating func addCooperations() {
    let proofs = portions.map(\.rows.cooperationProofs)
    let parts = merged(\.cooperationKeys) { [portions, words, dates] groups in
      var rows = FactRows()
      // Newest first: the groups from the last to the first, each in its own order.
      for group in (0..<groups.count).reversed() {
        guard let first = groups[group].first else { continue }
        let portion = Int(first.portion)
        var row = portions[portion].rows.cooperations[Int(first.row)]
        row.date.number = dates[portion][Int(row.date.number)]
        row.label = words[portion][Int(row.label)]
        row.subject = words[portion][Int(row.subject)]
        row.attributedTo = words[portion][Int(row.attributedTo)]
        rows.cooperations.append(row)
        rows.parties.append(portions[portion].rows.parties[Int(first.row)])
        FactMerge.add(groups[group], of: proofs, to: &rows.cooperationProofs)
      }
      return rows
    }
    cooperations = portions.map { Array(repeating: 0, count: $0.rows.cooperations.count) }
    for (groups, part) in parts.reversed() {
      let last = rows.cooperations.count + groups.count - 1
      FactMerge.note(groups, in: &cooperations) { last - $0 }
      rows.cooperations += part.cooperations
      rows.parties.append(part.parties)
      rows.cooperationProofs.append(part.cooperationProofs)
    }
    FactMerge.add(cooperations, of: portions.map(\.rows.storyCooperations), to: &rows.storyCooperations)
  }

  private mutating func addEvents() {
    let proofs = portions.map(\.rows.eventProofs)
    let parts = merged(\.eventKeys) { [portions, words, dates, cooperations] groups in
      var rows = FactRows()
      for group in 0..<groups.count {
        guard let first = groups[group].first else { continue }
        let portion = Int(first.portion)
        var row = portions[portion].rows.events[Int(first.row)]
        row.date.number = dates[portion][Int(row.date.number)]
        row.attributedTo = words[portion][Int(row.attributedTo)]
        if case .word(let word) = row.title { row.title = .word(words[portion][Int(word)]) }
        if row.cooperation >= 0 { row.cooperation = cooperations[portion][Int(row.cooperation)] }
        rows.events.append(row)
        rows.actors.append(portions[portion].rows.actors[Int(first.row)])
        FactMerge.add(groups[group], of: proofs, to: &rows.eventProofs)
      }
      return rows
    }
    var places = portions.map { [Int32](repeating: 0, count: $0.rows.events.count) }
    for (groups, part) in parts {
      let first = rows.events.count
      FactMerge.note(groups, in: &places) { first + $0 }
      for (event, row) in part.events.enumerated() {
        if case .story = row.title { noteAnnouncements(part.eventProofs[event]) }
      }
      rows.events += part.events
      rows.actors.append(part.actors)
      rows.eventProofs.append(part.eventProofs)
    }
    FactMerge.add(places, of: portions.map(\.rows.storyEvents), to: &rows.storyEvents)
  }

  /// Notes for each portion's rows the number of the group that they are in.
  private static func note(
    _ groups: Lists<FactPortion.Key>, in places: inout [[Int32]], number: (Int) -> Int
  ) {
    for group in 0..<groups.count {
      for key in groups[group] { places[Int(key.portion)][Int(key.row)] = Int32(clamping: number(group)) }
    }
  }

  /// A teaser that is published as an article is, under the same title on the same day, announces it. Titles alone repeat.
  private mutating func noteAnnouncements(_ proofs: ArraySlice<FactRows.Proof>) {
    guard let article = proofs.first.map({ Int($0.story) }), article < articleCount else { return }
    for proof in proofs where Int(proof.story) >= articleCount {
      announcements.append((Int(proof.story) - articleCount, article))
    }
  }

  private mutating func addStories() {
    for (place, portion) in portions.enumerated() {
      rows.names.append(portion.rows.names)
      rows.partners.append(portion.rows.partners)
      rows.bounds.append(portion.rows.bounds)
      for story in 0..<portion.rows.quotes.count {
        for quote in portion.rows.quotes[story] {
          var quote = quote
          quote.speaker = words[place][Int(quote.speaker)]
          quote.role = words[place][Int(quote.role)]
          rows.quotes.add(quote)
        }
        rows.quotes.close()
      }
    }
  }

  /// Adds a list of all that proves the same fact. A story may have said it twice, in rows one behind the other; what
  /// every page says is compared within each story only. O(*n*) in the proofs, but for those of one story.
  private static func add(
    _ keys: ArraySlice<FactPortion.Key>, of portions: [Lists<FactRows.Proof>], to proofs: inout Lists<FactRows.Proof>
  ) {
    for key in keys {
      let more = portions[Int(key.portion)][Int(key.row)]
      let known = Array(proofs.open.reversed().prefix { $0.story == more.first?.story })
      for proof in more where !known.contains(proof) { proofs.add(proof) }
    }
    proofs.close()
  }

  /// Adds the lists of the portions' rows as lists of places, each once.
  private static func add(_ places: [[Int32]], of portions: [Lists<Int32>], to all: inout Lists<Int32>) {
    for (lists, places) in zip(portions, places) {
      for story in 0..<lists.count {
        for row in lists[story] where !all.open.contains(places[Int(row)]) { all.add(places[Int(row)]) }
        all.close()
      }
    }
  }
}
