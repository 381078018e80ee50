import HTTP
import NewsArchive

extension Endpoint {
  /// Counts, months and coverage.
  static let stats = Endpoint(
    path: PathPattern("/stats"), operation: "getStats", summary: "Count what there is, by month, kicker and partner",
    parameters: [
      Parameter(name: "table", values: .choice(Statistics.Table.allCases.map(\.rawValue)), standard: "by_month"),
      .format([.json, .csv]), .excel, .dataset, .pretty,
    ],
    formats: [.json, .csv],
    answer: .archive { arguments, generation throws(APIError) in
      let statistics = Statistics(generation)
      guard arguments["format"] == "csv" else { return Response(json: statistics.json, arguments) }
      let table = arguments["table"].flatMap(Statistics.Table.init(rawValue:)) ?? .byMonth
      let csv = CSV(arguments)
      let rows = statistics.rows(of: table)
      return Response(
        .ok, fields: [.contentType: Format.csv.contentType],
        body: .bytes(SharedBytes(csv.head(rows.names) + rows.cells.flatMap(csv.row))))
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

  private let archive: Archive
  /// Every month from the first to the last, those without an item too.
  private let byMonth: [(month: String, articles: Int, teasers: Int, events: Int)]
  /// The kickers by name.
  private let byKicker: [(kicker: String, articles: Int, teasers: Int)]

  init(_ generation: Generation) {
    archive = generation.archive
    let articles = generation.table(.articles)
    let teasers = generation.table(.teasers)
    let months = [articles, teasers, generation.table(.events)].map(\.months)
    let all = months.flatMap(\.keys)
    byMonth =
      all.min().map { first in
        (first...max(first, all.max() ?? first)).map { month in
          let name = CalendarDate(month: month)?.description.prefix(7) ?? ""
          return (String(name), months[0][month] ?? 0, months[1][month] ?? 0, months[2][month] ?? 0)
        }
      } ?? []
    let counts = [articles, teasers].map { $0.columns["kicker"]?.counts ?? [:] }
    byKicker = Set(counts.flatMap(\.keys)).sorted().map { ($0, counts[0][$0] ?? 0, counts[1][$0] ?? 0) }
  }

  var json: JSONWriter {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("dataset", archive.dataset)
      writer.counts(of: archive)
      writer.key("by_month")
      writer.array(byMonth) { month, writer in
        writer.object {
          $0.member("month", month.month)
          $0.member("articles", month.articles)
          $0.member("teasers", month.teasers)
          $0.member("events", month.events)
        }
      }
      writer.key("by_kicker")
      writer.array(byKicker) { kicker, writer in
        writer.object {
          $0.member("kicker", kicker.kicker)
          $0.member("articles", kicker.articles)
          $0.member("teasers", kicker.teasers)
        }
      }
      writer.key("by_partner")
      writer.array(archive.partners.indices) { index, writer in
        let partner = archive.partners[index]
        writer.object {
          $0.key("partner")
          $0.reference(.partners, index, in: archive)
          $0.member("mentions", partner.mentionCount)
          $0.member("articles", partner.articles.count)
          $0.member("teasers", partner.teasers.count)
          $0.member("cooperations", partner.cooperations.count)
        }
      }
      writer.key("coverage")
      writer.coverage(of: archive)
    }
    return writer
  }

  /// A table's column names and rows.
  func rows(of table: Table) -> (names: [String], cells: [[String]]) {
    switch table {
    case .byMonth:
      (
        ["month", "articles", "teasers", "events"],
        byMonth.map { [$0.month, String($0.articles), String($0.teasers), String($0.events)] }
      )
    case .byKicker:
      (["kicker", "articles", "teasers"], byKicker.map { [$0.kicker, String($0.articles), String($0.teasers)] })
    case .byPartner:
      (
        ["partner", "name", "mentions", "articles", "teasers", "cooperations"],
        archive.partners.map { partner in
          [partner.id, partner.name]
            + [partner.mentionCount, partner.articles.count, partner.teasers.count, partner.cooperations.count].map(
              String.init)
        }
      )
    case .coverage:
      (
        ["from", "to", "observed"],
        (archive.coverage.observed.map { ($0.from, $0.to, true) }
          + archive.coverage.unknown.map { ($0.lowerBound, $0.upperBound, false) })
          .sorted { $0.0 < $1.0 }.map { [$0.0.description, $0.1.description, String($0.2)] }
      )
    }
  }
}

extension JSONWriter {
  fileprivate mutating func coverage(of archive: Archive) {
    object { writer in
      writer.key("observed")
      writer.array(archive.coverage.observed) { span, writer in
        writer.object {
          $0.member("from", span.from)
          $0.member("to", span.to)
          $0.member("sources", span.sources.map { ItemKind.sources.url($0, in: archive) })
          $0.member("assumes", span.assumes)
        }
      }
      writer.key("unknown")
      writer.array(archive.coverage.unknown) { days, writer in
        writer.object {
          $0.member("from", days.lowerBound)
          $0.member("to", days.upperBound)
        }
      }
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
