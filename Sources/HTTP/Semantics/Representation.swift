/// A response with all its forms as bytes, each made once: as it is, compressed, and "not modified".
final class Representation {
  /// What the handler said; content that is not made on the way is in the forms alone.
  let response: Response
  /// The route's number among `Responder.routes`.
  let route: Int
  /// The tag of the content as it is; nil where preconditions have no meaning.
  let tag: EntityTag?
  /// The tag of the compressed content; nil where it is never compressed.
  let gzipTag: EntityTag?
  let identity: RepresentationForm
  /// The compressed form; nil where it does not pay.
  private(set) lazy var gzip: RepresentationForm? = makeGzip()
  /// The 304 for the content as it is.
  private(set) lazy var notModified = makeNotModified(tag)
  /// The 304 for the compressed content.
  private(set) lazy var gzipNotModified = makeNotModified(gzipTag)

  /// `response` is what a handler or a refusal said.
  init(_ response: Response, route: Int) {
    self.route = route
    var response = response
    var content = SharedBytes([])
    var opaque: String?
    switch response.body {
    case .empty: break
    case .bytes(let bytes):
      content = bytes
      response.body = .empty
      if response.status == .ok {
        opaque = Digest(bytes.storage.span.extracting(bytes.range)).hexadecimal
      }
    case .chunks: opaque = response.status == .ok ? response.entityTag : nil
    }
    self.response = response
    tag = opaque.map { EntityTag($0) }
    let isCoded = content.count >= Gzip.smallest && content.count <= Gzip.largest
    gzipTag = isCoded ? opaque.map { EntityTag($0, coding: "-gzip") } : nil
    identity = RepresentationForm(
      head: Self.head(of: response, tag: tag, isCoded: isCoded, length: content.count), content: content)
  }

  /// About how much memory it takes, in bytes.
  var size: Int { 1_024 + identity.contentCount + (gzipTag == nil ? 0 : identity.contentCount / 2) }

  private func makeGzip() -> RepresentationForm? {
    guard let gzipTag, let bytes = Gzip.compress(identity.content) else { return nil }
    var head = Self.head(of: response, tag: gzipTag, isCoded: true, length: bytes.count)
    head.append(.contentEncoding, "gzip")
    return RepresentationForm(head: head, content: SharedBytes(bytes))
  }

  /// The 304 for the form with that tag (RFC 9110 §15.4.5).
  private func makeNotModified(_ tag: EntityTag?) -> RepresentationForm {
    var head = ResponseHead(.notModified)
    for field in response.fields.lines where field.name != .contentType && field.name != .contentRange {
      head.append(field.name, field.value)
    }
    if let tag { head.append(tag) }
    if gzipTag != nil { head.append(.vary, FieldName.acceptEncoding.rawValue) }
    return RepresentationForm(head: head, content: SharedBytes([]))
  }

  /// The 206 with that part of the content as it is.
  func part(_ range: Range<Int>) -> RepresentationForm {
    let content = identity.content
    var head = Self.head(
      of: response, status: .partialContent, tag: tag, isCoded: gzipTag != nil, length: range.count)
    head.append(.contentRange, "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(content.count)")
    let start = content.range.lowerBound
    let part = SharedBytes(content.storage, in: start + range.lowerBound..<start + range.upperBound)
    return RepresentationForm(head: head, content: part)
  }

  private static func head(
    of response: Response, status: Status? = nil, tag: EntityTag?, isCoded: Bool, length: Int
  ) -> ResponseHead {
    var head = ResponseHead(status ?? response.status)
    for field in response.fields.lines { head.append(field.name, field.value) }
    if let tag { head.append(tag) }
    if isCoded { head.append(.vary, FieldName.acceptEncoding.rawValue) }
    if response.acceptsRanges { head.append(.acceptRanges, "bytes") }
    if case .chunks = response.body { return head }
    if response.status != .noContent, response.status != .notModified { head.append(.contentLength, "\(length)") }
    return head
  }
}
