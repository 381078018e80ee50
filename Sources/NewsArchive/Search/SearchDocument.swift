/// What the search index takes in: one document's texts, by field.
///
/// A document is known to the index by its number alone. Its texts stay where they are, in the seed files; the index
/// keeps none of them, so whoever built it can make the document again when a snippet of it is wanted.
struct SearchDocument: Sendable {
  /// The place of a text in its document, and how much a word counts there.
  enum Field: Int, Sendable, CaseIterable {
    case title
    case kicker
    case lead
    case body
    /// The names of partners: never stemmed, never split.
    case names
  }

  /// A text of the document. A phrase lies within one passage.
  struct Passage: Sendable {
    enum Content: Sendable {
      /// Bytes of the document's file.
      case range(TextRange)
      /// Words that stand in no file in this form, as a partner's name in the nominative.
      case text(String)
    }

    let field: Field
    let content: Content
  }

  /// The file its ranges lie in; nil if it has none.
  let file: SeedFile?
  /// Its day: of two documents with the same score the newer comes first, undated last.
  let date: CalendarDate?
  /// Its texts, in reading order.
  var passages: [Passage] = []

  /// Adds a text, if there is one.
  mutating func add(_ field: Field, _ range: TextRange?) {
    if let range { passages.append(Passage(field: field, content: .range(range))) }
  }

  /// Adds words that stand in no file.
  mutating func add(_ field: Field, _ text: String) { passages.append(Passage(field: field, content: .text(text))) }

  /// Calls `body` with each word of a passage, and its folded letters.
  @inline(__always)
  func readWords(
    of passage: Passage, with reader: inout WordReader, _ body: (WordReader.Word, Span<UInt8>) -> Void
  ) {
    switch passage.content {
    case .range(let range):
      guard let file else { return }
      let bytes = file.bytes
      reader.read(bytes.span, range.indices, encoding: file.encoding, body)
    case .text(let text): reader.read(text, body)
    }
  }
}
