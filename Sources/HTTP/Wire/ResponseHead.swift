/// A response's head as bytes: with a gap for `Date`, and without its end, which says whether the connection stays.
struct ResponseHead {
  let status: Status
  /// Without its end.
  private(set) var bytes: [UInt8]
  /// Where the date belongs; what stands there is no date.
  let date: Range<Int>

  init(_ status: Status) {
    self.status = status
    bytes = Array("HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\nDate: ".utf8)
    date = bytes.count..<bytes.count + HTTPDate.fixdateCount
    bytes += [UInt8](repeating: UInt8(ascii: "-"), count: date.count) + "\r\n".utf8
  }

  mutating func append(_ name: FieldName, _ value: String) {
    bytes += name.rawValue.utf8
    bytes += ": ".utf8
    bytes += value.utf8
    bytes += "\r\n".utf8
  }

  mutating func append(_ tag: EntityTag) {
    bytes += "ETag: ".utf8
    bytes += tag.bytes
    bytes += "\r\n".utf8
  }
}
