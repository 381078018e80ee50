/// A teaser: repeats are one with several sightings. Ranges lie in the first sighting's file.
public struct Teaser: Sendable {
  /// Date, slug and hash: `2025-05-05-schleswig-holstein-norddeutscher-pionier-1a2b3c4d`.
  public let id: String
  private let story: Page.TeaserStory
  /// Never empty; by source name, then position.
  public let sightings: [Sighting]
  private var articleIndex: Int32 = -1
  private let sourceIndex: UInt32

  /// A teaser with the sightings that show it, the first one of `file`. The id is made of its words.
  init(_ story: Page.TeaserStory, sightings: [Sighting], file: SeedFile) {
    id = Slug.id(
      "\(story.date) \(file.canonicalText(story.kicker)) \(file.canonicalText(story.title))", story.identity)
    self.story = story
    self.sightings = sightings
    sourceIndex = UInt32(clamping: sightings[0].source)
  }

  /// What its id is made of.
  var identity: Identity { story.identity }
  /// What its title line has before the first colon.
  public var kicker: TextRange { story.kicker }
  /// What its title line has behind it.
  public var title: TextRange { story.title }
  /// Without the bracket and `mehr...`.
  public var text: TextRange { story.text }
  /// The day in the bracket before its text.
  public var day: CalendarDate { story.date }
  /// Its day; always `stated`, its words the bracket.
  public var date: UncertainDate { UncertainDate(.day(day), words: story.dateRange) }
  /// Index into `Archive.articles` of the article it announces, where the folder holds it.
  public internal(set) var article: Int? {
    get { articleIndex < 0 ? nil : Int(articleIndex) }
    set { articleIndex = newValue.map { Int32(clamping: $0) } ?? -1 }
  }

  /// The index of the source its ranges lie in.
  public var source: Int { Int(sourceIndex) }
}
