/// Reads a story for facts: names first, then what its sentences say of them.
final class StoryReader: Sendable {
  let words: WordList
  let gazetteer: Gazetteer

  init(words: WordList, gazetteer: Gazetteer) {
    self.words = words
    self.gazetteer = gazetteer
  }

  /// What a story says.
  ///
  /// - Complexity: O(*n*) in its text, but for the names of a sentence among each other.
  func facts(of story: Story, teaching learner: inout NameLearner) -> FoundFacts {
    let passages = passages(of: story)
    learner.study(passages, gazetteer)
    return facts(of: story, passages)
  }

  /// What a story says, with nothing left to learn from it.
  func facts(of story: Story) -> FoundFacts { facts(of: story, passages(of: story)) }

  private func passages(of story: Story) -> [ReadPassage] {
    var passages: [ReadPassage] = []
    passages.reserveCapacity(story.body.count + 2)
    if let kicker = story.kicker { passages.append(read(.kicker, kicker, in: story.file)) }
    passages.append(read(.headline, story.headline, in: story.file))
    for range in story.body { passages.append(read(.body, range, in: story.file)) }
    return passages
  }

  private func facts(of story: Story, _ passages: [ReadPassage]) -> FoundFacts {
    var reading = StoryReading(story: story, passages: passages)
    reading.noteUnknownWords()
    reading.resolveReferences()
    reading.readSentences()
    return reading.facts
  }

  private func read(_ part: Passage.Part, _ range: TextRange, in file: SeedFile) -> ReadPassage {
    let passage = ReadPassage(Passage(part, range, in: file), words)
    passage.mentions = NameReader(read: passage, reader: self).mentions()
    return passage
  }
}
