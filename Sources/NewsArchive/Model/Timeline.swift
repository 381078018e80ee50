/// Events in order: all of them, those of a partner, or those of an article.
public struct Timeline: Fact {
  /// The first and the last day of some events; nil where all are open.
  struct Span: Sendable {
    private(set) var earliest: CalendarDate?
    private(set) var latest: CalendarDate?

    init(_ date: UncertainDate?) { (earliest, latest) = (date?.earliest, date?.latest) }

    /// What holds all of some others.
    init(uniting others: some Sequence<Span>) {
      for other in others {
        if let day = other.earliest { earliest = min(earliest ?? day, day) }
        if let day = other.latest { latest = max(latest ?? day, day) }
      }
    }
  }

  private enum Owner {
    case all
    case partner(Int)
    case article(Int)
  }

  private let facts: Facts
  private let owner: Owner

  /// The timeline of a number.
  public init(number: Int, of facts: Facts) {
    self.facts = facts
    let place = number == 0 ? 0 : Int(facts.timelineOwners[number - 1])
    owner = number == 0 ? .all : place < 0 ? .article(~place) : .partner(place)
  }

  /// `all`, a partner's id, or an article's id.
  public var id: String {
    switch owner {
    case .all: "all"
    case .partner(let index): facts.partners[index].id
    case .article(let index): facts.stories.articles[index].id
    }
  }
  /// `Alle Ereignisse`, the partner's name, or the headline.
  public var title: String {
    switch owner {
    case .all: return "Alle Ereignisse"
    case .partner(let index): return facts.partners[index].name
    case .article(let index):
      let article = facts.stories.articles[index]
      return facts.stories.file(index).canonicalText(article.headline)
    }
  }
  /// The number of its events.
  public var count: Int {
    switch owner {
    case .all: facts.events.count
    case .partner(let index): facts.partners[index].events.count
    case .article(let index): facts.rows.storyEvents[index].count
    }
  }
  /// Indices into `Archive.events`: by earliest day, then latest day, then id.
  public var events: [Int] {
    switch owner {
    case .all: Array(facts.events.indices)
    case .partner(let index): Array(facts.partners[index].events)
    case .article(let index): facts.articles[index].events.sorted()
    }
  }
  /// The first day that its events' dates name; nil where all are open.
  public var earliest: CalendarDate? { span.earliest }
  /// The last day that they name.
  public var latest: CalendarDate? { span.latest }

  private var span: Span {
    switch owner {
    case .all: facts.spans[0]
    case .partner(let index): facts.spans[index + 1]
    case .article(let index):
      Span(uniting: facts.articles[index].events.map { Span(facts.events[$0].date) })
    }
  }
}
