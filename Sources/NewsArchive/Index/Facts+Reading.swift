import Synchronization

extension Facts {
  /// Reads each story once, on all cores, and those again that name whom others have introduced.
  ///
  /// - Returns: what each story says, and the names as they are known in the end.
  static func found(in stories: Stories, _ gazetteer: Gazetteer) -> (facts: [FoundFacts], names: Gazetteer) {
    let portion = 256
    let learned = Mutex(NameLearner())
    let first = concurrentMap(count: (stories.count + portion - 1) / portion) { index in
      var learner = NameLearner()
      let facts = (index * portion..<min(stories.count, (index + 1) * portion)).map { number in
        let reading = StoryReading(stories[number], gazetteer)
        learner.study(reading.passages, gazetteer)
        return reading.read()
      }
      learned.withLock { $0.merge(learner) }
      return facts
    }
    let (names, words) = learned.withLock { $0 }.taught(gazetteer)
    let second = concurrentMap(count: stories.count, portion: portion) { number in
      let facts = first[number / portion][number % portion]
      guard facts.unknownWords.contains(where: { words[$0] != nil }) else { return facts }
      return StoryReading(stories[number], names).read()
    }
    return (second, names)
  }
}
