import NewsArchive

extension Resource {
  static let events = Resource(
    kind: .events,
    properties: [
      .id(of: .events),
      .url(of: .events),
      .date("date") { ($0.events[$1].date, $0.events[$1].source) },
      .string("kind") { $0.events[$1].kind.rawValue },
      Property(
        name: "title", write: { archive, index, writer in writer.string(archive.events[index].appendTitle(to:)) },
        columns: [.init(name: "title") { $0.events[$1].title }]),
      .references("actors", to: .partners) { $0.events[$1].actors },
      Property(
        name: "about",
        write: { archive, index, writer in
          let (kind, other) = archive.events[index].about.item
          writer.reference(kind, other, in: archive)
        },
        columns: [
          .init(name: "about") { archive, index in
            let (kind, other) = archive.events[index].about.item
            return kind.url(other, in: archive)
          }
        ]),
      .string("modality") { $0.events[$1].modality.rawValue },
      .string("attributed_to") { $0.events[$1].attributedTo },
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
