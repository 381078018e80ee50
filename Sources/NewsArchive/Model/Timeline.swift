/// Events in order: all of them, those of a partner, or those of an article.
public struct Timeline: Sendable {
  /// `all`, a partner's id, or an article's id.
  public let id: String
  /// `Alle Ereignisse`, the partner's name, or the headline.
  public let title: String
  /// Indices into `Archive.events`: by earliest day, then latest day, then id.
  public let events: [Int]
  /// The first day that its events' dates name; nil where all are open.
  public let earliest: CalendarDate?
  /// The last day that they name.
  public let latest: CalendarDate?
}
