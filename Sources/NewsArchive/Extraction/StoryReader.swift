/// Reads a story for facts: names first, then what its sentences say of them.
struct StoryReader {
  let words: WordList
  let gazetteer: Gazetteer

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
    if let kicker = story.kicker { passages.append(read(.kicker, kicker, in: story.file)) }
    passages.append(read(.headline, story.headline, in: story.file))
    for range in story.body { passages.append(read(.body, range, in: story.file)) }
    return passages
  }

  private func facts(of story: Story, _ passages: [ReadPassage]) -> FoundFacts {
    var reading = StoryReading(story: story, passages: passages, gazetteer: gazetteer)
    reading.noteUnknownWords()
    reading.resolveReferences()
    reading.readSentences()
    return reading.facts
  }

  private func read(_ part: Passage.Part, _ range: TextRange, in file: SeedFile) -> ReadPassage {
    let passage = Passage(part, range, in: file)
    let tokens = Token.tokens(of: passage, words)
    let sentences =
      part == .body
      ? Sentence.sentences(of: tokens, in: passage) : [Sentence(tokens: tokens.indices, beginsInQuotation: false)]
    return ReadPassage(
      passage: passage, tokens: tokens, sentences: sentences,
      mentions: NameReader.mentions(in: passage, tokens, gazetteer))
  }
}

/// A story while it is read: what earlier sentences named is what later ones refer to.
struct StoryReading {
  let story: Story
  var passages: [ReadPassage]
  let gazetteer: Gazetteer
  var facts = FoundFacts()
  /// The parties that sentences have named together, oldest first.
  private var companies: [Company] = []

  /// Several named in one sentence, whom "die Partner" can mean.
  private struct Company {
    let actors: [Actor]
    let range: TextRange
    /// The number of the sentence, counted over the story.
    let sentence: Int
    /// The cooperation found there.
    var tie: Int?
  }

  init(story: Story, passages: [ReadPassage], gazetteer: Gazetteer) {
    self.story = story
    self.passages = passages
    self.gazetteer = gazetteer
  }

  /// Notes the capitalised words that may be names by what other stories teach.
  mutating func noteUnknownWords() {
    for passage in passages {
      for token in passage.tokens where token.isCapitalised && token.entry.tags.isEmpty && token.shape == .word {
        facts.unknownWords.append(token.hash)
      }
    }
  }

  // MARK: References

  /// Says whom a bare "Freistaat" or "das Land" means, what a short form of a ministry's name stands for, and whose a
  /// group is.
  mutating func resolveReferences() {
    let freistaaten: Set<String> = ["Bayern", "Sachsen", "Thüringen"]
    let named: [Actor] = passages.flatMap(\.mentions).filter { $0.form != .reference && $0.form != .venue }.map(\.actor)
    var latest = named.first { $0.kind == .state }
    var latestFreistaat = named.first { freistaaten.contains($0.name) }
    let ministries = named.filter { $0.kind == .ministry }
    let owner = named.first { $0.kind == .state || $0.kind == .district }
    for passage in passages.indices {
      passages[passage].mentions = passages[passage].mentions.compactMap { mention in
        var mention = mention
        if mention.form == .reference {
          let isFreistaat = mention.actor.name.hasPrefix("Freistaat")
          guard let meant = isFreistaat ? latestFreistaat : latest else { return nil }
          mention.actor = meant
          mention.form = .name
        } else if mention.actor.kind == .state {
          latest = mention.actor
          if freistaaten.contains(mention.actor.name) { latestFreistaat = mention.actor }
        } else if mention.actor.kind == .ministry {
          mention.actor = longName(of: mention.actor, among: ministries)
        }
        if mention.actor.isCollective, let owner, mention.actor.name != "D16" {
          if mention.actor.name.hasPrefix("kreisangehörige"), owner.kind == .district {
            mention.actor = Actor(
              name: "\(mention.actor.name) im \(owner.name)", kind: mention.actor.kind, isCollective: true)
          }
          facts.scopes[mention.actor] = owner
        }
        return mention
      }
    }
  }

  /// "das bayerische Digitalministerium" is the ministry of the same Land that the story names in full.
  private func longName(of ministry: Actor, among all: [Actor]) -> Actor {
    let words = ministry.name.split(separator: " ")
    guard words.count == 2, words[1].hasSuffix("ministerium") else { return ministry }
    let stem = words[1].dropLast("ministerium".count)
    guard stem.count > 3 else { return ministry }
    return all.first {
      $0.name.hasPrefix(words[0] + " ") && $0.name.count > ministry.name.count && $0.name.contains(stem)
    } ?? ministry
  }

  // MARK: Sentences

  mutating func readSentences() {
    var number = 0
    for passage in passages {
      for sentence in passage.sentences {
        number += 1
        noteNames(passage, sentence)
        if passage.passage.part == .body {
          let clause = Clause(passage, sentence)
          readTie(clause, number)
          readEvents(clause)
        } else {
          noteCompany(Clause(passage, sentence), number, tie: nil)
        }
      }
    }
    foldGenericTies()
    addAgreementEvents()
    readQuotations()
    boundUndated()
  }

  private mutating func noteNames(_ read: ReadPassage, _ sentence: Sentence) {
    let mentions = read.mentions(in: sentence)
    guard !mentions.isEmpty else { return }
    let place = read.place(sentence.tokens)
    for mention in mentions where mention.form != .group && mention.form != .venue {
      facts.names.append(FoundFacts.Name(actor: mention.actor, words: read.text(mention.name), sentence: place))
    }
  }

  private mutating func noteCompany(_ clause: Clause, _ number: Int, tie: Int?) {
    var actors: [Actor] = []
    if let tie {
      actors = facts.ties[tie].parties
    } else {
      guard !clause.isDenied || clause.has(.negation) && !clause.has(.refusal) && !clause.has(.rivalry) else { return }
      for group in clause.acting where group.isJoined || group.marker == .mit || group.marker == .bare {
        for actor in clause.actors(of: group) where !actors.contains(actor) { actors.append(actor) }
      }
    }
    guard actors.count >= 2 else { return }
    companies.append(
      Company(actors: actors, range: clause.read.place(clause.sentence.tokens), sentence: number, tie: tie))
  }

  /// Reads a clause for a cooperation.
  private mutating func readTie(_ clause: Clause, _ number: Int) {
    guard
      clause.has(.tie) || clause.has(.cooperate) || clause.has(.forces) || clause.has(.join) || clause.has(.bound)
        || clause.has(.work) || clause.has(.create) || clause.has(.promote) || clause.has(.belong)
        || clause.has(.member) || clause.has(.end) || clause.has(.sign)
        || clause.has(.together),
      var frame = CooperationReader(clause: clause).frame()
    else {
      noteCompany(clause, number, tie: nil)
      return
    }
    let place = clause.read.place(clause.sentence.tokens)
    var proofs = [FoundFacts.Proof(range: place, role: .statement, rule: frame.rule)]
    var confidence = Cooperation.Confidence.explicit
    var continued: Int?
    if frame.parties.count >= 2, frame.parties.allSatisfy(\.isCollective) { return }
    if frame.parties.count < 2, !isGroupTie(frame) {
      guard frame.mayRefer, let (actors, antecedent, earlier) = referent(of: clause, frame, number) else {
        noteCompany(clause, number, tie: nil)
        return
      }
      frame.parties = actors
      if let antecedent { proofs.append(FoundFacts.Proof(range: antecedent, role: .antecedent, rule: frame.rule)) }
      confidence = .combined
      continued = earlier
    }
    var tie = FoundFacts.Tie(
      kind: frame.kind, label: label(clause, frame), status: frame.status,
      subject: clause.subject(behind: frame.word + 1), parties: frame.parties,
      joins: Set(frame.joins), date: nil, modality: modality(clause, frame.status), attributedTo: attribution(clause),
      confidence: confidence,
      proofs: proofs, isGeneric: frame.isGeneric)
    tie.date = date(of: frame.status, clause)
    if tie.date?.basis == .reported, let bracket = story.bracket {
      tie.proofs.append(FoundFacts.Proof(range: bracket, role: .date, rule: .bracketDate))
    }
    let index = add(tie, continuing: continued)
    noteCompany(clause, number, tie: index)
  }

  /// One group that decides or meets is a tie by itself: "die D16".
  private func isGroupTie(_ frame: CooperationReader.Frame) -> Bool { frame.rule == .group && !frame.parties.isEmpty }

  private func label(_ clause: Clause, _ frame: CooperationReader.Frame) -> String {
    let token = clause.read.tokens[frame.word]
    guard token.is(.tie) else { return CooperationReader.label(of: frame.kind) }
    return Gazetteer.nominativeOfTie(clause.read.text(frame.word..<frame.word + 1))
  }

  /// Whom "wir", "die beiden Partner" or an unnamed subject means: the latest company of that number.
  private func referent(
    of clause: Clause, _ frame: CooperationReader.Frame, _ number: Int
  ) -> ([Actor], TextRange?, Int?)? {
    let tokens = clause.read.tokens
    let range = clause.sentence.tokens
    if clause.has(.we) || clause.reportings.contains(where: \.isQuotation) {
      // The speaker's side, and whom the sentence adds: "… Pakt geschlossen“, sagt Bayerns Minister anlässlich … mit den …".
      let side = clause.groups.filter { $0.marker != .mit && clause.isReporting($0.tokens.lowerBound) }.flatMap(
        clause.actors(of:))
      let others = clause.groups.filter { $0.marker == .mit }.flatMap(clause.actors(of:))
      if let speaker = side.first, !others.isEmpty { return ([speaker] + others.filter { $0 != speaker }, nil, nil) }
    }
    var count: Int?
    var kind: Partner.Kind?
    var refers = clause.has(.we) || frame.rule == .workingTogether && clause.has(.und)
    for index in range where !clause.isReporting(index) {
      let token = tokens[index]
      if token.is(.partners) || token.is(.states) || token.is(.towns) {
        guard index > range.lowerBound else { continue }
        let before = tokens[index - 1]
        guard before.isArticle || before.is(.count) || before.is(.pronominal) else { continue }
        refers = true
        if before.is(.count) { count = Int(before.entry.value) }
        if token.is(.states) { kind = .state }
        if token.is(.towns) { kind = .municipality }
      }
    }
    let isAnaphoric = tokens[range.lowerBound].is(.anaphor)
    if isAnaphoric, clause.has(.become), clause.actors(.bare).isEmpty { refers = true }
    guard refers, frame.parties.isEmpty || count != nil || clause.has(.we) else { return nil }
    let company = companies.last {
      (count == nil || $0.actors.count == count) && (kind == nil || $0.actors.allSatisfy { $0.kind == kind })
    }
    guard let company else { return nil }
    let isNext = company.sentence == number - 1 && isAnaphoric
    return (company.actors, company.range, isNext ? company.tie : nil)
  }

  /// Adds a tie, or its proofs to the same tie said before.
  private mutating func add(_ tie: FoundFacts.Tie, continuing earlier: Int?) -> Int {
    let parties = Set(tie.parties)
    if let earlier, facts.ties[earlier].isGeneric {
      // "rücken enger zusammen. Hierzu haben die Partner … unterzeichnet": the second sentence says what it is.
      var merged = tie
      merged.subject = tie.subject ?? facts.ties[earlier].subject
      merged.proofs += facts.ties[earlier].proofs.map {
        FoundFacts.Proof(range: $0.range, role: $0.role == .statement ? .restatement : $0.role, rule: $0.rule)
      }
      merged.proofs = merged.proofs.reduce(into: []) { proofs, proof in
        if proof.role != .restatement
          || !merged.proofs.contains(where: { $0.range == proof.range && $0.role == .antecedent })
        {
          proofs.append(proof)
        }
      }
      facts.ties[earlier] = merged
      return earlier
    }
    let same = facts.ties.firstIndex {
      $0.kind == tie.kind && Set($0.parties) == parties && $0.isGeneric == tie.isGeneric
        && ($0.date == nil || tie.date == nil || $0.date?.edtf == tie.date?.edtf)
        && ($0.status == tie.status || $0.status == .planned || tie.status == .planned)
    }
    guard let same else {
      facts.ties.append(tie)
      return facts.ties.count - 1
    }
    restate(tie, as: same)
    return same
  }

  private mutating func restate(_ tie: FoundFacts.Tie, as index: Int) {
    for proof in tie.proofs where !facts.ties[index].proofs.contains(where: { $0.range == proof.range }) {
      facts.ties[index].proofs.append(
        proof.role == .statement ? FoundFacts.Proof(range: proof.range, role: .restatement, rule: proof.rule) : proof)
    }
    if facts.ties[index].status == .planned, tie.status != .planned {
      facts.ties[index].status = tie.status
      facts.ties[index].date = tie.date
    }
    if facts.ties[index].modality != .fact, tie.modality == .fact {
      facts.ties[index].modality = .fact
      facts.ties[index].attributedTo = nil
    }
    if facts.ties[index].subject == nil { facts.ties[index].subject = tie.subject }
  }

  /// A statement without a word of its own belongs to the one that has it, where the parties are the same.
  private mutating func foldGenericTies() {
    for index in facts.ties.indices.reversed() where facts.ties[index].isGeneric {
      let tie = facts.ties[index]
      let specific = facts.ties.indices.first {
        $0 != index && !facts.ties[$0].isGeneric && Set(facts.ties[$0].parties) == Set(tie.parties)
          && tie.status != .ended && facts.ties[$0].status != .ended
      }
      if let specific {
        restate(tie, as: specific)
        for event in facts.events.indices where facts.events[event].tie == index { facts.events[event].tie = specific }
        facts.ties.remove(at: index)
        for event in facts.events.indices {
          if let tie = facts.events[event].tie, tie > index { facts.events[event].tie = tie - 1 }
        }
      }
    }
  }

  // MARK: Time and voice

  /// When the tie was made or runs from: the sentence's own date, else the day it was reported.
  private func date(of status: Cooperation.Status, _ clause: Clause) -> UncertainDate? {
    let reader = DateReader(passage: clause.read.passage, tokens: clause.read.tokens, anchor: story.day)
    if let date = reader.dates(in: clause.sentence.tokens).first { return date.date(in: clause.read) }
    switch status {
    case .signed, .joined, .ended:
      guard let day = story.day else { return nil }
      return UncertainDate(.day(day), isApproximate: true, basis: .reported, words: story.bracket)
    case .ongoing, .planned: return nil
    }
  }

  func modality(_ clause: Clause, _ status: Cooperation.Status) -> Modality {
    if status == .planned || clause.isPlanned { return .planned }
    return clause.has(.subjunctive) || clause.reportings.contains { !$0.isQuotation } ? .reported : .fact
  }

  func attribution(_ clause: Clause) -> String? {
    clause.reportings.first { !$0.isQuotation && $0.clause != clause.sentence.tokens }.map {
      clause.read.text($0.attribution)
    }
  }
}

extension CooperationReader {
  /// The usual word for a kind, where the sentence has none.
  static func label(of kind: Cooperation.Kind) -> String {
    switch kind {
    case .agreement: "Vereinbarung"
    case .administrativeAgreement: "Verwaltungsvereinbarung"
    case .frameworkContract: "Rahmenvertrag"
    case .specialPurposeAgreement: "Zweckvereinbarung"
    case .stateTreaty: "Staatsvertrag"
    case .letterOfIntent: "Absichtserklärung"
    case .pact: "Pakt"
    case .developerCommunity: "Entwicklergemeinschaft"
    case .procurementCommunity: "Einkaufsgemeinschaft"
    case .accession: "Beitritt"
    case .jointProject: "gemeinsames Projekt"
    case .partnership: "Zusammenarbeit"
    case .positionPaper: "Positionspapier"
    case .jointPublication: "gemeinsame Veröffentlichung"
    case .founding: "Gründung"
    case .exchange: "Erfahrungsaustausch"
    case .resolution: "Beschluss"
    }
  }
}

extension Gazetteer {
  /// A word for a tie without the ending of the genitive: "Staatsvertrags", "Pakts".
  static func nominativeOfTie(_ word: String) -> String {
    if word == "Letter" { return "Letter of Intent" }
    if word == "Memorandum" { return "Memorandum of Understanding" }
    for ending in ["vertrages", "abkommens", "paktes", "vertrags", "pakts", "projekts", "Beitritts", "papiers"]
    where word.hasSuffix(ending) {
      return String(word.dropLast(ending.hasSuffix("es") ? 2 : 1))
    }
    return word
  }
}
