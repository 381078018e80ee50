import NewsArchive

extension Resource {
  static let articles = Resource(
    kind: .articles,
    properties: [
      .id(of: .articles),
      .url(of: .articles),
      Property("kicker") { Passage($0.articles[$1].kicker, in: $0.articles[$1].source, of: $0) },
      Property("headline") { Passage($0.articles[$1].headline, in: $0.articles[$1].source, of: $0) },
      Property("headline_line") { Passage($0.articles[$1].headLine, in: $0.articles[$1].source, of: $0) },
      Property("date") { DateResource($0.articles[$1].date, in: $0.articles[$1].source, of: $0) },
      .evidence("date_evidence") { $0.facts.articles[$1].bounds },
      Property("lead") { Passage($0.articles[$1].lead, in: $0.articles[$1].source, of: $0) },
      Property("paragraphs", isListed: false) { archive, index in
        archive.articles[index].paragraphs.map { range in
          let passage = Passage(range, in: archive.articles[index].source, of: archive)
          return Object(passage.cells) {
            $0.member("text", passage)
            $0.member("bytes", range)
          }
        }
      },
      Property("section") { Passage($0.articles[$1].section, in: $0.articles[$1].source, of: $0) },
      Property("quotes", isListed: false) { archive, index in
        archive.facts.articles[index].quotes.map { quote in
          let words = Passage(quote.text, in: archive.articles[index].source, of: archive)
          return Object([quote.speaker.name + ": " + (words?.text ?? "")]) {
            $0.member("speaker", quote.speaker.name)
            $0.member("role", quote.speaker.role)
            $0.member("text", words)
            $0.member("evidence", quote.evidence.shown(in: archive))
          }
        }
      },
      .references("partners", to: .partners) { $0.facts.articles[$1].partners },
      .references("cooperations", to: .cooperations) { $0.facts.articles[$1].cooperations },
      .references("events", to: .events) { $0.facts.articles[$1].events },
      Property("sightings") { archive, index in
        archive.articles[index].sightings.map { sighting in
          let source = archive.sources[sighting.source]
          return Object([source.file.name]) {
            $0.member("source", ItemKind.sources.url(sighting.source, in: archive))
            $0.member("captured", DateResource(source.captured?.date, in: sighting.source, of: archive))
          }
        }
      },
      .set("teasers") { archive, index in
        let article = archive.articles[index]
        let names = article.sightings.map { archive.sources[$0.source].file.name }
        return (article.teasers.count, Link("/teasers", [("source", names.joined(separator: ","))]))
      },
      Property("timeline") { archive, index in
        archive.facts.articles[index].events.isEmpty ? nil : ItemKind.timelines.url(id: archive.articles[index].id)
      },
      .related { .article($0) },
    ],
    dimensions: [
      .passage("kicker") { Passage($0.articles[$1].kicker, in: $0.articles[$1].source, of: $0) },
      .partner { $0.facts.articles[$1].partners },
      .passage("section") { Passage($0.articles[$1].section, in: $0.articles[$1].source, of: $0) },
      .year, .month,
      .source { $0.articles[$1].sightings.map(\.source) },
    ],
    date: { $0.articles[$1].date },
    sorts: [
      Sort(name: "-date", key: .date), Sort(name: "date", key: .date),
      Sort(name: "title", key: .text { ItemKind.articles.title($1, in: $0) }),
    ],
    formats: [.json, .ndjson, .csv, .feed, .atom],
    content: { archive, index in
      let article = archive.articles[index]
      let body = ([article.lead].compactMap { $0 } + article.paragraphs).map { archive.text($0, in: article.source) }
      return (body.joined(separator: "\n\n"), article.kicker.map { [archive.text($0, in: article.source)] } ?? [])
    })
}

extension Property {
  /// What belongs beside an article or teaser, and why.
  static func related(_ item: @escaping @Sendable (Int) -> StoryFacts.Item) -> Property {
    Property("related", isListed: false) { archive, index in
      archive.related(to: item(index)).map { related in
        let (kind, index) = related.item.address
        return Object([kind.url(index, in: archive)]) {
          $0.member("item", Reference(kind, index, in: archive))
          $0.member("because", related.because)
        }
      }
    }
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
