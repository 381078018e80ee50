/// The facts of an archive in order: what portions of its stories say becomes one.
struct FactParts: Sendable {
  private(set) var stories: Stories
  private(set) var partners: [Partner] = []
  private(set) var storyRows = Facts.StoryRows()
  private(set) var cooperationRows: [Facts.CooperationRow] = []
  private(set) var parties = Lists<Facts.Party>()
  private(set) var cooperationProofs = Lists<Facts.Proof>()
  private(set) var eventRows: [Facts.EventRow] = []
  private(set) var actors = Lists<Int32>()
  private(set) var eventProofs = Lists<Facts.Proof>()
  /// By number; the first is empty. The letters of all stand together: strings made here and there while stories are
  /// read would keep the memory around them from being given back.
  private(set) var words = Lists<UInt8>()
  private(set) var oddDates: [UncertainDate.Extent] = []
  /// Whose timelines there are: partners, then articles, these as the complement of their place.
  private(set) var timelineOwners: [Int32] = []
  /// The first and the last day of all events and of each partner's.
  private(set) var spans: [Timeline.Span] = []
  private var wordPlaces: [String: Facts.Word] = [:]

  init(_ stories: Stories, _ portions: [FactPortion], _ table: PartnerTable, _ gazetteer: Gazetteer) {
    self.stories = stories
    words.append([])
    addCooperations(portions)
    addEvents(portions)
    for portion in portions {
      storyRows.names.append(portion.names)
      storyRows.partners.append(portion.partners)
      for story in 0..<portion.quotes.count {
        storyRows.quotes.append(portion.quotes[story].map { row($0) })
      }
      for (story, extent, proofs) in portion.bounds { addBounds(extent, proofs, of: story) }
    }
    trim()
    addPartners(portions, table, gazetteer)
    timelineOwners = partners.indices.filter { !partners[$0].events.isEmpty }.map { Int32(clamping: $0) }
    for article in stories.articles.indices where !storyRows.events[article].isEmpty {
      timelineOwners.append(~Int32(clamping: article))
    }
  }

  private mutating func row(_ quote: FactPortion.QuoteDraft) -> Facts.QuoteRow {
    Facts.QuoteRow(
      words: quote.saying.words, sentences: quote.saying.sentences, speaker: word(quote.saying.speaker),
      role: word(quote.saying.role), partner: quote.partner)
  }

  private mutating func word(_ word: String?) -> Facts.Word {
    guard let word else { return 0 }
    if let place = wordPlaces[word] { return place }
    let place = Facts.Word(clamping: words.count)
    wordPlaces[word] = place
    words.append(word.utf8)
    return place
  }

  private mutating func addBounds(_ extent: UncertainDate.Extent, _ proofs: [Facts.Proof], of story: Int) {
    guard case .oneOf(let earliest, let latest) = extent else { return }
    let start = storyRows.boundsProofs.count
    storyRows.boundsProofs += proofs
    storyRows.bounds[story] = Facts.BoundsRow(
      earliest: PackedDate(earliest.map { UncertainDate($0) }, odd: &oddDates),
      latest: PackedDate(latest.map { UncertainDate($0) }, odd: &oddDates),
      proofs: start..<storyRows.boundsProofs.count)
  }

  /// The bounds of an undated article, as a date.
  func date(of bounds: Facts.BoundsRow) -> UncertainDate {
    func extent(_ date: PackedDate) -> UncertainDate.Extent? { date.date(words: nil, odd: oddDates)?.extent }
    return UncertainDate(.oneOf(extent(bounds.earliest), extent(bounds.latest)), basis: .inferred)
  }

  /// Gives the undated articles their bounds; once all is freed that the parts were made of.
  mutating func dateArticles() {
    for (story, bounds) in storyRows.bounds where stories.articles[story].date == nil {
      stories.articles[story].date = date(of: bounds)
    }
  }

  private mutating func trim() {
    wordPlaces = [:]
    words.trim()
    storyRows.names.trim()
    storyRows.partners.trim()
    storyRows.cooperations.trim()
    storyRows.events.trim()
    storyRows.quotes.trim()
    parties.trim()
    cooperationProofs.trim()
    actors.trim()
    eventProofs.trim()
  }

  // MARK: Order

  /// The drafts of all portions in order, those of one identity together, the first story's first. Each portion's are
  /// sorted already, which the sort makes use of.
  private static func groups(_ keys: [[FactPortion.Key]]) -> [(portion: Int, draft: Int, isFirst: Bool)] {
    var rows: [(key: FactPortion.Key, portion: Int)] = []
    for (portion, keys) in keys.enumerated() { rows += keys.lazy.map { ($0, portion) } }
    rows.sort { left, right in
      if left.key.days != right.key.days { return left.key.days < right.key.days }
      if left.key.identity != right.key.identity { return left.key.identity < right.key.identity }
      return left.portion != right.portion ? left.portion < right.portion : left.key.draft < right.key.draft
    }
    return rows.indices.map { index in
      let isFirst = index == 0 || rows[index].key.identity != rows[index - 1].key.identity
      return (rows[index].portion, Int(rows[index].key.draft), isFirst)
    }
  }

  /// The lists of a portion's drafts as lists of places, each once.
  private static func placed(_ lists: Lists<Int32>, _ places: [Int32]) -> Lists<Int32> {
    var placed = Lists<Int32>()
    for list in 0..<lists.count {
      var row: [Int32] = []
      for draft in lists[list] where !row.contains(places[Int(draft)]) { row.append(places[Int(draft)]) }
      placed.append(row)
    }
    return placed
  }

  // MARK: Cooperations

  private mutating func addCooperations(_ portions: [FactPortion]) {
    let groups = FactParts.groups(portions.map(\.cooperationKeys))
    var places = portions.map { Array(repeating: Int32(0), count: $0.cooperations.count) }
    // Newest first: the groups from the last to the first, each in its own order.
    var end = groups.count
    while end > 0 {
      let start = groups[..<end].lastIndex(where: \.isFirst) ?? 0
      let draft = portions[groups[start].portion].cooperations[groups[start].draft]
      let place = Int32(clamping: cooperationRows.count)
      cooperationRows.append(
        Facts.CooperationRow(
          identity: draft.identity, date: PackedDate(draft.tie.date, odd: &oddDates),
          dateWords: draft.tie.date?.words ?? .none, label: word(draft.tie.label), subject: word(draft.tie.subject),
          attributedTo: word(draft.tie.attributedTo), kind: draft.tie.kind, status: draft.tie.status,
          modality: draft.tie.modality, confidence: draft.tie.confidence))
      parties.append(draft.parties)
      var proofs: [Facts.Proof] = []
      for group in groups[start..<end] {
        proofs.add(portions[group.portion].cooperations[group.draft].proofs)
        places[group.portion][group.draft] = place
      }
      cooperationProofs.append(proofs)
      end = start
    }
    for (portion, places) in zip(portions, places) {
      storyRows.cooperations.append(FactParts.placed(portion.storyCooperations, places))
    }
    cooperationPlaces = places
  }

  /// For each portion the places of its cooperations, which its events are about.
  private var cooperationPlaces: [[Int32]] = []

  // MARK: Events

  private mutating func addEvents(_ portions: [FactPortion]) {
    let groups = FactParts.groups(portions.map(\.eventKeys))
    var places = portions.map { Array(repeating: Int32(0), count: $0.events.count) }
    eventRows.reserveCapacity(groups.count(where: \.isFirst))
    var start = 0
    while start < groups.count {
      let end = groups[(start + 1)...].firstIndex(where: \.isFirst) ?? groups.count
      let portion = groups[start].portion
      let draft = portions[portion].events[groups[start].draft]
      let event = draft.event
      let place = Int32(clamping: eventRows.count)
      eventRows.append(
        Facts.EventRow(
          identity: draft.identity, date: PackedDate(event.date, odd: &oddDates),
          dateWords: event.date.words ?? .none, title: title(event.title), attributedTo: word(event.attributedTo),
          cooperation: draft.cooperation < 0 ? -1 : cooperationPlaces[portion][Int(draft.cooperation)],
          kind: event.kind, modality: event.modality))
      actors.append(draft.actors)
      var proofs: [Facts.Proof] = []
      for group in groups[start..<end] {
        proofs.add(portions[group.portion].events[group.draft].proofs)
        places[group.portion][group.draft] = place
      }
      eventProofs.append(proofs)
      if case .story = event.title { link(proofs) }
      start = end
    }
    for (portion, places) in zip(portions, places) {
      storyRows.events.append(FactParts.placed(portion.storyEvents, places))
    }
    cooperationPlaces = []
  }

  /// A teaser that is published as an article is, under the same title on the same day, announces it. Titles alone repeat.
  private mutating func link(_ proofs: [Facts.Proof]) {
    guard let article = proofs.first.map({ Int($0.story) }), article < stories.articles.count else { return }
    for proof in proofs where Int(proof.story) >= stories.articles.count {
      stories.teasers[Int(proof.story) - stories.articles.count].article = article
    }
  }

  private mutating func title(_ title: FoundFacts.Title) -> Facts.Title {
    switch title {
    case .words(let range): Facts.Title(form: .range, range: range)
    case .story: Facts.Title(form: .story, range: .none)
    case .text(let text): Facts.Title(form: .word, range: TextRange(Int(word(text)), Int(word(text))))
    }
  }

  // MARK: Partners

  private mutating func addPartners(_ portions: [FactPortion], _ table: PartnerTable, _ gazetteer: Gazetteer) {
    let count = table.order.count
    let named = storyRows.partners.inverted(count: count) { Int($0) }
    let cooperations = parties.inverted(count: count) { Int($0.partner) }
    let events = actors.inverted(count: count) { Int($0) }
    var aliases: [Set<String>] = Array(repeating: [], count: count)
    for portion in portions {
      for surface in portion.surfaces { aliases[Int(surface.partner)].insert(surface.words) }
    }
    var mentionCounts = Array(repeating: 0, count: count)
    var sources = Array(repeating: Int.max, count: count)
    var dates: [(first: UncertainDate, last: UncertainDate)?] = Array(repeating: nil, count: count)
    for story in 0..<stories.count {
      let sightings = stories.sightings(story)
      let pages = 1 + sightings.dropFirst().count { $0.source != sightings[0].source }
      for name in storyRows.names[story] { mentionCounts[Int(name.partner)] += pages }
      for partner in storyRows.partners[story] {
        sources[Int(partner)] = min(sources[Int(partner)], sightings[0].source)
      }
      guard let date = stories.date(story), let day = date.earliest else { continue }
      for partner in storyRows.partners[story] {
        var (first, last) = dates[Int(partner)] ?? (date, date)
        if let earliest = first.earliest, day < earliest { first = date }
        if let latest = last.earliest, day >= latest { last = date }
        dates[Int(partner)] = (first, last)
      }
    }
    let articleCount = stories.articles.count
    partners = table.order.enumerated().map { place, index in
      let draft = table.drafts[index]
      let name = table.name(of: index)
      let entry = gazetteer.known[name].map { gazetteer.entries[$0] }
      let split = named[place].firstIndex { $0 >= articleCount } ?? named[place].endIndex
      return Partner(
        id: draft.id, name: name, kind: entry?.kind ?? draft.kind, isCollective: draft.isCollective,
        scope: draft.scope.flatMap { table.place(of: $0) }, isoCode: entry?.isoCode, areaKey: entry?.areaKey,
        aliases: aliases[place].subtracting([name]).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
        mentionCount: mentionCounts[place], source: sources[place], cooperations: Places(cooperations[place]),
        articles: Places(named[place][..<split]), teasers: Places(named[place][split...], from: articleCount),
        events: Places(events[place]), first: dates[place]?.first, last: dates[place]?.last)
    }
    addSpans(events)
  }

  private mutating func addSpans(_ events: Lists<Int32>) {
    let days = eventRows.map { row in
      let date = row.date.date(words: nil, odd: oddDates)
      return Timeline.Span(earliest: date?.earliest, latest: date?.latest)
    }
    spans = [days.reduce(Timeline.Span()) { $0.union($1) }]
    for partner in 0..<events.count {
      spans.append(events[partner].reduce(Timeline.Span()) { $0.union(days[Int($1)]) })
    }
  }
}

extension [Facts.Proof] {
  /// Adds what another draft of the same fact is proved by; the same story may have said it twice.
  fileprivate mutating func add(_ more: [Facts.Proof]) { self += isEmpty ? more : more.filter { !contains($0) } }
}
