extension Facts {
  /// The facts of stories that have been read and merged: everything gets its place in order.
  init(_ builder: FactsBuilder, _ gazetteer: Gazetteer) {
    let articleCount = builder.articles.count
    let drafts = builder.partners.drafts.enumerated().filter { !$1.mentions.isEmpty }
    let names = Dictionary(uniqueKeysWithValues: drafts.map { ($0, Facts.name(of: $1)) })
    let partnerOrder = drafts.map(\.offset).sorted { left, right in
      let (leftName, rightName) = (names[left] ?? "", names[right] ?? "")
      return leftName != rightName
        ? leftName.utf8.lexicographicallyPrecedes(rightName.utf8)
        : builder.partners.id(of: left).utf8.lexicographicallyPrecedes(builder.partners.id(of: right).utf8)
    }
    let partnerPlaces = Places(partnerOrder)
    let cooperationOrder = [Int](Facts.order(builder.cooperations.map { ($0.tie.date, $0.identity) }).reversed())
    let cooperationPlaces = Places(cooperationOrder)
    let eventOrder = Facts.order(builder.events.map { ($0.event.date, $0.identity) })
    let eventPlaces = Places(eventOrder)

    cooperations = cooperationOrder.map { index in
      let draft = builder.cooperations[index]
      let tie = draft.tie
      let slug = Slug.slug(
        "\(tie.kind.rawValue) \(draft.parties.map { builder.partners.id(of: $0) }.joined(separator: " "))"
          .unicodeScalars)
      return Cooperation(
        id: slug + "-" + draft.identity.suffix, kind: tie.kind, kindLabel: tie.label, status: tie.status,
        subject: tie.subject,
        parties: zip(draft.parties, tie.parties).compactMap { party, actor in
          partnerPlaces[party].map {
            Cooperation.Party(partner: $0, role: tie.joins.contains(actor) ? .joins : .member)
          }
        },
        date: tie.date, modality: tie.modality, attributedTo: tie.attributedTo, confidence: tie.confidence,
        evidence: Facts.ordered(draft.evidence))
    }
    events = eventOrder.map { index in
      let draft = builder.events[index]
      let about: Event.Subject
      switch draft.about {
      case .cooperation(let cooperation): about = .cooperation(cooperationPlaces[cooperation] ?? 0)
      case .article, .teaser: about = draft.about
      }
      return Event(
        id: Slug.slug(
          "\(draft.event.date.earliest ?? draft.event.date.latest ?? CalendarDate(dayNumber: 0)) \(draft.event.title)"
            .unicodeScalars) + "-" + draft.identity.suffix,
        date: draft.event.date, kind: draft.event.kind, title: draft.event.title,
        actors: draft.actors.compactMap { partnerPlaces[$0] },
        about: about, modality: draft.event.modality, attributedTo: draft.event.attributedTo,
        evidence: Facts.ordered(draft.evidence))
    }
    let storyFacts = builder.stories.map { story in
      StoryFacts(
        partners: story.partners.compactMap { partnerPlaces[$0] },
        cooperations: story.cooperations.compactMap { cooperationPlaces[$0] }.unique,
        events: story.events.compactMap { eventPlaces[$0] }.unique, quotes: story.quotes.map { $0.with(partnerPlaces) },
        persons: story.persons.map { $0.with(partnerPlaces) }, bounds: story.bounds)
    }
    articles = Array(storyFacts.prefix(articleCount))
    teasers = Array(storyFacts.dropFirst(articleCount))

    var partnerCooperations: [[Int]] = Array(repeating: [], count: partnerOrder.count)
    for (index, cooperation) in cooperations.enumerated() {
      for party in cooperation.parties { partnerCooperations[party.partner].append(index) }
    }
    var partnerEvents: [[Int]] = Array(repeating: [], count: partnerOrder.count)
    for (index, event) in events.enumerated() {
      for actor in event.actors { partnerEvents[actor].append(index) }
    }
    func day(_ story: Int) -> UncertainDate? {
      story < articleCount ? builder.articles[story].date : builder.teasers[story - articleCount].date
    }
    partners = partnerOrder.enumerated().map { place, index in
      let draft = builder.partners.drafts[index]
      let name = names[index] ?? draft.id
      let dates = draft.stories.compactMap(day).sorted {
        ($0.earliest ?? CalendarDate(dayNumber: 0)) < ($1.earliest ?? CalendarDate(dayNumber: 0))
      }
      let entry = gazetteer.known[name].map { gazetteer.entries[$0] }
      return Partner(
        id: draft.id, name: name, kind: entry?.kind ?? draft.kind, isCollective: draft.isCollective,
        scope: draft.scope.flatMap { partnerPlaces[$0] },
        isoCode: entry?.isoCode, areaKey: entry?.areaKey,
        aliases: draft.words.subtracting([name]).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
        mentions: draft.mentions.sorted { $0.key < $1.key }.map {
          Partner.Mention(source: $0.key, count: $0.value.count, evidence: $0.value.evidence)
        },
        cooperations: partnerCooperations[place], articles: draft.stories.filter { $0 < articleCount },
        teasers: draft.stories.filter { $0 >= articleCount }.map { $0 - articleCount }, events: partnerEvents[place],
        first: dates.first, last: dates.last)
    }
    timelines = Facts.timelines(partners, events, builder.articles, articles, builder.sources)
  }

  /// The commonest of a partner's names, the first by its letters among equals.
  private static func name(of draft: PartnerTable.Draft) -> String {
    draft.names.max { $0.value != $1.value ? $0.value < $1.value : $1.key.utf8.lexicographicallyPrecedes($0.key.utf8) }?
      .key ?? draft.id
  }

  /// The places of items by their dates' first day, last day and identity, oldest first; the undated before all.
  private static func order(_ items: [(date: UncertainDate?, identity: Identity)]) -> [Int] {
    let keys = items.map { item in
      (
        item.date?.earliest?.dayNumber ?? .min, item.date.map { $0.latest?.dayNumber ?? .max } ?? .min,
        item.identity.value
      )
    }
    return keys.indices.sorted { keys[$0] < keys[$1] }
  }

  /// Each page's evidence together, its statements first; pages in the order of their names.
  private static func ordered(_ evidence: [Evidence]) -> [Evidence] {
    func rank(_ role: Evidence.Role) -> Int {
      switch role {
      case .statement: 0
      case .restatement: 1
      case .antecedent: 2
      case .date: 3
      }
    }
    return evidence.enumerated().sorted {
      ($0.element.source, rank($0.element.role), $0.offset) < ($1.element.source, rank($1.element.role), $1.offset)
    }.map(\.element)
  }

  private static func timelines(
    _ partners: [Partner], _ events: [Event], _ articles: [Article], _ facts: [StoryFacts], _ sources: [Source]
  ) -> [Timeline] {
    let earliest = events.map(\.date.earliest)
    let latest = events.map(\.date.latest)
    func timeline(_ id: String, _ title: String, _ indices: [Int]) -> Timeline {
      Timeline(
        id: id, title: title, events: indices, earliest: indices.lazy.compactMap { earliest[$0] }.min(),
        latest: indices.lazy.compactMap { latest[$0] }.max())
    }
    return [timeline("all", "Alle Ereignisse", Array(events.indices))]
      + partners.filter { !$0.events.isEmpty }.map { timeline($0.id, $0.name, $0.events) }
      + zip(articles, facts).filter { !$1.events.isEmpty }.map { article, facts in
        let title = CanonicalText(article.headline, in: sources[article.source].file).string
        return timeline(article.id, title, facts.events.sorted())
      }
  }
}

/// Where the items of an order have come to stand.
private struct Places {
  private var places: [Int: Int] = [:]

  init(_ order: [Int]) {
    places.reserveCapacity(order.count)
    for (place, index) in order.enumerated() { places[index] = place }
  }

  subscript(index: Int) -> Int? { places[index] }
}

extension Person {
  fileprivate func with(_ places: Places) -> Person {
    Person(name: name, role: role, partner: partner.flatMap { places[$0] })
  }
}

extension Quote {
  fileprivate func with(_ places: Places) -> Quote {
    Quote(speaker: speaker.with(places), text: text, evidence: evidence)
  }
}

extension [Int] {
  fileprivate var unique: [Int] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
