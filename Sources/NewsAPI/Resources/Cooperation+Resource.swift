import NewsArchive

extension Resource {
  static let cooperations = Resource(
    kind: .cooperations,
    properties: [
      .id(of: .cooperations),
      .url(of: .cooperations),
      Property("kind") { $0.cooperations[$1].kind.rawValue },
      Property("kind_label") { $0.cooperations[$1].kindLabel },
      Property("status") { $0.cooperations[$1].status.rawValue },
      Property("subject") { $0.cooperations[$1].subject },
      Property("parties") { archive, index in
        archive.cooperations[index].parties.map { party in
          Object([archive.partners[party.partner].id]) {
            $0.member("partner", Reference(.partners, party.partner, in: archive))
            $0.member("role", party.role.rawValue)
          }
        }
      },
      Property("date") { DateResource($0.cooperations[$1].date, in: $0.cooperations[$1].source, of: $0) },
      Property("modality") { $0.cooperations[$1].modality.rawValue },
      Property("attributed_to") { $0.cooperations[$1].attributedTo },
      Property("confidence") { $0.cooperations[$1].confidence.rawValue },
      .evidence { $0.cooperations[$1].evidence },
    ],
    dimensions: [
      .partner { $0.cooperations[$1].parties.map(\.partner) },
      Dimension("kind") { [$0.cooperations[$1].kind] },
      Dimension("status") { [$0.cooperations[$1].status] },
      Dimension("modality") { [$0.cooperations[$1].modality] },
      Dimension("type", isFacet: false) { archive, index in
        archive.cooperations[index].parties.map { archive.partners[$0.partner].kind }
      },
      .year,
      .source { $0.cooperations[$1].sources },
    ],
    date: { $0.cooperations[$1].date },
    sorts: [Sort(name: "-date", key: .date), Sort(name: "date", key: .date)],
    formats: [.json, .ndjson, .csv])
}
