/// A response's head as bytes, once for all: with a gap for `Date`, and without its end, which says whether the connection stays.
struct ResponseHead {
  let status: Status
  /// The status line and `Date: `.
  let start: [UInt8]
  /// From behind the date to the last field's CRLF.
  private(set) var rest: [UInt8] = Array("\r\n".utf8)

  init(_ status: Status) {
    self.status = status
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

    /// Bytes of the longest of them.
    static let longest = 26

    var text: StaticString {
      switch self {
      case .persistent: "\r\n"
      case .keptAlive: "Connection: keep-alive\r\n\r\n"
      case .closing: "Connection: close\r\n\r\n"
      }
    }
  }
}

extension Output {
  /// Adds a head with its date and its end.
  mutating func append(_ head: ResponseHead, date: [UInt8], end: ResponseHead.End) {
    append(upTo: head.start.count + date.count + head.rest.count + ResponseHead.End.longest) { bytes in
      bytes.append(head.start.span)
      bytes.append(date.span)
      bytes.append(head.rest.span)
      bytes.append(end.text)
    }
  }
}
