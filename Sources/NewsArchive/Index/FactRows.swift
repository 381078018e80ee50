/// What an archive's stories say, as numbers: row by row as they say it, and merged in the end.
///
/// A fact is a row: what it is, where its words stand, which story says it. Ids, titles and the evidence on every page
/// that shows the story are made of it when somebody asks; a hundred thousand pages say two million facts, and an answer
/// holds twenty.
struct FactRows: Sendable {
  /// A place in a story that proves a cooperation or an event.
  struct Proof: Sendable, Hashable {
    /// -1 as long as the story is read by itself.
    var story: Int32 = -1
    let range: TextRange
    let role: Evidence.Role
    let rule: Evidence.Rule

    /// The same as one that says again what another states.
    var restated: Proof {
      Proof(story: story, range: range, role: role == .statement ? .restatement : role, rule: rule)
    }
  }

  /// A partner named in a story, and the sentence, headline or kicker that names it.
  struct Name: Sendable {
    let partner: Int32
    let sentence: TextRange
  }

  /// A party of a cooperation.
  struct Party: Sendable {
    let partner: Int32
    let role: Cooperation.Party.Role
  }

  /// Words that are kept apart from the files they stand in, as an index into `words`; 0 for none.
  typealias Word = UInt32

  /// A date, as an index into `dates` (0 for none), and its words.
  struct Day: Sendable {
    let number: UInt32
    let words: TextRange
  }

  struct CooperationRow: Sendable {
    var identity = Identity.none
    let date: Day
    let label: Word
    let subject: Word
    let attributedTo: Word
    let kind: Cooperation.Kind
    let status: Cooperation.Status
    let modality: Modality
    let confidence: Cooperation.Confidence
  }

  struct EventRow: Sendable {
    var identity = Identity.none
    let date: Day
    let title: Title
    let attributedTo: Word
    /// A cooperation, or where this is negative, the story of the first proof.
    var cooperation: Int32
    let kind: Event.Kind
    let modality: Modality
  }

  /// What an event is called.
  enum Title: Sendable {
    /// A range of the story's file.
    case range(TextRange)
    case word(Word)
    /// What the story is called.
    case story
  }

  struct QuoteRow: Sendable {
    let words: TextRange
    let sentences: TextRange
    let speaker: Word
    let role: Word
  }

  // MARK: By story

  var names = Lists<Name>()
  var partners = Lists<Int32>()
  var storyCooperations = Lists<Int32>()
  var storyEvents = Lists<Int32>()
  var quotes = Lists<QuoteRow>()
  /// The sentences that bound an undated article.
  var bounds = Lists<Proof>()

  // MARK: By number

  var cooperations: [CooperationRow] = []
  var parties = Lists<Party>()
  var cooperationProofs = Lists<Proof>()
  var events: [EventRow] = []
  var actors = Lists<Int32>()
  var eventProofs = Lists<Proof>()
  /// The letters of all stand together: strings made here and there while stories are read would keep the memory around
  /// them from being given back.
  var words = Lists<UInt8>()
  /// Without their words.
  var dates: [UncertainDate?] = [nil]

  init() { words.append([]) }

  func date(_ day: Day) -> UncertainDate? { dates[Int(day.number)]?.with(words: day.words.ifAny) }

  func word(_ word: Word) -> String? { word == 0 ? nil : String(decoding: words[Int(word)], as: UTF8.self) }

  /// Gives back the room that was kept for more.
  mutating func trim() {
    words.trim()
    names.trim()
    partners.trim()
    storyCooperations.trim()
    storyEvents.trim()
    quotes.trim()
    bounds.trim()
    parties.trim()
    cooperationProofs.trim()
    actors.trim()
    eventProofs.trim()
  }
}

extension UncertainDate {
  func with(words: TextRange?) -> UncertainDate {
    UncertainDate(extent, isApproximate: isApproximate, basis: basis, words: words)
  }
}
