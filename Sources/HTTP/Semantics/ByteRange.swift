/// What a `Range` field asks of a representation (RFC 9110 §14).
enum ByteRange: Equatable {
  /// Everything: the field is malformed, of another unit, or asks for several parts, which a server may answer in full.
  case whole
  /// These bytes.
  case part(Range<Int>)
  /// Nothing that is there.
  case unsatisfiable

  /// What the field's value in `range` asks of a representation of `length` bytes.
  init(_ bytes: Span<UInt8>, in range: Range<Int>, length: Int) {
    self = .whole
    guard range.count > 6, bytes.equalsIgnoringCase("bytes=", in: range.lowerBound..<range.lowerBound + 6) else {
      return
    }
    let set = bytes.trimmed(range.lowerBound + 6..<range.upperBound)
    guard let hyphen = bytes.firstIndex(of: UInt8(ascii: "-"), in: set) else { return }
    let first = set.lowerBound..<hyphen
    let last = hyphen + 1..<set.upperBound
    if first.isEmpty {
      guard let suffix = bytes.decimal(in: last) else { return }
      self = suffix == 0 || length == 0 ? .unsatisfiable : .part(length - min(suffix, length)..<length)
      return
    }
    guard let start = bytes.decimal(in: first) else { return }
    if last.isEmpty {
      self = start < length ? .part(start..<length) : .unsatisfiable
      return
    }
    guard let end = bytes.decimal(in: last), end >= start else { return }
    self = start < length ? .part(start..<min(end, length - 1) + 1) : .unsatisfiable
  }
}
