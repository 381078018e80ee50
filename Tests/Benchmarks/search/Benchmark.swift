#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Newsdesk's index in one process with a file of documents (lines of title, kicker and body between tabs) and a file of
/// queries. Writes a line for each query: its total, its microseconds, and the numbers of its first ten documents;
/// on the error stream what the index took to build.
///
/// Compiled together with the sources of NewsArchive by `run`, so that nothing has to be public for its sake.
@main enum Benchmark {
  static func main() {
    let arguments = CommandLine.arguments
    if arguments.count == 3, arguments[1] == "--dump" { return dump(arguments[2]) }
    guard arguments.count == 3, let corpus = content(of: arguments[1]), let queries = content(of: arguments[2]) else {
      print("usage: benchmark DOCUMENTS QUERIES | benchmark --dump FOLDER")
      exit(64)
    }
    let before = residentBytes()
    let file = SeedFile(name: "documents", bytes: corpus)
    let documents = documents(in: file)
    var seconds: [Double] = []
    var index = SearchIndex(documentCount: 0) { documents[$0] }
    for _ in 0..<3 {
      let start = now()
      index = SearchIndex(documentCount: documents.count) { documents[$0] }
      seconds.append((now() - start) / 1e6)
    }
    let size = index.postings.bytes.count + index.dictionary.terms.bytes.count
    complain(
      "documents \(documents.count) terms \(index.dictionary.terms.count) build_s \(seconds.sorted()[1]) text_bytes \(corpus.count) "
        + "postings_and_words_bytes \(size) resident_growth_bytes \(residentBytes() - before)")
    let texts = String(decoding: queries, as: UTF8.self).split(separator: "\n").map(String.init)
    for round in 0..<2 {
      for text in texts {
        let start = now()
        let result = index.search(SearchQuery(text))
        let microseconds = now() - start
        guard round == 1 else { continue }
        print(result.total, microseconds, result.hits.prefix(10).map { String($0.document) }.joined(separator: ","))
      }
    }
  }

  /// Writes the articles and teasers of a folder of pages as documents.
  static func dump(_ folder: String) {
    guard let archive = try? Archive.load(folder: folder, version: "") else { return complain("no pages in \(folder)") }
    func line(_ source: Int, _ title: TextRange, _ kicker: TextRange?, _ text: [TextRange]) {
      let texts = [[title], [kicker].compactMap(\.self), text].map { ranges in
        ranges.map { archive.text($0, in: source) }.joined(separator: " ")
      }
      print(texts.map { String($0.map { $0.isNewline || $0 == "\t" ? " " : $0 }) }.joined(separator: "\t"))
    }
    for article in archive.articles {
      line(article.source, article.headline, article.kicker, [article.lead].compactMap(\.self) + article.paragraphs)
    }
    for teaser in archive.teasers { line(teaser.source, teaser.title, teaser.kicker, [teaser.text]) }
  }

  static func documents(in file: SeedFile) -> [SearchDocument] {
    var documents: [SearchDocument] = []
    var start = 0
    while start < file.bytes.count, let end = file.bytes[start...].firstIndex(of: 0x0A) {
      let parts = file.bytes[start..<end].split(separator: 0x09, omittingEmptySubsequences: false)
      let passages = zip([SearchDocument.Field.title, .kicker, .lead], parts).map { field, part in
        SearchDocument.Passage(field: field, content: .range(TextRange(part.startIndex, part.endIndex)))
      }
      documents.append(SearchDocument(file: file, date: nil, passages: passages))
      start = end + 1
    }
    return documents
  }

  /// Microseconds of a clock that only goes forward.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }

  /// What Linux counts as this process's memory; 0 elsewhere.
  static func residentBytes() -> Int {
    let pages = content(of: "/proc/self/statm").map { String(decoding: $0, as: UTF8.self).split(separator: " ") } ?? []
    return pages.count > 1 ? (Int(pages[1]) ?? 0) * 4_096 : 0
  }

  static func content(of path: String) -> [UInt8]? {
    guard let stream = fopen(path, "rb") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  static func complain(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  }
}
