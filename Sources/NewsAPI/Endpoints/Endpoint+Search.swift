import HTTP
import NewsArchive

extension Resource {
  /// What a search finds: items of all kinds that hold text.
  static let hits = Resource(
    kind: nil, properties: [],
    dimensions: [
      Dimension(name: "type", values: .kind, choices: SearchItem.Kind.allCases.map(\.rawValue)),
      Dimension(name: "partner", values: .parts, repeats: true),
      .year,
      Dimension(name: "source", values: .parts),
    ],
    date: { archive, hit in
      let (kind, index) = archive.item(hit).address
      return Resource.of(kind).date?(archive, index)
    },
    sorts: [Sort(name: "-score", key: .score), Sort(name: "-date", key: .date)],
    formats: [.json])
}

extension SearchItem {
  /// The kind of item and its index among them.
  var address: (kind: ItemKind, index: Int) {
    switch kind {
    case .article: (.articles, index)
    case .teaser: (.teasers, index)
    case .partner: (.partners, index)
    case .cooperation: (.cooperations, index)
    case .event: (.events, index)
    }
  }
}

extension Endpoint {
  /// Across articles, teasers, partners, cooperations and events.
  static let search = Endpoint(
    path: PathPattern("/search"), summary: "Search everything",
    parameters: Resource.hits.listParameters + [.explain],
    answer: .archive { arguments, generation throws(APIError) in
      let selection = Selection(.hits, arguments, of: generation)
      let result = selection.scoredResult
      let presentations = generation.archive.presentations(of: result)
      let hits = Dictionary(uniqueKeysWithValues: zip(result.hits, presentations).map { ($0.document, ($0, $1)) })
      return selection.json { writer in
        guard !result.suggestions.isEmpty else { return }
        writer.member(
          "did_you_mean", result.suggestions.map { arguments.link.replacing(["q"], with: [("q", $0)]).description })
      } _: { item, writer in
        guard let (hit, presentation) = hits[item] else { return }
        writer.object { $0.hit(hit, presentation, of: generation.archive, isExplained: arguments["explain"] != nil) }
      }
    })
}

extension Selection {
  /// What was found with the score of each item of the page: in an order other than the score's, they are asked for anew.
  fileprivate var scoredResult: SearchResult {
    if let result, result.hits.count == items.count { return result }
    var page = DocumentSet(capacity: generation.archive.documentCount)
    for item in items { page.insert(item) }
    return generation.archive.search(SearchQuery(arguments["q"] ?? ""), among: page, limit: items.count)
  }
}

extension JSONWriter {
  fileprivate mutating func hit(
    _ hit: SearchResult.Hit, _ presentation: SearchPresentation, of archive: Archive, isExplained: Bool
  ) {
    let (kind, index) = archive.item(hit.document).address
    let source = kind.source(index, in: archive)
    member("type", kind.singular)
    member("item", Reference(kind, index, in: archive))
    member("date", DateResource(Resource.of(kind).date?(archive, index), in: source, of: archive))
    member("score", hit.score)
    member(
      "snippet",
      presentation.snippet.map { snippet in
        Object([snippet.text]) {
          $0.member("text", snippet.text)
          $0.member("marks", snippet.marks.map { [$0.lowerBound, $0.upperBound] })
          $0.member("bytes", snippet.range)
        }
      })
    member("source", ItemKind.sources.url(source, in: archive))
    guard isExplained else { return }
    member("explain", presentation.matches) { match, writer in
      writer.member("word", match.word)
      writer.member("token", match.token)
      writer.member("match", match.kind.rawValue)
      writer.member("weight", match.weight)
      writer.member("bytes", match.range)
    }
  }
}

extension ItemKind {
  /// The source an item's words are in: of its first sighting, evidence or mention.
  fileprivate func source(_ index: Int, in archive: Archive) -> Int {
    switch self {
    case .articles: archive.articles[index].source
    case .teasers: archive.teasers[index].source
    case .partners: archive.partners[index].source
    case .cooperations: archive.cooperations[index].source
    case .events: archive.events[index].source
    case .timelines, .sources: index
    }
  }
}
