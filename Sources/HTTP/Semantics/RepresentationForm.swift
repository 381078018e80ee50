/// One form of a representation as it goes out: head, empty line and content behind each other, so that a whole
/// answer is one piece for the kernel, and nothing is put together for a request; once a second the date is written into it.
///
/// A class, since passing on a structure counts each array in it.
final class RepresentationForm {
  /// Content of so many bytes at most is copied behind its head.
  private static let longestCopy = 65_536

  let status: Status
  let contentCount: Int
  /// Where in `bytes` the head ends, without the empty line.
  private let headEnd: Int
  private let date: Range<Int>
  private var dateSeconds = Int64.min
  /// The head and the empty line, and the content if it is short.
  private var bytes: [UInt8]
  /// Content that is longer.
  private let longContent: SharedBytes

  init(_ status: Status, _ fields: Fields, content: SharedBytes = SharedBytes([])) {
    self.status = status
    contentCount = content.count
    var head = Array("HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\nDate: ".utf8)
    date = head.count..<head.count + HTTPDate.fixdateCount
    head += [UInt8](repeating: UInt8(ascii: "-"), count: date.count) + "\r\n".utf8
    for field in fields.lines { head += "\(field.name.rawValue): \(field.value)\r\n".utf8 }
    headEnd = head.count
    let isShort = content.count <= Self.longestCopy
    bytes = head + "\r\n".utf8 + (isShort ? content.storage[content.range] : [])
    longContent = isShort ? SharedBytes([]) : content
  }

  var content: SharedBytes {
    longContent.count > 0 ? longContent : SharedBytes(bytes, in: bytes.count - contentCount..<bytes.count)
  }

  /// Says of each answer from now on that it was made then.
  func setDate(_ date: [UInt8], at seconds: Int64) {
    guard seconds != dateSeconds else { return }
    dateSeconds = seconds
    var dated = bytes
    // Taken out for that time, so that they are changed where they lie, unless an answer with them is still being sent.
    bytes = []
    dated.replaceSubrange(self.date, with: date)
    bytes = dated
  }

  /// Adds the whole answer: head, empty line and content.
  func append(to output: inout Output) {
    output.append(SharedBytes(bytes))
    if longContent.count > 0 { output.append(longContent) }
  }

  /// Adds the head without the empty line.
  func appendHead(to output: inout Output) {
    let bytes = bytes
    output.append(bytes.span.extracting(..<headEnd))
  }
}
