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
    var opaque = response.entityTag
    if case .bytes(let bytes) = response.body {
      content = bytes
      opaque = Digest(bytes.storage.span.extracting(bytes.range)).hexadecimal
      response.body = .empty
    }
    if response.status != .ok { opaque = nil }
    self.response = response
    tag = opaque.map { EntityTag($0) }
    let isCoded = content.count >= Gzip.smallest && content.count <= Gzip.largest
    gzipTag = isCoded ? opaque.map { EntityTag($0 + "-gzip") } : nil
    let fields = Self.fields(of: response, tag, isCoded: isCoded, length: content.count)
    identity = RepresentationForm(response.status, fields, content: content)
  }

  /// About how much memory it takes, in bytes.
  var size: Int { 1_024 + identity.contentCount + (gzipTag == nil ? 0 : identity.contentCount / 2) }

  private func makeGzip() -> RepresentationForm? {
    guard let gzipTag, let bytes = Gzip.compress(identity.content) else { return nil }
    var fields = Self.fields(of: response, gzipTag, isCoded: true, length: bytes.count)
    fields.append(.contentEncoding, "gzip")
    return RepresentationForm(response.status, fields, content: SharedBytes(bytes))
  }

  /// The 304 for the form with that tag (RFC 9110 §15.4.5).
  private func makeNotModified(_ tag: EntityTag?) -> RepresentationForm {
    var fields = Self.fields(of: response, tag, isCoded: gzipTag != nil)
    fields[.contentType] = nil
    return RepresentationForm(.notModified, fields)
  }

  /// The 206 with that part of the content as it is.
  func part(_ range: Range<Int>) -> RepresentationForm {
    let content = identity.content
    var fields = Self.fields(of: response, tag, isCoded: gzipTag != nil, length: range.count)
    fields.append(.contentRange, "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(content.count)")
    let start = content.range.lowerBound
    let part = SharedBytes(content.storage, in: start + range.lowerBound..<start + range.upperBound)
    return RepresentationForm(.partialContent, fields, content: part)
  }

  /// `length` is that of the content; nil where none is sent.
  private static func fields(of response: Response, _ tag: EntityTag?, isCoded: Bool, length: Int? = nil) -> Fields {
    var fields = response.fields
    if let tag { fields.append(.entityTag, tag.text) }
    if isCoded { fields.append(.vary, FieldName.acceptEncoding.rawValue) }
    guard let length else { return fields }
    if response.acceptsRanges { fields.append(.acceptRanges, "bytes") }
    if case .chunks = response.body { return fields }
    if response.status != .noContent { fields.append(.contentLength, "\(length)") }
    return fields
  }
}
