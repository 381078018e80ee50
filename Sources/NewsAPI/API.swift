public import HTTP
public import NewsArchive
import Synchronization

/// The news API: a request and the present archive make a response.
///
/// The answer to a question depends on nothing but the archive and the question, so the wire may repeat it until the
/// archive changes. Only `/livez`, `/readyz` and `/metrics` tell of the server itself.
public final class API: Sendable {
  /// What is served now.
  struct State: Sendable {
    var generation: Generation?
    /// How much of the first archive is read, in percent.
    var percent = 0
    var isDraining = false
    /// Why the folder could not be read again the last time.
    var reloadProblem: String?
  }

  let version: String
  let metrics: @Sendable () -> String
  private let corsOrigin: String
  private let state = Mutex(State())

  /// An API that has no archive yet.
  ///
  /// - Parameters:
  ///   - version: the program's, `1.3.1`.
  ///   - corsOrigin: the value of `Access-Control-Allow-Origin`.
  ///   - metrics: the server's own lines of `/metrics`, in the Prometheus text format, each ended by a line feed.
  public init(version: String, corsOrigin: String = "*", metrics: @escaping @Sendable () -> String = { "" }) {
    self.version = version
    self.corsOrigin = corsOrigin
    self.metrics = metrics
  }

  /// Tells how much of the first archive is read: 0 to 1.
  public func loading(_ fraction: Double) { state.withLock { $0.percent = Int(min(max(fraction, 0), 1) * 100) } }

  /// Answers from this archive from now on; whatever was kept of answers from the one before is void.
  ///
  /// - Returns: what was served before; answers under way may still use it for a moment.
  @discardableResult
  public func serve(_ archive: Archive) -> Generation? {
    let next = concurrently(with: { archive.prepareSearch() }) { Generation(archive) }
    let previous = state.withLock { state in
      defer { state.generation = next }
      state.reloadProblem = nil
      return state.generation
    }
    previous?.validity.end()
    return previous
  }

  /// Says in `/readyz` why the folder could not be read again; the next archive that is served takes it back.
  public func reloadFailed(_ reason: String) { state.withLock { $0.reloadProblem = reason } }

  /// Says in `/readyz` that no more requests should be sent here.
  public func drain() { state.withLock { $0.isDraining = true } }

  var archive: Archive? { state.withLock { $0.generation?.archive } }

  /// Answers every request.
  public var handler: Handler { { [self] request in respond(to: request) } }

  /// Answers in the name of requests that the wire refuses.
  public var refusal: Refusal {
    { [self] error in finish(Problem(error).response, generation: state.withLock { $0.generation }) }
  }

  private func respond(to request: Request) -> Response {
    let state = state.withLock { $0 }
    let match = Endpoint.match(request.target.segments)
    var response: Response
    do throws(APIError) {
      response = try answer(request, match, in: state)
    } catch {
      response = Problem(error, instance: request.target.raw).response
    }
    response.route = match?.endpoint.path.description
    return finish(response, generation: state.generation)
  }

  private func answer(
    _ request: Request, _ match: (endpoint: Endpoint, placeholder: String)?, in state: State
  ) throws(APIError) -> Response {
    guard let (endpoint, placeholder) = match else {
      if request.target.raw == "*", request.method == .options { return preflight() }
      if state.generation == nil { throw .loading(percent: state.percent) }
      throw .notFound("Nothing is at this path.", list: "/", didYouMean: Endpoint.nearest(request.target.segments))
    }
    switch request.method {
    case .get, .head: break
    case .options: return preflight()
    case .post, .put, .delete, .connect, .trace, .patch, .query:
      throw .methodNotAllowed(request.method, allowed: Endpoint.methods)
    }
    let path = "/" + request.target.segments.map { $0.percentEncoded() }.joined(separator: "/")
    func arguments() throws(APIError) -> Arguments {
      try Arguments(request.target.query, for: endpoint.parameters, path: path, placeholder: placeholder)
    }
    switch endpoint.answer {
    case .state(let answer):
      _ = try arguments()
      return try answer(self, state)
    case .archive(let answer):
      guard let generation = state.generation else { throw .loading(percent: state.percent) }
      let arguments = try arguments()
      let served = generation.archive.dataset
      if let asked = arguments["dataset"], asked != served {
        throw .otherDataset(
          asked: asked, served: served,
          try: arguments.link.replacing(["dataset"], with: [("dataset", served)]).description)
      }
      var response = try answer(arguments, generation)
      response.validity = generation.validity
      response.fields.append(
        .cacheControl,
        arguments["dataset"] == nil
          ? "public, max-age=0, s-maxage=60, stale-if-error=86400" : "public, max-age=31536000, immutable")
      return response
    }
  }

  /// `OPTIONS`, also as a browser asks it before a request across origins.
  private func preflight() -> Response {
    Response(
      .noContent,
      fields: [
        .allow: Endpoint.methods, .accessControlAllowMethods: Endpoint.methods, .accessControlAllowHeaders: "*",
        .accessControlMaxAge: "86400",
      ])
  }

  /// Adds the fields that every answer has.
  private func finish(_ response: Response, generation: Generation?) -> Response {
    var response = response
    if let dataset = generation?.archive.dataset { response.fields.append(.dataset, dataset) }
    let contract = "</openapi.yaml>; rel=\"service-desc\""
    response.fields[.link] = response.fields[.link].map { $0 + ", " + contract } ?? contract
    response.fields.append(.accessControlAllowOrigin, corsOrigin)
    response.fields.append(.accessControlExposeHeaders, "ETag, Link, Dataset, Content-Range, Retry-After")
    response.fields.append(.contentTypeOptions, "nosniff")
    return response
  }
}

extension Endpoint {
  /// Links to the paths that segments of no path were most likely meant to be.
  static func nearest(_ segments: [String]) -> [String] {
    let trimmed = Array(segments.prefix { !$0.isEmpty })
    if trimmed.count < segments.count, match(trimmed) != nil {
      return ["/" + trimmed.map { $0.percentEncoded() }.joined(separator: "/")]
    }
    let names = all.compactMap { $0.path.description.split(separator: "/").first.map(String.init) }
    guard let first = trimmed.first, let near = first.nearest(of: names) else { return [] }
    let corrected = [near] + trimmed.dropFirst()
    let whole = match(corrected) != nil ? corrected : [near]
    return ["/" + whole.map { $0.percentEncoded() }.joined(separator: "/")]
  }
}
