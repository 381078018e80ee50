import NewsArchive

extension Resource {
  static let partners = Resource(
    kind: .partners,
    properties: [
      .id(of: .partners),
      .url(of: .partners),
      Property("name") { $0.partners[$1].name },
      Property("type") { $0.partners[$1].kind.rawValue },
      Property("collective") { $0.partners[$1].isCollective },
      Property("scope") { archive, index in archive.partners[index].scope.map { Reference(.partners, $0, in: archive) }
      },
      Property("codes", columns: ["iso_3166_2", "ags"]) { archive, index in
        let partner = archive.partners[index]
        return Object([partner.isoCode ?? "", partner.areaKey ?? ""]) {
          $0.member("iso_3166_2", partner.isoCode)
          $0.member("ags", partner.areaKey)
        }
      },
      Property("aliases") { $0.partners[$1].aliases },
      Property("mentions", isListed: false) { archive, index in
        let count = archive.partners[index].mentionCount
        return Object([String(count)]) { writer in
          writer.member("count", count)
          writer.member("by_source", archive.facts.mentions(of: index)) { mention, writer in
            writer.member("source", ItemKind.sources.url(mention.source, in: archive))
            writer.member("count", mention.count)
            writer.member("evidence", mention.evidence.shown(in: archive))
          }
        }
      },
      Property("cooperation_count") { $0.partners[$1].cooperations.count },
      .references("cooperations", to: .cooperations, isListed: false) { Array($0.partners[$1].cooperations) },
      .set("articles") { ($0.partners[$1].articles.count, Link("/articles", [("partner", $0.partners[$1].id)])) },
      .set("teasers") { ($0.partners[$1].teasers.count, Link("/teasers", [("partner", $0.partners[$1].id)])) },
      .set("events") { ($0.partners[$1].events.count, Link("/events", [("partner", $0.partners[$1].id)])) },
      Property("first") { DateResource($0.partners[$1].first, in: nil, of: $0) },
      Property("last") { DateResource($0.partners[$1].last, in: nil, of: $0) },
      Property("timeline") { archive, index in
        let partner = archive.partners[index]
        return partner.events.isEmpty ? nil : ItemKind.timelines.url(id: partner.id)
      },
    ],
    dimensions: [
      Dimension("type") { [$0.partners[$1].kind] },
      Dimension(
        name: "cooperating", values: .words { [String(!$0.partners[$1].cooperations.isEmpty)] },
        choices: ["true", "false"], isFacet: false),
      // For the lists that mix partners with what names them.
      Dimension(name: "partner", values: .items(.partners) { [$1] }, isFacet: false, isFilter: false),
      .source { $0.facts.sources(naming: $1) },
    ],
    sorts: [
      Sort(name: "-cooperations", key: .number { $0.partners[$1].cooperations.count }),
      Sort(name: "name", key: .text { $0.partners[$1].name }),
      Sort(name: "-mentions", key: .number { $0.partners[$1].mentionCount }),
    ],
    formats: [.json, .ndjson, .csv])
}
