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
  }

  private var introduced: Set<String> = []
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
        if mention.actor.kind == .municipality, isKnown != true { introduced.insert(mention.actor.name) }
      }
      if passage.part != .headline { study(passage) }
    }
  }

  private mutating func study(_ passage: Passage) {
    var mentions = passage.mentions[...]
    for (index, token) in passage.tokens.enumerated() {
      while let mention = mentions.first, mention.extent.upperBound <= index { mentions.removeFirst() }
      guard token.shape == .word, token.isCapitalised, token.entry.tags.isEmpty,
        mentions.first?.extent.contains(index) != true
      else { continue }
      if passage.part == .body, isNoun(index, in: passage) {
        nouns[token.hash] = ()
        continue
      }
      let isKicker = passage.part == .kicker
      guard
        isKicker
          ? passage.tokens.count == 1 || passage.standsMark("/", at: index - 1)
            || passage.standsMark("/", at: index + 1)
          : standsAsTown(index, in: passage)
      else { continue }
      var candidate = candidates[token.hash] ?? Candidate(name: passage.text(index..<index + 1))
      if isKicker {
        candidate.isKicker = true
      } else if candidate.story != storyCount {
        candidate.stories += 1
        candidate.story = storyCount
      }
      candidates[token.hash] = candidate
    }
  }

  /// Whether the word before makes this one a noun: an article, an adjective, or another unknown word.
  private func isNoun(_ index: Int, in passage: Passage) -> Bool {
    guard let before = passage.token(index - 1), before.shape == .word else { return false }
    return before.isArticle || before.is(.pronominal) || passage.isAdjective(index - 1)
      || passage.isContracted(index - 1)
      || before.isCapitalised && !before.placesTowns && before.entry.tags.isEmpty
  }

  /// "Koblenz hat …", "hat Koblenz einen …", "aus Koblenz", "zwischen Koblenz und …", "mit Koblenz beim …".
  private func standsAsTown(_ index: Int, in passage: Passage) -> Bool {
    let next = passage.token(index + 1)
    let before = passage.token(index - 1)
    let startsSentence = before.map { $0.shape == .mark && !$0.isMark(",") } ?? true
    if let next, startsSentence, NameLearner.singularVerbs.contains(next.hash) { return true }
    guard let before else { return false }
    if NameLearner.singularVerbs.contains(before.hash) {
      return next.map { $0.isArticle || $0.shape == .mark || $0.isAny([.sign, .mit, .auf]) } ?? false
    }
    return before.isAny([.aus, .zwischen, .laut]) || before.is(.mit) && next?.is(.bei) == true
  }

  /// "hat", "will", "muss": what one town does; "Ziel ist" is no town.
  private static let singularVerbs = WordHash.list("hat hatte wird wurde will soll muss möchte plant strebt")

  mutating func merge(_ other: NameLearner) {
    introduced.formUnion(other.introduced)
    nouns.merge(other.nouns)
    candidates.merge(other.candidates) { first, second in
      Candidate(name: first.name, stories: first.stories + second.stories, isKicker: first.isKicker || second.isKicker)
    }
  }

  /// The gazetteer with all that was learned, and the first words of what is new in it.
  func taught(_ gazetteer: Gazetteer) -> (gazetteer: Gazetteer, words: WordTable<Void>) {
    var taught = gazetteer
    var names = introduced
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
    let endings = ["ung", "heit", "keit", "tion", "tät", "schaft", "ismus", "ungen", "ik", "ware", "daten", "schutz"]
    return word.utf8.count < 4 || endings.contains(where: word.hasSuffix)
  }
}
