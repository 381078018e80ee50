import NewsArchive

/// `check`: what is understood of each page, so that a folder can be judged before it is served.
enum Check {
  /// Prints a row for each file; `dataError` if one is rejected, `noInput` if there is none.
  static func run(_ configuration: Configuration) -> ExitCode {
    do throws(SeedDirectoryError) {
      let archive = try Archive.load(folder: configuration.seeds, version: Newsdesk.version)
      let rows = archive.sources.map { Row(source: $0, archive: archive) }
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
    let source: Source
    let archive: Archive

    var captured: String? { source.captured?.date.edtf }
    var headline: String? { article.map { archive.text($0.headLine, in: $0.source) } }
    var date: String? { article?.date?.edtf }
    var paragraphs: Int { article?.paragraphs.count ?? 0 }
    var unclassifiedBytes: Int { source.segments.reduce(0) { $1.kind == .unclassified ? $0 + $1.range.count : $0 } }
    var problem: String? {
      guard case .failure(let error) = source.outcome else { return nil }
      return "\(source.name).txt:\(error.line): expected \(error.expected); found \(error.found)"
    }

    private var article: Article? { source.article.map { archive.articles[$0] } }

    /// How many partners, cooperations or events its article and teasers name.
    func count(_ facts: (StoryFacts) -> [Int]) -> Int {
      let stories = source.teasers.map { archive.facts.teasers[$0] }
      return Set((stories + (source.article.map { [archive.facts.articles[$0]] } ?? [])).flatMap(facts)).count
    }

    var json: String {
      func text(_ value: String?) -> String { value.map { "\"" + Log.escaped($0) + "\"" } ?? "null" }
      return """
        {"source":\(text(source.name)),"status":"\(problem == nil ? "read" : "rejected")","problem":\(text(problem)),\
        "captured":\(text(captured)),"head_line":\(text(headline)),"date":\(text(date)),"paragraphs":\(paragraphs),\
        "teasers":\(source.teasers.count),"partners":\(count(\.partners)),"cooperations":\(count(\.cooperations)),\
        "events":\(count(\.events)),\
        "unclassified_bytes":\(unclassifiedBytes)}
        """
    }
  }

  /// A column: its title, and a row's cell.
  private static let columns: [(title: String, cell: @Sendable (Row) -> String)] = [
    ("page", { $0.source.name }), ("captured", { $0.captured ?? "–" }), ("dated", { $0.date ?? "–" }),
    ("paragraphs", { String($0.paragraphs) }), ("teasers", { String($0.source.teasers.count) }),
    ("partners", { String($0.count(\.partners)) }), ("cooperations", { String($0.count(\.cooperations)) }),
    ("events", { String($0.count(\.events)) }), ("unclassified", { String($0.unclassifiedBytes) }),
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
