/// A sentence as the rules of cooperation see it: its groups, and what its words do, reporting clauses apart.
final class Clause {
  let read: ReadPassage
  let sentence: Sentence
  let groups: [Group]
  let reportings: [Reporting]
  /// The groups that stand outside reporting clauses.
  let acting: [Group]
  /// Those who do it together: who stands without a preposition or acts through an office, and whom "mit", "zwischen",
  /// "durch" or "neben" adds.
  private(set) lazy var partners = parties(of: acting.filter(isPartner))
  /// The tags of all words outside reporting clauses.
  private let tags: Tags

  init(_ read: ReadPassage, _ sentence: Sentence) {
    self.read = read
    self.sentence = sentence
    groups = Group.groups(in: sentence, of: read)
    let reportings = Reporting.clauses(in: sentence, read.tokens)
    self.reportings = reportings
    acting =
      reportings.isEmpty
      ? groups : groups.filter { group in !reportings.contains { $0.clause.contains(group.tokens.lowerBound) } }
    var tags: Tags = []
    for index in sentence.tokens where !reportings.contains(where: { $0.clause.contains(index) }) {
      tags.formUnion(read.tokens[index].entry.tags)
    }
    self.tags = tags
  }

  func has(_ tag: Tag) -> Bool { tags.contains(tag) }
  func hasAny(_ tags: Tags) -> Bool { self.tags.intersects(tags) }

  /// The first word with a tag outside reporting clauses.
  func first(_ tag: Tag) -> Int? {
    guard has(tag) else { return nil }
    return sentence.tokens.first { read.tokens[$0].is(tag) && !isReporting($0) }
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
    return !(next < sentence.tokens.upperBound && read.tokens[next].is(.only))
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
        && sentence.tokens.dropFirst().contains { index in
          read.tokens[index].isAny([.states, .towns]) && read.tokens[index - 1].is(.count)
            && !groups.contains { $0.tokens.contains(index) && !$0.actors.allSatisfy(\.isCollective) }
        }
  }

  /// "hatten … geschlossen"
  var isPluperfect: Bool { sentence.tokens.contains { Clause.pluperfect.contains(read.tokens[$0].hash) } }

  private static let pluperfect = Set(["hatte", "hatten", "Hatten", "Hatte"].map { WordHash.of($0.utf8) })

  /// The words behind a preposition that name what it is about: "zur Digitalisierung der Verwaltung".
  func subject(behind index: Int) -> String? {
    let tokens = read.tokens
    var start = index
    while start < min(index + 4, sentence.tokens.upperBound), !tokens[start].isAny([.zu, .für, .über, .bei]) {
      start += 1
    }
    guard start < sentence.tokens.upperBound, tokens[start].isAny([.zu, .für, .über, .bei]) else { return nil }
    // "für" belongs to the word only right behind it: "ein Pakt für …", not "ein Projekt, das für alle …".
    if tokens[start].is(.für), start > index { return nil }
    start += 1
    if start < sentence.tokens.upperBound, tokens[start].isArticle { start += 1 }
    if start < sentence.tokens.upperBound, tokens[start].shape == .number || tokens[start].is(.pronominal) {
      return nil
    }
    var end = start
    while end < min(start + 14, sentence.tokens.upperBound) {
      let token = tokens[end]
      if token.shape == .mark, !token.isMark("("), !token.isMark(")") { break }
      if token.isAny([
        .have, .be, .become, .sign, .create, .found, .zwischen, .mit, .deepen, .will, .end, .gain, .seit, .only, .auf,
      ]) || token.is(.together) && !token.isCapitalised {
        break
      }
      if read.mentions.contains(where: {
        $0.extent.lowerBound == end && $0.form == .name && !tokens[$0.extent.lowerBound].is(.der)
          && !tokens[$0.extent.lowerBound].is(.des)
      }) {
        break
      }
      end += 1
    }
    guard end > start else { return nil }
    return read.text(start..<end)
  }
}
