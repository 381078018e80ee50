/// A set of documents, a bit each: what matches a query, and what a filter lets through.
///
/// Documents are numbered from 0. Sets that are combined have room for the same number of documents; a document
/// outside that room is in no set.
public struct DocumentSet: Sendable, Equatable {
  /// Document *d* is bit *d* mod 64 of word *d* / 64; bits behind the last document are 0.
  @usableFromInline var words: [UInt64]
  /// The number of documents there is room for.
  public let capacity: Int

  /// An empty set with room for the documents below `capacity`.
  public init(capacity: Int) {
    self.capacity = max(0, capacity)
    words = [UInt64](repeating: 0, count: (self.capacity + 63) / 64)
  }

  /// The documents of `range` that there is room for.
  public init(capacity: Int, _ range: Range<Int>) {
    self.init(capacity: capacity)
    insert(range)
  }

  /// The documents of a list that there is room for.
  public init(capacity: Int, _ documents: some Sequence<Int>) {
    self.init(capacity: capacity)
    for document in documents { insert(document) }
  }

  /// The number of documents in it.
  ///
  /// - Complexity: O(*capacity* / 64).
  public var cardinality: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether no document is in it.
  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Whether the document is in it.
  @inlinable public func contains(_ document: Int) -> Bool {
    document >= 0 && document < capacity && words[document >> 6] & (1 << UInt64(document & 63)) != 0
  }

  /// Puts the document in, if there is room for it.
  public mutating func insert(_ document: Int) {
    guard document >= 0, document < capacity else { return }
    words[document >> 6] |= 1 << UInt64(document & 63)
  }

  /// Keeps what is in both.
  public mutating func formIntersection(_ other: DocumentSet) {
    for index in words.indices { words[index] &= index < other.words.count ? other.words[index] : 0 }
  }

  /// Takes in what is in the other.
  public mutating func formUnion(_ other: DocumentSet) {
    for index in words.indices where index < other.words.count { words[index] |= other.words[index] }
  }

  /// Takes out what is in the other.
  public mutating func subtract(_ other: DocumentSet) {
    for index in words.indices where index < other.words.count { words[index] &= ~other.words[index] }
  }

  /// Takes everything out.
  mutating func removeAll() {
    for index in words.indices { words[index] = 0 }
  }

  /// The first document in it of a range, or nil.
  func first(from document: Int, before end: Int = .max) -> Int? {
    let end = min(end, capacity)
    guard document < end else { return nil }
    var index = document >> 6
    var word = words[index] & (~0 << UInt64(document & 63))
    while word == 0 {
      index += 1
      guard index << 6 < end else { return nil }
      word = words[index]
    }
    let first = index << 6 | word.trailingZeroBitCount
    return first < end ? first : nil
  }

  /// Calls `body` with each document, in ascending order.
  ///
  /// - Complexity: O(*capacity* / 64 + *n*).
  public func forEach(_ body: (Int) -> Void) {
    for index in words.indices {
      var word = words[index]
      while word != 0 {
        body(index << 6 | word.trailingZeroBitCount)
        word &= word &- 1
      }
    }
  }
}
