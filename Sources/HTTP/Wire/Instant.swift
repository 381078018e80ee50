/// A moment as the wire is told it: on a clock that never jumps for deadlines, and on the wall's for `Date`.
public struct Instant: Sendable, Equatable {
  /// Nanoseconds on a monotonic clock with an arbitrary zero.
  public let nanoseconds: Int64
  /// Seconds since 1970-01-01T00:00:00Z, as the wall clock has it.
  public let unixSeconds: Int64

  /// A moment on both clocks.
  public init(nanoseconds: Int64, unixSeconds: Int64) {
    self.nanoseconds = nanoseconds
    self.unixSeconds = unixSeconds
  }

  /// The moment so many nanoseconds later. Its wall clock is this one's: deadlines never look at it.
  public func advanced(byNanoseconds nanoseconds: Int64) -> Instant {
    let (sum, overflow) = self.nanoseconds.addingReportingOverflow(nanoseconds)
    return Instant(nanoseconds: overflow ? .max : sum, unixSeconds: unixSeconds)
  }

  /// The moment so much later.
  public func advanced(by duration: Duration) -> Instant { advanced(byNanoseconds: duration.nanoseconds) }
}

extension Duration {
  /// The duration in whole nanoseconds, at most 292 years.
  var nanoseconds: Int64 { Int64(clamping: attoseconds / 1_000_000_000) }
}
