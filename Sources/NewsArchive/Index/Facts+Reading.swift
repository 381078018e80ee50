import Synchronization

extension Facts {
  /// How many stories are read in one go.
  private static let portion = 256

  /// The numbers of a portion's stories.
  static func numbers(of index: Int, in stories: Stories) -> Range<Int> {
    index * portion..<min(stories.count, (index + 1) * portion)
  }

  /// Reads each story once, on all cores, and those again that name whom others have introduced.
  ///
  /// - Returns: by portion, what the stories say and who they name; and the names as they are known in the end.
  static func found(
    in stories: Stories, _ gazetteer: Gazetteer
  ) -> (facts: [[FoundFacts]], named: [PartnerTable.Named], names: Gazetteer) {
    let reader = StoryReader(words: .german, gazetteer: gazetteer)
    let learned = Mutex(NameLearner())
    let first = concurrentMap(count: (stories.count + portion - 1) / portion) { index in
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
}
