import Dispatch
import Synchronization

/// Makes the facts of an archive from its stories: reads each story once, on all cores, and merges what they say.
///
/// The result depends on the stories alone; where several could give a name or a date first, the order of
/// `Archive.articles` and `Archive.teasers` decides, which is one of dates and ids.
struct FactsBuilder {
  private let stories: Stories
  /// How many stories are read in one go.
  private static let portion = 256

  init(_ stories: Stories) { self.stories = stories }

  /// What the stories say.
  func parts(_ gazetteer: Gazetteer) -> FactParts {
    var parts = merged(gazetteer)
    parts.dateArticles()
    return parts
  }

  private func merged(_ gazetteer: Gazetteer) -> FactParts {
    let (found, names) = found(StoryReader(words: .german, gazetteer: gazetteer))
    let table = PartnerTable(concurrentMap(count: found.count) { FactPortion.keys(numbers(of: $0), found[$0][...]) })
    // What a portion is made of is freed with it, on all cores.
    let count = found.count
    let rest = Mutex(consume found)
    let portions = concurrentMap(count: count) { index in
      let facts = rest.withLock { exchange(&$0[index], with: []) }
      return FactPortion(numbers(of: index), facts[...], of: stories, table)
    }
    return FactParts(stories, portions, table, names)
  }

  /// - Returns: by portion, what the stories say, and the names as they are known in the end.
  private func found(_ reader: StoryReader) -> (facts: [[FoundFacts]], gazetteer: Gazetteer) {
    let count = (stories.count + FactsBuilder.portion - 1) / FactsBuilder.portion
    let learned = Mutex(NameLearner())
    let facts = concurrentMap(count: count) { index in
      var learner = NameLearner()
      let facts = numbers(of: index).map { reader.facts(of: stories[$0], teaching: &learner) }
      learned.withLock { $0.merge(learner) }
      return facts
    }
    let (gazetteer, words) = learned.withLock { $0 }.taught(reader.gazetteer)
    guard words.count > 0 else { return (facts, gazetteer) }
    let taught = StoryReader(words: reader.words, gazetteer: gazetteer)
    let second = concurrentMap(count: count) { index in
      zip(numbers(of: index), facts[index]).map { number, facts in
        facts.unknownWords.contains { words[$0] != nil } ? taught.facts(of: stories[number]) : facts
      }
    }
    return (second, gazetteer)
  }

  private func numbers(of portion: Int) -> Range<Int> {
    portion * FactsBuilder.portion..<min(stories.count, (portion + 1) * FactsBuilder.portion)
  }
}
