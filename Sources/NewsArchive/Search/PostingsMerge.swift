/// Brings the places that the cores have read together, term by term, and gives each posting its impact.
struct PostingsMerge: Sendable {
  /// Where the reading of a term's occurrences in one part is.
  private struct Cursor {
    let steps: [UInt8]
    var index: Int
    /// The document whose posting comes next; `Int.max` behind the last.
    var document: Int

    init(_ occurrences: CorpusPart.Occurrences) {
      let steps = occurrences.steps
      var index = 0
      document = PostingLists.number(steps.span, &index) - 1
      (self.steps, self.index) = (steps, index)
    }
  }

  private let parts: [CorpusPart]
  private let numbers: [[UInt32]]
  private let documentCount: Int
  private let weights: FieldWeights

  init(parts: [CorpusPart], vocabulary: Vocabulary, documentCount: Int) {
    (self.parts, numbers, self.documentCount) = (parts, vocabulary.numbers, documentCount)
    weights = FieldWeights(parts, documentCount: documentCount)
  }

  /// The lists of a range of terms.
  func postings(of range: Range<Int>) -> PostingLists {
    var lists = PostingLists(documentCount: documentCount)
    var postings = Postings()
    for term in range {
      postings.removeAll()
      var cursors = zip(parts, numbers).compactMap { part, numbers in
        numbers[term] == Vocabulary.absent ? nil : Cursor(part.occurrences[Int(numbers[term])])
      }
      // Each part has its documents in order, so the least of those that come next is the next of all, and so are those
      // behind it up to what comes next in another part.
      while let next = cursors.indices.min(by: { cursors[$0].document < cursors[$1].document }),
        cursors[next].document != .max
      {
        let end = cursors.indices.reduce(Int.max) { $1 == next ? $0 : min($0, cursors[$1].document) }
        append(&cursors[next], before: end, to: &postings)
      }
      lists.append(postings)
    }
    return lists
  }

  /// Appends the postings of one part up to a document.
  private func append(_ cursor: inout Cursor, before end: Int, to postings: inout Postings) {
    let namesField = SearchDocument.Field.names.rawValue
    var (index, document) = (cursor.index, cursor.document)
    let steps = cursor.steps
    let bytes = steps.span
    repeat {
      var frequency = 0.0
      var isInText = false
      var field = 0
      var count = 0
      var toNext = 0
      repeat {
        let number = PostingLists.number(bytes, &index)
        if count > 0, number & 7 != field {
          frequency += weights.frequency(count, field, document)
          count = 0
        }
        (field, count) = (number & 7, count + 1)
        isInText = isInText || field != namesField
        toNext = index < bytes.count ? PostingLists.number(bytes, &index) : .max
        PostingLists.append((number >> 3) << 1 | (toNext == 0 ? 0 : 1), to: &postings.places)
      } while toNext == 0
      frequency += weights.frequency(count, field, document)
      postings.rows.append(
        Postings.Row(
          document: UInt32(clamping: document), placesEnd: UInt32(clamping: postings.places.count),
          impact: FieldWeights.impact(frequency) | (isInText ? 0 : PostingLists.namesOnly)))
      document = toNext == .max ? .max : document + toNext
    } while document < end
    (cursor.index, cursor.document) = (index, document)
  }
}
