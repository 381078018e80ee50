/// A response's head as bytes, once for all: with a gap for `Date`, and without its end, which says whether the connection stays.
struct ResponseHead {
  /// The status line and `Date: `.
  let start: [UInt8]
  /// From behind the date to the last field's CRLF.
  private(set) var rest: [UInt8] = Array("\r\n".utf8)

  init(_ status: Status) {
    start = Array("HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\nDate: ".utf8)
  }

  mutating func append(_ name: FieldName, _ value: String) {
    rest += name.rawName.utf8
    rest += ": ".utf8
    rest += value.utf8
    rest += "\r\n".utf8
  }

  mutating func append(_ tag: EntityTag) {
    rest += "ETag: ".utf8
    rest += tag.bytes
    rest += "\r\n".utf8
  }

  /// How a head ends.
  enum End {
    /// The connection stays open, as HTTP/1.1 has it without a word.
    case persistent
    /// The connection stays open, which a client of HTTP/1.0 must be told.
    case keptAlive
    /// This is the connection's last answer.
    case closing

    var bytes: [UInt8] {
      switch self {
      case .persistent: Self.persistentBytes
      case .keptAlive: Self.keptAliveBytes
      case .closing: Self.closingBytes
      }
    }

    private static let persistentBytes = Array("\r\n".utf8)
    private static let keptAliveBytes = Array("Connection: keep-alive\r\n\r\n".utf8)
    private static let closingBytes = Array("Connection: close\r\n\r\n".utf8)
  }
}

extension Output {
  /// Adds a head with its date and its end.
  mutating func append(_ head: ResponseHead, date: [UInt8], end: ResponseHead.End) {
    append(head.start)
    append(date)
    append(head.rest)
    append(end.bytes)
  }
}
