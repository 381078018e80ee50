import NewsArchive

extension Resource {
  static let articles = Resource(
    kind: .articles,
    properties: [
      .id(of: .articles),
      .url(of: .articles),
      .passage("kicker") { Passage($0.articles[$1].kicker, in: $0.articles[$1].source, of: $0) },
      .passage("headline") { Passage($0.articles[$1].headline, in: $0.articles[$1].source, of: $0) },
      .passage("headline_line") { Passage($0.articles[$1].headLine, in: $0.articles[$1].source, of: $0) },
      .date("date") { ($0.articles[$1].date, $0.articles[$1].source) },
      .evidence("date_evidence") { $0.facts.articles[$1].bounds?.evidence ?? [] },
      .passage("lead") { Passage($0.articles[$1].lead, in: $0.articles[$1].source, of: $0) },
      .list(
        "paragraphs",
        { archive, index in
          archive.articles[index].paragraphs.compactMap { Passage($0, in: archive.articles[index].source, of: archive) }
        }, cell: { $1.text }
      ) { _, passage, writer in
        writer.object {
          $0.member("text", passage)
          $0.member("bytes", passage.range)
        }
      }.inItemsOnly,
      .passage("section") { Passage($0.articles[$1].section, in: $0.articles[$1].source, of: $0) },
      .list(
        "quotes",
        { archive, index in archive.facts.articles[index].quotes.map { ($0, archive.articles[index].source) } },
        cell: { archive, quote in quote.0.speaker.name + ": " + archive.text(quote.0.text, in: quote.1) }
      ) { archive, quote, writer in
        writer.quote(quote.0, in: quote.1, of: archive)
      }.inItemsOnly,
      .references("partners", to: .partners) { $0.facts.articles[$1].partners },
      .references("cooperations", to: .cooperations) { $0.facts.articles[$1].cooperations },
      .references("events", to: .events) { $0.facts.articles[$1].events },
      .list("sightings", { $0.articles[$1].sightings }, cell: { $0.sources[$1.source].file.name }) {
        archive, sighting, writer in
        writer.object {
          $0.member("source") { ItemKind.sources.appendURL(sighting.source, in: archive, to: &$0) }
          $0.key("captured")
          $0.date(archive.sources[sighting.source].captured?.date, in: archive.sources[sighting.source].file)
        }
      },
      .set("teasers") { archive, index in
        let article = archive.articles[index]
        let names = article.sightings.map { archive.sources[$0.source].file.name }
        return (article.teasers.count, Link("/teasers", [("source", names.joined(separator: ","))]))
      },
      .string("timeline") { archive, index in
        archive.facts.articles[index].events.isEmpty ? nil : ItemKind.timelines.url(id: archive.articles[index].id)
      },
      .related { .article($0) },
    ],
    dimensions: [
      .kicker { Passage($0.articles[$1].kicker, in: $0.articles[$1].source, of: $0) },
      .partner { $0.facts.articles[$1].partners },
      Dimension("section") { archive, index in
        Passage(archive.articles[index].section, in: archive.articles[index].source, of: archive).map { [$0.text] }
          ?? []
      },
      .year, .month,
      .source { $0.articles[$1].sightings.map(\.source) },
    ],
    date: { $0.articles[$1].date },
    sorts: [
      Sort(name: "-date", key: .date), Sort(name: "date", key: .date),
      Sort(name: "title", key: .text { ItemKind.articles.title($1, in: $0) }),
    ],
    formats: [.json, .ndjson, .csv, .feed, .atom],
    entry: { archive, index in
      let article = archive.articles[index]
      let body = ([article.lead].compactMap { $0 } + article.paragraphs).map { archive.text($0, in: article.source) }
      return Entry(
        id: article.id, url: ItemKind.articles.url(id: article.id), title: ItemKind.articles.title(index, in: archive),
        text: body.joined(separator: "\n\n"), date: article.date,
        tags: article.kicker.map { [archive.text($0, in: article.source)] } ?? [])
    })
}

extension Property {
  /// What belongs beside an article or teaser, and why.
  static func related(_ item: @escaping @Sendable (Int) -> StoryFacts.Item) -> Property {
    Property.list(
      "related", { $0.related(to: item($1)) }, cell: { $1.item.address.kind.url($1.item.address.index, in: $0) }
    ) {
      archive, related, writer in
      writer.object {
        $0.key("item")
        $0.reference(related.item.address.kind, related.item.address.index, in: archive)
        $0.member("because", related.because)
      }
    }.inItemsOnly
  }
}

extension StoryFacts.Item {
  fileprivate var address: (kind: ItemKind, index: Int) {
    switch self {
    case .article(let index): (.articles, index)
    case .teaser(let index): (.teasers, index)
    }
  }
}

extension JSONWriter {
  /// A quotation with who said it and the sentences that prove it.
  mutating func quote(_ quote: Quote, in source: Int, of archive: Archive) {
    object {
      $0.member("speaker", quote.speaker.name)
      $0.member("role", quote.speaker.role)
      $0.member("text", Passage(quote.text, in: source, of: archive))
      $0.key("evidence")
      $0.evidence(quote.evidence, of: archive)
    }
  }
}
