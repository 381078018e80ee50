/// A range of bytes in one seed file, end exclusive: how the model holds text without copying it.
///
/// A file has fewer than 2³² bytes; the reader rejects larger ones.
public struct TextRange: Sendable, Hashable {
  /// The first byte.
  public let lowerBound: UInt32
  /// The byte behind the last one; never below `lowerBound`.
  public let upperBound: UInt32

  /// The range from `lowerBound` up to `upperBound`; empty at `lowerBound` if they are given in the wrong order.
  public init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = UInt32(clamping: lowerBound)
    self.upperBound = max(self.lowerBound, UInt32(clamping: upperBound))
  }

  /// The same as a range of array indices.
  public var indices: Range<Int> { Int(lowerBound)..<Int(upperBound) }
  /// The number of bytes.
  public var count: Int { Int(upperBound - lowerBound) }
  /// Whether there are no bytes in it.
  public var isEmpty: Bool { lowerBound == upperBound }

  /// The empty range that stands for none where many optional ranges are kept: it takes the room of a range.
  static let none = TextRange(0, 0)
  /// The range, or nil for `none`.
  var ifAny: TextRange? { isEmpty ? nil : self }
}
