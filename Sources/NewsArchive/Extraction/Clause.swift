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
    let reportings = Reporting.clauses(in: sentence, passage.tokens)
    self.reportings = reportings
    acting =
      reportings.isEmpty
      ? groups : groups.filter { group in !reportings.contains { $0.clause.contains(group.tokens.lowerBound) } }
    var tags: Tags = []
    for index in sentence where !reportings.contains(where: { $0.clause.contains(index) }) {
      tags.formUnion(passage.tokens[index].entry.tags)
    }
    self.tags = tags
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
    switch group.marker {
    case .bare: !isRecipient(group)
    case .mit, .zwischen, .durch, .neben, .office, .ofTie: true
    case .von, .zu, .für, .in, .aus, .genitive, .source, .other: false
    }
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
    guard let negation = first(.negation) else { return false }
    // "nicht nur", "nicht länger allein" deny nothing.
    let next = negation + 1
    return !(next < sentence.upperBound && tokens[next].is(.only))
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
  var isPluperfect: Bool { sentence.contains { Clause.pluperfect.contains(tokens[$0].hash) } }

  private static let pluperfect = WordHash.set("hatte hatten Hatte Hatten")

  /// The words behind a preposition that name what it is about: "zur Digitalisierung der Verwaltung".
  func subject(behind index: Int) -> String? {
    var start = index
    while start < min(index + 4, sentence.upperBound), !tokens[start].isAny([.zu, .für, .über, .bei]) {
      start += 1
    }
    guard start < sentence.upperBound, tokens[start].isAny([.zu, .für, .über, .bei]) else { return nil }
    // "für" belongs to the word only right behind it: "ein Pakt für …", not "ein Projekt, das für alle …".
    if tokens[start].is(.für), start > index { return nil }
    start += 1
    if start < sentence.upperBound, tokens[start].isArticle { start += 1 }
    if start < sentence.upperBound, tokens[start].shape == .number || tokens[start].is(.pronominal) {
      return nil
    }
    var end = start
    while end < min(start + 14, sentence.upperBound) {
      let token = tokens[end]
      if token.shape == .mark, !token.isMark("("), !token.isMark(")") { break }
      if token.isAny([
        .have, .be, .become, .sign, .create, .found, .zwischen, .mit, .deepen, .will, .end, .gain, .seit, .only, .auf,
      ]) || token.is(.together) && !token.isCapitalised {
        break
      }
      if passage.mentions.contains(where: {
        $0.extent.lowerBound == end && $0.form == .name && !tokens[$0.extent.lowerBound].is(.der)
          && !tokens[$0.extent.lowerBound].is(.des)
      }) {
        break
      }
      end += 1
    }
    guard end > start else { return nil }
    return text(start..<end)
  }
}
