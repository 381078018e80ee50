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
        let (kind, other) = archive.events[index].about.address
        return Object([kind.url(other, in: archive)]) { Reference(kind, other, in: archive).members(&$0) }
      },
      Property("modality") { $0.events[$1].modality.rawValue },
      Property("attributed_to") { $0.events[$1].attributedTo },
      .evidence { $0.events[$1].evidence },
    ],
    dimensions: [
      .partner { $0.events[$1].actors },
      Dimension("kind") { [$0.events[$1].kind] },
      Dimension("modality") { [$0.events[$1].modality] },
      .year, .month,
      .source { $0.events[$1].sources },
    ],
    date: { $0.events[$1].date },
    sorts: [Sort(name: "date", key: .date), Sort(name: "-date", key: .date)],
    formats: [.json, .ndjson, .csv, .timelinejs, .ics],
    content: { archive, index in
      let event = archive.events[index]
      let text = event.evidence.first.map { archive.text($0.range, in: $0.source) } ?? ""
      return (text, [event.kind.rawValue])
    })
}
