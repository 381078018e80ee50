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

  /// The rows of all portions in order, those of one identity together, the first story's first. Each portion's are
  /// sorted already, which the sort makes use of.
  private func groups(_ keys: (FactPortion) -> [FactPortion.Key]) -> Lists<FactPortion.Key> {
    var groups = Lists<FactPortion.Key>()
    for key in portions.flatMap(keys).sorted() {
      if let last = groups.open.last, last.identity != key.identity { groups.close() }
      groups.add(key)
    }
    if !groups.open.isEmpty { groups.close() }
    return groups
  }

  private mutating func addCooperations() {
    let groups = groups(\.cooperationKeys)
    let proofs = portions.map(\.rows.cooperationProofs)
    cooperations = portions.map { Array(repeating: 0, count: $0.rows.cooperations.count) }
    // Newest first: the groups from the last to the first, each in its own order.
    for group in (0..<groups.count).reversed() {
      guard let first = groups[group].first else { continue }
      let portion = Int(first.portion)
      var row = portions[portion].rows.cooperations[Int(first.row)]
      row.date.number = dates[portion][Int(row.date.number)]
      row.label = words[portion][Int(row.label)]
      row.subject = words[portion][Int(row.subject)]
      row.attributedTo = words[portion][Int(row.attributedTo)]
      for key in groups[group] { cooperations[Int(key.portion)][Int(key.row)] = Int32(rows.cooperations.count) }
      rows.cooperations.append(row)
      rows.parties.append(portions[portion].rows.parties[Int(first.row)])
      FactMerge.add(groups[group], of: proofs, to: &rows.cooperationProofs)
    }
    FactMerge.add(cooperations, of: portions.map(\.rows.storyCooperations), to: &rows.storyCooperations)
  }

  private mutating func addEvents() {
    let groups = groups(\.eventKeys)
    let proofs = portions.map(\.rows.eventProofs)
    var places = portions.map { [Int32](repeating: 0, count: $0.rows.events.count) }
    rows.events.reserveCapacity(groups.count)
    for group in 0..<groups.count {
      guard let first = groups[group].first else { continue }
      let portion = Int(first.portion)
      var row = portions[portion].rows.events[Int(first.row)]
      row.date.number = dates[portion][Int(row.date.number)]
      row.attributedTo = words[portion][Int(row.attributedTo)]
      if case .word(let word) = row.title { row.title = .word(words[portion][Int(word)]) }
      if row.cooperation >= 0 { row.cooperation = cooperations[portion][Int(row.cooperation)] }
      for key in groups[group] { places[Int(key.portion)][Int(key.row)] = Int32(rows.events.count) }
      rows.events.append(row)
      rows.actors.append(portions[portion].rows.actors[Int(first.row)])
      FactMerge.add(groups[group], of: proofs, to: &rows.eventProofs)
      if case .story = row.title { noteAnnouncements(rows.eventProofs[group]) }
    }
    FactMerge.add(places, of: portions.map(\.rows.storyEvents), to: &rows.storyEvents)
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
