import HTTP
import NewsArchive

extension Endpoint {
  /// The list of a resource: `GET /articles`.
  static func list(_ kind: ItemKind) -> Endpoint {
    let resource = Resource.of(kind)
    return Endpoint(
      path: PathPattern(kind.listURL), summary: "List \(kind.rawValue)", parameters: resource.listParameters,
      formats: resource.formats,
      answer: .archive { arguments, generation throws(APIError) in
        Selection(resource, arguments, of: generation).response()
      })
  }

  /// One item of a resource: `GET /articles/{id}`; an outdated slug before the hash answers 301.
  static func item(_ kind: ItemKind) -> Endpoint {
    let resource = Resource.of(kind)
    return Endpoint(
      path: PathPattern(kind.listURL + "/{id}"), summary: "Get one \(kind.singular)",
      parameters: [.fields(resource.properties), .dataset, .pretty],
      answer: .archive { arguments, generation throws(APIError) in
        try generation.answer(arguments, for: kind) { index in
          resource.document(index, arguments, in: generation.archive)
        }
      })
  }
}

extension Generation {
  /// What is answered for the item in the path's placeholder: the present id's answer, a redirect to it, or 404.
  func answer(
    _ arguments: Arguments, for kind: ItemKind, _ present: (Int) -> Response
  ) throws(APIError) -> Response {
    switch find(arguments.placeholder, kind) {
    case .found(let index): return present(index)
    case .moved(let index):
      var link = arguments.link
      link.path = kind.url(index, in: archive)
      return Response(.movedPermanently, fields: [.location: link.description])
    case .missing:
      let id = arguments.placeholder
      throw .notFound("No \(kind.singular) has the id \(id).", list: kind.listURL, didYouMean: nearest(id, kind))
    }
  }
}

extension Resource {
  /// A whole item as a document of its own.
  func document(_ index: Int, _ arguments: Arguments, in archive: Archive) -> Response {
    let properties = properties(arguments.list("fields"), inList: false)
    return Response(arguments) { $0.members(of: index, properties, in: archive) }
  }

  /// What the resource's list takes.
  var listParameters: [Parameter] {
    var parameters: [Parameter] = kind == .sources ? [] : [kind == nil ? .neededQuery : .query]
    parameters += dimensions.filter(\.isFilter).map(\.parameter)
    if date != nil { parameters += [.from, .to, .dateMatch] }
    parameters.append(
      Parameter(
        name: "sort", values: .choice(sorts.map(\.name)),
        standard: kind == .sources || kind == .timelines ? sorts.first?.name : nil))
    parameters += [.limit, .offset]
    if !properties.isEmpty { parameters.append(.fields(properties)) }
    if !facets.isEmpty { parameters.append(Parameter(name: "facets", values: .choices(facets.map(\.name)))) }
    if formats.count > 1 { parameters.append(.format(formats)) }
    if formats.contains(.csv) { parameters.append(.excel) }
    return parameters + [.dataset, .pretty]
  }

  var facets: [Dimension] { dimensions.filter(\.isFacet) }
}

extension Response {
  /// A JSON document, ended by a line feed, laid out over lines if `pretty` asks for it.
  init(_ arguments: Arguments, room: Int = 1024, _ members: (inout JSONWriter) -> Void) {
    let document = JSONWriter.document(room: room, members)
    let bytes = arguments["pretty"] == nil ? document : document.prettyJSON()
    self.init(.ok, fields: [.contentType: Format.json.contentType], body: .bytes(SharedBytes(bytes)))
  }
}
