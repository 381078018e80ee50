import HTTP
import NewsArchive

extension Endpoint {
  /// Where a newcomer starts: what this is, what it holds, every path, five lines to try.
  static let index = Endpoint(
    path: PathPattern("/"), operation: "getIndex", summary: "Start here: what this is and how to ask it",
    parameters: [.dataset, .pretty],
    answer: .archive { arguments, generation throws(APIError) in
      var writer = JSONWriter()
      writer.object { writer in
        writer.member("name", "Newsdesk")
        writer.member(
          "description",
          "News pages as data: articles, teasers, partners, cooperations, events and timelines, every derived fact with the sentence, file and byte range that prove it."
        )
        writer.member("contract", "/openapi.yaml")
        writer.member("dashboard", "/dashboard")
        writer.member("dataset", generation.archive.dataset)
        writer.counts(of: generation.archive)
        writer.key("endpoints")
        writer.array(Endpoint.all) { endpoint, writer in
          writer.object {
            $0.member("template", endpoint.uriTemplate)
            $0.member("summary", endpoint.summary)
            $0.member("formats", endpoint.formats.map(\.rawValue))
          }
        }
        writer.key("try")
        writer.array([
          "/articles?pretty=1", "/partners?cooperating=true", "/cooperations?fields=id,kind,parties,evidence",
          "/timelines/all?format=csv", "/sources",
        ]) {
          $1.string("curl -s 'localhost:8080\($0)'")
        }
      }
      return Response(json: writer, arguments)
    })
}

extension JSONWriter {
  /// How many items there are of each kind, and how many files could not be read.
  mutating func counts(of archive: Archive) {
    key("counts")
    object {
      for kind in ItemKind.allCases {
        $0.key(named: kind.rawValue)
        $0.number(kind.count(in: archive))
      }
      $0.member("sightings", archive.teasers.reduce(0) { $0 + $1.sightings.count })
      $0.member("rejected_sources", archive.sources.count { $0.page == nil })
    }
  }
}
