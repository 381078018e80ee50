/// A sentence as the rules of cooperation see it: its groups, and what its words do, reporting clauses apart.
final class Clause: PassageReader {
  let passage: Passage
  /// Its tokens.
  let sentence: Range<Int>
  let groups: [Group]
  let reportings: [Reporting]
  /// The groups that stand outside reporting clauses.
  let acting: [Group]
  /// Those who do it together: who stands without a preposition or acts through an office, and whom "mit", "zwischen",
  /// "durch" or "neben" adds.
  private(set) lazy var partners = parties(of: acting.filter(isPartner))
  /// The dates it names, and the tokens that name them.
  private(set) lazy var dates = DateReader(passage: passage, anchor: day).dates(in: sentence)
  private let day: CalendarDate?
  /// The tags of all words outside reporting clauses.
  private let tags: Tags

  /// A sentence of a story with a day in its bracket, or none.
  init(_ passage: Passage, _ sentence: Range<Int>, day: CalendarDate?) {
    self.passage = passage
    self.sentence = sentence
    self.day = day
    groups = Group.groups(in: sentence, of: passage)
    let reportings = Reporting.clauses(in: sentence, of: passage)
    func isActing(_ index: Int) -> Bool { !reportings.contains { $0.clause.contains(index) } }
    acting = groups.filter { isActing($0.tokens.lowerBound) }
    var tags: Tags = []
    for index in sentence where isActing(index) { tags.formUnion(passage.tokens[index].entry.tags) }
    self.tags = tags
    self.reportings = reportings
  }

  func has(_ tag: Tag) -> Bool { tags.contains(tag) }
  func hasAny(_ tags: Tags) -> Bool { self.tags.intersects(tags) }

  /// The first word with a tag outside reporting clauses.
  func first(_ tag: Tag) -> Int? {
    guard has(tag) else { return nil }
    return sentence.first { tokens[$0].is(tag) && !isReporting($0) }
  }

  func isReporting(_ index: Int) -> Bool { reportings.contains { $0.clause.contains(index) } }

  func isPartner(_ group: Group) -> Bool {
    group.marker == .bare
      ? !isRecipient(group) : [.mit, .zwischen, .durch, .neben, .office, .ofTie].contains(group.marker)
  }

  /// "A und B haben C ein Papier übergeben": behind a coordinated subject and the verb a dative receives; "A und andere
  /// haben B gegründet": what is founded founds nothing.
  private func isRecipient(_ group: Group) -> Bool {
    guard let subject = acting.first(where: { $0.marker == .bare }), subject.tokens != group.tokens else {
      return false
    }
    return (subject.isJoined || has(.found)) && subject.tokens.lowerBound < group.tokens.lowerBound && !group.isJoined
  }

  func parties(of groups: [Group]) -> [Actor] {
    var parties: [Actor] = []
    for group in groups { for actor in group.actors where !parties.contains(actor) { parties.append(actor) } }
    return parties
  }

  /// What the words say of truth: denied, wished for, thought up, or in rivalry, it is no cooperation.
  var isDenied: Bool {
    if hasAny([.could, .refusal, .demand]) || isOpen { return true }
    // "nicht nur", "nicht länger allein" deny nothing.
    return first(.negation).map { !stands([.only], at: $0 + 1) } ?? false
  }

  /// "Ob A und B kooperieren, ist offen", "A prüft, ob es mit B kooperiert": the question is about the parties behind it.
  private var isOpen: Bool {
    guard let doubt = first(.doubt) else { return false }
    return acting.filter { $0.tokens.lowerBound < doubt }.reduce(0) { $0 + $1.memberCount } < 2
  }

  var isPlanned: Bool { has(.will) || hasAny([.shall, .future]) && !has(.have) }

  /// Whether "die Partner", "beide Länder" or "die drei Städte" stand for those named before.
  var refersToPartners: Bool {
    has(.partners)
      || hasAny([.states, .towns])
        && sentence.dropFirst().contains { index in
          tokens[index].isAny([.states, .towns]) && tokens[index - 1].is(.count)
            && !groups.contains { $0.tokens.contains(index) && !$0.actors.allSatisfy(\.isCollective) }
        }
  }

  /// "hatten … geschlossen"
  var isPluperfect: Bool { first(of: Clause.pluperfect) != nil }

  private static let pluperfect = WordHash.list("hatte hatten Hatte Hatten")

  /// The words behind a preposition that name what it is about: "zur Digitalisierung der Verwaltung".
  func subject(behind index: Int) -> String? {
    guard
      let place = (index..<min(index + 5, sentence.upperBound)).first(where: {
        stands([.zu, .für, .über, .bei], at: $0)
      }),
      // "für" belongs to the word only right behind it: "ein Pakt für …", not "ein Projekt, das für alle …".
      place == index || !tokens[place].is(.für)
    else { return nil }
    let end = min(place + 16, sentence.upperBound)
    var words = place + 1..<end
    if let first = words.first, tokens[first].isArticle { words = first + 1..<end }
    words = words.prefix(14)
    if let first = words.first, tokens[first].shape == .number || tokens[first].is(.pronominal) { return nil }
    words = words.prefix { !endsSubject($0) }
    return words.isEmpty ? nil : text(words)
  }

  /// Whether a token ends the words for what a tie is about: a mark, a verb, or somebody's name.
  private func endsSubject(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.shape == .mark && !token.isMark("(") && !token.isMark(")")
      || token.isAny([
        .have, .be, .become, .sign, .create, .found, .zwischen, .mit, .deepen, .will, .end, .gain, .seit, .only, .auf,
      ])
      || token.is(.together) && !token.isCapitalised
      || !token.isAny([.der, .des])
        && passage.mentions.contains { $0.extent.lowerBound == index && $0.form == .name }
  }
}
