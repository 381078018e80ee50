/// Something dated: a publication, an agreement, a start, a plan.
public struct Event: Fact {
  /// What happened.
  public enum Kind: String, Sendable, CaseIterable {
    case publication, agreement, event, founding, plan, statistic
  }

  private let facts: Facts
  private let number: Int
  private var row: FactRows.EventRow { facts.rows.events[number] }
  /// The story that says it first.
  private var story: Int { Int(facts.rows.eventProofs[number].first?.story ?? 0) }

  /// The event of a number.
  public init(number: Int, of facts: Facts) {
    self.number = number
    self.facts = facts
  }

  /// Slug of date and title, and hash.
  public var id: String { String(appendID) }
  /// Adds its id to a text.
  public func appendID(to text: inout TextBuffer) {
    let start = text.count
    let date = facts.rows.dates[Int(row.date.number)]
    text.append(upTo: 10, (date?.earliest ?? date?.latest ?? CalendarDate(dayNumber: 0)).append)
    text.append(UInt8(ascii: " "))
    appendTitle(to: &text)
    Slug.makeID(&text, from: start, row.identity)
  }
  /// What its id is made of.
  var identity: Identity { row.identity }
  /// Never without words or a labelled rule; the words lie in the source of the first evidence.
  public var date: UncertainDate {
    facts.rows.date(row.date)
      ?? UncertainDate(.day(CalendarDate(dayNumber: 0)))
  }
  /// What happened.
  public var kind: Kind { row.kind }
  /// The sentence, the headline, or `<kind_label>: A, B und C`.
  public var title: String { String(appendTitle) }
  private func appendTitle(to text: inout TextBuffer) {
    switch row.title {
    case .range(let range): facts.stories.file(story).append(range, to: &text)
    case .story: facts.stories.appendTitle(story, to: &text)
    case .word(let word): text.append(facts.rows.words[Int(word)].span)
    }
  }
  /// Indices into `Archive.partners`, in the text's order.
  public var actors: [Int] { facts.rows.actors[number].map { Int($0) } }
  /// The article or teaser it stands in; an agreement's cooperation.
  public var about: SearchItem {
    row.cooperation < 0 ? facts.stories.subject(story) : SearchItem(kind: .cooperation, index: Int(row.cooperation))
  }
  /// How the text says it.
  public var modality: Modality { row.modality }
  /// Whose words it is reported in: `laut dem Freistaat`.
  public var attributedTo: String? { facts.rows.word(row.attributedTo) }
  /// Statements first, each page's together; never empty.
  public var evidence: [Evidence] { facts.evidence(facts.rows.eventProofs[number]) }
  /// The source of the first evidence, as an index into `Archive.sources`.
  public var source: Int { facts.firstSource(facts.rows.eventProofs[number]) }
  /// The sources of all evidence, with repeats.
  public var sources: [Int] { facts.sources(facts.rows.eventProofs[number]) }
  /// The sentences that prove it in its first source.
  var sentences: [TextRange] { facts.sentences(facts.rows.eventProofs[number]) }
}
