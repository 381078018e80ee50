import HTTP
import NewsArchive

extension Endpoint {
  /// Where a newcomer starts: what this is, what it holds, every path, five lines to try.
  static let index = Endpoint(
    path: PathPattern("/"), summary: "Start here: what this is and how to ask it",
    parameters: [.dataset, .pretty],
    answer: .archive { arguments, generation throws(APIError) in
      Response(arguments) { writer in
        writer.member("name", "Newsdesk")
        writer.member(
          "description",
          "News pages as data: articles, teasers, partners, cooperations, events and timelines, every derived fact with the sentence, file and byte range that prove it."
        )
        writer.member("contract", "/openapi.yaml")
        writer.member("dashboard", "/dashboard")
        writer.member("dataset", generation.archive.dataset)
        writer.counts(of: generation.archive)
        writer.member("endpoints", Endpoint.all) { endpoint, writer in
          writer.member("template", endpoint.uriTemplate)
          writer.member("summary", endpoint.summary)
          writer.member("formats", endpoint.formats.map(\.rawValue))
        }
        let targets = [
          "/articles?pretty=1", "/partners?cooperating=true", "/cooperations?fields=id,kind,parties,evidence",
          "/timelines/all?format=csv", "/sources",
        ]
        writer.member("try", targets.map { "curl -s 'localhost:8080\($0)'" })
      }
    })
}

extension JSONWriter {
  /// How many items there are of each kind, and how many files could not be read.
  mutating func counts(of archive: Archive) {
    member("counts") {
      for kind in ItemKind.allCases { $0.member(kind.rawValue, kind.count(in: archive)) }
      $0.member("sightings", archive.teasers.reduce(0) { $0 + $1.sightings.count })
      $0.member("rejected_sources", archive.sources.count { $0.page == nil })
    }
  }
}
