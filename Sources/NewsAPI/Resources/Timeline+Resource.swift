import HTTP
import NewsArchive

extension Resource {
  static let timelines = Resource(
    kind: .timelines,
    properties: [
      .id(of: .timelines),
      Property("title") { $0.timelines[$1].title },
      .url(of: .timelines),
      Property("count") { $0.timelines[$1].count },
      Property("span") { $0.timelines[$1].span },
    ],
    sorts: [
      Sort(name: "title", key: .text { $0.timelines[$1].title }),
      Sort(name: "-count", key: .number { $0.timelines[$1].count }),
    ],
    formats: [.json])
}

extension Endpoint {
  /// The events of one timeline: a list of events with a title and a span.
  static let timeline = Endpoint(
    path: PathPattern("/timelines/{id}"), summary: "List the events of one timeline in order",
    parameters: Resource.events.listParameters, formats: Resource.events.formats,
    answer: .archive { arguments, generation throws(APIError) in
      try generation.answer(arguments, for: .timelines) { index in
        let timeline = generation.archive.timelines[index]
        return Selection(.events, arguments, of: generation, within: timeline.events).response { writer in
          writer.member("id", timeline.id)
          writer.member("title", timeline.title)
          writer.member("span", timeline.span)
        }
      }
    })
}

extension Generation {
  /// The timelines of the partners and articles that a query finds.
  func timelines(about query: SearchQuery) -> [Int] {
    var owners = DocumentSet(capacity: archive.documentCount, archive.documents(of: .article))
    owners.formUnion(DocumentSet(capacity: archive.documentCount, archive.documents(of: .partner)))
    owners.formIntersection(archive.search(query, limit: 0).matches)
    var timelines: [Int] = []
    owners.forEach { document in
      let (kind, index) = archive.item(document).address
      if case .found(let timeline) = find(kind.id(index, in: archive), .timelines) { timelines.append(timeline) }
    }
    return timelines
  }
}

extension Timeline {
  /// The first and the last day of its events.
  fileprivate var span: Object {
    Object([earliest.cells, latest.cells].map { $0.joined() }) {
      $0.member("earliest", earliest)
      $0.member("latest", latest)
    }
  }
}
