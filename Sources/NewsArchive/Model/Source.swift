/// A seed file and what came of it.
public struct Source: Sendable {
  /// When the page was captured.
  public struct Capture: Sendable {
    /// The page's own header (`stated`), or bounds from the teaser lists it shares with other pages (`inferred`).
    public let date: UncertainDate
    /// What the bounds take for granted, a sentence each; empty for a stated date.
    public let assumes: [String]
  }

  /// The file; without bytes if it could not be read from the disk.
  public let file: SeedFile
  /// What shows whether the file has changed on the disk; nil for a file that was never there.
  let stamp: SeedFile.Stamp?
  /// SHA-256 of the bytes; nil if they could not be read.
  let digest: SHA256.Digest?
  /// What was read, or why nothing could be.
  public let outcome: Result<Page, ReadingError>
  /// When the page was captured, as far as it can be told.
  public internal(set) var captured: Capture?
  /// Index into `Archive.articles`.
  public internal(set) var article: Int?
  /// Indices into `Archive.teasers`, in page order.
  public internal(set) var teasers: [Int] = []

  /// SHA-256 of the bytes, 64 hex digits; empty if they could not be read.
  public var sha256: String { digest.map(SHA256.hexadecimal) ?? "" }
  /// The source as it was read, without its place in an archive.
  var unlinked: Source { Source(file: file, stamp: stamp, digest: digest, outcome: outcome) }
  /// The path below the seeds folder without `.txt`.
  public var name: String { file.name }
  /// What was read; nil if the file was rejected.
  public var page: Page? {
    switch outcome {
    case .success(let page): page
    case .failure: nil
    }
  }
  /// All of the file, in order; of a rejected file one unclassified piece. O(*n*).
  public var segments: [Page.Segment] { page?.segments ?? Segmentation(isWanted: true).segments(of: file) }
}

/// What the folder shows of time: the days that its teaser lists cover without a gap, and the days between.
public struct Coverage: Sendable {
  /// Days observed without a gap.
  public struct Span: Sendable {
    /// The first day; seen in part.
    public let from: CalendarDate
    /// The last day; seen in part.
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
