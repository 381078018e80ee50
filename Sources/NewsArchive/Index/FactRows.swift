/// What stories say, as numbers: of a portion of an archive's stories while it is read, of all of them in the end.
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
    var number: UInt32
    let words: TextRange
  }

  struct CooperationRow: Sendable {
    var identity = Identity.none
    var date: Day
    var label: Word
    var subject: Word
    var attributedTo: Word
    let kind: Cooperation.Kind
    let status: Cooperation.Status
    let modality: Modality
    let confidence: Cooperation.Confidence
  }

  struct EventRow: Sendable {
    var identity = Identity.none
    var date: Day
    var title: Title
    var attributedTo: Word
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
    var speaker: Word
    var role: Word
    /// -1 for none.
    let partner: Int32
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
  private(set) var words = Lists<UInt8>()
  /// Without their words.
  private(set) var dates: [UncertainDate?] = [nil]

  private var wordNumbers: [String: Word] = [:]
  private var dateNumbers: [UncertainDate: UInt32] = [:]

  init() { words.append([]) }

  mutating func number(of word: String?) -> Word {
    guard let word else { return 0 }
    if let number = wordNumbers[word] { return number }
    let number = Word(clamping: words.count)
    wordNumbers[word] = number
    words.append(word.utf8)
    return number
  }

  /// The number of a date that has no words.
  mutating func number(of date: UncertainDate) -> UInt32 {
    if let number = dateNumbers[date] { return number }
    let number = UInt32(clamping: dates.count)
    dateNumbers[date] = number
    dates.append(date)
    return number
  }

  mutating func day(_ date: UncertainDate?) -> Day {
    guard let date else { return Day(number: 0, words: .none) }
    return Day(number: number(of: date.with(words: nil)), words: date.words ?? .none)
  }

  func date(_ day: Day) -> UncertainDate? { dates[Int(day.number)]?.with(words: day.words.ifAny) }

  func word(_ word: Word) -> String? { word == 0 ? nil : String(decoding: words[Int(word)], as: UTF8.self) }

  /// Gives back the room that was kept for more.
  mutating func trim() {
    (wordNumbers, dateNumbers) = ([:], [:])
    words.trim()
    names.trim()
    partners.trim()
    storyCooperations.trim()
    storyEvents.trim()
    quotes.trim()
    bounds.trim()
    cooperations = cooperations.map(\.self)
    parties.trim()
    cooperationProofs.trim()
    events = events.map(\.self)
    actors.trim()
    eventProofs.trim()
  }
}

extension UncertainDate {
  fileprivate func with(words: TextRange?) -> UncertainDate {
    UncertainDate(extent, isApproximate: isApproximate, basis: basis, words: words)
  }
}
