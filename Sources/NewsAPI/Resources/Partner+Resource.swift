import NewsArchive

extension Resource {
  static let partners = Resource(
    kind: .partners,
    properties: [
      .id(of: .partners),
      .url(of: .partners),
      .string("name") { $0.partners[$1].name },
      .string("type") { $0.partners[$1].kind.rawValue },
      .boolean("collective") { $0.partners[$1].isCollective },
      .reference("scope", to: .partners) { $0.partners[$1].scope },
      Property(
        name: "codes",
        write: { archive, index, writer in
          let partner = archive.partners[index]
          writer.object {
            $0.member("iso_3166_2", partner.isoCode)
            $0.member("ags", partner.areaKey)
          }
        },
        columns: [
          .init(name: "iso_3166_2") { $0.partners[$1].isoCode ?? "" },
          .init(name: "ags") { $0.partners[$1].areaKey ?? "" },
        ]),
      .strings("aliases") { $0.partners[$1].aliases },
      Property(
        name: "mentions",
        write: { archive, index, writer in
          let partner = archive.partners[index]
          writer.object { writer in
            writer.member("count", partner.mentionCount)
            writer.key("by_source")
            writer.array(archive.facts.mentions(of: index)) { mention, writer in
              writer.object {
                $0.member("source") { ItemKind.sources.appendURL(mention.source, in: archive, to: &$0) }
                $0.member("count", mention.count)
                $0.key("evidence")
                $0.evidence(mention.evidence, of: archive)
              }
            }
          }
        }, columns: [.init(name: "mentions") { String($0.partners[$1].mentionCount) }]
      ).inItemsOnly,
      .number("cooperation_count") { $0.partners[$1].cooperations.count },
      .references("cooperations", to: .cooperations) { Array($0.partners[$1].cooperations) }.inItemsOnly,
      .set("articles") { ($0.partners[$1].articles.count, Link("/articles", [("partner", $0.partners[$1].id)])) },
      .set("teasers") { ($0.partners[$1].teasers.count, Link("/teasers", [("partner", $0.partners[$1].id)])) },
      .set("events") { ($0.partners[$1].events.count, Link("/events", [("partner", $0.partners[$1].id)])) },
      .date("first") { ($0.partners[$1].first, nil) },
      .date("last") { ($0.partners[$1].last, nil) },
      .string("timeline") { archive, index in
        let partner = archive.partners[index]
        return partner.events.isEmpty ? nil : ItemKind.timelines.url(id: partner.id)
      },
    ],
    dimensions: [
      Dimension("type", choices: Partner.Kind.allCases.map(\.rawValue)) { [$0.partners[$1].kind.rawValue] },
      .flag("cooperating") { !$0.partners[$1].cooperations.isEmpty },
      Dimension.partner { [$1] }.inPartsOnly,
      .source { $0.facts.sources(naming: $1) },
    ],
    sorts: [
      Sort(name: "-cooperations", key: .number { $0.partners[$1].cooperations.count }),
      Sort(name: "name", key: .text { $0.partners[$1].name }),
      Sort(name: "-mentions", key: .number { $0.partners[$1].mentionCount }),
    ],
    formats: [.json, .ndjson, .csv])
}
