/// Turns complete requests into answers: asks the handler, or repeats what it said while that still holds, and does what
/// RFC 9110 leaves to the wire: preconditions, ranges, codings, HEAD.
///
/// One for each event loop, which alone uses it. For a request whose answer is kept nothing is allocated and nothing is locked.
public final class Responder {
  let limits: Limits
  let times: Times
  private let handler: Handler
  private let refusal: Refusal
  private let seed: UInt64
  private var cache = RepresentationCache()
  /// Route templates by their number; number 0 is "none".
  public private(set) var routes: [String?] = [nil]
  private var date: [UInt8] = []
  private var dateSeconds = Int64.min
  private var isDraining = false

  /// `seed` keeps strangers from choosing what the cache forgets; secret and random.
  public init(handler: @escaping Handler, refusal: @escaping Refusal, limits: Limits, seed: UInt64) {
    self.handler = handler
    self.refusal = refusal
    self.limits = limits
    times = Times(limits)
    self.seed = seed
  }

  /// Makes every answer from now on its connection's last.
  public func drain() { isDraining = true }

  /// The limits' times in nanoseconds, converted once.
  struct Times {
    let head, content, idle, send, lingering: Int64

    init(_ limits: Limits) {
      head = limits.headTimeout.nanoseconds
      content = limits.contentTimeout.nanoseconds
      idle = limits.idleTimeout.nanoseconds
      send = limits.sendTimeout.nanoseconds
      lingering = limits.lingeringTimeout.nanoseconds
    }
  }

  /// What remains to be done after an answer's beginning is in the output: whether it is its connection's last, and content
  /// that is still to be made.
  typealias Continuation = (closes: Bool, stream: ContentStream?)

  /// Answers the request whose head was parsed from `bytes`.
  ///
  /// - Throws: `RequestError` where the target's escapes are broken; nothing was put out then.
  func answer(
    _ head: RequestHead, from bytes: Span<UInt8>, at now: Instant, into output: inout Output
  ) throws(RequestError) -> Continuation {
    var representation = try find(head, bytes)
    let form = choose(from: &representation, for: head, bytes)
    return write(form, of: representation, to: head, from: bytes, at: now, into: &output)
  }

  /// What the handler says now, or said before.
  private func find(_ head: RequestHead, _ bytes: Span<UInt8>) throws(RequestError) -> Representation {
    let mayBeKept = head.isRetrieval && !head.omitsSlash
    let target = bytes.extracting(head.target)
    let digest = Digest(target, seed: seed)
    if mayBeKept, let known = cache.find(digest, target: target) { return known }
    guard let request = head.request(from: bytes) else { throw .malformedTarget }
    let response = handler(request)
    let representation = Representation(response, route: number(of: response.route))
    if mayBeKept { cache.offer(representation, digest: digest, target: target) }
    return representation
  }

  /// Answers a request that breaks a rule, as its connection's last; `head` is what could be read of it.
  func refuse(
    _ error: RequestError, _ head: RequestHead, from bytes: Span<UInt8>, at now: Instant, into output: inout Output
  ) {
    var head = head
    head.isPersistent = false
    let refusal = Representation(refusal(error), route: 0)
    _ = write(refusal.identity, of: refusal, to: head, from: bytes, at: now, into: &output)
  }

  private func number(of route: String?) -> Int {
    if let number = routes.firstIndex(of: route) { return number }
    routes.append(route)
    return routes.count - 1
  }

  // MARK: Choosing what of a representation is sent

  /// The form to send; where the conditions do not hold, that of a refusal, which takes the representation's place.
  ///
  /// In the order of RFC 9110 §13.2.2. There is no modification date, so the fields that name one do not hold or do not count.
  private func choose(
    from representation: inout Representation, for head: RequestHead, _ bytes: Span<UInt8>
  ) -> RepresentationForm {
    guard head.isRetrieval, representation.response.status == .ok else { return representation.identity }
    func isListed(_ tag: EntityTag?, in name: StaticString, weakly: Bool) -> Bool {
      guard let tag else { return false }
      var rest = head.fields
      while let value = RequestHead.nextValue(of: name, in: &rest, of: bytes) {
        if tag.matches(bytes, in: value, weakly: weakly) { return true }
      }
      return false
    }
    func refuse(_ error: RequestError) -> RepresentationForm {
      representation = Representation(refusal(error), route: representation.route)
      return representation.identity
    }
    if head.conditions.contains(.ifMatch), !isListed(representation.tag, in: "if-match", weakly: false),
      !isListed(representation.gzipTag, in: "if-match", weakly: false)
    {
      return refuse(.preconditionFailed)
    }
    if head.conditions.contains(.ifNoneMatch) {
      if head.acceptEncoding.prefersGzip, isListed(representation.gzipTag, in: "if-none-match", weakly: true) {
        return representation.gzipNotModified
      }
      if isListed(representation.tag, in: "if-none-match", weakly: true) { return representation.notModified }
    }
    if head.conditions.contains(.range), head.method == .get, representation.response.acceptsRanges,
      !head.acceptEncoding.requiresGzip
    {
      switch range(of: representation, head, bytes) {
      case .whole: break
      case .unsatisfiable: return refuse(.unsatisfiableRange(length: representation.identity.contentCount))
      case .part(let range): return representation.part(range)
      }
    }
    // From the first request on: an answer must not depend on which loop or replica was asked how often.
    let compressed = head.acceptEncoding.prefersGzip ? representation.gzip : nil
    return compressed ?? representation.identity
  }

  private func range(of representation: Representation, _ head: RequestHead, _ bytes: Span<UInt8>) -> ByteRange {
    if head.conditions.contains(.ifRange) {
      // A date never holds here, and neither does `*`, which If-Range does not know.
      var rest = head.fields
      guard let tag = representation.tag,
        let value = RequestHead.nextValue(of: "if-range", in: &rest, of: bytes), !bytes.equals("*", in: value),
        tag.matches(bytes, in: value, weakly: false)
      else { return .whole }
    }
    var rest = head.fields
    guard let value = RequestHead.nextValue(of: "range", in: &rest, of: bytes),
      RequestHead.nextValue(of: "range", in: &rest, of: bytes) == nil
    else { return .whole }
    return ByteRange(bytes, in: value, length: representation.identity.contentCount)
  }

  // MARK: Writing it

  private func write(
    _ form: RepresentationForm, of representation: Representation, to head: RequestHead, from bytes: Span<UInt8>,
    at now: Instant, into output: inout Output
  ) -> Continuation {
    if now.unixSeconds != dateSeconds {
      dateSeconds = now.unixSeconds
      date = HTTPDate(unixSeconds: now.unixSeconds).fixdate
    }
    form.setDate(date, at: dateSeconds)
    let sendsContent = head.method != .head
    // A 304 has the head alone, however its content would be made.
    var chunks: (() -> () -> [UInt8]?)?
    if form.status != .notModified, case .chunks(let start) = representation.response.body { chunks = start }
    let isChunked = chunks != nil && head.minorVersion >= 1
    // Content of unknown length that is not chunked ends with the connection.
    let closes = isDraining || !head.isPersistent || chunks != nil && !isChunked
    if !closes, sendsContent, chunks == nil, head.minorVersion >= 1 {
      form.append(to: &output)
    } else {
      form.appendHead(to: &output)
      if isChunked { output.append("Transfer-Encoding: chunked\r\n") }
      // HTTP/1.1 stays open without a word, which a client of HTTP/1.0 must be told.
      output.append(
        closes ? "Connection: close\r\n\r\n" : head.minorVersion >= 1 ? "\r\n" : "Connection: keep-alive\r\n\r\n")
      if sendsContent { output.append(form.content) }
    }
    let target = bytes.extracting(head.target)
    let traceID = bytes.extracting(head.traceID(in: bytes))
    var answer = Output.Answer(method: head.method, status: form.status, route: representation.route, receivedAt: now)
    if sendsContent, let chunks {
      let stream = ContentStream(
        chunks(), isChunked: isChunked, answer: answer, target: target.array(in: 0..<target.count),
        traceID: traceID.array(in: 0..<traceID.count))
      return (closes, stream)
    }
    answer.contentLength = sendsContent ? form.contentCount : 0
    output.append(answer, target: target, traceID: traceID)
    return (closes, nil)
  }
}
