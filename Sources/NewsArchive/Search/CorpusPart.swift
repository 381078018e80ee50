/// What one core reads of the corpus: its words numbered as they come, and for each the places where it occurs, turned
/// over (from document → words to word → documents) while reading.
///
/// A **place** is the number of words before it in the document, over all its passages, and the gaps between these.
///
/// The places of a word are steps from one to the next, in the order they are read: nothing is sorted, however many
/// words there are.
struct CorpusPart: Sendable {
  /// Where a term occurs, and what was written last.
  struct Occurrences: Sendable {
    /// For each occurrence the step from the term's document before (0: the same one), then that from its place before in
    /// the document, with the field in the lowest three bits; both as `PostingLists` writes numbers.
    private(set) var steps: [UInt8] = []
    /// How often the word is written with a capital letter minus how often without.
    private(set) var capitals: Int32 = 0
    // Before the first document, so that the first step is none of 0.
    private var document = UInt32.max
    private var place = 0

    fileprivate mutating func append(_ word: WordReader.Word, at place: Int, field: Int, of document: UInt32) {
      let step = document &- self.document
      let before = step == 0 ? self.place : 0
      // The whole of a joined word stands where its first part does, which may be the same term when both are cut.
      let place = max(place, before)
      PostingLists.append(Int(step), to: &steps)
      PostingLists.append((place - before) << 3 | field, to: &steps)
      (self.document, self.place) = (document, place)
      if !word.isWhole { capitals &+= word.isCapitalized ? 1 : -1 }
    }
  }

  private(set) var table = TermTable()
  /// The documents read, ascending; for each of them the number of words in each field, and its day.
  private(set) var documents: [UInt32] = []
  private(set) var lengths: [UInt16] = []
  private(set) var days: [Int32] = []

  /// One for each term.
  private(set) var occurrences: [Occurrences] = []

  private static let highestPlace = 0xFF_FF00

  /// Reads a document; its number is higher than those before.
  mutating func read(_ document: SearchDocument, number: UInt32, with reader: inout WordReader) {
    let fields = SearchDocument.Field.allCases.count
    let first = lengths.count
    lengths.append(contentsOf: repeatElement(0, count: fields))
    var start = 0
    var before: SearchDocument.Field?
    for passage in document.passages {
      // A gap, so that no phrase reaches from one passage into the next, and no word is near one of another field.
      if let before { start += before == passage.field ? 1 : Proximity.maximumDistance }
      before = passage.field
      let field = passage.field.rawValue
      var last = 0
      var count = 0
      document.readWords(of: passage, with: &reader) { word, letters in
        let term = table.number(interning: letters)
        if term == occurrences.count { occurrences.append(Occurrences()) }
        occurrences[term].append(
          word, at: min(start + word.position, Self.highestPlace), field: field, of: number)
        last = word.position
        count += 1
      }
      start += last + 1
      lengths[first + field] = UInt16(clamping: Int(lengths[first + field]) + count)
    }
    documents.append(number)
    days.append(document.date?.dayNumber ?? .min)
  }
}
