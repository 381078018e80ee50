import NewsArchive

/// `check`: what is understood of each page, so that a folder can be judged before it is served.
enum Check {
  /// Prints a row for each file; `dataError` if one is rejected, `noInput` if there is none.
  static func run(_ configuration: Configuration) -> ExitCode {
    do throws(SeedDirectoryError) {
      let archive = try Archive.load(folder: configuration.seeds, version: Newsdesk.version)
      let rows = archive.sources.map { Row($0, in: archive) }
      switch configuration.checkFormat {
      case .table: Log.put(table(rows, archive), to: STDOUT_FILENO)
      case .json: Log.put(rows.map { $0.json + "\n" }.joined(), to: STDOUT_FILENO)
      }
      return rows.contains { $0.problem != nil } ? .dataError : .success
    } catch {
      Log.put(error.description + "\n")
      return .noInput
    }
  }

  /// What is printed of one file.
  struct Row {
    let name: String
    let captured: String?
    let headline: String?
    let date: String?
    let paragraphs: Int
    let teasers: Int
    /// How many partners, cooperations and events its article and teasers name.
    let partners: Int
    let cooperations: Int
    let events: Int
    let unclassifiedBytes: Int
    let problem: String?

    init(_ source: Source, in archive: Archive) {
      let article = source.article.map { archive.articles[$0] }
      name = source.name
      captured = source.captured?.date.edtf
      headline = article.map { archive.text($0.headLine, in: $0.source) }
      date = article?.date?.edtf
      paragraphs = article?.paragraphs.count ?? 0
      teasers = source.teasers.count
      let stories =
        source.teasers.map { archive.facts.teasers[$0] } + (source.article.map { [archive.facts.articles[$0]] } ?? [])
      partners = Set(stories.flatMap(\.partners)).count
      cooperations = Set(stories.flatMap(\.cooperations)).count
      events = Set(stories.flatMap(\.events)).count
      unclassifiedBytes = source.segments.filter { $0.kind == .unclassified }.reduce(0) { $0 + $1.range.count }
      switch source.outcome {
      case .success: problem = nil
      case .failure(let error):
        problem = "\(source.name).txt:\(error.line): expected \(error.expected); found \(error.found)"
      }
    }

    var json: String {
      func text(_ value: String?) -> String { value.map { "\"" + Log.escaped($0) + "\"" } ?? "null" }
      return """
        {"source":\(text(name)),"status":"\(problem == nil ? "read" : "rejected")","problem":\(text(problem)),\
        "captured":\(text(captured)),"head_line":\(text(headline)),"date":\(text(date)),"paragraphs":\(paragraphs),\
        "teasers":\(teasers),"partners":\(partners),"cooperations":\(cooperations),"events":\(events),\
        "unclassified_bytes":\(unclassifiedBytes)}
        """
    }
  }

  /// A column: its title, and a row's cell.
  private static let columns: [(title: String, cell: @Sendable (Row) -> String)] = [
    ("page", { $0.name }), ("captured", { $0.captured ?? "–" }), ("dated", { $0.date ?? "–" }),
    ("paragraphs", { String($0.paragraphs) }), ("teasers", { String($0.teasers) }),
    ("partners", { String($0.partners) }), ("cooperations", { String($0.cooperations) }),
    ("events", { String($0.events) }), ("unclassified", { String($0.unclassifiedBytes) }),
    ("head line", { $0.headline ?? "–" }),
  ]

  private static func table(_ rows: [Row], _ archive: Archive) -> String {
    let head = columns.map(\.title)
    let cells = rows.map { row in columns.map { $0.cell(row) } }
    let widths = head.indices.map { column in ([head] + cells).map { $0[column].count }.max() ?? 0 }
    var lines = [head].map { aligned($0, widths) }
    for (row, cells) in zip(rows, cells) {
      lines.append(row.problem.map { "REJECTED \($0)" } ?? aligned(cells, widths))
    }
    let rejected = rows.count { $0.problem != nil }
    lines.append(
      "\(rows.count) files: \(rows.count - rejected) read, \(rejected) rejected; \(archive.ignoredFiles) other files ignored; "
        + "\(archive.articles.count) articles, \(archive.teasers.count) teasers; dataset \(archive.dataset)")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func aligned(_ cells: [String], _ widths: [Int]) -> String {
    let line = zip(cells, widths).map { $0.padded(to: $1 + 2) }.joined()
    return String(line.reversed().drop { $0 == " " }.reversed())
  }
}
