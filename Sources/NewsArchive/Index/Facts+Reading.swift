import Synchronization

extension Facts {
  /// Reads each story once, on all cores, and those again that name whom others have introduced.
  ///
  /// - Returns: what each story says, and the names as they are known in the end.
  static func found(in stories: Stories, _ gazetteer: Gazetteer) -> (facts: [FoundFacts], names: Gazetteer) {
    let portion = 256
    let reader = StoryReader(words: .german, gazetteer: gazetteer)
    let learned = Mutex(NameLearner())
    let first = concurrentMap(count: (stories.count + portion - 1) / portion) { index in
      var learner = NameLearner()
      let numbers = index * portion..<min(stories.count, (index + 1) * portion)
      let facts = numbers.map { reader.facts(of: stories[$0], teaching: &learner) }
      learned.withLock { $0.merge(learner) }
      return facts
    }
    let (names, words) = learned.withLock { $0 }.taught(gazetteer)
    let taught = StoryReader(words: reader.words, gazetteer: names)
    let second = concurrentMap(count: stories.count, portion: portion) { number in
      let facts = first[number / portion][number % portion]
      return facts.unknownWords.contains { words[$0] != nil } ? taught.facts(of: stories[number]) : facts
    }
    return (second, names)
  }
}
