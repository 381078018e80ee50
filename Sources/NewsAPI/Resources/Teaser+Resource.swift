import NewsArchive

extension Resource {
  static let teasers = Resource(
    kind: .teasers,
    properties: [
      .id(of: .teasers),
      .url(of: .teasers),
      Property("date") { DateResource($0.teasers[$1].date, in: $0.teasers[$1].source, of: $0) },
      Property("kicker") { Passage($0.teasers[$1].kicker, in: $0.teasers[$1].source, of: $0) },
      Property("title") { Passage($0.teasers[$1].title, in: $0.teasers[$1].source, of: $0) },
      Property("label") { archive, index in archive.teasers[index].label(of: archive) },
      Property("text") { Passage($0.teasers[$1].text, in: $0.teasers[$1].source, of: $0) },
      Property("caption") { archive, index in
        archive.teasers[index].sightings.lazy.compactMap {
          Passage(archive.caption(of: $0), in: $0.source, of: archive)
        }.first
      },
      Property("sightings") { archive, index in
        archive.teasers[index].sightings.map { sighting in
          Object([archive.sources[sighting.source].file.name]) {
            $0.member("source", ItemKind.sources.url(sighting.source, in: archive))
            $0.member("position", sighting.position)
            $0.member("label", Passage(archive.label(of: sighting), in: sighting.source, of: archive))
            $0.member("caption", Passage(archive.caption(of: sighting), in: sighting.source, of: archive))
          }
        }
      },
      Property("article") { archive, index in
        archive.teasers[index].article.map { Reference(.articles, $0, in: archive) }
      },
      .references("partners", to: .partners) { $0.facts.teasers[$1].partners },
      .references("cooperations", to: .cooperations) { $0.facts.teasers[$1].cooperations },
      .references("events", to: .events) { $0.facts.teasers[$1].events },
      .related { .teaser($0) },
    ],
    dimensions: [
      .passage("kicker") { Passage($0.teasers[$1].kicker, in: $0.teasers[$1].source, of: $0) },
      .partner { $0.facts.teasers[$1].partners },
      Dimension("label") { archive, index in [archive.teasers[index].label(of: archive)?.text ?? "none"] },
      .year, .month,
      .source { $0.teasers[$1].sightings.map(\.source) },
    ],
    date: { $0.teasers[$1].date },
    sorts: [
      Sort(name: "-date", key: .archiveOrder), Sort(name: "date", key: .date),
      Sort(name: "title", key: .text { ItemKind.teasers.title($1, in: $0) }),
    ],
    formats: [.json, .ndjson, .csv, .feed, .atom],
    content: { archive, index in
      let teaser = archive.teasers[index]
      return (archive.text(teaser.text, in: teaser.source), [archive.text(teaser.kicker, in: teaser.source)])
    })
}

extension Teaser {
  /// The label of the first sighting that has one.
  fileprivate func label(of archive: Archive) -> Passage? {
    sightings.lazy.compactMap { Passage(archive.label(of: $0), in: $0.source, of: archive) }.first
  }
}
