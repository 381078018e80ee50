import HTTP
import NewsArchive

extension Endpoint {
  static let stats = Endpoint(
    path: PathPattern("/stats"), summary: "Count what there is, by month, kicker and partner",
    parameters: [
      Parameter(name: "table", values: .choice(Statistics.Table.allCases.map(\.rawValue)), standard: "by_month"),
      .format([.json, .csv]), .excel, .dataset, .pretty,
    ],
    formats: [.json, .csv],
    answer: .archive { arguments, generation throws(APIError) in
      let statistics = Statistics(generation: generation)
      guard arguments["format"] == "csv" else { return Response(arguments, statistics.write) }
      let table = statistics.table(arguments["table"].flatMap(Statistics.Table.init(rawValue:)) ?? .byMonth)
      let csv = CSV(arguments)
      return Response(
        .ok, fields: [.contentType: Format.csv.contentType],
        body: .bytes(SharedBytes(csv.head(table.columns) + table.rows.flatMap { csv.row($0.flatMap(\.cells)) })))
    })
}

/// What an archive adds up to.
struct Statistics {
  /// A table that charts can take as CSV.
  enum Table: String, CaseIterable {
    case byMonth = "by_month"
    case byKicker = "by_kicker"
    case byPartner = "by_partner"
    case coverage
  }

  let generation: Generation
  private var archive: Archive { generation.archive }

  func write(_ writer: inout JSONWriter) {
    writer.member("dataset", archive.dataset)
    writer.counts(of: archive)
    for name in [Table.byMonth, .byKicker, .byPartner] {
      let table = table(name)
      writer.member(name.rawValue, table.rows) { row, writer in
        for (key, value) in zip(table.keys, row) { writer.member(key, value) }
      }
    }
    writer.member("coverage") { writer in
      writer.member("observed", archive.coverage.observed) { span, writer in
        writer.member("from", span.from)
        writer.member("to", span.to)
        writer.member("sources", span.sources.map { ItemKind.sources.url($0, in: archive) })
        writer.member("assumes", span.assumes)
      }
      writer.member("unknown", archive.coverage.unknown) { days, writer in
        writer.member("from", days.lowerBound)
        writer.member("to", days.upperBound)
      }
    }
  }

  /// The rows of a table: as objects of these keys, or as lines of these columns.
  func table(_ table: Table) -> (keys: [String], columns: [String], rows: [[any JSONValue]]) {
    switch table {
    case .byMonth:
      let kinds = [Resource.articles, .teasers, .events].map { generation.table($0).months }
      let months = kinds.flatMap(\.keys)
      let all = (months.min() ?? 0)..<(months.max().map { $0 + 1 } ?? 0)
      // Every month from the first to the last, those without an item too.
      let shown = all.count <= Dates.mostPeriods ? Array(all) : Set(months).sorted()
      let keys = ["month", "articles", "teasers", "events"]
      let rows = shown.map { month -> [any JSONValue] in
        [CalendarDate(month: month).map { String($0.description.prefix(7)) }] + kinds.map { $0[month] ?? 0 }
      }
      return (keys, keys, rows)
    case .byKicker:
      let kinds = [Resource.articles, .teasers].map { generation.table($0).columns["kicker"]?.counts ?? [:] }
      let keys = ["kicker", "articles", "teasers"]
      let kickers = Set(kinds.flatMap(\.keys)).sorted()
      return (keys, keys, kickers.map { kicker in [kicker] + kinds.map { $0[kicker] ?? 0 } })
    case .byPartner:
      let counts = ["mentions", "articles", "teasers", "cooperations"]
      let rows = archive.partners.enumerated().map { [archive] index, partner -> [any JSONValue] in
        [
          Object([partner.id, partner.name], Reference(.partners, index, in: archive).members), partner.mentionCount,
          partner.articles.count, partner.teasers.count, partner.cooperations.count,
        ]
      }
      return (["partner"] + counts, ["partner", "name"] + counts, rows)
    case .coverage:
      let spans =
        archive.coverage.observed.map { ($0.from, $0.to, true) }
        + archive.coverage.unknown.map { ($0.lowerBound, $0.upperBound, false) }
      let keys = ["from", "to", "observed"]
      return (keys, keys, spans.sorted { $0.0 < $1.0 }.map { [$0.0, $0.1, $0.2] })
    }
  }
}

extension Table {
  /// How many items are dated in each month that is certain, by year times 12 plus month from 0.
  fileprivate var months: [Int: Int] {
    var months: [Int: Int] = [:]
    for run in dates.runs where run.days.isStated && run.days.earliest != .min && run.days.latest != .max {
      let month = CalendarDate(dayNumber: run.days.earliest).month
      if month == CalendarDate(dayNumber: run.days.latest).month { months[month, default: 0] += run.items.count }
    }
    return months
  }
}

extension Column {
  fileprivate var counts: [String: Int] {
    Dictionary(uniqueKeysWithValues: names.words.indices.map { (names.words[$0], items(of: $0).count) })
  }
}
