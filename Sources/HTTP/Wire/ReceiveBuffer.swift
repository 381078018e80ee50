/// What a connection received and could not use yet: the beginning of a head, or requests behind an answer that is
/// still being sent. Empty, and without memory of its own, while nothing waits.
struct ReceiveBuffer {
  private(set) var bytes: [UInt8] = []
  /// How many of `bytes` are used up.
  private(set) var start = 0

  var isEmpty: Bool { start == bytes.count }

  /// Adds what was just received.
  mutating func append(_ received: Span<UInt8>) {
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
    unsafe received.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Uses bytes up, from the front.
  mutating func consume(_ count: Int) {
    start = min(start + count, bytes.count)
    if isEmpty { self = ReceiveBuffer() }
  }
}
