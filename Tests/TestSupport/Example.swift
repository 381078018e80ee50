public import HTTP

/// A small site for the wire's tests: one path for each thing the wire does with an answer.
public enum Example {
  /// What holds until the process ends.
  private static let validity = Validity()
  /// 7,998 bytes that compress well.
  public static let text = Array(String(repeating: "Die Länder arbeiten zusammen. ", count: 258).utf8.prefix(8_000))
  /// 26 bytes.
  public static let alphabet = Array("abcdefghijklmnopqrstuvwxyz".utf8)

  /// Answers `/`, `/text`, `/alphabet`, `/stream`, `/large`, `/endless`, `/fresh`, `/status/204`; everything else is 404.
  public static func handle(_ request: Request) -> Response {
    let isRetrieval = request.method == .get || request.method == .head
    guard isRetrieval else {
      var response = Response(
        .methodNotAllowed, fields: [.allow: "GET, HEAD"], body: .bytes(SharedBytes(Array("405".utf8))))
      if request.method == .options { response = Response(.noContent, fields: [.allow: "GET, HEAD, OPTIONS"]) }
      response.route = request.target.raw == "*" ? nil : "/"
      return response
    }
    var response: Response
    switch request.target.segments.first ?? "" {
    case "": response = page(Array("hello".utf8))
    case "text": response = page(text)
    case "alphabet":
      response = page(alphabet)
      response.acceptsRanges = true
    case "large": response = page([UInt8](repeating: UInt8(ascii: "x"), count: 4_000_000))
    case "stream":
      response = Response(.ok, fields: [.contentType: "text/plain"], body: .chunks { chunks() }, entityTag: "stream")
    case "endless":
      response = Response(.ok, body: .chunks { { [UInt8](repeating: 0, count: 65_536) } })
    case "fresh":
      response = page(Array(request.target.raw.utf8))
      response.validity = nil
    case "status": response = Response(.noContent)
    default: response = Response(.notFound, body: .bytes(SharedBytes(Array("404".utf8))))
    }
    response.route = request.target.segments.first.map { "/\($0)" }
    return response
  }

  /// Says the error's status and name.
  public static func refuse(_ error: RequestError) -> Response {
    var response = Response(
      status(of: error), fields: [.contentType: "text/plain"], body: .bytes(SharedBytes(Array("\(error)".utf8))))
    if case .unsatisfiableRange(let length) = error { response.fields[.contentRange] = "bytes */\(length)" }
    return response
  }

  private static func status(of error: RequestError) -> Status {
    switch error {
    case .malformedRequestLine, .malformedTarget, .malformedLine, .malformedField, .malformedHost,
      .malformedContentLength, .malformedTransferEncoding, .malformedChunk:
      .badRequest
    case .unsupportedVersion: .httpVersionNotSupported
    case .unsupportedMethod, .unsupportedTransferCoding: .notImplemented
    case .unsupportedExpectation: .expectationFailed
    case .requestLineTooLong: .uriTooLong
    case .headTooLarge: .requestHeaderFieldsTooLarge
    case .contentTooLarge: .contentTooLarge
    case .timedOut: .requestTimeout
    case .tooManyConnections: .serviceUnavailable
    case .preconditionFailed: .preconditionFailed
    case .unsatisfiableRange: .rangeNotSatisfiable
    }
  }

  /// The content of `/stream`: 40 pieces of 10,000 bytes.
  public static let streamed = [UInt8](repeating: UInt8(ascii: "s"), count: 400_000)

  private static func chunks() -> () -> [UInt8]? {
    var left = 40
    return {
      guard left > 0 else { return nil }
      left -= 1
      return [UInt8](repeating: UInt8(ascii: "s"), count: 10_000)
    }
  }

  private static func page(_ content: [UInt8]) -> Response {
    Response(
      .ok, fields: [.contentType: "text/plain; charset=utf-8"], body: .bytes(SharedBytes(content)), validity: validity)
  }
}
