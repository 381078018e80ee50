/// What the pages themselves teach of names: "die Stadt Lippstadt" on one page makes Lippstadt a town on every other.
///
/// A name that is never introduced is still told by German: names of towns take no article where nouns do. A word no
/// list knows that two stories use so ("Koblenz hat …", "heißt es aus Calw"), or that a kicker and a story do, and that
/// no story ever uses with an article, is a name.
struct NameLearner: Sendable {
  /// A word that may be a name.
  private struct Candidate: Sendable {
    var name: String
    /// The number of stories that use it as a town's name is used, and the latest of them.
    var stories = 0
    var story = 0
    var isKicker = false

    /// Counts a story, once.
    mutating func note(_ number: Int) {
      if story != number { stories += 1 }
      story = number
    }
  }

  private var introduced: [String: Partner.Kind] = [:]
  private var candidates: [UInt64: Candidate] = [:]
  /// Words that stood behind an article or an adjective: nouns.
  private var nouns = WordTable<Void>()
  /// How many stories have been studied.
  private var storyCount = 0

  /// Takes in a story's passages.
  mutating func study(_ passages: [Passage], _ gazetteer: Gazetteer) {
    storyCount += 1
    for passage in passages {
      for mention in passage.mentions where mention.form == .name && mention.extent != mention.name {
        let isKnown = gazetteer.entry(named: mention.actor.name).map { !gazetteer.entries[$0].isHomograph }
        if mention.actor.kind == .municipality, isKnown != true { introduced[mention.actor.name] = .municipality }
      }
      study(passage)
    }
  }

  private mutating func study(_ passage: Passage) {
    let tokens = passage.tokens
    var mention = passage.mentions.startIndex
    for index in tokens.indices {
      let token = tokens[index]
      while mention < passage.mentions.endIndex, passage.mentions[mention].extent.upperBound <= index { mention += 1 }
      guard token.shape == .word, token.isCapitalised, token.entry.tags.isEmpty else { continue }
      if mention < passage.mentions.endIndex, passage.mentions[mention].extent.contains(index) { continue }
      if passage.part == .kicker {
        if tokens.count == 1 || index > 0 && tokens[index - 1].isMark("/")
          || index + 1 < tokens.count && tokens[index + 1].isMark("/")
        {
          candidates[token.hash, default: Candidate(name: passage.text(index..<index + 1))].isKicker = true
        }
        continue
      }
      guard passage.part == .body else { continue }
      let before = index > 0 ? tokens[index - 1] : nil
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      if let before, before.shape == .word {
        if before.isArticle || before.is(.pronominal) || before.isAdjective(passage.bytes[before.range])
          || before.isContracted(passage.bytes[before.range])
          || before.isCapitalised && !before.placesTowns && before.entry.tags.isEmpty
        {
          nouns[token.hash] = ()
          continue
        }
      }
      guard
        NameLearner.standsAsTown(
          before, next, startsSentence: before.map { $0.shape == .mark && !$0.isMark(",") } ?? true)
      else { continue }
      candidates[token.hash, default: Candidate(name: passage.text(index..<index + 1))].note(storyCount)
    }
  }

  /// "Koblenz hat …", "hat Koblenz einen …", "aus Koblenz", "zwischen Koblenz und …", "mit Koblenz beim …".
  private static func standsAsTown(_ before: Token?, _ next: Token?, startsSentence: Bool) -> Bool {
    if let next, startsSentence, singularVerbs.contains(next.hash) { return true }
    guard let before else { return false }
    if singularVerbs.contains(before.hash) {
      return next.map { $0.isArticle || $0.shape == .mark || $0.isAny([.sign, .mit, .auf]) } ?? false
    }
    return before.isAny([.aus, .zwischen, .laut]) || before.is(.mit) && next?.is(.bei) == true
  }

  /// "hat", "will", "muss": what one town does; "Ziel ist" is no town.
  private static let singularVerbs = WordHash.set("hat hatte wird wurde will soll muss möchte plant strebt")

  mutating func merge(_ other: NameLearner) {
    introduced.merge(other.introduced) { first, _ in first }
    nouns.merge(other.nouns)
    candidates.merge(other.candidates) { first, second in
      Candidate(name: first.name, stories: first.stories + second.stories, isKicker: first.isKicker || second.isKicker)
    }
  }

  /// The gazetteer with all that was learned, and the first words of what is new in it.
  func taught(_ gazetteer: Gazetteer) -> (gazetteer: Gazetteer, words: WordTable<Void>) {
    var taught = gazetteer
    var names = Set(introduced.keys)
    for (word, candidate) in candidates where nouns[word] == nil && !NameLearner.isNoun(candidate.name) {
      if candidate.stories > 1 || candidate.isKicker && candidate.stories > 0 { names.insert(candidate.name) }
    }
    var words = WordTable<Void>()
    // In the order of their letters: places in the gazetteer must not depend on hashing.
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      if taught.teach(name), let first = Gazetteer.hashes(of: Array(name.utf8)[...]).first { words[first] = () }
    }
    return (taught, words)
  }

  /// Whether a word ends as nouns do that take no article either: "Digitalisierung", "Sicherheit".
  static func isNoun(_ word: String) -> Bool {
    [
      "ung", "heit", "keit", "tion", "tät", "schaft", "ismus", "ungen", "ik", "ierung", "ware", "software", "daten",
      "schutz",
    ].contains { word.hasSuffix($0) } || word.utf8.count < 4
  }
}
