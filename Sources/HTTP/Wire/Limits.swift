/// How much and how long a connection may ask of the server: every bound of the wire, in one place.
///
/// Sizes are bytes as they are on the wire, times are from the event named. No byte a peer sends renews a time
/// but the ones named here, so no peer can hold a connection by trickling.
public struct Limits: Sendable, Equatable {
  /// The request line with its CRLF, 8 KB (RFC 9112 §3 recommends at least 8,000); more is answered 414.
  public var requestLine = 8_192
  /// One field line with its CRLF, 8 KB; more is answered 431.
  public var fieldLine = 8_192
  /// Field lines in a head, 100; more is answered 431. A trailer section may have as many again.
  public var fieldCount = 100
  /// Request line, fields and the empty line together, over all reads, 16 KB; more is answered 431.
  public var head = 16_384
  /// Empty lines in front of a request line (RFC 9112 §2.2), 4; more is answered 400.
  public var emptyLines = 4
  /// The content of a request, which is read and thrown away, 64 KB; more is answered 413.
  public var content = 65_536
  /// A chunk's size line with its extensions and CRLF, 1 KB; more is answered 400.
  public var chunkLine = 1_024
  /// Chunk lines and trailers of one request together, 64 KB; more is answered 413.
  public var chunkOverhead = 65_536
  /// Output that is gathered from pipelined requests before it is sent, 256 KB: the answer that passes it is the last of its turn.
  public var pipelinedOutput = 262_144
  /// Answers gathered in one turn, 64.
  public var pipelinedAnswers = 64
  /// What is read and thrown away after the last answer, so that the peer can read it, 64 KB (RFC 9112 §9.6).
  public var lingeringInput = 65_536

  /// From the connection's opening, or a later request's first byte, to the end of the head: 10 s, then 408.
  public var headTimeout: Duration = .seconds(10)
  /// From the end of the head to the end of the content: 10 s, then 408.
  public var contentTimeout: Duration = .seconds(10)
  /// From the last answer to the next request's first byte: 75 s, above the 60 s after which balancers close theirs.
  public var idleTimeout: Duration = .seconds(75)
  /// For each send, from its start: 30 s, and a second more for each `slowestReader` bytes of it.
  public var sendTimeout: Duration = .seconds(30)
  /// The slowest reader that still gets all of a long answer, 16,384 bytes a second.
  public var slowestReader = 16_384
  /// From the last answer's end to the close, while what the peer still sends is thrown away: 2 s.
  public var lingeringTimeout: Duration = .seconds(2)

  /// The values named above.
  public init() {}
}
