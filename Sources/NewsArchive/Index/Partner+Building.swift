extension Partner {
  /// The partners of an archive in their order, with all that the stories say of them.
  static func all(
    _ table: PartnerTable, _ rows: FactRows, _ surfaces: [Set<FactPortion.Surface>], of stories: Stories,
    _ gazetteer: Gazetteer
  ) -> [Partner] {
    let count = table.order.count
    let named = rows.partners.inverted(count: count) { Int($0) }
    let cooperations = rows.parties.inverted(count: count) { Int($0.partner) }
    let events = rows.actors.inverted(count: count) { Int($0) }
    var aliases: [Set<String>] = Array(repeating: [], count: count)
    for surface in surfaces.joined() { aliases[Int(surface.partner)].insert(surface.words) }
    var numbers = Array(repeating: Numbers(), count: count)
    for story in 0..<stories.count {
      let sightings = stories.sightings(story)
      let pages = 1 + sightings.dropFirst().count { $0.source != sightings[0].source }
      for name in rows.names[story] { numbers[Int(name.partner)].mentionCount += pages }
      let date = stories.date(story)
      for partner in rows.partners[story] { numbers[Int(partner)].add(sightings[0].source, date) }
    }
    let articleCount = stories.articles.count
    return table.order.enumerated().map { place, index in
      let draft = table.drafts[index]
      let name = table.name(of: index)
      let entry = gazetteer.entry(named: name).map { gazetteer.entries[$0] }
      let split = named[place].firstIndex { $0 >= articleCount } ?? named[place].endIndex
      return Partner(
        id: draft.id, name: name, kind: entry?.kind ?? draft.kind, isCollective: draft.isCollective,
        scope: draft.scope.flatMap { table.place(of: $0) }, isoCode: entry?.isoCode, areaKey: entry?.areaKey,
        aliases: aliases[place].subtracting([name]).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
        mentionCount: numbers[place].mentionCount, source: numbers[place].source,
        cooperations: Places(cooperations[place]), articles: Places(named[place][..<split]),
        teasers: Places(named[place][split...], from: articleCount), events: Places(events[place]),
        first: numbers[place].first, last: numbers[place].last)
    }
  }

  /// What is found out of a partner story by story.
  private struct Numbers {
    var mentionCount = 0
    var source = Int.max
    var first: UncertainDate?
    var last: UncertainDate?

    /// Counts in a story that names it, with its first source and the day its bracket states.
    mutating func add(_ source: Int, _ date: UncertainDate?) {
      self.source = min(self.source, source)
      guard let date, let day = date.earliest else { return }
      if first?.earliest.map({ day < $0 }) ?? true { first = date }
      if last?.earliest.map({ day >= $0 }) ?? true { last = date }
    }
  }
}
