/// A response cut from bytes, for looking at it; written apart from the server's own reading of requests.
public struct RawResponse: Sendable, Equatable {
  /// The status code.
  public let status: Int
  /// The head up to the empty line, as received.
  public let head: String
  /// The content, its transfer coding undone.
  public let content: [UInt8]

  /// The content as text.
  public var text: String { String(decoding: content, as: UTF8.self) }

  /// The values of the fields of that name, in order.
  public func values(of name: String) -> [String] {
    head.split(separator: "\r\n").dropFirst().compactMap { line in
      guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == name.lowercased() else { return nil }
      return line[line.index(after: colon)...].drop { $0 == " " }.description
    }
  }

  /// The value of the one field of that name; nil if there is none or more than one.
  public subscript(name: String) -> String? {
    let values = values(of: name)
    return values.count == 1 ? values.first : nil
  }

  /// The response that `bytes` begin with, and how many of them it takes; nil while some are missing.
  ///
  /// Without a length the content goes to the end, which `isComplete` says is there.
  public static func parse(_ bytes: [UInt8], isHead: Bool, isComplete: Bool) -> (response: RawResponse, length: Int)? {
    guard let end = endOfHead(bytes) else { return nil }
    let head = String(decoding: bytes[..<(end - 4)], as: UTF8.self)
    let status = Int(head.dropFirst(9).prefix(3)) ?? 0
    let bare = RawResponse(status: status, head: head, content: [])
    if isHead || status == 204 || status == 304 || status < 200 { return (bare, end) }
    if bare["Transfer-Encoding"] == "chunked" {
      guard let (content, length) = unchunk(bytes[end...]) else { return nil }
      return (RawResponse(status: status, head: head, content: content), length)
    }
    if let length = bare["Content-Length"].flatMap(Int.init) {
      guard bytes.count - end >= length else { return nil }
      return (RawResponse(status: status, head: head, content: Array(bytes[end..<(end + length)])), end + length)
    }
    return isComplete ? (RawResponse(status: status, head: head, content: Array(bytes[end...])), bytes.count) : nil
  }

  /// All responses in `bytes`, the last one up to the end; nil if what is left over is none.
  public static func all(_ bytes: [UInt8], areHeads: [Bool] = []) -> [RawResponse]? {
    var rest = bytes[...]
    var responses: [RawResponse] = []
    while !rest.isEmpty {
      // An interim response answers no request of its own.
      let finals = responses.filter { $0.status >= 200 }.count
      let isHead = areHeads.indices.contains(finals) && areHeads[finals]
      guard let (response, length) = parse(Array(rest), isHead: isHead, isComplete: true) else { return nil }
      responses.append(response)
      rest = rest.dropFirst(length)
    }
    return responses
  }

  private static func endOfHead(_ bytes: [UInt8]) -> Int? {
    var index = 3
    while index < bytes.count {
      if bytes[index] == 10, bytes[index - 1] == 13, bytes[index - 2] == 10, bytes[index - 3] == 13 { return index + 1 }
      index += 1
    }
    return nil
  }

  private static func unchunk(_ bytes: ArraySlice<UInt8>) -> (content: [UInt8], end: Int)? {
    var rest = bytes
    var content: [UInt8] = []
    while let lineFeed = rest.firstIndex(of: 10) {
      guard let size = Int(String(decoding: rest[..<(lineFeed - 1)], as: UTF8.self), radix: 16) else { return nil }
      rest = rest[(lineFeed + 1)...]
      guard rest.count >= size + 2 else { return nil }
      content += rest.prefix(size)
      rest = rest.dropFirst(size + 2)
      if size == 0 { return (content, rest.startIndex) }
    }
    return nil
  }
}
