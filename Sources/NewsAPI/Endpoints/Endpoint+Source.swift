import HTTP
import NewsArchive

extension Endpoint {
  /// A seed file's own bytes, or what was read from it.
  static let source = Endpoint(
    path: PathPattern("/sources/{name...}"),
    summary: "Get a seed file's own bytes, or with format=json what was read from it",
    parameters: [.fields(Resource.sources.properties), .format([.text, .json]), .dataset, .pretty],
    formats: [.text, .json],
    answer: .archive { arguments, generation throws(APIError) in
      try generation.answer(arguments, for: .sources) { index in
        if arguments["format"] == "json" { return Resource.sources.document(index, arguments, in: generation.archive) }
        let file = generation.archive.sources[index].file
        return Response(
          .ok, fields: [.contentType: "text/plain; charset=\(file.encoding.rawValue)"],
          body: .bytes(SharedBytes(file.bytes)), acceptsRanges: true)
      }
    })
}
