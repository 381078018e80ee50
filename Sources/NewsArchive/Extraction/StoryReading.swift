/// A story while it is read for facts: names first, then what its sentences say of them. What earlier sentences named
/// is what later ones refer to.
struct StoryReading {
  let story: Story
  /// Kicker, headline and body, with the names in them.
  let passages: [Passage]
  var facts = FoundFacts()
  /// The parties that sentences have named together, oldest first.
  var companies: [Company] = []

  /// Several named in one sentence, whom "die Partner" can mean.
  struct Company {
    let actors: [Actor]
    /// The words that name them; nil where the sentence that refers to them does so itself.
    var range: TextRange?
    /// The number of the sentence, counted over the story.
    let sentence: Int
    /// The cooperation found there.
    var tie: Int?
  }

  init(_ story: Story, _ gazetteer: Gazetteer) {
    self.story = story
    let kicker = story.kicker.map { [Passage(.kicker, $0, in: story.file)] } ?? []
    let body = story.body.map { Passage(.body, $0, in: story.file) }
    passages = kicker + [Passage(.headline, story.headline, in: story.file)] + body
    for passage in passages { passage.mentions = NameReader(passage: passage, gazetteer: gazetteer).mentions() }
  }

  /// What the story says. O(*n*) in its text, but for the names of a sentence among each other.
  consuming func read() -> FoundFacts {
    noteUnknownWords()
    resolveReferences()
    readSentences()
    return facts
  }

  /// Notes the capitalised words that may be names by what other stories teach.
  mutating func noteUnknownWords() {
    facts.unknownWords.reserveCapacity(passages.reduce(0) { $0 + $1.tokens.count } / 4)
    for passage in passages {
      for token in passage.tokens where token.isCapitalised && token.entry.tags.isEmpty && token.shape == .word {
        facts.unknownWords.append(token.hash)
      }
    }
  }

  // MARK: References

  private static let freistaaten = ["Bayern", "Sachsen", "Thüringen"]

  /// Says whom a bare "Freistaat" or "das Land" means, what a short form of a ministry's name stands for, and whose a
  /// group is.
  mutating func resolveReferences() {
    let actors = passages.flatMap { passage in
      passage.mentions.lazy.filter { $0.form != .reference && $0.form != .venue }.map(\.actor)
    }
    var latest = actors.first { $0.kind == .state }
    var latestFreistaat = actors.first { StoryReading.freistaaten.contains($0.name) }
    let owner = actors.first { $0.kind == .state || $0.kind == .district }
    for passage in passages {
      for index in passage.mentions.indices {
        var actor = passage.mentions[index].actor
        if passage.mentions[index].form == .reference {
          guard let meant = actor.name.hasPrefix("Freistaat") ? latestFreistaat : latest else { continue }
          actor = meant
          passage.mentions[index].form = .name
        } else if actor.kind == .state {
          latest = actor
          if StoryReading.freistaaten.contains(actor.name) { latestFreistaat = actor }
        } else if actor.kind == .ministry {
          actor = longName(of: actor, among: actors)
        }
        if actor.isCollective, let owner, actor.name != "D16" {
          if actor.name.hasPrefix("kreisangehörige"), owner.kind == .district {
            actor = Actor(name: "\(actor.name) im \(owner.name)", kind: actor.kind, isCollective: true)
          }
          facts.scopes[actor] = owner
        }
        passage.mentions[index].actor = actor
      }
      // What could not be told is nobody's name.
      passage.mentions.removeAll { $0.form == .reference }
    }
  }

  /// "das bayerische Digitalministerium" is the ministry of the same Land that the story names in full.
  func longName(of ministry: Actor, among all: [Actor]) -> Actor {
    let words = ministry.name.split(separator: " ")
    guard words.count == 2, words[1].hasSuffix("ministerium") else { return ministry }
    let stem = words[1].dropLast("ministerium".count)
    guard stem.count > 3 else { return ministry }
    return all.first {
      $0.kind == .ministry && $0.name.hasPrefix(words[0] + " ") && $0.name.count > ministry.name.count
        && $0.name.contains(stem)
    } ?? ministry
  }

  // MARK: Sentences

  mutating func readSentences() {
    var number = 0
    for passage in passages {
      for sentence in passage.sentences {
        number += 1
        noteNames(passage, sentence)
        if passage.part == .body {
          guard isTelling(sentence, passage) else { continue }
          let clause = Clause(passage, sentence, day: story.day)
          readTie(clause, number)
          readEvents(clause)
        } else {
          noteCompany(Clause(passage, sentence, day: story.day), number, tie: nil)
        }
      }
    }
    foldGenericTies()
    addAgreementEvents()
    readQuotations()
    boundUndated()
  }

  /// Whether a sentence can say anything: it names somebody, a tie or a time.
  private func isTelling(_ sentence: Range<Int>, _ passage: Passage) -> Bool {
    !passage.mentions(in: sentence).isEmpty
      || passage.tokens[sentence].contains {
        Token.isDigit($0.mark) || $0.isAny([.tie, .month, .season, .part, .year])
      }
  }

  mutating func noteNames(_ passage: Passage, _ sentence: Range<Int>) {
    for mention in passage.mentions(in: sentence) where mention.form != .group && mention.form != .venue {
      facts.names.append(
        FoundFacts.Name(actor: mention.actor, words: passage.text(mention.name), sentence: passage.place(sentence)))
    }
  }

  mutating func noteCompany(_ clause: Clause, _ number: Int, tie: Int?) {
    var actors: [Actor] = []
    var range = clause.passage.place(clause.sentence)
    if let tie {
      actors = facts.ties[tie].parties
      // A sentence that only says "wir" names nobody: whoever it meant is named where it was looked up.
      if clause.groups.isEmpty, let named = facts.ties[tie].proofs.first(where: { $0.role == .antecedent }) {
        range = named.range
      }
    } else {
      guard !clause.isDenied || clause.has(.negation) && !clause.has(.refusal) else { return }
      actors = clause.parties(of: clause.acting.filter { $0.isJoined || $0.marker == .mit || $0.marker == .bare })
    }
    guard actors.count >= 2 else { return }
    companies.append(Company(actors: actors, range: range, sentence: number, tie: tie))
  }
}
