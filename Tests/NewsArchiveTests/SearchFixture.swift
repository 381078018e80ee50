@testable import NewsArchive

/// A small corpus made of texts: each a document with a seed file of its own.
struct SearchFixture {
  let documents: [SearchDocument]
  let index: SearchIndex

  init(_ documents: [SearchDocument], placeNames: [String] = []) {
    self.documents = documents
    index = SearchIndex(documentCount: documents.count, placeNames: placeNames) { documents[$0] }
  }

  /// Documents of one passage of body each.
  init(_ texts: String..., placeNames: [String] = []) {
    self.init(texts.map { Self.document(.body, $0) }, placeNames: placeNames)
  }

  /// A document with a text in a file.
  static func document(_ field: SearchDocument.Field, _ text: String, date: CalendarDate? = nil) -> SearchDocument {
    let file = SeedFile(name: "test", bytes: Array(text.utf8))
    let range = TextRange(0, file.bytes.count)
    return SearchDocument(
      file: file, date: date, passages: [SearchDocument.Passage(field: field, content: .range(range))])
  }

  /// A document with names that stand in no file.
  static func names(_ names: String...) -> SearchDocument {
    SearchDocument(
      file: nil, date: nil, passages: names.map { SearchDocument.Passage(field: .names, content: .text($0)) })
  }

  /// The numbers of the documents found, best first.
  func found(_ query: String) -> [Int] { search(query).hits.map(\.document) }

  func search(_ query: String) -> SearchResult { index.search(SearchQuery(query)) }

  /// The first hit's matches.
  func matches(_ query: String) -> [SearchMatch] { presentation(query)?.matches ?? [] }

  /// What the first hit shows.
  func presentation(_ query: String) -> SearchPresentation? {
    let result = search(query)
    return result.hits.first.map { presentation(of: $0, in: result) }
  }

  func presentation(of hit: SearchResult.Hit, in result: SearchResult) -> SearchPresentation {
    let matcher = DocumentMatcher(result.plan, in: index.dictionary)
    return SearchPresentation(of: documents[hit.document], in: result, with: matcher)
  }

  /// The words marked in the first hit's snippet, cut out by their UTF-16 offsets.
  func marked(_ query: String) -> [String] {
    guard let snippet = presentation(query)?.snippet else { return [] }
    let units = Array(snippet.text.utf16)
    return snippet.marks.map { String(decoding: units[$0], as: UTF16.self) }
  }
}
