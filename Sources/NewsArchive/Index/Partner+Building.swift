extension Partner {
  /// What the stories of an archive say of its partners, by their places in the order.
  struct Findings {
    /// The stories that name each, its cooperations and its events.
    let named: Lists<Int32>
    let cooperations: Lists<Int32>
    let events: Lists<Int32>
    private(set) var numbers: [Numbers]
    let articleCount: Int

    init(_ rows: FactRows, of stories: Stories, count: Int) {
      named = rows.partners.inverted(count: count)
      cooperations = rows.parties.mapItems(\.partner).inverted(count: count)
      events = rows.actors.inverted(count: count)
      numbers = Array(repeating: Numbers(), count: count)
      articleCount = stories.articles.count
      for story in 0..<stories.count {
        let sightings = stories.sightings(story)
        let pages = 1 + sightings.dropFirst().count { $0.source != sightings[0].source }
        for name in rows.names[story] { numbers[Int(name.partner)].mentionCount += pages }
        let date = stories.date(story)
        for partner in rows.partners[story] { numbers[Int(partner)].add(sightings[0].source, date) }
      }
    }
  }

  /// What is found out of a partner story by story.
  struct Numbers {
    var mentionCount = 0
    private(set) var source = Int.max
    private(set) var first: UncertainDate?
    private(set) var last: UncertainDate?

    /// Counts in a story that names it, with its first source and the day its bracket states.
    mutating func add(_ source: Int, _ date: UncertainDate?) {
      self.source = min(self.source, source)
      guard let date, let day = date.earliest else { return }
      if first?.earliest.map({ day < $0 }) ?? true { first = date }
      if last?.earliest.map({ day >= $0 }) ?? true { last = date }
    }
  }
}
