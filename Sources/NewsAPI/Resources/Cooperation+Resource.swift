import NewsArchive

extension Resource {
  static let cooperations = Resource(
    kind: .cooperations,
    properties: [
      .id(of: .cooperations),
      .url(of: .cooperations),
      .string("kind") { $0.cooperations[$1].kind.rawValue },
      .string("kind_label") { $0.cooperations[$1].kindLabel },
      .string("status") { $0.cooperations[$1].status.rawValue },
      .string("subject") { $0.cooperations[$1].subject },
      .list("parties", { $0.cooperations[$1].parties }, cell: { $0.partners[$1.partner].id }) {
        archive, party, writer in
        writer.object {
          $0.key("partner")
          $0.reference(.partners, party.partner, in: archive)
          $0.member("role", party.role.rawValue)
        }
      },
      .date("date") { ($0.cooperations[$1].date, $0.cooperations[$1].source) },
      .string("modality") { $0.cooperations[$1].modality.rawValue },
      .string("attributed_to") { $0.cooperations[$1].attributedTo },
      .string("confidence") { $0.cooperations[$1].confidence.rawValue },
      .evidence { $0.cooperations[$1].evidence },
    ],
    dimensions: [
      .partner { $0.cooperations[$1].parties.map(\.partner) },
      Dimension("kind", choices: Cooperation.Kind.allCases.map(\.rawValue)) { [$0.cooperations[$1].kind.rawValue] },
      Dimension("status", choices: Cooperation.Status.allCases.map(\.rawValue)) {
        [$0.cooperations[$1].status.rawValue]
      },
      Dimension("modality", choices: Modality.allCases.map(\.rawValue)) { [$0.cooperations[$1].modality.rawValue] },
      Dimension("type", choices: Partner.Kind.allCases.map(\.rawValue)) { archive, index in
        archive.cooperations[index].parties.map { archive.partners[$0.partner].kind.rawValue }
      }.filterOnly,
      .year,
      .source { $0.cooperations[$1].sources },
    ],
    date: { $0.cooperations[$1].date },
    sorts: [Sort(name: "-date", key: .date), Sort(name: "date", key: .date)],
    formats: [.json, .ndjson, .csv])
}
