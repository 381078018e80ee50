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

  /// A teaser on a page. There are fifteen of them on each, so they are kept small: where a piece stands is told from
  /// where the title line begins.
  public struct TeaserStory: Sendable, Hashable {
    private struct Piece: Sendable, Hashable {
      var distance: UInt16 = 0
      var count: UInt16 = 0

      /// A piece of no bytes.
      static let none = Piece()

      private init() {}

      init?(_ distance: Int, _ range: TextRange) {
        guard let distance = UInt16(exactly: distance), let count = UInt16(exactly: range.count) else { return nil }
        self.distance = distance
        self.count = count
      }
    }

    /// What tells it from other teasers: kicker, title, date and text. A page gives it to all its teasers at once.
    public internal(set) var identity: Identity = .none
    /// The day in the bracket.
    public let date: CalendarDate
    private let start: UInt32
    private let kickerPiece: Piece
    private let titlePiece: Piece
    private let bracketPiece: Piece
    private let textPiece: Piece
    private let labelPiece: Piece
    private let captionPiece: Piece

    /// Nil for one of more than 65,535 bytes, which no newspaper has.
    init?(
      kicker: TextRange, title: TextRange, date: CalendarDate, dateRange: TextRange, text: TextRange,
      label: TextRange?, caption: TextRange?
    ) {
      let start = Int(kicker.lowerBound)
      func behind(_ range: TextRange) -> Piece? { Piece(Int(range.lowerBound) - start, range) }
      func before(_ range: TextRange?) -> Piece { range.flatMap { Piece(start - Int($0.lowerBound), $0) } ?? .none }
      guard let kickerPiece = behind(kicker), let titlePiece = behind(title), let bracketPiece = behind(dateRange),
        let textPiece = behind(text)
      else { return nil }
      self.start = kicker.lowerBound
      self.date = date
      self.kickerPiece = kickerPiece
      self.titlePiece = titlePiece
      self.bracketPiece = bracketPiece
      self.textPiece = textPiece
      labelPiece = before(label)
      captionPiece = before(caption)
    }

    private func behind(_ piece: Piece) -> TextRange {
      let lower = Int(start) + Int(piece.distance)
      return TextRange(lower, lower + Int(piece.count))
    }

    private func before(_ piece: Piece) -> TextRange? {
      let lower = Int(start) - Int(piece.distance)
      return TextRange(lower, lower + Int(piece.count)).ifAny
    }

    /// What stands before the first `: `.
    public var kicker: TextRange { behind(kickerPiece) }
    /// What stands behind it.
    public var title: TextRange { behind(titlePiece) }
    /// `Kicker: Title` as the page has it.
    public var titleLine: TextRange { TextRange(Int(start), Int(title.upperBound)) }
    /// The bracket.
    public var dateRange: TextRange { behind(bracketPiece) }
    /// Without the bracket and `mehr...`.
    public var text: TextRange { behind(textPiece) }
    /// `interview`, `bericht`: one word of the site's own.
    public var label: TextRange? { before(labelPiece) }
    /// The words under the picture.
    public var caption: TextRange? { before(captionPiece) }
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
