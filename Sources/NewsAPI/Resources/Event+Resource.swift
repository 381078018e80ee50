import NewsArchive

extension Resource {
  static let events = Resource(
    kind: .events,
    properties: [
      .id(of: .events),
      .url(of: .events),
      Property("date") { DateResource($0.events[$1].date, in: $0.events[$1].source, of: $0) },
      Property("kind") { $0.events[$1].kind.rawValue },
      Property("title") { $0.events[$1].title },
      .references("actors", to: .partners) { $0.events[$1].actors },
      Property("about") { archive, index in
        let (kind, other) = archive.events[index].about.item
        return Object([kind.url(other, in: archive)]) { Reference(kind, other, in: archive).members(&$0) }
      },
      Property("modality") { $0.events[$1].modality.rawValue },
      Property("attributed_to") { $0.events[$1].attributedTo },
      .evidence { $0.events[$1].evidence },
    ],
    dimensions: [
      .partner { $0.events[$1].actors },
      Dimension("kind", choices: Event.Kind.allCases.map(\.rawValue)) { [$0.events[$1].kind.rawValue] },
      Dimension("modality", choices: Modality.allCases.map(\.rawValue)) { [$0.events[$1].modality.rawValue] },
      .year, .month,
      .source { $0.events[$1].sources },
    ],
    date: { $0.events[$1].date },
    sorts: [Sort(name: "date", key: .date), Sort(name: "-date", key: .date)],
    formats: [.json, .ndjson, .csv, .timelinejs, .ics],
    entry: { archive, index in
      let event = archive.events[index]
      return Entry(
        id: event.id, url: ItemKind.events.url(id: event.id), title: event.title,
        text: event.evidence.first.map { archive.text($0.range, in: $0.source) } ?? "", date: event.date,
        tags: [event.kind.rawValue])
    })
}

extension Event.Subject {
  var item: (kind: ItemKind, index: Int) {
    switch self {
    case .article(let index): (.articles, index)
    case .teaser(let index): (.teasers, index)
    case .cooperation(let index): (.cooperations, index)
    }
  }
}
