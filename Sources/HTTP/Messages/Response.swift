import Synchronization

/// What a handler answers: status, fields and body in full, as if no condition, range, coding or HEAD had been asked for.
///
/// `Date`, `Content-Length`, `Transfer-Encoding`, `Connection`, `ETag`, `Vary`, `Content-Encoding`, 304, 206 and
/// the missing body of a HEAD are the wire's work: the handler never writes them.
public struct Response: Sendable {
  /// The status.
  public var status: Status
  /// The fields, in the order in which they are sent.
  public var fields: Fields
  /// The body of the representation in full.
  public var body: Body
  /// The route's template (`/articles/{id}`), for counting; nil where no route matched.
  public var route: String?
  /// As long as this holds, the same request target may be answered with this same response without asking the handler;
  /// nil: ask every time.
  public var validity: Validity?
  /// Whether `Range` is honoured (RFC 9110 §14).
  public var acceptsRanges: Bool
  /// The opaque part of a streamed body's entity-tag, visible ASCII without quotation marks; a body of bytes gets a digest of them.
  public var entityTag: String?

  /// A response of its parts.
  public init(
    _ status: Status, fields: Fields = Fields(), body: Body = .empty, validity: Validity? = nil,
    acceptsRanges: Bool = false, entityTag: String? = nil
  ) {
    self.status = status
    self.fields = fields
    self.body = body
    self.validity = validity
    self.acceptsRanges = acceptsRanges
    self.entityTag = entityTag
  }
}

/// The seam between a server and what it serves: total and synchronous. Every failure is itself a response.
public typealias Handler = @Sendable (Request) -> Response

/// The content of a message.
public enum Body: Sendable {
  /// No content.
  case empty
  /// Shared, immutable bytes: sent from where they are, never copied.
  case bytes(SharedBytes)
  /// Content made while it is sent: each call gives the next piece of 1 to 65,536 bytes, nil is the end.
  /// The outer function starts over from the first piece.
  case chunks(@Sendable () -> () -> [UInt8]?)
}

/// A part of an immutable array, shared by reference.
public struct SharedBytes: Sendable {
  /// The array.
  public let storage: [UInt8]
  /// The part of it that is meant; always within `storage`.
  public let range: Range<Int>

  /// All of `storage`.
  public init(_ storage: [UInt8]) {
    self.storage = storage
    range = 0..<storage.count
  }

  /// The part of `storage` in `range`, cut to what there is.
  public init(_ storage: [UInt8], in range: Range<Int>) {
    self.storage = storage
    self.range = range.clamped(to: 0..<storage.count)
  }

  /// The number of bytes.
  public var count: Int { range.count }
}

/// Until when an answer may be repeated: one value for each generation of the data, ended when the next one takes over.
public final class Validity: Sendable {
  private let ended = Atomic<Bool>(false)

  /// A validity that holds.
  public init() {}

  /// Whether answers that carry this may still be repeated.
  public var holds: Bool { !ended.load(ordering: .acquiring) }

  /// Ends it for good.
  public func end() { ended.store(true, ordering: .releasing) }
}
