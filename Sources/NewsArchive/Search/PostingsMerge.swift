/// Brings the postings that the cores have read together, term by term, and gives each its impact.
struct PostingsMerge: Sendable {
  /// A segment with its terms by their place in the vocabulary.
  private struct Run: Sendable {
    let segment: CorpusPart.Segment
    /// `term << 32 | index` of the terms in the segment, ascending.
    let terms: [UInt64]

    /// The first of `terms` at or behind a term.
    func index(of term: Int) -> Int {
      var low = 0
      var high = terms.count
      while low < high {
        let middle = (low + high) / 2
        if Int(terms[middle] >> 32) < term { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  private let runs: [Run]
  private let lengths: [UInt16]
  private let weights: FieldWeights

  init(parts: [CorpusPart], vocabulary: Vocabulary, documentCount: Int) {
    let fields = SearchDocument.Field.allCases.count
    var lengths = [UInt16](repeating: 0, count: fields * documentCount)
    for part in parts {
      for (index, document) in part.ranges.joined().enumerated() {
        for field in 0..<fields { lengths[document * fields + field] = part.lengths[index * fields + field] }
      }
    }
    self.lengths = lengths
    weights = FieldWeights(lengths: lengths)
    let segments = parts.indices.flatMap { part in parts[part].segments.map { (part, $0) } }
      .sorted { $0.1.firstDocument < $1.1.firstDocument }
    runs = concurrentMap(count: segments.count) { index in
      let (part, segment) = segments[index]
      let terms = segment.terms.indices.map {
        UInt64(vocabulary.numbers[part][Int(segment.terms[$0])]) << 32 | UInt64($0)
      }
      return Run(segment: segment, terms: terms.sorted())
    }
  }

  /// The lists of a range of terms.
  func postings(of range: Range<Int>) -> PostingLists {
    var lists = PostingLists()
    var postings = Postings()
    var cursors = runs.map { $0.index(of: range.lowerBound) }
    for term in range {
      postings.removeAll()
      for (number, run) in runs.enumerated() {
        let cursor = cursors[number]
        guard cursor < run.terms.count, Int(run.terms[cursor] >> 32) == term else { continue }
        append(run.segment, Int(run.terms[cursor] & 0xFFFF_FFFF), to: &postings)
        cursors[number] += 1
      }
      lists.append(postings)
    }
    return lists
  }

  /// Appends what one segment says of a term.
  private func append(_ segment: CorpusPart.Segment, _ term: Int, to postings: inout Postings) {
    let end = Int(segment.ends[term])
    var index = term == 0 ? 0 : Int(segment.ends[term - 1])
    var document = segment.firstDocument
    while index < end {
      document += PostingLists.number(segment.bytes.span, &index)
      let start = index
      var frequency = 0.0
      var isInText = false
      var isLast = false
      while !isLast {
        let head = PostingLists.number(segment.bytes.span, &index)
        let field = head & 7
        isLast = head & 8 != 0
        for _ in 0..<head >> 4 { _ = PostingLists.number(segment.bytes.span, &index) }
        let length = lengths[document * SearchDocument.Field.allCases.count + field]
        frequency += weights.frequency(count: head >> 4, field: field, length: length)
        if field != SearchDocument.Field.names.rawValue { isInText = true }
      }
      postings.documents.append(UInt32(clamping: document))
      postings.impacts.append(FieldWeights.impact(frequency) | (isInText ? 0 : PostingLists.namesOnly))
      postings.places.append(contentsOf: segment.bytes[start..<index])
      postings.placeEnds.append(postings.places.count)
    }
  }
}
