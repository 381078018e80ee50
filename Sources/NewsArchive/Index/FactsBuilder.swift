import Synchronization

/// Makes the facts of an archive from its stories: reads each story once, on all cores, and merges what they say.
///
/// The result depends on the stories alone; where several could give a name or a date first, the order of
/// `Archive.articles` and `Archive.teasers` decides, which is one of dates and ids.
struct FactsBuilder {
  /// Linked, and the undated articles dated.
  private(set) var stories: Stories
  let rows: FactRows
  let partners: [Partner]
  /// How many stories are read in one go.
  private static let portion = 256

  init(_ stories: Stories, _ gazetteer: Gazetteer) {
    let (found, named, names) = FactsBuilder.found(in: stories, gazetteer)
    let table = PartnerTable(named)
    let portions = concurrentMap(taking: found) { index, facts in
      FactPortion(
        index, FactsBuilder.numbers(of: index, in: stories), facts, naming: table.places(of: named[index]), of: stories,
        table)
    }
    let merge = FactMerge(portions, articleCount: stories.articles.count)
    partners = Partner.all(table, merge.rows, portions.map(\.surfaces), of: stories, names)
    rows = merge.rows
    self.stories = stories
    for (teaser, article) in merge.announcements { self.stories.teasers[teaser].article = article }
    for (article, date) in portions.lazy.flatMap(\.bounds) { self.stories.articles[article].date = date }
  }

  /// - Returns: by portion, what the stories say and who they name; and the names as they are known in the end.
  private static func found(
    in stories: Stories, _ gazetteer: Gazetteer
  ) -> (facts: [[FoundFacts]], named: [PartnerTable.Named], names: Gazetteer) {
    let reader = StoryReader(words: .german, gazetteer: gazetteer)
    let count = (stories.count + portion - 1) / portion
    let learned = Mutex(NameLearner())
    let first = concurrentMap(count: count) { index in
      var learner = NameLearner()
      let facts = numbers(of: index, in: stories).map { reader.facts(of: stories[$0], teaching: &learner) }
      learned.withLock { $0.merge(learner) }
      return facts
    }
    let (names, words) = learned.withLock { $0 }.taught(gazetteer)
    let taught = StoryReader(words: reader.words, gazetteer: names)
    let second = concurrentMap(taking: first) { index, facts in
      let numbers = numbers(of: index, in: stories)
      for (place, number) in numbers.enumerated() where facts[place].unknownWords.contains(where: { words[$0] != nil })
      {
        facts[place] = taught.facts(of: stories[number])
      }
      return (facts: facts, named: PartnerTable.Named(numbers, facts))
    }
    return (second.map(\.facts), second.map(\.named), names)
  }

  /// The numbers of a portion's stories.
  private static func numbers(of index: Int, in stories: Stories) -> Range<Int> {
    index * portion..<min(stories.count, (index + 1) * portion)
  }
}
