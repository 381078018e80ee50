/// One page as it was read: what stands where, before it is compared with other pages.
public struct Page: Sendable {
  /// A piece of the file. The segments of a page tile its file: in order, without gap or overlap.
  public struct Segment: Sendable, Hashable {
    /// What a segment is.
    public enum Kind: String, Sendable, CaseIterable {
      case byteOrderMark = "byte-order-mark"
      case pageDate = "page-date"
      case headLine = "head-line"
      case date
      case lead
      case paragraph
      case subheading
      case caption
      case credit
      case section
      case label
      case teaserTitle = "teaser-title"
      case teaserText = "teaser-text"
      case more
      case boilerplate
      case blank
      /// Bytes that belong to a page but that no rule knows: counted, shown, never dropped.
      case unclassified
    }

    /// What it is.
    public let kind: Kind
    /// Where it is.
    public let range: TextRange
    /// The line it begins in, from 1.
    public let line: Int

    /// A segment of its parts.
    public init(kind: Kind, range: TextRange, line: Int) {
      self.kind = kind
      self.range = range
      self.line = line
    }
  }

  /// The article on a page. The head line is whole: kicker and headline are told apart when the archive is built.
  public struct Story: Sendable, Hashable {
    /// Kicker and headline, glued as the page has them. A page without one is named by the first sentence of its lead.
    public var headLine: TextRange
    /// The day in the bracket before the lead.
    public var date: CalendarDate?
    /// The bracket.
    public var dateRange: TextRange?
    /// The lead without the bracket.
    public var lead: TextRange?
    /// The body, sub-headings included, in order.
    public var paragraphs: [TextRange]
    /// What tells it from other articles: head line, date, lead and paragraphs.
    public var identity: Identity
  }

  /// A teaser on a page. There are fifteen of them on each, so they are kept small.
  public struct TeaserStory: Sendable, Hashable {
    /// What stands before the first `: `.
    public var kicker: TextRange
    /// What stands behind it.
    public var title: TextRange
    /// The day in the bracket.
    public var date: CalendarDate
    /// The bracket.
    public var dateRange: TextRange
    /// Without the bracket and `mehr...`.
    public var text: TextRange
    var labelRange = TextRange.none
    var captionRange = TextRange.none
    /// What tells it from other teasers: kicker, title, date and text.
    public var identity: Identity

    /// `Kicker: Title` as the page has it.
    public var titleLine: TextRange { TextRange(Int(kicker.lowerBound), Int(title.upperBound)) }
    /// `interview`, `bericht`: one word of the site's own.
    public var label: TextRange? { labelRange.ifAny }
    /// The words under the picture.
    public var caption: TextRange? { captionRange.ifAny }
  }

  /// The file.
  public let file: SeedFile
  /// The crawl day in the page's own first line.
  public var pageDate: CalendarDate?
  /// That line.
  public var pageDateRange: TextRange?
  /// The section the page's rubric line names: `Politik`.
  public var section: TextRange?
  /// The article; nil on a page of teasers alone.
  public var story: Story?
  /// The teasers in page order.
  public var teasers: [TeaserStory] = []
}
