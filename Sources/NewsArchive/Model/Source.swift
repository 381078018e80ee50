/// A seed file and what came of it.
public struct Source: Sendable {
  /// When the page was captured.
  public struct Capture: Sendable {
    /// The page's own header (`stated`), or bounds from the teaser lists it shares with other pages (`inferred`).
    public let date: UncertainDate
    /// What the bounds take for granted, a sentence each; empty for a stated date.
    public let assumes: [String]
  }

  /// The file.
  public let file: SeedFile
  /// SHA-256 of the bytes, 64 hex digits.
  public let sha256: String
  /// What was read, or why nothing could be.
  public let outcome: Result<Page, ReadingError>
  /// When the page was captured, as far as it can be told.
  public let captured: Capture?
  /// Index into `Archive.articles`.
  public let article: Int?
  /// Indices into `Archive.teasers`, in page order.
  public let teasers: [Int]
}

/// What the folder shows of time: the days that its teaser lists cover without a gap, and the days between.
public struct Coverage: Sendable {
  /// Days observed without a gap.
  public struct Span: Sendable {
    public let from: CalendarDate
    public let to: CalendarDate
    /// Indices into `Archive.sources` of the pages whose teaser lists make it.
    public let sources: [Int]
    /// What it takes for granted, a sentence each.
    public let assumes: [String]
  }

  /// In order, apart from each other.
  public let observed: [Span]
  /// The gaps between them.
  public let unknown: [ClosedRange<CalendarDate>]
}
